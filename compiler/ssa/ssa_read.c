// Reads what ssa_dump_function writes. Values are named before they are defined in PHIs of loops, so numbers become
// instructions at first mention and are filled in when defined.
#include "ssa.h"

#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef struct {
    SsaFunction *f;
    const char *at;
    uint32_t line;
    VEC(SsaRef) names;  // by number in the text
    const char *wrong;  // first mistake; NULL: none
} Read;

static void mistake(Read *r, const char *what) {
    if (!r->wrong) r->wrong = what;
}

static void skip_blanks(Read *r) {
    while (*r->at == ' ') r->at++;
}

static bool take(Read *r, const char *text) {
    skip_blanks(r);
    size_t length = strlen(text);
    if (strncmp(r->at, text, length) != 0) return false;
    r->at += length;
    return true;
}

static void need(Read *r, const char *text, const char *what) {
    if (!take(r, text)) mistake(r, what);
}

static long long number(Read *r) {
    skip_blanks(r);
    char *end;
    long long n = strtoll(r->at, &end, 10);
    if (end == r->at) mistake(r, "expected a number");
    r->at = end;
    return n;
}

static bool word(Read *r, char *text, size_t size) {
    skip_blanks(r);
    size_t n = 0;
    while (isalnum((unsigned char)*r->at) || *r->at == '_') {
        if (n + 1 < size) text[n++] = *r->at;
        r->at++;
    }
    text[n] = 0;
    return n > 0;
}

static void end_line(Read *r) {
    while (*r->at && *r->at != '\n') r->at++;
    if (*r->at) r->at++;
    r->line++;
}

// --- names

static SsaRef named(Read *r, uint32_t n) {
    if (n > 1u << 20) return mistake(r, "value number too large"), (SsaRef){0};
    while (r->names.count <= n) vec_push(&r->names, (SsaRef){0});
    if (ssa_is_none(r->names.items[n])) r->names.items[n] = ssa_new_insn(r->f, SSA_HOME, NULL, 0);
    return r->names.items[n];
}

static SsaRef value(Read *r) {
    need(r, "v", "expected a value");
    return named(r, (uint32_t)number(r));
}

static uint32_t block_number(Read *r) {
    uint32_t n = (uint32_t)number(r);
    if (n > 1u << 20) return mistake(r, "block number too large"), 0;
    while (r->f->blocks.count <= n) ssa_new_block(r->f);
    return n;
}

static SsaType type_name(Read *r) {
    char text[16];
    word(r, text, sizeof text);
    for (int t = 0; t < SSA_TYPE_INFER; t++)
        if (strcmp(text, ssa_type_name((SsaType)t)) == 0) return (SsaType)t;
    return mistake(r, "unknown type"), SSA_TYPE_VALUE;
}

static SsaFact fact_name(Read *r) {
    char text[16];
    word(r, text, sizeof text);
    need(r, "}", "expected }");
    for (int fact = 1; fact < SSA_FACT_COUNT; fact++)
        if (strcmp(text, ssa_fact_name((SsaFact)fact)) == 0) return (SsaFact)fact;
    return mistake(r, "unknown fact"), SSA_FACT_NONE;
}

static bool same_name(const char *upper, const char *lower) {
    for (; *upper && *lower; upper++, lower++)
        if (tolower((unsigned char)*upper) != *lower) return false;
    return !*upper && !*lower;
}

static SsaOp operation(Read *r) {
    char text[32];
    word(r, text, sizeof text);
    for (int op = 0; op < SSA_OP_COUNT; op++)
        if (same_name(ssa_op_info((SsaOp)op)->name, text)) return (SsaOp)op;
    return mistake(r, "unknown operation"), SSA_UNREACHED;
}

// --- lines

static void head(Read *r, SsaModule *m) {
    need(r, "func", "expected func");
    uint32_t proto = (uint32_t)number(r);
    if (proto >= m->bc->nproto) return mistake(r, "no such prototype");
    r->f->proto = proto;
    r->f->bc = m->bc->protos[proto];
    r->f->nparams = r->f->bc->nparams;
    r->f->key = arena_new_array(m->arena, SsaType, r->f->nparams + 1);
    r->at = strchr(r->at, '(') ? strchr(r->at, '(') : r->at;
    need(r, "(", "expected (");
    for (uint32_t i = 0; i < r->f->nparams; i++) {
        if (i) need(r, ",", "expected ,");
        r->f->key[i] = type_name(r);
    }
    need(r, ")", "expected )");
    need(r, "->", "expected ->");
    r->f->result = type_name(r);
    end_line(r);
}

static SsaState *state(Read *r) {
    SsaState *s = arena_new(r->f->module->arena, SsaState);
    VEC(SsaSlot) slots = {0};
    s->pc = (uint32_t)number(r);
    if (take(r, "^")) s->frame = (uint32_t)number(r);
    need(r, ":", "expected :");
    while (!r->wrong && take(r, "r")) {
        uint32_t reg = (uint32_t)number(r);
        need(r, "=", "expected =");
        SsaRef v = value(r);
        vec_push(&slots, {reg, v});
    }
    need(r, "]", "expected ]");
    s->count = slots.count;
    s->slots = vec_copy_items(&slots, r->f->module->arena);
    vec_fini(&slots);
    return s;
}

static void operands(Read *r, SsaInsn *insn, uint32_t block) {
    SsaRefVec args = {0};
    for (;;) {
        skip_blanks(r);
        if (*r->at == 'v') {
            SsaRef v = value(r);
            vec_push(&args, v);
        } else if (*r->at == 'b' && isdigit((unsigned char)r->at[1])) {
            r->at++;
            uint32_t to = block_number(r);
            SsaBlock *from = &r->f->blocks.items[block];
            if (from->nsucc < 2) from->succ[from->nsucc++] = to;
        } else break;
    }
    insn->nargs = args.count;
    insn->args = vec_copy_items(&args, r->f->module->arena);
    vec_fini(&args);
}

// A defining or effect line: everything behind the name.
static SsaInsn instruction(Read *r, uint32_t block) {
    SsaInsn insn = {.op = (uint8_t)operation(r)};
    if (take(r, "#")) insn.imm = number(r);
    if (take(r, "&")) insn.aux = (uint32_t)number(r);
    operands(r, &insn, block);
    if (take(r, ":")) insn.type = (uint8_t)type_name(r);
    if (take(r, "{")) insn.fact = (uint8_t)fact_name(r);
    if (take(r, "@")) insn.pc = (uint32_t)number(r);
    if (take(r, "^")) insn.frame = (uint32_t)number(r);
    if (take(r, "[pc")) insn.state = state(r);
    return insn;
}

static void frame_line(Read *r) {
    SsaFrame frame = {.proto = (uint32_t)number(r)};
    const BcModule *bc = r->f->module->bc;
    if (frame.proto >= bc->nproto) return mistake(r, "no such prototype");
    frame.bc = bc->protos[frame.proto];
    need(r, "#", "expected #");
    frame.base = (uint32_t)number(r);
    need(r, "&", "expected &");
    number(r);
    need(r, "@", "expected @");
    frame.pc = (uint32_t)number(r);
    need(r, "r", "expected r");
    frame.reg = (uint32_t)number(r);
    if (take(r, "of")) frame.callee = value(r);
    if (take(r, "gives")) frame.result = value(r);
    need(r, "[pc", "expected a frame state");
    frame.call = state(r);
    if (!r->f->frames.count) vec_push(&r->f->frames, {0});
    vec_push(&r->f->frames, frame);
    end_line(r);
}

static void body_line(Read *r, uint32_t block) {
    SsaRef self = {0};
    skip_blanks(r);
    if (*r->at == 'v') {
        self = value(r);
        need(r, "=", "expected =");
    }
    SsaInsn insn = instruction(r, block);
    if (ssa_is_none(self)) self = ssa_new_insn(r->f, SSA_HOME, NULL, 0);
    *ssa_at(r->f, self) = insn;
    vec_push(&r->f->blocks.items[block].insns, self);
    skip_blanks(r);
    if (*r->at && *r->at != '\n') mistake(r, "more than expected on the line");
    end_line(r);
}

static uint32_t block_line(Read *r) {
    r->at++;
    uint32_t n = block_number(r);
    need(r, ":", "expected :");
    if (take(r, "; preds"))
        while (take(r, "b")) {
            uint32_t pred = block_number(r);
            vec_push(&r->f->blocks.items[n].preds, pred);
        }
    end_line(r);
    return n;
}

static void body(Read *r) {
    uint32_t block = 0;
    while (*r->at && !r->wrong && strncmp(r->at, "func", 4) != 0) {
        if (*r->at == 'b') block = block_line(r);
        else if (*r->at == '\n') end_line(r);
        else if (take(r, "frame ")) frame_line(r);
        else body_line(r, block);
    }
}

SsaFunction *ssa_read_function(SsaModule *m, const char *text, char *error, size_t error_size) {
    SsaFunction *f = arena_new(m->arena, SsaFunction);
    f->module = m;
    vec_push(&f->insns, {0});
    ssa_new_block(f);
    Read r = {.f = f, .at = text, .line = 1};
    head(&r, m);
    if (!r.wrong) body(&r);
    vec_fini(&r.names);
    if (!r.wrong) {
        ssa_add_function(m, f);
        return f;
    }
    snprintf(error, error_size, "line %u: %s", r.line, r.wrong);
    ssa_function_fini(f);
    return NULL;
}
