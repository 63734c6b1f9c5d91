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

static const char *float_skip_hex(const char *p) {
    while ((*p >= '0' && *p <= '9') || ((*p | 0x20) >= 'a' && (*p | 0x20) <= 'f')) p++;
    return p;
}

// Digits, a point among them, an exponent: the end, or NULL.
static const char *float_check_hex(const char *p) {
    const char *whole = float_skip_hex(p);
    size_t digits = (size_t)(whole - p);
    if (*whole == '.') {
        const char *fraction = float_skip_hex(whole + 1);
        digits += (size_t)(fraction - whole - 1);
        whole = fraction;
    }
    if (digits == 0) return NULL;
    if ((*whole | 0x20) != 'p') return whole;
    const char *exponent = whole + 1;
    if (*exponent == '+' || *exponent == '-') exponent++;
    if (*exponent < '0' || *exponent > '9') return NULL;
    while (*exponent >= '0' && *exponent <= '9') exponent++;
    return exponent;
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
        char *copy = malloc(left + 3);
        if (!copy) return 0;
        memcpy(copy, "0x", 2);
        memcpy(copy + 2, p, left);
        copy[left + 2] = 0;
        bool ok = float_check_hex(copy + 2) == copy + left + 2;
        d = ok ? strtod(copy, NULL) : 0;
        free(copy);
        if (!ok) return 0;
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
