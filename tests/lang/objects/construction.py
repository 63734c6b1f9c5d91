# Making instances: __new__, __init__, argument errors, builtins as bases, metaclass-free hooks.
def attempt(f):
    try:
        print("ok", f())
    except Exception as e:
        print(type(e).__name__, e)


class Empty: pass
class WithInit:
    def __init__(self, a, b=2): self.a, self.b = a, b
class WithNew:
    def __new__(cls, *args, **kw):
        print("new", cls.__name__, args, kw)
        return super().__new__(cls)
    def __init__(self, *args, **kw): print("init", args, kw)
class Other:
    def __new__(cls): return 42
    def __init__(self): print("never")
class BadInit:
    def __init__(self): return 5
class NewOnly:
    def __new__(cls, x):
        self = object.__new__(cls)
        self.x = x
        return self


attempt(lambda: type(Empty()).__name__)
attempt(lambda: Empty(1))
attempt(lambda: Empty(a=1))
attempt(lambda: WithInit())
attempt(lambda: WithInit(1, 2, 3))
attempt(lambda: WithInit(1, c=3))
attempt(lambda: vars(WithInit(1)))
attempt(lambda: vars(WithInit(b=1, a=3)))
attempt(lambda: type(WithNew(1, k=2)).__name__)
attempt(Other)
attempt(BadInit)
attempt(lambda: NewOnly(3).x)
attempt(lambda: NewOnly())
attempt(lambda: object(1))
attempt(lambda: object().__init__(1))
attempt(lambda: object.__new__(Empty, 1))
attempt(lambda: object.__new__(5))
attempt(lambda: object.__new__(list))
attempt(lambda: list.__new__(Empty))
attempt(lambda: int.__new__(str))
attempt(lambda: type(object.__new__(Empty)).__name__)


class L(list):
    def __init__(self, *items, tag=None):
        super().__init__(items)
        self.tag = tag
    def total(self): return sum(self)


l = L(1, 2, 3, tag="t")
l.append(4)
l.extra = "e"
print(l, len(l), l.total(), l.tag, l.extra, l == [1, 2, 3, 4], isinstance(l, list), type(l).__name__, l[1:], type(l + [1]).__name__, vars(l))


class D(dict):
    def __missing__(self, key): return key * 2
    def __getattr__(self, name):
        try: return self[name]
        except KeyError: raise AttributeError(name)


d = D(a=1)
d.z = 5
print(d["a"], d["bb"], d, d.z, d.get("q"), d.a, vars(d), len(d))


class S(str):
    def shout(self): return self.upper() + "!"
    def __new__(cls, text, n): 
        self = super().__new__(cls, text * n)
        self.n = n
        return self


s = S("ab", 2)
s.note = "x"
print(s, s.shout(), s.n, s.note, s == "abab", {s: 1}["abab"], len(s), s + "c", type(s + "c").__name__, isinstance(s, str), hash(s) == hash("abab"), s[0], repr(s), f"{s:>6}", vars(s))


class I(int):
    def __new__(cls, v=0):
        self = super().__new__(cls, v)
        self.orig = v
        return self
    def double(self): return self * 2
    def __repr__(self): return f"I({int(self)})"


i = I(21)
print(i, i.double(), i + 1, type(i + 1).__name__, i == 21, i.orig, [i], {21: "x"}[i], i > 20, range(i)[-1], int(i), bool(I(0)), -i, str(i), f"{i}", f"{i:5}|")


class F(float):
    def half(self): return self / 2


f = F(5)
f.tag = 1
print(f, f.half(), f + 1, f == 5.0, f.tag, type(f * 2).__name__, repr(f), hash(f) == hash(5))


class T(tuple):
    def __new__(cls, *items): return super().__new__(cls, items)
    @property
    def first(self): return self[0]


t = T(1, 2, 3)
t.name = "tt"
print(t, t.first, t.name, len(t), t == (1, 2, 3), t + (4,), hash(t) == hash((1, 2, 3)), type(t[:1]).__name__, vars(t))
a, b, c = t
print(a, b, c, *t)


class E(ValueError):
    def __init__(self, code, msg):
        super().__init__(msg)
        self.code = code


try:
    raise E(7, "seven")
except ValueError as e:
    print(e, e.code, e.args, repr(e), isinstance(e, Exception), vars(e))


class Set(set):
    def add(self, x): super().add(x * 2)


q = Set([1])
q.add(2)
q.k = 1
print(q, 4 in q, q | {9}, type(q | {9}).__name__, q.k)


class B(bytes): pass
print(B(b"ab") == b"ab", len(B(b"abc")), B(b"x")[0], type(B(b"x")).__name__)


class Sub(WithInit):
    def __init__(self, a):
        super().__init__(a, b=a * 2)
        self.c = self.a + self.b


print(vars(Sub(3)))


class Singleton:
    _one = None
    def __new__(cls):
        if cls._one is None: cls._one = super().__new__(cls)
        return cls._one


print(Singleton() is Singleton())


class Init:
    subclasses = []
    def __init_subclass__(cls, /, tag=None, **kw):
        super().__init_subclass__(**kw)
        Init.subclasses.append((cls.__name__, tag))


class A1(Init, tag="one"): pass
class A2(A1): pass
print(Init.subclasses)
def bad(): 
    class A3(Init, nope=1): pass
attempt(bad)
def bad2():
    class Q(nope=1): pass
attempt(bad2)


class Named:
    def __set_name__(self, owner, name): self.where = (owner.__name__, name)
class Holder:
    field = Named()
    other = Named()
print(Holder.field.where, Holder.other.where)


class Factory:
    def __call__(self, *args, **kw): return ("called", args, kw)
    def __class_getitem__(cls, item): return (cls.__name__, item)


print(Factory()(1, k=2), Factory[int], callable(Factory()), callable(Factory), callable(5))
X = type("X", (WithInit,), {"m": lambda self: self.a + 1, "k": 5})
print(X(4).m(), X.k, X.__name__, X.__qualname__, X.__module__, X.__bases__, type(X))
attempt(lambda: type("Y", (bool,), {}))
attempt(lambda: type(1, (), {}))
attempt(lambda: type("Y", [], {}))
attempt(lambda: type("Y", ()))
def final():
    class Z(bool): pass
attempt(final)
def final2():
    class Z(type(None)): pass
attempt(final2)
