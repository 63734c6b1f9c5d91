def count(n):
    i = 0
    while i < n:
        got = yield i
        if got: i += got
        else: i += 1
def rng(n):
    for i in range(n):
        for j in range(3):
            try:
                yield i * j
            except ValueError as e:
                yield str(e)
            finally:
                pass
def mixed(seq):
    total = 0
    for x in seq:
        if x % 2: y = x * 2
        total += x
        try:
            yield total, y
        except UnboundLocalError as e:
            yield str(e)
def deleg(n):
    r = yield from count(n)
    yield r
    for k in range(3):
        yield from [k, k]
    return 5
def squares(n): return (x * x for x in range(n) if x % 3)
print(sum(count(100000)))
g = count(50); print(next(g), g.send(5), g.send(None), list(g)[:3])
g = rng(4); print([next(g) for _ in range(4)], g.throw(ValueError("x")), list(g))
print(list(mixed([1,2,3,4])))
try: print(list(mixed([2,3])))
except UnboundLocalError as e: print("caught", e)
print(list(deleg(4)), sum(squares(100000)))
def primes(n):
    sieve = [True] * n
    for i in range(2, n):
        if sieve[i]:
            yield i
            for j in range(i * i, n, i): sieve[j] = False
print(sum(primes(300000)))
def clos():
    x = 0
    def inc():
        nonlocal x
        x += 1
        return x
    while True:
        yield inc()
        if x > 5: return x
print(list(clos()))
def w():
    with open('/dev/null') as f:
        yield 1
        yield 2
print(list(w()))
g = rng(3); next(g); g.close()
try: next(g)
except StopIteration: print('stop')
def raiser(n):
    for i in range(n):
        yield 10 // (5 - i)
try:
    for v in raiser(9): print(v)
except ZeroDivisionError as e:
    print(type(e), e.__traceback__.tb_next.tb_lineno)
