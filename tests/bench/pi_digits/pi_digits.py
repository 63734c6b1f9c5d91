# Digits of pi by Machin's formula and a great Fibonacci number: integers of thousands of digits.
import sys


def arctangent_inverse(x, one):
    term = one // x
    total = term
    square = x * x
    n = 1
    sign = -1
    while term:
        term //= square
        n += 2
        total += sign * (term // n)
        sign = -sign
    return total


def digits_of_pi(count):
    one = 10 ** (count + 9)
    pi = 4 * (4 * arctangent_inverse(5, one) - arctangent_inverse(239, one))
    return pi // 10 ** 9


def fibonacci_pair(n):
    """The n-th Fibonacci number and the next, by doubling."""
    if n == 0:
        return 0, 1
    a, b = fibonacci_pair(n // 2)
    c = a * (2 * b - a)
    d = a * a + b * b
    if n % 2 == 0:
        return c, d
    return d, c + d


def main():
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 41000
    count = count // 9 * 9
    pi = digits_of_pi(count)
    fibonacci = fibonacci_pair(count * 40)[0]
    print(pi % 10 ** 18, fibonacci % 10 ** 18)


main()
