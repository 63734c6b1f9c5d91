// What the files about bytes and bytearray share with each other and nobody else.
//
// Methods that both classes have take their subject as a view; results are of the subject's class. The view of a bytearray
// holds until the program may run again, so arguments are converted first.
#ifndef OTTER_BYTES_INT_H
#define OTTER_BYTES_INT_H

#include "bytes.h"
#include "class.h"
#include "exception.h"
#include "native.h"
#include "ops.h"
#include "str.h"

typedef struct {
    const char *data;
    size_t length;
} ByteView;

static inline ByteView bytes_view(Value v) {
    const uint8_t *data;
    size_t length;
    value_bytes_view(v, &data, &length);
    return (ByteView){(const char *)data, length};
}

// v as a view; false: TypeError "a bytes-like object is required, not 'T'".
static inline bool bytes_view_argument(Thread *t, Value v, ByteView *out) {
    const uint8_t *data;
    if (!value_bytes_view(v, &data, &out->length)) {
        error_type(t, "a bytes-like object is required, not '%T'", v);
        return false;
    }
    out->data = (const char *)data;
    return true;
}

static inline Value bytes_result(Bytes *b) { return b ? value_from_object(b) : VALUE_ERROR; }
Value bytes_like(Thread *t, Value self, const char *data, size_t n);   // of the class of self (bytes or bytearray)
Value bytes_take_like(StrBuilder *b, Value self);                      // the same from a builder; VALUE_ERROR if it failed
bool bytes_collect(Thread *t, Value iterable, StrBuilder *out, const char *range_message);   // ints 0..255 of an iterable
bool bytes_byte(Thread *t, Value v, uint8_t *out, const char *range_message);   // an int 0..255
bool bytes_fill_from(Thread *t, StrBuilder *b, Value *args, const char *type);  // the arguments of bytes(...) and bytearray(...)

extern const NativeDef bytes_common_methods[], bytes_search_methods[], bytes_edit_methods[], bytes_case_methods[];
void bytearray_init_class(void);

#endif
