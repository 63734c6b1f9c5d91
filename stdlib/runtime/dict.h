// Dicts: entries in insertion order in one buffer, and a hash index of entry numbers beside it.
// Keys compare by identity, then hash, then ==, which may run the program: look-ups may raise and may collect.
#ifndef OTTER_DICT_H
#define OTTER_DICT_H

#include "heap.h"

typedef struct {
    Value hash;         // as an immediate int (the collector reads entries as values)
    Value key;          // VALUE_UNBOUND, and so the hash: deleted
    Value value;
} DictEntry;

struct Dict {
    Object header;
    Buffer *entries;    // values: DictEntry[]; NULL while empty
    Buffer *index;      // raw: 1, 2 or 4-byte entry numbers, or NULL for small dicts
    uint32_t live;      // entries present: len()
    uint32_t used;      // entries taken, deleted ones included
    uint32_t first;     // entries before it are deleted ones
    uint32_t version;   // changes when keys are added or removed
    Dict *slots;        // of an object's __dict__: what its __slots__ hold; NULL mostly
};

static inline bool value_is_dict(Value v) { return value_is_kind(v, KIND_DICT); }
static inline Dict *value_dict(Value v) { return (Dict *)value_object(v); }
Dict *dict_new(Thread *t);
Dict *dict_copy(Thread *t, const Dict *d);
Value dict_get(Thread *t, Dict *d, Value key);                  // VALUE_UNBOUND when absent; VALUE_ERROR
bool dict_set(Thread *t, Dict *d, Value key, Value v);
Value dict_pop(Thread *t, Dict *d, Value key);                  // removes; VALUE_UNBOUND when absent
Value dict_get_str(const Dict *d, Str *interned);               // cannot raise: for namespaces
bool dict_set_str(Thread *t, Dict *d, Str *interned, Value v);
Value dict_pop_str(Thread *t, Dict *d, Str *interned);
bool dict_update(Thread *t, Dict *d, Value mapping_or_pairs);   // as dict.update
// For compiled code, of plain dicts (dict_quick.c). None of these runs the program or collects.
Value dict_quick_get(Value dict, Value key, Value otherwise);   // VALUE_ERROR, nothing pending: not to be told this way
int dict_quick_has(Value dict, Value key);                      // 1, 0; -1: not to be told this way
int dict_quick_put(Value dict, Value key, Value v);             // 0: not to be done this way
// Iteration: *position from 0; false at the end. The dict must not be changed meanwhile.
bool dict_next(const Dict *d, uint32_t *position, Value *key, Value *value);

#endif
