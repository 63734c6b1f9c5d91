# super().method(...) of methods that are no __init__: which method is found, on which self, and what changes that.


class Base:
    def __init__(self, n):
        self.n = n
        self.log = []

    def step(self, by):
        self.n += by
        self.log.append("base")
        return self.n

    def name(self):
        return "base"

    def scaled(self, factor):
        return self.n * factor

    def fail(self, kind):
        if kind == 1:
            raise ValueError("one")
        return 10 // kind

    @property
    def size(self):
        return self.n

    @staticmethod
    def fixed(a):
        return a + 1


class Middle(Base):
    def step(self, by):
        before = self.n
        result = super().step(by * 2)
        self.log.append(before)
        return result + 1

    def name(self):
        return "middle of " + super().name()

    def fail(self, kind):
        try:
            return super().fail(kind)
        except ZeroDivisionError as e:
            return str(e)
        finally:
            self.n += 1


class Leaf(Middle):
    def step(self, by):
        return super().step(super().step(by)) + super().size + super().fixed(1)

    def name(self):
        return "leaf of " + super().name()

    def scaled(self, factor):
        return super().scaled(super().scaled(factor))

    def twice(self, by):
        return [super(Leaf, self).step(by), super().name.__name__]


class Other(Base):
    def name(self):
        f = super
        return "other of " + f(Other, self).name()

    def step(self, by):
        return [super(Other, self).step(i) for i in range(by)]


class Alone:
    def __init__(self):
        self.a = 1

    def missing(self):
        return super().missing()

    def __eq__(self, other):
        return super().__eq__(other)


class Patching(Base):
    def __init__(self, n):
        super().__init__(n)
        self.patch = False

    def step(self, by):
        if self.patch:
            Base.step = patched
        return super().step(by)

    def scaled(self, factor):
        return super().scaled(self.replace(factor))

    def replace(self, factor):
        if self.patch:
            Base.scaled = lambda self, factor: "late"
        return factor

    def name(self):
        if self.patch:
            del self.log
        return super().name()


def patched(self, by):
    return "patched", by


def patching(n):
    p = Patching(n)
    out = []
    for i in range(6):
        p.patch = i == 3
        out.append((p.step(i), p.scaled(i), p.name(), hasattr(p, "log")))
        p.log = []
    return out


def work(n):
    total = 0
    leaves = [Leaf(1), Middle(2), Base(3)]
    for i in range(n):
        for leaf in leaves:
            total = (total + leaf.step(i % 5) + int(leaf.scaled(1.5)) + len(leaf.name())) % 1000003
            leaf.n = leaf.n % 1000
    return total, leaves[0].n, len(leaves[0].log), leaves[1].log[:4]


def failing():
    m = Middle(0)
    out = []
    for kind in (2, 0, 1, 5):
        try:
            out.append(m.fail(kind))
        except ValueError as e:
            out.append(repr(e))
    return out, m.n


def big():
    leaf = Leaf(1 << 60)
    return leaf.scaled(8), leaf.step(1 << 61), leaf.scaled(0.5), leaf.scaled(True)


for _ in range(3):
    print(work(60), failing(), big(), Leaf(2).twice(3), Other(1).name(), Other(1).step(3))
a = Alone()
print(a == a, a == 3)
try:
    a.missing()
except AttributeError as e:
    print(e)
print(patching(1))
