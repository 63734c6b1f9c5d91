# Reading, writing and deleting attributes: order of descriptors, hooks, messages.
def attempt(f, *args):
    try:
        print("ok", f(*args))
    except Exception as e:
        print(type(e).__name__, e)


class Data:
    def __get__(self, obj, owner): return ("data get", obj is None, owner.__name__)
    def __set__(self, obj, value): print("data set", value)
    def __delete__(self, obj): print("data delete")


class NonData:
    def __get__(self, obj, owner): return ("nondata get", obj is None, owner.__name__)


class SetOnly:
    def __set__(self, obj, value): print("setonly set", value)


class C:
    d = Data()
    n = NonData()
    s = SetOnly()
    plain = 1


c = C()
print(c.d, c.n, C.d, C.n, type(c.s).__name__)
c.d = 5
del c.d
c.n = 7
print(c.n, c.__dict__)
del c.n
print(c.n)
c.s = 3
c.plain = 2
print(c.plain, C.plain)
del c.plain
print(c.plain)
attempt(lambda: delattr(c, "plain"))
attempt(lambda: delattr(c, "s"))
attempt(lambda: c.nope)
attempt(lambda: C.nope)
attempt(lambda: setattr(5, "x", 1))
attempt(lambda: setattr([], "x", 1))
attempt(lambda: setattr(object(), "x", 1))
attempt(lambda: setattr([], "append", 1))
attempt(lambda: delattr([], "append"))
attempt(lambda: delattr([], "nope"))
attempt(lambda: (5).nope)
attempt(lambda: None.nope)
attempt(lambda: "s".nope)
attempt(lambda: len.nope)
attempt(lambda: getattr(c, 5))
attempt(lambda: setattr(c, 5, 1))
attempt(lambda: hasattr(c, 5))
attempt(lambda: delattr(c, 5))
attempt(lambda: getattr(c, "nope", "fallback"))
attempt(lambda: setattr(int, "x", 1))
attempt(lambda: setattr(list, "append", 1))
print(hasattr(c, "plain"), hasattr(c, "zzz"), getattr(c, "plain"))


class Hooks:
    def __init__(self): object.__setattr__(self, "log", [])
    def __getattr__(self, name):
        if name.startswith("dyn_"): return name[4:]
        raise AttributeError(f"no {name}")
    def __setattr__(self, name, value):
        self.log.append(("set", name, value))
        super().__setattr__(name, value)
    def __delattr__(self, name):
        self.log.append(("del", name))
        super().__delattr__(name)


h = Hooks()
h.x = 1
print(h.dyn_abc, h.x, hasattr(h, "q"), hasattr(h, "dyn_q"), getattr(h, "q", 9))
del h.x
attempt(lambda: h.x)
attempt(lambda: delattr(h, "x"))
print(h.log)


class All:
    def __getattribute__(self, name):
        if name == "raw": return "raw!"
        if name == "bad": raise AttributeError("bad!")
        return super().__getattribute__(name)
    def __getattr__(self, name): return "fallback " + name
    y = 3


a = All()
a.z = 4
print(a.raw, a.bad, a.y, a.z, a.w)


class P:
    def __init__(self): self._x = 0
    @property
    def x(self):
        "doc of x"
        return self._x
    @x.setter
    def x(self, v): self._x = v
    @x.deleter
    def x(self): print("deleted"); self._x = None
    @property
    def ro(self): return 1
    def setter_only(self, v): print("got", v)
    wo = property(None, setter_only)
    boom = property(lambda self: self.missing)


p = P()
p.x = 5
print(p.x, P.x.__doc__, P.x.fget.__name__, P.x.fset is not None, type(P.x).__name__)
del p.x
print(p.x)
p.wo = 3
attempt(lambda: setattr(p, "ro", 1))
attempt(lambda: delattr(p, "ro"))
attempt(lambda: p.wo)
attempt(lambda: p.boom)
print(p.__dict__)


class Sub(P):
    @P.x.getter
    def x(self): return "sub", self._x


s = Sub()
s.x = 9
print(s.x)
print(vars(s), vars(c), sorted(k for k in vars(C) if not k.startswith("__")))
attempt(lambda: vars(5))
attempt(lambda: [].__dict__)


def f(): pass


f.a = 1
f.b = 2
print(f.a, f.__dict__, vars(f))
del f.a
attempt(lambda: f.a)
attempt(lambda: delattr(f, "zz"))
print(f.__dict__)


class Many:
    pass


m = Many()
for i in range(40): setattr(m, f"attr{i}", i)
print(sum(getattr(m, f"attr{i}") for i in range(40)), len(vars(m)))
for i in range(0, 40, 2): delattr(m, f"attr{i}")
print(sorted(vars(m).values()), hasattr(m, "attr0"), m.attr39)
m.__dict__["direct"] = "through dict"
print(m.direct, "direct" in m.__dict__)
m.late = 1
print(m.__dict__["late"], list(m.__dict__)[-2:])
m.__dict__.update(u=1, v=2)
print(m.u, m.v)
del m.__dict__["u"]
attempt(lambda: m.u)
m.__dict__ = {"fresh": True}
print(m.fresh, vars(m))
