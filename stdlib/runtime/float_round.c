// Rounding of doubles by their exact decimal value (ties to even), and the hexadecimal form.
#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#include "float_int.h"
#include "str.h"
#include "unicode.h"

double float_round_even(double d) {
    double rounded = round(d);
    return fabs(d - rounded) == 0.5 ? 2.0 * round(d / 2.0) : rounded;
}

enum { FLOAT_PLACES_MAX = 323, FLOAT_PLACES_MIN = -308, FLOAT_TEXT = 1536 };

// |d| rounded to 10^places where its first digit has that place: nothing or one unit is left.
static double float_round_leading(double d, int places) {
    double unit = pow(10.0, places);
    if (places <= 22) return d > unit / 2 ? unit : 0.0;
    char text[FLOAT_TEXT];  // an integer: its digits are exact
    snprintf(text, sizeof text, "%.0f", d);
    bool up = text[0] > '5' || (text[0] == '5' && strspn(text + 1, "0") != strlen(text + 1));
    if (!up) return 0.0;
    snprintf(text, sizeof text, "1e%d", places);
    return strtod(text, NULL);
}

static double float_round_tens(double d, int places) {
    char text[FLOAT_TEXT];
    int exponent = snprintf(text, sizeof text, "%.0f", floor(d)) - 1;  // exact: of an integer
    int kept = exponent + 1 - places;
    if (kept < 0) return 0.0;
    if (kept == 0) return float_round_leading(d, places);
    snprintf(text, sizeof text, "%.*e", kept - 1, d);
    return strtod(text, NULL);
}

bool float_round_to(double d, int64_t digits, double *out) {
    *out = d;
    if (!isfinite(d) || d == 0 || digits > FLOAT_PLACES_MAX) return true;
    if (digits < FLOAT_PLACES_MIN) {
        *out = copysign(0.0, d);
        return true;
    }
    double rounded;
    if (digits >= 0) {
        char text[FLOAT_TEXT];
        snprintf(text, sizeof text, "%.*f", (int)digits, fabs(d));
        rounded = strtod(text, NULL);
    } else {
        rounded = float_round_tens(fabs(d), (int)-digits);
    }
    *out = copysign(rounded, d);
    return !isinf(rounded);
}

// ---- hexadecimal ----

Str *float_to_hex(Thread *t, double d) {
    const char *sign = signbit(d) ? "-" : "";
    if (!isfinite(d)) return float_repr(t, d);
    if (d == 0) return str_format_c(t, "%s0x0.0p+0", sign);
    uint64_t bits = __builtin_bit_cast(uint64_t, d), fraction = bits & (((uint64_t)1 << 52) - 1);
    int exponent = (int)(bits >> 52 & 0x7FF);
    return str_format_c(t, "%s0x%d.%013llxp%+d", sign, exponent != 0, (unsigned long long)fraction, exponent ? exponent - 1023 : -1022);
}

typedef struct {
    uint64_t bits;      // the leading significant bits, the lowest also set when any later one is
    int64_t exponent;   // of bits: the number is bits * 2^exponent
    size_t digits;
} HexScan;

static int float_hex_value(char c) {
    if (c >= '0' && c <= '9') return c - '0';
    c |= 0x20;
    return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

static const char *float_scan_digits(const char *p, HexScan *scan, bool fraction) {
    for (int digit; (digit = float_hex_value(*p)) >= 0; p++) {
        bool room = scan->bits < (uint64_t)1 << 59;
        if (room) scan->bits = scan->bits << 4 | (uint64_t)digit;
        else scan->bits |= digit != 0;
        scan->exponent += (room ? 0 : 4) - (fraction ? 4 : 0);
        scan->digits++;
    }
    return p;
}

// Digits, a point among them, an exponent: the end, or NULL.
static const char *float_scan_hex(const char *p, HexScan *scan) {
    *scan = (HexScan){0};
    p = float_scan_digits(p, scan, false);
    if (*p == '.') p = float_scan_digits(p + 1, scan, true);
    if (scan->digits == 0) return NULL;
    if ((*p | 0x20) != 'p') return p;
    bool negative = *++p == '-';
    int64_t exponent = 0;
    if (*p == '+' || *p == '-') p++;
    if (*p < '0' || *p > '9') return NULL;
    for (; *p >= '0' && *p <= '9'; p++)
        if (exponent < (int64_t)1 << 50) exponent = exponent * 10 + (*p - '0');
    scan->exponent += negative ? -exponent : exponent;
    return p;
}

// Rounds once, to as many bits as a double of that size has; ties to even.
static double float_from_hex_scan(const HexScan *scan) {
    if (scan->bits == 0) return 0;
    int64_t width = 64 - __builtin_clzll(scan->bits), top = scan->exponent + width;  // the number is below 2^top
    if (top > 1024) return INFINITY;
    if (top < -1074) return 0;
    int64_t drop = width - 53, least = -1074 - scan->exponent;
    if (drop < least) drop = least;
    if (drop <= 0) return ldexp((double)scan->bits, (int)scan->exponent);
    uint64_t kept = drop > 63 ? 0 : scan->bits >> drop, half = (uint64_t)1 << (drop - 1), rest = drop > 63 ? scan->bits : scan->bits & (2 * half - 1);
    if (rest > half || (rest == half && kept & 1)) kept++;
    return ldexp((double)kept, (int)(scan->exponent + drop));
}

static bool float_is_hex_word(const char *p, size_t n, const char *word) {
    if (n != strlen(word)) return false;
    for (size_t i = 0; i < n; i++)
        if ((p[i] | 0x20) != word[i]) return false;
    return true;
}

int float_parse_hex(const char *text, size_t n, double *out) {
    const char *p = text, *end = text + n;
    while (p < end && unicode_is_space((unsigned char)*p)) p++;
    while (end > p && unicode_is_space((unsigned char)end[-1])) end--;
    bool negative = p < end && *p == '-';
    if (p < end && (*p == '-' || *p == '+')) p++;
    size_t left = (size_t)(end - p);
    double d;
    if (float_is_hex_word(p, left, "inf") || float_is_hex_word(p, left, "infinity")) d = INFINITY;
    else if (float_is_hex_word(p, left, "nan")) d = NAN;
    else {
        if (left >= 2 && p[0] == '0' && (p[1] | 0x20) == 'x') p += 2, left -= 2;
        HexScan scan;
        if (float_scan_hex(p, &scan) != end) return 0;
        d = float_from_hex_scan(&scan);
        if (isinf(d)) return -1;
    }
    *out = negative ? -d : d;
    return 1;
}

bool float_parse_ascii(const uint8_t *data, size_t n, double *out) {
    for (size_t i = 0; i < n; i++)
        if (data[i] >= 0x80) return false;
    return float_parse((const char *)data, n, out);
}
