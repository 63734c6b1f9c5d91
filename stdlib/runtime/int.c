// Integers: the object, its conversions to and from C, comparison and hash.
//
// An Int's digits lie in the object itself and never change, so operands are handed to libtommath as they are. Results
// whose size is known beforehand are computed right in a new object; others in libtommath's own malloc'ed numbers, and
// copied. What fits becomes an immediate.
#include "int.h"

#include <math.h>

#include "call.h"
#include "class.h"
#include "exception.h"
#include "float.h"
#include "heap.h"
#include "ops.h"

static void int_trace(Object *o, Tracer *tracer) {
    Int *i = (Int *)o;
    if (!value_is_unbound(i->small)) tracer_value(tracer, i->small);
}

const Layout layout_int = {"int", KIND_INT, sizeof(Int), int_trace, NULL, NULL, NULL};

static_assert(MP_DIGIT_BIT == 60, "views and conversions count on 60-bit digits");

bool value_is_integer(Value v) {
    return value_is_int(v) || value_is_bool(v) || value_is_kind(v, KIND_INT);
}

Value int_plain(Value v) {
    if (value_is_int(v)) return v;
    if (value_is_bool(v)) return value_from_small(value_same(v, VALUE_TRUE));
    Value small = ((Int *)value_object(v))->small;
    return value_is_unbound(small) ? v : small;
}

// ---- to and from libtommath ----

static void int_view_small(int64_t i, IntView *view) {
    uint64_t magnitude = i < 0 ? -(uint64_t)i : (uint64_t)i;
    view->digits[0] = magnitude & MP_MASK;
    view->digits[1] = magnitude >> MP_DIGIT_BIT;
    view->number.used = view->digits[1] ? 2 : view->digits[0] ? 1 : 0;
    view->number.alloc = 2;
    view->number.sign = i < 0 ? MP_NEG : MP_ZPOS;
    view->number.dp = view->digits;
}

const mp_int *int_view(Value v, IntView *view) {
    v = int_plain(v);
    if (!value_is_int(v)) return &((Int *)value_object(v))->number;
    int_view_small(value_int(v), view);
    return &view->number;
}

static bool int_mp_fits(const mp_int *m, int64_t *out) {
    if (m->used > 2 || (m->used == 2 && m->dp[1] > 3)) return false;
    uint64_t magnitude = (m->used > 0 ? m->dp[0] : 0) | (m->used > 1 ? m->dp[1] << MP_DIGIT_BIT : 0);
    uint64_t limit = (uint64_t)VALUE_INT_MAX + (m->sign == MP_NEG);
    *out = m->sign == MP_NEG ? (int64_t)-magnitude : (int64_t)magnitude;
    return magnitude <= limit;
}

Int *int_alloc(Thread *t, int digits) {
    Int *o = heap_new(t, &shape_int, sizeof(Int) + (size_t)digits * sizeof(mp_digit));
    if (!o) return NULL;
    o->small = VALUE_UNBOUND;
    o->number = (mp_int){.used = 0, .alloc = digits, .sign = MP_ZPOS, .dp = o->digits};
    return o;
}

Value int_normalise(Int *o) {
    int64_t small;
    return int_mp_fits(&o->number, &small) ? value_from_small(small) : value_from_object(o);
}

static Value int_box(Thread *t, const mp_int *m) {
    Int *o = int_alloc(t, m->used);
    if (!o) return VALUE_ERROR;
    o->number.used = m->used;
    o->number.sign = m->sign;
    memcpy(o->digits, m->dp, (size_t)m->used * sizeof(mp_digit));
    return value_from_object(o);
}

Value int_from_mp(Thread *t, mp_int *m) {
    int64_t small;
    Value v = int_mp_fits(m, &small) ? value_from_small(small) : int_box(t, m);
    mp_clear(m);
    return v;
}

Value int_check_mp(Thread *t, mp_err err, mp_int *m) {
    if (err == MP_OKAY) return int_from_mp(t, m);
    mp_clear(m);
    return error_out_of_memory(t);
}

Value int_from_i64(Thread *t, int64_t i) {
    if (value_int_fits(i)) return value_from_small(i);
    IntView view;
    int_view_small(i, &view);
    return int_box(t, &view.number);
}

Value int_from_u64(Thread *t, uint64_t i) {
    if (i <= (uint64_t)VALUE_INT_MAX) return value_from_small((int64_t)i);
    IntView view;
    view.digits[0] = i & MP_MASK;
    view.digits[1] = i >> MP_DIGIT_BIT;
    view.number = (mp_int){.used = 2, .alloc = 2, .sign = MP_ZPOS, .dp = view.digits};
    return int_box(t, &view.number);
}

bool int_to_i64(Value v, int64_t *out) {
    v = int_plain(v);
    if (value_is_int(v)) {
        *out = value_int(v);
        return true;
    }
    const mp_int *m = &((Int *)value_object(v))->number;
    if (m->used > 2 || m->dp[1] > 15) return false;
    uint64_t magnitude = m->dp[0] | m->dp[1] << MP_DIGIT_BIT;
    if (magnitude > (uint64_t)INT64_MAX + (m->sign == MP_NEG)) return false;
    *out = m->sign == MP_NEG ? (int64_t)-magnitude : (int64_t)magnitude;
    return true;
}

bool int_plain_to_u64(Value v, uint64_t *out) {
    if (value_is_int(v)) {
        *out = (uint64_t)value_int(v);
        return value_int(v) >= 0;
    }
    if (!value_has_shape(v, &shape_int)) return false;
    const mp_int *m = &((Int *)value_object(v))->number;
    if (m->used > 2 || m->dp[1] > 15 || m->sign == MP_NEG) return false;
    *out = m->dp[0] | m->dp[1] << MP_DIGIT_BIT;
    return true;
}

// ---- doubles ----

Value int_from_double(Thread *t, double d) {
    if (isnan(d)) return error_value(t, "cannot convert float NaN to integer");
    if (isinf(d)) return error_raise(t, &class_OverflowError, "cannot convert float infinity to integer");
    if (fabs(d) < 0x1p62) return int_from_i64(t, (int64_t)d);
    int exponent;
    int64_t mantissa = (int64_t)ldexp(frexp(d, &exponent), 53);
    Value v = int_from_i64(t, mantissa);
    return int_shl(t, v, value_from_small(exponent - 53));
}

// The top 64 bits, the lowest of them set when anything below them is: rounds to double as the whole number would.
static uint64_t int_top_bits(const mp_int *m, uint64_t bits) {
    if (bits <= 64) return (m->dp[0] | m->dp[1] << MP_DIGIT_BIT) << (64 - bits);
    uint64_t shift = bits - 64, digit = shift / MP_DIGIT_BIT, rest = shift % MP_DIGIT_BIT;
    unsigned __int128 top = (unsigned __int128)m->dp[digit] | (unsigned __int128)m->dp[digit + 1] << MP_DIGIT_BIT;
    bool sticky = (m->dp[digit] & (((mp_digit)1 << rest) - 1)) != 0;
    for (uint64_t i = 0; i < digit && !sticky; i++) sticky = m->dp[i] != 0;
    uint64_t result = (uint64_t)(top >> rest);
    if (rest > 56 && digit + 2 < (uint64_t)m->used) result |= (uint64_t)m->dp[digit + 2] << (2 * MP_DIGIT_BIT - rest);
    return result | sticky;
}

double int_to_double(Thread *t, Value v, bool *ok) {
    *ok = true;
    v = int_plain(v);
    if (value_is_int(v)) return (double)value_int(v);
    const mp_int *m = &((Int *)value_object(v))->number;
    uint64_t bits = int_bit_length(v);
    double d = INFINITY;
    if (bits <= 1024) d = ldexp((double)int_top_bits(m, bits), (int)bits - 64);
    if (isinf(d)) {
        *ok = false;
        error_raise(t, &class_OverflowError, "int too large to convert to float");
    }
    return m->sign == MP_NEG ? -d : d;
}

// ---- comparison ----

bool int_is_zero(Value v) {
    return int_plain(v).bits == 0;
}

int int_sign(Value v) {
    v = int_plain(v);
    if (value_is_int(v)) return (value_int(v) > 0) - (value_int(v) < 0);
    return ((Int *)value_object(v))->number.sign == MP_NEG ? -1 : 1;
}

int int_compare(Value a, Value b) {
    a = int_plain(a), b = int_plain(b);
    if (value_both_int(a, b)) return (value_int(a) > value_int(b)) - (value_int(a) < value_int(b));
    IntView va, vb;
    mp_ord order = mp_cmp(int_view(a, &va), int_view(b, &vb));
    return order == MP_GT ? 1 : order == MP_LT ? -1 : 0;
}

// Compares bit lengths first, then the integer with d's integer part, exactly.
int int_compare_double(Value a, double b) {
    a = int_plain(a);
    if (value_is_int(a) && fabs(b) < 0x1p62) {
        int64_t i = value_int(a), whole = (int64_t)b;
        if (i != whole) return i < whole ? -1 : 1;
        double rest = b - (double)whole;
        return rest > 0 ? -1 : rest < 0 ? 1 : 0;
    }
    int sign_a = int_sign(a), sign_b = (b > 0) - (b < 0);
    if (sign_a != sign_b || isinf(b)) return isinf(b) ? -sign_b : sign_a < sign_b ? -1 : 1;
    int exponent;
    double mantissa = frexp(fabs(b), &exponent);
    uint64_t bits = int_bit_length(a);
    if (exponent < 0 || bits != (uint64_t)exponent) return (exponent < 0 || bits > (uint64_t)exponent) ? sign_a : -sign_a;
    IntView view;
    const mp_int *m = int_view(a, &view);
    uint64_t top = int_top_bits(m, bits), other = (uint64_t)ldexp(mantissa, 64);
    return top == other ? 0 : (top > other) == (sign_a > 0) ? 1 : -1;
}

// ---- hash ----

enum { INT_HASH_BITS = 61 };
static const uint64_t int_hash_prime = ((uint64_t)1 << INT_HASH_BITS) - 1;

static uint64_t int_hash_magnitude(const mp_int *m) {
    uint64_t hash = 0;
    for (int i = m->used - 1; i >= 0; i--) {
        unsigned __int128 wide = (unsigned __int128)hash << MP_DIGIT_BIT | m->dp[i];
        uint64_t folded = (uint64_t)(wide & int_hash_prime) + (uint64_t)(wide >> INT_HASH_BITS);
        hash = folded >= int_hash_prime ? folded - int_hash_prime : folded;
    }
    return hash;
}

uint64_t int_hash(Value v) {
    v = int_plain(v);
    int64_t hash;
    if (value_is_int(v)) hash = value_int(v) % (int64_t)int_hash_prime;
    else hash = (int64_t)int_hash_magnitude(&((Int *)value_object(v))->number) * int_sign(v);
    return (uint64_t)(hash == -1 ? -2 : hash);
}

// ---- __index__ ----

Value int_index(Thread *t, Value v) {
    if (value_is_int(v)) return v;
    if (value_is_integer(v)) return int_plain(v);
    Value method = value_dunder(v, DUNDER_INDEX);
    if (value_is_unbound(method))
        return error_type(t, "'%T' object cannot be interpreted as an integer", v);
    Value result = call_dunder(t, v, DUNDER_INDEX, NULL, 0);
    if (value_is_error(result)) return result;
    if (!value_is_integer(result)) return error_type(t, "__index__ returned non-int (type %T)", result);
    return int_plain(result);
}

bool int_index_i64(Thread *t, Value v, int64_t *out, bool clamp) {
    Value i = int_index(t, v);
    if (value_is_error(i)) return false;
    if (int_to_i64(i, out)) return true;
    *out = int_sign(i) < 0 ? INT64_MIN : INT64_MAX;
    if (!clamp) error_raise(t, &class_IndexError, "cannot fit '%T' into an index-sized integer", v);
    return clamp;
}

int int_flag(Thread *t, Value v) {
    Value i = int_index(t, v);
    int64_t n;
    if (value_is_error(i)) return -1;
    if (int_to_i64(i, &n) && n == (int)n) return n != 0;
    error_raise(t, &class_OverflowError, "Python int too large to convert to C int");
    return -1;
}
