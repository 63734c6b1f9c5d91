# __slots__, __class__, __dir__, __match_args__, context managers, containers' hooks.
def attempt(f):
    try:
        print("ok", f())
    except Exception as e:
        print(type(e).__name__, e)


class P:
    __slots__ = ("x", "y")
    def __init__(self, x, y): self.x, self.y = x, y


p = P(1, 2)
print(p.x, p.y)
p.x = 5
print(p.x, hasattr(p, "__dict__"), P.__slots__)
attempt(lambda: setattr(p, "z", 1))
class P3(P):
    __slots__ = ("z",)
q = P3(1, 2)
q.z = 3
print(q.x, q.y, q.z)
attempt(lambda: setattr(q, "w", 1))
class Open(P): pass
o = Open(1, 2)
o.w = 5
print(o.w, o.x, vars(o) if False else "vars")
print(p.__class__, p.__class__.__name__, P.__class__, type(p) is P)
attempt(lambda: setattr(p, "__class__", 5))


class CM:
    def __init__(self, swallow=False): self.swallow = swallow
    def __enter__(self): print("enter"); return self
    def __exit__(self, kind, value, tb):
        print("exit", kind and kind.__name__, value, tb is not None)
        return self.swallow


with CM() as cm:
    print("body", type(cm).__name__)
with CM(True):
    raise ValueError("swallowed")
try:
    with CM():
        raise KeyError("out")
except KeyError as e:
    print("caught", e)
with CM(), CM() as two:
    pass
for bad in (5, object()):
    try:
        with bad: pass
    except Exception as e: print(type(e).__name__, e)
class OnlyEnter:
    def __enter__(self): return 1
class OnlyExit:
    def __exit__(self, *a): return 1
for bad in (OnlyEnter(), OnlyExit()):
    try:
        with bad: pass
    except Exception as e: print(type(e).__name__, e)


def ret():
    with CM():
        return "returned"
print(ret())
for i in range(3):
    with CM():
        if i == 1: break
        continue


class Box:
    def __init__(self): self.d = {}
    def __getitem__(self, k): print("get", k); return self.d[str(k)]
    def __setitem__(self, k, v): print("set", k, v); self.d[str(k)] = v
    def __delitem__(self, k): print("del", k); del self.d[str(k)]
    def __len__(self): return len(self.d)
    def __iter__(self): return iter(self.d)
    def __contains__(self, k): print("in", k); return str(k) in self.d
    def __reversed__(self): return "reversed!"


b = Box()
b["a"] = 1
b[1:2] = "slice"
b[1, 2] = "tuple"
b["a"] += 5
print(b["a"], b[1:2], b[1, 2], b[1:2] if False else len(b), list(b)[0], "a" in b, "z" not in b, reversed(b))
del b["a"]
attempt(lambda: b["a"])
for f in (lambda: 5 .__getitem__, lambda: setitem(5, 0, 1), lambda: delitem(5, 0), lambda: setitem("abc", 0, "x"), lambda: delitem("abc", 0), lambda: setitem((1,), 0, 1), lambda: delitem((1,), 0), lambda: setitem(None, 0, 1)):
    attempt(f)
def setitem(o, k, v): o[k] = v
def delitem(o, k): del o[k]
for f in (lambda: setitem(5, 0, 1), lambda: delitem(5, 0), lambda: setitem("abc", 0, "x"), lambda: delitem("abc", 0), lambda: setitem((1,), 0, 1), lambda: delitem((1,), 0), lambda: setitem(None, 0, 1), lambda: setitem(Box, 0, 1), lambda: Box[0], lambda: int[0], lambda: list[int], lambda: dict[str, int], lambda: tuple[int, ...]):
    attempt(f)


class Dir:
    def __init__(self): self.inst = 1
    def method(self): pass
    attr = 2
print([n for n in dir(Dir()) if not n.startswith("__")], [n for n in dir(Dir) if not n.startswith("__")], "__init__" in dir(Dir), dir() != [])
class CustomDir:
    def __dir__(self): return ["b", "a"]
print(dir(CustomDir()))


class It:
    def __init__(self, n): self.n = n
    def __iter__(self): return self
    def __next__(self):
        if self.n == 0: raise StopIteration
        self.n -= 1
        return self.n
print(list(It(3)), sum(It(4)), max(It(5)), [*It(2)], dict.fromkeys(It(2)), next(It(1)), next(It(0), "dflt"), 2 in It(3), tuple(It(2)), set(It(2)), sorted(It(3)), "".join(map(str, It(3))))
a, *rest = It(4)
print(a, rest)
attempt(lambda: next(It(0)))
attempt(lambda: next(5))
attempt(lambda: next([]))
x, y = It(2)
print(x, y)
def unpack(n):
    a, b = It(n)
attempt(lambda: unpack(1))
attempt(lambda: unpack(3))
def unpack2():
    a, *b, c = [1]
attempt(unpack2)
def unpack3():
    a, b = 5
attempt(unpack3)
def unpack4():
    a, b = None
attempt(unpack4)
print(isinstance(True, int), isinstance(1, bool), issubclass(bool, int), isinstance(None, type(None)), isinstance(5, int | str), isinstance("a", int | None), isinstance(None, int | None))
attempt(lambda: isinstance(5, 5))
attempt(lambda: isinstance(5, "int"))
attempt(lambda: isinstance(5, (int, 5)))
attempt(lambda: isinstance("", (int, 5)))
attempt(lambda: issubclass(5, int))
attempt(lambda: issubclass(int, 5))
attempt(lambda: isinstance([], list[int]))
print(int | str, int | None, list[int] | None, (int | str) == (str | int), int | int)
