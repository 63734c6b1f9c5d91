# Positional-only, keyword-only, *args, **kwargs in all combinations.
def a(x, y, /, z, *, w):
    return x, y, z, w


def b(x, /, *args, k=1, **rest):
    return x, args, k, sorted(rest.items())


def c(*args):
    return args


def d(**kw):
    return list(kw.items())


def e(first, *args, last="L"):
    return first, args, last


def g(x, /, **kw):
    return x, kw


print(a(1, 2, 3, w=4), a(1, 2, z=3, w=4))
print(b(1), b(1, 2, 3), b(1, k=5), b(1, 2, k=3, x=4, q=5))
print(c(), c(1), c(*range(3)), c(*[1], *[2], 3), d(), d(z=1, a=2), d(**{"k": 1}, j=2))
print(e(1), e(1, 2, 3), e(1, last=2), e(*"abc", last="z"), g(1, x=2))


def order(a, b=2, *c, d, e=5, **f):
    return a, b, c, d, e, f


print(order(1, d=4), order(1, 2, 3, 4, d=5, e=6, g=7), order(*[1, 2, 3], **{"d": 0, "z": 9}))


def forward(*args, **kwargs):
    return order(*args, **kwargs)


print(forward(1, d=2), forward(1, 2, 3, d=4, q=5))
args = [1, 2]
kwargs = {"d": 3}
t = c(*args)
args.append(3)
print(t, args)


def change(**kw):
    kw["new"] = 1
    return kw


orig = {"a": 1}
print(change(**orig), orig)
print((lambda *a, **k: (a, k))(1, b=2), (lambda x, /, y=1: (x, y))(5))
