// Items of builtin containers: where the container's class is a fact and the index an INT, indexing needs no search for its meaning.
// In range it is a load or a store; else it leaves, and the bytecode raises what there is to raise. Operations whose exception
// has a handler in the same function stay as they are, so that what a program expects to fail stays compiled. Items of dicts are operations
// of their own, which raise themselves.
//
// Needs SSA_HAS_KINDS and SSA_HAS_FACTS. Makes nothing. Breaks SSA_HAS_LEAN.
#include "compiler/ssa/bc_flow.h"
#include "pass.h"

typedef struct {
    SsaFunction *f;
    Arena scratch;
    SsaRef *map;    // replaced values
    SsaRefVec out;  // the block being rewritten
} Items;

static SsaInsn *at(const Items *s, SsaRef r) { return ssa_at(s->f, r); }
static SsaFact fact_of(const Items *s, SsaRef r) { return ssa_fact(s->f, r); }
static bool is_int(const Items *s, SsaRef r) { return at(s, r)->type == SSA_TYPE_INT; }

static bool has_items(SsaFact fact) { return fact == SSA_FACT_LIST || fact == SSA_FACT_TUPLE; }
static bool has_bytes(SsaFact fact) { return fact == SSA_FACT_BYTES || fact == SSA_FACT_BYTEARRAY; }

// What the item is made from: a byte, boxed, or a code point.
static void get_part(Items *s, SsaRef r, SsaOp op, SsaOp whole) {
    SsaInsn *insn = at(s, r);
    SsaState *state = insn->state;
    uint32_t pc = insn->pc;
    SsaRef part = ssa_new_insn(s->f, op, insn->args, 2);
    at(s, part)->state = state;
    at(s, part)->pc = pc;
    vec_push(&s->out, part);
    insn = at(s, r);
    insn->op = (uint8_t)whole;
    insn->fact = whole == SSA_CHAR ? SSA_FACT_STR : SSA_FACT_NONE;
    insn->nargs = 1;
    insn->args[0] = part;
    if (whole == SSA_BOX) insn->state = NULL;
}

static void get_item(Items *s, SsaRef r) {
    SsaInsn *insn = at(s, r);
    if (!is_int(s, insn->args[1])) return;
    SsaFact fact = fact_of(s, insn->args[0]);
    if (has_items(fact)) insn->op = SSA_ITEM;
    else if (has_bytes(fact)) get_part(s, r, SSA_BYTE, SSA_BOX);
    else if (fact == SSA_FACT_STR) get_part(s, r, SSA_CHAR_AT, SSA_CHAR);
}

static bool is_boxed_int(const Items *s, SsaRef r) { return at(s, r)->op == SSA_BOX && is_int(s, at(s, r)->args[0]); }

static void set_item(Items *s, SsaRef r) {
    SsaInsn *insn = at(s, r);
    if (!is_int(s, insn->args[1])) return;
    SsaFact fact = fact_of(s, insn->args[0]);
    if (fact == SSA_FACT_LIST) insn->op = SSA_PUT_ITEM;
    if (fact != SSA_FACT_BYTEARRAY || !is_boxed_int(s, insn->args[2])) return;
    insn->op = SSA_PUT_BYTE;
    insn->args[2] = at(s, insn->args[2])->args[0];
}

static void box_key(Items *s, SsaRef r) {
    uint32_t pc = at(s, r)->pc;
    SsaRef boxed = ssa_new_insn(s->f, SSA_BOX, &at(s, r)->args[1], 1);
    at(s, boxed)->pc = pc;
    at(s, r)->args[1] = boxed;
    vec_push(&s->out, boxed);
}

// Of dicts, whose operations raise as the generic ones do.
static bool rewrite_dict(Items *s, SsaRef r) {
    SsaInsn *insn = at(s, r);
    bool asks = insn->op == SSA_IN;
    if ((!asks && insn->op != SSA_GETITEM && insn->op != SSA_SETITEM) || fact_of(s, insn->args[asks]) != SSA_FACT_DICT) return false;
    insn->op = asks ? SSA_DICT_HAS : insn->op == SSA_GETITEM ? SSA_DICT_GET : SSA_DICT_PUT;
    if (asks) {
        SsaRef key = insn->args[0];
        insn->args[0] = insn->args[1];
        insn->args[1] = key;
    } else if (is_int(s, insn->args[1])) box_key(s, r);
    return true;
}

static bool has_length(SsaFact fact) {
    return has_items(fact) || has_bytes(fact) || fact == SSA_FACT_STR || fact == SSA_FACT_DICT;
}

// Empty or not.
static void measure(Items *s, SsaRef r) {
    SsaRef length = ssa_new_insn(s->f, SSA_LENGTH, at(s, r)->args, 1);
    SsaInsn *insn = at(s, r);
    at(s, length)->pc = insn->pc;
    vec_push(&s->out, length);
    insn->op = SSA_INT_TRUTH;
    insn->args[0] = length;
    insn->state = NULL;
}

static void rewrite(Items *s, SsaRef r) {
    SsaInsn *insn = at(s, r);
    if (insn->op == SSA_LEN && has_length(fact_of(s, insn->args[0]))) {
        insn->op = SSA_LENGTH;
        insn->state = NULL;
    }
    if (rewrite_dict(s, r)) return;
    if (insn->op == SSA_TRUTH && has_length(fact_of(s, insn->args[0]))) return measure(s, r);
    if (bc_handler_at(s->f->bc, insn->pc)) return;
    switch ((SsaOp)insn->op) {
    case SSA_GETITEM: get_item(s, r); break;
    case SSA_SETITEM: set_item(s, r); break;
    default: break;
    }
}

static void rewrite_block(Items *s, uint32_t n) {
    SsaRefVec *insns = &s->f->blocks.items[n].insns;
    vec_clear(&s->out);
    for (uint32_t i = 0; i < insns->count; i++) {
        SsaRef r = insns->items[i];
        rewrite(s, r);
        vec_push(&s->out, r);
    }
    vec_clear(insns);
    for (uint32_t i = 0; i < s->out.count; i++) vec_push(insns, s->out.items[i]);
}

// --- unboxing what has just been boxed

static void unbox(Items *s, SsaRef r) {
    const SsaInsn *insn = at(s, r);
    if (insn->op != SSA_UNBOX_INT && insn->op != SSA_UNBOX_FLOAT) return;
    const SsaInsn *boxed = at(s, insn->args[0]);
    if (boxed->op == SSA_BOX && at(s, boxed->args[0])->type == insn->type) s->map[r.i] = boxed->args[0];
}

static void unbox_block(Items *s, uint32_t n) {
    SsaRefVec *insns = &s->f->blocks.items[n].insns;
    uint32_t kept = 0;
    for (uint32_t i = 0; i < insns->count; i++) {
        unbox(s, insns->items[i]);
        if (ssa_is_none(s->map[insns->items[i].i])) insns->items[kept++] = insns->items[i];
    }
    insns->count = kept;
}

void pass_items(SsaFunction *f) {
    Items s = {.f = f};
    arena_init(&s.scratch);
    for (uint32_t n = 0; n < f->blocks.count; n++) rewrite_block(&s, n);
    s.map = arena_new_array(&s.scratch, SsaRef, f->insns.count);
    for (uint32_t n = 0; n < f->blocks.count; n++) unbox_block(&s, n);
    ssa_rename(f, s.map);
    vec_fini(&s.out);
    arena_fini(&s.scratch);
}
