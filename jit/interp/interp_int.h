// Inside the interpreter: how an operation is written.
//
//   OPERATION(MOVE) {
//       R(A) = R(B);
//       NEXT;
//   }
//
// Every operation is a function of InterpFn's signature that ends in a tail call: NEXT runs the next instruction,
// FAIL unwinds with the pending exception. Arguments stay in the registers of the calling convention, which C functions
// preserve, so an operation that may call C costs no more than one that does not. Before leaving for C code that can run
// the program, collect or look at frames, an operation publishes its frame: PUBLISH.
#ifndef OTTER_INTERP_INT_H
#define OTTER_INTERP_INT_H

#include "interp.h"
#include "stdlib/runtime/call.h"
#include "stdlib/runtime/class.h"
#include "stdlib/runtime/exception.h"
#include "stdlib/runtime/frame.h"
#include "stdlib/runtime/generator.h"
#include "stdlib/runtime/list.h"
#include "stdlib/runtime/module.h"
#include "stdlib/runtime/ops.h"
#include "stdlib/runtime/str.h"
#include "stdlib/runtime/tuple.h"

#define OP(name, format, meaning) INTERP_CALLCONV Value interp_##name(INTERP_PARAMS);
#include "compiler/bytecode/opcodes.def"
#undef OP
// Quickened forms are numbered behind the plain ones.
enum {
    QUICK_BEFORE_FIRST = OP_COUNT - 1,
#define QUICK(name) QUICK_##name,
#include "quick.def"
#undef QUICK
};
#define QUICK(name) INTERP_CALLCONV Value interp_quick_##name(INTERP_PARAMS);
#include "quick.def"
#undef QUICK
extern const InterpFn interp_table[256];

// In front of a prototype's constants: the address of its sites; what to add to an instruction's address to find its entry into
// native code made of stencils (jit/baseline), or 0.
enum { INTERP_SITES = -1, INTERP_ENTRIES = -2 };
static inline InterpFn interp_entry_at(const Value *k, const BcInsn *pc) { return *(InterpFn *)((uint64_t)pc + k[INTERP_ENTRIES].bits); }
// Replaces p->code by a copy with inline caches; p->consts are loaded.
void interp_quicken(Proto *p);
extern CodeKeeper interp_keeper;   // gives the copies back

// Points of control that are not operations.
INTERP_CALLCONV Value interp_enter_generator(INTERP_PARAMS);   // entry of a generator function: makes the generator
INTERP_CALLCONV Value interp_resume_constructed(INTERP_PARAMS);   // the same for an __init__ whose object is in R(A)
INTERP_CALLCONV Value interp_leave(INTERP_PARAMS);             // a frame entered from C returned
INTERP_CALLCONV Value interp_poll_jump(INTERP_PARAMS);         // a jump back to pc found the thread asked to poll
INTERP_CALLCONV Value interp_raise(INTERP_PARAMS);             // the instruction before pc raised: unwind

// Doors between C and frames (engine.c): the header of a frame entered from C; running `fn` at pc in a frame, on a deeper native frame, until
// it leaves; what runs a prototype from pc on.
void interp_link_to_c(Value *base, Value function, Value *caller);
Value interp_run(Thread *t, Value *base, InterpFn fn, const BcInsn *pc, Value ret);
InterpFn interp_code_at(const Proto *p, const BcInsn *pc);
Value interp_resume_generator(Thread *t, Generator *g, Value sent, Value *result);   // resume.c
// One step of a loop over it, as generator_step. Compiled code does the same by itself (compiler/llvm/lower_step.c) and comes here when the
// generator did not just yield.
Value interp_step_generator(Thread *t, Generator *g);

// Sends to what a SEND delegates to: what it yields; VALUE_UNBOUND with *result: it returned; VALUE_ERROR.
Value interp_send(Thread *t, Value iterator, Value sent, Value *result);

#define PUBLISH (t->base = base)
#define LIKELY(x) __builtin_expect(!!(x), 1)
#define UNLIKELY(x) __builtin_expect(!!(x), 0)

static inline Function *frame_function(const Value *base) { return (Function *)value_object(base[FRAME_CALLEE]); }
static inline Str *const_name(const Value *k, uint32_t i) { return value_str(k[i]); }

#ifdef INTERP_FORM
#include INTERP_FORM
#else
#include "form_interp.h"
#endif

// R(A) = a value from C, or unwind.
#define RESULT(expression)                       \
    do {                                         \
        PUBLISH;                                 \
        Value result_ = (expression);            \
        if (UNLIKELY(value_is_error(result_))) FAIL; \
        R(A) = result_;                          \
        NEXT;                                    \
    } while (0)
// Goes on when C said true, else unwinds.
#define REQUIRE(expression)                      \
    do {                                         \
        PUBLISH;                                 \
        if (UNLIKELY(!(expression))) FAIL;       \
        NEXT;                                    \
    } while (0)


#endif
