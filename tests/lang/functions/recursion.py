# Recursion of several shapes, deep but legal.
def fact(n):
    return 1 if n < 2 else n * fact(n - 1)


def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


def ackermann(m, n):
    if m == 0:
        return n + 1
    if n == 0:
        return ackermann(m - 1, 1)
    return ackermann(m - 1, ackermann(m, n - 1))


def is_even(n):
    return True if n == 0 else is_odd(n - 1)


def is_odd(n):
    return False if n == 0 else is_even(n - 1)


def depth(n):
    return 0 if n == 0 else 1 + depth(n - 1)


def hanoi(n, a="A", b="B", c="C"):
    return [] if n == 0 else hanoi(n - 1, a, c, b) + [(a, c)] + hanoi(n - 1, b, a, c)


def flatten(x):
    return [y for item in x for y in (flatten(item) if isinstance(item, list) else [item])]


def permutations(s):
    if len(s) <= 1:
        return [s]
    return [s[i] + p for i in range(len(s)) for p in permutations(s[:i] + s[i + 1:])]


def power_set(s):
    if not s:
        return [[]]
    rest = power_set(s[1:])
    return rest + [[s[0]] + r for r in rest]


def collatz(n, steps=0):
    return steps if n == 1 else collatz(n // 2 if n % 2 == 0 else 3 * n + 1, steps + 1)


print(fact(20), fact(50), fib(18), ackermann(2, 3), is_even(300), is_odd(301))
print(depth(900), hanoi(3), flatten([1, [2, [3, [4]], 5], []]), permutations("abc"), power_set([1, 2, 3]), collatz(27))
Y = lambda f: (lambda x: x(x))(lambda y: f(lambda *args: y(y)(*args)))
print(Y(lambda f: lambda n: 1 if n == 0 else n * f(n - 1))(10))
nest = []
for _ in range(50):
    nest = [nest]
print(nest)
print((lambda f, n: f(f, n))(lambda f, n: n if n < 2 else f(f, n - 1) + f(f, n - 2), 12))


def count(n):
    try:
        if n == 0:
            raise ValueError("bottom")
        return count(n - 1)
    finally:
        if n % 100 == 0:
            print("unwind", n)


try:
    count(300)
except ValueError as e:
    print(e)
