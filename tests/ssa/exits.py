# What may raise where there is a handler has a frame state; division by zero stays though nobody uses the result.
def guarded(a: int, b: int):
    out = 0
    try:
        a // b
        out = a + 1
    except ZeroDivisionError:
        out = -1
    return out


def handled(f, n: int):
    out = n * 2
    try:
        out = f(out)
    except ValueError:
        out = -1
    return out


def maybe(flag):
    if flag:
        x = 1
    return x
