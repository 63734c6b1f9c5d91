# Fused conditions, inverted loops, loop else, break and continue through finally.
def conditions(a, b, n):
    if a < 10 and (b == a or not b > 3) and a is not None:
        n += 1
    elif a in b:
        n -= 1
    else:
        n = 0
    return n


def loops(xs, n):
    i = total = 0
    while i < n:
        i += 1
        if i == 3:
            continue
        if total > 100:
            break
        total += xs[i]
    else:
        total = -1
    for k, (v, w) in xs:
        total += k * v - w
    else:
        return total, k
    while True:
        if n:
            return v
        n -= 1


def unbound(flag, xs):
    if flag:
        y = 1
    for x in xs:
        pass
    del flag
    return x, y, flag
