"use strict";

const ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

function makeCrcTable() {
    const table = [];
    for (let i = 0; i < 256; i++) {
        let crc = i;
        for (let j = 0; j < 8; j++) crc = crc & 1 ? (crc >>> 1) ^ 0xEDB88320 : crc >>> 1;
        table.push(crc >>> 0);
    }
    return table;
}

function crc32(data, table) {
    let crc = 0xFFFFFFFF;
    for (const byte of data) crc = (crc >>> 8) ^ table[(crc ^ byte) & 255];
    return (crc ^ 0xFFFFFFFF) >>> 0;
}

function adler32(data) {
    let a = 1, b = 0;
    for (const byte of data) {
        a = (a + byte) % 65521;
        b = (b + a) % 65521;
    }
    return b * 65536 + a;
}

function encodeBase64(data) {
    const out = [];
    for (let i = 0; i < data.length - 2; i += 3) {
        const bits = data[i] << 16 | data[i + 1] << 8 | data[i + 2];
        out.push(ALPHABET[bits >> 18], ALPHABET[bits >> 12 & 63], ALPHABET[bits >> 6 & 63], ALPHABET[bits & 63]);
    }
    return out.join("");
}

function decodeBase64(text, values) {
    const out = new Uint8Array(text.length / 4 * 3);
    let length = 0;
    for (let i = 0; i < text.length; i += 4) {
        const bits = values.get(text[i]) << 18 | values.get(text[i + 1]) << 12 | values.get(text[i + 2]) << 6 | values.get(text[i + 3]);
        out[length++] = bits >> 16;
        out[length++] = bits >> 8 & 255;
        out[length++] = bits & 255;
    }
    return out;
}

function runLengths(data) {
    const out = [];
    let i = 0;
    while (i < data.length) {
        let j = i + 1;
        while (j < data.length && data[j] === data[i] && j - i < 255) j++;
        out.push(j - i, data[i]);
        i = j;
    }
    return out;
}

function makeData(n, seed) {
    const data = [];
    while (data.length < n) {
        seed = seed * 16807 % 2147483647;
        for (let i = 0; i < seed % 5 + 1; i++) data.push(seed >> 8 & 255);
    }
    return Uint8Array.from(data.slice(0, n));
}

const rounds = Number(process.argv[2]), table = makeCrcTable(), values = new Map([...ALPHABET].map((c, i) => [c, i]));
let total = 0;
for (let i = 0; i < rounds; i++) {
    const data = makeData(9000 + 3 * i, i + 1), text = encodeBase64(data), back = decodeBase64(text, values);
    if (back.length !== data.length || back.some((byte, j) => byte !== data[j])) console.log("different");
    total = (total + crc32(data, table) + adler32(data) + text.length + runLengths(data).length) % 2 ** 48;
}
console.log(total);
