# Sets: a cellular automaton on a set of cells, unions and differences, removal of duplicates.
import sys


def life(cells, steps):
    for _ in range(steps):
        counts = {}
        for x, y in cells:
            for dx in (-1, 0, 1):
                for dy in (-1, 0, 1):
                    if dx != 0 or dy != 0:
                        cell = (x + dx, y + dy)
                        counts[cell] = counts.get(cell, 0) + 1
        cells = {cell for cell, count in counts.items() if count == 3 or (count == 2 and cell in cells)}
    return cells


def algebra(n):
    evens = set(range(0, n, 2))
    threes = set(range(0, n, 3))
    fives = set(range(0, n, 5))
    some = (evens & threes) | fives
    some -= evens & fives
    return len(some) + len(evens ^ threes) + sum(some)


def unique(n, seed):
    seen = set()
    duplicates = 0
    for _ in range(n):
        seed = seed * 16807 % 2147483647
        value = seed % (n * 2)
        if value in seen:
            duplicates += 1
        else:
            seen.add(value)
    return duplicates


def main():
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 630
    start = {(1, 0), (2, 1), (0, 2), (1, 2), (2, 2), (20, 20), (21, 20), (20, 21), (19, 21), (20, 22)}
    total = 0
    for i in range(rounds):
        cells = life(start, 25 + i % 5)
        total += len(cells) + sum(x * y for x, y in cells) + algebra(3000 + i) + unique(3000, i + 1)
    print(total)


main()
