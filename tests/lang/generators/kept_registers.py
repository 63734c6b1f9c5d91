# What a generator keeps while it is suspended: loops of every kind, variables that change class, exits in the middle, collections.
import sys


def loops(n, items, text):
    total = 0
    for i in range(n):
        for item in items:
            for c in text:
                total += i
                yield i, item, c, total
            del c
    for k, v in {"a": 1, "b": 2}.items():
        yield k, v
    for i, (a, b) in enumerate(zip(items, text)):
        yield i, a, b
    return total


def result(g, out):
    out.append((yield from g))


out = []
print(list(result(loops(3, [1, 2.5, None], "xy"), out)), out)


def growing(x):
    while True:
        sent = yield x
        x = x * x if sent is None else sent


g = growing(3)
print([next(g) for _ in range(9)], g.send("ab"), g.send(1.5), next(g), next(g))
try:
    g.send("text")
    next(g)
except TypeError as e:
    print(e)
print(list(g))


def changing(items):
    for item in items:
        try:
            got = yield item
            while got:
                got = yield got * 2
        except (ValueError, KeyError) as e:
            yield f"caught {e!r}"
        finally:
            yield f"finally {item}"


g = changing(["a", 1, 2**70])
print(next(g), g.send(4), g.send(2**62), g.throw(ValueError("v")), next(g), next(g), g.throw(KeyError, "k"), next(g), next(g))
try:
    g.close()
except RuntimeError as e:
    print(e)


# A list that grows and shrinks while a suspended loop walks over it.
items = [1, 2, 3]


def walk():
    for item in items:
        yield item


g = walk()
print(next(g), items.append(4), next(g), items.pop(), items.pop(0), list(g), items.append(9), list(g))
d = {1: 1}


def keys():
    for k in d:
        yield k


g = keys()
print(next(g))
d[2] = 2
try:
    next(g)
except RuntimeError as e:
    print(e, list(g))


# Collections while many are suspended, each with objects that only it knows.
def holder(n):
    mine = [str(n)] * 3
    box = {n: [n]}
    for i in range(4):
        yield mine[i % 3], box[n]
        mine = [s + "!" for s in mine]


many = [holder(n) for n in range(200)]
for _ in range(4):
    last = [next(g) for g in many]
    garbage = [[i] for i in range(300)]
print(last[0], last[199])


# Exceptions handled inside belong to the generator.
def handling():
    try:
        raise ValueError("inside")
    except ValueError:
        yield sys.exc_info()[0]
        yield sys.exc_info()[0]
    yield sys.exc_info()[0]


g = handling()
try:
    raise KeyError("outside")
except KeyError:
    print(next(g), sys.exc_info()[0], next(g), sys.exc_info()[0], next(g))


# Resumed by itself; recursion of generators; delegation deep and long.
def selfish():
    yield 1
    next(me)


me = selfish()
print(next(me))
try:
    next(me)
except ValueError as e:
    print(e)


def tree(depth, label):
    if depth:
        yield from tree(depth - 1, label * 2)
        yield label
        yield from tree(depth - 1, label * 2 + 1)


print(sum(tree(10, 1)), list(tree(3, 1)))


def chain(n):
    if n == 0:
        got = yield "bottom"
        while got != "stop":
            got = yield got
        return 0
    return 1 + (yield from chain(n - 1))


g = chain(300)
print(next(g), g.send("echo"), g.send(5))
try:
    g.send("stop")
except StopIteration as e:
    print(e.value)


def failing(n):
    yield n
    if n == 0:
        raise ZeroDivisionError("at the bottom")
    yield from failing(n - 1)


seen = []
try:
    for n in failing(5):
        seen.append(n)
except ZeroDivisionError as e:
    tb, lines = e.__traceback__, []
    while tb:
        lines.append((tb.tb_frame.f_code.co_name, tb.tb_lineno))
        tb = tb.tb_next
    print(seen, e, lines)


def stops():
    yield 1
    raise StopIteration(2)


try:
    list(stops())
except RuntimeError as e:
    print(e, repr(e.__cause__))


def numbers(n, seed):
    for _ in range(n):
        seed = seed * 16807 % 2147483647
        yield seed


print(sum(x % 7 for x in numbers(3000, 1) if x & 1), max(numbers(100, 5)), sum(numbers(50, 2**64)), any(x > 10**20 for x in numbers(5, 1)))
