"""Constant expressions whose values or parts need more than a machine word, alone and where programs use them as masks."""
print(10 ** 20, 2 ** 64, 2 ** 64 - 1, (1 << 64) - 1, 1 << 63, -(1 << 63), -2 ** 63, 2 ** 61, -2 ** 61, 2 ** 61 - 1, 1 << 61, (1 << 61) - 1, -(1 << 61) - 1)
print(2 ** 125, -2 ** 125, 2 ** 126, 2 ** 126 - 1, 2 ** 127, -2 ** 127, 1 << 125, 1 << 126, 1 << 200, 3 ** 79, 3 ** 80, 10 ** 37, 10 ** 38, 7 ** 100)
print(0xFFFFFFFFFFFFFFFF & ~0xFF, 0xFFFF_FFFF_FFFF_FFFF ^ 1 << 63, 0o7777777777777777777777 >> 3, 0b1 << 70 | 1, 10 ** 20 % 7, 10 ** 20 // 3, 2 ** 64 >> 70, -(2 ** 64) >> 70)
print(0xcbf29ce484222325 * 0x100000001b3, 6364136223846793005 * 1442695040888963407, 12345678901234567890 - 12345678901234567889, 123456789012345678901234567890123456789012 + 1)
print(~(1 << 64), +(1 << 64), -(-(1 << 64)), not 1 << 64, (1 << 64) * 0, 10 ** 20 / 10 ** 19, 10 ** 20 * 1.5, 2 ** -2, 10 ** 20 == 1e20)
print((10 ** 20, -2 ** 70), {2 ** 65, 2 ** 65}, [1 << 64, 5], 2 ** 64 in (2 ** 64, 1), {2 ** 64: "x"}[1 << 64])


def mixed(n, step=10 ** 19 * 7):
    """64-bit words in plain ints."""
    total = 0
    for i in range(n):
        total = (total * 6364136223846793005 + 1442695040888963407 + i) & (1 << 64) - 1
        total ^= total >> 29
        total = total * 0xbf58476d1ce4e5b9 % 2 ** 64
    return total, total + step, step


print(mixed(1000), mixed(3, 1 << 100), mixed.__defaults__)
for op in (lambda: 1 << -1, lambda: 10 ** 20 // 0, lambda: 2 ** 64 % 0):
    try:
        print(op())
    except (ValueError, ZeroDivisionError) as err:
        print(type(err).__name__, err)
