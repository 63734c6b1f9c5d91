# Items of dicts and sets in loops: all kinds of keys, subclasses where a dict is expected, errors and their handlers, changes while a
# look-up is on its way.
from collections import Counter, OrderedDict, defaultdict


class Missing(dict):
    def __missing__(self, key):
        return f"no {key!r}"

    def get(self, key, default=None):
        return "got", dict.get(self, key, default)


class Loud(dict):
    def __getitem__(self, key):
        print("get", key)
        return dict.__getitem__(self, key)

    def __setitem__(self, key, value):
        print("set", key, value)
        dict.__setitem__(self, key, value)

    def __contains__(self, key):
        print("has", key)
        return "maybe"


class Key:
    log = []

    def __init__(self, n, same):
        self.n, self.same = n, same

    def __hash__(self):
        Key.log.append(f"hash {self.n}")
        return self.n

    def __eq__(self, other):
        Key.log.append(f"eq {self.n}")
        return self.same

    def __repr__(self):
        return f"Key({self.n})"


class Str(str):
    __hash__ = str.__hash__


class Int(int):
    __hash__ = int.__hash__


def fill(d, keys):
    for i, k in enumerate(keys):
        d[k] = i
    return d


def look(d, keys):
    found = []
    for k in keys:
        if k in d:
            found.append((k, d[k]))
        else:
            found.append((k, d.get(k), d.get(k, -1)))
    return found


def attempt(f, *args):
    try:
        print(f.__name__, f(*args))
    except Exception as e:
        print(f.__name__, type(e).__name__, e)


numbers = [0, 1, -1, -2, 2**61 - 1, 2**61 - 2, -(2**61 - 1), 1 << 61, 1 << 62, 1 << 64, 1.0, 2.0, -1.0, 1.5, True, False, Int(1), Int(7)]
texts = ["", "a", "ab", "a" * 100, "é", Str("a"), Str("zz"), "key", "".join(["k", "ey"])]
others = [None, (), (1, "a"), (1.0, "a"), (1, ("b",)), frozenset([1]), b"a", b"", Key(5, True), Key(5, False), float("inf"), Ellipsis]
for keys in numbers, texts, others, numbers + texts + others:
    d = fill({}, keys)
    print(d)
    print(look(d, keys), look(d, ["a", 1, -1, -2, 3, b"a", "none"]), len(d))
    attempt(look, d, [[]])
    attempt(look, d, [{}])
    attempt(fill, d, [(1, [])])
print(len(Key.log), Key.log[:6])

for make in dict, Missing, OrderedDict, Counter, lambda: defaultdict(list), lambda: defaultdict(lambda: "made"):
    d = fill(make(), ["a", "b", 1])
    attempt(look, d, ["a", 1, "x"])
    attempt(lambda d: d["x"], d)
    print(dict(d))
attempt(look, fill(Loud(), ["a"]), ["a"])
attempt(fill, [0, 0], [0, 1])
attempt(look, "abc", ["a"])
attempt(look, [1, 2], [1])


def tally(words):
    counts = {}
    for w in words:
        counts[w] = counts.get(w, 0) + 1
    seen = {}
    for w in words:
        if w not in seen:
            seen[w] = 0
        seen[w] += 1
    return counts == seen, counts


print(tally("the cat and the dog and the end".split()))
print(tally([1, 2, 1.0, True, "1", (1,), (1.0,)]))


def caught(d, keys):
    missed = 0
    for k in keys:
        try:
            d[k] += 1
        except KeyError as e:
            missed += 1
            d[k] = 10
        except TypeError as e:
            print(e)
    return missed, d


print(caught({"a": 1}, ["a", "b", "b", 3, [], (1, []), "a"]))


def grow(n):
    d = {}
    for i in range(n):
        d[i * 7919 % 100003] = i
        d[str(i)] = i
    total = 0
    for i in range(n):
        total += d[str(i)] + d.get(i * 7919 % 100003, 0) + d.get(-i - 3, 1)
    for i in range(0, n, 2):
        del d[str(i)]
    for i in range(n):
        if str(i) in d:
            total += 1
    return total, len(d)


print(grow(5), grow(8), grow(9), grow(300), grow(3000))


def changed(d):
    try:
        for k in d:
            d[k + "x"] = 1
    except RuntimeError as e:
        print(e)
    return d


print(changed({"a": 1}))


class Changer:
    def __init__(self, d, n):
        self.d, self.n = d, n

    def __hash__(self):
        return hash("k3")

    def __eq__(self, other):
        for i in range(self.n):
            self.d[f"more{i}"] = i
        self.n = 0
        return other == "k3"


for n in 0, 1, 50:
    d = {f"k{i}": i for i in range(5)}
    c = Changer(d, n)
    print(d[c], c in d, d.get(c), len(d))
    d[c] = "new"
    print(d["k3"], len(d))


def unhashable(d, k):
    out = []
    for f in (lambda: d[k], lambda: k in d, lambda: d.get(k), lambda: d.get(k, 0), lambda: d.__setitem__(k, 1)):
        try:
            out.append(f())
        except TypeError as e:
            out.append(str(e))
    return out


print(unhashable({}, []), unhashable({1: 2}, {}))


def sets(n):
    s = set()
    for i in range(n):
        s.add(i % 10)
        s.add("even" if i % 2 == 0 else "odd")
    f = frozenset(range(5))
    hits = 0
    for i in range(n):
        if i in s:
            hits += 1
        if i in f:
            hits += 100
    return hits, len(s)


print(sets(1), sets(30))


class Adds(set):
    def add(self, x):
        print("add", x)
        set.add(self, x)


def add_all(s, items):
    for x in items:
        s.add(x)
    return sorted(map(str, s))


print(add_all(set(), [1, 1.0, True, "a"]), add_all(Adds(), [1, 2]))
attempt(add_all, frozenset(), [1])
attempt(add_all, set(), [[]])
print(add_all({"x"}, [{1, 2} == {2, 1}, None]))
