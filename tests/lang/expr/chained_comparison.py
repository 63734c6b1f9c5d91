# Chained comparisons evaluate each operand once and stop early.
log = []


def value(x):
    log.append(x)
    return x


print(value(1) < value(2) < value(3), log)
log.clear()
print(value(3) < value(2) < value(1), log)
log.clear()
print(value(1) == value(1) != value(2) in [value(2)], log)
log.clear()
print(1 < 2 < 3 < 4 < 5, 1 < 2 < 3 < 3 < 5, 5 >= 5 >= 4 > 3 != 2)
print(None is None is not log, 1 in [1, 2] in [[1, 2]], "a" < "b" < "c")
x = 5
print(0 <= x < 10, 0 <= x <= 4, not 0 < x < 3)
print([y for y in range(10) if 2 < y < 7], 1 < 2.5 < 3)


class Odd:
    def __init__(self, n):
        self.n = n

    def __lt__(self, other):
        print("lt", self.n, other.n)
        return [] if self.n > other.n else "yes"


a, b, c = Odd(1), Odd(2), Odd(3)
print(a < b < c)
print(c < b < a)
