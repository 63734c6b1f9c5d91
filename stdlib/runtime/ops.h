// What Python's operators mean, for every tier: numbers first, then the classes' special methods, with CPython's errors.
// All give a value or VALUE_ERROR with the exception pending, and may run the program.
#ifndef OTTER_OPS_H
#define OTTER_OPS_H

#include "class.h"

Value op_add(Thread *t, Value a, Value b);
Value op_sub(Thread *t, Value a, Value b);
Value op_mul(Thread *t, Value a, Value b);
Value op_div(Thread *t, Value a, Value b);
Value op_floordiv(Thread *t, Value a, Value b);
Value op_mod(Thread *t, Value a, Value b);
Value op_pow(Thread *t, Value a, Value b);
Value op_matmul(Thread *t, Value a, Value b);
Value op_shl(Thread *t, Value a, Value b);
Value op_shr(Thread *t, Value a, Value b);
Value op_and(Thread *t, Value a, Value b);
Value op_or(Thread *t, Value a, Value b);
Value op_xor(Thread *t, Value a, Value b);
// a op= b: d is the plain dunder (DUNDER_ADD for +=); tries the in-place method, then the operator.
Value op_inplace(Thread *t, Dunder d, Value a, Value b);
Value op_binary(Thread *t, Dunder d, Value a, Value b);   // DUNDER_ADD ... DUNDER_XOR, DUNDER_DIVMOD
// What a op b gives when a's method has given NotImplemented, and b's class does not derive from a's.
Value op_binary_declined(Thread *t, Dunder d, Value a, Value b);
Value op_neg(Thread *t, Value a);
Value op_pos(Thread *t, Value a);
Value op_invert(Thread *t, Value a);

// d: DUNDER_LT .. DUNDER_GE. The result need not be a bool.
Value op_compare(Thread *t, Dunder d, Value a, Value b);
// The answer to d where a comes before b (order < 0), with it (0), or after it.
static inline Value ops_from_order(Dunder d, int order) {
    switch (d) {
    case DUNDER_LT: return value_from_bool(order < 0);
    case DUNDER_LE: return value_from_bool(order <= 0);
    case DUNDER_EQ: return value_from_bool(order == 0);
    case DUNDER_NE: return value_from_bool(order != 0);
    case DUNDER_GT: return value_from_bool(order > 0);
    default: return value_from_bool(order >= 0);
    }
}
// What a op b gives when a's method has given NotImplemented, b's class does not derive from a's; last: b's has, too.
Value op_compare_declined(Thread *t, Dunder d, Value a, Value b, bool last);
int op_compare_bool(Thread *t, Dunder d, Value a, Value b);   // 1, 0, -1: exception pending
int op_equal(Thread *t, Value a, Value b);                    // identity, then ==: 1, 0, -1 (containers' comparison)
int op_contains(Thread *t, Value container, Value item);      // 1, 0, -1
int op_truth(Thread *t, Value v);                             // 1, 0, -1
static inline int value_truth(Thread *t, Value v) {
    if (value_is_bool(v)) return value_same(v, VALUE_TRUE);
    if (value_is_int(v)) return v.bits != 0;
    return value_is_none(v) ? 0 : op_truth(t, v);
}

Value op_getitem(Thread *t, Value container, Value key);
bool op_setitem(Thread *t, Value container, Value key, Value v);
bool op_delitem(Thread *t, Value container, Value key);
Value op_iter(Thread *t, Value v);                            // TypeError "'x' object is not iterable"
Value op_iterable(Thread *t, Value v);                        // v itself where iter() now or later is the same: list, tuple, str, bytes, range; else op_iter
Value op_next(Thread *t, Value iterator);                     // VALUE_UNBOUND at the end (StopIteration taken), VALUE_ERROR
int64_t op_length(Thread *t, Value v);                        // -1: exception pending
bool op_hash(Thread *t, Value v, uint64_t *hash);             // CPython's numbers; TypeError "unhashable type: 'list'"
Str *op_repr(Thread *t, Value v);                             // NULL: exception pending; guards against recursion of containers itself
Str *op_str(Thread *t, Value v);
Str *op_format(Thread *t, Value v, Str *spec);                // format(v, spec)
Str *op_format_conv(Thread *t, Value v, uint32_t conversion, Str *spec_or_null);  // f-string field: 0, 's', 'r', 'a'
bool op_unpack(Thread *t, Value v, Value *out, uint32_t n);   // exactly n; ValueError "not enough values to unpack (expected 2, got 1)"
bool op_unpack_star(Thread *t, Value v, Value *out, uint32_t before, uint32_t after);  // out[before] is the list

// Guard for repr of containers that may hold themselves: false when v is already being shown by this thread.
Str *op_ascii(Thread *t, Value v);                            // ascii(v)

bool repr_enter(Thread *t, Value v);
void repr_leave(Thread *t, Value v);

#endif
