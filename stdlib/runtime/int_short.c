// Division of the digits of a great number by one digit.
//
// A divisor d of half a digit is multiplied by instead, as its reciprocal (Granlund, Montgomery 1994), which is exact for numbers of 61
// bits. With the base B = d * per + wrap, what is left from the digits before counts
//
//   (rest * B + digit) / d = rest * per + (rest * wrap + digit) / d
//
// Each digit has to wait for what the one before leaves. So two are taken at a time: what they leave together follows from `rest` by one
// division of rest * wrap_twice + (what they would leave alone), and the next two can begin with that.
#include "int_int.h"

typedef struct {
    uint64_t d, reciprocal, per, wrap, wrap_twice;
    unsigned shift;
} Divisor;

enum { HALF = MP_DIGIT_BIT / 2 };

static Divisor divisor_of(uint64_t d) {
    unsigned bits = d <= 8 ? 3 : 64 - (unsigned)__builtin_clzll(d - 1);
    Divisor x = {.d = d, .shift = bits - 3};
    unsigned __int128 scale = (unsigned __int128)1 << (MP_DIGIT_BIT + 1 + bits);
    x.reciprocal = (uint64_t)((scale + d - 1) / d);
    x.per = ((uint64_t)1 << MP_DIGIT_BIT) / d;
    x.wrap = ((uint64_t)1 << MP_DIGIT_BIT) % d;
    x.wrap_twice = x.wrap * x.wrap % d;
    return x;
}

// Of a number below 2 B.
static inline uint64_t divided(const Divisor *x, uint64_t n) {
    return (uint64_t)((unsigned __int128)n * x->reciprocal >> 64) >> x->shift;
}

static inline uint64_t left(const Divisor *x, uint64_t n) { return n - divided(x, n) * x->d; }

// One digit's quotient; *rest as it is after it.
static inline mp_digit step(const Divisor *x, uint64_t *rest, mp_digit digit) {
    uint64_t n = *rest * x->wrap + digit, quotient = divided(x, n), before = *rest;
    *rest = n - quotient * x->d;
    return before * x->per + quotient;
}

static mp_digit divide_by_half(const mp_int *a, mp_digit d, mp_digit *out) {
    Divisor x = divisor_of(d);
    uint64_t rest = 0;
    int i = a->used;
    if (i & 1) {
        i--;
        out[i] = step(&x, &rest, a->dp[i]);
    }
    for (; i > 0; i -= 2) {
        mp_digit high = a->dp[i - 1], low = a->dp[i - 2];
        uint64_t alone = left(&x, left(&x, high) * x.wrap + low), both = left(&x, rest * x.wrap_twice + alone);
        out[i - 1] = step(&x, &rest, high);
        out[i - 2] = step(&x, &rest, low);
        rest = both;
    }
    return rest;
}

mp_digit int_divide_digits(const mp_int *a, mp_digit d, mp_digit *out) {
    if (d > 1 && d >> HALF == 0) return divide_by_half(a, d, out);
    uint64_t rest = 0;
    for (int i = a->used - 1; i >= 0; i--) {
        unsigned __int128 whole = (unsigned __int128)rest << MP_DIGIT_BIT | a->dp[i];
        out[i] = (mp_digit)(whole / d);
        rest = (uint64_t)(whole % d);
    }
    return rest;
}
