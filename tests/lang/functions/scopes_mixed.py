# scoping
x = "global"
class A:
    x = "class"
    def f(self): return x
    y = [x for _ in range(1)]
    z = [i for i in x]
    print(x, y, z)
    def g(self):
        return __class__.__name__
    class B:
        def h(self): return x
        w = x
print(A().f(), A().g(), A.B().h(), A.B.w)
def outer():
    x = "outer"
    class C:
        print(x)
        x = "inner"
        print(x)
        def m(self): return x
    return C().m()
try:
    print(outer())
except NameError as e:
    print("NameError", e)
def outer2():
    x = "outer"
    class C:
        y = x
        def m(self): return x
        class D:
            z = x
            def n(self): return x
    return C.y, C().m(), C.D.z, C.D().n()
print(outer2())
def unb():
    try:
        print(v)
    except UnboundLocalError as e:
        print(e)
    v = 1
    del v
    try:
        print(v)
    except UnboundLocalError as e:
        print(e)
    for v in []: pass
    try:
        v
    except UnboundLocalError as e:
        print(e)
    def inner(): return w
    try: inner()
    except NameError as e: print(type(e).__name__, e)
    w = 1
    print(inner())
    del w
    try: inner()
    except NameError as e: print(type(e).__name__, e)
    try: w
    except UnboundLocalError as e: print(e)
unb()
fs = [lambda: i for i in range(3)]
print([f() for f in fs])
fs = [lambda i=i: i for i in range(3)]
print([f() for f in fs])
def counter():
    n = 0
    def inc():
        nonlocal n
        n += 1
        return n
    def get(): return n
    return inc, get
i, g = counter(); i(); i(); print(g())
def glob():
    global newname
    newname = 5
glob(); print(newname)
del newname
try: newname
except NameError as e: print(e)
def walrus(xs):
    r = [y := v * 2 for v in xs]
    return y, r, [last for v in xs if (last := v) > 1], last
print(walrus([1, 2, 3]))
if (m := 5) > 3: print(m)
print([q := 1, q + 1], q)
def exc():
    e = "before"
    try: raise ValueError(1)
    except ValueError as e: pass
    try: print(e)
    except UnboundLocalError as err: print(err)
exc()
class Mangle:
    __a = 1
    def __m(self): return self.__a
    def call(self): return self.__m()
    def kw(self, __z=3): return __z
print(Mangle().call(), Mangle().kw(), sorted(k for k in Mangle.__dict__ if k.startswith("_M")))
def f(a, b=[], *args, k=(), **kw):
    b.append(a)
    return a, b, args, k, kw
print(f(1), f(2), f(3, [9], 4, 5, k=1, z=2))
def gen():
    try:
        while True:
            try:
                v = yield
                print("got", v)
            except KeyError as e:
                print("key", e)
    finally:
        print("closing")
h = gen(); next(h); h.send(1); h.throw(KeyError("k")); h.close()
def sub():
    r = yield from inner_gen()
    print("r", r)
def inner_gen():
    x = yield 1
    print("x", x)
    return x
s = sub(); print(next(s))
try: s.send(7)
except StopIteration: print("stop")
def lam(): return [(lambda z: z + k)(1) for k in range(3)]
print(lam())
print({k: v for k, v in zip("ab", [1, 2])}, {c for c in "aab"} == {"a", "b"}, [(a, b) for a in range(2) for b in range(a + 1) if a or b])
def nested_comp(n): return [[i * j + n for j in range(i)] for i in range(n)]
print(nested_comp(4))
class Meta:
    vals = [1, 2]
    total = sum(v for v in vals)
    try:
        bad = [v + len(vals) for v in vals]
    except NameError as e:
        print(e)
print(Meta.total)
def deco(tag):
    print("deco", tag)
    def wrap(fn):
        print("wrap", tag, fn.__name__)
        return fn
    return wrap
@deco(1)
@deco(2)
def decorated(x: print("ann") = print("default")): pass
print(f.__qualname__, (lambda: 0).__qualname__, counter.__qualname__, i.__qualname__, A.B.h.__qualname__)
