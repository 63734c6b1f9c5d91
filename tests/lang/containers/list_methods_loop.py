# Lists that grow, shrink and are indexed in loops, at their ends and beyond, by ints of any kind.
def stack(n):
    s = []
    for i in range(n):
        s.append(i * i)
        if i % 3 == 2:
            s.append(s.pop() + s.pop())
    out = []
    while s:
        out.append(s.pop())
    return out


def drained(n):
    s = [None] * n
    count = 0
    try:
        while True:
            s.pop()
            count += 1
    except IndexError as e:
        return count, str(e)


def beyond(items, n):
    out = []
    for i in range(-n, n):
        try:
            out.append(items[i])
        except IndexError as e:
            out.append(str(e))
    return out


def first_bad(n):
    items = [1, 2, 3]
    total = 0
    for i in range(n):
        total += items[i]
    return total


def store_beyond(n):
    items = [0] * 3
    for i in range(n):
        items[i] = i
    return items


def big_index():
    items = [1]
    return items[2 ** 70]


def mixed():
    items = []
    for i in range(6):
        items.append(i if i % 2 else float(i))
        items.append(str(i))
        items.append([i])
    total = 0
    for i in range(len(items)):
        v = items[i]
        total += len(v) if isinstance(v, (list, str)) else v
    return items, total


def nested_append(n):
    rows = []
    for i in range(n):
        row = []
        for j in range(i):
            row.append((i, j) if i > j + 1 else i * 2 ** 62 + j)
        rows.append(row)
    return rows


def append_of_itself():
    s = []
    s.append(s)
    s.append(len(s))
    return s[0] is s, s[1]


def negative():
    s = [1, 2, 3, 4]
    i = -1
    total = 0
    while i >= -4:
        total = total * 10 + s[i]
        s[i] = i
        i -= 1
    return total, s


class Stack(list):
    def append(self, v):
        super().append(("own", v))


def fill(s):
    s.append(1)
    s.append(2.5)
    return s.pop(), list(s)


def bytes_sum(data, n):
    total = 0
    for i in range(n):
        total = total * 3 + data[i]
    return total


def exits_inside(n):
    s = []
    for i in range(n):
        s.append(i * 4611686018427387904)
    return s


print(stack(10), drained(5), beyond([1, "a", 2.5], 5), beyond((), 1), beyond((7,), 2))
for f in (first_bad, store_beyond):
    try:
        print(f(3), f(4))
    except IndexError as e:
        print(f.__name__, e)
try:
    big_index()
except IndexError as e:
    print(e)
print(mixed(), nested_append(4), append_of_itself(), negative())
print(fill([]), fill(Stack()))
print(bytes_sum(b"abc", 3), bytes_sum(bytearray(b"xyz"), 2), bytes_sum([1, 2], 2))
try:
    bytes_sum(b"abc", 4)
except IndexError as e:
    print(e)
print(exits_inside(5))
