# Loops that take apart what a generator yields: tuples, lists, strings, other lengths, things that cannot be taken apart.
def pairs(n):
    for i in range(n):
        for j in range(i):
            yield i, j


def mixed():
    yield 1, 2
    yield [3, 4]
    yield "ab"
    yield {5: 0, 6: 0}
    yield (x for x in (7, 8))
    yield 2**70, None


def bad(what):
    yield 1, 2
    yield what
    yield 3, 4


def raising(n):
    for i in range(n):
        if i == 2:
            raise KeyError(i)
        yield i, -i


def total(n):
    t = 0
    for i, j in pairs(n):
        t += i * j
    return t


def show(source):
    out = []
    for a, b in source:
        out.append((a, b))
    return out


def three(n):
    t = 0
    for i, (j, k), m in ((i, (i + 1, i + 2), i * i) for i in range(n)):
        t += i * j - k + m
    return t


def partly(source):
    seen = 0
    try:
        for a, b in source:
            seen += 1
    except Exception as e:
        return seen, type(e).__name__, str(e)
    return seen


print(total(30), three(20), show(mixed()))
for what in (5, (1,), (1, 2, 3), "abc", "", [], None, {1}, 2.5):
    print(partly(bad(what)))
print(partly(raising(5)), partly(raising(1)), show(pairs(3)), show(zip("ab", [1, 2])), show(enumerate("xy")), show({1: 2}.items()), show(pairs(0)))
it = pairs(4)
for a, b in it:
    if a == 2:
        break
print(a, b, next(it), show(it), show(it))
