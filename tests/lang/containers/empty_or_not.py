# Truth and length of containers whose class is known, of ones that may be None, and of those whose classes say something else.
def drain(todo):
    seen = []
    while todo:
        seen.append(todo.pop())
        if seen[-1] == 3:
            todo.append(1)
    return seen, not todo, len(todo)


def kinds():
    out = []
    for made in ([], [0], (), (0,), "", "x", b"", b"\0", bytearray(), bytearray(2), {}, {1: 2}, set(), {0}, range(0), range(2)):
        out.append((bool(made), not made, len(made), "yes" if made else "no"))
    return out


def texts(words):
    return [len(w) if w else -1 for w in words]


def maybe(n):
    if n < 0:
        return None
    return [n] * n


def total(n):
    items = maybe(n)
    if items is None:
        return -1
    t = 0
    for i in range(len(items)):
        t += items[i]
    return t if items else 0


def measured(x):
    return len(x) if x else "empty"


class Odd(list):
    def __bool__(self):
        return len(self) % 2 == 1

    def __len__(self):
        return 7


class Failing(list):
    def __bool__(self):
        raise ValueError("no truth")


def growing(rows, n):
    lengths = []
    for i in range(n):
        if rows[i % len(rows)]:
            rows[i % len(rows)].append(i)
        else:
            rows.append([])
        lengths.append(len(rows) + len(rows[0]))
    return lengths


print(drain([3, 2]), drain([]), kinds(), texts(["a", "", "\u20ac\u20ac"]))
print([total(n) for n in (-1, 0, 3)], [measured(x) for x in ([1], [], None, "ab", (), {1: 1}, 0)])
print(measured(Odd([1])), measured(Odd()), measured(Odd([1, 2, 3])), growing([[], [1]], 6))
for bad in (Failing(), 5, Failing([1])):
    try:
        print(measured(bad))
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)
try:
    len = lambda x: "mine"
    print(total(0), measured([1]))
except TypeError as e:
    print("TypeError")
