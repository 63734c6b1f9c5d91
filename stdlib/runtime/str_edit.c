// str: padding, replacing, translating.
#include "dict.h"
#include "int.h"
#include "str_int.h"
#include "text_search.h"
#include "utf8.h"

// ---- padding ----

static Str *str_pad(Thread *t, Str *s, uint32_t fill, size_t left, size_t right) {
    if (left + right == 0) return str_from_value(t, value_from_object(s));
    char text[4];
    size_t n = utf8_put(text, fill);
    Str *out = str_alloc(t, s->nbytes + (left + right) * n, s->nchars + left + right);
    if (!out) return NULL;
    char *to = out->inline_text;
    for (size_t i = 0; i < left; i++) to = mempcpy(to, text, n);
    to = mempcpy(to, s->text, s->nbytes);
    for (size_t i = 0; i < right; i++) to = mempcpy(to, text, n);
    return out;
}

// How many characters are missing up to the width in args[1], and the fill character of args[2].
static bool str_pad_arguments(Thread *t, Value *args, size_t *missing, uint32_t *fill) {
    int64_t width;
    const Str *s = value_str(args[0]);
    if (!int_index_i64(t, args[1], &width, false)) return false;
    if (!value_is_str(args[2])) {
        error_type(t, "The fill character must be a unicode character, not %T", args[2]);
        return false;
    }
    if (value_str(args[2])->nchars != 1) {
        error_type(t, "The fill character must be exactly one character long");
        return false;
    }
    *fill = str_char_at(value_str(args[2]), 0);
    *missing = width > (int64_t)s->nchars ? (size_t)width - s->nchars : 0;
    if (*missing <= UINT32_MAX) return true;
    error_out_of_memory(t);
    return false;
}

static Value str_center(Thread *t, Value *args, uint32_t nargs) {
    size_t missing;
    uint32_t fill;
    if (!str_pad_arguments(t, args, &missing, &fill)) return VALUE_ERROR;
    Str *s = value_str(args[0]);
    size_t left = missing / 2 + (missing & (s->nchars + missing) & 1);
    return str_result(str_pad(t, s, fill, left, missing - left));
}

static Value str_ljust(Thread *t, Value *args, uint32_t nargs) {
    size_t missing;
    uint32_t fill;
    if (!str_pad_arguments(t, args, &missing, &fill)) return VALUE_ERROR;
    return str_result(str_pad(t, value_str(args[0]), fill, 0, missing));
}

static Value str_rjust(Thread *t, Value *args, uint32_t nargs) {
    size_t missing;
    uint32_t fill;
    if (!str_pad_arguments(t, args, &missing, &fill)) return VALUE_ERROR;
    return str_result(str_pad(t, value_str(args[0]), fill, missing, 0));
}

static Value str_zfill(Thread *t, Value *args, uint32_t nargs) {
    size_t missing;
    uint32_t fill;
    Value pad[] = {args[0], args[1], value_from_object(str_from_char(t, '0'))};
    if (!str_pad_arguments(t, pad, &missing, &fill)) return VALUE_ERROR;
    Str *s = value_str(args[0]), *out = str_pad(t, s, fill, missing, 0);
    if (out && missing && (s->text[0] == '+' || s->text[0] == '-')) {
        out->text[0] = s->text[0];
        out->text[missing] = '0';
    }
    return str_result(out);
}

static Value str_expandtabs(Thread *t, Value *args, uint32_t nargs) {
    int64_t size;
    if (!int_index_i64(t, args[1], &size, false)) return VALUE_ERROR;
    const Str *s = value_str(args[0]);
    StrBuilder b;
    str_builder_init(&b, t);
    int64_t column = 0;
    for (const char *p = s->text, *end = p + s->nbytes; p < end; p++) {
        if (*p == '\t') {
            int64_t n = size > 0 ? size - column % size : 0;
            str_builder_fill(&b, ' ', (size_t)n);
            column += n;
            continue;
        }
        str_builder_add(&b, p, 1);
        column = *p == '\n' || *p == '\r' ? 0 : column + !utf8_is_tail(*p);
    }
    return str_result(str_builder_take(&b));
}

// ---- replace ----

// An empty `old` is found before every character and at the end.
static Value str_interleave(Thread *t, const Str *s, const Str *new, int64_t limit) {
    StrBuilder b;
    str_builder_init(&b, t);
    const char *p = s->text, *end = p + s->nbytes;
    while (limit-- != 0) {
        str_builder_add_str(&b, new);
        if (p == end || b.failed) break;
        const char *from = p;
        utf8_next(&p);
        str_builder_add(&b, from, (size_t)(p - from));
    }
    str_builder_add(&b, p, (size_t)(end - p));
    return str_result(str_builder_take(&b));
}

static Value str_replace_in(Thread *t, Str *s, const Str *old, const Str *new, int64_t limit) {
    size_t found = text_count(s->text, s->nbytes, old->text, old->nbytes);
    if (limit >= 0 && (size_t)limit < found) found = (size_t)limit;
    if (found == 0) return str_same(t, value_from_object(s));
    size_t nbytes = s->nbytes - found * old->nbytes + found * new->nbytes;
    Str *out = str_alloc(t, nbytes, s->nchars - found * old->nchars + found * new->nchars);
    if (!out) return VALUE_ERROR;
    const char *p = s->text, *end = p + s->nbytes;
    char *to = out->inline_text;
    while (found--) {
        const char *at = text_find(p, (size_t)(end - p), old->text, old->nbytes);
        to = mempcpy(to, p, (size_t)(at - p));
        to = mempcpy(to, new->text, new->nbytes);
        p = at + old->nbytes;
    }
    memcpy(to, p, (size_t)(end - p));
    return value_from_object(out);
}

static Value str_replace(Thread *t, Value *args, uint32_t nargs) {
    Str *old = str_argument(t, args[1], "replace() argument 1");
    Str *new = old ? str_argument(t, args[2], "replace() argument 2") : NULL;
    int64_t limit;
    if (!new || !int_index_i64(t, args[3], &limit, false)) return VALUE_ERROR;
    if (str_equal(old, new)) return str_same(t, args[0]);
    if (old->nbytes == 0) return str_interleave(t, value_str(args[0]), new, limit);
    return str_replace_in(t, value_str(args[0]), old, new, limit);
}

// ---- translate ----

// What the table has for a character; VALUE_UNBOUND: nothing.
static Value str_translation(Thread *t, Value table, uint32_t c) {
    if (value_has_shape(table, &shape_dict)) return dict_get(t, value_dict(table), value_from_small(c));
    Value to = op_getitem(t, table, value_from_small(c));
    if (!value_is_error(to) || !error_matches(t, &class_LookupError)) return to;
    error_take(t);
    return VALUE_UNBOUND;
}

// What the table says of one character is added; a table without it leaves it as it is.
static bool str_translate_char(StrBuilder *b, Value table, uint32_t c) {
    Thread *t = b->thread;
    Value to = str_translation(t, table, c);
    if (value_is_error(to)) return false;
    if (value_is_unbound(to)) {
        str_builder_add_char(b, c);
        return true;
    }
    if (value_is_none(to)) return true;
    if (value_is_str(to)) {
        str_builder_add_str(b, value_str(to));
        return true;
    }
    int64_t code;
    if (!value_is_integer(to)) error_type(t, "character mapping must return integer, None or str");
    else if (!int_to_i64(to, &code) || code < 0 || code > 0x10FFFF) error_value(t, "character mapping must be in range(0x110000)");
    else str_builder_add_char(b, (uint32_t)code);
    return !error_pending(t);
}

static Value str_translate(Thread *t, Value *args, uint32_t nargs) {
    const Str *s = value_str(args[0]);
    StrBuilder b;
    str_builder_init(&b, t);
    for (const char *p = s->text, *end = p + s->nbytes; p < end;)
        if (!str_translate_char(&b, args[1], utf8_next(&p))) return VALUE_ERROR;
    return str_result(str_builder_take(&b));
}

static bool str_table_from_dict(Thread *t, Dict *table, Value from) {
    uint32_t position = 0;
    Value key, value;
    while (dict_next(value_dict(from), &position, &key, &value)) {
        if (value_is_str(key)) {
            if (value_str(key)->nchars != 1) {
                error_value(t, "string keys in translate table must be of length 1");
                return false;
            }
            key = value_from_small(str_char_at(value_str(key), 0));
        } else if (!value_is_integer(key)) {
            error_type(t, "keys in translate table must be strings or integers");
            return false;
        }
        if (!dict_set(t, table, key, value)) return false;
    }
    return true;
}

static bool str_table_from_pair(Thread *t, Dict *table, const Str *from, const Str *to) {
    if (from->nchars != to->nchars) {
        error_value(t, "the first two maketrans arguments must have equal length");
        return false;
    }
    const char *p = from->text, *q = to->text, *end = p + from->nbytes;
    while (p < end)
        if (!dict_set(t, table, value_from_small(utf8_next(&p)), value_from_small(utf8_next(&q)))) return false;
    return true;
}

static bool str_table_remove(Thread *t, Dict *table, const Str *chars) {
    for (const char *p = chars->text, *end = p + chars->nbytes; p < end;)
        if (!dict_set(t, table, value_from_small(utf8_next(&p)), VALUE_NONE)) return false;
    return true;
}

static bool str_table_fill(Thread *t, Dict *table, Value x, Value y, Value z) {
    if (value_is_unbound(y)) {
        if (value_is_dict(x)) return str_table_from_dict(t, table, x);
        error_type(t, "if you give only one argument to maketrans it must be a dict");
        return false;
    }
    if (!value_is_str(x)) {
        error_type(t, "first maketrans argument must be a string if there is a second argument");
        return false;
    }
    Str *to = str_argument(t, y, "maketrans() argument 2");
    Str *gone = !to ? NULL : value_is_unbound(z) ? str_empty() : str_argument(t, z, "maketrans() argument 3");
    return gone && str_table_from_pair(t, table, value_str(x), to) && str_table_remove(t, table, gone);
}

static Value str_maketrans(Thread *t, Value *args, uint32_t nargs) {
    Dict *table = dict_new(t);
    if (!table || !str_table_fill(t, table, args[0], args[1], args[2])) return VALUE_ERROR;
    return value_from_object(table);
}

const NativeDef str_edit_methods[] = {
    {"center", str_center, "self, width, fillchar=' ', /", 0},
    {"ljust", str_ljust, "self, width, fillchar=' ', /", 0},
    {"rjust", str_rjust, "self, width, fillchar=' ', /", 0},
    {"zfill", str_zfill, "self, width, /", 0},
    {"expandtabs", str_expandtabs, "self, /, tabsize=8", 0},
    {"replace", str_replace, "self, old, new, count=-1, /", 0},
    {"translate", str_translate, "self, table, /", 0},
    {"maketrans", str_maketrans, "x, y=?, z=?, /", NATIVE_STATIC},
    {}};
