# Generators: yield in loops, state, exhaustion, return values, laziness, nesting.
def count(n):
    i = 0
    while i < n:
        yield i
        i += 1


def squares(xs):
    for x in xs:
        print("computing", x, end=" ")
        yield x * x


g = count(3)
print(next(g), next(g), next(g), next(g, "done"), next(g, "still done"), list(count(0)), iter(g) is g, type(g).__name__)
print(list(squares(count(3))))
for v in squares([1, 2, 3]):
    if v == 4:
        break
print(v)


def ret():
    yield 1
    return "value"


r = ret()
next(r)
try:
    next(r)
except StopIteration as e:
    print("stop", e.value, e.args, repr(e))


def fib():
    a, b = 0, 1
    while True:
        yield a
        a, b = b, a + b


def take(n, it):
    for _, v in zip(range(n), it):
        yield v


print(list(take(15, fib())), sum(take(10, fib())), max(take(5, fib())), 21 in fib(), sorted(take(5, fib()), reverse=True))


def flatten(x):
    for item in x:
        if isinstance(item, list):
            yield from flatten(item)
        else:
            yield item


print(list(flatten([1, [2, [3, [4, []]]], 5])), [*count(3)], (*count(2),), {*count(3)} == {0, 1, 2}, dict(enumerate(count(2))))
a, b, *c = count(5)
print(a, b, c)


def empty():
    return
    yield


def bare():
    x = yield
    print("got", x)
    yield


print(list(empty()), list(bare()))


def params(a, b=2, *args, k=3, **kw):
    yield a
    yield b
    yield args
    yield k
    yield kw


print(list(params(1)), list(params(1, 5, 6, k=7, z=8)))


def gen_expr_scope(n):
    m = 10
    return (i * m for i in range(n))


print(list(gen_expr_scope(3)))


class Tree:
    def __init__(self, v, left=None, right=None):
        self.v, self.left, self.right = v, left, right

    def __iter__(self):
        if self.left:
            yield from self.left
        yield self.v
        if self.right:
            yield from self.right


print(list(Tree(4, Tree(2, Tree(1), Tree(3)), Tree(6, Tree(5)))))
gens = [count(i) for i in range(4)]
print([list(x) for x in gens], [list(x) for x in gens])


def interleave(*its):
    its = [iter(i) for i in its]
    while its:
        for i in list(its):
            try:
                yield next(i)
            except StopIteration:
                its.remove(i)


print("".join(interleave("abc", "12", "xyzw")))


def pipeline():
    nums = (n for n in range(20))
    odd = (n for n in nums if n % 2)
    sq = (n * n for n in odd)
    return sum(s for s in sq if s > 10)


print(pipeline())


def running():
    me = yield
    yield next(me)


r = running()
next(r)
try:
    r.send(r)
except ValueError as e:
    print(e)


def in_try():
    for i in range(3):
        try:
            yield i
        finally:
            print("f", i, end=" ")


print(list(in_try()))
def many(n):
    for i in range(n):
        yield i
print(sum(many(5000)), sum(x * y for x in many(50) for y in many(x)))
