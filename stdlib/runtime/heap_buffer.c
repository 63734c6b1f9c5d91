// Buffers: the backing stores of containers, traced or raw. Which one is told by the shape.
#include "class.h"
#include "exception.h"
#include "heap_inline.h"

enum { BUFFER_LARGE = 1 << 14 };   // bytes from which trying to extend one is worth it

static void trace_values(Object *o, Tracer *tracer) {
    Buffer *b = (Buffer *)o;
    tracer_values(tracer, b->values, b->capacity);
}

const Layout layout_buffer = {.name = "buffer", .kind = KIND_BUFFER, .size = sizeof(Buffer)};
static const Layout layout_values = {.name = "values", .kind = KIND_BUFFER, .size = sizeof(Buffer), .trace = trace_values};

static Shape shape_values = {.header = {&shape_shape}, .cls = &class_buffer, .layout = &layout_values, .kind = KIND_BUFFER};
static Shape shape_raw = {.header = {&shape_shape}, .cls = &class_buffer, .layout = &layout_buffer, .kind = KIND_BUFFER};

static Buffer *buffer_new(Thread *t, Shape *shape, uint64_t count, size_t item) {
    if (count > ((uint64_t)1 << 46)) {
        error_out_of_memory(t);
        return NULL;
    }
    size_t size = (sizeof(Buffer) + count * item + HEAP_GRANULE - 1) & ~(size_t)(HEAP_GRANULE - 1);
    Buffer *b = shape == &shape_raw ? heap_new_leaf(t, shape, size) : heap_new_plain(t, shape, size);
    if (b != NULL) b->capacity = (size - sizeof(Buffer)) / item;
    return b;
}

bool buffer_extend(Buffer *b, uint64_t capacity) {
    size_t item = b->header.shape == &shape_values ? sizeof(Value) : 1;
    if (b->capacity * item < BUFFER_LARGE || capacity > (uint64_t)1 << 42) return false;
    if (!heap_extend(b, sizeof(Buffer) + capacity * item)) return false;
    if (capacity > b->capacity) __atomic_store_n(&b->capacity, capacity, __ATOMIC_RELEASE);
    return true;
}

Buffer *heap_new_values(Thread *t, uint64_t capacity) { return buffer_new(t, &shape_values, capacity, sizeof(Value)); }
Buffer *heap_new_raw(Thread *t, uint64_t bytes) { return buffer_new(t, &shape_raw, bytes, 1); }
bool buffer_holds_values(const Buffer *b) { return b->header.shape == &shape_values; }
