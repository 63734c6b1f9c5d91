# enumerate, zip, map, filter, reversed, iter, next, and the iterators of every container.
def attempt(f):
    try:
        print("no error", f())
    except Exception as e:
        print(type(e).__name__, e)


print(list(enumerate("abc")), list(enumerate([], 5)), list(enumerate("ab", start=10)), list(enumerate(iterable="xy", start=-1)), next(enumerate("a", 10 ** 30)))
big = enumerate("abc", 2 ** 61 - 2)
print(list(big))
print(list(zip()), list(zip([1, 2])), list(zip([1, 2], "ab")), list(zip([1, 2, 3], "ab", (7, 8, 9))), list(zip(range(3), range(5))))
print(list(zip([1], [2], strict=True)), list(zip(*[[1, 2], [3, 4]])), dict(zip("ab", range(2))))
for args in ([[1], [1, 2]], [[1, 2], [1]], [[1], [1], []], [[], [1]], [[1], [2], [1, 2]], [[], [], [1]]):
    attempt(lambda: list(zip(*args, strict=True)))
print(list(map(str, [1, 2])), list(map(max, [1, 5, 3], [2, 4, 9])), list(map(lambda *a: a, "ab", "cd", "ef", "gh", "ij", "kl")))
print(list(filter(None, [0, 1, "", "a", [], [0]])), list(filter(bool, [0, 1])), list(filter(lambda x: x > 1, [1, 2, 3])), list(filter(str.isdigit, "a1b2")))
print(list(reversed([1, 2, 3])), list(reversed((1, 2))), list(reversed("abc")), list(reversed(range(0, 10, 3))), list(reversed({"a": 1, "b": 2})), list(reversed(b"ab")))


class Seq:
    def __init__(self, n):
        self.n = n

    def __len__(self):
        return self.n

    def __getitem__(self, i):
        if i >= self.n or i < 0:
            raise IndexError(i)
        return i * i


class OnlyItem:
    def __getitem__(self, i):
        if i > 2:
            raise StopIteration
        return i


class Own:
    def __reversed__(self):
        return "own"

    def __iter__(self):
        return iter("iter")


class NoReverse(Seq):
    __reversed__ = None


class NoIter(Seq):
    __iter__ = None


class Count:
    def __init__(self):
        self.n = 0

    def __iter__(self):
        return self

    def __next__(self):
        self.n += 1
        if self.n > 3:
            raise StopIteration("done")
        return self.n


class BadIter:
    def __iter__(self):
        return 5


class Hinted(Count):
    def __length_hint__(self):
        return "x"


print(list(Seq(4)), list(reversed(Seq(4))), 9 in Seq(4), 10 in Seq(4), list(OnlyItem()), reversed(Own()), list(Own()), list(Count()), sum(Count()), tuple(Count()), set(Count()), [*Count()], max(Count()), sorted(Count(), reverse=True))
a, b, c = Count()
print(a, b, c)
attempt(lambda: reversed(NoReverse(2)))
attempt(lambda: iter(NoIter(2)))
attempt(lambda: iter(BadIter()))
attempt(lambda: list(Hinted()))
attempt(lambda: reversed(5))
attempt(lambda: reversed({1}))
attempt(lambda: reversed(iter([])))
attempt(lambda: reversed(OnlyItem()))
attempt(lambda: iter(5))
attempt(lambda: iter(5, 6))
attempt(lambda: next([]))
attempt(lambda: next(5))
attempt(lambda: next(iter([])))
attempt(lambda: next(iter([]), "default"))
attempt(lambda: zip(5))
attempt(lambda: zip([], 5))
attempt(lambda: map(len))
attempt(lambda: map())
attempt(lambda: map(len, 5))
attempt(lambda: list(map(5, [1])))
attempt(lambda: list(map(len, [1])))
attempt(lambda: filter(None, 5))
attempt(lambda: list(filter(5, [1])))
attempt(lambda: enumerate(5))
attempt(lambda: enumerate([], "a"))
attempt(lambda: sum(["a"]))
attempt(lambda: sum(["a"], ""))
attempt(lambda: sum([b"a"], b""))
attempt(lambda: sum(5))
attempt(lambda: len(5))
attempt(lambda: len(iter([])))
attempt(lambda: any(5))
attempt(lambda: all([1, 0, 5]))
attempt(lambda: list(5))
attempt(lambda: tuple(None))
attempt(lambda: set(1.5))
attempt(lambda: [*5])
attempt(lambda: (lambda a: a)(*5))
try:
    it = iter(Count())
    next(it), next(it), next(it), next(it)
except StopIteration as e:
    print("stop", e.value)


def gen():
    yield 1
    return "result"


g = gen()
next(g)
try:
    next(g)
except StopIteration as e:
    print("stop", e.value, e.args)
print(next(g, "over"))
numbers = [5, 3, 0, 7]
print(list(iter(lambda: numbers.pop(), 3)), numbers)
it = iter(numbers.pop, 5)
print(list(it), list(it), numbers)
print(sum([]), sum([1, 2.5]), sum([0.1] * 10), sum([True, True]), sum([[1], [2]], []), sum((1, 2), start=10), sum([2 ** 61, 2 ** 61, -5]), sum(range(10 ** 6)), sum(x / 4 for x in range(9)))
print(any([]), all([]), any([0, "", None, 3]), all([1, "a", [0]]), any(x > 3 for x in range(5)), all(x < 3 for x in range(5)))
print(min(3, 1, 2), max([3, 1, 2]), min("hello"), max({"a": 1, "b": 2}), min([1.5, 1]), max(True, 1), min([2, 1], [1, 9]), min("b", "a", key=lambda s: -ord(s)), max([], default=None))
for make in (lambda: iter([1, 2, 3]), lambda: iter((1, 2, 3)), lambda: iter({1: 1, 2: 2, 3: 3}), lambda: iter({1, 2, 3}), lambda: iter(range(3)), lambda: reversed([1, 2, 3]), lambda: iter("abc"), lambda: reversed("abc"), lambda: iter({1: 1, 2: 2, 3: 3}.items()), lambda: iter(Seq(3)), lambda: iter(range(2 ** 62, 2 ** 62 + 3)), lambda: iter(b"abc")):
    it = make()
    hints = [it.__length_hint__()]
    for _ in it:
        hints.append(it.__length_hint__())
    print(hints, next(it, "end"), iter(it) is it)
for x in (iter([]), iter(()), iter({}), iter(set()), iter(range(0)), iter(b""), iter({}.values()), iter({}.items()), reversed([]), reversed(()), enumerate([]), zip(), map(len, []), filter(None, []), iter(OnlyItem()), iter(len, 5)):
    print(type(x).__name__, end=" ")
print()
it = iter([1, 2, 3, 4, 5])
print(list(zip(it, it)), 3 in iter([1, 2, 3]), [x for pair in zip("ab", [1, 2]) for x in pair])


class Twice(map):
    def __next__(self):
        return super().__next__() * 2


class Names(enumerate):
    pass


for x in Twice(int, "45"):
    print(x)
print(list(Twice(int, "123")), list(Names("ab")), next(Twice(int, "7")))
