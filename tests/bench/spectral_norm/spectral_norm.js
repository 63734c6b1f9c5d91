"use strict";

function element(i, j) {
    return 1.0 / ((i + j) * (i + j + 1) / 2 + i + 1);
}

function multiply(v, out) {
    const n = v.length;
    for (let i = 0; i < n; i++) {
        let total = 0;
        for (let j = 0; j < n; j++) total += element(i, j) * v[j];
        out[i] = total;
    }
}

function multiplyTransposed(v, out) {
    const n = v.length;
    for (let i = 0; i < n; i++) {
        let total = 0;
        for (let j = 0; j < n; j++) total += element(j, i) * v[j];
        out[i] = total;
    }
}

const n = Number(process.argv[2]);
const u = new Array(n).fill(1.0), v = new Array(n).fill(0.0), between = new Array(n).fill(0.0);
for (let i = 0; i < 10; i++) {
    multiply(u, between);
    multiplyTransposed(between, v);
    multiply(v, between);
    multiplyTransposed(between, u);
}
let uv = 0, vv = 0;
for (let i = 0; i < n; i++) {
    uv += u[i] * v[i];
    vv += v[i] * v[i];
}
console.log(Math.sqrt(uv / vv).toFixed(9));
