"use strict";

function fib(n) {
    return n < 2 ? n : fib(n - 1) + fib(n - 2);
}

function tak(x, y, z) {
    if (y >= x) return z;
    return tak(tak(x - 1, y, z), tak(y - 1, z, x), tak(z - 1, x, y));
}

function ackermann(m, n) {
    if (m === 0) return n + 1;
    if (n === 0) return ackermann(m - 1, 1);
    return ackermann(m - 1, ackermann(m, n - 1));
}

const rounds = Number(process.argv[2]);
let total = 0;
for (let i = 0; i < rounds; i++) total += fib(18 + i % 3) + tak(14 + i % 2, 8, i % 3) + ackermann(2, 40 + i % 7);
console.log(total);
