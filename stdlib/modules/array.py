"""Lists of numbers of one type."""

from _collections import _match_as
import struct

__all__ = ['array', 'ArrayType', 'typecodes']

typecodes = 'bBuhHiIlLqQfd'
_SIZES = {'b': 1, 'B': 1, 'u': 4, 'h': 2, 'H': 2, 'i': 4, 'I': 4, 'l': 8, 'L': 8, 'q': 8, 'Q': 8, 'f': 4, 'd': 8}
_SHOWN = {'b': 'signed char', 'B': 'unsigned byte integer', 'h': 'signed short', 'H': 'unsigned short', 'i': 'signed integer', 'I': 'unsigned int'}


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
    """An array is a list that takes only what its type code allows, kept as bytes."""

    __static__ = 'buffer'   # _data is what it shows to whoever takes bytes
    __slots__ = ('typecode', 'itemsize', '_data')

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
        self._data = bytearray()
        if isinstance(initializer, (bytes, bytearray)):
            self.frombytes(initializer)
        else:
            for value in initializer:
                self._data += self._packed(value)
        return self

    def _packed(self, value):
        code = self.typecode
        if code == 'u':
            return ord(_check_text(value)).to_bytes(4, 'little')
        if code not in 'fd':
            return _check_integer(code, value).to_bytes(self.itemsize, 'little', signed=code.islower())
        value = value if isinstance(value, (int, float)) else _to_float(value)
        try:
            return struct.pack(code, value)
        except OverflowError:
            return struct.pack(code, float('inf') if value > 0 else float('-inf'))

    def _at(self, at):
        """The item at a byte offset."""
        code, raw = self.typecode, self._data[at:at + self.itemsize]
        if code == 'u':
            return chr(int.from_bytes(raw, 'little'))
        return struct.unpack(code, raw)[0] if code in 'fd' else int.from_bytes(raw, 'little', signed=code.islower())

    def _offset(self, key, problem):
        if not hasattr(type(key), '__index__'):
            raise TypeError('array indices must be integers')
        key, n = key.__index__(), len(self)
        if not -n <= key < n:
            raise IndexError(problem)
        return (key + n if key < 0 else key) * self.itemsize

    def _made(self, data):
        made = array(self.typecode)
        made._data = data
        return made

    def _bytes_of_slice(self, data, key):
        start, stop, step = key.indices(len(self))
        size = self.itemsize
        if step == 1:
            return data[start * size:stop * size]
        return bytearray(b''.join(data[at * size:(at + 1) * size] for at in range(start, stop, step)))

    def append(self, v, /):
        self._data += self._packed(v)

    def extend(self, bb, /):
        if isinstance(bb, array):
            if bb.typecode != self.typecode:
                raise TypeError('can only extend with array of same kind')
            self._data += bytes(bb._data)
            return
        for value in bb:
            self._data += self._packed(value)

    def fromlist(self, list, /):
        if type(list).__name__ != 'list':
            raise TypeError('arg must be list')
        self._data += b''.join([self._packed(value) for value in list])

    def frombytes(self, buffer, /):
        if isinstance(buffer, array):
            buffer = buffer.tobytes()
        if not isinstance(buffer, (bytes, bytearray)):
            raise TypeError("a bytes-like object is required, not '%s'" % type(buffer).__name__)
        if len(buffer) % self.itemsize:
            raise ValueError('bytes length not a multiple of item size')
        self._data += buffer

    def tobytes(self):
        return bytes(self._data)

    def fromfile(self, f, n, /):
        data = f.read(n * self.itemsize)
        self.frombytes(data)
        if len(data) < n * self.itemsize:
            raise EOFError("read() didn't return enough bytes")

    def tofile(self, f, /):
        f.write(self.tobytes())

    def tolist(self):
        return [self._at(at) for at in range(0, len(self._data), self.itemsize)]

    def fromunicode(self, ustr, /):
        if self.typecode != 'u':
            raise ValueError('fromunicode() may only be called on unicode type arrays')
        self.extend(ustr)

    def tounicode(self):
        if self.typecode != 'u':
            raise ValueError('tounicode() may only be called on unicode type arrays')
        return ''.join(self.tolist())

    def byteswap(self):
        size = self.itemsize
        self._data = bytearray(b''.join(self._data[at:at + size][::-1] for at in range(0, len(self._data), size)))

    def buffer_info(self):
        return id(self._data), len(self)

    def count(self, v, /):
        return self.tolist().count(v)

    def index(self, v, start=0, stop=0x7FFFFFFFFFFFFFFF, /):
        try:
            return self.tolist().index(v, start, stop)
        except ValueError:
            raise ValueError('array.index(x): x not in array') from None

    def insert(self, i, v, /):
        n = len(self)
        at = max(i + n, 0) if i < 0 else min(i, n)
        self._data[at * self.itemsize:at * self.itemsize] = self._packed(v)

    def pop(self, i=-1, /):
        if not self._data:
            raise IndexError('pop from empty array')
        at = self._offset(i, 'pop index out of range')
        value = self._at(at)
        del self._data[at:at + self.itemsize]
        return value

    def remove(self, v, /):
        values = self.tolist()
        if v not in values:
            raise ValueError('array.remove(x): x not in array')
        del self[values.index(v)]

    def reverse(self):
        self._data = self._bytes_of_slice(self._data, slice(None, None, -1))

    def __len__(self):
        return len(self._data) // self.itemsize

    def __iter__(self):
        at = 0
        while at < len(self._data):
            yield self._at(at)
            at += self.itemsize

    def __contains__(self, v):
        return v in self.tolist()

    def __getitem__(self, key):
        if isinstance(key, slice):
            return self._made(self._bytes_of_slice(self._data, key))
        return self._at(self._offset(key, 'array index out of range'))

    def __setitem__(self, key, value):
        size = self.itemsize
        if not isinstance(key, slice):
            at = self._offset(key, 'array assignment index out of range')
            self._data[at:at + size] = self._packed(value)
            return
        if not isinstance(value, array):
            raise TypeError('can only assign array (not "%s") to array slice' % type(value).__name__)
        if value.typecode != self.typecode:
            raise TypeError('bad argument type for built-in operation')
        start, stop, step = key.indices(len(self))
        if step == 1:
            self._data[start * size:max(start, stop) * size] = bytes(value._data)
            return
        places = range(start, stop, step)
        if len(places) != len(value):
            raise ValueError('attempt to assign array of size %d to extended slice of size %d' % (len(value), len(places)))
        for at, begin in zip(places, range(0, len(value._data), size)):
            self._data[at * size:(at + 1) * size] = value._data[begin:begin + size]

    def __delitem__(self, key):
        size = self.itemsize
        if isinstance(key, slice):
            for at in sorted(range(*key.indices(len(self))), reverse=True):
                del self._data[at * size:(at + 1) * size]
            return
        at = self._offset(key, 'array assignment index out of range')
        del self._data[at:at + size]

    def __add__(self, other):
        if not isinstance(other, array):
            raise TypeError('can only append array (not "%s") to array' % type(other).__name__)
        if other.typecode != self.typecode:
            raise TypeError('bad argument type for built-in operation')
        return self._made(self._data + other._data)

    def __iadd__(self, other):
        if not isinstance(other, array):
            raise TypeError('can only extend with array (not "%s")' % type(other).__name__)
        self.extend(other)
        return self

    def __mul__(self, n):
        return self._made(self._data * n) if hasattr(type(n), '__index__') else NotImplemented

    __rmul__ = __mul__

    def __imul__(self, n):
        self._data *= n
        return self

    def __copy__(self):
        return self._made(self._data[:])

    def __deepcopy__(self, memo):
        return self._made(self._data[:])

    def __eq__(self, other):
        return self.tolist() == other.tolist() if isinstance(other, array) else NotImplemented

    def __lt__(self, other):
        return self.tolist() < other.tolist() if isinstance(other, array) else NotImplemented

    def __le__(self, other):
        return self.tolist() <= other.tolist() if isinstance(other, array) else NotImplemented

    def __gt__(self, other):
        return self.tolist() > other.tolist() if isinstance(other, array) else NotImplemented

    def __ge__(self, other):
        return self.tolist() >= other.tolist() if isinstance(other, array) else NotImplemented

    __hash__ = None

    def __repr__(self):
        if not self._data:
            return "array('%s')" % self.typecode
        return "array('%s', %r)" % (self.typecode, ''.join(self.tolist()) if self.typecode == 'u' else self.tolist())


def _to_float(value):
    if hasattr(type(value), '__float__') or hasattr(type(value), '__index__'):
        return float(value)
    raise TypeError('must be real number, not ' + type(value).__name__)


ArrayType = array
_match_as(array, list)
