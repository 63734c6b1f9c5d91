# min and max of arguments, of an iterable, with key and default; natives whose last parameters are left out.
class Odd:
    def __init__(self, n):
        self.n = n

    def __lt__(self, other):
        return self.n % 10 < other.n % 10

    def __gt__(self, other):
        return self.n % 10 > other.n % 10


def attempt(f, *args, **kwargs):
    try:
        return f(*args, **kwargs)
    except Exception as err:
        return f"{type(err).__name__}: {err}"


for f in (min, max):
    print(f(3, 1, 2), f(3, 1.0, True), f("b", "abc"), f((1, 2), (1,), (0, 9)), f([3, 1, 2]), f({5: 1, 4: 2}), f("hello"))
    print(f(1, True), f(True, 1), f(0.0, -0.0), f(-0.0, 0.0), f(2, 2.0), f(2.0, 2))
    print(f(Odd(31), Odd(12), Odd(42)).n, f([Odd(31), Odd(12), Odd(42)]).n)
    print(f(3, -4, 2, key=abs), f([3, -4], key=abs, default=1), f([], default=7), f((), default=None))
    print(attempt(f), attempt(f, []), attempt(f, 1), attempt(f, 1, "a"), attempt(f, None, None), attempt(f, 1, 2, default=3))
    print(attempt(f, [1, "a"]), attempt(f, 1, 2, kex=3), attempt(f, *[]), attempt(f, *[4, 5]), attempt(f, *"xyz", key=ord))
nan = float("nan")
print(min(nan, 1), min(1, nan), max(nan, 1), max(1, nan), nan in [nan], (nan,) == (nan,), [nan] == [float("nan")])
print(sum([1, 2]), sum([0.5], 1), sorted("cab"), sorted([2, 1], reverse=True), "a b".split(), "a-b-c".split("-", 1))
print(attempt(sorted), attempt(sum), attempt(sorted, 1, 2), attempt("".split, 1, 2, 3), attempt([].sort, 1))
print("x" in ["y", "x"], ("a", 1) in [("a", 1.0)], ("a", 1) == ("a", True), (1, 2) < (1, 3), ((1,), "a") >= ((1,), "b"))
