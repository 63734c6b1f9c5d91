// Complex arithmetic. Operators take any mix of complex, float and int, the real ones with an imaginary part of 0.0.
#include "complex.h"

#include <math.h>

#include "call.h"
#include "exception.h"
#include "float.h"
#include "heap.h"
#include "int.h"

const Layout layout_complex = {.name = "complex", .kind = KIND_OTHER, .size = sizeof(Complex)};

Value complex_new(Thread *t, double real, double imag) {
    Complex *o = heap_new(t, &shape_complex, sizeof *o);
    if (!o) return VALUE_ERROR;
    o->number = (ComplexNumber){real, imag};
    return value_from_object(o);
}

// The literal `4j`.
Value rt_intrinsic_imaginary(Thread *t, Value *args, uint32_t nargs) {
    double imag;
    return value_to_double(t, args[0], &imag) ? complex_new(t, 0.0, imag) : VALUE_ERROR;
}

ComplexNumber complex_product(ComplexNumber a, ComplexNumber b) {
    return (ComplexNumber){a.real * b.real - a.imag * b.imag, a.real * b.imag + a.imag * b.real};
}

// Divides both parts of b by its larger one first (Smith's method), so that nothing overflows on the way.
bool complex_quotient(ComplexNumber a, ComplexNumber b, ComplexNumber *out) {
    double real = fabs(b.real), imag = fabs(b.imag);
    *out = (ComplexNumber){0, 0};
    if (real >= imag) {
        if (real == 0) return false;
        double ratio = b.imag / b.real, whole = b.real + b.imag * ratio;
        *out = (ComplexNumber){(a.real + a.imag * ratio) / whole, (a.imag - a.real * ratio) / whole};
    } else if (imag >= real) {
        double ratio = b.real / b.imag, whole = b.real * ratio + b.imag;
        *out = (ComplexNumber){(a.real * ratio + a.imag) / whole, (a.imag * ratio - a.real) / whole};
    } else {
        *out = (ComplexNumber){NAN, NAN};
    }
    return true;
}

// ---- powers ----

static bool power_by_polar(ComplexNumber a, ComplexNumber b, ComplexNumber *out) {
    *out = (ComplexNumber){b.real == 0 && b.imag == 0, 0};
    if (b.real == 0 && b.imag == 0) return true;
    if (a.real == 0 && a.imag == 0) return !(b.imag != 0 || b.real < 0);
    double size = hypot(a.real, a.imag), angle = atan2(a.imag, a.real);
    double length = pow(size, b.real), phase = angle * b.real;
    if (b.imag != 0) {
        length /= exp(angle * b.imag);
        phase += b.imag * log(size);
    }
    *out = (ComplexNumber){length * cos(phase), length * sin(phase)};
    return !isinf(phase);   // the sine of an infinite angle is outside its domain, which CPython reports in the same words
}

static ComplexNumber power_by_squares(ComplexNumber a, int n) {
    ComplexNumber result = {1, 0};
    for (int bit = 1; bit <= n; bit <<= 1, a = complex_product(a, a))
        if (n & bit) result = complex_product(result, a);
    return result;
}

static bool power_of(ComplexNumber a, ComplexNumber b, ComplexNumber *out) {
    if (b.imag != 0 || b.real != floor(b.real) || fabs(b.real) > 100) return power_by_polar(a, b, out);
    if (b.real > 0) *out = power_by_squares(a, (int)b.real);
    else return complex_quotient((ComplexNumber){1, 0}, power_by_squares(a, (int)-b.real), out);
    return true;
}

Value complex_pow(Thread *t, ComplexNumber a, ComplexNumber b) {
    ComplexNumber result;
    if (!power_of(a, b, &result)) return error_raise(t, &class_ZeroDivisionError, "0.0 to a negative or complex power");
    if (isinf(result.real) || isinf(result.imag)) return error_raise(t, &class_OverflowError, "complex exponentiation");
    return complex_new(t, result.real, result.imag);
}

// ---- conversion ----

static int complex_from_method(Thread *t, Value v, ComplexNumber *out) {
    Value result = call_dunder(t, v, DUNDER_COMPLEX, NULL, 0);
    if (value_is_error(result)) return -1;
    if (!value_is_complex(result)) return error_type(t, "__complex__ returned non-complex (type %T)", result), -1;
    *out = value_complex(result);
    return 1;
}

int complex_from_value(Thread *t, Value v, ComplexNumber *out) {
    if (value_is_complex(v)) return *out = value_complex(v), 1;
    if (!value_is_unbound(value_dunder(v, DUNDER_COMPLEX))) return complex_from_method(t, v, out);
    if (value_is_unbound(value_dunder(v, DUNDER_FLOAT)) && value_is_unbound(value_dunder(v, DUNDER_INDEX))) return 0;
    out->imag = 0;
    return value_to_double(t, v, &out->real) ? 1 : -1;
}
