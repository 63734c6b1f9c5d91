# generators, closures, exceptions, deep recursion through tiers with exits
def gen(n, flip):
    x = 0
    for i in range(n):
        if flip and i % 50 == 49:
            x = x + 0.5
        else:
            x = x + 1
        yield x
def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)
def safe(a, b):
    try:
        return a // b
    except ZeroDivisionError:
        return -1
def deep(n):
    if n == 0: return 0
    return deep(n - 1) + 1
class V:
    def __init__(s, x): s.x = x
    def __add__(s, o): return V(s.x + o.x)
    def __radd__(s, o): return V(o + s.x)
def summ(xs):
    t = 0
    for x in xs:
        t = t + x
    return t
acc = []
for k in range(60):
    acc.append(sum(gen(400, k % 3 == 0)))
    acc.append(sum(safe(k * 7, j % 5) for j in range(300)))
    acc.append(deep(500))
    xs = [k, k + 1] * 200
    if k % 4 == 1: xs[100] = 2.5
    if k % 4 == 2: xs[399] = V(3)
    r = summ(xs)
    acc.append(r.x if isinstance(r, V) else r)
    if k % 10 == 0: acc.append(fib(18))
big = 1
for k in range(300):
    big = big * 3 + k
acc.append(big % 1000007)
print(sum(hash(a) % 1000003 for a in acc), len(acc))
def err(i):
    d = {"a": 1}
    return d["a"] if i < 5000 else d["b"]
try:
    for i in range(10000): err(i)
except KeyError as e:
    print("KeyError", e)
