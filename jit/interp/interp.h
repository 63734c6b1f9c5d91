// T0: the interpreter. Runs verified bytecode on VM frames; every other tier can fall back to it at any instruction.
#ifndef OTTER_INTERP_H
#define OTTER_INTERP_H

#include "stdlib/runtime/function.h"
#include "stdlib/runtime/thread.h"

// Installs the interpreter as the engine of the runtime (entry points of protos, calls from C, generators). Once, before code is loaded.
void interp_init(void);

// Prototypes loaded from now on get inline caches (T1), which is the default.
extern bool interp_quickens;

// The signature shared by operations, function entries and resume points of every tier. Everything travels in registers:
// pc points to the instruction after `insn`; k are the frame's constants; ret is the value a call returned. A function that returns
// jumps to its frame's resume point with its own base: the resume point goes back to its frame by itself.
#define INTERP_PARAMS                                                                                                  \
    [[maybe_unused]] Thread *t, [[maybe_unused]] const BcInsn *pc, [[maybe_unused]] Value *base,                       \
        [[maybe_unused]] const Value *k, [[maybe_unused]] BcInsn insn, [[maybe_unused]] Value ret
#define INTERP_CALLCONV __attribute__((preserve_none))
typedef Value(INTERP_CALLCONV *InterpFn)(INTERP_PARAMS);

// Asked when t->call_limit was found NULL (it has been restored): by a call with pc NULL and base the callee's frame with bound
// arguments, or by a jump back to pc. For a jump it may give a function to run in the place of what the interpreter would do
// next, with pc and base as they are; NULL: nothing. The tier policy installs itself here.
extern InterpFn (*interp_poll)(Thread *t, Value *base, const BcInsn *pc);

// Faster code to run in the place of the interpreter, from pc on with base as it is; NULL: there is none. The first is asked
// when a function is called for the second time (it sets the entry for further calls), the second when jumps back have used up t->jumps_left, which it
// sets again. NULL: nobody is asked. Set before code is loaded.
extern InterpFn (*interp_warm_call)(Thread *t, Value *base, const BcInsn *pc);
extern InterpFn (*interp_warm_loop)(Thread *t, Value *base, const BcInsn *pc);
// Goes on in the interpreter at pc; also the entry of plain functions, for callers that pass pc and k.
INTERP_CALLCONV Value interp_enter(INTERP_PARAMS);
// The entry of plain functions in the interpreter for all callers: those in native code leave pc and k to the entry.
INTERP_CALLCONV Value interp_enter_anew(INTERP_PARAMS);

// Where a frame in bytecode goes on when the one it called returns; `base` is still the callee's.
INTERP_CALLCONV Value interp_resume(INTERP_PARAMS);

// The time as Proto.native_used has it; whoever cares moves it on.
extern uint32_t native_clock;

// Compiled code of a frame: runs from where it is entered until the frame returns.
typedef uint64_t (*InterpNative)(Thread *t, Value *base);
// Of a generator: from instruction `at` until it yields or returns.
typedef uint64_t (*InterpNativeResume)(Thread *t, Value *base, uint64_t at);

// Goes on in the middle of a frame, in the interpreter or what has taken its place: runs the function in base[FRAME_CALLEE] from instruction `at` on, with
// its registers in base, until it returns. For exits from native code, which return what this gives. The frame's header must
// be complete but for resume, pc and caller. VALUE_ERROR when it raised.
//
// A frame whose compiled code was entered by interp_run_native is not run on here, on top of that code's caller, but there:
// this notes the place and gives INTERP_LEFT. So leaving and entering again needs no more native stack however often it happens.
Value interp_continue(Thread *t, Value *base, uint32_t at);
#define INTERP_LEFT VALUE_SINGLETON(6)  // never a program's value
// Runs the frame `base` in the compiled code whose address `ret` has, goes on in the interpreter where that leaves, and returns
// to the frame's caller.
INTERP_CALLCONV Value interp_run_native(INTERP_PARAMS);
// What a step of a generator that gave `v` gives its loop, which was handling `handled`: for those that run its code themselves.
struct Generator;
Value interp_stepped_generator(Thread *t, struct Generator *g, Value v, Value handled);
// Compiled code of the generator has come to the SEND at instruction `at`, its registers in the generator: what that yields; VALUE_UNBOUND
// when it has ended, with its result where the SEND leaves it; VALUE_ERROR.
Value interp_delegate(Thread *t, struct Generator *g, uint32_t at);
// Asked at each exit: may give other compiled code to go on in from instruction `at`; NULL: none. The tier policy installs itself here.
extern InterpNative (*interp_exited)(Thread *t, Value *base, uint32_t at);

// Told at every 1024th call that C or compiled code makes of one prototype's bytecode, which costs more than calls among bytecode do;
// base is the callee's frame, its arguments bound. The tier policy installs itself here.
enum { INTERP_CALLED_EACH = 1024 };
extern void (*interp_called)(Thread *t, Value *base);

#endif
