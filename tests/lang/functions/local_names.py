# locals(), vars() and dir() in functions and class bodies: what is bound at that point.
def shown(d):
    return {k: v if not callable(v) else '...' for k, v in d.items()}


def f(a, b=2, *args, c, **rest):
    print(locals())
    late = a + b
    print(locals(), vars() == locals(), dir())
    if a > 5:
        maybe = 1
    print('maybe' in locals())
    del late
    print(sorted(locals()))
    for i in range(2):
        pass
    return '{a} {b} {i}'.format(**locals()), '%(c)s' % vars()


print(f(1, c=3))
print(f(6, 7, 8, c=9, d=10))


def outer(x, y):
    z = 3
    w = 4

    def inner(v):
        print(shown(locals()))
        return x, z, v

    print(shown(locals()))
    inner(5)
    del z
    print(shown(locals()))
    z = 6
    snapshot = locals()
    snapshot['x'] = 'changed'
    return inner(7), x


print(outer(1, 2))


class C:
    y = 1

    def method(self):
        return locals()

    print('x' in locals(), locals()['y'], 'method' in locals(), sorted(k for k in vars() if k[0] != '_'))
    locals()['made'] = 5


print(C.made, list(C().method()), (lambda q: locals())(1))


def generator(n):
    for k in range(n):
        yield dict(locals())


print(list(generator(2)))


def locals_is_ours():
    locals = lambda: 'ours'
    return locals()


def none():
    return locals(), dir()


def loop():
    total = 0
    for i in range(1000):
        total += i * 0.5
    return locals()


print(locals_is_ours(), none(), loop(), loop())
