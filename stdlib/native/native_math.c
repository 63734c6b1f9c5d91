// The math module: functions of one or two doubles on the C library's, with CPython's errors; logarithms of any int.
#include <limits.h>
#include <math.h>

#include "math_int.h"
#include "stdlib/runtime/call.h"
#include "stdlib/runtime/float.h"
#include "stdlib/runtime/int.h"
#include "stdlib/runtime/module.h"
#include "stdlib/runtime/ops.h"
#include "stdlib/runtime/tuple.h"

bool native_math_fill(Thread *t, Module *m);

// ---- functions of one double ----

// A NaN out of a number is outside the domain; an infinity out of a finite number is too large, or a pole.
static Value math_finish(Thread *t, double x, double r, bool overflows) {
    if (isnan(r) && !isnan(x)) return math_error_domain(t);
    if (isinf(r) && isfinite(x)) return overflows ? math_error_range(t) : math_error_domain(t);
    return float_from_double(t, r);
}

#define MATH_FUNCTIONS_1(F)                                                                                                   \
    F(acos, false) F(acosh, false) F(asin, false) F(asinh, false) F(atan, false) F(atanh, false) F(cbrt, false) F(cos, false) \
    F(cosh, true) F(exp, true) F(exp2, true) F(expm1, true) F(fabs, false) F(log1p, false) F(sin, false) F(sinh, true)       \
    F(sqrt, false) F(tan, false) F(tanh, false) F(erf, true) F(erfc, true)

#define F(name, overflows)                                                            \
    static Value math_##name(Thread *t, Value *args, uint32_t nargs) {                \
        double x;                                                                     \
        return value_to_double(t, args[0], &x) ? math_finish(t, x, name(x), overflows) : VALUE_ERROR; \
    }
MATH_FUNCTIONS_1(F)
#undef F

static Value math_status(Thread *t, double r, MathStatus status) {
    if (status == MATH_OK) return float_from_double(t, r);
    return status == MATH_DOMAIN ? math_error_domain(t) : math_error_range(t);
}

static Value math_gamma_function(Thread *t, Value *args, uint32_t nargs) {
    double x;
    MathStatus status;
    if (!value_to_double(t, args[0], &x)) return VALUE_ERROR;
    double r = math_gamma(x, &status);
    return math_status(t, r, status);
}

static Value math_lgamma_function(Thread *t, Value *args, uint32_t nargs) {
    double x;
    MathStatus status;
    if (!value_to_double(t, args[0], &x)) return VALUE_ERROR;
    double r = math_lgamma(x, &status);
    return math_status(t, r, status);
}

static double math_to_degrees(double x) { return x * (180.0 / M_PI); }
static double math_to_radians(double x) { return x * (M_PI / 180.0); }

static double math_ulp_of(double x) {
    x = fabs(x);
    if (isnan(x) || isinf(x)) return x;
    double above = nextafter(x, INFINITY);
    return isinf(above) ? x - nextafter(x, -INFINITY) : above - x;
}

#define MATH_PLAIN(name, expression)                                    \
    static Value math_##name(Thread *t, Value *args, uint32_t nargs) {  \
        double x;                                                       \
        return value_to_double(t, args[0], &x) ? (expression) : VALUE_ERROR; \
    }
MATH_PLAIN(degrees, float_from_double(t, math_to_degrees(x)))
MATH_PLAIN(radians, float_from_double(t, math_to_radians(x)))
MATH_PLAIN(ulp, float_from_double(t, math_ulp_of(x)))
MATH_PLAIN(isnan, value_from_bool(isnan(x)))
MATH_PLAIN(isinf, value_from_bool(isinf(x)))
MATH_PLAIN(isfinite, value_from_bool(isfinite(x)))
#undef MATH_PLAIN

// ---- functions of two doubles ----

static bool math_take_2(Thread *t, Value *args, double *x, double *y) {
    return value_to_double(t, args[0], x) && value_to_double(t, args[1], y);
}

static double math_fmod_of(double x, double y) { return isinf(y) && isfinite(x) ? x : fmod(x, y); }

#define MATH_FUNCTIONS_2(F) F(atan2, atan2) F(copysign, copysign) F(fmod, math_fmod_of) F(remainder, remainder) F(nextafter, nextafter)

#define F(name, function)                                                                          \
    static Value math_##name(Thread *t, Value *args, uint32_t nargs) {                             \
        double x, y;                                                                               \
        if (!math_take_2(t, args, &x, &y)) return VALUE_ERROR;                                     \
        double r = function(x, y);                                                                 \
        bool undefined = isnan(r) && !isnan(x) && !isnan(y);                                       \
        return undefined ? math_error_domain(t) : float_from_double(t, r);                         \
    }
MATH_FUNCTIONS_2(F)
#undef F

static Value math_pow(Thread *t, Value *args, uint32_t nargs) {
    double x, y;
    if (!math_take_2(t, args, &x, &y)) return VALUE_ERROR;
    double r = pow(x, y);
    bool finite = isfinite(x) && isfinite(y);
    if (finite && (isnan(r) || (isinf(r) && x == 0))) return math_error_domain(t);
    return finite && isinf(r) ? math_error_range(t) : float_from_double(t, r);
}

static bool math_tolerance(Thread *t, Value v, double fallback, double *out) {
    *out = fallback;
    return value_is_unbound(v) || value_to_double(t, v, out);
}

static Value math_isclose(Thread *t, Value *args, uint32_t nargs) {
    double a, b, relative, absolute;
    if (!math_take_2(t, args, &a, &b)) return VALUE_ERROR;
    if (!math_tolerance(t, args[2], 1e-9, &relative) || !math_tolerance(t, args[3], 0.0, &absolute)) return VALUE_ERROR;
    if (relative < 0 || absolute < 0) return error_value(t, "tolerances must be non-negative");
    if (a == b) return VALUE_TRUE;
    if (isinf(a) || isinf(b)) return VALUE_FALSE;
    double difference = fabs(b - a);
    return value_from_bool(difference <= fabs(relative * b) || difference <= fabs(relative * a) || difference <= absolute);
}

// ---- parts of a double ----

static Value math_pair(Thread *t, Value a, Value b) {
    Tuple *pair = tuple_from(t, (Value[]){a, b}, 2);
    return pair ? value_from_object(pair) : VALUE_ERROR;
}

static Value math_frexp(Thread *t, Value *args, uint32_t nargs) {
    double x;
    int exponent = 0;
    if (!value_to_double(t, args[0], &x)) return VALUE_ERROR;
    double mantissa = isfinite(x) ? frexp(x, &exponent) : x;
    return math_pair(t, float_from_double(t, mantissa), value_from_small(exponent));
}

static Value math_modf(Thread *t, Value *args, uint32_t nargs) {
    double x, whole;
    if (!value_to_double(t, args[0], &x)) return VALUE_ERROR;
    double fraction = modf(x, &whole);
    return math_pair(t, float_from_double(t, fraction), float_from_double(t, whole));
}

static Value math_ldexp(Thread *t, Value *args, uint32_t nargs) {
    double x;
    int64_t exponent;
    if (!value_to_double(t, args[0], &x)) return VALUE_ERROR;
    if (!value_is_integer(args[1])) return error_type(t, "Expected an int as second argument to ldexp.");
    if (!isfinite(x) || x == 0) return float_from_double(t, x);
    if (!int_to_i64(args[1], &exponent)) exponent = int_sign(args[1]) < 0 ? INT_MIN : INT_MAX;
    if (exponent > INT_MAX) exponent = INT_MAX;
    if (exponent < INT_MIN) exponent = INT_MIN;
    double r = ldexp(x, (int)exponent);
    return isinf(r) ? math_error_range(t) : float_from_double(t, r);
}

// floor and ceil ask the object's own method first.
static Value math_round_by(Thread *t, Value v, Dunder method, double (*round)(double)) {
    double x;
    if (value_is_double(v)) return int_from_double(t, round(value_double(v)));
    if (!value_is_unbound(value_dunder(v, method))) return call_dunder(t, v, method, NULL, 0);
    return value_to_double(t, v, &x) ? int_from_double(t, round(x)) : VALUE_ERROR;
}

static Value math_floor(Thread *t, Value *args, uint32_t nargs) { return math_round_by(t, args[0], DUNDER_FLOOR, floor); }
static Value math_ceil(Thread *t, Value *args, uint32_t nargs) { return math_round_by(t, args[0], DUNDER_CEIL, ceil); }

static Value math_trunc(Thread *t, Value *args, uint32_t nargs) {
    if (value_is_double(args[0])) return int_from_double(t, value_double(args[0]));
    if (!value_is_unbound(value_dunder(args[0], DUNDER_TRUNC))) return call_dunder(t, args[0], DUNDER_TRUNC, NULL, 0);
    return error_type(t, "type %T doesn't define __trunc__ method", args[0]);
}

// ---- logarithms ----

// v as mantissa * 2^exponent; ints beyond the range of doubles keep only their top bits. false: exception pending.
static bool math_take_scaled(Thread *t, Value v, double *mantissa, int64_t *exponent) {
    *exponent = 0;
    if (!value_is_integer(v)) return value_to_double(t, v, mantissa);
    int64_t bits = (int64_t)int_bit_length(v);
    if (bits <= 1024) {
        bool ok;
        *mantissa = int_to_double(t, v, &ok);
        if (ok) return true;
        error_take(t);
    }
    Value top = int_shr(t, v, value_from_small(bits - 1000));
    bool ok = !value_is_error(top);
    if (!ok) return false;
    *mantissa = ldexp(int_to_double(t, top, &ok), -1000);
    *exponent = bits;
    return ok;
}

// false: exception pending.
static bool math_log_by(Thread *t, Value v, double (*log)(double), double *out) {
    double mantissa;
    int64_t exponent;
    if (!math_take_scaled(t, v, &mantissa, &exponent)) return false;
    if (mantissa <= 0 || (value_is_integer(v) && int_sign(v) <= 0)) {
        math_error_domain(t);
        return false;
    }
    *out = log(mantissa);
    if (exponent) *out += log(2.0) * (double)exponent;
    return true;
}

static Value math_log(Thread *t, Value *args, uint32_t nargs) {
    const Tuple *given = value_tuple(args[0]);
    double x, base;
    if (given->length < 1 || given->length > 2) return error_type(t, "math.log requires 1 to 2 arguments");
    if (!math_log_by(t, given->items[0], log, &x)) return VALUE_ERROR;
    if (given->length == 1) return float_from_double(t, x);
    if (!math_log_by(t, given->items[1], log, &base)) return VALUE_ERROR;
    if (base == 0) return error_raise(t, &class_ZeroDivisionError, "float division by zero");
    return float_from_double(t, x / base);
}

static Value math_log2(Thread *t, Value *args, uint32_t nargs) {
    double x;
    return math_log_by(t, args[0], log2, &x) ? float_from_double(t, x) : VALUE_ERROR;
}

static Value math_log10(Thread *t, Value *args, uint32_t nargs) {
    double x;
    return math_log_by(t, args[0], log10, &x) ? float_from_double(t, x) : VALUE_ERROR;
}

// ---- the module ----

#define F(name, overflows) {#name, math_##name, "x, /", 0},
#define G(name, function) {#name, math_##name, "x, y, /", 0},
static const NativeDef math_functions[] = {
    MATH_FUNCTIONS_1(F)
    MATH_FUNCTIONS_2(G)
    {"gamma", math_gamma_function, "x, /", 0},
    {"lgamma", math_lgamma_function, "x, /", 0},
    {"degrees", math_degrees, "x, /", 0},
    {"radians", math_radians, "x, /", 0},
    {"ulp", math_ulp, "x, /", 0},
    {"isnan", math_isnan, "x, /", 0},
    {"isinf", math_isinf, "x, /", 0},
    {"isfinite", math_isfinite, "x, /", 0},
    {"pow", math_pow, "x, y, /", 0},
    {"isclose", math_isclose, "a, b, *, rel_tol=?, abs_tol=?", 0},
    {"frexp", math_frexp, "x, /", 0},
    {"modf", math_modf, "x, /", 0},
    {"ldexp", math_ldexp, "x, i, /", 0},
    {"floor", math_floor, "x, /", 0},
    {"ceil", math_ceil, "x, /", 0},
    {"trunc", math_trunc, "x, /", 0},
    {"log", math_log, "*args", 0},
    {"log2", math_log2, "x, /", 0},
    {"log10", math_log10, "x, /", 0},
    {}};
#undef F
#undef G

bool native_math_fill(Thread *t, Module *m) {
    module_add_natives(t, m, math_functions);
    module_add_natives(t, m, math_integer_functions);
    module_add_natives(t, m, math_sum_functions);
    module_add_value(t, m, "pi", float_from_double(t, M_PI));
    module_add_value(t, m, "e", float_from_double(t, M_E));
    module_add_value(t, m, "tau", float_from_double(t, 2 * M_PI));
    module_add_value(t, m, "inf", float_from_double(t, INFINITY));
    module_add_value(t, m, "nan", float_from_double(t, NAN));
    return !error_pending(t);
}
