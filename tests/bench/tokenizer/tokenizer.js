"use strict";

const NUMBER = 0, NAME = 1, OPERATOR = 2, END = 3;

class Token {
    constructor(kind, text) {
        this.kind = kind;
        this.text = text;
    }
}

const isDigit = (c) => c >= "0" && c <= "9";
const isAlpha = (c) => (c >= "a" && c <= "z") || (c >= "A" && c <= "Z");

function tokenize(source) {
    const tokens = [], n = source.length;
    let i = 0;
    while (i < n) {
        const c = source[i], start = i;
        if (c === " " || c === "\n") {
            i++;
        } else if (isDigit(c)) {
            while (i < n && isDigit(source[i])) i++;
            tokens.push(new Token(NUMBER, source.slice(start, i)));
        } else if (isAlpha(c) || c === "_") {
            while (i < n && (isAlpha(source[i]) || isDigit(source[i]) || source[i] === "_")) i++;
            tokens.push(new Token(NAME, source.slice(start, i)));
        } else {
            tokens.push(new Token(OPERATOR, c));
            i++;
        }
    }
    tokens.push(new Token(END, ""));
    return tokens;
}

const modulo = (a, m) => (a % m + m) % m;

class Evaluator {
    constructor(tokens) {
        this.tokens = tokens;
        this.at = 0;
        this.variables = new Map();
    }

    accept(text) {
        const token = this.tokens[this.at];
        if (token.kind === OPERATOR && token.text === text) {
            this.at++;
            return true;
        }
        return false;
    }

    run() {
        let last = 0;
        while (this.tokens[this.at].kind !== END) {
            const name = this.tokens[this.at++].text;
            this.accept("=");
            last = modulo(this.expression(), 1000003);
            this.variables.set(name, last);
            this.accept(";");
        }
        return last;
    }

    expression() {
        let value = this.term();
        for (;;) {
            if (this.accept("+")) value += this.term();
            else if (this.accept("-")) value -= this.term();
            else return value;
        }
    }

    term() {
        let value = this.factor();
        while (this.accept("*")) value = modulo(value * this.factor(), 1000003);
        return value;
    }

    factor() {
        if (this.accept("(")) {
            const value = this.expression();
            this.accept(")");
            return value;
        }
        const token = this.tokens[this.at++];
        return token.kind === NUMBER ? Number(token.text) : this.variables.get(token.text) ?? 1;
    }
}

function makeSource(statements, seed) {
    const lines = [];
    for (let i = 0; i < statements; i++) {
        seed = seed * 16807 % 2147483647;
        const a = `value_${seed % 40}`, b = `x${Math.floor(seed / 40) % 40}`;
        lines.push(`${a} = (${b} + ${seed % 1000}) * value_${Math.floor(seed / 7) % 40} - ${i} * (3 + ${b});`);
        lines.push(`${b} = ${a} - ${seed % 17};`);
    }
    return lines.join("\n");
}

const rounds = Number(process.argv[2]);
let total = 0, count = 0;
for (let i = 0; i < rounds; i++) {
    const tokens = tokenize(makeSource(100, i + 1));
    count += tokens.length;
    total = (total * 31 + new Evaluator(tokens).run()) % 1000003;
}
console.log(`${count} ${total}`);
