# super() without arguments in a module that imports all of another one.
from math import *


class Pair(tuple):
    def __new__(cls, a, b):
        return super().__new__(cls, (a, b))

    def __repr__(self):
        return "Pair" + super().__repr__()


class Named(Pair):
    def __init__(self, a, b):
        super().__init__()
        self.name = f"{a}-{b}"


print(Pair(1, 2), Named(3, 4), Named(3, 4).name, floor(2.5))
