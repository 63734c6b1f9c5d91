// bytes and bytearray: construction, operators, text forms; the iterators.
#include "bytes_int.h"
#include "call.h"
#include "codec.h"
#include "format.h"
#include "int.h"
#include "iter.h"
#include "list.h"
#include "range.h"
#include "seq.h"
#include "text_search.h"
#include "tuple.h"

#define XXH_INLINE_ALL
#include <xxhash.h>

Value bytes_like(Thread *t, Value self, const char *data, size_t n) {
    if (!value_is_bytearray(self)) return bytes_result(bytes_new(t, data, n));
    Bytearray *b = bytearray_new(t, data, n);
    return b ? value_from_object(b) : VALUE_ERROR;
}

Value bytes_take_like(StrBuilder *b, Value self) {
    return b->failed ? VALUE_ERROR : bytes_like(b->thread, self, b->text, b->nbytes);
}

bool bytes_byte(Thread *t, Value v, uint8_t *out, const char *range_message) {
    int64_t i;
    if (!int_index_i64(t, v, &i, true)) return false;
    *out = (uint8_t)i;
    if (i >= 0 && i <= 255) return true;
    error_value(t, "%s", range_message);
    return false;
}

// The bytes of a list of small ints; false: it holds something else, which the program is to be asked about.
static bool bytes_collect_list(const List *list, StrBuilder *out) {
    size_t n;
    const Value *items = list_items(list, &n);
    char *to = str_builder_reserve(out, n);
    for (size_t i = 0; to && i < n; i++) {
        if (items[i].bits > value_from_small(255).bits || !value_is_int(items[i])) return false;
        to[i] = (char)value_int(items[i]);
    }
    if (to) out->nbytes += n;
    return true;
}

bool bytes_collect(Thread *t, Value iterable, StrBuilder *out, const char *range_message) {
    if (value_has_shape(iterable, &shape_list) && bytes_collect_list(value_list(iterable), out)) return !out->failed;
    IterCursor c;
    if (!iter_begin(t, &c, iterable)) return false;
    for (;;) {
        uint8_t byte;
        Value item = iter_step(t, &c);
        if (value_is_unbound(item)) return !out->failed;
        if (value_is_error(item) || !bytes_byte(t, item, &byte, range_message)) return false;
        str_builder_add(out, (char *)&byte, 1);
    }
}

// ---- bytes(source, encoding, errors) ----

static bool bytes_fill_encoded(Thread *t, StrBuilder *b, Value *args, const char *type) {
    const Str *e, *h;
    if (!codec_arguments(t, type, args[2], args[3], &e, &h)) return false;
    if (!value_is_str(args[1])) {
        error_type(t, "encoding without a string argument");
        return false;
    }
    if (!e) {
        error_type(t, "string argument without an encoding");
        return false;
    }
    Value encoded = codec_encode(t, value_str(args[1]), e, h);
    if (value_is_error(encoded)) return false;
    ByteView view = bytes_view(encoded);
    str_builder_add(b, view.data, view.length);
    return !b->failed;
}

static bool bytes_fill_zeros(Thread *t, StrBuilder *b, Value v, const char *type) {
    int64_t n;
    Value count = int_index(t, v);
    if (value_is_error(count)) return false;
    if (!int_to_i64(count, &n)) error_raise(t, &class_OverflowError, "cannot fit '%T' into an index-sized integer", v);
    else if (n < 0) error_value(t, "negative count");
    else if (type[4] != 's' || bytes_length_ok(t, (size_t)n)) str_builder_fill(b, 0, (size_t)n);
    return !error_pending(t);
}

static bool bytes_fill_iterable(Thread *t, StrBuilder *b, Value v, const char *type) {
    bool iterable = !value_is_unbound(value_dunder(v, DUNDER_ITER)) || !value_is_unbound(value_dunder(v, DUNDER_GETITEM));
    if (iterable) return bytes_collect(t, v, b, type[4] == 's' ? "bytes must be in range(0, 256)" : "byte must be in range(0, 256)");
    error_type(t, "cannot convert '%T' object to %s", v, type);
    return false;
}

bool bytes_fill_from(Thread *t, StrBuilder *b, Value *args, const char *type) {
    if (!value_is_unbound(args[2]) || !value_is_unbound(args[3])) return bytes_fill_encoded(t, b, args, type);
    Value v = args[1];
    if (value_is_unbound(v)) return true;
    const uint8_t *data;
    size_t n;
    if (type[4] == 's' && !value_is_unbound(value_dunder(v, DUNDER_BYTES))) {
        v = call_dunder(t, v, DUNDER_BYTES, NULL, 0);
        if (value_is_error(v)) return false;
        if (!value_is_bytes(v)) {
            error_type(t, "__bytes__ returned non-bytes (type %T)", v);
            return false;
        }
    }
    if (value_is_str(v)) {
        error_type(t, "string argument without an encoding");
        return false;
    }
    if (value_bytes_view(v, &data, &n)) {
        str_builder_add(b, (const char *)data, n);
        return !b->failed;
    }
    if (value_is_integer(v) || !value_is_unbound(value_dunder(v, DUNDER_INDEX))) return bytes_fill_zeros(t, b, v, type);
    return bytes_fill_iterable(t, b, v, type);
}

static Value bytes_new_method(Thread *t, Value *args, uint32_t nargs) {
    Class *cls = (Class *)value_object(args[0]);
    bool same = cls == &class_bytes && value_has_shape(args[1], &shape_bytes) && value_is_unbound(args[2]) && value_is_unbound(args[3]);
    if (same) return args[1];
    StrBuilder b;
    str_builder_init(&b, t);
    if (!bytes_fill_from(t, &b, args, "bytes")) return VALUE_ERROR;
    if (cls == &class_bytes) return bytes_result(bytes_new(t, b.text, b.nbytes));
    Bytes *o = (Bytes *)class_instantiate_sized(t, cls, b.nbytes + 1);
    if (!o) return VALUE_ERROR;
    o->length = b.nbytes;
    memcpy(o->data, b.text, b.nbytes);
    return value_from_object(o);
}

// ---- comparison and hash ----

static Value bytes_compare(Thread *t, Dunder d, Value a, Value b) {
    const uint8_t *data;
    size_t n;
    bool bytes_alone = value_is_bytes(a) && !value_is_bytes(b) && !value_is_bytearray(b);   // other buffers compare with bytearrays only
    if (bytes_alone || !value_bytes_view(b, &data, &n)) return VALUE_NOTIMPLEMENTED;
    ByteView x = bytes_view(a);
    if (x.length != n && (d == DUNDER_EQ || d == DUNDER_NE)) return value_from_bool(d == DUNDER_NE);
    int order = memcmp(x.data, data, x.length < n ? x.length : n);
    if (order == 0) return seq_compare_lengths(d, x.length, n);
    return seq_compare_lengths(d, order > 0, order < 0);
}
SEQ_COMPARISONS(bytes)

static Value bytes_hash(Thread *t, Value *args, uint32_t nargs) {
    Bytes *b = value_bytes(args[0]);
    if (!b->hash) b->hash = (XXH3_64bits(b->data, b->length) >> 3) | 1;
    return int_from_i64(t, (int64_t)b->hash);
}

// ---- sequence ----

static Value bytes_len(Thread *t, Value *args, uint32_t nargs) {
    return value_from_small((int64_t)bytes_view(args[0]).length);
}

static Value bytes_getslice(Thread *t, Value self, const Slice *slice) {
    int64_t start, step;
    size_t count;
    if (!slice_resolve(t, slice, bytes_view(self).length, &start, &step, &count)) return VALUE_ERROR;
    ByteView b = bytes_view(self);
    if (step == 1 || count == 0) return bytes_like(t, self, b.data + (count ? start : 0), count);
    StrBuilder out;
    str_builder_init(&out, t);
    char *to = str_builder_reserve(&out, count);
    for (size_t i = 0; to && i < count; i++) to[i] = b.data[start + (int64_t)i * step];
    out.nbytes = count;
    return bytes_take_like(&out, self);
}

static Value bytes_getitem(Thread *t, Value *args, uint32_t nargs) {
    if (value_is_kind(args[1], KIND_SLICE)) return bytes_getslice(t, args[0], (Slice *)value_object(args[1]));
    bool array = value_is_bytearray(args[0]);
    size_t at;
    const char *message = array ? "bytearray index out of range" : "index out of range";
    if (!seq_index_in(t, args[1], array ? "bytearray" : "byte", bytes_view(args[0]).length, message, &at)) return VALUE_ERROR;
    return value_from_small((unsigned char)bytes_view(args[0]).data[at]);
}

static Value bytes_add(Thread *t, Value *args, uint32_t nargs) {
    const uint8_t *data;
    size_t n;
    if (!value_bytes_view(args[1], &data, &n)) return error_type(t, "can't concat %T to %T", args[1], args[0]);
    ByteView a = bytes_view(args[0]);
    StrBuilder b;
    str_builder_init(&b, t);
    str_builder_reserve(&b, a.length + n);
    str_builder_add(&b, a.data, a.length);
    str_builder_add(&b, (const char *)data, n);
    return bytes_take_like(&b, args[0]);
}

static Value bytes_mul(Thread *t, Value *args, uint32_t nargs) {
    size_t count;
    if (!seq_repeat_count(t, args[0], args[1], bytes_view(args[0]).length, &count)) return VALUE_ERROR;
    if (count == 1 && value_has_shape(args[0], &shape_bytes)) return args[0];
    ByteView a = bytes_view(args[0]);
    StrBuilder b;
    str_builder_init(&b, t);
    char *to = str_builder_reserve(&b, a.length * count);
    for (size_t i = 0; to && a.length && i < count; i++) memcpy(to + i * a.length, a.data, a.length);
    b.nbytes = a.length * count;
    return bytes_take_like(&b, args[0]);
}

// ---- text ----

static void bytes_add_escape(StrBuilder *b, unsigned char c) {
    if (c == '\t') str_builder_add(b, "\\t", 2);
    else if (c == '\n') str_builder_add(b, "\\n", 2);
    else if (c == '\r') str_builder_add(b, "\\r", 2);
    else if (c < ' ' || c >= 0x7F) str_builder_format(b, "\\x%02x", c);
    else str_builder_add(b, (char *)&c, 1);
}

static Str *bytes_repr_of(Thread *t, Value v) {
    ByteView view = bytes_view(v);
    bool array = value_is_bytearray(v);
    char quote = memchr(view.data, '\'', view.length) && !memchr(view.data, '"', view.length) ? '"' : '\'';
    StrBuilder b;
    str_builder_init(&b, t);
    if (array) {
        str_builder_add_c(&b, value_type_name(v));
        str_builder_add(&b, "(", 1);
    }
    str_builder_add(&b, (char[]){'b', quote}, 2);
    for (size_t i = 0; i < view.length; i++) {
        char c = view.data[i];
        bool escaped = c == quote || c == '\\' || (array && c == '\'');
        if (escaped) str_builder_add(&b, "\\", 1);
        bytes_add_escape(&b, (unsigned char)c);
    }
    str_builder_add(&b, (char[]){quote, ')'}, array ? 2 : 1);
    return str_builder_take(&b);
}

static Value bytes_repr_method(Thread *t, Value *args, uint32_t nargs) {
    Str *s = bytes_repr_of(t, args[0]);
    return s ? value_from_object(s) : VALUE_ERROR;
}

static Value bytes_mod(Thread *t, Value *args, uint32_t nargs) {
    ByteView format = bytes_view(args[0]);
    StrBuilder b;
    str_builder_init(&b, t);
    if (!format_percent(&b, format.data, format.length, args[1], true)) return VALUE_ERROR;
    return bytes_take_like(&b, args[0]);
}

static Value bytes_rmod(Thread *t, Value *args, uint32_t nargs) {
    const uint8_t *data;
    size_t n;
    if (!value_bytes_view(args[1], &data, &n)) return VALUE_NOTIMPLEMENTED;
    return bytes_mod(t, (Value[]){args[1], args[0]}, 2);
}

static bool is_ascii(ByteView b) {
    unsigned char high = 0;
    for (size_t i = 0; i < b.length; i++) high |= (unsigned char)b.data[i];
    return high < 0x80;
}

static Value bytes_decode(Thread *t, Value *args, uint32_t nargs) {
    const Str *e, *h;
    ByteView b = bytes_view(args[0]);
    if (value_is_unbound(args[1]) && value_is_unbound(args[2]) && is_ascii(b)) {
        Str *s = str_new_counted(t, b.data, b.length, b.length);
        return s != NULL ? value_from_object(s) : VALUE_ERROR;
    }
    if (!codec_arguments(t, "decode", args[1], args[2], &e, &h)) return VALUE_ERROR;
    b = bytes_view(args[0]);
    return codec_decode(t, args[0], (const uint8_t *)b.data, b.length, e, h);
}

static Value bytes_bytes(Thread *t, Value *args, uint32_t nargs) {
    ByteView b = bytes_view(args[0]);
    return value_has_shape(args[0], &shape_bytes) ? args[0] : bytes_result(bytes_new(t, b.data, b.length));
}

static Value bytes_newargs(Thread *t, Value *args, uint32_t nargs) {
    Value plain = bytes_bytes(t, args, 1);
    Tuple *tuple = value_is_error(plain) ? NULL : tuple_from(t, &plain, 1);
    return tuple ? value_from_object(tuple) : VALUE_ERROR;
}

// ---- iteration ----

typedef struct {
    Object header;
    Value subject;      // None once exhausted
    size_t at;
} BytesIterator;

static void bytes_iterator_trace(Object *o, Tracer *tracer) { tracer_value(tracer, ((BytesIterator *)o)->subject); }

static Value bytes_iterator_next(Thread *t, Object *o) {
    BytesIterator *it = (BytesIterator *)o;
    if (value_is_none(it->subject)) return VALUE_UNBOUND;
    ByteView b = bytes_view(it->subject);
    if (it->at < b.length) return value_from_small((unsigned char)b.data[it->at++]);
    it->subject = VALUE_NONE;
    return VALUE_UNBOUND;
}

const Layout layout_bytes_iterator = {"bytes_iterator", KIND_OTHER, sizeof(BytesIterator), bytes_iterator_trace, NULL, bytes_iterator_next, NULL};
const Layout layout_bytearray_iterator = {"bytearray_iterator", KIND_OTHER, sizeof(BytesIterator), bytes_iterator_trace, NULL, bytes_iterator_next, NULL};

Value bytes_iter_at(Thread *t, Value v, size_t index) {
    Shape *shape = value_is_bytearray(v) ? &shape_bytearray_iterator : &shape_bytes_iterator;
    BytesIterator *it = heap_new(t, shape, sizeof *it);
    if (!it) return VALUE_ERROR;
    it->subject = v;
    it->at = index;
    return value_from_object(it);
}

static Value bytes_iter(Thread *t, Value *args, uint32_t nargs) { return bytes_iter_at(t, args[0], 0); }

static Value bytes_iterator_hint(Thread *t, Value *args, uint32_t nargs) {
    const BytesIterator *it = (BytesIterator *)value_object(args[0]);
    size_t length = value_is_none(it->subject) ? 0 : bytes_view(it->subject).length;
    return value_from_small(length > it->at ? (int64_t)(length - it->at) : 0);
}

static const NativeDef bytes_iterator_methods[] = {ITER_METHODS, {"__length_hint__", bytes_iterator_hint, "self, /", 0}, {}};

// ---- tables ----

static const NativeDef bytes_methods[] = {
    {"__new__", bytes_new_method, "cls, source=?, encoding=?, errors=?", NATIVE_STATIC},
    {"__hash__", bytes_hash, "self, /", 0},
    {"__bytes__", bytes_bytes, "self, /", 0},
    {"__getnewargs__", bytes_newargs, "self, /", 0},
    {}};

const NativeDef bytes_common_methods[] = {
    SEQ_COMPARISON_METHODS(bytes),
    {"__len__", bytes_len, "self, /", 0},
    {"__getitem__", bytes_getitem, "self, key, /", 0},
    {"__iter__", bytes_iter, "self, /", 0},
    {"__add__", bytes_add, "self, value, /", 0},
    {"__mul__", bytes_mul, "self, value, /", 0},
    {"__rmul__", bytes_mul, "self, value, /", 0},
    {"__mod__", bytes_mod, "self, value, /", 0},
    {"__rmod__", bytes_rmod, "self, value, /", 0},
    {"__repr__", bytes_repr_method, "self, /", 0},
    {"__str__", bytes_repr_method, "self, /", 0},
    {"decode", bytes_decode, "self, /, encoding=?, errors=?", 0},
    {}};

static void bytes_add_shared(Class *cls) {
    class_add_natives(cls, bytes_common_methods);
    class_add_natives(cls, bytes_search_methods);
    class_add_natives(cls, bytes_edit_methods);
    class_add_natives(cls, bytes_case_methods);
}

void bytes_init_class(void) {
    class_add_natives(&class_bytes, bytes_methods);
    bytes_add_shared(&class_bytes);
    bytes_add_shared(&class_bytearray);
    class_add_natives(&class_bytes_iterator, bytes_iterator_methods);
    class_add_natives(&class_bytearray_iterator, bytes_iterator_methods);
    bytearray_init_class();
}
