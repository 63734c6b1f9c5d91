// What the files about int share with each other and nobody else.
#ifndef OTTER_INT_INT_H
#define OTTER_INT_INT_H

#include "int.h"

Int *int_alloc(Thread *t, int digits);      // zero, with room for so many digits; NULL: exception pending
Value int_normalise(Int *o);                // the finished number, as an immediate when it fits
mp_digit int_divide_digits(const mp_int *a, mp_digit d, mp_digit *out);  // magnitudes: a's digits / d to `out`, and what is left
// Of magnitudes of 2 to INT_LONG_MAX digits, a's as many as b's at least: a->used - b->used + 1 digits of a / b, b->used digits of what is left.
enum { INT_LONG_MAX = 256 };
void int_long_division(const mp_int *a, const mp_int *b, mp_digit *quotient, mp_digit *rest);
Value int_construct(Thread *t, const Value *args, uint32_t nargs);     // int(x); VALUE_UNBOUND: other arguments
Value int_new_method(Thread *t, Value *args, uint32_t nargs);          // int_new.c
Value int_to_bytes_method(Thread *t, Value *args, uint32_t nargs);     // int_bytes.c
Value int_from_bytes_method(Thread *t, Value *args, uint32_t nargs);
void bool_init_class(void);                                            // bool.c: bool, NoneType and the other singletons

#endif
