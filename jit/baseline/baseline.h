// T2: native code put together from stencils, one per operation, the compiler's share of which is copying and filling holes.
//
// Code runs on the same frames and the same state as the interpreter: at every instruction, the registers in the frame are the
// state, so that interpreter and native code change over anywhere by a jump. What is rare runs in the interpreter's own
// handler of the operation, which comes back.
#ifndef OTTER_BASELINE_H
#define OTTER_BASELINE_H

#include "jit/interp/interp.h"

// Makes code for the prototype, unless it has some. false: there is none (no memory for code, too large, or a child after fork).
// Threads may call it at once. Does not change p->entry.
bool baseline_compile(Proto *p);
// The code of a compiled prototype that goes on at an instruction, with its frame complete; behind the last one lies the end of
// what belongs to instructions.
InterpFn baseline_at(const Proto *p, const BcInsn *pc);
// Calls of p run its code from now on.
void baseline_enter_by(Proto *p);

// For tests: lets a frame that polls (as interp_poll) change over between interpreter and native code, or a function's
// entry do so, as `random` says.
InterpFn baseline_change_over(Thread *t, Value *base, const BcInsn *pc, uint32_t random);

// When programs climb into this code by themselves.
typedef enum {
    BASELINE_ALWAYS,  // when a prototype is loaded
    BASELINE_WARM,    // at the second call, or in a loop that goes round
} BaselinePolicy;
// Once, before code is loaded.
void baseline_start(BaselinePolicy policy);

#endif
