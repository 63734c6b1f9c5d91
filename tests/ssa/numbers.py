# Ints and floats of known type are typed operations; mixed comparison goes by way of values, with a small constant it need not.
import math


def ints(a: int, b: int) -> int:
    return (a + b * 2 - a // b) % 7 & ~b


def floats(x: float, n: int):
    if x < 10:
        return -x / 2.0
    return x < n


def unknown(a, b):
    c = a + b
    return not c


fn_sum = 0
for i in range(10):
    fn_sum += ints(i, 3)


def hypotenuses(n):
    total = 0.0
    for i in range(n):
        total += math.sqrt(i)  # the function is a constant while the module has it
    return total


hypotenuses(5)
