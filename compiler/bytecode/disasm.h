// Bytecode as text: what --dump-bytecode shows, and what text_read reads back.
//
// One line per fact, no addresses; `;` starts a comment. Operands: r register, k constant, g global, c captured cell,
// p prototype, -> jump target, # number, x count.
#ifndef OTTER_DISASM_H
#define OTTER_DISASM_H

#include "compiler/base/strbuf.h"
#include "compiler/bytecode/bytecode.h"

enum { DISASM_SOURCE = 1 };  // with the module's source text, for an exact round trip

// `m` must verify.
void disasm_module(StrBuf *to, const BcModule *m, uint32_t flags);
void disasm_proto(StrBuf *to, const BcModule *m, uint32_t index);
// One instruction without its comment: "ADD r0 r1 r2".
void disasm_insn(StrBuf *to, uint32_t pc, BcInsn insn);

#endif
