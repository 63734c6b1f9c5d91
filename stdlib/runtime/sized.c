// Sized types: the rare operations, conversion, promises, and the classes that stand for the types in a program.
//
// The classes have no instances: u32(x) gives an int. They can be called, named in annotations, and be neither bases nor
// anything's class.
#include "sized.h"

#include <math.h>

#include "class_int.h"
#include "exception.h"
#include "float.h"
#include "native.h"
#include "ops.h"

static Class *const classes[BC_SIZED_COUNT] = {
#define SIZED(name, kind, bits) &class_##name,
#include "compiler/bytecode/sized.def"
#undef SIZED
};

Class *sized_class(BcSized type) { return classes[type]; }

int sized_of_class(const Class *cls) {
    for (int i = 0; i < BC_SIZED_COUNT; i++)
        if (classes[i] == cls) return i;
    return -1;
}

bool sized_low_bits(Value v, uint64_t *bits) {
    if (!value_is_integer(v)) return false;
    v = int_plain(v);
    if (value_is_int(v)) {
        *bits = (uint64_t)value_int(v);
        return true;
    }
    const mp_int *m = &((Int *)value_object(v))->number;
    uint64_t magnitude = m->dp[0] | (m->used > 1 ? m->dp[1] << MP_DIGIT_BIT : 0);
    *bits = m->sign == MP_NEG ? -magnitude : magnitude;
    return true;
}

static Value from_bits(Thread *t, BcSized type, uint64_t bits) {
    return bc_sized[type].kind == BC_SIGNED ? int_from_i64(t, (int64_t)bits) : int_from_u64(t, bits);
}

// --- integers

static Value no_number(Thread *t, BcSized type, Value v) {
    return error_type(t, "%s() argument must be a number, not '%T'", bc_sized[type].name, v);
}

static Value plain_operation(Thread *t, BcSizedOp op, Value a, Value b) {
    switch (op) {
    case BC_SIZED_OP_add: return op_add(t, a, b);
    case BC_SIZED_OP_sub: return op_sub(t, a, b);
    case BC_SIZED_OP_mul: return op_mul(t, a, b);
    case BC_SIZED_OP_div: return op_div(t, a, b);
    case BC_SIZED_OP_floordiv: return op_floordiv(t, a, b);
    case BC_SIZED_OP_mod: return op_mod(t, a, b);
    case BC_SIZED_OP_pow: return op_pow(t, a, b);
    case BC_SIZED_OP_shl: return op_shl(t, a, b);
    case BC_SIZED_OP_shr: return op_shr(t, a, b);
    case BC_SIZED_OP_and: return op_and(t, a, b);
    case BC_SIZED_OP_or: return op_or(t, a, b);
    case BC_SIZED_OP_xor: return op_xor(t, a, b);
    case BC_SIZED_OP_neg: return op_neg(t, a);
    case BC_SIZED_OP_invert: return op_invert(t, a);
    default: return a;
    }
}

// Operands that are no ints: the plain operation words the error. Where it succeeds, the result is no value of the type.
static Value odd_operands(Thread *t, uint32_t k, Value a, Value b) {
    Value v = plain_operation(t, bc_sized_op(k), a, b);
    if (value_is_error(v)) return v;
    return no_number(t, bc_sized_type(k), value_is_integer(a) ? b : a);
}

// Rounds down, as Python's; the lowest number divided by -1 wraps to itself.
static uint64_t divide(BcSized type, BcSizedOp op, uint64_t a, uint64_t b) {
    if (bc_sized[type].kind == BC_UNSIGNED) return op == BC_SIZED_OP_floordiv ? a / b : a % b;
    int64_t x = (int64_t)a, y = (int64_t)b;
    if (y == -1) return op == BC_SIZED_OP_floordiv ? -a : 0;
    int64_t rest = x % y;
    bool is_low = rest != 0 && (rest < 0) != (y < 0);
    return (uint64_t)(op == BC_SIZED_OP_floordiv ? x / y - is_low : rest + (is_low ? y : 0));
}

// The order of an odd number divides 2^62, and an even one to the 64th is 0: of a large exponent, 62 bits and one above do.
static uint64_t raise_to(uint64_t base, Value exponent) {
    uint64_t bits, result = 1;
    int64_t small;
    sized_low_bits(exponent, &bits);
    if (!int_to_i64(exponent, &small)) bits = (bits & ((1ull << 62) - 1)) | 1ull << 62;
    for (; bits; bits >>= 1, base *= base)
        if (bits & 1) result *= base;
    return result;
}

static Value rare_integer(Thread *t, uint32_t k, uint64_t a, Value b_value, uint64_t b) {
    BcSized type = bc_sized_type(k);
    BcSizedOp op = bc_sized_op(k);
    a = sized_wrap(type, a);
    if (op == BC_SIZED_OP_pow) {
        if (int_sign(b_value) < 0) return error_value(t, "negative exponent of %s", bc_sized[type].name);
        return from_bits(t, type, sized_wrap(type, raise_to(a, b_value)));
    }
    b = sized_wrap(type, b);
    if (b == 0) return plain_operation(t, op, from_bits(t, type, a), value_from_small(0));
    return from_bits(t, type, sized_wrap(type, divide(type, op, a, b)));
}

static Value integer_operation(Thread *t, uint32_t k, Value a, Value b) {
    uint64_t x, y, result;
    BcSized type = bc_sized_type(k);
    BcSizedOp op = bc_sized_op(k);
    if (!sized_low_bits(a, &x) || !sized_low_bits(b, &y)) return odd_operands(t, k, a, b);
    if (op == BC_SIZED_OP_floordiv || op == BC_SIZED_OP_mod || op == BC_SIZED_OP_pow) return rare_integer(t, k, x, b, y);
    sized_compute(k, x, y, &result);
    return from_bits(t, type, result);
}

// --- f32

static Value round_real(Thread *t, Value v) {
    return value_is_error(v) || !value_is_float(v) ? v : float_from_double(t, (float)value_float(v));
}

static bool to_real(Thread *t, Value *v) {
    if (value_is_float(*v)) {
        *v = round_real(t, *v);
        return true;
    }
    bool ok = value_is_integer(*v);
    double d = ok ? int_to_double(t, *v, &ok) : 0;
    if (ok) *v = float_from_double(t, (float)d);
    return ok;
}

static Value real_operation(Thread *t, uint32_t k, Value a, Value b) {
    if (!to_real(t, &a) || !to_real(t, &b)) return error_pending(t) ? VALUE_ERROR : odd_operands(t, k, a, b);
    return round_real(t, plain_operation(t, bc_sized_op(k), a, b));
}

// --- conversion

static Value convert(Thread *t, BcSized type, Value v) {
    uint64_t bits;
    if (bc_sized[type].kind == BC_REAL) {
        if (to_real(t, &v)) return v;
        return error_pending(t) ? VALUE_ERROR : no_number(t, type, v);
    }
    if (value_is_float(v)) v = int_from_double(t, value_float(v));
    if (value_is_error(v)) return v;
    if (!sized_low_bits(v, &bits)) return no_number(t, type, v);
    return from_bits(t, type, sized_wrap(type, bits));
}

Value sized_operate(Thread *t, uint32_t k, Value a, Value b) {
    BcSized type = bc_sized_type(k);
    if (bc_sized_op(k) == BC_SIZED_OP_convert) return convert(t, type, a);
    return bc_sized[type].kind == BC_REAL ? real_operation(t, k, a, b) : integer_operation(t, k, a, b);
}

// --- promises

bool sized_accepts(Thread *t, BcSized type, Value *v) {
    if (bc_sized[type].kind == BC_REAL) return to_real(t, v);
    uint64_t bits;
    if (!sized_low_bits(*v, &bits)) return false;
    Value held = from_bits(t, type, sized_wrap(type, bits));
    if (int_compare(held, *v) != 0) return false;
    *v = held;
    return true;
}

Value sized_broken(Thread *t, Value v, Str *promise) {
    if (error_pending(t)) return VALUE_ERROR;
    if (!value_is_integer(v)) return error_type(t, "%S, not %T", promise, v);
    Str *number = op_repr(t, v);
    return number ? error_raise(t, &class_OverflowError, "%S, which does not hold %S", promise, number) : VALUE_ERROR;
}

// --- classes

static Value new_method(Thread *t, Value *args, uint32_t nargs) {
    int type = value_is_class(args[0]) ? sized_of_class(value_as_class(args[0])) : -1;
    return type < 0 ? error_type(t, "__new__() takes a sized type") : convert(t, (BcSized)type, args[1]);
}

#define SIZED(name, kind, bits) \
    static Value construct_##name(Thread *t, const Value *args, uint32_t nargs) { return nargs == 1 ? convert(t, BC_SIZED_##name, args[0]) : VALUE_UNBOUND; }
#include "compiler/bytecode/sized.def"
#undef SIZED

static const NativeDef methods[] = {{"__new__", new_method, "cls, x=0, /", NATIVE_STATIC}, {}};

void sized_init_classes(void) {
#define SIZED(name, kind, bits) class_##name.construct = construct_##name;
#include "compiler/bytecode/sized.def"
#undef SIZED
    for (uint32_t i = 0; i < BC_SIZED_COUNT; i++) class_add_natives(classes[i], methods);
}
