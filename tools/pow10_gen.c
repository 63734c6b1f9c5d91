// Writes float_powers.h to standard output: for every k in -292 .. 324, the top 128 bits of 10^k, rounded up,
// normalised (top bit set), as {high, low}. Made with libtommath, exactly.
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <tommath.h>

enum { LOWEST = -292, HIGHEST = 324 };

static void check(mp_err err) {
    if (err != MP_OKAY) exit(1);
}

// numerator = 10^k (k >= 0) or 2^bits / 10^-k with plenty of bits; `exact` tells which powers have no more than 128 bits.
static void power(int k, mp_int *out, int *inexact) {
    mp_int ten, rest;
    check(mp_init_u32(&ten, 10));
    check(mp_init(&rest));
    check(mp_expt_u32(&ten, (uint32_t)abs(k), out));
    *inexact = 0;
    if (k < 0) {
        mp_int one;
        check(mp_init_u32(&one, 1));
        check(mp_mul_2d(&one, mp_count_bits(out) + 200, &one));
        check(mp_div(&one, out, out, &rest));
        *inexact = 1;
        mp_clear(&one);
    }
    mp_clear_multi(&ten, &rest, NULL);
}

static void write_power(int k) {
    mp_int p, rest;
    int inexact;
    check(mp_init(&p));
    check(mp_init(&rest));
    power(k, &p, &inexact);
    int excess = mp_count_bits(&p) - 128;
    if (excess > 0) {
        check(mp_div_2d(&p, excess, &p, &rest));
        if (inexact || rest.used) check(mp_incr(&p));
    } else {
        check(mp_mul_2d(&p, -excess, &p));
    }
    uint64_t low = mp_get_mag_u64(&p);
    check(mp_div_2d(&p, 64, &p, NULL));
    printf("{0x%016llXu, 0x%016llXu},\n", (unsigned long long)mp_get_mag_u64(&p), (unsigned long long)low);
    mp_clear_multi(&p, &rest, NULL);
}

int main(void) {
    printf("enum { FLOAT_POWER_MIN = %d };\nstatic const uint64_t float_powers[][2] = {\n", LOWEST);
    for (int k = LOWEST; k <= HIGHEST; k++) write_power(k);
    printf("};\n");
    return ferror(stdout) || fflush(stdout) ? 1 : 0;
}
