"use strict";

function sieve(limit) {
    const flags = new Array(limit + 1).fill(true);
    flags[0] = flags[1] = false;
    for (let i = 2; i * i <= limit; i++) {
        if (!flags[i]) continue;
        for (let multiple = i * i; multiple <= limit; multiple += i) flags[multiple] = false;
    }
    return flags;
}

const rounds = Number(process.argv[2]);
let count = 0, checksum = 0;
for (let i = 0; i < rounds; i++) {
    const flags = sieve(200000 + i);
    for (let j = 0; j < flags.length; j++) {
        if (!flags[j]) continue;
        count++;
        checksum = (checksum + j) % 1000003;
    }
}
console.log(`${count} ${checksum}`);
