"use strict";

function escapeSteps(cr, ci, limit) {
    let zr = 0, zi = 0, steps = 0;
    while (steps < limit) {
        const rr = zr * zr, ii = zi * zi;
        if (rr + ii > 4.0) break;
        zi = 2.0 * zr * zi + ci;
        zr = rr - ii + cr;
        steps++;
    }
    return steps;
}

const size = Number(process.argv[2]), limit = 200;
let inside = 0, total = 0;
for (let y = 0; y < size; y++) {
    const ci = 2.0 * y / size - 1.0;
    for (let x = 0; x < size; x++) {
        const steps = escapeSteps(3.0 * x / size - 2.0, ci, limit);
        if (steps === limit) inside++;
        total += steps;
    }
}
console.log(`${inside} ${total}`);
