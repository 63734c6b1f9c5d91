# __getattr__, __getattribute__, __setattr__, __delattr__, __dir__, __slots__.
class Dyn:
    def __init__(self):
        self.real = 1

    def __getattr__(self, name):
        if name.startswith("dyn_"):
            return name[4:]
        raise AttributeError(f"no {name}")


d = Dyn()
print(d.real, d.dyn_abc, hasattr(d, "nope"), getattr(d, "nope", "default"), getattr(d, "dyn_x"))
try:
    d.nope
except AttributeError as e:
    print(e)


class Guard:
    def __setattr__(self, name, value):
        print("set", name, value)
        object.__setattr__(self, name, value)

    def __delattr__(self, name):
        print("del", name)
        object.__delattr__(self, name)

    def __init__(self):
        self.a = 1
        self.b = 2


g = Guard()
g.a += 10
del g.b
print(g.a, g.__dict__, hasattr(g, "b"))
setattr(g, "c", 3)
delattr(g, "c")
g.__dict__["raw"] = 5
print(g.raw)


class Proxy:
    def __init__(self, target):
        self.__dict__["_target"] = target

    def __getattr__(self, name):
        return getattr(self._target, name)

    def __setattr__(self, name, value):
        setattr(self._target, name, value)


class T:
    x = 1

    def hello(self):
        return "hello", self.x


p = Proxy(T())
p.x = 42
print(p.x, p.hello(), p.__dict__.keys() == {"_target"})


class Attr:
    z = "class z"

    def __init__(self):
        self.y = 1

    def __getattribute__(self, name):
        if name == "secret":
            return "intercepted"
        return super().__getattribute__(name)

    def __getattr__(self, name):
        return "fallback " + name


a = Attr()
print(a.secret, a.y, a.z, a.other)


class Slots:
    __slots__ = ("a", "b")

    def __init__(self):
        self.a = 1


s = Slots()
s.b = 2
print(s.a, s.b)
try:
    s.c = 3
except AttributeError as e:
    print(e)
del s.a
try:
    s.a
except AttributeError as e:
    print(e)


class Record(dict):
    def __getattr__(self, k):
        try:
            return self[k]
        except KeyError:
            raise AttributeError(k) from None

    def __setattr__(self, k, v):
        self[k] = v


r = Record(a=1)
r.b = 2
print(r.a, r.b, r, hasattr(r, "zz"), len(r), r.keys())
try:
    r.zz
except AttributeError as e:
    print(repr(e), e.__cause__, e.__suppress_context__)


class Private:
    def __init__(self):
        self.__hidden = 5
        self._soft = 6

    def get(self):
        return self.__hidden

    def __method(self):
        return "private"

    def call(self):
        return self.__method()


q = Private()
print(q.get(), q._soft, q._Private__hidden, q.call(), sorted(q.__dict__))
try:
    q.__hidden
except AttributeError as e:
    print(e)
