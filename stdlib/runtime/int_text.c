// Ints as text. Decimal digits go in groups of 18, the largest power of ten below a libtommath digit; other bases of the
// power-of-two kind take the bits directly. CPython's limit on the length of decimal conversions is kept.
#include <stdlib.h>

#include "exception.h"
#include "int.h"
#include "str.h"
#include "unicode.h"
#include "utf8.h"

int64_t int_max_str_digits = 4300;

enum { INT_GROUP = 18, INT_MAX_STR_DIGITS_THRESHOLD = 640 };

// ---- to text ----

static char *int_put_small(char *end, uint64_t magnitude, unsigned base) {
    static const char digits[] = "0123456789abcdefghijklmnopqrstuvwxyz";
    if (base == 10)
        for (; magnitude >= 10; magnitude /= 10) *--end = digits[magnitude % 10];
    else
        for (; magnitude >= base; magnitude /= base) *--end = digits[magnitude % base];
    *--end = digits[magnitude];
    return end;
}

char *int_put_decimal(char *end, int64_t i) {
    char *p = int_put_small(end, i < 0 ? -(uint64_t)i : (uint64_t)i, 10);
    if (i < 0) *--p = '-';
    return p;
}

static Str *int_small_to_str(Thread *t, int64_t i, unsigned base) {
    char text[66], *end = text + sizeof text;
    char *p = int_put_small(end, i < 0 ? -(uint64_t)i : (uint64_t)i, base);
    if (i < 0) *--p = '-';
    size_t n = (size_t)(end - p);
    return str_new_counted(t, p, n, n);
}

static Str *int_error_too_long(Thread *t) {
    error_value(t, "Exceeds the limit (%lld digits) for integer string conversion; "
                   "use sys.set_int_max_str_digits() to increase the limit", (long long)int_max_str_digits);
    return NULL;
}

// Divides the digits of m (most significant last) by d in place and gives the remainder.
static uint64_t int_divide_digits(uint64_t *digits, int *used, uint64_t d) {
    unsigned __int128 rest = 0;
    for (int i = *used - 1; i >= 0; i--) {
        rest = rest << MP_DIGIT_BIT | digits[i];
        digits[i] = (uint64_t)(rest / d);
        rest %= d;
    }
    while (*used > 0 && digits[*used - 1] == 0) --*used;
    return (uint64_t)rest;
}

// The largest power of base that fits a digit, and how many places it has.
static uint64_t int_find_group(unsigned base, int *places) {
    uint64_t value = base;
    for (*places = 1; value <= MP_MASK / base; ++*places) value *= base;
    return value;
}

// Writes backwards from `end`; digits are destroyed.
static char *int_put_digits(char *end, uint64_t *digits, int used, unsigned base) {
    int places;
    uint64_t group = int_find_group(base, &places);
    while (used > 0) {
        uint64_t rest = int_divide_digits(digits, &used, group);
        char *to = end - places;
        end = int_put_small(end, rest, base);
        while (used > 0 && end > to) *--end = '0';
    }
    return end;
}

static size_t int_text_room(uint64_t bits, int base) {
    static const unsigned char bits_floor[] = {0, 0, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 3, 3, 3, 3, 4};
    unsigned per_digit = base >= 32 ? 5 : base >= 16 ? 4 : bits_floor[base];
    return base == 10 ? (size_t)((double)bits * 0.30103) + 20 : bits / per_digit + 66;
}

static Str *int_big_to_str(Thread *t, const mp_int *m, uint64_t bits, int base) {
    size_t room = int_text_room(bits, base);
    uint64_t *digits = malloc((size_t)m->used * sizeof *digits + room);
    if (!digits) {
        error_out_of_memory(t);
        return NULL;
    }
    memcpy(digits, m->dp, (size_t)m->used * sizeof *digits);
    char *end = (char *)(digits + m->used) + room;
    char *p = int_put_digits(end, digits, m->used, (unsigned)base);
    if (m->sign == MP_NEG) *--p = '-';
    size_t n = (size_t)(end - p), ndigits = n - (m->sign == MP_NEG);
    bool too_long = base == 10 && int_max_str_digits && ndigits > (uint64_t)int_max_str_digits;
    Str *s = too_long ? int_error_too_long(t) : str_new_counted(t, p, n, n);
    free(digits);
    return s;
}

Str *int_to_str(Thread *t, Value v, int base) {
    v = int_plain(v);
    if (value_is_int(v)) return int_small_to_str(t, value_int(v), (unsigned)base);
    uint64_t bits = int_bit_length(v);
    // Far beyond the limit: not worth converting to find out.
    if (base == 10 && int_max_str_digits && (double)bits * 0.30102 > (double)int_max_str_digits + 2) return int_error_too_long(t);
    IntView view;
    return int_big_to_str(t, int_view(v, &view), bits, base);
}

// ---- from text ----

static int int_digit_value(uint32_t c) {
    if (c < 0x80) {
        if (c >= '0' && c <= '9') return (int)(c - '0');
        uint32_t letter = (c | 0x20) - 'a';
        return letter < 26 ? (int)letter + 10 : 99;
    }
    int digit = unicode_decimal(c);
    return digit < 0 ? 99 : digit;
}

static void int_trim(const char **text, const char **end) {
    while (*text < *end) {
        const char *p = *text;
        if (!unicode_is_space(utf8_next(&p))) break;
        *text = p;
    }
    while (*text < *end) {
        const char *p = *end;
        if (!unicode_is_space(utf8_previous(&p))) break;
        *end = p;
    }
}

// Takes a prefix such as 0x off; base 0 takes it from the prefix. false: malformed. An underscore may follow a prefix.
static bool int_take_prefix(const char **p, const char *end, int *base) {
    bool automatic = *base == 0;
    char kind = end - *p >= 2 && **p == '0' ? (char)((*p)[1] | 0x20) : 0;
    int named = kind == 'x' ? 16 : kind == 'o' ? 8 : kind == 'b' ? 2 : 0;
    if (automatic) *base = named ? named : 10;
    if (named && named == *base) {
        *p += 2;
        if (*p < end && **p == '_') ++*p;
    } else if (automatic && **p == '0') {  // no leading zeros, but any number of zeros
        for (const char *q = *p; q < end; q++)
            if (*q != '0' && *q != '_') return false;
    }
    return *p < end;
}

// Digit values, underscores dropped, into out. Their number, or -1: malformed.
static int64_t int_read_digits(const char *p, const char *end, int base, unsigned char *out) {
    int64_t n = 0;
    bool after_digit = false;
    while (p < end) {
        uint32_t c = utf8_next(&p);
        if (c == '_' && after_digit) {
            after_digit = false;
            continue;
        }
        int digit = int_digit_value(c);
        if (digit >= base) return -1;
        out[n++] = (unsigned char)digit;
        after_digit = true;
    }
    return after_digit ? n : -1;
}

static uint64_t int_join_digits(const unsigned char *digits, int64_t n, unsigned base) {
    uint64_t value = 0;
    for (int64_t i = 0; i < n; i++) value = value * base + digits[i];
    return value;
}

static mp_err int_accumulate(mp_int *m, const unsigned char *digits, int64_t n, unsigned base) {
    int places;
    uint64_t group = int_find_group(base, &places);
    int64_t first = n % places;
    mp_err err = MP_OKAY;
    mp_set_u64(m, int_join_digits(digits, first, base));
    for (int64_t i = first; i < n && err == MP_OKAY; i += places) {
        err = mp_mul_d(m, group, m);
        if (err == MP_OKAY) err = mp_add_d(m, int_join_digits(digits + i, places, base), m);
    }
    return err;
}

static Value int_from_digits(Thread *t, const unsigned char *digits, int64_t n, int base, bool negative) {
    if (n <= INT_GROUP - 6 || (base == 10 && n <= INT_GROUP)) {
        int64_t i = (int64_t)int_join_digits(digits, n, (unsigned)base);
        if (base <= 32 || n <= 11) return int_from_i64(t, negative ? -i : i);
    }
    bool limited = (base & (base - 1)) != 0 && int_max_str_digits && n > INT_MAX_STR_DIGITS_THRESHOLD;
    if (limited && n > int_max_str_digits)
        return error_value(t, "Exceeds the limit (%lld digits) for integer string conversion: value has %lld digits; "
                              "use sys.set_int_max_str_digits() to increase the limit", (long long)int_max_str_digits, (long long)n);
    mp_int m = {0};
    mp_err err = mp_init(&m);
    if (err == MP_OKAY) err = int_accumulate(&m, digits, n, (unsigned)base);
    if (err == MP_OKAY && negative) err = mp_neg(&m, &m);
    return int_check_mp(t, err, &m);
}

// The common case: nothing but a few decimal digits. false: something else.
static bool int_parse_plain(const char *text, size_t n, int64_t *out) {
    int64_t value = 0;
    if (n == 0 || n > INT_GROUP) return false;
    for (size_t i = 0; i < n; i++) {
        unsigned digit = (unsigned)text[i] - '0';
        if (digit > 9) return false;
        value = value * 10 + digit;
    }
    *out = value;
    return true;
}

Value int_parse(Thread *t, const char *text, size_t n, int base) {
    const char *end = text + n;
    int64_t plain;
    if (base == 10 && int_parse_plain(text, n, &plain)) return value_from_small(plain);
    int_trim(&text, &end);
    bool negative = text < end && *text == '-';
    if (text < end && (*text == '-' || *text == '+')) text++;
    if (text == end || !int_take_prefix(&text, end, &base)) return VALUE_UNBOUND;
    unsigned char small[128], *digits = small;
    size_t room = (size_t)(end - text);
    if (room > sizeof small && !(digits = malloc(room))) return error_out_of_memory(t);
    int64_t ndigits = int_read_digits(text, end, base, digits);
    Value v = ndigits < 0 ? VALUE_UNBOUND : int_from_digits(t, digits, ndigits, base, negative);
    if (digits != small) free(digits);
    return v;
}
