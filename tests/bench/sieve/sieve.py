# Primes by Eratosthenes' sieve, in a list of flags.
import sys


def sieve(limit):
    flags = [True] * (limit + 1)
    flags[0] = flags[1] = False
    i = 2
    while i * i <= limit:
        if flags[i]:
            for multiple in range(i * i, limit + 1, i):
                flags[multiple] = False
        i += 1
    return flags


def main():
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 90
    count = checksum = 0
    for i in range(rounds):
        flags = sieve(200000 + i)
        for j in range(len(flags)):
            if flags[j]:
                count += 1
                checksum = (checksum + j) % 1000003
    print(count, checksum)


main()
