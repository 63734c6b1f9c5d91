use std::collections::HashMap;

// Entries live in a vector and are linked by their places; 0 is the head, 1 the tail.
struct Entry {
    key: i64,
    value: i64,
    before: usize,
    after: usize,
}

struct Cache {
    capacity: usize,
    places: HashMap<i64, usize>,
    entries: Vec<Entry>,
    hits: i64,
    misses: i64,
}

const HEAD: usize = 0;
const TAIL: usize = 1;

impl Cache {
    fn new(capacity: usize) -> Cache {
        let entries = vec![Entry { key: -1, value: 0, before: HEAD, after: TAIL }, Entry { key: -1, value: 0, before: HEAD, after: TAIL }];
        Cache { capacity, places: HashMap::new(), entries, hits: 0, misses: 0 }
    }

    fn unlink(&mut self, at: usize) {
        let (before, after) = (self.entries[at].before, self.entries[at].after);
        self.entries[before].after = after;
        self.entries[after].before = before;
    }

    fn link_first(&mut self, at: usize) {
        let first = self.entries[HEAD].after;
        self.entries[at].before = HEAD;
        self.entries[at].after = first;
        self.entries[first].before = at;
        self.entries[HEAD].after = at;
    }

    fn get(&mut self, key: i64) -> Option<i64> {
        let Some(&at) = self.places.get(&key) else {
            self.misses += 1;
            return None;
        };
        self.hits += 1;
        self.unlink(at);
        self.link_first(at);
        Some(self.entries[at].value)
    }

    fn put(&mut self, key: i64, value: i64) {
        if let Some(&at) = self.places.get(&key) {
            self.entries[at].value = value;
            self.unlink(at);
            self.link_first(at);
            return;
        }
        let entry = Entry { key, value, before: HEAD, after: TAIL };
        let at = if self.places.len() == self.capacity {
            let oldest = self.entries[TAIL].before;
            self.unlink(oldest);
            self.places.remove(&self.entries[oldest].key);
            self.entries[oldest] = entry;
            oldest
        } else {
            self.entries.push(entry);
            self.entries.len() - 1
        };
        self.places.insert(key, at);
        self.link_first(at);
    }
}

fn main() {
    let lookups: i64 = std::env::args().nth(1).unwrap().parse().unwrap();
    let mut cache = Cache::new(1000);
    let mut seed = 21i64;
    let mut total = 0;
    for _ in 0..lookups {
        seed = seed * 16807 % 2147483647;
        let key = seed % 64 * (seed / 64 % 64);
        total += cache.get(key).unwrap_or_else(|| {
            let value = key * 3 % 1009;
            cache.put(key, value);
            value
        });
    }
    println!("{} {} {}", total, cache.hits, cache.misses);
}
