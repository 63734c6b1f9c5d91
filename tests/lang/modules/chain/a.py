print("a starts")
import math
import b
from b import shared as s
name = "module a"


def from_b():
    return b.make("via a")


def shared_view():
    return s


print("a ends", math.sqrt(16))
