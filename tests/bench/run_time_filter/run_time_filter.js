"use strict";

const QUERIES = [
    "age > 30 and city = 3 sum pay",
    "pay > 5000 and age < 50 and rank != 2 sum age",
    "city = 1 or city = 4 or rank = 0 sum pay",
    "age > 20 and pay < 7000 and city != 2 and rank > 1 sum rank",
];

class Row {
    constructor(age, pay, city, rank) {
        this.age = age;
        this.pay = pay;
        this.city = city;
        this.rank = rank;
    }
}

const COLUMNS = {
    age: (row) => row.age,
    pay: (row) => row.pay,
    city: (row) => row.city,
    rank: (row) => row.rank,
};

function condition(column, operator, limit) {
    const get = COLUMNS[column];
    if (operator === ">") return (row) => get(row) > limit;
    if (operator === "<") return (row) => get(row) < limit;
    if (operator === "=") return (row) => get(row) === limit;
    return (row) => get(row) !== limit;
}

const both = (a, b) => (row) => a(row) && b(row);
const either = (a, b) => (row) => a(row) || b(row);

function parse(query) {
    const words = query.split(" ");
    let at = 3, predicate = condition(words[0], words[1], Number(words[2]));
    for (; words[at] !== "sum"; at += 4) {
        const more = condition(words[at + 1], words[at + 2], Number(words[at + 3]));
        predicate = words[at] === "and" ? both(predicate, more) : either(predicate, more);
    }
    return [predicate, COLUMNS[words[at + 1]]];
}

function run(rows, predicate, column) {
    let total = 0, count = 0;
    for (const row of rows) {
        if (predicate(row)) {
            total += column(row);
            count++;
        }
    }
    return total + count;
}

function makeRows(count, seed) {
    const rows = [];
    for (let i = 0; i < count; i++) {
        seed = seed * 16807 % 2147483647;
        rows.push(new Row(18 + seed % 50, 1000 + Math.floor(seed / 50) % 9000, Math.floor(seed / 7) % 6, Math.floor(seed / 11) % 4));
    }
    return rows;
}

const rounds = Number(process.argv[2]), rows = makeRows(2000, 13), queries = QUERIES.map(parse);
let total = 0;
for (let i = 0; i < rounds; i++) for (const [predicate, column] of queries) total = (total * 3 + run(rows, predicate, column)) % 1000003;
console.log(total);
