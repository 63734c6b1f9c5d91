# Tuples: literals, comparison, methods, nesting, hashing, immutability.
t = 1, 2, 3
e = ()
one = 1,
print(t, e, one, (1,), (1), tuple(), tuple("ab"), tuple([1, 2]), tuple(range(3)), len(t), t[0], t[-1], t[1:], t[::-1])
print(t + (4,), t * 2, 2 * (0,), () + (), t == (1, 2, 3), t != (1, 2), t < (1, 3), (1, 2) < (1, 2, 0), () < (0,), (2,) > (1, 9), t <= t)
print(t.count(1), t.index(2), 2 in t, 5 not in t, max(t), min(t), sum(t), sorted((3, 1, 2)), list(t), set(t) == {1, 2, 3}, hash(t) == hash((1, 2, 3)), hash(()) == hash(()))
d = {(1, 2): "a", (1, (2, 3)): "b", (): "empty"}
print(d[1, 2], d[(1, (2, 3))], d[()], (1, 2) in d)
a, (b, c), *rest = 1, (2, 3), 4, 5
print(a, b, c, rest, *t, (*t, *e, 4), [*t])
print(((1, 2), (3, (4,))), (None, True), ("a",), (1.0,), ([],), ({},), str((1, "b")), repr(((),)))
nested = ([1], 2)
nested[0].append(5)
print(nested, nested is not (nested,), nested == ([1, 5], 2))
for bad in (lambda: t[5], lambda: t.index(9), lambda: t + [1], lambda: hash(([],)), lambda: t["a"], lambda: t.append(1), lambda: t < [1], lambda: t * "a"):
    try:
        print(bad())
    except Exception as e:
        print(type(e).__name__, e)
try:
    del t[0]
except TypeError as e:
    print(e)
def multi():
    return 1, 2, *[3, 4]
print(multi(), type(multi()).__name__, multi()[2])
for i, (x, y) in enumerate([(1, 2), (3, 4)]):
    print(i, x, y, x * y)
print(sorted([(2, "b"), (1, "z"), (2, "a"), (1, "a")]), max((1, "b"), (1, "c")), (1, 2) == [1, 2], isinstance(t, tuple), bool(()), bool((0,)))
