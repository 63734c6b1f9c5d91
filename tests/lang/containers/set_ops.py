# Sets: literals, every method, comparison, frozenset. Printed sorted.
a, b = {1, 2, 3, 4}, {3, 4, 5}
def show(*sets):
    print(*(sorted(s) if not isinstance(s, (bool, str, int)) else s for s in sets))
show(a | b, a & b, a - b, b - a, a ^ b, a.union(b, [9]), a.intersection(b, {3}), a.difference([1], [2]), a.symmetric_difference(b))
show(a < b, a <= a, a < a, {1} < a, a > {1, 2}, a >= {1, 2, 3, 4}, a == {4, 3, 2, 1}, a != b, a.issubset(range(10)), a.issuperset([1]), a.isdisjoint({7}), a.isdisjoint(b))
s = set()
s.add(1); s.add(1); s.add("x"); s.discard("nope"); s.discard("x"); s.update([2, 3], "a")
print(len(s), 2 in s, "a" in s, s - {"a"} == {1, 2, 3})
s.remove("a"); s.intersection_update({1, 2, 7}); show(s)
s.difference_update([1]); show(s)
s.symmetric_difference_update({2, 8}); show(s)
print(s.pop(), s, s.pop.__name__)
c = a.copy(); c.clear(); print(c, a is not c, set(), {1}, {"a"}, set("a"), frozenset(), frozenset([1]), repr({None}), str(frozenset("a")))
f = frozenset([1, 2])
print(f | {3} == {1, 2, 3}, type(f | {3}).__name__, type({3} | f).__name__, f == {1, 2}, hash(f) == hash(frozenset([2, 1])), {f: 1}[frozenset([2, 1])], f in {f}, f.union([3]) == {1, 2, 3}, f.copy() is f)
x = {1, 1.0, True, "1"}
print(len(x), 1 in x, {0, False} == {0}, len({(1, 2), (1, 2)}), {*[1, 2], *"ab"} == {1, 2, "a", "b"}, {x * x for x in (-1, 1, 2)} == {1, 4})
for bad in (lambda: {[]}, lambda: set().pop(), lambda: {1}.remove(2), lambda: {1} + {2}, lambda: {1} | [2], lambda: {1} < [1], lambda: set(5), lambda: f.add(3), lambda: hash({1}), lambda: {1}[0], lambda: {"a"}.remove("b"), lambda: {{}}):
    try:
        print(bad())
    except Exception as e:
        print(type(e).__name__, e)
try:
    for v in a:
        a.add(v + 100)
except RuntimeError as e:
    print(e)
print(sum({1, 2, 3}), max({3, 1}), sorted({"b", "a"}), len({i % 7 for i in range(100)}), any({0, 1}), all({1, 2}), bool(set()), list({5}), tuple({5}), {1, 2} - {1, 2} or "empty")
n = set()
for i in range(2000):
    n.add(i * 7919 % 1009)
for i in range(0, 1009, 3):
    n.discard(i)
print(len(n), 7 in n, 9 in n, min(n), max(n), sum(n))
