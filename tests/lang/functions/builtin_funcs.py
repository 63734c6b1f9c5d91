# Builtin functions: min, max, sum, any, all, zip, enumerate, map, filter, reversed, sorted and friends.
print(min(3, 1, 2), min([3, 1]), min("b", "a"), min([], default=0), min([1, -2], key=abs), max({"a": 1, "b": 0}), max("abc"), max([(1, 2), (1, 3)]), max([], default=None), max(1, 2, key=lambda v: -v), min([1], default=5))
print(sum([]), sum([1, 2], 10), sum((0.1, 0.2)), sum([[1], [2]], []), sum(range(100)), sum([True, True]), sum({1: 2, 3: 4}), sum([1.5, 2]), sum([], 5.0), sum([1], start=2))
print(any([]), all([]), any([0, "", None]), any([0, 3]), all([1, "a"]), all([1, 0]), any(x > 2 for x in [1, 3]), all({}), any("ab"))
print(list(zip()), list(zip([1])), list(zip([1, 2], "ab")), list(zip([1, 2, 3], [4, 5], "xyz")), list(zip(*[(1, 2), (3, 4)])), dict(zip("ab", range(2))), list(zip(range(3), range(3), strict=True)))
print(list(enumerate("ab")), list(enumerate("ab", 5)), list(enumerate([], start=1)), list(map(int, "123")), list(map(lambda a, b: a + b, [1, 2], [3, 4, 5])), list(map(str, {})), list(filter(None, [0, 1, "", "a"])), list(filter(str.isdigit, "a1b2")))
print(list(reversed([1, 2])), list(reversed("abc")), list(reversed(range(3))), list(reversed((1, 2))), list(reversed({"a": 1, "b": 2})), sorted([3, 1, 2], reverse=True), sorted("bca"), sorted({"b": 1, "a": 2}), sorted([-3, 2, 1], key=abs), sorted([]), sorted((2, 1)))
print(abs(-5), abs(-2.5), abs(True), divmod(7, 3), divmod(-7, 3), divmod(7.5, 2), pow(2, 10), pow(2, -1), pow(2, 10, 1000), pow(0, 0), round(2.5), round(-1.555, 2), hash(5), len("abc"), ord("a"), chr(97), bin(10), oct(8), hex(255), bin(-5), hex(-255), oct(-8), bin(0))
print(isinstance(1, int), isinstance(True, int), isinstance(1, (str, int)), isinstance("a", str), isinstance([], (tuple, dict)), issubclass(bool, int), issubclass(int, (str, object)), isinstance(1, int | str), isinstance(None, type(None)), isinstance(int, type), type(1) is int, type(1) == type(2))
print(callable(len), callable(1), id(1) == id(1), repr("a"), ascii("é"), str(5), bool([]), int("5"), float("1.5"), list("ab"), tuple("ab"), set("a"), dict(a=1), type(5).__name__, iter([1]).__next__(), next(iter([5])), next(iter([]), "default"))
it = iter([1, 2])
print(next(it), next(it), next(it, None))
n = iter(lambda it=iter([1, 2, 3, 0, 5]): next(it), 0)
print(list(n))
z = zip([1, 2, 3], "ab")
print(next(z), list(z), list(z))
m = map(lambda v: v * 2, iter(range(3)))
print(next(m), list(m), type(m).__name__, type(zip()).__name__, type(enumerate([])).__name__, type(filter(None, [])).__name__, type(reversed([])).__name__)
class A:
    x = 1
    def __init__(self):
        self.y = 2
a = A()
print(getattr(a, "x"), getattr(a, "z", "dflt"), hasattr(a, "y"), hasattr(a, "q"), setattr(a, "w", 5), a.w, delattr(a, "w"), hasattr(a, "w"), sorted(vars(a)), a.__dict__, "x" in dir(a), "y" in dir(a))
for bad in (lambda: next(iter([])), lambda: min(), lambda: max([]), lambda: sum("ab"), lambda: sum(["a"], ""), lambda: list(zip([1], [1, 2], strict=True)), lambda: chr(-1), lambda: ord(""), lambda: getattr(a, "nope"), lambda: delattr(a, "nope"), lambda: reversed({1}), lambda: sorted(5), lambda: sorted([1, "a"]),
            lambda: enumerate(5), lambda: map(), lambda: pow(2, -1, 4), lambda: pow(2.0, 2, 3), lambda: len(iter([])), lambda: abs("a"), lambda: int("x"), lambda: hash({}), lambda: isinstance(1, "int"), lambda: sorted([1], key=5), lambda: zip(5), lambda: filter(1), lambda: bin(1.5), lambda: round("a"), lambda: all(5), lambda: iter(5), lambda: getattr(a, 5)):
    try:
        print(bad())
    except Exception as e:
        print(type(e).__name__, e)
