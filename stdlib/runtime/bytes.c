// bytes and bytearray objects: making and viewing them.
#include "bytes.h"

#include "class.h"
#include "exception.h"
#include "attr.h"
#include "str.h"

static void bytearray_trace(Object *o, Tracer *tracer) {
    tracer_object(tracer, ((Bytearray *)o)->buffer);
}

const Layout layout_bytes = {"bytes", KIND_BYTES, sizeof(Bytes), NULL, NULL, NULL, NULL};
const Layout layout_bytearray = {"bytearray", KIND_BYTEARRAY, sizeof(Bytearray), bytearray_trace, NULL, NULL, NULL};

bool bytes_length_ok(Thread *t, size_t length) {
    enum { OBJECT_BYTES = 33 };   // of CPython's bytes beside the data
    if (length <= INT64_MAX - OBJECT_BYTES) return true;
    error_raise(t, &class_OverflowError, "byte string is too large");
    return false;
}

Bytes *bytes_alloc(Thread *t, size_t length) {
    Bytes *b = heap_new(t, &shape_bytes, sizeof(Bytes) + length + 1);
    if (b) b->length = length;
    return b;
}

Bytes *bytes_new(Thread *t, const void *data, size_t length) {
    Bytes *b = bytes_alloc(t, length);
    if (b && length) memcpy(b->data, data, length);
    return b;
}

Bytearray *bytearray_new(Thread *t, const void *data, size_t length) {
    Bytearray *b = heap_new(t, &shape_bytearray, sizeof *b);
    if (!b || !bytearray_reserve(t, b, length)) return NULL;
    if (length) memcpy(b->buffer->bytes, data, length);
    b->length = length;
    return b;
}

// The old buffer stays as it was: whoever still reads it sees consistent bytes.
bool bytearray_reserve(Thread *t, Bytearray *b, size_t length) {
    if (b->buffer && b->buffer->capacity >= length) return true;
    size_t capacity = b->buffer ? length + length / 4 + 8 : length;
    Buffer *buffer = heap_new_raw(t, capacity);
    if (!buffer) return false;
    if (b->buffer) memcpy(buffer->bytes, b->buffer->bytes, b->length);
    b->buffer = buffer;
    return true;
}

// An array's bytes are those of its attribute _data.
static Value buffer_of(Value v) {
    static Str *data;
    if (!value_is_object(v) || !(value_class(v)->flags & CLASS_BUFFER)) return v;
    if (!data) data = str_intern_c("_data");
    return object_get_field(value_object(v), data);
}

bool value_bytes_view(Value v, const uint8_t **data, size_t *length) {
    if (value_is_kind(v, KIND_BYTES)) {
        Bytes *b = (Bytes *)value_object(v);
        *data = b->data;
        *length = b->length;
        return true;
    }
    v = buffer_of(v);
    if (!value_is_kind(v, KIND_BYTEARRAY)) return false;
    Bytearray *b = (Bytearray *)value_object(v);
    size_t n = b->length;
    const Buffer *buffer = __atomic_load_n(&b->buffer, __ATOMIC_ACQUIRE);
    *data = buffer->bytes;
    *length = n < buffer->capacity ? n : buffer->capacity;
    return true;
}
