// The table of dicts, for dict*.c and set*.c.
//
//   entries  | hash key value | hash key value | ...      in order of insertion; a deleted one has key VALUE_UNBOUND
//   index    | n | n | ...                                1-, 2- or 4-byte entry number + 1; 0: free; all ones: deleted
//
// The width of the index follows from its size in bytes, so that a buffer explains itself. Dicts of at most
// DICT_SMALL entries have no index and are searched in order.
#ifndef OTTER_DICT_INT_H
#define OTTER_DICT_INT_H

#include "dict.h"
#include "key.h"

enum { DICT_SMALL = 8, DICT_ENTRY_VALUES = sizeof(DictEntry) / sizeof(Value) };

static inline DictEntry *dict_entries(const Buffer *b) { return (DictEntry *)b->values; }
static inline size_t dict_capacity(const Buffer *b) { return b == NULL ? 0 : b->capacity / DICT_ENTRY_VALUES; }
// A hash as entries hold it: its low 62 bits.
static inline Value dict_hash_value(uint64_t hash) { return VALUE_BITS(hash << 2); }

static inline uint64_t dict_hash_of(Value stored) { return stored.bits >> 2; }   // good for further look-ups in dicts

// Look-ups with the hash at hand. dict_find: entry number, DICT_ABSENT or DICT_FAILED (exception pending).
enum { DICT_ABSENT = -1, DICT_FAILED = -2 };
int64_t dict_find(Thread *t, Dict *d, Value key, uint64_t hash);
bool dict_set_hashed(Thread *t, Dict *d, Value key, uint64_t hash, Value v);
bool dict_append(Thread *t, Dict *d, Value key, uint64_t hash, Value v);   // of a key known to be absent
Value dict_pop_hashed(Thread *t, Dict *d, Value key, uint64_t hash);
void dict_delete_entry(Dict *d, uint32_t number);   // of a present entry
void dict_clear(Dict *d);
bool dict_reserve(Thread *t, Dict *d, size_t more);   // room for that many new keys without growing
uint32_t dict_last_entry(const Dict *d);            // number of the last present entry; d is not empty

#endif
