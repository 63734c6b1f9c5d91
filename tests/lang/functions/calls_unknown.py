# Calls whose callee is known at run time only: parameters, captured variables, items, attributes; each kind of callee comes by.
# no-stress gc: every collection would look through the whole deep stack
import math
import sys


def call_all(things, x):
    out = []
    for f in things:
        try:
            out.append(f(x))
        except (TypeError, ValueError, ZeroDivisionError) as e:
            out.append(type(e).__name__)
    return out


def one(x):
    return x + 1


def two(x, y):
    return x + y


def with_default(x, y=10):
    return x * y


def with_rest(*rest):
    return len(rest)


def keyword_only(x, *, scale=3):
    return x * scale


def steps(x):
    yield x
    yield x + 1


def fails(x):
    return 1 // (x - x)


class Made:
    def __init__(self, x):
        self.x = x

    def __call__(self, y):
        return self.x, y

    def method(self, y):
        return self.x * y

    def __repr__(self):
        return f"Made({self.x})"


def adder(n):
    def add(x):
        return x + n
    return add


def counter():
    count = 0

    def step(x):
        nonlocal count
        count += x
        return count
    return step


things = [one, two, with_default, with_rest, keyword_only, fails, Made, Made(5), Made(7).method, abs, math.sqrt, str, adder(3), adder(0.5),
          counter(), lambda x: x * x, ord, 3, None, int]
for x in (4, 2.5, 1 << 70, -1, True):
    print(call_all(things, x))
print([list(f(3)) for f in [steps, steps] * 3])


def repeat(f, n):
    total = 0
    for i in range(n):
        total += f(i)
    return total


print(repeat(adder(1), 40), repeat(adder(0.25), 40), repeat(lambda i: i ^ 3, 40), repeat(abs, 40), repeat(bool, 40))
print(repeat(lambda i: 1 << i, 70), repeat(counter(), 20))


# One closure after the other of one function, then of another: what was taken for certain is not.
def compose(outer, inner):
    return lambda x: outer(inner(x))


chain = one
for k in range(20):
    chain = compose(adder(k), chain) if k % 3 else compose(chain, adder(k * 0.5 if k > 15 else k))
print(chain(1), repeat(chain, 20))


def pick(i):
    return [one, adder(i), str, Made][i % 4]


print([pick(i)(i) for i in range(12)])


# Attributes that hold functions take no self.
class Holder:
    def __init__(self, f):
        self.f = f

    def g(self, x):
        return self.f(x) + 1


holders = [Holder(one), Holder(adder(2)), Holder(abs)]
print([h.f(i) + h.g(i) for i in range(4) for h in holders])
holders[0].f = two
try:
    print([h.g(3) for h in holders])
except TypeError as e:
    print(e)


# Too deep, by way of calls that nobody knew.
sys.setrecursionlimit(100)


def dive(f, n):
    return f(f, n + 1)


try:
    dive(dive, 0)
except RecursionError as e:
    print("RecursionError", e)


def unwind(f, n):
    try:
        return f(n)
    finally:
        seen.append(n)


seen = []
for f in (one, fails, adder(2), fails):
    try:
        print(unwind(f, len(seen)))
    except ZeroDivisionError as e:
        print(e)
print(seen)


# What prediction has to be one function becomes another.
def make():
    def inner(x):
        return x * 2
    return inner


double = make()


def use(n):
    total = 0
    for i in range(n):
        total += double(i)
    return total


print(use(40))
double = make()
print(use(40))
globals()["double"] = lambda x: x * 0.5
print(use(40))
globals()["double"] = lambda x: str(x)
try:
    print(use(10))
except TypeError as e:
    print(e)
print(sorted(range(10), key=adder(-5)), list(map(adder(1), range(5))), max(range(9), key=lambda v: v % 5))
