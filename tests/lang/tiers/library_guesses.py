"""What functions of the library give is guessed from their names: where they are replaced, overridden or give something else, nothing may change."""
import bisect
import copy
import heapq
import itertools
import math
import operator
import random
import string
import time
from collections import Counter, defaultdict, deque


class Dice(random.Random):
    def randint(self, a, b):
        return f"{a}..{b}"


def rolls(rng, n):
    total, seen = 0, []
    for i in range(n):
        x = rng.randint(1, 6)
        if isinstance(x, int):
            total += x
        else:
            seen.append(x + "!")
    return total, seen[:2]


print(rolls(random.Random(3), 50), rolls(Dice(3), 3), rolls(random.Random(4), 5))
keep = random.random
random.random = lambda: "not a number"
print([random.random() * 2 for _ in range(2)])
random.random = keep
random.seed(5)
print(sum(random.random() for _ in range(50)), random.getrandbits(80) + 1, random.sample([1.5, "a"], 2), random.choices("ab", k=3))


class Copies:
    def __copy__(self):
        return 17

    def __deepcopy__(self, memo):
        return "deep"


def copies(x):
    return [copy.copy(x), copy.deepcopy(x)]


print(copies(Copies()), copies([1, [2]]), copies(2.5))


def queue(items):
    q, out = deque(items), []
    q.append(items[0])
    q.appendleft(items[-1])
    while q:
        x = q.popleft()
        out.append(x * 2)
        if len(out) == 3:
            q.extend(["end", 2.5])
    return out


print(queue([1, 2, 3]), queue(["a", "b"]), queue([(1,), [2]]))


def shortest(pairs):
    heap = []
    for p in pairs:
        heapq.heappush(heap, p)
    heapq.heapreplace(heap, pairs[0])
    return [heapq.heappop(heap) for _ in range(len(heap))], heapq.nlargest(2, pairs), heapq.nsmallest(1, pairs)


print(shortest([(3, "c"), (1, "a"), (2, "b")]), shortest([2.5, 1, 10 ** 30]), shortest(["y", "x"]))


def places(xs, x):
    i = bisect.bisect_left(xs, x)
    bisect.insort(xs, x)
    return i + 1, xs


print(places([1, 3, 5], 4), places(["a", "c"], "b"), places([], 2.5))


def combined(op, a, b):
    return op(a, b)


print(combined(operator.add, 1, 2), combined(operator.add, "a", "b"), combined(operator.mul, 2, [1]), combined(operator.sub, 2.5, 1), combined(operator.eq, 1, 1.0))
print(next(iter([]), "none"), next(iter([5]), "none"), math.floor(1e30), math.trunc(2.7), math.prod([2, 3.5]), math.prod([10 ** 20, 3]), math.comb(100, 50))
print(list(itertools.chain([1], "a", (2.5,))), list(itertools.chain(*[[1, 2], [3]])), list(itertools.chain.from_iterable(["ab", [1]])))
print([a + b for a, b in itertools.product([1, 2], repeat=2)], [a * b for a, b in itertools.product("ab", [1, 2])], [sum(c) for c in itertools.combinations([1, 2.5, 3], 2)])
print([b - a for a, b in itertools.pairwise([1, 4, 9.5])], list(itertools.islice(itertools.count(2.5), 3)), list(itertools.islice(itertools.count(), 3)), list(itertools.repeat("x", 2)))
print(string.digits[3], string.ascii_lowercase.upper()[:3], dict.fromkeys("ab"), dict.fromkeys([1, 2], 0))
time.perf_counter = lambda: "late"
print(time.perf_counter() + "r")


def spread(a, b, *rest):
    return a + b, rest


pair = (1, 2)
print(spread(*pair), spread("a", *["b", "c", "d"]), spread(1.5, *[2], 3), list(zip(*[(1, "a"), (2, "b")])), max(*[3, 1, 2]))
for columns in ([[1, 2], [3, 4]], [["a"], ["b"]], [(1.5, 2), (2, 3)]):
    print([[x * 2 for x in column] for column in zip(*columns)], [sum(c) for c in zip(*columns) if not isinstance(c[0], str)])


class Point:
    def __init__(self, x, y=0):
        self.x, self.y = x, y


print([p.x + p.y for p in (Point(*(1, 2)), Point(*[5]), Point(*(0.5, 1), **{}), Point("a", **{"y": "b"}))])
try:
    print(spread(*[1]))
except TypeError as err:
    print(err)


def grouped(words):
    by, n, tally = defaultdict(list), defaultdict(int), Counter(words)
    for w in words:
        by[w[:1]].append(w)
        n[w] += 1
        tally[w] += 2
    odd = defaultdict(lambda: [0, 0.5])
    odd[1][1] += 3
    return sorted(by.items()), dict(n), tally.most_common(2), sum(tally.values()), odd[1], by["none"], n["none"]


print(grouped(["the", "quick", "the", "fox"]), grouped([(1, 2), (1, 2), (3,)]), grouped([[1], [2]][:0]))
mixed = defaultdict(int)
mixed["x"] = "text"
mixed["y"] += 1
print([v * 2 for v in mixed.values()])


def three():
    return [1, 2], ["a", "b"], {"k": 1.5}


ints, strs, d = three()
print([i + 1 for i in ints], [s + "!" for s in strs], d["k"] + 1, [len(x) for x in three()], [x[0] for x in three()[:2]])
ints.append("late")
print([i * 2 for i in ints], [i * 2 for i in three()[0]])
TABLE = [3, 1, 4, 1, 5, 9, 2, 6, 5, 3, 5, 8, 9, "seven", 9, 3.5]
SET = {(0, 1), (1, 2), (2, 0), ("a", 2)}
print([v * 2 for v in TABLE], sorted(str(a) + str(b + 1) for a, b in SET), sum((3, 1, 4, 1, 5, 9, 2, 6, 5, 3.5)))
