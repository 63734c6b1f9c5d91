# Operators on objects whose class is known: which method is asked, in which order, what declining means, and what changes later.
# no-stress gc: every collection would look through the whole deep stack


class Money:
    def __init__(self, amount):
        self.amount = amount

    def __lt__(self, other):
        if not isinstance(other, Money):
            return NotImplemented
        return self.amount < other.amount

    def __eq__(self, other):
        if other.__class__ is not Money:
            return NotImplemented
        return self.amount == other.amount

    def __hash__(self):
        return hash(self.amount)

    def __rmul__(self, factor):
        return Money(self.amount * factor)

    def __rsub__(self, left):
        return left - self.amount

    def __add__(self, other):
        if isinstance(other, Token):
            return NotImplemented
        return Money(self.amount + other.amount)


class Token:
    def __init__(self, name):
        self.name = name

    def __radd__(self, left):
        return "radd", self.name, left.amount


class Plain:
    def __init__(self, tag):
        self.tag = tag


class Odd:
    """Comparisons that give no bools, or fail."""

    def __init__(self, give):
        self.give = give

    def __lt__(self, other):
        return self.give

    def __le__(self, other):
        raise ValueError("le of " + str(self.give))

    def __ge__(self, other):
        return self

    def __bool__(self):
        return self.give > 1


class Below:
    """Only __lt__, so that > asks the other side."""

    def __init__(self, n, log):
        self.n = n
        self.log = log

    def __lt__(self, other):
        self.log.append((self.n, other.n))
        return self.n < other.n


class Base:
    def __init__(self, n):
        self.n = n

    def __eq__(self, other):
        return "base", self.n

    def __lt__(self, other):
        return "base lt"

    def __gt__(self, other):
        return "base gt"


class Derived(Base):
    def __eq__(self, other):
        return "derived", self.n

    def __gt__(self, other):
        return "derived gt"


class Both:
    def __init__(self, n):
        self.n = n

    def __eq__(self, other):
        return self.n == other.n

    def __ne__(self, other):
        return "ne"


class Grid:
    def __init__(self, width):
        self.width = width
        self.cells = [0] * (width * width)

    def __getitem__(self, at):
        x, y = at
        if x >= self.width:
            raise IndexError("no column %d" % x)
        return self.cells[y * self.width + x]

    def __setitem__(self, at, v):
        x, y = at
        self.cells[y * self.width + x] = v

    def __delitem__(self, at):
        self.cells[at] = None

    def __contains__(self, v):
        return self.cells.count(v)

    def __len__(self):
        return self.width * self.width


class Link:
    def __init__(self, n, next):
        self.n = n
        self.next = next

    def __eq__(self, other):
        if self.n != other.n:
            return False
        if self.next is None or other.next is None:
            return self.next is other.next
        return self.next == other.next


def compare(a, b):
    return a < b, a > b, a == b, a != b


def least(items):
    best = items[0]
    for item in items:
        if item < best:
            best = item
    return best.amount


def index_of(items, wanted):
    for i in range(len(items)):
        if items[i] == wanted:
            return i
    return -1


def count_different(items, wanted):
    n = 0
    for item in items:
        if item != wanted:
            n += 1
    return n


def money():
    items = [Money(i * 37 % 101) for i in range(60)]
    print(least(items), index_of(items, Money(11)), count_different(items, Money(11)))
    print(compare(items[1], items[2]), [m.amount for m in sorted(items)][:5], len(set(items)))
    print((3 * items[4]).amount, 100 - items[5], (2.5 * items[6]).amount, (items[1] + items[2]).amount)
    print(items[3] + Token("t"))
    for wrong in (None, 3, "x", Plain(1)):
        print(items[1] == wrong, items[1] != wrong)
        try:
            print(items[1] < wrong)
        except TypeError as e:
            print(e)


def decline(m, t):
    try:
        return m + t
    except AttributeError as e:
        return str(e)


def plain():
    a, b = Plain(1), Plain(1)
    print(a == a, a == b, a != a, a != b, a == None, None != b, a is a)
    same = 0
    for p in [a, b, a]:
        if p == a:
            same += 1
        if p != a:
            same += 10
    print(same)
    try:
        a < b
    except TypeError as e:
        print(e)


def odd():
    a, b = Odd(2), Odd(0)
    print(a < b, (b < a), (a >= b) is a, [1 if a < b else 0, 1 if b < a else 0, 1 if b >= a else 0, 1 if a >= b else 0])
    for o in (a, b):
        try:
            print(o <= a)
        except ValueError as e:
            print(e)
    try:
        if a <= b:
            print("no")
    except ValueError as e:
        print("caught", e)
    finally:
        print("finally")


def below():
    log = []
    items = [Below(i * 7 % 5, log) for i in range(5)]
    print([items[i] > items[i + 1] for i in range(4)], items[0] < items[1], log)
    try:
        items[0] >= items[1]
    except TypeError as e:
        print(e)
    print(max(items).n, min(items).n, sorted(items, reverse=True)[0].n)


def inherit():
    base, derived = Base(1), Derived(2)
    for a in (base, derived):
        for b in (base, derived):
            print(a == b, a < b, a > b, a != b)
    print(base == derived, derived == base, base < derived)
    x, y = Both(1), Both(1)
    print(x == y, x != y)


def grid():
    g = Grid(4)
    for x in range(4):
        for y in range(4):
            g[x, y] = x * y
    total = 0
    for x in range(4):
        total += g[x, 3] * 2
    print(total, 6 in g, 7 in g, 6 not in g, len(g))
    g[1, 1] += 5
    del g[0]
    print(g.cells)
    try:
        g[9, 0]
    except IndexError as e:
        print(e)
    try:
        g[0, 9] = 1
    except IndexError as e:
        print(e)


def links():
    a = b = c = None
    for i in range(50):
        a, b, c = Link(i, a), Link(i, b), Link(i if i else 7, c)
    print(a == b, a == c, a != b, a != c)
    a.next.next.next = a
    b.next.next.next = b
    try:
        print(a == b)
    except RecursionError:
        print("too deep")


def big():
    a, b = Money(1 << 70), Money((1 << 70) + 1)
    print(a < b, a == b, (3 * a).amount, (a + b).amount)
    a, b = Money(float("nan")), Money(0.0)
    print(a == a, a < b, b == Money(-0.0))


def changed():
    a, b = Plain(1), Plain(1)
    out = []
    for step in range(6):
        out.append((a == b, a != b))
        if step == 1:
            Plain.__eq__ = lambda self, other: self.tag == other.tag
        if step == 3:
            Plain.__ne__ = lambda self, other: "patched"
        if step == 4:
            del Plain.__eq__
    print(out)
    m = [Money(3), Money(2)]
    out = []
    for step in range(4):
        out.append(m[0] < m[1])
        if step == 0:
            Money.__lt__ = lambda self, other: "lt"
        if step == 1:
            del Money.__lt__
            Money.__gt__ = lambda self, other: "gt"
    print(out)


for _ in range(3):
    money()
    plain()
    odd()
    below()
    inherit()
    grid()
    big()
links()
print(decline(Money(1), Money(2)).amount, decline(Money(1), Token("a")), decline(Money(1), 3))
changed()
