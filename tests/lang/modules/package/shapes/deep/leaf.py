from .. import square
from ..circle import area
value = square.area(10)


def up():
    return area(1)
