# What native code made of stencils remembers or assumes, and then meets something else.
import sys


# One call, many callees: the same function, other functions, closures of one, natives, classes, objects.
def call_each(callees, n):
    found = []
    for i in range(n):
        for f in callees:
            found.append(f(i))
    return found


def adder(k):
    return lambda x: x + k


class Boxed:
    def __init__(self, value):
        self.value = value

    def __call__(self, x):
        return (self.value, x)

    def __repr__(self):
        return f"Boxed({self.value})"

    def double(self, x):
        return self.value * 2 + x


def plain(x):
    return x * 2


def with_default(x, y=5):
    return x + y


def gathers(*args):
    return args


def generates(x):
    yield x
    yield x + 1


print(call_each([plain], 6))
print(call_each([plain, adder(1), adder(2), adder(30)], 6)[-5:])
print(call_each([Boxed, Boxed(3), abs, str, with_default, gathers, Boxed(4).double], 4)[-8:])
print([list(g) for g in call_each([generates], 4)])


# Methods found on the class, on the instance, rebound while running.
class Animal:
    def speak(self, n):
        return "..." * n


class Dog(Animal):
    def speak(self, n):
        return "woof" * n


class Odd(Animal):
    def __init__(self):
        self.speak = lambda n: n


def listen(animals, n):
    heard = []
    for i in range(n):
        for a in animals:
            heard.append(a.speak(i))
        if i == n - 2:
            Dog.speak = lambda self, n: -n
    return heard


print(listen([Animal(), Dog(), Odd()], 5)[-7:])


# Globals rebound and unbound between calls at one place.
def target(x):
    return x + 1


def use_target(n):
    total = 0
    for i in range(n):
        total += target(i)
        if i == n // 2:
            globals()["target"] = lambda x: 1000
    return total


print(use_target(20))
del target
try:
    use_target(3)
except NameError as e:
    print(e)


# Types that change in a loop that has been running.
def accumulate(values):
    total = 0
    for v in values:
        total = total + v
        if total > 10:
            total -= 1
    return total


for values in ([1] * 40, [1.5] * 40, [1] * 20 + [0.5] * 20, [2 ** 61] * 3, [True, False, 7]):
    print(accumulate(values))
try:
    accumulate([1] * 30 + ["x"])
except TypeError as e:
    print(e)


# Arithmetic at its edges, again and again so that it is compiled.
def edges(a, b):
    out = []
    for op in range(9):
        try:
            if op == 0: out.append(a + b)
            elif op == 1: out.append(a - b)
            elif op == 2: out.append(a * b)
            elif op == 3: out.append(a // b)
            elif op == 4: out.append(a % b)
            elif op == 5: out.append(a / b)
            elif op == 6: out.append(a < b)
            elif op == 7: out.append((a // 7, a % 7, a // -7, a % -7))
            else: out.append(a == b)
        except (ZeroDivisionError, OverflowError) as e:
            out.append(type(e).__name__)
    return out


big = 2 ** 61
for a in (0, 1, -1, 7, -8, big - 1, -big, 2 ** 29, 2 ** 30, 2 ** 32 + 5, 0.0, -0.0, 1.5, -2.5e300, 1e-200):
    for b in (0, 3, -3, big - 1, 2 ** 31, 0.5, 1e200):
        print(a, b, edges(a, b))


# Making objects: __init__ that raises, returns something, calls itself, takes the wrong number.
class Node:
    def __init__(self, depth):
        self.depth = depth
        self.child = Node(depth - 1) if depth else None


class Refuses:
    def __init__(self, x):
        if x == 3:
            raise ValueError(x)
        self.x = x


class Returns:
    def __init__(self, x):
        self.x = x
        if x == 2:
            return x


def make(cls, n):
    made = []
    for i in range(n):
        try:
            made.append(cls(i))
        except (ValueError, TypeError) as e:
            made.append(f"{type(e).__name__}: {e}")
    return [m if isinstance(m, str) else m.__dict__ for m in made]


print(len(make(Node, 30)), make(Node, 3)[2]["child"].depth)
print(make(Refuses, 5))
print(make(Returns, 4))
try:
    make(lambda i: Refuses(i, i), 2)
    print(make(lambda i: Refuses(), 2))
except AttributeError as e:
    print(e)


# Deep recursion; handlers in loops; generators that are resumed from compiled code.
def deep(n):
    return 0 if n == 0 else 1 + deep(n - 1)


for _ in range(3):
    print(deep(900))


def handled(n):
    log = []
    for i in range(n):
        try:
            if i % 3 == 0:
                raise KeyError(i)
            if i % 3 == 1:
                continue
            log.append(10 // (i - 5))
        except KeyError as e:
            log.append(e.args[0])
        except ZeroDivisionError:
            log.append("zero")
        finally:
            log.append("f")
    return log


print(handled(9))


def counter(n):
    got = yield "start"
    for i in range(n):
        got = yield (i, got)
    return "done"


def drive():
    g = counter(5)
    seen = [next(g)]
    try:
        for i in range(20):
            seen.append(g.send(i))
    except StopIteration as e:
        seen.append(e.value)
    return seen


print(drive())
print(drive())


# Containers changed by what runs in between; slices and negative indices beside the plain ones.
def walk(items):
    seen = []
    for i in range(len(items)):
        seen.append(items[i])
        seen.append(items[-1])
        if i == 3:
            items.append("new")
    return seen


print(walk(list(range(6))), walk([0] * 4))
print([("abcé"[i], b"xyz!"[i], (1, 2, 3, 4)[i], range(4)[i]) for i in (0, 3, -1, -4)])
for bad in ("abc", b"abc", (1,), [1]):
    for at in (7, -8):
        try:
            bad[at]
        except IndexError as e:
            print(e)
print(sys.getrecursionlimit() > 0)
