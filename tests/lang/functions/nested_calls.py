# Calls inside calls, many arguments, methods as arguments, star forms in odd places.
def f(*a, **k): return a, k
def many(a, b, c, d, e, g, h, i, j, k, l, m, n, o, p, q=17, *, r=18, s=19): return a + b + c + d + e + g + h + i + j + k + l + m + n + o + p + q + r + s
print(many(*range(15)), many(*range(16)), many(*range(15), r=0, s=0), many(1, 2, 3, *range(4, 16), q=0))
print(f(f(1), f(*f(2)[0]), x=f()), f(*[f], **{"k": f()})[0][0] is f, f(*"ab", *(1, 2), 3, *[], **{}, **{"z": 1}))
print(max(min(5, 3), abs(-4), len("ab" * max(2, 1))), str(int(str(int("5") + 1)) * 2), sorted(map(lambda x: pow(x, 2), filter(lambda x: x % 2, range(6)))), "".join(map(chr, map(ord, "abc"))))
def g(a, b=None, *c, d=None, **e): return [a, b, c, d, e]
print(g(1), g(1, 2, 3, 4), g(1, d=5), g(b=1, a=2), g(*[1, 2, 3], d=4, e=5, f=6), g(a=1, **{"b": 2, "x": 3}), g(1, *(), **{}))
class Chain:
    def __init__(self, v=0): self.v = v
    def add(self, n): return Chain(self.v + n)
    def mul(self, n): return Chain(self.v * n)
    def __call__(self, n): return self.add(n)
    def __getitem__(self, n): return self.mul(n)
    def apply(self, fn, *a): return fn(self, *a)
print(Chain(1).add(2).mul(3).v, Chain(1)(2)(3).v, Chain(2)[3][4].v, Chain(1)(2)[3](4).v, Chain(5).apply(Chain.mul, 2).v, Chain().add(1).apply(lambda c, k: c.v + k, 10))
fs = {"a": [lambda x: x + 1, lambda x: x * 2], "b": lambda: (lambda: "deep")}
print(fs["a"][0](5), fs["a"][1](fs["a"][0](1)), fs["b"]()(), (lambda *x: x)(*[1, *[2, *[3]]]), (lambda **k: sorted(k))(**{"x": 1}, y=2, **dict(z=3)))
def outer(x):
    def mid(y):
        def inner(z): return x * 100 + y * 10 + z
        return inner
    return mid
print(outer(1)(2)(3), [outer(i)(i)(i) for i in range(3)], list(map(outer(1)(2), range(3))))
def swap(a, b): return b, a
x, y = swap(*swap(*swap(1, 2)))
print(x, y, swap(*swap(1, 2)) == (1, 2), [*swap(1, 2), *swap(3, 4)], {**{"a": swap(1, 2)}})
def rec(n, *args, **kw):
    return (args, kw) if n == 0 else rec(n - 1, n, *args, **{**kw, f"k{n}": n})
print(rec(3))
def default_chain(a, b=lambda v: v + 1, c=[1, 2][0], d={"k": (3,)}["k"][0]): return b(a) + c + d
print(default_chain(1), default_chain(1, c=10), default_chain(1, abs, 0, 0))
def modify(l, d, n, s):
    l.append(1); d["x"] = 1; n += 1; s += "x"
    l = [99]
    return n, s, l
l, d, n, s = [], {}, 0, ""
print(modify(l, d, n, s), l, d, n, s)
