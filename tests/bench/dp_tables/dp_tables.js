"use strict";

function makeSequence(n, seed, letters) {
    const sequence = [];
    for (let i = 0; i < n; i++) {
        seed = seed * 16807 % 2147483647;
        sequence.push(Math.floor(seed / 8) % letters);
    }
    return sequence;
}

function longestCommon(a, b) {
    const table = a.concat([0]).map(() => new Array(b.length + 1).fill(0));
    for (let i = 1; i <= a.length; i++) {
        for (let j = 1; j <= b.length; j++) {
            if (a[i - 1] === b[j - 1]) table[i][j] = table[i - 1][j - 1] + 1;
            else table[i][j] = Math.max(table[i - 1][j], table[i][j - 1]);
        }
    }
    return table[a.length][b.length];
}

function editDistance(a, b) {
    let previous = Array.from({ length: b.length + 1 }, (_, i) => i);
    for (let i = 1; i <= a.length; i++) {
        const current = [i];
        for (let j = 1; j <= b.length; j++) {
            const cost = a[i - 1] === b[j - 1] ? 0 : 1;
            current.push(Math.min(previous[j] + 1, current[j - 1] + 1, previous[j - 1] + cost));
        }
        previous = current;
    }
    return previous[b.length];
}

function knapsack(weights, values, capacity) {
    const best = new Array(capacity + 1).fill(0);
    for (let item = 0; item < weights.length; item++) {
        const weight = weights[item], value = values[item];
        for (let room = capacity; room >= weight; room--) {
            const candidate = best[room - weight] + value;
            if (candidate > best[room]) best[room] = candidate;
        }
    }
    return best[capacity];
}

const n = Number(process.argv[2]), quarter = Math.floor(n / 4);
const a = makeSequence(n, 5, 8), b = makeSequence(n, 6, 8);
const weights = makeSequence(quarter, 7, 60).map((x) => x + 1), values = makeSequence(quarter, 8, 100).map((x) => x + 1);
console.log(`${longestCommon(a, b)} ${editDistance(a, b)} ${knapsack(weights, values, n * 2)}`);
