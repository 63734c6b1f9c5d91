# Ranges: items, membership, slices, equality, hashes; small numbers and very large ones.
# no-stress
total = 0
for start in range(-4, 5):
    for stop in range(-4, 5):
        for step in (-3, -2, -1, 1, 2, 3):
            r = range(start, stop, step)
            items = []
            i = start
            while (i < stop) if step > 0 else (i > stop):
                items.append(i)
                i += step
            assert list(r) == items and len(r) == len(items) and list(reversed(r)) == items[::-1]
            assert [x in r for x in range(-9, 10)] == [x in items for x in range(-9, 10)]
            assert [r.count(x) for x in range(-9, 10)] == [items.count(x) for x in range(-9, 10)]
            assert [r.index(x) for x in items] == list(range(len(items)))
            assert [r[j] for j in range(-len(r), len(r))] == items + items
            assert bool(r) == bool(items) and (r == range(0)) == (items == [])
            assert hash(r) == hash(range(start, stop, step)) and sum(r) == sum(items)
            for a in (None, -3, -1, 0, 1, 2, 9):
                for c in (None, 2, -1, -2):
                    assert list(r[a::c]) == items[a::c] and list(r[:a:c]) == items[:a:c]
                    total += len(r[a::c])
print(total)
big = 10 ** 30
r = range(big, big + 10, 3)
print(r, list(r), len(r), r[1], r[-1], r[1:3], r[::-1], big + 3 in r, big + 4 in r, r.index(big + 9), list(reversed(r)), r == range(big, big + 11, 3), hash(r) == hash(range(big, big + 11, 3)))
print(range(big)[5:10], range(big)[big - 1], range(0, big, big // 3)[2], range(-big, big)[big:big + 3], big - 1 in range(big), 5.0 in range(10), 5.5 in range(10), "a" in range(3), True in range(2))
print(range(2 ** 61 - 2, 2 ** 61 + 2), list(range(2 ** 61 - 2, 2 ** 61 + 2)), list(range(-2 ** 61 + 1, -2 ** 61 - 3, -1)), list(range(2 ** 63 - 1, 2 ** 63 + 1)))
print(range(5) == range(0, 5, 1), range(0, 3, 2) == range(0, 4, 2), range(1, 1) == range(9, 2), range(3) == [0, 1, 2], range(3) != range(4))
print({range(3): "a"}[range(0, 3)], range(True), range(1, 10, 4).start, range(1, 10, 4).stop, range(1, 10, 4).step, repr(range(0)), str(range(1, 2, 3)))
print(range(10)[3], range(10)[-1], range(10)[2:8:2], range(10, 0, -2)[1:], range(3).count(1.0), range(3).index(1.0), range(3).count("x"))


class N:
    def __init__(self, n):
        self.n = n

    def __index__(self):
        return self.n


print(range(N(3)), range(N(1), N(7), N(2)), range(10)[N(4)], range(10)[N(1):N(3)])


def attempt(f):
    try:
        print("no error", f())
    except Exception as e:
        print(type(e).__name__, e)


attempt(lambda: range())
attempt(lambda: range(1, 2, 3, 4))
attempt(lambda: range(1.0))
attempt(lambda: range("a"))
attempt(lambda: range(1, 2, 0))
attempt(lambda: range(3)[3])
attempt(lambda: range(3)[-4])
attempt(lambda: range(3)["a"])
attempt(lambda: range(3)[::0])
attempt(lambda: range(3).index(5))
attempt(lambda: range(3).index("a"))
attempt(lambda: len(range(10 ** 30)))
attempt(lambda: range(3) < range(4))
attempt(lambda: range(3) + range(4))
attempt(lambda: range(3).start)
for i in range(3):
    for i in range(2):
        pass
    print(i, end=" ")
for i in range(5, 0, -2):
    print(i, end=" ")
for i in range(0):
    print("never")
else:
    print("else", i)
