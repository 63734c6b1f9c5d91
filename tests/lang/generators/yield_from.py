# yield from: delegation of values, send, throw, close and the result.
def inner():
    try:
        x = yield "first"
        print("inner got", x)
        y = yield "second"
        print("inner got", y)
    except ValueError as e:
        print("inner caught", e)
        yield "after error"
    finally:
        print("inner finally")
    return "inner result"


def outer():
    print("before")
    result = yield from inner()
    print("result:", result)
    z = yield "outer own"
    print("outer got", z)
    return "outer result"


g = outer()
print(next(g), g.send(1), g.send(2))
try:
    g.send(3)
except StopIteration as e:
    print(e.value)
g = outer()
print(next(g), g.throw(ValueError("v")))
print(next(g), list(g))
g = outer()
next(g)
g.close()


def over(it):
    r = yield from it
    print("r =", r)


print(list(over([1, 2])), list(over("ab")), list(over(range(2))), list(over({"k": 1})), list(over(iter([5]))))


def chain(*its):
    for it in its:
        yield from it


print(list(chain([1], (2, 3), "x", chain([4], [5]))))


class Iter:
    def __init__(self): self.n = 0
    def __iter__(self): return self
    def __next__(self):
        self.n += 1
        if self.n > 2:
            raise StopIteration("iter value")
        return self.n


print(list(over(Iter())))


def deep(n):
    if n:
        yield n
        yield from deep(n - 1)
    return n


print(list(deep(5)), sum(deep(100)))


def multi():
    a = yield from (i for i in range(2))
    b = yield from deep(1)
    return a, b


def run():
    print("multi:", (yield from multi()))


print(list(run()))
try:
    list(over(5))
except TypeError as e:
    print(e)


def thrower():
    try:
        yield from [1, 2, 3]
    except ValueError:
        yield "caught in delegator"


t = thrower()
next(t)
print(t.throw(ValueError), list(t))


def send_to_list():
    yield from [1, 2]


s = send_to_list()
next(s)
try:
    s.send("x")
except AttributeError as e:
    print(e)


class Sendable:
    def __iter__(self): return self
    def __next__(self): return "next"
    def send(self, v): return f"sent {v}"
    def throw(self, *e): return f"thrown {e[0] if isinstance(e[0], type) else type(e[0])}"
    def close(self): print("closed")


s = over(Sendable())
print(next(s), s.send(5), s.throw(KeyError), next(s))
s.close()
def inorder(t):
    if t:
        l, v, r = t
        yield from inorder(l)
        yield v
        yield from inorder(r)
print(list(inorder(((None, 1, None), 2, ((None, 3, None), 4, None)))))
