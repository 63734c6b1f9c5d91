"""Values as bytes in a given layout."""

import _struct

__all__ = ['calcsize', 'pack', 'pack_into', 'unpack', 'unpack_from', 'iter_unpack', 'Struct', 'error']


class error(Exception):
    pass


error.__module__ = 'struct'

_SIZES = {'x': 1, 'c': 1, 'b': 1, 'B': 1, '?': 1, 'h': 2, 'H': 2, 'i': 4, 'I': 4, 'l': 4, 'L': 4, 'q': 8, 'Q': 8, 'e': 2, 'f': 4, 'd': 8, 's': 1, 'p': 1}
_NATIVE_SIZES = {**_SIZES, 'l': 8, 'L': 8, 'n': 8, 'N': 8, 'P': 8}


def _parse(format):
    """(byte order, [(code, count, offset, size)], total size)"""
    if isinstance(format, (bytes, bytearray)):
        format = format.decode('ascii')
    if not isinstance(format, str):
        raise TypeError('Struct() argument 1 must be a str or bytes object, not ' + type(format).__name__)
    order = format[0] if format[:1] in ('@', '=', '<', '>', '!') else ''
    native = order in ('', '@')
    sizes = _NATIVE_SIZES if native else _SIZES
    items, offset, count = [], 0, None
    for c in format[len(order):]:
        if c.isspace() and count is None:
            continue
        if c.isdigit() and c.isascii():
            count = (count or 0) * 10 + int(c)
            continue
        if c not in sizes:
            raise error('bad char in struct format')
        size = sizes[c]
        if native and c not in 'xcbB?sp':
            offset += -offset % size
        n = 1 if count is None else count
        items.append((c, n, offset, size))
        offset += n * size
        count = None
    if count is not None:
        raise error('repeat count given without format specifier')
    return 'big' if order in ('>', '!') else 'little', items, offset, native


def _integer(code, value, size, native):
    if not hasattr(type(value), '__index__'):
        raise error('required argument is not an integer')
    value = value.__index__()
    signed = code in 'bhilqn'
    low, high = (-(1 << size * 8 - 1), (1 << size * 8 - 1) - 1) if signed else (0, (1 << size * 8) - 1)
    if low <= value <= high:
        return value, signed
    if code in 'bB':
        raise error(('byte' if code == 'b' else 'ubyte') + ' format requires %d <= number <= %d' % (low, high))
    if native and code in 'hH':
        raise error(('short' if code == 'h' else 'ushort') + ' format requires %d <= number <= %d' % (low, high))
    if native or code in 'qQ':
        raise error('argument out of range')
    raise error("'%s' format requires %d <= number <= %d" % (code, low, high))


def _put(out, at, order, native, code, size, value):
    if code in 'efd':
        try:
            bits = _struct.bits(value, size)
        except TypeError:
            raise error('required argument is not a float') from None
        out[at:at + size] = bits.to_bytes(size, order)
    elif code == '?':
        out[at] = 1 if value else 0
    elif code == 'c':
        if not isinstance(value, (bytes, bytearray)) or len(value) != 1:
            raise error('char format requires a bytes object of length 1')
        out[at] = value[0]
    else:
        value, signed = _integer(code, value, size, native)
        out[at:at + size] = value.to_bytes(size, order, signed=signed)


def _get(data, at, order, code, size):
    if code in 'efd':
        return _struct.number(int.from_bytes(data[at:at + size], order), size)
    if code == '?':
        return data[at] != 0
    if code == 'c':
        return bytes(data[at:at + 1])
    return int.from_bytes(data[at:at + size], order, signed=code in 'bhilqn')


class Struct:
    __static__ = True

    def __init__(self, format):
        self._order, self._items, self.size, self._native = _parse(format)
        self.format = format if isinstance(format, str) else format.decode('ascii')
        self._count = sum(0 if code == 'x' else 1 if code in 'sp' else n for code, n, offset, size in self._items)

    def _fill(self, out, start, values):
        if len(values) != self._count:
            return False
        at = 0
        for code, n, offset, size in self._items:
            offset += start
            if code == 'x':
                continue
            if code in 'sp':
                value = values[at]
                at += 1
                if not isinstance(value, (bytes, bytearray)):
                    raise error("argument for '%s' must be a bytes object" % code)
                if code == 'p' and n:
                    value = value[:min(n - 1, 255)]
                    out[offset] = len(value)
                    offset, n = offset + 1, n - 1
                value = value[:n]
                out[offset:offset + len(value)] = value
                continue
            for _ in range(n):
                _put(out, offset, self._order, self._native, code, size, values[at])
                offset += size
                at += 1
        return True

    def pack(self, *values):
        out = bytearray(self.size)
        if not self._fill(out, 0, values):
            raise error('pack expected %d items for packing (got %d)' % (self._count, len(values)))
        return bytes(out)

    def pack_into(self, buffer, offset, *values):
        if len(values) != self._count:
            raise error('pack_into expected %d items for packing (got %d)' % (self._count, len(values)))
        if offset < 0:
            if offset + self.size > 0:
                raise error('no space to pack %d bytes at offset %d' % (self.size, offset))
            if offset + len(buffer) < 0:
                raise error('offset %d out of range for %d-byte buffer' % (offset, len(buffer)))
            offset += len(buffer)
        if len(buffer) - offset < self.size:
            raise error('pack_into requires a buffer of at least %d bytes for packing %d bytes at offset %d (actual buffer size is %d)' % (
                offset + self.size, self.size, offset, len(buffer)))
        out = bytearray(self.size)
        self._fill(out, 0, values)
        buffer[offset:offset + self.size] = out

    def _values(self, data, start):
        found = []
        for code, n, offset, size in self._items:
            offset += start
            if code == 's':
                found.append(bytes(data[offset:offset + n]))
            elif code == 'p':
                length = min(data[offset], n - 1) if n else 0
                found.append(bytes(data[offset + 1:offset + 1 + length]))
            elif code != 'x':
                for _ in range(n):
                    found.append(_get(data, offset, self._order, code, size))
                    offset += size
        return tuple(found)

    def unpack(self, buffer):
        data = _bytes_of(buffer)
        if len(data) != self.size:
            raise error('unpack requires a buffer of %d bytes' % self.size)
        return self._values(data, 0)

    def unpack_from(self, buffer, offset=0):
        data = _bytes_of(buffer)
        if offset < 0:
            if offset + self.size > 0:
                raise error('not enough data to unpack %d bytes' % self.size)
            if offset + len(data) < 0:
                raise error('offset %d out of range for %d-byte buffer' % (offset, len(data)))
            offset += len(data)
        if len(data) - offset < self.size:
            raise error('unpack_from requires a buffer of at least %d bytes for unpacking %d bytes at offset %d (actual buffer size is %d)' % (
                offset + self.size, self.size, offset, len(data)))
        return self._values(data, offset)

    def iter_unpack(self, buffer):
        data = _bytes_of(buffer)
        if self.size == 0:
            raise error('cannot iteratively unpack with a struct of length 0')
        if len(data) % self.size:
            raise error('iterative unpacking requires a buffer of a multiple of %d bytes' % self.size)
        return (self._values(data, at) for at in range(0, len(data), self.size))


def _bytes_of(buffer):
    if isinstance(buffer, (bytes, bytearray)):
        return buffer
    if hasattr(buffer, 'tobytes'):
        return buffer.tobytes()
    raise TypeError("a bytes-like object is required, not '%s'" % type(buffer).__name__)


_known = {}


def _struct_of(format):
    made = _known.get(format)
    if made is None:
        if len(_known) >= 100:
            _known.clear()
        made = _known[format] = Struct(format)
    return made


def calcsize(format, /):
    return _struct_of(format).size


def pack(format, /, *values):
    return _struct_of(format).pack(*values)


def pack_into(format, buffer, offset, /, *values):
    _struct_of(format).pack_into(buffer, offset, *values)


def unpack(format, buffer, /):
    return _struct_of(format).unpack(buffer)


def unpack_from(format, /, buffer, offset=0):
    return _struct_of(format).unpack_from(buffer, offset)


def iter_unpack(format, buffer, /):
    return _struct_of(format).iter_unpack(buffer)
