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
