// The form that operations take in the interpreter itself. Another form (INTERP_FORM) is what jit/baseline makes of the same bodies.
#ifndef OTTER_FORM_INTERP_H
#define OTTER_FORM_INTERP_H

#define OPERATION(name) INTERP_CALLCONV Value interp_##name(INTERP_PARAMS)
#define QUICK_OPERATION(name) INTERP_CALLCONV Value interp_quick_##name(INTERP_PARAMS)
#define SLOW(name) [[gnu::cold, gnu::noinline]] static INTERP_CALLCONV Value slow_##name(INTERP_PARAMS)
// The second most common case, which native code keeps out of the straight line; TAIL_ASIDE runs it.
#define ASIDE(name) [[gnu::always_inline]] static inline INTERP_CALLCONV Value aside_##name(INTERP_PARAMS)
#define QUICK_ASIDE(name) ASIDE(quick_##name)
#define TAIL_ASIDE(name) TAIL(aside_##name)
#define OTHER_OPERATION(name) interp_##name

// Operands: registers and constants by number, and what the instruction says at once.
#define A bc_a(insn)
#define B bc_b(insn)
#define C bc_c(insn)
#define C16 bc_c16(insn)
#define K bc_k(insn)
#define R(i) base[i]
#define OFFSET bc_sc(insn)
#define INT_B value_from_small(bc_sb(insn))
#define INT_C value_from_small(bc_sc(insn))
#define INT_C16 value_from_small(bc_sc16(insn))
#define FOLDED_INT_C16 INT_C16  // for additions
#define CONST_B k[B]
#define SINGLETON_B VALUE_SINGLETON(B)
#define NARGS B
#define HAS_KEYWORDS (C != 0)

// What is the same for every run of the instruction.
#define PROTO (frame_function(base)->proto)
#define GLOBAL (&PROTO->globals[B])
#define SITE ((AttrSite *)k[INTERP_SITES].bits + C)
#define NEXT_PC pc
#define RESUME_HERE ((uint64_t)interp_resume)

#define TAIL(fn) [[clang::musttail]] return fn(t, pc, base, k, insn, ret)
#define NEXT                                  \
    do {                                      \
        insn = *pc++;                         \
        TAIL(interp_table[insn & 0xFF]);      \
    } while (0)
// A jump back polls (the same word that bounds calls) and counts.
#define JUMP(offset)                                                                        \
    do {                                                                                    \
        int32_t offset_ = (offset);                                                         \
        pc += offset_;                                                                      \
        if (offset_ < 0 && UNLIKELY(base > t->call_limit || --t->jumps_left < 0)) TAIL(interp_poll_jump); \
        NEXT;                                                                               \
    } while (0)
#define FAIL TAIL(interp_raise)
#define COUNTS_JUMPS true  // and looks for faster code

#endif
