// What the files about float share with each other and nobody else.
#ifndef OTTER_FLOAT_INT_H
#define OTTER_FLOAT_INT_H

#include "float.h"

double float_round_even(double d);                                 // to an integer, ties to even
bool float_round_to(double d, int64_t digits, double *out);        // to decimal places, as the decimal value says; false: overflow
Str *float_to_hex(Thread *t, double d);
int float_parse_hex(const char *text, size_t n, double *out);      // 1; 0: malformed, -1: too large
bool float_parse_ascii(const uint8_t *data, size_t n, double *out);   // bytes: false when not ASCII, too
// Copies to ASCII: digits of any script become 0-9, underscores between digits are dropped. The length, or -1: malformed.
int64_t float_clean(const char *p, const char *end, char *out);

#endif
