# A field with a default that __init__ does not take, where the class has slots.
import dataclasses
from dataclasses import dataclass, field


@dataclass(slots=True)
class Slotted:
    e: int
    c: float = 1
    b: float = field(default=7, init=False)
    d: list = field(default_factory=list, init=False)


@dataclass
class Plain:
    e: int
    b: float = field(default=7, init=False)


print(Slotted(1), Plain(1), dataclasses.astuple(Slotted(2, 3)), Slotted(1) == Slotted(1), Slotted.__slots__)
one, other = Slotted(1), Slotted(2)
one.d.append(3)
one.b = 8
print(one, other, "b" in Plain(1).__dict__, Plain.b)
