# What was read or stored is known to later reads only as long as nothing else could have changed it.
class Pair:
    def __init__(self, a, b):
        self.a = a
        self.b = b


def swap_names(p, q, n):
    total = 0.0
    for i in range(n):
        p.a = p.a + 1.5
        q.a = q.a * 2.0
        p.b = p.a - q.a
        total += p.a + q.b
        q.b = total
    return total, p.a, p.b, q.a, q.b


def between(p, d):
    before = p.a
    try:
        p.a = before + 1
        p.b = 10 // d
        p.a = p.a + 100
    except ZeroDivisionError:
        p.b = p.a
    finally:
        p.a += 1000
    return p.a, p.b


def through_call(p, change):
    x = p.a
    y = p.a
    change(p)
    return x, y, p.a, p.a


def replace(p):
    p.a = "replaced"


def remove(p):
    del p.a


def as_dict(p):
    p.__dict__["a"] = "by dict"


def grow(p):
    p.c = 1
    p.a = 7


def items(x, y, n):
    out = []
    for i in range(n):
        first = x[0]
        y[0] = first + i
        out.append((first, x[0], y[0], len(x)))
        y.append(i)
        out.append((len(x), x[-1], y[-1]))
        y.pop()
    return out


def grow_and_measure(x, n):
    sizes = []
    for i in range(n):
        before = len(x)
        x.append(i)
        sizes.append(len(x) - before)
    return sizes


counter = 0


def bump():
    global counter
    counter += 1
    return counter


def globals_seen(n):
    global counter
    seen = []
    for i in range(n):
        counter = i
        seen.append(counter)
        bump()
        seen.append(counter)
    return seen


def cells(n):
    v = 0
    seen = []

    def put(x):
        nonlocal v
        v = x

    for i in range(n):
        v = i
        seen.append(v)
        put(i * 10)
        seen.append(v + v)
    return seen


def unbound(flag):
    if flag:
        v = 1

    def get():
        return v

    try:
        first = v
    except NameError as e:
        first = type(e).__name__
    try:
        second = v
    except NameError as e:
        second = type(e).__name__
    v = 5
    return first, second, v, get()


def big(p, n):
    for i in range(n):
        p.a = p.a * 3 + p.a
        p.b = p.a - p.b
    return p.a, p.b


class Counted:
    def __init__(self):
        self.reads = 0

    def __getattr__(self, name):
        self.reads += 1
        return self.reads


class Watched:
    def __init__(self, v):
        self.v = v


def watched(w):
    return w.v + w.v


nan = float("nan")
print(swap_names(Pair(1.0, 2.0), Pair(3.0, 4.0), 5))
same = Pair(0.5, 0.25)
print(swap_names(same, same, 5))
print(swap_names(Pair(nan, -0.0), Pair(-0.0, nan), 2))
print(between(Pair(1, 2), 3), between(Pair(1, 2), 0), between(Pair(2**61, 2), 5), between(Pair(2**62, 2), 0))
print(through_call(Pair(1, 2), replace), through_call(Pair(1, 2), as_dict), through_call(Pair(1, 2), grow))
try:
    through_call(Pair(1, 2), remove)
except AttributeError as e:
    print("AttributeError", "a" in str(e))
print(items([1, 2, 3], [4, 5], 2))
shared = [1, 2, 3]
print(items(shared, shared, 2))
print(grow_and_measure([], 4))
print(globals_seen(3), cells(3), unbound(True), unbound(False))
print(big(Pair(1, 2), 5), big(Pair(2**59, 1), 3), big(Pair(True, 1.5), 3), big(Pair(1e300, 1), 9))
c = Counted()
print(c.x + c.x, c.reads)
print(watched(Watched(2)), watched(Watched(2.5)))
Watched.v = property(lambda self: bump(), lambda self, v: None)
print(watched(Watched(3)) > 3)
