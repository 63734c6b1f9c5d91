// The cmath module. Finite arguments go through formulas that lose no digits (after Kahan's and Hull's work on branch cuts),
// the others to the C library, which treats them as C's Annex G and so as CPython does.
#include <complex.h>
#include <float.h>
#include <math.h>

#include "math_int.h"
#include "stdlib/runtime/complex.h"
#include "stdlib/runtime/float.h"
#include "stdlib/runtime/module.h"
#include "stdlib/runtime/tuple.h"

bool native_cmath_fill(Thread *t, Module *m);

typedef ComplexNumber Number;

static Number number(double real, double imag) { return (Number){real, imag}; }
static Number number_from_c(double complex c) { return (Number){creal(c), cimag(c)}; }
static double complex number_to_c(Number z) { return __builtin_complex(z.real, z.imag); }
static bool is_finite(Number z) { return isfinite(z.real) && isfinite(z.imag); }

// A zero whose sign C leaves open, since the other part is NaN, is positive.
static double unsigned_zero(double part) { return part == 0 ? 0 : part; }

// Beyond these, intermediate results would overflow or lose their digits.
#define LARGE (DBL_MAX / 4)
static const double log_large = 708.3964185322641;     // log(LARGE)
static const double sqrt_large = 6.703903964971298e+153;
static const double sqrt_small = 1.4916681462400413e-154;
static const double ln_2 = 0.6931471805599453094;
static const double ln_10 = 2.302585092994045684;

// ---- roots, logarithms, exponentials ----

static Number sqrt_of(Number z, MathStatus *status) {
    if (!is_finite(z)) return number_from_c(csqrt(number_to_c(z)));
    if (z.real == 0 && z.imag == 0) return number(0, z.imag);
    double x = fabs(z.real), y = fabs(z.imag), s;
    if (x < DBL_MIN && y < DBL_MIN && (x > 0 || y > 0)) {
        x = ldexp(x, 53);
        s = ldexp(sqrt(x + hypot(x, ldexp(y, 53))), -27);
    } else {
        x /= 8.0;
        s = 2.0 * sqrt(x + hypot(x, y / 8.0));
    }
    double d = y / (2.0 * s);
    return z.real >= 0 ? number(s, copysign(d, z.imag)) : number(d, copysign(s, z.imag));
}

static double log_size(Number z, MathStatus *status) {
    double x = fabs(z.real), y = fabs(z.imag);
    if (x > LARGE || y > LARGE) return log(hypot(x / 2.0, y / 2.0)) + ln_2;
    if (x < DBL_MIN && y < DBL_MIN) {
        if (x > 0 || y > 0) return log(hypot(ldexp(x, DBL_MANT_DIG), ldexp(y, DBL_MANT_DIG))) - DBL_MANT_DIG * ln_2;
        *status = MATH_DOMAIN;
        return -INFINITY;
    }
    double h = hypot(x, y);
    if (h < 0.71 || h > 1.73) return log(h);
    double larger = x > y ? x : y, smaller = x > y ? y : x;
    return log1p((larger - 1) * (larger + 1) + smaller * smaller) / 2.0;
}

static Number log_of(Number z, MathStatus *status) {
    if (!is_finite(z)) return number_from_c(clog(number_to_c(z)));
    return number(log_size(z, status), atan2(z.imag, z.real));
}

static Number log10_of(Number z, MathStatus *status) {
    Number r = log_of(z, status);
    return number(r.real / ln_10, r.imag / ln_10);
}

static Number in_range(Number r, MathStatus *status) {
    if (isinf(r.real) || isinf(r.imag)) *status = MATH_RANGE;
    return r;
}

static Number exp_of(Number z, MathStatus *status) {
    if (isinf(z.imag) && (isfinite(z.real) || z.real > 0)) *status = MATH_DOMAIN;
    if (z.real < 0 && isinf(z.real) && !isfinite(z.imag)) return number(0, 0);
    if (!is_finite(z)) return number_from_c(cexp(number_to_c(z)));
    bool large = z.real > log_large;
    double size = exp(large ? z.real - 1.0 : z.real);
    Number r = number(size * cos(z.imag), size * sin(z.imag));
    return in_range(large ? number(r.real * M_E, r.imag * M_E) : r, status);
}

// ---- hyperbolic and circular functions: sin(z) is -i sinh(iz), and so on ----

static Number times_i(Number z) { return number(-z.imag, z.real); }
static Number over_i(Number z) { return number(z.imag, -z.real); }

static Number cosh_of(Number z, MathStatus *status) {
    if (isinf(z.imag) && !isnan(z.real)) *status = MATH_DOMAIN;
    if (!is_finite(z)) {
        Number r = number_from_c(ccosh(number_to_c(z)));
        return isnan(r.real) ? number(r.real, unsigned_zero(r.imag)) : r;
    }
    if (fabs(z.real) <= log_large) return in_range(number(cos(z.imag) * cosh(z.real), sin(z.imag) * sinh(z.real)), status);
    double less = z.real - copysign(1.0, z.real);
    return in_range(number(cos(z.imag) * cosh(less) * M_E, sin(z.imag) * sinh(less) * M_E), status);
}

static Number sinh_of(Number z, MathStatus *status) {
    if (isinf(z.imag) && !isnan(z.real)) *status = MATH_DOMAIN;
    if (!is_finite(z)) {
        Number r = number_from_c(csinh(number_to_c(z)));
        return isnan(r.imag) ? number(unsigned_zero(r.real), r.imag) : r;
    }
    if (fabs(z.real) <= log_large) return in_range(number(cos(z.imag) * sinh(z.real), sin(z.imag) * cosh(z.real)), status);
    double less = z.real - copysign(1.0, z.real);
    return in_range(number(cos(z.imag) * sinh(less) * M_E, sin(z.imag) * cosh(less) * M_E), status);
}

static Number tanh_of(Number z, MathStatus *status) {
    if (isinf(z.imag) && isfinite(z.real)) *status = MATH_DOMAIN;
    if (z.real == 0 && isnan(z.imag)) return number(NAN, NAN);
    if (isinf(z.real) && !isfinite(z.imag)) return number(copysign(1.0, z.real), 0);
    if (!is_finite(z)) return number_from_c(ctanh(number_to_c(z)));
    if (fabs(z.real) > log_large)
        return number(copysign(1.0, z.real), 4.0 * sin(z.imag) * cos(z.imag) * exp(-2.0 * fabs(z.real)));
    double tx = tanh(z.real), ty = tan(z.imag), cx = 1.0 / cosh(z.real), both = tx * ty, below = 1.0 + both * both;
    return number(tx * (1.0 + ty * ty) / below, ((ty / below) * cx) * cx);
}

static Number cos_of(Number z, MathStatus *status) { return cosh_of(times_i(z), status); }
static Number sin_of(Number z, MathStatus *status) { return over_i(sinh_of(times_i(z), status)); }
static Number tan_of(Number z, MathStatus *status) { return over_i(tanh_of(times_i(z), status)); }

// ---- their inverses ----

static bool is_large(Number z) { return fabs(z.real) > LARGE || fabs(z.imag) > LARGE; }
static double half_log_size(Number z) { return log(hypot(z.real / 2.0, z.imag / 2.0)) + ln_2 * 2.0; }

static Number acos_of(Number z, MathStatus *status) {
    if (isinf(z.real) && isnan(z.imag)) return number(NAN, INFINITY);
    if (!is_finite(z)) return number_from_c(cacos(number_to_c(z)));
    if (is_large(z)) {
        double size = half_log_size(z);
        return number(atan2(fabs(z.imag), z.real), z.real < 0 ? -copysign(size, z.imag) : copysign(size, -z.imag));
    }
    Number a = sqrt_of(number(1.0 - z.real, -z.imag), status), b = sqrt_of(number(1.0 + z.real, z.imag), status);
    return number(2.0 * atan2(a.real, b.real), asinh(b.real * a.imag - b.imag * a.real));
}

static Number acosh_of(Number z, MathStatus *status) {
    if (z.real == 0 && isnan(z.imag)) return number(NAN, NAN);
    if (!is_finite(z)) return number_from_c(cacosh(number_to_c(z)));
    if (is_large(z)) return number(half_log_size(z), atan2(z.imag, z.real));
    Number a = sqrt_of(number(z.real - 1.0, z.imag), status), b = sqrt_of(number(z.real + 1.0, z.imag), status);
    return number(asinh(a.real * b.real + a.imag * b.imag), 2.0 * atan2(a.imag, b.real));
}

static Number asinh_of(Number z, MathStatus *status) {
    if (isnan(z.real) && isinf(z.imag)) return number(INFINITY, NAN);
    if (!is_finite(z)) return number_from_c(casinh(number_to_c(z)));
    if (is_large(z)) return number(copysign(half_log_size(z), z.real), atan2(z.imag, fabs(z.real)));
    Number a = sqrt_of(number(1.0 + z.imag, -z.real), status), b = sqrt_of(number(1.0 - z.imag, z.real), status);
    return number(asinh(a.real * b.imag - b.real * a.imag), atan2(z.imag, a.real * b.real - a.imag * b.imag));
}

static Number atanh_right(Number z, MathStatus *status) {   // z.real is not negative
    double y = fabs(z.imag);
    if (z.real > sqrt_large || y > sqrt_large) {
        double h = hypot(z.real / 2.0, z.imag / 2.0);
        return number(z.real / 4.0 / h / h, -copysign(M_PI / 2.0, -z.imag));
    }
    if (z.real == 1.0 && y < sqrt_small) {
        if (y == 0) return *status = MATH_DOMAIN, number(INFINITY, z.imag);
        return number(-log(sqrt(y) / sqrt(hypot(y, 2.0))), copysign(atan2(2.0, -y) / 2, z.imag));
    }
    double below = (1 - z.real) * (1 - z.real) + y * y;
    return number(log1p(4.0 * z.real / below) / 4.0, -atan2(-2.0 * z.imag, (1 - z.real) * (1 + z.real) - y * y) / 2.0);
}

static Number atanh_of(Number z, MathStatus *status) {
    if (isnan(z.real) && isinf(z.imag)) return number(0, copysign(M_PI / 2.0, z.imag));
    if (!is_finite(z)) return number_from_c(catanh(number_to_c(z)));
    if (z.real > 0 || (z.real == 0 && !signbit(z.real))) return atanh_right(z, status);
    Number r = atanh_right(number(-z.real, -z.imag), status);
    return number(-r.real, -r.imag);
}

static Number asin_of(Number z, MathStatus *status) { return over_i(asinh_of(times_i(z), status)); }
static Number atan_of(Number z, MathStatus *status) { return over_i(atanh_of(times_i(z), status)); }

// ---- the functions of the module ----

static bool take(Thread *t, Value v, Number *out) {
    int found = complex_from_value(t, v, out);
    if (found == 0) error_type(t, "must be real number, not %T", v);
    return found > 0;
}

static Value finish(Thread *t, Number z, MathStatus status) {
    if (status == MATH_OK) return complex_new(t, z.real, z.imag);
    return status == MATH_DOMAIN ? math_error_domain(t) : math_error_range(t);
}

#define FUNCTIONS(F) \
    F(acos) F(acosh) F(asin) F(asinh) F(atan) F(atanh) F(cos) F(cosh) F(exp) F(log10) F(sin) F(sinh) F(sqrt) F(tan) F(tanh)
#define F(name)                                                                  \
    static Value cmath_##name(Thread *t, Value *args, uint32_t nargs) {          \
        Number z;                                                                \
        MathStatus status = MATH_OK;                                             \
        if (!take(t, args[0], &z)) return VALUE_ERROR;                           \
        z = name##_of(z, &status);                                               \
        return finish(t, z, status);                                             \
    }
FUNCTIONS(F)
#undef F

static Value cmath_log(Thread *t, Value *args, uint32_t nargs) {
    Number z, base;
    MathStatus status = MATH_OK;
    if (!take(t, args[0], &z) || (!value_is_unbound(args[1]) && !take(t, args[1], &base))) return VALUE_ERROR;
    z = log_of(z, &status);
    if (value_is_unbound(args[1])) return finish(t, z, status);
    status = MATH_OK;   // CPython reports no logarithm of zero that is divided by another
    base = log_of(base, &status);
    if (!complex_quotient(z, base, &z)) status = MATH_DOMAIN;
    return finish(t, z, status);
}

static Value cmath_phase(Thread *t, Value *args, uint32_t nargs) {
    Number z;
    return take(t, args[0], &z) ? float_from_double(t, atan2(z.imag, z.real)) : VALUE_ERROR;
}

static Value cmath_polar(Thread *t, Value *args, uint32_t nargs) {
    Number z;
    if (!take(t, args[0], &z)) return VALUE_ERROR;
    double size = hypot(z.real, z.imag);
    if (isinf(size) && is_finite(z)) return math_error_range(t);
    Tuple *pair = tuple_from(t, (Value[]){float_from_double(t, size), float_from_double(t, atan2(z.imag, z.real))}, 2);
    return pair ? value_from_object(pair) : VALUE_ERROR;
}

// An infinite radius keeps the signs of its angle; none makes zero of any angle.
static Number from_polar(double size, double angle) {
    if (isinf(size) && isnan(angle)) return number(INFINITY, NAN);
    if (size == 0 && !isfinite(angle)) return number(0, 0);
    if (isinf(size) && angle == 0) return number(size, copysign(angle, size) * copysign(1.0, angle));
    if (isinf(size) && isfinite(angle)) return number(copysign(size, size * cos(angle)), copysign(size, size * sin(angle)));
    if (angle == 0) return number(size, isnan(size) ? 0 : size * angle);
    return number(size * cos(angle), size * sin(angle));
}

static Value cmath_rect(Thread *t, Value *args, uint32_t nargs) {
    double size, angle;
    if (!value_to_double(t, args[0], &size) || !value_to_double(t, args[1], &angle)) return VALUE_ERROR;
    bool outside = isinf(angle) && size != 0 && !isnan(size);
    return finish(t, from_polar(size, angle), outside ? MATH_DOMAIN : MATH_OK);
}

#define TEST(name, expression)                                               \
    static Value cmath_##name(Thread *t, Value *args, uint32_t nargs) {      \
        Number z;                                                            \
        return take(t, args[0], &z) ? value_from_bool(expression) : VALUE_ERROR; \
    }
TEST(isfinite, is_finite(z))
TEST(isnan, isnan(z.real) || isnan(z.imag))
TEST(isinf, isinf(z.real) || isinf(z.imag))
#undef TEST

static bool tolerance(Thread *t, Value v, double fallback, double *out) {
    *out = fallback;
    return value_is_unbound(v) || value_to_double(t, v, out);
}

static Value cmath_isclose(Thread *t, Value *args, uint32_t nargs) {
    Number a, b;
    double relative, absolute;
    if (!take(t, args[0], &a) || !take(t, args[1], &b)) return VALUE_ERROR;
    if (!tolerance(t, args[2], 1e-9, &relative) || !tolerance(t, args[3], 0.0, &absolute)) return VALUE_ERROR;
    if (relative < 0 || absolute < 0) return error_value(t, "tolerances must be non-negative");
    if (a.real == b.real && a.imag == b.imag) return VALUE_TRUE;
    if (isinf(a.real) || isinf(a.imag) || isinf(b.real) || isinf(b.imag)) return VALUE_FALSE;
    double difference = hypot(a.real - b.real, a.imag - b.imag);
    return value_from_bool(difference <= relative * hypot(b.real, b.imag) || difference <= relative * hypot(a.real, a.imag) ||
                           difference <= absolute);
}

#define F(name) {#name, cmath_##name, "z, /", 0},
static const NativeDef cmath_functions[] = {
    FUNCTIONS(F) F(phase) F(polar) F(isfinite) F(isnan) F(isinf)
    {"log", cmath_log, "z, base=?, /", 0},
    {"rect", cmath_rect, "r, phi, /", 0},
    {"isclose", cmath_isclose, "a, b, *, rel_tol=?, abs_tol=?", 0},
    {}};
#undef F

bool native_cmath_fill(Thread *t, Module *m) {
    module_add_natives(t, m, cmath_functions);
    module_add_value(t, m, "pi", float_from_double(t, M_PI));
    module_add_value(t, m, "e", float_from_double(t, M_E));
    module_add_value(t, m, "tau", float_from_double(t, 2 * M_PI));
    module_add_value(t, m, "inf", float_from_double(t, INFINITY));
    module_add_value(t, m, "nan", float_from_double(t, NAN));
    module_add_value(t, m, "infj", complex_new(t, 0, INFINITY));
    module_add_value(t, m, "nanj", complex_new(t, 0, NAN));
    return !error_pending(t);
}
