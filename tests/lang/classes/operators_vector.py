# A vector and a polynomial class: operators together in one program.
import math


class Vec:
    __slots__ = ("x", "y")

    def __init__(self, x=0.0, y=0.0): self.x, self.y = x, y
    def __add__(self, o): return Vec(self.x + o.x, self.y + o.y)
    def __sub__(self, o): return Vec(self.x - o.x, self.y - o.y)
    def __mul__(self, k): return self.x * k.x + self.y * k.y if isinstance(k, Vec) else Vec(self.x * k, self.y * k)
    def __rmul__(self, k): return self * k
    def __truediv__(self, k): return Vec(self.x / k, self.y / k)
    def __neg__(self): return Vec(-self.x, -self.y)
    def __abs__(self): return math.hypot(self.x, self.y)
    def __eq__(self, o): return isinstance(o, Vec) and (self.x, self.y) == (o.x, o.y)
    def __hash__(self): return hash((self.x, self.y))
    def __iter__(self): yield self.x; yield self.y
    def __getitem__(self, i): return (self.x, self.y)[i]
    def __len__(self): return 2
    def __bool__(self): return self.x != 0 or self.y != 0
    def __repr__(self): return f"Vec({self.x}, {self.y})"
    def __format__(self, spec): return f"({self.x:{spec}}, {self.y:{spec}})"
    def __matmul__(self, o): return self.x * o.y - self.y * o.x
    def __round__(self, n=0): return Vec(round(self.x, n), round(self.y, n))


a, b = Vec(3, 4), Vec(1.5, -2)
print(a + b, a - b, a * 2, 2 * a, a * b, a / 2, -a, abs(a), a == Vec(3, 4), a != b, hash(a) == hash(Vec(3, 4)), list(a), a[0], a[-1], len(a), bool(Vec()), f"{b:.2f}", f"{a}", a @ b, round(b / 3, 2))
x, y = a
print(x, y, sum([a, b], Vec()), max([a, b], key=abs), sorted([a, b], key=abs), {a: 1}[Vec(3, 4)], a in [b, Vec(3, 4)], [*a, *b], Vec(*b), dict([a, b]))
c = a
c += b
c *= 2
print(a, c)
try:
    a.z = 1
except AttributeError as e:
    print(e)
try:
    a + 1
except AttributeError as e:
    print(e)


class Poly:
    def __init__(self, *coeffs):
        c = list(coeffs)
        while c and c[-1] == 0: c.pop()
        self.c = tuple(c)

    def __call__(self, x):
        r = 0
        for k in reversed(self.c): r = r * x + k
        return r

    def __add__(self, o):
        o = o if isinstance(o, Poly) else Poly(o)
        n = max(len(self.c), len(o.c))
        return Poly(*((self.c[i] if i < len(self.c) else 0) + (o.c[i] if i < len(o.c) else 0) for i in range(n)))
    __radd__ = __add__

    def __mul__(self, o):
        if not isinstance(o, Poly): return Poly(*(k * o for k in self.c))
        out = [0] * (len(self.c) + len(o.c))
        for i, p in enumerate(self.c):
            for j, q in enumerate(o.c): out[i + j] += p * q
        return Poly(*out)
    __rmul__ = __mul__

    def __neg__(self): return self * -1
    def __sub__(self, o): return self + -o
    def __rsub__(self, o): return -self + o
    def __pow__(self, n):
        r = Poly(1)
        for _ in range(n): r = r * self
        return r

    def __divmod__(self, o):
        q, r = Poly(), self
        while len(r.c) >= len(o.c) and r.c:
            t = Poly(*[0] * (len(r.c) - len(o.c)), r.c[-1] / o.c[-1])
            q, r = q + t, r - t * o
        return q, r
    def __floordiv__(self, o): return divmod(self, o)[0]
    def __mod__(self, o): return divmod(self, o)[1]
    def __eq__(self, o): return self.c == (o.c if isinstance(o, Poly) else Poly(o).c)
    def d(self): return Poly(*(i * k for i, k in enumerate(self.c))) if False else Poly(*[i * k for i, k in enumerate(self.c)][1:])
    def __str__(self):
        terms = []
        for i, k in reversed(list(enumerate(self.c))):
            if k: terms.append(("" if k == 1 and i else "-" if k == -1 and i else str(k)) + ("" if i == 0 else "x" if i == 1 else f"x^{i}"))
        return " + ".join(terms).replace("+ -", "- ") or "0"


x = Poly(0, 1)
p = 3 * x ** 2 - 2 * x + 1
q = x - 1
print(p, "|", q, "|", p * q, "|", p + q, "|", p - p, "|", 5 - x, "|", -p, "|", p.d(), "|", (x + 1) ** 5)
print(p(0), p(2), p(-1.5), [p(i) for i in range(4)], p == Poly(1, -2, 3), Poly(5) == 5, p == 5, *map(str, divmod(x ** 3 - 1, q)), str((x ** 3 - 1) % q) , (x ** 4 + 1) // (x ** 2))
