// Cells whose content nothing but the function that made them changes: the functions that capture them, and those inside, only read.
// So a call leaves them as they are, though unknown code runs.
#include "compiler/bytecode/captures.h"
#include "pass.h"

// What the closure's function captures of this frame it may change.
static void note_closure(const SsaFunction *f, const SsaInsn *insn, bool *own) {
    const BcProto *inner = f->module->bc->protos[insn->imm];
    uint32_t at = (uint32_t)__builtin_popcount(insn->aux & 0xFF);
    for (uint32_t i = 0; i < at; i++) own[insn->args[i].i] = false;
    for (uint32_t c = 0; c < inner->ncapture; c++) {
        if (!inner->captures[c].from_parent_reg) continue;
        SsaRef cell = insn->args[at++];
        own[cell.i] = own[cell.i] && !bc_writes_capture(f->module->bc, (uint32_t)insn->imm, c);
    }
}

static void note_uses(const SsaFunction *f, const SsaInsn *insn, bool *own) {
    bool by_name = insn->op == SSA_GETCELL || insn->op == SSA_SETCELL || insn->op == SSA_DELCELL;
    if (insn->op == SSA_CLOSURE) return note_closure(f, insn, own);
    for (uint32_t i = by_name; i < insn->nargs; i++) own[insn->args[i].i] = false;
}

bool *pass_own_cells(const SsaFunction *f, Arena *arena) {
    bool *own = arena_new_array(arena, bool, f->insns.count), any = false;
    for (uint32_t i = 1; i < f->insns.count; i++) any |= own[i] = f->insns.items[i].op == SSA_NEWCELL;
    for (uint32_t n = 0; any && n < f->blocks.count; n++)
        for (uint32_t i = 0; i < f->blocks.items[n].insns.count; i++) note_uses(f, ssa_at(f, f->blocks.items[n].insns.items[i]), own);
    return own;
}
