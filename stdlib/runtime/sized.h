// Sized types (compiler/bytecode/sized.def): arithmetic that wraps, conversion, and the promise to hold one. Their values are
// plain ints in the type's range, and floats that a 32-bit float can be; only the operations know the type.
#ifndef OTTER_SIZED_H
#define OTTER_SIZED_H

#include "compiler/bytecode/bytecode.h"
#include "int.h"
#include "str.h"

// The number's low bits as the type's: sign- or zero-extended to 64.
static inline uint64_t sized_wrap(BcSized type, uint64_t n) {
    uint32_t unused = 64 - bc_sized[type].bits;
    return bc_sized[type].kind == BC_SIGNED ? (uint64_t)((int64_t)(n << unused) >> unused) : n << unused >> unused;
}

// `a op b` of an integer type; k as in the instruction SIZED. false: not of integers, or rare (division, powers): sized_operate.
static inline bool sized_compute(uint32_t k, uint64_t a, uint64_t b, uint64_t *result) {
    BcSized type = bc_sized_type(k);
    uint32_t mask = bc_sized[type].bits - 1;
    uint64_t n;
    if (bc_sized[type].kind == BC_REAL) return false;
    switch (bc_sized_op(k)) {
    case BC_SIZED_OP_convert: n = a; break;
    case BC_SIZED_OP_add: n = a + b; break;
    case BC_SIZED_OP_sub: n = a - b; break;
    case BC_SIZED_OP_mul: n = a * b; break;
    case BC_SIZED_OP_shl: n = a << (b & mask); break;
    case BC_SIZED_OP_shr:
        a = sized_wrap(type, a);
        n = bc_sized[type].kind == BC_SIGNED ? (uint64_t)((int64_t)a >> (b & mask)) : a >> (b & mask);
        break;
    case BC_SIZED_OP_and: n = a & b; break;
    case BC_SIZED_OP_or: n = a | b; break;
    case BC_SIZED_OP_xor: n = a ^ b; break;
    case BC_SIZED_OP_neg: n = -a; break;
    case BC_SIZED_OP_invert: n = ~a; break;
    default: return false;
    }
    *result = sized_wrap(type, n);
    // A u64 with the top bit set looks negative: not for callers that hold it as an int64.
    return bc_sized[type].kind == BC_SIGNED || (int64_t)*result >= 0;
}

// The instruction SIZED for any operands. TypeError for what is no number, ZeroDivisionError, ValueError for a negative power.
Value sized_operate(Thread *t, uint32_t k, Value a, Value b);
// The low 64 bits of an int of any form; false: v is none.
bool sized_low_bits(Value v, uint64_t *bits);
// The type's class (u32 and so on), and back: -1 for another class.
Class *sized_class(BcSized type);
int sized_of_class(const Class *cls);
// Does the type hold *v? Makes a bool its int, an int or a double a float for f32. Raises nothing.
bool sized_accepts(Thread *t, BcSized type, Value *v);
// Raises for what sized_accepts refused: OverflowError for an int out of range, else TypeError.
// The promise is a text as for promise_check.
Value sized_broken(Thread *t, Value v, Str *promise);
void sized_init_classes(void);   // after class_init

#endif
