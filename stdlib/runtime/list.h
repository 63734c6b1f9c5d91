// Lists: length and a buffer of values with room to grow. Readers load the buffer once and bound their index by both the
// length and the buffer's capacity, so that a racing writer can lose an update but never memory.
#ifndef OTTER_LIST_H
#define OTTER_LIST_H

#include "heap.h"

struct List {
    Object header;
    Buffer *buffer;     // values; never NULL
    uint64_t length;
};

static inline bool value_is_list(Value v) { return value_is_kind(v, KIND_LIST); }
static inline List *value_list(Value v) { return (List *)value_object(v); }
List *list_new(Thread *t, size_t capacity);
List *list_from(Thread *t, const Value *items, size_t n);
List *list_from_iterable(Thread *t, Value iterable);
bool list_append_slow(Thread *t, List *l, Value v);
static inline bool list_append(Thread *t, List *l, Value v) {
    if (l->length == l->buffer->capacity) return list_append_slow(t, l, v);
    l->buffer->values[l->length++] = v;
    return true;
}
bool list_extend(Thread *t, List *l, Value iterable);
bool list_extend_star(Thread *t, List *l, Value iterable);   // for [*iterable], with its TypeError
bool list_insert(Thread *t, List *l, int64_t index, Value v);
bool list_sort(Thread *t, List *l, Value key, bool reverse);   // stable merge sort; ValueError when changed meanwhile

#endif
