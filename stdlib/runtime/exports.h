// @export: functions of the program that C calls, by number, in the order in which the entry module defines them.
#ifndef OTTER_EXPORTS_H
#define OTTER_EXPORTS_H

#include "extern.h"

enum { EXPORT_MAX = 64 };

// Registers a function under its number; letters as in extern.h, without y, Z, Y.
bool export_register(Thread *t, Value function, int64_t index, Str *letters);
// Calls it with C's arguments in their rows. A text result is malloc'ed, C frees it. false: an exception is pending.
bool export_call(Thread *t, uint32_t index, const uint64_t *ints, const double *reals, uint64_t *int_result, double *real_result);

#endif
