# class bodies, scopes, closures, del, global/nonlocal, walrus, comprehension scopes
x = 'global'
class A:
    x = 'class'
    y = [x for _ in range(2)]
    z = [i for i in x]
    def f(self): return x
    g = lambda self: x
    for i in range(3): pass
    locals_ = sorted(k for k in locals() if not k.startswith('__'))
    if True:
        w = x + '!'
    del i
    def h(self): return __class__.__name__
    class Inner:
        y = x
print(A.y, A.z, A().f(), A().g(), A.locals_, A.w, A().h(), A.Inner.y, hasattr(A, 'i'))
def outer():
    n = 0
    def inc(by=1):
        nonlocal n
        n += by
        return n
    def reset():
        nonlocal n
        del n
    def get(): return n
    return inc, reset, get
inc, reset, get = outer()
print(inc(), inc(5), get()); reset()
for f in (get, inc):
    try: f()
    except NameError as e: print(type(e).__name__, e)
def g():
    global newg
    newg = 5
    print([newg := newg + i for i in range(3)], newg)
g(); print(newg)
def h():
    try: print(loc)
    except UnboundLocalError as e: print(e)
    loc = 1
    del loc
    try: loc
    except UnboundLocalError as e: print(e)
h()
fs = [lambda: i for i in range(3)]; print([f() for f in fs])
fs = [lambda i=i: i for i in range(3)]; print([f() for f in fs])
print([(a, b) for a in range(3) if a for b in range(a) if (c := a + b)], c)
print({k: v for k, v in zip('abc', range(3))}, {a % 2 for a in range(5)}, list(a for a in 'xyz'))
def deco(*args, **kw):
    print('deco', args, kw)
    def d(f): f.tags = args; return f
    return d
@deco(1, a=2)
@(lambda f: f)
def decorated(a, /, b, *c, d, e=5, **k): return a, b, c, d, e, k
print(decorated(1, 2, 3, d=4, z=6), decorated.tags, decorated.__defaults__, decorated.__kwdefaults__, decorated.__name__)
for call in (lambda: decorated(), lambda: decorated(1), lambda: decorated(1, 2), lambda: decorated(a=1, b=2, d=3), lambda: decorated(1, 2, 3, d=4, b=5), lambda: decorated(*[1, 2], **{'d': 3, 'q': 4}), lambda: decorated(1, 2, d=1, **{'d': 2}), lambda: decorated(*5), lambda: decorated(**5), lambda: decorated(1, 2, **{1: 2})):
    try: print(call())
    except TypeError as e: print(e)
a, (b, *c), d = 1, (2, 3, 4), 5; print(a, b, c, d)
[*a, b] = 'xyz'; print(a, b)
first, *_, last = range(10); print(first, last)
for bad in (lambda: exec_unpack(3), ):
    pass
def unpack(n, it):
    try:
        if n == 2: a, b = it
        elif n == 3: a, *b, c = it
    except Exception as e: print(type(e).__name__, e)
unpack(2, [1]); unpack(2, [1, 2, 3]); unpack(2, 5); unpack(3, [1]); unpack(2, iter([1, 2, 3]))
x = [1, 2, 3, 4, 5, 6]
x[1:3] = 'abc'; x[::2] = [0] * len(x[::2]); del x[-1], x[0]; print(x)
try: x[::2] = [1]
except ValueError as e: print(e)
i = 0
i, x[i] = 1, 'first'; print(x)
d = {}; d['a'] = d; print(d); l = [d]; l.append(l); print(l)
z = y = []; z += [1]; print(y is z, y)
t = ([],)
try: t[0] += [1]
except TypeError as e: print(e, t)
print(1 < 2 < 3 > 2 != 5, 1 < 3 < 2, not 1 == 2, 1 if [] else 2, [] or {} or 0, 1 and '' and 3, -2 ** 2, 2 ** -1, 7 // -2, -7 % 3, 5 / 2, ~5, 1 | 2 ^ 3 & 4, 1 << 2 + 1, not not 5)
print(f"{'a' 'b'!r:>{10}} {3.14159:.{2}f} {x[0]!s} {1_000_000:,} {255:#x} {-5:+d} {'é':*^5} {1e10:g} {True:d} {None} {[1, 2]!r}", f'{1 + 1 = } {x[0] = !s:>8}')
while True:
    try: break
    finally: print('fin')
else: print('no')
for i in range(3):
    try: continue
    finally: print('f', i)
else: print('else')
def ret():
    try: return 1
    finally: return 2
print(ret())
def ret2():
    for i in range(3):
        try: 1 / 0
        except ZeroDivisionError: continue
        finally:
            if i == 1: break
    return i
print(ret2())
assert (lambda: (yield))() is not None
