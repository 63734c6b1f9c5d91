# Builtin functions about objects and numbers: results and messages.
def attempt(f):
    try:
        print("ok", f())
    except Exception as e:
        print(type(e).__name__, e)


class A:
    z = 1
    def __init__(self): self.a = 1


a = A()
for f in (lambda: abs(-5), lambda: abs(-2.5), lambda: abs(True), lambda: abs(-2**80), lambda: abs([]), lambda: divmod(7, 2), lambda: divmod(-7, 2), lambda: divmod(7.5, -2), lambda: divmod(1, 0), lambda: divmod(1.0, 0), lambda: divmod("a", 1),
          lambda: pow(2, 10), lambda: pow(2, -1), lambda: pow(2, 10, 7), lambda: pow(3, -1, 7), lambda: pow(2, -1, 4), lambda: pow(2, 3, 0), lambda: pow(2.5, 2), lambda: pow(2.5, 2, 3), lambda: pow(0, -1), lambda: pow(0, 0), lambda: pow(-8, 0.5) if False else 0, lambda: pow(2, 3, -5),
          lambda: round(2.5), lambda: round(3.5), lambda: round(-2.5), lambda: round(2.675, 2), lambda: round(1234, -2), lambda: round(1250, -2), lambda: round(1350, -2), lambda: round(2.5, None), lambda: round(True), lambda: round("a"), lambda: round(1.5, "a"), lambda: round(float("nan")), lambda: round(float("inf")), lambda: round(10**20, -19), lambda: round(5, 2), lambda: type(round(5.0, 1)).__name__, lambda: type(round(5.0)).__name__,
          lambda: bin(10), lambda: bin(-10), lambda: oct(8), lambda: hex(255), lambda: hex(-2**70), lambda: bin(1.5), lambda: hex("a"), lambda: bin(True),
          lambda: chr(97), lambda: chr(0x1F600), lambda: chr(-1), lambda: chr(0x110000), lambda: chr("a"), lambda: chr(2**40), lambda: ord("a"), lambda: ord("é"), lambda: ord(""), lambda: ord("ab"), lambda: ord(5), lambda: ord(b"a"), lambda: ord(b"ab"), lambda: repr(chr(0)),
          lambda: hash("a") == hash("a"), lambda: hash(1.5) == hash(1.5), lambda: hash((1, 2)) == hash((1, 2)), lambda: hash([]), lambda: hash(({},)), lambda: hash(3.0), lambda: hash(-1), lambda: hash(2**61 - 2), lambda: hash(2**61), lambda: hash(float("inf")), lambda: hash(0.5), lambda: hash(False), lambda: hash(-2**100), lambda: hash((1, (2, 3))), lambda: hash(()),
          lambda: callable(len), lambda: callable(A), lambda: callable(a), lambda: callable(lambda: 0), lambda: callable(None), lambda: callable(a.__init__), lambda: callable(staticmethod(len)), lambda: callable(classmethod(len)), lambda: callable(property(len)),
          lambda: getattr(a, "a"), lambda: getattr(a, "q", None), lambda: hasattr(a, "z"), lambda: setattr(a, "q", 5), lambda: a.q, lambda: delattr(a, "q"), lambda: hasattr(a, "q"), lambda: vars(a), lambda: [n for n in dir(a) if n[0] != "_"], lambda: vars(1), lambda: vars(None),
          lambda: repr("a'b"), lambda: repr('a"b'), lambda: repr("a'\"b"), lambda: ascii("é"), lambda: format(3.14159, ".2f"), lambda: format(5), lambda: format("a", ">3"), lambda: format(1234567, ","), lambda: format(5, "a"), lambda: format([], "d"),
          lambda: id(a) == id(a), lambda: id(a) == id(A()), lambda: id(5) == id(5), lambda: isinstance(id(a), int), lambda: type(5), lambda: type(type), lambda: type(a) is A, lambda: type("X", (), {})().__class__.__name__,
          lambda: sum([1, 2, 3]), lambda: sum([1.5, 2]), lambda: sum([[1], [2]], []), lambda: sum(["a"]), lambda: sum(["a"], ""), lambda: sum([], 5), lambda: sum((x for x in range(4)), start=10), lambda: sum([True, True]), lambda: sum([0.1] * 10), lambda: sum([2**62, 2**62]), lambda: sum(5),
          lambda: min(3, 1, 2), lambda: max("abc"), lambda: min([], default="d"), lambda: max([3, 1], key=lambda v: -v), lambda: min(1, "a"), lambda: max([]), lambda: min("b", "a", key=str.upper), lambda: max(1, 1.0), lambda: max(1.0, 1), lambda: min((2, 1), (1, 2)), lambda: max({1: 2, 3: 4}), lambda: max([[1], [2, 1]]),
          lambda: sorted("bca"), lambda: sorted([3, 1, 2], reverse=True), lambda: sorted({"b": 1, "a": 2}), lambda: sorted([1, "a"]), lambda: sorted(["b", "A"], key=str.lower), lambda: sorted([(1, "b"), (1, "a")]), lambda: sorted(5),
          lambda: all([1, 2]), lambda: all([1, 0]), lambda: all([]), lambda: any([0, 1]), lambda: any([]), lambda: any(5), lambda: list(enumerate("ab", 1)), lambda: list(zip([1, 2], "ab", (3, 4))), lambda: list(zip()), lambda: list(zip([1], [1, 2], strict=True)), lambda: list(map(lambda x, y: x * y, [1, 2], [3, 4])), lambda: list(filter(None, [0, 1, "", "a"])), lambda: list(reversed([1, 2])), lambda: list(reversed("ab")),
          lambda: len("é☃"), lambda: len({}), lambda: len(range(10)), lambda: next(iter([1])), lambda: next(iter([]), 5), lambda: next(iter([])), lambda: list(iter(iter([3, 2, 0, 1]).__next__, 0)), lambda: __import__("sys").__name__,
          lambda: int(), lambda: float(), lambda: str(), lambda: bool(), lambda: list(), lambda: tuple(), lambda: dict(), lambda: set(), lambda: frozenset(), lambda: bytes(), lambda: object() is object(), lambda: complex.__name__ if False else 0, lambda: int("12"), lambda: int("0x1f", 16), lambda: int("1_000"), lambda: int(" 5 "), lambda: int("a"), lambda: int(""), lambda: int(1.9), lambda: int(-1.9), lambda: int(float("nan")), lambda: int("5", 40), lambda: int([]), lambda: float("1e3"), lambda: float("x"), lambda: float("inf"), lambda: float([]), lambda: str(b"a", "utf-8"), lambda: str(5, "utf-8"), lambda: bool("a"), lambda: tuple("ab"), lambda: dict(a=1, b=2), lambda: dict([(1, 2)], c=3), lambda: dict({1: 2}), lambda: set("aab") == {"a", "b"}, lambda: list(5), lambda: dict([(1,)]),
          lambda: slice(1, 2), lambda: slice(None), lambda: range(5)[1:3], lambda: range(0, 10, 3)[-1], lambda: NotImplemented, lambda: ..., lambda: Ellipsis is ..., lambda: bool(NotImplemented) if False else 0, lambda: __name__, lambda: __debug__):
    attempt(f)
print(isinstance(globals(), object), "a" in globals(), globals()["a"] is a, sorted(n for n in globals() if not n.startswith("__"))[:3])
print("A" in dir(), "len" in dir(__builtins__), vars() is not None)
