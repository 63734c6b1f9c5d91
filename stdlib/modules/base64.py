"""Bytes as text in 64, 32, 16 and 85 characters."""

__all__ = ['b64encode', 'b64decode', 'standard_b64encode', 'standard_b64decode', 'urlsafe_b64encode', 'urlsafe_b64decode', 'b32encode', 'b32decode',
           'b16encode', 'b16decode', 'encodebytes', 'decodebytes', 'b85encode', 'b85decode']

_B64 = b'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'
_B32 = b'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'
_B85 = b'0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz!#$%&()*+-;<=>?@^_`{|}~'


class Error(ValueError):
    pass


Error.__module__ = 'binascii'


def _bytes_of(s):
    if isinstance(s, str):
        try:
            return s.encode('ascii')
        except UnicodeEncodeError:
            raise ValueError('string argument should contain only ASCII characters') from None
    if isinstance(s, (bytes, bytearray)):
        return bytes(s)
    raise TypeError('argument should be a bytes-like object or ASCII string, not %r' % s.__class__.__name__)


def _input(s):
    if isinstance(s, (bytes, bytearray)):
        return bytes(s)
    raise TypeError("a bytes-like object is required, not '%s'" % type(s).__name__)


def _encode(data, table, bits, group):
    out = bytearray()
    for at in range(0, len(data), group):
        part = data[at:at + group]
        n = int.from_bytes(part + bytes(group - len(part)), 'big')
        count = group * 8 // bits
        used = (len(part) * 8 + bits - 1) // bits
        for i in range(count):
            out.append(table[n >> bits * (count - 1 - i) & (1 << bits) - 1] if i < used else 61)
    return bytes(out)


def b64encode(s, altchars=None):
    encoded = _encode(_input(s), _B64, 6, 3)
    return encoded if altchars is None else encoded.translate(bytes.maketrans(b'+/', altchars))


def b64decode(s, altchars=None, validate=False):
    s = _bytes_of(s)
    if altchars is not None:
        s = s.translate(bytes.maketrans(_bytes_of(altchars), b'+/'))
    out, bits, count, pads, seen = bytearray(), 0, 0, 0, 0
    for c in s:
        if c == 61:
            if count >= 2:
                pads += 1
                if count + pads == 4:
                    out += (bits >> (2 if count == 3 else 4)).to_bytes(count - 1, 'big')
                    return bytes(out)
            elif validate:
                raise Error('Leading padding not allowed' if not seen else 'Discontinuous padding not allowed')
            continue
        value = _B64.find(c)
        if value < 0:
            if validate:
                raise Error('Only base64 data is allowed')
            continue
        pads, seen = 0, seen + 1
        bits, count = bits << 6 | value, count + 1
        if count == 4:
            out += bits.to_bytes(3, 'big')
            bits = count = 0
    if count == 1:
        raise Error('Invalid base64-encoded string: number of data characters (%d) cannot be 1 more than a multiple of 4' % seen)
    if count:
        raise Error('Incorrect padding')
    return bytes(out)


def standard_b64encode(s):
    return b64encode(s)


def standard_b64decode(s):
    return b64decode(s)


def urlsafe_b64encode(s):
    return b64encode(s, b'-_')


def urlsafe_b64decode(s):
    return b64decode(_bytes_of(s), b'-_')


def encodebytes(s):
    s = _input(s)
    return b''.join(b64encode(s[at:at + 57]) + b'\n' for at in range(0, len(s), 57))


def decodebytes(s):
    return b64decode(_input(s))


def b32encode(s):
    return _encode(_input(s), _B32, 5, 5)


def b32decode(s, casefold=False, map01=None):
    s = _bytes_of(s)
    if len(s) % 8:
        raise Error('Incorrect padding')
    if casefold:
        s = s.upper()
    body = s.rstrip(b'=')
    pads = len(s) - len(body)
    if pads not in (0, 1, 3, 4, 6):
        raise Error('Incorrect padding')
    bits = 0
    for c in body:
        value = _B32.find(c)
        if value < 0:
            raise Error('Non-base32 digit found')
        bits = bits << 5 | value
    size = len(body) * 5 // 8
    return (bits >> (len(body) * 5 - size * 8)).to_bytes(size, 'big')


def b16encode(s):
    return _input(s).hex().upper().encode()


def b16decode(s, casefold=False):
    s = _bytes_of(s)
    if casefold:
        s = s.upper()
    if any(c not in b'0123456789ABCDEF' for c in s):
        raise Error('Non-base16 digit found')
    if len(s) % 2:
        raise Error('Odd-length string')
    return bytes.fromhex(s.decode())


def b85encode(b, pad=False):
    b = _input(b)
    missing = -len(b) % 4
    out = bytearray()
    for at in range(0, len(b), 4):
        n = int.from_bytes((b[at:at + 4] + b'\0\0\0')[:4], 'big')
        out += bytes(_B85[n // 85 ** i % 85] for i in (4, 3, 2, 1, 0))
    return bytes(out if pad or not missing else out[:-missing])


def b85decode(b):
    b = _bytes_of(b)
    missing = -len(b) % 5
    b += b'~' * missing
    out = bytearray()
    for at in range(0, len(b), 5):
        n = 0
        for i, c in enumerate(b[at:at + 5]):
            value = _B85.find(c)
            if value < 0:
                raise ValueError('bad base85 character at position %d' % (at + i))
            n = n * 85 + value
        if n >> 32:
            raise ValueError('base85 overflow in hunk starting at byte %d' % at)
        out += n.to_bytes(4, 'big')
    return bytes(out[:-missing] if missing else out)
