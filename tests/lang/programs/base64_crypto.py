# Codecs on bytes: base64, hex, run length, LZ77, CRC32, Adler, SHA-256, MD5-like rotation, xor cipher, varints.
import math
ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"


def b64encode(data):
    out = []
    for i in range(0, len(data), 3):
        chunk = data[i:i + 3]
        n = int.from_bytes(chunk + b"\0" * (3 - len(chunk)), "big")
        s = "".join(ALPHABET[n >> shift & 63] for shift in (18, 12, 6, 0))
        out.append(s[:len(chunk) + 1] + "=" * (3 - len(chunk)))
    return "".join(out)


def b64decode(text):
    out = bytearray()
    for i in range(0, len(text), 4):
        part = text[i:i + 4].rstrip("=")
        n = 0
        for c in part.ljust(4, "A"):
            k = ALPHABET.find(c)
            if k < 0:
                raise ValueError(f"bad character {c!r}")
            n = n << 6 | k
        out += n.to_bytes(3, "big")[:len(part) - 1]
    return bytes(out)


def crc_table():
    for n in range(256):
        for _ in range(8):
            n = n >> 1 ^ (0xEDB88320 if n & 1 else 0)
        yield n


TABLE = list(crc_table())


def crc32(data):
    c = 0xFFFFFFFF
    for b in data:
        c = TABLE[(c ^ b) & 255] ^ c >> 8
    return c ^ 0xFFFFFFFF


def adler(data):
    a, b = 1, 0
    for x in data:
        a = (a + x) % 65521
        b = (b + a) % 65521
    return b << 16 | a


def primes():
    n = 2
    while True:
        if all(n % p for p in range(2, math.isqrt(n) + 1)):
            yield n
        n += 1


def icbrt(n):
    lo, hi = 0, 1 << n.bit_length() // 3 + 1
    while lo < hi:
        mid = (lo + hi + 1) // 2
        if mid ** 3 <= n:
            lo = mid
        else:
            hi = mid - 1
    return lo


FIRST = [p for p, _ in zip(primes(), range(64))]
K = [icbrt(p << 96) & 0xFFFFFFFF for p in FIRST]
H0 = [math.isqrt(p << 64) & 0xFFFFFFFF for p in FIRST[:8]]
M = 0xFFFFFFFF


def rotr(x, n):
    return (x >> n | x << 32 - n) & M


def sha256(data):
    h = H0[:]
    padded = data + b"\x80" + b"\0" * ((55 - len(data)) % 64) + (len(data) * 8).to_bytes(8, "big")
    for at in range(0, len(padded), 64):
        w = [int.from_bytes(padded[at + i:at + i + 4], "big") for i in range(0, 64, 4)]
        for i in range(16, 64):
            s0 = rotr(w[i - 15], 7) ^ rotr(w[i - 15], 18) ^ w[i - 15] >> 3
            s1 = rotr(w[i - 2], 17) ^ rotr(w[i - 2], 19) ^ w[i - 2] >> 10
            w.append(w[i - 16] + s0 + w[i - 7] + s1 & M)
        a, b, c, d, e, f, g, hh = h
        for i in range(64):
            t1 = hh + (rotr(e, 6) ^ rotr(e, 11) ^ rotr(e, 25)) + (e & f ^ ~e & M & g) + K[i] + w[i] & M
            t2 = (rotr(a, 2) ^ rotr(a, 13) ^ rotr(a, 22)) + (a & b ^ a & c ^ b & c) & M
            a, b, c, d, e, f, g, hh = t1 + t2 & M, a, b, c, d + t1 & M, e, f, g
        h = [x + y & M for x, y in zip(h, (a, b, c, d, e, f, g, hh))]
    return b"".join(x.to_bytes(4, "big") for x in h)


def lz(data, window=255):
    i, out = 0, []
    while i < len(data):
        best = (0, 0)
        for j in range(max(0, i - window), i):
            n = 0
            while n < 255 and i + n < len(data) and data[j + n] == data[i + n]:
                n += 1
            best = max(best, (n, i - j))
        n, back = best
        if n > 3:
            out += [1, n, back]
            i += n
        else:
            out += [0, data[i]]
            i += 1
    return bytes(out)


def unlz(data):
    out, i = bytearray(), 0
    while i < len(data):
        if data[i]:
            for _ in range(data[i + 1]):
                out.append(out[-data[i + 2]])
            i += 3
        else:
            out.append(data[i + 1])
            i += 2
    return bytes(out)


def varint(n):
    out = bytearray()
    while n > 127:
        out.append(n & 127 | 128)
        n >>= 7
    return bytes(out + bytes([n]))


def unvarint(data):
    return sum((b & 127) << 7 * i for i, b in enumerate(data))


def xor(data, key):
    return bytes(b ^ key[i % len(key)] for i, b in enumerate(data))


samples = [b"", b"f", b"fo", b"foo", b"foobar", "ünï ☕".encode(), bytes(range(40)), b"abcabcabcabcabcabcabcabcXabcabc" * 2]
for s in samples:
    e, z = b64encode(s), lz(s)
    assert b64decode(e) == s and unlz(z) == s and xor(xor(s, b"key"), b"key") == s
    print(len(s), e[:24], f"{crc32(s):08x} {adler(s):08x}", sha256(s).hex()[:32], len(z))
print(sha256(b"abc").hex(), sha256(b"a" * 100).hex(), xor(b"attack", b"key").hex(), sep="\n")
print([varint(n).hex() for n in (0, 127, 128, 300, 2 ** 40, 2 ** 70)], all(unvarint(varint(n)) == n for n in (0, 1, 127, 128, 99999, 2 ** 100)))
try:
    b64decode("a$==")
except ValueError as e:
    print(e)
