// The texts of errors: printf with conversions for values. See error_raise.
#include <stdio.h>

#include "compiler/base/strbuf.h"
#include "exception_int.h"
#include "ops.h"
#include "str.h"

static bool put_str(StrBuf *to, const Str *s) {
    if (s == NULL) return false;
    strbuf_put_bytes(to, s->text, s->nbytes);
    return true;
}

// One conversion of printf's own: `spec` is its text, "%" to the letter.
static void put_number(StrBuf *to, const char *spec, char letter, int longs, bool size, va_list *args) {
    char text[64];
    if (size || longs > 0) snprintf(text, sizeof text, spec, va_arg(*args, long));
    else if (letter == 'g') snprintf(text, sizeof text, spec, va_arg(*args, double));
    else snprintf(text, sizeof text, spec, va_arg(*args, int));
    strbuf_put_text(to, text);
}
static_assert(sizeof(long) == sizeof(long long) && sizeof(long) == sizeof(size_t));

// As CPython's type structs are named: with their module when they are written in C, outside builtins.
static void put_class(StrBuf *to, const Class *cls) {
    bool qualified = (cls->flags & (CLASS_BUILTIN | CLASS_QUALIFIED)) && value_is_str(cls->module) && !str_equal_c(value_str(cls->module), "builtins");
    if (qualified) {
        strbuf_put_text(to, value_str(cls->module)->text);
        strbuf_put_char(to, '.');
    }
    strbuf_put_text(to, cls->name->text);
}

static void put_argument(StrBuf *to, Value v) {
    if (value_is_none(v)) strbuf_put_text(to, "None");
    else put_class(to, value_class(v));
}

static bool put_conversion(Thread *t, StrBuf *to, const char *spec, char letter, int longs, bool size, va_list *args) {
    switch (letter) {
        case '%': strbuf_put_char(to, '%'); return true;
        case 'S': return put_str(to, va_arg(*args, Str *));
        case 'R': return put_str(to, op_repr(t, va_arg(*args, Value)));
        case 'V': return put_str(to, op_str(t, va_arg(*args, Value)));
        case 'A': put_argument(to, va_arg(*args, Value)); return true;
        case 'T': put_class(to, value_class(va_arg(*args, Value))); return true;
        case 's': strbuf_put_format(to, spec, va_arg(*args, const char *)); return true;
        default: put_number(to, spec, letter, longs, size, args); return true;
    }
}

// Copies one conversion from "%" to its letter into spec and says what it is; gives what follows it.
static const char *scan_conversion(const char *at, char spec[16], int *longs, bool *size) {
    size_t length = 0;
    *longs = 0;
    *size = false;
    do {
        if (length < 14) spec[length++] = *at;
        *longs += *at == 'l';
        *size |= *at == 'z';
        at++;
    } while (strchr("0123456789.-+ #lz", *at) != NULL && *at != 0);
    spec[length++] = *at;
    spec[length] = 0;
    return at + 1;
}

static bool format_list(Thread *t, StrBuf *to, const char *at, va_list *args) {
    while (*at != 0) {
        const char *percent = strchrnul(at, '%');
        strbuf_put_bytes(to, at, (size_t)(percent - at));
        if (*percent == 0) return true;
        char spec[16];
        int longs;
        bool size;
        at = scan_conversion(percent, spec, &longs, &size);
        if (!put_conversion(t, to, spec, at[-1], longs, size, args)) return false;
    }
    return true;
}

bool error_format(Thread *t, StrBuf *to, const char *format, va_list args) {
    va_list copy;
    va_copy(copy, args);
    bool ok = format_list(t, to, format, &copy);
    va_end(copy);
    return ok;
}
