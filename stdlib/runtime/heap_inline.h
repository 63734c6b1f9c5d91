// Allocation without a call, for the kinds of objects that programs make most of.
#ifndef OTTER_HEAP_INLINE_H
#define OTTER_HEAP_INLINE_H

#include "heap.h"
#include "thread.h"

// As heap_new, of a layout without `finish`.
static inline void *heap_new_plain(Thread *t, Shape *shape, size_t size) {
    size = (size + HEAP_GRANULE - 1) & ~(size_t)(HEAP_GRANULE - 1);
    Object *o = size <= HEAP_INLINE_MAX ? heap_bump(&t->heap, size) : NULL;
    if (__builtin_expect(o == NULL, 0)) return heap_new(t, shape, size);
    o->shape = shape;
    return o;
}

// The same for what refers to nothing in the heap, its shape included.
static inline void *heap_new_leaf(Thread *t, Shape *shape, size_t size) {
    void *o = heap_new_plain(t, shape, size);
    if (o == NULL) return NULL;
    uintptr_t chunk = (uintptr_t)o & ~(uintptr_t)(HEAP_CHUNK_BYTES - 1);
    *(uint8_t *)(chunk + (((uintptr_t)o - chunk) >> 4)) = HEAP_META_START | HEAP_META_LEAF;
    return o;
}

#endif
