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
    uint64_t n = l->length;
    Buffer *buffer = l->buffer;
    if (n >= buffer->capacity) return list_append_slow(t, l, v);
    buffer->values[n] = v;
    __atomic_store_n(&l->length, n + 1, __ATOMIC_RELEASE);
    return true;
}
bool list_reserve(Thread *t, List *l, size_t capacity);       // room for that many items in all
bool list_extend(Thread *t, List *l, Value iterable);
bool list_extend_star(Thread *t, List *l, Value iterable);   // for [*iterable], with its TypeError
// Read before the buffer: what it covers is in any buffer that the list has from then on.
static inline uint64_t list_covers(const List *l) { return __atomic_load_n(&l->length, __ATOMIC_ACQUIRE); }
// Item i, without the list's lock; VALUE_UNBOUND: there are not so many.
static inline Value list_item_at(const List *l, uint64_t i) {
    uint64_t length = list_covers(l);
    const Buffer *buffer = __atomic_load_n(&l->buffer, __ATOMIC_ACQUIRE);
    return i < length && i < buffer->capacity ? buffer->values[i] : VALUE_UNBOUND;
}
// Its items as of now, for reading without the list's lock; they stay readable while the pointer is held.
static inline const Value *list_items(const List *l, size_t *n) {
    uint64_t length = list_covers(l);
    const Buffer *buffer = __atomic_load_n(&l->buffer, __ATOMIC_ACQUIRE);
    *n = length < buffer->capacity ? length : buffer->capacity;
    return buffer->values;
}
void list_shorten(List *l, size_t length);                     // drops items at the end
bool list_insert(Thread *t, List *l, int64_t index, Value v);
struct Slice;
Value list_get_slice(Thread *t, List *l, const struct Slice *s);   // a new list
bool list_set_slice(Thread *t, List *l, const struct Slice *s, Value v);
bool list_sort(Thread *t, List *l, Value key, bool reverse);   // stable merge sort; ValueError when changed meanwhile

#endif
