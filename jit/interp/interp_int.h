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

enum { INTERP_SITES = -1 };  // in front of a prototype's constants: the address of its sites
// Replaces p->code by a copy with inline caches; p->consts are loaded.
void interp_quicken(Proto *p);

// Points of control that are not operations.
INTERP_CALLCONV Value interp_enter(INTERP_PARAMS);             // entry of a plain function in T0
INTERP_CALLCONV Value interp_enter_generator(INTERP_PARAMS);   // entry of a generator function: makes the generator
INTERP_CALLCONV Value interp_resume(INTERP_PARAMS);            // a call returned `ret` to the frame `base`
INTERP_CALLCONV Value interp_leave(INTERP_PARAMS);             // a frame entered from C returned
INTERP_CALLCONV Value interp_poll_jump(INTERP_PARAMS);         // a jump back to pc found the thread asked to poll
INTERP_CALLCONV Value interp_raise(INTERP_PARAMS);             // the instruction before pc raised: unwind

#define OPERATION(name) INTERP_CALLCONV Value interp_##name(INTERP_PARAMS)
#define QUICK_OPERATION(name) INTERP_CALLCONV Value interp_quick_##name(INTERP_PARAMS)
#define SLOW(name) [[gnu::cold, gnu::noinline]] static INTERP_CALLCONV Value slow_##name(INTERP_PARAMS)

#define A bc_a(insn)
#define B bc_b(insn)
#define C bc_c(insn)
#define C16 bc_c16(insn)
#define K bc_k(insn)
#define R(i) base[i]

#define TAIL(fn) [[clang::musttail]] return fn(t, pc, base, k, insn, ret)
#define NEXT                                  \
    do {                                      \
        insn = *pc++;                         \
        TAIL(interp_table[insn & 0xFF]);      \
    } while (0)
// A jump back polls: the same word that bounds calls.
#define JUMP(offset)                                                                        \
    do {                                                                                    \
        int32_t offset_ = (offset);                                                         \
        pc += offset_;                                                                      \
        if (offset_ < 0 && UNLIKELY(base > t->call_limit)) TAIL(interp_poll_jump);          \
        NEXT;                                                                               \
    } while (0)
#define FAIL TAIL(interp_raise)
#define PUBLISH (t->base = base)
#define LIKELY(x) __builtin_expect(!!(x), 1)
#define UNLIKELY(x) __builtin_expect(!!(x), 0)

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

static inline Function *frame_function(const Value *base) { return (Function *)value_object(base[FRAME_CALLEE]); }
static inline Str *const_name(const Value *k, uint32_t i) { return value_str(k[i]); }

#endif
