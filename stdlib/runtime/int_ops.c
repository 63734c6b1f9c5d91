// Exact arithmetic on ints. Immediates are computed in machine words; what overflows or is big goes through libtommath.
// Division and shifts to the right round down, and bitwise operations see two's complement of unlimited width.
#include <math.h>

#include "exception.h"
#include "float.h"
#include "int_int.h"
#include "tuple.h"

// Counts beyond this would need more memory than libtommath's int-sized digit counts can name.
enum { INT_BITS_MAX = 1 << 30 };

typedef mp_err (*IntOperation)(const mp_int *, const mp_int *, mp_int *);

static Value int_big(Thread *t, IntOperation operation, Value a, Value b) {
    IntView va, vb;
    mp_int result;
    mp_err err = mp_init(&result);
    if (err == MP_OKAY) err = operation(int_view(a, &va), int_view(b, &vb), &result);
    else result = (mp_int){0};
    return int_check_mp(t, err, &result);
}

// For operations that need at most `digits` of room in the result and then do not move it.
static Value int_direct(Thread *t, IntOperation operation, const mp_int *a, const mp_int *b, int digits) {
    Int *o = int_alloc(t, digits);
    if (!o) return VALUE_ERROR;
    return operation(a, b, &o->number) == MP_OKAY ? int_normalise(o) : error_out_of_memory(t);
}

static Value int_sum(Thread *t, IntOperation operation, Value a, Value b) {
    IntView va, vb;
    const mp_int *x = int_view(a, &va), *y = int_view(b, &vb);
    return int_direct(t, operation, x, y, (x->used > y->used ? x->used : y->used) + 1);
}

// Below this many digits libtommath multiplies by the schoolbook method, straight into the result.
enum { INT_SCHOOLBOOK = 64 };

// The most frequent product of all: a big number by one digit.
static Value int_product_digit(Thread *t, const mp_int *a, mp_digit d, mp_sign sign) {
    Int *o = int_alloc(t, a->used + 1);
    if (!o) return VALUE_ERROR;
    unsigned __int128 carry = 0;
    for (int i = 0; i < a->used; i++) {
        carry += (unsigned __int128)a->dp[i] * d;
        o->digits[i] = (mp_digit)carry & MP_MASK;
        carry >>= MP_DIGIT_BIT;
    }
    o->digits[a->used] = (mp_digit)carry;
    o->number.used = a->used + (carry != 0);
    o->number.sign = sign;
    return int_normalise(o);
}

static Value int_product(Thread *t, Value a, Value b) {
    IntView va, vb;
    const mp_int *x = int_view(a, &va), *y = int_view(b, &vb);
    int small = x->used < y->used ? x->used : y->used, large = x->used + y->used - small;
    mp_sign sign = x->sign == y->sign ? MP_ZPOS : MP_NEG;
    if (small == 0) return value_from_small(0);
    if (y->used == 1) return int_product_digit(t, x, y->dp[0], sign);
    if (x->used == 1) return int_product_digit(t, y, x->dp[0], sign);
    if (small < INT_SCHOOLBOOK && large < 2 * INT_SCHOOLBOOK) return int_direct(t, mp_mul, x, y, small + large + 1);
    return int_big(t, mp_mul, a, b);
}

Value int_add(Thread *t, Value a, Value b) {
    a = int_plain(a), b = int_plain(b);
    if (value_both_int(a, b)) return int_from_i64(t, value_int(a) + value_int(b));
    return int_sum(t, mp_add, a, b);
}

Value int_sub(Thread *t, Value a, Value b) {
    a = int_plain(a), b = int_plain(b);
    if (value_both_int(a, b)) return int_from_i64(t, value_int(a) - value_int(b));
    return int_sum(t, mp_sub, a, b);
}

Value int_mul(Thread *t, Value a, Value b) {
    a = int_plain(a), b = int_plain(b);
    int64_t product;
    if (value_both_int(a, b) && !__builtin_mul_overflow(value_int(a), value_int(b), &product)) return int_from_i64(t, product);
    return int_product(t, a, b);
}

// ---- division ----

static Value int_zero_division(Thread *t, const char *what) {
    return error_raise(t, &class_ZeroDivisionError, "%s", what);
}

static int64_t int_floor_small(int64_t a, int64_t b, int64_t *rest) {
    int64_t quotient = a / b;
    *rest = a % b;
    if (*rest != 0 && (*rest ^ b) < 0) {
        quotient--;
        *rest += b;
    }
    return quotient;
}

// Truncating division made to round down.
static mp_err int_floor_big(const mp_int *a, const mp_int *b, mp_int *quotient, mp_int *rest) {
    mp_err err = mp_div(a, b, quotient, rest);
    if (err != MP_OKAY || rest->used == 0 || rest->sign == b->sign) return err;
    err = mp_add(rest, b, rest);
    return err == MP_OKAY ? mp_decr(quotient) : err;
}

typedef struct {
    Value quotient, rest;
} IntDivision;

// By one digit, rounded down; `negative`: the divisor is.
static IntDivision int_divide_digit(Thread *t, const mp_int *a, mp_digit d, mp_sign sign, bool negative) {
    IntDivision result = {VALUE_ERROR, VALUE_ERROR};
    Int *o = int_alloc(t, a->used + 1);
    if (!o) return result;
    mp_digit rest = int_divide_digits(a, d, o->digits);
    bool up = rest != 0 && sign == MP_NEG;
    for (int i = 0; up && i < a->used; i++) up = (o->digits[i] = (o->digits[i] + 1) & MP_MASK) == 0;
    o->digits[a->used] = up;
    o->number.used = a->used + 1;
    o->number.sign = sign;
    mp_clamp(&o->number);
    int64_t left = (int64_t)(rest != 0 && sign == MP_NEG ? d - rest : rest);
    result.quotient = int_normalise(o);
    result.rest = int_from_i64(t, negative ? -left : left);
    return result;
}

static void finish_digits(Int *o, int used, mp_sign sign) {
    o->number.used = used;
    o->number.sign = sign;
    mp_clamp(&o->number);
}

static void add_one(Int *o, int digits) {
    for (int i = 0; i < digits && (o->digits[i] = (o->digits[i] + 1) & MP_MASK) == 0; i++) continue;
}

static void subtract_from(const mp_int *b, mp_digit *digits) {
    mp_digit borrow = 0;
    for (int i = 0; i < b->used; i++) {
        mp_digit left = b->dp[i] - digits[i] - borrow;
        borrow = left >> 63;
        digits[i] = left & MP_MASK;
    }
}

// Rounded down: with different signs, what is left over counts from the next lower quotient.
static IntDivision int_divide_long(Thread *t, const mp_int *a, const mp_int *b) {
    IntDivision failed = {VALUE_ERROR, VALUE_ERROR};
    int places = a->used - b->used + 1;
    Int *quotient = int_alloc(t, places + 1), *rest = quotient == NULL ? NULL : int_alloc(t, b->used);
    if (rest == NULL) return failed;
    int_long_division(a, b, quotient->digits, rest->digits);
    quotient->digits[places] = 0;
    finish_digits(rest, b->used, b->sign);
    if (a->sign != b->sign && rest->number.used != 0) {
        add_one(quotient, places + 1);
        subtract_from(b, rest->digits);
        finish_digits(rest, b->used, b->sign);
    }
    finish_digits(quotient, places + 1, a->sign == b->sign ? MP_ZPOS : MP_NEG);
    return (IntDivision){int_normalise(quotient), int_normalise(rest)};
}

// By a number of greater magnitude.
static IntDivision int_divide_by_more(Thread *t, Value a, Value b, bool same_sign) {
    if (same_sign) return (IntDivision){value_from_small(0), a};
    return (IntDivision){value_from_small(-1), int_add(t, a, b)};
}

static IntDivision int_divide(Thread *t, Value a, Value b) {
    a = int_plain(a), b = int_plain(b);
    IntDivision d;
    if (value_both_int(a, b)) {
        int64_t rest;
        d.quotient = int_from_i64(t, int_floor_small(value_int(a), value_int(b), &rest));
        d.rest = value_from_small(rest);
        return d;
    }
    IntView va, vb;
    const mp_int *x = int_view(a, &va), *y = int_view(b, &vb);
    if (y->used == 1) return int_divide_digit(t, x, y->dp[0], x->sign == y->sign ? MP_ZPOS : MP_NEG, y->sign == MP_NEG);
    if (mp_cmp_mag(x, y) == MP_LT) return int_divide_by_more(t, a, b, x->used == 0 || x->sign == y->sign);
    if (x->used < INT_LONG_MAX) return int_divide_long(t, x, y);
    mp_int quotient = {0}, rest = {0};
    mp_err err = mp_init_multi(&quotient, &rest, NULL);
    if (err == MP_OKAY) err = int_floor_big(x, y, &quotient, &rest);
    d.quotient = int_check_mp(t, err, &quotient);
    d.rest = int_check_mp(t, err, &rest);
    return d;
}

Value int_floordiv(Thread *t, Value a, Value b) {
    if (int_is_zero(b)) return int_zero_division(t, "integer division or modulo by zero");
    return int_divide(t, a, b).quotient;
}

Value int_mod(Thread *t, Value a, Value b) {
    if (int_is_zero(b)) return int_zero_division(t, "integer modulo by zero");
    return int_divide(t, a, b).rest;
}

Value int_divmod(Thread *t, Value a, Value b) {
    if (int_is_zero(b)) return int_zero_division(t, "integer division or modulo by zero");
    IntDivision d = int_divide(t, a, b);
    if (value_is_error(d.quotient) || value_is_error(d.rest)) return VALUE_ERROR;
    Tuple *pair = tuple_from(t, (Value[]){d.quotient, d.rest}, 2);
    return pair ? value_from_object(pair) : VALUE_ERROR;
}

// The quotient of two magnitudes, rounded once: scaled so that it has 66 or 67 bits, of which the lowest tells whether the
// division left anything; fewer bits are kept when the result will be subnormal.
static double int_divide_exactly(Thread *t, Value a, Value b, bool *ok) {
    *ok = false;
    if (value_is_error(a) || value_is_error(b)) return 0;
    int64_t shift = (int64_t)int_bit_length(a) - (int64_t)int_bit_length(b) - 66;
    if (shift < -1074 - 70) shift = -1074 - 70;
    Value up = value_from_small(shift < 0 ? -shift : shift);
    if (shift < 0) a = int_shl(t, a, up);
    else b = int_shl(t, b, up);
    if (value_is_error(a) || value_is_error(b)) return 0;
    IntDivision d = int_divide(t, a, b);
    if (value_is_error(d.quotient) || value_is_error(d.rest)) return 0;
    int64_t bits = (int64_t)int_bit_length(d.quotient), drop = bits - 53;
    if (shift + drop < -1074) drop = -1074 - shift;
    if (drop < 2) drop = 2;
    Value kept = int_shr(t, d.quotient, value_from_small(drop - 2));
    Value back = value_is_error(kept) ? kept : int_shl(t, kept, value_from_small(drop - 2));
    if (value_is_error(back)) return 0;
    *ok = true;
    bool rest = !int_is_zero(d.rest) || int_compare(back, d.quotient) != 0;
    int64_t top;
    int_to_i64(kept, &top);
    uint64_t rounded = (uint64_t)top >> 2, below = ((uint64_t)top & 3) << 1 | rest;
    if (below > 4 || (below == 4 && rounded & 1)) rounded++;
    return ldexp((double)rounded, (int)(shift + drop));
}

Value int_truediv(Thread *t, Value a, Value b) {
    a = int_plain(a), b = int_plain(b);
    if (b.bits == 0) return int_zero_division(t, "division by zero");
    const int64_t exact = (int64_t)1 << 53;
    if (value_both_int(a, b)) {
        int64_t x = value_int(a), y = value_int(b);
        if (x >= -exact && x <= exact && y >= -exact && y <= exact) return float_from_double(t, (double)x / (double)y);
    }
    if (a.bits == 0) return float_from_double(t, int_sign(b) < 0 ? -0.0 : 0.0);
    bool negative = int_sign(a) != int_sign(b), ok = true;
    double d = INFINITY;
    int64_t size = (int64_t)int_bit_length(a) - (int64_t)int_bit_length(b);
    if (size < -1080) d = 0;
    else if (size <= 1025) d = int_divide_exactly(t, int_abs(t, a), int_abs(t, b), &ok);
    if (!ok) return VALUE_ERROR;
    if (isinf(d)) return error_raise(t, &class_OverflowError, "integer division result too large for a float");
    return float_from_double(t, negative ? -d : d);
}

// ---- shifts and bits ----

// The shift count, or -1 with an exception pending; counts that do not fit give INT64_MAX.
static int64_t int_shift_count(Thread *t, Value b) {
    if (int_sign(b) < 0) {
        error_value(t, "negative shift count");
        return -1;
    }
    int64_t count;
    return int_to_i64(b, &count) ? count : INT64_MAX;
}

Value int_shl(Thread *t, Value a, Value b) {
    a = int_plain(a);
    int64_t count = int_shift_count(t, b);
    if (count < 0) return VALUE_ERROR;
    if (a.bits == 0) return a;
    if (count == INT64_MAX) return error_raise(t, &class_OverflowError, "too many digits in integer");
    if (value_is_int(a) && count < 62) {
        int64_t i = value_int(a), shifted = (int64_t)((uint64_t)i << count);
        if (shifted >> count == i) return int_from_i64(t, shifted);
    }
    if (count > INT_BITS_MAX) return error_out_of_memory(t);
    IntView view;
    const mp_int *m = int_view(a, &view);
    Int *o = int_alloc(t, m->used + (int)(count / MP_DIGIT_BIT) + 1);
    if (!o) return VALUE_ERROR;
    return mp_mul_2d(m, (int)count, &o->number) == MP_OKAY ? int_normalise(o) : error_out_of_memory(t);
}

Value int_shr(Thread *t, Value a, Value b) {
    a = int_plain(a);
    int64_t count = int_shift_count(t, b);
    if (count < 0) return VALUE_ERROR;
    if (value_is_int(a)) return value_from_small(value_int(a) >> (count > 63 ? 63 : count));
    if ((uint64_t)count >= int_bit_length(a)) return value_from_small(int_sign(a) < 0 ? -1 : 0);
    IntView view;
    const mp_int *m = int_view(a, &view);
    Int *o = int_alloc(t, m->used + 1);
    if (!o) return VALUE_ERROR;
    return mp_signed_rsh(m, (int)count, &o->number) == MP_OKAY ? int_normalise(o) : error_out_of_memory(t);
}

// Of two numbers that are not negative, digit by digit; digits that only one has are its own, or 0 for `and`.
#define DIGITWISE(name, op, operation, common)                                                               \
    static Value name(Thread *t, Value a, Value b) {                                                         \
        IntView va, vb;                                                                                      \
        const mp_int *x = int_view(a, &va), *y = int_view(b, &vb);                                           \
        if (x->sign == MP_NEG || y->sign == MP_NEG) return int_big(t, operation, a, b);                      \
        const mp_int *longer = x->used > y->used ? x : y, *shorter = longer == x ? y : x;                    \
        int used = (common) ? shorter->used : longer->used;                                                  \
        Int *o = int_alloc(t, used);                                                                         \
        if (!o) return VALUE_ERROR;                                                                          \
        for (int i = 0; i < shorter->used; i++) o->digits[i] = longer->dp[i] op shorter->dp[i];              \
        for (int i = shorter->used; i < used; i++) o->digits[i] = longer->dp[i];                             \
        finish_digits(o, used, MP_ZPOS);                                                                     \
        return int_normalise(o);                                                                             \
    }
DIGITWISE(big_and, &, mp_and, true)
DIGITWISE(big_or, |, mp_or, false)
DIGITWISE(big_xor, ^, mp_xor, false)

Value int_and(Thread *t, Value a, Value b) {
    a = int_plain(a), b = int_plain(b);
    if (value_both_int(a, b)) return value_from_small(value_int(a) & value_int(b));
    return big_and(t, a, b);
}

Value int_or(Thread *t, Value a, Value b) {
    a = int_plain(a), b = int_plain(b);
    if (value_both_int(a, b)) return value_from_small(value_int(a) | value_int(b));
    return big_or(t, a, b);
}

Value int_xor(Thread *t, Value a, Value b) {
    a = int_plain(a), b = int_plain(b);
    if (value_both_int(a, b)) return value_from_small(value_int(a) ^ value_int(b));
    return big_xor(t, a, b);
}

Value int_neg(Thread *t, Value a) {
    a = int_plain(a);
    if (value_is_int(a)) return int_from_i64(t, -value_int(a));
    return int_sub(t, value_from_small(0), a);
}

Value int_invert(Thread *t, Value a) {
    a = int_plain(a);
    if (value_is_int(a)) return value_from_small(~value_int(a));
    return int_sub(t, value_from_small(-1), a);
}

Value int_abs(Thread *t, Value a) {
    return int_sign(a) < 0 ? int_neg(t, a) : int_plain(a);
}

uint64_t int_bit_length(Value a) {
    IntView view;
    const mp_int *m = int_view(a, &view);
    if (m->used == 0) return 0;
    return (uint64_t)m->used * MP_DIGIT_BIT - (uint64_t)__builtin_clzll(m->dp[m->used - 1]) + (64 - MP_DIGIT_BIT);
}
