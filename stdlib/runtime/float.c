// Floats: the boxed form, Python's division and power, hash, and conversion of other objects to double.
#include "float.h"

#include <math.h>

#include "call.h"
#include "class.h"
#include "complex.h"
#include "exception.h"
#include "heap.h"
#include "int.h"
#include "str.h"

const Layout layout_float = {"float", KIND_FLOAT, sizeof(Float), NULL, NULL, NULL, NULL};

Value float_box(Thread *t, double d) {
    Float *o = heap_new(t, &shape_float, sizeof *o);
    if (!o) return VALUE_ERROR;
    o->number = d;
    return value_from_object(o);
}

// As CPython reduces any number modulo 2^61 - 1: the mantissa in groups of 28 bits, then the exponent as a rotation.
static int64_t float_hash_finite(double d) {
    const uint64_t prime = ((uint64_t)1 << 61) - 1;
    int exponent, sign = d < 0 ? -1 : 1;
    double m = frexp(fabs(d), &exponent);
    uint64_t hash = 0;
    while (m != 0) {
        hash = ((hash << 28) & prime) | hash >> (61 - 28);
        m *= 0x1p28;
        exponent -= 28;
        uint64_t group = (uint64_t)m;
        m -= (double)group;
        hash += group;
        if (hash >= prime) hash -= prime;
    }
    int rotation = exponent >= 0 ? exponent % 61 : 60 - (-1 - exponent) % 61;
    hash = ((hash << rotation) & prime) | hash >> (61 - rotation);
    return (int64_t)hash * sign;
}

uint64_t float_hash(double d) {
    if (isnan(d)) return 0;
    int64_t hash;
    if (isinf(d)) hash = d > 0 ? 314159 : -314159;
    else if (fabs(d) < 0x1p60 && d == (double)(int64_t)d) hash = (int64_t)d;
    else hash = float_hash_finite(d);
    return (uint64_t)(hash == -1 ? -2 : hash);
}

double float_mod(double a, double b) {
    double rest = fmod(a, b);
    if (rest == 0) return copysign(0.0, b);
    return (b < 0) != (rest < 0) ? rest + b : rest;
}

double float_floordiv(double a, double b) {
    double rest = fmod(a, b), quotient = (a - rest) / b;
    if (rest != 0 && (b < 0) != (rest < 0)) quotient -= 1.0;
    if (quotient == 0) return copysign(0.0, a / b);
    double whole = floor(quotient);
    return quotient - whole > 0.5 ? whole + 1.0 : whole;
}

static Value float_error_range(Thread *t) {
    Str *text = str_from_c(t, "Numerical result out of range");
    if (!text) return VALUE_ERROR;
    return error_raise_args(t, &class_OverflowError, (Value[]){value_from_small(34), value_from_object(text)}, 2);
}

// Is the nearest double to the square all that pow can give? compiler/llvm/lower_power.c says why.
static bool is_plain_square(double a) {
    const uint64_t hidden = 1ull << 52, root = 0x16A09E667F3BCD, tenth = UINT64_MAX / 10, bits = __builtin_bit_cast(uint64_t, a);
    uint64_t m = (bits & (hidden - 1)) | hidden, fraction = m * m << (m >= root ? 11 : 12);
    return (bits >> 52 & 0x7FF) - 520 <= 1000 && fraction - ((1ull << 63) - tenth / 2) > tenth;
}

Value float_pow(Thread *t, double a, double b) {
    if (b == 2 && is_plain_square(a)) return float_from_double(t, a * a);
    bool finite = isfinite(a) && isfinite(b);
    if (finite && a == 0 && b < 0)
        return error_raise(t, &class_ZeroDivisionError, "0.0 cannot be raised to a negative power");
    if (finite && a < 0 && b != floor(b)) return complex_pow(t, (ComplexNumber){a, 0}, (ComplexNumber){b, 0});
    double result = pow(a, b);
    if (finite && isinf(result)) return float_error_range(t);
    return float_from_double(t, result);
}

static bool float_from_index(Thread *t, Value v, double *out) {
    Value i = int_index(t, v);
    if (value_is_error(i)) return false;
    bool ok;
    *out = int_to_double(t, i, &ok);
    return ok;
}

bool value_to_double(Thread *t, Value v, double *out) {
    if (value_is_float(v)) {
        *out = value_float(v);
        return true;
    }
    if (value_is_integer(v)) return float_from_index(t, v, out);
    if (!value_is_unbound(value_dunder(v, DUNDER_FLOAT))) {
        Value result = call_dunder(t, v, DUNDER_FLOAT, NULL, 0);
        if (value_is_error(result)) return false;
        if (value_is_float(result)) {
            *out = value_float(result);
            return true;
        }
        error_type(t, "%T.__float__ returned non-float (type %T)", v, result);
        return false;
    }
    if (!value_is_unbound(value_dunder(v, DUNDER_INDEX))) return float_from_index(t, v, out);
    error_type(t, "must be real number, not %T", v);
    return false;
}
