from dataclasses import dataclass, field
@dataclass
class P:
    a: list = field(default_factory=list)
    b: int = 3
    def __post_init__(self): print('post')
for i in range(3): 
    try: print(P(), P(2), P(a=3))
    except TypeError as e: print(e)


@dataclass(frozen=True, slots=True)
class Frozen:
    a: int = 1
    b: list = field(default_factory=list, kw_only=True)


for i in range(3):
    x = Frozen(2, b=[i])
    print(x, Frozen(), x == Frozen(2, b=[i]), Frozen.__doc__)
    try:
        x.a = 5
    except Exception as err:
        print(type(err).__name__, err)
