# Sudoku by constraint propagation and search: lists of candidate masks, copied at each guess.
import sys

BOARDS = [
    "53..7....6..195....98....6.8...6...34..8.3..17...2...6.6....28....419..5....8..79",
    "1....7.9..3..2...8..96..5....53..9...1..8...26....4...3......1..4......7..7...3..",
    "8..........36......7..9.2...5...7.......457.....1...3...1....68..85...1..9....4..",
]


def make_peers():
    peers = []
    for cell in range(81):
        row = cell // 9
        column = cell % 9
        near = []
        for other in range(81):
            r = other // 9
            c = other % 9
            if other != cell and (r == row or c == column or (r // 3 == row // 3 and c // 3 == column // 3)):
                near.append(other)
        peers.append(near)
    return peers


def count_bits(mask):
    count = 0
    while mask:
        mask &= mask - 1
        count += 1
    return count


class Solver:
    def __init__(self):
        self.peers = make_peers()
        self.sizes = [count_bits(mask) for mask in range(512)]
        self.guesses = 0

    def assign(self, cells, cell, bit):
        """Puts one digit and what follows from it; False for a contradiction."""
        cells[cell] = bit
        waiting = [cell]
        while waiting:
            fixed = waiting.pop()
            bit = cells[fixed]
            for other in self.peers[fixed]:
                mask = cells[other]
                if mask & bit:
                    mask &= ~bit
                    if mask == 0:
                        return False
                    cells[other] = mask
                    if self.sizes[mask] == 1:
                        waiting.append(other)
        return True

    def parse(self, board):
        cells = [511] * 81
        for cell in range(81):
            if board[cell] != ".":
                if not self.assign(cells, cell, 1 << int(board[cell]) - 1):
                    return None
        return cells

    def search(self, cells):
        best = -1
        fewest = 10
        for cell in range(81):
            size = self.sizes[cells[cell]]
            if 1 < size < fewest:
                best = cell
                fewest = size
        if best < 0:
            return cells
        mask = cells[best]
        while mask:
            bit = mask & -mask
            mask ^= bit
            self.guesses += 1
            copy = list(cells)
            if self.assign(copy, best, bit):
                solved = self.search(copy)
                if solved is not None:
                    return solved
        return None


def main():
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 89
    solver = Solver()
    total = 0
    for _ in range(rounds):
        for board in BOARDS:
            cells = solver.search(solver.parse(board))
            for cell in cells:
                digit = 1
                while cell >> digit:
                    digit += 1
                total = (total * 10 + digit) % 1000003
    print(total, solver.guesses)


main()
