"use strict";

function makeNumbers(n, seed) {
    const numbers = [];
    for (let i = 0; i < n; i++) {
        seed = seed * 16807 % 2147483647;
        numbers.push(seed % 1000000);
    }
    return numbers;
}

function swap(items, a, b) {
    const held = items[a];
    items[a] = items[b];
    items[b] = held;
}

function quicksort(items, low, high) {
    while (low < high) {
        const pivot = items[Math.floor((low + high) / 2)];
        let i = low, j = high;
        while (i <= j) {
            while (items[i] < pivot) i++;
            while (items[j] > pivot) j--;
            if (i <= j) swap(items, i++, j--);
        }
        if (j - low < high - i) {
            quicksort(items, low, j);
            low = i;
        } else {
            quicksort(items, i, high);
            high = j;
        }
    }
}

function siftDown(items, start, end) {
    let root = start;
    for (;;) {
        let child = 2 * root + 1;
        if (child >= end) return;
        if (child + 1 < end && items[child] < items[child + 1]) child++;
        if (items[root] >= items[child]) return;
        swap(items, root, child);
        root = child;
    }
}

function heapsort(items) {
    const n = items.length;
    for (let start = (n >> 1) - 1; start >= 0; start--) siftDown(items, start, n);
    for (let end = n - 1; end > 0; end--) {
        swap(items, 0, end);
        siftDown(items, 0, end);
    }
}

function checksum(items) {
    let total = 0;
    for (let i = 0; i < items.length; i++) total = (total * 31 + items[i] + i) % 1000003;
    return total;
}

const n = Number(process.argv[2]);
const numbers = makeNumbers(n, 7);
const quick = numbers.slice();
quicksort(quick, 0, n - 1);
const heap = numbers.slice();
heapsort(heap);
const byKey = numbers.slice().sort((a, b) => a % 1000 - b % 1000 || b - a);
console.log(`${checksum(quick)} ${checksum(heap)} ${checksum(byKey)}`);
