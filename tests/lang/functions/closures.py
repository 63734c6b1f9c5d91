# Closures: shared cells, nonlocal, late binding, nesting, cells in loops and classes.
def counter(start=0):
    n = start

    def inc(by=1):
        nonlocal n
        n += by
        return n

    def get():
        return n

    return inc, get


inc, get = counter(5)
print(inc(), inc(3), get())
inc2, get2 = counter()
inc2()
print(get(), get2())


def outer():
    x = 1

    def middle():
        y = 2

        def inner():
            nonlocal x, y
            x += 10
            y += 20
            return x, y, z
        z = 3
        r = inner()
        return r, y

    r = middle()
    return r, x


print(outer())
fs = []
for i in range(3):
    fs.append(lambda: i)
print([f() for f in fs])
i = 99
print(fs[0]())


def make(i):
    def get():
        return i

    def set(v):
        nonlocal i
        i = v
    return get, set


get, set_ = make(4)
set_(40)
print(get())


def adders():
    return [lambda x, n=n: x + n for n in range(3)], [(lambda n: lambda x: x * n)(n) for n in range(3)]


a, m = adders()
print([f(10) for f in a], [f(10) for f in m])


def unbound():
    def show():
        return later
    try:
        show()
    except NameError as e:
        print(type(e).__name__, e)
    later = 5
    print(show())
    del later
    try:
        show()
    except NameError as e:
        print(type(e).__name__, e)


unbound()


def local_unbound():
    print(v)
    v = 1


try:
    local_unbound()
except UnboundLocalError as e:
    print(e)


def deleted():
    q = 1
    del q
    return q


try:
    deleted()
except UnboundLocalError as e:
    print(e)


def params(a, *b, c=3, **d):
    return lambda: (a, b, c, d)


print(params(1, 2, x=5)())


def memo(f):
    cache = {}

    def wrapper(n):
        if n not in cache:
            cache[n] = f(n)
        return cache[n]
    wrapper.cache = cache
    return wrapper


@memo
def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


print(fib(60), len(fib.cache))


def klass(v):
    class K:
        attr = v

        def get(self):
            return v
    return K


K1, K2 = klass(1), klass(2)
print(K1.attr, K1().get(), K2.attr, K2().get(), K1.__name__)


def gen_closure():
    total = 0

    def add(n):
        nonlocal total
        total += n
        return total
    for i in range(3):
        yield add(i), (lambda: total)


print([(v, f()) for v, f in gen_closure()])
