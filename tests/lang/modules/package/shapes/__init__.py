print("init shapes")
NAME = "shapes"
from .square import area as _square_area


def describe():
    return f"{NAME}: square of 2 is {_square_area(2)}"
