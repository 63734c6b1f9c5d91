# Loops over lists, tuples, strings and bytes: growing and shrinking meanwhile, broken off, nested, left by exits in the middle.
def total(items):
    t = 0
    for x in items:
        t += x
    return t


def growing():
    items = [1, 2, 3]
    out = []
    for x in items:
        out.append(x)
        if x < 6:
            items.append(x + 3)
    return out, items


def shrinking():
    items = list(range(10))
    out = []
    for x in items:
        out.append(x)
        items.pop()
    return out, items


def cleared(items):
    n = 0
    for x in items:
        n += 1
        items.clear()
    return n, items


def find(text, wanted):
    n = 0
    for c in text:
        if c == wanted:
            break
        n += 1
    else:
        return -1
    return n


def histogram(data):
    counts = [0] * 256
    for b in data:
        counts[b] += 1
    return [(i, n) for i, n in enumerate(counts) if n]


def nested(rows):
    t = 0
    for row in rows:
        for x in row:
            if x < 0:
                continue
            t = t * 3 + x
    return t


def overflowing(items):
    t = 1
    for x in items:
        t *= x
    return t


def overflow_text(text):
    t = 1
    for c in text:
        t = t * 4611686018427387904 + ord(c)
    return t


def overflow_bytes(data):
    t = 1
    for b in data:
        t = t * 4611686018427387904 + b
    return t


def pairs():
    out = []
    for dy in (-1, 0, 1):
        for dx in (-1, 0, 1):
            if dx or dy:
                out.append((dy, dx))
    return out


def caught(items):
    out = []
    for x in items:
        try:
            out.append(10 // x)
        except ZeroDivisionError:
            out.append("zero")
        except TypeError as e:
            out.append(str(e))
    return out


def caught_outside(items):
    n = 0
    try:
        for x in items:
            n += 1
            if x == 3:
                raise ValueError(n)
    except ValueError as e:
        return "caught", e.args, n
    return n


def rebinding(items):
    out = []
    for x in items:
        items = [7]
        out.append(x)
        x = 0
    return out, items


def changing_kinds(items):
    out = 0
    for x in items:
        out = out + x if isinstance(x, (int, float)) else out + len(x)
    return out


def generator(items):
    for x in items:
        yield x * 2


def same_list_twice(items):
    n = 0
    for a in items:
        for b in items:
            if a < b:
                n += 1
    return n


def after(text):
    for c in text:
        pass
    return c


class Own(list):
    def __iter__(self):
        return iter(["own"])


print(total([1, 2, 3]), total((4, 5)), total(b"ab"), total(bytearray(b"xyz")), total([1.5, 2]), total([]), total({7: 1}))
print(total([2 ** 62, 2 ** 62, 1]), total(range(5)))
print(growing(), shrinking(), cleared([1, 2]), cleared([]))
print(find("hello", "l"), find("héllo😀x", "x"), find("", "a"), find("abc", "z"))
print(histogram(b"hello"), nested([[1, -2, 3], (4, 5), b"\x01"]), nested([]))
print(overflowing([3] * 50), overflow_text("aé😀bc"), overflow_bytes(b"abcd"), overflow_bytes(bytearray(b"abc")))
print(pairs(), caught([1, 0, 5, "a", None]), caught_outside([1, 2, 3, 4]), caught_outside([1]), rebinding([1, 2, 3]))
print(changing_kinds([1, 2.5, "abc", [1]]), list(generator([1, 2])), same_list_twice([1, 2, 3, 2]), after("xyz"))
print([x for x in Own([1])], find(Own([1, 2]), "own"))
