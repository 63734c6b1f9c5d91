// Calls of methods of builtin classes: where the class of self is a fact, `items.append(x)` says which function is called. Those listed
// here become operations of their own. The method itself is then wanted by frame states only, and made where one is stored.
//
// Needs SSA_HAS_KINDS and SSA_HAS_FACTS. Makes nothing. Breaks SSA_HAS_LEAN.
#include <string.h>

#include "compiler/ssa/bc_flow.h"
#include "pass.h"

typedef struct {
    SsaFunction *f;
    Arena scratch;
    uint32_t *uses;  // by value: as an operand
    SsaRef *map;     // replaced values
} Methods;

enum { NO_KIND = UINT32_MAX };
enum {
    LEAVES = 1,  // in place of raising
    GIVES = 2,   // its own value; else None
    FILLS = 4,   // takes one operand more, None
};

typedef struct {
    SsaFact fact;
    const char *name;
    uint32_t nargs;   // besides self
    SsaOp op;
    uint32_t flags;
} Method;

static const Method methods[] = {
    {SSA_FACT_LIST, "append", 1, SSA_APPEND, 0},
    {SSA_FACT_BYTEARRAY, "append", 1, SSA_APPEND_BYTE, 0},
    {SSA_FACT_DICT, "get", 2, SSA_DICT_GET_OR, GIVES},
    {SSA_FACT_DICT, "get", 1, SSA_DICT_GET_OR, GIVES | FILLS},
    {SSA_FACT_SET, "add", 1, SSA_SETADD, 0},
    {SSA_FACT_LIST, "pop", 0, SSA_POP_ITEM, LEAVES | GIVES},
};

static SsaInsn *at(const Methods *s, SsaRef r) { return ssa_at(s->f, r); }

static void count_uses(Methods *s) {
    for (uint32_t n = 0; n < s->f->blocks.count; n++)
        for (uint32_t i = 0; i < s->f->blocks.items[n].insns.count; i++) {
            const SsaInsn *insn = at(s, s->f->blocks.items[n].insns.items[i]);
            for (uint32_t a = 0; a < insn->nargs; a++) s->uses[insn->args[a].i]++;
        }
}

static bool is_named(const Methods *s, uint32_t k, const char *name) {
    const BcStr *text = &s->f->bc->consts[k].str;
    return text->length == strlen(name) && memcmp(text->text, name, text->length) == 0;
}

static const Method *find_method(const Methods *s, const SsaInsn *call, const SsaInsn *method) {
    for (uint32_t i = 0; i < sizeof methods / sizeof methods[0]; i++) {
        const Method *m = &methods[i];
        if (m->fact != ssa_fact(s->f, method->args[0]) || m->nargs != call->nargs - 2 || !is_named(s, method->aux, m->name)) continue;
        return m->flags & LEAVES && bc_handler_at(s->f->bc, call->pc) ? NULL : m;
    }
    return NULL;
}

// The call's METHOD, used by nothing else, and what it left in the window.
static bool is_plain_call(const Methods *s, const SsaInsn *call) {
    if (call->op != SSA_CALLM || call->aux) return false;
    const SsaInsn *method = at(s, call->args[0]), *self = at(s, call->args[1]);
    return method->op == SSA_METHOD && s->uses[call->args[0].i] == 1 && self->op == SSA_LOADREG && self->imm == method->imm + BC_WINDOW_HEADER;
}

static void insert(Methods *s, uint32_t block, uint32_t position, SsaRef r) {
    SsaRefVec *insns = &s->f->blocks.items[block].insns;
    vec_push(insns, r);
    for (uint32_t i = insns->count - 1; i > position; i--) insns->items[i] = insns->items[i - 1];
    insns->items[position] = r;
}

// None as the call's last operand.
static void fill(Methods *s, uint32_t block, uint32_t position, SsaRef call) {
    SsaRef none = ssa_new_insn(s->f, SSA_CONST_S, NULL, 0);
    SsaInsn *insn = at(s, call);
    at(s, none)->imm = BC_SINGLETON_NONE;
    at(s, none)->pc = insn->pc;
    SsaRef *args = arena_new_array(s->f->module->arena, SsaRef, insn->nargs + 1);
    for (uint32_t i = 0; i < insn->nargs; i++) args[i] = insn->args[i];
    args[insn->nargs++] = none;
    insn->args = args;
    insert(s, block, position, none);
}

// The operation, before the call in its block; the call itself gives None.
static void put_before(Methods *s, uint32_t block, uint32_t position, SsaRef call, SsaOp op) {
    SsaInsn *insn = at(s, call);
    SsaState *state = insn->state;
    uint32_t pc = insn->pc;
    SsaRef r = ssa_new_insn(s->f, op, &insn->args[1], insn->nargs - 1);
    at(s, r)->state = state;
    at(s, r)->pc = pc;
    insn = at(s, call);
    *insn = (SsaInsn){.op = SSA_CONST_S, .type = SSA_TYPE_VALUE, .imm = BC_SINGLETON_NONE, .pc = pc};
    insert(s, block, position, r);
}

static void replace_by(SsaInsn *call, SsaOp op) {
    call->op = (uint8_t)op;
    call->args++;
    call->nargs--;
    call->imm = 0;
}

static void take_self(Methods *s, const SsaInsn *call) {
    SsaInsn *method = at(s, call->args[0]);
    method->op = SSA_METHOD_OF;
    method->state = NULL;
    s->map[call->args[1].i] = method->args[0];
}

// --- truths about strings

// Which of native_texts.def the method is; TEXT_KINDS: none.
static uint32_t text_kind(const Methods *s, uint32_t name) {
    static const char *const names[] = {
#define TEXT(name, flags) #name,
#include "compiler/native/native_texts.def"
#undef TEXT
    };
    uint32_t kind = 0;
    while (kind < sizeof names / sizeof names[0] && !is_named(s, name, names[kind])) kind++;
    return kind < sizeof names / sizeof names[0] ? kind : NO_KIND;
}

// The operation for the call, in no block yet; none: the method is another.
static SsaRef text_operation(Methods *s, const SsaInsn *call) {
    const SsaInsn *method = at(s, call->args[0]);
    SsaRef self = method->args[0];
    uint32_t name = method->aux, kind = text_kind(s, name);
    bool starts = is_named(s, name, "startswith"), ends = is_named(s, name, "endswith");
    if (ssa_fact(s->f, self) != SSA_FACT_STR) return (SsaRef){0};
    SsaRef r = {0};
    if (call->nargs == 2 && kind != NO_KIND) {
        r = ssa_new_insn(s->f, SSA_TEXT_IS, &self, 1);
        at(s, r)->imm = kind;
    } else if (call->nargs == 3 && (starts || ends) && ssa_fact(s->f, call->args[2]) == SSA_FACT_STR) {
        r = ssa_new_insn(s->f, SSA_TEXT_STARTS, (SsaRef[]){self, call->args[2]}, 2);
        at(s, r)->imm = ends;
    }
    return r;
}

static bool rewrite_text(Methods *s, uint32_t block, uint32_t position) {
    SsaRef r = s->f->blocks.items[block].insns.items[position];
    if (!is_plain_call(s, at(s, r))) return false;
    SsaInsn call = *at(s, r);
    SsaRef truth = text_operation(s, &call);
    if (ssa_is_none(truth)) return false;
    at(s, truth)->pc = call.pc;
    take_self(s, &call);
    *at(s, r) = (SsaInsn){.op = SSA_BOX, .type = SSA_TYPE_VALUE, .nargs = 1, .args = call.args, .pc = call.pc};
    at(s, r)->args[0] = truth;
    insert(s, block, position, truth);
    return true;
}

// The truth of a truth that has just been boxed.
static void unbox_truth(Methods *s, SsaRef r) {
    const SsaInsn *insn = at(s, r);
    if (insn->op != SSA_TRUTH) return;
    const SsaInsn *boxed = at(s, insn->args[0]);
    if (boxed->op == SSA_BOX && at(s, boxed->args[0])->type == SSA_TYPE_BOOL) s->map[r.i] = boxed->args[0];
}

static void unbox_truths(Methods *s) {
    for (uint32_t n = 0; n < s->f->blocks.count; n++)
        for (uint32_t i = 0; i < s->f->blocks.items[n].insns.count; i++) unbox_truth(s, s->f->blocks.items[n].insns.items[i]);
}

static bool rewrite(Methods *s, uint32_t block, uint32_t position) {
    if (rewrite_text(s, block, position)) return true;
    SsaRef r = s->f->blocks.items[block].insns.items[position];
    SsaInsn *call = at(s, r);
    const Method *m = is_plain_call(s, call) ? find_method(s, call, at(s, call->args[0])) : NULL;
    if (!m) return false;
    take_self(s, call);
    if (m->flags & FILLS) fill(s, block, position, r);
    if (m->flags & GIVES) replace_by(at(s, r), m->op);
    else put_before(s, block, position, r, m->op);
    return m->flags & FILLS || !(m->flags & GIVES);
}

// The values of the windows that are not read any more.
static void drop_renamed(Methods *s) {
    for (uint32_t n = 0; n < s->f->blocks.count; n++) {
        SsaRefVec *insns = &s->f->blocks.items[n].insns;
        uint32_t kept = 0;
        for (uint32_t i = 0; i < insns->count; i++)
            if (ssa_is_none(s->map[insns->items[i].i])) insns->items[kept++] = insns->items[i];
        insns->count = kept;
    }
}

void pass_methods(SsaFunction *f) {
    Methods s = {.f = f};
    arena_init(&s.scratch);
    s.uses = arena_new_array(&s.scratch, uint32_t, f->insns.count);
    s.map = arena_new_array(&s.scratch, SsaRef, 2 * f->insns.count);
    count_uses(&s);
    for (uint32_t n = 0; n < f->blocks.count; n++)
        for (uint32_t i = 0; i < f->blocks.items[n].insns.count; i++) i += rewrite(&s, n, i);
    unbox_truths(&s);
    drop_renamed(&s);
    ssa_rename(f, s.map);
    arena_fini(&s.scratch);
}
