// str: changing case. ASCII text byte by byte; the rest by Unicode's full mappings, which may change the length, with the
// one rule that looks around: a capital sigma ending a word becomes a final sigma.
#include "str_int.h"
#include "unicode.h"
#include "utf8.h"

// Without branches, so that loops over them become vector code.
static inline char str_ascii_lower(char c) { return (char)(c ^ ((unsigned char)(c - 'A') < 26) << 5); }
static inline char str_ascii_upper(char c) { return (char)(c ^ ((unsigned char)(c - 'a') < 26) << 5); }

static bool str_is_cased(uint32_t c) {
    return unicode_is(c, UNICODE_UPPER | UNICODE_LOWER | UNICODE_TITLE);
}

enum { SIGMA = 0x3A3, SIGMA_SMALL = 0x3C3, SIGMA_FINAL = 0x3C2 };

// Whether a capital sigma at [from, after) has a cased letter before it and none after, ignorable marks not counting.
static bool str_sigma_is_final(const Str *s, const char *from, const char *after) {
    uint32_t c = 0;
    do {
        if (from == s->text) return false;
        c = utf8_previous(&from);
    } while (unicode_is(c, UNICODE_CASE_IGNORABLE));
    if (!str_is_cased(c)) return false;
    const char *end = s->text + s->nbytes;
    while (after < end) {
        c = utf8_next(&after);
        if (!unicode_is(c, UNICODE_CASE_IGNORABLE)) return !str_is_cased(c);
    }
    return true;
}

static void str_add_mapped(StrBuilder *b, const Str *s, const char *from, const char *after, uint32_t c, UnicodeMapping mapping) {
    uint32_t out[3];
    if (c == SIGMA && mapping == UNICODE_TO_LOWER) {
        str_builder_add_char(b, str_sigma_is_final(s, from, after) ? SIGMA_FINAL : SIGMA_SMALL);
        return;
    }
    int n = unicode_map(mapping, c, out);
    for (int i = 0; i < n; i++) str_builder_add_char(b, out[i]);
}

// Chooses the mapping of the next character; `state` is the method's own, 0 at first.
typedef UnicodeMapping (*StrCaseRule)(uint32_t c, int *state);

static UnicodeMapping str_rule_upper(uint32_t c, int *state) { return UNICODE_TO_UPPER; }
static UnicodeMapping str_rule_lower(uint32_t c, int *state) { return UNICODE_TO_LOWER; }
static UnicodeMapping str_rule_fold(uint32_t c, int *state) { return UNICODE_TO_FOLD; }

static UnicodeMapping str_rule_capitalize(uint32_t c, int *state) {
    return (*state)++ == 0 ? UNICODE_TO_TITLE : UNICODE_TO_LOWER;
}

static UnicodeMapping str_rule_title(uint32_t c, int *state) {
    UnicodeMapping mapping = *state ? UNICODE_TO_LOWER : UNICODE_TO_TITLE;
    *state = str_is_cased(c);
    return mapping;
}

static UnicodeMapping str_rule_swap(uint32_t c, int *state) {
    if (unicode_is(c, UNICODE_UPPER)) return UNICODE_TO_LOWER;
    return unicode_is(c, UNICODE_LOWER) ? UNICODE_TO_UPPER : UNICODE_MAPPINGS;
}

static char str_ascii_mapped(char c, UnicodeMapping mapping) {
    if (mapping == UNICODE_MAPPINGS) return c;
    return mapping == UNICODE_TO_UPPER || mapping == UNICODE_TO_TITLE ? str_ascii_upper(c) : str_ascii_lower(c);
}

static Value str_map_ascii_by(Thread *t, const Str *s, StrCaseRule rule) {
    Str *out = str_alloc(t, s->nbytes, s->nchars);
    int state = 0;
    for (size_t i = 0; out && i < s->nbytes; i++) {
        unsigned char c = (unsigned char)s->text[i];
        out->inline_text[i] = str_ascii_mapped((char)c, rule(c, &state));
    }
    return str_result(out);
}

static Value str_map(Thread *t, const Str *s, StrCaseRule rule) {
    if (str_is_ascii(s) && s->nbytes > 1) return str_map_ascii_by(t, s, rule);
    StrBuilder b;
    str_builder_init(&b, t);
    int state = 0;
    for (const char *p = s->text, *end = p + s->nbytes; p < end;) {
        const char *from = p;
        uint32_t c = utf8_next(&p);
        UnicodeMapping mapping = rule(c, &state);
        if (mapping == UNICODE_MAPPINGS) str_builder_add(&b, from, (size_t)(p - from));
        else str_add_mapped(&b, s, from, p, c, mapping);
    }
    return str_result(str_builder_take(&b));
}

static bool str_ascii_changes(const Str *s, bool upper) {
    unsigned changes = 0;
    char first = upper ? 'a' : 'A';
    for (size_t i = 0; i < s->nbytes; i++) changes |= (unsigned char)(s->text[i] - first) < 26;
    return changes != 0;
}

static Value str_map_ascii(Thread *t, Str *s, bool upper) {
    if (value_is_plain_str(value_from_object(s)) && !str_ascii_changes(s, upper)) return value_from_object(s);
    if (s->nbytes <= 1) {
        char c = upper ? str_ascii_upper(s->text[0]) : str_ascii_lower(s->text[0]);
        return str_result(str_new_counted(t, &c, s->nbytes, s->nchars));
    }
    Str *out = str_alloc(t, s->nbytes, s->nchars);
    if (!out) return VALUE_ERROR;
    char *restrict to = out->inline_text;
    const char *restrict from = s->text;
    size_t n = s->nbytes;
    if (upper)
        for (size_t i = 0; i < n; i++) to[i] = str_ascii_upper(from[i]);
    else
        for (size_t i = 0; i < n; i++) to[i] = str_ascii_lower(from[i]);
    return value_from_object(out);
}

static Value str_upper(Thread *t, Value *args, uint32_t nargs) {
    Str *s = value_str(args[0]);
    return str_is_ascii(s) ? str_map_ascii(t, s, true) : str_map(t, s, str_rule_upper);
}

static Value str_lower(Thread *t, Value *args, uint32_t nargs) {
    Str *s = value_str(args[0]);
    return str_is_ascii(s) ? str_map_ascii(t, s, false) : str_map(t, s, str_rule_lower);
}

static Value str_casefold(Thread *t, Value *args, uint32_t nargs) {
    Str *s = value_str(args[0]);
    return str_is_ascii(s) ? str_map_ascii(t, s, false) : str_map(t, s, str_rule_fold);
}

static Value str_capitalize(Thread *t, Value *args, uint32_t nargs) { return str_map(t, value_str(args[0]), str_rule_capitalize); }
static Value str_title(Thread *t, Value *args, uint32_t nargs) { return str_map(t, value_str(args[0]), str_rule_title); }
static Value str_swapcase(Thread *t, Value *args, uint32_t nargs) { return str_map(t, value_str(args[0]), str_rule_swap); }

const NativeDef str_case_methods[] = {
    {"upper", str_upper, "self, /", 0},
    {"lower", str_lower, "self, /", 0},
    {"casefold", str_casefold, "self, /", 0},
    {"capitalize", str_capitalize, "self, /", 0},
    {"title", str_title, "self, /", 0},
    {"swapcase", str_swapcase, "self, /", 0},
    {}};
