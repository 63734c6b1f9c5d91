# Arithmetic around the edges of machine words: nothing wraps.
edges = [2 ** k + d for k in (30, 31, 32, 53, 60, 61, 62, 63, 64, 128) for d in (-1, 0, 1)]
for e in edges:
    print(e, -e, e + 1, e - 1, e * 2, -e - 1, e * e, e // 2, -e // 2, e % 1000, e ^ 1, ~e)
total = 1
for i in range(1, 31):
    total *= i
    print(i, total)
x = 1
for i in range(70):
    x = x * 2 + 1
print(x, x.bit_length(), (-x).bit_length(), x & 0xFFFF, x >> 60, -x >> 60)
n = 2 ** 61 - 1
print(n + 1, n + n, n * 4, -n - 2, (n + 1) - 1 == n, n * n // n == n)
i = 4611686018427387900
for _ in range(8):
    i += 1
    print(i, end=" ")
print()
i = -4611686018427387900
for _ in range(8):
    i -= 1
    print(i, end=" ")
print()
print(abs(-2 ** 62), -(-2 ** 61), int(2.0 ** 62), int(-2.0 ** 64))
print(9223372036854775807 + 1, 9223372036854775807 * 2, -9223372036854775808 - 1)
print(sum([2 ** 61] * 10), sum(range(2 ** 61, 2 ** 61 + 3)))
