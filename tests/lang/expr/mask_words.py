# Sums and products below a mask are done in machine words; whatever leaves them in the middle goes on with exact numbers.

M32 = 0xFFFFFFFF
M63 = 0x7FFFFFFFFFFFFFFF
M64 = 0xFFFFFFFFFFFFFFFF


def rotr(x, n):
    return (x >> n | x << 32 - n) & M32


def rotr_literal(x, n):
    return (x >> n | x << 32 - n) & 0xFFFFFFFF


def rotl64(x, n):
    return ((x << n) | (x >> (64 - n))) & 0xFFFFFFFFFFFFFFFF


def shifted(x, n):
    return (x << n) & 0xFFFF


def invert(x, y):
    return ~(x * y + 1) & 0xFFFFFFFF


def show(f, *args):
    try:
        print(f.__name__, args, f(*args))
    except Exception as e:
        print(f.__name__, args, type(e).__name__, e)


for f in rotr, rotr_literal, rotl64, shifted:
    for x in 0, 1, -1, 0x80000001, 0xDEADBEEF, -0xDEADBEEF, 1 << 61, -(1 << 61), (1 << 62) + 5, 1 << 63, -(1 << 63), 1 << 100, True, False, 2.5, "a":
        for n in 0, 1, 7, 31, 32, 33, 40, 62, 63, 64, 65, 100, -1, -33, True, False:
            show(f, x, n)

for x in 0, 3, (1 << 61) - 1, -(1 << 61), 1 << 70:
    for y in 1, -1, (1 << 61) - 1, 1 << 65, True:
        show(invert, x, y)


class Reflects:
    def __radd__(self, other):
        return other * 1000000007

    def __getitem__(self, i):
        return 4


def chain(a, b, items, i):
    t = a * b
    t = t + items[i]
    t = t + (a ^ b)
    t = t + items[i + 1]
    t = t - a * items[i + 2]
    return t & 0xFFFFFF


big = (1 << 61) - 1
kinds = [
    [1, 2, 3], [big, big, big], [-big, -big, -big], [1, 1 << 80, 3], [1, 2, 1 << 90], [1 << 70, 2, 3], [1, True, False], [1, Reflects(), 3],
    [Reflects(), 2, 3], [1, 2.5, 3], [1, "x", 3], [1, 2], [1], (7, 8, 9), bytes([200, 201, 202]), bytearray([1, 2, 255]), Reflects(),
]
for a, b in (3, 4), (big, big), (-big, big), (big, -3), (1 << 62, 1 << 63):
    for items in kinds:
        try:
            print(a, b, chain(a, b, items, 0))
        except Exception as e:
            print(a, b, type(e).__name__, e)


def caught(a, b, items):
    t = 0
    try:
        t = a * b
        t = t + items[0]
        t = t + items[1]
        t = t + items[2]
        t = t & 0xFFFF
    except (IndexError, TypeError) as e:
        print("caught with", t, type(e).__name__)
    return t


for items in [1, 2, 3], [1, 2], [1], [], [1, None, 3], [None], [1, 2, "x"]:
    print(caught(big, big, items), caught(5, 6, items))


def summed(n, d, items):
    h = 0
    for i in range(n):
        h = h * 31 + items[i % 3] // d
    return h & 0xFFFF


print(summed(50, 1, [1, 2, 3]), summed(50, 7, [big, big, -big]))
try:
    summed(50, 0, [1, 2, 3])
except ZeroDivisionError as e:
    print(e)
print(summed(50, 1, [1, 2, 1 << 70]))


def suspended(a, b):
    t = a * b
    got = yield t & 0xFF
    t = t + a
    yield t & 0xFF
    yield t
    yield got


g = suspended(big, big)
print(next(g), g.send(5), next(g), next(g))


def fnv(data):
    h = 0xCBF29CE484222325
    for c in data:
        h = ((h ^ c) * 0x100000001B3) & 0xFFFFFFFFFFFFFFFF
    return h


def splitmix(state):
    state = (state + 0x9E3779B97F4A7C15) & M64
    z = state
    z = ((z ^ (z >> 30)) * 0xBF58476D1CE4E5B9) & M64
    z = ((z ^ (z >> 27)) * 0x94D049BB133111EB) & M64
    return state, z ^ (z >> 31)


def xorshift(x):
    x ^= (x << 13) & M64
    x ^= x >> 7
    x ^= (x << 17) & M64
    return x


print(fnv(b""), fnv(b"hello world"), fnv(bytearray(range(256))), fnv([1, -1, 1 << 70, True]))
s, x = 1, 88172645463325252
for _ in range(20):
    s, z = splitmix(s)
    x = xorshift(x)
    print(s, z, x)


def lcg(seed, n):
    total = 0
    for _ in range(n):
        seed = (seed * 6364136223846793005 + 1442695040888963407) & M63
        total = total + (seed >> 33)
    return total, seed


print(lcg(42, 100), lcg(1 << 62, 3), lcg(-5, 3))


def narrow(a, b):
    x = a * b
    y = x + 0
    z = y ^ 0
    w = [10, 20][(a + b) & 1]
    q = w // (a & 1)
    return (z + q) & 0xFFFF


for a, b in (3, 5), (big, big), (2, 4), (big - 1, big):
    show(narrow, a, b)
