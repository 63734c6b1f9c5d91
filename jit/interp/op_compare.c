// Comparison, as a value and fused with a jump; truth jumps; identity and membership.
#include "interp_int.h"

static inline bool both_common_double(Value a, Value b) { return (a.bits & b.bits & 2) != 0; }

// Tagged ints compare as their numbers.
#define COMPARE_VALUE(NAME, operator)                                                               \
    SLOW(NAME) { RESULT(op_compare(t, DUNDER_##NAME, R(B), R(C16))); }                              \
    ASIDE(NAME) {                                                                                   \
        Value a = R(B), b = R(C16);                                                                 \
        if (LIKELY(both_common_double(a, b))) {                                                     \
            R(A) = value_from_bool(value_common_double(a) operator value_common_double(b));         \
            NEXT;                                                                                   \
        }                                                                                           \
        TAIL(slow_##NAME);                                                                          \
    }                                                                                               \
    OPERATION(NAME) {                                                                               \
        Value a = R(B), b = R(C16);                                                                 \
        if (LIKELY(value_both_int(a, b))) {                                                         \
            R(A) = value_from_bool((int64_t)a.bits operator (int64_t) b.bits);                      \
            NEXT;                                                                                   \
        }                                                                                           \
        TAIL_ASIDE(NAME);                                                                           \
    }

#define COMPARE_JUMP(OPCODE, DUNDER, operator, when)                                                \
    SLOW(OPCODE) {                                                                                  \
        PUBLISH;                                                                                    \
        int truth = op_compare_bool(t, DUNDER_##DUNDER, R(A), R(B));                                \
        if (UNLIKELY(truth < 0)) FAIL;                                                              \
        if (truth == (when)) JUMP(OFFSET);                                                          \
        NEXT;                                                                                       \
    }                                                                                               \
    ASIDE(OPCODE) {                                                                                 \
        Value a = R(A), b = R(B);                                                                   \
        if (LIKELY(both_common_double(a, b))) {                                                     \
            if ((value_common_double(a) operator value_common_double(b)) == (when)) JUMP(OFFSET);   \
            NEXT;                                                                                   \
        }                                                                                           \
        TAIL(slow_##OPCODE);                                                                        \
    }                                                                                               \
    OPERATION(OPCODE) {                                                                             \
        Value a = R(A), b = R(B);                                                                   \
        if (LIKELY(value_both_int(a, b))) {                                                         \
            if (((int64_t)a.bits operator (int64_t) b.bits) == (when)) JUMP(OFFSET);                \
            NEXT;                                                                                   \
        }                                                                                           \
        TAIL_ASIDE(OPCODE);                                                                         \
    }

#define COMPARE_JUMP_IMMEDIATE(OPCODE, DUNDER, operator, when)                                      \
    SLOW(OPCODE) {                                                                                  \
        PUBLISH;                                                                                    \
        int truth = op_compare_bool(t, DUNDER_##DUNDER, R(A), INT_B);                               \
        if (UNLIKELY(truth < 0)) FAIL;                                                              \
        if (truth == (when)) JUMP(OFFSET);                                                          \
        NEXT;                                                                                       \
    }                                                                                               \
    OPERATION(OPCODE) {                                                                             \
        Value a = R(A);                                                                             \
        if (LIKELY(value_is_int(a))) {                                                              \
            if (((int64_t)a.bits operator (int64_t) INT_B.bits) == (when)) JUMP(OFFSET);            \
            NEXT;                                                                                   \
        }                                                                                           \
        TAIL(slow_##OPCODE);                                                                        \
    }

#define COMPARISON(NAME, operator)                           \
    COMPARE_VALUE(NAME, operator)                            \
    COMPARE_JUMP(J##NAME, NAME, operator, 1)                 \
    COMPARE_JUMP(JN##NAME, NAME, operator, 0)                \
    COMPARE_JUMP_IMMEDIATE(J##NAME##I, NAME, operator, 1)    \
    COMPARE_JUMP_IMMEDIATE(JN##NAME##I, NAME, operator, 0)
COMPARISON(LT, <)
COMPARISON(LE, <=)
COMPARISON(EQ, ==)
COMPARISON(NE, !=)
COMPARISON(GT, >)
COMPARISON(GE, >=)

// --- identity. Equal floats and big ints made apart are not identical objects in Python either.

OPERATION(IS) {
    R(A) = value_from_bool(value_same(R(B), R(C16)));
    NEXT;
}

OPERATION(ISNOT) {
    R(A) = value_from_bool(!value_same(R(B), R(C16)));
    NEXT;
}

OPERATION(JIS) {
    if (value_same(R(A), R(B))) JUMP(OFFSET);
    NEXT;
}

OPERATION(JNIS) {
    if (!value_same(R(A), R(B))) JUMP(OFFSET);
    NEXT;
}

// --- membership

#define MEMBERSHIP(NAME, expected)                        \
    OPERATION(NAME) {                                     \
        PUBLISH;                                          \
        int found = op_contains(t, R(C16), R(B));         \
        if (UNLIKELY(found < 0)) FAIL;                    \
        R(A) = value_from_bool(found == (expected));      \
        NEXT;                                             \
    }
MEMBERSHIP(IN, 1)
MEMBERSHIP(NOTIN, 0)

// --- plain jumps

OPERATION(JMP) { JUMP(OFFSET); }

#define TRUTH_JUMP(NAME, when)                                     \
    SLOW(NAME) {                                                   \
        PUBLISH;                                                   \
        int truth = value_truth(t, R(A));                          \
        if (UNLIKELY(truth < 0)) FAIL;                             \
        if (truth == (when)) JUMP(OFFSET);                         \
        NEXT;                                                      \
    }                                                              \
    ASIDE(NAME) {                                                  \
        Value v = R(A);                                            \
        if (LIKELY(value_is_int(v))) {                             \
            if ((v.bits != 0) == (when)) JUMP(OFFSET);             \
            NEXT;                                                  \
        }                                                          \
        TAIL(slow_##NAME);                                         \
    }                                                              \
    OPERATION(NAME) {                                              \
        Value v = R(A);                                            \
        if (LIKELY(value_is_bool(v))) {                            \
            if (value_same(v, VALUE_TRUE) == (when)) JUMP(OFFSET); \
            NEXT;                                                  \
        }                                                          \
        TAIL_ASIDE(NAME);                                          \
    }
TRUTH_JUMP(JT, 1)
TRUTH_JUMP(JF, 0)
