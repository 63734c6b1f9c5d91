# Order of mixed items: in sorting, heaps, bisection and comparison of tuples; named tuples that are too short; short strings.
import bisect
import heapq
from collections import namedtuple

nan = float('nan')


class Odd:
    def __init__(self, v):
        self.v = v

    def __lt__(self, other):
        print('lt', self.v, getattr(other, 'v', other))
        return self.v < getattr(other, 'v', other)

    def __eq__(self, other):
        print('eq', self.v, getattr(other, 'v', other))
        return self.v == getattr(other, 'v', other)

    def __repr__(self):
        return f'Odd({self.v})'


class Text(str):
    def __lt__(self, other):
        return str.__gt__(self, other)


def attempt(f, *args):
    try:
        print(f(*args))
    except Exception as e:
        print(type(e).__name__, e)


rows = [(1, 'b'), (1, 'a'), (1.0, 'c'), (True, ''), (2, ), (), (1, ), (1, 'b', 0), (10 ** 20, 'z'), (10 ** 20 + 1, 'y'), (-1, 'é'), (-1, 'ab'), (-1, 'a')]
print(sorted(rows, key=lambda r: (len(r), r[:1])))
print(sorted(rows))
print(sorted(['b', '', 'a', 'ab', 'é', 'z', '\x00', '\x00a', 'aa', 'a' * 20, 'a' * 19 + 'b']))
attempt(sorted, [(1, 'a'), (1, 2)])
attempt(sorted, [(1, nan), (1, 2.0), (1, nan), (1, 1.0)])
print((1, nan) < (1, nan), (nan, 1) < (nan, 2), (nan, 1) < (float('nan'), 2), (0.0, 1) < (-0.0, 2), (1, 2) > (1, 1.5), ((1, 2), 3) < ((1, 2), 4))
print(sorted([Text('a'), Text('c'), Text('b')]), sorted([(Text('a'), 1), (Text('b'), 2)]), (Text('a'), 1) < ('b', 0), ('a', 1) < (Text('b'), 0))
print(sorted([(1, Odd(3)), (1, Odd(2)), (0, Odd(9))]))
heap = []
for item in [(3, 'x'), (1, 'z'), (1, 'a'), (2, Odd(1)), (2, Odd(0)), (0.5, ''), (1, 'a', 1)]:
    heapq.heappush(heap, item)
print([heapq.heappop(heap) for _ in range(len(heap))])
attempt(heapq.heapify, [(1, None), (1, None), (0, None)])
print(bisect.bisect([(1, 'a'), (1, 'c'), (2, '')], (1, 'b')), bisect.bisect_left([1, 2.5, 3], 2.5), bisect.bisect(['a', 'c'], 'b'))
attempt(bisect.bisect, [1, 2, 3], 'x')

Point = namedtuple('Point', 'x y z')
print(Point(1, 2, 3).y, Point(z=1, y=2, x=3).x)
short = tuple.__new__(Point, (1, 2))
attempt(lambda: short.x + short.y)
attempt(lambda: short.z)


def total(points):
    t = 0
    for p in points:
        t += p.x * p.y - p.z
    return t


print(total([Point(i, i + 1, 2) for i in range(1000)]))
attempt(total, [Point(1, 2, 3), short])
attempt(lambda: Point(1, 2, 3).w)
Point.y = 7
print(Point(1, 2, 3).y)

d = {}
for key in [(1, 2), (1.0, 2), (True, 2), ('a', 'b'), ('a', ('b', )), (), (1, ), (2 ** 70, 'x'), (-1, -2), (-2, -1), (1, 2.5), (None, 1), ('é', -1)]:
    d[key] = d.get(key, 0) + 1
for key in [(1, 2), (True, 2.0), ('a', 'b'), ('a', ('b', )), (), (2 ** 70, 'x'), (-1, -2), (-2, -2), (None, 1), ('é', -1), (1, [])]:
    attempt(lambda: (key in d, d.get(key), hash(key) == hash(tuple(list(key)))))
print(d, hash((1, 2)), hash(()), hash((-1, 'a')) == hash((-2, 'a')))


def ladder(values):
    out = []
    for a in values:
        for b in values:
            try:
                out.append((a < b, a <= b, a > b, a >= b, a == b, a != b))
            except TypeError as e:
                out.append(str(e))
    return out


print(ladder([1, 2, True, 1.0, 2.5, -0.0, 0.0, 0, nan, 10 ** 30]))
print(ladder(['', 'a', 'ab', 'b', '\x00', 'é', 'ß', Text('a'), 1]))
print(ladder([(), (1, ), (1, 2), (1, 'a'), (1, nan), (0.0, 1), (-0.0, 2), (True, 2), ('a', 'b'), ('a', Text('b'))]))
for part in ('', 'a', 'bc', 'abc', 'abcd', 'é', Text('b')):
    print(part in 'abc', part in '', part in 'aébc', part in Text('abc'))
attempt(lambda: 1 in 'abc')
