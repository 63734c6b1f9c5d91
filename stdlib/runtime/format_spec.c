// Parsing format specifications, and laying out padded and grouped text.
#include "exception.h"
#include "format.h"
#include "utf8.h"

static bool format_is_align(uint32_t c) { return c == '<' || c == '>' || c == '=' || c == '^'; }

// Decimal digits at *p. false: ValueError pending. *out stays as it is when there are none.
static bool format_take_number(Thread *t, const char **p, const char *end, int64_t *out) {
    if (*p == end || **p < '0' || **p > '9') return true;
    int64_t n = 0;
    for (; *p < end && **p >= '0' && **p <= '9'; ++*p)
        if (__builtin_mul_overflow(n, 10, &n) || __builtin_add_overflow(n, **p - '0', &n)) {
            error_value(t, "Too many decimal digits in format string");
            return false;
        }
    *out = n;
    return true;
}

static bool format_take(const char **p, const char *end, char c) {
    if (*p == end || **p != c) return false;
    ++*p;
    return true;
}

static void format_take_align(const char **p, const char *end, FormatSpec *out, bool *fill, bool *align) {
    if (*p == end) return;
    const char *next = *p;
    uint32_t first = utf8_next(&next);
    if (next < end && format_is_align((unsigned char)*next)) {
        out->fill = first;
        out->align = *next;
        *p = next + 1;
        *fill = *align = true;
    } else if (format_is_align(first)) {
        out->align = (char)first;
        *p = next;
        *align = true;
    }
}

static void format_take_flags(const char **p, const char *end, FormatSpec *out, bool fill, bool align) {
    if (*p < end && (**p == '+' || **p == '-' || **p == ' ')) out->sign = *(*p)++;
    out->no_minus_zero = format_take(p, end, 'z');
    out->alternate = format_take(p, end, '#');
    if (fill || !format_take(p, end, '0')) return;
    out->fill = '0';
    if (!align && out->align == '>') out->align = '=';
}

static bool format_take_grouping(Thread *t, const char **p, const char *end, FormatSpec *out) {
    if (format_take(p, end, ',')) out->grouping = ',';
    bool both = false;
    if (format_take(p, end, '_')) {
        both = out->grouping != 0;
        out->grouping = '_';
    }
    if (both || (out->grouping == '_' && *p < end && **p == ',')) {
        error_value(t, "Cannot specify both ',' and '_'.");
        return false;
    }
    return true;
}

static bool format_take_precision(Thread *t, const char **p, const char *end, FormatSpec *out) {
    if (!format_take(p, end, '.')) return true;
    if (!format_take_number(t, p, end, &out->precision)) return false;
    if (out->precision >= 0) return true;
    error_value(t, "Format specifier missing precision");
    return false;
}

static bool format_take_type(Thread *t, Value v, const Str *spec, const char *p, const char *end, FormatSpec *out) {
    if (p == end) return true;
    out->type = utf8_next(&p);
    if (p == end) return true;
    error_value(t, "Invalid format specifier '%S' for object of type '%T'", spec, v);
    return false;
}

static bool format_check_grouping(Thread *t, const FormatSpec *spec) {
    uint32_t type = spec->type;
    if (!spec->grouping || type == 0) return true;
    if (type < 0x80 && strchr("defgEG%F", (int)type)) return true;
    if (spec->grouping == '_' && type < 0x80 && strchr("boxX", (int)type)) return true;
    if (type > 32 && type < 128) error_value(t, "Cannot specify '%c' with '%c'.", spec->grouping, (int)type);
    else error_value(t, "Cannot specify '%c' with '\\x%x'.", spec->grouping, type);
    return false;
}

bool format_parse_spec(Thread *t, Value v, const Str *spec, uint32_t default_type, char default_align, FormatSpec *out) {
    *out = (FormatSpec){.fill = ' ', .type = default_type, .width = -1, .precision = -1, .align = default_align};
    const char *p = spec->text, *end = p + spec->nbytes;
    bool fill = false, align = false;
    format_take_align(&p, end, out, &fill, &align);
    format_take_flags(&p, end, out, fill, align);
    return format_take_number(t, &p, end, &out->width) && format_take_grouping(t, &p, end, out) &&
           format_take_precision(t, &p, end, out) && format_take_type(t, v, spec, p, end, out) && format_check_grouping(t, out);
}

Value format_unknown_type(Thread *t, Value v, uint32_t type) {
    if (type > 32 && type < 128) return error_value(t, "Unknown format code '%c' for object of type '%T'", (int)type, v);
    return error_value(t, "Unknown format code '\\x%x' for object of type '%T'", type, v);
}

// ---- layout ----

void format_add_padded(StrBuilder *b, const char *text, size_t nbytes, size_t nchars, const FormatSpec *spec) {
    size_t padding = spec->width > (int64_t)nchars ? (size_t)spec->width - nchars : 0;
    size_t left = spec->align == '>' ? padding : spec->align == '^' ? padding / 2 : 0;
    str_builder_fill(b, spec->fill, left);
    str_builder_add(b, text, nbytes);
    str_builder_fill(b, spec->fill, padding - left);
}

// The digits with separators between groups and zeros in front until at least `width` long, written backwards from `end`.
static char *format_group(char *end, const char *digits, size_t ndigits, size_t group, char separator, int64_t width) {
    int64_t left = (int64_t)ndigits;
    bool first = true;
    do {
        int64_t wanted = left > width ? left : width;
        int64_t n = wanted < 1 ? 1 : wanted < (int64_t)group ? wanted : (int64_t)group;
        if (!first) *--end = separator;
        for (int64_t i = 0; i < n; i++, left--) *--end = left > 0 ? digits[left - 1] : '0';
        if (left < 0) left = 0;
        width -= n;
        if (left == 0 && width <= 0) break;
        width--;
        first = false;
    } while (true);
    return end;
}

// Zero padding counts as digits only when the fill is '0' and stands between sign and digits.
static int64_t format_digits_width(const FormatNumber *n, const FormatSpec *spec) {
    if (spec->fill != '0' || spec->align != '=') return 0;
    return spec->width - (n->sign != 0) - (int64_t)strlen(n->prefix) - (int64_t)n->nrest;
}

static void format_add_body(StrBuilder *b, const FormatNumber *n, const FormatSpec *spec, StrBuilder *grouped) {
    if (!spec->grouping || n->ndigits == 0) {
        grouped->text = (char *)n->digits;
        grouped->nbytes = n->ndigits;
        return;
    }
    int64_t width = format_digits_width(n, spec);
    size_t room = (n->ndigits + (width > 0 ? (size_t)width : 0)) * 2 + 8;
    size_t group = spec->type < 0x80 && spec->type && strchr("boxX", (int)spec->type) ? 4 : 3;
    char *at = str_builder_reserve(grouped, room);
    if (!at) {
        b->failed = true;
        return;
    }
    char *from = format_group(at + room, n->digits, n->ndigits, group, spec->grouping, width);
    grouped->nbytes = (size_t)(at + room - from);
    grouped->text = from;
}

void format_add_number(StrBuilder *b, const FormatNumber *n, const FormatSpec *spec) {
    StrBuilder grouped;
    str_builder_init(&grouped, b->thread);
    format_add_body(b, n, spec, &grouped);
    if (b->failed) return;
    size_t total = (n->sign != 0) + strlen(n->prefix) + grouped.nbytes + n->nrest;
    size_t padding = spec->width > (int64_t)total ? (size_t)spec->width - total : 0;
    size_t left = spec->align == '>' ? padding : spec->align == '^' ? padding / 2 : 0;
    size_t inner = spec->align == '=' ? padding : 0;
    str_builder_fill(b, spec->fill, left);
    if (n->sign) str_builder_add(b, &n->sign, 1);
    str_builder_add_c(b, n->prefix);
    str_builder_fill(b, spec->fill, inner);
    str_builder_add(b, grouped.text, grouped.nbytes);
    str_builder_add(b, n->rest, n->nrest);
    str_builder_fill(b, spec->fill, padding - left - inner);
}
