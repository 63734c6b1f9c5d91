#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char *const boards[] = {
    "53..7....6..195....98....6.8...6...34..8.3..17...2...6.6....28....419..5....8..79",
    "1....7.9..3..2...8..96..5....53..9...1..8...26....4...3......1..4......7..7...3..",
    "8..........36......7..9.2...5...7.......457.....1...3...1....68..85...1..9....4..",
};
enum { BOARDS = sizeof boards / sizeof *boards, PEERS = 20 };

typedef struct {
    int peers[81][PEERS], sizes[512];
    long guesses;
} Solver;

static void make_peers(Solver *solver) {
    for (int cell = 0; cell < 81; cell++) {
        int row = cell / 9, column = cell % 9, n = 0;
        for (int other = 0; other < 81; other++) {
            int r = other / 9, c = other % 9;
            if (other != cell && (r == row || c == column || (r / 3 == row / 3 && c / 3 == column / 3))) solver->peers[cell][n++] = other;
        }
    }
}

static int count_bits(int mask) {
    int count = 0;
    for (; mask; mask &= mask - 1) count++;
    return count;
}

static bool assign(const Solver *solver, int *cells, int cell, int bit) {
    int waiting[81], n = 0;
    cells[cell] = bit;
    waiting[n++] = cell;
    while (n > 0) {
        int fixed = waiting[--n];
        bit = cells[fixed];
        for (int i = 0; i < PEERS; i++) {
            int other = solver->peers[fixed][i], mask = cells[other];
            if (!(mask & bit)) continue;
            mask &= ~bit;
            if (mask == 0) return false;
            cells[other] = mask;
            if (solver->sizes[mask] == 1) waiting[n++] = other;
        }
    }
    return true;
}

static bool parse(const Solver *solver, const char *board, int *cells) {
    for (int cell = 0; cell < 81; cell++) cells[cell] = 511;
    for (int cell = 0; cell < 81; cell++)
        if (board[cell] != '.' && !assign(solver, cells, cell, 1 << (board[cell] - '1'))) return false;
    return true;
}

static bool search(Solver *solver, int *cells) {
    int best = -1, fewest = 10;
    for (int cell = 0; cell < 81; cell++) {
        int size = solver->sizes[cells[cell]];
        if (size > 1 && size < fewest) best = cell, fewest = size;
    }
    if (best < 0) return true;
    int mask = cells[best], copy[81];
    while (mask) {
        int bit = mask & -mask;
        mask ^= bit;
        solver->guesses++;
        memcpy(copy, cells, sizeof copy);
        if (!assign(solver, copy, best, bit) || !search(solver, copy)) continue;
        memcpy(cells, copy, sizeof copy);
        return true;
    }
    return false;
}

int main(int argc, char **argv) {
    if (argc < 2) return 2;
    static Solver solver;
    make_peers(&solver);
    for (int mask = 0; mask < 512; mask++) solver.sizes[mask] = count_bits(mask);
    long rounds = atol(argv[1]), total = 0;
    for (long round = 0; round < rounds; round++) {
        for (int board = 0; board < BOARDS; board++) {
            int cells[81];
            if (!parse(&solver, boards[board], cells) || !search(&solver, cells)) return 1;
            for (int cell = 0; cell < 81; cell++) {
                int digit = 1;
                while (cells[cell] >> digit) digit++;
                total = (total * 10 + digit) % 1000003;
            }
        }
    }
    printf("%ld %ld\n", total, solver.guesses);
}
