# A table-driven unit converter with parsing, dimension checks and derived units.
class Dimension(dict):
    def __mul__(self, o): return Dimension({k: v for k in {**self, **o} if (v := self.get(k, 0) + o.get(k, 0))})
    def __pow__(self, n): return Dimension({k: v * n for k, v in self.items() if v * n})
    def __truediv__(self, o): return self * o ** -1
    def __str__(self): return "·".join(k + ("" if v == 1 else str(v).translate(str.maketrans("-0123456789", "⁻⁰¹²³⁴⁵⁶⁷⁸⁹"))) for k, v in sorted(self.items())) or "1"


class UnitError(ValueError):
    pass


class Quantity:
    def __init__(self, value, dim=None):
        self.value, self.dim = value, Dimension(dim or {})

    def _check(self, o, what):
        if self.dim != o.dim:
            raise UnitError(f"cannot {what} {self.dim} and {o.dim}")

    def __add__(self, o): self._check(o, "add"); return Quantity(self.value + o.value, self.dim)
    def __sub__(self, o): self._check(o, "subtract"); return Quantity(self.value - o.value, self.dim)
    def __mul__(self, o): return Quantity(self.value * o.value, self.dim * o.dim) if isinstance(o, Quantity) else Quantity(self.value * o, self.dim)
    __rmul__ = __mul__
    def __truediv__(self, o): return Quantity(self.value / o.value, self.dim / o.dim) if isinstance(o, Quantity) else Quantity(self.value / o, self.dim)
    def __rtruediv__(self, k): return Quantity(k / self.value, self.dim ** -1)
    def __pow__(self, n): return Quantity(self.value ** n, self.dim ** n)
    def __lt__(self, o): self._check(o, "compare"); return self.value < o.value
    def __eq__(self, o): return isinstance(o, Quantity) and self.dim == o.dim and self.value == o.value
    def __hash__(self): return hash((self.value, tuple(sorted(self.dim.items()))))
    def __repr__(self): return f"{self.value:g} {self.dim}"
    def to(self, unit):
        u = parse(unit)
        self._check(u, "convert")
        return self.value / u.value


BASE = {n: Quantity(1, {n: 1}) for n in ("m", "kg", "s", "A", "K")}
UNITS = dict(BASE)
PREFIXES = {"k": 1e3, "M": 1e6, "c": 1e-2, "m": 1e-3, "µ": 1e-6, "n": 1e-9, "G": 1e9}


def define(name, text):
    UNITS[name] = parse(text)


def lookup(name):
    if name in UNITS:
        return UNITS[name]
    if len(name) > 1 and name[0] in PREFIXES and name[1:] in UNITS:
        return UNITS[name[1:]] * PREFIXES[name[0]]
    raise UnitError(f"unknown unit {name!r}")


def tokens(text):
    i = 0
    while i < len(text):
        c = text[i]
        j = i + 1
        if c.isspace():
            pass
        elif c.isdigit() or c == ".":
            while j < len(text) and (text[j].isdigit() or text[j] in ".e" or text[j] in "+-" and text[j - 1] == "e"):
                j += 1
            yield "num", float(text[i:j])
        elif c.isalpha():
            while j < len(text) and text[j].isalpha():
                j += 1
            yield "unit", text[i:j]
        else:
            yield "op", c
        i = j


def parse(text):
    stream = [*tokens(text), ("end", None)]
    at = 0

    def factor():
        nonlocal at
        kind, v = stream[at]
        at += 1
        if kind == "num":
            q = Quantity(v)
        elif kind == "unit":
            q = lookup(v)
        elif v == "(":
            q = product()
            if stream[at][1] != ")":
                raise UnitError("missing )")
            at += 1
        else:
            raise UnitError(f"unexpected {v!r}")
        if stream[at] == ("op", "^"):
            at += 1
            sign = 1
            if stream[at] == ("op", "-"):
                sign, at = -1, at + 1
            q = q ** (sign * int(stream[at][1]))
            at += 1
        return q

    def product():
        nonlocal at
        q = factor()
        while stream[at][0] in ("num", "unit") or stream[at][1] in ("*", "/", "("):
            op = stream[at][1]
            if op in ("*", "/"):
                at += 1
            q = q / factor() if op == "/" else q * factor()
        return q

    q = product()
    if stream[at][0] != "end":
        raise UnitError(f"unexpected {stream[at][1]!r}")
    return q


for name, text in {"g": "0.001 kg", "min": "60 s", "h": "60 min", "day": "24 h", "N": "kg m / s^2", "J": "N m", "W": "J/s", "Hz": "1/s", "l": "0.001 m^3", "inch": "2.54 cm", "ft": "12 inch", "mile": "5280 ft", "V": "W/A", "Pa": "N/m^2", "lb": "453.59237 g"}.items():
    define(name, text)
for text, unit in (("5 km", "mile"), ("100 km/h", "m/s"), ("1 kW h", "MJ"), ("72 kg", "lb"), ("9.81 m/s^2", "ft/s^2"), ("3 l", "cm^3"), ("1 day", "s"), ("12 V * 2 A", "W"), ("1e-9 s", "ns"), ("(2 m)^3", "l"), ("5 kHz", "1/min"), ("101325 Pa", "N/cm^2"), ("5 m", "s"), ("3 furlong", "m"), ("2 m +", "m"), ("(2 m", "m"), ("/ 3", "m")):
    try:
        q = parse(text)
        print(f"{text:>14} = {q.to(unit):.6g} {unit}   [{q.dim}]")
    except UnitError as e:
        print(f"{text:>14} ! {e}")
force = parse("3 N")
work = force * parse("2 m")
print(force, work, work / parse("4 s"), work == parse("6 J"), sorted([parse("1 mile"), parse("1 km"), parse("3000 ft")]), 2 * force, 1 / parse("2 s"), parse("4 m") ** 2)
for bad in (lambda: parse("1 m") + parse("1 s"), lambda: parse("1 m") < parse("1 kg"), lambda: parse("1 m") - 5):
    try:
        print(bad())
    except (UnitError, AttributeError) as e:
        print(type(e).__name__, e)
