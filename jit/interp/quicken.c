// T1: the interpreter's own copy of a prototype's code, with inline caches where the plain code names attributes.
// Copies and sites live as long as the prototype, which is for ever.
#include <stdlib.h>

#include "interp_int.h"
#include "stdlib/runtime/site.h"

static int quick_form(BcOp op) {
    switch (op) {
#define QUICK(name) \
    case OP_##name: return QUICK_##name;
#include "quick.def"
#undef QUICK
    default: return -1;
    }
}

static uint32_t count_sites(const BcProto *bc) {
    uint32_t n = 0;
    for (uint32_t pc = 0; pc < bc->ncode; pc++) n += quick_form(bc_op(bc->code[pc])) >= 0;
    return n;
}

void interp_quicken(Proto *p) {
    const BcProto *bc = p->bc;
    uint32_t count = count_sites(bc), next = 0;
    if (!count) return;
    BcInsn *code = malloc(bc->ncode * sizeof *code);
    AttrSite *sites = calloc(count, sizeof *sites);
    if (!code || !sites) return free(code), free(sites);
    for (uint32_t pc = 0; pc < bc->ncode; pc++) {
        BcInsn insn = bc->code[pc];
        int quick = quick_form(bc_op(insn));
        if (quick >= 0) {
            sites[next].name = value_str(p->consts[bc_op(insn) == OP_METHOD ? bc_c16(insn) : bc_c(insn)]);
            insn = bc_make((BcOp)quick, bc_a(insn), bc_b(insn), next++);
        }
        code[pc] = insn;
    }
    p->consts[INTERP_SITES].bits = (uint64_t)sites;
    p->code = code;
}
