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
    uint32_t at;            // 1 + the index of *pc where a step may go on at once: new, or behind a YIELD whose result is None unless
                            // somebody sends, with nothing handled inside. Else 0, while it runs, too
    uint32_t nregs;
    bool entered;           // a thread is inside (while several run)
    Value regs[];
} Generator;

static inline void generator_set_state(Generator *g, GeneratorState state) {
    g->state = state;
    g->at = 0;
}

// The register a resumption stores the sent value in: the result of the YIELD, or the operand of the SEND, that suspended it.
static inline uint32_t generator_sent_register(const Generator *g) {
    return bc_a(bc_op(*g->pc) == OP_SEND ? *g->pc : g->pc[-1]);
}

// New, its registers copied from bound parameters at base.
Value generator_new(Thread *t, Function *f, const Value *base);
// Suspends the running one: its registers are taken from base, and it goes on at pc.
void generator_suspend(Thread *t, const Value *base, const BcInsn *pc);
// Resumes: the next value; VALUE_UNBOUND when it returned (the value is in *result, if asked for); VALUE_ERROR.
Value generator_send(Thread *t, Generator *g, Value sent, Value *result);
Value generator_throw(Thread *t, Generator *g, Value exception, Value *result);
bool generator_close(Thread *t, Generator *g);
// Set by jit/interp: runs the frame on from g->pc with `sent` (or with the pending exception when sent is VALUE_ERROR).
extern Value (*generator_resume)(Thread *t, Generator *g, Value sent, Value *result);
// Set by it, too: generator_send of None, whose result nobody wants.
extern Value (*generator_step)(Thread *t, Generator *g);
// What resuming it gave, a StopIteration it raised made a RuntimeError.
Value generator_checked(Thread *t, Value v);

// next() on any iterator, with the value a StopIteration carries: as generator_send's results.
Value iterator_send_none(Thread *t, Value iterator, Value *result);
// After a VALUE_ERROR: takes a pending StopIteration and gives VALUE_UNBOUND with its value; else VALUE_ERROR as it was.
Value iterator_take_stop(Thread *t, Value *result);
void generator_init(void);

#endif
