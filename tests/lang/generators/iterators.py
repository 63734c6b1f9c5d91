# The iterator protocol by hand, iter with sentinel, builtin iterators and their independence.
class Countdown:
    def __init__(self, n): self.n = n
    def __iter__(self): return CountdownIter(self.n)


class CountdownIter:
    def __init__(self, n): self.n = n
    def __iter__(self): return self
    def __next__(self):
        if self.n == 0:
            raise StopIteration
        self.n -= 1
        return self.n + 1


c = Countdown(3)
print(list(c), list(c), [(a, b) for a in c for b in c], 2 in c, max(c), sum(c), sorted(c), tuple(c), dict.fromkeys(c), " ".join(map(str, c)), list(zip(c, c)), [*c, *c])
a, b, d = c
print(a, b, d)
it = iter(c)
print(next(it), list(it), next(it, None))
data = [1, 2, 3, 4]
i1, i2 = iter(data), iter(data)
print(next(i1), next(i1), next(i2), list(zip(i1, i1)), list(i2))
pairs = list(zip(*[iter(range(6))] * 2))
print(pairs, list(map(lambda a, b: a - b, iter([5, 6]), iter([1, 2]))))
values = iter([3, 1, 4, 0, 5])
print(list(iter(lambda: next(values), 0)), next(values))
e = enumerate(iter("ab"))
print(next(e), list(e), list(e))
z = zip(iter([1, 2, 3]), iter([1]))
print(list(z))
f = filter(lambda v: v % 2, iter(range(6)))
print(next(f), list(f))
m = map(str, range(3))
print("".join(m), list(m), list(reversed(range(3))), next(reversed([1, 2])))
d = {"a": 1, "b": 2}
di = iter(d)
print(next(di), list(di), list(iter(d.items())), list(iter(d.values())), list(reversed(d.keys())))
for kind in (iter([]), iter(()), iter(""), iter({}), iter(set()), iter(range(0)), iter(b""), zip(), map(abs, []), enumerate([]), reversed([]), (x for x in [])):
    print(type(kind).__name__.replace("_ascii", ""), list(kind), iter(kind) is kind)
lst = [1, 2, 3]
it = iter(lst)
next(it)
lst.insert(0, 0)
print(list(it))
it = iter(lst)
lst.clear()
print(list(it))
lst.append(1)
print(list(it))


class Raises:
    def __iter__(self): return self
    def __next__(self): raise ValueError("in next")


for f in (lambda: list(Raises()), lambda: [x for x in Raises()], lambda: next(Raises(), "no default"), lambda: sum(Raises()), lambda: list(zip([1], Raises())), lambda: 1 in Raises(), lambda: max(Raises()), lambda: "".join(Raises()), lambda: dict(Raises()), lambda: [*Raises()], lambda: sorted(Raises()), lambda: (lambda *a: a)(*Raises())):
    try:
        print(f())
    except ValueError as err:
        print(err, end="; ")
print()
for bad in (lambda: next(5), lambda: next([]), lambda: iter(5), lambda: iter(5, 0), lambda: next(), lambda: list(iter(lambda: 1 / 0, 0))):
    try:
        print(bad())
    except Exception as err:
        print(type(err).__name__, err)


def window(it, n):
    it = iter(it)
    w = [x for x, _ in zip(it, range(n))]
    yield tuple(w)
    for x in it:
        w = w[1:] + [x]
        yield tuple(w)


print(list(window(range(6), 3)))


class Peekable:
    def __init__(self, it):
        self.it, self.buf = iter(it), []

    def peek(self, default=None):
        if not self.buf:
            try:
                self.buf.append(next(self.it))
            except StopIteration:
                return default
        return self.buf[0]

    def __iter__(self): return self

    def __next__(self):
        return self.buf.pop() if self.buf else next(self.it)


p = Peekable("abc")
print(p.peek(), next(p), p.peek(), list(p), p.peek("end"))
