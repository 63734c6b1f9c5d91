"use strict";

class Entry {
    constructor(key, value) {
        this.key = key;
        this.value = value;
        this.before = null;
        this.after = null;
    }
}

class Cache {
    constructor(capacity) {
        this.capacity = capacity;
        this.entries = new Map();
        this.head = new Entry(-1, 0);
        this.tail = new Entry(-1, 0);
        this.head.after = this.tail;
        this.tail.before = this.head;
        this.hits = 0;
        this.misses = 0;
    }

    unlink(entry) {
        entry.before.after = entry.after;
        entry.after.before = entry.before;
    }

    linkFirst(entry) {
        entry.before = this.head;
        entry.after = this.head.after;
        this.head.after.before = entry;
        this.head.after = entry;
    }

    get(key) {
        const entry = this.entries.get(key);
        if (entry === undefined) {
            this.misses++;
            return null;
        }
        this.hits++;
        this.unlink(entry);
        this.linkFirst(entry);
        return entry.value;
    }

    put(key, value) {
        let entry = this.entries.get(key);
        if (entry !== undefined) {
            entry.value = value;
            this.unlink(entry);
            this.linkFirst(entry);
            return;
        }
        if (this.entries.size === this.capacity) {
            const oldest = this.tail.before;
            this.unlink(oldest);
            this.entries.delete(oldest.key);
        }
        entry = new Entry(key, value);
        this.entries.set(key, entry);
        this.linkFirst(entry);
    }
}

const lookups = Number(process.argv[2]), cache = new Cache(1000);
let seed = 21, total = 0;
for (let i = 0; i < lookups; i++) {
    seed = seed * 16807 % 2147483647;
    const key = seed % 64 * (Math.floor(seed / 64) % 64);
    let value = cache.get(key);
    if (value === null) {
        value = key * 3 % 1009;
        cache.put(key, value);
    }
    total += value;
}
console.log(`${total} ${cache.hits} ${cache.misses}`);
