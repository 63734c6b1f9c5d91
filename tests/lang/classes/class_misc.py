# __new__, __class__ assignment avoided, type(), class attributes via methods, __init_subclass__ with arguments, __class_getitem__.
class Single:
    instance = None

    def __new__(cls, *args):
        print("new", args)
        if cls.instance is None:
            cls.instance = super().__new__(cls)
        return cls.instance

    def __init__(self, *args):
        print("init", args)
        self.args = args


a, b = Single(1), Single(2)
print(a is b, a.args)


class Other:
    def __new__(cls):
        return "not an instance"

    def __init__(self):
        print("never called")


print(Other())


class Pair(tuple):
    def __new__(cls, a, b):
        return super().__new__(cls, (a, b))

    @property
    def first(self):
        return self[0]


p = Pair(1, 2)
print(p, p.first, p[1], len(p), p == (1, 2), hash(p) == hash((1, 2)), isinstance(p, tuple), [*p])


class Plugin:
    registry = {}

    def __init_subclass__(cls, *, name=None, **kw):
        super().__init_subclass__(**kw)
        Plugin.registry[name or cls.__name__] = cls


class P1(Plugin, name="first"): pass
class P2(Plugin): pass


print({k: v.__name__ for k, v in Plugin.registry.items()})


class Gen:
    def __class_getitem__(cls, item):
        return f"{cls.__name__}[{item}]"


print(Gen[int] == "Gen[<class 'int'>]", Gen["x"], list[int], dict[str, int], int | None)
print(type(5), type("a") is str, type(type), type(Single), type(a) is Single, isinstance(Single, type), issubclass(Single, object), Single.__bases__, object.__bases__)


class Counter:
    total = 0

    def __init__(self):
        type(self).total += 1
        self.id = self.__class__.total

    def __init_count(self):
        return self.total


class SubCounter(Counter):
    pass


print(Counter().id, Counter().id, SubCounter().id, SubCounter.total, Counter.total)


def make_class(name, **attrs):
    class Made:
        pass
    Made.__name__ = name
    for k, v in attrs.items():
        setattr(Made, k, v)
    return Made


M = make_class("Custom", x=1, get=lambda self: self.x)
print(M.__name__, M.x, M().get(), M.__module__)


class Chain:
    def __init__(self): self.ops = []
    def __getattr__(self, name):
        self.ops.append(name)
        return self
    def __call__(self, *a):
        self.ops.append(a)
        return self


print(Chain().a.b(1).c(2, 3).ops)
class WithCall:
    def __call__(self): return "called"
w = WithCall()
w.__call__ = lambda: "instance attr ignored"
print(w())
class Meth:
    def f(self): return "f"
m = Meth()
m.f = lambda: "own f"
print(m.f(), Meth.f(m), Meth().f())
class Del:
    x = 1
    def gone(self): pass
    del gone
print(hasattr(Del, "gone"), hasattr(Del, "x"))
try:
    class Broken:
        y = undefined
except NameError as e:
    print(e)
try:
    object().x = 1
except AttributeError as e:
    print(e)
