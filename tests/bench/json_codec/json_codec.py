# A JSON reader and writer, written out: characters one by one, nested dicts and lists, strings with escapes.
import sys


class Parser:
    def __init__(self, text):
        self.text = text
        self.at = 0

    def skip_space(self):
        text = self.text
        while self.at < len(text) and text[self.at] in " \n\t":
            self.at += 1

    def expect(self, c):
        if self.text[self.at] != c:
            raise ValueError(f"expected {c} at {self.at}")
        self.at += 1

    def parse(self):
        self.skip_space()
        c = self.text[self.at]
        if c == "{":
            return self.parse_object()
        if c == "[":
            return self.parse_array()
        if c == '"':
            return self.parse_string()
        if c == "t":
            self.at += 4
            return True
        if c == "f":
            self.at += 5
            return False
        if c == "n":
            self.at += 4
            return None
        return self.parse_number()

    def parse_object(self):
        self.at += 1
        result = {}
        self.skip_space()
        if self.text[self.at] == "}":
            self.at += 1
            return result
        while True:
            self.skip_space()
            key = self.parse_string()
            self.skip_space()
            self.expect(":")
            result[key] = self.parse()
            self.skip_space()
            if self.text[self.at] == "}":
                self.at += 1
                return result
            self.expect(",")

    def parse_array(self):
        self.at += 1
        result = []
        self.skip_space()
        if self.text[self.at] == "]":
            self.at += 1
            return result
        while True:
            result.append(self.parse())
            self.skip_space()
            if self.text[self.at] == "]":
                self.at += 1
                return result
            self.expect(",")

    def parse_string(self):
        self.expect('"')
        parts = []
        while True:
            c = self.text[self.at]
            self.at += 1
            if c == '"':
                return "".join(parts)
            if c == "\\":
                c = self.text[self.at]
                self.at += 1
                if c == "n":
                    c = "\n"
                elif c == "t":
                    c = "\t"
            parts.append(c)

    def parse_number(self):
        text = self.text
        sign = 1
        if text[self.at] == "-":
            sign = -1
            self.at += 1
        value = 0
        while self.at < len(text) and "0" <= text[self.at] <= "9":
            value = value * 10 + ord(text[self.at]) - 48
            self.at += 1
        return sign * value


def write(value, out):
    if value is None:
        out.append("null")
    elif value is True:
        out.append("true")
    elif value is False:
        out.append("false")
    elif isinstance(value, int):
        out.append(str(value))
    elif isinstance(value, str):
        write_string(value, out)
    elif isinstance(value, list):
        write_list(value, out)
    else:
        write_dict(value, out)


def write_string(text, out):
    out.append('"')
    for c in text:
        if c == '"' or c == "\\":
            out.append("\\")
            out.append(c)
        elif c == "\n":
            out.append("\\n")
        elif c == "\t":
            out.append("\\t")
        else:
            out.append(c)
    out.append('"')


def write_list(items, out):
    out.append("[")
    for i in range(len(items)):
        if i > 0:
            out.append(",")
        write(items[i], out)
    out.append("]")


def write_dict(items, out):
    out.append("{")
    first = True
    for key, value in items.items():
        if not first:
            out.append(",")
        first = False
        write_string(key, out)
        out.append(":")
        write(value, out)
    out.append("}")


def make_document(records):
    items = []
    for i in range(records):
        items.append({
            "id": i,
            "name": "user \"" + str(i * 37 % 1000) + "\"",
            "active": i % 3 == 0,
            "parent": None if i % 5 == 0 else i // 5,
            "scores": [i * 7 % 100 - 50, i * 13 % 100, i * 29 % 100],
            "note": "line\n\ttwo \\ three",
        })
    return {"version": 1, "items": items}


def main():
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 750
    total = 0
    for i in range(rounds):
        out = []
        write(make_document(50 + i % 5), out)
        text = "".join(out)
        again = []
        document = Parser(text).parse()
        write(document, again)
        if "".join(again) != text:
            print("different")
        for item in document["items"]:
            total += item["scores"][0] + len(item["name"]) + (1 if item["active"] else 0)
        total += len(text)
    print(total)


main()
