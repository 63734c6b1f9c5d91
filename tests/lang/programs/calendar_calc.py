# Dates by arithmetic: leap years, weekdays, month tables, differences, Easter, ISO weeks, Julian days, roman years.
MONTHS = "January February March April May June July August September October November December".split()
DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()


def is_leap(y):
    return y % 4 == 0 and (y % 100 != 0 or y % 400 == 0)


def month_days(y, m):
    return 29 if m == 2 and is_leap(y) else [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][m - 1]


class Date:
    def __init__(self, y, m, d):
        if not 1 <= m <= 12:
            raise ValueError(f"month {m} out of range")
        if not 1 <= d <= month_days(y, m):
            raise ValueError(f"day {d} out of range for {MONTHS[m - 1]} {y}")
        self.y, self.m, self.d = y, m, d

    @classmethod
    def parse(cls, text):
        parts = text.split("-")
        if len(parts) != 3:
            raise ValueError(f"bad date {text!r}")
        return cls(*map(int, parts))

    @classmethod
    def from_ordinal(cls, n):
        y = n // 366 + 1
        while n > ordinal_of_year(y + 1):
            y += 1
        n -= ordinal_of_year(y)
        m = 1
        while n > month_days(y, m):
            n -= month_days(y, m)
            m += 1
        return cls(y, m, n)

    @property
    def ordinal(self):
        return ordinal_of_year(self.y) + self.day_of_year

    @property
    def day_of_year(self):
        return sum(month_days(self.y, m) for m in range(1, self.m)) + self.d

    @property
    def weekday(self):
        return (self.ordinal - 1) % 7

    def iso_week(self):
        thursday = Date.from_ordinal(self.ordinal - self.weekday + 3)
        return thursday.y, (thursday.day_of_year - 1) // 7 + 1, self.weekday + 1

    def __add__(self, days): return Date.from_ordinal(self.ordinal + days)
    __radd__ = __add__
    def __sub__(self, other): return self.ordinal - other.ordinal if isinstance(other, Date) else self + -other
    def _key(self): return self.y, self.m, self.d
    def __eq__(self, o): return isinstance(o, Date) and self._key() == o._key()
    def __lt__(self, o): return self._key() < o._key()
    def __hash__(self): return hash(self._key())
    def __repr__(self): return f"Date({self.y}, {self.m}, {self.d})"
    def __str__(self): return f"{self.y:04}-{self.m:02}-{self.d:02}"
    def __format__(self, spec):
        if not spec: return str(self)
        names = {"%Y": f"{self.y:04}", "%m": f"{self.m:02}", "%d": f"{self.d:02}", "%B": MONTHS[self.m - 1], "%A": DAYS[self.weekday], "%j": f"{self.day_of_year:03}"}
        for k, v in names.items(): spec = spec.replace(k, v)
        return spec


def ordinal_of_year(y):
    y -= 1
    return y * 365 + y // 4 - y // 100 + y // 400


def easter(y):
    a, b, c = y % 19, y // 100, y % 100
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    l = (32 + 2 * e + 2 * i - h - k) % 7
    m = (a + 11 * h + 19 * l) // 433
    month = (h + l - 7 * m + 90) // 25
    return Date(y, month, (h + l - 7 * m + 33 * month + 19) % 32)


def month_table(y, m):
    lines = [f"{MONTHS[m - 1]} {y}".center(20).rstrip(), "Mo Tu We Th Fr Sa Su"]
    cells = ["  "] * Date(y, m, 1).weekday + [f"{d:2}" for d in range(1, month_days(y, m) + 1)]
    for i in range(0, len(cells), 7):
        lines.append(" ".join(cells[i:i + 7]).rstrip())
    return "\n".join(lines)


def roman(n):
    out = ""
    for v, s in zip((1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1), "M CM D CD C XC L XL X IX V IV I".split()):
        q, n = divmod(n, v)
        out += s * q
    return out


for text in ("2024-02-29", "2000-01-01", "1970-01-01", "1999-12-31", "1582-10-15", "2023-02-29", "2024-13-01", "2024-04-31", "x", "1-2", "2024-1-1"):
    try:
        d = Date.parse(text)
        print(d, repr(d), d.ordinal, f"{d:%A, %d %B %Y (day %j)}", d.iso_week(), d + 100, d - 366, roman(d.y))
    except ValueError as e:
        print(text, "->", e)
print([y for y in range(1890, 1925) if is_leap(y)], Date(2024, 3, 1) - Date(2023, 3, 1), Date(2000, 1, 1) - Date(1900, 1, 1), sorted([Date(2024, 5, 1), Date(2023, 12, 25), Date(2024, 1, 1)]))
print([str(easter(y)) for y in range(2020, 2030)])
print(month_table(2024, 2), month_table(2023, 10), sep="\n")
print(all(Date.from_ordinal(n).ordinal == n for n in range(1, 800000, 997)), [y for y in range(2000, 2030) if Date(y, 2, 29 if is_leap(y) else 28).weekday == 6], sum(1 for y in range(1901, 2001) for m in range(1, 13) if Date(y, m, 1).weekday == 6))
print({Date(2024, 1, 1): "new year"}[Date.parse("2024-01-01")], max(Date(2024, 1, 2), Date(2023, 9, 9)), Date(2024, 1, 1) == "2024-01-01", [f"{Date(2024, m, 1):%B}"[:3] for m in range(1, 13)])
