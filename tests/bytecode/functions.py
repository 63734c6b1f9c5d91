# Parameters, defaults, closures and cells, nonlocal, generators, decorators, lambda, comprehensions.
def outer(a, /, b=1, *args, c, d=2, **kw) -> int:
    """doc"""
    n = 0

    def inner():
        nonlocal n
        n += a
        return lambda: (n, b)

    return inner


def gen(it, n: int = 3):
    x = yield
    y = yield x, n
    z = yield from it
    return y + z


@staticmethod
@outer(1, c=2)
def decorated(): pass


def comprehensions(xs, k):
    a = [x * k for x in xs if x > k]
    b = {x: y for x in xs for y in x}
    return a, b, {x for x in xs}, list(x for x in xs), [(t := x) for x in xs], t
