#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

// A map of integers by open addressing; as a set, the values stay 0.
typedef struct {
    long key, value;
    bool used;
} Slot;

typedef struct {
    Slot *slots;
    size_t capacity, count;
} Map;

static size_t hash(long key) {
    uint64_t h = (uint64_t)key * 0x9E3779B97F4A7C15u;
    return h ^ h >> 32;
}

static Slot *find(const Map *map, long key) {
    size_t at = hash(key) & (map->capacity - 1);
    while (map->slots[at].used && map->slots[at].key != key) at = (at + 1) & (map->capacity - 1);
    return &map->slots[at];
}

static bool has(const Map *map, long key) { return find(map, key)->used; }

static Map new_map(void) { return (Map){calloc(16, sizeof(Slot)), 16, 0}; }

static void grow(Map *map) {
    Map bigger = {calloc(2 * map->capacity, sizeof(Slot)), 2 * map->capacity, map->count};
    for (size_t i = 0; i < map->capacity; i++)
        if (map->slots[i].used) *find(&bigger, map->slots[i].key) = map->slots[i];
    free(map->slots);
    *map = bigger;
}

static Slot *add(Map *map, long key) {
    Slot *slot = find(map, key);
    if (slot->used) return slot;
    if (2 * (map->count + 1) > map->capacity) {
        grow(map);
        slot = find(map, key);
    }
    *slot = (Slot){key, 0, true};
    map->count++;
    return slot;
}

enum { MIDDLE = 1 << 20 };
static long cell(long x, long y) { return (x + MIDDLE) << 32 | (y + MIDDLE); }
static long cell_x(long c) { return (c >> 32) - MIDDLE; }
static long cell_y(long c) { return (c & 0xFFFFFFFF) - MIDDLE; }

static void count_around(Map *counts, long c) {
    for (long dx = -1; dx <= 1; dx++)
        for (long dy = -1; dy <= 1; dy++)
            if (dx != 0 || dy != 0) add(counts, cell(cell_x(c) + dx, cell_y(c) + dy))->value++;
}

static Map life(const long *start, int n, int steps) {
    Map cells = new_map();
    for (int i = 0; i < n; i++) add(&cells, start[i]);
    for (int step = 0; step < steps; step++) {
        Map counts = new_map(), next = new_map();
        for (size_t i = 0; i < cells.capacity; i++)
            if (cells.slots[i].used) count_around(&counts, cells.slots[i].key);
        for (size_t i = 0; i < counts.capacity; i++) {
            const Slot *slot = &counts.slots[i];
            if (slot->used && (slot->value == 3 || (slot->value == 2 && has(&cells, slot->key)))) add(&next, slot->key);
        }
        free(counts.slots), free(cells.slots);
        cells = next;
    }
    return cells;
}

static Map multiples(long n, long step) {
    Map set = new_map();
    for (long i = 0; i < n; i += step) add(&set, i);
    return set;
}

static long algebra(long n) {
    Map evens = multiples(n, 2), threes = multiples(n, 3), fives = multiples(n, 5), both = new_map(), some = new_map(), result = new_map();
    for (size_t i = 0; i < evens.capacity; i++)
        if (evens.slots[i].used && has(&threes, evens.slots[i].key)) add(&some, evens.slots[i].key);
    for (size_t i = 0; i < fives.capacity; i++) {
        if (!fives.slots[i].used) continue;
        add(&some, fives.slots[i].key);
        if (has(&evens, fives.slots[i].key)) add(&both, fives.slots[i].key);
    }
    for (size_t i = 0; i < some.capacity; i++)
        if (some.slots[i].used && !has(&both, some.slots[i].key)) add(&result, some.slots[i].key);
    long total = (long)result.count;
    for (size_t i = 0; i < result.capacity; i++)
        if (result.slots[i].used) total += result.slots[i].key;
    for (size_t i = 0; i < evens.capacity; i++) total += evens.slots[i].used && !has(&threes, evens.slots[i].key);
    for (size_t i = 0; i < threes.capacity; i++) total += threes.slots[i].used && !has(&evens, threes.slots[i].key);
    free(evens.slots), free(threes.slots), free(fives.slots), free(both.slots), free(some.slots), free(result.slots);
    return total;
}

static long unique(long n, long seed) {
    Map seen = new_map();
    long duplicates = 0;
    for (long i = 0; i < n; i++) {
        seed = seed * 16807 % 2147483647;
        long value = seed % (n * 2);
        if (has(&seen, value))
            duplicates++;
        else
            add(&seen, value);
    }
    free(seen.slots);
    return duplicates;
}

int main(int argc, char **argv) {
    if (argc < 2) return 2;
    static const long points[][2] = {{1, 0}, {2, 1}, {0, 2}, {1, 2}, {2, 2}, {20, 20}, {21, 20}, {20, 21}, {19, 21}, {20, 22}};
    enum { POINTS = sizeof points / sizeof *points };
    long rounds = atol(argv[1]), total = 0, start[POINTS];
    for (int i = 0; i < POINTS; i++) start[i] = cell(points[i][0], points[i][1]);
    for (int i = 0; i < rounds; i++) {
        Map cells = life(start, POINTS, 25 + i % 5);
        total += (long)cells.count;
        for (size_t j = 0; j < cells.capacity; j++)
            if (cells.slots[j].used) total += cell_x(cells.slots[j].key) * cell_y(cells.slots[j].key);
        free(cells.slots);
        total += algebra(3000 + i) + unique(3000, i + 1);
    }
    printf("%ld\n", total);
}
