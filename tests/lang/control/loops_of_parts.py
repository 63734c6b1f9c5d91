# Loops that take their items apart at once, over everything that gives tuples and over what does not.
import traceback


def pairs_of(iterable):
    out = []
    for a, b in iterable:
        out.append((a, b))
    return out


def triples_of(iterable):
    total = []
    for a, b, c in iterable:
        total.append(a)
        total.append((c, b))
    return total


def one_of(iterable):
    out = []
    for (a,) in iterable:
        out.append(a)
    return out


class Pair:
    def __init__(self, a):
        self.a = a

    def __iter__(self):
        return iter((self.a, -self.a))


class Steps:
    def __init__(self, n):
        self.n = n

    def __iter__(self):
        return self

    def __next__(self):
        if self.n == 0:
            raise StopIteration
        self.n -= 1
        return self.n, "step"


class Loud(enumerate):
    def __next__(self):
        return "loud", super().__next__()[1]


class Backwards(dict):
    def items(self):
        return reversed(list(super().items()))


def generated(n):
    for i in range(n):
        yield i, i * i


d = {"a": 1, "b": 2.5, "c": None}
print(pairs_of(d.items()), pairs_of(enumerate("xyz")), pairs_of(enumerate([3, 4], 2**62)), pairs_of(zip([1, 2, 3], "ab")))
print(pairs_of(reversed(d.items())), pairs_of(["ab", (1, 2), [3, 4], {5: 0, 6: 0}]), pairs_of([Pair(1), Pair(2)]), pairs_of(Steps(3)))
print(pairs_of(Loud("pq")), pairs_of(Backwards(d).items()), pairs_of(generated(4)), pairs_of(map(lambda x: (x, x), range(3))))
print(triples_of(zip(range(2), [5, 6], "xy")), triples_of(["abc", (1, 2, 3)]), one_of(zip([1, 2])), one_of([[7], "z"]))
print(pairs_of(enumerate(zip("ab", "cd"))), pairs_of({}.items()), pairs_of(zip()), pairs_of([]))


# What goes wrong, and where.
def lines_of(e):
    return [(frame.name, frame.lineno) for frame in traceback.extract_tb(e.__traceback__)]


for bad in (
    [(1, 2), (3,)], [(1, 2), (3, 4, 5)], [(1, 2), 7], [None], ["a"], zip([1], [2], [3]), zip([1]), enumerate(5) if False else [()],
    zip([1, 2], [3], strict=True), zip([1], [3, 4], strict=True), {1: 2}, {"ab": 1}, 5, map(lambda x: 1 // x, [0]),
    enumerate(map(lambda x: 1 // x, [1, 0])), zip([1, 2], map(lambda x: 1 // x, [1, 0])),
):
    try:
        print(pairs_of(bad))
    except Exception as e:
        print(type(e).__name__, e, lines_of(e))


# The container changes on the way.
def growing():
    out = []
    items = [1, 2]
    for i, x in enumerate(items):
        if x < 5:
            items.append(x + 2)
        out.append((i, x))
    return out


def resized(change):
    table = {i: str(i) for i in range(4)}
    seen = []
    try:
        for k, v in table.items():
            seen.append(k)
            change(table, k)
    except RuntimeError as e:
        return seen, str(e)
    return seen, table


print(growing(), resized(lambda t, k: t.__setitem__(k, k)), resized(lambda t, k: t.__setitem__(k + 10, k)), resized(lambda t, k: t.pop(k)))


# Variables after the loop, deleted in it, and targets that are no plain names.
def targets():
    box, names = [0, 0], {}
    for box[0], box[1] in zip([1, 2], [3, 4]):
        names[box[0]] = box[1]
    for i, (a, *rest) in enumerate(["xyz", "pq"]):
        names[a] = rest, i
    for k, v in names.items():
        last = k
        del k
    try:
        k
    except UnboundLocalError as e:
        return names, v, last, str(e)


print(targets())


# Left in the middle: numbers that are none any more, break, continue, else, exceptions that are caught.
def mixed(items):
    total = 0
    for i, x in enumerate(items):
        if x is None:
            continue
        if x == "stop":
            break
        total = total + x * (i + 1)
    else:
        return total, "all"
    return total, i, x


print(mixed([1, 2, 3]), mixed([1, 2.5, None, 2**62]), mixed([1, "stop", 3]), mixed([2**61] * 5), mixed([]), mixed([True, [1][0], 1.5]))


def caught(table):
    done = []
    for k, v in table.items():
        try:
            done.append(10 // v)
        except ZeroDivisionError:
            done.append(k)
    try:
        for k, v in zip(table, [1, 2]):
            done.append((k, 6 // (v - 2)))
    except ZeroDivisionError as e:
        done.append(f"{k} {v} {e}")
    return done


print(caught({"a": 5, "b": 0, "c": 3}))


def gen(table):
    for k, v in table.items():
        for i, c in enumerate(k):
            got = yield k, v, i, c
            if got:
                v = got
    for a, b in zip(table, table.values()):
        yield a, b


g = gen({"ab": 1, "c": 2})
print(next(g), g.send("sent"), list(g))
counts = 0
for _ in range(300):
    for i, x in enumerate(d.values()):
        for p, q in zip((i, i + 1), (1, 2)):
            counts += p * q
print(counts, {v: k for k, v in d.items()}, [a + b for a, b in zip([1, 2], [3, 4])], sum(i * x for i, x in enumerate([4, 5, 6])))
