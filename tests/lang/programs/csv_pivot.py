# A small data-frame: columns, selection, sorting, grouping, joining, pivoting, formatting.
class Frame:
    def __init__(self, columns):
        self.columns = {k: list(v) for k, v in columns.items()}
        sizes = {len(v) for v in self.columns.values()}
        if len(sizes) > 1:
            raise ValueError(f"columns of different length: {sorted(sizes)}")
        self.size = sizes.pop() if sizes else 0

    @classmethod
    def from_rows(cls, names, rows):
        cols = {n: [] for n in names}
        for r in rows:
            for n, v in zip(names, r):
                cols[n].append(v)
        return cls(cols)

    @classmethod
    def parse(cls, text):
        names, *rows = [line.split(",") for line in text.strip().splitlines()]
        return cls.from_rows(names, [[convert(c) for c in r] for r in rows])

    def __len__(self):
        return self.size

    def __getitem__(self, key):
        if isinstance(key, str):
            if key not in self.columns:
                raise KeyError(f"no column {key!r}, only {', '.join(self.columns)}")
            return self.columns[key]
        if isinstance(key, slice):
            return Frame({k: v[key] for k, v in self.columns.items()})
        return {k: v[key] for k, v in self.columns.items()}

    def __iter__(self):
        return (self[i] for i in range(self.size))

    def where(self, test):
        keep = [i for i in range(self.size) if test(self[i])]
        return Frame({k: [v[i] for i in keep] for k, v in self.columns.items()})

    def with_column(self, name, f):
        return Frame({**self.columns, name: [f(r) for r in self]})

    def select(self, *names):
        return Frame({n: self[n] for n in names})

    def sort(self, *names, reverse=False):
        order = sorted(range(self.size), key=lambda i: tuple(self[n][i] for n in names), reverse=reverse)
        return Frame({k: [v[i] for i in order] for k, v in self.columns.items()})

    def group(self, name, **aggregates):
        groups = {}
        for r in self:
            groups.setdefault(r[name], []).append(r)
        return Frame.from_rows([name, *aggregates], [[k, *(f([r[c] for r in rs if r[c] is not None]) for c, f in aggregates.values())] for k, rs in groups.items()])

    def join(self, other, on):
        index = {}
        for r in other:
            index.setdefault(r[on], []).append(r)
        names = [*self.columns, *(n for n in other.columns if n != on)]
        return Frame.from_rows(names, [[{**a, **b}[n] for n in names] for a in self for b in index.get(a[on], [])])

    def pivot(self, row, column, value, f=sum):
        heads = sorted(set(self[column]), key=str)
        cells = {}
        for r in self:
            cells.setdefault(r[row], {}).setdefault(r[column], []).append(r[value])
        return Frame.from_rows([row, *map(str, heads)], [[k, *(f(v[h]) if h in v else None for h in heads)] for k, v in cells.items()])

    def __str__(self):
        def fmt(v):
            return "-" if v is None else f"{v:.2f}" if isinstance(v, float) else str(v)
        cols = {k: [fmt(v) for v in vs] for k, vs in self.columns.items()}
        widths = {k: max(map(len, [k, *vs])) for k, vs in cols.items()}
        head = "  ".join(k.ljust(widths[k]) for k in cols).rstrip()
        rows = ["  ".join(cols[k][i].rjust(widths[k]) if isinstance(self.columns[k][i], (int, float)) else cols[k][i].ljust(widths[k]) for k in cols).rstrip() for i in range(self.size)]
        return "\n".join([head, "-" * len(head), *rows])


def convert(text):
    text = text.strip()
    if not text:
        return None
    for kind in (int, float):
        try:
            return kind(text)
        except ValueError:
            continue
    return text


def mean(xs):
    return sum(xs) / len(xs) if xs else None


SALES = """
region,product,year,units,price
north,pen,2022,10,1.5
north,ink,2022,3,7.25
south,pen,2022,20,1.4
south,pen,2023,25,1.45
north,pen,2023,12,1.6
east,ink,2023,,7.5
east,paper,2022,100,0.1
south,ink,2023,8,7
"""
f = Frame.parse(SALES)
print(f, len(f), sep="\n")
g = f.where(lambda r: r["units"] is not None).with_column("total", lambda r: r["units"] * r["price"])
print(g.select("region", "product", "total").sort("total", reverse=True))
print(g.group("region", n=("units", len), units=("units", sum), mean=("price", mean), best=("total", max)).sort("region"))
print(g.pivot("product", "year", "total"))
print(g.pivot("region", "product", "units", max).sort("region"))
regions = Frame({"region": ["north", "south", "west"], "manager": ["Ann", "Bob", "Cyd"]})
print(g.join(regions, "region").select("manager", "product", "units")[1:4])
print(f[0], f[-1]["region"], f["units"], [r["product"] for r in f[::3]], sum(g["total"]))
for bad in (lambda: f["nope"], lambda: Frame({"a": [1], "b": [1, 2]}), lambda: f[99], lambda: f.sort("units")):
    try:
        print(bad())
    except (KeyError, ValueError, IndexError, TypeError) as e:
        print(type(e).__name__, e)
