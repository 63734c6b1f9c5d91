# round() to even, with digits, on ints, and the shortest text that remains.
for v in (0.5, 1.5, 2.5, -0.5, -1.5, 2.675, 2.665, 1.005, 1e15 + 0.5, -2.5, 0.49999999999999994, 4503599627370495.5):
    print(v, round(v), round(v, 1), round(v, 2), type(round(v)).__name__)
for v in (15, 25, 35, -15, -25, 12345, 5, 0):
    print(v, round(v), round(v, -1), round(v, -2), round(v, -3), round(v, 2))
print(round(3.14159, 3), round(3.14159, 0), round(1234.5678, -2), round(1e300, 5), round(0.0, 2), round(-0.4))
print(round(2 ** 70, -5), round(True), round(3.0, None), round(1.23456789e-7, 10), round(5e-324, 300))
for bad in (float("nan"), float("inf")):
    try:
        round(bad)
    except (ValueError, OverflowError) as e:
        print(type(e).__name__, e)
print(round(float("inf"), 2), round(float("nan"), 2))


class Money:
    def __init__(self, cents):
        self.cents = cents

    def __round__(self, digits=None):
        return f"rounded({self.cents}, {digits})"

    def __abs__(self):
        return f"abs({self.cents})"

    def __floor__(self):
        return "floor"

    def __trunc__(self):
        return 1


print(round(Money(5)), round(Money(5), 2), abs(Money(-3)))
try:
    round("x")
except TypeError as e:
    print(e)
try:
    round(1.5, "x")
except TypeError as e:
    print(e)
