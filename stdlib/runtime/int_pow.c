// Powers of ints: plain (int or, for negative exponents, float) and modular.
#include "exception.h"
#include "float.h"
#include "int.h"

// base ** exponent in a machine word; false on overflow.
static bool int_pow_small(int64_t base, uint64_t exponent, int64_t *out) {
    int64_t result = 1;
    for (;;) {
        if (exponent & 1 && __builtin_mul_overflow(result, base, &result)) return false;
        exponent >>= 1;
        if (!exponent) break;
        if (__builtin_mul_overflow(base, base, &base)) return false;
    }
    *out = result;
    return true;
}

static Value int_pow_big(Thread *t, Value a, uint64_t exponent) {
    uint64_t bits = int_bit_length(a);
    if (exponent > UINT32_MAX || bits * exponent > (uint64_t)1 << 33) return error_out_of_memory(t);
    IntView view;
    mp_int result = {0};
    mp_err err = mp_init(&result);
    if (err == MP_OKAY) err = mp_expt_u32(int_view(a, &view), (uint32_t)exponent, &result);
    return int_check_mp(t, err, &result);
}

static Value int_pow_negative(Thread *t, Value a, Value b) {
    bool ok_a, ok_b = true;
    double x = int_to_double(t, a, &ok_a), y = ok_a ? int_to_double(t, b, &ok_b) : 0;
    return ok_a && ok_b ? float_pow(t, x, y) : VALUE_ERROR;
}

static Value int_pow_plain(Thread *t, Value a, Value b) {
    if (int_sign(b) < 0) return int_pow_negative(t, a, b);
    if (value_is_int(a) && value_int(a) >= -1 && value_int(a) <= 1) {
        if (b.bits == 0) return value_from_small(1);
        IntView view;
        bool odd = (int_view(b, &view)->dp[0] & 1) != 0;
        return odd ? a : value_from_small(value_int(a) * value_int(a));
    }
    int64_t exponent, result;
    if (!int_to_i64(b, &exponent)) return error_out_of_memory(t);
    if (value_is_int(a) && int_pow_small(value_int(a), (uint64_t)exponent, &result)) return int_from_i64(t, result);
    return int_pow_big(t, a, (uint64_t)exponent);
}

// ---- modular ----

static Value int_not_invertible(Thread *t) {
    return error_value(t, "base is not invertible for the given modulus");
}

static uint64_t int_pow_mod_small(uint64_t base, uint64_t exponent, uint64_t modulus) {
    uint64_t result = 1 % modulus;
    for (; exponent; exponent >>= 1) {
        if (exponent & 1) result = (uint64_t)((unsigned __int128)result * base % modulus);
        base = (uint64_t)((unsigned __int128)base * base % modulus);
    }
    return result;
}

// base in [0, modulus), exponent >= 0, modulus > 1.
static Value int_pow_mod_positive(Thread *t, Value base, Value exponent, Value modulus) {
    if (value_is_int(modulus) && value_is_int(exponent))
        return value_from_small((int64_t)int_pow_mod_small((uint64_t)value_int(base), (uint64_t)value_int(exponent), (uint64_t)value_int(modulus)));
    IntView vb, ve, vm;
    mp_int result = {0};
    mp_err err = mp_init(&result);
    if (err == MP_OKAY) err = mp_exptmod(int_view(base, &vb), int_view(exponent, &ve), int_view(modulus, &vm), &result);
    return int_check_mp(t, err, &result);
}

static Value int_inverse(Thread *t, Value base, Value modulus) {
    IntView vb, vm;
    mp_int result = {0};
    mp_err err = mp_init(&result);
    if (err == MP_OKAY) err = mp_invmod(int_view(base, &vb), int_view(modulus, &vm), &result);
    if (err != MP_VAL) return int_check_mp(t, err, &result);
    mp_clear(&result);
    return int_not_invertible(t);
}

static Value int_pow_mod(Thread *t, Value a, Value b, Value modulus) {
    if (modulus.bits == 0) return error_value(t, "pow() 3rd argument cannot be 0");
    Value positive = int_abs(t, modulus);
    if (value_same(positive, value_from_small(1))) return value_from_small(0);
    Value base = int_mod(t, a, positive);
    if (!value_is_error(base) && int_sign(b) < 0) {
        base = base.bits == 0 ? int_not_invertible(t) : int_inverse(t, base, positive);
        b = int_neg(t, b);
    }
    if (value_is_error(base) || value_is_error(b)) return VALUE_ERROR;
    Value result = int_pow_mod_positive(t, base, b, positive);
    if (value_is_error(result) || int_sign(modulus) > 0 || result.bits == 0) return result;
    return int_add(t, result, modulus);
}

Value int_pow(Thread *t, Value a, Value b, Value modulus) {
    a = int_plain(a), b = int_plain(b);
    return value_is_none(modulus) ? int_pow_plain(t, a, b) : int_pow_mod(t, a, b, int_plain(modulus));
}
