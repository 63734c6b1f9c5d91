# Call windows, methods, keywords, stars; long displays in chunks; unpacking; parallel assignment; del.
def calls(f, o, xs, kw):
    f(1, xs, k=2)
    o.m(f(o.n()), z=o).p()
    f(*xs, 1, **kw, q=3)
    return f(o)(xs)


def displays(a, b):
    return [a, *b, 1], (a, *b), {a, 1}, {"k": a, **b, 1: 2}, [1, 2, 3], {1, 2, 3}, [], {}, (), [[a], (b,)]


def assignment(a, b, o):
    a, b = b, a
    a, *b, o.x = o
    (c, d), e = a
    x = o[a] = o.y = b
    o.z += c
    o[d] *= 2
    a += b
    a -= 1
    del o.x, o[a], d
    return e, x
