# Operators whose methods decline: what the other side says, and the words when both do.
class Vec:
    def __init__(self, x):
        self.x = x

    def __repr__(self):
        return f"Vec({self.x})"

    def __add__(self, other):
        return Vec(self.x + other.x) if isinstance(other, Vec) else NotImplemented

    def __mul__(self, k):
        print("asked", type(k).__name__)
        return Vec(self.x * k) if isinstance(k, (int, float)) else NotImplemented

    __rmul__ = __mul__

    def __sub__(self, other):
        return NotImplemented

    def __eq__(self, other):
        return self.x == other.x if isinstance(other, Vec) else NotImplemented

    def __lt__(self, other):
        return NotImplemented

    def __and__(self, other):
        return NotImplemented


class Counting(Vec):
    def __index__(self):
        return 2


class Right:
    def __rsub__(self, other):
        return ("rsub", other)

    def __rmul__(self, other):
        return ("rmul", other)

    def __gt__(self, other):
        return ("gt", other)


def each(a, b):
    for name, f in (("+", lambda: a + b), ("*", lambda: a * b), ("-", lambda: a - b), ("==", lambda: a == b), ("<", lambda: a < b), ("&", lambda: a & b)):
        try:
            print(name, f())
        except TypeError as error:
            print(name, "TypeError", error)


def in_place(a, b):
    for name in "+*-":
        c = a
        try:
            if name == "+":
                c += b
            elif name == "*":
                c *= b
            else:
                c -= b
            print(name, c)
        except TypeError as error:
            print(name, "TypeError", error)


for left in (Vec(1), Counting(3)):
    for right in (Vec(2), 3, 1.5, "ab", [1], (2,), b"x", bytearray(b"y"), Right(), None, {}, Counting(1)):
        each(left, right)
        in_place(left, right)
        if type(right) is not Right:
            each(right, left)
