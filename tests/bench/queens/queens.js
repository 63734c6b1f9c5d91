"use strict";

function place(row, n, columns, rising, falling) {
    if (row === n) return 1;
    let found = 0;
    for (let column = 0; column < n; column++) {
        if (!columns[column] || !rising[row + column] || !falling[row - column + n]) continue;
        columns[column] = rising[row + column] = falling[row - column + n] = false;
        found += place(row + 1, n, columns, rising, falling);
        columns[column] = rising[row + column] = falling[row - column + n] = true;
    }
    return found;
}

function placeBits(allColumns, columns, rising, falling) {
    if (columns === allColumns) return 1;
    let found = 0, free = allColumns & ~(columns | rising | falling);
    while (free) {
        const bit = free & -free;
        free ^= bit;
        found += placeBits(allColumns, columns | bit, (rising | bit) << 1, (falling | bit) >> 1);
    }
    return found;
}

const n = Number(process.argv[2]), flags = (length) => new Array(length).fill(true);
console.log(place(0, n, flags(n), flags(2 * n), flags(2 * n + 1)));
console.log(placeBits((1 << n) - 1, 0, 0, 0));
