"use strict";

const BOARDS = [
    "53..7....6..195....98....6.8...6...34..8.3..17...2...6.6....28....419..5....8..79",
    "1....7.9..3..2...8..96..5....53..9...1..8...26....4...3......1..4......7..7...3..",
    "8..........36......7..9.2...5...7.......457.....1...3...1....68..85...1..9....4..",
];

function makePeers() {
    const peers = [];
    for (let cell = 0; cell < 81; cell++) {
        const row = Math.floor(cell / 9), column = cell % 9, near = [];
        for (let other = 0; other < 81; other++) {
            const r = Math.floor(other / 9), c = other % 9;
            const sameBox = Math.floor(r / 3) === Math.floor(row / 3) && Math.floor(c / 3) === Math.floor(column / 3);
            if (other !== cell && (r === row || c === column || sameBox)) near.push(other);
        }
        peers.push(near);
    }
    return peers;
}

function countBits(mask) {
    let count = 0;
    for (; mask; mask &= mask - 1) count++;
    return count;
}

class Solver {
    constructor() {
        this.peers = makePeers();
        this.sizes = Array.from({ length: 512 }, (_, mask) => countBits(mask));
        this.guesses = 0;
    }

    assign(cells, cell, bit) {
        cells[cell] = bit;
        const waiting = [cell];
        while (waiting.length > 0) {
            const fixed = waiting.pop();
            bit = cells[fixed];
            for (const other of this.peers[fixed]) {
                let mask = cells[other];
                if (!(mask & bit)) continue;
                mask &= ~bit;
                if (mask === 0) return false;
                cells[other] = mask;
                if (this.sizes[mask] === 1) waiting.push(other);
            }
        }
        return true;
    }

    parse(board) {
        const cells = new Array(81).fill(511);
        for (let cell = 0; cell < 81; cell++) {
            if (board[cell] !== "." && !this.assign(cells, cell, 1 << Number(board[cell]) - 1)) return null;
        }
        return cells;
    }

    search(cells) {
        let best = -1, fewest = 10;
        for (let cell = 0; cell < 81; cell++) {
            const size = this.sizes[cells[cell]];
            if (size > 1 && size < fewest) {
                best = cell;
                fewest = size;
            }
        }
        if (best < 0) return cells;
        let mask = cells[best];
        while (mask) {
            const bit = mask & -mask;
            mask ^= bit;
            this.guesses++;
            const copy = cells.slice();
            if (this.assign(copy, best, bit)) {
                const solved = this.search(copy);
                if (solved !== null) return solved;
            }
        }
        return null;
    }
}

const rounds = Number(process.argv[2]), solver = new Solver();
let total = 0;
for (let round = 0; round < rounds; round++) {
    for (const board of BOARDS) {
        for (const cell of solver.search(solver.parse(board))) {
            let digit = 1;
            while (cell >> digit) digit++;
            total = (total * 10 + digit) % 1000003;
        }
    }
}
console.log(`${total} ${solver.guesses}`);
