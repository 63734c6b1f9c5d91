# Classes derived from dataclasses, whose __init__ no source was compiled for.
from dataclasses import dataclass, field


@dataclass
class Point:
    x: int
    y: int = 0
    tags: list = field(default_factory=list)


class Named(Point):
    def __init__(self, name, x):
        super().__init__(x)
        self.name = name


class Plain(Point):
    def norm(self):
        return abs(self.x) + abs(self.y)


@dataclass
class Deep(Plain):
    z: int = 5


print(Named('a', 1), Named('b', 2).name, Plain(3, -4).norm(), Deep(1, 2, ['t'], 3), Deep(1) == Deep(1))
