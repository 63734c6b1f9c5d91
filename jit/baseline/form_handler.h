// The form that operations take as handlers of native code made of stencils: they run one instruction as the interpreter does,
// and go on in native code at the next.
#ifndef OTTER_FORM_HANDLER_H
#define OTTER_FORM_HANDLER_H

#include "jit/interp/form_interp.h"

// Native code does not carry the constants.
#define HANDLER(name)                                                                            \
    [[gnu::always_inline]] static inline INTERP_CALLCONV Value body_of_##name(INTERP_PARAMS);    \
    INTERP_CALLCONV Value name(INTERP_PARAMS) {                                                  \
        k = frame_function(base)->proto->consts;                                                 \
        TAIL(body_of_##name);                                                                    \
    }                                                                                            \
    [[gnu::always_inline]] static inline INTERP_CALLCONV Value body_of_##name(INTERP_PARAMS)
#undef OPERATION
#define OPERATION(name) HANDLER(baseline_##name)
#undef QUICK_OPERATION
#define QUICK_OPERATION(name) HANDLER(baseline_quick_##name)
#undef OTHER_OPERATION
#define OTHER_OPERATION(name) baseline_##name
#undef SLOW
#define SLOW(name)                                    \
    INTERP_CALLCONV Value slow_##name(INTERP_PARAMS); \
    HANDLER(slow_##name)

// The points of control have handlers' forms too.
#define interp_enter baseline_enter
#define interp_enter_generator baseline_enter_generator
#define interp_resume baseline_resume
#define interp_resume_constructed baseline_resume_constructed
#define interp_leave baseline_leave
#define interp_poll_jump baseline_poll_jump
#define interp_raise baseline_raise
INTERP_CALLCONV Value baseline_resume(INTERP_PARAMS);
INTERP_CALLCONV Value baseline_resume_constructed(INTERP_PARAMS);
INTERP_CALLCONV Value baseline_poll_jump(INTERP_PARAMS);
INTERP_CALLCONV Value baseline_raise(INTERP_PARAMS);
#define OP(name, format, meaning) INTERP_CALLCONV Value baseline_##name(INTERP_PARAMS);
#include "compiler/bytecode/opcodes.def"
#undef OP
#define QUICK(name) INTERP_CALLCONV Value baseline_quick_##name(INTERP_PARAMS);
#include "jit/interp/quick.def"
#undef QUICK

#undef NEXT
#define NEXT                                                                         \
    do {                                                                             \
        InterpFn next_ = interp_entry_at(k, pc);                                     \
        TAIL(next_);                                                                 \
    } while (0)
#undef COUNTS_JUMPS
#define COUNTS_JUMPS false
#undef JUMP
#define JUMP(offset)                                                                 \
    do {                                                                             \
        int32_t offset_ = (offset);                                                  \
        pc += offset_;                                                               \
        if (offset_ < 0 && UNLIKELY(base > t->call_limit)) TAIL(baseline_poll_jump); \
        NEXT;                                                                        \
    } while (0)

#endif
