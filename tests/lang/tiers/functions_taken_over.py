# Functions called often enough to be compiled while the program runs, then called with other types.
# no-stress
def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


def gcd(a, b):
    while b:
        a, b = b, a % b
    return a


class Point:
    def __init__(self, x, y):
        self.x = x
        self.y = y

    def plus(self, other):
        return Point(self.x + other.x, self.y + other.y)


def add(a, b):
    return a + b


print(fib(24))
print(sum(gcd(i, 360) for i in range(30000)))
p = Point(0, 0)
for i in range(60000):
    p = p.plus(Point(i, 0.5))
print(p.x, p.y)
total = 0
for i in range(200000):
    total = add(total, i)
print(total, add("a", "b"), add([1], [2]), add(1.5, 2), add(2 ** 61, 2 ** 61))
text = ""
for i in range(50000):
    text = add(text, "x")
print(len(text))
try:
    add(1, "x")
except TypeError as error:
    print(error)
for n in (5, 20, 22):
    print(fib(n), fib(float(n)) if n < 21 else "")
