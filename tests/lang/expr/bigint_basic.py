# Big integers: the four operations, powers, comparison, hash, text.
a = 123456789012345678901234567890
b = 987654321098765432109876543210
print(a + b, b - a, a - b, a * b, b // a, b % a, -b // a, -b % a, b // -a, b % -a)
print(a ** 3, a ** 0, 2 ** 200, (-3) ** 101, 10 ** 50)
print(a < b, a == a + 0, a != b, a <= a, -a < a, a > 5, 5 < a, a == float(a), a > 1e10, a < 1e40)
print(divmod(b, 10 ** 10), pow(a, 5, 10 ** 9 + 7), pow(3, 10 ** 20, 1000007), pow(3, -1, 11))
print(hash(2 ** 61 - 1), hash(2 ** 61), hash(-(2 ** 61)), hash(a) == hash(a + 0), hash(-1), hash(-2))
print(str(a), repr(-a), f"{a:,}", f"{a:x}", hex(a), oct(a), bin(2 ** 65))
print(a & b, a | b, a ^ b, ~a, -a & b, -a | b, -a ^ b, -a & -b)
print(a << 10, a >> 10, -a >> 10, a >> 1000, -a >> 1000, 1 << 100)
print(int("1" * 50), int("-" + "9" * 40), int("f" * 30, 16), int("z" * 20, 36))
print(a / b, b / a, a / 3, float(10 ** 22), float(10 ** 23), float(2 ** 70))
print(int(1e22), int(1e23), int(-1.5e30), int(2.9), int(-2.9), round(1e20))
print(bool(a), bool(a - a), not a, abs(-a), +a, a.bit_length(), (-a).bit_count())
print(sum([a, b, a]), max(a, b), min(a, b), sorted([b, a, 1, -a]))
d = {a: "x", 2 ** 64: "y"}
print(d[123456789012345678901234567890], d[18446744073709551616], d[float(2 ** 64)])
try:
    print(float(10 ** 400))
except OverflowError as e:
    print(e)
try:
    print(10 ** 400 / 3)
except OverflowError as e:
    print(e)
print(10 ** 400 // 10 ** 398, 10 ** 400 / 10 ** 399, (10 ** 400).bit_length())
