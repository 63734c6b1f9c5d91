# super() in its forms: in nested functions, class methods, properties, comprehension, with __getitem__.
class A:
    def f(self, x=0): return f"A.f({x})"
    def g(self): return "A.g"
    @classmethod
    def c(cls): return f"A.c of {cls.__name__}"
    @staticmethod
    def s(): return "A.s"
    def __getitem__(self, k): return f"A[{k}]"
    def __eq__(self, o): return "A.eq"
    __hash__ = object.__hash__
    attr = "A.attr"


class B(A):
    def f(self, x=1): return "B>" + super().f(x + 1)
    def g(self):
        def inner():
            return super(B, self).g()
        return "B>" + inner(), (lambda: super(B, self).g())()
    @classmethod
    def c(cls): return "B>" + super().c()
    @staticmethod
    def s(): return "B.s"
    def __getitem__(self, k): return "B>" + super().__getitem__(k)
    def attr_of_super(self): return super().attr, super().s()
    attr = "B.attr"


class C(B):
    def f(self, x=2): return "C>" + super().f(x * 10)
    @classmethod
    def c(cls): return "C>" + super().c()
    def __getitem__(self, k): return "C>" + super().__getitem__(k)
    def implicit_in_nested(self):
        def run():
            return super(C, self).f()
        return run()
    def uses_class_cell(self): return __class__.__name__


c = C()
print(c.f(), c.g(), c.c(), C.c(), c["k"], c.attr_of_super(), c.attr, c.implicit_in_nested(), c.uses_class_cell(), c == 1)
try:
    class D(A):
        def h(self): return super().nothing()
    D().h()
except AttributeError as e:
    print(e)
class Base:
    def __init__(self, **kw): self.kw = kw
class Mid(Base):
    def __init__(self, a, **kw):
        super().__init__(**kw)
        self.a = a
class Leaf(Mid):
    def __init__(self, *args, b=2, **kw):
        super().__init__(*args, **kw)
        self.b = b
x = Leaf(1, b=3, z=9)
print(x.a, x.b, x.kw)
class E(ValueError):
    def __init__(self, code, msg="none"):
        super().__init__(msg)
        self.code = code
try:
    raise E(5, "boom")
except ValueError as e:
    print(e, e.code, e.args, repr(e))
bound = super(C, c).f
print(bound(7), super(B, c).f(1), super(C, C).c())
class L(list):
    def append(self, x):
        super().append(x * 2)
    def __len__(self): return super().__len__() + 100
l = L()
l.append(4)
print(l, len(l), l[0])
