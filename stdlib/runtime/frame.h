// VM frames: windows of the thread's value stack. base = R[0].
//
//    ... caller's registers ... | callee | resume | caller pc | caller base | R[0] arguments, locals, temporaries |
//                                 base[-4] base[-3]  base[-2]    base[-1]
//
// The callee's frame overlaps the caller's call window: the caller's R[a] is base[-4] and receives the result.
// base[-3] is the address of the code that goes on in the caller when the callee returns, of the same signature as
// every operation (jit/interp). Headers of frames entered from C hold a resume address that leaves the interpreter.
#ifndef OTTER_FRAME_H
#define OTTER_FRAME_H

#include "compiler/bytecode/bytecode.h"
#include "value.h"

enum { FRAME_CALLEE = -4, FRAME_RESUME = -3, FRAME_PC = -2, FRAME_CALLER = -1 };

static inline Value frame_callee(const Value *base) { return base[FRAME_CALLEE]; }
static inline const BcInsn *frame_pc(const Value *base) { return (const BcInsn *)base[FRAME_PC].bits; }  // caller's next instruction; NULL: entered from C
static inline Value *frame_caller(const Value *base) { return (Value *)base[FRAME_CALLER].bits; }

#endif
