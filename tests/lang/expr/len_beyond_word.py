# len() of more than fits 62 bits, and more than fits 63.
import sys


class Says:
    def __init__(self, n):
        self.n = n

    def __len__(self):
        return self.n


def length(x):
    n = len(x)
    return n, n + 1, n * 2, n == sys.maxsize, -n, n // 3, [n]


def of_range(start, stop):
    r = range(start, stop)
    return len(r), len(r) - 1, len(range(start, stop, 2))


for n in (0, 2 ** 56, 2 ** 60, 2 ** 61 - 1, 2 ** 61, 2 ** 62, sys.maxsize - 1, sys.maxsize):
    print(length(Says(n)), length(range(n)), of_range(0, n), of_range(-n, -1))
for n in (2 ** 63, 2 ** 70, -1):
    for make in (Says, range):
        try:
            print(length(make(n)))
        except (OverflowError, ValueError) as error:
            print(type(error).__name__, error)
