"use strict";

function countFlips(permutation, work) {
    for (let i = 0; i < permutation.length; i++) work[i] = permutation[i];
    let flips = 0;
    for (let first = work[0]; first !== 0; first = work[0]) {
        for (let low = 0, high = first; low < high; low++, high--) {
            const held = work[low];
            work[low] = work[high];
            work[high] = held;
        }
        flips++;
    }
    return flips;
}

function nextPermutation(permutation, counters) {
    const n = permutation.length;
    for (let length = 1; length < n; length++) {
        const first = permutation[0];
        for (let i = 0; i < length; i++) permutation[i] = permutation[i + 1];
        permutation[length] = first;
        if (counters[length] < length) {
            counters[length]++;
            return true;
        }
        counters[length] = 0;
    }
    return false;
}

const n = Number(process.argv[2]);
const permutation = Array.from({ length: n }, (_, i) => i);
const counters = new Array(n).fill(0), work = new Array(n).fill(0);
let most = 0, checksum = 0, sign = 1;
do {
    if (permutation[0] !== 0) {
        const flips = countFlips(permutation, work);
        if (flips > most) most = flips;
        checksum += sign * flips;
    }
    sign = -sign;
} while (nextPermutation(permutation, counters));
console.log(`${checksum} ${most}`);
