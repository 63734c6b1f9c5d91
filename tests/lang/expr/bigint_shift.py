# Shifts, masks and two's complement semantics of huge integers.
for s in (0, 1, 31, 32, 61, 62, 63, 64, 65, 127, 200):
    print(s, 1 << s, -1 << s, (1 << s) - 1 & 0xFF, -(1 << s) >> 3, (3 << s) >> s, (-3 << s) >> s)
for v in (5, -5, 2 ** 64 + 5, -(2 ** 64) - 5):
    print(v & 0xFF, v | 0xFF, v ^ 0xFF, v & -16, v | -16, v ^ -16, ~v)
mask = (1 << 64) - 1
h = 14695981039346656037
for ch in "otter":
    h = ((h ^ ord(ch)) * 1099511628211) & mask
print(h, hex(h))
for bad in (lambda: 1 << -1, lambda: 1 >> -1, lambda: 1.5 << 1, lambda: 2 ** 70 << -5):
    try:
        print(bad())
    except (ValueError, TypeError) as e:
        print(type(e).__name__, e)
print(0 << 1000, 0 >> 1000, 5 >> 10 ** 18, -5 >> 10 ** 18)
x = 0xDEADBEEFCAFEBABE1234
print([x >> (8 * i) & 0xFF for i in range(10)])
print(x.to_bytes(10, "big"), x.to_bytes(12, "little"), int.from_bytes(b"\xff\xfe", "big"),
      int.from_bytes(b"\xff\xfe", "big", signed=True), (-2).to_bytes(2, "little", signed=True))
try:
    (256).to_bytes(1, "big")
except OverflowError as e:
    print(e)
try:
    (-1).to_bytes(1, "big")
except OverflowError as e:
    print(e)
