"use strict";

function integers(n, seed) {
    const counts = new Map();
    for (let i = 0; i < n; i++) {
        seed = seed * 16807 % 2147483647;
        const key = seed % 5000;
        counts.set(key, (counts.get(key) ?? 0) + 1);
    }
    let total = 0;
    for (const [key, value] of counts) total += key * value;
    return total;
}

function texts(n, seed) {
    const names = [], ages = new Map();
    for (let i = 0; i < 2000; i++) names.push("name" + i * 37);
    for (let i = 0; i < n; i++) {
        seed = seed * 16807 % 2147483647;
        const name = names[seed % 2000];
        ages.set(name, (ages.get(name) ?? 0) + seed % 10);
    }
    let total = 0;
    for (const name of names) if (ages.has(name)) total += ages.get(name) * name.length;
    return total;
}

function grid(n) {
    const cells = new Map();
    for (let i = 0; i < n; i++) cells.set(`${i % 71},${i * 7 % 59}`, i);
    let total = 0;
    for (const cell of cells.keys()) {
        const [x, y] = cell.split(",");
        total += cells.get(`${Number(x) + 1},${y}`) ?? 0;
    }
    return total;
}

function comeAndGo(n) {
    const alive = new Map();
    let total = 0;
    for (let i = 0; i < n; i++) {
        alive.set(i, i * 3);
        if (i >= 1000) {
            total += alive.get(i - 1000);
            alive.delete(i - 1000);
        }
    }
    return total + alive.size;
}

const rounds = Number(process.argv[2]);
let total = 0;
for (let i = 0; i < rounds; i++) total += integers(10000, i + 1) + texts(10000, i + 1) + grid(10000 + i) + comeAndGo(10000);
console.log(total);
