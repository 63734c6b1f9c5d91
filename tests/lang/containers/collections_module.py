# collections: deque, defaultdict, Counter, OrderedDict, namedtuple, ChainMap.
from collections import ChainMap, Counter, OrderedDict, defaultdict, deque, namedtuple


def attempt(f):
    try:
        print("no error", f())
    except Exception as e:
        print(type(e).__name__, e)


d = deque([1, 2, 3])
d.append(4)
d.appendleft(0)
print(d, len(d), d[0], d[-1], d.pop(), d.popleft(), d, list(d), list(reversed(d)), 2 in d, bool(deque()))
d.extend("ab")
d.extendleft("xy")
print(d, d.count("a"), d.index(2), deque(d, 3), deque(maxlen=2), d == deque(d), deque([1]) < deque([2]))
for n in (1, -2, 7, 0, -9):
    d.rotate(n)
    print(n, d)
d.reverse()
d.insert(2, "in")
d.remove("in")
del d[1]
d[0] = "first"
print(d, d + deque([9]), deque("ab") * 2, d.copy() == d)
small = deque(maxlen=3)
for i in range(7):
    small.append(i)
print(small, small.maxlen)
small.appendleft("l")
print(small)
q = deque(range(3))
total = 0
for step in range(20000):
    q.append(step)
    total += q.popleft()
print(len(q), total, q)
for i in range(100):
    q.appendleft(i)
print(sum(q), q[50], q[-50])
attempt(lambda: deque().pop())
attempt(lambda: deque().popleft())
attempt(lambda: deque([1])[5])
attempt(lambda: deque([1], -1))
attempt(lambda: deque(5))
attempt(lambda: deque([1]).remove(5))
attempt(lambda: deque([1]).index(5))
attempt(lambda: deque([1], 1).insert(0, 2))
attempt(lambda: [d.append(x) for x in d])

words = "the cat and the dog and the bird".split()
c = Counter(words)
print(c, c["the"], c["none"], c.most_common(2), sorted(c.elements()), c.total(), Counter(a=3, b=1) + Counter(a=1, c=2), Counter(a=3, b=1) - Counter(a=1, b=2))
print(Counter("hello") & Counter("yellow"), Counter("hello") | Counter("yellow"), Counter("aab") == Counter("aba"), Counter("ab") <= Counter("aab"), +Counter(a=1, b=-1), -Counter(a=1, b=-1))
c.update(["cat", "cat"])
c.subtract({"the": 1})
print(c, Counter(), Counter({"x": 0}), dict(Counter("mississippi")), Counter("mississippi").most_common())
c["new"] += 5
del c["absent"]
print(c["new"], type(c.copy()).__name__, max(c, key=c.get))

g = defaultdict(list)
for i, w in enumerate(words):
    g[w].append(i)
print(g, dict(g), g["missing"], len(g), g.get("nope"), "nope" in g)
n = defaultdict(int, a=1)
n["b"] += 2
print(n, n.default_factory, defaultdict(lambda: 5)["x"], n.copy(), n | {"z": 1})
attempt(lambda: defaultdict(5))
attempt(lambda: defaultdict()["x"])
tree = lambda: defaultdict(tree)
t = tree()
t["a"]["b"]["c"] = 1
print(t["a"]["b"]["c"], list(t))

o = OrderedDict([("a", 1), ("b", 2), ("c", 3)])
o.move_to_end("a")
print(o, o.popitem(), o.popitem(last=False), o, OrderedDict(a=1, b=2) == OrderedDict(b=2, a=1), OrderedDict(a=1, b=2) == dict(b=2, a=1), OrderedDict())
o["z"] = 26
o.move_to_end("z", last=False)
print(list(o.items()), list(reversed(o)), OrderedDict.fromkeys("ab"))
attempt(lambda: OrderedDict().popitem())
attempt(lambda: o.move_to_end("none"))

Point = namedtuple("Point", ["x", "y"])
p = Point(3, y=4)
print(p, p.x, p.y, p[0], p[-1], len(p), tuple(p), p == (3, 4), p._asdict(), p._replace(x=9), Point._fields, Point._make([5, 6]), isinstance(p, tuple), hash(p) == hash((3, 4)))
x, y = p
print(x, y, p + (1,), p < Point(3, 5), sorted([Point(2, 1), Point(1, 9)]), {p: 1}[(3, 4)], Point.__doc__, Point.__name__)
Color = namedtuple("Color", "r g b alpha", defaults=[255])
print(Color(1, 2, 3), Color(1, 2, 3, 4), Color._field_defaults, namedtuple("R", "a class a", rename=True)._fields, namedtuple("E", "")())
attempt(lambda: Point(1))
attempt(lambda: Point(1, 2, 3))
attempt(lambda: Point(1, z=2))
attempt(lambda: Point(1, 2, x=3))
attempt(lambda: namedtuple("P", "a a"))
attempt(lambda: namedtuple("P", "class"))
attempt(lambda: namedtuple("P", "_a"))
attempt(lambda: namedtuple("1P", "a"))
attempt(lambda: Point._make([1]))
attempt(lambda: p._replace(q=1))
attempt(lambda: setattr(p, "x", 5))
attempt(lambda: p.z)


class Named(namedtuple("Base", "a b")):
    def total(self):
        return self.a + self.b

    def __repr__(self):
        return "Named!" + super().__repr__()


print(Named(1, 2).total(), Named(1, 2))
match p:
    case Point(x=3, y=b):
        print("matched", b)
match p:
    case Point(a, 4):
        print("positional", a)
cm = ChainMap({"a": 1}, {"a": 2, "b": 3})
cm["c"] = 4
print(cm, cm["a"], cm["b"], len(cm), sorted(cm), cm.new_child({"z": 0})["z"], cm.parents, "b" in cm, cm.get("q", 7), dict(cm))
attempt(lambda: cm["q"])
