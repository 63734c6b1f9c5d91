# copy: shallow and deep copies, of everything that has parts.
import copy
from collections import Counter, OrderedDict, defaultdict, deque, namedtuple

x = [1, [2, 3], {"k": [4]}, (5, [6]), {7}]
y = copy.copy(x)
z = copy.deepcopy(x)
x[1].append("new")
x[2]["k"].append("new")
x[3][1].append("new")
print(x, y, z)
print(y[1] is x[1], z[1] is x[1], copy.copy((1, 2)), copy.deepcopy((1, (2, "a"))), copy.copy("s"), copy.deepcopy(None), copy.copy(5), copy.deepcopy(frozenset([1])))
t = (1, 2, (3, 4))
print(copy.copy(t) is t, copy.deepcopy(t) is t, copy.deepcopy((1, [2])) == (1, [2]))
loop = [1]
loop.append(loop)
twin = copy.deepcopy(loop)
print(twin, twin[1] is twin, twin is loop)
shared = [0]
pair = copy.deepcopy([shared, shared])
pair[0].append(1)
print(pair, shared)


class Point:
    def __init__(self, x, y):
        self.x = x
        self.y = y

    def __eq__(self, other):
        return (self.x, self.y) == (other.x, other.y)


p = Point([1], 2)
q = copy.copy(p)
r = copy.deepcopy(p)
p.x.append("new")
print(q.x, r.x, q == p, r == p, type(r).__name__)


class Node:
    def __init__(self, value, parent=None):
        self.value = value
        self.parent = parent
        self.children = []


root = Node("root")
root.children = [Node(i, root) for i in range(3)]
tree = copy.deepcopy(root)
print(tree.children[1].parent is tree, tree is root, [c.value for c in tree.children])


class Slotted:
    __slots__ = ("a", "b")


s = Slotted()
s.a = [1]
u = copy.deepcopy(s)
s.a.append(2)
print(u.a, hasattr(u, "b"), copy.copy(s).a)


class Own:
    def __init__(self, n):
        self.n = n

    def __copy__(self):
        return Own(self.n + 1)

    def __deepcopy__(self, memo):
        return Own(self.n + 10)


print(copy.copy(Own(1)).n, copy.deepcopy(Own(1)).n, copy.deepcopy([Own(5)])[0].n)


class Bag(list):
    pass


class Table(dict):
    pass


b = Bag([1, [2]])
b.name = "bag"
c = copy.deepcopy(b)
b[1].append(3)
print(c, c.name, type(c).__name__, copy.copy(b), copy.copy(b).name)
d = Table(a=[1])
d.tag = ["t"]
e = copy.deepcopy(d)
d["a"].append(2)
d.tag.append("u")
print(e, e.tag, type(e).__name__, copy.copy(d).tag)
P = namedtuple("P", "x y")
n = P([1], 2)
m = copy.deepcopy(n)
n.x.append(5)
print(m, copy.copy(n), type(m).__name__)
dq = deque([[1], 2], maxlen=5)
dd = defaultdict(list, a=[1])
oc = OrderedDict(a=[1])
deep = [copy.deepcopy(v) for v in (dq, dd, oc, Counter("aab"))]
flat = [copy.copy(v) for v in (dq, dd, oc, Counter("aab"))]
dq[0].append(9)
dd["a"].append(9)
oc["a"].append(9)
print(deep, flat)
err = ValueError("bad", 5)
print(repr(copy.copy(err)), repr(copy.deepcopy(err)), copy.copy(Point) is Point, copy.deepcopy(len) is len, copy.copy(copy.copy) is copy.copy)
try:
    copy.copy(iter([]).__iter__ and (v for v in []))
except TypeError as e:
    print("TypeError", e)
