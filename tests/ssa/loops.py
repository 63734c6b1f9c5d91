# A loop over range counts in ints; any other keeps its state in the frame.
def counted(n):
    total = 0
    for i in range(n):
        for j in range(0, i, 2):
            total += i * j
    return total


def general(items):
    total = 0
    for item in items:
        total += item
    return total


def until(limit: int):
    i = 1
    while i < limit:
        i *= 3
    return i
