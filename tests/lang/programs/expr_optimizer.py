# Symbolic algebra: building expressions by operators, printing, simplification, differentiation, evaluation.
import math


class Expr:
    def __add__(self, o): return Add(self, wrap(o))
    def __radd__(self, o): return Add(wrap(o), self)
    def __sub__(self, o): return Add(self, Mul(Const(-1), wrap(o)))
    def __rsub__(self, o): return Add(wrap(o), Mul(Const(-1), self))
    def __mul__(self, o): return Mul(self, wrap(o))
    def __rmul__(self, o): return Mul(wrap(o), self)
    def __truediv__(self, o): return Mul(self, Pow(wrap(o), Const(-1)))
    def __pow__(self, o): return Pow(self, wrap(o))
    def __neg__(self): return Mul(Const(-1), self)
    def __eq__(self, o): return type(self) is type(o) and self.key() == o.key()
    def __hash__(self): return hash((type(self).__name__, self.key()))
    def __repr__(self): return f"{type(self).__name__}({', '.join(map(repr, self.key()))})"


class Const(Expr):
    __match_args__ = ("value",)
    def __init__(self, value): self.value = value
    def key(self): return (self.value,)
    def eval(self, **env): return self.value
    def diff(self, v): return Const(0)
    def text(self, level=0): return f"({self.value})" if self.value < 0 and level else str(self.value)


class Var(Expr):
    __match_args__ = ("name",)
    def __init__(self, name): self.name = name
    def key(self): return (self.name,)
    def eval(self, **env):
        try:
            return env[self.name]
        except KeyError:
            raise NameError(f"no value for {self.name}") from None
    def diff(self, v): return Const(int(self.name == v))
    def text(self, level=0): return self.name


class Binary(Expr):
    __match_args__ = ("a", "b")
    def __init__(self, a, b): self.a, self.b = a, b
    def key(self): return (self.a, self.b)
    def text(self, level=0):
        s = f"{self.a.text(self.level)}{self.sign}{self.b.text(self.level + self.right)}"
        return f"({s})" if level > self.level else s


class Add(Binary):
    sign, level, right = " + ", 1, 0
    def eval(self, **env): return self.a.eval(**env) + self.b.eval(**env)
    def diff(self, v): return self.a.diff(v) + self.b.diff(v)


class Mul(Binary):
    sign, level, right = "*", 2, 0
    def eval(self, **env): return self.a.eval(**env) * self.b.eval(**env)
    def diff(self, v): return self.a.diff(v) * self.b + self.a * self.b.diff(v)


class Pow(Binary):
    sign, level, right = "^", 3, 1
    def eval(self, **env): return self.a.eval(**env) ** self.b.eval(**env)
    def diff(self, v):
        if isinstance(self.b, Const):
            return self.b * self.a ** Const(self.b.value - 1) * self.a.diff(v)
        raise ValueError("exponent must be constant")


class Fn(Expr):
    __match_args__ = ("name", "arg")
    TABLE = {"sin": (math.sin, lambda x: Fn("cos", x)), "cos": (math.cos, lambda x: -Fn("sin", x)), "exp": (math.exp, lambda x: Fn("exp", x)), "log": (math.log, lambda x: x ** -1)}
    def __init__(self, name, arg): self.name, self.arg = name, arg
    def key(self): return (self.name, self.arg)
    def eval(self, **env): return self.TABLE[self.name][0](self.arg.eval(**env))
    def diff(self, v): return self.TABLE[self.name][1](self.arg) * self.arg.diff(v)
    def text(self, level=0): return f"{self.name}({self.arg.text()})"


def wrap(x): return x if isinstance(x, Expr) else Const(x)


def simplify(e):
    while (s := step(e)) != e:
        e = s
    return e


def step(e):
    match e:
        case Add(a, b) | Mul(a, b) | Pow(a, b):
            e = type(e)(step(a), step(b))
        case Fn(n, a):
            e = Fn(n, step(a))
    match e:
        case Add(Const(a), Const(b)): return Const(a + b)
        case Mul(Const(a), Const(b)): return Const(a * b)
        case Pow(Const(a), Const(b)) if b >= 0: return Const(a ** b)
        case Add(Const(0), x) | Add(x, Const(0)): return x
        case Mul(Const(0), _) | Mul(_, Const(0)): return Const(0)
        case Mul(Const(1), x) | Mul(x, Const(1)) | Pow(x, Const(1)): return x
        case Pow(_, Const(0)): return Const(1)
        case Mul(x, Const(c)): return Mul(Const(c), x)
        case Mul(Const(a), Mul(Const(b), x)): return Mul(Const(a * b), x)
        case Mul(a, Mul(Const(c), b)): return Mul(Const(c), Mul(a, b))
        case Mul(Mul(Const(c), a), b): return Mul(Const(c), Mul(a, b))
        case Mul(Pow(x, Const(a)), Pow(y, Const(b))) if x == y: return Pow(x, Const(a + b))
        case Mul(Pow(x, Const(a)), y) | Mul(y, Pow(x, Const(a))) if x == y: return Pow(x, Const(a + 1))
        case Mul(x, y) if x == y: return Pow(x, Const(2))
        case Add(x, y) if x == y: return Mul(Const(2), x)
        case Add(Mul(Const(a), x), Mul(Const(b), y)) if x == y: return Mul(Const(a + b), x)
        case Fn("log", Fn("exp", x)) | Fn("exp", Fn("log", x)): return x
    return e


x, y = Var("x"), Var("y")
exprs = [x + 1, 2 * x * x - 3 * x + 1, (x + 1) * (x - 1), x ** 3 / 3, Fn("sin", x * x), Fn("exp", 2 * x) * x, 0 * y + x * 1, (x + y) ** 2, Fn("log", Fn("exp", x)), x * x * x, 3 - x, -x, x + x, 2 * x + 5 * x]
for e in exprs:
    d = simplify(e.diff("x"))
    print(f"{e.text():<22} => {simplify(e).text():<20} d/dx {d.text()}")
    env = {"x": 1.7, "y": 0.3}
    h = 1e-6
    numeric = (e.eval(x=1.7 + h, y=0.3) - e.eval(x=1.7 - h, y=0.3)) / (2 * h)
    assert abs(numeric - d.eval(**env)) < 1e-4 and abs(simplify(e).eval(**env) - e.eval(**env)) < 1e-9
print(repr(x + 2), x + 1 == Var("x") + 1, x + 1 == 1 + x, len({x * y, x * y, y * x}), ((x + y) * 2).eval(x=3, y=4), (x / y).eval(x=1, y=4))
for bad in (lambda: (x + y).eval(x=1), lambda: (x ** y).diff("x"), lambda: (1 / y.eval(y=0)), lambda: Fn("log", x).eval(x=-1), lambda: x < y):
    try:
        print(bad())
    except (NameError, ValueError, ZeroDivisionError, TypeError) as e:
        print(type(e).__name__, e)
