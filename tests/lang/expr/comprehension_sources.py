# Comprehensions and generator expressions over everything that can be looped over, with what changes in the middle.
import sys


class Counted:
    def __init__(self, n):
        self.n = n

    def __iter__(self):
        print("iter", self.n)
        return iter(range(self.n))


class Items:
    def __getitem__(self, i):
        if i > 3:
            raise IndexError
        return i * i


class Odd(list):
    def __iter__(self):
        return iter([x for x in super().__iter__() if x % 2])


def all_of(source):
    a = [x for x in source]
    return a


def pairs_of(source):
    return {x: i for i, x in enumerate([y for y in source])}


def lazily(source):
    return (x for x in source)


sources = [[1, 2, 3], (4, 5), "abc", "äöü€", b"xyz", bytearray(b"pq"), range(4), range(5, 0, -2), range(0), range(2**70, 2**70 + 3), range(2**61 - 2, 2**61 + 2),
           range(-(2**61) - 1, -(2**61) + 2), {1: "a", 2: "b"}, {7}, frozenset([8]), Counted(2), Items(), Odd([1, 2, 3]), iter([9, 10]), map(str, [1, 2]), zip("ab", [1, 2]), lazily([1, 2]), {3: 4}.items(), reversed([1, 2, 3]), True and range(3), [2.5, 1, "x", None]]
for source in sources:
    print(all_of(source), pairs_of(source), list(lazily(source)), sum(1 for _ in lazily(source)))
for bad in (5, None, 2.5, Counted):
    for f in (all_of, lazily, lambda s: {x for x in s}, lambda s: sum(x for x in s)):
        try:
            print(f(bad))
        except TypeError as e:
            print(type(e).__name__, e)


def growing():
    xs = [1, 2, 3]
    g = (x * 10 for x in xs)
    print(next(g))
    xs.append(4)
    print(list(g))
    xs.append(5)
    print(list(g))
    ys = [1, 2, 3]
    print([ys.append(y + 10) or y for y in ys if len(ys) < 8])
    zs = list(range(10))
    print([zs.pop() for z in zs])
    d = {1: 1, 2: 2}
    g = (k for k in d)
    d[3] = 3
    try:
        print(list(g))
    except RuntimeError as e:
        print(e)


growing()


def types_change(n):
    out = []
    for k in range(n):
        source = [1, 2, 3] if k % 3 == 0 else (1.5, 2.5) if k % 3 == 1 else range(k)
        out.append(sum([x * 2 for x in source]))
        out.append(sum(x * 2 for x in source))
        out.append(len({x for x in source}))
    return out


print(types_change(9))


def ranges(n):
    r = range(3, n, 4)
    a = [i * i for i in r]
    b = [i for i in range(n, -n, -3) if i % 2]
    c = [[i * j for j in range(i)] for i in range(6)]
    d = [x for row in c for x in row if x]
    e = sum(i * j for i in range(5) for j in range(i))
    return a, b[:5], c, d, e, list(r)


print(ranges(30), ranges(0), ranges(3))


def failing(n):
    try:
        return [10 // (n - i) for i in range(n + 3)]
    except ZeroDivisionError as e:
        return str(e), e.__traceback__.tb_next.tb_frame.f_code.co_name if hasattr(e.__traceback__.tb_next, "tb_frame") else None


print(failing(4)[0])
big = [i * 2**60 for i in range(6)]
print(big, [x + 1 for x in big], max(x for x in big), any(x > 2**62 for x in big), all(x >= 0 for x in big))


def loop_over_value(r):
    t = 0
    for i in r:
        if i == 7:
            continue
        t += i
        if t > 1000:
            break
    else:
        return "all", t, i
    return "some", t, i


for r in (range(10), range(100), range(0, 20, 5), [1, 2, 3], (7, 8), range(9, 0, -1), range(2**62, 2**62 + 2)):
    print(loop_over_value(r))


def nested(r, n):
    t = 0
    for i in r:
        for j in r:
            if j > n:
                break
            t += i * j
    return t


print(nested(range(50), 30), nested(range(0, 50, 7), 3), nested([1, 2.5, 3], 2))
