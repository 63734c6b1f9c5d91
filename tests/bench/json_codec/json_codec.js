"use strict";

class Parser {
    constructor(text) {
        this.text = text;
        this.at = 0;
    }

    skipSpace() {
        const text = this.text;
        while (this.at < text.length && " \n\t".includes(text[this.at])) this.at++;
    }

    expect(c) {
        if (this.text[this.at] !== c) throw new Error(`expected ${c} at ${this.at}`);
        this.at++;
    }

    parse() {
        this.skipSpace();
        const c = this.text[this.at];
        if (c === "{") return this.parseObject();
        if (c === "[") return this.parseArray();
        if (c === '"') return this.parseString();
        if (c === "t") return this.at += 4, true;
        if (c === "f") return this.at += 5, false;
        if (c === "n") return this.at += 4, null;
        return this.parseNumber();
    }

    parseObject() {
        this.at++;
        const result = new Map();
        this.skipSpace();
        if (this.text[this.at] === "}") return this.at++, result;
        for (;;) {
            this.skipSpace();
            const key = this.parseString();
            this.skipSpace();
            this.expect(":");
            result.set(key, this.parse());
            this.skipSpace();
            if (this.text[this.at] === "}") return this.at++, result;
            this.expect(",");
        }
    }

    parseArray() {
        this.at++;
        const result = [];
        this.skipSpace();
        if (this.text[this.at] === "]") return this.at++, result;
        for (;;) {
            result.push(this.parse());
            this.skipSpace();
            if (this.text[this.at] === "]") return this.at++, result;
            this.expect(",");
        }
    }

    parseString() {
        this.expect('"');
        const parts = [];
        for (;;) {
            let c = this.text[this.at++];
            if (c === '"') return parts.join("");
            if (c === "\\") {
                c = this.text[this.at++];
                if (c === "n") c = "\n";
                else if (c === "t") c = "\t";
            }
            parts.push(c);
        }
    }

    parseNumber() {
        const text = this.text;
        let sign = 1, value = 0;
        if (text[this.at] === "-") {
            sign = -1;
            this.at++;
        }
        while (this.at < text.length && "0" <= text[this.at] && text[this.at] <= "9") value = value * 10 + text.charCodeAt(this.at++) - 48;
        return sign * value;
    }
}

function write(value, out) {
    if (value === null) out.push("null");
    else if (value === true) out.push("true");
    else if (value === false) out.push("false");
    else if (typeof value === "number") out.push(String(value));
    else if (typeof value === "string") writeString(value, out);
    else if (Array.isArray(value)) writeList(value, out);
    else writeMap(value, out);
}

function writeString(text, out) {
    out.push('"');
    for (const c of text) {
        if (c === '"' || c === "\\") out.push("\\", c);
        else if (c === "\n") out.push("\\n");
        else if (c === "\t") out.push("\\t");
        else out.push(c);
    }
    out.push('"');
}

function writeList(items, out) {
    out.push("[");
    for (let i = 0; i < items.length; i++) {
        if (i > 0) out.push(",");
        write(items[i], out);
    }
    out.push("]");
}

function writeMap(items, out) {
    out.push("{");
    let first = true;
    for (const [key, value] of items) {
        if (!first) out.push(",");
        first = false;
        writeString(key, out);
        out.push(":");
        write(value, out);
    }
    out.push("}");
}

function makeDocument(records) {
    const items = [];
    for (let i = 0; i < records; i++) {
        items.push(new Map([
            ["id", i],
            ["name", 'user "' + String(i * 37 % 1000) + '"'],
            ["active", i % 3 === 0],
            ["parent", i % 5 === 0 ? null : Math.floor(i / 5)],
            ["scores", [i * 7 % 100 - 50, i * 13 % 100, i * 29 % 100]],
            ["note", "line\n\ttwo \\ three"],
        ]));
    }
    return new Map([["version", 1], ["items", items]]);
}

const rounds = Number(process.argv[2]);
let total = 0;
for (let i = 0; i < rounds; i++) {
    const out = [], again = [];
    write(makeDocument(50 + i % 5), out);
    const text = out.join(""), parsed = new Parser(text).parse();
    write(parsed, again);
    if (again.join("") !== text) console.log("different");
    for (const item of parsed.get("items")) total += item.get("scores")[0] + item.get("name").length + (item.get("active") ? 1 : 0);
    total += text.length;
}
console.log(total);
