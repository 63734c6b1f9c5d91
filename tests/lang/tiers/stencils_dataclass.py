# The __init__ that dataclasses make is bytecode without a source: native code made of stencils runs it too.
from dataclasses import dataclass, field, FrozenInstanceError


@dataclass(frozen=True)
class Point:
    x: int
    y: int = field(default=3, compare=False)
    tags: list = field(default_factory=list)


@dataclass
class Named:
    name: str
    size: float = 1.5

    def __post_init__(self):
        self.label = f"{self.name}:{self.size}"


def make(n):
    made = []
    for i in range(n):
        made.append(Point(i))
        made.append(Point(i, i * 2, ["t"]))
        made.append(Named(f"n{i}", size=i / 2))
    return made


made = make(20)
print(made[-3:], made[1].tags is made[4].tags, made[-1].label)
try:
    made[0].x = 5
except FrozenInstanceError as e:
    print(type(e).__name__, e)
try:
    Point()
except TypeError as e:
    print(e)
