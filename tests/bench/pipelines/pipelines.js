"use strict";

function makeCounter(start, step) {
    let value = start;
    return () => value += step;
}

function compose(functions) {
    return (x) => {
        for (const f of functions) x = f(x);
        return x;
    };
}

function* numbers(n, seed) {
    for (let i = 0; i < n; i++) {
        seed = seed * 16807 % 2147483647;
        yield seed % 1000;
    }
}

function* range(start, end) {
    for (let i = start; i < end; i++) yield i;
}

function* only(predicate, items) {
    for (const item of items) if (predicate(item)) yield item;
}

function* changed(f, items) {
    for (const item of items) yield f(item);
}

function* pairs(items) {
    let previous = null;
    for (const item of items) {
        if (previous !== null) yield [previous, item];
        previous = item;
    }
}

function* walk(depth, label) {
    if (depth > 0) {
        yield* walk(depth - 1, label * 2);
        yield label;
        yield* walk(depth - 1, label * 2 + 1);
    }
}

function sum(items) {
    let total = 0;
    for (const item of items) total += item;
    return total;
}

const rounds = Number(process.argv[2]);
let total = 0;
for (let i = 0; i < rounds; i++) {
    const counter = makeCounter(i, 3);
    total += sum(changed(() => counter(), range(0, 500)));
    const scale = compose([(x) => x * 3, (x) => x + i, (x) => x % 1009]);
    total += sum(changed(scale, only((x) => x % 3 !== i % 3, numbers(1000, i + 1))));
    total += sum(changed(([a, b]) => a * b % 7, pairs(numbers(500, i + 2))));
    total += sum(changed((x) => x * 2, only((x) => x & 1, range(i, i + 500))));
    total += sum(changed((label) => label % 13, walk(7, 1)));
    const squares = [];
    for (let x = 0; x < 300; x++) if (x % 2 === 0) squares.push(x * x);
    total += squares.reduce((all, square, position) => all + position * square % 11, 0);
}
console.log(total);
