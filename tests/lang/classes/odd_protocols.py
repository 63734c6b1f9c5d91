# descriptors, multiple inheritance, dunders
class Field:
    def __set_name__(self, owner, name): self.name = name; print('set', owner.__name__, name)
    def __get__(self, obj, cls=None): return self if obj is None else obj.__dict__.get(self.name, 'unset')
    def __set__(self, obj, v): obj.__dict__[self.name] = v * 2
    def __delete__(self, obj): print('del', self.name); obj.__dict__.pop(self.name, None)
class Base:
    a = Field()
    def __init_subclass__(cls, /, tag=None, **kw): super().__init_subclass__(**kw); cls.tag = tag; print('sub', cls.__name__, tag)
class A(Base, tag='x'): b = Field()
class B(Base): pass
class C(A, B, tag='c'):
    def __getattr__(self, n): return f'missing {n}'
    def __getattribute__(self, n):
        if n == 'magic': return 'abra'
        return super().__getattribute__(n)
c = C(); c.a = 3; c.b = 'q'; print(c.a, c.b, c.zzz, c.magic, [k.__name__ for k in C.__mro__], C.tag, A.tag)
del c.a; print(c.a, vars(c))
class Num:
    def __init__(self, v): self.v = v
    def __add__(self, o): return NotImplemented if isinstance(o, str) else Num(self.v + getattr(o, 'v', o))
    def __radd__(self, o): return Num(o + self.v)
    def __iadd__(self, o): self.v += getattr(o, 'v', o); return self
    def __matmul__(self, o): return ('mat', self.v, o)
    def __rmatmul__(self, o): return ('rmat', o, self.v)
    def __divmod__(self, o): return ('dm', o)
    def __rdivmod__(self, o): return ('rdm', o)
    def __pow__(self, o, m=None): return ('pow', o, m)
    def __rpow__(self, o, m=None): return ('rpow', o, m)
    def __lshift__(self, o): return 'ls'
    def __rlshift__(self, o): return 'rls'
    def __neg__(self): return Num(-self.v)
    def __pos__(self): return 'pos'
    def __invert__(self): return 'inv'
    def __abs__(self): return 'abs'
    def __round__(self, n=None): return ('round', n)
    def __trunc__(self): return 7
    def __floor__(self): return 'fl'
    def __ceil__(self): return 'ce'
    def __int__(self): return self.v
    def __float__(self): return float(self.v)
    def __index__(self): return self.v
    def __bool__(self): return self.v != 0
    def __repr__(self): return f'Num({self.v})'
    def __str__(self): return f'<{self.v}>'
    def __format__(self, s): return f'fmt[{s}]{self.v}'
    def __bytes__(self): return b'num'
    def __eq__(self, o): return isinstance(o, Num) and self.v == o.v
    def __lt__(self, o): return self.v < o.v
    def __hash__(self): return hash(self.v)
    def __len__(self): return 3
    def __contains__(self, x): return x == self.v
    def __call__(self, *a, **k): return a, k
    def __getitem__(self, i): return ('item', i)
    def __reversed__(self): return 'rev'
    def __length_hint__(self): return 10
    def __enter__(self): return 'in'
    def __exit__(self, *e): print('exit', e[0]); return True
    def __dir__(self): return ['z', 'y']
    def __sizeof__(self): return 1
import math, operator
n = Num(5)
print(n + 1, 1 + n, n @ 2, 2 @ n, divmod(n, 2), divmod(2, n), n ** 2, 2 ** n, pow(n, 2, 3), n << 1, 1 << n, -n, +n, ~n, abs(n), round(n), round(n, 2), math.trunc(n), math.floor(n), math.ceil(n), int(n), float(n), [0] * n, bool(n))
print(repr(n), str(n), f'{n:>3}', f'{n!r:>8}', bytes(n), n == Num(5), n != Num(5), n < Num(6), n > Num(4), sorted([Num(3), Num(1)]), max(Num(1), Num(2)), {n: 1}[Num(5)], len(n), 5 in n, n(1, a=2), n[1:2, ...], reversed(n), operator.length_hint(n), dir(n), hex(n), chr(Num(65)), "abc"[Num(1)], range(Num(3)), bin(n))
with n as v: print(v); raise ValueError
n += 2; print(n)
for f in (lambda: n + 'a', lambda: n <= Num(1), lambda: n - 1, lambda: 'a' + n, lambda: n // 2, lambda: iter(n).__next__()):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
class Meta2:
    def __class_getitem__(cls, k): return f'{cls.__name__}[{k}]'
print(Meta2[int, 'x'])
class P:
    def __init__(self): self._x = 1
    @property
    def x(self):
        "doc"
        return self._x
    @x.setter
    def x(self, v): self._x = v
    @x.deleter
    def x(self): print('deleted')
p = P(); p.x = 5; print(p.x, P.x.__doc__, P.x.fget.__name__); del p.x
class Q(P):
    @P.x.getter
    def x(self): return super().x + 100
print(Q().x)
class Diamond1:
    def f(self): return ['1']
class D2(Diamond1):
    def f(self): return ['2'] + super().f()
class D3(Diamond1):
    def f(self): return ['3'] + super().f()
class D4(D2, D3):
    def f(self): return ['4'] + super().f()
print(D4().f(), super(D2, D4()).f())
try:
    class X(Diamond1, D2): pass
except TypeError as e: print(e)
