# Steps of loops over generators: errors, ends, re-entry, sends between steps, handlers inside, recursion, early leaves.
# no-stress gc: it recurses as deep as it can
import sys
def g1():
    g = yield 1
    print("got", g)
    x = yield 2
    print("got", x)
def reent():
    yield next(me)
me = reent()
try:
    for x in me: print(x)
except ValueError as e: print("VE", e)
try:
    for x in me: print(x)
except ValueError as e: print("VE", e)
print(list(me))
def rec(n):
    if n: 
        for x in rec(n-1): yield x
    yield n
print(sum(rec(200)))
def inf():
    for x in inf(): yield x
try:
    for x in inf(): print(x)
except RecursionError: print("RecursionError")
def infs():
    yield sum(infs())
try:
    print(sum(infs()))
except RecursionError: print("RecursionError2")
def infy():
    yield from infy()
try:
    for x in infy(): print(x)
except RecursionError: print("RecursionError3")
def hand():
    for i in range(5):
        try:
            if i % 2: raise KeyError(i)
            yield i
        except KeyError as e:
            yield ("in", type(sys.exc_info()[1]).__name__)
            yield sys.exc_info()[1].args
        finally:
            yield "fin"
try:
    raise OSError("outer")
except OSError:
    for x in hand():
        print(x, repr(sys.exc_info()[1]))
for x in hand():
    print(x, repr(sys.exc_info()[1]))
def exc(n):
    for i in range(n):
        if i == 3: raise ValueError(i)
        yield i
for k in range(3):
    t = 0
    try:
        for x in exc(10): t += x
    except ValueError as e:
        import traceback
        print(t, e, [f.name for f in traceback.extract_tb(e.__traceback__)], [f.lineno for f in traceback.extract_tb(e.__traceback__)])
def si(n):
    for i in range(n):
        if i == 2: raise StopIteration(5)
        yield i
try:
    for x in si(5): print(x)
except RuntimeError as e: print(e, repr(e.__cause__))
def big():
    x = 1
    while x < 10**30:
        yield x
        x *= 1000
print(sum(big()), [y for y in big()][-1])
def mixed():
    for i in range(3): yield i
    yield 2.5
    yield "s"
    yield None
    yield 10**20
out = []
for x in mixed(): out.append(x)
print(out)
def close():
    try:
        for i in range(100): yield i
    finally:
        print("closed")
c = close()
for x in c:
    if x == 3: break
print(next(c)); c.close(); print(list(c))
c = close(); c.close(); print(list(c))
s = g1(); print(next(s)); print(s.send("a"))
for x in s: print(x)
s = g1()
for x in s:
    print("loop", x)
s = g1(); next(s)
try: s.throw(KeyError("t"))
except KeyError as e: print("thrown", e)
print(list(s))
def outer():
    r = yield from inner()
    print("ret", r)
    for x in inner(): yield x * 10
def inner():
    yield 1
    yield 2
    return "R"
for x in outer(): print(x)
def accumulate_send():
    total = 0
    while True:
        v = yield total
        if v is None: v = 100
        total += v
a = accumulate_send(); next(a)
n = 0
for x in a:
    n += 1
    if n % 2: a.send(1)
    if n > 6: break
print(x)
def nested_loops():
    for i in range(3):
        for j in (x*x for x in range(i)):
            for k in nums(j): yield i, j, k
def nums(n):
    i = 0
    while i <= n:
        yield i
        i += 1
print(list(nested_loops()))
t = 0
for i, j, k in nested_loops(): t += i*100+j*10+k
print(t)
def deep(n):
    def walk(d):
        if d:
            yield from walk(d-1)
            yield d
            yield from walk(d-1)
    return sum(walk(n))
print(deep(10))
g = (x for x in range(3)); print(g.gi_running, next(g))
def selfclose():
    yield 1
    try: me2.close()
    except ValueError as e: print(e)
    yield 2
me2 = selfclose()
for x in me2: print(x)
def forever():
    while True: yield 1
import itertools
tot = 0
for i, x in zip(range(100000), forever()): tot += x
print(tot)
