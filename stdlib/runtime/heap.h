// The heap: mark-region, non-moving, thread-local bump allocation (Immix: Blackburn & McKinley 2008; nofl: Wingo 2025).
//
// Sizes in bytes. Every allocation may collect: any object reachable from a native stack or register, a VM stack, a root
// or another reachable object survives and never moves, so C code keeps plain pointers in locals. It must not keep the
// only reference in malloc'd memory (register that with heap_add_root) or in a thread-local variable.
#ifndef OTTER_HEAP_H
#define OTTER_HEAP_H

#include "object.h"

enum { HEAP_GRANULE = 16 };

// Bump region of a thread; first in Thread so that native code can allocate inline: bump, compare, store the shape, set
// the granule's start mark. heap_new is the general form.
typedef struct {
    char *bump, *limit;  // free bytes, zeroed
    void *owner;         // heap's own
} HeapLocal;

// A new zeroed object of `size` bytes (rounded up to granules) with its shape set. Raises MemoryError and returns NULL
// when the limit is reached or the system has none.
void *heap_new(Thread *t, Shape *shape, size_t size);

// Backing store of containers. `capacity` is in elements; VALUES are traced (zeroed: int 0), RAW bytes are not.
typedef struct Buffer {
    Object header;
    uint64_t capacity;
    union {
        Value values[0];
        uint8_t bytes[0];
        int64_t ints[0];
        double doubles[0];
        void *pointers[0];
    };
} Buffer;
Buffer *heap_new_values(Thread *t, uint64_t capacity);  // NULL: MemoryError pending
Buffer *heap_new_raw(Thread *t, uint64_t bytes);
bool buffer_holds_values(const Buffer *b);

void heap_init(size_t limit_bytes);                     // once; 0: no limit beyond the system's
void heap_attach(Thread *t);                            // the calling native thread's bump region and stack bounds
void heap_detach(Thread *t);
void heap_collect(Thread *t);                           // full collection now (gc.collect)
void heap_set_stress(bool every_allocation);            // --stress=gc
uint64_t heap_live_bytes(void);
uint64_t heap_collections(void);

// Roots. A root slot holds a Value or an Object pointer's Value for ever.
void heap_add_root(Value *slots, size_t count);
void heap_add_root_tracer(void (*trace)(Tracer *tracer));

// For Layout.trace.
void tracer_value(Tracer *tracer, Value v);
void tracer_object(Tracer *tracer, const void *object);        // NULL is fine
void tracer_values(Tracer *tracer, const Value *v, size_t n);
void tracer_words(Tracer *tracer, const void *from, const void *to);  // conservatively: words that may be pointers or values

#endif
