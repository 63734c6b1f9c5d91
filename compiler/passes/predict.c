// The prediction of a module: rounds over models of all its prototypes until nothing changes, and the table that keeps the result.
//
// The first round finds what is defined. From the second on a callee is looked at as soon as a call adds to its parameters, before the
// caller goes on with its result, so that a long row of calls takes one round. Cost is linear in the module for each round; rounds are few, and after ROUNDS_MAX the guesses are taken as they are.
#include "predict_int.h"

#include <pthread.h>
#include <stdlib.h>
#include <string.h>

enum { ROUNDS_MAX = 24, CODE_MAX = 200000 };

static void flow_open(Flow *flow, Predict *p, const SsaFunction *f, Guess *g, Arena *scratch) {
    *flow = (Flow){.p = p, .f = f, .g = g};
    flow->at_pc = arena_new_array(scratch, SsaRef, f->bc->ncode + 1);
    flow->prep_of = arena_new_array(scratch, uint32_t, f->bc->ncode + 1);
    for (uint32_t i = 1; i < f->insns.count; i++) {
        SsaOp op = (SsaOp)f->insns.items[i].op;
        if (op == SSA_UNPACK || op == SSA_METHOD || op == SSA_FORPREP) flow->at_pc[f->insns.items[i].pc] = (SsaRef){i};
    }
    for (uint32_t pc = 0; pc < f->bc->ncode; pc++) {
        BcInsn i = f->bc->code[pc];
        if (bc_op(i) == OP_FORPREP) flow->prep_of[(uint32_t)((int64_t)pc + 1 + bc_sc(i))] = pc + 1;
    }
}

// --- learning

// What a generator's variables hold while it is suspended.
static void learn_suspended(Predict *p, const SsaFunction *f, const Guess *g) {
    PredictProto *proto = &p->protos[f->proto];
    for (uint32_t i = 0; i < f->bc->nparams; i++) guess_add(p, &proto->regs[i], proto->params[i]);
    for (uint32_t i = 1; i < f->insns.count; i++) {
        const SsaState *s = f->insns.items[i].op == SSA_YIELD ? f->insns.items[i].state : NULL;
        for (uint32_t n = 0; s && n < s->count; n++)
            if (s->slots[n].reg < f->bc->nvar) guess_add(p, &proto->regs[s->slots[n].reg], g[s->slots[n].value.i]);
    }
}

void predict_learn(Predict *p, uint32_t proto) {
    PredictProto *to = &p->protos[proto];
    const SsaFunction *f = to->model;
    if (!f || to->busy) return;
    to->busy = true;
    Guess *g = p->values[proto];
    for (uint32_t i = 1; i < f->insns.count; i++)
        if (f->insns.items[i].op == SSA_PARAM) g[i] = p->protos[proto].params[f->insns.items[i].imm];
    Arena scratch;
    arena_init(&scratch);
    Flow flow;
    flow_open(&flow, p, f, g, &scratch);
    predict_flow(&flow);
    if (f->resumable) learn_suspended(p, f, g);
    arena_fini(&scratch);
    to->busy = false;
}

static void learn(Predict *p) {
    for (uint32_t round = 0; round < ROUNDS_MAX; round++) {
        p->changed = false;
        p->enters = round > 0;
        for (uint32_t i = 0; i < p->bc->nproto; i++) predict_learn(p, i);
        if (!p->changed) return;
    }
}

// Methods that nobody was seen to call run on instances of their class.
static bool learn_selves(Predict *p) {
    bool found = false;
    for (uint32_t c = 1; c < p->classes.count; c++)
        for (uint32_t i = 0; i < p->classes.items[c].attrs.count; i++) {
            const PredictAttr *attr = &p->classes.items[c].attrs.items[i];
            if ((attr->kind != ATTR_IS_METHOD && attr->kind != ATTR_IS_PROPERTY) || attr->proto < 0) continue;
            PredictProto *proto = &p->protos[attr->proto];
            if (p->bc->protos[attr->proto]->npos == 0 || proto->params[0].kinds) continue;
            guess_add(p, &proto->params[0], guess_instance(c));
            found = true;
        }
    return found;
}

static void note_registers(Predict *p, uint32_t proto) {
    const SsaFunction *f = p->protos[proto].model;
    if (!f) return;
    Guess *regs = p->protos[proto].regs;
    for (uint32_t i = 1; i < f->insns.count; i++) {
        const SsaState *s = f->insns.items[i].state;
        for (uint32_t n = 0; s && n < s->count; n++) {
            Guess joined = guess_join(p, regs[s->slots[n].reg], p->values[proto][s->slots[n].value.i]);
            regs[s->slots[n].reg] = joined;
        }
    }
}

static void build_models(Predict *p) {
    p->protos = arena_new_array(&p->arena, PredictProto, p->bc->nproto);
    for (uint32_t i = 0; i < p->bc->nproto; i++) {
        const BcProto *bc = p->bc->protos[i];
        p->protos[i].params = arena_new_array(&p->arena, Guess, bc->nparams + 1);
        p->protos[i].captures = arena_new_array(&p->arena, Guess, bc->ncapture + 1);
        p->protos[i].regs = arena_new_array(&p->arena, Guess, bc->nregs + 1);
        p->protos[i].model = ssa_function_model(p->ssa, i);
    }
}

static void free_models(Predict *p) {
    for (uint32_t i = 0; i < p->bc->nproto; i++) {
        if (p->protos[i].model) ssa_function_fini(p->protos[i].model);
        p->protos[i].model = NULL;
    }
}

static Predict *predict_new(const BcModule *bc) {
    Predict *p = calloc(1, sizeof *p);
    if (!p) base_fail_memory();
    Arena models;
    arena_init(&p->arena);
    arena_init(&models);
    intern_init(&p->names, &p->arena);
    p->bc = bc;
    memcpy(p->hash, bc->source_hash, sizeof p->hash);
    p->ssa = ssa_module_new(&models, bc);
    p->globals = arena_new_array(&p->arena, Guess, bc->nglobal + 1);
    vec_push(&p->sites, {0});
    vec_push(&p->function_sets, {0});
    p->learning = true;
    build_models(p);
    predict_find_classes(p);
    p->values = arena_new_array(&models, Guess *, bc->nproto);
    for (uint32_t i = 0; i < bc->nproto; i++)
        if (p->protos[i].model) p->values[i] = arena_new_array(&models, Guess, p->protos[i].model->insns.count);
    learn(p);
    if (learn_selves(p)) learn(p);
    predict_lay_out(p);
    predict_find_seal(p, p->values);
    p->learning = false;
    for (uint32_t i = 0; i < bc->nproto; i++) note_registers(p, i);
    for (uint32_t i = 0; i < bc->nproto; i++) p->protos[i].opaque = !p->protos[i].model;
    p->values = NULL;
    free_models(p);
    ssa_module_fini(p->ssa);
    arena_fini(&models);
    return p;
}

// --- keeping

static bool too_large(const BcModule *bc) {
    uint64_t code = 0;
    for (uint32_t i = 0; i < bc->nproto; i++) code += bc->protos[i]->ncode;
    return code > CODE_MAX;
}

Predict *predict_module(const BcModule *bc) {
    static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
    static Predict *kept;
    if (too_large(bc)) return NULL;
    pthread_mutex_lock(&lock);
    Predict *p = kept;
    while (p && (p->bc != bc || memcmp(p->hash, bc->source_hash, sizeof p->hash) != 0)) p = p->next;
    if (!p) {
        p = predict_new(bc);
        p->next = kept;
        kept = p;
    }
    pthread_mutex_unlock(&lock);
    return p;
}

// --- using

static Guess param_guess(Predict *p, const SsaFunction *f, uint32_t param) {
    if (f->key[param] == SSA_TYPE_INT) return guess_kind(GUESS_INT);
    if (f->key[param] == SSA_TYPE_WORD) return guess_kind(GUESS_WORD);
    if (f->key[param] == SSA_TYPE_FLOAT) return guess_kind(GUESS_FLOAT);
    if (f->self && param == 0) return guess_instance(f->self);
    Guess g = f->regs ? p->protos[f->proto].regs[f->regs[param]] : p->protos[f->proto].params[param];
    g = predict_seen_register(p, f, ssa_param_reg(f, param), g);
    return g.kinds ? g : guess_kind(GUESS_OTHER);
}

Guess *predict_function(Predict *p, const SsaFunction *f) {
    Guess *g = arena_new_array(f->module->arena, Guess, f->insns.count);
    for (uint32_t i = 1; i < f->insns.count; i++)
        if (f->insns.items[i].op == SSA_PARAM) g[i] = param_guess(p, f, (uint32_t)f->insns.items[i].imm);
    Arena scratch;
    arena_init(&scratch);
    Flow flow;
    flow_open(&flow, p, f, g, &scratch);
    for (uint32_t round = 0; round < 4; round++) predict_flow(&flow);
    arena_fini(&scratch);
    return g;
}
