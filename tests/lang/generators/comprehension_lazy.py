# Generator expressions: laziness, closures, early exit, nesting, as arguments, evaluation of the first iterable.
log = []


def src(n, name="src"):
    for i in range(n):
        log.append(f"{name}{i}")
        yield i


g = (x * 2 for x in src(5))
print(log, next(g), log, next(g), log)
print(any(x > 1 for x in src(10)), log[-3:], all(x < 1 for x in src(10)), log[-2:])
log.clear()
pairs = ((a, b) for a in src(2, "a") for b in src(2, "b"))
print(next(pairs), log, list(pairs), log)


def first_iter_now():
    return (x for x in undefined_name)


try:
    first_iter_now()
except NameError as e:
    print("at creation:", e)
g = (y for x in [1] for y in undefined_name2)
try:
    next(g)
except NameError as e:
    print("at next:", e)
n = 1
g = (x + n for x in range(3))
n = 100
print(list(g))
fs = [lambda k=k: k for k in range(3)]
print([f() for f in fs], list(f() for f in fs))
print(sum(x for x in range(5) if x % 2), max(len(w) for w in ("a", "bbb")), dict((k, v) for k, v in zip("ab", range(2))), "".join(str(d) for d in range(5)), sorted((-x for x in range(3))), tuple(x for x in "ab"), set(x % 2 for x in range(5)) == {0, 1}, [*(x for x in "xy")], list(map(lambda t: t[0], ((x, 1) for x in "z"))))
def take_while(p, it):
    for x in it:
        if not p(x): return
        yield x
def naturals():
    n = 0
    while True:
        yield n
        n += 1
print(list(take_while(lambda v: v < 30, (x * x for x in naturals() if x % 2))), next(x for x in naturals() if x * x > 50))
evens = (x for x in naturals() if x % 2 == 0)
sq = (e * e for e in evens)
big = (s for s in sq if s > 20)
print([next(big) for _ in range(4)], next(evens), next(sq))
nested = [[j for j in (k * i for k in range(3))] for i in (x for x in range(3))]
print(nested, [list(inner) for inner in ((i * j for j in range(2)) for i in range(3))])
late = [(i * j for j in range(2)) for i in range(3)]
print([list(x) for x in late])
class C:
    vals = [1, 2, 3]
    doubled = list(v * 2 for v in vals)
    def scaled(self, k): return list(v * k for v in self.vals)
print(C.doubled, C().scaled(3))
def gen_ret():
    x = yield from (i for i in range(2))
    print("x is", x)
print(list(gen_ret()))
g = (1 // x for x in (1, 0, 2))
print(next(g))
try:
    next(g)
except ZeroDivisionError as e:
    print(e)
print(list(g), next(g, "exhausted"))
primes = (n for n in range(2, 100) if not any(n % d == 0 for d in range(2, n)))
print(list(zip(primes, "abcdef")), next(primes))
