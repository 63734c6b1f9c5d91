import enum, dataclasses, typing, collections, abc
from dataclasses import dataclass, field, replace, asdict, astuple, fields, KW_ONLY, InitVar
from enum import Enum, IntEnum, Flag, IntFlag, auto, unique, StrEnum
def show(f):
    try: print(repr(f()))
    except Exception as e: print(type(e).__name__, e)
class Color(Enum):
    RED = 1; GREEN = 2; CRIMSON = 1
    @property
    def low(self): return self.name.lower()
    @classmethod
    def default(cls): return cls.RED
    def __str__(self): return 'C.' + self.name
    _ignore_ = ['tmp']
print(Color.RED, repr(Color.CRIMSON), Color(2), Color['GREEN'], list(Color), Color.RED.low, Color.default(), len(Color), Color.RED in Color, Color.__members__, Color.RED is Color.CRIMSON, hash(Color.RED) == hash('RED'))
show(lambda: Color(9)); show(lambda: Color['X']); show(lambda: Color.RED < Color.GREEN); show(lambda: setattr(Color, 'RED', 5)); show(lambda: Color.RED.value)
def sub():
    class More(Color): BLUE = 3
show(sub)
class P(Flag): R = auto(); W = auto(); X = auto(); RW = R | W
print(P.R | P.X, P.RW, ~P.R, P.R & P.W, P(7), P(0), bool(P(0)), P.R in P.RW, list(P.RW), P.RW.name, P['R'], (P.R | P.X).value, P.R ^ P.RW)
class N(IntEnum): A = 1; B = auto(); 
print(N.B + 1, N.A < N.B, N(1), f'{N.A}', f'{N.A:>3}', [10, 20, 30][N.A], isinstance(N.A, int), str(N.B), max(N))
class S(StrEnum): AA = auto(); BB = 'x'
print(S.AA, S.BB.upper(), S('x'), repr(S.AA))
class I(IntFlag): A = 1; B = 2
print(I.A | I.B, I(8), I.A | 4, repr(I(3)))
show(lambda: unique(Color))
class Planet(Enum):
    E = (1, 2); M = (3, 4)
    def __init__(self, a, b): self.a, self.b = a, b
print(Planet.E.a, Planet((3, 4)), [p.b for p in Planet])
Animal = Enum('Animal', 'ANT BEE'); print(list(Animal), Animal.BEE.value)
class Auto(Enum):
    def _generate_next_value_(name, start, count, last): return name.lower()
    X = auto(); Y = auto()
print(Auto.X.value, Auto.Y)
class Miss(Enum):
    A = 1
    @classmethod
    def _missing_(cls, v): return cls.A
print(Miss(55))
@dataclass(order=True, frozen=True)
class Pt:
    x: int
    y: int = 0
    tags: list = field(default_factory=list, compare=False, repr=False)
p = Pt(1, 2); print(p, p == Pt(1, 2), p < Pt(1, 3), hash(p) == hash(Pt(1, 2)), replace(p, y=9), asdict(p), astuple(p), [f.name for f in fields(p)])
show(lambda: setattr(p, 'x', 5)); show(lambda: Pt()); show(lambda: Pt(1, 2, 3, 4)); show(lambda: delattr(p, 'x'))
@dataclass
class Base:
    a: int
    b: int = 2
    _: KW_ONLY
    c: int = 3
    iv: InitVar[int] = 5
    def __post_init__(self, iv): self.d = self.a + iv
@dataclass
class Derived(Base):
    b: int = 20
    e: int = field(default=7, init=False)
print(Derived(1), Derived(1, 2, c=4, iv=6).d, Derived.__match_args__)
show(lambda: Derived(1, 2, 3))
def bad():
    @dataclass
    class X:
        a: int = 1
        b: int
show(bad)
def bad2():
    @dataclass
    class X: a: list = []
show(bad2)
@dataclass(eq=False)
class Ne: a: int
print(Ne(1) == Ne(1), Ne.__hash__ is object.__hash__)
@dataclass(unsafe_hash=True)
class Uh: a: int
print(hash(Uh(1)) == hash((1,)))
class NT(typing.NamedTuple):
    a: int
    b: str = 'x'
    def m(self): return self.a * 2
n = NT(1); print(n, n._replace(b='y'), n._asdict(), NT._fields, NT._field_defaults, n.m(), n == (1, 'x'), NT._make([3, 4]), NT.__annotations__)
show(lambda: NT()); show(lambda: n._replace(q=1)); show(lambda: setattr(n, 'a', 2))
T = collections.namedtuple('T', 'x y z', defaults=[0]); print(T(1, 2), T._fields, T(x=1, y=2, z=3)[1:])
show(lambda: collections.namedtuple('T', 'a a')); show(lambda: collections.namedtuple('T', 'def')); print(collections.namedtuple('T', 'def a a', rename=True)._fields)
class Ab(abc.ABC):
    @abc.abstractmethod
    def f(self): ...
    @property
    @abc.abstractmethod
    def g(self): ...
show(lambda: Ab())
class Ab2(Ab):
    def f(self): return 1
show(lambda: Ab2())
class Ab3(Ab2): g = 5
print(Ab3().f(), Ab3().g, Ab.__abstractmethods__ == {'f', 'g'})
class Proto(typing.Protocol):
    def go(self) -> int: ...
class Impl:
    def go(self): return 1
show(lambda: isinstance(Impl(), Proto)); show(lambda: Proto())
rp = typing.runtime_checkable(Proto); print(isinstance(Impl(), rp), isinstance(5, rp), issubclass(Impl, rp))
class TD(typing.TypedDict, total=False): a: int; b: str
print(TD(a=1), TD.__annotations__, TD.__total__)
