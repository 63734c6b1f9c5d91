# Objects that only the function they are made in sees: compiled code keeps their fields as values, and makes the object where it has
# to leave for the bytecode. There it is one object, however many names it has, with what was stored last.
from dataclasses import dataclass


class Point:
    def __init__(self, x, y):
        self.x = x
        self.y = y

    def moved(self, dx, dy):
        return Point(self.x + dx, self.y + dy)

    def scale(self, k):
        self.x = self.x * k
        self.y = self.y * k
        return self.x

    def __add__(self, other):
        return Point(self.x + other.x, self.y + other.y)

    def __repr__(self):
        return f"<{self.x} {self.y}>"


def local(n):
    total = 0
    for i in range(n):
        p = Point(i, 2 * i)
        q = p.moved(1, -1)
        total += q.x * q.y
    return total


print(local(100), local(3000000000 % 1000))


# left in the middle, by a number that does not fit: the object goes on in the bytecode
def overflowing(n, big):
    out = 0
    for i in range(n):
        p = Point(i, big)
        same = p
        p.x += 1
        if i == n - 1:
            big = big * big * big
            p.y = p.y * p.y * p.y * p.y
        same.x += p.y
        out += p.x - same.y
    same.x = "one"
    return out, p.x, p is same, big


print(overflowing(10, 3))
print(overflowing(50, 10 ** 15))


# the same with kinds that change
def kinds(values):
    results = []
    for v in values:
        p = Point(1, v)
        q = p + p
        r = q
        r.x = r.x + p.y
        results.append(q.x + r.y)
    return results


print(kinds(list(range(50)) + [1.5, True, 2 ** 70]))


# stores on one way only, and in loops inside
def branches(n):
    a = b = 0
    for i in range(n):
        p = Point(i, 0)
        if i % 3 == 0:
            p.y = i * i
        elif i % 3 == 1:
            p.x = -i
        k = 0
        while k < i % 5:
            p.x += k
            p.y -= p.x
            k += 1
        a += p.x
        b += p.y
        if i > n - 3:
            b += 10 ** 30
    return a, b


print(branches(10), branches(200))


# kept in the end, by a list, a name outside, an exception, a closure, another object
kept = []


def escapes(n):
    last = None
    for i in range(n):
        p = Point(i, i)
        q = Point(p.x, p.y + 1)
        if i % 40 == 39:
            kept.append(q)
        if i == n - 1:
            last = p
    return last, [(q.x, q.y) for q in kept[-2:]]


print(escapes(100))


class Bad(Exception):
    pass


def raising(n):
    seen = 0
    for i in range(n):
        p = Point(i, n)
        try:
            p.x = p.x // (p.x % 7 - 6)
            seen += p.x
        except ZeroDivisionError:
            seen += p.y
            p.y = seen
            if i > 80:
                return p, seen
    return p, seen


print(raising(50), raising(100))


def held_by_closure(n):
    out = []
    for i in range(n):
        p = Point(i, -i)
        out.append(lambda: p.x + i)
    return sum(f() for f in out)


print(held_by_closure(30))


class Pair:
    def __init__(self, left, right):
        self.left = left
        self.right = right


def nested(n):
    total = 0
    for i in range(n):
        pair = Pair(Point(i, 1), Point(2, i))
        pair.left.x += 5
        total += pair.left.x * pair.right.y
        if i == n - 2:
            pair.right.y = 2 ** 80
            total += pair.right.y
    return total


print(nested(100))


@dataclass
class Step:
    cost: int
    name: str = "step"

    def more(self):
        return Step(self.cost * 3 + 1, self.name)


def steps(n):
    best = 0
    for i in range(n):
        s = Step(i)
        t = s.more().more()
        if t.cost > best:
            best = t.cost
        if t.name is not s.name:
            best = -1
    t.cost = best * 10 ** 20
    return best, t


print(steps(100))


class Slotted:
    __slots__ = ("a", "b")

    def __init__(self, a):
        self.a = a
        self.b = a + 1


def slotted(n):
    total = 0
    for i in range(n):
        s = Slotted(i)
        s.b *= s.a
        if i == n - 1:
            s.a = 2 ** 65 + s.b
        total += s.a + s.b
    return total, s.a, s.b


print(slotted(60))


class Empty:
    pass


def same_or_not(n):
    count = 0
    for i in range(n):
        a, b = Point(i, 0), Point(i, 0)
        c = Empty()
        count += (a is b) + (a is a) + (a == b) + (c is not a)
    return count


print(same_or_not(50))


# summed over rounds: each round's object is the next one's
def summed(n, step):
    at = Point(0, 0)
    for i in range(n):
        at = at + Point(step, i)
        if at.x > 10 ** 6:
            at = Point(0, at.y)
    return at, at.x, at.y


print(summed(1000, 3), summed(100, 0.5), summed(80, 10 ** 5), summed(70, 2 ** 62))


class Machine:
    def __init__(self, pc, acc):
        self.pc = pc
        self.acc = acc
        self.steps = 0

    def step(self, op):
        self.steps += 1
        if op == 0:
            self.acc += 3
        elif op == 1:
            self.acc *= 2
        else:
            self.pc = 0
            return False
        self.pc += 1
        return True


def execute(program, rounds):
    m = Machine(0, 1)
    while rounds:
        if not m.step(program[m.pc]):
            rounds -= 1
    return m.acc, m.steps, m.pc


print(execute([0, 1, 0, 2], 5), execute([1, 0, 1, 1, 2], 60))
