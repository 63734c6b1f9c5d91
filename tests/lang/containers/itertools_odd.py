# itertools at its edges: arguments, errors in the middle, what is asked again after the end, subclasses.
import itertools
from itertools import *


def attempt(what, f):
    try:
        print(what, f())
    except Exception as e:
        print(what, type(e).__name__, e)


class Index:
    def __init__(self, n):
        self.n = n

    def __index__(self):
        return self.n


class Once:
    """Ends, then goes on."""

    def __init__(self, *items):
        self.items = list(items)

    def __iter__(self):
        return self

    def __next__(self):
        x = self.items.pop(0) if self.items else None
        if x is None:
            raise StopIteration
        if x == "bad":
            raise KeyError(x)
        return x


def stop(*args):
    raise StopIteration("inner")


def take(it, n=6):
    out = []
    for _ in range(n):
        try:
            out.append(next(it))
        except Exception as e:
            out.append(type(e).__name__)
    return out


for name in ("chain", "count", "islice", "groupby", "product", "tee", "permutations"):
    attempt(name, lambda: type(getattr(itertools, name)).__name__)
print(chain, count.__name__, islice.__module__, repr(type(iter(tee([])[0])))[:20])
for args in ((), (1,), (1, 2, 3), ("a",), (1.5,), (None,), (True, True), ([],), (Index(3),), (2**62 - 2,), (2**61 - 1, 2)):
    attempt("count", lambda: str(take(count(*args), 3)).replace(str(args and args[0]), "@") + (repr(count(*args)) if not isinstance(args and args[0], Index) else ""))
attempt("count", lambda: count(step=2, start=9))
attempt("count", lambda: count(stop=2))
attempt("repeat", lambda: (repeat(5), repeat([1], 2), repeat(times=3, object="x"), list(repeat(1, -4)), list(repeat(1, Index(2))), list(repeat(1, True))))
for bad in (None, 1.5, "a", 2**70):
    attempt("repeat", lambda: repeat(1, bad))
attempt("repeat", lambda: (repeat(1, 4).__length_hint__(), repeat(1).__length_hint__()))
attempt("cycle", lambda: take(cycle([])))
attempt("cycle", lambda: take(cycle(Once(1, 2, None, 3)), 8))
attempt("cycle", lambda: take(cycle(Once(1, "bad", 2)), 8))
attempt("cycle", lambda: cycle(5))
attempt("chain", lambda: take(chain([1], Once(2, "bad", 3), [4]), 8))
attempt("chain", lambda: take(chain([1], 5, [4]), 8))
attempt("chain", lambda: take(chain.from_iterable([[1], [], "ab", 7]), 8))
attempt("chain", lambda: chain.from_iterable(3))
attempt("chain", lambda: chain(a=3))
source = iter(range(10))
for bounds in ((2,), (1, 4), (0, 5, 2), (None,), (3, 1)):
    attempt("islice", lambda: (list(islice(source, *bounds)), next(source, "end")))
    source = iter(range(10))
for bounds in ((), (1, 2, 3, 4), (-1,), (-2,), ("a",), (1.0,), (0, -1), (0, -2), (-1, 3), ("a", 3), (0, "a"), (0, 3, 0), (0, 3, -1), (0, 3, "a"), (2**70,), (Index(2),), (0, Index(4), Index(3)), (None, None, None)):
    attempt(f"islice {len(bounds)}", lambda: list(islice("abcdef", *bounds)))
attempt("islice", lambda: islice(5, 3))
attempt("islice", lambda: take(islice(Once(1, "bad", 2, 3), 4)))
attempt("islice", lambda: take(islice(Once(1, None, 2, 3), 4)))
for f in (takewhile, dropwhile, filterfalse):
    attempt(f.__name__, lambda: take(f(lambda x: x < 3, [1, 2, 5, 1, 2])))
    attempt(f.__name__, lambda: take(f(stop, [1, 2])))
    attempt(f.__name__, lambda: take(f(lambda x: 1 // (x - 2), [1, 2, 3])))
    attempt(f.__name__, lambda: f(1, 2))
    attempt(f.__name__, lambda: f(1))
    attempt(f.__name__, lambda: take(f(5, [1])))
attempt("filterfalse", lambda: (list(filterfalse(None, [0, 1, "", "a"])), list(filterfalse(bool, [0, 1]))))
attempt("compress", lambda: (list(compress("abcdef", [1, 0, 1, "", None, 2])), list(compress(data="ab", selectors=[1])), list(compress("", [1]))))
attempt("compress", lambda: compress("abc"))
attempt("starmap", lambda: list(starmap(lambda *a: a, [(), (1,), [1, 2], "ab", range(3)])))
attempt("starmap", lambda: take(starmap(pow, [(1, 2), 5, (2, 2)])))
attempt("starmap", lambda: take(starmap(stop, [(1, 2), (2, 2)])))
attempt("accumulate", lambda: (list(accumulate([])), list(accumulate([], initial=3)), list(accumulate("abc")), list(accumulate([1, 2], initial=None)), list(accumulate([2, 3, 4], func=lambda a, b: a * b, initial=10))))
attempt("accumulate", lambda: take(accumulate([1, "a", 2])))
attempt("accumulate", lambda: take(accumulate([1, 2], stop)))
attempt("accumulate", lambda: list(accumulate([2**61, 2**61, 0.5])))
attempt("pairwise", lambda: (list(pairwise([])), list(pairwise([1])), list(pairwise("abc")), [a + b for a, b in pairwise([1, 2, 3])]))
attempt("pairwise", lambda: take(pairwise(Once(1, 2, "bad", 3, 4, 5))))
attempt("pairwise", lambda: take(pairwise(Once(1, 2, None, 3, 4, 5))))
attempt("zip_longest", lambda: (list(zip_longest()), list(zip_longest([], [])), list(zip_longest("ab", [1], fillvalue=0)), [(a, b) for a, b in zip_longest([1], [2, 3])]))
attempt("zip_longest", lambda: take(zip_longest(Once(1, "bad", 3), [1, 2, 3])))
attempt("zip_longest", lambda: zip_longest([1], 5))
attempt("groupby", lambda: [(k, "".join(g)) for k, g in groupby("aabBbA", str.lower)])
attempt("groupby", lambda: [(k, list(g)) for k, g in groupby([1, 1.0, True, 2], key=None)])
groups = groupby([1, 1, 2, 2, 2, 3])
k1, g1 = next(groups)
k2, g2 = next(groups)
print(k1, list(g1), k2, next(g2), [(k, list(g)) for k, g in groups], list(g2), next(groups, "end"))
attempt("groupby", lambda: take(groupby([1, 2], stop)))
attempt("groupby", lambda: [(k, list(g)) for k, g in groupby([1, 0, 2], lambda x: 1 // x)])
nan = float("nan")
attempt("groupby", lambda: [len(list(g)) for k, g in groupby([nan, nan, float("nan")])])
attempt("groupby", lambda: groupby(key=None))
attempt("tee", lambda: (tee([1], 0), len(tee([1], 5)), tee([1], -1)))
attempt("tee", lambda: tee([1], "a"))
attempt("tee", lambda: tee(5))
a, b, c = tee(Once(1, 2, "bad", 3, None, 4), 3)
print(take(a), take(b, 3), take(c), take(b), tee(a)[0] is a)


class Again:
    def __iter__(self):
        return self

    def __next__(self):
        return next(self.of)


again = Again()
again.of, _ = tee(again)
attempt("tee", lambda: next(again.of))
for args in ((), ("ab",), ("ab", [1, 2]), ("ab", []), ([], "ab"), (range(2), range(2), range(2))):
    attempt("product", lambda: list(product(*args)))
attempt("product", lambda: (list(product("ab", repeat=2)), list(product("ab", repeat=0)), list(product(repeat=3)), list(product([], repeat=0)), len(list(product(range(3), range(2), repeat=2)))))
for bad in (-1, 2**62, 2**70, "a", 1.5, None):
    attempt("product", lambda: product([1], repeat=bad))
attempt("product", lambda: product(1))
attempt("product", lambda: product([1], r=2))
for f in (permutations, combinations, combinations_with_replacement):
    for r in (0, 1, 2, 3, 4, -1, True, 1.5, "a", 2**70):
        attempt(f"{f.__name__} {r!r}", lambda: list(f("abc", r)))
    attempt(f.__name__, lambda: (list(f("", 0)), list(f("", 1)), [x + y for x, y in f("abc", 2)], list(f(r=2, iterable="ab"))))
    attempt(f.__name__, lambda: [x for x, y, z in f("abc", 2)])
    attempt(f.__name__, lambda: f(5, 1))
    attempt(f.__name__, lambda: f())
attempt("permutations", lambda: (list(permutations("abc")), list(permutations([])), list(permutations("ab", None))))
attempt("combinations", lambda: combinations("abc"))


class Named(count):
    def __init__(self, start, name):
        self.name = name

    def __new__(cls, start, name):
        return super().__new__(cls, start)


class Doubling(count):
    def __next__(self):
        return 2 * super().__next__()


named = Named(5, "five")
print(next(named), named.name, next(named), isinstance(named, count), list(islice(Doubling(3), 3)), list(zip(Doubling(1), "ab")))
for i, j in product(range(3), repeat=2):
    if i == j:
        continue
    if i > 1:
        break
    print(i, j, end=" ")
print()
rows = product([[1], [2]], repeat=2)
first = next(rows)
print(first, next(rows), first, list(rows), next(rows, "end"))
print(iter(rows) is rows, hasattr(rows, "__next__"), callable(rows), bool(rows))
for x in (count(), chain(), product()):
    attempt("len", lambda: len(x))
    attempt("index", lambda: x[0])
print(sum(islice(count(1), 100)), max(chain([3], (5,), {4})), sorted(chain("ba", "dc")), dict(zip_longest("ab", "c")), set(permutations([1, 2])), "".join(islice(cycle("xy"), 5)), [*starmap(max, [(1, 2)])], any(takewhile(bool, [0, 1])), list(enumerate(accumulate([1, 2]))), list(map(list, tee("ab"))))
