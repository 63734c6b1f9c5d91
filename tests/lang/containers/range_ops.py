# range: indexing, slicing, membership, equality, huge bounds.
for r in (range(0), range(5), range(2, 8), range(10, 0, -3), range(0, 10, 4), range(5, 0), range(-3, 3)):
    print(r, list(r), len(r), r.start, r.stop, r.step, bool(r), list(reversed(r)), 3 in r, r[1:] if len(r) else r)
r = range(0, 100, 7)
print(r[3], r[-1], r[2:5], r[::-1], r[::2], r.index(21), r.count(21), r.count(22), 21 in r, 22 in r, 21.0 in r, "a" in r, max(r), min(r), sum(r))
print(range(3) == range(0, 3, 1), range(0) == range(5, 5), range(0, 3, 2) == range(0, 4, 2), range(3) != range(4), range(3) == [0, 1, 2], hash(range(3)) == hash(range(0, 3)))
big = range(10 ** 20, 10 ** 20 + 10, 3)
print(list(big), len(big), big[1], 10 ** 20 + 3 in big, list(range(2 ** 62 - 2, 2 ** 62 + 2)), list(range(-2 ** 63, -2 ** 63 + 2)))
print(range(10)[3:7][1], range(0, -10, -2)[1:3], tuple(range(3)), set(range(3)) == {0, 1, 2}, [*range(2)], range(True, 3), list(zip(range(3), range(5, 8))), sorted(range(3), reverse=True), list(enumerate(range(5, 7))))
for bad in (lambda: range(5)[5], lambda: range(5)[-6], lambda: range(1.5), lambda: range(), lambda: range(1, 2, 3, 4), lambda: range(5).index(9), lambda: range("a"), lambda: range(0, 5, 0)):
    try:
        print(bad())
    except Exception as e:
        print(type(e).__name__, e)
total = 0
for i in range(1000):
    for j in range(i % 5):
        total += i * j
print(total, i, j)
for i in range(3):
    i *= 10
    print(i, end=" ")
for i in range(5, 0, -2):
    print(i, end=" ")
print(i, isinstance(range(1), range), repr(range(1, 10, 2)), str(range(4)), range(10, 5)[:], list(range(3))[::-1])
it = iter(range(3))
print(next(it), list(it), next(it, "done"))
