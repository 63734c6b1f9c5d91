// str: taking apart and putting together.
#include "iter.h"
#include "list.h"
#include "str_int.h"
#include "int.h"
#include "text_search.h"
#include "tuple.h"
#include "unicode.h"
#include "utf8.h"

// ---- pieces ----

static inline Str *str_piece(Thread *t, const Str *s, const char *from, const char *to) {
    size_t n = (size_t)(to - from);
    return str_new_counted(t, from, n, str_is_ascii(s) ? n : utf8_count(from, n));
}

static bool str_append_piece(Thread *t, List *l, const Str *s, const char *from, const char *to) {
    Str *piece = str_piece(t, s, from, to);
    return piece && list_append(t, l, value_from_object(piece));
}

enum { SPACE_NOT, SPACE_ASCII, SPACE_ASK };  // ASK: not ASCII

static const uint8_t str_space_kinds[256] = {[' '] = SPACE_ASCII, [9 ... 13] = SPACE_ASCII, [28 ... 31] = SPACE_ASCII, [0x80 ... 0xFF] = SPACE_ASK};

[[gnu::noinline]] static const char *str_skip_unicode(const char *p, const char *end, bool spaces) {
    while (p < end) {
        const char *next = p;
        if (unicode_is_space(utf8_next(&next)) != spaces) break;
        p = next;
    }
    return p;
}

// Past white space, or past anything else.
[[gnu::always_inline]] static inline const char *str_skip_spaces(const char *p, const char *end, bool spaces) {
    while (p < end && str_space_kinds[(unsigned char)*p] == (spaces ? SPACE_ASCII : SPACE_NOT)) p++;
    return p == end || str_space_kinds[(unsigned char)*p] != SPACE_ASK ? p : str_skip_unicode(p, end, spaces);
}

static const char *str_skip_spaces_back(const char *p, const char *start, bool spaces) {
    while (p > start) {
        const char *next = p;
        if (unicode_is_space(utf8_previous(&next)) != spaces) break;
        p = next;
    }
    return p;
}

// ---- split ----

static bool str_split_spaces(Thread *t, List *l, const Str *s, int64_t limit) {
    const char *end = s->text + s->nbytes, *p = str_skip_spaces(s->text, end, true);
    while (p < end) {
        if (limit-- == 0) return str_append_piece(t, l, s, p, end);
        const char *to = str_skip_spaces(p, end, false);
        if (!str_append_piece(t, l, s, p, to)) return false;
        p = str_skip_spaces(to, end, true);
    }
    return true;
}

// Pieces between single bytes are short mostly: looking a few bytes ahead comes before asking the C library.
static const char *str_find_byte(const char *p, const char *end, char c) {
    const char *near = end - p > 16 ? p + 16 : end;
    for (; p < near; p++)
        if (*p == c) return p;
    return p < end ? memchr(p, (unsigned char)c, (size_t)(end - p)) : NULL;
}

static bool str_split_by_byte(Thread *t, List *l, const Str *s, char c, int64_t limit) {
    const char *p = s->text, *end = p + s->nbytes, *at;
    while (limit-- != 0 && (at = str_find_byte(p, end, c))) {
        if (!str_append_piece(t, l, s, p, at)) return false;
        p = at + 1;
    }
    return str_append_piece(t, l, s, p, end);
}

static bool str_split_by(Thread *t, List *l, const Str *s, const Str *sep, int64_t limit) {
    if (sep->nbytes == 1) return str_split_by_byte(t, l, s, *sep->text, limit);
    const char *p = s->text, *end = p + s->nbytes, *at;
    while (limit-- != 0 && (at = text_find(p, (size_t)(end - p), sep->text, sep->nbytes))) {
        if (!str_append_piece(t, l, s, p, at)) return false;
        p = at + sep->nbytes;
    }
    return str_append_piece(t, l, s, p, end);
}

static bool str_rsplit_spaces(Thread *t, List *l, const Str *s, int64_t limit) {
    const char *start = s->text, *p = str_skip_spaces_back(start + s->nbytes, start, true);
    while (p > start) {
        if (limit-- == 0) return str_append_piece(t, l, s, start, p);
        const char *from = str_skip_spaces_back(p, start, false);
        if (!str_append_piece(t, l, s, from, p)) return false;
        p = str_skip_spaces_back(from, start, true);
    }
    return true;
}

static bool str_rsplit_by(Thread *t, List *l, const Str *s, const Str *sep, int64_t limit) {
    const char *p = s->text + s->nbytes, *at;
    while (limit-- != 0 && (at = text_rfind(s->text, (size_t)(p - s->text), sep->text, sep->nbytes))) {
        if (!str_append_piece(t, l, s, at + sep->nbytes, p)) return false;
        p = at;
    }
    return str_append_piece(t, l, s, s->text, p);
}

static Value str_split_with(Thread *t, Value *args, bool backwards) {
    int64_t limit;
    if (!value_is_none(args[1]) && !value_is_str(args[1])) return error_type(t, "must be str or None, not %T", args[1]);
    if (!int_index_i64(t, args[2], &limit, false)) return VALUE_ERROR;
    const Str *s = value_str(args[0]), *sep = value_is_none(args[1]) ? NULL : value_str(args[1]);
    if (sep && sep->nbytes == 0) return error_value(t, "empty separator");
    List *l = list_new(t, 7);
    if (!l) return VALUE_ERROR;
    bool ok;
    if (sep) ok = (backwards ? str_rsplit_by : str_split_by)(t, l, s, sep, limit);
    else ok = (backwards ? str_rsplit_spaces : str_split_spaces)(t, l, s, limit);
    if (!ok) return VALUE_ERROR;
    for (size_t i = 0, j = l->length; backwards && i + 1 < j--; i++) {
        Value swapped = l->buffer->values[i];
        l->buffer->values[i] = l->buffer->values[j];
        l->buffer->values[j] = swapped;
    }
    return value_from_object(l);
}

static Value str_split(Thread *t, Value *args, uint32_t nargs) { return str_split_with(t, args, false); }
static Value str_rsplit(Thread *t, Value *args, uint32_t nargs) { return str_split_with(t, args, true); }

// An ASCII character that surely ends no line.
static bool is_plain(char c) { return c >= ' ' && c < 0x7F; }

static Value str_splitlines(Thread *t, Value *args, uint32_t nargs) {
    int keep = int_flag(t, args[1]);
    List *l = keep < 0 ? NULL : list_new(t, 4);
    if (!l) return VALUE_ERROR;
    const Str *s = value_str(args[0]);
    for (const char *p = s->text, *end = p + s->nbytes; p < end;) {
        const char *from = p, *to;
        uint32_t c;
        do {
            while (p + 1 < end && is_plain(*p)) p++;
            to = p;
            c = utf8_next(&p);
        } while (!unicode_is_line_break(c) && p < end);
        bool broken = unicode_is_line_break(c);
        if (c == '\r' && p < end && *p == '\n') p++;
        if (!str_append_piece(t, l, s, from, broken && !keep ? to : p)) return VALUE_ERROR;
    }
    return value_from_object(l);
}

// ---- partition ----

static Value str_triple(Thread *t, Value a, Value b, Value c) {
    if (value_is_error(a) || value_is_error(b) || value_is_error(c)) return VALUE_ERROR;
    Tuple *triple = tuple_from(t, (Value[]){a, b, c}, 3);
    return triple ? value_from_object(triple) : VALUE_ERROR;
}

static Value str_partition_with(Thread *t, Value *args, bool backwards) {
    if (!value_is_str(args[1])) return error_type(t, "must be str, not %T", args[1]);
    Str *s = value_str(args[0]), *sep = value_str(args[1]);
    if (sep->nbytes == 0) return error_value(t, "empty separator");
    const char *at = (backwards ? text_rfind : text_find)(s->text, s->nbytes, sep->text, sep->nbytes);
    Value empty = value_from_object(str_empty()), self = str_same(t, args[0]);
    if (!at) return backwards ? str_triple(t, empty, empty, self) : str_triple(t, self, empty, empty);
    Value before = str_result(str_piece(t, s, s->text, at));
    Value after = str_result(str_piece(t, s, at + sep->nbytes, s->text + s->nbytes));
    return str_triple(t, before, str_same(t, args[1]), after);
}

static Value str_partition(Thread *t, Value *args, uint32_t nargs) { return str_partition_with(t, args, false); }
static Value str_rpartition(Thread *t, Value *args, uint32_t nargs) { return str_partition_with(t, args, true); }

// ---- strip ----

enum { STRIP_LEFT = 1, STRIP_RIGHT = 2 };

static bool str_has_char(const Str *set, const char *p, size_t n) {
    return text_find(set->text, set->nbytes, p, n) != NULL;
}

static const char *str_strip_left(const char *p, const char *end, const Str *set) {
    if (!set) return str_skip_spaces(p, end, true);
    while (p < end) {
        size_t n = utf8_lead_length((unsigned char)*p);
        if (!str_has_char(set, p, n)) break;
        p += n;
    }
    return p;
}

static const char *str_strip_right(const char *start, const char *p, const Str *set) {
    if (!set) return str_skip_spaces_back(p, start, true);
    while (p > start) {
        const char *next = p;
        utf8_previous(&next);
        if (!str_has_char(set, next, (size_t)(p - next))) break;
        p = next;
    }
    return p;
}

static Value str_strip_with(Thread *t, Value *args, int sides, const char *name) {
    const Str *s = value_str(args[0]), *set = NULL;
    if (value_is_str(args[1])) set = value_str(args[1]);
    else if (!value_is_none(args[1])) return error_type(t, "%s arg must be None or str", name);
    const char *from = s->text, *to = from + s->nbytes;
    if (sides & STRIP_LEFT) from = str_strip_left(from, to, set);
    if (sides & STRIP_RIGHT) to = str_strip_right(from, to, set);
    if ((size_t)(to - from) == s->nbytes) return str_same(t, args[0]);
    return str_result(str_piece(t, s, from, to));
}

static Value str_strip(Thread *t, Value *args, uint32_t nargs) { return str_strip_with(t, args, STRIP_LEFT | STRIP_RIGHT, "strip"); }
static Value str_lstrip(Thread *t, Value *args, uint32_t nargs) { return str_strip_with(t, args, STRIP_LEFT, "lstrip"); }
static Value str_rstrip(Thread *t, Value *args, uint32_t nargs) { return str_strip_with(t, args, STRIP_RIGHT, "rstrip"); }

// ---- join ----

static bool str_join_size(Thread *t, const Str *sep, const Value *items, size_t n, size_t *nbytes, size_t *nchars) {
    *nbytes = (n - 1) * sep->nbytes, *nchars = (n - 1) * sep->nchars;
    for (size_t i = 0; i < n; i++) {
        if (!value_is_str(items[i])) {
            error_type(t, "sequence item %zu: expected str instance, %T found", i, items[i]);
            return false;
        }
        *nbytes += value_str(items[i])->nbytes;
        *nchars += value_str(items[i])->nchars;
    }
    return true;
}

// What is joined is often single characters, or nothing between.
static inline char *put_text(char *to, const Str *s) {
    size_t n = s->nbytes;
    if (n > 1) return mempcpy(to, s->text, n);
    if (n == 1) *to = *s->text;
    return to + n;
}

// The items may have been changed by another thread since they were measured.
static bool str_join_copy(Thread *t, Str *out, const Str *sep, const Value *items, size_t n) {
    char *to = out->inline_text, *end = to + out->nbytes;
    for (size_t i = 0; i < n; i++) {
        Value v = items[i];
        size_t needed = i ? sep->nbytes : 0;
        if (!value_is_str(v) || needed + value_str(v)->nbytes > (size_t)(end - to)) {
            error_raise(t, &class_RuntimeError, "sequence changed during join");
            return false;
        }
        if (i) to = put_text(to, sep);
        to = put_text(to, value_str(v));
    }
    return true;
}

Str *str_join_values(Thread *t, const Str *sep, const Value *items, size_t n) {
    if (n == 0) return str_empty();
    if (n == 1 && value_is_plain_str(items[0])) return value_str(items[0]);
    size_t nbytes, nchars;
    if (!str_join_size(t, sep, items, n, &nbytes, &nchars)) return NULL;
    Str *out = str_alloc(t, nbytes, nchars);
    if (!out) return NULL;
    return str_join_copy(t, out, sep, items, n) ? out : NULL;
}

// As CPython does it: the iterator, not the iterable, is asked how many items it has.
static List *list_of_iterator(Thread *t, Value iterable) {
    Value iterator = op_iter(t, iterable);
    return value_is_error(iterator) ? NULL : list_from_iterable(t, iterator);
}

static Value str_join(Thread *t, Value *args, uint32_t nargs) {
    const Str *sep = value_str(args[0]);
    if (value_has_shape(args[1], &shape_tuple))
        return str_result(str_join_values(t, sep, value_tuple(args[1])->items, value_tuple(args[1])->length));
    List *items;
    if (value_has_shape(args[1], &shape_list)) items = value_list(args[1]);
    else if (!(items = list_of_iterator(t, args[1]))) {
        if (!error_matches(t, &class_TypeError) || !value_is_unbound(value_dunder(args[1], DUNDER_ITER))) return VALUE_ERROR;
        error_take(t);
        return error_type(t, "can only join an iterable");
    }
    return str_result(str_join_values(t, sep, items->buffer->values, items->length));
}

const NativeDef str_split_methods[] = {
    {"split", str_split, "self, /, sep=None, maxsplit=-1", 0},
    {"rsplit", str_rsplit, "self, /, sep=None, maxsplit=-1", 0},
    {"splitlines", str_splitlines, "self, /, keepends=False", 0},
    {"partition", str_partition, "self, sep, /", 0},
    {"rpartition", str_rpartition, "self, sep, /", 0},
    {"strip", str_strip, "self, chars=None, /", 0},
    {"lstrip", str_lstrip, "self, chars=None, /", 0},
    {"rstrip", str_rstrip, "self, chars=None, /", 0},
    {"join", str_join, "self, iterable, /", 0},
    {}};
