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
    Buffer *buffer;    // raw
    uint64_t length;
} Bytearray;

Bytes *bytes_new(Thread *t, const void *data, size_t length);  // NULL: exception pending
bool value_bytes_view(Value v, const uint8_t **data, size_t *length);  // bytes or bytearray; false otherwise

#endif
