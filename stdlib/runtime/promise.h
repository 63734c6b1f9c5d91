// The promises of fn, let and struct: values of the plain types, checked where they enter.
#ifndef OTTER_PROMISE_H
#define OTTER_PROMISE_H

#include "compiler/bytecode/bytecode.h"
#include "str.h"

// `v` when it is of the hinted type (an int given for FLOAT becomes a float, a bool is an int), else TypeError:
// "<what> must be <type>, not <type of v>".
Value promise_check(Thread *t, Value v, BcHint hint, Str *what);

#endif
