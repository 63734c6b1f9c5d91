# All ways to put n queens on a board, by backtracking: once with lists of flags, once with bit masks.
import sys


def place(row, n, columns, rising, falling):
    if row == n:
        return 1
    found = 0
    for column in range(n):
        if columns[column] and rising[row + column] and falling[row - column + n]:
            columns[column] = rising[row + column] = falling[row - column + n] = False
            found += place(row + 1, n, columns, rising, falling)
            columns[column] = rising[row + column] = falling[row - column + n] = True
    return found


def place_bits(all_columns, columns, rising, falling):
    if columns == all_columns:
        return 1
    found = 0
    free = all_columns & ~(columns | rising | falling)
    while free:
        bit = free & -free
        free ^= bit
        found += place_bits(all_columns, columns | bit, (rising | bit) << 1, (falling | bit) >> 1)
    return found


def main():
    n = int(sys.argv[1]) if len(sys.argv) > 1 else 12
    print(place(0, n, [True] * n, [True] * (2 * n), [True] * (2 * n + 1)))
    print(place_bits((1 << n) - 1, 0, 0, 0))


main()
