#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

// Open addressing with linear probing; keys are hashed by a multiplication.
typedef struct {
    long key, value;
    enum { FREE, USED, DELETED } state;
} IntSlot;

typedef struct {
    IntSlot *slots;
    size_t capacity, used, filled;
} IntMap;

static size_t hash_long(long key) {
    uint64_t h = (uint64_t)key * 0x9E3779B97F4A7C15u;
    return h ^ h >> 32;
}

static IntSlot *int_find(const IntMap *map, long key) {
    if (map->capacity == 0) return NULL;
    size_t at = hash_long(key) & (map->capacity - 1);
    for (; map->slots[at].state != FREE; at = (at + 1) & (map->capacity - 1))
        if (map->slots[at].state == USED && map->slots[at].key == key) return &map->slots[at];
    return NULL;
}

static void int_put(IntMap *map, long key, long value);

static void int_resize(IntMap *map) {
    size_t capacity = 16;
    while (capacity < 4 * map->used) capacity *= 2;
    IntMap bigger = {calloc(capacity, sizeof(IntSlot)), capacity, 0, 0};
    for (size_t i = 0; i < map->capacity; i++)
        if (map->slots[i].state == USED) int_put(&bigger, map->slots[i].key, map->slots[i].value);
    free(map->slots);
    *map = bigger;
}

static void int_put(IntMap *map, long key, long value) {
    IntSlot *slot = int_find(map, key);
    if (slot) {
        slot->value = value;
        return;
    }
    if (2 * (map->filled + 1) > map->capacity) int_resize(map);
    size_t at = hash_long(key) & (map->capacity - 1);
    while (map->slots[at].state == USED) at = (at + 1) & (map->capacity - 1);
    map->filled += map->slots[at].state == FREE;
    map->slots[at] = (IntSlot){key, value, USED};
    map->used++;
}

static long int_pop(IntMap *map, long key) {
    IntSlot *slot = int_find(map, key);
    slot->state = DELETED;
    map->used--;
    return slot->value;
}

typedef struct {
    const char *key;
    long value;
} TextSlot;

typedef struct {
    TextSlot *slots;
    size_t capacity, used;
} TextMap;

static size_t hash_text(const char *text) {
    uint64_t h = 14695981039346656037u;
    for (; *text; text++) h = (h ^ (unsigned char)*text) * 1099511628211u;
    return h ^ h >> 32;
}

static TextSlot *text_find(const TextMap *map, const char *key) {
    size_t at = hash_text(key) & (map->capacity - 1);
    while (map->slots[at].key && strcmp(map->slots[at].key, key) != 0) at = (at + 1) & (map->capacity - 1);
    return &map->slots[at];
}

static void text_resize(TextMap *map) {
    TextMap bigger = {calloc(2 * map->capacity, sizeof(TextSlot)), 2 * map->capacity, map->used};
    for (size_t i = 0; i < map->capacity; i++)
        if (map->slots[i].key) *text_find(&bigger, map->slots[i].key) = map->slots[i];
    free(map->slots);
    *map = bigger;
}

static long integers(long n, long seed) {
    IntMap counts = {0};
    for (long i = 0; i < n; i++) {
        seed = seed * 16807 % 2147483647;
        long key = seed % 5000;
        IntSlot *slot = int_find(&counts, key);
        if (slot)
            slot->value++;
        else
            int_put(&counts, key, 1);
    }
    long total = 0;
    for (size_t i = 0; i < counts.capacity; i++)
        if (counts.slots[i].state == USED) total += counts.slots[i].key * counts.slots[i].value;
    free(counts.slots);
    return total;
}

static long texts(long n, long seed) {
    enum { NAMES = 2000 };
    static char names[NAMES][16];
    for (int i = 0; i < NAMES; i++) snprintf(names[i], sizeof names[i], "name%d", i * 37);
    TextMap ages = {calloc(16, sizeof(TextSlot)), 16, 0};
    for (long i = 0; i < n; i++) {
        seed = seed * 16807 % 2147483647;
        const char *name = names[seed % NAMES];
        TextSlot *slot = text_find(&ages, name);
        if (!slot->key) {
            slot->key = name;
            ages.used++;
        }
        slot->value += seed % 10;
        if (2 * ages.used > ages.capacity) text_resize(&ages);
    }
    long total = 0;
    for (int i = 0; i < NAMES; i++) {
        const TextSlot *slot = text_find(&ages, names[i]);
        if (slot->key) total += slot->value * (long)strlen(names[i]);
    }
    free(ages.slots);
    return total;
}

static long pair(long x, long y) { return x << 32 | y; }

static long grid(long n) {
    IntMap cells = {0};
    for (long i = 0; i < n; i++) int_put(&cells, pair(i % 71, i * 7 % 59), i);
    long total = 0;
    for (size_t i = 0; i < cells.capacity; i++) {
        if (cells.slots[i].state != USED) continue;
        const IntSlot *neighbour = int_find(&cells, pair((cells.slots[i].key >> 32) + 1, cells.slots[i].key & 0xFFFFFFFF));
        if (neighbour) total += neighbour->value;
    }
    free(cells.slots);
    return total;
}

static long come_and_go(long n) {
    IntMap alive = {0};
    long total = 0;
    for (long i = 0; i < n; i++) {
        int_put(&alive, i, i * 3);
        if (i >= 1000) total += int_pop(&alive, i - 1000);
    }
    total += (long)alive.used;
    free(alive.slots);
    return total;
}

int main(int argc, char **argv) {
    if (argc < 2) return 2;
    long rounds = atol(argv[1]), total = 0;
    for (long i = 0; i < rounds; i++) total += integers(10000, i + 1) + texts(10000, i + 1) + grid(10000 + i) + come_and_go(10000);
    printf("%ld\n", total);
}
