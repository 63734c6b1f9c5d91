# Objects of program classes: fields behind tests of shapes, construction, methods of one class and of two; builtin functions.
from math import sqrt


class Point:
    def __init__(self, x, y):
        self.x = x
        self.y = y

    def length(self):
        return sqrt(self.x * self.x + self.y * self.y)


class Square:
    def __init__(self, side):
        self.side = side

    def length(self):
        return self.side


def total(things):
    t = 0.0
    for thing in things:
        t += thing.length()
    return t + len(things)


def twice(p):
    p.x = p.x + p.x
    return Point(p.x, abs(p.y))


print(total([Point(3.0, 4.0), Square(2.0)]), twice(Point(1.5, -2.0)).x)
