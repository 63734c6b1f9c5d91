# Great numbers by one digit: divisors around powers of two and half a digit, dividends of ones and of zeros.
seed = 12345


def rand(bits):
    global seed
    n = 0
    while n.bit_length() < bits:
        seed = (seed * 1103515245 + 12345) & 0x7FFFFFFF
        n = n << 31 | seed
    return n & ((1 << bits) - 1)


divisors = list(range(1, 20)) + [25, 57121, 239 * 239, 65535, 65536, 999999937]
for e in 29, 30, 31, 32, 59, 60, 61:
    divisors += [(1 << e) + d for d in (-2, -1, 0, 1, 2)]
dividends = []
for bits in 61, 62, 63, 64, 119, 120, 121, 179, 180, 240, 241, 300, 1000, 2400:
    dividends += [(1 << bits) - 1, 1 << bits, (1 << bits) + 1, rand(bits), rand(bits) << 60, rand(bits) & ~((1 << 60) - 1)]

check = 0
for a in dividends:
    for d in divisors:
        for x, y in (a, d), (-a, d), (a, -d), (-a, -d):
            q, r = x // y, x % y
            if q * y + r != x or divmod(x, y) != (q, r) or not (0 <= r < y or y < r <= 0):
                print("wrong", x, y, q, r)
            check = (check * 31 + q + r) % 1000000000000000003
print(check, len(dividends) * len(divisors))
print((10**60 - 1) // 7, (10**60 - 1) % 7, (1 << 600) // 3 % 10**18, 10**40 // 10**9, str((1 << 700) // 9))


def digits(n, base):
    found = []
    while n:
        n, d = divmod(n, base)
        found.append(d)
    return found


print(digits(3**400, 10) == [int(c) for c in reversed(str(3**400))], sum(digits(7**300, 1000)), len(digits(5**500, 2)))
