# True division of ints whose ranges are known.
def thirds(n):
    total = 0.0
    for i in range(n):
        total += (i % 10) / 3 + 7 / (i % 5 + 1)
    return total


def over(p):
    p = (255 ** 3) / abs(3)
    return p, round(p) in [p]


print(thirds(20), over('x'), [(k & 7) / 2 for k in range(9)])
