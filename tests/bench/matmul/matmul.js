"use strict";

function makeMatrix(n, seed) {
    const rows = [];
    for (let i = 0; i < n; i++) {
        const row = [];
        for (let j = 0; j < n; j++) {
            seed = seed * 16807 % 2147483647;
            row.push(seed % 1000 / 1000.0);
        }
        rows.push(row);
    }
    return rows;
}

function multiply(a, b) {
    const n = a.length, columns = [], product = [];
    for (let j = 0; j < n; j++) {
        const column = [];
        for (let k = 0; k < n; k++) column.push(b[k][j]);
        columns.push(column);
    }
    for (let i = 0; i < n; i++) {
        const row = a[i], out = [];
        for (let j = 0; j < n; j++) {
            const column = columns[j];
            let total = 0;
            for (let k = 0; k < n; k++) total += row[k] * column[k];
            out.push(total);
        }
        product.push(out);
    }
    return product;
}

const n = Number(process.argv[2]);
const c = multiply(makeMatrix(n, 42), makeMatrix(n, 1234));
let trace = 0;
for (let i = 0; i < n; i++) trace += c[i][i];
console.log(`${trace.toFixed(6)} ${c[0][n - 1].toFixed(6)}`);
