import zlib
text = b"The quick brown fox jumps over the lazy dog"
M32, M64 = 0xffffffff, 0xffffffffffffffff

def fnv1a_32(data):
    h = 2166136261
    for b in data:
        h = (h ^ b) * 16777619 & M32
    return h

def fnv1a_64(data):
    h = 0xcbf29ce484222325
    for b in data:
        h = (h ^ b) * 0x100000001b3 & M64
    return h

def murmur3(data, seed=0):
    h, c1, c2 = seed, 0xcc9e2d51, 0x1b873593
    rot = lambda x, n: (x << n | x >> 32 - n) & M32
    blocks = len(data) // 4
    for i in range(blocks):
        k = int.from_bytes(data[4 * i:4 * i + 4], "little")
        h ^= rot(k * c1 & M32, 15) * c2 & M32
        h = rot(h, 13) * 5 + 0xe6546b64 & M32
    tail = data[4 * blocks:]
    if tail:
        h ^= rot(int.from_bytes(tail, "little") * c1 & M32, 15) * c2 & M32
    h ^= len(data)
    h = (h ^ h >> 16) * 0x85ebca6b & M32
    h = (h ^ h >> 13) * 0xc2b2ae35 & M32
    return h ^ h >> 16

def finalise(k):
    k = (k ^ k >> 33) * 0xff51afd7ed558ccd & M64
    k = (k ^ k >> 33) * 0xc4ceb9fe1a85ec53 & M64
    return k ^ k >> 33

def splitmix(state, n):
    out = []
    for i in range(n):
        state = state + 0x9e3779b97f4a7c15 & M64
        z = (state ^ state >> 30) * 0xbf58476d1ce4e5b9 & M64
        z = (z ^ z >> 27) * 0x94d049bb133111eb & M64
        out.append(z ^ z >> 31)
    return out

def xorshift(x, n):
    total = 0
    for i in range(n):
        x ^= x << 13 & M64
        x ^= x >> 7
        x ^= x << 17 & M64
        total = total + x * 2685821657736338717 & M64
    return total

def lcg(seed, n):
    for i in range(n): seed = seed * 1664525 + 1013904223 & M32
    return seed

def jenkins(data):
    h = 0
    for b in data:
        h = h + b & M32
        h = h + (h << 10) & M32
        h ^= h >> 6
    h = h + (h << 3) & M32
    h ^= h >> 11
    return h + (h << 15) & M32

def signed(x, bits):
    x &= (1 << bits) - 1
    return x - (1 << bits) if x >> bits - 1 else x

def signed_mix(x, n):
    y = 1
    for i in range(n):
        x = signed(x * 6364136223846793005 + i, 64)
        y = signed(y * 1103515245 + signed(x, 32), 32)
        x ^= x >> 17 ^ y
    return x

def rotate(x, by):
    return (x << (by & 7) | x >> (8 - by & 7)) & 255

print(fnv1a_32(text), fnv1a_64(text), murmur3(text), murmur3(text, 0x9747b28c))
print([finalise(i) for i in range(4)], splitmix(1234567, 5))
print(xorshift(88172645463325252, 1000), zlib.crc32(text), zlib.adler32(text * 50), lcg(7, 1000), jenkins(text))
print(signed_mix(-5, 500), [rotate(0b10010110, i) for i in range(9)])
total = 0
for round in range(200):
    total = total * 31 + fnv1a_64(text[:round % 40]) + murmur3(text, round) & M64
print(total, fnv1a_32(b""), zlib.crc32(b""))

import struct
def f32(x):
    return struct.unpack("f", struct.pack("f", x))[0]

def collatz(n):
    steps = 0
    while n != 1:
        n = n // 2 if n % 2 == 0 else 3 * n + 1 & M64
        steps += 1
    return steps

def checked(x, y):
    return f"{x < y} {x <= y} {x > 2 ** 63} {x == y} {x >= 5} {x if x else y} {x // y} {x % y}"

def folded(data):
    total = 1
    for item in data:
        total = signed(total * 31 + int(item), 64)
        if total < 0: total = signed(total - 7, 64)
    return total

def reals(n):
    sum, step = 0.0, f32(0.1)
    for i in range(n):
        sum = f32(sum + f32(step * f32(i)))
        sum = f32(f32(sum / 1.5) - step)
    return sum

print([collatz(n) for n in (1, 27, 97, 871)], collatz(2 ** 60 + 1))
print(checked(2 ** 64 - 1, 3), checked(3, 2 ** 64 - 1), checked(0, 2 ** 63), checked(2 ** 63, 2 ** 63 + 1))
print(folded(list(range(3000))), folded([2 ** 80, -1, 3.7, True] * 50), reals(5000))
