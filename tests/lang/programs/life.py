# Conway's life on a set of cells and on a fixed torus; gliders, oscillators, RLE patterns.
def parse_rle(text):
    cells, x, y, n = set(), 0, 0, ""
    for c in text:
        if c.isdigit():
            n += c
        elif c in "bo":
            count = int(n or 1)
            if c == "o":
                cells |= {(x + i, y) for i in range(count)}
            x, n = x + count, ""
        elif c == "$":
            y, x, n = y + int(n or 1), 0, ""
        elif c == "!":
            break
    return cells


def step(cells):
    counts = {}
    for x, y in cells:
        for dx in (-1, 0, 1):
            for dy in (-1, 0, 1):
                if dx or dy:
                    key = x + dx, y + dy
                    counts[key] = counts.get(key, 0) + 1
    return {c for c, n in counts.items() if n == 3 or n == 2 and c in cells}


def bounds(cells):
    xs, ys = [x for x, _ in cells], [y for _, y in cells]
    return min(xs), min(ys), max(xs), max(ys)


def show(cells):
    if not cells:
        return "(empty)"
    x0, y0, x1, y1 = bounds(cells)
    return "\n".join("".join(".#"[(x, y) in cells] for x in range(x0, x1 + 1)) for y in range(y0, y1 + 1))


def normal(cells):
    x0, y0, *_ = bounds(cells)
    return frozenset((x - x0, y - y0) for x, y in cells)


def period(cells, limit=60):
    seen, n = {normal(cells): 0}, 0
    start = bounds(cells)
    while n < limit:
        cells = step(cells)
        n += 1
        if not cells:
            return "dies", n
        if normal(cells) in seen:
            x, y, *_ = bounds(cells)
            return "period", n - seen[normal(cells)], (x - start[0], y - start[1])
        seen[normal(cells)] = n
    return "alive", len(cells)


class Torus:
    def __init__(self, w, h, cells=()):
        self.w, self.h = w, h
        self.grid = [[0] * w for _ in range(h)]
        for x, y in cells:
            self.grid[y % h][x % w] = 1

    def step(self):
        g, w, h = self.grid, self.w, self.h
        new = []
        for y in range(h):
            up, row, down = g[y - 1], g[y], g[(y + 1) % h]
            new.append([1 if (n := up[x - 1] + up[x] + up[(x + 1) % w] + row[x - 1] + row[(x + 1) % w] + down[x - 1] + down[x] + down[(x + 1) % w]) == 3 or n == 2 and row[x] else 0 for x in range(w)])
        self.grid = new

    def __str__(self):
        return "\n".join("".join(".#"[c] for c in row) for row in self.grid)

    def __len__(self):
        return sum(map(sum, self.grid))


PATTERNS = {"glider": "bo$2bo$3o!", "blinker": "3o!", "block": "2o$2o!", "toad": "b3o$3o!", "beacon": "2o$o$3bo$2b2o!", "r-pentomino": "b2o$2o$bo!", "lwss": "bo2bo$o$o3bo$4o!", "diehard": "6bo$2o$bo3b3o!", "dot": "o!"}
for name, rle in PATTERNS.items():
    cells = parse_rle(rle)
    print(name, len(cells), period(cells, 30))
print(show(parse_rle(PATTERNS["lwss"])))
t = Torus(10, 8, parse_rle(PATTERNS["glider"]))
for i in range(30):
    t.step()
print(t, len(t), sep="\n")
r = parse_rle(PATTERNS["r-pentomino"])
sizes = []
for _ in range(40):
    sizes.append(len(r))
    r = step(r)
print(sizes, show(r), sep="\n")
