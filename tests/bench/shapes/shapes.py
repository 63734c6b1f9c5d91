# A yard of moving shapes: many small classes, overridden methods, super() and properties.
import sys


class Point:
    def __init__(self, x, y):
        self.x = x
        self.y = y

    def add(self, other):
        return Point(self.x + other.x, self.y + other.y)


class Shape:
    def __init__(self, position, velocity):
        self.position = position
        self.velocity = velocity
        self.hits = 0

    def area(self):
        return 0

    def weight(self):
        return self.area() + self.hits % 7

    def bounce(self, size):
        if self.position.x < 0 or self.position.x > size:
            self.velocity = Point(-self.velocity.x, self.velocity.y)
            self.hits += 1
        if self.position.y < 0 or self.position.y > size:
            self.velocity = Point(self.velocity.x, -self.velocity.y)
            self.hits += 1

    def step(self, size):
        self.position = self.position.add(self.velocity)
        self.bounce(size)


class Square(Shape):
    def __init__(self, position, velocity, side):
        super().__init__(position, velocity)
        self.side = side

    def area(self):
        return self.side * self.side


class Rectangle(Square):
    def __init__(self, position, velocity, side, height):
        super().__init__(position, velocity, side)
        self.height = height

    def area(self):
        return self.side * self.height


class Disc(Shape):
    def __init__(self, position, velocity, radius):
        super().__init__(position, velocity)
        self.radius = radius

    def area(self):
        return 355 * self.radius * self.radius // 113

    def bounce(self, size):
        before = self.hits
        super().bounce(size)
        if self.hits > before and self.radius > 1:
            self.radius -= 1


class Ghost(Shape):
    def bounce(self, size):
        if self.position.x < 0:
            self.position = Point(size, self.position.y)
        elif self.position.x > size:
            self.position = Point(0, self.position.y)

    def weight(self):
        return 1


class Yard:
    def __init__(self, size):
        self.size = size
        self.shapes = []

    def fill(self, count):
        seed = 5
        for i in range(count):
            seed = seed * 16807 % 2147483647
            position = Point(seed % self.size, seed // 7 % self.size)
            velocity = Point(seed % 9 - 4, seed // 11 % 9 - 4)
            kind = i % 4
            if kind == 0:
                self.shapes.append(Square(position, velocity, seed % 10 + 1))
            elif kind == 1:
                self.shapes.append(Rectangle(position, velocity, seed % 10 + 1, seed % 6 + 1))
            elif kind == 2:
                self.shapes.append(Disc(position, velocity, seed % 30 + 1))
            else:
                self.shapes.append(Ghost(position, velocity))

    def step(self):
        total = 0
        for shape in self.shapes:
            shape.step(self.size)
            total += shape.weight()
        return total


def main():
    steps = int(sys.argv[1]) if len(sys.argv) > 1 else 10000
    yard = Yard(100)
    yard.fill(200)
    total = 0
    for _ in range(steps):
        total = (total * 3 + yard.step()) % 1000003
    hits = sum(shape.hits for shape in yard.shapes)
    print(total, hits)


main()
