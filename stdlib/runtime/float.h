// Floats: immediate (value.h) or Float objects for the doubles that have no immediate form (and instances of subclasses).
#ifndef OTTER_FLOAT_H
#define OTTER_FLOAT_H

#include "object.h"

typedef struct {
    Object header;
    double number;
} Float;

static inline bool value_is_float(Value v) { return value_is_double(v) || value_is_kind(v, KIND_FLOAT); }
static inline double value_float(Value v) { return value_is_double(v) ? value_double(v) : ((Float *)value_object(v))->number; }
Value float_box(Thread *t, double d);                 // the slow part of the next
static inline Value float_from_double(Thread *t, double d) {
    Value v = value_from_double_immediate(d);
    return value_is_error(v) ? float_box(t, d) : v;
}
Str *float_repr(Thread *t, double d);                 // shortest text that reads back: repr(float)
Str *float_format(Thread *t, double d, char type, int precision, bool alternate);  // 'e' 'f' 'g' 'E' 'F' 'G' '%' digits without padding or sign handling beyond '-'
bool float_parse(const char *text, size_t n, double *out);  // as float(str), underscores and white space included
uint64_t float_hash(double d);                        // as CPython; equal ints hash alike (nan: 0)
double float_floordiv(double a, double b);            // Python's; b != 0
double float_mod(double a, double b);
Value float_pow(Thread *t, double a, double b);       // with Python's errors; a complex number for a fractional power of a negative one
bool value_to_double(Thread *t, Value v, double *out);  // float, int or __float__/__index__; TypeError "must be real number, not x"

extern const Layout layout_float;
void float_init_class(void);                          // native methods; after class_init

#endif
