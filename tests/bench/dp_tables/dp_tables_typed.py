# Dynamic programming on tables: longest common subsequence, edit distance and the knapsack.
import sys


def make_sequence(n: int, seed: int, letters: int) -> list[int]:
    sequence: list[int] = []
    for _ in range(n):
        seed = seed * 16807 % 2147483647
        sequence.append(seed // 8 % letters)
    return sequence


def longest_common(a: list[int], b: list[int]) -> int:
    table: list[list[int]] = [[0] * (len(b) + 1) for _ in range(len(a) + 1)]
    for i in range(1, len(a) + 1):
        for j in range(1, len(b) + 1):
            if a[i - 1] == b[j - 1]:
                table[i][j] = table[i - 1][j - 1] + 1
            else:
                table[i][j] = max(table[i - 1][j], table[i][j - 1])
    return table[len(a)][len(b)]


def edit_distance(a: list[int], b: list[int]) -> int:
    previous: list[int] = list(range(len(b) + 1))
    for i in range(1, len(a) + 1):
        current: list[int] = [i]
        for j in range(1, len(b) + 1):
            cost = 0 if a[i - 1] == b[j - 1] else 1
            current.append(min(previous[j] + 1, current[j - 1] + 1, previous[j - 1] + cost))
        previous = current
    return previous[len(b)]


def knapsack(weights: list[int], values: list[int], capacity: int) -> int:
    best: list[int] = [0] * (capacity + 1)
    for item in range(len(weights)):
        weight = weights[item]
        value = values[item]
        for room in range(capacity, weight - 1, -1):
            candidate = best[room - weight] + value
            if candidate > best[room]:
                best[room] = candidate
    return best[capacity]


def main() -> None:
    n = int(sys.argv[1]) if len(sys.argv) > 1 else 1700
    a = make_sequence(n, 5, 8)
    b = make_sequence(n, 6, 8)
    weights = [x + 1 for x in make_sequence(n // 4, 7, 60)]
    values = [x + 1 for x in make_sequence(n // 4, 8, 100)]
    print(longest_common(a, b), edit_distance(a, b), knapsack(weights, values, n * 2))


main()
