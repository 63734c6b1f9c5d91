# Values that prediction knows nothing of, as they come out of a text: code is made for what was seen, and other things come later.
import json
import math


def load(text):
    return json.loads(text)


def total(rows, weights):
    t = 0
    for i in range(len(rows)):
        row = rows[i]
        for k in range(len(row)):
            t += row[k] * weights[i]
    return t


def letters(words, wanted):
    n = 0
    for word in words:
        for c in word:
            if c == wanted:
                n += 1
    return n


def by_name(table, names):
    found = []
    for name in names:
        if name in table:
            found.append(table[name])
    return found


def grow(items, n):
    for i in range(n):
        items.append(items[i] + items[-1])
    return items[-1]


def attempt(f, *args):
    try:
        return f(*args)
    except (TypeError, ValueError, IndexError, KeyError, AttributeError) as e:
        return type(e).__name__


def shown(v):
    return f"{v:.6g}" if isinstance(v, float) else v


FLOATS = json.dumps([[i * 0.5 + k for k in range(8)] for i in range(8)])
INTS = json.dumps([[i + k for k in range(8)] for i in range(8)])
MIXED = json.dumps([[i if k % 3 else i * 0.25 for k in range(8)] for i in range(8)])
BIG = json.dumps([[(1 << 61) + i * k for k in range(8)] for i in range(8)])
ODD = json.dumps([[1, 2.5, None], [True, False, 3], "abc", [], {"0": 1}, [1e300, -0.0], [[1], [2]], 7])
ONES, HALVES = [1] * 8, [0.5] * 8

for source in (FLOATS, INTS, MIXED, BIG, FLOATS, ODD, INTS):
    rows = load(source)
    for repeat in range(12):
        results = [shown(attempt(total, rows, ONES)), shown(attempt(total, rows, HALVES)), attempt(total, tuple(rows), ONES)]
    print(results[:2], shown(results[2]))

for words in (load('["banana", "anna", "x"]'), ("aa", "bä", "\u20ac" * 3), [b"aab", b"ba"], [["a", "b"], "a"], {"a": 1, "ba": 2}, 5, [1, 2]):
    for repeat in range(12):
        result = attempt(letters, words, "a"), attempt(letters, words, 97)
    print(result)

tables = [load('{"a": 1, "b": 2.5, "c": "x"}'), load('{"a": 1, "b": 2, "d": [1]}'), ["a", "b"], {1: 2}, "abc", None, {}]
for table in tables:
    for repeat in range(12):
        result = attempt(by_name, table, ["a", "b", "c", "d"]), attempt(by_name, table, (1, 0, 2))
    print(result)

for start in ("[1, 2]", "[1.5, 2]", '["a", "b"]', "[[1], [2]]", "[4611686018427387904, 1]", "[]"):
    for repeat in range(6):
        result = attempt(grow, load(start), 12)
    print(shown(result))


# Objects of classes that the data chooses.
class Circle:
    def __init__(self, r):
        self.r = r

    def area(self):
        return math.pi * self.r * self.r


class Square:
    def __init__(self, side):
        self.name = "square"
        self.side = side

    def area(self):
        return self.side * self.side


class Late(Square):
    def area(self):
        return -1


KINDS = {"circle": Circle, "square": Square, "late": Late}


def areas(shapes):
    t = 0
    for s in shapes:
        t += s.area()
    return t


def made(text):
    return [globals()["KINDS"][kind](size) for kind, size in json.loads(text)]


for text in ('[["circle", 1], ["circle", 2.5]]', '[["square", 3], ["square", 4]]', '[["square", 3], ["circle", 1], ["late", 9]]', '[["late", 1]]'):
    shapes = made(text) * 10
    for repeat in range(12):
        result = attempt(areas, shapes)
    print(shown(result))
setattr(Circle, "area", lambda self: 100)
shapes = made('[["circle", 1]]') * 10
print([attempt(areas, shapes) for repeat in range(6)])
for s in shapes[::2]:
    s.area = lambda: 0.5
print([attempt(areas, shapes) for repeat in range(6)])


# Captured variables and globals that change their kinds.
def stepper(state):
    def step(n):
        nonlocal state
        for i in range(n):
            state = state + state[-1:] if isinstance(state, (str, list)) else state + i
        return state

    def put(v):
        nonlocal state
        state = v
    return step, put


step, put = stepper(load("0"))
for text in ("0", "0.5", '"ab"', "[1, 2]", "4611686018427387900"):
    put(load(text))
    for repeat in range(6):
        result = step(3)
    print(shown(result))

limit = load("10")


def below(n):
    count = 0
    for i in range(n):
        if i < limit:
            count += 1
    return count


for text in ("10", "10.5", "null", '"a"', "123456789012345678901234567890", "true"):
    limit = load(text)
    print([attempt(below, 40) for repeat in range(8)][-1])
