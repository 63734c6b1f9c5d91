"use strict";

function makeText(words, seed) {
    const syllables = ["ka", "lo", "mi", "ta", "ne", "ru", "so", "Vi", "en", "or"], parts = [];
    for (let i = 0; i < words; i++) {
        seed = seed * 16807 % 2147483647;
        const rank = Math.floor(seed % 64 * (Math.floor(seed / 64) % 64) / 16);
        let word = syllables[rank % 10] + syllables[Math.floor(rank / 10) % 10];
        if (rank > 99) word += syllables[Math.floor(rank / 100) % 10];
        parts.push(word, i % 11 === 10 ? "\n" : i % 7 === 3 ? ", " : " ");
    }
    return parts.join("");
}

function countWords(text) {
    const counts = new Map();
    for (const line of text.split("\n")) {
        for (const piece of line.trim().split(/\s+/)) {
            if (piece === "") continue;
            const word = piece.replace(/^[,.]+|[,.]+$/g, "").toLowerCase();
            counts.set(word, (counts.get(word) ?? 0) + 1);
        }
    }
    return counts;
}

const counts = countWords(makeText(Number(process.argv[2]), 3));
const ranked = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
for (const [word, count] of ranked.slice(0, 5)) console.log(`${word} ${count}`);
console.log(ranked.length);
