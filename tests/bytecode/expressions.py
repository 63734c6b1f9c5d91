# Operators, folding, immediate forms, evaluation into locals, early writes only to temporaries.
def arithmetic(a, b, c):
    x = a + b * c - 1
    x = x // 3 % 7 << 2
    y = -a ** 2 + 2 ** 10 - -5
    return x @ y, ~x, not y, +a


def truth(a, b, c):
    a = b and a or c
    b = a if b else c
    return a < b < c, a in b, b is not None, a == b != c


def places(o, k):
    o.x[k].y = o[0][-1][k:k + 1:2]
    return o.x, o[k], 1, (1, (2.5, "s", b"b", None, True)), 123456789012345678901234567890


def rebound(a):
    return a + (a := 5) + a, (b := a * 2) + b


def text(a, w):
    return f"{a}", f"[{a!r:>{w}}] {a:.2f}{{", "plain" "joined"
