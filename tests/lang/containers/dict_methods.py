# Every dict method, order, views, merging, errors.
d = {"b": 1, "a": 2, "c": 3}
print(d, len(d), d["a"], d.get("a"), d.get("z"), d.get("z", 0), "a" in d, 1 in d, list(d), list(d.keys()), list(d.values()), list(d.items()))
d["d"] = 4
d["b"] = 10
print(d)
del d["a"]
d["a"] = 5
print(d, list(reversed(d)), d.pop("d"), d.pop("zz", "default"), d.popitem(), d)
d.update({"x": 1}, y=2); d.update([("z", 3), ("b", 0)]); d.update(); print(d)
print(d.setdefault("b", 9), d.setdefault("new", []), d.setdefault("none"), d)
c = d.copy(); c.clear(); print(c, len(d), d == dict(d), {} == {}, {"a": 1} == {"a": 1.0}, {"a": 1, "b": 2} == {"b": 2, "a": 1}, {"a": 1} != {"a": 2})
print(dict(), dict(a=1, b=2), dict([("k", "v")]), dict({"a": 1}, b=2), dict(zip("ab", [1, 2])), dict.fromkeys("ab"), dict.fromkeys([1, 2], 0), {**{"a": 1}, "b": 2, **{"a": 3}})
print({"a": 1} | {"b": 2}, {"a": 1} | {"a": 2}, {1: "int", 1.0: "float", True: "bool"}, {None: 1, (1, 2): 2, "s": 3, 2.5: 4, frozenset([1]): 5})
k, v, i = d.keys(), d.values(), d.items()
d["later"] = 7
print(len(k), "later" in k, ("later", 7) in i, 7 in v, k & {"b", "q"}, sorted(k | {"q"})[:2], {"a": 1}.keys() == {"a"}, {"a": 1}.items() == {("a", 1)}, sorted({"a": 1, "b": 2}.keys() - {"a"}))
print({}.keys(), {"a": 1}.keys(), {"a": 1}.values(), {"a": 1}.items(), type(k).__name__, {"a": 1}.keys().isdisjoint({"b"}))
for bad in (lambda: d["nope"], lambda: d.pop("nope"), lambda: {}.popitem(), lambda: {[]: 1}, lambda: d[{}], lambda: dict([1]), lambda: dict([(1, 2, 3)]), lambda: dict(5), lambda: {1: 2}[3], lambda: {"a": 1} < {"b": 1},
            lambda: {} + {}, lambda: d.update(5), lambda: dict(["ab", "c"]), lambda: {}[None], lambda: {}[1, 2], lambda: {"k": 1}["it's"]):
    try:
        print(bad())
    except Exception as e:
        print(type(e).__name__, e)
try:
    for key in d:
        d[key + "!"] = 1
except RuntimeError as e:
    print(e)
try:
    del d["missing"]
except KeyError as e:
    print(repr(e), e.args)
print({k: v for k, v in [("a", 1), ("b", 2), ("a", 3)]}, {x: x ** 2 for x in range(4)}, {v: k for k, v in {"a": 1}.items()}, sorted({"b": 1, "a": 2}), sorted({"b": 1, "a": 2}.items(), key=lambda kv: kv[1]), max({"a": 3, "b": 1}), min({"a": 3, "b": 1}, key={"a": 3, "b": 1}.get))
big = {i: i * i for i in range(1000)}
for i in range(0, 1000, 2):
    del big[i]
print(len(big), list(big)[:5], sum(big.values()), 501 in big, 500 in big, big.popitem())
for i in range(0, 20, 2):
    big[i] = -i
print(list(big.items())[-4:], len(big))
if d and not {}:
    print("truthy")
