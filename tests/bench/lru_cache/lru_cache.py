# A cache that forgets what was used longest ago: a dict into a doubly linked list.
import sys


class Entry:
    def __init__(self, key, value):
        self.key = key
        self.value = value
        self.before = None
        self.after = None


class Cache:
    def __init__(self, capacity):
        self.capacity = capacity
        self.entries = {}
        self.head = Entry(None, None)
        self.tail = Entry(None, None)
        self.head.after = self.tail
        self.tail.before = self.head
        self.hits = 0
        self.misses = 0

    def unlink(self, entry):
        entry.before.after = entry.after
        entry.after.before = entry.before

    def link_first(self, entry):
        entry.before = self.head
        entry.after = self.head.after
        self.head.after.before = entry
        self.head.after = entry

    def get(self, key):
        entry = self.entries.get(key)
        if entry is None:
            self.misses += 1
            return None
        self.hits += 1
        self.unlink(entry)
        self.link_first(entry)
        return entry.value

    def put(self, key, value):
        entry = self.entries.get(key)
        if entry is not None:
            entry.value = value
            self.unlink(entry)
            self.link_first(entry)
            return
        if len(self.entries) == self.capacity:
            oldest = self.tail.before
            self.unlink(oldest)
            del self.entries[oldest.key]
        entry = Entry(key, value)
        self.entries[key] = entry
        self.link_first(entry)


def main():
    lookups = int(sys.argv[1]) if len(sys.argv) > 1 else 2100000
    cache = Cache(1000)
    seed = 21
    total = 0
    for i in range(lookups):
        seed = seed * 16807 % 2147483647
        key = seed % 64 * (seed // 64 % 64)
        value = cache.get(key)
        if value is None:
            value = key * 3 % 1009
            cache.put(key, value)
        total += value
    print(total, cache.hits, cache.misses)


main()
