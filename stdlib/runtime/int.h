// Integers of any size. An int is immediate (value.h) when it fits, else an Int object on libtommath; a bool acts as 0 or 1.
// "v is an int" below: immediate, Int object (subclasses of int too) or bool.
#ifndef OTTER_INT_H
#define OTTER_INT_H

#include <tommath.h>

#include "object.h"

typedef struct {
    Object header;
    Value small;      // instances of int's subclasses: the plain int they stand for; else VALUE_UNBOUND
    mp_int number;    // its digits follow the struct (a subclass instance's: those of `small`); unset when `small` is immediate
    mp_digit digits[];
} Int;

extern const Layout layout_int;

// A number of any form as libtommath's, without copying: valid as long as the Int, read only.
typedef struct {
    mp_int number;
    mp_digit digits[2];
} IntView;
const mp_int *int_view(Value v, IntView *view);
Value int_from_mp(Thread *t, mp_int *m);              // takes m over (clears it); immediate when it fits
Value int_check_mp(Thread *t, mp_err err, mp_int *m); // the same after an operation that may have failed
Value int_plain(Value v);                             // immediate or plain Int: bools and subclasses resolved

bool value_is_integer(Value v);                       // any of the three forms
Value int_from_i64(Thread *t, int64_t i);
Value int_from_u64(Thread *t, uint64_t i);
Value int_from_double(Thread *t, double d);           // truncates; OverflowError/ValueError for inf and nan
bool int_to_i64(Value v, int64_t *out);               // false: does not fit; v is an int
bool int_plain_to_u64(Value v, uint64_t *out);        // false: does not fit, or is no plain int: bools and subclasses are none
double int_to_double(Thread *t, Value v, bool *ok);   // correctly rounded; ok false: OverflowError pending
Value int_parse(Thread *t, const char *text, size_t n, int base);   // as int(str, base): VALUE_UNBOUND when malformed (caller words the error)
char *int_put_decimal(char *end, int64_t i);          // writes i backwards from `end`, at most 20 characters; the start
Str *int_to_str(Thread *t, Value v, int base);        // lower case, no prefix, '-' first
uint64_t int_hash(Value v);                           // as CPython: modulo 2^61-1
bool int_is_zero(Value v);
int int_sign(Value v);
int int_compare(Value a, Value b);
int int_compare_double(Value a, double b);            // exact; b not nan

// Exact arithmetic on two ints (any form); errors as CPython's (ZeroDivisionError, negative shift count, MemoryError).
Value int_add(Thread *t, Value a, Value b);
Value int_sub(Thread *t, Value a, Value b);
Value int_mul(Thread *t, Value a, Value b);
Value int_floordiv(Thread *t, Value a, Value b);
Value int_mod(Thread *t, Value a, Value b);
Value int_truediv(Thread *t, Value a, Value b);       // float, correctly rounded
Value int_divmod(Thread *t, Value a, Value b);        // tuple
Value int_pow(Thread *t, Value a, Value b, Value modulus);  // modulus None: plain; negative exponent gives float
Value int_shl(Thread *t, Value a, Value b);
Value int_shr(Thread *t, Value a, Value b);
Value int_and(Thread *t, Value a, Value b);
Value int_or(Thread *t, Value a, Value b);
Value int_xor(Thread *t, Value a, Value b);
Value int_neg(Thread *t, Value a);
Value int_invert(Thread *t, Value a);
Value int_abs(Thread *t, Value a);
uint64_t int_bit_length(Value a);
Value int_index(Thread *t, Value v);                  // operator.index: via __index__; TypeError "'x' object cannot be interpreted as an integer"
int int_flag(Thread *t, Value v);   // of a parameter that is a C int used as a truth: 1, 0, -1: exception pending
bool int_index_i64(Thread *t, Value v, int64_t *out, bool clamp);   // same, to C; clamp: saturate, else OverflowError/IndexError

extern int64_t int_max_str_digits;                    // of decimal conversions (sys.set_int_max_str_digits); 0: no limit
void int_init_class(void);                            // native methods of int and bool; after class_init

#endif
