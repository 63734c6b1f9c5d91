"use strict";

class Tree {
    constructor(left, right) {
        this.left = left;
        this.right = right;
    }

    count() {
        return this.left === null ? 1 : 1 + this.left.count() + this.right.count();
    }
}

function makeTree(depth) {
    return depth === 0 ? new Tree(null, null) : new Tree(makeTree(depth - 1), makeTree(depth - 1));
}

const deepest = Number(process.argv[2]);
const kept = makeTree(deepest);
for (let depth = 4; depth <= deepest; depth += 4) {
    const rounds = 1 << (deepest - depth + 4);
    let total = 0;
    for (let i = 0; i < rounds; i++) total += makeTree(depth).count();
    console.log(`${rounds} ${depth} ${total}`);
}
console.log(kept.count());
