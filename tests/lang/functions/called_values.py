# Calls of functions that are values: closures of one kind or several, what else may be called, and what goes wrong.
# no-stress gc: every collection would look through the whole deep stack
import functools
import sys
import traceback


def adder(n):
    def add(x):
        return x + n

    return add


def scaler(n):
    return lambda x: x * n


def apply_all(functions, x):
    for f in functions:
        x = f(x)
    return x


def times(f, n, x):
    for _ in range(n):
        x = f(x)
    return x


class Callable:
    def __init__(self, n):
        self.n = n

    def __call__(self, x):
        return x - self.n

    def method(self, x):
        return x + 10 * self.n


for i in range(60):
    total = apply_all([adder(i), scaler(2), adder(-i)], i)
print(total, times(adder(3), 100, 0), times(scaler(3), 50, 1), times(scaler(0.5), 10, 1.0))
print(times(adder("x"), 3, ""), times(adder([1]), 2, []), times(adder(2**62), 4, 1))
print(apply_all([abs, str, len, Callable(3), Callable(2).method, int, adder(1)], -12345))
print(apply_all([functools.partial(max, 7), lambda x, y=5: x + y, lambda *a: sum(a)], 3))


# The callee changes while it is called.
def switching():
    f = lambda x: x + 1
    seen = []
    for i in range(40):
        seen.append(f(i))
        if i == 10:
            f = lambda x: str(x)
        if i == 20:
            f = float
        if i == 30:
            f = Callable(100)
    return seen


print(switching())


# One kind of closure, called with one kind of value for long, then with others.
def collect(f, values):
    out = []
    for v in values:
        try:
            out.append(f(v))
        except Exception as e:
            out.append(f"{type(e).__name__}: {e}")
    return out


print(collect(adder(1), [1, 2, 2**61, 2**62, 2**63, 1.5, True, "a", None, [1]]))
print(collect(adder("a"), ["b", 1, None]))
print(collect(None, [1]), collect(3, [1]), collect("text", [1]))


# Wrong numbers of arguments, missing and defaults.
def two(a, b):
    return a * 100 + b


def more(a, b=2, *rest, c=3, **others):
    return (a, b, rest, c, others)


def call0(f):
    return f()


def call1(f, a):
    return f(a)


def call2(f, a, b):
    return f(a, b)


for caller, args in ((call0, ()), (call1, (1,)), (call2, (1, 2))):
    for f in (two, more, adder(1), lambda: "none", print, Callable, Callable(1)):
        try:
            result = caller(f, *args)
            print(f.__name__ if hasattr(f, "__name__") else "object", "object" if isinstance(result, Callable) else result)
        except TypeError as e:
            print(type(e).__name__, e)


# Calling itself through a variable: the stack ends in a RecursionError that is caught, deep inside.
def endless():
    def again(n):
        return f(n + 1)

    f = again
    return again


try:
    endless()(0)
except RecursionError as e:
    print("RecursionError", e)


def even_odd():
    table = {}
    table[0] = lambda n: True if n == 0 else table[1](n - 1)
    table[1] = lambda n: False if n == 0 else table[0](n - 1)
    return table


print(even_odd()[0](200), even_odd()[1](200))


# Exceptions raised in the callee: caught by the caller, with the right lines.
def failing(limit):
    def check(n):
        if n >= limit:
            raise ValueError(n)
        return n

    return check


def run_until(f):
    done = 0
    for i in range(100):
        try:
            done += f(i)
        except ValueError as e:
            return done, e.args, [frame.name for frame in traceback.extract_tb(sys.exc_info()[2])]


print(run_until(failing(50)), run_until(failing(0)))


# Generators and coroutines of closures.
def gen_maker(n):
    def gen(x):
        for i in range(n):
            yield x + i

    return gen


def spread(f, values):
    return [item for v in values for item in f(v)]


print(spread(gen_maker(3), range(5)), spread(lambda x: [x] * x, range(4)))


# Many different functions in one place: too many to tell apart.
many = [
    lambda x: x, lambda x: x + 1, lambda x: x + 2, lambda x: x + 3, lambda x: x + 4, lambda x: x + 5, lambda x: x + 6,
    lambda x: x + 7, lambda x: x + 8, lambda x: x + 9, lambda x: x + 10, lambda x: x + 11, lambda x: x + 12, lambda x: x + 13,
    lambda x: x * 2, lambda x: x * 3, lambda x: x * 4, lambda x: x * 5, lambda x: x * 6, lambda x: x * 7, lambda x: x * 8,
    lambda x: x - 1, lambda x: x - 2, lambda x: x - 3, lambda x: x - 4, lambda x: x - 5, lambda x: -x, lambda x: x // 2,
]
print(sum(apply_all(many, i) for i in range(30)), apply_all(many[:5] + [None][:0], 1))


# Keys and reductions.
words = ["pear", "Fig", "apple", "kiwi"]
print(sorted(words, key=lambda w: (len(w), w.lower())), min(words, key=lambda w: w[-1]), max(3, -7, 5, key=lambda n: n * n))
words.sort(key=lambda w: w.lower(), reverse=True)
print(words, functools.reduce(lambda a, b: a * 2 + b, [1, 0, 1, 1]), functools.reduce(lambda a, w: a + len(w), words, 0))
print(list(filter(lambda n: n % 3, range(10))), list(map(lambda a, b: a * b, [1, 2, 3], [4, 5, 6])))


# A cell is rebound between two calls.
def counter():
    step = 1

    def count(n):
        nonlocal step
        for _ in range(n):
            value = bump(1)
        return value

    def set_step(n):
        nonlocal step
        step = n

    total = 0

    def bump(x):
        nonlocal total
        total += x * step
        return total

    return count, set_step


count, set_step = counter()
print(count(10), set_step(5), count(10), set_step(0.5), count(3), set_step("a"))
try:
    count(1)
except TypeError as e:
    print(e)
functions = []
for i in range(3):
    functions.append(lambda x, k=i: (x + k, x + i))
print([f(10) for f in functions])


# Functions that come by ways nobody foresees.
class Holder:
    def __init__(self, f):
        self.f = f


def use(holder, n):
    out = []
    for i in range(n):
        r = holder.f(i)
        out.append(r)
        if i == 3:
            setattr(holder, "f", lambda x: "text")
        if i == 5:
            holder.__dict__["f"] = lambda x: x + 2**70
        if i == 7:
            vars(holder).update(f=lambda x: x / 2)
        if i == 9:
            setattr(holder, "f", [lambda x: None, len, Holder][i % 2])
            break
    return out


print(use(Holder(adder(1)), 20))
current = adder(5)


def by_global(n):
    total = 0
    for i in range(n):
        total = total + current(i)
        if i == n // 2:
            globals()["current"] = lambda x: x * 0.5
    return total


print(by_global(10), by_global(4))


def cell_caller():
    f = adder(2)

    def run(n):
        return [f(i) for i in range(n)]

    return run


run = cell_caller()
print(run(3))
run.__closure__[0].cell_contents = str
print(run(3))
