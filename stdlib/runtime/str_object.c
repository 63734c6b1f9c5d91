// str: construction, operators, formatting, encoding, and the assembly of its method table.
#include "bytes.h"
#include "class.h"
#include "codec.h"
#include "format.h"
#include "int.h"
#include "iter.h"
#include "range.h"
#include "seq.h"
#include "str_int.h"
#include "tuple.h"
#include "utf8.h"

// ---- str(object, encoding, errors) ----

static Str *str_decode_argument(Thread *t, Value object, Value encoding, Value errors) {
    const Str *e, *h;
    const uint8_t *data;
    size_t n;
    if (!codec_arguments(t, "str", encoding, errors, &e, &h)) return NULL;
    if (value_is_unbound(object)) return str_empty();
    if (value_is_str(object)) {
        error_type(t, "decoding str is not supported");
        return NULL;
    }
    if (!value_bytes_view(object, &data, &n)) {
        error_type(t, "decoding to str: need a bytes-like object, %T found", object);
        return NULL;
    }
    Value s = codec_decode(t, object, data, n, e, h);
    return value_is_error(s) ? NULL : value_str(s);
}

static Value str_new_method(Thread *t, Value *args, uint32_t nargs) {
    Class *cls = (Class *)value_object(args[0]);
    Str *s;
    if (!value_is_unbound(args[2]) || !value_is_unbound(args[3])) s = str_decode_argument(t, args[1], args[2], args[3]);
    else s = value_is_unbound(args[1]) ? str_empty() : op_str(t, args[1]);
    if (!s || (cls == &class_str && !value_is_plain_str(value_from_object(s)))) return str_result(s);
    return str_result(str_new_instance(t, cls, s));
}

// ---- comparison ----

static Value str_compare_with(Thread *t, Dunder d, Value a, Value b) {
    if (!value_is_str(b)) return VALUE_NOTIMPLEMENTED;
    const Str *x = value_str(a), *y = value_str(b);
    if (d == DUNDER_EQ || d == DUNDER_NE) return value_from_bool(str_equal(x, y) == (d == DUNDER_EQ));
    int order = str_compare(x, y);
    switch (d) {
    case DUNDER_LT: return value_from_bool(order < 0);
    case DUNDER_LE: return value_from_bool(order <= 0);
    case DUNDER_GT: return value_from_bool(order > 0);
    default: return value_from_bool(order >= 0);
    }
}

#define str_object_compare str_compare_with
SEQ_COMPARISONS(str_object)

static Value str_hash_method(Thread *t, Value *args, uint32_t nargs) {
    return int_from_i64(t, (int64_t)str_hash(value_str(args[0])));
}

// ---- sequence ----

static Value str_len(Thread *t, Value *args, uint32_t nargs) {
    return value_from_small(value_str(args[0])->nchars);
}

static Str *take_strided_ascii(Thread *t, const Str *s, int64_t start, int64_t step, size_t count) {
    Str *taken = str_alloc(t, count, count);
    const char *from = s->text + start;
    for (size_t i = 0; taken && i < count; i++, from += step) taken->text[i] = *from;
    return taken;
}

static Str *str_take_strided(Thread *t, const Str *s, int64_t start, int64_t step, size_t count) {
    if (str_is_ascii(s)) return take_strided_ascii(t, s, start, step, count);
    StrBuilder b;
    str_builder_init(&b, t);
    const char *p = s->text + str_byte_offset(s, (size_t)start);
    for (size_t i = 0; i < count; i++) {
        const char *next = p;
        utf8_next(&next);
        str_builder_add(&b, p, (size_t)(next - p));
        if (i + 1 == count) break;
        for (int64_t k = 0; k < step; k++) p += utf8_lead_length((unsigned char)*p);
        for (int64_t k = 0; k > step; k--) utf8_previous(&p);
    }
    return str_builder_take(&b);
}

Value str_get_slice(Thread *t, Str *self, const Slice *slice) {
    Str *s = str_flat(t, self);
    int64_t start, step;
    size_t count;
    if (!s || !slice_resolve(t, slice, s->nchars, &start, &step, &count)) return VALUE_ERROR;
    if (count == 0) return value_from_object(str_empty());
    if (step == 1) return str_result(str_slice(t, s, (size_t)start, (size_t)start + count));
    return str_result(str_take_strided(t, s, start, step, count));
}

static Value str_getitem(Thread *t, Value *args, uint32_t nargs) {
    const Str *s = str_flat(t, value_str(args[0]));
    if (!s) return VALUE_ERROR;
    if (value_is_kind(args[1], KIND_SLICE)) return str_get_slice(t, value_str(args[0]), (Slice *)value_object(args[1]));
    if (!seq_has_index(args[1])) return error_type(t, "string indices must be integers, not '%T'", args[1]);
    int64_t i;
    if (!int_index_i64(t, args[1], &i, false)) return VALUE_ERROR;
    if (i < 0) i += s->nchars;
    if ((uint64_t)i >= s->nchars) return error_raise(t, &class_IndexError, "string index out of range");
    return str_result(str_from_char(t, str_char_at(s, (size_t)i)));
}

static Value str_add(Thread *t, Value *args, uint32_t nargs) {
    if (!value_is_str(args[1])) return error_type(t, "can only concatenate str (not \"%T\") to str", args[1]);
    return str_result(str_concat(t, value_str(args[0]), value_str(args[1])));
}

// Copies what is there already, doubling it, instead of the text again and again.
static void str_fill_repeated(char *to, const char *text, size_t n, size_t total) {
    memcpy(to, text, n);
    for (size_t done = n; done < total;) {
        size_t more = done < total - done ? done : total - done;
        memcpy(to + done, to, more);
        done += more;
    }
}

static Value str_mul(Thread *t, Value *args, uint32_t nargs) {
    const Str *s = value_str(args[0]);
    size_t count;
    if (!seq_repeat_count(t, args[0], args[1], s->nbytes, &count)) return VALUE_ERROR;
    if (count == 0 || s->nbytes == 0) return value_from_object(str_empty());
    if (count == 1) return str_same(t, args[0]);
    Str *out = str_alloc(t, s->nbytes * count, s->nchars * count);
    if (!out) return VALUE_ERROR;
    if (s->nbytes == 1) memset(out->inline_text, s->text[0], count);
    else str_fill_repeated(out->inline_text, s->text, s->nbytes, out->nbytes);
    return value_from_object(out);
}

// ---- text ----

static Value str_str(Thread *t, Value *args, uint32_t nargs) { return str_same(t, args[0]); }
static Value str_repr_method(Thread *t, Value *args, uint32_t nargs) { return str_result(str_repr(t, value_str(args[0]))); }

static Value str_mod(Thread *t, Value *args, uint32_t nargs) {
    const Str *format = value_str(args[0]);
    StrBuilder b;
    str_builder_init(&b, t);
    if (!format_percent(&b, format->text, format->nbytes, args[1], false)) return VALUE_ERROR;
    return str_result(str_builder_take(&b));
}

static Value str_rmod(Thread *t, Value *args, uint32_t nargs) {
    if (!value_is_str(args[1])) return VALUE_NOTIMPLEMENTED;
    return str_mod(t, (Value[]){args[1], args[0]}, 2);
}

static Value str_format_method(Thread *t, Value *args, uint32_t nargs) {
    return format_template(t, value_str(args[0]), value_tuple(args[1]), args[2]);
}

static Value str_format_map(Thread *t, Value *args, uint32_t nargs) {
    return format_template(t, value_str(args[0]), NULL, args[1]);
}

static Value str_format_spec(Thread *t, Value *args, uint32_t nargs) {
    Str *spec = str_argument(t, args[1], "__format__() argument");
    if (!spec) return VALUE_ERROR;
    if (spec->nbytes) return format_str(t, args[0], spec);
    return str_result(op_str(t, args[0]));
}

static Value str_encode(Thread *t, Value *args, uint32_t nargs) {
    const Str *e, *h, *s = value_str(args[0]);
    if (value_is_unbound(args[1]) && value_is_unbound(args[2]) && str_is_ascii(s)) {
        Bytes *b = bytes_new(t, s->text, s->nbytes);
        return b != NULL ? value_from_object(b) : VALUE_ERROR;
    }
    if (!codec_arguments(t, "encode", args[1], args[2], &e, &h)) return VALUE_ERROR;
    return codec_encode(t, value_str(args[0]), e, h);
}

static Value str_getnewargs(Thread *t, Value *args, uint32_t nargs) {
    Value s = str_same(t, args[0]);
    Tuple *tuple = value_is_error(s) ? NULL : tuple_from(t, &s, 1);
    return tuple ? value_from_object(tuple) : VALUE_ERROR;
}

// ---- iteration ----

typedef struct {
    Object header;
    Str *s;             // NULL once exhausted
    uint32_t at;        // byte offset of the next character
    uint32_t index;
} StrIterator;

static void str_iterator_trace(Object *o, Tracer *tracer) { tracer_object(tracer, ((StrIterator *)o)->s); }

static Value str_iterator_next(Thread *t, Object *o) {
    StrIterator *it = (StrIterator *)o;
    if (!it->s) return VALUE_UNBOUND;
    if (it->at >= it->s->nbytes) {
        it->s = NULL;
        return VALUE_UNBOUND;
    }
    const char *p = it->s->text + it->at;
    uint32_t c = utf8_next(&p);
    it->at = (uint32_t)(p - it->s->text);
    it->index++;
    return str_result(str_from_char(t, c));
}

const Layout layout_str_iterator = {"str_iterator", KIND_OTHER, sizeof(StrIterator), str_iterator_trace, NULL, str_iterator_next, NULL};
const Layout layout_str_ascii_iterator = {"str_ascii_iterator", KIND_OTHER, sizeof(StrIterator), str_iterator_trace, NULL, str_iterator_next, NULL};

Value str_iter_at(Thread *t, Str *s, size_t index) {
    StrIterator *it = heap_new(t, str_is_ascii(s) ? &shape_str_ascii_iterator : &shape_str_iterator, sizeof *it);
    if (!it) return VALUE_ERROR;
    it->s = s;
    it->at = (uint32_t)str_byte_offset(s, index);
    it->index = (uint32_t)index;
    return value_from_object(it);
}

static Value str_iter(Thread *t, Value *args, uint32_t nargs) { return str_iter_at(t, value_str(args[0]), 0); }

static Value str_iterator_hint(Thread *t, Value *args, uint32_t nargs) {
    const StrIterator *it = (StrIterator *)value_object(args[0]);
    return value_from_small(it->s ? it->s->nchars - it->index : 0);
}

static const NativeDef str_iterator_methods[] = {ITER_METHODS, {"__length_hint__", str_iterator_hint, "self, /", 0}, {}};

// ---- the table ----

const NativeDef str_object_methods[] = {
    {"__new__", str_new_method, "cls, object=?, encoding=?, errors=?", NATIVE_STATIC},
    SEQ_COMPARISON_METHODS(str_object),
    {"__hash__", str_hash_method, "self, /", 0},
    {"__len__", str_len, "self, /", 0},
    {"__getitem__", str_getitem, "self, key, /", 0},
    {"__iter__", str_iter, "self, /", 0},
    {"__add__", str_add, "self, value, /", 0},
    {"__mul__", str_mul, "self, value, /", 0},
    {"__rmul__", str_mul, "self, value, /", 0},
    {"__mod__", str_mod, "self, value, /", 0},
    {"__rmod__", str_rmod, "self, value, /", 0},
    {"__str__", str_str, "self, /", 0},
    {"__repr__", str_repr_method, "self, /", 0},
    {"__format__", str_format_spec, "self, format_spec, /", 0},
    {"__getnewargs__", str_getnewargs, "self, /", 0},
    {"format", str_format_method, "self, /, *args, **kwargs", 0},
    {"format_map", str_format_map, "self, mapping, /", 0},
    {"encode", str_encode, "self, /, encoding=?, errors=?", 0},
    {}};

// str(x)
static Value str_construct(Thread *t, const Value *args, uint32_t nargs) {
    return nargs == 1 ? str_result(op_str(t, args[0])) : VALUE_UNBOUND;
}

void str_init_class(void) {
    class_str.construct = str_construct;
    class_add_natives(&class_str, str_object_methods);
    class_add_natives(&class_str, str_find_methods);
    class_add_natives(&class_str, str_split_methods);
    class_add_natives(&class_str, str_edit_methods);
    class_add_natives(&class_str, str_case_methods);
    class_add_natives(&class_str, str_predicate_methods);
    class_add_natives(&class_str_iterator, str_iterator_methods);
    class_add_natives(&class_str_ascii_iterator, str_iterator_methods);
}
