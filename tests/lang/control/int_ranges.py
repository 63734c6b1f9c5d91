# Ints in loops at the borders of machine words: masks, remainders, shifts, counters and comparisons that an optimiser may decide.
def fnv(data, h):
    for b in data:
        h = ((h ^ b) * 16777619) & 0xFFFFFFFF
    return h


def lcg(x, n):
    out = []
    for _ in range(n):
        x = (x * 1103515245 + 12345) % 2147483648
        out.append(x >> 16)
    return out


def wide(x, n):
    for _ in range(n):
        x = (x * x + (x << 7) - ~x) & 0x7FFFFFFFFFFFFFFF
    return x


def kept(a, b):
    p = a * b
    low = p & 255
    return p, low, p >> 3


def negative_mask(a, b):
    return (a + b) & -2, (a - b) & ~7


def powers(a):
    return a % 8, a // 8, a % 1, a // 1, a % 4611686018427387904, a // 4611686018427387904


def divide(a, n):
    out = []
    for d in range(-n, n + 1):
        try:
            out.append((a // d, a % d, a / d))
        except ZeroDivisionError as e:
            out.append(str(e))
    return out


def gcd(a, b):
    while b:
        a, b = b, a % b
    return a


def climb(step, limit):
    i = 0
    n = 0
    while i < limit:
        i += step
        n += 1
    return i, n


def down(n):
    out = []
    for i in range(n, -n, -3):
        out.append((i - 1, i * i, i << 2, i >> 1, -i))
    return out


def sums(n):
    total = 0
    for i in range(n):
        total += i * 4611686018427387904
    return total


def shifts(x, n):
    out = []
    for i in range(n):
        out.append((x << i) & 0xFFFF)
        out.append((x << i) >> i)
    return out


def factorial_mod(n, m):
    r = 1
    for i in range(1, n + 1):
        r = r * i % m
    return r


def edges(a, b):
    return a < b, a <= b, a == b, a - b, b - a, a * b


big = 2 ** 61
print(fnv(bytes(range(256)), 2166136261), lcg(42, 5))
print(wide(3, 20), wide(big - 1, 3), wide(-5, 4), wide(2 ** 80, 2))
print(kept(3, 5), kept(big, big), kept(-big, 3), kept(2 ** 40, 2 ** 40))
print(negative_mask(5, 9), negative_mask(2 ** 62, 2 ** 62), negative_mask(-1, -1))
for v in (0, 1, -1, 7, -7, 8, -8, big, -big, big - 1, -big - 1, 2 ** 63 - 1, -2 ** 63, 2 ** 70):
    print(v, powers(v), v & 1, (v * 3) & 1023)
print(divide(17, 3), divide(-17, 3), divide(2 ** 63, 2), divide(-2 ** 63, 2))
print(gcd(2 ** 40, 6 ** 20), gcd(-12, 18), gcd(12, -18), gcd(0, 0))
print(climb(3, 100), climb(2 ** 62, 2 ** 63), climb(2 ** 62, 2 ** 62 + 1), climb(1, -5))
print(down(7), sums(5), sums(40))
print(shifts(5, 20), shifts(-5, 20), shifts(2 ** 60, 6))
print(factorial_mod(50, 1000000007), factorial_mod(30, 2 ** 61), factorial_mod(20, 2 ** 62))
for a in (-2 ** 63, -1, 0, 1, 2 ** 63 - 1, 2 ** 63):
    for b in (-2 ** 63, 0, 2 ** 63 - 1):
        print(edges(a, b))
