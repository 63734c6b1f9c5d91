# All permutations of a small list, each reversed at its head until 0 leads: integers and lists, nothing else.
import sys


def count_flips(permutation, work):
    n = len(permutation)
    for i in range(n):
        work[i] = permutation[i]
    flips = 0
    first = work[0]
    while first != 0:
        low = 0
        high = first
        while low < high:
            held = work[low]
            work[low] = work[high]
            work[high] = held
            low += 1
            high -= 1
        flips += 1
        first = work[0]
    return flips


def next_permutation(permutation, counters):
    """Turns to the next one by rotating longer and longer heads; False after the last."""
    n = len(permutation)
    length = 1
    while length < n:
        first = permutation[0]
        for i in range(length):
            permutation[i] = permutation[i + 1]
        permutation[length] = first
        if counters[length] < length:
            counters[length] += 1
            return True
        counters[length] = 0
        length += 1
    return False


def main():
    n = int(sys.argv[1]) if len(sys.argv) > 1 else 9
    permutation = list(range(n))
    counters = [0] * n
    work = [0] * n
    most = checksum = 0
    sign = 1
    while True:
        if permutation[0] != 0:
            flips = count_flips(permutation, work)
            if flips > most:
                most = flips
            checksum += sign * flips
        sign = -sign
        if not next_permutation(permutation, counters):
            break
    print(checksum, most)


main()
