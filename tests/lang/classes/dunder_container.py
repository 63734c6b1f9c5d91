# Container dunders: len, getitem, setitem, delitem, contains, iter, reversed, missing, call.
class Grid:
    def __init__(self, w, h):
        self.w, self.h, self.cells = w, h, {}

    def __len__(self): return self.w * self.h
    def __getitem__(self, key):
        x, y = key
        if not (0 <= x < self.w and 0 <= y < self.h):
            raise IndexError(f"out of grid: {key}")
        return self.cells.get(key, ".")
    def __setitem__(self, key, value): self.cells[key] = value
    def __delitem__(self, key): del self.cells[key]
    def __contains__(self, value): return value in self.cells.values()
    def __iter__(self):
        for y in range(self.h):
            yield "".join(self[x, y] for x in range(self.w))
    def __reversed__(self): return reversed(list(self))
    def __call__(self, *args, **kw): return args, kw
    def __bool__(self): return bool(self.cells)


g = Grid(3, 2)
print(len(g), bool(g), g[1, 1], "x" in g)
g[1, 1] = "x"
g[0, 0] = "o"
print(g[1, 1], "x" in g, list(g), list(reversed(g)), g(1, 2, k=3), bool(g), "|".join(g), [*g], max(g))
del g[1, 1]
print(list(g))
for bad in (lambda: g[5, 5], lambda: g.__delitem__((9, 9))):
    try:
        bad()
    except (IndexError, KeyError) as e:
        print(type(e).__name__, e)


class Seq:
    """Only __getitem__ and __len__: the old iteration protocol."""
    def __init__(self, *items): self.items = items
    def __getitem__(self, i):
        print("get", i, end=" ")
        return self.items[i]
    def __len__(self): return len(self.items)


s = Seq(1, 2, 3)
print(list(s))
print(2 in s)
print(9 in s)
print(list(reversed(s)))
a, b, c = s
print(a, b, c, sum(s), s[-1], s[0:2])
for x in s:
    if x == 2:
        break
print()


class Neg:
    def __len__(self): return -1


class NotInt:
    def __len__(self): return "3"


class NoIter:
    __iter__ = None
    def __contains__(self, x): return 1


class BadIter:
    def __iter__(self): return 5


for bad in (lambda: len(Neg()), lambda: len(NotInt()), lambda: list(NoIter()), lambda: list(BadIter()), lambda: bool(Neg()), lambda: 5 in object(), lambda: object()[0], lambda: len(object()), lambda: list(object()), lambda: object()(), lambda: [].__getitem__("a")):
    try:
        print(bad())
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)
print(3 in NoIter())


class Bag(dict):
    def __getitem__(self, k):
        return super().__getitem__(k) * 2
    def __missing__(self, k): return "missing " + k


print(Bag(a=1)["a"], Bag(a=1).get("a"), Bag.__getitem__({"a": 5}, "a") if False else "-")


class It:
    def __init__(self, n): self.n = n
    def __iter__(self): return self
    def __next__(self):
        if self.n <= 0: raise StopIteration
        self.n -= 1
        return self.n


i = It(3)
print(next(i), list(i), list(i), next(i, "end"), list(It(4)), sum(It(5)), 2 in It(3), max(It(3)), sorted(It(3)), [*It(2)], dict(zip("ab", It(9))), tuple(It(2)), set(It(3)) == {0, 1, 2}, list(zip(It(2), It(5))), list(map(str, It(2))), list(enumerate(It(2))))
class Hint:
    def __length_hint__(self): return 10
    def __iter__(self): return iter("abc")
print(list(Hint()))
