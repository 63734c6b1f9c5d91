# Sums that begin as ints and become floats, bools that count, functions of math on numbers of all kinds.
import math


def total(values, start=0):
    s = 0
    for v in values:
        s += v
    return s


def halves(n):
    s = 0
    for i in range(n):
        s += i / 2
    return s


def horner(x, n):
    y = 0
    for i in range(n):
        y = y * x + i * 0.5
    return y


def nested(rows):
    grand = 0
    best = 0
    least = 10
    for row in rows:
        s = 0
        for v in row:
            if v > 0.25:
                s += v
            else:
                s -= v
            if s > best:
                best = s
            if v < least:
                least = v
        grand += s * 0.5
    return grand, best, least


def surprised(values):
    """The sum is asked for in the middle, and meets what is no number."""
    s = 0
    seen = []
    for v in values:
        try:
            s = s + v * 0.5
        except TypeError:
            seen.append((s, type(s).__name__))
        if len(seen) == 2:
            break
    return s, seen


def weights(n):
    x = 3
    y = -7
    for i in range(n):
        if i % 2:
            x, y = y * 0.5, x
        else:
            x = x - 0.25
    return x, y


def escaping(n):
    s = 0
    out = []
    for i in range(n):
        out.append(s)
        s += 1.5
    return out, s


def counts(n):
    c = 0
    for i in range(n):
        c += i % 3 == 0
        c -= (i > 5) - (i < 2)
        c = c * (i != 7) + True
    return c, True + True, True - False, -True, ~False, True * 1.5, 7 // True, 5 % True, True << 3, True & 5, True | 2, True ^ True, True & False, +True


def identity(n):
    return [[int(i == j) for j in range(n)] for i in range(n)]


def zero(v):
    try:
        return 1.5 / v
    except ZeroDivisionError as error:
        return str(error)


def rounding(values):
    return [(round(v), math.floor(v), math.ceil(v), int(v)) for v in values]


def rounded(n):
    s = 0
    for i in range(-n, n):
        s = s * 31 % 1000003 + round(i * 0.5) + round(i * 0.37) + round(i)
    return s


def logs(n):
    s = 0
    for i in range(1, n):
        s += math.log(i) + math.log2(i * 0.5) - math.log10(i) + math.atan(i) + math.asin(1 / i) - math.acos(-1 / i)
    return s


def failing(f, *values):
    answers = []
    for v in values:
        try:
            answers.append(f(v))
        except (ValueError, OverflowError, TypeError) as error:
            answers.append(f"{type(error).__name__}: {error}")
    return answers


def log_of(v):
    return math.log(v)


def round_of(v):
    return round(v)


def asin_of(v):
    return math.asin(v)


def first_float(n):
    s = 0
    i = 0
    while i < n:
        s += 0.1
        i += 1
        if i == n - 1:
            s = 0
    return s


class Account:
    def __init__(self):
        self.balance = 0

    def add(self, amount):
        self.balance += amount * 1.5
        return self.balance


for _ in range(3):
    print(total([1, 2, 3]), total([0.5, 1.5]), total([]), total([1, 2.5]), total([2**62, 2**62, 0.5]), total([True, 2]), halves(0), halves(1), halves(7))
    print(horner(0.5, 10), horner(2, 10), horner(-0.0, 3), nested([[0.1, 0.7], [], [0.3, 0.9, 0.2]]), nested([]), nested([[1, 2], [0.5]]))
    print(surprised([1, 2.5, "x", 3, None, 4]), surprised(["x", "y"]), surprised([]), surprised([1 << 70]))
    print(weights(0), weights(1), weights(2), weights(9), escaping(4), escaping(0))
    print(counts(20), identity(3), [zero(v) for v in (0, 2, 0.0, True, -0.0)])
    print(rounding([0.5, 1.5, 2.5, -0.5, -1.5, 2.4999, 1e15 + 0.5, -7.0, 1e300 if False else 4.0, 0.49999999999999994]), rounded(500))
    print(logs(300), failing(log_of, 1, 0, -1, 2**70, 0.0, 1e-320, math.inf, "x", True), failing(round_of, 1.5, 2, math.inf, math.nan, 1e300, "x", True))
    print(failing(asin_of, 1, 1.5, 0, -1, math.nan))
    print(first_float(5), first_float(0), first_float(1), first_float(2))
    a = Account()
    print(a.add(1), a.add(2), a.balance, Account().balance)


class Growing:
    """Adding one changes the list that is being added up."""

    def __init__(self, items, shrink):
        self.items = items
        self.shrink = shrink

    def __radd__(self, other):
        if self.shrink:
            del self.items[1:]
        else:
            self.items.append(other)
        return other

    def __lt__(self, other):
        self.items.append(0)
        return True

    __gt__ = __lt__


def of_lists():
    nan, big = math.nan, 2**61 - 1
    for values in ([1, 2, 3], [0.5, 1.5, 2], [1, 0.5, 2, 0.25], [big, big, 1.5], [big, 1, -5], [-big, -big], [True, 2.5, False], [], [nan, 1.0], [1.0, nan], [0.0, -0.0], [-0.0, 0.0],
                   [1e300, 1e300, 1e308], [1e-310, 1e-320], [3, 3.0], [3.0, 3], [2**70, 1, 2.5], (1.5, 2.5), (4, 2)):
        print(sum(values), sum(values, 0.5), repr(min(values, default=None)), repr(max(values, default=None)), sum(values[1:], 10**20), sum(values[:0], -0.0))
    for shrink in (False, True):
        items = [1, 2.5, 3]
        items[1] = Growing(items, shrink)
        items += [4, 5]
        print(sum(items), len(items))
    items = [1, 2]
    items.append(Growing(items, False))
    items += [5, 7]
    print(type(max(items)).__name__, type(min(items)).__name__, len(items) > 5)
    try:
        sum([1, "x"])
    except TypeError as error:
        print(error)
    try:
        max([1.5, "x"])
    except TypeError as error:
        print(error)


of_lists()


def angles(n):
    s = 0
    for i in range(-n, n):
        s += math.atan2(i, 3) + math.atan2(0.5, i) * math.atan2(i, -1.0) + math.pow(i, 2) + math.pow(abs(i) + 0.5, -1.5) + math.pow(2, i % 5)
    return s


def power_of(v):
    return math.pow(v, 0.5), math.pow(v, 2), math.pow(2, v)


def angle_of(v):
    return math.atan2(v, -0.0), math.atan2(v, v), math.atan2(0.0, v)


for _ in range(3):
    print(angles(200), failing(power_of, 2, 2.25, 0, -0.0, True, 1e200, -4, "x", math.inf, None), failing(angle_of, 1, -0.0, 0, math.inf, math.nan, 2**70, "x"))
