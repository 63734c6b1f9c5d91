"use strict";

const literal = (c, following) => (text, at) => at < text.length && text[at] === c && following(text, at + 1);
const anyOf = (chars, following) => (text, at) => at < text.length && chars.includes(text[at]) && following(text, at + 1);
const anything = (following) => (text, at) => at < text.length && following(text, at + 1);

function star(accepts, following) {
    return (text, at) => {
        let end = at;
        while (end < text.length && accepts(text[end])) end++;
        for (; end >= at; end--) if (following(text, end)) return true;
        return false;
    };
}

function parseAtoms(pattern) {
    const atoms = [];
    for (let i = 0; i < pattern.length;) {
        const c = pattern[i];
        let kind, chars = "";
        if (c === "[") {
            const end = pattern.indexOf("]", i);
            [kind, chars] = ["set", pattern.slice(i + 1, end)];
            i = end;
        } else {
            [kind, chars] = c === "." ? ["any", ""] : ["one", c];
        }
        const starred = pattern[i + 1] === "*";
        i += starred ? 2 : 1;
        atoms.push([kind, chars, starred]);
    }
    return atoms;
}

function build(pattern) {
    let following = (text, at) => at === text.length;
    for (const [kind, chars, starred] of parseAtoms(pattern).reverse()) {
        if (starred && kind === "one") following = star((x) => x === chars, following);
        else if (starred && kind === "any") following = star(() => true, following);
        else if (starred) following = star((x) => chars.includes(x), following);
        else if (kind === "one") following = literal(chars, following);
        else if (kind === "any") following = anything(following);
        else following = anyOf(chars, following);
    }
    return following;
}

function makeWords(count, seed) {
    const words = [];
    for (let i = 0; i < count; i++) {
        seed = seed * 16807 % 2147483647;
        let rest = seed, word = "";
        for (let j = 0; j < 4 + seed % 7; j++) {
            word += "abcde"[rest % 5];
            rest = Math.floor(rest / 5);
        }
        words.push(word);
    }
    return words;
}

const rounds = Number(process.argv[2]), words = makeWords(2000, 9);
const matchers = ["a*b[cd]*.*e", ".*ab.*", "[abc]*d[^e]*.*a", "c.a.*", ".*a.*b.*c.*"].map(build);
let found = 0;
for (let i = 0; i < rounds; i++) matchers.forEach((match, place) => {
    for (const word of words) if (match(word, 0)) found += place + 1;
});
console.log(found);
