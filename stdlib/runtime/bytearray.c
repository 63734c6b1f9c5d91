// bytearray: what changes it in place. Growth replaces the buffer, so a view taken before stays readable; arguments that may
// be the array itself are copied first.
#include "bytes_int.h"
#include "int.h"
#include "iter.h"
#include "range.h"
#include "seq.h"
#include "text_search.h"

static const char bytearray_range[] = "byte must be in range(0, 256)";

static Value bytearray_init(Thread *t, Value *args, uint32_t nargs) {
    Bytearray *b = value_bytearray(args[0]);
    StrBuilder content;
    str_builder_init(&content, t);
    if (!bytes_fill_from(t, &content, args, "bytearray") || content.failed) return VALUE_ERROR;
    b->length = 0;
    if (!bytearray_reserve(t, b, content.nbytes)) return VALUE_ERROR;
    memcpy(b->buffer->bytes, content.text, content.nbytes);
    b->length = content.nbytes;
    return VALUE_NONE;
}

// Of nothing, or of as many zeros as asked; the rest is for __init__.
static Value bytearray_construct(Thread *t, const Value *args, uint32_t nargs) {
    if (nargs > 1 || (nargs == 1 && !(value_is_int(args[0]) && value_int(args[0]) >= 0))) return VALUE_UNBOUND;
    size_t length = nargs == 0 ? 0 : (size_t)value_int(args[0]);
    Bytearray *b = (Bytearray *)class_instantiate(t, &class_bytearray);
    if (!b || !bytearray_reserve(t, b, length)) return VALUE_ERROR;
    memset(b->buffer->bytes, 0, length);
    b->length = length;
    return value_from_object(b);
}

static Value bytearray_new_method(Thread *t, Value *args, uint32_t nargs) {
    Bytearray *b = (Bytearray *)class_instantiate(t, (Class *)value_object(args[0]));
    return b && bytearray_reserve(t, b, 0) ? value_from_object(b) : VALUE_ERROR;
}

// Replaces [from, to) by n bytes, which must not lie in the array.
static bool bytearray_splice(Thread *t, Bytearray *b, size_t from, size_t to, const char *data, size_t n) {
    size_t tail = b->length - to, length = from + n + tail;
    if (!bytearray_reserve(t, b, length)) return false;
    uint8_t *at = b->buffer->bytes;
    memmove(at + from + n, at + to, tail);
    memcpy(at + from, data, n);
    b->length = length;
    return true;
}

// ---- items ----

static bool bytearray_assign_strided(Thread *t, Bytearray *b, int64_t start, int64_t step, size_t count, const StrBuilder *data) {
    if (data->nbytes != count) {
        error_value(t, "attempt to assign bytes of size %zu to extended slice of size %zu", data->nbytes, count);
        return false;
    }
    for (size_t i = 0; i < count; i++) b->buffer->bytes[start + (int64_t)i * step] = (uint8_t)data->text[i];
    return true;
}

static void bytearray_delete_strided(Bytearray *b, int64_t start, int64_t step, size_t count) {
    if (step < 0) {
        start += (int64_t)(count - 1) * step;
        step = -step;
    }
    uint8_t *data = b->buffer->bytes;
    size_t to = (size_t)start, skip = (size_t)start, left = count;
    for (size_t i = (size_t)start; i < b->length; i++) {
        if (left && i == skip) {
            skip += (size_t)step;
            left--;
        } else {
            data[to++] = data[i];
        }
    }
    b->length = to;
}

// The bytes to be assigned, copied.
static bool bytearray_source(Thread *t, Value v, StrBuilder *out) {
    const uint8_t *data;
    size_t n;
    str_builder_init(out, t);
    if (value_bytes_view(v, &data, &n)) {
        str_builder_add(out, (const char *)data, n);
        return !out->failed;
    }
    bool iterable = !value_is_unbound(value_dunder(v, DUNDER_ITER)) || !value_is_unbound(value_dunder(v, DUNDER_GETITEM));
    if (!value_is_str(v) && iterable && !value_is_integer(v)) return bytes_collect(t, v, out, bytearray_range);
    error_type(t, "can assign only bytes, buffers, or iterables of ints in range(0, 256)");
    return false;
}

static bool bytearray_set_slice(Thread *t, Bytearray *b, const Slice *slice, Value v) {
    StrBuilder data;
    int64_t start, step;
    size_t count;
    if (!bytearray_source(t, v, &data) || !slice_resolve(t, slice, b->length, &start, &step, &count)) return false;
    if (step != 1) return bytearray_assign_strided(t, b, start, step, count, &data);
    return bytearray_splice(t, b, (size_t)start, (size_t)start + count, data.text, data.nbytes);
}

static Value bytearray_setitem(Thread *t, Value *args, uint32_t nargs) {
    Bytearray *b = value_bytearray(args[0]);
    if (value_is_kind(args[1], KIND_SLICE))
        return bytearray_set_slice(t, b, (Slice *)value_object(args[1]), args[2]) ? VALUE_NONE : VALUE_ERROR;
    size_t at;
    uint8_t byte;
    if (!value_is_int(args[1]) && !value_is_unbound(value_dunder(args[1], DUNDER_INDEX))) args[1] = int_index(t, args[1]);
    if (value_is_error(args[1])) return VALUE_ERROR;
    if (value_is_int(args[1]) && !bytes_byte(t, args[2], &byte, bytearray_range)) return VALUE_ERROR;   // before the index is in range
    if (!seq_index_in(t, args[1], "bytearray", b->length, "bytearray index out of range", &at)) return VALUE_ERROR;
    if (!bytes_byte(t, args[2], &byte, bytearray_range)) return VALUE_ERROR;
    if (at >= b->length) return error_raise(t, &class_IndexError, "bytearray index out of range");  // __index__ shortened it
    b->buffer->bytes[at] = byte;
    return VALUE_NONE;
}

static Value bytearray_delitem(Thread *t, Value *args, uint32_t nargs) {
    Bytearray *b = value_bytearray(args[0]);
    int64_t start, step = 1;
    size_t count = 1, at;
    if (value_is_kind(args[1], KIND_SLICE)) {
        if (!slice_resolve(t, (Slice *)value_object(args[1]), b->length, &start, &step, &count)) return VALUE_ERROR;
    } else {
        if (!seq_index_in(t, args[1], "bytearray", b->length, "bytearray index out of range", &at)) return VALUE_ERROR;
        start = (int64_t)at;
    }
    if (count) bytearray_delete_strided(b, start, step, count);
    return VALUE_NONE;
}

// ---- growing and shrinking ----

bool bytearray_append(Thread *t, Bytearray *b, Value v) {
    uint8_t byte;
    if (!bytes_byte(t, v, &byte, bytearray_range) || !bytearray_reserve(t, b, b->length + 1)) return false;
    b->buffer->bytes[b->length++] = byte;
    return true;
}

static Value bytearray_append_method(Thread *t, Value *args, uint32_t nargs) {
    return bytearray_append(t, value_bytearray(args[0]), args[1]) ? VALUE_NONE : VALUE_ERROR;
}

static bool bytearray_add(Thread *t, Bytearray *b, const StrBuilder *data) {
    return bytearray_splice(t, b, b->length, b->length, data->text, data->nbytes);
}

static Value bytearray_extend(Thread *t, Value *args, uint32_t nargs) {
    StrBuilder data;
    str_builder_init(&data, t);
    const uint8_t *bytes;
    size_t n;
    if (value_bytes_view(args[1], &bytes, &n)) {
        str_builder_add(&data, (const char *)bytes, n);
    } else {
        bool iterable = !value_is_unbound(value_dunder(args[1], DUNDER_ITER)) || !value_is_unbound(value_dunder(args[1], DUNDER_GETITEM));
        if (!iterable) return error_type(t, "can't extend bytearray with %T", args[1]);
        if (!bytes_collect(t, args[1], &data, bytearray_range)) return VALUE_ERROR;
    }
    return !data.failed && bytearray_add(t, value_bytearray(args[0]), &data) ? VALUE_NONE : VALUE_ERROR;
}

static Value bytearray_iadd(Thread *t, Value *args, uint32_t nargs) {
    const uint8_t *bytes;
    size_t n;
    StrBuilder data;
    if (!value_bytes_view(args[1], &bytes, &n)) return error_type(t, "can't concat %T to %T", args[1], args[0]);
    str_builder_init(&data, t);
    str_builder_add(&data, (const char *)bytes, n);
    return !data.failed && bytearray_add(t, value_bytearray(args[0]), &data) ? args[0] : VALUE_ERROR;
}

static Value bytearray_imul(Thread *t, Value *args, uint32_t nargs) {
    Bytearray *b = value_bytearray(args[0]);
    size_t count, n = b->length;
    if (!seq_has_index(args[1])) return VALUE_NOTIMPLEMENTED;
    if (!seq_repeat_count(t, args[0], args[1], n, &count) || !bytearray_reserve(t, b, n * count)) return VALUE_ERROR;
    for (size_t i = 1; i < count; i++) memcpy(b->buffer->bytes + i * n, b->buffer->bytes, n);
    b->length = n * count;
    return args[0];
}

static Value bytearray_insert(Thread *t, Value *args, uint32_t nargs) {
    Bytearray *b = value_bytearray(args[0]);
    int64_t index;
    uint8_t byte;
    if (!int_index_i64(t, args[1], &index, true) || !bytes_byte(t, args[2], &byte, bytearray_range)) return VALUE_ERROR;
    int64_t length = (int64_t)b->length;
    if (index < 0) index += length;
    size_t at = index < 0 ? 0 : index > length ? b->length : (size_t)index;
    return bytearray_splice(t, b, at, at, (char *)&byte, 1) ? VALUE_NONE : VALUE_ERROR;
}

static Value bytearray_pop(Thread *t, Value *args, uint32_t nargs) {
    Bytearray *b = value_bytearray(args[0]);
    int64_t index;
    if (!int_index_i64(t, args[1], &index, true)) return VALUE_ERROR;
    if (b->length == 0) return error_raise(t, &class_IndexError, "pop from empty bytearray");
    if (index < 0) index += (int64_t)b->length;
    if ((uint64_t)index >= b->length) return error_raise(t, &class_IndexError, "pop index out of range");
    uint8_t byte = b->buffer->bytes[index];
    bytearray_delete_strided(b, index, 1, 1);
    return value_from_small(byte);
}

static Value bytearray_remove(Thread *t, Value *args, uint32_t nargs) {
    Bytearray *b = value_bytearray(args[0]);
    uint8_t byte;
    if (!bytes_byte(t, args[1], &byte, bytearray_range)) return VALUE_ERROR;
    const uint8_t *at = memchr(b->buffer->bytes, byte, b->length);
    if (!at) return error_value(t, "value not found in bytearray");
    bytearray_delete_strided(b, at - b->buffer->bytes, 1, 1);
    return VALUE_NONE;
}

static Value bytearray_clear(Thread *t, Value *args, uint32_t nargs) {
    value_bytearray(args[0])->length = 0;
    return VALUE_NONE;
}

static Value bytearray_reverse(Thread *t, Value *args, uint32_t nargs) {
    Bytearray *b = value_bytearray(args[0]);
    uint8_t *data = b->buffer->bytes;
    for (size_t i = 0, j = b->length; i + 1 < j--; i++) {
        uint8_t swapped = data[i];
        data[i] = data[j];
        data[j] = swapped;
    }
    return VALUE_NONE;
}

static Value bytearray_copy(Thread *t, Value *args, uint32_t nargs) {
    ByteView b = bytes_view(args[0]);
    Bytearray *copy = bytearray_new(t, b.data, b.length);
    return copy ? value_from_object(copy) : VALUE_ERROR;
}

static const NativeDef bytearray_methods[] = {
    {"__new__", bytearray_new_method, "cls, *args, **kwargs", NATIVE_STATIC},
    {"__init__", bytearray_init, "self, source=?, encoding=?, errors=?", 0},
    {"__hash__", NULL, NULL, 0},
    {"__setitem__", bytearray_setitem, "self, key, value, /", 0},
    {"__delitem__", bytearray_delitem, "self, key, /", 0},
    {"__iadd__", bytearray_iadd, "self, value, /", 0},
    {"__imul__", bytearray_imul, "self, value, /", 0},
    {"append", bytearray_append_method, "self, item, /", 0},
    {"extend", bytearray_extend, "self, iterable_of_ints, /", 0},
    {"insert", bytearray_insert, "self, index, item, /", 0},
    {"pop", bytearray_pop, "self, index=-1, /", 0},
    {"remove", bytearray_remove, "self, value, /", 0},
    {"clear", bytearray_clear, "self, /", 0},
    {"reverse", bytearray_reverse, "self, /", 0},
    {"copy", bytearray_copy, "self, /", 0},
    {}};

void bytearray_init_class(void) {
    class_bytearray.construct = bytearray_construct;
    class_add_natives(&class_bytearray, bytearray_methods);
}
