// Complex numbers from text and as text.
#include <limits.h>
#include <math.h>
#include <stdlib.h>

#include "complex.h"
#include "exception.h"
#include "float_int.h"
#include "float_text.h"
#include "format.h"
#include "unicode.h"
#include "utf8.h"

// ---- reading ----

static bool is_digit(char c) { return c >= '0' && c <= '9'; }

static const char *skip_word(const char *p, const char *end) {
    while (p < end && ((*p | 0x20) >= 'a' && (*p | 0x20) <= 'z') && (*p | 0x20) != 'j') p++;
    return p;
}

static const char *skip_digits(const char *p, const char *end) {
    while (p < end && is_digit(*p)) p++;
    return p;
}

// Behind the number that begins at p, its sign included; p itself when there is none.
static const char *skip_number(const char *start, const char *end) {
    const char *p = start;
    if (p < end && (*p == '+' || *p == '-')) p++;
    const char *digits = p;
    if (p < end && ((*p | 0x20) == 'i' || (*p | 0x20) == 'n')) return skip_word(p, end);
    p = skip_digits(p, end);
    if (p < end && *p == '.') p = skip_digits(p + 1, end);
    if (p == digits) return start;
    if (p == end || (*p | 0x20) != 'e') return p;
    const char *exponent = p + 1;
    if (exponent < end && (*exponent == '+' || *exponent == '-')) exponent++;
    return skip_digits(exponent, end);
}

static bool is_imaginary_unit(const char *p, const char *end) { return p < end && (*p == 'j' || *p == 'J'); }

// A bare sign, or nothing, before the `j`.
static bool read_imaginary(const char *p, const char *end, double *out) {
    size_t n = (size_t)(end - p);
    if (n == 0 || (n == 1 && (*p == '+' || *p == '-'))) return *out = n && *p == '-' ? -1.0 : 1.0, true;
    return float_parse(p, n, out);
}

// The text between blanks and parentheses: `a`, `bj` or `a+bj`.
static bool read_parts(const char *p, const char *end, ComplexNumber *out) {
    *out = (ComplexNumber){0, 0};
    const char *first = skip_number(p, end);
    if (first == p && p < end && (*p == '+' || *p == '-')) first++;
    if (is_imaginary_unit(first, end)) return first + 1 == end && read_imaginary(p, first, &out->imag);
    if (first == p || !float_parse(p, (size_t)(first - p), &out->real)) return false;
    if (first == end) return true;
    if (*first != '+' && *first != '-') return false;
    const char *second = skip_number(first, end);
    if (second == first) second++;
    return is_imaginary_unit(second, end) && second + 1 == end && read_imaginary(first, second, &out->imag);
}

static void trim(const char **p, const char **end) {
    for (const char *next = *p; *p < *end && unicode_is_space(utf8_next(&next)); *p = next) {}
    for (const char *next = *end; *p < *end && unicode_is_space(utf8_previous(&next)); *end = next) {}
}

static bool read_clean(const char *p, const char *end, ComplexNumber *out) {
    char small[128], *clean = small;
    size_t room = (size_t)(end - p) + 1;
    if (room > sizeof small && !(clean = malloc(room))) return false;
    int64_t length = float_clean(p, end, clean);
    bool ok = length > 0 && read_parts(clean, clean + length, out);
    if (clean != small) free(clean);
    return ok;
}

bool complex_parse(const char *text, size_t n, ComplexNumber *out) {
    const char *p = text, *end = text + n;
    trim(&p, &end);
    if (p < end && *p == '(') {
        if (end[-1] != ')' || end - p < 2) return false;
        p++, end--;
        trim(&p, &end);
    }
    return read_clean(p, end, out);
}

// ---- writing ----

// One part as text. `type` 'r': as repr, without the ".0" of whole floats.
static void add_part(StrBuilder *text, double d, char type, int precision, bool alternate) {
    float_add_text(text, d, type, precision, alternate);
    bool whole = type == 'r' && text->nbytes > 2 && memcmp(text->text + text->nbytes - 2, ".0", 2) == 0;
    if (whole) text->nbytes -= alternate ? 1 : 2;
}

static bool has_no_real(ComplexNumber c) { return c.real == 0 && !signbit(c.real); }

Str *complex_repr(Thread *t, ComplexNumber c) {
    StrBuilder b;
    str_builder_init(&b, t);
    bool alone = has_no_real(c);
    if (!alone) {
        str_builder_add_c(&b, "(");
        add_part(&b, c.real, 'r', 0, false);
        if (!signbit(c.imag) || isnan(c.imag)) str_builder_add_c(&b, "+");
    }
    add_part(&b, c.imag, 'r', 0, false);
    str_builder_add_c(&b, alone ? "j" : "j)");
    return str_builder_take(&b);
}

static bool check_spec(Thread *t, Value v, const FormatSpec *spec) {
    if (spec->type >= 0x80 || (spec->type && !strchr("eEfFgGn", (int)spec->type))) format_unknown_type(t, v, spec->type);
    else if (spec->precision > INT_MAX) error_value(t, "precision too big");
    else if (spec->fill == '0') error_value(t, "Zero padding is not allowed in complex format specifier");
    else if (spec->align == '=') error_value(t, "'=' alignment flag is not allowed in complex format specifier");
    else return true;
    return false;
}

static bool is_zero_text(const char *text, size_t n) {
    for (size_t i = 0; i < n && (text[i] | 0x20) != 'e'; i++)
        if (text[i] >= '1' && text[i] <= '9') return false;
    return n && text[0] >= '0' && text[0] <= '9';
}

static void add_formatted(StrBuilder *b, double d, const FormatSpec *spec) {
    char type = spec->type == 0 ? (spec->precision < 0 ? 'r' : 'g') : spec->type == 'n' ? 'g' : (char)spec->type;
    StrBuilder text;
    str_builder_init(&text, b->thread);
    add_part(&text, d, type, spec->precision < 0 ? 6 : (int)spec->precision, spec->alternate);
    bool negative = text.nbytes && text.text[0] == '-';
    const char *digits = text.text + negative, *end = text.text + text.nbytes, *rest = digits;
    while (rest < end && *rest >= '0' && *rest <= '9') rest++;
    if (negative && spec->no_minus_zero && is_zero_text(digits, (size_t)(end - digits))) negative = false;
    char sign = negative ? '-' : spec->sign == '+' || spec->sign == ' ' ? spec->sign : 0;
    FormatSpec bare = *spec;
    bare.width = -1;
    FormatNumber n = {.sign = sign, .prefix = "", .digits = digits, .ndigits = (size_t)(rest - digits), .rest = rest, .nrest = (size_t)(end - rest)};
    format_add_number(b, &n, &bare);
    b->failed |= text.failed;
}

Value complex_format(Thread *t, Value v, const Str *text) {
    FormatSpec spec;
    if (!format_parse_spec(t, v, text, 0, '>', &spec) || !check_spec(t, v, &spec)) return VALUE_ERROR;
    ComplexNumber c = value_complex(v);
    bool alone = spec.type == 0 && has_no_real(c), parens = spec.type == 0 && !alone;
    StrBuilder b, padded;
    str_builder_init(&b, t);
    if (parens) str_builder_add_c(&b, "(");
    if (!alone) add_formatted(&b, c.real, &spec);
    FormatSpec second = spec;
    if (!alone) second.sign = '+';
    add_formatted(&b, c.imag, &second);
    str_builder_add_c(&b, parens ? "j)" : "j");
    str_builder_init(&padded, t);
    padded.failed = b.failed;
    if (!b.failed) format_add_padded(&padded, b.text, b.nbytes, b.nbytes, &spec);
    Str *s = str_builder_take(&padded);
    return s ? value_from_object(s) : VALUE_ERROR;
}
