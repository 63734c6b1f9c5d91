# A sudoku solver by constraint propagation and search.
ROWS, COLS = "ABCDEFGHI", "123456789"


def cross(a, b):
    return [x + y for x in a for y in b]


SQUARES = cross(ROWS, COLS)
UNITS = [cross(ROWS, c) for c in COLS] + [cross(r, COLS) for r in ROWS] + [cross(rs, cs) for rs in ("ABC", "DEF", "GHI") for cs in ("123", "456", "789")]
UNITS_OF = {s: [u for u in UNITS if s in u] for s in SQUARES}
PEERS = {s: set(sum(UNITS_OF[s], [])) - {s} for s in SQUARES}
steps = 0


def parse(text):
    values = {s: COLS for s in SQUARES}
    for s, d in zip(SQUARES, text):
        if d in COLS and not assign(values, s, d):
            return None
    return values


def assign(values, s, d):
    return all(eliminate(values, s, other) for other in values[s].replace(d, "")) and values


def eliminate(values, s, d):
    if d not in values[s]:
        return values
    values[s] = values[s].replace(d, "")
    if not values[s]:
        return False
    if len(values[s]) == 1:
        if not all(eliminate(values, p, values[s]) for p in PEERS[s]):
            return False
    for u in UNITS_OF[s]:
        places = [p for p in u if d in values[p]]
        if not places:
            return False
        if len(places) == 1 and not assign(values, places[0], d):
            return False
    return values


def search(values):
    global steps
    steps += 1
    if not values:
        return None
    if all(len(values[s]) == 1 for s in SQUARES):
        return values
    _, s = min((len(values[s]), s) for s in SQUARES if len(values[s]) > 1)
    for d in values[s]:
        if result := search(assign(values.copy(), s, d)):
            return result
    return None


def show(values):
    for r in ROWS:
        row = " ".join(values[r + c] for c in COLS)
        print(row[:6] + "| " + row[6:12] + "| " + row[12:])
        if r in "CF":
            print("------+-------+------")


PUZZLES = ["003020600900305001001806400008102900700000008006708200002609500800203009005010300",
           "4.....8.5.3..........7......2.....6.....8.4......1.......6.3.7.5..2.....1.4......"]
print(len(SQUARES), len(UNITS), all(len(PEERS[s]) == 20 for s in SQUARES), sorted(PEERS["A1"])[:5])
for p in PUZZLES:
    steps = 0
    solved = search(parse(p))
    show(solved)
    print("valid:", all({solved[s] for s in u} == set(COLS) for u in UNITS), "steps:", steps)
print(search(parse("11" + "." * 79)), parse("11" + "." * 79))
