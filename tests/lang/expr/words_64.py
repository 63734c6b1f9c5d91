# Hashes and generators of random numbers with masks of 64 bits, in plain ints: what is masked, what is not, and what happens in between.
MASK = 0xFFFFFFFFFFFFFFFF
M64 = (1 << 64) - 1
TWO64 = 2**64
PRIME = 0x100000001B3
G = 9.81


class Splitmix:
    def __init__(self, seed):
        self.state = seed

    def next(self):
        self.state = (self.state + 0x9E3779B97F4A7C15) & MASK
        z = self.state
        z = ((z ^ (z >> 30)) * 0xBF58476D1CE4E5B9) & MASK
        z = ((z ^ (z >> 27)) * 0x94D049BB133111EB) & MASK
        return z ^ (z >> 31)

    def random(self):
        return (self.next() >> 11) / (1 << 53)

    def below(self, n):
        return self.next() % n


def rotl(x, k):
    return ((x << k) | (x >> (64 - k))) & MASK


def xoshiro(seed, n):
    s = [seed, seed ^ MASK, seed * 3 & MASK, 1]
    out = []
    for _ in range(n):
        result = (rotl(s[1] * 5 & MASK, 7) * 9) & MASK
        t = (s[1] << 17) & MASK
        s[2] ^= s[0]
        s[3] ^= s[1]
        s[1] ^= s[2]
        s[0] ^= s[3]
        s[2] ^= t
        s[3] = rotl(s[3], 45)
        out.append(result)
    return out[-3:], sum(out)


def xorshift(x, n):
    total = 0
    for i in range(n):
        x ^= (x << 13) & M64
        x ^= x >> 7
        x ^= (x << 17) & M64
        total = (total + x * (i - 5)) & M64
    return x, total, x / 2**64, x / TWO64, x * 0.5, 1.0 - x / 3.0


def fnv(data):
    h = 0xcbf29ce484222325
    for b in data:
        h ^= b
        h = (h * PRIME) % TWO64
    return h


def fnv_text(text):
    h = 0xcbf29ce484222325
    for c in text:
        h = ((h ^ ord(c)) * 0x100000001b3) % (1 << 64)
    return h


def partial(x, items, more):
    """What stands in the middle of the expression is a surprise at times."""
    for i in range(len(items)):
        x = ((x ^ (x >> 3)) * 0x9E3779B97F4A7C15 + items[i] * more[i % len(more)] - (x << 5) + ~x) & MASK
    return x


def failing(x, items):
    seen = []
    for i in range(len(items) + 2):
        try:
            x = (x * 6364136223846793005 + items[i]) & MASK
        except IndexError as error:
            seen.append(str(error))
        except TypeError:
            seen.append("type")
            x = -x & MASK
    return x, seen


def signs(x, n):
    """Ints beside words that are negative, and words that are taken for more than their bits."""
    results = []
    for i in range(-3, n):
        w = (x + i) & MASK
        results.append((w | i, w ^ i, w & i, w + i, w - i, w * i, -w, ~w, w < i, i < w, w == i, w != i, w >= MASK, w // 10, w % 10, w >> 1, w >> 63, w << 3))
        if i > 0:
            results.append((w % i, w // i, w >> i, divmod(w, i), w / i, w ** 2, w % (w + 1)))
    return hash(str(results)) == hash(str(results)), results[0], results[1], results[-1], results[-2]


def loop_negative(seed, n):
    x = seed
    for i in range(n):
        if i % 3 == 0:
            x = x * 25214903917 + 11 & MASK
    return x


def branches(flags, seed):
    x = seed
    y = -1
    for flag in flags:
        if flag:
            x = x * 5 + 1 & MASK
        else:
            x = x >> 1
            y = x
    return x, y


def shifts(w, counts):
    out = []
    for k in counts:
        try:
            out.append(((w & MASK) >> k, ((w & MASK) << k) & MASK))
        except ValueError as error:
            out.append(str(error))
    return out


def truth(x, n):
    count = 0
    for i in range(n):
        x = (x * 0x5DEECE66D + 0xB) & MASK
        if x & 0x8000000000000000:
            count += 1
        if not x >> 1:
            count += 100
        if x:
            count += 2
    return count


def types(x, n):
    total = 0
    for _ in range(n):
        x = x * 3 & MASK
        total += x
    return total, isinstance(x, int), str(x), f"{x:016x}", [x][0], {x: 1}, bool(x), x.bit_length(), float(x), int(x), abs(x), min(x, 5), max(x, -5)


def falling(x):
    while x != 1:
        x = x // 2 if x % 2 == 0 else (3 * x + 1) & MASK
    return x


def uses_float(v):
    return G * v


for _ in range(3):
    r = Splitmix(42)
    print([r.next() for _ in range(4)], r.random(), r.below(6), [r.below(52) for _ in range(5)])
    print(sum(r.random() for _ in range(2000)), sum(r.below(10) for _ in range(2000)), Splitmix(-7).next())
    print(xoshiro(12345, 500), xoshiro(-1, 5))
    print(xorshift(88172645463325252, 2000), xorshift(-3, 9), xorshift(1 << 70, 4))
    print(fnv(bytes(range(256))), fnv_text("héllo wörld" * 20))
    print(partial(1, list(range(50)), [1, 2, 3]), partial(-5, [3, 1 << 80, -7, True, 2**63], [1, -1]), partial(2**200, [9] * 9, [MASK]))
    print(partial(7, [1] * 20 + [2**62, -2**62, 2**63 - 1] * 4, [3, 2**61]))
    try:
        print(partial(7, [1] * 20 + [1.5], [3]))
    except TypeError as error:
        print(error)
    print(failing(5, [1, 2, 3] * 30), failing(9, [1, "x", 2]), failing(True, [4]))
    print(signs(2**63, 4), signs(0, 3), signs(-2**64 + 5, 5))
    print(loop_negative(-12345, 20), loop_negative(2**65, 10), loop_negative(0, 50))
    print(branches([True, False] * 9, 3), branches([False, True], -9))
    print(shifts(2**64 - 3, [0, 1, 5, 63, 64, 70]), shifts(-1, [3, -1, 200]))
    print(truth(1, 300), types(987654321, 60), falling(2**63 + 11) if False else falling(27))
    print(uses_float(2), uses_float(True))
MASK = 255
print(rotl(0x1234, 4), fnv_text("a"), Splitmix(1).next(), partial(1, [2], [3]))
TWO64 = 7
print(fnv(b"abc"), xorshift(5, 2))
