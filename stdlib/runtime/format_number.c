// __format__ of str, int and float.
#include <limits.h>
#include <math.h>

#include "exception.h"
#include "float.h"
#include "float_text.h"
#include "format.h"
#include "heap.h"
#include "int.h"
#include "utf8.h"

static Value format_take_result(StrBuilder *b) {
    Str *s = str_builder_take(b);
    return s ? value_from_object(s) : VALUE_ERROR;
}

// ---- str ----

static bool format_check_str(Thread *t, const FormatSpec *spec) {
    if (spec->sign == ' ') error_value(t, "Space not allowed in string format specifier");
    else if (spec->sign) error_value(t, "Sign not allowed in string format specifier");
    else if (spec->no_minus_zero) error_value(t, "Negative zero coercion (z) not allowed in string format specifier");
    else if (spec->alternate) error_value(t, "Alternate form (#) not allowed in string format specifier");
    else if (spec->align == '=') error_value(t, "'=' alignment not allowed in string format specifier");
    else return true;
    return false;
}

Value format_str(Thread *t, Value v, const Str *text) {
    FormatSpec spec;
    if (!format_parse_spec(t, v, text, 's', '<', &spec)) return VALUE_ERROR;
    if (spec.type != 's') return format_unknown_type(t, v, spec.type);
    if (!format_check_str(t, &spec)) return VALUE_ERROR;
    const Str *s = value_str(v);
    size_t nchars = spec.precision >= 0 && spec.precision < (int64_t)s->nchars ? (size_t)spec.precision : s->nchars;
    StrBuilder b;
    str_builder_init(&b, t);
    format_add_padded(&b, s->text, str_byte_offset(s, nchars), nchars, &spec);
    return format_take_result(&b);
}

// ---- numbers ----

static char format_sign(const FormatSpec *spec, bool negative) {
    if (negative) return '-';
    return spec->sign == '+' || spec->sign == ' ' ? spec->sign : 0;
}

// ---- int ----

static Value format_int_as_char(Thread *t, Value v, const FormatSpec *spec) {
    int64_t c;
    if (spec->sign) return error_value(t, "Sign not allowed with integer format specifier 'c'");
    if (spec->alternate) return error_value(t, "Alternate form (#) not allowed with integer format specifier 'c'");
    if (!int_to_i64(v, &c)) return error_raise(t, &class_OverflowError, "Python int too large to convert to C long");
    if (c < 0 || c > 0x10FFFF) return error_raise(t, &class_OverflowError, "%%c arg not in range(0x110000)");
    char text[4];
    FormatNumber n = {.prefix = "", .rest = text, .nrest = utf8_put(text, (uint32_t)c)};
    FormatSpec padded = *spec;
    if (padded.width > 0) padded.width += (int64_t)n.nrest - 1;  // counted in bytes below
    StrBuilder b;
    str_builder_init(&b, t);
    format_add_number(&b, &n, &padded);
    return format_take_result(&b);
}

static int format_int_base(uint32_t type) {
    return type == 'b' ? 2 : type == 'o' ? 8 : type == 'x' || type == 'X' ? 16 : 10;
}

static const char *format_int_prefix(const FormatSpec *spec) {
    if (!spec->alternate) return "";
    return spec->type == 'b' ? "0b" : spec->type == 'o' ? "0o" : spec->type == 'x' ? "0x" : spec->type == 'X' ? "0X" : "";
}

static void format_capitals(char *text, size_t n) {
    for (size_t i = 0; i < n; i++)
        if (text[i] >= 'a' && text[i] <= 'z') text[i] &= ~0x20;
}

static Value format_int_digits(Thread *t, Value v, const FormatSpec *spec) {
    Str *s = int_to_str(t, v, format_int_base(spec->type));
    if (!s) return VALUE_ERROR;
    bool negative = s->text[0] == '-';
    FormatNumber n = {.sign = format_sign(spec, negative), .prefix = format_int_prefix(spec), .digits = s->text + negative,
                      .ndigits = s->nbytes - negative, .rest = ""};
    StrBuilder b, capitals;
    str_builder_init(&capitals, t);
    if (spec->type == 'X') {
        str_builder_add(&capitals, n.digits, n.ndigits);
        if (capitals.failed) return VALUE_ERROR;
        format_capitals(capitals.text, n.ndigits);
        n.digits = capitals.text;
    }
    str_builder_init(&b, t);
    format_add_number(&b, &n, spec);
    return format_take_result(&b);
}

static Value format_double(Thread *t, Value v, double d, FormatSpec *spec);

Value format_int(Thread *t, Value v, const Str *text) {
    FormatSpec spec;
    if (!format_parse_spec(t, v, text, 'd', '>', &spec)) return VALUE_ERROR;
    if (spec.type < 0x80 && strchr("eEfFgG%", (int)spec.type)) {
        bool ok;
        double d = int_to_double(t, v, &ok);
        return ok ? format_double(t, v, d, &spec) : VALUE_ERROR;
    }
    if (spec.type >= 0x80 || !strchr("bcdoxXn", (int)spec.type)) return format_unknown_type(t, v, spec.type);
    if (spec.precision >= 0) return error_value(t, "Precision not allowed in integer format specifier");
    if (spec.no_minus_zero) return error_value(t, "Negative zero coercion (z) not allowed in integer format specifier");
    return spec.type == 'c' ? format_int_as_char(t, v, &spec) : format_int_digits(t, v, &spec);
}

// ---- float ----

static bool format_is_zero(const char *text, size_t n) {
    for (size_t i = 0; i < n && (text[i] | 0x20) != 'e'; i++)
        if (text[i] >= '1' && text[i] <= '9') return false;
    return text[0] >= '0' && text[0] <= '9';
}

static bool format_check_float(Thread *t, Value v, const FormatSpec *spec) {
    if (spec->type >= 0x80 || (spec->type && !strchr("eEfFgGn%", (int)spec->type))) format_unknown_type(t, v, spec->type);
    else if (spec->precision > INT_MAX) error_value(t, "precision too big");
    else return true;
    return false;
}

static void format_add_digits(StrBuilder *text, double d, const FormatSpec *spec) {
    char type = spec->type == 0 ? (spec->precision < 0 ? 'r' : 's') : spec->type == 'n' ? 'g' : spec->type == '%' ? 'f' : (char)spec->type;
    float_add_text(text, spec->type == '%' ? d * 100 : d, type, spec->precision < 0 ? 6 : (int)spec->precision, spec->alternate);
    if (spec->type == '%') str_builder_add(text, "%", 1);
}

static Value format_double(Thread *t, Value v, double d, FormatSpec *spec) {
    if (!format_check_float(t, v, spec)) return VALUE_ERROR;
    StrBuilder b, text;
    str_builder_init(&text, t);
    format_add_digits(&text, d, spec);
    if (text.failed) return VALUE_ERROR;
    bool negative = text.text[0] == '-';
    const char *digits = text.text + negative, *end = text.text + text.nbytes, *rest = digits;
    while (rest < end && *rest >= '0' && *rest <= '9') rest++;
    if (negative && spec->no_minus_zero && format_is_zero(digits, (size_t)(end - digits))) negative = false;
    FormatNumber n = {.sign = format_sign(spec, negative), .prefix = "", .digits = digits, .ndigits = (size_t)(rest - digits),
                      .rest = rest, .nrest = (size_t)(end - rest)};
    str_builder_init(&b, t);
    format_add_number(&b, &n, spec);
    return format_take_result(&b);
}

Value format_float(Thread *t, Value v, const Str *text) {
    FormatSpec spec;
    if (!format_parse_spec(t, v, text, 0, '>', &spec)) return VALUE_ERROR;
    return format_double(t, v, value_float(v), &spec);
}
