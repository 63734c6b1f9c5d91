import enum
class F(enum.Flag):
    A=1
    B=2
    AB=3
    D=8
print(repr(F.A|F.B), list(F), F(0), F.A|F.D, ~F.A, F.AB.name, len(F), F.A in F.AB, list(F.AB), bool(F(0)))
try: F(4)
except ValueError as e: print(e)
try: F(-1); print(F(-1))
except ValueError as e: print(e)
class I(enum.IntFlag):
    A=1
    B=2
print(repr(I(5)), I.A|8, ~I.A, I(7)&1, repr(I(-1)), I(4)|I.A, I.A+1, I(16).name)
class G(enum.Flag, boundary=enum.CONFORM):
    A=1
    B=4
print(G(7), G(2))
class G(enum.Flag, boundary=enum.EJECT):
    A=1
    B=4
print(G(7), type(G(2)))
class G(enum.Flag, boundary=enum.KEEP):
    A=1
    B=4
print(G(7), repr(G(2)), list(G(7)))
@enum.verify(enum.CONTINUOUS)
class V(enum.Enum):
    A=1
    B=2
try:
    @enum.verify(enum.NAMED_FLAGS)
    class V(enum.Flag):
        A=1
        B=6
except ValueError as e: print(e)
class P(enum.Enum):
    X=(1,2)
    Y=(3,4)
    def __init__(self,a,b): self.a=a
    @property
    def s(self): return self.a
print(P.X.s, P((3,4)))
class W(enum.Enum):
    def _generate_next_value_(name, start, count, last_values): return name
    A=enum.auto()
print(W.A.value, W.A.A if hasattr(W.A,'A') else None)
class M(enum.Enum):
    A=1
    B=A
    C="x"
print(M.B, M.__members__, dir(M)[:5], M.A.__class__, M.__doc__, M.A.__doc__)
try:
    class Z(M): pass
except TypeError as e: print(e)
try: M('q')
except ValueError as e: print(e)
try: M.A.value=3
except AttributeError as e: print(e)
try: M.A.name='x'
except AttributeError as e: print(e)
try: del M.A
except AttributeError as e: print(e)
print(M['A'], M.A in M, hash(M.A)==hash('A'))
try: pass
except TypeError as e: print(e)
@enum.global_enum
class GG(enum.Enum):
    Q=1
print(repr(GG.Q), str(GG.Q))
E=enum.Enum('E','a b c', start=5); print(list(E), E.__module__, E.__qualname__)
E=enum.IntEnum('E',[('x',1),('y',2)]); print(list(E), repr(E.x), f'{E.x}', f'{E.x:>4}')
class T(tuple, enum.Enum):
    A=(1,2)
print(T.A, repr(T.A), T.A.value)
class ST(str, enum.Enum):
    A='a'
print(ST.A, f'{ST.A}', ST.A=='a', ST.A.upper(), '%s'%ST.A, repr(ST.A))
class SE(enum.StrEnum):
    A=enum.auto()
print(SE.A, f'{SE.A:>3}', repr(SE.A), SE('a'))
print(enum.Flag.__or__, ) if 0 else None
print([x for x in dir(SE.A) if not x.startswith('_')][:5])
class Mem(enum.Enum):
    @enum.member
    def f(self): return 1
    g = enum.nonmember(5)
    A=1
print(list(Mem)[1:], Mem.g, Mem.A.g)
print(enum.auto(), ) if 0 else 0
class Num(float, enum.Enum):
    PI=3.14
print(Num.PI, Num.PI+1, repr(Num.PI))
class Dup(enum.IntEnum):
    A=True
    B=1
    C=1.0 if 0 else 2
print(list(Dup), Dup.A.value, Dup.B)
import copy
print(copy.deepcopy(M.A) is M.A)
print(isinstance(M, enum.EnumMeta), enum.EnumType is enum.EnumMeta, issubclass(enum.IntEnum,int), M.A.__objclass__ if hasattr(M.A,'__objclass__') else 0)
print(M, repr(F), F.__name__, I.__flags__ if 0 else '')
class L(enum.IntFlag):
    A=1
    B=2
    C=4
print(L.A|L.B, repr(L.A|L.B), L(3).name, L.A<L.B, L(0), repr(L(0)), L.A&~L.A, L(7), [*L(7)], L(7)-1, -L.A, 8|L.A, repr(8|L.A), L.A^3)
