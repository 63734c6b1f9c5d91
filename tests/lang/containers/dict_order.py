# Insertion order through deletions, updates, growth; iteration and equality; keys of all kinds.
d = {}
for i in range(10):
    d[f"k{i}"] = i
for i in (3, 7, 0):
    del d[f"k{i}"]
d["k3"] = "again"
d["k1"] = "updated"
print(d, list(d)[-1], len(d))
d.pop("k9"); d.popitem(); d["z"] = 1; d.update(k2="u", new=2)
print(list(d.items()))
m = {}
for i in range(5000):
    m[i * 7 % 5003] = i
    if i % 3 == 0:
        m.pop(i * 7 % 5003)
print(len(m), list(m)[:6], list(m)[-3:], sum(m), sum(m.values()), 14 in m, 21 in m)
m.clear()
m["fresh"] = 1
print(m, len(m))
mixed = {1: "int", "1": "str", (1,): "tuple", 1.5: "float", None: "none", True: "replaces int", b"1": "bytes", frozenset([1]): "fs", (): "empty", "": "es", -1: "neg", -2: "neg2", 2 ** 70: "big", float("inf"): "inf", int: "type", len: "fn"}
print([mixed[k] for k in (1, "1", (1,), 1.5, None, b"1", frozenset([1]), (), "", -1, -2, 2 ** 70, float("inf"), int, len)], len(mixed))
a = {"x": 1, "y": 2}
b = dict(reversed(list(a.items())))
print(a == b, list(a), list(b), a | b, b | a, list((a | b)), list(a | {"x": 9, "w": 0}))
class K:
    def __init__(self, v): self.v = v
    def __hash__(self): return self.v % 3
    def __eq__(self, o): return isinstance(o, K) and self.v == o.v
    def __repr__(self): return f"K{self.v}"
c = {K(i): i for i in range(9)}
del c[K(4)]
print(c, c[K(7)], K(4) in c, c.get(K(4), "gone"), len(c), c.pop(K(0)), list(c)[:3])
c[K(4)] = "back"
print(list(c)[-1], c[K(4)])
g = {}
for w in "the cat the dog a cat the end".split():
    g.setdefault(w, []).append(len(g))
print(g, {k: len(v) for k, v in g.items()}, max(g, key=lambda k: len(g[k])), dict(sorted(g.items(), key=lambda kv: (-len(kv[1]), kv[0]))))
for k in list(g):
    if len(g[k]) == 1:
        del g[k]
print(g)
it = iter({"a": 1, "b": 2}.items())
print(next(it), list(it))
keys = {"a": 1}.keys()
print(list(keys), len(keys), "a" in keys, repr(keys))
inv = {}
for k, v in {"a": 1, "b": 2, "c": 1}.items():
    inv.setdefault(v, set()).add(k)
print({k: sorted(v) for k, v in inv.items()})
