# Deterministic pseudo-random numbers: LCG, xorshift, Mersenne twister in pure integers; dice, shuffles, walks, statistics.
import math


class LCG:
    def __init__(self, seed): self.state = seed
    def next(self):
        self.state = (1664525 * self.state + 1013904223) % 2 ** 32
        return self.state


class XorShift:
    MASK = (1 << 64) - 1
    def __init__(self, seed): self.state = seed or 1
    def next(self):
        x = self.state
        x ^= (x << 13) & self.MASK
        x ^= x >> 7
        x ^= (x << 17) & self.MASK
        self.state = x
        return x >> 32


class Mersenne:
    def __init__(self, seed):
        self.mt = [seed & 0xFFFFFFFF]
        for i in range(1, 624):
            prev = self.mt[-1]
            self.mt.append((1812433253 * (prev ^ prev >> 30) + i) & 0xFFFFFFFF)
        self.index = 624

    def twist(self):
        for i in range(624):
            y = (self.mt[i] & 0x80000000) + (self.mt[(i + 1) % 624] & 0x7FFFFFFF)
            self.mt[i] = self.mt[(i + 397) % 624] ^ y >> 1 ^ (0x9908B0DF if y & 1 else 0)
        self.index = 0

    def next(self):
        if self.index >= 624:
            self.twist()
        y = self.mt[self.index]
        self.index += 1
        y ^= y >> 11
        y ^= y << 7 & 0x9D2C5680
        y ^= y << 15 & 0xEFC60000
        return y ^ y >> 18


class Random:
    def __init__(self, source): self.source = source
    def random(self): return self.source.next() / 2 ** 32
    def below(self, n): return self.source.next() * n >> 32
    def choice(self, xs): return xs[self.below(len(xs))]
    def shuffle(self, xs):
        for i in range(len(xs) - 1, 0, -1):
            j = self.below(i + 1)
            xs[i], xs[j] = xs[j], xs[i]
        return xs
    def gauss(self, mu=0.0, sigma=1.0):
        u, v = 1 - self.random(), self.random()
        return mu + sigma * math.sqrt(-2 * math.log(u)) * math.cos(2 * math.pi * v)
    def sample(self, xs, k): return self.shuffle(list(xs))[:k]


def stats(xs):
    n = len(xs)
    mean = sum(xs) / n
    var = sum((x - mean) ** 2 for x in xs) / n
    s = sorted(xs)
    return f"n={n} mean={mean:.4f} sd={math.sqrt(var):.4f} min={s[0]:.4f} median={s[n // 2]:.4f} max={s[-1]:.4f}"


print([Mersenne(5489).next() for _ in range(1)], [(m := Mersenne(42)).next() for _ in range(1)] and [m.next() for _ in range(4)])
for source in (LCG(1), XorShift(88172645463325252), Mersenne(2024)):
    r = Random(source)
    print(type(source).__name__, [source.next() for _ in range(3)], stats([r.random() for _ in range(500)]))
    rolls = [0] * 13
    for _ in range(600):
        rolls[r.below(6) + r.below(6) + 2] += 1
    print("  dice", rolls[2:], r.choice("abcdef"), r.shuffle(list(range(10))), r.sample(range(100), 5))
    print("  gauss", stats([r.gauss(10, 2) for _ in range(400)]))
    inside = sum(r.random() ** 2 + r.random() ** 2 < 1 for _ in range(1500))
    print("  pi", 4 * inside / 1500)
    x, trail = 0, []
    for _ in range(60):
        x += r.choice((-1, 1))
        trail.append(x)
    print("  walk", min(trail), max(trail), trail[-1], "".join("+" if b > a else "-" for a, b in zip(trail, trail[1:]))[:30])


def histogram(values, lo, hi, buckets=8):
    counts = [0] * buckets
    for v in values:
        counts[min(buckets - 1, max(0, int((v - lo) / (hi - lo) * buckets)))] += 1
    top = max(counts)
    return [f"{lo + (hi - lo) * i / buckets:6.2f} {'#' * (c * 30 // top)} {c}" for i, c in enumerate(counts)]


r = Random(XorShift(7))
print(*histogram([r.gauss() for _ in range(500)], -3, 3), sep="\n")
deck = [f"{v}{s}" for s in "♠♥♦♣" for v in [*range(2, 11), *"JQKA"]]
r.shuffle(deck)
print(len(set(deck)), " ".join(deck[:5]), sorted(deck[:5]))
