// What operations do out of line, shared by the interpreter and compiled code so that their meaning is written once.
#ifndef OTTER_INTERP_OPS_H
#define OTTER_INTERP_OPS_H

#include "stdlib/runtime/code.h"
#include "stdlib/runtime/thread.h"

// All give VALUE_ERROR (false) with the exception pending.
Value interp_build_set(Thread *t, const Value *items, uint32_t n);
Value interp_build_dict(Thread *t, const Value *pairs, uint32_t n);
Value interp_concat(Thread *t, const Value *parts, uint32_t n);   // strings only
// A function of p defined in the frame `base`; `which` (BC_K_*) says what lies at `extra`.
Value interp_make_closure(Thread *t, const Value *base, Proto *p, const Value *extra, uint32_t which);
// The three state registers of a loop, see op_loop.c.
bool interp_loop_prepare(Thread *t, Value *state, Value iterable);
Value interp_loop_next(Thread *t, Value *state);                  // VALUE_UNBOUND at the end
// The next item taken apart: 1, 0 at the end, -1: the iterator raised, -2: taking it apart did.
int interp_loop_parts(Thread *t, Value *state, Value *out, uint32_t n);

#endif
