// The form that operations take as stencils: operands and targets are holes (holes.def), the next operation is what follows.
// Compiled to an object that only tool/extract_stencils.c reads.
//
// A hole for a small number is the address of a symbol, which the compiler folds into displacements and immediates. Numbers that
// can be negative may be folded only where the instruction extends the sign (the extractor refuses others); else they, and 64-bit
// ones, come through an instruction whose operand the compiler cannot see.
#ifndef OTTER_FORM_STENCIL_H
#define OTTER_FORM_STENCIL_H

#define HIDDEN __attribute__((visibility("hidden")))
#define HOLE(name, meaning) extern HIDDEN Value hole_##name[];
#include "jit/baseline/holes.def"
#undef HOLE
#define CODE_HOLE(name) HIDDEN INTERP_CALLCONV Value code_##name(INTERP_PARAMS) __asm__("hole_" #name)
CODE_HOLE(NEXT);
CODE_HOLE(TARGET);
CODE_HOLE(FAIL);
CODE_HOLE(POLL);
CODE_HOLE(HANDLER);
CODE_HOLE(ASIDE);

#if defined(__x86_64__)
#define HOLE_NUMBER(name) ((uint64_t)hole_##name)
#define HOLE_FOLDED_SIGNED(name) ((uint64_t)hole_##name)
#define HOLE_SIGNED(name) \
    ({ uint64_t hole_value_; __asm__("movq $hole_" #name ", %0" : "=r"(hole_value_)); hole_value_; })
#define HOLE_WIDE(name) \
    ({ uint64_t hole_value_; __asm__("movabsq $hole_" #name ", %0" : "=r"(hole_value_)); hole_value_; })
#elif defined(__aarch64__)
// No instruction takes that much at once: numbers are put together, 16 bits at a time. A register's offset is one instruction's.
#define HOLE_WORDS(name)                                                                                    \
    ({ uint64_t hole_value_;                                                                                \
       __asm__("movz %0, #:abs_g0_nc:hole_" name "\n movk %0, #:abs_g1_nc:hole_" name                       \
               "\n movk %0, #:abs_g2_nc:hole_" name "\n movk %0, #:abs_g3:hole_" name : "=r"(hole_value_)); \
       hole_value_; })
#define HOLE_NUMBER(name)                                                                                   \
    ({ uint64_t hole_value_;                                                                                \
       __asm__("movz %0, #:abs_g0_nc:hole_" #name "\n movk %0, #:abs_g1_nc:hole_" #name : "=r"(hole_value_)); \
       hole_value_; })
#define HOLE_SIGNED(name) HOLE_WORDS(#name)
#define HOLE_FOLDED_SIGNED(name) HOLE_WORDS(#name)
#define HOLE_WIDE(name) HOLE_WORDS(#name)
#endif

#ifdef STENCIL_BACK
#define OPERATION(name) INTERP_CALLCONV Value back_##name(INTERP_PARAMS)
#define ASIDE(name) INTERP_CALLCONV Value aside_back_##name(INTERP_PARAMS)
#else
#define OPERATION(name) INTERP_CALLCONV Value stencil_##name(INTERP_PARAMS)
#define ASIDE(name) INTERP_CALLCONV Value aside_stencil_##name(INTERP_PARAMS)
#endif
#define QUICK_OPERATION(name) INTERP_CALLCONV Value quick_##name(INTERP_PARAMS)
#define MORE_STENCIL(name) INTERP_CALLCONV Value more_##name(INTERP_PARAMS)
// Slow ways are the handlers'; their bodies are left out here.
#define SLOW(name)                                    \
    INTERP_CALLCONV Value slow_##name(INTERP_PARAMS); \
    [[maybe_unused]] static INTERP_CALLCONV Value unused_##name(INTERP_PARAMS)
#define QUICK_ASIDE(name) INTERP_CALLCONV Value aside_quick_##name(INTERP_PARAMS)
#define TAIL_ASIDE(name) TAIL(code_ASIDE)
#define OTHER_OPERATION(name) interp_##name

// Registers are words apart: the division is folded away again.
#define A (HOLE_NUMBER(A) >> 3)
#define B (HOLE_NUMBER(B) >> 3)
#define C16 (HOLE_NUMBER(C16) >> 3)
#define C 0u
#define K 0u
#define R(i) base[i]
#define OFFSET 0
#define INT_B VALUE_BITS(HOLE_FOLDED_SIGNED(INT_B))
#define INT_C VALUE_BITS(HOLE_FOLDED_SIGNED(INT_C))
#define INT_C16 VALUE_BITS(HOLE_SIGNED(INT_C16))
#define FOLDED_INT_C16 VALUE_BITS(HOLE_FOLDED_SIGNED(INT_C16))
#define SINGLETON_B VALUE_BITS(HOLE_NUMBER(SINGLETON_B))
#define NARGS HOLE_NUMBER(NARGS)
#define HAS_KEYWORDS false

#define PROTO ((Proto *)HOLE_WIDE(PROTO))
#define GLOBAL ((Value *)HOLE_WIDE(GLOBAL))
#define SITE ((AttrSite *)HOLE_WIDE(SITE))
#define NEXT_PC ((const BcInsn *)HOLE_WIDE(PC))
#define RESUME_HERE 0  // calls have stencils of their own
#define CONST_B VALUE_BITS(HOLE_WIDE(CONST))

#define TAIL(fn) [[clang::musttail]] return fn(t, pc, base, k, insn, ret)
#define NEXT TAIL(code_NEXT)
#ifdef STENCIL_BACK
#define JUMP(offset)                                         \
    do {                                                     \
        if (UNLIKELY(base > t->call_limit)) TAIL(code_POLL); \
        TAIL(code_TARGET);                                   \
    } while (0)
#else
#define JUMP(offset) TAIL(code_TARGET)
#endif
#define FAIL TAIL(code_FAIL)
#define COUNTS_JUMPS false

#endif
