# Comparisons with constant strings, in loops: all lengths, all kinds of other operands.


class Shout(str):
    def __eq__(self, other):
        print("eq", str.__str__(self), repr(other))
        return "maybe"

    def __ne__(self, other):
        print("ne", str.__str__(self), repr(other))
        return 0

    __hash__ = str.__hash__


class Quiet(str):
    pass


class Odd:
    def __eq__(self, other):
        if other == "boom":
            raise KeyError(other)
        return other == "odd"

    def __repr__(self):
        return "Odd()"


def shared(text):
    grown = "x" * 5000
    for c in text:
        grown += c
    return grown[5000:] if text else grown[:0]


def long_shared(text):
    s = ""
    for c in text:
        s += c
    return s


def lengths(s):
    found = []
    if s == "":
        found.append(0)
    if s == "a":
        found.append(1)
    if s == "ab":
        found.append(2)
    if "abc" == s:
        found.append(3)
    if s == "abcd":
        found.append(4)
    if s == "abcde":
        found.append(5)
    if s == "abcdef":
        found.append(6)
    if s == "abcdefg":
        found.append(7)
    if s == "abcdefgh":
        found.append(8)
    if s == "abcdefghi":
        found.append(9)
    if s == "abcdefghijklmno":
        found.append(15)
    if s == "abcdefghijklmnop":
        found.append(16)
    if s == "abcdefghijklmnopq":
        found.append(17)
    if s == "odd":
        found.append("odd")
    if s == "é":
        found.append("é")
    if s == "€uro":
        found.append("€uro")
    if s == "\U0001F600":
        found.append("grin")
    if s == "a\0b":
        found.append("nul")
    return found


def differs(s):
    return [s != "", s != "ab", "abcdefghi" != s, not s != "é", s != "abcdefghijklmnopq"]


def member(s):
    r = []
    if s in ("if", "else", "elif", "é"):
        r.append(1)
    if s in ("while", ""):
        r.append(2)
    if s not in ("abc", "abd", "abcdefghijklmnop", "x"):
        r.append(3)
    if s in ("a", "b", 3):
        r.append(4)
    if s in ():
        r.append(5)
    if s in ("only",):
        r.append(6)
    return r


alphabet = "abcdefghijklmnopqrst"
values = [alphabet[:n] for n in range(20)]
values += [alphabet[:n - 1] + "Z" for n in range(1, 19)]
values += [shared(alphabet[:n]) for n in range(18)] + [long_shared(alphabet[:n]) for n in (1, 2, 3, 8, 17)]
values += ["odd", "é", "e", "€uro", "\U0001F600", "a\0b", "a\0", "if", "elif", "else", "while", "only", "abd", "x", "3", "\ud800"]
values += [None, 0, 3, 97, 2.5, True, b"abc", b"", ("abc",), [], Quiet("abc"), Quiet("if"), Odd()]
for v in values:
    print(ascii(v), lengths(v), differs(v), member(v))
print(lengths(Shout("abc")), differs(Shout("ab")), member(Shout("abc")))


def raising(items):
    count = 0
    for v in items:
        try:
            if v == "boom":
                count += 1
            if v in ("bang", "boom"):
                count += 10
        except KeyError as e:
            print("caught", e, count)
    return count


print(raising(["boom", Odd(), "bang", shared("boom"), None]))


def value(v):
    return v == "abc", v != "abc", ("abc" == v) is True


for v in "abc", "abd", shared("abc"), None, Shout("abc"):
    print(value(v))


def tokens(text):
    kinds = {"word": 0, "if": 0, "op": 0, "space": 0}
    for piece in text.split(" "):
        if piece == "if" or piece == "else":
            kinds["if"] += 1
        elif piece in ("+", "-", "==", "<="):
            kinds["op"] += 1
        elif piece == "":
            kinds["space"] += 1
        else:
            kinds["word"] += 1
    return kinds


print(tokens("if a == b  else c + d - if  x <= yy"))
