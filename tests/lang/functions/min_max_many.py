# min and max of several numbers: the first of equals, NaN as Python compares it, big ints and mixed types on the way.
nan, inf = float("nan"), float("inf")


def least(a, b, c):
    return min(a, b, c)


def most(a, b, c, d):
    return max(a, b, c, d)


def table(n):
    row = list(range(n))
    for i in range(n):
        new = [i]
        for j in range(1, n):
            new.append(min(row[j] + 1, new[j - 1] + 1, row[j - 1] + (i * j) % 3))
        row = new
    return row


def sums(values):
    total = 0.0
    for i in range(2, len(values)):
        total += min(values[i], values[i - 1], values[i - 2]) - max(values[i], values[i - 1], values[i - 2], 0.5)
    return total


print(table(12))
print(sums([1.5, -2.0, 0.25, 8.0, -0.0, 0.0, 3.0]))
print([least(a, b, c) for a in (1, -5) for b in (0, 3) for c in (2**62, -7)])
print([least(a, b, c) for a in (0.0, nan) for b in (-0.0, 1.0) for c in (inf, nan)])
print([least(a, b, c) for a in (-0.0, 1.0) for b in (0.0, nan) for c in (0.0, -inf)])
print([most(a, b, 1, c) for a in (1, True) for b in (1, 2**70) for c in (True, 0)])
print([most(a, b, nan, c) for a in (1.0, nan) for b in (0.0, -0.0) for c in (2.0, -1.0)])
print(least(1, 1.0, True), least(1.0, 1, True), least(True, 1, 1.0), most(0, 0.0, False, -0.0), least("b", "a", "c"))
for arguments in ((1, None, 2), (1, "a", 2), (None, 1, 2)):
    try:
        print(least(*arguments))
    except TypeError as e:
        print(e)


def rebound(a, b, c):
    return min(a, b, c)


print([rebound(i, 3, 5) for i in range(8)])
min = lambda *values: values
print([rebound(i, 3, 5) for i in range(3)])
