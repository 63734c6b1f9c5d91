# match: class patterns with __match_args__, keywords, builtins, inheritance, nesting.
class Point:
    __match_args__ = ("x", "y")

    def __init__(self, x, y):
        self.x, self.y = x, y

    def __repr__(self):
        return f"Point({self.x}, {self.y})"


class Point3(Point):
    __match_args__ = ("x", "y", "z")

    def __init__(self, x, y, z):
        super().__init__(x, y)
        self.z = z


class Circle:
    def __init__(self, c, r):
        self.center, self.r = c, r


class Plain:
    pass


def f(s):
    match s:
        case Point3(x, y, z): return f"3d {x} {y} {z}"
        case Point(0, 0): return "origin"
        case Point(0, y) | Point(y, 0): return f"on axis {y}"
        case Point(x=a, y=b) if a == b: return f"diagonal {a}"
        case Point(x, y=7): return f"y is 7, x {x}"
        case Point() as p: return f"some {p}"
        case Circle(center=Point(x, y), r=r) if r > 10: return f"big at {x},{y}"
        case Circle(r=1): return "unit"
        case Circle(center=c): return f"circle {c}"
        case str() | bytes(): return "text"
        case int(n) | float(n): return f"num {n}"
        case list([a, b]): return f"list {a} {b}"
        case dict(k=v) if False: return "never"
        case dict({"k": v}): return f"dict {v}"
        case tuple((x,)): return f"tuple {x}"
        case bool(): return "bool comes too late"
        case Plain(): return "plain"
        case type(): return "a type"
        case _: return "?"


for s in (Point(0, 0), Point(0, 5), Point(6, 0), Point(3, 3), Point(2, 7), Point(1, 2), Point3(1, 2, 3), Circle(Point(1, 2), 20), Circle(Point(1, 1), 1), Circle(None, 5), "a", b"b", 5, 2.5, True, [1, 2], [1], {"k": 9}, {}, (4,), Plain(), int, None):
    print(f(s))
for bad in (lambda: m1(Plain()), lambda: m2(Point(1, 2)), lambda: m3(Point(1, 2)), lambda: m4(5)):
    def m1(v):
        match v:
            case Plain(x): return x
    def m2(v):
        match v:
            case Point(a, b, c): return a
    def m3(v):
        match v:
            case Point(a, x=b): return a
    def m4(v):
        NotAClass = 5
        match v:
            case NotAClass(): return v
    try:
        print(bad())
    except TypeError as e:
        print(e)


class Expr: pass
class Num(Expr):
    __match_args__ = ("v",)
    def __init__(self, v): self.v = v
class Add(Expr):
    __match_args__ = ("l", "r")
    def __init__(self, l, r): self.l, self.r = l, r
class Mul(Add): pass
class Neg(Expr):
    __match_args__ = ("e",)
    def __init__(self, e): self.e = e


def simplify(e):
    match e:
        case Mul(Num(0), _) | Mul(_, Num(0)): return Num(0)
        case Mul(Num(1), x) | Mul(x, Num(1)): return simplify(x)
        case Mul(l, r): return Mul(simplify(l), simplify(r))
        case Add(Num(0), x) | Add(x, Num(0)): return simplify(x)
        case Add(Num(a), Num(b)): return Num(a + b)
        case Add(l, r): return Add(simplify(l), simplify(r))
        case Neg(Neg(x)): return simplify(x)
        case Neg(Num(n)): return Num(-n)
        case _: return e


def show(e):
    match e:
        case Num(v): return str(v)
        case Mul(l, r): return f"({show(l)}*{show(r)})"
        case Add(l, r): return f"({show(l)}+{show(r)})"
        case Neg(x): return f"-{show(x)}"


for e in (Add(Num(0), Num(5)), Mul(Num(1), Add(Num(2), Num(3))), Neg(Neg(Num(7))), Mul(Num(4), Num(0)), Add(Mul(Num(1), Num(2)), Neg(Num(3))), Neg(Add(Num(1), Num(2)))):
    print(show(e), "=>", show(simplify(e)))
class Prop:
    __match_args__ = ("value",)
    @property
    def value(self): return 42
    @property
    def broken(self): raise AttributeError("no")
match Prop():
    case Prop(broken=1): print("no")
    case Prop(v): print("property", v)
