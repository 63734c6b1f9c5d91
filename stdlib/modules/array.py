"""Lists of numbers of one type."""

import struct

__all__ = ['array', 'ArrayType', 'typecodes']

typecodes = 'bBuhHiIlLqQfd'
_SIZES = {'b': 1, 'B': 1, 'u': 4, 'h': 2, 'H': 2, 'i': 4, 'I': 4, 'l': 8, 'L': 8, 'q': 8, 'Q': 8, 'f': 4, 'd': 8}
_SHOWN = {'b': 'signed char', 'B': 'unsigned byte integer', 'h': 'signed short', 'H': 'unsigned short', 'i': 'signed int', 'I': 'unsigned int'}


def _range_of(code):
    bits = _SIZES[code] * 8
    return (-(1 << bits - 1), (1 << bits - 1) - 1) if code.islower() else (0, (1 << bits) - 1)


def _check_integer(code, value):
    if isinstance(value, float) or not hasattr(type(value), '__index__'):
        raise TypeError("'%s' object cannot be interpreted as an integer" % type(value).__name__)
    value = value.__index__()
    low, high = _range_of(code)
    if low <= value <= high:
        return value
    if code in _SHOWN:
        shown = _SHOWN[code]
        raise OverflowError('%s is %s than %s' % (shown, 'greater' if value > high else 'less', 'maximum' if value > high else 'minimum'))
    if code in 'LQ' and value < 0:
        raise OverflowError("can't convert negative value to unsigned int")
    raise OverflowError('int too big to convert' if code in 'qQ' else 'Python int too large to convert to C ' + ('long' if code == 'l' else 'unsigned long'))


def _check_text(value):
    if not isinstance(value, str):
        raise TypeError('array item must be a unicode character, not ' + type(value).__name__)
    if len(value) != 1:
        raise TypeError('array item must be a unicode character, not str')
    return value


class array:
    """An array is a list that takes only what its type code allows."""

    __static__ = True
    __slots__ = ('typecode', 'itemsize', '_items')

    def __new__(cls, typecode, initializer=(), /):
        if not isinstance(typecode, str) or len(typecode) != 1:
            raise TypeError('array() argument 1 must be a unicode character, not ' + type(typecode).__name__)
        if typecode not in typecodes:
            raise ValueError('bad typecode (must be b, B, u, h, H, i, I, l, L, q, Q, f or d)')
        if isinstance(initializer, str) and typecode != 'u':
            raise TypeError("cannot use a str to initialize an array with typecode '%s'" % typecode)
        if isinstance(initializer, array) and initializer.typecode == 'u' and typecode != 'u':
            raise TypeError("cannot use a unicode array to initialize an array with typecode '%s'" % typecode)
        self = object.__new__(cls)
        self.typecode = typecode
        self.itemsize = _SIZES[typecode]
        self._items = []
        if isinstance(initializer, (bytes, bytearray)):
            if isinstance(initializer, bytearray) or typecode != 'u':
                self.frombytes(initializer)
        else:
            self.extend(initializer) if not isinstance(initializer, array) else self._items.extend(map(self._check, initializer._items))
        return self

    def _check(self, value):
        code = self.typecode
        if code == 'd':
            return float(value) if isinstance(value, (int, float)) else _to_float(value)
        if code == 'f':
            value = float(value) if isinstance(value, (int, float)) else _to_float(value)
            try:
                return struct.unpack('f', struct.pack('f', value))[0]
            except OverflowError:
                return float('inf') if value > 0 else float('-inf')
        return _check_text(value) if code == 'u' else _check_integer(code, value)

    def _same(self, other, operation):
        if not isinstance(other, array):
            raise TypeError('can only %s array (not "%s") to array' % (operation, type(other).__name__))
        if other.typecode != self.typecode:
            raise TypeError('bad argument type for built-in operation')

    def _made(self, items):
        made = array(self.typecode)
        made._items = items
        return made

    def append(self, v, /):
        self._items.append(self._check(v))

    def extend(self, bb, /):
        if isinstance(bb, array):
            if bb.typecode != self.typecode:
                raise TypeError('can only extend with array of same kind')
            self._items.extend(bb._items)
            return
        for value in bb:
            self._items.append(self._check(value))

    def fromlist(self, list, /):
        if type(list).__name__ != 'list':
            raise TypeError('arg must be list')
        self._items += [self._check(value) for value in list]

    def frombytes(self, buffer, /):
        if isinstance(buffer, array):
            buffer = buffer.tobytes()
        if isinstance(buffer, str) or not isinstance(buffer, (bytes, bytearray)):
            raise TypeError("a bytes-like object is required, not '%s'" % type(buffer).__name__)
        if len(buffer) % self.itemsize:
            raise ValueError('bytes length not a multiple of item size')
        if self.typecode == 'u':
            self._items += [chr(n) for n, in struct.iter_unpack('I', buffer)]
        else:
            self._items += struct.unpack('%d%s' % (len(buffer) // self.itemsize, self.typecode), buffer)

    def tobytes(self):
        if self.typecode == 'u':
            return struct.pack('%dI' % len(self._items), *map(ord, self._items))
        return struct.pack('%d%s' % (len(self._items), self.typecode), *self._items)

    def fromfile(self, f, n, /):
        data = f.read(n * self.itemsize)
        self.frombytes(data)
        if len(data) < n * self.itemsize:
            raise EOFError('read() didn\'t return enough bytes')

    def tofile(self, f, /):
        f.write(self.tobytes())

    def tolist(self):
        return self._items[:]

    def fromunicode(self, ustr, /):
        if self.typecode != 'u':
            raise ValueError("fromunicode() may only be called on unicode type arrays")
        self._items += ustr

    def tounicode(self):
        if self.typecode != 'u':
            raise ValueError("tounicode() may only be called on unicode type arrays")
        return ''.join(self._items)

    def byteswap(self):
        data = self.tobytes()
        swapped = b''.join(data[at:at + self.itemsize][::-1] for at in range(0, len(data), self.itemsize))
        self._items = []
        self.frombytes(swapped)

    def buffer_info(self):
        return id(self._items), len(self._items)

    def count(self, v, /):
        return self._items.count(v)

    def index(self, v, start=0, stop=None, /):
        try:
            return self._items.index(v, start, len(self._items) if stop is None else stop)
        except ValueError:
            raise ValueError('array.index(x): x not in array') from None

    def insert(self, i, v, /):
        self._items.insert(i, self._check(v))

    def pop(self, i=-1, /):
        if not self._items:
            raise IndexError('pop from empty array')
        if not -len(self._items) <= i < len(self._items):
            raise IndexError('pop index out of range')
        return self._items.pop(i)

    def remove(self, v, /):
        try:
            self._items.remove(v)
        except ValueError:
            raise ValueError('array.remove(x): x not in array') from None

    def reverse(self):
        self._items.reverse()

    def __len__(self):
        return len(self._items)

    def __iter__(self):
        at = 0
        while at < len(self._items):
            yield self._items[at]
            at += 1

    def __contains__(self, v):
        return v in self._items

    def __getitem__(self, key):
        if isinstance(key, slice):
            return self._made(self._items[key])
        if not hasattr(type(key), '__index__'):
            raise TypeError('array indices must be integers')
        try:
            return self._items[key]
        except IndexError:
            raise IndexError('array index out of range') from None

    def __setitem__(self, key, value):
        if isinstance(key, slice):
            if not isinstance(value, array):
                raise TypeError('can only assign array (not "%s") to array slice' % type(value).__name__)
            if value.typecode != self.typecode:
                raise TypeError('bad argument type for built-in operation')
            try:
                self._items[key] = value._items
            except ValueError:
                raise ValueError('attempt to assign array of size %d to extended slice of size %d' % (len(value), len(self._items[key]))) from None
            return
        if not hasattr(type(key), '__index__'):
            raise TypeError('array indices must be integers')
        value = self._check(value)
        try:
            self._items[key] = value
        except IndexError:
            raise IndexError('array assignment index out of range') from None

    def __delitem__(self, key):
        if not isinstance(key, slice) and not hasattr(type(key), '__index__'):
            raise TypeError('array indices must be integers')
        try:
            del self._items[key]
        except IndexError:
            raise IndexError('array assignment index out of range') from None

    def __add__(self, other):
        self._same(other, 'append')
        return self._made(self._items + other._items)

    def __iadd__(self, other):
        if not isinstance(other, array):
            raise TypeError('can only extend with array (not "%s")' % type(other).__name__)
        self.extend(other)
        return self

    def __mul__(self, n):
        return self._made(self._items * n) if hasattr(type(n), '__index__') else NotImplemented

    __rmul__ = __mul__

    def __imul__(self, n):
        self._items *= n
        return self

    def __copy__(self):
        return self._made(self._items[:])

    def __deepcopy__(self, memo):
        return self._made(self._items[:])

    def __eq__(self, other):
        return self._items == other._items if isinstance(other, array) else NotImplemented

    def __lt__(self, other):
        return self._items < other._items if isinstance(other, array) else NotImplemented

    def __le__(self, other):
        return self._items <= other._items if isinstance(other, array) else NotImplemented

    def __gt__(self, other):
        return self._items > other._items if isinstance(other, array) else NotImplemented

    def __ge__(self, other):
        return self._items >= other._items if isinstance(other, array) else NotImplemented

    __hash__ = None

    def __repr__(self):
        if not self._items:
            return "array('%s')" % self.typecode
        return "array('%s', %r)" % (self.typecode, ''.join(self._items) if self.typecode == 'u' else self._items)


def _to_float(value):
    if hasattr(type(value), '__float__') or hasattr(type(value), '__index__'):
        return float(value)
    raise TypeError('must be real number, not ' + type(value).__name__)


ArrayType = array
