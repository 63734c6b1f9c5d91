# The text of every TypeError that a wrong call gives.
def f0(): pass
def f1(a): pass
def f2(a, b): pass
def f3(a, b, c): pass
def fd(a, b=1): pass
def fdd(a, b=1, c=2): pass
def kw(*, k): pass
def kw2(*, k, l): pass
def kw3(a, *, k, l, m): pass
def po(a, b, /): pass
def pok(a, /, b): pass
def va(*args): pass
def vk(**kw): pass
def mix(a, /, b, *args, k, **kw): pass
def onedef(a=1): pass
class C:
    def m(self): pass
    def n(self, a): pass
    @staticmethod
    def s(a): pass
    @classmethod
    def c(cls, a): pass
class D:
    def __init__(self, a, b): pass
class E: pass
class F:
    def __call__(self, a): pass
cases = [
    lambda: f0(1), lambda: f0(1, 2), lambda: f0(a=1), lambda: f1(), lambda: f1(1, 2), lambda: f1(b=1), lambda: f1(1, a=1), lambda: f1(1, b=2), lambda: f2(), lambda: f2(1), lambda: f2(b=1), lambda: f2(1, 2, 3),
    lambda: f3(), lambda: f3(1), lambda: f3(1, 2), lambda: f3(b=1), lambda: fd(), lambda: fd(1, 2, 3), lambda: fdd(1, 2, 3, 4), lambda: fdd(1, z=3), lambda: onedef(1, 2), lambda: onedef(1, 2, 3),
    lambda: kw(), lambda: kw(1), lambda: kw(k=1, z=2), lambda: kw2(), lambda: kw2(k=1), lambda: kw3(1), lambda: kw3(1, 2, k=1, l=2, m=3), lambda: kw(1, k=2), lambda: kw3(),
    lambda: po(a=1, b=2), lambda: po(1, b=2), lambda: po(1), lambda: pok(a=1, b=2), lambda: pok(1), lambda: va(a=1), lambda: vk(1), lambda: mix(), lambda: mix(1), lambda: mix(1, 2), lambda: mix(1, k=2), lambda: vk(1, a=2),
    lambda: C().m(1), lambda: C().n(), lambda: C.m(), lambda: C().s(), lambda: C.c(), lambda: C.c(1, 2), lambda: C().n(1, 2), lambda: D(), lambda: D(1), lambda: D(1, 2, 3), lambda: E(1), lambda: E(a=1), lambda: F()(), lambda: F()(1, 2),
    lambda: (lambda x: x)(), lambda: (lambda: 0)(1), lambda: f1(*[1, 2]), lambda: f2(*[1], **{"a": 2}), lambda: f1(**{"x": 1}), lambda: f1(*5), lambda: f1(**5), lambda: len(), lambda: len(1, 2), lambda: [].append(1, 2), lambda: {}.get(),
    lambda: "a".upper(1), lambda: abs(), lambda: object(1), lambda: isinstance(1), lambda: f1(1, **{"a": 2}), lambda: None(), lambda: [](), lambda: C()(),
]
for i, case in enumerate(cases):
    try:
        case()
        print(i, "no error")
    except TypeError as e:
        print(i, e)
