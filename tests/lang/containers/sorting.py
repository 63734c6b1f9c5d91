# Sorting: stability, keys, directions, kinds of items; runs and merges of many lengths.
# no-stress
seed = 99


def random(n):
    global seed
    seed = (seed * 1103515245 + 12345) % 2147483648
    return seed // 65536 % n


def check(xs, **how):
    tagged = [(x, i) for i, x in enumerate(xs)]
    key = how.get("key", lambda x: x)
    reverse = how.get("reverse", False)
    result = sorted(tagged, key=lambda p: key(p[0]), reverse=reverse)
    for (a, i), (b, j) in zip(result, result[1:]):
        ka, kb = key(a), key(b)
        ordered = kb < ka if reverse else ka < kb
        assert ordered or (ka == kb and i < j), (a, b, i, j)
    plain = sorted(xs, **how)
    assert plain == [x for x, _ in result]
    ys = list(xs)
    ys.sort(**how)
    assert ys == plain
    return plain


total = 0
for n in list(range(70)) + [127, 128, 129, 255, 500, 1000]:
    for kind in range(7):
        if kind == 0:
            xs = [random(1000) for _ in range(n)]
        elif kind == 1:
            xs = list(range(n))
        elif kind == 2:
            xs = list(range(n, 0, -1))
        elif kind == 3:
            xs = [random(4) for _ in range(n)]
        elif kind == 4:
            xs = list(range(n // 2)) + list(range(n - n // 2))
        elif kind == 5:
            xs = [i // 3 * (-1 if i % 40 > 20 else 1) for i in range(n)]
        else:
            xs = [random(10) + random(10) / 16 for _ in range(n)]
        total += len(check(xs))
        check(xs, reverse=True)
        check(xs, key=lambda x: -x)
        check(xs, key=lambda x: x % 5, reverse=True)
        check([str(x) for x in xs])
print(total)
words = "the quick brown fox jumps over the lazy dog and runs".split()
print(sorted(words), sorted(words, key=len), sorted(words, key=lambda w: (len(w), w), reverse=True))
print(sorted([3, 1.5, True, 2 ** 70, -2 ** 70, 0.0, False]), sorted([(2, "b"), (1, "z"), (2, "a")]), sorted([[2], [1, 5], []]))
print(sorted("héllo wörld ß"), sorted({3: 1, 1: 2}), sorted({5, 2, 9}), sorted(range(5, 0, -1)), sorted(x * 3 % 7 for x in range(7)))
print(sorted([b"b", b"a", b""]), sorted([float("inf"), -1, float("-inf")]), sorted([2 ** 61, 2 ** 61 - 1, -2 ** 61, -2 ** 61 - 1]))


class Version:
    calls = 0

    def __init__(self, n):
        self.n = n

    def __lt__(self, other):
        Version.calls += 1
        return self.n < other.n


vs = sorted([Version(i * 7 % 11) for i in range(11)])
print([v.n for v in vs], min(vs).n, sorted(vs, reverse=True)[0].n)


class Big(int):
    def __lt__(self, other):
        return int(self) > int(other)


print(sorted([Big(1), Big(3), Big(2)]), sorted([1, Big(3), 2], key=int))


def attempt(f):
    try:
        print("no error", f())
    except Exception as e:
        print(type(e).__name__, e)


attempt(lambda: sorted([1, "a"]))
attempt(lambda: sorted([None, None]))
attempt(lambda: sorted([object(), object()]))
attempt(lambda: sorted([1, 2], key=5))
attempt(lambda: sorted(5))
attempt(lambda: sorted([3, 1, 2], key=None, reverse=1))
attempt(lambda: [2, 1].sort(None))
attempt(lambda: [(1, {}), (1, {})].sort())
attempt(lambda: min([]))
attempt(lambda: max([], default=3))
attempt(lambda: min(3, 1, 2, key=lambda x: -x))
attempt(lambda: max("abc", "abd", key=len))
attempt(lambda: min([[2], [1, 9], [1]]))
attempt(lambda: max(1, "a"))
attempt(lambda: min(5))
attempt(lambda: max(1, 2, default=5))
