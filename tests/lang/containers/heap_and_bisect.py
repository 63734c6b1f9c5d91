# heapq, bisect and operator.
import bisect
import heapq
import operator

seed = 5


def random(n):
    global seed
    seed = (seed * 1103515245 + 12345) % 2147483648
    return seed // 65536 % n


def attempt(f):
    try:
        print("no error", f())
    except Exception as e:
        print(type(e).__name__, e)


for n in list(range(20)) + [100, 1000]:
    xs = [random(n * 2 + 1) for _ in range(n)]
    heap = xs[:]
    heapq.heapify(heap)
    if n < 20:
        print(heap)
    out = []
    other = []
    for x in xs:
        heapq.heappush(other, (x, -x))
    while heap:
        out.append(heapq.heappop(heap))
    assert out == sorted(xs)
    assert [heapq.heappop(other)[0] for _ in range(n)] == out
heap = [1, 5, 3, 9, 7]
print(heapq.heapreplace(heap, 4), heap, heapq.heappushpop(heap, 0), heapq.heappushpop(heap, 6), heap)
print(heapq.nsmallest(3, [5, 1, 4, 2]), heapq.nlargest(2, "hello", key=ord), heapq.nlargest(1, [3, 9]), heapq.nsmallest(0, [1]), heapq.nsmallest(9, [2, 1]))
print(list(heapq.merge([1, 4, 7], [2, 5], [], [3, 6, 8])), list(heapq.merge([7, 3], [5, 1], reverse=True)), list(heapq.merge(["a", "ccc"], ["bb"], key=len)))


class Item:
    compared = 0

    def __init__(self, n):
        self.n = n

    def __lt__(self, other):
        Item.compared += 1
        return self.n < other.n


items = [Item(random(50)) for _ in range(60)]
heapq.heapify(items)
print([heapq.heappop(items).n for _ in range(60)], Item.compared)
attempt(lambda: heapq.heappop([]))
attempt(lambda: heapq.heapreplace([], 1))
attempt(lambda: heapq.heappush([1], "a"))
attempt(lambda: heapq.heapify([1, "a", 2]))

xs = [1, 2, 2, 2, 5, 8]
for x in range(10):
    print(bisect.bisect_left(xs, x), bisect.bisect_right(xs, x), bisect.bisect(xs, x, 2), bisect.bisect_left(xs, x, 1, 3), end="; ")
print()
ys = []
for _ in range(30):
    bisect.insort(ys, random(40))
bisect.insort_left(ys, 7)
print(ys)
words = ["a", "bb", "ccc"]
bisect.insort(words, "zz", key=len)
print(words, bisect.bisect_left(words, 2, key=len), bisect.bisect((1, 3, 5), 4), bisect.bisect(range(0, 100, 10), 35))
attempt(lambda: bisect.bisect([1], "a"))
attempt(lambda: bisect.bisect([1], 1, -1))
attempt(lambda: bisect.bisect(5, 1))

print(operator.add(1, 2), operator.itemgetter(1)("abc"), operator.itemgetter(0, 2)([5, 6, 7]), operator.attrgetter("real")(5), operator.attrgetter("real", "imag")(5), operator.methodcaller("upper")("abc"), operator.methodcaller("split", ",", maxsplit=1)("a,b,c"))
print(operator.itemgetter("k")({"k": 1}), operator.contains([1, 2], 2), operator.countOf([1, 2, 1], 1), operator.indexOf("abc", "c"), operator.not_(0), operator.truth([]), operator.neg(5), operator.inv(5), operator.index(True), operator.length_hint(iter([1, 2])), operator.is_(None, None), operator.concat([1], [2]))
a = [1]
b = operator.iadd(a, [2])
print(a is b, a, operator.imul(3, 4), operator.__add__(1, 2), operator.itemgetter(slice(1, 3))("abcd"), operator.itemgetter(1, 2), operator.attrgetter("a.b"), operator.methodcaller("f", 1, k=2))
d = {}
operator.setitem(d, "a", 1)
print(d, operator.getitem(d, "a"), operator.delitem(d, "a"), d, sorted([(2, "b"), (1, "z")], key=operator.itemgetter(1)), operator.pow(2, 5), operator.matmul.__name__)
attempt(lambda: operator.index("a"))
attempt(lambda: operator.attrgetter("x")(5))
attempt(lambda: operator.attrgetter(5))
attempt(lambda: operator.indexOf([], 1))
