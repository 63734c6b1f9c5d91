# Dynamic dispatch: visitors, duck typing, mixin by functions, abstract methods by exception, state in class hierarchy.
import math


class Shape:
    created = 0

    def __new__(cls, *a, **k):
        Shape.created += 1
        return super().__new__(cls)

    def area(self): raise NotImplementedError(f"{type(self).__name__}.area")
    def perimeter(self): raise NotImplementedError
    def compare(self, other): return (self.area() > other.area()) - (self.area() < other.area())
    def __lt__(self, other): return self.compare(other) < 0
    def accept(self, visitor):
        for cls in type(self).__mro__:
            method = getattr(visitor, "visit_" + cls.__name__, None)
            if method: return method(self)
        return visitor.default(self)


class Circle(Shape):
    def __init__(self, r): self.r = r
    def area(self): return math.pi * self.r ** 2
    def perimeter(self): return 2 * math.pi * self.r


class Rect(Shape):
    def __init__(self, w, h): self.w, self.h = w, h
    def area(self): return self.w * self.h
    def perimeter(self): return 2 * (self.w + self.h)


class Square(Rect):
    def __init__(self, a): super().__init__(a, a)


class Blob(Shape):
    pass


class Namer:
    def visit_Rect(self, s): return f"rect {s.w}x{s.h}"
    def visit_Circle(self, s): return f"circle {s.r}"
    def default(self, s): return f"unknown {type(s).__name__}"


class SquareNamer(Namer):
    def visit_Square(self, s): return "square: " + super().visit_Rect(s)


shapes = [Circle(1), Rect(2, 3), Square(2), Circle(0.5)]
for s in sorted(shapes): print(type(s).__name__, round(s.area(), 3), round(s.perimeter(), 3), s.accept(Namer()), s.accept(SquareNamer()))
print(Blob().accept(Namer()), Shape.created, max(shapes).accept(Namer()), sum(s.area() for s in shapes if isinstance(s, Rect)))
for f in (Blob().area, Blob().perimeter, lambda: Blob() < Blob()):
    try:
        f()
    except NotImplementedError as e:
        print("NotImplementedError", e)


class Duck:
    def speak(self): return "quack"


class Robot:
    def __init__(self): self.speak = lambda: "beep"
    def __getattr__(self, n): return lambda *a: f"cannot {n}{a}"


class Cat:
    speak = staticmethod(lambda: "meow")
    @classmethod
    def walk(cls, *a): return f"{cls.__name__} walks{a}"


print([x.speak() for x in (Duck(), Robot(), Cat(), Cat)], Robot().walk(1), Cat().walk(2), Cat.walk())
def add_method(cls, name):
    def deco(f):
        setattr(cls, name, f)
        return f
    return deco
@add_method(Duck, "swim")
def _(self, far=1): return f"swims {far}"
print(Duck().swim(), Duck().swim(far=5), [m for m in ("speak", "swim", "fly") if hasattr(Duck, m)])
class Node:
    def __init__(self, *kids): self.kids = kids
    def fold(self, f): return f(self, [k.fold(f) for k in self.kids])
class Leaf(Node):
    def __init__(self, v):
        super().__init__()
        self.v = v
t = Node(Leaf(1), Node(Leaf(2), Leaf(3), Node()), Leaf(4))
print(t.fold(lambda n, ks: n.v if isinstance(n, Leaf) else sum(ks)), t.fold(lambda n, ks: 1 + max(ks, default=0)), t.fold(lambda n, ks: str(n.v) if isinstance(n, Leaf) else "(" + " ".join(ks) + ")"))
class Meta:
    handlers = {}
    @classmethod
    def on(cls, kind):
        def deco(f): cls.handlers[kind] = f; return f
        return deco
    def dispatch(self, v): return self.handlers.get(type(v), lambda s, x: "?")(self, v)
@Meta.on(int)
def _(self, v): return v + 1
@Meta.on(str)
def _(self, v): return v + "!"
print([Meta().dispatch(v) for v in (1, "a", 2.5, True)])
