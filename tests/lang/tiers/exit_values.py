# Compiled code is left with numbers of all sorts in its registers: they must come out as the values they are.


def at_overflow(n, big, x, tiny, flag):
    # big leaves 62 bits, x and tiny have no immediate form; all are live where the product overflows.
    total = 1
    wide = big * 3
    huge = x * 1e290
    small = tiny / 3.0
    same = flag and n > 0
    for i in range(n):
        total = total * 7 + i
    return total, wide, huge, small, same, n


print(at_overflow(3, 1 << 60, 1.5, 1e-300, True))
print(at_overflow(40, 1 << 60, 1.5, 1e-300, True))
print(at_overflow(40, -(1 << 60), -2.5e10, -1e-305, False))
print(at_overflow(30, 1 << 61, 0.0, 0.0, True))
print(at_overflow(30, (1 << 61) - 1, -0.0, 5e-324, True))


def constants(values):
    kept, name, nothing, part, yes = 12345678901234567890, "kept", None, 2.5, True
    low, high = -(1 << 61), (1 << 61) - 1
    total = 0
    for v in values:
        total += v
    return kept, name, nothing, part, yes, low, high, total


print(constants([1, 2, 3]))
print(constants([1, 2.5, 3]))
print(constants([1 << 61, 1 << 62, 1 << 63]))


def several_exits(items, a, b):
    out = []
    for i in range(len(items)):
        x = items[i] + a
        y = x * b
        z = y - x
        out.append((x, y, z))
        a = z
    return out, a, b


print(several_exits([1, 2, 3], 4, 5))
print(several_exits([1, 1 << 62, 3], 4, 5))
print(several_exits([1, 2, 1 << 40], 1 << 40, 1 << 20))
print(several_exits([1, 2.0, 3], 4, 5))


def factor(n):
    if n < 2:
        return 1
    return n * factor(n - 1)


def results(n, scale):
    # The result of the call has no 64 bits: it is taken by the bytecode, with what is live here.
    half = scale * 0.5
    return factor(n) // 3, half, n, scale


print(results(10, 4))
print(results(30, 1e200))


def checked(n):
    if n > 3:
        raise ValueError(n)
    return n * 2


def raising(n, x):
    big = (1 << 61) + n
    try:
        for i in range(n):
            x = x * 1.0e200
            big += checked(i)
    except ValueError as error:
        return error.args, big, x
    return "all", big, x


print(raising(3, 1.0))
print(raising(6, 1.0))
print(raising(6, 2.0e-200))


def uncaught(n):
    return checked(n) + 1


for n in (1, 9):
    try:
        print(uncaught(n))
    except ValueError as error:
        print("raised", error)


def text(s):
    seen = 0
    for c in s:
        if c == "ü" or c == "\U0001F600":
            seen += 1
        seen = seen * 1000003 + ord(c)
    return seen


print(text("grün \U0001F600 und so weiter"))


def many(a, b, c, d, e, f, g, h):
    while a < 1 << 70:
        a, b, c, d, e, f, g, h = a + b, b + c, c + d, d + e, e + f, f + g, g + h, h + a
    return a, b, c, d, e, f, g, h


print(many(1, 2, 3, 4, 5, 6, 7, 8))


def slow_roots(values):
    return [v ** 0.5 for v in values if v > 1e-310]


print(slow_roots([4.0, 1e300, 1e-320, 2e-308]))


# Predicted to get ints, called with something else.
def added(a, b):
    return a + b


class Late:
    def __init__(self, v):
        self.v = v

    def plus(self, n):
        return self.v + n


def by_value(f, *args):
    return f(*args)


print(added(1, 2), by_value(added, "a", "b"), by_value(added, 1 << 70, 1), by_value(added, 2.5, 0.0))
print(Late(1).plus(2), by_value(Late(1).plus, 2.5), by_value(Late, "x").plus("y"))


def halved(x):
    return x * 0.5


print(halved(3.0), by_value(halved, 0.0), by_value(halved, float("inf")), by_value(halved, -0.0), by_value(halved, 5e-324), by_value(halved, 3), by_value(halved, 1e300))
