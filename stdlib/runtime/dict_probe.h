// The walk through a dict's index and the usual search: for keys that compare without running the program. Internal to dict.c and
// dict_quick.c.
#ifndef OTTER_DICT_PROBE_H
#define OTTER_DICT_PROBE_H

#include "dict_int.h"

enum { DICT_PERTURB_SHIFT = 5 };

// Index slots.

static inline uint32_t index_width(const Buffer *index) { return index->capacity <= 256 ? 1 : index->capacity <= 1u << 17 ? 2 : 4; }

static inline uint32_t index_get(const Buffer *index, uint32_t width, size_t slot) {
    if (width == 1) return index->bytes[slot];
    if (width == 2) return ((const uint16_t *)index->bytes)[slot];
    return ((const uint32_t *)index->bytes)[slot];
}

static inline void index_put(Buffer *index, uint32_t width, size_t slot, uint32_t v) {
    if (width == 1) index->bytes[slot] = (uint8_t)v;
    else if (width == 2) ((uint16_t *)index->bytes)[slot] = (uint16_t)v;
    else ((uint32_t *)index->bytes)[slot] = v;
}

static inline uint32_t index_deleted(uint32_t width) { return width == 1 ? 0xff : width == 2 ? 0xffff : 0xffffffff; }

// The usual search: inline, for keys that compare without running the program. DICT_UNSURE: found one that does not.
enum { DICT_UNSURE = -3 };

static inline int64_t judge(const DictEntry *e, Value key, Value hash, int64_t n) {
    if (!value_same(e->hash, hash)) return DICT_ABSENT;
    if (value_same(e->key, key)) return n;
    int equal = key_equal_quick(e->key, key);
    return equal == 1 ? n : equal == 0 ? DICT_ABSENT : DICT_UNSURE;
}

[[gnu::always_inline]] static inline int64_t quick_indexed(const Dict *d, Value key, Value hash, uint32_t width) {
    const Buffer *index = d->index;
    const DictEntry *entries = dict_entries(d->entries);
    uint64_t perturb = dict_hash_of(hash);
    size_t mask = index->capacity / width - 1, slot = perturb & mask;
    uint32_t used = d->used;
    for (;;) {
        uint32_t n = index_get(index, width, slot);
        if (n == 0) return DICT_ABSENT;
        if (n - 1 < used) {
            int64_t found = judge(&entries[n - 1], key, hash, n - 1);
            if (found != DICT_ABSENT) return found;
        }
        perturb >>= DICT_PERTURB_SHIFT;
        slot = (slot * 5 + 1 + perturb) & mask;
    }
}

static inline int64_t quick_small(const Dict *d, Value key, Value hash) {
    uint32_t used = d->used;
    const DictEntry *entries = used ? dict_entries(d->entries) : NULL;
    for (uint32_t i = 0; i < used; i++) {
        int64_t found = judge(&entries[i], key, hash, i);
        if (found != DICT_ABSENT) return found;
    }
    return DICT_ABSENT;
}

static inline int64_t find_quick(const Dict *d, Value key, Value hash) {
    if (d->index == NULL) return quick_small(d, key, hash);
    switch (index_width(d->index)) {
    case 1: return quick_indexed(d, key, hash, 1);
    case 2: return quick_indexed(d, key, hash, 2);
    default: return quick_indexed(d, key, hash, 4);
    }
}

#endif
