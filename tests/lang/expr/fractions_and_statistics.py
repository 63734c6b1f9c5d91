"""Fractions in every operation, and statistics over floats, ints and fractions, which are exact."""
import random
import statistics
from fractions import Fraction

r = random.Random(4)
data = [r.gauss(0, 60) for _ in range(500)]
for name, found in (('mean', statistics.mean(data)), ('pstdev', statistics.pstdev(data)), ('stdev', statistics.stdev(data)), ('about', statistics.variance(data, 3.5)),
                    ('fractions', statistics.pvariance([1, 2, Fraction(1, 3)])), ('ints', statistics.variance([1, 2, 3, 4, True])),
                    ('one', statistics.pstdev([1.5])), ('mixed', statistics.mean([Fraction(1, 2), 3])), ('large', statistics.mean([1e308, 1e308])),
                    ('infinite', statistics.mean([1.0, float('inf')]))):
    print(name, found)


def series():
    total = Fraction(0)
    for i in range(1, 400):
        total += Fraction(i, i % 50 + 1)
    for i in range(1, 120):
        total *= Fraction(i, i + 3)
        total -= Fraction(-i, 7)
        total /= Fraction(-3, i)
        total = total if abs(total) < 10**9 else Fraction(1)
    return total


print(series())
OPS = {'+': lambda a, b: a + b, '-': lambda a, b: a - b, '*': lambda a, b: a * b, '/': lambda a, b: a / b, '%': lambda a, b: a % b, '**': lambda a, b: a ** b}
for a in (Fraction(1, 3), Fraction(-2, 5), Fraction(0), 3, True, 0.5, Fraction(7)):
    for b in (Fraction(2, 3), Fraction(-5, 2), Fraction(0), 2, -1, 0, 1.5, Fraction(3)):
        for op, compute in OPS.items():
            if (isinstance(a, Fraction) or isinstance(b, Fraction)) and (op != '**' or b == int(b)):
                try:
                    print(a, op, b, repr(compute(a, b)))
                except Exception as err:
                    print(a, op, b, type(err).__name__, err)
        print(a < b, a == b, a >= b, a > b, a <= b)
print(repr(Fraction(3, -6)), hash(Fraction(1, 3)), Fraction(True), Fraction(2, True), repr(Fraction(5, 1) + 2), -Fraction(1, 2), +Fraction(1, 2), abs(Fraction(-1, 2)))
print(sorted([Fraction(1, 2), 0.3, 1, Fraction(-1, 7)]), sum([Fraction(1, 6)] * 6), Fraction(1, 2)**3, Fraction(1, 2)**-3, 2**Fraction(2))
try:
    Fraction(1, 0)
except ZeroDivisionError as err:
    print(err)
