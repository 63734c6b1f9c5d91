# Calls and little else: Fibonacci, Takeuchi and Ackermann functions.
import sys


def fib(n):
    if n < 2:
        return n
    return fib(n - 1) + fib(n - 2)


def tak(x, y, z):
    if y >= x:
        return z
    return tak(tak(x - 1, y, z), tak(y - 1, z, x), tak(z - 1, x, y))


def ackermann(m, n):
    if m == 0:
        return n + 1
    if n == 0:
        return ackermann(m - 1, 1)
    return ackermann(m - 1, ackermann(m, n - 1))


def main():
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 45
    total = 0
    for i in range(rounds):
        total += fib(18 + i % 3) + tak(14 + i % 2, 8, i % 3) + ackermann(2, 40 + i % 7)
    print(total)


main()
