// Comparisons with constant strings, `word == "if"` and `word in ("if", "else")`: the address, then the length, then the bytes by a
// load or two. Only what is no plain string, or shares its text with a longer one, is compared by the runtime.
#include <string.h>

#include "lower.h"
#include "lower_parts.h"

enum { TEXTS_MAX = 8, BYTES_MAX = 16 };

// The constant strings that a value is compared with.
typedef struct {
    BcStr items[TEXTS_MAX];
    uint32_t count;
} Texts;

static bool add_text(Texts *texts, BcStr text) {
    if (text.length > BYTES_MAX || texts->count == TEXTS_MAX) return false;
    texts->items[texts->count++] = text;
    return true;
}

static bool is_text(const LowerFunction *lf, SsaRef r) {
    BcStr text;
    return ssa_constant_text(lf->f, r, &text);
}

static bool find_text(const LowerFunction *lf, SsaRef r, Texts *texts) {
    BcStr text;
    return ssa_constant_text(lf->f, r, &text) && add_text(texts, text);
}

// The strings of a tuple; false: it is something else.
static bool find_texts(const LowerFunction *lf, SsaRef r, Texts *texts) {
    const SsaInsn *insn = ssa_at(lf->f, r);
    if (insn->op != SSA_CONST_K) return false;
    const BcConst *consts = lf->m->ssa->bc->protos[ssa_const_proto(lf->f, insn)]->consts, *c = &consts[insn->imm];
    if (c->kind != BC_CONST_TUPLE) return false;
    for (uint32_t i = 0; i < c->tuple.count; i++) {
        const BcConst *item = &consts[c->tuple.items[i]];
        if (item->kind != BC_CONST_STR || !add_text(texts, item->str)) return false;
    }
    return true;
}

// --- bytes

static LLVMValueRef same_part(LowerFunction *lf, LLVMValueRef text, const char *bytes, uint32_t at, uint32_t width) {
    LLVMTypeRef type = LLVMIntTypeInContext(lf->m->context, width * 8);
    uint64_t wanted = 0;
    for (uint32_t i = width; i-- > 0;) wanted = wanted << 8 | (unsigned char)bytes[at + i];
    LLVMValueRef part = lower_load_invariant(lf, type, lower_field(lf, text, at));
    LLVMSetAlignment(part, 1);
    return LLVMBuildICmp(lf->b, LLVMIntEQ, part, LLVMConstInt(type, wanted, 0), "");
}

// Parts overlap where the length is no power of two.
static LLVMValueRef same_bytes(LowerFunction *lf, LLVMValueRef text, const BcStr *wanted) {
    uint32_t n = wanted->length, width = n >= 8 ? 8 : n >= 4 ? 4 : n >= 2 ? 2 : 1;
    if (n == 0) return LLVMConstInt(lf->m->i1, 1, 0);
    LLVMValueRef same = same_part(lf, text, wanted->text, 0, width);
    return n == width ? same : LLVMBuildAnd(lf->b, same, same_part(lf, text, wanted->text, n - width, width), "");
}

static LLVMValueRef any_of_length(LowerFunction *lf, LLVMValueRef text, const Texts *texts, uint32_t length) {
    LLVMValueRef any = LLVMConstInt(lf->m->i1, 0, 0);
    for (uint32_t i = 0; i < texts->count; i++)
        if (texts->items[i].length == length) any = LLVMBuildOr(lf->b, any, same_bytes(lf, text, &texts->items[i]), "");
    return any;
}

// --- the comparison: its ways join in `done`

typedef struct {
    LLVMBasicBlockRef done, slow;
    LLVMBasicBlockRef from[BYTES_MAX + 4];
    LLVMValueRef values[BYTES_MAX + 4];
    uint32_t count;
} Ways;

static void note_way(LowerFunction *lf, Ways *w, LLVMValueRef truth) {
    w->from[w->count] = LLVMGetInsertBlock(lf->b);
    w->values[w->count++] = truth;
}

static void end_way(LowerFunction *lf, Ways *w, LLVMValueRef truth) {
    note_way(lf, w, truth);
    LLVMBuildBr(lf->b, w->done);
}

static bool seen_length(const Texts *texts, uint32_t before) {
    for (uint32_t i = 0; i < before; i++)
        if (texts->items[i].length == texts->items[before].length) return true;
    return false;
}

static void compare_lengths(LowerFunction *lf, Ways *w, LLVMValueRef v, const Texts *texts) {
    LLVMValueRef nbytes = lower_load_invariant(lf, lf->m->i32, lower_object_field(lf, v, LAYOUT_STR_BYTES));
    LLVMValueRef text = lower_load_invariant(lf, lf->m->ptr, lower_object_field(lf, v, LAYOUT_STR_TEXT));
    note_way(lf, w, LLVMConstInt(lf->m->i1, 0, 0));
    LLVMValueRef lengths = LLVMBuildSwitch(lf->b, nbytes, w->done, texts->count);
    for (uint32_t i = 0; i < texts->count; i++) {
        if (seen_length(texts, i)) continue;
        LLVMBasicBlockRef block = lower_new_block(lf, "bytes");
        LLVMAddCase(lengths, lower_i32(lf, texts->items[i].length), block);
        lower_set_block(lf, block);
        end_way(lf, w, any_of_length(lf, text, texts, texts->items[i].length));
    }
}

// Opens the comparison of v with constants, `same` the only one's value or NULL; leaves off where `slow` begins.
static void compare_quickly(LowerFunction *lf, Ways *w, LLVMValueRef v, LLVMValueRef same, const Texts *texts) {
    *w = (Ways){.done = lower_new_block(lf, "compared"), .slow = lower_new_block(lf, "slow")};
    if (same) {
        LLVMBasicBlockRef differs = lower_new_block(lf, "differs");
        note_way(lf, w, LLVMConstInt(lf->m->i1, 1, 0));
        lower_branch(lf, LLVMBuildICmp(lf->b, LLVMIntEQ, v, same, ""), w->done, differs, NULL);
        lower_set_block(lf, differs);
    }
    lower_require(lf, lower_is_object(lf, v), w->slow);
    LLVMValueRef shape = lower_load(lf, lf->m->ptr, lower_object_field(lf, v, LAYOUT_OBJECT_SHAPE), LOWER_SHAPE);
    lower_require(lf, LLVMBuildICmp(lf->b, LLVMIntEQ, shape, lower_fact_shape(lf->m, SSA_FACT_STR), ""), w->slow);
    compare_lengths(lf, w, v, texts);
    lower_set_block(lf, w->slow);
}

static LLVMValueRef close_ways(LowerFunction *lf, Ways *w, LLVMValueRef slowly) {
    end_way(lf, w, slowly);
    lower_set_block(lf, w->done);
    LLVMValueRef truth = LLVMBuildPhi(lf->b, lf->m->i1, "");
    LLVMAddIncoming(truth, w->values, w->from, w->count);
    return truth;
}

LLVMValueRef lower_text_equal(LowerFunction *lf, const SsaInsn *insn, bool differ) {
    Texts texts = {.count = 0};
    uint32_t constant = is_text(lf, insn->args[0]) ? 0 : 1;
    if (!lower_pays(lf) || !find_text(lf, insn->args[constant], &texts)) return NULL;
    Ways w;
    compare_quickly(lf, &w, lower_arg(lf, insn, 1 - constant), lower_arg(lf, insn, constant), &texts);
    LLVMValueRef which = lower_i32(lf, differ ? SSA_NE - SSA_LT : SSA_EQ - SSA_LT);
    LLVMValueRef slowly = lower_check_truth(lf, insn, LOWER_CALL(lf, native_compare_bool, which, lower_arg(lf, insn, 0), lower_arg(lf, insn, 1)));
    if (differ) slowly = LLVMBuildNot(lf->b, slowly, "");
    LLVMValueRef equal = close_ways(lf, &w, slowly);
    return differ ? LLVMBuildNot(lf->b, equal, "") : equal;
}

LLVMValueRef lower_text_in(LowerFunction *lf, const SsaInsn *insn) {
    Texts texts = {.count = 0};
    if (!lower_pays(lf) || !find_texts(lf, insn->args[1], &texts) || !texts.count) return NULL;
    Ways w;
    compare_quickly(lf, &w, lower_arg(lf, insn, 0), NULL, &texts);
    LLVMValueRef contained = LOWER_CALL(lf, op_contains, lower_arg(lf, insn, 1), lower_arg(lf, insn, 0));
    return close_ways(lf, &w, lower_check_truth(lf, insn, contained));
}

// --- properties of characters, and how strings begin

static LLVMValueRef is_true(LowerFunction *lf, LLVMValueRef i) {
    return LLVMBuildICmp(lf->b, LLVMIntNE, lower_tag(lf, i, LOWER_HEAP), lower_i32(lf, 0), "");
}

// Characters near the start have a byte of bits ready.
static LLVMValueRef char_is(LowerFunction *lf, const SsaInsn *insn) {
    LLVMBasicBlockRef near = lower_new_block(lf, "near"), far = lower_new_block(lf, "far"), done = lower_new_block(lf, "judged");
    LLVMValueRef code = lower_arg(lf, insn, 0);
    lower_branch(lf, LLVMBuildICmp(lf->b, LLVMIntULT, code, lower_i64(lf, 256), ""), near, far, lf->m->likely);
    lower_set_block(lf, near);
    LLVMValueRef at = LLVMBuildInBoundsGEP2(lf->b, lf->m->i8, lower_outside(lf->m, "str_near_kinds"), &code, 1, "");
    LLVMValueRef bits = LLVMBuildAnd(lf->b, lower_load_invariant(lf, lf->m->i8, at), LLVMConstInt(lf->m->i8, 1u << insn->imm, 0), "");
    LLVMValueRef known = LLVMBuildICmp(lf->b, LLVMIntNE, bits, LLVMConstInt(lf->m->i8, 0, 0), "");
    LLVMBuildBr(lf->b, done);
    lower_set_block(lf, far);
    LLVMValueRef asked = is_true(lf, LOWER_CALL(lf, str_char_is, code, lower_i32(lf, (uint32_t)insn->imm)));
    LLVMBuildBr(lf->b, done);
    lower_set_block(lf, done);
    return lower_phi2(lf, lf->m->i1, known, near, asked, far);
}

bool lower_text(LowerFunction *lf, SsaRef r, const SsaInsn *insn) {
    LLVMValueRef *result = &lf->values[r.i], imm = lower_i32(lf, (uint32_t)insn->imm);
    switch ((SsaOp)insn->op) {
    case SSA_CHAR_IS: *result = char_is(lf, insn); return true;
    case SSA_TEXT_IS: *result = is_true(lf, LOWER_CALL(lf, str_text_is, lower_arg(lf, insn, 0), imm)); return true;
    case SSA_TEXT_STARTS: *result = is_true(lf, LOWER_CALL(lf, str_starts, lower_arg(lf, insn, 0), lower_arg(lf, insn, 1), imm)); return true;
    default: return false;
    }
}
