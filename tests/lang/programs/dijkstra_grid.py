# Path finding on a text maze: BFS, Dijkstra with costs, A*, flood fill, drawing the way.
MAZE = """\
#####################
#S..#......#........#
#.#.#.####.#.####.#.#
#.#...#..#...#..#.#.#
#.#####.##.#.##.#.#.#
#...~~~..#.#..#...#.#
###.~#~#.#.##.#####.#
#...~#~#...#......#.#
#.###.~###.#####.##.#
#.....~...........#E#
#####################"""
COST = {".": 1, "~": 5, "S": 1, "E": 1}


class Grid:
    def __init__(self, text):
        self.rows = text.split("\n")
        self.h, self.w = len(self.rows), max(map(len, self.rows))

    def find(self, c):
        return next((r, row.index(c)) for r, row in enumerate(self.rows) if c in row)

    def __getitem__(self, p):
        return self.rows[p[0]][p[1]]

    def steps(self, p):
        r, c = p
        for dr, dc in ((-1, 0), (0, 1), (1, 0), (0, -1)):
            q = r + dr, c + dc
            if 0 <= q[0] < self.h and 0 <= q[1] < self.w and self[q] != "#":
                yield q

    def draw(self, path):
        marks = set(path[1:-1])
        return "\n".join("".join("*" if (r, c) in marks else ch for c, ch in enumerate(row)) for r, row in enumerate(self.rows))


class PriorityQueue:
    def __init__(self):
        self.heap = []

    def push(self, priority, item):
        h = self.heap
        h.append((priority, item))
        i = len(h) - 1
        while i and h[i] < h[p := (i - 1) >> 1]:
            h[i], h[p] = h[p], h[i]
            i = p

    def pop(self):
        h = self.heap
        top, last = h[0], h.pop()
        if h:
            h[0], i = last, 0
            while True:
                small = i
                for c in (2 * i + 1, 2 * i + 2):
                    if c < len(h) and h[c] < h[small]:
                        small = c
                if small == i:
                    break
                h[i], h[small] = h[small], h[i]
                i = small
        return top[1]

    def __bool__(self):
        return bool(self.heap)


def rebuild(came, end):
    path = [end]
    while (prev := came[path[-1]]) is not None:
        path.append(prev)
    return path[::-1]


def bfs(grid, start, end):
    came, frontier, seen = {start: None}, [start], 0
    while frontier:
        following = []
        for p in frontier:
            seen += 1
            if p == end:
                return rebuild(came, end), seen
            for q in grid.steps(p):
                if q not in came:
                    came[q] = p
                    following.append(q)
        frontier = following
    return None, seen


def best_first(grid, start, end, guess):
    queue, came, cost, seen = PriorityQueue(), {start: None}, {start: 0}, 0
    queue.push(guess(start), start)
    while queue:
        p = queue.pop()
        seen += 1
        if p == end:
            return rebuild(came, end), cost[end], seen
        for q in grid.steps(p):
            new = cost[p] + COST[grid[q]]
            if q not in cost or new < cost[q]:
                cost[q], came[q] = new, p
                queue.push(new + guess(q), q)
    return None, None, seen


def regions(grid):
    seen, out = set(), []
    for r in range(grid.h):
        for c in range(grid.w):
            if grid[r, c] == "#" or (r, c) in seen:
                continue
            stack, size = [(r, c)], 0
            seen.add((r, c))
            while stack:
                p = stack.pop()
                size += 1
                for q in grid.steps(p):
                    if q not in seen:
                        seen.add(q)
                        stack.append(q)
            out.append(size)
    return out


g = Grid(MAZE)
s, e = g.find("S"), g.find("E")
path, seen = bfs(g, s, e)
print("bfs", len(path), seen, s, e)
print(g.draw(path))
for name, guess in (("dijkstra", lambda p: 0), ("a*", lambda p: abs(p[0] - e[0]) + abs(p[1] - e[1]))):
    path, cost, seen = best_first(g, s, e, guess)
    print(name, len(path), cost, seen, sum(g[p] == "~" for p in path))
print(g.draw(path))
print(regions(g), best_first(Grid("S#E"), (0, 0), (0, 2), lambda p: 0), bfs(Grid("S.E"), (0, 0), (0, 2)))
