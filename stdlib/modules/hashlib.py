"""Checksums: md5, sha1, sha224, sha256, sha384, sha512."""

__all__ = ['md5', 'sha1', 'sha224', 'sha256', 'sha384', 'sha512', 'new', 'algorithms_available', 'algorithms_guaranteed']

from math import isqrt as _isqrt


def _primes(n):
    found, candidate = [], 2
    while len(found) < n:
        if all(candidate % p for p in found):
            found.append(candidate)
        candidate += 1
    return found


def _cube_root(n):
    x = 1 << (n.bit_length() + 2) // 3
    while True:
        y = (2 * x + n // (x * x)) // 3
        if y >= x:
            return x
        x = y


def _fraction_constants(bits):
    """The first bits of the fractional parts of the cube roots and square roots of the first primes, as SHA-2 takes them."""
    mask = (1 << bits) - 1
    primes = _primes(80)
    return [_cube_root(p << 3 * bits) & mask for p in primes], [_isqrt(p << 2 * bits) & mask for p in primes[:16]]


_K64, _ROOTS64 = _fraction_constants(64)
_K32, _ROOTS32 = [k >> 32 for k in _K64[:64]], [r >> 32 for r in _ROOTS64[:8]]
_START224 = [r & 0xFFFFFFFF for r in _ROOTS64[8:]]


def _sha2_block(state, block, size, constants, shifts):
    bits, mask = size * 8, (1 << size * 8) - 1
    a0, a1, a2, b0, b1, b2, c0, c1, c2, d0, d1, d2 = shifts
    w = [int.from_bytes(block[at:at + size], 'big') for at in range(0, 16 * size, size)]
    for t in range(16, len(constants)):
        x, y = w[t - 15], w[t - 2]
        s0 = (x >> a0 | x << bits - a0) ^ (x >> a1 | x << bits - a1) ^ x >> a2
        s1 = (y >> b0 | y << bits - b0) ^ (y >> b1 | y << bits - b1) ^ y >> b2
        w.append((w[t - 16] + (s0 & mask) + w[t - 7] + (s1 & mask)) & mask)
    a, b, c, d, e, f, g, h = state
    for k, word in zip(constants, w):
        s1 = ((e >> d0 | e << bits - d0) ^ (e >> d1 | e << bits - d1) ^ (e >> d2 | e << bits - d2)) & mask
        one = (h + s1 + ((e & f) ^ (~e & mask & g)) + k + word) & mask
        s0 = ((a >> c0 | a << bits - c0) ^ (a >> c1 | a << bits - c1) ^ (a >> c2 | a << bits - c2)) & mask
        two = s0 + ((a & b) ^ (a & c) ^ (b & c))
        a, b, c, d, e, f, g, h = (one + two) & mask, a, b, c, (d + one) & mask, e, f, g
    return [(x + y) & mask for x, y in zip(state, (a, b, c, d, e, f, g, h))]


def _sha256_block(state, block):
    return _sha2_block(state, block, 4, _K32, (7, 18, 3, 17, 19, 10, 2, 13, 22, 6, 11, 25))


def _sha512_block(state, block):
    return _sha2_block(state, block, 8, _K64, (1, 8, 7, 19, 61, 6, 28, 34, 39, 14, 18, 41))


def _rotate(x, n):
    return (x << n | x >> 32 - n) & 0xFFFFFFFF


def _sha1_block(state, block):
    w = [int.from_bytes(block[at:at + 4], 'big') for at in range(0, 64, 4)]
    for t in range(16, 80):
        w.append(_rotate(w[t - 3] ^ w[t - 8] ^ w[t - 14] ^ w[t - 16], 1))
    a, b, c, d, e = state
    for t in range(80):
        if t < 20:
            f, k = (b & c) | (~b & d), 0x5A827999
        elif t < 40:
            f, k = b ^ c ^ d, 0x6ED9EBA1
        elif t < 60:
            f, k = (b & c) | (b & d) | (c & d), 0x8F1BBCDC
        else:
            f, k = b ^ c ^ d, 0xCA62C1D6
        a, b, c, d, e = (_rotate(a, 5) + f + e + k + w[t]) & 0xFFFFFFFF, a, _rotate(b, 30), c, d
    return [(x + y) & 0xFFFFFFFF for x, y in zip(state, (a, b, c, d, e))]


_MD5_SHIFTS = (7, 12, 17, 22) * 4 + (5, 9, 14, 20) * 4 + (4, 11, 16, 23) * 4 + (6, 10, 15, 21) * 4
_md5_constants = []


def _md5_block(state, block):
    if not _md5_constants:
        from math import sin
        _md5_constants.extend(int(abs(sin(i + 1)) * 2 ** 32) for i in range(64))
    w = [int.from_bytes(block[at:at + 4], 'little') for at in range(0, 64, 4)]
    a, b, c, d = state
    for i in range(64):
        if i < 16:
            f, g = (b & c) | (~b & d), i
        elif i < 32:
            f, g = (d & b) | (~d & c), 5 * i + 1
        elif i < 48:
            f, g = b ^ c ^ d, 3 * i + 5
        else:
            f, g = c ^ (b | ~d & 0xFFFFFFFF), 7 * i
        a, d, c, b = d, c, b, (b + _rotate((a + f + _md5_constants[i] + w[g % 16]) & 0xFFFFFFFF, _MD5_SHIFTS[i])) & 0xFFFFFFFF
    return [(x + y) & 0xFFFFFFFF for x, y in zip(state, (a, b, c, d))]


_START32 = [0x67452301, 0xEFCDAB89, 0x98BADCFE, 0x10325476]
# name: (first state, block function, block size, word size, byte order, digest size)
_ALGORITHMS = {
    'md5': (_START32, _md5_block, 64, 4, 'little', 16),
    'sha1': (_START32 + [0xC3D2E1F0], _sha1_block, 64, 4, 'big', 20),
    'sha224': (_START224, _sha256_block, 64, 4, 'big', 28),
    'sha256': (_ROOTS32, _sha256_block, 64, 4, 'big', 32),
    'sha384': (_ROOTS64[8:], _sha512_block, 128, 8, 'big', 48),
    'sha512': (_ROOTS64[:8], _sha512_block, 128, 8, 'big', 64),
}
algorithms_guaranteed = algorithms_available = set(_ALGORITHMS)


class _Hash:
    def __init__(self, name, data=b''):
        self.name = name
        self._state, self._block, self.block_size, self._word, self._order, self.digest_size = _ALGORITHMS[name]
        self._rest, self._length = b'', 0
        self.update(data)

    def update(self, data, /):
        if isinstance(data, str):
            raise TypeError('Strings must be encoded before hashing')
        if not isinstance(data, (bytes, bytearray)):
            raise TypeError('object supporting the buffer API required')
        self._length += len(data)
        data = self._rest + data
        size = self.block_size
        whole = len(data) - len(data) % size
        for at in range(0, whole, size):
            self._state = self._block(self._state, data[at:at + size])
        self._rest = data[whole:]

    def digest(self):
        tail = 2 * self._word
        padding = b'\x80' + bytes((-self._length - 1 - tail) % self.block_size)
        last = bytes(self._rest) + padding + (self._length * 8).to_bytes(tail, self._order)
        state = self._state
        for at in range(0, len(last), self.block_size):
            state = self._block(state, last[at:at + self.block_size])
        return b''.join(word.to_bytes(self._word, self._order) for word in state)[:self.digest_size]

    def hexdigest(self):
        return self.digest().hex()

    def copy(self):
        made = _Hash(self.name)
        made._state, made._rest, made._length = self._state, self._rest, self._length
        return made

    def __repr__(self):
        return '<%s _hashlib.HASH object @ 0x%x>' % (self.name, id(self))


def new(name, data=b'', *, usedforsecurity=True):
    if name.lower() not in _ALGORITHMS:
        raise ValueError('unsupported hash type ' + name)
    return _Hash(name.lower(), data)


def md5(string=b'', *, usedforsecurity=True):
    return _Hash('md5', string)


def sha1(string=b'', *, usedforsecurity=True):
    return _Hash('sha1', string)


def sha224(string=b'', *, usedforsecurity=True):
    return _Hash('sha224', string)


def sha256(string=b'', *, usedforsecurity=True):
    return _Hash('sha256', string)


def sha384(string=b'', *, usedforsecurity=True):
    return _Hash('sha384', string)


def sha512(string=b'', *, usedforsecurity=True):
    return _Hash('sha512', string)
