// float: its method table.
#include <math.h>

#include "call.h"
#include "class.h"
#include "exception.h"
#include "bytes.h"
#include "float.h"
#include "float_int.h"
#include "format.h"
#include "int.h"
#include "native.h"
#include "ops.h"
#include "seq.h"
#include "str.h"
#include "tuple.h"

// ---- construction ----

static Value float_parse_value(Thread *t, Value v) {
    const uint8_t *data;
    size_t n;
    double d;
    bool ok;
    if (value_is_str(v)) ok = float_parse(value_str(v)->text, value_str(v)->nbytes, &d);
    else if (value_bytes_view(v, &data, &n)) ok = float_parse_ascii(data, n, &d);
    else return VALUE_UNBOUND;
    if (!ok) return error_value(t, "could not convert string to float: %R", v);
    return d == d ? float_from_double(t, d) : float_box(t, d);   // two NaNs are two objects: containers go by identity
}

// __float__ of anything that has one, of subclasses of float and str as well.
static Value float_from_method(Thread *t, Value v) {
    Value f = call_dunder(t, v, DUNDER_FLOAT, NULL, 0);
    if (value_is_error(f)) return f;
    if (value_is_float(f)) return float_from_double(t, value_float(f));
    return error_type(t, "%T.__float__ returned non-float (type %T)", v, f);
}

static Value float_from_value(Thread *t, Value v) {
    double d;
    if (value_is_double(v) || value_has_shape(v, &shape_float)) return v;
    if (value_is_object(v) && !value_is_unbound(value_dunder(v, DUNDER_FLOAT))) return float_from_method(t, v);
    Value parsed = float_parse_value(t, v);
    if (!value_is_unbound(parsed)) return parsed;
    if (!value_is_integer(v) && value_is_unbound(value_dunder(v, DUNDER_INDEX))) return error_type(t, "float() argument must be a string or a real number, not '%T'", v);
    return value_to_double(t, v, &d) ? float_from_double(t, d) : VALUE_ERROR;
}

static Value float_new_method(Thread *t, Value *args, uint32_t nargs) {
    Class *cls = (Class *)value_object(args[0]);
    Value f = float_from_value(t, args[1]);
    if (value_is_error(f) || cls == &class_float) return f;
    Float *o = (Float *)class_instantiate(t, cls);
    if (!o) return VALUE_ERROR;
    o->number = value_float(f);
    return value_from_object(o);
}

// ---- operators ----

// 1: *out is the number, 0: not a float or int, -1: exception pending.
static int float_operand(Thread *t, Value v, double *out) {
    if (value_is_float(v)) {
        *out = value_float(v);
        return 1;
    }
    if (!value_is_integer(v)) return 0;
    bool ok;
    *out = int_to_double(t, v, &ok);
    return ok ? 1 : -1;
}

static Value float_plus(Thread *t, double a, double b) { return float_from_double(t, a + b); }
static Value float_minus(Thread *t, double a, double b) { return float_from_double(t, a - b); }
static Value float_times(Thread *t, double a, double b) { return float_from_double(t, a * b); }

static Value float_zero_division(Thread *t, const char *message) {
    return error_raise(t, &class_ZeroDivisionError, "%s", message);
}

static Value float_over(Thread *t, double a, double b) {
    return b == 0 ? float_zero_division(t, "float division by zero") : float_from_double(t, a / b);
}

static Value float_floor_over(Thread *t, double a, double b) {
    return b == 0 ? float_zero_division(t, "float floor division by zero") : float_from_double(t, float_floordiv(a, b));
}

static Value float_rest(Thread *t, double a, double b) {
    return b == 0 ? float_zero_division(t, "float modulo") : float_from_double(t, float_mod(a, b));
}

static Value float_both(Thread *t, double a, double b) {
    if (b == 0) return float_zero_division(t, "float divmod()");
    Value parts[] = {float_from_double(t, float_floordiv(a, b)), float_from_double(t, float_mod(a, b))};
    Tuple *pair = tuple_from(t, parts, 2);
    return pair ? value_from_object(pair) : VALUE_ERROR;
}

static Value float_binary(Thread *t, Value a, Value b, Value (*operation)(Thread *, double, double)) {
    double x, y;
    int ok = float_operand(t, a, &x);
    if (ok > 0) ok = float_operand(t, b, &y);
    if (ok <= 0) return ok < 0 ? VALUE_ERROR : VALUE_NOTIMPLEMENTED;
    return operation(t, x, y);
}

#define FLOAT_BINARY(name, operation)                                                                                              \
    static Value float_m_##name(Thread *t, Value *args, uint32_t nargs) { return float_binary(t, args[0], args[1], operation); }  \
    static Value float_m_r##name(Thread *t, Value *args, uint32_t nargs) { return float_binary(t, args[1], args[0], operation); }
FLOAT_BINARY(add, float_plus)
FLOAT_BINARY(sub, float_minus)
FLOAT_BINARY(mul, float_times)
FLOAT_BINARY(truediv, float_over)
FLOAT_BINARY(floordiv, float_floor_over)
FLOAT_BINARY(mod, float_rest)
FLOAT_BINARY(divmod, float_both)
FLOAT_BINARY(pow_, float_pow)
#undef FLOAT_BINARY

static Value float_m_pow(Thread *t, Value *args, uint32_t nargs) {
    if (!value_is_none(args[2])) return error_type(t, "pow() 3rd argument not allowed unless all arguments are integers");
    return float_m_pow_(t, args, 2);
}

static Value float_m_rpow(Thread *t, Value *args, uint32_t nargs) {
    if (!value_is_none(args[2])) return error_type(t, "pow() 3rd argument not allowed unless all arguments are integers");
    return float_m_rpow_(t, args, 2);
}

static Value float_object_compare(Thread *t, Dunder d, Value a, Value b) {
    double x = value_float(a);
    bool whole = value_is_integer(b);
    if (!whole && !value_is_float(b)) return VALUE_NOTIMPLEMENTED;
    if (isnan(x) || (!whole && isnan(value_float(b)))) return value_from_bool(d == DUNDER_NE);
    if (whole) return ops_from_order(d, -int_compare_double(b, x));
    double y = value_float(b);
    return ops_from_order(d, (x > y) - (x < y));
}
SEQ_COMPARISONS(float_object)

static Value float_m_neg(Thread *t, Value *args, uint32_t nargs) { return float_from_double(t, -value_float(args[0])); }
static Value float_m_abs(Thread *t, Value *args, uint32_t nargs) { return float_from_double(t, fabs(value_float(args[0]))); }
static Value float_m_self(Thread *t, Value *args, uint32_t nargs) { return float_from_double(t, value_float(args[0])); }
static Value float_m_bool(Thread *t, Value *args, uint32_t nargs) { return value_from_bool(value_float(args[0]) != 0); }
static Value float_m_int(Thread *t, Value *args, uint32_t nargs) { return int_from_double(t, value_float(args[0])); }
static Value float_m_floor(Thread *t, Value *args, uint32_t nargs) { return int_from_double(t, floor(value_float(args[0]))); }
static Value float_m_ceil(Thread *t, Value *args, uint32_t nargs) { return int_from_double(t, ceil(value_float(args[0]))); }
static Value float_m_zero(Thread *t, Value *args, uint32_t nargs) { return float_from_double(t, 0.0); }

// NaNs are different keys: those that are objects hash by their identity, as object's __hash__ does.
static Value float_m_hash(Thread *t, Value *args, uint32_t nargs) {
    double d = value_float(args[0]);
    if (isnan(d) && value_is_object(args[0])) return value_from_small((int64_t)(args[0].bits >> 4 & 0xFFFFFFFFFFFF));
    return int_from_i64(t, (int64_t)float_hash(d));
}

static Value float_m_repr(Thread *t, Value *args, uint32_t nargs) {
    Str *s = float_repr(t, value_float(args[0]));
    return s ? value_from_object(s) : VALUE_ERROR;
}

static Value float_m_format(Thread *t, Value *args, uint32_t nargs) {
    if (!value_is_str(args[1])) return error_type(t, "__format__() argument must be str, not %A", args[1]);
    if (value_str(args[1])->nbytes) return format_float(t, args[0], value_str(args[1]));
    Str *s = op_str(t, args[0]);
    return s ? value_from_object(s) : VALUE_ERROR;
}

// ---- named methods ----

static Value float_m_is_integer(Thread *t, Value *args, uint32_t nargs) {
    double d = value_float(args[0]);
    return value_from_bool(isfinite(d) && d == floor(d));
}

static Value float_m_ratio(Thread *t, Value *args, uint32_t nargs) {
    double d = value_float(args[0]);
    if (isnan(d)) return error_value(t, "cannot convert NaN to integer ratio");
    if (isinf(d)) return error_raise(t, &class_OverflowError, "cannot convert Infinity to integer ratio");
    int exponent;
    double mantissa = frexp(d, &exponent);
    for (; mantissa != floor(mantissa); exponent--) mantissa *= 2;
    Value parts[] = {int_from_double(t, mantissa), value_from_small(1)};
    Value shift = value_from_small(exponent < 0 ? -exponent : exponent);
    parts[exponent < 0] = int_shl(t, parts[exponent < 0], shift);
    if (value_is_error(parts[0]) || value_is_error(parts[1])) return VALUE_ERROR;
    Tuple *pair = tuple_from(t, parts, 2);
    return pair ? value_from_object(pair) : VALUE_ERROR;
}

static Value float_m_round(Thread *t, Value *args, uint32_t nargs) {
    if (value_is_none(args[1])) return int_from_double(t, float_round_even(value_float(args[0])));
    int64_t digits;
    double d;
    if (!int_index_i64(t, args[1], &digits, true)) return VALUE_ERROR;
    if (float_round_to(value_float(args[0]), digits, &d)) return float_from_double(t, d);
    return error_raise(t, &class_OverflowError, "rounded value too large to represent");
}

static Value float_m_hex(Thread *t, Value *args, uint32_t nargs) {
    Str *s = float_to_hex(t, value_float(args[0]));
    return s ? value_from_object(s) : VALUE_ERROR;
}

static Value float_m_fromhex(Thread *t, Value *args, uint32_t nargs) {
    double d;
    if (!value_is_str(args[1])) return error_type(t, "bad argument type for built-in operation");
    int ok = float_parse_hex(value_str(args[1])->text, value_str(args[1])->nbytes, &d);
    if (ok == 0) return error_value(t, "invalid hexadecimal floating-point string");
    if (ok < 0) return error_raise(t, &class_OverflowError, "hexadecimal value too large to represent as a float");
    Value f = float_from_double(t, d);
    return value_object(args[0]) == (Object *)&class_float ? f : call1(t, args[0], f);
}

static Value float_m_getformat(Thread *t, Value *args, uint32_t nargs) {
    const char *text = __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__ ? "IEEE, little-endian" : "IEEE, big-endian";
    if (!value_is_str(args[1])) return error_type(t, "__getformat__() argument must be str, not %A", args[1]);
    bool known = str_equal_c(value_str(args[1]), "double") || str_equal_c(value_str(args[1]), "float");
    return known ? value_from_object(str_intern_c(text)) : error_value(t, "__getformat__() argument 1 must be 'double' or 'float'");
}

static Value float_m_newargs(Thread *t, Value *args, uint32_t nargs) {
    Tuple *tuple = tuple_from(t, (Value[]){float_from_double(t, value_float(args[0]))}, 1);
    return tuple ? value_from_object(tuple) : VALUE_ERROR;
}

#define FLOAT_OPERATOR(name)                                       \
    {"__" #name "__", float_m_##name, "self, value, /", 0},        \
    {"__r" #name "__", float_m_r##name, "self, value, /", 0}
#define FLOAT_UNARY(name, fn) {name, fn, "self, /", 0}

static const NativeDef float_methods[] = {
    {"__new__", float_new_method, "cls, x=0, /", NATIVE_STATIC},
    FLOAT_OPERATOR(add), FLOAT_OPERATOR(sub), FLOAT_OPERATOR(mul), FLOAT_OPERATOR(truediv), FLOAT_OPERATOR(floordiv),
    FLOAT_OPERATOR(mod), FLOAT_OPERATOR(divmod),
    {"__pow__", float_m_pow, "self, value, mod=None, /", 0},
    {"__rpow__", float_m_rpow, "self, value, mod=None, /", 0},
    SEQ_COMPARISON_METHODS(float_object),
    FLOAT_UNARY("__neg__", float_m_neg), FLOAT_UNARY("__pos__", float_m_self), FLOAT_UNARY("__abs__", float_m_abs),
    FLOAT_UNARY("__bool__", float_m_bool), FLOAT_UNARY("__hash__", float_m_hash), FLOAT_UNARY("__repr__", float_m_repr),
    FLOAT_UNARY("__int__", float_m_int), FLOAT_UNARY("__trunc__", float_m_int), FLOAT_UNARY("__floor__", float_m_floor),
    FLOAT_UNARY("__ceil__", float_m_ceil), FLOAT_UNARY("__float__", float_m_self), FLOAT_UNARY("__getnewargs__", float_m_newargs),
    {"__round__", float_m_round, "self, ndigits=None, /", 0},
    {"__format__", float_m_format, "self, format_spec, /", 0},
    FLOAT_UNARY("is_integer", float_m_is_integer), FLOAT_UNARY("as_integer_ratio", float_m_ratio),
    FLOAT_UNARY("conjugate", float_m_self), FLOAT_UNARY("hex", float_m_hex),
    {"__getformat__", float_m_getformat, "cls, typestr, /", NATIVE_CLASS},
    {"fromhex", float_m_fromhex, "cls, string, /", NATIVE_CLASS},
    {"real", float_m_self, "self, /", NATIVE_GETTER},
    {"imag", float_m_zero, "self, /", NATIVE_GETTER},
    {}};

// float(x)
static Value float_construct(Thread *t, const Value *args, uint32_t nargs) {
    return nargs == 1 ? float_from_value(t, args[0]) : VALUE_UNBOUND;
}

void float_init_class(void) {
    class_float.construct = float_construct;
    class_add_natives(&class_float, float_methods);
}
