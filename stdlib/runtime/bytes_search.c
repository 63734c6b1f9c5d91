// bytes and bytearray: searching, splitting, joining, stripping.
#include "bytes_int.h"
#include "int.h"
#include "list.h"
#include "text_search.h"
#include "tuple.h"

// ---- find ----

// What find and count look for: a bytes-like object or one byte, which then lies in *byte.
static bool bytes_needle(Thread *t, Value v, ByteView *out, uint8_t *byte) {
    const uint8_t *data;
    if (value_bytes_view(v, &data, &out->length)) {
        out->data = (const char *)data;
        return true;
    }
    *out = (ByteView){(const char *)byte, 1};
    if (value_is_integer(v) || !value_is_unbound(value_dunder(v, DUNDER_INDEX))) return bytes_byte(t, v, byte, "byte must be in range(0, 256)");
    error_type(t, "argument should be integer or bytes-like object, not '%T'", v);
    return false;
}

// false: the bounds cross, or an exception is pending.
static bool bytes_part(Thread *t, Value self, Value start, Value end, ByteView *out, size_t *first) {
    size_t to;
    if (!text_bounds(t, start, end, bytes_view(self).length, first, &to) || *first > to) return false;
    ByteView whole = bytes_view(self);
    if (to > whole.length) to = whole.length;
    *out = (ByteView){whole.data + *first, to > *first ? to - *first : 0};
    return true;
}

typedef const char *(*BytesSearch)(const char *, size_t, const char *, size_t);

static Value bytes_find_with(Thread *t, Value *args, BytesSearch search, bool must) {
    ByteView needle, part;
    uint8_t byte;
    size_t first;
    if (!bytes_needle(t, args[1], &needle, &byte)) return VALUE_ERROR;
    bool inside = bytes_part(t, args[0], args[2], args[3], &part, &first);
    if (!inside && error_pending(t)) return VALUE_ERROR;
    const char *at = inside ? search(part.data, part.length, needle.data, needle.length) : NULL;
    if (at) return value_from_small((int64_t)(first + (size_t)(at - part.data)));
    return must ? error_value(t, "subsection not found") : value_from_small(-1);
}

static Value bytes_find(Thread *t, Value *args, uint32_t nargs) { return bytes_find_with(t, args, text_find, false); }
static Value bytes_rfind(Thread *t, Value *args, uint32_t nargs) { return bytes_find_with(t, args, text_rfind, false); }
static Value bytes_index(Thread *t, Value *args, uint32_t nargs) { return bytes_find_with(t, args, text_find, true); }
static Value bytes_rindex(Thread *t, Value *args, uint32_t nargs) { return bytes_find_with(t, args, text_rfind, true); }

static Value bytes_count(Thread *t, Value *args, uint32_t nargs) {
    ByteView needle, part;
    uint8_t byte;
    size_t first;
    if (!bytes_needle(t, args[1], &needle, &byte)) return VALUE_ERROR;
    if (!bytes_part(t, args[0], args[2], args[3], &part, &first)) return error_pending(t) ? VALUE_ERROR : value_from_small(0);
    if (needle.length == 0) return value_from_small((int64_t)part.length + 1);
    return value_from_small((int64_t)text_count(part.data, part.length, needle.data, needle.length));
}

static Value bytes_contains(Thread *t, Value *args, uint32_t nargs) {
    ByteView needle;
    uint8_t byte;
    bool number = value_is_integer(args[1]) || !value_is_unbound(value_dunder(args[1], DUNDER_INDEX));
    if (!(number ? bytes_needle(t, args[1], &needle, &byte) : bytes_view_argument(t, args[1], &needle))) return VALUE_ERROR;
    ByteView self = bytes_view(args[0]);
    return value_from_bool(text_find(self.data, self.length, needle.data, needle.length) != NULL);
}

// ---- prefixes and suffixes ----

static bool bytes_part_has(const ByteView *part, const ByteView *affix, bool at_end) {
    if (affix->length > part->length) return false;
    return memcmp(part->data + (at_end ? part->length - affix->length : 0), affix->data, affix->length) == 0;
}

static Value bytes_has_any_affix(Thread *t, const Tuple *affixes, const ByteView *part, bool at_end) {
    for (size_t i = 0; i < affixes->length; i++) {
        ByteView affix;
        if (!bytes_view_argument(t, affixes->items[i], &affix)) return VALUE_ERROR;
        if (part && bytes_part_has(part, &affix, at_end)) return VALUE_TRUE;
    }
    return VALUE_FALSE;
}

static Value bytes_has_affix(Thread *t, Value *args, bool at_end) {
    ByteView part, affix;
    size_t first;
    bool inside = bytes_part(t, args[0], args[2], args[3], &part, &first);
    if (!inside && error_pending(t)) return VALUE_ERROR;
    if (value_is_tuple(args[1])) return bytes_has_any_affix(t, value_tuple(args[1]), inside ? &part : NULL, at_end);
    const uint8_t *data;
    if (!value_bytes_view(args[1], &data, &affix.length))
        return error_type(t, "%s first arg must be bytes or a tuple of bytes, not %T", at_end ? "endswith" : "startswith", args[1]);
    affix.data = (const char *)data;
    return value_from_bool(inside && bytes_part_has(&part, &affix, at_end));
}

static Value bytes_startswith(Thread *t, Value *args, uint32_t nargs) { return bytes_has_affix(t, args, false); }
static Value bytes_endswith(Thread *t, Value *args, uint32_t nargs) { return bytes_has_affix(t, args, true); }

static Value bytes_remove_affix(Thread *t, Value *args, bool at_end) {
    ByteView affix, self = bytes_view(args[0]);
    if (!bytes_view_argument(t, args[1], &affix)) return VALUE_ERROR;
    size_t cut = bytes_part_has(&self, &affix, at_end) ? affix.length : 0;
    return bytes_like(t, args[0], self.data + (at_end ? 0 : cut), self.length - cut);
}

static Value bytes_removeprefix(Thread *t, Value *args, uint32_t nargs) { return bytes_remove_affix(t, args, false); }
static Value bytes_removesuffix(Thread *t, Value *args, uint32_t nargs) { return bytes_remove_affix(t, args, true); }

// ---- split ----

static bool bytes_is_space(char c) { return c == ' ' || (c >= 9 && c <= 13); }

static bool bytes_append(Thread *t, List *l, Value self, const char *from, const char *to) {
    Value piece = bytes_like(t, self, from, (size_t)(to - from));
    return !value_is_error(piece) && list_append(t, l, piece);
}

static bool bytes_split_spaces(Thread *t, List *l, Value self, int64_t limit) {
    ByteView b = bytes_view(self);
    const char *p = b.data, *end = p + b.length;
    while (p < end && bytes_is_space(*p)) p++;
    while (p < end) {
        const char *to = p;
        if (limit-- == 0) return bytes_append(t, l, self, p, end);
        while (to < end && !bytes_is_space(*to)) to++;
        if (!bytes_append(t, l, self, p, to)) return false;
        for (p = to; p < end && bytes_is_space(*p);) p++;
    }
    return true;
}

static bool bytes_rsplit_spaces(Thread *t, List *l, Value self, int64_t limit) {
    ByteView b = bytes_view(self);
    const char *start = b.data, *p = start + b.length;
    while (p > start && bytes_is_space(p[-1])) p--;
    while (p > start) {
        const char *from = p;
        if (limit-- == 0) return bytes_append(t, l, self, start, p);
        while (from > start && !bytes_is_space(from[-1])) from--;
        if (!bytes_append(t, l, self, from, p)) return false;
        for (p = from; p > start && bytes_is_space(p[-1]);) p--;
    }
    return true;
}

static bool bytes_split_by(Thread *t, List *l, Value self, const ByteView *sep, int64_t limit) {
    ByteView b = bytes_view(self);
    const char *p = b.data, *end = p + b.length, *at;
    while (limit-- != 0 && (at = text_find(p, (size_t)(end - p), sep->data, sep->length))) {
        if (!bytes_append(t, l, self, p, at)) return false;
        p = at + sep->length;
    }
    return bytes_append(t, l, self, p, end);
}

static bool bytes_rsplit_by(Thread *t, List *l, Value self, const ByteView *sep, int64_t limit) {
    ByteView b = bytes_view(self);
    const char *p = b.data + b.length, *at;
    while (limit-- != 0 && (at = text_rfind(b.data, (size_t)(p - b.data), sep->data, sep->length))) {
        if (!bytes_append(t, l, self, at + sep->length, p)) return false;
        p = at;
    }
    return bytes_append(t, l, self, b.data, p);
}

static Value bytes_split_with(Thread *t, Value *args, bool backwards) {
    int64_t limit;
    ByteView sep = {0};
    bool spaces = value_is_none(args[1]);
    if (!int_index_i64(t, args[2], &limit, false) || (!spaces && !bytes_view_argument(t, args[1], &sep))) return VALUE_ERROR;
    if (!spaces && sep.length == 0) return error_value(t, "empty separator");
    List *l = list_new(t, 4);
    if (!l) return VALUE_ERROR;
    bool ok;
    if (spaces) ok = (backwards ? bytes_rsplit_spaces : bytes_split_spaces)(t, l, args[0], limit);
    else ok = (backwards ? bytes_rsplit_by : bytes_split_by)(t, l, args[0], &sep, limit);
    for (size_t i = 0, j = l->length; backwards && i + 1 < j--; i++) {
        Value swapped = l->buffer->values[i];
        l->buffer->values[i] = l->buffer->values[j];
        l->buffer->values[j] = swapped;
    }
    return ok ? value_from_object(l) : VALUE_ERROR;
}

static Value bytes_split(Thread *t, Value *args, uint32_t nargs) { return bytes_split_with(t, args, false); }
static Value bytes_rsplit(Thread *t, Value *args, uint32_t nargs) { return bytes_split_with(t, args, true); }

static Value bytes_splitlines(Thread *t, Value *args, uint32_t nargs) {
    int keep = int_flag(t, args[1]);
    List *l = keep < 0 ? NULL : list_new(t, 4);
    if (!l) return VALUE_ERROR;
    ByteView b = bytes_view(args[0]);
    for (const char *p = b.data, *end = p + b.length; p < end;) {
        const char *from = p, *to;
        while (p < end && *p != '\n' && *p != '\r') p++;
        to = p;
        if (p < end) p += *p == '\r' && p + 1 < end && p[1] == '\n' ? 2 : 1;
        if (!bytes_append(t, l, args[0], from, keep ? p : to)) return VALUE_ERROR;
    }
    return value_from_object(l);
}

static Value bytes_partition_with(Thread *t, Value *args, bool backwards) {
    ByteView sep, b = bytes_view(args[0]);
    if (!bytes_view_argument(t, args[1], &sep)) return VALUE_ERROR;
    if (sep.length == 0) return error_value(t, "empty separator");
    const char *at = (backwards ? text_rfind : text_find)(b.data, b.length, sep.data, sep.length), *end = b.data + b.length;
    const char *cut = at ? at : backwards ? b.data : end, *after = at ? at + sep.length : cut;
    Value parts[] = {bytes_like(t, args[0], b.data, (size_t)(cut - b.data)), bytes_like(t, args[0], sep.data, at ? sep.length : 0),
                     bytes_like(t, args[0], after, (size_t)(end - after))};
    for (int i = 0; i < 3; i++)
        if (value_is_error(parts[i])) return VALUE_ERROR;
    Tuple *triple = tuple_from(t, parts, 3);
    return triple ? value_from_object(triple) : VALUE_ERROR;
}

static Value bytes_partition(Thread *t, Value *args, uint32_t nargs) { return bytes_partition_with(t, args, false); }
static Value bytes_rpartition(Thread *t, Value *args, uint32_t nargs) { return bytes_partition_with(t, args, true); }

// ---- strip ----

enum { STRIP_LEFT = 1, STRIP_RIGHT = 2 };

static bool bytes_strips(const ByteView *set, char c) {
    return set->data ? memchr(set->data, (unsigned char)c, set->length) != NULL : bytes_is_space(c);
}

static Value bytes_strip_with(Thread *t, Value *args, int sides) {
    ByteView set = {0}, b = bytes_view(args[0]);
    if (!value_is_none(args[1]) && !bytes_view_argument(t, args[1], &set)) return VALUE_ERROR;
    const char *from = b.data, *to = from + b.length;
    while (sides & STRIP_LEFT && from < to && bytes_strips(&set, *from)) from++;
    while (sides & STRIP_RIGHT && from < to && bytes_strips(&set, to[-1])) to--;
    bool whole = (size_t)(to - from) == b.length && value_has_shape(args[0], &shape_bytes);
    return whole ? args[0] : bytes_like(t, args[0], from, (size_t)(to - from));
}

static Value bytes_strip(Thread *t, Value *args, uint32_t nargs) { return bytes_strip_with(t, args, STRIP_LEFT | STRIP_RIGHT); }
static Value bytes_lstrip(Thread *t, Value *args, uint32_t nargs) { return bytes_strip_with(t, args, STRIP_LEFT); }
static Value bytes_rstrip(Thread *t, Value *args, uint32_t nargs) { return bytes_strip_with(t, args, STRIP_RIGHT); }

// ---- join ----

static Value bytes_join(Thread *t, Value *args, uint32_t nargs) {
    bool sequence = value_is_kind(args[1], KIND_LIST) || value_is_kind(args[1], KIND_TUPLE);
    Value from = sequence ? args[1] : op_iter(t, args[1]);   // the iterator is asked how many items it has
    List *items = value_is_error(from) ? NULL : list_from_iterable(t, from);
    if (!items) {
        if (!error_matches(t, &class_TypeError) || !value_is_unbound(value_dunder(args[1], DUNDER_ITER))) return VALUE_ERROR;
        error_take(t);
        return error_type(t, "can only join an iterable");
    }
    ByteView sep = bytes_view(args[0]), item;
    StrBuilder b;
    str_builder_init(&b, t);
    for (size_t i = 0; i < items->length; i++) {
        const uint8_t *data;
        if (!value_bytes_view(items->buffer->values[i], &data, &item.length))
            return error_type(t, "sequence item %zu: expected a bytes-like object, %T found", i, items->buffer->values[i]);
        if (i) str_builder_add(&b, sep.data, sep.length);
        str_builder_add(&b, (const char *)data, item.length);
    }
    return bytes_take_like(&b, args[0]);
}

const NativeDef bytes_search_methods[] = {
    {"find", bytes_find, "self, sub, start=None, end=None, /", NATIVE_COUNTED},
    {"rfind", bytes_rfind, "self, sub, start=None, end=None, /", NATIVE_COUNTED},
    {"index", bytes_index, "self, sub, start=None, end=None, /", NATIVE_COUNTED},
    {"rindex", bytes_rindex, "self, sub, start=None, end=None, /", NATIVE_COUNTED},
    {"count", bytes_count, "self, sub, start=None, end=None, /", NATIVE_COUNTED},
    {"__contains__", bytes_contains, "self, key, /", 0},
    {"startswith", bytes_startswith, "self, prefix, start=None, end=None, /", NATIVE_COUNTED},
    {"endswith", bytes_endswith, "self, suffix, start=None, end=None, /", NATIVE_COUNTED},
    {"removeprefix", bytes_removeprefix, "self, prefix, /", 0},
    {"removesuffix", bytes_removesuffix, "self, suffix, /", 0},
    {"split", bytes_split, "self, /, sep=None, maxsplit=-1", 0},
    {"rsplit", bytes_rsplit, "self, /, sep=None, maxsplit=-1", 0},
    {"splitlines", bytes_splitlines, "self, /, keepends=False", 0},
    {"partition", bytes_partition, "self, sep, /", 0},
    {"rpartition", bytes_rpartition, "self, sep, /", 0},
    {"strip", bytes_strip, "self, bytes=None, /", 0},
    {"lstrip", bytes_lstrip, "self, bytes=None, /", 0},
    {"rstrip", bytes_rstrip, "self, bytes=None, /", 0},
    {"join", bytes_join, "self, iterable_of_bytes, /", 0},
    {}};
