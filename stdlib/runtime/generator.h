// Generators: a suspended frame's registers in a heap object, copied onto the VM stack while it runs.
#ifndef OTTER_GENERATOR_H
#define OTTER_GENERATOR_H

#include "function.h"

typedef enum { GENERATOR_NEW, GENERATOR_SUSPENDED, GENERATOR_RUNNING, GENERATOR_DONE } GeneratorState;

typedef struct Generator {
    Object header;
    Function *function;
    const BcInsn *pc;       // where to go on: after YIELD, or at SEND itself
    Value handled;          // the exception being handled inside it
    GeneratorState state;
    uint32_t nregs;
    Value regs[];
} Generator;

// New, its registers copied from bound parameters at base.
Value generator_new(Thread *t, Function *f, const Value *base);
// Resumes: the next value; VALUE_UNBOUND when it returned (the value is in *result, if asked for); VALUE_ERROR.
Value generator_send(Thread *t, Generator *g, Value sent, Value *result);
Value generator_throw(Thread *t, Generator *g, Value exception, Value *result);
bool generator_close(Thread *t, Generator *g);
// Set by jit/interp: runs the frame on from g->pc with `sent` (or with the pending exception when sent is VALUE_ERROR).
extern Value (*generator_resume)(Thread *t, Generator *g, Value sent, Value *result);

#endif
