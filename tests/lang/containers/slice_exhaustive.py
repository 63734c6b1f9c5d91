# Every slice of short lists, tuples, strings and ranges: read, assigned, deleted.
# no-stress
def bounds(n):
    return [None] + list(range(-n - 2, n + 3))


def steps():
    return [None, 1, 2, 3, -1, -2, -3, 7, -7]


def show(x):
    return ",".join(map(str, x))


def reads(n):
    items = list(range(n))
    pair = tuple(items)
    text = "abcdefgh"[:n]
    numbers = range(10, 10 + 3 * n, 3)
    total = 0
    for a in bounds(n):
        for b in bounds(n):
            row = []
            for c in steps():
                part = items[a:b:c]
                assert list(pair[a:b:c]) == part, (n, a, b, c)
                assert text[a:b:c] == "".join([text[i] for i in part]), (n, a, b, c)
                assert list(numbers[a:b:c]) == [numbers[i] for i in part], (n, a, b, c)
                start, stop, step = slice(a, b, c).indices(n)
                assert [items[i] for i in range(start, stop, step)] == part
                row.append(show(part))
                total += len(part)
            if n < 4:
                print(n, a, b, "|".join(row))
    print("read", n, total)


def writes(n):
    lines = 0
    checksum = 0
    for a in bounds(n):
        for b in bounds(n):
            for c in steps():
                for size in (0, 1, 2, 4):
                    items = list(range(n))
                    try:
                        items[a:b:c] = [100 + i for i in range(size)]
                        result = show(items)
                    except ValueError as e:
                        result = str(e)
                    lines += 1
                    for ch in result:
                        checksum = (checksum * 31 + ord(ch)) % 1000003
                items = list(range(n))
                del items[a:b:c]
                for i in items:
                    checksum = (checksum * 37 + i) % 1000003
    print("write", n, lines, checksum)


for n in range(7):
    reads(n)
for n in range(6):
    writes(n)

x = [1, 2, 3]
x[1:2] = x
print(x)
x[:] = iter(range(3))
print(x)
x[0:0] = (i * i for i in range(3))
print(x)
x[::2] = "abc"
print(x)
x[5:2] = ["z"]
print(x)
del x[:]
print(x)


class Index:
    def __init__(self, i):
        self.i = i

    def __index__(self):
        return self.i


x = list(range(10))
print(x[Index(2):Index(8):Index(2)], x[Index(-1)], x[True], (0, 1, 2)[False])
print(x[10 ** 30:], x[-10 ** 30:3], x[:10 ** 30:10 ** 20], x[::-10 ** 30])


def attempt(f):
    try:
        print("no error", f())
    except Exception as e:
        print(type(e).__name__, e)


def store(container, key, value):
    container[key] = value


def drop(container, key):
    del container[key]


attempt(lambda: x["a"])
attempt(lambda: x[1.0])
attempt(lambda: x[10])
attempt(lambda: x[-11])
attempt(lambda: x[::0])
attempt(lambda: x["a":])
attempt(lambda: x[None])
pair = (1, 2)
attempt(lambda: pair["a"])
attempt(lambda: pair[2])
attempt(lambda: store(x, 10, 1))
attempt(lambda: store(x, "a", 1))
attempt(lambda: store(x, slice(0, 2), 5))
attempt(lambda: store(x, slice(0, 4, 2), 5))
attempt(lambda: store(x, slice(0, 4, 2), [1]))
attempt(lambda: store(x, slice(0, 4, 0), [1]))
attempt(lambda: store((1, 2), 0, 1))
attempt(lambda: drop(x, 10))
attempt(lambda: drop(x, "b"))
attempt(lambda: drop((1, 2), 0))
attempt(lambda: slice(1, "a").indices(3))
attempt(lambda: slice(1).indices(-1))
attempt(lambda: hash(slice(1, 2)))
print(slice(1), slice(1, 2), slice(None, None, -1), slice(1, 2) == slice(1, 2), slice(1, 2) < slice(1, 3))
