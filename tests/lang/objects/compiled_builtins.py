# Builtin functions on numbers, as compiled code has them: results, errors, and what happens when the program replaces one.
import math
from math import sqrt, floor


def norms(n):
    t = 0.0
    for i in range(n):
        x = i * 0.5
        t += sqrt(x) + math.sin(x) * math.cos(x) - math.fabs(-x) + abs(x - 3.0)
        t += math.floor(x) + math.ceil(x) + float(i) + int(x) + abs(i - 7) + min(x, 2.5) + max(i, 4)
    return t


print(norms(50))


def attempt(f, *args):
    try:
        return f(*args)
    except Exception as e:
        return f"{type(e).__name__}: {e}"


def root(x):
    return math.sqrt(x)


def whole(x):
    return int(x)


def down(x):
    return floor(x)


def size(x):
    return abs(x)


def least(a, b):
    return min(a, b)


def power(x):
    return math.exp(x)


for i in range(3):
    print([root(x) for x in (4.0, 2.25, 0.0)], attempt(root, -1.0), attempt(root, "x"), root(9), root(True))
    print(whole(2.9), whole(-2.9), attempt(whole, 1e300), attempt(whole, float("nan")), attempt(whole, float("inf")), whole("12"))
    print(down(2.5), down(-2.5), attempt(down, float("inf")), down(7))
    print(size(-3), size(-3.5), size(-0.0), size(-2**63), size(2**61), attempt(size, "x"))
    print(least(1, 2), least(2.5, 1.5), least("a", "b"), least(1, 0.5), least(float("nan"), 1.0), least(1.0, float("nan")))
    print(power(0.0), attempt(power, 1e4), power(-1e4))
    print(math.sin(0.0), attempt(lambda: math.sin(float("inf"))))


def lengths(things):
    return [len(x) for x in things]


print(lengths([[1, 2], [], [3]]), lengths(["ab", "", "äöü"]), lengths([{1: 2}, {}]), attempt(lengths, [1]))


class Sized:
    def __len__(self):
        return 5


print(lengths([Sized(), [1], "abc", (1, 2, 3)]))


def loop(n):
    t = 0.0
    for i in range(n):
        t += math.sqrt(float(i))
    return t


print(loop(10))
math.sqrt = lambda x: 100.0
print(loop(10), sqrt(4.0))


def count(n):
    t = 0
    for i in range(n):
        t += len("abc")
    return t


print(count(4))
len = lambda x: 10
print(count(4))
