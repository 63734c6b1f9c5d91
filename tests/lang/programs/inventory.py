# Records from text: parsing, validation, grouping, aggregation, a report table.
DATA = '''\
id,name,category,price,stock
1,Widget,tools,9.99,100
2,Gadget,tools,24.50,15
3,"Deluxe, Big",toys,99.00,3
4,Ball,toys,4.25,0
5,Broken,tools,abc,5
6,Short,row
7,"Quote ""x""",food,1.10,1000
8,Négative,food,-3.0,10
9,Last,,5,7
'''


def split_csv(line):
    fields, current, quoted, i = [], "", False, 0
    while i < len(line):
        c = line[i]
        if quoted:
            if c == '"' and line[i + 1:i + 2] == '"':
                current += '"'
                i += 1
            elif c == '"':
                quoted = False
            else:
                current += c
        elif c == '"':
            quoted = True
        elif c == ",":
            fields.append(current)
            current = ""
        else:
            current += c
        i += 1
    fields.append(current)
    return fields


class InvalidRow(Exception):
    def __init__(self, line, reason):
        super().__init__(f"line {line}: {reason}")
        self.line = line


class Item:
    def __init__(self, **fields):
        self.__dict__.update(fields)

    @classmethod
    def from_row(cls, line, header, row):
        if len(row) != len(header):
            raise InvalidRow(line, f"{len(row)} fields instead of {len(header)}")
        fields = dict(zip(header, row))
        try:
            fields["price"], fields["stock"] = float(fields["price"]), int(fields["stock"])
        except ValueError as e:
            raise InvalidRow(line, str(e)) from e
        if fields["price"] < 0:
            raise InvalidRow(line, "negative price")
        fields["category"] = fields["category"] or "none"
        return cls(**fields)

    @property
    def value(self):
        return self.price * self.stock

    def __repr__(self):
        return f"Item({self.name!r}, {self.price}, {self.stock})"


def load(text):
    lines = text.splitlines()
    header = split_csv(lines[0])
    items, errors = [], []
    for number, line in enumerate(lines[1:], 2):
        try:
            items.append(Item.from_row(number, header, split_csv(line)))
        except InvalidRow as e:
            errors.append(e)
    return items, errors


def group_by(items, key):
    groups = {}
    for item in items:
        groups.setdefault(key(item), []).append(item)
    return groups


def table(headers, rows):
    rows = [[str(c) if not isinstance(c, float) else f"{c:,.2f}" for c in r] for r in rows]
    widths = [max(len(r[i]) for r in [headers, *rows]) for i in range(len(headers))]
    line = "+".join("-" * (w + 2) for w in widths)
    yield " | ".join(h.center(w) for h, w in zip(headers, widths)).rstrip()
    yield line
    for r in rows:
        yield " | ".join(c.rjust(w) if c.replace(",", "").replace(".", "").isdigit() else c.ljust(w) for c, w in zip(r, widths)).rstrip()
    yield line


items, errors = load(DATA)
print(items)
for e in errors:
    print(e, "|", type(e.__cause__).__name__, "|", e.line)
groups = group_by(items, lambda i: i.category)
print(*table(["category", "items", "stock", "value"], [[c, len(g), sum(i.stock for i in g), sum(i.value for i in g)] for c, g in sorted(groups.items())]), sep="\n")
print(*table(["name", "price"], [[i.name, i.price] for i in sorted(items, key=lambda i: (-i.price, i.name))]), sep="\n")
print(f"total {sum(i.value for i in items):.2f}, mean price {sum(i.price for i in items) / len(items):.3f}")
print([i.name for i in items if not i.stock], max(items, key=lambda i: i.value).name, {i.name[0]: i.id for i in items})
print(split_csv('a,"b,c",,"d""e"'), split_csv(""), split_csv('"open'))
buckets = group_by(items, lambda i: "cheap" if i.price < 5 else "mid" if i.price < 50 else "dear")
print({k: [i.name for i in v] for k, v in buckets.items()}, sorted({i.category for i in items}))
