// str: searching, prefixes and suffixes.
#include "str_int.h"
#include "text_search.h"
#include "tuple.h"
#include "utf8.h"

// The part of s between two character bounds, in bytes.
typedef struct {
    const char *text;
    size_t nbytes, first;   // first: index of its first character
} StrPart;

// false: the bounds cross, or an exception is pending.
static bool str_part(Thread *t, Value self, Value start, Value end, StrPart *out) {
    const Str *s = value_str(self);
    size_t from, to;
    if (!text_bounds(t, start, end, s->nchars, &from, &to) || from > to) return false;
    size_t at = str_byte_offset(s, from);
    *out = (StrPart){s->text + at, str_byte_offset(s, to) - at, from};
    return true;
}

static int64_t str_char_index(const Str *s, const StrPart *part, const char *at) {
    size_t offset = (size_t)(at - part->text);
    return (int64_t)(part->first + (str_is_ascii(s) ? offset : utf8_count(part->text, offset)));
}

typedef const char *(*StrSearch)(const char *, size_t, const char *, size_t);

// The index found, -1: none, -2: exception pending.
static int64_t str_search(Thread *t, Value *args, StrSearch search) {
    StrPart part;
    if (!value_is_str(args[1])) {
        error_type(t, "must be str, not %T", args[1]);
        return -2;
    }
    if (!str_part(t, args[0], args[2], args[3], &part)) return error_pending(t) ? -2 : -1;
    const Str *sub = value_str(args[1]);
    const char *at = search(part.text, part.nbytes, sub->text, sub->nbytes);
    return at ? str_char_index(value_str(args[0]), &part, at) : -1;
}

static Value str_find_with(Thread *t, Value *args, StrSearch search, bool must) {
    int64_t index = str_search(t, args, search);
    if (index == -2) return VALUE_ERROR;
    if (index < 0 && must) return error_value(t, "substring not found");
    return value_from_small(index);
}

static Value str_find(Thread *t, Value *args, uint32_t nargs) { return str_find_with(t, args, text_find, false); }
static Value str_rfind(Thread *t, Value *args, uint32_t nargs) { return str_find_with(t, args, text_rfind, false); }
static Value str_index(Thread *t, Value *args, uint32_t nargs) { return str_find_with(t, args, text_find, true); }
static Value str_rindex(Thread *t, Value *args, uint32_t nargs) { return str_find_with(t, args, text_rfind, true); }

static Value str_count(Thread *t, Value *args, uint32_t nargs) {
    if (!value_is_str(args[1])) return error_type(t, "must be str, not %T", args[1]);
    StrPart part;
    if (!str_part(t, args[0], args[2], args[3], &part)) return error_pending(t) ? VALUE_ERROR : value_from_small(0);
    const Str *sub = value_str(args[1]);
    if (sub->nbytes == 0) return value_from_small((int64_t)utf8_count(part.text, part.nbytes) + 1);
    return value_from_small((int64_t)text_count(part.text, part.nbytes, sub->text, sub->nbytes));
}

static Value str_contains(Thread *t, Value *args, uint32_t nargs) {
    if (!value_is_str(args[1])) return error_type(t, "'in <string>' requires string as left operand, not %T", args[1]);
    const Str *s = value_str(args[0]), *sub = value_str(args[1]);
    return value_from_bool(text_find(s->text, s->nbytes, sub->text, sub->nbytes) != NULL);
}

static bool str_part_has(const StrPart *part, const Str *affix, bool at_end) {
    if (affix->nbytes > part->nbytes) return false;
    return memcmp(part->text + (at_end ? part->nbytes - affix->nbytes : 0), affix->text, affix->nbytes) == 0;
}

static Value str_has_any_affix(Thread *t, const Tuple *affixes, const StrPart *part, bool at_end) {
    for (size_t i = 0; i < affixes->length; i++) {
        if (!value_is_str(affixes->items[i]))
            return error_type(t, "tuple for %s must only contain str, not %T", at_end ? "endswith" : "startswith", affixes->items[i]);
        if (part && str_part_has(part, value_str(affixes->items[i]), at_end)) return VALUE_TRUE;
    }
    return VALUE_FALSE;
}

static Value str_has_affix(Thread *t, Value *args, bool at_end) {
    StrPart part;
    bool inside = str_part(t, args[0], args[2], args[3], &part);
    if (!inside && error_pending(t)) return VALUE_ERROR;
    if (value_is_str(args[1])) return value_from_bool(inside && str_part_has(&part, value_str(args[1]), at_end));
    if (value_is_tuple(args[1])) return str_has_any_affix(t, value_tuple(args[1]), inside ? &part : NULL, at_end);
    return error_type(t, "%s first arg must be str or a tuple of str, not %T", at_end ? "endswith" : "startswith", args[1]);
}

static Value str_startswith(Thread *t, Value *args, uint32_t nargs) { return str_has_affix(t, args, false); }
static Value str_endswith(Thread *t, Value *args, uint32_t nargs) { return str_has_affix(t, args, true); }

static Value str_removeprefix(Thread *t, Value *args, uint32_t nargs) {
    Str *s = value_str(args[0]), *prefix = str_argument(t, args[1], "removeprefix() argument");
    if (!prefix) return VALUE_ERROR;
    StrPart whole = {s->text, s->nbytes, 0};
    if (!str_part_has(&whole, prefix, false)) return str_same(t, args[0]);
    return str_result(str_new_counted(t, s->text + prefix->nbytes, s->nbytes - prefix->nbytes, s->nchars - prefix->nchars));
}

static Value str_removesuffix(Thread *t, Value *args, uint32_t nargs) {
    Str *s = value_str(args[0]), *suffix = str_argument(t, args[1], "removesuffix() argument");
    if (!suffix) return VALUE_ERROR;
    StrPart whole = {s->text, s->nbytes, 0};
    if (!str_part_has(&whole, suffix, true)) return str_same(t, args[0]);
    return str_result(str_new_counted(t, s->text, s->nbytes - suffix->nbytes, s->nchars - suffix->nchars));
}

const NativeDef str_find_methods[] = {
    {"find", str_find, "self, sub, start=None, end=None, /", NATIVE_COUNTED},
    {"rfind", str_rfind, "self, sub, start=None, end=None, /", NATIVE_COUNTED},
    {"index", str_index, "self, sub, start=None, end=None, /", NATIVE_COUNTED},
    {"rindex", str_rindex, "self, sub, start=None, end=None, /", NATIVE_COUNTED},
    {"count", str_count, "self, sub, start=None, end=None, /", NATIVE_COUNTED},
    {"__contains__", str_contains, "self, key, /", 0},
    {"startswith", str_startswith, "self, prefix, start=None, end=None, /", NATIVE_COUNTED},
    {"endswith", str_endswith, "self, suffix, start=None, end=None, /", NATIVE_COUNTED},
    {"removeprefix", str_removeprefix, "self, prefix, /", 0},
    {"removesuffix", str_removesuffix, "self, suffix, /", 0},
    {}};

int str_starts(Value v, Value with, uint32_t at_end) {
    const Str *s = value_str(v), *part = value_str(with);
    if (part->nbytes > s->nbytes) return 0;
    return memcmp(at_end ? s->text + s->nbytes - part->nbytes : s->text, part->text, part->nbytes) == 0;
}
