# Small functions and methods that compiled code takes over into their callers: leaving in the middle of them, before and behind what
# can be seen, exceptions through them, and what their callers hold meanwhile.
import sys
import traceback


class Counter:
    def __init__(self, start):
        self.value = start
        self.steps = 0

    def bump(self, by):
        self.steps += 1              # seen before the sum overflows
        self.value = self.value * 3 + by
        return self.value

    def peek(self, scale):
        return self.value * scale

    @property
    def parity(self):
        return self.value % 2 == 0

    def fail(self, at):
        self.steps += 1
        if self.steps >= at:
            raise ValueError("step " + str(self.steps))
        return self.steps


def grow(rounds):
    c = Counter(1)
    seen = 0
    for i in range(rounds):
        got = c.bump(i)
        if c.parity:
            seen += 1
        seen += c.peek(2) % 7
        if got > 10 ** 40:
            c.value = 5
    return c.value, c.steps, seen


print(grow(10))
print(grow(300))


class Vec:
    def __init__(self, x, y):
        self.x = x
        self.y = y

    def __add__(self, other):
        return Vec(self.x + other.x, self.y + other.y)

    def __mul__(self, k):
        return Vec(self.x * k, self.y * k)

    def __eq__(self, other):
        return self.x == other.x and self.y == other.y

    def __lt__(self, other):
        return self.x < other.x or (self.x == other.x and self.y < other.y)

    def __getitem__(self, i):
        return self.x if i == 0 else self.y

    def __len__(self):
        return 2

    def __repr__(self):
        return f"Vec({self.x}, {self.y})"

    def dot(self, other):
        return self.x * other.x + self.y * other.y


def walk(n, step):
    at = Vec(0, 0)
    best = at
    same = 0
    total = 0
    for i in range(n):
        at = at + step * i
        if best < at:
            best = at
        if at == best:
            same += 1
        total += at.dot(step) + at[0] - at[i % 2]
        if i % 50 == 49:
            at = Vec(i, -i)
    return at, best, same, total


print(walk(200, Vec(1, 2)))
print(walk(200, Vec(1.5, 0.25)))
print(walk(60, Vec(2 ** 60, 1)))
print(walk(30, Vec(True, 2.5)))


# who has the object when the frame is left
class Node:
    def __init__(self, key, next):
        self.key = key
        self.next = next


def push(head, key):
    return Node(key, head)


def pick(node, scale):
    return node.key * scale + 1


def chain(n, scale):
    head = None
    total = 0
    for i in range(n):
        head = push(head, i)
        total += pick(head, scale)
        scale = scale * 2
    count = 0
    while head is not None:
        count += head.key
        head = head.next
    return total, count, scale


print(chain(20, 3))
print(chain(120, 3))


# exceptions through them
def run_until(at):
    c = Counter(0)
    try:
        for i in range(1000):
            c.fail(at)
    except ValueError as e:
        return str(e), [f.name for f in traceback.extract_tb(e.__traceback__)], c.steps


for at in (1, 7, 400):
    print(run_until(at))


def half(a, b):
    return a // b


def ratio(a, b):
    return half(a, b) + half(b, a)


def ratios(values):
    out = []
    for a, b in values:
        try:
            out.append(ratio(a, b))
        except ZeroDivisionError as e:
            tb = traceback.extract_tb(e.__traceback__)
            out.append((str(e), [(f.name, f.line) for f in tb]))
    return out


print(ratios([(1, 2), (7, 3), (0, 5), (2 ** 70, 3), (4, 0)] * 20)[-5:])


def plain_ratios(values):
    total = 0
    for a, b in values:
        total += ratio(a, b)
    return total


print(plain_ratios([(1, 2), (7, 3), (2 ** 70, 3), (9.5, 2)] * 50))
try:
    plain_ratios([(1, 2)] * 300 + [(1, 0)])
except ZeroDivisionError as e:
    print([(f.name, f.lineno) for f in traceback.extract_tb(e.__traceback__)])


# the wrong class, the wrong kind, a function bound anew
class Wide(Vec):
    def dot(self, other):
        return -1

    def __add__(self, other):
        return Wide(self.x, other.y)


print(walk(100, Wide(3, 4)))


def twice(x):
    return x + x


def many(n, what):
    total = what
    for i in range(n):
        total = twice(total)
        if i % 5 == 4:
            total = what
    return total


print(many(103, 1), many(103, 1.5), many(103, "ab"), many(103, [1]), many(4, 2 ** 61))


def swap():
    global twice

    def twice(x):
        return x


def later(n):
    total = 1
    for i in range(n):
        if i == n // 2:
            swap()
        total = twice(total) % 1000003
    return total


print(later(200))


# nested, three deep, with something seen at each
class Log:
    def __init__(self):
        self.entries = []
        self.count = 0

    def add(self, what):
        self.entries.append(what)
        self.count += 1
        return what


def inner(log, a, b):
    log.add(a)
    return a * b


def middle(log, a, b):
    first = inner(log, a, b)
    log.add(-a)
    return first + inner(log, b, a + first)


def outer(log, n, factor):
    total = 0
    for i in range(n):
        total = total + middle(log, i, factor)
        if i == n - 3:
            factor = 10 ** 18
    return total


log = Log()
print(outer(log, 100, 3), log.count, log.entries[:5], log.entries[-8:])
log = Log()
print(outer(log, 50, 0.5), log.count, log.entries[-4:])
try:
    outer(log, 5, "x")
except TypeError as e:
    print(e, log.count, [f.name for f in traceback.extract_tb(e.__traceback__)])


# a generator whose body takes callees over
def clamp(x, low, high):
    if x < low:
        return low
    if x > high:
        return high
    return x


def clamped(values, low, high):
    for v in values:
        yield clamp(v, low, high)


print(sum(clamped(range(-50, 200), 0, 99)), sum(clamped([1, 2.5, 2 ** 80, -3], 0, 2 ** 70)))
print(sorted(clamped([5, 3.5, True, 9], 1, 8), key=lambda v: clamp(v, 2, 4)))


class Stack:
    def __init__(self):
        self.items = []

    def push(self, v):
        self.items.append(v)

    def pop(self):
        return self.items.pop()

    def empty(self):
        return not self.items


def evaluate(program):
    s = Stack()
    for op in program:
        if op == "+":
            s.push(s.pop() + s.pop())
        elif op == "*":
            s.push(s.pop() * s.pop())
        else:
            s.push(op)
    return s.pop(), s.empty()


print(evaluate([1, 2, "+", 3, "*"] + [2, "*"] * 100))
try:
    evaluate([1, "+"])
except IndexError as e:
    print(e, [f.name for f in traceback.extract_tb(e.__traceback__)])
