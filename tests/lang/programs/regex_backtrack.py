# A backtracking regular-expression matcher with classes, groups, counts, anchors and captures.
class Parser:
    def __init__(self, text):
        self.text, self.i, self.groups = text, 0, 0

    def more(self):
        return self.i < len(self.text)

    def parse(self):
        node = self.alt()
        if self.more():
            raise ValueError(f"unexpected {self.text[self.i]!r} at {self.i}")
        return node

    def alt(self):
        options = [self.seq()]
        while self.more() and self.text[self.i] == "|":
            self.i += 1
            options.append(self.seq())
        return options[0] if len(options) == 1 else ("alt", options)

    def seq(self):
        items = []
        while self.more() and self.text[self.i] not in "|)":
            items.append(self.count(self.atom()))
        return ("seq", items)

    def count(self, node):
        while self.more() and self.text[self.i] in "*+?{":
            c = self.text[self.i]
            if c == "{":
                end = self.text.index("}", self.i)
                lo, _, hi = self.text[self.i + 1:end].partition(",")
                bounds = (int(lo), int(hi) if hi else (None if "," in self.text[self.i:end] else int(lo)))
                self.i = end + 1
            else:
                bounds = {"*": (0, None), "+": (1, None), "?": (0, 1)}[c]
                self.i += 1
            lazy = self.more() and self.text[self.i] == "?"
            self.i += lazy
            node = ("rep", node, *bounds, lazy)
        return node

    def atom(self):
        c = self.text[self.i]
        self.i += 1
        if c == "(":
            self.groups += 1
            n = self.groups
            inner = self.alt()
            if not self.more():
                raise ValueError("missing )")
            self.i += 1
            return ("group", n, inner)
        if c == "[":
            return self.set()
        if c == ".":
            return ("any",)
        if c in "^$":
            return (c,)
        if c in "*+?":
            raise ValueError("nothing to repeat")
        if c == "\\":
            c = self.text[self.i]
            self.i += 1
            if c in "dwsDWS":
                return ("class", c)
            if c.isdigit():
                return ("ref", int(c))
        return ("char", c)

    def set(self):
        negate = self.text[self.i] == "^"
        self.i += negate
        ranges = []
        while self.text[self.i] != "]":
            lo = self.text[self.i]
            if self.text[self.i + 1] == "-" and self.text[self.i + 2] != "]":
                ranges.append((lo, self.text[self.i + 2]))
                self.i += 3
            else:
                ranges.append((lo, lo))
                self.i += 1
        self.i += 1
        return ("set", negate, ranges)


CLASSES = {"d": str.isdigit, "w": lambda c: c.isalnum() or c == "_", "s": str.isspace}


def single(node, c):
    match node:
        case ("char", x): return c == x
        case ("any",): return c != "\n"
        case ("class", k): return CLASSES[k.lower()](c) == k.islower()
        case ("set", negate, ranges): return any(a <= c <= b for a, b in ranges) != negate
    return None


def walk(node, text, i, caps, k):
    """Calls k(position, captures) for each way to match; stops at the first true answer."""
    match node:
        case ("seq", items):
            def step(n, i, caps):
                return k(i, caps) if n == len(items) else walk(items[n], text, i, caps, lambda j, c: step(n + 1, j, c))
            return step(0, i, caps)
        case ("alt", options):
            for o in options:
                if r := walk(o, text, i, caps, k):
                    return r
            return None
        case ("group", n, inner):
            return walk(inner, text, i, caps, lambda j, c: k(j, {**c, n: (i, j)}))
        case ("rep", inner, lo, hi, lazy):
            def again(count, i, caps):
                def more():
                    return walk(inner, text, i, caps, lambda j, c: again(count + 1, j, c) if j > i or count < lo else None) if hi is None or count < hi else None
                def stop():
                    return k(i, caps) if count >= lo else None
                return (stop() or more()) if lazy else (more() or stop())
            return again(0, i, caps)
        case ("^",):
            return k(i, caps) if i == 0 else None
        case ("$",):
            return k(i, caps) if i == len(text) else None
        case ("ref", n):
            a, b = caps.get(n, (0, 0))
            return k(i + b - a, caps) if text.startswith(text[a:b], i) else None
    return k(i + 1, caps) if i < len(text) and single(node, text[i]) else None


class Regex:
    def __init__(self, pattern):
        parser = Parser(pattern)
        self.node, self.groups = parser.parse(), parser.groups

    def match(self, text, start=0):
        return walk(self.node, text, start, {}, lambda i, c: (start, i, c))

    def search(self, text, start=0):
        for s in range(start, len(text) + 1):
            if m := self.match(text, s):
                return m
        return None

    def findall(self, text):
        i, out = 0, []
        while i <= len(text) and (m := self.search(text, i)):
            a, b, c = m
            out.append(text[a:b] if not self.groups else tuple(text[slice(*c[g])] if g in c else None for g in range(1, self.groups + 1)))
            i = b if b > a else b + 1
        return out

    def sub(self, to, text):
        i, out = 0, []
        while m := self.search(text, i):
            a, b, c = m
            out += [text[i:a], to(text[a:b]) if callable(to) else to]
            if b == a:
                out.append(text[b:b + 1])
            i = max(b, a + 1)
            if i > len(text):
                break
        return "".join(out) + text[i:]


for pattern, text in [("a+b", "xaaab"), ("(a|b)*c", "ababc"), ("^\\d{3}-\\d{2,4}$", "555-1234"), ("(\\w+)@(\\w+)\\.com", "mail bob@example.com now"), ("<.+?>", "<a><b>"), ("<.+>", "<a><b>"), ("(\\w)\\1", "hello"), ("[^aeiou ]+", "the otter"), ("x*", "aaa"), ("(a?){3}a{3}", "aaa"), ("a{2}", "aaaa"), ("[a-cx]+", "zabxcz"), ("\\s+", "a \t b"), ("é.", "caféé!"), ("^$", "")]:
    r = Regex(pattern)
    m = r.search(text)
    print(pattern, repr(text), m and (text[m[0]:m[1]], {g: text[a:b] for g, (a, b) in sorted(m[2].items())}), r.findall(text))
print(Regex("\\d+").sub(lambda s: str(int(s) * 2), "a1 b22 c333"), Regex(" +").sub("_", "a  b c"), Regex("o").sub("0", "foo"), Regex("x*").sub("-", "abc"))
for bad in ("(a", "a)", "*", "+a", "a|*"):
    try:
        Regex(bad)
        print("compiled", bad)
    except ValueError as e:
        print(bad, "->", e)
