# Machines: a Turing machine, a counter machine, cellular automata, an L-system and a register allocator of colours.
class Turing:
    def __init__(self, rules, blank="_", start="A", halt="H"):
        self.rules = {}
        for line in rules.strip().splitlines():
            state, read, write, move, to = line.split()
            self.rules[state, read] = (write, {"R": 1, "L": -1, "S": 0}[move], to)
        self.blank, self.start, self.halt = blank, start, halt

    def run(self, tape="", limit=2000):
        cells = dict(enumerate(tape))
        state, at, steps = self.start, 0, 0
        while state != self.halt:
            if steps >= limit:
                return None, steps
            key = state, cells.get(at, self.blank)
            if key not in self.rules:
                return f"stuck in {key}", steps
            cells[at], move, state = self.rules[key]
            at += move
            steps += 1
        if not cells:
            return "", steps
        return "".join(cells.get(i, self.blank) for i in range(min(cells), max(cells) + 1)).strip(self.blank), steps


BEAVER = "A 0 1 R B\nA 1 1 L B\nB 0 1 L A\nB 1 0 L C\nC 0 1 R H\nC 1 1 L D\nD 0 1 R D\nD 1 0 R A"
INCREMENT = "A 0 0 R A\nA 1 1 R A\nA _ _ L B\nB 1 0 L B\nB 0 1 S H\nB _ 1 S H"
print(Turing(BEAVER, blank="0").run(), Turing(INCREMENT).run("1011"), Turing(INCREMENT).run("111"), Turing(INCREMENT).run("x"), Turing("A _ _ R A").run())


def rule(number, cells):
    n = len(cells)
    return [number >> (cells[i - 1] * 4 + cells[i] * 2 + cells[(i + 1) % n]) & 1 for i in range(n)]


for number in (30, 90, 110):
    cells = [0] * 15 + [1] + [0] * 15
    for _ in range(8):
        print("".join(" #"[c] for c in cells).rstrip())
        cells = rule(number, cells)
    print(number, sum(cells))


def lsystem(axiom, rules, n):
    for _ in range(n):
        axiom = "".join(rules.get(c, c) for c in axiom)
    return axiom


print([len(lsystem("A", {"A": "AB", "B": "A"}, n)) for n in range(10)], lsystem("F", {"F": "F+F-F-F+F"}, 2))


def turtle(program):
    x = y = 0
    dx, dy = 1, 0
    seen = {(0, 0)}
    for c in program:
        if c == "F":
            x, y = x + dx, y + dy
            seen.add((x, y))
        elif c == "+":
            dx, dy = -dy, dx
        elif c == "-":
            dx, dy = dy, -dx
    w, h = max(x for x, _ in seen), max(y for _, y in seen)
    return "\n".join("".join("*" if (c, r) in seen else " " for c in range(w + 1)).rstrip() for r in range(h, -1, -1))


print(turtle(lsystem("F", {"F": "F+F-F-F+F"}, 2)))


class Counter:
    """Registers; inc r, dec r (jump when zero), jmp."""
    def __init__(self, text):
        self.code, self.labels = [], {}
        for line in text.strip().splitlines():
            line = line.strip()
            if line.endswith(":"):
                self.labels[line[:-1]] = len(self.code)
            else:
                self.code.append(line.split())

    def run(self, **regs):
        regs = {**{r: 0 for r in "abcd"}, **regs}
        pc = steps = 0
        while pc < len(self.code):
            op, *args = self.code[pc]
            pc += 1
            steps += 1
            if op == "inc": regs[args[0]] += 1
            elif op == "jmp": pc = self.labels[args[0]]
            elif regs[args[0]]: regs[args[0]] -= 1
            else: pc = self.labels[args[1]]
        return regs, steps


MULTIPLY = """
outer:
    dec a done
copy:
    dec b restore
    inc c
    inc d
    jmp copy
restore:
    dec d outer
    inc b
    jmp restore
done:
"""
print(Counter(MULTIPLY).run(a=7, b=6), Counter(MULTIPLY).run(a=0, b=5), Counter("inc a\ninc a").run(a=40))


def colour(graph):
    names = "red green blue yellow".split()
    result = {}
    for v in sorted(graph, key=lambda v: (-len(graph[v]), v)):
        used = {result[w] for w in graph[v] if w in result}
        result[v] = next(n for n in names if n not in used)
    return dict(sorted(result.items()))


edges = "ab ac bc bd cd ce de ef fa".split()
graph = {}
for a, b in edges:
    graph.setdefault(a, set()).add(b)
    graph.setdefault(b, set()).add(a)
c = colour(graph)
print(c, all(c[a] != c[b] for a, b in edges))
