# A tokenizer for a small Python-like language with indentation, strings, comments and error recovery.
KEYWORDS = frozenset("def if else while return and or not in pass".split())
OPERATORS = sorted(["+", "-", "*", "/", "//", "**", "==", "!=", "<", "<=", ">", ">=", "=", "(", ")", "[", "]", ",", ":", ".", "->", "+="], key=len, reverse=True)


class Token:
    def __init__(self, kind, text, line, column):
        self.kind, self.text, self.line, self.column = kind, text, line, column

    def __repr__(self):
        return f"{self.kind}({self.text!r})@{self.line}:{self.column}"


class Lexer:
    def __init__(self, source):
        self.lines = source.split("\n")
        self.indents = [0]
        self.depth = 0
        self.errors = []

    def error(self, line, column, message):
        self.errors.append(f"{line}:{column}: {message}")

    def tokens(self):
        for number, line in enumerate(self.lines, 1):
            stripped = line.lstrip(" ")
            if not stripped or stripped.startswith("#"):
                continue
            if not self.depth:
                yield from self.indentation(number, len(line) - len(stripped))
            yield from self.line(number, line, len(line) - len(stripped))
            if not self.depth:
                yield Token("NEWLINE", "", number, len(line))
        while self.indents[-1]:
            self.indents.pop()
            yield Token("DEDENT", "", len(self.lines), 0)
        if self.depth:
            self.error(len(self.lines), 0, "unclosed bracket")
        yield Token("END", "", len(self.lines), 0)

    def indentation(self, number, width):
        if width > self.indents[-1]:
            self.indents.append(width)
            yield Token("INDENT", width, number, 0)
        while width < self.indents[-1]:
            self.indents.pop()
            yield Token("DEDENT", "", number, 0)
        if width != self.indents[-1]:
            self.error(number, width, "inconsistent dedent")
            self.indents.append(width)

    def line(self, number, text, i):
        while i < len(text):
            c = text[i]
            start = i
            if c in " \t":
                i += 1
                continue
            if c == "#":
                return
            if c.isalpha() or c == "_":
                while i < len(text) and (text[i].isalnum() or text[i] == "_"):
                    i += 1
                word = text[start:i]
                yield Token("KEYWORD" if word in KEYWORDS else "NAME", word, number, start)
            elif c.isdigit():
                while i < len(text) and (text[i].isalnum() or text[i] in "._"):
                    i += 1
                yield self.number(text[start:i], number, start)
            elif c in "'\"":
                i = self.string_end(text, i, number)
                yield Token("STRING", text[start:i], number, start)
            else:
                op = next((o for o in OPERATORS if text.startswith(o, i)), None)
                if op is None:
                    self.error(number, i, f"unexpected {c!r}")
                    i += 1
                    continue
                i += len(op)
                if op in "([":
                    self.depth += 1
                elif op in ")]":
                    if self.depth == 0:
                        self.error(number, start, f"unmatched {op!r}")
                    self.depth = max(0, self.depth - 1)
                yield Token("OP", op, number, start)

    def number(self, text, line, column):
        try:
            value = int(text, 0)
        except ValueError:
            try:
                value = float(text)
            except ValueError:
                self.error(line, column, f"bad number {text!r}")
                value = 0
        return Token("NUMBER", value, line, column)

    def string_end(self, text, i, number):
        quote, start = text[i], i
        i += 1
        while i < len(text) and text[i] != quote:
            i += 2 if text[i] == "\\" else 1
        if i >= len(text):
            self.error(number, start, "unterminated string")
            return len(text)
        return i + 1


SOURCE = '''
def fib(n) -> int:
    # comment
    if n <= 1:
        return n
    else:
        x = [1, 0x1F,
             2.5e3, 1_000]
    return fib(n - 1) + fib(n - 2)

while not done and name != "it's \\" quoted":
    pass
   x += 'open
y = 3 $ 12abc )
(
'''
lexer = Lexer(SOURCE)
tokens = list(lexer.tokens())
by_line = {}
for t in tokens:
    by_line.setdefault(t.line, []).append(t)
for line, ts in by_line.items():
    print(line, " ".join(map(repr, ts)))
print(*lexer.errors, sep="\n")
counts = {}
for t in tokens:
    counts[t.kind] = counts.get(t.kind, 0) + 1
print(dict(sorted(counts.items())))
