// Sums that begin as an int and go on as floats: `total = 0` before a loop that adds floats. A PHI that joins a small int constant with floats
// becomes two, the number as a FLOAT and whether it is still the int, and NUMBER makes the value where one is wanted, mostly in frame states.
//
//   p = phi (box 0) (box x)                    f = phi 0.0 x;  w = phi true false;  p = number f w
//   y = unbox_number p                         y is f
//
// Needs SSA_HAS_KINDS. Makes nothing. Breaks SSA_HAS_LEAN.
#include "pass.h"

typedef struct {
    SsaFunction *f;
    Arena scratch;
    bool *mixed;            // by value: a PHI that is to become two
    SsaRef *number, *whole; // by such a value: the two
    SsaRef *map;
    uint32_t known;         // values of before
} Numbers;

static SsaInsn *at(const Numbers *s, SsaRef r) { return ssa_at(s->f, r); }

static bool is_boxed(const Numbers *s, SsaRef r, SsaType type) { return at(s, r)->op == SSA_BOX && at(s, at(s, r)->args[0])->type == type; }

// An int that is as good as a float.
static bool is_small_constant(const Numbers *s, SsaRef r) {
    if (at(s, r)->op != SSA_BOX) return false;
    const SsaInsn *of = at(s, at(s, r)->args[0]);
    return of->op == SSA_CONST_INT && of->imm >= -(1ll << 53) && of->imm <= 1ll << 53;
}

// --- finding

static bool is_handler(const Numbers *s, uint32_t n) {
    const SsaBlockVec *preds = &s->f->blocks.items[n].preds;
    for (uint32_t p = 0; p < preds->count; p++)
        if (at(s, vec_last(&s->f->blocks.items[preds->items[p]].insns))->op == SSA_TRY) return true;
    return false;
}

static void find_candidates(Numbers *s) {
    for (uint32_t n = 0; n < s->f->blocks.count; n++) {
        const SsaRefVec *insns = &s->f->blocks.items[n].insns;
        for (uint32_t i = 0; i < insns->count && at(s, insns->items[i])->op == SSA_PHI; i++)
            s->mixed[insns->items[i].i] = at(s, insns->items[i])->type == SSA_TYPE_VALUE && !is_handler(s, n);
    }
}

static bool fits(const Numbers *s, const SsaInsn *phi) {
    for (uint32_t i = 0; i < phi->nargs; i++)
        if (!s->mixed[phi->args[i].i] && !is_boxed(s, phi->args[i], SSA_TYPE_FLOAT) && !is_small_constant(s, phi->args[i])) return false;
    return true;
}

static bool drop_round(Numbers *s) {
    bool dropped = false;
    for (uint32_t i = 1; i < s->known; i++) {
        if (!s->mixed[i] || fits(s, &s->f->insns.items[i])) continue;
        s->mixed[i] = false;
        dropped = true;
    }
    return dropped;
}

static bool pays(const Numbers *s) {
    for (uint32_t i = 1; i < s->known; i++) {
        const SsaInsn *insn = &s->f->insns.items[i];
        if (insn->op == SSA_UNBOX_NUMBER && s->mixed[insn->args[0].i]) return true;
    }
    return false;
}

// --- making

static SsaRef entry_constant(Numbers *s, SsaOp op, int64_t imm) {
    SsaRefVec *insns = &s->f->blocks.items[0].insns;
    SsaRef r = ssa_new_insn(s->f, op, NULL, 0);
    at(s, r)->imm = imm;
    uint32_t first = 0;
    while (at(s, insns->items[first])->op == SSA_PHI || at(s, insns->items[first])->op == SSA_PARAM) first++;
    vec_push(insns, r);
    for (uint32_t i = insns->count - 1; i > first; i--) insns->items[i] = insns->items[i - 1];
    insns->items[first] = r;
    return r;
}

static SsaRef float_constant(Numbers *s, SsaRef boxed) {
    double real = (double)at(s, at(s, boxed)->args[0])->imm;
    return entry_constant(s, SSA_CONST_FLOAT, (int64_t)__builtin_bit_cast(uint64_t, real));
}

static SsaRef new_phi(Numbers *s, uint32_t nargs, SsaType type) {
    SsaRef r = ssa_new_insn(s->f, SSA_PHI, NULL, 0);
    at(s, r)->type = (uint8_t)type;
    at(s, r)->args = arena_new_array(s->f->module->arena, SsaRef, nargs);
    at(s, r)->nargs = nargs;
    return r;
}

static void split_phis(Numbers *s) {
    for (uint32_t i = 1; i < s->known; i++) {
        if (!s->mixed[i]) continue;
        uint32_t nargs = s->f->insns.items[i].nargs;
        s->number[i] = new_phi(s, nargs, SSA_TYPE_FLOAT);
        s->whole[i] = new_phi(s, nargs, SSA_TYPE_BOOL);
    }
}

static void fill_phis(Numbers *s, uint32_t i, SsaRef yes, SsaRef no) {
    for (uint32_t a = 0; a < s->f->insns.items[i].nargs; a++) {
        SsaRef arg = s->f->insns.items[i].args[a], number, whole;
        if (s->mixed[arg.i]) number = s->number[arg.i], whole = s->whole[arg.i];
        else if (is_boxed(s, arg, SSA_TYPE_FLOAT)) number = at(s, arg)->args[0], whole = no;
        else number = float_constant(s, arg), whole = yes;
        at(s, s->number[i])->args[a] = number;
        at(s, s->whole[i])->args[a] = whole;
    }
}

// Block n with the two PHIs in the place of each, and their NUMBERs behind all PHIs.
static void rewrite_block(Numbers *s, uint32_t n, SsaRefVec *out) {
    SsaRefVec *insns = &s->f->blocks.items[n].insns;
    uint32_t phis = 0;
    vec_clear(out);
    for (; phis < insns->count && at(s, insns->items[phis])->op == SSA_PHI; phis++) {
        SsaRef r = insns->items[phis];
        if (!s->mixed[r.i]) vec_push(out, r);
        else {
            vec_push(out, s->number[r.i]);
            vec_push(out, s->whole[r.i]);
        }
    }
    for (uint32_t i = 0; i < phis; i++) {
        SsaRef r = insns->items[i];
        if (!s->mixed[r.i]) continue;
        *at(s, r) = (SsaInsn){.op = SSA_NUMBER, .type = SSA_TYPE_VALUE, .nargs = 2, .args = arena_new_array(s->f->module->arena, SsaRef, 2)};
        at(s, r)->args[0] = s->number[r.i];
        at(s, r)->args[1] = s->whole[r.i];
        vec_push(out, r);
    }
    for (uint32_t i = phis; i < insns->count; i++) vec_push(out, insns->items[i]);
    vec_clear(insns);
    for (uint32_t i = 0; i < out->count; i++) vec_push(insns, out->items[i]);
}

// --- users

// The value as a FLOAT, if it is one of these in disguise; none: it is not.
static SsaRef real(Numbers *s, SsaRef r) {
    if (at(s, r)->op == SSA_NUMBER || is_boxed(s, r, SSA_TYPE_FLOAT)) return at(s, r)->args[0];
    return is_small_constant(s, r) ? float_constant(s, r) : (SsaRef){0};
}

static void compare(Numbers *s, SsaRef r) {
    if (at(s, at(s, r)->args[0])->op != SSA_NUMBER && at(s, at(s, r)->args[1])->op != SSA_NUMBER) return;
    SsaRef a = real(s, at(s, r)->args[0]), b = real(s, at(s, r)->args[1]);
    if (ssa_is_none(a) || ssa_is_none(b)) return;
    SsaInsn *insn = at(s, r);
    insn->op = (uint8_t)(insn->op - SSA_TEST_LT + SSA_FLOAT_LT);
    insn->state = NULL;
    insn->args[0] = a;
    insn->args[1] = b;
}

static void rewrite_users(Numbers *s) {
    for (uint32_t i = 1; i < s->known; i++) {
        const SsaInsn *insn = &s->f->insns.items[i];
        if (insn->op >= SSA_TEST_LT && insn->op <= SSA_TEST_GE) compare(s, (SsaRef){i});
        else if (insn->op == SSA_UNBOX_NUMBER) s->map[i] = real(s, insn->args[0]);
    }
}

static void drop_renamed(Numbers *s) {
    for (uint32_t n = 0; n < s->f->blocks.count; n++) {
        SsaRefVec *insns = &s->f->blocks.items[n].insns;
        uint32_t kept = 0;
        for (uint32_t i = 0; i < insns->count; i++)
            if (insns->items[i].i >= s->known || ssa_is_none(s->map[insns->items[i].i])) insns->items[kept++] = insns->items[i];
        insns->count = kept;
    }
}

static void split(Numbers *s) {
    SsaRef yes = entry_constant(s, SSA_CONST_BOOL, true), no = entry_constant(s, SSA_CONST_BOOL, false);
    split_phis(s);
    for (uint32_t i = 1; i < s->known; i++)
        if (s->mixed[i]) fill_phis(s, i, yes, no);
    SsaRefVec out = {0};
    for (uint32_t n = 0; n < s->f->blocks.count; n++) rewrite_block(s, n, &out);
    vec_fini(&out);
}

void pass_numbers(SsaFunction *f) {
    Numbers s = {.f = f, .known = f->insns.count};
    arena_init(&s.scratch);
    s.mixed = arena_new_array(&s.scratch, bool, s.known);
    find_candidates(&s);
    while (drop_round(&s)) continue;
    if (pays(&s)) {
        s.number = arena_new_array(&s.scratch, SsaRef, s.known);
        s.whole = arena_new_array(&s.scratch, SsaRef, s.known);
        split(&s);
        s.map = arena_new_array(&s.scratch, SsaRef, f->insns.count + 2 * s.known);
        rewrite_users(&s);
        drop_renamed(&s);
        ssa_rename(f, s.map);
    }
    arena_fini(&s.scratch);
}
