// Arithmetic: the common cases on immediate ints and doubles in place, the rest in ops.h.
// An immediate int is x << 2, so that machine overflow of the tagged words is overflow of the 62 bits.
#include "interp_int.h"
#include "stdlib/runtime/float.h"
#include "stdlib/runtime/sized.h"

typedef Value (*BinaryFn)(Thread *t, Value a, Value b);

// The immediate right operand of the ..I forms, else the register.
#define RIGHT_OPERAND(immediate) ((immediate) ? INT_C16 : R(C16))
#define RIGHT_ADDEND(immediate) ((immediate) ? FOLDED_INT_C16 : R(C16))

#define SLOW_BINARY(NAME, immediate, plain, dunder)                                                      \
    SLOW(NAME) {                                                                                         \
        Value b = RIGHT_OPERAND(immediate);                                                  \
        RESULT(K & BC_K_INPLACE ? op_inplace(t, DUNDER_##dunder, R(B), b) : plain(t, R(B), b));          \
    }

// A double result: immediate, or boxed by the slow way.
#define STORE_DOUBLE(NAME, expression)                       \
    do {                                                     \
        Value d_ = value_from_double_immediate(expression);  \
        if (LIKELY(!value_is_error(d_))) {                   \
            R(A) = d_;                                       \
            NEXT;                                            \
        }                                                    \
        TAIL(slow_##NAME);                                   \
    } while (0)

static inline bool both_common_double(Value a, Value b) { return (a.bits & b.bits & 2) != 0; }

// a + b, a - b: tagged words added as they are.
#define ADDITIVE(NAME, immediate, plain, dunder, overflow, operator)                                         \
    SLOW_BINARY(NAME, immediate, plain, dunder)                                                              \
    ASIDE(NAME) {                                                                                            \
        Value a = R(B), b = RIGHT_ADDEND(immediate);                                                         \
        if (LIKELY(!immediate && both_common_double(a, b)))                                                  \
            STORE_DOUBLE(NAME, value_common_double(a) operator value_common_double(b));                      \
        TAIL(slow_##NAME);                                                                                   \
    }                                                                                                        \
    OPERATION(NAME) {                                                                                        \
        Value a = R(B), b = RIGHT_ADDEND(immediate);                                                         \
        int64_t result;                                                                                      \
        if (LIKELY(immediate ? value_is_int(a) : value_both_int(a, b))) {                                    \
            if (UNLIKELY(overflow((int64_t)a.bits, (int64_t)b.bits, &result))) TAIL(slow_##NAME);            \
            R(A) = VALUE_BITS((uint64_t)result);                                                             \
            NEXT;                                                                                            \
        }                                                                                                    \
        if (immediate) TAIL(slow_##NAME);                                                                    \
        TAIL_ASIDE(NAME);                                                                                    \
    }
ADDITIVE(ADD, false, op_add, ADD, __builtin_add_overflow, +)
ADDITIVE(SUB, false, op_sub, SUB, __builtin_sub_overflow, -)
ADDITIVE(ADDI, true, op_add, ADD, __builtin_add_overflow, +)
ADDITIVE(SUBI, true, op_sub, SUB, __builtin_sub_overflow, -)

#define MULTIPLICATIVE(NAME, immediate)                                                                 \
    SLOW_BINARY(NAME, immediate, op_mul, MUL)                                                           \
    ASIDE(NAME) {                                                                                       \
        Value a = R(B), b = RIGHT_OPERAND(immediate);                                                   \
        if (LIKELY(!immediate && both_common_double(a, b)))                                             \
            STORE_DOUBLE(NAME, value_common_double(a) * value_common_double(b));                        \
        TAIL(slow_##NAME);                                                                              \
    }                                                                                                   \
    OPERATION(NAME) {                                                                                   \
        Value a = R(B), b = RIGHT_OPERAND(immediate);                                       \
        int64_t result;                                                                                 \
        if (LIKELY(immediate ? value_is_int(a) : value_both_int(a, b))) {                               \
            if (UNLIKELY(__builtin_mul_overflow(value_int(a), (int64_t)b.bits, &result))) TAIL(slow_##NAME); \
            R(A) = VALUE_BITS((uint64_t)result);                                                        \
            NEXT;                                                                                       \
        }                                                                                               \
        if (immediate) TAIL(slow_##NAME);                                                               \
        TAIL_ASIDE(NAME);                                                                               \
    }
MULTIPLICATIVE(MUL, false)
MULTIPLICATIVE(MULI, true)

SLOW_BINARY(DIV, false, op_div, TRUEDIV)
OPERATION(DIV) {
    Value a = R(B), b = R(C16);
    if (LIKELY(both_common_double(a, b))) STORE_DOUBLE(DIV, value_common_double(a) / value_common_double(b));
    TAIL(slow_DIV);
}

// Two ints below 2^30 and not negative, the right one not zero: tagged words divide as they are, and 32 bits several times faster
// than 64. Aside, floor semantics for any positive right operand: no zero, no overflow.
static inline bool both_narrow(Value a, Value b) { return ((a.bits | b.bits) & 0xFFFFFFFF00000003) == 0 && b.bits != 0; }

#define FLOORING(NAME, immediate, plain, dunder, narrow, wide)                                \
    SLOW_BINARY(NAME, immediate, plain, dunder)                                               \
    ASIDE(NAME) {                                                                             \
        Value a = R(B), b = RIGHT_OPERAND(immediate);                                         \
        if (LIKELY(value_both_int(a, b) && (int64_t)b.bits > 0)) {                            \
            R(A) = value_from_small(wide(value_int(a), value_int(b)));                        \
            NEXT;                                                                             \
        }                                                                                     \
        TAIL(slow_##NAME);                                                                    \
    }                                                                                         \
    OPERATION(NAME) {                                                                         \
        Value a = R(B), b = RIGHT_OPERAND(immediate);                                         \
        if (LIKELY(both_narrow(a, b))) {                                                      \
            R(A) = narrow((uint32_t)a.bits, (uint32_t)b.bits);                                \
            NEXT;                                                                             \
        }                                                                                     \
        TAIL_ASIDE(NAME);                                                                     \
    }

static inline int64_t floor_div(int64_t x, int64_t y) {
    int64_t q = x / y;
    return q * y > x ? q - 1 : q;
}
static inline int64_t floor_mod(int64_t x, int64_t y) {
    int64_t r = x % y;
    return r < 0 ? r + y : r;
}
static inline Value narrow_div(uint32_t x, uint32_t y) { return value_from_small(x / y); }
static inline Value narrow_mod(uint32_t x, uint32_t y) { return VALUE_BITS(x % y); }
FLOORING(FLOORDIV, false, op_floordiv, FLOORDIV, narrow_div, floor_div)
FLOORING(FLOORDIVI, true, op_floordiv, FLOORDIV, narrow_div, floor_div)
FLOORING(MOD, false, op_mod, MOD, narrow_mod, floor_mod)
FLOORING(MODI, true, op_mod, MOD, narrow_mod, floor_mod)

SLOW_BINARY(POW, false, op_pow, POW)
OPERATION(POW) { TAIL(slow_POW); }
SLOW_BINARY(MATMUL, false, op_matmul, MATMUL)
OPERATION(MATMUL) { TAIL(slow_MATMUL); }

// Bitwise: the zero tags of two ints combine to a zero tag.
#define BITWISE(NAME, immediate, plain, dunder, operator)                           \
    SLOW_BINARY(NAME, immediate, plain, dunder)                                     \
    OPERATION(NAME) {                                                               \
        Value a = R(B), b = RIGHT_OPERAND(immediate);                   \
        if (LIKELY(value_both_int(a, b))) {                                         \
            R(A) = VALUE_BITS(a.bits operator b.bits);                              \
            NEXT;                                                                   \
        }                                                                           \
        TAIL(slow_##NAME);                                                          \
    }
BITWISE(AND, false, op_and, AND, &)
BITWISE(ANDI, true, op_and, AND, &)
BITWISE(OR, false, op_or, OR, |)
BITWISE(XOR, false, op_xor, XOR, ^)

#define SHIFT(NAME, immediate, plain, dunder, fits, expression)                                    \
    SLOW_BINARY(NAME, immediate, plain, dunder)                                                    \
    OPERATION(NAME) {                                                                              \
        Value a = R(B), b = RIGHT_OPERAND(immediate);                                  \
        if (LIKELY(value_both_int(a, b))) {                                                        \
            int64_t x = value_int(a), n = value_int(b);                                            \
            if (LIKELY(n >= 0 && n < 62 && (fits))) {                                              \
                R(A) = value_from_small(expression);                                               \
                NEXT;                                                                              \
            }                                                                                      \
        }                                                                                          \
        TAIL(slow_##NAME);                                                                         \
    }
#define SHIFTED_BACK ((int64_t)((uint64_t)x << (n + 2)) >> (n + 2) == x && n < 61)
SHIFT(SHL, false, op_shl, LSHIFT, SHIFTED_BACK, (int64_t)((uint64_t)x << n))
SHIFT(SHLI, true, op_shl, LSHIFT, SHIFTED_BACK, (int64_t)((uint64_t)x << n))
SHIFT(SHR, false, op_shr, RSHIFT, true, x >> n)
SHIFT(SHRI, true, op_shr, RSHIFT, true, x >> n)

SLOW(NEG) { RESULT(op_neg(t, R(B))); }
OPERATION(NEG) {
    Value a = R(B);
    if (LIKELY(value_is_int(a) && value_int(a) != VALUE_INT_MIN)) {
        R(A) = value_from_small(-value_int(a));
        NEXT;
    }
    TAIL(slow_NEG);
}

// Of a sized type: two immediate ints in machine words; what divides, and floats, out of line.
SLOW(SIZED) { RESULT(sized_operate(t, K, R(B), R(C16))); }
OPERATION(SIZED) {
    Value a = R(B), b = R(C16);
    uint64_t result;
    if (LIKELY(value_both_int(a, b) && sized_compute(K, (uint64_t)value_int(a), (uint64_t)value_int(b), &result))) {
        if (LIKELY(value_int_fits((int64_t)result))) {
            R(A) = value_from_small((int64_t)result);
            NEXT;
        }
    }
    TAIL(slow_SIZED);
}

OPERATION(POS) { RESULT(op_pos(t, R(B))); }

SLOW(INVERT) { RESULT(op_invert(t, R(B))); }
OPERATION(INVERT) {
    Value a = R(B);
    if (LIKELY(value_is_int(a))) {
        R(A) = value_from_small(~value_int(a));
        NEXT;
    }
    TAIL(slow_INVERT);
}

SLOW(NOT) {
    PUBLISH;
    int truth = value_truth(t, R(B));
    if (UNLIKELY(truth < 0)) FAIL;
    R(A) = value_from_bool(!truth);
    NEXT;
}
OPERATION(NOT) {
    Value v = R(B);
    if (LIKELY(value_is_bool(v))) {
        R(A) = value_from_bool(!value_same(v, VALUE_TRUE));
        NEXT;
    }
    TAIL(slow_NOT);
}
