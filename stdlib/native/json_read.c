// Reading JSON for the module json: one value of a text, with the decoder's hooks.
//
// A mistake in the text is not raised here, since JSONDecodeError is the module's: the message and the character it is about go back
// instead. Hooks may run the program; the text cannot change. Short keys of one call are shared.
#include "native_json.h"

#include "stdlib/runtime/call.h"
#include "stdlib/runtime/dict.h"
#include "stdlib/runtime/float.h"
#include "stdlib/runtime/int.h"
#include "stdlib/runtime/list.h"
#include "stdlib/runtime/seq.h"
#include "stdlib/runtime/tuple.h"
#include "stdlib/runtime/utf8.h"

enum { KEYS_KNOWN = 64, KEY_SHARED_MAX = 32, DIGITS_SMALL = 18 };

typedef struct {
    Thread *t;
    const char *text, *end, *p;
    bool strict;
    Value object_hook, pairs_hook, parse_float, parse_int, parse_constant;
    const char *wrong, *wrong_at;   // a mistake in the text
    Str *keys[KEYS_KNOWN];          // by a hash of their text
} Reader;

static Value read_value(Reader *r);

static Value fail(Reader *r, const char *what, const char *at) {
    r->wrong = what;
    r->wrong_at = at;
    return VALUE_ERROR;
}

static inline char peek(const Reader *r) { return r->p < r->end ? *r->p : 0; }
static inline bool is_digit_at(const Reader *r, const char *p) { return p < r->end && *p >= '0' && *p <= '9'; }

static inline void skip_space(Reader *r) {
    while (r->p < r->end && (*r->p == ' ' || *r->p == '\n' || *r->p == '\t' || *r->p == '\r')) r->p++;
}

static const char *digits_end(const Reader *r, const char *p) {
    while (is_digit_at(r, p)) p++;
    return p;
}

// ---- strings

// Four hexadecimal digits; -1: there are none.
static int32_t code_unit(const Reader *r, const char *p) {
    int32_t unit = 0;
    if (r->end - p < 4) return -1;
    for (int i = 0; i < 4; i++) {
        char c = p[i] | 0x20;
        int digit = p[i] >= '0' && p[i] <= '9' ? p[i] - '0' : c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
        if (digit < 0) return -1;
        unit = unit << 4 | digit;
    }
    return unit;
}

// The character of \uXXXX, or of two of them that are a pair; r->p is at the u.
static bool add_unicode_escape(Reader *r, StrBuilder *b) {
    int32_t code = code_unit(r, r->p + 1), low = -1;
    if (code < 0) return fail(r, "Invalid \\uXXXX escape", r->p), false;
    r->p += 5;
    if (code >= 0xD800 && code <= 0xDBFF && r->end - r->p >= 2 && r->p[0] == '\\' && r->p[1] == 'u') {
        low = code_unit(r, r->p + 2);
        if (low < 0) return fail(r, "Invalid \\uXXXX escape", r->p + 1), false;
    }
    bool pair = low >= 0xDC00 && low <= 0xDFFF;
    if (pair) r->p += 6;
    str_builder_add_char(b, (uint32_t)(pair ? 0x10000 + ((code - 0xD800) << 10 | (low - 0xDC00)) : code));
    return true;
}

static char escaped_char(char c) {
    switch (c) {
    case 'b': return '\b';
    case 'f': return '\f';
    case 'n': return '\n';
    case 'r': return '\r';
    case 't': return '\t';
    default: return c == '"' || c == '\\' || c == '/' ? c : 0;
    }
}

// r->p is at a backslash; `begin` is the string's quote.
static bool add_escape(Reader *r, StrBuilder *b, const char *begin) {
    const char *backslash = r->p++;
    if (r->p >= r->end) return fail(r, "Unterminated string starting at", begin), false;
    if (*r->p == 'u') return add_unicode_escape(r, b);
    char c = escaped_char(*r->p);
    if (c == 0) return fail(r, "Invalid \\escape", backslash), false;
    r->p++;
    str_builder_add(b, &c, 1);
    return true;
}

// Where plain text ends: at a quote, a backslash, a control character or the end.
static const char *plain_end(const Reader *r, const char *p) {
    while (p < r->end && *p != '"' && *p != '\\' && (unsigned char)*p >= ' ') p++;
    return p;
}

static Value read_escaped(Reader *r, const char *begin) {
    StrBuilder b;
    str_builder_init(&b, r->t);
    for (;;) {
        const char *stop = plain_end(r, r->p);
        str_builder_add(&b, r->p, (size_t)(stop - r->p));
        r->p = stop;
        if (stop >= r->end) return fail(r, "Unterminated string starting at", begin);
        if (*stop == '"') break;
        if (*stop == '\\') {
            if (!add_escape(r, &b, begin)) return VALUE_ERROR;
            continue;
        }
        if (r->strict) return fail(r, "Invalid control character at", stop);
        str_builder_add(&b, r->p++, 1);
    }
    r->p++;
    Str *s = str_builder_take(&b);
    return s != NULL ? value_from_object(s) : VALUE_ERROR;
}

static Str *shared_key(Reader *r, const char *text, size_t n) {
    uint32_t hash = (uint32_t)n;
    for (size_t i = 0; i < n; i++) hash = hash * 31 + (unsigned char)text[i];
    Str **known = &r->keys[(hash ^ hash >> 8) % KEYS_KNOWN];
    if (*known == NULL || (*known)->nbytes != n || memcmp((*known)->text, text, n) != 0) *known = str_new(r->t, text, n);
    return *known;
}

// r->p is at the quote.
static Value read_string(Reader *r, bool key) {
    const char *begin = r->p++, *stop = plain_end(r, r->p);
    if (stop >= r->end || *stop != '"') return read_escaped(r, begin);
    size_t n = (size_t)(stop - r->p);
    Str *s = key && n <= KEY_SHARED_MAX ? shared_key(r, r->p, n) : str_new(r->t, r->p, n);
    r->p = stop + 1;
    return s != NULL ? value_from_object(s) : VALUE_ERROR;
}

// ---- numbers

static Value made_number(Reader *r, Value parse, const char *from, bool whole) {
    size_t n = (size_t)(r->p - from);
    if (!value_same(parse, value_from_object(whole ? &class_int : &class_float))) {
        Str *text = str_new(r->t, from, n);
        return text != NULL ? call1(r->t, parse, value_from_object(text)) : VALUE_ERROR;
    }
    double d;
    if (!whole) return float_parse(from, n, &d) ? float_from_double(r->t, d) : error_out_of_memory(r->t);
    if (n > DIGITS_SMALL) return int_parse(r->t, from, n, 10);
    int64_t i = 0;
    for (const char *p = from + (*from == '-'); p < r->p; p++) i = i * 10 + (*p - '0');
    return value_from_small(*from == '-' ? -i : i);
}

// r->p is at a digit, or at a minus sign before one.
static Value read_number(Reader *r) {
    const char *from = r->p, *end = from + (*from == '-');
    end = *end == '0' ? end + 1 : digits_end(r, end);
    const char *whole = end;
    if (end < r->end && *end == '.' && is_digit_at(r, end + 1)) end = digits_end(r, end + 1);
    if (end < r->end && (*end == 'e' || *end == 'E')) {
        const char *power = end + 1 + (end + 1 < r->end && (end[1] == '+' || end[1] == '-'));
        if (is_digit_at(r, power)) end = digits_end(r, power);
    }
    r->p = end;
    return made_number(r, end == whole ? r->parse_int : r->parse_float, from, end == whole);
}

// ---- the rest

static bool take_word(Reader *r, const char *word) {
    size_t n = strlen(word);
    if ((size_t)(r->end - r->p) < n || memcmp(r->p, word, n) != 0) return false;
    r->p += n;
    return true;
}

static Value read_word(Reader *r) {
    static const char *const constants[] = {"NaN", "Infinity", "-Infinity"};
    if (take_word(r, "null")) return VALUE_NONE;
    if (take_word(r, "true")) return VALUE_TRUE;
    if (take_word(r, "false")) return VALUE_FALSE;
    for (size_t i = 0; i < sizeof constants / sizeof *constants; i++) {
        if (take_word(r, constants[i])) return call1(r->t, r->parse_constant, value_from_object(str_intern_c(constants[i])));
    }
    return fail(r, "Expecting value", r->p);
}

static Value read_array(Reader *r) {
    List *items = list_new(r->t, 0);
    if (items == NULL || !seq_may_recurse(r->t, " while decoding a JSON array from a unicode string")) return VALUE_ERROR;
    r->p++;
    skip_space(r);
    if (peek(r) == ']') return r->p++, value_from_object(items);
    for (;;) {
        Value v = read_value(r);
        if (value_is_error(v) || !list_append(r->t, items, v)) return VALUE_ERROR;
        skip_space(r);
        if (peek(r) == ']') return r->p++, value_from_object(items);
        if (peek(r) != ',') return fail(r, "Expecting ',' delimiter", r->p);
        r->p++;
        skip_space(r);
    }
}

// A pair goes into a dict, or as a tuple into the list that a hook for pairs gets.
static bool add_pair(Reader *r, Value made, Value key, Value v) {
    if (value_is_dict(made)) return dict_set(r->t, value_dict(made), key, v);
    Tuple *pair = tuple_from(r->t, (Value[]){key, v}, 2);
    return pair != NULL && list_append(r->t, value_list(made), value_from_object(pair));
}

static bool read_pair(Reader *r, Value made) {
    if (peek(r) != '"') return fail(r, "Expecting property name enclosed in double quotes", r->p), false;
    Value key = read_string(r, true);
    if (value_is_error(key)) return false;
    skip_space(r);
    if (peek(r) != ':') return fail(r, "Expecting ':' delimiter", r->p), false;
    r->p++;
    skip_space(r);
    Value v = read_value(r);
    return !value_is_error(v) && add_pair(r, made, key, v);
}

static Value finish_object(Reader *r, Value made) {
    r->p++;
    if (!value_is_none(r->pairs_hook)) return call1(r->t, r->pairs_hook, made);
    return value_is_none(r->object_hook) ? made : call1(r->t, r->object_hook, made);
}

static Value read_object(Reader *r) {
    if (!seq_may_recurse(r->t, " while decoding a JSON object from a unicode string")) return VALUE_ERROR;
    Object *o = value_is_none(r->pairs_hook) ? (Object *)dict_new(r->t) : (Object *)list_new(r->t, 0);
    if (o == NULL) return VALUE_ERROR;
    Value made = value_from_object(o);
    r->p++;
    skip_space(r);
    if (peek(r) == '}') return finish_object(r, made);
    for (;;) {
        if (!read_pair(r, made)) return VALUE_ERROR;
        skip_space(r);
        if (peek(r) == '}') return finish_object(r, made);
        if (peek(r) != ',') return fail(r, "Expecting ',' delimiter", r->p);
        r->p++;
        skip_space(r);
    }
}

static Value read_value(Reader *r) {
    char c = peek(r);
    if (c == '"') return read_string(r, false);
    if (c == '{') return read_object(r);
    if (c == '[') return read_array(r);
    if (is_digit_at(r, r->p) || (c == '-' && is_digit_at(r, r->p + 1))) return read_number(r);
    return read_word(r);
}

static Value result(Reader *r, Value v, int64_t at) {
    Tuple *both = tuple_from(r->t, (Value[]){v, value_from_small(at)}, 2);
    return both != NULL ? value_from_object(both) : VALUE_ERROR;
}

static int64_t chars_before(const Str *s, const char *p) {
    size_t n = (size_t)(p - s->text);
    return (int64_t)(str_is_ascii(s) ? n : utf8_count(s->text, n));
}

// The value and where it ends, or what is wrong and -1 - where.
Value json_scan(Thread *t, Value *args, uint32_t nargs) {
    if (!value_is_str(args[0])) return error_type(t, "first argument must be a string, not %T", args[0]);
    const Str *s = value_str(args[0]);
    int64_t at;
    if (!int_index_i64(t, args[1], &at, true)) return VALUE_ERROR;
    if (at < 0) return error_value(t, "idx cannot be negative");
    int strict = value_truth(t, args[2]);
    if (strict < 0) return VALUE_ERROR;
    Reader r = {.t = t, .text = s->text, .end = s->text + s->nbytes, .strict = strict == 1, .object_hook = args[3], .pairs_hook = args[4],
                .parse_float = args[5], .parse_int = args[6], .parse_constant = args[7]};
    bool outside = at > s->nchars;
    r.p = outside ? r.end : r.text + str_byte_offset(s, (size_t)at);
    Value v = read_value(&r);
    if (!value_is_error(v)) return result(&r, v, chars_before(s, r.p));
    if (r.wrong == NULL) return VALUE_ERROR;
    return result(&r, value_from_object(str_intern_c(r.wrong)), -1 - (outside ? at : chars_before(s, r.wrong_at)));
}

// Where the white space ends that begins at a character.
Value json_skip(Thread *t, Value *args, uint32_t nargs) {
    if (!value_is_str(args[0])) return error_type(t, "expected string or bytes-like object");
    const Str *s = value_str(args[0]);
    int64_t at;
    if (!int_index_i64(t, args[1], &at, true)) return VALUE_ERROR;
    if (at < 0 || at >= s->nchars) return args[1];
    Reader r = {.end = s->text + s->nbytes, .p = s->text + str_byte_offset(s, (size_t)at)};
    const char *from = r.p;
    skip_space(&r);
    return value_from_small(at + (r.p - from));
}
