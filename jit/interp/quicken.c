// T1: the interpreter's own copy of a prototype's code, with inline caches where the plain code names attributes.
// Copies and sites live as long as the prototype.
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

static void forget_proto(Proto *p) {
    if (p->code == p->bc->code) return;
    free((void *)p->code);
    free((void *)p->consts[INTERP_SITES].bits);
}

static void forget(CodePart *part) {
    CODE_EACH_PROTO(part, p) forget_proto(p);
    for (Proto *p = part->made; p; p = p->next) forget_proto(p);
}

CodeKeeper interp_keeper = {.forget = forget};

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
