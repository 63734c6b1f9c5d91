# Three ways to sort: quicksort and heapsort written out, and `sorted` with a key.
import sys


def make_numbers(n, seed):
    numbers = []
    for _ in range(n):
        seed = seed * 16807 % 2147483647
        numbers.append(seed % 1000000)
    return numbers


def quicksort(items, low, high):
    while low < high:
        pivot = items[(low + high) // 2]
        i = low
        j = high
        while i <= j:
            while items[i] < pivot:
                i += 1
            while items[j] > pivot:
                j -= 1
            if i <= j:
                items[i], items[j] = items[j], items[i]
                i += 1
                j -= 1
        if j - low < high - i:
            quicksort(items, low, j)
            low = i
        else:
            quicksort(items, i, high)
            high = j


def sift_down(items, start, end):
    root = start
    while True:
        child = 2 * root + 1
        if child >= end:
            return
        if child + 1 < end and items[child] < items[child + 1]:
            child += 1
        if items[root] >= items[child]:
            return
        items[root], items[child] = items[child], items[root]
        root = child


def heapsort(items):
    n = len(items)
    for start in range(n // 2 - 1, -1, -1):
        sift_down(items, start, n)
    for end in range(n - 1, 0, -1):
        items[0], items[end] = items[end], items[0]
        sift_down(items, 0, end)


def checksum(items):
    total = 0
    for i in range(len(items)):
        total = (total * 31 + items[i] + i) % 1000003
    return total


def main():
    n = int(sys.argv[1]) if len(sys.argv) > 1 else 200000
    numbers = make_numbers(n, 7)
    quick = list(numbers)
    quicksort(quick, 0, n - 1)
    heap = list(numbers)
    heapsort(heap)
    by_key = sorted(numbers, key=lambda x: (x % 1000, -x))
    print(checksum(quick), checksum(heap), checksum(by_key))


main()
