// The promises of fn, let and struct: values of the plain types, checked where they enter.
#ifndef OTTER_PROMISE_H
#define OTTER_PROMISE_H

#include "compiler/bytecode/bytecode.h"
#include "str.h"

// `v` when it is of the hinted type (an int given for FLOAT becomes a float, a bool is an int), else TypeError:
// "<promise>, not <type of v>". A promise is a text like "f() argument 'x' must be list[int]".
Value promise_check(Thread *t, Value v, BcHint hint, Str *promise);

#endif
