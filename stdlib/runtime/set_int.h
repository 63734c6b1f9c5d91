// The table of sets, for set*.c.
#ifndef OTTER_SET_INT_H
#define OTTER_SET_INT_H

#include "key.h"
#include "set.h"

enum { SET_MIN_SLOTS = 8 };

static inline SetEntry *set_entries(const Set *s) { return (SetEntry *)s->table->values; }
static inline bool set_entry_free(const SetEntry *e) { return e->hash.bits == 0; }
static inline bool set_entry_present(const SetEntry *e) { return e->hash.bits != 0 && !value_is_unbound(e->key); }
// Bit 63 gives way to the mark of doubles.
static inline Value set_hash_value(uint64_t hash) { return VALUE_BITS((hash & ~1ull) << 1 | 2 | (hash & 1)); }
static inline uint64_t set_hash_bits(Value v) {   // bit 63 restored as the sign of what numbers and short hashes have
    return (uint64_t)((int64_t)(v.bits & ~3ull) >> 1) | (v.bits & 1);
}

// With the hash at hand. Each may run the program (==).
int set_find(Thread *t, Set *s, Value key, Value hash, SetEntry **entry);   // 1: *entry is it, 0, -1
bool set_add_hashed(Thread *t, Set *s, Value key, Value hash);
int set_discard_hashed(Thread *t, Set *s, Value key, Value hash);
bool set_key_hash(Thread *t, Value key, Value *hash);
bool set_resize(Thread *t, Set *s, uint64_t at_least);
bool set_shrink_removed(Thread *t, Set *s);         // after many removals
void set_clear(Set *s);
Value set_take_any(Set *s);                         // removes an item; VALUE_UNBOUND: none
bool set_merge(Thread *t, Set *s, Set *other);

// Algebra. `other` is any iterable; new sets are plain ones of s's kind. Values: VALUE_ERROR, sets: NULL, ints: -1 on failure.
Set *set_like(Thread *t, const Set *s);              // empty, set or frozenset as s
Set *set_copy(Thread *t, Set *s);
Set *set_from(Thread *t, Class *cls, Value iterable);
Value set_intersect(Thread *t, Set *s, Value other);
Value set_subtract(Thread *t, Set *s, Value other);
Value set_symmetric(Thread *t, Set *s, Value other);
bool set_remove_all(Thread *t, Set *s, Value other);   // difference_update
bool set_toggle_all(Thread *t, Set *s, Value other);   // symmetric_difference_update
int set_is_subset(Thread *t, const Set *a, Set *b);
int set_is_disjoint(Thread *t, Set *s, Value other);

// The present entries: *position from 0.
static inline bool set_next_entry(const Set *s, uint64_t *position, SetEntry *entry) {
    const Buffer *table = s->table;
    if (table == NULL) return false;
    uint64_t end = table->capacity / 2 < s->mask + 1 ? table->capacity / 2 : s->mask + 1;
    for (uint64_t i = *position; i < end; i++) {
        *entry = ((const SetEntry *)table->values)[i];
        if (!set_entry_present(entry)) continue;
        *position = i + 1;
        return true;
    }
    return false;
}

#endif
