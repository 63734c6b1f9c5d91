"use strict";

function firstPrimes(count) {
    const primes = [];
    for (let candidate = 2; primes.length < count; candidate++) if (primes.every((prime) => candidate % prime !== 0)) primes.push(candidate);
    return primes;
}

function integerRoot(n, k) {
    let low = 0n, high = 1n << 40n;
    while (low < high) {
        const middle = (low + high + 1n) / 2n;
        if (middle ** k <= n) low = middle;
        else high = middle - 1n;
    }
    return low;
}

const rotate = (x, n) => x >>> n | x << 32 - n;

function compress(state, block, constants) {
    const words = new Int32Array(64);
    for (let i = 0; i < 16; i++) words[i] = block[4 * i] << 24 | block[4 * i + 1] << 16 | block[4 * i + 2] << 8 | block[4 * i + 3];
    for (let i = 16; i < 64; i++) {
        const a = words[i - 15], b = words[i - 2];
        const s0 = rotate(a, 7) ^ rotate(a, 18) ^ a >>> 3, s1 = rotate(b, 17) ^ rotate(b, 19) ^ b >>> 10;
        words[i] = words[i - 16] + s0 + words[i - 7] + s1;
    }
    let [a, b, c, d, e, f, g, h] = state;
    for (let i = 0; i < 64; i++) {
        const s1 = rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25), choice = (e & f) ^ (~e & g);
        const t1 = h + s1 + choice + constants[i] + words[i] | 0;
        const s0 = rotate(a, 2) ^ rotate(a, 13) ^ rotate(a, 22), majority = (a & b) ^ (a & c) ^ (b & c);
        const t2 = s0 + majority | 0;
        h = g;
        g = f;
        f = e;
        e = d + t1 | 0;
        d = c;
        c = b;
        b = a;
        a = t1 + t2 | 0;
    }
    return [a, b, c, d, e, f, g, h].map((added, i) => state[i] + added | 0);
}

function sha256(message, initial, constants) {
    const padded = Math.floor((message.length + 8) / 64) * 64 + 64, data = new Uint8Array(padded), bits = message.length * 8;
    data.set(message);
    data[message.length] = 128;
    for (let i = 0; i < 8; i++) data[padded - 1 - i] = Math.floor(bits / 2 ** (8 * i)) % 256;
    let state = initial.slice();
    for (let at = 0; at < padded; at += 64) state = compress(state, data.subarray(at, at + 64), constants);
    return state.map((word) => (word >>> 0).toString(16).padStart(8, "0")).join("");
}

const blocks = Number(process.argv[2]), primes = firstPrimes(64);
const root = (prime, shift, k) => Number(BigInt.asIntN(32, integerRoot(BigInt(prime) << shift, k)));
const initial = primes.slice(0, 8).map((prime) => root(prime, 64n, 2n));
const constants = primes.map((prime) => root(prime, 96n, 3n));
console.log(sha256(new TextEncoder().encode("abc"), initial, constants));
console.log(sha256(Uint8Array.from({ length: 64 * blocks }, (_, i) => i * 7 % 251), initial, constants));
