// Doubles as decimal digits.
#ifndef OTTER_FLOAT_DECIMAL_H
#define OTTER_FLOAT_DECIMAL_H

#include <stdint.h>

// digits[0].digits[1]... * 10^exponent; digits are ASCII, without trailing zeros, at least one.
typedef struct {
    char digits[20];
    int count;
    int exponent;
} Decimal;

// The shortest digits that read back as d, and of those the closest to d. d is finite and positive.
Decimal decimal_shortest(double d);

#endif
