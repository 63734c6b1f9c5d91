// Doubles as text and back. Shortest digits come from decimal_shortest; a given number of digits from exact integer
// arithmetic where 128 bits are enough, else from the C library, which rounds exactly, too.
#include "float_text.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#include "float.h"
#include "float_decimal.h"
#include "heap.h"
#include "unicode.h"
#include "utf8.h"

// ---- to text ----

enum { FLOAT_REPR_FIXED = 16, FLOAT_FAST_PRECISION = 19 };

static void float_add_exponent(StrBuilder *b, int exponent, char e) {
    char *at = str_builder_reserve(b, 8);
    if (!at) return;
    int magnitude = exponent < 0 ? -exponent : exponent, n = 0;
    at[n++] = e;
    at[n++] = exponent < 0 ? '-' : '+';
    if (magnitude >= 100) at[n++] = (char)('0' + magnitude / 100);
    at[n++] = (char)('0' + magnitude / 10 % 10);
    at[n++] = (char)('0' + magnitude % 10);
    b->nbytes += (size_t)n;
}

typedef struct {
    const char *digits;
    int count;
    int exponent;     // of the first digit
    bool dot_zero;    // ".0" after a whole number in fixed form
    bool alternate;   // at least a "."
} FloatDigits;

static void float_add_scientific(StrBuilder *b, const FloatDigits *f, char e) {
    str_builder_add(b, f->digits, 1);
    if (f->count > 1 || f->alternate) str_builder_add(b, ".", 1);
    str_builder_add(b, f->digits + 1, (size_t)f->count - 1);
    float_add_exponent(b, f->exponent, e);
}

static void float_add_fixed(StrBuilder *b, const FloatDigits *f) {
    int point = f->exponent + 1;
    if (point <= 0) {
        str_builder_add(b, "0.", 2);
        str_builder_fill(b, '0', (size_t)-point);
        str_builder_add(b, f->digits, (size_t)f->count);
        return;
    }
    int whole = f->count < point ? f->count : point;
    str_builder_add(b, f->digits, (size_t)whole);
    str_builder_fill(b, '0', (size_t)(point - whole));
    if (f->count > point) {
        str_builder_add(b, ".", 1);
        str_builder_add(b, f->digits + point, (size_t)(f->count - point));
    } else if (f->alternate || f->dot_zero) {
        str_builder_add(b, ".0", f->dot_zero ? 2 : 1);
    }
}

static void float_add_repr(StrBuilder *b, double d, bool alternate) {
    if (d == 0) {
        str_builder_add(b, "0.0", 3);
        return;
    }
    Decimal decimal = decimal_shortest(d);
    FloatDigits f = {decimal.digits, decimal.count, decimal.exponent, true, alternate};
    if (f.exponent >= -4 && f.exponent < FLOAT_REPR_FIXED) float_add_fixed(b, &f);
    else float_add_scientific(b, &f, 'e');
}

// 'g' and 's': the digits of the scientific form, laid out as the exponent says.
static void float_add_general(StrBuilder *b, double d, char type, int precision, bool alternate) {
    if (precision == 0) precision = 1;
    StrBuilder text;
    str_builder_init(&text, b->thread);
    str_builder_format(&text, "%.*e", precision - 1, d);
    if (text.failed) {
        b->failed = true;
        return;
    }
    const char *e = memrchr(text.text, 'e', text.nbytes);
    int exponent = atoi(e + 1), count = precision;
    if (precision > 1) memmove(text.text + 1, text.text + 2, (size_t)precision - 1);
    if (!alternate)
        while (count > 1 && text.text[count - 1] == '0') count--;
    FloatDigits f = {text.text, count, exponent, type == 's', alternate};
    if (exponent >= -4 && exponent < precision - (type == 's')) float_add_fixed(b, &f);
    else float_add_scientific(b, &f, type == 'G' ? 'E' : 'e');
}

// d * 10^precision rounded half to even, exactly: a 53-bit mantissa times 10^19 fits 128 bits. false: not in range.
static bool float_scale(double d, int precision, uint64_t *out) {
    int exponent;
    uint64_t mantissa = (uint64_t)(frexp(d, &exponent) * 0x1p53);
    unsigned __int128 scaled = mantissa;
    int shift = 53 - exponent;
    if (shift < 0 || shift > 120) return false;
    for (int i = 0; i < precision; i++) scaled *= 10;
    unsigned __int128 whole = scaled >> shift, rest = scaled - (whole << shift);
    unsigned __int128 half = shift ? (unsigned __int128)1 << (shift - 1) : 0;
    if (whole >= UINT64_MAX) return false;
    *out = (uint64_t)whole + (rest > half || (rest == half && shift && whole & 1));
    return true;
}

static void float_add_places(StrBuilder *b, double d, int precision, bool alternate) {
    uint64_t scaled;
    if (precision > FLOAT_FAST_PRECISION || !float_scale(d, precision, &scaled)) {
        str_builder_format(b, alternate ? "%#.*f" : "%.*f", precision, d);
        return;
    }
    char text[32], *end = text + sizeof text, *p = end;
    for (int i = 0; i < precision; i++, scaled /= 10) *--p = (char)('0' + scaled % 10);
    if (precision || alternate) *--p = '.';
    do *--p = (char)('0' + scaled % 10);
    while (scaled /= 10);
    str_builder_add(b, p, (size_t)(end - p));
}

void float_add_text(StrBuilder *b, double d, char type, int precision, bool alternate) {
    bool capital = type >= 'A' && type <= 'Z';
    if (isnan(d)) {
        str_builder_add(b, capital ? "NAN" : "nan", 3);
        return;
    }
    if (signbit(d)) str_builder_add(b, "-", 1);
    d = fabs(d);
    if (isinf(d)) str_builder_add(b, capital ? "INF" : "inf", 3);
    else if (type == 'r') float_add_repr(b, d, alternate);
    else if (type == 'f' || type == 'F') float_add_places(b, d, precision, alternate);
    else if (type == 'e') str_builder_format(b, alternate ? "%#.*e" : "%.*e", precision, d);
    else if (type == 'E') str_builder_format(b, alternate ? "%#.*E" : "%.*E", precision, d);
    else float_add_general(b, d, type, precision, alternate);
}

Str *float_repr(Thread *t, double d) {
    StrBuilder b;
    str_builder_init(&b, t);
    float_add_text(&b, d, 'r', 0, false);
    return str_builder_take(&b);
}

Str *float_format(Thread *t, double d, char type, int precision, bool alternate) {
    StrBuilder b;
    str_builder_init(&b, t);
    bool percent = type == '%';
    float_add_text(&b, percent ? d * 100 : d, percent ? 'f' : type, precision, alternate);
    if (percent) str_builder_add(&b, "%", 1);
    return str_builder_take(&b);
}

// ---- from text ----

int64_t float_clean(const char *p, const char *end, char *out) {
    int64_t n = 0;
    bool after_digit = false;
    while (p < end) {
        uint32_t c = utf8_next(&p);
        if (c == '_') {
            const char *next = p;
            if (!after_digit || p == end || unicode_decimal(utf8_next(&next)) < 0) return -1;
            after_digit = false;
            continue;
        }
        int digit = unicode_decimal(c);
        after_digit = digit >= 0;
        if (!after_digit && (c >= 0x80 || c == 0)) return -1;
        out[n++] = after_digit ? (char)('0' + digit) : (char)c;
    }
    out[n] = 0;
    return n;
}

static bool float_is_word(const char *p, const char *word) {
    while (*word && (*p | 0x20) == *word) p++, word++;
    return *word == 0 && *p == 0;
}

static bool float_parse_word(const char *p, double *out) {
    bool negative = *p == '-';
    if (*p == '-' || *p == '+') p++;
    double d;
    if (float_is_word(p, "inf") || float_is_word(p, "infinity")) d = INFINITY;
    else if (float_is_word(p, "nan")) d = NAN;
    else return false;
    *out = negative ? -d : d;
    return true;
}

typedef struct {
    uint64_t mantissa;
    int ndigits;      // significant
    int64_t exponent; // of the last digit
} FloatScan;

// [sign] digits [. digits] [e [sign] digits], with a digit on one side of the point at least.
static bool float_scan(const char *p, FloatScan *scan) {
    *scan = (FloatScan){0};
    if (*p == '-' || *p == '+') p++;
    int places = 0;
    bool point = false;
    for (;; p++) {
        if (*p == '.' && !point) {
            point = true;
            continue;
        }
        if (*p < '0' || *p > '9') break;
        places++;
        if (scan->ndigits || *p != '0') scan->ndigits++;
        if (scan->ndigits <= 18) scan->mantissa = scan->mantissa * 10 + (uint64_t)(*p - '0');
        scan->exponent -= point;
    }
    if (places == 0) return false;
    if ((*p | 0x20) != 'e') return *p == 0;
    bool negative = *++p == '-';
    if (*p == '-' || *p == '+') p++;
    if (*p < '0' || *p > '9') return false;
    int64_t exponent = 0;
    for (; *p >= '0' && *p <= '9'; p++)
        if (exponent < 100000) exponent = exponent * 10 + (*p - '0');
    scan->exponent += negative ? -exponent : exponent;
    return *p == 0;
}

// Exact when mantissa and power of ten both are (Clinger 1990); else the C library's exact conversion.
static double float_convert(const char *text, const FloatScan *scan) {
    static const double powers[] = {1e0,  1e1,  1e2,  1e3,  1e4,  1e5,  1e6,  1e7,  1e8,  1e9,  1e10, 1e11,
                                    1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22};
    bool fast = scan->ndigits <= 18 && scan->mantissa <= (uint64_t)1 << 53 && scan->exponent >= -22 && scan->exponent <= 22;
    if (!fast) return strtod(text, NULL);
    double d = (double)scan->mantissa;
    d = scan->exponent < 0 ? d / powers[-scan->exponent] : d * powers[scan->exponent];
    return text[0] == '-' ? -d : d;
}

static bool float_parse_clean(const char *text, double *out) {
    FloatScan scan;
    if (!float_scan(text, &scan)) return float_parse_word(text, out);
    *out = float_convert(text, &scan);
    return true;
}

bool float_parse(const char *text, size_t n, double *out) {
    const char *end = text + n;
    for (const char *p = text; text < end && unicode_is_space(utf8_next(&p)); text = p) {}
    for (const char *p = end; text < end && unicode_is_space(utf8_previous(&p)); end = p) {}
    char small[128], *clean = small;
    size_t room = (size_t)(end - text) + 1;
    if (room > sizeof small && !(clean = malloc(room))) return false;
    bool ok = float_clean(text, end, clean) > 0 && float_parse_clean(clean, out);
    if (clean != small) free(clean);
    return ok;
}
