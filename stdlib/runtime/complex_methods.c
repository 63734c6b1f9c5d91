// complex: its method table.
#include <math.h>

#include "call.h"
#include "complex.h"
#include "exception.h"
#include "float.h"
#include "int.h"
#include "native.h"
#include "ops.h"
#include "seq.h"
#include "tuple.h"

// ---- construction ----

// A subclass of complex, made of a complex number.
static Value complex_instance(Thread *t, Class *cls, ComplexNumber c) {
    if (cls == &class_complex) return complex_new(t, c.real, c.imag);
    Complex *o = (Complex *)class_instantiate(t, cls);
    if (!o) return VALUE_ERROR;
    o->number = c;
    return value_from_object(o);
}

static Value complex_from_text(Thread *t, Class *cls, Value real, Value imag) {
    ComplexNumber c;
    if (!value_is_unbound(imag)) return error_type(t, "complex() can't take second arg if first is a string");
    const Str *text = value_str(real);
    if (complex_parse(text->text, text->nbytes, &c)) return complex_instance(t, cls, c);
    if (memchr(text->text, '_', text->nbytes)) return error_value(t, "could not convert string to complex: %R", real);
    return error_value(t, "complex() arg is a malformed string");
}

// false: exception pending.
static bool complex_take_second(Thread *t, Value v, ComplexNumber *out, bool *is_complex) {
    *out = (ComplexNumber){0, 0};
    *is_complex = value_is_complex(v);
    if (value_is_unbound(v)) return true;
    if (*is_complex) return *out = value_complex(v), true;
    if (value_is_unbound(value_dunder(v, DUNDER_FLOAT)) && value_is_unbound(value_dunder(v, DUNDER_INDEX)))
        return error_type(t, "complex() second argument must be a number, not '%T'", v), false;
    return value_to_double(t, v, &out->real);
}

static Value complex_new_method(Thread *t, Value *args, uint32_t nargs) {
    Class *cls = (Class *)value_object(args[0]);
    Value real = args[1], imag = args[2];
    bool first_complex = false, second_complex;
    ComplexNumber a = {0, 0}, b;
    if (cls == &class_complex && value_is_unbound(imag) && value_has_shape(real, &shape_complex)) return real;
    if (value_is_str(real)) return complex_from_text(t, cls, real, imag);
    if (value_is_str(imag)) return error_type(t, "complex() second arg can't be a string");
    if (!value_is_unbound(real)) {
        int found = complex_from_value(t, real, &a);
        if (found < 0) return VALUE_ERROR;
        if (found == 0) return error_type(t, "complex() first argument must be a string or a number, not '%T'", real);
        first_complex = value_is_complex(real) || !value_is_unbound(value_dunder(real, DUNDER_COMPLEX));
    }
    if (!complex_take_second(t, imag, &b, &second_complex)) return VALUE_ERROR;
    ComplexNumber c = {second_complex ? a.real - b.imag : a.real, b.real};
    if (first_complex) c.imag = value_is_unbound(imag) ? a.imag : b.real + a.imag;
    return complex_instance(t, cls, c);
}

// ---- operators ----

// 1: *out is the number, 0: another type, -1: exception pending.
static int complex_operand(Thread *t, Value v, ComplexNumber *out) {
    bool ok = true;
    if (value_is_complex(v)) *out = value_complex(v);
    else if (value_is_float(v)) *out = (ComplexNumber){value_float(v), 0};
    else if (value_is_integer(v)) *out = (ComplexNumber){int_to_double(t, v, &ok), 0};
    else return 0;
    return ok ? 1 : -1;
}

static Value complex_plus(Thread *t, ComplexNumber a, ComplexNumber b) { return complex_new(t, a.real + b.real, a.imag + b.imag); }
static Value complex_minus(Thread *t, ComplexNumber a, ComplexNumber b) { return complex_new(t, a.real - b.real, a.imag - b.imag); }

static Value complex_times(Thread *t, ComplexNumber a, ComplexNumber b) {
    ComplexNumber c = complex_product(a, b);
    return complex_new(t, c.real, c.imag);
}

static Value complex_over(Thread *t, ComplexNumber a, ComplexNumber b) {
    ComplexNumber c;
    if (!complex_quotient(a, b, &c)) return error_raise(t, &class_ZeroDivisionError, "complex division by zero");
    return complex_new(t, c.real, c.imag);
}

static Value complex_binary(Thread *t, Value a, Value b, Value (*operation)(Thread *, ComplexNumber, ComplexNumber)) {
    ComplexNumber x, y;
    int ok = complex_operand(t, a, &x);
    if (ok > 0) ok = complex_operand(t, b, &y);
    if (ok <= 0) return ok < 0 ? VALUE_ERROR : VALUE_NOTIMPLEMENTED;
    return operation(t, x, y);
}

#define COMPLEX_BINARY(name, operation)                                                                                                \
    static Value complex_m_##name(Thread *t, Value *args, uint32_t nargs) { return complex_binary(t, args[0], args[1], operation); }  \
    static Value complex_m_r##name(Thread *t, Value *args, uint32_t nargs) { return complex_binary(t, args[1], args[0], operation); }
COMPLEX_BINARY(add, complex_plus)
COMPLEX_BINARY(sub, complex_minus)
COMPLEX_BINARY(mul, complex_times)
COMPLEX_BINARY(truediv, complex_over)
COMPLEX_BINARY(power, complex_pow)
#undef COMPLEX_BINARY

static Value complex_m_pow(Thread *t, Value *args, uint32_t nargs) {
    return value_is_none(args[2]) ? complex_m_power(t, args, 2) : error_value(t, "complex modulo");
}

static Value complex_m_rpow(Thread *t, Value *args, uint32_t nargs) {
    return value_is_none(args[2]) ? complex_m_rpower(t, args, 2) : error_value(t, "complex modulo");
}

// Ints are compared as they are: they may be larger than a double is exact.
static Value complex_object_compare(Thread *t, Dunder d, Value a, Value b) {
    ComplexNumber x = value_complex(a);
    bool same;
    if (value_is_complex(b)) same = x.real == value_complex(b).real && x.imag == value_complex(b).imag;
    else if (value_is_float(b)) same = x.real == value_float(b) && x.imag == 0;
    else if (value_is_integer(b)) same = x.imag == 0 && !isnan(x.real) && int_compare_double(b, x.real) == 0;
    else return VALUE_NOTIMPLEMENTED;
    return value_from_bool(same == (d == DUNDER_EQ));
}
SEQ_EQUALITIES(complex_object)

static Value complex_m_order(Thread *t, Value *args, uint32_t nargs) { return VALUE_NOTIMPLEMENTED; }

static Value complex_m_neg(Thread *t, Value *args, uint32_t nargs) {
    ComplexNumber c = value_complex(args[0]);
    return complex_new(t, -c.real, -c.imag);
}

static Value complex_m_self(Thread *t, Value *args, uint32_t nargs) {
    ComplexNumber c = value_complex(args[0]);
    return value_has_shape(args[0], &shape_complex) ? args[0] : complex_new(t, c.real, c.imag);
}

static Value complex_m_abs(Thread *t, Value *args, uint32_t nargs) {
    ComplexNumber c = value_complex(args[0]);
    double size = hypot(c.real, c.imag);
    if (isinf(size) && isfinite(c.real) && isfinite(c.imag)) return error_raise(t, &class_OverflowError, "absolute value too large");
    return float_from_double(t, size);
}

static Value complex_m_bool(Thread *t, Value *args, uint32_t nargs) {
    ComplexNumber c = value_complex(args[0]);
    return value_from_bool(c.real != 0 || c.imag != 0);
}

// That of an equal float or int when there is no imaginary part.
static Value complex_m_hash(Thread *t, Value *args, uint32_t nargs) {
    ComplexNumber c = value_complex(args[0]);
    if (isnan(c.real) || isnan(c.imag)) return value_from_small((int64_t)(args[0].bits >> 4 & 0xFFFFFFFFFFFF));
    uint64_t hash = float_hash(c.real) + 1000003 * float_hash(c.imag);
    return int_from_i64(t, (int64_t)(hash == (uint64_t)-1 ? (uint64_t)-2 : hash));
}

static Value complex_m_repr(Thread *t, Value *args, uint32_t nargs) {
    Str *s = complex_repr(t, value_complex(args[0]));
    return s ? value_from_object(s) : VALUE_ERROR;
}

static Value complex_m_format(Thread *t, Value *args, uint32_t nargs) {
    if (!value_is_str(args[1])) return error_type(t, "__format__() argument must be str, not %A", args[1]);
    if (value_str(args[1])->nbytes) return complex_format(t, args[0], value_str(args[1]));
    Str *s = op_str(t, args[0]);
    return s ? value_from_object(s) : VALUE_ERROR;
}

static Value complex_m_conjugate(Thread *t, Value *args, uint32_t nargs) {
    ComplexNumber c = value_complex(args[0]);
    return complex_new(t, c.real, -c.imag);
}

static Value complex_m_real(Thread *t, Value *args, uint32_t nargs) { return float_from_double(t, value_complex(args[0]).real); }
static Value complex_m_imag(Thread *t, Value *args, uint32_t nargs) { return float_from_double(t, value_complex(args[0]).imag); }

static Value complex_m_newargs(Thread *t, Value *args, uint32_t nargs) {
    ComplexNumber c = value_complex(args[0]);
    Tuple *parts = tuple_from(t, (Value[]){float_from_double(t, c.real), float_from_double(t, c.imag)}, 2);
    return parts ? value_from_object(parts) : VALUE_ERROR;
}

#define COMPLEX_OPERATOR(name)                                       \
    {"__" #name "__", complex_m_##name, "self, value, /", 0},        \
    {"__r" #name "__", complex_m_r##name, "self, value, /", 0}
#define COMPLEX_UNARY(name, fn) {name, fn, "self, /", 0}
#define COMPLEX_ORDER(name) {name, complex_m_order, "self, value, /", 0}

static const NativeDef complex_methods[] = {
    {"__new__", complex_new_method, "cls, real=?, imag=?", NATIVE_STATIC},
    COMPLEX_OPERATOR(add), COMPLEX_OPERATOR(sub), COMPLEX_OPERATOR(mul), COMPLEX_OPERATOR(truediv),
    {"__pow__", complex_m_pow, "self, value, mod=None, /", 0},
    {"__rpow__", complex_m_rpow, "self, value, mod=None, /", 0},
    SEQ_EQUALITY_METHODS(complex_object),
    COMPLEX_ORDER("__lt__"), COMPLEX_ORDER("__le__"), COMPLEX_ORDER("__gt__"), COMPLEX_ORDER("__ge__"),
    COMPLEX_UNARY("__neg__", complex_m_neg), COMPLEX_UNARY("__pos__", complex_m_self), COMPLEX_UNARY("__abs__", complex_m_abs),
    COMPLEX_UNARY("__bool__", complex_m_bool), COMPLEX_UNARY("__hash__", complex_m_hash), COMPLEX_UNARY("__repr__", complex_m_repr),
    COMPLEX_UNARY("__complex__", complex_m_self), COMPLEX_UNARY("__getnewargs__", complex_m_newargs),
    {"__format__", complex_m_format, "self, format_spec, /", 0},
    COMPLEX_UNARY("conjugate", complex_m_conjugate),
    {"real", complex_m_real, "self, /", NATIVE_GETTER | NATIVE_MEMBER},
    {"imag", complex_m_imag, "self, /", NATIVE_GETTER | NATIVE_MEMBER},
    {}};

void complex_init_class(void) { class_add_natives(&class_complex, complex_methods); }
