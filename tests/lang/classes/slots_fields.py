# Classes with __slots__: the fields that __init__ gives, others later, deleted ones, subclasses with and without slots.


class Point:
    __slots__ = ("x", "y", "late")

    def __init__(self, x, y):
        self.x = x
        self.y = y

    def sum(self):
        return self.x + self.y


class Point3(Point):
    __slots__ = ("z",)

    def __init__(self, x, y, z):
        super().__init__(x, y)
        self.z = z

    def sum(self):
        return self.x + self.y + self.z


class Open(Point):
    def __init__(self, x, y):
        Point.__init__(self, x, y)
        self.extra = x * y


class Wrong:
    __slots__ = ("a",)

    def __init__(self, a):
        self.a = a
        self.b = a


class One:
    __slots__ = "only"

    def __init__(self, only):
        self.only = only


def work(n):
    total = 0
    for i in range(n):
        p = Point(i, 1)
        p.x += 2
        q = Point3(i, 2, 3)
        o = Open(i, 3)
        total += p.sum() + q.sum() + o.sum() + o.extra + One(i).only
        for shape in (p, q, o):
            total += shape.sum()
    return total


def refuse(make):
    try:
        return make()
    except (AttributeError, TypeError) as e:
        return type(e).__name__ + ": " + str(e)


def set_unknown(p):
    p.unknown = 1


def late(n):
    got = []
    for i in range(n):
        p = Point(i, i)
        got.append(hasattr(p, "late"))
        p.late = i
        got.append(p.late)
        del p.x
        got.append(hasattr(p, "x"))
        got.append(p.y)
        p.x = "again"
        got.append(p.x)
    return got


print(work(300))
print(late(3))
for k in range(3):
    print(refuse(lambda: set_unknown(Point(1, 2))))
    print(refuse(lambda: set_unknown(Point3(1, 2, 3))))
    print(refuse(lambda: set_unknown(Open(1, 2))))
    print(refuse(lambda: Wrong(3)))
    print(refuse(lambda: set_unknown(One(1))))
print(hasattr(Point(1, 2), "__dict__"), Open(2, 3).__dict__["extra"])


def doubled(self):
    return 2 * (self.x + self.y)


Point.sum = doubled
print(work(300))
