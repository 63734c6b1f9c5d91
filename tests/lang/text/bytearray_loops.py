# Bytes put into, appended to and taken from bytearrays in loops; what is no byte or out of range ends as in CPython.


class Index:
    def __init__(self, i):
        self.i = i

    def __index__(self):
        return self.i

    def __repr__(self):
        return f"Index({self.i})"


class Loud(bytearray):
    def __setitem__(self, i, v):
        print("set", i, v)
        bytearray.__setitem__(self, i, v)

    def append(self, v):
        print("append", v)
        bytearray.append(self, v)


def fill(b, n, step):
    for i in range(n):
        b[i] = i * step & 0xFF
    return bytes(b)


def put(b, i, v):
    b[i] = v


def put_sum(b, i, x, y):
    b[i] = x + y


def grow(b, items):
    for v in items:
        b.append(v)
    return bytes(b)


def attempt(f, *args):
    try:
        print(f.__name__, f(*args), args)
    except Exception as e:
        print(f.__name__, args, type(e).__name__, e)


print(fill(bytearray(10), 10, 3), fill(bytearray(300), 300, 7)[250:])
attempt(fill, bytearray(3), 5, 1)
attempt(fill, bytearray(), 1, 1)
attempt(fill, Loud(3), 3, 1)
attempt(fill, [0] * 3, 3, 1)
for i in 0, 2, 3, -1, -3, -4, 1 << 70, True, Index(1), Index(9), 1.0, "x":
    for v in 0, 255, 256, -1, True, 1 << 70, Index(7), Index(300), 2.5, None, b"a":
        b = bytearray(3)
        try:
            put(b, i, v)
            print(b)
        except Exception as e:
            print(type(e).__name__, e, b)
for x, y in (200, 55), (200, 56), (-1, 0), (1 << 62, 1 << 62), (True, True):
    attempt(put_sum, bytearray(2), 1, x, y)
attempt(put_sum, bytearray(2), 2, 1, 1)

for items in [1, 2, 255], [1, 256], [0, -1], [True, Index(3)], [1, "a"], [1.5], [Index(256)], range(20), b"xyz":
    b = bytearray(b"ab")
    attempt(grow, b, items)
    print(b)
attempt(grow, Loud(b"q"), [1, 2])


def handled(b, values):
    done = 0
    for i, v in enumerate(values):
        try:
            b[i] = v
            b.append(v)
            done += 1
        except (ValueError, IndexError, TypeError) as e:
            print("handled", i, type(e).__name__)
    return done, bytes(b)


print(handled(bytearray(2), [1, 256, 2, "x", 7, 8, 9]))


def checksum(b):
    a, c = 1, 0
    for i in range(len(b)):
        a = (a + b[i]) % 65521
        c = (c + a) % 65521
    return c << 16 | a


print(checksum(bytearray(range(256))), checksum(b"Wikipedia"), checksum(bytearray()))


def halves(b):
    left, right = b[:len(b) // 2], b[len(b) // 2:]
    left.append(1)
    left += right
    return left, left * 2, left[::-1], type(left).__name__


print(halves(bytearray(b"abcdef")))

for n in range(11):
    data = bytes([0x80 | n] + [i * 37 % 256 for i in range(n)])[:n]
    for order in "big", "little":
        for signed in False, True:
            v = int.from_bytes(data, order, signed=signed)
            print(n, order, signed, v, v.to_bytes(n, order, signed=signed) == data)
print(int.from_bytes(b"\xff" * 8, "big"), int.from_bytes(b"\xff" * 8, "big", signed=True), int.from_bytes(b"\x7f" + b"\xff" * 7, "big"))
print(int.from_bytes(bytearray(b"\x00\x01"), byteorder="little"), int.from_bytes([1, 2, 3], "big"), bool.from_bytes(b"\x01", "big"))

for source in [], [0, 255], [1, 256], [1, -1], [True, Index(4)], [1, "a"], [1 << 70], (1, 2), {3: 4}, [2.5], [None]:
    attempt(bytes, source)
    attempt(bytearray, source)
