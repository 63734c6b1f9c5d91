# Fields, methods and constructors of classes that compiled code knows by shape: and what happens when the program changes them.


class Counter:
    made = 0

    def __init__(self, start):
        self.value = start
        self.step = 1
        Counter.made += 1

    def bump(self):
        self.value += self.step
        return self.value


def run(c, n):
    t = 0
    for i in range(n):
        t += c.bump()
    return t


c = Counter(0)
print(run(c, 100), c.value, Counter.made)

# Values that do not fit what was there before.
c.value = 2**61
print(run(c, 3), c.value)
c.value = 1.5
print(run(c, 3), c.value)
c.step = True
print(run(c, 3), c.value)

# Another field, one field less, the class changed.
c.extra = "x"
print(run(c, 2), c.value, c.extra)
del c.step
try:
    run(c, 2)
except AttributeError as e:
    print(e)
d = Counter(5)
Counter.bump = lambda self: 7
print(run(d, 3), d.value)
d.bump = lambda: 8
print(run(d, 3))
print(Counter.made)


class Shape:
    def __init__(self, name):
        self.name = name

    def area(self):
        raise NotImplementedError(self.name)

    def describe(self):
        return f"{self.name}: {self.area()}"


class Square(Shape):
    def __init__(self, side):
        super().__init__("square")
        self.side = side

    def area(self):
        return self.side * self.side


class Rect(Shape):
    def __init__(self, w, h):
        Shape.__init__(self, "rect")
        self.w, self.h = w, h

    def area(self):
        return self.w * self.h


class Weird(Shape):
    pass


def describe(shapes):
    out = []
    for s in shapes:
        try:
            out.append(s.describe())
        except NotImplementedError as e:
            out.append(f"none for {e}")
    return out


shapes = [Square(2), Rect(2, 3), Square(1.5), Weird("weird")]
for i in range(50):
    result = describe(shapes)
print(result)


def areas(shapes):
    t = 0
    for s in shapes:
        t += s.area()
    return t


for i in range(50):
    t = areas(shapes[:3])
print(t)
try:
    areas(shapes)
except NotImplementedError as e:
    print("raised", e)


# Linked lists and trees: None ends them.
class Node:
    def __init__(self, value, left=None, right=None):
        self.value = value
        self.left = left
        self.right = right


def insert(node, value):
    if node is None:
        return Node(value, None, None)
    if value < node.value:
        node.left = insert(node.left, value)
    else:
        node.right = insert(node.right, value)
    return node


def walk(node):
    if node is None:
        return []
    return walk(node.left) + [node.value] + walk(node.right)


root = None
for i in [5, 2, 8, 1, 9, 3]:
    root = insert(root, i)
print(walk(root))


def deepest(node):
    while node:
        last = node
        node = node.left
    return last.value, last.left.value


try:
    deepest(root)
except AttributeError as e:
    print(e)


# Construction that fails half way, that is observed, that does more than store.
seen = []


class Part:
    def __init__(self, a, b):
        self.a = a
        seen.append(self)
        self.b = 10 // b
        self.reset()

    def reset(self):
        self.c = self.a + self.b


def make(n):
    parts = []
    for i in range(n):
        try:
            parts.append(Part(i, i % 3))
        except ZeroDivisionError as e:
            seen[-1].b = None
    return parts


print([(p.a, p.b, p.c) for p in make(6)], [hasattr(p, "c") for p in seen], seen[0].__dict__)


class Wrong:
    def __init__(self):
        self.x = 1
        return 3


try:
    Wrong()
except TypeError as e:
    print(e)


class Two:
    def __init__(self, flip):
        if flip:
            self.a = 1
            self.b = 2
        else:
            self.b = 3
            self.a = 4

    def sum(self):
        return self.a * 10 + self.b


print([Two(i % 2).sum() for i in range(6)])


class Vec:
    def __init__(self, x, y):
        self.x = x
        self.y = y

    def __add__(self, o):
        return Vec(self.x + o.x, self.y + o.y)

    def __eq__(self, o):
        return self.x == o.x and self.y == o.y

    @property
    def length(self):
        return (self.x * self.x + self.y * self.y) ** 0.5


def total(vs):
    t = Vec(0.0, 0.0)
    for v in vs:
        t = t + v
    return t


t = total([Vec(i * 0.5, i) for i in range(20)])
print(t.x, t.y, t.length, t == Vec(95.0, 190))


def deep(n, v):
    if n == 0:
        return v.missing
    return deep(n - 1, v)


try:
    deep(5, t)
except AttributeError as e:
    print(e)
