// The % operator of str and bytes: printf-style formatting.
#include <limits.h>

#include "bytes.h"
#include "call.h"
#include "exception.h"
#include "float.h"
#include "float_text.h"
#include "format.h"
#include "int.h"
#include "ops.h"
#include "tuple.h"
#include "utf8.h"

typedef struct {
    Thread *t;
    StrBuilder *out;
    const char *start, *p, *end;
    bool bytes;
    Value arguments;       // the operand
    Value single;          // the only argument, when there is no tuple: the operand, or what the last key gave
    const Tuple *tuple;
    size_t next;           // arguments taken
    bool mapping;          // the operand may be looked up by key
} Percent;

typedef struct {
    bool left, plus, blank, alternate, zero;
    bool plain;                 // nothing but the type
    int64_t width, precision;   // -1: none
    uint32_t type;
    Value value;
} Conversion;

static bool percent_fail_type(Thread *t, const char *message) {
    error_type(t, "%s", message);
    return false;
}

static bool percent_fail_value(Thread *t, const char *message) {
    error_value(t, "%s", message);
    return false;
}

static bool percent_take_argument(Percent *f, Value *out) {
    size_t count = f->tuple ? f->tuple->length : 1;
    if (f->next >= count) return percent_fail_type(f->t, "not enough arguments for format string");
    *out = f->tuple ? f->tuple->items[f->next] : f->single;
    f->next++;
    return true;
}

// ---- parsing a conversion ----

// What the key gives becomes the one argument for this conversion and its stars.
static bool percent_take_key(Percent *f) {
    if (f->p == f->end || *f->p != '(') return true;
    if (!f->mapping) return percent_fail_type(f->t, "format requires a mapping");
    const char *from = ++f->p;
    int depth = 1;
    while (f->p < f->end && depth > 0) {
        if (*f->p == ')') depth--;
        else if (*f->p == '(') depth++;
        f->p++;
    }
    if (depth > 0) return percent_fail_value(f->t, "incomplete format key");
    size_t n = (size_t)(f->p - 1 - from);
    void *key = f->bytes ? (void *)bytes_new(f->t, from, n) : (void *)str_new(f->t, from, n);
    if (!key) return false;
    f->single = op_getitem(f->t, f->arguments, value_from_object(key));
    f->tuple = NULL;
    f->next = 0;
    return !value_is_error(f->single);
}

static void percent_take_flags(Percent *f, Conversion *c) {
    for (; f->p < f->end; f->p++) {
        if (*f->p == '-') c->left = true;
        else if (*f->p == '+') c->plus = true;
        else if (*f->p == ' ') c->blank = true;
        else if (*f->p == '#') c->alternate = true;
        else if (*f->p == '0') c->zero = true;
        else return;
    }
}

// A number or '*'. What is not there leaves *out alone.
static bool percent_take_number(Percent *f, int64_t *out, int64_t most, const char *too_big) {
    if (f->p < f->end && *f->p == '*') {
        Value v;
        f->p++;
        if (!percent_take_argument(f, &v)) return false;
        if (!value_is_integer(v)) return percent_fail_type(f->t, "* wants int");
        if (!int_to_i64(v, out) || *out > most || *out < -most) {
            error_raise(f->t, &class_OverflowError, "Python int too large to convert to C %s", most == INT_MAX ? "int" : "ssize_t");
            return false;
        }
        return true;
    }
    if (f->p == f->end || *f->p < '0' || *f->p > '9') return true;
    int64_t n = 0;
    for (; f->p < f->end && *f->p >= '0' && *f->p <= '9'; f->p++) {
        if (n > (most - (*f->p - '0')) / 10) return percent_fail_value(f->t, too_big);
        n = n * 10 + (*f->p - '0');
    }
    *out = n;
    return true;
}

static bool percent_take_precision(Percent *f, Conversion *c) {
    if (f->p == f->end || *f->p != '.') return true;
    f->p++;
    c->precision = 0;
    if (!percent_take_number(f, &c->precision, INT_MAX, f->bytes ? "prec too big" : "precision too big")) return false;
    if (c->precision < 0) c->precision = 0;
    return true;
}

static bool percent_parse(Percent *f, Conversion *c) {
    *c = (Conversion){.width = -1, .precision = -1};
    if (!percent_take_key(f)) return false;
    const char *options = f->p;
    percent_take_flags(f, c);
    if (!percent_take_number(f, &c->width, INT64_MAX, "width too big")) return false;
    if (c->width < -1) {
        c->left = true;
        c->width = -c->width;
    }
    if (!percent_take_precision(f, c)) return false;
    if (f->p < f->end && (*f->p == 'h' || *f->p == 'l' || *f->p == 'L')) f->p++;
    if (f->p == f->end) return percent_fail_value(f->t, "incomplete format");
    c->plain = f->p == options;
    c->type = f->bytes ? (unsigned char)*f->p++ : utf8_next(&f->p);
    return true;
}

// ---- output ----

// sign: 0 or a character; prefix: "" or "0x" and the like; the rest is padded on the chosen side, in front of the sign with
// blanks, behind the prefix with zeros. nchars: characters of text.
static void percent_add(Percent *f, const Conversion *c, char sign, const char *prefix, const char *text, size_t nbytes, size_t nchars, bool zeros) {
    size_t used = nchars + (sign != 0) + strlen(prefix);
    size_t padding = c->width > (int64_t)used ? (size_t)c->width - used : 0;
    if (padding && !c->left && !zeros) str_builder_fill(f->out, ' ', padding);
    if (sign) str_builder_add(f->out, &sign, 1);
    str_builder_add_c(f->out, prefix);
    if (padding && !c->left && zeros) str_builder_fill(f->out, '0', padding);
    str_builder_add(f->out, text, nbytes);
    if (padding && c->left) str_builder_fill(f->out, ' ', padding);
}

static void percent_add_number(Percent *f, const Conversion *c, const char *prefix, const char *text, size_t n) {
    bool negative = n && *text == '-';
    char sign = negative ? '-' : c->plus ? '+' : c->blank ? ' ' : 0;
    percent_add(f, c, sign, prefix, text + negative, n - negative, n - negative, c->zero);
}

static bool percent_add_text(Percent *f, const Conversion *c, const Str *s) {
    if (!s) return false;
    size_t nchars = c->precision >= 0 && c->precision < (int64_t)s->nchars ? (size_t)c->precision : s->nchars;
    percent_add(f, c, 0, "", s->text, str_byte_offset(s, nchars), nchars, false);
    return true;
}

// ---- numbers ----

static bool percent_wrong_type(Percent *f, const Conversion *c, Value v) {
    bool whole = c->type == 'o' || c->type == 'x' || c->type == 'X';
    error_type(f->t, whole ? "%%%c format: an integer is required, not %T" : "%%%c format: a real number is required, not %T", (int)c->type, v);
    return false;
}

// The argument as an int: by __index__ for o and x, truncated for d.
static Value percent_integer(Percent *f, const Conversion *c, Value v) {
    if (value_is_integer(v)) return v;
    bool whole = c->type == 'o' || c->type == 'x' || c->type == 'X';
    if (!whole && value_is_float(v)) return int_from_double(f->t, value_float(v));
    Dunder method = !value_is_unbound(value_dunder(v, DUNDER_INDEX)) ? DUNDER_INDEX : DUNDER_INT;
    if ((whole && method == DUNDER_INT) || value_is_unbound(value_dunder(v, method))) {
        percent_wrong_type(f, c, v);
        return VALUE_ERROR;
    }
    Value i = method == DUNDER_INDEX ? int_index(f->t, v) : call_dunder(f->t, v, method, NULL, 0);
    if (value_is_error(i) || value_is_integer(i)) return i;
    return error_type(f->t, "__int__ returned non-int (type %T)", i);
}

static const char *percent_prefix(const Conversion *c) {
    if (!c->alternate) return "";
    return c->type == 'o' ? "0o" : c->type == 'x' ? "0x" : c->type == 'X' ? "0X" : "";
}

static bool percent_add_integer(Percent *f, const Conversion *c, Value v) {
    Value i = percent_integer(f, c, v);
    int base = c->type == 'o' ? 8 : c->type == 'x' || c->type == 'X' ? 16 : 10;
    Str *s = value_is_error(i) ? NULL : int_to_str(f->t, i, base);
    if (!s) return false;
    StrBuilder text;
    str_builder_init(&text, f->t);
    bool negative = s->text[0] == '-';
    size_t ndigits = s->nbytes - negative;
    if (negative) str_builder_add(&text, "-", 1);
    if (c->precision > (int64_t)ndigits) str_builder_fill(&text, '0', (size_t)c->precision - ndigits);
    str_builder_add(&text, s->text + negative, ndigits);
    if (text.failed) return false;
    for (size_t k = 0; c->type == 'X' && k < text.nbytes; k++)
        if (text.text[k] >= 'a') text.text[k] &= ~0x20;
    percent_add_number(f, c, percent_prefix(c), text.text, text.nbytes);
    return true;
}

static bool percent_add_float(Percent *f, const Conversion *c, Value v) {
    double d;
    if (f->bytes && !value_is_float(v) && !value_is_integer(v) && value_is_unbound(value_dunder(v, DUNDER_FLOAT))) {
        error_type(f->t, "float argument required, not %T", v);
        return false;
    }
    if (!value_to_double(f->t, v, &d)) return false;
    StrBuilder text;
    str_builder_init(&text, f->t);
    float_add_text(&text, d, (char)c->type, c->precision < 0 ? 6 : (int)c->precision, c->alternate);
    if (text.failed) return false;
    percent_add_number(f, c, "", text.text, text.nbytes);
    return true;
}

// ---- characters and text ----

static bool percent_add_char(Percent *f, const Conversion *c, Value v) {
    char text[4];
    int64_t code;
    if (value_is_str(v)) {
        if (value_str(v)->nchars != 1) return percent_fail_type(f->t, "%c requires int or char");
        percent_add(f, c, 0, "", value_str(v)->text, value_str(v)->nbytes, 1, false);
        return true;
    }
    if (!value_is_integer(v) && value_is_unbound(value_dunder(v, DUNDER_INDEX))) return percent_fail_type(f->t, "%c requires int or char");
    if (!int_index_i64(f->t, v, &code, true)) return false;
    if (code < 0 || code > 0x10FFFF) {
        error_raise(f->t, &class_OverflowError, "%%c arg not in range(0x110000)");
        return false;
    }
    percent_add(f, c, 0, "", text, utf8_put(text, (uint32_t)code), 1, false);
    return true;
}

static bool percent_add_byte(Percent *f, const Conversion *c, Value v) {
    const uint8_t *data;
    size_t n;
    int64_t code;
    if (value_bytes_view(v, &data, &n) && n == 1) {
        percent_add(f, c, 0, "", (const char *)data, 1, 1, false);
        return true;
    }
    bool whole = value_is_integer(v) || !value_is_unbound(value_dunder(v, DUNDER_INDEX));
    if (!whole) return percent_fail_type(f->t, "%c requires an integer in range(256) or a single byte");
    if (!int_index_i64(f->t, v, &code, true)) return false;
    if (code < 0 || code > 255) {
        error_raise(f->t, &class_OverflowError, "%%c arg not in range(256)");
        return false;
    }
    percent_add(f, c, 0, "", &(char){(char)code}, 1, 1, false);
    return true;
}

static bool percent_add_bytes(Percent *f, const Conversion *c, Value v) {
    const uint8_t *data;
    size_t n;
    if (!value_bytes_view(v, &data, &n)) {
        bool has = !value_is_unbound(value_dunder(v, DUNDER_BYTES));
        if (has) v = call_dunder(f->t, v, DUNDER_BYTES, NULL, 0);
        if (value_is_error(v)) return false;
        if (!has || !value_bytes_view(v, &data, &n)) {
            error_type(f->t, "%%b requires a bytes-like object, or an object that implements __bytes__, not '%T'", v);
            return false;
        }
    }
    if (c->precision >= 0 && (size_t)c->precision < n) n = (size_t)c->precision;
    percent_add(f, c, 0, "", (const char *)data, n, n, false);
    return true;
}

static Str *percent_ascii(Thread *t, Value v) {
    return op_format_conv(t, v, 'a', NULL);
}

static bool percent_unsupported(Percent *f, const Conversion *c) {
    long long index = f->p - 1 - f->start;
    if (!f->bytes) {
        const char *at = f->p;
        utf8_previous(&at);
        index = (long long)utf8_count(f->start, (size_t)(at - f->start));
    }
    int shown = c->type >= 31 && c->type < 128 ? (int)c->type : '?';
    error_value(f->t, "unsupported format character '%c' (0x%x) at index %lld", shown, c->type, index);
    return false;
}

// %d and %s of a small int, %s of a string: straight to the output.
static bool percent_add_plain(Percent *f, const Conversion *c) {
    bool number = value_is_int(c->value) && (c->type == 'd' || (c->type == 's' && !f->bytes));
    if (number) str_builder_add_int(f->out, value_int(c->value));
    else if (c->type == 's' && !f->bytes && value_is_plain_str(c->value)) str_builder_add_str(f->out, value_str(c->value));
    else return false;
    return true;
}

static bool percent_convert(Percent *f, Conversion *c) {
    if (!percent_take_argument(f, &c->value)) return false;
    if (c->plain && percent_add_plain(f, c)) return true;
    switch (c->type) {
    case 'd': case 'i': case 'u': case 'o': case 'x': case 'X': return percent_add_integer(f, c, c->value);
    case 'e': case 'E': case 'f': case 'F': case 'g': case 'G': return percent_add_float(f, c, c->value);
    case 'c': return f->bytes ? percent_add_byte(f, c, c->value) : percent_add_char(f, c, c->value);
    case 's': return f->bytes ? percent_add_bytes(f, c, c->value) : percent_add_text(f, c, op_str(f->t, c->value));
    case 'r': return percent_add_text(f, c, f->bytes ? percent_ascii(f->t, c->value) : op_repr(f->t, c->value));
    case 'a': return percent_add_text(f, c, percent_ascii(f->t, c->value));
    case 'b':
        if (f->bytes) return percent_add_bytes(f, c, c->value);
        [[fallthrough]];
    default: return percent_unsupported(f, c);
    }
}

// Arguments that may be looked up by key need not be used up.
static bool percent_is_mapping(Value v) {
    return !value_is_tuple(v) && !value_is_str(v) && !value_is_unbound(value_dunder(v, DUNDER_GETITEM));
}

bool format_percent(StrBuilder *b, const char *format, size_t n, Value arguments, bool bytes) {
    Percent f = {.t = b->thread, .out = b, .start = format, .p = format, .end = format + n,
                 .bytes = bytes, .arguments = arguments, .single = arguments};
    f.tuple = value_is_tuple(arguments) ? value_tuple(arguments) : NULL;
    f.mapping = percent_is_mapping(arguments) && !(bytes && value_bytes_view(arguments, &(const uint8_t *){0}, &(size_t){0}));
    while (f.p < f.end) {
        const char *at = memchr(f.p, '%', (size_t)(f.end - f.p));
        const char *to = at ? at : f.end;
        str_builder_add(b, f.p, (size_t)(to - f.p));
        if (!at) break;
        f.p = at + 1;
        if (f.p < f.end && *f.p == '%') {
            str_builder_add(b, f.p++, 1);
            continue;
        }
        Conversion c;
        if (!percent_parse(&f, &c) || !percent_convert(&f, &c) || b->failed) return false;
    }
    size_t count = f.tuple ? f.tuple->length : 1;
    if (f.next < count && !f.mapping) {
        error_type(f.t, "not all arguments converted during %s formatting", bytes ? "bytes" : "string");
        return false;
    }
    return !b->failed;
}
