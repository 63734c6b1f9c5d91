"use strict";

const MIDDLE = 1 << 20, SPAN = 1 << 21;
const cell = (x, y) => (x + MIDDLE) * SPAN + y + MIDDLE;
const cellX = (c) => Math.floor(c / SPAN) - MIDDLE;
const cellY = (c) => c % SPAN - MIDDLE;

function life(cells, steps) {
    for (let step = 0; step < steps; step++) {
        const counts = new Map();
        for (const c of cells) {
            const x = cellX(c), y = cellY(c);
            for (let dx = -1; dx <= 1; dx++) {
                for (let dy = -1; dy <= 1; dy++) {
                    if (dx === 0 && dy === 0) continue;
                    const near = cell(x + dx, y + dy);
                    counts.set(near, (counts.get(near) ?? 0) + 1);
                }
            }
        }
        const next = new Set();
        for (const [c, count] of counts) if (count === 3 || (count === 2 && cells.has(c))) next.add(c);
        cells = next;
    }
    return cells;
}

function multiples(n, step) {
    const set = new Set();
    for (let i = 0; i < n; i += step) set.add(i);
    return set;
}

function algebra(n) {
    const evens = multiples(n, 2), threes = multiples(n, 3), fives = multiples(n, 5), some = new Set();
    for (const key of evens) if (threes.has(key)) some.add(key);
    for (const key of fives) some.add(key);
    for (const key of evens) if (fives.has(key)) some.delete(key);
    let total = some.size;
    for (const key of some) total += key;
    for (const key of evens) if (!threes.has(key)) total++;
    for (const key of threes) if (!evens.has(key)) total++;
    return total;
}

function unique(n, seed) {
    const seen = new Set();
    let duplicates = 0;
    for (let i = 0; i < n; i++) {
        seed = seed * 16807 % 2147483647;
        const value = seed % (n * 2);
        if (seen.has(value)) duplicates++;
        else seen.add(value);
    }
    return duplicates;
}

const rounds = Number(process.argv[2]);
const start = new Set([[1, 0], [2, 1], [0, 2], [1, 2], [2, 2], [20, 20], [21, 20], [20, 21], [19, 21], [20, 22]].map(([x, y]) => cell(x, y)));
let total = 0;
for (let i = 0; i < rounds; i++) {
    const cells = life(start, 25 + i % 5);
    total += cells.size + algebra(3000 + i) + unique(3000, i + 1);
    for (const c of cells) total += cellX(c) * cellY(c);
}
console.log(total);
