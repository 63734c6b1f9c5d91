// math: functions on ints of any size.
#include "stdlib/runtime/int.h"

#include <math.h>

#include "math_int.h"
#include "stdlib/runtime/tuple.h"

// ---- gcd, lcm ----

static uint64_t math_gcd_small(uint64_t a, uint64_t b) {
    while (b) {
        uint64_t rest = a % b;
        a = b;
        b = rest;
    }
    return a;
}

static Value math_gcd_of(Thread *t, Value a, Value b) {
    a = int_abs(t, a), b = int_abs(t, b);
    if (value_is_error(a) || value_is_error(b)) return VALUE_ERROR;
    if (value_both_int(a, b)) return int_from_u64(t, math_gcd_small((uint64_t)value_int(a), (uint64_t)value_int(b)));
    IntView va, vb;
    mp_int result = {0};
    mp_err err = mp_init(&result);
    if (err == MP_OKAY) err = mp_gcd(int_view(a, &va), int_view(b, &vb), &result);
    return int_check_mp(t, err, &result);
}

static Value math_lcm_of(Thread *t, Value a, Value b) {
    if (int_is_zero(a) || int_is_zero(b)) return value_from_small(0);
    Value divisor = math_gcd_of(t, a, b);
    if (value_is_error(divisor)) return divisor;
    Value quotient = int_floordiv(t, a, divisor);
    Value product = value_is_error(quotient) ? quotient : int_mul(t, quotient, b);
    return value_is_error(product) ? product : int_abs(t, product);
}

static Value math_fold(Thread *t, Value args, Value first, Value (*step)(Thread *, Value, Value)) {
    const Tuple *items = value_tuple(args);
    Value result = first;
    for (size_t i = 0; i < items->length; i++) {
        Value item = int_index(t, items->items[i]);
        result = value_is_error(item) ? item : step(t, result, item);
        if (value_is_error(result)) break;
    }
    return result;
}

static Value math_gcd(Thread *t, Value *args, uint32_t nargs) { return math_fold(t, args[0], value_from_small(0), math_gcd_of); }
static Value math_lcm(Thread *t, Value *args, uint32_t nargs) { return math_fold(t, args[0], value_from_small(1), math_lcm_of); }

// ---- isqrt ----

static int64_t math_isqrt_small(int64_t n) {
    int64_t root = (int64_t)sqrt((double)n);
    while (root * root > n) root--;
    while ((root + 1) * (root + 1) <= n) root++;
    return root;
}

static Value math_isqrt(Thread *t, Value *args, uint32_t nargs) {
    Value n = int_index(t, args[0]);
    if (value_is_error(n)) return n;
    if (int_sign(n) < 0) return error_value(t, "isqrt() argument must be nonnegative");
    if (value_is_int(n)) return value_from_small(math_isqrt_small(value_int(n)));
    IntView view;
    mp_int root = {0};
    mp_err err = mp_init(&root);
    if (err == MP_OKAY) err = mp_sqrt(int_view(n, &view), &root);
    return int_check_mp(t, err, &root);
}

// ---- falling products: perm, comb, factorial, by halves so that big factors meet big factors ----

enum { MATH_LINEAR = 16 };

// n * (n - 1) * ... of k factors.
static Value math_falling(Thread *t, Value n, uint64_t k) {
    if (k > MATH_LINEAR) {
        Value high = math_falling(t, n, k / 2);
        Value low = value_is_error(high) ? high : math_falling(t, int_sub(t, n, value_from_small((int64_t)(k / 2))), k - k / 2);
        return value_is_error(low) ? low : int_mul(t, high, low);
    }
    Value product = value_from_small(1);
    for (uint64_t i = 0; i < k && !value_is_error(product); i++)
        product = int_mul(t, product, int_sub(t, n, value_from_small((int64_t)i)));
    return product;
}

// C(n, k) = C(n, j) * C(n - j, k - j) / C(k, j).
static Value math_choose(Thread *t, Value n, uint64_t k) {
    if (k <= MATH_LINEAR) {
        Value product = math_falling(t, n, k), divisor = math_falling(t, value_from_small((int64_t)k), k);
        return value_is_error(product) || value_is_error(divisor) ? VALUE_ERROR : int_floordiv(t, product, divisor);
    }
    uint64_t j = k / 2;
    Value a = math_choose(t, n, j), b = math_choose(t, int_sub(t, n, value_from_small((int64_t)j)), k - j);
    Value c = math_choose(t, value_from_small((int64_t)k), j);
    if (value_is_error(a) || value_is_error(b) || value_is_error(c)) return VALUE_ERROR;
    Value product = int_mul(t, a, b);
    return value_is_error(product) ? product : int_floordiv(t, product, c);
}

static Value math_factorial(Thread *t, Value *args, uint32_t nargs) {
    Value n = int_index(t, args[0]);
    int64_t count;
    if (value_is_error(n)) return n;
    if (int_sign(n) < 0) return error_value(t, "factorial() not defined for negative values");
    if (!int_to_i64(n, &count)) return error_raise(t, &class_OverflowError, "factorial() argument should not exceed %lld", (long long)INT64_MAX);
    if (count > (int64_t)1 << 32) return error_out_of_memory(t);
    return math_falling(t, n, (uint64_t)count);
}

// false: exception pending.
static bool math_take_n_k(Thread *t, Value *args, Value *n, Value *k) {
    *n = int_index(t, args[0]);
    *k = value_is_error(*n) ? *n : int_index(t, args[1]);
    if (value_is_error(*k)) return false;
    if (int_sign(*n) < 0) error_value(t, "n must be a non-negative integer");
    else if (int_sign(*k) < 0) error_value(t, "k must be a non-negative integer");
    return int_sign(*n) >= 0 && int_sign(*k) >= 0;
}

static Value math_perm(Thread *t, Value *args, uint32_t nargs) {
    Value n, k;
    int64_t count;
    if (value_is_none(args[1])) return math_factorial(t, args, 1);
    if (!math_take_n_k(t, args, &n, &k)) return VALUE_ERROR;
    if (int_compare(n, k) < 0) return value_from_small(0);
    if (!int_to_i64(k, &count)) return error_raise(t, &class_OverflowError, "k must not exceed %lld", (long long)INT64_MAX);
    if (count > (int64_t)1 << 32) return error_out_of_memory(t);
    return math_falling(t, n, (uint64_t)count);
}

static Value math_comb(Thread *t, Value *args, uint32_t nargs) {
    Value n, k;
    int64_t count;
    if (!math_take_n_k(t, args, &n, &k)) return VALUE_ERROR;
    if (int_compare(n, k) < 0) return value_from_small(0);
    Value other = int_sub(t, n, k);
    if (value_is_error(other)) return other;
    if (int_compare(other, k) < 0) k = other;
    if (!int_to_i64(k, &count)) return error_raise(t, &class_OverflowError, "min(n - k, k) must not exceed %lld", (long long)INT64_MAX);
    if (count > (int64_t)1 << 32) return error_out_of_memory(t);
    return math_choose(t, n, (uint64_t)count);
}

const NativeDef math_integer_functions[] = {
    {"gcd", math_gcd, "*integers", 0},
    {"lcm", math_lcm, "*integers", 0},
    {"isqrt", math_isqrt, "n, /", 0},
    {"factorial", math_factorial, "x, /", 0},
    {"perm", math_perm, "n, k=None, /", 0},
    {"comb", math_comb, "n, k, /", 0},
    {}};
