# SHA-256 written out: 32-bit words by masks, a table of constants worked out from primes.
import sys


def first_primes(count):
    primes = []
    candidate = 2
    while len(primes) < count:
        if all(candidate % prime for prime in primes):
            primes.append(candidate)
        candidate += 1
    return primes


def integer_root(n, k):
    """The greatest r whose k-th power is not above n."""
    low = 0
    high = 1 << 40
    while low < high:
        middle = (low + high + 1) // 2
        if middle ** k <= n:
            low = middle
        else:
            high = middle - 1
    return low


def rotate(x, n):
    return (x >> n | x << 32 - n) & 0xFFFFFFFF


def compress(state, block, constants):
    words = [0] * 64
    for i in range(16):
        words[i] = block[4 * i] << 24 | block[4 * i + 1] << 16 | block[4 * i + 2] << 8 | block[4 * i + 3]
    for i in range(16, 64):
        a = words[i - 15]
        b = words[i - 2]
        s0 = rotate(a, 7) ^ rotate(a, 18) ^ a >> 3
        s1 = rotate(b, 17) ^ rotate(b, 19) ^ b >> 10
        words[i] = (words[i - 16] + s0 + words[i - 7] + s1) & 0xFFFFFFFF
    a, b, c, d, e, f, g, h = state
    for i in range(64):
        s1 = rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25)
        choice = (e & f) ^ (~e & 0xFFFFFFFF & g)
        t1 = (h + s1 + choice + constants[i] + words[i]) & 0xFFFFFFFF
        s0 = rotate(a, 2) ^ rotate(a, 13) ^ rotate(a, 22)
        majority = (a & b) ^ (a & c) ^ (b & c)
        t2 = (s0 + majority) & 0xFFFFFFFF
        h = g
        g = f
        f = e
        e = (d + t1) & 0xFFFFFFFF
        d = c
        c = b
        b = a
        a = (t1 + t2) & 0xFFFFFFFF
    added = (a, b, c, d, e, f, g, h)
    return [(state[i] + added[i]) & 0xFFFFFFFF for i in range(8)]


def sha256(message, initial, constants):
    data = bytearray(message)
    bits = len(data) * 8
    data.append(128)
    while len(data) % 64 != 56:
        data.append(0)
    for i in range(8):
        data.append(bits >> 56 - 8 * i & 255)
    state = list(initial)
    for at in range(0, len(data), 64):
        state = compress(state, data[at:at + 64], constants)
    return "".join(f"{word:08x}" for word in state)


def main():
    blocks = int(sys.argv[1]) if len(sys.argv) > 1 else 8800
    primes = first_primes(64)
    initial = [integer_root(prime << 64, 2) & 0xFFFFFFFF for prime in primes[:8]]
    constants = [integer_root(prime << 96, 3) & 0xFFFFFFFF for prime in primes]
    print(sha256(b"abc", initial, constants))
    message = bytes([i * 7 % 251 for i in range(64 * blocks)])
    print(sha256(message, initial, constants))


main()
