#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

typedef struct Entry {
    long key, value;
    struct Entry *before, *after, *next;  // next: in the bucket
} Entry;

enum { BUCKETS = 2048 };

typedef struct {
    long capacity, count, hits, misses;
    Entry *buckets[BUCKETS];
    Entry head, tail;
} Cache;

static Entry **bucket(Cache *cache, long key) {
    uint64_t h = (uint64_t)key * 0x9E3779B97F4A7C15u;
    return &cache->buckets[h >> 53];
}

static Entry *find(Cache *cache, long key) {
    Entry *entry = *bucket(cache, key);
    while (entry && entry->key != key) entry = entry->next;
    return entry;
}

static void remove_key(Cache *cache, long key) {
    Entry **at = bucket(cache, key);
    while ((*at)->key != key) at = &(*at)->next;
    *at = (*at)->next;
    cache->count--;
}

static void unlink_entry(Entry *entry) {
    entry->before->after = entry->after;
    entry->after->before = entry->before;
}

static void link_first(Cache *cache, Entry *entry) {
    entry->before = &cache->head;
    entry->after = cache->head.after;
    cache->head.after->before = entry;
    cache->head.after = entry;
}

static Entry *get(Cache *cache, long key) {
    Entry *entry = find(cache, key);
    if (!entry) return cache->misses++, NULL;
    cache->hits++;
    unlink_entry(entry);
    link_first(cache, entry);
    return entry;
}

static void put(Cache *cache, long key, long value) {
    Entry *entry = find(cache, key);
    if (entry) {
        entry->value = value;
        unlink_entry(entry);
        link_first(cache, entry);
        return;
    }
    if (cache->count == cache->capacity) {
        Entry *oldest = cache->tail.before;
        unlink_entry(oldest);
        remove_key(cache, oldest->key);
        free(oldest);
    }
    entry = malloc(sizeof *entry);
    *entry = (Entry){.key = key, .value = value, .next = *bucket(cache, key)};
    *bucket(cache, key) = entry;
    cache->count++;
    link_first(cache, entry);
}

int main(int argc, char **argv) {
    if (argc < 2) return 2;
    static Cache cache = {.capacity = 1000};
    cache.head.after = &cache.tail;
    cache.tail.before = &cache.head;
    long lookups = atol(argv[1]), seed = 21, total = 0;
    for (long i = 0; i < lookups; i++) {
        seed = seed * 16807 % 2147483647;
        long key = seed % 64 * (seed / 64 % 64), value;
        const Entry *entry = get(&cache, key);
        if (entry) {
            value = entry->value;
        } else {
            value = key * 3 % 1009;
            put(&cache, key, value);
        }
        total += value;
    }
    printf("%ld %ld %ld\n", total, cache.hits, cache.misses);
}
