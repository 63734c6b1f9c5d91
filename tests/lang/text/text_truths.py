# Questions about strings asked in loops: isdigit and its like of characters and of strings, startswith and endswith.
# no-stress gc: it makes all of Unicode's characters


class Yes(str):
    def isdigit(self):
        return "yes"

    def startswith(self, *args):
        return f"starts {args}"


class Plain(str):
    pass


def classes(text):
    counts = [0] * 6
    for c in text:
        if c.isdigit():
            counts[0] += 1
        if c.isalpha():
            counts[1] += 1
        if not c.isalnum():
            counts[2] += 1
        counts[3] += c.isspace()
        counts[4] += c.isdecimal()
        if c.isnumeric() is True:
            counts[5] += 1
    return counts


def by_index(text):
    i, found = 0, []
    while i < len(text):
        start = i
        if text[i].isalpha() or text[i] == "_":
            while i < len(text) and (text[i].isalnum() or text[i] == "_"):
                i += 1
            found.append(("name", text[start:i]))
        elif text[i].isdigit():
            while i < len(text) and text[i].isdigit():
                i += 1
            found.append(("number", text[start:i]))
        elif text[i].isspace():
            i += 1
        else:
            found.append(text[i])
            i += 1
    return found


def whole(words):
    out = []
    for w in words:
        out.append((w.isdigit(), w.isalpha(), w.isalnum(), w.isspace(), w.isdecimal(), w.isnumeric()))
    return out


def ends(words, part):
    out = []
    for w in words:
        if w.startswith(part):
            out.append("s")
        if w.endswith(part):
            out.append("e")
        out.append((w.startswith("ab"), w.endswith("ab"), w.startswith(""), w.endswith("")))
    return out


def forms(s):
    return [s.startswith(("x", "a")), s.startswith("b", 1), s.endswith("b", 0, 2), s.startswith(()), s.endswith(("c", ""))]


def attempt(f, *args):
    try:
        print(f.__name__, f(*args))
    except Exception as e:
        print(f.__name__, type(e).__name__, e)


texts = ["", "abc", "a1 b2\t", "٣½²Ⅷ五", "éß𝔸", "_x9 = 10+y", "\x1c\x85\xa0\u2028", "\U0001F600é", "12345", "½", "ⅷ"]
for t in texts:
    print(classes(t), by_index(t))
print(whole(texts))
everything = "".join(chr(c) for c in range(0x3000) if not 0xD800 <= c < 0xE000) + "".join(chr(c) for c in range(0x10000, 0x10FFFF, 7))
print(classes(everything))
print(ends(["", "a", "ab", "abab", "xab", "abx", "é", "éab"], "ab"), ends(["é", "xé", "e"], "é"))
print(forms("abc"))
attempt(whole, [Yes("a"), Plain("12"), "3"])
attempt(ends, [Yes("abc"), Plain("ab")], "a")
attempt(ends, ["ab"], Plain("ab"))
attempt(ends, ["ab"], ("a", "b"))
attempt(ends, ["ab"], 3)
attempt(ends, ["ab"], b"a")
attempt(ends, [b"ab"], b"ab")
attempt(whole, [b"12"])
attempt(whole, [3])
attempt(whole, ["1", None])
attempt(classes, [b"1", "2"])
attempt(classes, ["12", "ab", ""])


def caught(items):
    n = 0
    for x in items:
        try:
            if x.isdigit():
                n += 1
        except AttributeError as e:
            print(e)
            n += 100
    return n


print(caught(["1", "a", 5, "22", None]))
