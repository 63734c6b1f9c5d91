# Numbers that need an object of their own: ints beyond 62 bits, floats of unusual exponents, kept by lists, fields, dicts, generators.
class Pair:
    def __init__(self):
        self.x = 1.5
        self.n = 3


def floats(n):
    t = 2.0
    found = []
    for i in range(n):
        t = t * 1e200 if i % 2 else t / 1e199
        found.append(t)
    return found


def ints(n):
    return [2 ** 61 + i for i in range(n)]


def fields(n):
    p = Pair()
    for i in range(n):
        p.x = i * 1e300
        p.n = (i + 5) * 4611686018427387904
    return p.x, p.n


def generated(n):
    for i in range(n):
        yield i * 1e250


def items(n):
    d = {}
    for i in range(n):
        d[i] = i * 1e280
        d[i * 1e290] = i
    return len(d), d[3], d[7e290]


for _ in range(3):
    print(floats(12), ints(3), fields(9), sum(generated(40)), items(40))
