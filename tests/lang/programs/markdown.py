# A Markdown to HTML converter: blocks, inline styles, lists, code, links, escaping.
DOC = """\
# Title with *emphasis*

A paragraph with **bold**, *italic*, `code <b>` and a [link](http://example.com/?a=1&b=2).
It goes on here & ends with \\*escaped\\* stars.

- one
- two **bold**
  - nested a
  - nested b
- three

1. first
2. second

```python
def f(x):
    return x < 1 && "quoted"
```

> A quote
> on two lines

---

## Second heading

Last paragraph, ünïcode ☕, unclosed *star and `tick.
"""


def escape(text):
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


class Inline:
    MARKS = (("**", "strong"), ("*", "em"), ("`", "code"))

    def __init__(self, text):
        self.text, self.i, self.out = text, 0, []

    def convert(self):
        while self.i < len(self.text):
            if not (self.escaped() or self.link() or self.marked()):
                self.out.append(escape(self.text[self.i]))
                self.i += 1
        return "".join(self.out)

    def escaped(self):
        if self.text[self.i] == "\\" and self.i + 1 < len(self.text):
            self.out.append(escape(self.text[self.i + 1]))
            self.i += 2
            return True
        return False

    def link(self):
        if self.text[self.i] != "[":
            return False
        close = self.text.find("](", self.i)
        end = self.text.find(")", close)
        if close < 0 or end < 0:
            return False
        label, url = self.text[self.i + 1:close], self.text[close + 2:end]
        self.out.append(f'<a href="{escape(url)}">{Inline(label).convert()}</a>')
        self.i = end + 1
        return True

    def marked(self):
        for mark, tag in self.MARKS:
            if self.text.startswith(mark, self.i):
                end = self.text.find(mark, self.i + len(mark))
                if end > self.i + len(mark):
                    inner = self.text[self.i + len(mark):end]
                    self.out.append(f"<{tag}>{escape(inner) if tag == 'code' else Inline(inner).convert()}</{tag}>")
                    self.i = end + len(mark)
                    return True
        return False


def inline(text):
    return Inline(text).convert()


class Blocks:
    def __init__(self, text):
        self.lines, self.n, self.out = text.splitlines(), 0, []

    @property
    def line(self):
        return self.lines[self.n] if self.n < len(self.lines) else None

    def take_while(self, ok):
        taken = []
        while self.line is not None and ok(self.line):
            taken.append(self.line)
            self.n += 1
        return taken

    def convert(self):
        while (line := self.line) is not None:
            if not line.strip():
                self.n += 1
            elif line.startswith("#"):
                level = len(line) - len(line.lstrip("#"))
                self.out.append(f"<h{level}>{inline(line[level:].strip())}</h{level}>")
                self.n += 1
            elif line.startswith("```"):
                self.code(line[3:])
            elif set(line.strip()) == {"-"} and len(line.strip()) >= 3:
                self.out.append("<hr>")
                self.n += 1
            elif line.startswith(">"):
                body = "\n".join(l[1:].strip() for l in self.take_while(lambda l: l.startswith(">")))
                self.out.append(f"<blockquote>{Blocks(body).convert()}</blockquote>")
            elif self.marker(line):
                self.list(0)
            else:
                body = self.take_while(lambda l: l.strip() and not l.startswith(("#", "```", ">")) and not self.marker(l))
                self.out.append(f"<p>{inline(' '.join(l.strip() for l in body))}</p>")
        return "\n".join(self.out)

    def code(self, language):
        self.n += 1
        body = self.take_while(lambda l: not l.startswith("```"))
        self.n += 1
        self.out.append(f'<pre class="{language or "text"}">' + escape("\n".join(body)) + "</pre>")

    @staticmethod
    def marker(line):
        text = line.lstrip()
        head = text.split(" ")[0]
        if head == "-" and text != "-":
            return "ul", len(line) - len(text), text[2:]
        if head[:-1].isdigit() and head.endswith("."):
            return "ol", len(line) - len(text), text[len(head) + 1:]
        return None

    def list(self, depth):
        kind, indent, _ = self.marker(self.line)
        self.out.append("  " * depth + f"<{kind}>")
        while self.line is not None and (m := self.marker(self.line)):
            k, i, text = m
            if i < indent or i == indent and k != kind:
                break
            if i > indent:
                self.list(depth + 1)
                continue
            self.out.append("  " * depth + f"  <li>{inline(text)}</li>")
            self.n += 1
        self.out.append("  " * depth + f"</{kind}>")


html = Blocks(DOC).convert()
print(html)
tags = {}
i = 0
while (i := html.find("<", i)) >= 0:
    name = ""
    for c in html[i + 1:]:
        if not (c.isalnum() or c == "/"):
            break
        name += c
    tags[name] = tags.get(name, 0) + 1
    i += 1
print(dict(sorted(tags.items())), all(tags.get("/" + t, 0) == n for t, n in tags.items() if not t.startswith("/") and t != "hr"))
print(inline("a*b*c **x *y* z** [no link] [t](u) \\[x] `*raw*` ** not**"), Blocks("").convert() == "", Blocks("plain").convert())
