// The heap: mark-region, non-moving, thread-local bump allocation (Immix: Blackburn & McKinley 2008; nofl: Wingo 2025).
//
// Sizes in bytes. Every allocation may collect: any object reachable from a native stack or register, a VM stack, a root
// or another reachable object survives and never moves, so C code keeps plain pointers in locals. It must not keep the
// only reference in malloc'd memory (register that with heap_add_root) or in a thread-local variable.
#ifndef OTTER_HEAP_H
#define OTTER_HEAP_H

#include "object.h"

enum {
    HEAP_GRANULE = 16,
    HEAP_CHUNK_BYTES = 1 << 22,  // the heap grows by aligned chunks; a chunk begins with one metadata byte per granule of it
    HEAP_META_START = 1,         // metadata: an object starts in this granule
    HEAP_META_LEAF = 8,          // metadata, besides: it refers to nothing in the heap, so that marking need not look at it
    HEAP_INLINE_MAX = 512,       // largest size of an inline allocation
};

// Bump region of a thread. Native code allocates inline a fixed `size` (a multiple of HEAP_GRANULE, at most
// HEAP_INLINE_MAX) of a layout without `finish`, in these steps (heap_bump below is their C form):
//   p = bump; if (limit - p < size) goto slow;      slow: heap_new(t, shape, size)
//   bump = p + size;
//   *(chunk + ((p - chunk) >> 4)) = HEAP_META_START, where chunk = p & -HEAP_CHUNK_BYTES;
//   *p = shape;
// The memory is zeroed already. Nothing may collect between these steps.
typedef struct {
    char *bump, *limit;  // free bytes, zeroed
    void *owner;         // heap's own
} HeapLocal;

// Takes `size` bytes of the bump region; NULL when it has not so many left (call heap_new). The caller stores the shape.
static inline void *heap_bump(HeapLocal *local, size_t size) {
    char *p = local->bump;
    if ((size_t)(local->limit - p) < size) return NULL;
    local->bump = p + size;
    uintptr_t chunk = (uintptr_t)p & ~(uintptr_t)(HEAP_CHUNK_BYTES - 1);
    *(uint8_t *)(chunk + (((uintptr_t)p - chunk) >> 4)) = HEAP_META_START;
    return p;
}

// A new zeroed object of `size` bytes (rounded up to granules) with its shape set. Raises MemoryError and returns NULL
// when the limit is reached or the system has none. A zeroed object must be fit for its layout's trace: the next
// allocation may trace it.
void *heap_new(Thread *t, Shape *shape, size_t size);

// For values that compiled code makes where nothing can be raised. What comes next may go beyond the limit by a little, and the
// thread gets its MemoryError at the next poll. Ends the process when asked over and over: then the system has no memory.
void heap_overdraw(Thread *t);

// Makes a large object longer where it is; what comes behind is zero. False: it is not large, there is no room, or it is time to collect.
bool heap_extend(void *object, size_t size);

// Backing store of containers. `capacity` is in elements; VALUES are traced, RAW bytes are
// not; both are zeroed (VALUES: int 0). A buffer may have more capacity than asked for.
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
bool buffer_extend(Buffer *b, uint64_t capacity);       // in place; false: it needs another
bool buffer_holds_values(const Buffer *b);

void heap_init(size_t limit_bytes);                     // once; 0: no limit beyond the system's
bool heap_attach(Thread *t);                            // the calling native thread's bump region; false: no memory
void heap_detach(Thread *t);
void heap_collect(Thread *t);                           // full collection now (gc.collect)
void heap_set_stress(bool every_allocation);            // --stress=gc; dead objects are overwritten besides
void heap_set_failure(uint64_t nth);                    // --stress=oom:N: the nth allocation from now fails; 0: none
uint64_t heap_live_bytes(void);                         // found alive by the last collection, and taken since
uint64_t heap_collections(void);
uint64_t heap_resident_bytes(void);                     // held from the system

// In a finisher: did this collection find the object alive? Objects outside the heap are.
bool heap_found_alive(const Object *o);

// Roots. A root slot holds a Value or an Object pointer's Value for ever.
void heap_add_root(Value *slots, size_t count);
void heap_remove_root(const Value *slots);
void heap_add_root_tracer(void (*trace)(Tracer *tracer));

// The object that has its start at this address; NULL: none in the heap has. The address may be anything.
Object *heap_find_object(uintptr_t address);

// Called during every collection, the world stopped, with each stretch of native stack and saved registers; NULL: nobody is.
// For finding out which machine code is still running.
extern void (*heap_watch_native_words)(const uintptr_t *from, const uintptr_t *to);

// For Layout.trace.
void tracer_value(Tracer *tracer, Value v);
void tracer_object(Tracer *tracer, const void *object);        // NULL is fine
void tracer_values(Tracer *tracer, const Value *v, size_t n);
void tracer_words(Tracer *tracer, const void *from, const void *to);  // conservatively: words that may be pointers or values
void tracer_static(Tracer *tracer, Object *object);           // for root tracers: what an object outside the heap refers to

#endif
