// str: the is... methods. Those that ask the same of every character share one loop over Unicode's flags.
#include "str_int.h"
#include "unicode.h"
#include "utf8.h"

static Value str_all(Value self, uint16_t flag, bool if_empty) {
    const Str *s = value_str(self);
    const char *end = s->text + s->nbytes;
    for (const char *p = s->text; p < end;)
        if (!unicode_is(utf8_next(&p), flag)) return VALUE_FALSE;
    return value_from_bool(s->nbytes || if_empty);
}

#define STR_ALL(name, flags, if_empty) \
    static Value str_##name(Thread *t, Value *args, uint32_t nargs) { return str_all(args[0], flags, if_empty); }
#define TEXT(name, flags) STR_ALL(name, flags, false)
#include "compiler/native/native_texts.def"
#undef TEXT
STR_ALL(isprintable, UNICODE_PRINTABLE, true)
#undef STR_ALL

// --- the same for compiled code

static const uint16_t str_kind_flags[] = {
#define TEXT(name, flags) flags,
#include "compiler/native/native_texts.def"
#undef TEXT
};

uint8_t str_near_kinds[UNICODE_NEAR];

void str_init_kinds(void) {
    for (uint32_t c = 0; c < UNICODE_NEAR; c++)
        for (uint32_t kind = 0; kind < sizeof str_kind_flags / sizeof str_kind_flags[0]; kind++)
            str_near_kinds[c] |= (uint8_t)(unicode_is(c, str_kind_flags[kind]) << kind);
}

int str_char_is(int64_t c, uint32_t kind) { return unicode_is((uint32_t)c, str_kind_flags[kind]); }
int str_text_is(Value v, uint32_t kind) { return value_same(str_all(v, str_kind_flags[kind], false), VALUE_TRUE); }

static Value str_isascii(Thread *t, Value *args, uint32_t nargs) {
    return value_from_bool(str_is_ascii(value_str(args[0])));
}

static Value str_isidentifier(Thread *t, Value *args, uint32_t nargs) {
    const Str *s = value_str(args[0]);
    uint16_t flag = UNICODE_ID_START;
    for (const char *p = s->text, *end = p + s->nbytes; p < end; flag = UNICODE_ID_CONTINUE)
        if (!unicode_is(utf8_next(&p), flag)) return VALUE_FALSE;
    return value_from_bool(s->nbytes != 0);
}

// At least one letter of the wanted case, none of the others.
static Value str_is_case(Value self, uint16_t wanted, uint16_t unwanted) {
    const Str *s = value_str(self);
    bool some = false;
    for (const char *p = s->text, *end = p + s->nbytes; p < end;) {
        uint16_t flags = unicode_flags(utf8_next(&p));
        if (flags & unwanted) return VALUE_FALSE;
        some |= (flags & wanted) != 0;
    }
    return value_from_bool(some);
}

static Value str_islower(Thread *t, Value *args, uint32_t nargs) {
    return str_is_case(args[0], UNICODE_LOWER, UNICODE_UPPER | UNICODE_TITLE);
}

static Value str_isupper(Thread *t, Value *args, uint32_t nargs) {
    return str_is_case(args[0], UNICODE_UPPER, UNICODE_LOWER | UNICODE_TITLE);
}

// Capitals only after uncased characters, small letters only after cased ones.
static Value str_istitle(Thread *t, Value *args, uint32_t nargs) {
    const Str *s = value_str(args[0]);
    bool some = false, after_cased = false;
    for (const char *p = s->text, *end = p + s->nbytes; p < end;) {
        uint16_t flags = unicode_flags(utf8_next(&p));
        bool capital = flags & (UNICODE_UPPER | UNICODE_TITLE), small = !capital && flags & UNICODE_LOWER;
        if ((capital && after_cased) || (small && !after_cased)) return VALUE_FALSE;
        after_cased = capital || small;
        some |= after_cased;
    }
    return value_from_bool(some);
}

#define STR_PREDICATE(name) {#name, str_##name, "self, /", 0}
const NativeDef str_predicate_methods[] = {
    STR_PREDICATE(isalnum), STR_PREDICATE(isalpha), STR_PREDICATE(isascii), STR_PREDICATE(isdecimal), STR_PREDICATE(isdigit),
    STR_PREDICATE(isidentifier), STR_PREDICATE(islower), STR_PREDICATE(isnumeric), STR_PREDICATE(isprintable), STR_PREDICATE(isspace),
    STR_PREDICATE(istitle), STR_PREDICATE(isupper), {}};
#undef STR_PREDICATE
