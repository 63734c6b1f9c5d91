# List, dict, set, generator comprehensions: scoping, nesting, conditions.
x = "outer"
print([x for x in range(3)], x, [i for i in "ab"], {x for x in (1, 1)}, {x: x for x in "a"}, x)
print([(i, j) for i in range(3) for j in range(i)], [[j for j in range(i)] for i in range(4)], [i for i in range(20) if i % 2 if i % 3 == 0])
print([y for x in [[1, 2], [3]] for y in x], [a + b for a, b in [(1, 2), (3, 4)]], [a for a, *_ in ["abc", "de"]], [i if i % 2 else -i for i in range(4)])
fs = [lambda: i for i in range(3)]
print([f() for f in fs], [f() for f in [lambda i=i: i for i in range(3)]])
print(sum(i * i for i in range(5)), max((len(w), w) for w in ["a", "bbb", "cc"]), list(i for i in range(3)), sorted(-i for i in range(3)), "".join(c.upper() for c in "ab"), dict((k, 1) for k in "ab"))
def f(n):
    k = 10
    return [i * k + n for i in range(n)], {i: n for i in range(2)}, (lambda: [n + k for _ in "a"])()
print(f(3))
class C:
    size = 3
    squares = [i * i for i in range(size)]
    pairs = [(i, j) for i in range(2) for j in "ab"]
print(C.squares, C.pairs)
g = (i for i in [1, 2, 3])
print(next(g), list(g), list(g))
n = 3
lazy = (i * n for i in range(3))
n = 10
print(list(lazy))
print({k: [v for v in range(k)] for k in range(3)}, {(i, j): i * j for i in range(2) for j in range(2)}, {c: s.count(c) for s in ["abca"] for c in s})
print([[row[i] for row in [[1, 2], [3, 4], [5, 6]]] for i in range(2)], [*(i for i in range(2)), *[i for i in "x"]])
print([i for i in range(5) if (lambda v: v > 2)(i)], [z for z in [1, 2, 3] if z in [y for y in [2, 3]]], [(yy, w) for yy in range(2) for w in [yy * 10]])
try:
    print([undefined_name for _ in range(1)])
except NameError as e:
    print(e)
try:
    [i for i in range(3) if 1 // (2 - i)]
except ZeroDivisionError as e:
    print(e)
primes = [p for p in range(2, 60) if all(p % d for d in range(2, int(p ** 0.5) + 1))]
print(primes, [q for p in primes if p < 5 for q in [p, p * p] if q != 4])
