# A JSON parser and printer, with errors that give line and column.
class JsonError(ValueError):
    pass


class Reader:
    ESCAPES = {"n": "\n", "t": "\t", "r": "\r", "b": "\b", "f": "\f", "/": "/", "\\": "\\", '"': '"'}

    def __init__(self, text):
        self.text, self.pos = text, 0

    def fail(self, message):
        before = self.text[:self.pos]
        line = before.count("\n") + 1
        column = self.pos - (before.rfind("\n") + 1) + 1
        raise JsonError(f"{message} at line {line} column {column}")

    def skip(self):
        while self.pos < len(self.text) and self.text[self.pos] in " \t\r\n":
            self.pos += 1

    def peek(self):
        self.skip()
        return self.text[self.pos] if self.pos < len(self.text) else ""

    def expect(self, char):
        if self.peek() != char:
            self.fail(f"expected {char!r}")
        self.pos += 1

    def value(self):
        c = self.peek()
        if c == "{":
            return self.object()
        if c == "[":
            return self.array()
        if c == '"':
            return self.string()
        for word, result in (("true", True), ("false", False), ("null", None)):
            if self.text.startswith(word, self.pos):
                self.pos += len(word)
                return result
        if c and c in "-0123456789":
            return self.number()
        self.fail(f"unexpected {c!r}" if c else "unexpected end")

    def object(self):
        result = {}
        self.expect("{")
        if self.peek() == "}":
            self.pos += 1
            return result
        while True:
            if self.peek() != '"':
                self.fail("expected a key")
            key = self.string()
            self.expect(":")
            result[key] = self.value()
            if self.peek() == ",":
                self.pos += 1
                continue
            self.expect("}")
            return result

    def array(self):
        result = []
        self.expect("[")
        if self.peek() == "]":
            self.pos += 1
            return result
        while True:
            result.append(self.value())
            if self.peek() == ",":
                self.pos += 1
                continue
            self.expect("]")
            return result

    def string(self):
        self.expect('"')
        parts = []
        while True:
            if self.pos >= len(self.text):
                self.fail("unterminated string")
            c = self.text[self.pos]
            self.pos += 1
            if c == '"':
                return "".join(parts)
            if c == "\\":
                e = self.text[self.pos:self.pos + 1]
                self.pos += 1
                if e == "u":
                    parts.append(chr(int(self.text[self.pos:self.pos + 4], 16)))
                    self.pos += 4
                elif e in self.ESCAPES:
                    parts.append(self.ESCAPES[e])
                else:
                    self.fail(f"bad escape {e!r}")
            else:
                parts.append(c)

    def number(self):
        start = self.pos
        while self.pos < len(self.text) and self.text[self.pos] in "+-.eE0123456789":
            self.pos += 1
        text = self.text[start:self.pos]
        try:
            return int(text) if text.lstrip("-").isdigit() else float(text)
        except ValueError:
            self.pos = start
            self.fail(f"bad number {text!r}")


def parse(text):
    reader = Reader(text)
    result = reader.value()
    if reader.peek():
        reader.fail("extra data")
    return result


def quote(s):
    out = ['"']
    for c in s:
        if c in '"\\':
            out.append("\\" + c)
        elif c == "\n":
            out.append("\\n")
        elif ord(c) < 32:
            out.append(f"\\u{ord(c):04x}")
        else:
            out.append(c)
    out.append('"')
    return "".join(out)


def dump(v, indent=None, level=0):
    if v is None:
        return "null"
    if v is True or v is False:
        return str(v).lower()
    if isinstance(v, (int, float)):
        return repr(v)
    if isinstance(v, str):
        return quote(v)
    items = [quote(k) + ": " + dump(x, indent, level + 1) for k, x in v.items()] if isinstance(v, dict) else [dump(x, indent, level + 1) for x in v]
    opening, closing = "{}" if isinstance(v, dict) else "[]"
    if not items:
        return opening + closing
    if indent is None:
        return opening + ", ".join(items) + closing
    pad = "\n" + " " * indent * (level + 1)
    return opening + pad + ("," + pad).join(items) + "\n" + " " * indent * level + closing


doc = """
{
  "name": "otter", "tags": ["fast", "small", "\\u00e9\\n\\t\\"q\\""],
  "nested": {"empty": {}, "list": [], "deep": [[1, [2, [3]]], -4, 5.5, 1e3, -0.25]},
  "flags": [true, false, null], "big": 123456789012345678901234567890
}
"""
data = parse(doc)
print(data)
print(dump(data))
print(dump(data, indent=2))
print(parse(dump(data)) == data, dump(parse("[]")), dump(parse(' "x" ')), dump({"": [{}]}, 4))
for bad in ("", "{", "[1, 2", '{"a" 1}', '{"a": }', "[1 2]", "tru", '"abc', "[1,]", "01x", '{"a": 1,}', "[1] 2", '"\\q"', "-", "\n\n  @", "{1: 2}"):
    try:
        print(parse(bad))
    except JsonError as e:
        print(repr(bad), "->", e)
