// set and frozenset: one open-addressed table. Iteration order for given insertions is CPython 3.11's (same hashes for
// numbers and tuples, same probe sequence and growth), since programs print sets of ints.
#ifndef OTTER_SET_H
#define OTTER_SET_H

#include "heap.h"

typedef struct {
    Value hash;         // 63 bits of it in the form of a double (the collector reads entries as values); bits 0: free slot
    Value key;          // VALUE_UNBOUND: removed
} SetEntry;

typedef struct {
    Object header;
    Buffer *table;      // values: SetEntry[mask + 1]; NULL while empty, as if of 8 slots
    uint64_t mask;
    uint64_t live, fill;  // entries present; present or removed
    uint64_t hash;      // frozenset's; 0: not computed yet
    uint64_t finger;    // where pop looks next
} Set;

static inline bool value_is_set(Value v) { return value_is_kind(v, KIND_SET); }
static inline Set *value_set(Value v) { return (Set *)value_object(v); }
Value set_constant(Thread *t, Value items);                     // the frozenset of a constant's items (a tuple), ordered as CPython's; or VALUE_ERROR
Set *set_new(Thread *t, Class *cls);                            // &class_set, &class_frozenset or a subclass
int set_contains(Thread *t, Set *s, Value key);                 // 1, 0, -1: exception pending
bool set_add(Thread *t, Set *s, Value key);
int set_discard(Thread *t, Set *s, Value key);                  // 1: removed, 0: absent, -1
bool set_update(Thread *t, Set *s, Value iterable);
bool set_next(const Set *s, uint64_t *position, Value *key);    // *position from 0; false at the end

#endif
