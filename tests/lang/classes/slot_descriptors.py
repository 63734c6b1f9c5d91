def show(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)
class A:
    __slots__ = ('x', 'y')
    def __init__(self): self.x = 1
class B(A): pass
class C(A):
    __slots__ = ('z',)
class D:
    x = 5
class E(D):
    __slots__ = ('x',)
a = A(); b = B(); c = C(); e = E()
print(A.x, type(A.x), A.x.__name__, A.x.__objclass__)
print(A.x.__get__(a, A), A.x.__get__(None, A) is A.x)
A.x.__set__(a, 7); print(a.x)
show(lambda: a.y)
show(lambda: A.y.__get__(a))
A.x.__delete__(a)
show(lambda: a.x)
show(lambda: A.x.__get__(5))
b.w = 3
print(b.__dict__, vars(b), 'x' in A.__dict__, sorted(k for k in A.__dict__ if not k.startswith('__')))
show(lambda: a.__dict__)
show(lambda: e.x)
e.x = 9; print(e.x, D.x)
print('__dict__' in A.__dict__, '__dict__' in B.__dict__, '__dict__' in D.__dict__, '__weakref__' in D.__dict__, '__dict__' in E.__dict__)
print(B.__bases__, C.__bases__, int.__bases__, object.__bases__, bool.__bases__, A.__base__, B.__base__)
print(sorted(dir(b))[-4:])
class F:
    __slots__ = {'p': 'doc of p'}
f = F()
f.p = 1
show(lambda: setattr(f, 'q', 1))
del f.p
show(lambda: delattr(f, 'p'))
class G(A, D):
    __slots__ = ()
g = G(); g.x = 4; print(g.x)
class H:
    __slots__ = ('__v', 'w')
    def __init__(self): self.__v = 3
    def v(self): return self.__v
print(H().v(), H._H__v)
class I(A):
    x = 'class'
i = I()
show(lambda: i.x)
def s(): i.x = 5
show(s); print(i.__dict__, i.x)
class J(D):
    pass
class K(A):
    @property
    def x(self): return 'prop'
k = K.__new__(K)
print(k.x)
try:
    class L:
        __slots__ = ('a',)
        a = 1
except ValueError as ex: print(ex)
print(isinstance(A.x, type(A.y)), callable(A.x), hasattr(A.x, '__set__'), hasattr(A.x, '__get__'))
import copy
a.x = 1; a.y = [2]
a2 = copy.copy(a); print(a2.x, a2.y is a.y); a3 = copy.deepcopy(a); print(a3.y == a.y, a3.y is a.y)
for name in A.__slots__: print(name, getattr(a, name))
class P:
    def __init__(self): self.a = 1
p = P()
print(P.__dict__.keys())
print([k for k in A.__dict__ if k != '__slotnames__'])
print(vars(P).get('__dict__'), P.__dict__['__weakref__'])

class M:
    __slots__ = ('a', 'b')
class N(M):
    def __init__(self, i):
        self.a = i
        self.c = i * 2
        self.b = i * 3
def total(n):
    s = 0
    for i in range(n):
        o = N(i)
        if i % 97 == 0: o.__dict__['d'] = 1
        if i % 101 == 0: o.__dict__ = {'c': 5, 'e': 6}
        if i % 50 == 0: del o.b; o.b = 7
        s += o.a + o.b + o.c + len(vars(o))
    return s
print(total(3000))
o = N(4)
print(o.__dict__, o.a); o.a = 9; o.b = [1]; print(o.a, vars(o), M.a.__get__(o), sorted(set(dir(o)) - set(dir(object)) - {'__dict__'}))
del o.a
show(lambda: o.a)
o.__dict__.clear(); print(o.b, vars(o)); o.a = 1; print(o.a)
for i in range(200): setattr(o, 'f%d' % i, i)
print(o.a, o.b, len(vars(o)), 'a' in vars(o))
class Many(M):
    pass
m = Many()
for i in range(300): setattr(m, 'g%d' % i, i)
m.a = 5; m.b = 6; print(m.a, m.b, len(m.__dict__))
show(lambda: type('X', (int,), {'__slots__': ('a',)}))
show(lambda: type('X', (M,), {'__slots__': ('a', 'a')}).__slots__)
class O(M):
    __slots__ = ()
    a = 5
show(lambda: setattr(O(), 'a', 1)); print(O().a)
class Mixed(M):
    __slots__ = ('__dict__', 'z')
x = Mixed(); x.a = 1; x.z = 2; x.free = 3; print(x.__dict__, x.z)
from dataclasses import dataclass, field, fields
@dataclass(slots=True)
class P:
    x: int
    y: int = 2
    z: list = field(default_factory=list)
print(P(1), P.x, P.__slots__, [f.default for f in fields(P)][1])
@dataclass
class Q:
    __slots__ = ('x', 'y')
    x: int
    y: int
print(Q(1, 2), Q.x)
@dataclass
class R(P):
    w: int = 9
r = R(1); print(r, r.__dict__)
import types
print(types.MemberDescriptorType is type(P.x), isinstance(P.x, types.MemberDescriptorType))
class Meta2:
    def __set_name__(self, owner, name): print('set', name)
class S2:
    __slots__ = ('q',)
    d = Meta2()
print(S2.q.__qualname__, repr(S2.__dict__['q']))
