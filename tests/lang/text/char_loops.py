# Single characters of strings in loops: indexed, compared, looked for in constants; ASCII and not, in range and not.
def match(a, b):
    n = 0
    for i in range(len(a)):
        for j in range(len(b)):
            if a[i] == b[j]:
                n += 1
    return n


def kinds(s):
    out = []
    i = 0
    while i < len(s):
        c = s[i]
        if c in "aeiou":
            out.append("v")
        elif c == " ":
            out.append("_")
        elif "0" <= c <= "9":
            out.append("d")
        elif c > "\x7f":
            out.append(c)
        elif c not in "xyz{}~@\x00":
            out.append(".")
        else:
            out.append("?" + c)
        i += 1
    return "".join(out)


def order(s):
    up = 0
    for i in range(1, len(s)):
        if s[i - 1] < s[i]:
            up += 1
        elif s[i - 1] != s[i]:
            up -= 1
    return up


def kept(s):
    chars = []
    for i in range(-len(s), len(s)):
        chars.append(s[i])
    return chars, chars[0] is chars[0], chars[-1] == s[-1]


def beyond(s, n):
    total = ""
    try:
        for i in range(n):
            total += s[i]
    except IndexError as e:
        return total, str(e)
    return total


def beyond_here(s, n):
    last = None
    for i in range(n):
        last = s[i]
    return last


def compare_values(s):
    out = []
    for i in range(len(s)):
        out.append((s[i] == "a", s[i] != "b", s[i] < "c", s[i] == "ab", s[i] == "é", s[i] == 5, s[i] in "", s[i] in "aéb"))
    return out


def grown(n):
    s = ""
    for i in range(n):
        s += chr(97 + i % 26)
    t = 0
    for i in range(n):
        if s[i] == "c":
            t += i
    return t


def mixed(items):
    n = 0
    for x in items:
        if x[0] == "a":
            n += 1
    return n


print(match("hello world", "low"), match("héllo", "öéh"), match("", "x"))
print(kinds("hello 42 xyz{}~ ünïcode €😀 \x00 end"), order("banana"), order("zéa😀b"))
print(kept("abc"), kept("aé😀"), beyond("abc", 3), beyond("abc", 5), beyond("é", 2))
print(compare_values("abcé"), grown(1000))
for s in ("abc", "ñ"):
    try:
        print(beyond_here(s, len(s)), beyond_here(s, len(s) + 1))
    except IndexError as e:
        print(e)
print(mixed(["apple", "bat", "avocado"]), mixed([["a"], "ab", ("a", 1)]))


class Text(str):
    def __getitem__(self, i):
        return "own"


print(match(Text("ab"), "own"), kept(Text("ab")))
