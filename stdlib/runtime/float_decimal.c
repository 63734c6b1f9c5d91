// Shortest round-trip digits by the Schubfach method (Raffaello Giulietti, "The Schubfach way to render doubles", 2021):
// with k chosen so that the interval of decimals that round to d holds at least one and at most a few multiples of 10^k,
// the interval's ends are scaled by a 128-bit power of ten, rounded to odd, and the candidates tested.
#include "float_decimal.h"

#include <string.h>

#include "float_powers.h"

enum { DOUBLE_MANTISSA = 52, DOUBLE_BIAS = 1075 };

// floor(log10(2^e)), floor(log10(3/4 * 2^e)) and floor(log2(10^e)), exact in the range of doubles.
static int decimal_log10_pow2(int e) {
    return (e * 1262611) >> 22;
}

static int decimal_log10_three_quarters_pow2(int e) {
    return (e * 1262611 - 524031) >> 22;
}

static int decimal_log2_pow10(int e) {
    return (e * 1741647) >> 19;
}

// (power * x) / 2^128, its lowest bit set when anything was cut off.
static uint64_t decimal_round_to_odd(const uint64_t power[2], uint64_t x) {
    unsigned __int128 low = (unsigned __int128)power[1] * x;
    unsigned __int128 high = (unsigned __int128)power[0] * x + (uint64_t)(low >> 64);
    return (uint64_t)(high >> 64) | ((uint64_t)high > 1);
}

typedef struct {
    uint64_t digits;
    int exponent;
} DecimalNumber;

static DecimalNumber decimal_choose(uint64_t lower, uint64_t middle, uint64_t upper, int k) {
    uint64_t s = middle / 4;
    if (s >= 10) {
        uint64_t tens = s / 10;
        bool down = lower <= 40 * tens, up = 40 * tens + 40 <= upper;
        if (down != up) return (DecimalNumber){tens + up, k + 1};
    }
    bool down = lower <= 4 * s, up = 4 * s + 4 <= upper;
    if (down != up) return (DecimalNumber){s + up, k};
    bool round_up = middle > 4 * s + 2 || (middle == 4 * s + 2 && s & 1);
    return (DecimalNumber){s + round_up, k};
}

static DecimalNumber decimal_find(uint64_t bits) {
    uint64_t fraction = bits & (((uint64_t)1 << DOUBLE_MANTISSA) - 1);
    int biased = (int)(bits >> DOUBLE_MANTISSA);
    uint64_t c = biased ? fraction | (uint64_t)1 << DOUBLE_MANTISSA : fraction;
    int q = (biased ? biased : 1) - DOUBLE_BIAS;
    bool even = !(c & 1), close_below = fraction == 0 && biased > 1;
    int k = close_below ? decimal_log10_three_quarters_pow2(q) : decimal_log10_pow2(q);
    int h = q + decimal_log2_pow10(-k) + 1;
    const uint64_t *power = float_powers[-k - FLOAT_POWER_MIN];
    uint64_t lower = decimal_round_to_odd(power, (4 * c - 2 + close_below) << h);
    uint64_t middle = decimal_round_to_odd(power, (4 * c) << h);
    uint64_t upper = decimal_round_to_odd(power, (4 * c + 2) << h);
    return decimal_choose(lower + !even, middle, upper - !even, k);
}

Decimal decimal_shortest(double d) {
    DecimalNumber n = decimal_find(__builtin_bit_cast(uint64_t, d));
    char text[20], *end = text + sizeof text, *p = end;
    for (; n.digits; n.digits /= 10) *--p = (char)('0' + n.digits % 10);
    int exponent = n.exponent + (int)(end - p) - 1;
    while (end - p > 1 && end[-1] == '0') end--;
    Decimal out = {.count = (int)(end - p), .exponent = exponent};
    memcpy(out.digits, p, (size_t)(end - p));
    return out;
}
