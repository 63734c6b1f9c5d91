# Multiple inheritance: C3 order, cooperative super, errors.
def attempt(f):
    try:
        print("ok", f())
    except Exception as e:
        print(type(e).__name__, e)


class A:
    def who(self): return "A"
    def chain(self): return ["A"]
class B(A):
    def who(self): return "B" + super().who()
    def chain(self): return ["B"] + super().chain()
class C(A):
    def who(self): return "C" + super().who()
    def chain(self): return ["C"] + super().chain()
class D(B, C):
    def who(self): return "D" + super().who()
    def chain(self): return ["D"] + super().chain()
class E(D):
    pass


print([k.__name__ for k in D.__mro__], [k.__name__ for k in E.mro()], D().who(), E().chain())
print(D.__bases__, D.__base__, E.__subclasses__(), [k.__name__ for k in A.__subclasses__()])
print(isinstance(E(), C), issubclass(D, (int, C)), issubclass(C, B), isinstance(5, (str, (int, list))))
print(super(D, D()).who(), super(B, D()).who(), super(C, E()).who())
attempt(lambda: super(D, A()).who())
attempt(lambda: super(5, A()))
attempt(lambda: super(D, D()).nope)


def bad_order():
    class X(A, B): pass
def dup():
    class X(A, A): pass
def layout():
    class X(int, str): pass
def layout2():
    class X(list, dict): pass
for f in (bad_order, dup, layout, layout2): attempt(f)


class Mixin:
    def hello(self): return "hello " + self.name
class Base:
    def __init__(self, name): self.name = name
class Both(Mixin, Base):
    pass
print(Both("x").hello())
class LM(Mixin, list):
    name = "lm"
l = LM([1, 2])
print(l, l.hello(), len(l))
class Err(Mixin, ValueError):
    name = "err"
try:
    raise Err("boom")
except ValueError as e:
    print(e, e.hello(), type(e).__mro__[1].__name__)


class Root:
    @classmethod
    def make(cls, *a): return (cls.__name__, a)
    @staticmethod
    def stat(x): return ("stat", x)
    def inst(self): return type(self).__name__
class Leaf(Root):
    @classmethod
    def make(cls, *a): return ("leaf",) + super().make(*a)
    @staticmethod
    def stat(x): return ("leafstat",) + Root.stat(x)
print(Root.make(1), Leaf.make(2), Leaf().make(3), Leaf.stat(4), Leaf().stat(5), Root.inst(Leaf()))
print(Leaf.make.__self__ is Leaf, Leaf.make.__func__.__name__)
attempt(lambda: Root.inst())
attempt(lambda: Root().inst(1))
attempt(lambda: Root.stat())

# methods added later are seen everywhere
A.late = lambda self: "late " + type(self).__name__
print(E().late(), D().late())
A.who = lambda self: "newA"
print(E().who())
B.__add__ = lambda self, o: ("B add", o)
print(D() + 1, E() + 2)
del B.__add__
attempt(lambda: D() + 1)
A.__len__ = lambda self: 3
print(len(E()), bool(D()))
del A.__len__
attempt(lambda: len(E()))
E.attr = 1
print(E.attr, hasattr(D, "attr"), E().attr)
del E.attr
attempt(lambda: E().attr)
attempt(lambda: delattr(E, "attr"))


class Meta1:
    x = 1
class Meta2(Meta1):
    y = Meta1.x + 1
    z = [i * 2 for i in range(3)]
    def f(self): return self.__class__.__name__, __class__.__name__
print(Meta2.y, Meta2.z, Meta2().f())
class Meta3(Meta2): pass
print(Meta3().f())


class Outer:
    class Inner:
        def name(self): return type(self).__qualname__
    def make(self):
        class Local: pass
        return Local
print(Outer.Inner().name(), Outer().make().__qualname__, Outer.make.__qualname__, Outer.Inner, Outer().make())
print(Outer.__module__, Outer.__doc__, Outer.__dict__["make"].__name__, type(Outer.__dict__).__name__)
class Doc:
    """the doc"""
    def m(self): "m doc"
print(Doc.__doc__, Doc.m.__doc__, Doc().__doc__, Doc().m.__doc__)
