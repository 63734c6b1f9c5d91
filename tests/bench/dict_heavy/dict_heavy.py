# Dictionaries of every sort: integer, text and tuple keys, growing, probing, deleting and walking.
import sys


def integers(n, seed):
    counts = {}
    for _ in range(n):
        seed = seed * 16807 % 2147483647
        key = seed % 5000
        if key in counts:
            counts[key] += 1
        else:
            counts[key] = 1
    total = 0
    for key, value in counts.items():
        total += key * value
    return total


def texts(n, seed):
    names = ["name" + str(i * 37) for i in range(2000)]
    ages = {}
    for _ in range(n):
        seed = seed * 16807 % 2147483647
        name = names[seed % 2000]
        ages[name] = ages.get(name, 0) + seed % 10
    total = 0
    for name in names:
        if name in ages:
            total += ages[name] * len(name)
    return total


def grid(n):
    cells = {}
    for i in range(n):
        cells[i % 71, i * 7 % 59] = i
    total = 0
    for x, y in cells:
        neighbour = cells.get((x + 1, y))
        if neighbour is not None:
            total += neighbour
    return total


def come_and_go(n):
    alive = {}
    total = 0
    for i in range(n):
        alive[i] = i * 3
        if i >= 1000:
            total += alive.pop(i - 1000)
    return total + len(alive)


def main():
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 160
    total = 0
    for i in range(rounds):
        total += integers(10000, i + 1) + texts(10000, i + 1) + grid(10000 + i) + come_and_go(10000)
    print(total)


main()
