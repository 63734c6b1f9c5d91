// repr() and ascii() of strings: the quote that needs fewer escapes, C escapes for control characters, \x \u \U for what
// cannot be printed.
#include <stdio.h>

#include "str.h"
#include "unicode.h"
#include "utf8.h"

static char str_choose_quote(const Str *s) {
    return memchr(s->text, '\'', s->nbytes) && !memchr(s->text, '"', s->nbytes) ? '"' : '\'';
}

static void str_add_escape(StrBuilder *b, uint32_t c) {
    if (c == '\n') str_builder_add(b, "\\n", 2);
    else if (c == '\r') str_builder_add(b, "\\r", 2);
    else if (c == '\t') str_builder_add(b, "\\t", 2);
    else if (c < 0x100) str_builder_format(b, "\\x%02x", c);
    else if (c < 0x10000) str_builder_format(b, "\\u%04x", c);
    else str_builder_format(b, "\\U%08x", c);
}

static bool str_is_shown(uint32_t c, bool ascii) {
    if (c < 0x7F) return c >= ' ';
    return !ascii && unicode_is(c, UNICODE_PRINTABLE);
}

// Whether all of it is ASCII that stands for itself between single quotes.
static bool str_shows_plainly(const Str *s) {
    unsigned odd = s->nbytes != s->nchars;
    for (size_t i = 0; i < s->nbytes; i++) {
        unsigned char c = (unsigned char)s->text[i];
        odd |= c < ' ' || c == 0x7F || c == '\'' || c == '\\';
    }
    return odd == 0;
}

static Str *str_show_plainly(Thread *t, const Str *s) {
    Str *shown = str_alloc(t, (size_t)s->nbytes + 2, (size_t)s->nbytes + 2);
    if (shown == NULL) return NULL;
    shown->inline_text[0] = shown->inline_text[s->nbytes + 1] = '\'';
    memcpy(shown->inline_text + 1, s->text, s->nbytes);
    return shown;
}

static Str *str_show(Thread *t, const Str *s, bool ascii) {
    if (str_shows_plainly(s)) return str_show_plainly(t, s);
    char quote = str_choose_quote(s);
    StrBuilder b;
    str_builder_init(&b, t);
    str_builder_add(&b, &quote, 1);
    const char *end = s->text + s->nbytes;
    for (const char *p = s->text; p < end;) {
        const char *from = p;
        uint32_t c = utf8_next(&p);
        if (c == (unsigned char)quote || c == '\\') str_builder_add(&b, "\\", 1);
        if (str_is_shown(c, ascii)) str_builder_add(&b, from, (size_t)(p - from));
        else str_add_escape(&b, c);
    }
    str_builder_add(&b, &quote, 1);
    return str_builder_take(&b);
}

Str *str_repr(Thread *t, const Str *s) {
    return str_show(t, s, false);
}

Str *str_ascii_repr(Thread *t, const Str *s) {
    return str_show(t, s, true);
}
