# A matrix class: arithmetic, determinant, inverse with exact fractions, powers, transposition.
import math


class Fraction:
    __slots__ = ("n", "d")

    def __init__(self, n, d=1):
        if d == 0:
            raise ZeroDivisionError("fraction with denominator 0")
        if d < 0:
            n, d = -n, -d
        g = math.gcd(n, d)
        self.n, self.d = n // g, d // g

    @staticmethod
    def of(x):
        return x if isinstance(x, Fraction) else Fraction(x)

    def __add__(self, o): o = Fraction.of(o); return Fraction(self.n * o.d + o.n * self.d, self.d * o.d)
    def __sub__(self, o): o = Fraction.of(o); return Fraction(self.n * o.d - o.n * self.d, self.d * o.d)
    def __mul__(self, o): o = Fraction.of(o); return Fraction(self.n * o.n, self.d * o.d)
    def __truediv__(self, o): o = Fraction.of(o); return Fraction(self.n * o.d, self.d * o.n)
    def __rsub__(self, o): return Fraction.of(o) - self
    def __rtruediv__(self, o): return Fraction.of(o) / self
    __radd__, __rmul__ = __add__, __mul__
    def __neg__(self): return Fraction(-self.n, self.d)
    def __eq__(self, o): o = Fraction.of(o); return self.n == o.n and self.d == o.d
    def __hash__(self): return hash((self.n, self.d))
    def __bool__(self): return self.n != 0
    def __lt__(self, o): o = Fraction.of(o); return self.n * o.d < o.n * self.d
    def __abs__(self): return Fraction(abs(self.n), self.d)
    def __float__(self): return self.n / self.d
    def __repr__(self): return f"{self.n}" if self.d == 1 else f"{self.n}/{self.d}"


class Matrix:
    def __init__(self, rows):
        self.rows = [list(r) for r in rows]
        if len({len(r) for r in self.rows}) > 1:
            raise ValueError("ragged rows")

    @classmethod
    def identity(cls, n):
        return cls([[int(i == j) for j in range(n)] for i in range(n)])

    @property
    def shape(self):
        return len(self.rows), len(self.rows[0]) if self.rows else 0

    @property
    def T(self):
        return Matrix(zip(*self.rows))

    def __getitem__(self, key):
        i, j = key
        return self.rows[i][j]

    def __setitem__(self, key, value):
        i, j = key
        self.rows[i][j] = value

    def __eq__(self, other):
        return isinstance(other, Matrix) and self.rows == other.rows

    def _same(self, other):
        if self.shape != other.shape:
            raise ValueError(f"shapes {self.shape} and {other.shape} differ")

    def __add__(self, other):
        self._same(other)
        return Matrix([[a + b for a, b in zip(r, s)] for r, s in zip(self.rows, other.rows)])

    def __sub__(self, other):
        return self + other * -1

    def __mul__(self, k):
        return Matrix([[a * k for a in r] for r in self.rows])

    __rmul__ = __mul__

    def __matmul__(self, other):
        if self.shape[1] != other.shape[0]:
            raise ValueError(f"cannot multiply {self.shape} by {other.shape}")
        cols = list(zip(*other.rows))
        return Matrix([[sum(a * b for a, b in zip(r, c)) for c in cols] for r in self.rows])

    def __pow__(self, n):
        result, base = Matrix.identity(self.shape[0]), self
        while n:
            if n & 1:
                result = result @ base
            base = base @ base
            n >>= 1
        return result

    def det(self):
        rows, sign, result = [[Fraction.of(x) for x in r] for r in self.rows], 1, Fraction(1)
        n = len(rows)
        for c in range(n):
            pivot = next((r for r in range(c, n) if rows[r][c]), None)
            if pivot is None:
                return Fraction(0)
            if pivot != c:
                rows[c], rows[pivot] = rows[pivot], rows[c]
                sign = -sign
            result = result * rows[c][c]
            for r in range(c + 1, n):
                k = rows[r][c] / rows[c][c]
                rows[r] = [a - k * b for a, b in zip(rows[r], rows[c])]
        return result * sign

    def inverse(self):
        n = len(self.rows)
        rows = [[Fraction.of(x) for x in r] + [Fraction(int(i == j)) for j in range(n)] for i, r in enumerate(self.rows)]
        for c in range(n):
            pivot = next((r for r in range(c, n) if rows[r][c]), None)
            if pivot is None:
                raise ZeroDivisionError("singular matrix")
            rows[c], rows[pivot] = rows[pivot], rows[c]
            k = rows[c][c]
            rows[c] = [a / k for a in rows[c]]
            for r in range(n):
                if r != c and rows[r][c]:
                    k = rows[r][c]
                    rows[r] = [a - k * b for a, b in zip(rows[r], rows[c])]
        return Matrix([r[n:] for r in rows])

    def __repr__(self):
        return "[" + "; ".join(" ".join(str(x) for x in r) for r in self.rows) + "]"


a, b = Matrix([[1, 2], [3, 4]]), Matrix([[0, 1], [1, 0]])
print(a, a.T, a + b, a - b, 2 * a, a @ b, b @ a, a ** 10, a.shape, a == Matrix([[1, 2], [3, 4]]), a[1, 0])
print(a.det(), a.inverse(), a @ a.inverse() == Matrix.identity(2), a.inverse() @ a)
h = Matrix([[Fraction(1, i + j + 1) for j in range(4)] for i in range(4)])
print(h, h.det(), h.inverse(), sep="\n")
print(Matrix([[1, 1], [1, 0]]) ** 90, Matrix([[0, 2, 1], [1, 0, 3], [4, 5, 0]]).det())
for bad in (lambda: a + Matrix([[1]]), lambda: a @ Matrix([[1, 2]]), lambda: Matrix([[1, 2], [2, 4]]).inverse(), lambda: Matrix([[1], [1, 2]]), lambda: Fraction(1, 0)):
    try:
        print(bad())
    except (ValueError, ZeroDivisionError) as e:
        print(type(e).__name__, e)
print(sum([Fraction(1, k) for k in range(1, 20)], Fraction(0)), float(Fraction(22, 7)), sorted([Fraction(1, 2), Fraction(1, 3), Fraction(3, 4)]), 1 - Fraction(1, 3), 2 / Fraction(4, 3), -Fraction(1, 2), abs(Fraction(-3, 6)), {Fraction(2, 4): "half"}[Fraction(1, 2)])
