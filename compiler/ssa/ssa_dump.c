// SSA as text. Numbers are given in order of appearance, so that the text does not depend on how the function was made.
//
//   func 1 "fib" (int) -> int
//   b0:
//     v1 = param 0 : int
//     jump b1
//   b1: ; preds b0
//     v2 = const_int 2 : int
//     v3 = int_lt v1 v2 : bool
//     branch v3 b2 b3
//   b3: ; preds b1
//     v4 = int_sub v1 v2 : int @7 [pc 7: r0=v1]
//
// `#n` is imm, `&n` aux, `: value{list}` a type and a fact, `@pc` the bytecode instruction, `[pc ...]` the frame state. `^n` behind a position is
// the frame it is in, when that is an inlined one; those are listed first: `frame PROTO #base &n @pc r4 of v1 gives v2 [pc 3: ...]`.
#include "ssa.h"

typedef struct {
    const SsaFunction *f;
    uint32_t *numbers;  // by SsaRef
    StrBuf *out;
} Dump;

static void dump_head(const Dump *d) {
    const SsaFunction *f = d->f;
    strbuf_put_format(d->out, "func %u ", f->proto);
    strbuf_put_quoted(d->out, f->bc->qualname.text, f->bc->qualname.length);
    strbuf_put_text(d->out, " (");
    for (uint32_t i = 0; i < f->nparams; i++) strbuf_put_format(d->out, "%s%s", i ? ", " : "", ssa_type_name(f->key[i]));
    strbuf_put_format(d->out, ") -> %s\n", ssa_type_name(f->result));
}

static void dump_place(const Dump *d, uint32_t pc, uint32_t frame) {
    strbuf_put_format(d->out, "%u", pc);
    if (frame) strbuf_put_format(d->out, "^%u", frame);
}

static void dump_state(const Dump *d, const SsaState *s) {
    strbuf_put_text(d->out, " [pc ");
    dump_place(d, s->pc, s->frame);
    strbuf_put_char(d->out, ':');
    for (uint32_t i = 0; i < s->count; i++) strbuf_put_format(d->out, " r%u=v%u", s->slots[i].reg, d->numbers[s->slots[i].value.i]);
    strbuf_put_char(d->out, ']');
}

static void dump_name(const Dump *d, const char *name) {
    for (; *name; name++) strbuf_put_char(d->out, (char)(*name >= 'A' && *name <= 'Z' ? *name + 32 : *name));
}

static void dump_insn(const Dump *d, const SsaBlock *block, SsaRef r) {
    const SsaInsn *insn = ssa_at(d->f, r);
    strbuf_put_text(d->out, "  ");
    if (insn->type != SSA_TYPE_NONE) strbuf_put_format(d->out, "v%u = ", d->numbers[r.i]);
    dump_name(d, ssa_op_info((SsaOp)insn->op)->name);
    if (insn->imm) strbuf_put_format(d->out, " #%lld", (long long)insn->imm);
    if (insn->aux) strbuf_put_format(d->out, " &%u", insn->aux);
    for (uint32_t i = 0; i < insn->nargs; i++) strbuf_put_format(d->out, " v%u", d->numbers[insn->args[i].i]);
    if (ssa_op_info((SsaOp)insn->op)->effect == SSA_EFFECT_END)
        for (uint32_t i = 0; i < block->nsucc; i++) strbuf_put_format(d->out, " b%u", block->succ[i]);
    if (insn->type != SSA_TYPE_NONE) strbuf_put_format(d->out, " : %s", ssa_type_name((SsaType)insn->type));
    if (insn->fact) strbuf_put_format(d->out, "{%s}", ssa_fact_name((SsaFact)insn->fact));
    if (insn->pc || insn->frame) {
        strbuf_put_text(d->out, " @");
        dump_place(d, insn->pc, insn->frame);
    }
    if (insn->state) dump_state(d, insn->state);
    strbuf_put_char(d->out, '\n');
}

static void dump_frames(const Dump *d) {
    for (uint32_t i = 1; i < d->f->frames.count; i++) {
        const SsaFrame *frame = &d->f->frames.items[i];
        strbuf_put_format(d->out, "  frame %u #%u &%u @%u r%u", frame->proto, frame->base, i, frame->pc, frame->reg);
        if (frame->callee.i) strbuf_put_format(d->out, " of v%u", d->numbers[frame->callee.i]);
        if (frame->result.i) strbuf_put_format(d->out, " gives v%u", d->numbers[frame->result.i]);
        dump_state(d, frame->call);
        strbuf_put_char(d->out, '\n');
    }
}

static void number_values(const SsaFunction *f, uint32_t *numbers) {
    uint32_t next = 1;
    for (uint32_t n = 0; n < f->blocks.count; n++) {
        const SsaRefVec *insns = &f->blocks.items[n].insns;
        for (uint32_t i = 0; i < insns->count; i++)
            if (ssa_at(f, insns->items[i])->type != SSA_TYPE_NONE) numbers[insns->items[i].i] = next++;
    }
}

static void dump_block(const Dump *d, uint32_t n) {
    const SsaBlock *block = &d->f->blocks.items[n];
    strbuf_put_format(d->out, "b%u:", n);
    for (uint32_t i = 0; i < block->preds.count; i++) strbuf_put_format(d->out, "%s b%u", i ? "" : " ; preds", block->preds.items[i]);
    strbuf_put_char(d->out, '\n');
    for (uint32_t i = 0; i < block->insns.count; i++) dump_insn(d, block, block->insns.items[i]);
}

void ssa_dump_function(const SsaFunction *f, StrBuf *out) {
    Arena scratch;
    arena_init(&scratch);
    Dump d = {f, arena_new_array(&scratch, uint32_t, f->insns.count), out};
    number_values(f, d.numbers);
    dump_head(&d);
    dump_frames(&d);
    for (uint32_t n = 0; n < f->blocks.count; n++)
        if (f->blocks.items[n].insns.count) dump_block(&d, n);
    arena_fini(&scratch);
}
