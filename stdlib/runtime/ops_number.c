// Arithmetic: numbers of the builtin classes directly, everything else by special methods.
//
// Order of asking, for a + b: b.__radd__ first when b's class is a proper subclass of a's that brings its own; then
// a.__add__; then b.__radd__ unless both have the same class. Sequences of the builtin classes differ as in CPython: their
// + and * are asked last, so that a number-like right operand gets its say.
#include "class_int.h"

#include <math.h>

#include "float.h"
#include "int.h"

// --- numbers. VALUE_UNBOUND: these are not two builtin numbers.

static inline bool plain_integer(Value v) { return value_is_int(v) || value_is_bool(v) || value_has_shape(v, &shape_int); }
static inline bool plain_float(Value v) { return value_is_double(v) || value_has_shape(v, &shape_float); }

static Value integers(Thread *t, Dunder d, Value a, Value b) {
    switch (d) {
    case DUNDER_ADD: return int_add(t, a, b);
    case DUNDER_SUB: return int_sub(t, a, b);
    case DUNDER_MUL: return int_mul(t, a, b);
    case DUNDER_TRUEDIV: return int_truediv(t, a, b);
    case DUNDER_FLOORDIV: return int_floordiv(t, a, b);
    case DUNDER_MOD: return int_mod(t, a, b);
    case DUNDER_POW: return int_pow(t, a, b, VALUE_NONE);
    case DUNDER_LSHIFT: return int_shl(t, a, b);
    case DUNDER_RSHIFT: return int_shr(t, a, b);
    case DUNDER_DIVMOD: return int_divmod(t, a, b);
    default: return VALUE_UNBOUND;   // & | ^ of two bools are bools: int's methods know
    }
}

static Value floats_divmod(Thread *t, double a, double b) {
    Value items[2] = {float_from_double(t, float_floordiv(a, b)), float_from_double(t, float_mod(a, b))};
    return value_or_error(tuple_from(t, items, 2));
}

static Value zero_division(Thread *t, const char *text) { return error_raise(t, &class_ZeroDivisionError, "%s", text); }

static Value floats(Thread *t, Dunder d, double a, double b) {
    switch (d) {
    case DUNDER_ADD: return float_from_double(t, a + b);
    case DUNDER_SUB: return float_from_double(t, a - b);
    case DUNDER_MUL: return float_from_double(t, a * b);
    case DUNDER_TRUEDIV: return b == 0 ? zero_division(t, "float division by zero") : float_from_double(t, a / b);
    case DUNDER_FLOORDIV: return b == 0 ? zero_division(t, "float floor division by zero") : float_from_double(t, float_floordiv(a, b));
    case DUNDER_MOD: return b == 0 ? zero_division(t, "float modulo") : float_from_double(t, float_mod(a, b));
    case DUNDER_POW: return float_pow(t, a, b);
    case DUNDER_DIVMOD: return b == 0 ? zero_division(t, "float divmod()") : floats_divmod(t, a, b);
    default: return VALUE_UNBOUND;
    }
}

static inline bool immediate_double(Value v, double *d) {
    if (value_is_common_double(v)) *d = value_common_double(v);
    else if (value_is_int(v)) *d = (double)value_int(v);
    else return false;
    return true;
}

static Value numbers(Thread *t, Dunder d, Value a, Value b) {
    double left, right;
    if (!value_both_int(a, b) && immediate_double(a, &left) && immediate_double(b, &right)) return floats(t, d, left, right);
    bool int_a = plain_integer(a), int_b = plain_integer(b);
    if (int_a && int_b) return integers(t, d, a, b);
    if ((!int_a && !plain_float(a)) || (!int_b && !plain_float(b))) return VALUE_UNBOUND;
    bool ok = true;
    double x = int_a ? int_to_double(t, a, &ok) : value_float(a);
    double y = ok && int_b ? int_to_double(t, b, &ok) : ok ? value_float(b) : 0;
    return ok ? floats(t, d, x, y) : VALUE_ERROR;
}

// --- special methods

static inline Dunder reflected(Dunder d) { return (Dunder)(d + 1); }
static inline Dunder inplace(Dunder d) { return (Dunder)(d + 2); }

static Value ask(Thread *t, Dunder d, Value self, Value other) {
    Value result = call_dunder(t, self, d, &other, 1);
    return value_is_unbound(result) ? VALUE_NOTIMPLEMENTED : result;
}

// Whether v is a builtin sequence whose + and * the program has not replaced.
static bool is_sequence(Value v, Dunder d) {
    if (!value_is_object(v)) return false;
    Kind kind = object_kind(value_object(v));
    if (kind != KIND_STR && kind != KIND_LIST && kind != KIND_TUPLE && kind != KIND_BYTES && kind != KIND_BYTEARRAY) return false;
    return value_is_native(value_dunder(v, d));
}

static bool b_goes_first(Value a, Value b, Dunder d) {
    const Class *ca = value_class(a), *cb = value_class(b);
    if (ca == cb || !class_is_subclass(cb, ca)) return false;
    return !value_same(ca->dunders[reflected(d)], cb->dunders[reflected(d)]);
}

static Value ask_both(Thread *t, Dunder d, Value a, Value b) {
    bool first = b_goes_first(a, b, d);
    Value result = first ? ask(t, reflected(d), b, a) : VALUE_NOTIMPLEMENTED;
    if (!value_same(result, VALUE_NOTIMPLEMENTED)) return result;
    result = ask(t, d, a, b);
    if (!value_same(result, VALUE_NOTIMPLEMENTED) || first || value_class(a) == value_class(b)) return result;
    return ask(t, reflected(d), b, a);
}

static const char *operator_text(Dunder d) {
    switch (d) {
    case DUNDER_ADD: return "+";
    case DUNDER_SUB: return "-";
    case DUNDER_MUL: return "*";
    case DUNDER_TRUEDIV: return "/";
    case DUNDER_FLOORDIV: return "//";
    case DUNDER_MOD: return "%";
    case DUNDER_POW: return "** or pow()";
    case DUNDER_MATMUL: return "@";
    case DUNDER_LSHIFT: return "<<";
    case DUNDER_RSHIFT: return ">>";
    case DUNDER_AND: return "&";
    case DUNDER_OR: return "|";
    case DUNDER_XOR: return "^";
    default: return "divmod()";
    }
}

static Value unsupported(Thread *t, Dunder d, Value a, Value b, bool in_place) {
    const char *op = in_place && d == DUNDER_POW ? "**" : operator_text(d);
    if (d == DUNDER_RSHIFT && value_is_native(a) && str_equal_c(((Native *)value_object(a))->name, "print"))
        return error_type(t, "unsupported operand type(s) for %s%s: '%T' and '%T'. Did you mean \"print(<message>, file=<output_stream>)\"?", op,
                          in_place ? "=" : "", a, b);
    return error_type(t, "unsupported operand type(s) for %s%s: '%T' and '%T'", op, in_place ? "=" : "", a, b);
}

// --- + and * of sequences

static Value concatenate(Thread *t, Value a, Value b) {
    Value result = ask(t, DUNDER_RADD, b, a);
    if (value_same(result, VALUE_NOTIMPLEMENTED)) result = ask(t, DUNDER_ADD, a, b);
    if (!value_same(result, VALUE_NOTIMPLEMENTED)) return result;
    Kind kind = object_kind(value_object(a));
    if (kind == KIND_BYTES || kind == KIND_BYTEARRAY) return error_type(t, "can't concat %T to %T", b, a);
    const char *what = kind == KIND_STR ? "str" : kind == KIND_LIST ? "list" : "tuple";
    return error_type(t, "can only concatenate %s (not \"%T\") to %s", what, b, what);
}

static Value repeat(Thread *t, Dunder d, Value sequence, Value count) {
    if (!value_is_integer(count) && value_is_unbound(value_dunder(count, DUNDER_INDEX)))
        return error_type(t, "can't multiply sequence by non-int of type '%T'", count);
    Value result = ask(t, d, sequence, count);
    if (!value_same(result, VALUE_NOTIMPLEMENTED)) return result;
    return error_type(t, "can't multiply sequence by non-int of type '%T'", count);
}

static Value multiply_sequence(Thread *t, Value a, Value b) {
    bool first = is_sequence(a, DUNDER_MUL), second = is_sequence(b, DUNDER_MUL);
    Value result = VALUE_NOTIMPLEMENTED;
    if (!first) result = ask(t, DUNDER_MUL, a, b);
    if (value_same(result, VALUE_NOTIMPLEMENTED) && !second) result = ask(t, DUNDER_RMUL, b, a);
    if (!value_same(result, VALUE_NOTIMPLEMENTED)) return result;
    return first ? repeat(t, DUNDER_MUL, a, b) : repeat(t, DUNDER_RMUL, b, a);
}

// In place, a left operand whose type is some sequence to CPython, but not one to repeat, keeps the right one from being repeated.
static bool keeps_from_repeating(Value a) {
    if (is_sequence(a, DUNDER_MUL) || !value_is_object(a)) return false;
    return !(value_class(a)->flags & CLASS_BUILTIN) || !value_is_unbound(value_dunder(a, DUNDER_CONTAINS));
}

// + and * of plain lists, tuples and strings, where the order of asking makes no difference.
static bool is_plain_sequence(Value v) {
    const Shape *shape = value_is_object(v) ? value_object(v)->shape : NULL;
    return shape == &shape_list || shape == &shape_tuple || shape == &shape_str;
}

static bool left_decides(Dunder d, Value a, Value b) {
    if (!is_plain_sequence(a)) return false;
    return d == DUNDER_ADD ? value_is_object(b) && value_object(b)->shape == value_object(a)->shape : d == DUNDER_MUL && value_is_int(b);
}

static Value binary_slow(Thread *t, Dunder d, Value a, Value b, bool in_place) {
    if (left_decides(d, a, b)) return ask(t, d, a, b);
    if (d == DUNDER_ADD && is_sequence(a, DUNDER_ADD)) return concatenate(t, a, b);
    bool repeats = d == DUNDER_MUL && (is_sequence(a, DUNDER_MUL) || is_sequence(b, DUNDER_MUL));
    if (repeats && in_place && keeps_from_repeating(a)) {
        Value own = ask(t, d, a, b);
        return value_same(own, VALUE_NOTIMPLEMENTED) ? unsupported(t, d, a, b, in_place) : own;
    }
    if (repeats) return multiply_sequence(t, a, b);
    Value result = ask_both(t, d, a, b);
    return value_same(result, VALUE_NOTIMPLEMENTED) ? unsupported(t, d, a, b, in_place) : result;
}

Value op_binary_declined(Thread *t, Dunder d, Value a, Value b) {
    if (d == DUNDER_MUL && is_sequence(b, d)) return repeat(t, DUNDER_RMUL, b, a);
    Value result = value_class(a) == value_class(b) ? VALUE_NOTIMPLEMENTED : ask(t, reflected(d), b, a);
    return value_same(result, VALUE_NOTIMPLEMENTED) ? unsupported(t, d, a, b, false) : result;
}

Value op_binary(Thread *t, Dunder d, Value a, Value b) {
    Value result = numbers(t, d, a, b);
    return value_is_unbound(result) ? binary_slow(t, d, a, b, false) : result;
}

Value op_inplace(Thread *t, Dunder d, Value a, Value b) {
    if (d == DUNDER_ADD && value_is_plain_str(a) && value_is_plain_str(b)) return value_or_error(str_concat(t, value_str(a), value_str(b)));
    Value result = numbers(t, d, a, b);
    if (!value_is_unbound(result)) return result;
    result = ask(t, inplace(d), a, b);
    return value_same(result, VALUE_NOTIMPLEMENTED) ? binary_slow(t, d, a, b, true) : result;
}

// --- one function per operator

Value op_add(Thread *t, Value a, Value b) {
    if (value_both_int(a, b)) return int_from_i64(t, value_int(a) + value_int(b));
    if (value_is_common_double(a) && value_is_common_double(b)) return float_from_double(t, value_common_double(a) + value_common_double(b));
    if (value_is_plain_str(a) && value_is_plain_str(b)) return value_or_error(str_concat(t, value_str(a), value_str(b)));
    return op_binary(t, DUNDER_ADD, a, b);
}

Value op_sub(Thread *t, Value a, Value b) {
    if (value_both_int(a, b)) return int_from_i64(t, value_int(a) - value_int(b));
    if (value_is_common_double(a) && value_is_common_double(b)) return float_from_double(t, value_common_double(a) - value_common_double(b));
    return op_binary(t, DUNDER_SUB, a, b);
}

Value op_mul(Thread *t, Value a, Value b) {
    if (value_is_common_double(a) && value_is_common_double(b)) return float_from_double(t, value_common_double(a) * value_common_double(b));
    int64_t product;
    if (value_both_int(a, b) && !__builtin_mul_overflow(value_int(a), value_int(b), &product)) return int_from_i64(t, product);
    return op_binary(t, DUNDER_MUL, a, b);
}

Value op_div(Thread *t, Value a, Value b) { return op_binary(t, DUNDER_TRUEDIV, a, b); }
Value op_floordiv(Thread *t, Value a, Value b) { return op_binary(t, DUNDER_FLOORDIV, a, b); }
Value op_mod(Thread *t, Value a, Value b) { return op_binary(t, DUNDER_MOD, a, b); }
Value op_pow(Thread *t, Value a, Value b) { return op_binary(t, DUNDER_POW, a, b); }
Value op_matmul(Thread *t, Value a, Value b) { return op_binary(t, DUNDER_MATMUL, a, b); }
Value op_shl(Thread *t, Value a, Value b) { return op_binary(t, DUNDER_LSHIFT, a, b); }
Value op_shr(Thread *t, Value a, Value b) { return op_binary(t, DUNDER_RSHIFT, a, b); }
Value op_and(Thread *t, Value a, Value b) { return value_both_int(a, b) ? VALUE_BITS(a.bits & b.bits) : op_binary(t, DUNDER_AND, a, b); }
Value op_or(Thread *t, Value a, Value b) { return value_both_int(a, b) ? VALUE_BITS(a.bits | b.bits) : op_binary(t, DUNDER_OR, a, b); }
Value op_xor(Thread *t, Value a, Value b) { return value_both_int(a, b) ? VALUE_BITS(a.bits ^ b.bits) : op_binary(t, DUNDER_XOR, a, b); }

static Value unary(Thread *t, Dunder d, Value a, const char *sign) {
    Value result = call_dunder(t, a, d, NULL, 0);
    return value_is_unbound(result) ? error_type(t, "bad operand type for unary %s: '%T'", sign, a) : result;
}

Value op_neg(Thread *t, Value a) {
    if (plain_integer(a)) return int_neg(t, a);
    if (plain_float(a)) return float_from_double(t, -value_float(a));
    return unary(t, DUNDER_NEG, a, "-");
}

Value op_pos(Thread *t, Value a) {
    if (value_is_int(a) || plain_float(a)) return a;
    return unary(t, DUNDER_POS, a, "+");
}

Value op_invert(Thread *t, Value a) { return plain_integer(a) ? int_invert(t, a) : unary(t, DUNDER_INVERT, a, "~"); }
