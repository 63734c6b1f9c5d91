// Division of one big number by another of some digits: the schoolbook method (Knuth, The Art of Computer Programming, volume 2,
// 4.3.1, algorithm D). Works on magnitudes; the caller minds signs and rounding. Beyond INT_LONG_MAX digits libtommath's recursive
// method is faster.
#include <string.h>

#include "int_int.h"

typedef unsigned __int128 Wide;

// to = a << shift, and one digit more.
static void shifted_left(const mp_int *a, unsigned shift, mp_digit *to) {
    mp_digit carry = 0;
    for (int i = 0; i < a->used; i++) {
        to[i] = (a->dp[i] << shift | carry) & MP_MASK;
        carry = shift == 0 ? 0 : a->dp[i] >> (MP_DIGIT_BIT - shift);
    }
    to[a->used] = carry;
}

static void shift_right(mp_digit *digits, int n, unsigned shift) {
    for (int i = 0; shift != 0 && i < n; i++) {
        mp_digit above = i + 1 < n ? digits[i + 1] : 0;
        digits[i] = (digits[i] >> shift | above << (MP_DIGIT_BIT - shift)) & MP_MASK;
    }
}

// What the two digits of the divisor that weigh most say about a digit of the quotient: right, or one too many.
static mp_digit quotient_guess(const mp_digit *u, const mp_digit *v, int n) {
    Wide top = (Wide)u[n] << MP_DIGIT_BIT | u[n - 1], guess, rest;
    if (u[n] >= v[n - 1]) {
        guess = MP_MASK;
        rest = top - guess * v[n - 1];
    } else {
        uint64_t high = (uint64_t)(top / v[n - 1]);
        guess = high;
        rest = top - guess * v[n - 1];
    }
    while (rest <= MP_MASK && guess * v[n - 2] > (rest << MP_DIGIT_BIT | u[n - 2])) {
        guess--;
        rest += v[n - 1];
    }
    return (mp_digit)guess;
}

// u -= q * v over n + 1 digits; true: it fell below zero.
static bool subtract_product(mp_digit *u, const mp_digit *v, int n, mp_digit q) {
    Wide carry = 0;
    mp_digit borrow = 0;
    for (int i = 0; i <= n; i++) {
        carry += i < n ? (Wide)q * v[i] : 0;
        mp_digit left = u[i] - ((mp_digit)carry & MP_MASK) - borrow;
        carry >>= MP_DIGIT_BIT;
        borrow = left >> 63;
        u[i] = left & MP_MASK;
    }
    return borrow != 0;
}

static void add_back(mp_digit *u, const mp_digit *v, int n) {
    mp_digit carry = 0;
    for (int i = 0; i < n; i++) {
        carry += u[i] + v[i];
        u[i] = carry & MP_MASK;
        carry >>= MP_DIGIT_BIT;
    }
    u[n] = (u[n] + carry) & MP_MASK;
}

void int_long_division(const mp_int *a, const mp_int *b, mp_digit *quotient, mp_digit *rest) {
    mp_digit u[INT_LONG_MAX + 1], v[INT_LONG_MAX + 1];
    int n = b->used, places = a->used - n + 1;
    unsigned shift = (unsigned)__builtin_clzll(b->dp[n - 1]) - (64 - MP_DIGIT_BIT);
    shifted_left(a, shift, u);
    shifted_left(b, shift, v);
    for (int j = places - 1; j >= 0; j--) {
        mp_digit q = quotient_guess(u + j, v, n);
        if (subtract_product(u + j, v, n, q)) {
            q--;
            add_back(u + j, v, n);
        }
        quotient[j] = q;
    }
    shift_right(u, n + 1, shift);
    memcpy(rest, u, (size_t)n * sizeof *rest);
}
