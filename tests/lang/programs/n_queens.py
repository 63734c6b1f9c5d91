# N queens in three ways: recursion with sets, permutations, bit masks.
def queens_sets(n):
    solutions = []
    cols, diag1, diag2, placed = set(), set(), set(), []

    def place(row):
        if row == n:
            solutions.append(tuple(placed))
            return
        for col in range(n):
            if col in cols or row + col in diag1 or row - col in diag2:
                continue
            cols.add(col)
            diag1.add(row + col)
            diag2.add(row - col)
            placed.append(col)
            place(row + 1)
            placed.pop()
            cols.discard(col)
            diag1.remove(row + col)
            diag2.remove(row - col)

    place(0)
    return solutions


def permutations(items):
    if not items:
        yield ()
    for i, x in enumerate(items):
        for rest in permutations(items[:i] + items[i + 1:]):
            yield (x, *rest)


def queens_perm(n):
    return [p for p in permutations(tuple(range(n))) if len({p[i] + i for i in range(n)}) == n == len({p[i] - i for i in range(n)})]


def queens_bits(n):
    full = (1 << n) - 1

    def count(cols, left, right):
        if cols == full:
            return 1
        total, free = 0, full & ~(cols | left | right)
        while free:
            bit = free & -free
            free ^= bit
            total += count(cols | bit, (left | bit) << 1, (right | bit) >> 1)
        return total

    return count(0, 0, 0)


def board(solution):
    n = len(solution)
    return "\n".join(" ".join("Q" if c == solution[r] else "." for c in range(n)) for r in range(n))


for n in range(1, 7):
    a, b, c = queens_sets(n), queens_perm(n), queens_bits(n)
    print(n, len(a), len(b), c, a == b, a[0] if a else None)
print(queens_bits(7), queens_bits(8))
print(board(queens_sets(6)[0]))


def unique(solutions):
    """Solutions up to rotation and reflection."""
    seen, count = set(), 0
    for s in solutions:
        if s in seen:
            continue
        count += 1
        n = len(s)
        for _ in range(2):
            for _ in range(4):
                seen.add(s)
                rotated = [0] * n
                for r, c in enumerate(s):
                    rotated[c] = n - 1 - r
                s = tuple(rotated)
            s = s[::-1]
    return count


print([unique(queens_sets(n)) for n in range(1, 8)])
