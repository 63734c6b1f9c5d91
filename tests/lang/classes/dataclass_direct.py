# Dataclasses whose objects have a layout, and those that must not get one.
import dataclasses
from dataclasses import dataclass, field, replace
from typing import ClassVar


@dataclass
class Point:
    x: float
    y: float = 2.0

    def __add__(self, other):
        return Point(self.x + other.x, self.y + other.y)

    def dot(self, other):
        return self.x * other.x + self.y * other.y


@dataclass(order=True)
class Entry:
    key: int
    name: str
    count: ClassVar[int] = 0

    def bump(self):
        self.key += 1
        return self


@dataclasses.dataclass
class Point3(Point):
    z: float = 3.0

    def dot(self, other):
        return super().dot(other) + self.z * other.z


class Named(Point3):
    def label(self):
        return "named %s" % self.z


class Own(Point):
    def __init__(self, x):
        super().__init__(x, x)
        self.own = x


@dataclass
class Written:
    a: int
    b: int

    def __init__(self, both):
        self.b = both
        self.a = both + 1


@dataclass
class Made:
    items: list = field(default_factory=list)
    n: int = field(default=4)


@dataclass
class After:
    n: int
    double: int = 0

    def __post_init__(self):
        self.double = self.n * 2


@dataclass(frozen=True)
class Frozen:
    n: int


@dataclass(eq=False)
class Plain:
    n: int


class Mixin:
    def __init__(self, n):
        self.mixed = n


@dataclass
class Mixed(Mixin):
    n: int

    def total(self):
        return self.n + getattr(self, "mixed", 100)


def wrap(cls):
    return cls


@wrap
@dataclass
class Wrapped:
    n: int


def loop(n):
    at = Point(0.0, 0.0)
    total = 0.0
    for i in range(n):
        step = Point(i * 0.5, 1.0)
        at = at + step
        total += at.dot(step)
    return at, total


def others(n):
    total = 0
    for i in range(n):
        e = Entry(i, "e").bump()
        p = Point3(1.0, 2.0, float(i))
        q = Named(1.0, y=5.0)
        total += e.key + int(p.dot(q)) + len(q.label()) + Own(i).own + Written(i).a + Written(i).b
        total += Made().n + len(Made([1, 2]).items) + After(i).double + Frozen(i).n + Plain(i).n + Mixed(i).total() + Wrapped(i).n
        total += int(Point(3).y) + int(Point(y=1, x=i).x)
    return total


def kinds(n):
    out = []
    for i in range(n):
        p = Point(i, None) if i % 3 == 0 else Point("s", i) if i % 3 == 1 else Point(1 << 70, float("nan"))
        out.append((p.x, p.y))
    return out


def compare():
    a, b = Entry(1, "a"), Entry(1, "b")
    print(a < b, a == b, a != b, a == Entry(1, "a"), a >= b, sorted([b, a])[0].name, max(a, b).name)
    x, y = Plain(1), Plain(1)
    print(x == x, x == y, x != y, Point(1, 2) == Point(1, 2), Point(1, 2) != Point(1, 3), Point(1, 2) == Point3(1, 2))
    try:
        x < y
    except TypeError as e:
        print(e)


def wrong():
    for make in (lambda: Point(), lambda: Point(1, 2, 3), lambda: Point(z=1), lambda: Point(1, x=2)):
        try:
            make()
        except TypeError as e:
            print(e)
    try:
        Frozen(1).n = 2
    except dataclasses.FrozenInstanceError as e:
        print(e)


def changed():
    out = []
    for step in range(8):
        p = Point(float(step), 1.0)
        out.append((p.x, getattr(p, "extra", None)))
        if step == 2:
            made = Point.__init__

            def init(self, x, y):
                made(self, y, x)
                self.extra = step

            Point.__init__ = init
        if step == 4:
            del Point.__init__
            Point.__init__ = made
        if step == 5:
            p.more = 1
            del p.x
            try:
                p.dot(p)
            except AttributeError as e:
                print(e)
    return out


for _ in range(3):
    print(loop(200), others(60))
    compare()
wrong()
print(kinds(7)[:6], kinds(3)[2][0])
print(replace(Point(1.0), y=9.0), Entry(3, "x"), Entry.count, Named(1, 2), Mixed(3), Made())
print(changed())
