# Functions as values: closures that count, compositions, generator pipelines and comprehensions.
import sys


def make_counter(start, step):
    value = start

    def count():
        nonlocal value
        value += step
        return value

    return count


def compose(functions):
    def composed(x):
        for function in functions:
            x = function(x)
        return x

    return composed


def numbers(n, seed):
    for _ in range(n):
        seed = seed * 16807 % 2147483647
        yield seed % 1000


def only(predicate, items):
    for item in items:
        if predicate(item):
            yield item


def changed(function, items):
    for item in items:
        yield function(item)


def pairs(items):
    previous = None
    for item in items:
        if previous is not None:
            yield previous, item
        previous = item


def walk(depth, label):
    if depth > 0:
        yield from walk(depth - 1, label * 2)
        yield label
        yield from walk(depth - 1, label * 2 + 1)


def main():
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 1900
    total = 0
    for i in range(rounds):
        counter = make_counter(i, 3)
        total += sum(counter() for _ in range(500))
        scale = compose([lambda x: x * 3, lambda x: x + i, lambda x: x % 1009])
        total += sum(changed(scale, only(lambda x: x % 3 != i % 3, numbers(1000, i + 1))))
        total += sum(a * b % 7 for a, b in pairs(numbers(500, i + 2)))
        total += sum(map(lambda x: x * 2, filter(lambda x: x & 1, range(i, i + 500))))
        total += sum(label % 13 for label in walk(7, 1))
        squares = [x * x for x in range(300) if x % 2 == 0]
        total += sum(position * square % 11 for position, square in enumerate(squares))
    print(total)


main()
