# Classes: attributes, methods, class vs instance attributes, repr, identity.
class Point:
    """A point."""
    count = 0

    def __init__(self, x, y=0):
        self.x = x
        self.y = y
        Point.count += 1

    def move(self, dx, dy=0):
        self.x += dx
        self.y += dy
        return self

    def __repr__(self):
        return f"Point({self.x}, {self.y})"

    def dist2(self, other):
        return (self.x - other.x) ** 2 + (self.y - other.y) ** 2


p, q = Point(1, 2), Point(3)
print(p, q, Point.count, p.count, p.move(1).move(2, 3), p.dist2(q), Point.__doc__, Point.__name__)
p.count = 99
print(p.count, Point.count, q.count, p.__dict__, q.__dict__)
del p.count
print(p.count)
p.extra = [1]
p.extra.append(2)
print(p.extra, hasattr(q, "extra"), Point.move(q, 5), p is p, p == p, p == Point(4, 5), p != q)
Point.scale = lambda self, k: Point(self.x * k, self.y * k)
print(p.scale(2), isinstance(p, Point), type(p) is Point, type(p).__name__, p.__class__.__name__)
try:
    p.missing
except AttributeError as e:
    print(e)
try:
    Point.missing
except AttributeError as e:
    print(e)
try:
    del p.missing
except AttributeError as e:
    print(e)
try:
    p.missing()
except AttributeError as e:
    print(e)


class Empty:
    pass


class Shared:
    items = []

    def add(self, x):
        self.items.append(x)


a, b = Shared(), Shared()
a.add(1)
b.add(2)
print(a.items, b.items is a.items, Empty().__dict__, bool(Empty()), Empty() == Empty())
a.items = ["own"]
a.add(3)
print(a.items, b.items, Shared.items)


class Nested:
    class Inner:
        v = 5

        def get(self):
            return self.v

    def make(self):
        return self.Inner()


print(Nested().make().get(), Nested.Inner.v, Nested.Inner.__name__, Nested.Inner.__qualname__)
x = 5
class Body:
    y = x + 1
    for i in range(3):
        y += i
    if y > 5:
        z = "big"
    def f(): return "plain"
    g = f()
    total = sum([1, 2])
print(Body.y, Body.z, Body.g, Body.i, Body.total, Body.f())
def cls_in_func(n):
    class Local:
        value = n
        def get(self): return n * 2
    return Local()
print(cls_in_func(4).get(), cls_in_func(4).value, type(cls_in_func(1)) is type(cls_in_func(1)))
m = p.move
print(m(100), callable(m), p.x)
setattr(Point, "late", 7)
print(p.late, getattr(p, "x"), getattr(p, "nope", None), Point.__dict__["count"] == Point.count)
