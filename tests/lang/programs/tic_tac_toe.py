# Game search: tic-tac-toe by minimax with alpha-beta and memo, connect-four heuristics, nim by grundy numbers.
# no-stress
LINES = [(0, 1, 2), (3, 4, 5), (6, 7, 8), (0, 3, 6), (1, 4, 7), (2, 5, 8), (0, 4, 8), (2, 4, 6)]


class Board:
    def __init__(self, cells=" " * 9):
        self.cells = cells

    @property
    def player(self):
        return "X" if self.cells.count("X") == self.cells.count("O") else "O"

    @property
    def winner(self):
        for a, b, c in LINES:
            if self.cells[a] != " " and self.cells[a] == self.cells[b] == self.cells[c]:
                return self.cells[a]
        return None if " " in self.cells else "draw"

    def moves(self):
        return [i for i, c in enumerate(self.cells) if c == " "]

    def play(self, i):
        if self.cells[i] != " ":
            raise ValueError(f"cell {i} is taken by {self.cells[i]}")
        return Board(self.cells[:i] + self.player + self.cells[i + 1:])

    def __str__(self):
        return "\n-+-+-\n".join("|".join(self.cells[r:r + 3]) for r in (0, 3, 6))

    def __hash__(self):
        return hash(self.cells)

    def __eq__(self, other):
        return self.cells == other.cells


memo = {}


def score(board):
    if board in memo:
        return memo[board]
    w = board.winner
    if w:
        s = {"X": 1, "O": -1, "draw": 0}[w]
    else:
        s = (max if board.player == "X" else min)(score(board.play(m)) for m in board.moves())
    memo[board] = s
    return s


visited = 0


def alphabeta(board, alpha=-2, beta=2):
    global visited
    visited += 1
    if w := board.winner:
        return {"X": 1, "O": -1, "draw": 0}[w]
    for m in board.moves():
        s = alphabeta(board.play(m), alpha, beta)
        if board.player == "X":
            alpha = max(alpha, s)
        else:
            beta = min(beta, s)
        if alpha >= beta:
            break
    return alpha if board.player == "X" else beta


def best(board):
    pick = max if board.player == "X" else min
    return pick(board.moves(), key=lambda m: score(board.play(m)))


b = Board()
moves = []
while not b.winner:
    m = best(b)
    moves.append(m)
    b = b.play(m)
print(moves, b.winner, len(memo))
print(b)
start = Board("X   O    ")
print(alphabeta(start), visited, score(start), best(Board("XX OO    ")), Board("XXXOO    ").winner, Board("XOXXOOOXX").winner)
try:
    b.play(0)
except ValueError as e:
    print(e)
outcomes = {}
seen = set()
stack = [Board()]
while stack:
    board = stack.pop()
    if board in seen:
        continue
    seen.add(board)
    if board.winner:
        outcomes[board.winner] = outcomes.get(board.winner, 0) + 1
    else:
        stack += [board.play(m) for m in board.moves()]
print(len(seen), dict(sorted(outcomes.items())))


def grundy(heap, takes, cache={}):
    key = heap, takes
    if key not in cache:
        reach = {grundy(heap - t, takes) for t in takes if t <= heap}
        g = 0
        while g in reach:
            g += 1
        cache[key] = g
    return cache[key]


print([grundy(n, (1, 3, 4)) for n in range(15)], [grundy(n, (1, 2, 3)) for n in range(9)])


def nim_move(heaps):
    x = 0
    for h in heaps:
        x ^= h
    return next(((i, h - (h ^ x)) for i, h in enumerate(heaps) if h ^ x < h), None)


heaps, turn, log = [3, 4, 5], 0, []
while any(heaps):
    i, n = nim_move(heaps) or (next(k for k, h in enumerate(heaps) if h), 1)
    heaps[i] -= n
    log.append(f"{'AB'[turn]}:{i}-{n}")
    turn ^= 1
print(log, "AB"[turn ^ 1], "wins")


class Connect4:
    def __init__(self): self.cols = [[] for _ in range(7)]
    def drop(self, c, who):
        if len(self.cols[c]) == 6: raise ValueError("full")
        self.cols[c].append(who)
        return self.wins(c, len(self.cols[c]) - 1, who)
    def at(self, c, r): return self.cols[c][r] if 0 <= c < 7 and 0 <= r < len(self.cols[c]) else None
    def wins(self, c, r, who):
        for dc, dr in ((1, 0), (0, 1), (1, 1), (1, -1)):
            n = 1
            for sign in (1, -1):
                k = 1
                while self.at(c + sign * k * dc, r + sign * k * dr) == who: n, k = n + 1, k + 1
            if n >= 4: return True
        return False
    def __str__(self): return "\n".join(" ".join(self.at(c, r) or "." for c in range(7)) for r in range(5, -1, -1))


g = Connect4()
for n, c in enumerate([3, 2, 2, 1, 1, 0, 1, 0, 0, 6, 0]):
    if g.drop(c, "xo"[n % 2]):
        print("xo"[n % 2], "wins at move", n)
        break
print(g)
