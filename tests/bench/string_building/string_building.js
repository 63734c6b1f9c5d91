"use strict";

function makeRows(count) {
    const lines = [];
    for (let i = 0; i < count; i++) {
        const name = "item" + String(i % 97);
        lines.push(`${name.padEnd(8)}|${String(i).padStart(6)}|${String(i * 7 % 101).padStart(3, "0")}|${(i / 7).toFixed(2)}`);
    }
    return lines.join("\n");
}

function caesar(text, shift) {
    let out = "";
    for (const c of text) {
        if (c >= "a" && c <= "z") out += String.fromCharCode((c.charCodeAt(0) - 97 + shift) % 26 + 97);
        else out += c;
    }
    return out;
}

function countOverlapping(text, needle) {
    let found = 0;
    for (let at = text.indexOf(needle); at >= 0; at = text.indexOf(needle, at + 1)) found++;
    return found;
}

function checksum(text) {
    let total = 0;
    for (let i = 0; i < text.length; i++) total = (total * 31 + text.charCodeAt(i)) % 1000003;
    return total;
}

const rounds = Number(process.argv[2]);
let total = 0;
for (let i = 0; i < rounds; i++) {
    let text = makeRows(100 + i % 10);
    text = caesar(text, i % 26);
    text = text.replaceAll("|0", "|-").replaceAll("\n", ";");
    total += countOverlapping(text, "1");
    total += checksum(text.slice(10, -10) + text.slice(0, 10).toUpperCase());
    total += text.split(";").reverse().join(";").length;
}
console.log(total);
