# Operators and properties of classes that compiled code calls directly: reflected forms, subclasses that are asked first, operands that
# are declined, errors inside.


class Vec:
    def __init__(self, x, y):
        self.x = x
        self.y = y

    def __add__(self, o):
        return Vec(self.x + o.x, self.y + o.y)

    def __mul__(self, k):
        return Vec(self.x * k, self.y * k)

    def __rmul__(self, k):
        return Vec(k * self.x, k * self.y)

    def __neg__(self):
        return Vec(-self.x, -self.y)

    def __matmul__(self, o):
        return self.x * o.x + self.y * o.y

    def __iadd__(self, o):
        self.x += o.x
        self.y += o.y
        return self

    @property
    def norm(self):
        return (self.x * self.x + self.y * self.y) / 2.0

    @property
    def swapped(self):
        return Vec(self.y, self.x)


def work(n):
    p, v = Vec(0.0, 1.0), Vec(0.5, -0.25)
    dots = 0.0
    for i in range(n):
        p = p + v * 0.5
        p += -v
        p = 2.0 * p * 0.5
        dots += p @ v + p.norm + p.swapped.x
    return p.x, p.y, dots


for i in range(3):
    print(work(40))


def attempt(f, *args):
    try:
        return f(*args)
    except Exception as e:
        return f"{type(e).__name__}: {e}"


def plus(a, b):
    return a + b


def norm(a):
    return a.norm


for i in range(20):
    s = plus(Vec(1, 2), Vec(3, 4))
print(s.x, s.y, norm(s), attempt(plus, s, 3), attempt(plus, 3, s), attempt(norm, None), attempt(norm, 3))


class Loud(Vec):
    def __radd__(self, o):
        return "asked first"

    @property
    def norm(self):
        raise ValueError("no norm")


print(plus(s, Loud(1, 2)), attempt(norm, Loud(1, 2)), plus(Loud(1, 2), s).x)


class Money:
    def __init__(self, cents):
        self.cents = cents

    def __add__(self, o):
        if not isinstance(o, Money):
            return NotImplemented
        return Money(self.cents + o.cents)

    def __sub__(self, o):
        return self.cents - o.cents

    def __floordiv__(self, n):
        return self.cents // n


def spend(n):
    m = Money(0)
    t = 0
    for i in range(n):
        m = m + Money(i)
        t += m - Money(1)
        t += m // 3
    return m.cents, t


print(spend(30), attempt(plus, Money(1), 2))


def divide(m, n):
    try:
        return m // n
    except ZeroDivisionError as e:
        return str(e)


for i in range(5):
    print(divide(Money(100), i), end=" ")
print()
Vec.__add__ = lambda a, b: "changed"
Vec.norm = 7
print(plus(s, s), norm(s))
print(Money(2**61) - Money(-(2**61)), Money(2**70) // 3)
