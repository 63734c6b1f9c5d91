# TypedDict: a class statement or a call makes a class whose calls make plain dicts.
from typing import TypedDict

Point = TypedDict('Point', {'x': int, 'y': int})


class Named(TypedDict, total=False):
    name: str


for cls, keys in ((Point, {'x': 1, 'y': 2}), (Named, {'name': 'n'})):
    made = cls(**keys)
    print(type(made), made, cls.__name__, cls.__annotations__, cls.__total__, cls(keys) == made)
print(Point(x=1), Named())
