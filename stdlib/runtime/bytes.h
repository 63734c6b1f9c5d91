// bytes (immutable) and bytearray (its buffer may be replaced).
#ifndef OTTER_BYTES_H
#define OTTER_BYTES_H

#include "heap.h"

typedef struct {
    Object header;
    uint64_t hash;     // 0: not computed yet
    uint64_t length;
    uint8_t data[];    // NUL after the end
} Bytes;

typedef struct {
    Object header;
    Buffer *buffer;    // raw, never NULL
    uint64_t length;
} Bytearray;

extern const Layout layout_bytes, layout_bytearray;
bool bytes_length_ok(Thread *t, size_t length);                // false: OverflowError pending
Bytes *bytes_alloc(Thread *t, size_t length);                  // data still to be written by the caller, NUL set
Bytes *bytes_new(Thread *t, const void *data, size_t length);  // NULL: exception pending
bool value_bytes_view(Value v, const uint8_t **data, size_t *length);  // bytes or bytearray; false otherwise
static inline bool value_is_bytes(Value v) { return value_is_kind(v, KIND_BYTES); }
static inline bool value_is_bytearray(Value v) { return value_is_kind(v, KIND_BYTEARRAY); }
static inline Bytes *value_bytes(Value v) { return (Bytes *)value_object(v); }
static inline Bytearray *value_bytearray(Value v) { return (Bytearray *)value_object(v); }
Bytearray *bytearray_new(Thread *t, const void *data, size_t length);
bool bytearray_reserve(Thread *t, Bytearray *b, size_t length);  // room for `length` bytes; keeps the contents
bool bytearray_append(Thread *t, Bytearray *b, Value v);         // as its method: v is to be an int 0..255
Value bytes_iter_at(Thread *t, Value v, size_t index);         // an iterator over bytes or bytearray that has given `index` items
void bytes_init_class(void);                                   // native methods of both; after class_init

#endif
