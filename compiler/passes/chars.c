// Characters: a string of one character taken from another is a code point first. Comparing it with another such, or with a
// constant, compares code points, `c in "aeiou"` and `c.isdigit()` test bits, and its string need not be made.
//
// Needs SSA_HAS_KINDS. Makes nothing. Breaks SSA_HAS_LEAN.
#include "pass.h"

typedef struct {
    SsaFunction *f;
    SsaRefVec out;  // the block being rewritten
    VEC(SsaSlot) known;  // values that are code points already, as pairs
} Chars;

static SsaInsn *at(const Chars *s, SsaRef r) { return ssa_at(s->f, r); }

static bool is_ascii(const BcStr *text) {
    for (uint32_t i = 0; i < text->length; i++)
        if ((unsigned char)text->text[i] > 127) return false;
    return true;
}

static bool is_char(const Chars *s, SsaRef r) { return at(s, r)->op == SSA_CHAR; }

static bool is_char_constant(const Chars *s, SsaRef r) {
    BcStr text;
    return ssa_constant_text(s->f, r, &text) && text.length == 1 && is_ascii(&text);
}

// The code point of a character or of a constant of one.
static SsaRef code_point(Chars *s, SsaRef r) {
    if (is_char(s, r)) return at(s, r)->args[0];
    BcStr text;
    ssa_constant_text(s->f, r, &text);
    SsaRef code = ssa_new_insn(s->f, SSA_CONST_INT, NULL, 0);
    at(s, code)->imm = text.text[0];
    vec_push(&s->out, code);
    return code;
}

static bool compares_chars(const Chars *s, const SsaInsn *insn) {
    bool a = is_char(s, insn->args[0]), b = is_char(s, insn->args[1]);
    return (a || b) && (a || is_char_constant(s, insn->args[0])) && (b || is_char_constant(s, insn->args[1]));
}

static void compare(Chars *s, SsaRef r, SsaOp first) {
    SsaInsn *insn = at(s, r);
    if (!compares_chars(s, insn)) return;
    SsaOp op = (SsaOp)(insn->op - first + SSA_INT_LT);
    uint32_t pc = insn->pc;
    SsaRef a = insn->args[0], b = insn->args[1], codes[2] = {code_point(s, a)};
    codes[1] = code_point(s, b);
    SsaRef truth = ssa_new_insn(s->f, op, codes, 2);
    at(s, truth)->pc = pc;
    if (first == SSA_TEST_LT) {  // a BOOL itself
        *at(s, r) = *at(s, truth);
        return;
    }
    vec_push(&s->out, truth);
    insn = at(s, r);
    *insn = (SsaInsn){.op = SSA_BOX, .type = SSA_TYPE_VALUE, .nargs = 1, .args = insn->args, .pc = pc};
    insn->args[0] = truth;
}

static void contain(Chars *s, SsaRef r) {
    SsaInsn *insn = at(s, r);
    BcStr text;
    if (!is_char(s, insn->args[0]) || !ssa_constant_text(s->f, insn->args[1], &text) || !is_ascii(&text)) return;
    insn->op = SSA_CHAR_IN;
    insn->imm = at(s, insn->args[1])->op == SSA_CONST_OBJECT;
    insn->aux = (uint32_t)at(s, insn->args[1])->imm;
    insn->args[0] = at(s, insn->args[0])->args[0];
    insn->nargs = 1;
    insn->state = NULL;
}

static void rewrite(Chars *s, SsaRef r) {
    SsaOp op = (SsaOp)at(s, r)->op;
    if (op >= SSA_TEST_LT && op <= SSA_TEST_GE) compare(s, r, SSA_TEST_LT);
    else if (op >= SSA_LT && op <= SSA_GE && at(s, r)->type == SSA_TYPE_VALUE) compare(s, r, SSA_LT);
    else if (op == SSA_IN) contain(s, r);
    else if (op == SSA_TEXT_IS && is_char(s, at(s, r)->args[0])) {
        at(s, r)->op = SSA_CHAR_IS;
        at(s, r)->args[0] = at(s, at(s, r)->args[0])->args[0];
    }
}

// ord() of a character: true, it is gone.
static bool is_known(Chars *s, SsaRef r) {
    const SsaInsn *insn = at(s, r);
    if (insn->op != SSA_ORD || !is_char(s, insn->args[0])) return false;
    vec_push(&s->known, {r.i, at(s, insn->args[0])->args[0]});
    return true;
}

static void rename_known(Chars *s) {
    Arena scratch;
    arena_init(&scratch);
    SsaRef *map = arena_new_array(&scratch, SsaRef, s->f->insns.count);
    for (uint32_t i = 0; i < s->known.count; i++) map[s->known.items[i].reg] = s->known.items[i].value;
    if (s->known.count) ssa_rename(s->f, map);
    vec_fini(&s->known);
    arena_fini(&scratch);
}

void pass_chars(SsaFunction *f) {
    Chars s = {.f = f};
    for (uint32_t n = 0; n < f->blocks.count; n++) {
        SsaRefVec *insns = &f->blocks.items[n].insns;
        vec_clear(&s.out);
        for (uint32_t i = 0; i < insns->count; i++) {
            SsaRef r = insns->items[i];
            rewrite(&s, r);
            if (!is_known(&s, r)) vec_push(&s.out, r);
        }
        vec_clear(insns);
        for (uint32_t i = 0; i < s.out.count; i++) vec_push(insns, s.out.items[i]);
    }
    rename_known(&s);
    vec_fini(&s.out);
}
