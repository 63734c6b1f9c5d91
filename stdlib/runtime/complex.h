// Complex numbers: two doubles in an object; CPython's arithmetic, texts and errors. Nothing but the generic paths knows the type.
#ifndef OTTER_COMPLEX_H
#define OTTER_COMPLEX_H

#include "class.h"
#include "str.h"

typedef struct {
    double real, imag;
} ComplexNumber;

typedef struct {
    Object header;
    ComplexNumber number;
} Complex;

extern const Layout layout_complex;

static inline bool value_is_complex(Value v) { return value_is_object(v) && value_object(v)->shape->layout == &layout_complex; }
static inline ComplexNumber value_complex(Value v) { return ((Complex *)value_object(v))->number; }
Value complex_new(Thread *t, double real, double imag);
ComplexNumber complex_product(ComplexNumber a, ComplexNumber b);
bool complex_quotient(ComplexNumber a, ComplexNumber b, ComplexNumber *out);   // false: b is zero
Value complex_pow(Thread *t, ComplexNumber a, ComplexNumber b);                // with Python's errors
// A number as complex: complex, float, int, or by __complex__, __float__, __index__. 0: none of them, -1: exception pending.
int complex_from_value(Thread *t, Value v, ComplexNumber *out);
bool complex_parse(const char *text, size_t n, ComplexNumber *out);            // as complex(str)
Str *complex_repr(Thread *t, ComplexNumber c);
Value complex_format(Thread *t, Value v, const Str *spec);
void complex_init_class(void);                                                 // native methods; after class_init

#endif
