# Big integers by one digit and by more, of every sign, also where the quotient gains a digit by rounding down.
import random

random.seed(3)
checksum = 0
for _ in range(4000):
    a = random.getrandbits(random.choice([1, 30, 60, 61, 62, 63, 64, 119, 120, 121, 180, 300, 1000])) * random.choice([1, -1])
    b = random.getrandbits(random.choice([1, 10, 29, 30, 31, 59, 60, 61, 130])) * random.choice([1, -1]) or 7
    kind = random.randrange(10)
    if kind < 2:
        a = a // b * b
    elif kind == 2:
        a = (1 << 60 * random.randint(1, 5)) * b - random.choice([0, 1, b])
    q, r = divmod(a, b)
    assert q * b + r == a and (0 <= r < b or b < r <= 0), (a, b, q, r)
    assert q == a // b and r == a % b
    checksum = (checksum * 31 + q + r) % (10 ** 30 + 57)
print(checksum)
for a in (-1, 0, 1, -(1 << 60), 1 << 60, (1 << 120) - 1, -(1 << 120)):
    for b in (-1, 1, 3, -3, (1 << 60) - 1, -(1 << 60) + 1):
        print(a // b, a % b)


def digits_of_extremes(places):
    """Digits that are all ones, all zeros or nearly so: where a guessed digit of a quotient is one too many."""
    n = 0
    for _ in range(places):
        n = n << 60 | random.choice([0, 1, (1 << 60) - 1, (1 << 60) - 2, 1 << 59, (1 << 59) - 1, random.getrandbits(60)])
    return n


for _ in range(3000):
    a = digits_of_extremes(random.choice([1, 2, 3, 4, 5, 8, 30])) * random.choice([1, -1])
    b = digits_of_extremes(random.choice([1, 2, 2, 3, 3, 4, 7])) * random.choice([1, -1]) or 7
    if random.randrange(4) == 0:
        a = a * b - random.choice([0, 1, b - 1, -1])
    q, r = divmod(a, b)
    assert q * b + r == a and (0 <= r < b or b < r <= 0), (a, b, q, r)
    n = random.choice([1, 59, 60, 61, 120, 200])
    assert (a & b) + (a | b) == a + b and (a ^ b) == (a | b) - (a & b) and ~(~a & ~b) == a | b
    assert a << n >> n == a and a << n == a * 2 ** n and a >> n == a // 2 ** n
    checksum = (checksum * 31 + q + r + (a & b) + (a ^ b)) % (10 ** 30 + 57)
print(checksum)
for bits in (15000, 15300, 15360, 15420, 40000):
    a, b = random.getrandbits(bits), random.getrandbits(bits // 2)
    print((a // b) % 1000003, (a % b) % 1000003, (-a // b) % 1000003, (-a % b) % 1000003)
