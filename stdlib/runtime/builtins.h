// The functions of the builtins module, one table (native.h) per file.
#ifndef OTTER_BUILTINS_H
#define OTTER_BUILTINS_H

#include "native.h"

extern const NativeDef builtins_iter[];   // sorted, min, max, sum, any, all, len, iter, next

#endif
