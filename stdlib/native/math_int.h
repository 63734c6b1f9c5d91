// The parts of the math module among themselves.
#ifndef OTTER_MATH_INT_H
#define OTTER_MATH_INT_H

#include "stdlib/runtime/exception.h"
#include "stdlib/runtime/native.h"
#include "stdlib/runtime/value.h"

extern const NativeDef math_integer_functions[], math_sum_functions[];

static inline Value math_error_domain(Thread *t) { return error_value(t, "math domain error"); }
static inline Value math_error_range(Thread *t) { return error_raise(t, &class_OverflowError, "math range error"); }

typedef enum { MATH_OK, MATH_DOMAIN, MATH_RANGE } MathStatus;
double math_gamma(double x, MathStatus *status);
double math_lgamma(double x, MathStatus *status);

#endif
