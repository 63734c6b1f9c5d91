# itertools and functools.
import functools
import itertools
from itertools import accumulate, chain, combinations, count, cycle, groupby, islice, pairwise, permutations, product, repeat, starmap, takewhile, zip_longest

for n in range(5):
    for r in range(4):
        print(n, r, list(permutations(range(n), r)), list(combinations(range(n), r)), list(itertools.combinations_with_replacement(range(n), r)), len(list(product(range(n), repeat=r))))
print(list(product("ab", [1, 2])), list(permutations("abc")), list(product()), list(product([], [1])))
for bounds in ((5,), (2, 5), (1, None, 3), (None,), (0, 0), (3, 1), (2, 9, 2)):
    it = iter(range(8))
    print(bounds, list(islice(it, *bounds)), list(it))
print(list(chain("ab", [1], ())), list(chain.from_iterable(["ab", "c"])), list(islice(cycle("abc"), 8)), list(accumulate([1, 2, 3])), list(accumulate([3, 1, 2], max)), list(accumulate([1, 2], initial=10)))
print(list(itertools.compress("abcd", [1, 0, 1])), list(itertools.dropwhile(lambda x: x < 3, [1, 3, 2])), list(takewhile(lambda x: x < 3, [1, 3, 2])), list(itertools.filterfalse(lambda x: x % 2, range(5))), list(starmap(pow, [(2, 3), (3, 2)])))
print(list(pairwise("abcd")), list(zip_longest("ab", "cde", [1], fillvalue="-")), [(k, list(g)) for k, g in groupby("aabbbca")], [(k, list(g)) for k, g in groupby([1, 3, 2, 4, 5], key=lambda x: x % 2)])
print(list(repeat(1, 3)), list(islice(count(3, 2), 4)), list(islice(count(0.5, 0.25), 3)), count(5), repeat("x", 2), count(1, 2), next(count()))
a, b = itertools.tee(iter("abcd"))
print(next(a), next(a), list(b), list(a))
print(functools.reduce(lambda a, b: a * b, range(1, 6)), functools.reduce(max, [], 5))
two = functools.partial(int, base=2)
print(two("101"), two.args, two.keywords, functools.partial(pow, 2)(5))


@functools.lru_cache(maxsize=None)
def fib(n):
    "fibonacci"
    return n if n < 2 else fib(n - 1) + fib(n - 2)


print(fib(90), fib.cache_info(), fib.__name__, fib.__doc__)


@functools.lru_cache(maxsize=2)
def square(x):
    return x * x


for i in (1, 2, 1, 3, 2, 1):
    square(i)
print(square.cache_info())
square.cache_clear()
print(square.cache_info())


def logged(f):
    @functools.wraps(f)
    def inner(*args):
        return f(*args)
    return inner


@logged
def hello(name):
    "greets"
    return "hello " + name


print(hello("x"), hello.__name__, hello.__doc__, hello.__wrapped__("y"))
print(sorted([3, 1, 2], key=functools.cmp_to_key(lambda a, b: b - a)))


@functools.total_ordering
class Version:
    def __init__(self, n):
        self.n = n

    def __eq__(self, other):
        return self.n == other.n

    def __lt__(self, other):
        return self.n < other.n


print(Version(1) <= Version(1), Version(2) > Version(1), Version(2) >= Version(3), Version(1) != Version(2))


class Lazy:
    @functools.cached_property
    def value(self):
        print("computed")
        return 5


lazy = Lazy()
print(lazy.value, lazy.value)


@functools.singledispatch
def kind(x):
    return "thing"


@kind.register(int)
def _(x):
    return "int"


@kind.register
def _(x: str):
    return "str"


print(kind(1), kind("a"), kind([]), kind(True))
for f in (lambda: functools.reduce(max, []), lambda: list(combinations([1], -1)), lambda: islice([], -1), lambda: functools.partial(5), lambda: list(product([1], repeat=-1))):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
from collections.abc import Mapping, Sequence


@functools.singledispatch
def shape(x):
    return "other"


@shape.register(Mapping)
def _(x):
    return "mapping"


@shape.register(Sequence)
def _(x):
    return "sequence"


@shape.register
def _(x: str):
    return "text"


print(shape({}), shape([]), shape(()), shape("s"), shape(5), shape({1}), shape.dispatch(dict) is shape.registry[Mapping])


class Printer:
    @functools.singledispatchmethod
    def show(self, x):
        return "any"

    @show.register
    def _(self, x: int):
        return "int"

    @show.register(list)
    def _(self, x):
        return "list"


print(Printer().show("a"), Printer().show(1), Printer().show([]), Printer().show(True))
