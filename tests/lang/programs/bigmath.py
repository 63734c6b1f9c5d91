# Digits by big integers: pi, e, square roots, Fibonacci, factorials, digit sums, base conversion.
def pi_digits(n):
    q, r, t, k, m, x = 1, 0, 1, 1, 3, 3
    out = []
    while len(out) < n:
        if 4 * q + r - t < m * t:
            out.append(m)
            q, r, m = 10 * q, 10 * (r - m * t), 10 * (3 * q + r) // t - 10 * m
        else:
            q, r, t, k, m, x = q * k, (2 * q + r) * x, t * x, k + 1, (q * (7 * k + 2) + r * x) // (t * x), x + 2
    return "".join(map(str, out))


def arctan_inverse(x, unit):
    total = term = unit // x
    n, sign = 3, -1
    while term:
        term //= x * x
        total += sign * (term // n)
        n, sign = n + 2, -sign
    return total


def machin(digits):
    unit = 10 ** (digits + 10)
    return str(4 * (4 * arctan_inverse(5, unit) - arctan_inverse(239, unit)) // 10 ** 10)


def isqrt(n):
    if n < 0:
        raise ValueError("negative")
    x = 1 << (n.bit_length() + 1) // 2
    while True:
        y = (x + n // x) // 2 if x else 0
        if y >= x:
            return x
        x = y


def e_digits(digits):
    unit = 10 ** (digits + 10)
    total = term = unit
    n = 1
    while term:
        term //= n
        total += term
        n += 1
    return str(total // 10 ** 10)


def fib(n):
    if n == 0:
        return 0, 1
    a, b = fib(n >> 1)
    c, d = a * (2 * b - a), a * a + b * b
    return (d, c + d) if n & 1 else (c, d)


def to_base(n, base, digits="0123456789abcdefghijklmnopqrstuvwxyz"):
    if n < 0:
        return "-" + to_base(-n, base)
    out = ""
    while True:
        n, r = divmod(n, base)
        out = digits[r] + out
        if not n:
            return out


def factorial(n):
    def product(lo, hi):
        if hi - lo < 4:
            r = lo
            for i in range(lo + 1, hi):
                r *= i
            return r
        mid = (lo + hi) // 2
        return product(lo, mid) * product(mid, hi)
    return product(1, n + 1)


print(pi_digits(100))
print(machin(100)[:100] == pi_digits(100), machin(300)[-20:])
print(e_digits(60), isqrt(2 * 10 ** 100), isqrt(10 ** 40) == 10 ** 20, isqrt(0), isqrt(15), isqrt(16))
print(fib(100)[0], fib(1000)[0], sum(map(int, str(fib(2000)[0]))))
print(factorial(25), len(str(factorial(500))), sum(map(int, str(factorial(500)))), str(factorial(300))[:20])
n = 2 ** 127 - 1
for base in (2, 3, 7, 16, 36):
    s = to_base(n, base)
    print(base, s, int(s, base) == n)
print(to_base(-255, 16), to_base(0, 2), sum(int(c) for c in str(2 ** 1000)), str(3 ** 500)[-10:], pow(2, 5000) % 10 ** 10, pow(7, 12345, 10 ** 15))
x, y = 10 ** 60 + 7, 10 ** 30 + 3
print(x // y, x % y, (x * y - 1) // y == x - 1, x * x - y * y == (x - y) * (x + y), (-x) // y, (-x) % y, x ^ y, x & y, x | y, x >> 50, x << 3)
r = 1
for i in range(1, 200):
    r = r * i + (i << i) - (r >> 3)
print(r, r.bit_length())
print([isqrt(10 ** k) for k in range(0, 40, 7)], str(isqrt(3 * 10 ** 200))[:50])
h = 0
for c in "the quick brown fox":
    h = h * 1000003 + ord(c)
print(h, h % (2 ** 64), hex(h % 2 ** 64), hash(h) == hash(h + 0), -h // 7, divmod(-h, 10 ** 20))
