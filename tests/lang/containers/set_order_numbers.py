# Sets of numbers print in a fixed order, whatever built them.
seed = 12345


def random(n):
    global seed
    seed = (seed * 1103515245 + 12345) % 2147483648
    return seed // 65536 % n


def numbers(count, limit):
    return [random(limit) - limit // 4 for _ in range(count)]


for count in range(40):
    xs = numbers(count, 97)
    s = set(xs)
    print(count, s)
    f = frozenset(xs)
    print(f, hash(f), hash(frozenset(reversed(xs))) == hash(f))

for count in (5, 20, 60, 200, 1000):
    for limit in (10, 300, 5000, 1000000, 2 ** 31):
        s = set()
        for x in numbers(count, limit):
            s.add(x * (1 + limit % 7))
        print(count, limit, list(s)[:40], sum(i * v for i, v in enumerate(s)))

for trial in range(60):
    limit = 20 + random(200)
    a = set(numbers(random(60), limit))
    b = set(numbers(random(60), limit))
    print(a | b, a & b, a - b, a ^ b)
    print(a.union(list(b)), a.intersection(list(b)), a.difference(list(b)), a.symmetric_difference(list(b)))
    print(set(dict.fromkeys(b)), a.union(dict.fromkeys(b)), a.difference(dict.fromkeys(b)), a.symmetric_difference(dict.fromkeys(b)))
    c = a.copy()
    c |= b
    print(c)
    c = a.copy()
    c &= b
    print(c)
    c = a.copy()
    c -= b
    print(c)
    c = a.copy()
    c ^= b
    print(c)
    popped = []
    while len(c) > 3:
        popped.append(c.pop())
        if random(3) == 0:
            c.add(random(limit))
        if random(3) == 0 and c:
            c.discard(random(limit))
    print(popped, c)
    print(set(c), set(a), frozenset(b) | c, set(frozenset(a)))
    for x in list(a):
        if random(2):
            a.remove(x)
    print(a, a.copy(), set(a), {x for x in a}, a | set(), set() | a)

print({1.5, 2.5, -0.5, 1e300, 1e-300, 3.0, -7.25, 1e17, float("inf"), -float("inf")})
print({(1, 2), (2, 1), (0, 0), (1,), (), (1, (2, 3)), (1.5, 2), (-1, -2)})
print({-1, -2, -3, 0, 1, 2 ** 61 - 1, 2 ** 61, 2 ** 61 - 2, -2 ** 61, 2 ** 64, 2 ** 100, -2 ** 100})
print({True, 1, 1.0}, {0, False}, {0.0, -0.0})
points = set()
for i in range(30):
    points.add((random(9), random(9)))
print(points)
print(frozenset([frozenset([1, 2]), frozenset([3]), frozenset()]) == frozenset([frozenset(), frozenset([3]), frozenset([2, 1])]))
print({10, 20, 30, 40, 50}, {100, 50, 25, 12, 6, 3}, {33, 1, 17}, {9, 8, 7, 6, 5, 4, 3, 2, 1, 0, -1})
grid = set((x, y) for x in range(4) for y in range(4))
print(grid)
print(hash((1, 2, 3)), hash(()), hash((1.5, -1)), hash(((), ())), hash((2 ** 70, -2 ** 61)))
print(hash(frozenset()), hash(frozenset([1])), hash(frozenset([1, 2, 3])), hash(frozenset([(1, 2), (3, 4)])))
print(hash(range(3)), hash(range(1, 100, 7)))
