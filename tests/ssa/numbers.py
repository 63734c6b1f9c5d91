# Ints and floats of known type are typed operations; mixed comparison goes by way of values, with a small constant it need not.
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
