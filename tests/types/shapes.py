# Fields, methods, properties, inheritance, operators of classes, containers of containers.
import math

class Shape:
    sides = 0

    def area(self):
        return 0.0

class Rect(Shape):
    def __init__(self, w, h):
        self.w = w
        self.h = h

    def area(self):
        return self.w * self.h

    @property
    def diagonal(self):
        return math.sqrt(self.w * self.w + self.h * self.h)

class Square(Rect):
    def __init__(self, w):
        super().__init__(w, w)

class Vec:
    def __init__(self, x, y):
        self.x, self.y = x, y

    def __add__(self, other):
        return Vec(self.x + other.x, self.y + other.y)

class Node:
    def __init__(self, value, next=None):
        self.value = value
        self.next = next

def total(shapes):
    t = 0.0
    for s in shapes:
        t += s.area()
    return t

def count(text):
    seen = {}
    for word in text.split():
        seen[word] = seen.get(word, 0) + 1
    return sorted(seen.items())

def table(n):
    rows = [[i * j for j in range(n)] for i in range(n)]
    return rows[1][2], rows

def anything(x):
    return __import__("json").loads(x)

def main():
    print(total([Rect(2.0, 3.0), Square(1.5)]), Square(2.0).diagonal)
    v = Vec(1, 2) + Vec(3, 4)
    print(v.x, count("a b a"), table(4))
    head = None
    for i in range(3):
        head = Node(str(i), head)
    print(head.value, head.next.value, anything("3"))

main()

def halves(x):
    while x > 1.0:
        x = x / 2.0
        yield x

def tree(node):
    if node:
        yield node.value
        for v in tree(node.next):
            yield v

print(sum(halves(9.0)), list(tree(Node("a", Node("b")))))

def twice(f, x):
    return f(f(x))

def choose(n):
    if n:
        return lambda x: x + n
    return lambda x: x * 2

print(twice(choose(0), 3), twice(choose(1), 4), sorted(["bb", "a"], key=lambda w: len(w)), list(filter(lambda n: n > 1, [1, 2])))
