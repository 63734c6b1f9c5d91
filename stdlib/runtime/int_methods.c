// int: its method table. Operators give NotImplemented for anything but ints; other types' reflected methods take over.
#include "class.h"
#include "exception.h"
#include "float.h"
#include "format.h"
#include "int_int.h"
#include "native.h"
#include "ops.h"
#include "seq.h"
#include "str.h"
#include "tuple.h"

static Value int_str_result(Str *s) { return s ? value_from_object(s) : VALUE_ERROR; }

// ---- operators ----

#define INT_BINARY(name, operation)                                                    \
    static Value int_m_##name(Thread *t, Value *args, uint32_t nargs) {                \
        return value_is_integer(args[1]) ? operation(t, args[0], args[1]) : VALUE_NOTIMPLEMENTED; \
    }                                                                                  \
    static Value int_m_r##name(Thread *t, Value *args, uint32_t nargs) {               \
        return value_is_integer(args[1]) ? operation(t, args[1], args[0]) : VALUE_NOTIMPLEMENTED; \
    }
INT_BINARY(add, int_add)
INT_BINARY(sub, int_sub)
INT_BINARY(mul, int_mul)
INT_BINARY(floordiv, int_floordiv)
INT_BINARY(mod, int_mod)
INT_BINARY(truediv, int_truediv)
INT_BINARY(divmod, int_divmod)
INT_BINARY(lshift, int_shl)
INT_BINARY(rshift, int_shr)
INT_BINARY(and, int_and)
INT_BINARY(or, int_or)
INT_BINARY(xor, int_xor)
#undef INT_BINARY

static Value int_m_pow(Thread *t, Value *args, uint32_t nargs) {
    bool ints = value_is_integer(args[1]) && (value_is_none(args[2]) || value_is_integer(args[2]));
    return ints ? int_pow(t, args[0], args[1], args[2]) : VALUE_NOTIMPLEMENTED;
}

static Value int_m_rpow(Thread *t, Value *args, uint32_t nargs) {
    bool ints = value_is_integer(args[1]) && (value_is_none(args[2]) || value_is_integer(args[2]));
    return ints ? int_pow(t, args[1], args[0], args[2]) : VALUE_NOTIMPLEMENTED;
}

static Value int_object_compare(Thread *t, Dunder d, Value a, Value b) {
    if (!value_is_integer(b)) return VALUE_NOTIMPLEMENTED;
    return ops_from_order(d, int_compare(a, b));
}
SEQ_COMPARISONS(int_object)

static Value int_m_neg(Thread *t, Value *args, uint32_t nargs) { return int_neg(t, args[0]); }
static Value int_m_invert(Thread *t, Value *args, uint32_t nargs) { return int_invert(t, args[0]); }
static Value int_m_abs(Thread *t, Value *args, uint32_t nargs) { return int_abs(t, args[0]); }
static Value int_m_self(Thread *t, Value *args, uint32_t nargs) { return int_plain(args[0]); }
static Value int_m_bool(Thread *t, Value *args, uint32_t nargs) { return value_from_bool(!int_is_zero(args[0])); }
static Value int_m_hash(Thread *t, Value *args, uint32_t nargs) { return int_from_i64(t, (int64_t)int_hash(args[0])); }
static Value int_m_repr(Thread *t, Value *args, uint32_t nargs) { return int_str_result(int_to_str(t, args[0], 10)); }

static Value int_m_float(Thread *t, Value *args, uint32_t nargs) {
    bool ok;
    double d = int_to_double(t, args[0], &ok);
    return ok ? float_from_double(t, d) : VALUE_ERROR;
}

static Value int_m_format(Thread *t, Value *args, uint32_t nargs) {
    if (!value_is_str(args[1])) return error_type(t, "__format__() argument must be str, not %A", args[1]);
    if (value_str(args[1])->nbytes) return format_int(t, args[0], value_str(args[1]));
    return int_str_result(op_str(t, args[0]));
}

// ---- rounding ----

// Half to even, at a power of ten.
static Value int_round_to(Thread *t, Value v, Value power) {
    Value rest = int_mod(t, v, power), down = int_sub(t, v, rest);
    if (value_is_error(rest) || value_is_error(down)) return VALUE_ERROR;
    int order = int_compare(int_add(t, rest, rest), power);
    Value quotient = order == 0 ? int_floordiv(t, v, power) : value_from_small(0);
    bool odd = order == 0 && int_sign(int_and(t, quotient, value_from_small(1))) != 0;
    return order > 0 || odd ? int_add(t, down, power) : down;
}

static Value int_m_round(Thread *t, Value *args, uint32_t nargs) {
    int64_t digits;
    if (value_is_none(args[1]) || value_is_unbound(args[1])) return int_plain(args[0]);
    Value places = int_index(t, args[1]);
    if (value_is_error(places)) return places;
    if (int_sign(places) >= 0) return int_plain(args[0]);
    bool far = !int_to_i64(places, &digits) || (uint64_t)-digits > int_bit_length(args[0]) + 1;
    if (far) return value_from_small(0);
    Value power = int_pow(t, value_from_small(10), value_from_small(-digits), VALUE_NONE);
    return value_is_error(power) ? power : int_round_to(t, args[0], power);
}

// ---- named methods ----

static Value int_m_bit_length(Thread *t, Value *args, uint32_t nargs) {
    return value_from_small((int64_t)int_bit_length(args[0]));
}

static Value int_m_bit_count(Thread *t, Value *args, uint32_t nargs) {
    IntView view;
    const mp_int *m = int_view(args[0], &view);
    int64_t count = 0;
    for (int i = 0; i < m->used; i++) count += __builtin_popcountll(m->dp[i]);
    return value_from_small(count);
}

static Value int_m_ratio(Thread *t, Value *args, uint32_t nargs) {
    Tuple *pair = tuple_from(t, (Value[]){int_plain(args[0]), value_from_small(1)}, 2);
    return pair ? value_from_object(pair) : VALUE_ERROR;
}

static Value int_m_zero(Thread *t, Value *args, uint32_t nargs) { return value_from_small(0); }
static Value int_m_one(Thread *t, Value *args, uint32_t nargs) { return value_from_small(1); }

static Value int_m_newargs(Thread *t, Value *args, uint32_t nargs) {
    Tuple *tuple = tuple_from(t, (Value[]){int_plain(args[0])}, 1);
    return tuple ? value_from_object(tuple) : VALUE_ERROR;
}

#define INT_OPERATOR(name)                                         \
    {"__" #name "__", int_m_##name, "self, value, /", 0},          \
    {"__r" #name "__", int_m_r##name, "self, value, /", 0}
#define INT_UNARY(name, fn) {name, fn, "self, /", 0}

static const NativeDef int_methods[] = {
    {"__new__", int_new_method, "cls, x=?, /, base=?", NATIVE_STATIC},
    INT_OPERATOR(add), INT_OPERATOR(sub), INT_OPERATOR(mul), INT_OPERATOR(floordiv), INT_OPERATOR(mod), INT_OPERATOR(truediv),
    INT_OPERATOR(divmod), INT_OPERATOR(lshift), INT_OPERATOR(rshift), INT_OPERATOR(and), INT_OPERATOR(or), INT_OPERATOR(xor),
    {"__pow__", int_m_pow, "self, value, mod=None, /", 0},
    {"__rpow__", int_m_rpow, "self, value, mod=None, /", 0},
    SEQ_COMPARISON_METHODS(int_object),
    INT_UNARY("__neg__", int_m_neg), INT_UNARY("__pos__", int_m_self), INT_UNARY("__invert__", int_m_invert),
    INT_UNARY("__abs__", int_m_abs), INT_UNARY("__bool__", int_m_bool), INT_UNARY("__hash__", int_m_hash),
    INT_UNARY("__repr__", int_m_repr), INT_UNARY("__int__", int_m_self), INT_UNARY("__index__", int_m_self),
    INT_UNARY("__float__", int_m_float), INT_UNARY("__trunc__", int_m_self), INT_UNARY("__floor__", int_m_self),
    INT_UNARY("__ceil__", int_m_self), INT_UNARY("__getnewargs__", int_m_newargs),
    {"__round__", int_m_round, "self, ndigits=?, /", 0},
    {"__format__", int_m_format, "self, format_spec, /", 0},
    INT_UNARY("bit_length", int_m_bit_length), INT_UNARY("bit_count", int_m_bit_count),
    INT_UNARY("as_integer_ratio", int_m_ratio), INT_UNARY("conjugate", int_m_self),
    {"to_bytes", int_to_bytes_method, "self, /, length=1, byteorder='big', *, signed=False", 0},
    {"from_bytes", int_from_bytes_method, "cls, /, bytes, byteorder='big', *, signed=False", NATIVE_CLASS},
    {"real", int_m_self, "self, /", NATIVE_GETTER},
    {"imag", int_m_zero, "self, /", NATIVE_GETTER},
    {"numerator", int_m_self, "self, /", NATIVE_GETTER},
    {"denominator", int_m_one, "self, /", NATIVE_GETTER},
    {}};

void int_init_class(void) {
    class_int.construct = int_construct;
    class_add_natives(&class_int, int_methods);
    bool_init_class();
}
