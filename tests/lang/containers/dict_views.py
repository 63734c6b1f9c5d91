# keys, values and items: as sets, as iterables, in text; and what dict's methods say when they refuse.
d = {1: "one", 2: "two", 3: "three"}
e = {3: "three", 4: "four", 2: "zwei"}
k, v, i = d.keys(), d.values(), d.items()
print(k, v, i, len(k), len(v), len(i))
print(k & e.keys(), k | e.keys(), k - e.keys(), k ^ e.keys())
print(i & e.items(), k & [1, 9], [1, 9] & k, k | [9], [9, 1] - k, k ^ [1, 9], k - [1], k & {1, 2}, {1, 2, 7} & k, {1, 2, 7} - k, {7} | k, {1, 7} ^ k)
one, two = {1: 1, 2: 2}, {2: 2, 3: 3}
print(one.items() ^ two.items(), one.items() | two.items(), one.items() - two.items(), one.items() & two.items())
print(k == {1, 2, 3}, k == [1, 2, 3], {1, 2, 3} == k, k < {1, 2, 3, 4}, k <= {1, 2, 3}, k > {1}, k >= e.keys(), k != e.keys(), i == d.copy().items(), i == e.items(), v == v, v == d.values())
print(1 in k, 9 in k, "one" in v, (1, "one") in i, (1, "two") in i, 1 in i, (1,) in i, k.isdisjoint([5]), k.isdisjoint([1]), i.isdisjoint([(1, "one")]), k.isdisjoint(e.keys()))
print(list(reversed(k)), list(reversed(v)), list(reversed(i)), list(reversed(d)))
d[4] = "four"
print(k, v, i)
del d[1]
print(list(k), sorted(v), dict(i))
print({}.keys(), {}.values(), {}.items(), dict.fromkeys("abc"), dict.fromkeys([1, 2], 0))
d["self"] = d.values()
print(d)
d["self"] = d
print(d, str(d) == repr(d))
print(type(k), type(v), type(i), type(iter(k)), type(iter(v)), type(iter(i)), type(reversed(d)))
print(k.mapping is d, k.mapping == d, type(k.mapping).__name__)


def attempt(f):
    try:
        print("no error", f())
    except Exception as error:
        print(type(error).__name__, error)


def grow(d):
    for x in d:
        d[len(d) + 100] = 1


def shrink(d):
    for x in d.items():
        d.popitem()


def swap(d):
    for x in list(d):
        del d[x]
        d[x] = 1
    return list(d)


attempt(lambda: grow({1: 1}))
attempt(lambda: shrink({1: 1, 2: 2}))
attempt(lambda: swap({1: 1, 2: 2}))
attempt(lambda: d["missing"])
attempt(lambda: d.pop("missing"))
attempt(lambda: d.pop("missing", 5))
attempt(lambda: {}.popitem())
attempt(lambda: d[[]])
attempt(lambda: {}[{}])
attempt(lambda: {[]: 1})
attempt(lambda: {}.get([]))
attempt(lambda: [] in {})
attempt(lambda: {}.setdefault(set()))
attempt(lambda: dict(5))
attempt(lambda: dict([1, 2]))
attempt(lambda: dict(["abc"]))
attempt(lambda: dict([(1, 2), (3,)]))
attempt(lambda: dict(1, 2))
attempt(lambda: {}.update(1, 2))
attempt(lambda: {}.update([[1, 2], 5]))
attempt(lambda: {} | 5)
attempt(lambda: {} | [(1, 2)])
attempt(lambda: {} < {})
attempt(lambda: hash({}))
attempt(lambda: hash({}.keys()))
attempt(lambda: {}.keys() + {}.keys())
attempt(lambda: {}.values() & {}.values())
attempt(lambda: {}.keys() < [])
attempt(lambda: {1: 1}.keys() & 5)
attempt(lambda: {1: 1}.keys()[0])
attempt(lambda: dict.fromkeys(5))
attempt(lambda: {}.missing)
a = {"x": 1}
a |= {"y": 2}
a |= [("z", 3)]
print(a, a | {"x": 5}, {"x": 5} | a, dict(a, w=4), dict([("k", 1)], k=2), dict(k=1), dict({1: 2}), dict(zip("ab", [1, 2])))
a.update(b=7)
a.update({"c": 8}, d=9)
a.update([("e", 10)])
print(a)


class Keys:
    def keys(self):
        return ["p", "q"]

    def __getitem__(self, k):
        return k * 2


a = {}
a.update(Keys())
print(a, dict(Keys()))


class Default(dict):
    def __missing__(self, key):
        self[key] = key * 10
        return self[key]


x = Default(a=1)
print(x["a"], x["bb"], x, x.get("no"), "no" in x, type(x.copy()), type(x | {}), Default.fromkeys("ab", 1), isinstance(Default.fromkeys("a"), Default))


class Strange(dict):
    pass


s = Strange({1: 2})
s.name = "strange"
s[3] = 4
print(s, s.name, len(s), s == {1: 2, 3: 4}, {1: 2, 3: 4} == s, list(s), {**s}, dict(s), s != {})
