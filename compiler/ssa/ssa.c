// Making and changing SSA functions; the tables of operations and types.
#include <stdlib.h>

#include "bc_flow.h"
#include "ssa.h"

static const SsaOpInfo op_infos[SSA_OP_COUNT] = {
#define SSA(name, arguments, result, effect, meaning) {#name, arguments, SSA_TYPE_##result, SSA_EFFECT_##effect},
#include "ssa_ops.def"
#undef SSA
};

static const char *const type_names[SSA_TYPE_COUNT] = {"none", "int", "float", "bool", "word", "value", "infer"};

static const char *const fact_names[SSA_FACT_COUNT] = {
    "",
#define FACT(name, shape, meaning) #shape,
#include "compiler/native/native_facts.def"
#undef FACT
};

const SsaOpInfo *ssa_op_info(SsaOp op) { return &op_infos[op]; }
bool ssa_op_leaves(SsaOp op) {
    SsaEffect effect = op_infos[op].effect;
    return effect == SSA_EFFECT_EXIT || effect == SSA_EFFECT_GUARD || op == SSA_LEAVE || op == SSA_YIELD;
}
const char *ssa_type_name(SsaType type) { return type_names[type]; }
const char *ssa_fact_name(SsaFact fact) { return fact_names[fact]; }

// --- modules and instances

// For each variable that is set once: the prototype whose closure a top-level def stores there, when the CLOSURE stands right
// before the SETGLOBAL.
static void find_bound_protos(SsaModule *m) {
    const BcProto *body = m->bc->protos[0];
    for (uint32_t i = 0; i < m->bc->nglobal; i++) m->bound_once[i] = -1;
    for (uint32_t pc = body->ncode; pc-- > 1;) {  // backwards: the first store counts
        BcInsn store = body->code[pc], made = body->code[pc - 1];
        if (bc_op(store) != OP_SETGLOBAL || !(m->bc->global_flags[bc_b(store)] & BC_GLOBAL_ONCE)) continue;
        m->bound_once[bc_b(store)] = bc_op(made) == OP_CLOSURE && bc_a(made) == bc_a(store) ? (int32_t)bc_b(made) : -1;
    }
}

static SsaGlobal global_constant(const BcProto *body, BcInsn load) {
    if (bc_op(load) == OP_LOADI) return (SsaGlobal){SSA_CONST_INT, -1, bc_sc(load)};
    if (bc_op(load) != OP_LOADK) return (SsaGlobal){.op = SSA_OP_COUNT};
    const BcConst *c = &body->consts[bc_b(load)];
    int32_t k = (int32_t)bc_b(load);
    if (c->kind == BC_CONST_INT) return (SsaGlobal){SSA_CONST_INT, k, c->integer};
    if (c->kind == BC_CONST_FLOAT) return (SsaGlobal){SSA_CONST_FLOAT, k, (int64_t)__builtin_bit_cast(uint64_t, c->real)};
    if (c->kind == BC_CONST_BIGINT && ssa_bigint_is_word(c->str)) return (SsaGlobal){SSA_CONST_WORD, k, (int64_t)strtoull(c->str.text, NULL, 16)};
    return (SsaGlobal){.op = SSA_OP_COUNT};
}

static bool stores_global(BcInsn i) { return bc_op(i) == OP_SETGLOBAL || bc_op(i) == OP_DELGLOBAL; }

// The load must stand right before the one store there is; whoever relies on it tests the value.
static void find_numbers(SsaModule *m) {
    for (uint32_t i = 0; i < m->bc->nglobal; i++) m->numbers[i].op = SSA_OP_COUNT;
    const BcProto *body = m->bc->protos[0];
    for (uint32_t pc = 1; pc < body->ncode; pc++) {
        BcInsn load = body->code[pc - 1], store = body->code[pc];
        if (bc_op(store) == OP_SETGLOBAL && bc_a(load) == bc_a(store)) m->numbers[bc_b(store)] = global_constant(body, load);
    }
    uint32_t *stores = arena_new_array(m->arena, uint32_t, m->bc->nglobal);
    for (uint32_t p = 0; p < m->bc->nproto; p++)
        for (uint32_t pc = 0; pc < m->bc->protos[p]->ncode; pc++) {
            BcInsn i = m->bc->protos[p]->code[pc];
            if (stores_global(i) && stores[bc_b(i)]++) m->numbers[bc_b(i)].op = SSA_OP_COUNT;
        }
}

bool ssa_bigint_is_word(BcStr digits) { return digits.text[0] != '-' && digits.length <= 16; }

SsaModule *ssa_module_new(Arena *arena, const BcModule *bc) {
    SsaModule *m = arena_new(arena, SsaModule);
    m->arena = arena;
    m->bc = bc;
    m->of_proto = arena_new_array(arena, SsaFunction *, bc->nproto);
    m->bound_once = arena_new_array(arena, int32_t, bc->nglobal);
    find_bound_protos(m);
    m->numbers = arena_new_array(arena, SsaGlobal, bc->nglobal);
    find_numbers(m);
    return m;
}

void ssa_add_function(SsaModule *m, SsaFunction *f) {
    SsaFunction **last = &m->of_proto[f->proto];
    while (*last) last = &(*last)->next;
    *last = f;
    f->index = m->functions.count;
    vec_push(&m->functions, f);
}

void ssa_function_fini(SsaFunction *f) {
    vec_fini(&f->readers);
    vec_fini(&f->frames);
    for (uint32_t i = 0; i < f->blocks.count; i++) {
        vec_fini(&f->blocks.items[i].insns);
        vec_fini(&f->blocks.items[i].preds);
    }
    vec_fini(&f->blocks);
    vec_fini(&f->insns);
}

void ssa_module_fini(SsaModule *m) {
    for (uint32_t i = 0; i < m->functions.count; i++) ssa_function_fini(m->functions.items[i]);
    vec_fini(&m->functions);
}

static bool is_handler(const BcProto *bc, uint32_t pc) {
    for (uint32_t i = 0; i < bc->nhandler; i++)
        if (bc->handlers[i].target == pc) return true;
    return false;
}

// Handlers are entered by exceptions only.
static bool handlers_are_apart(const BcProto *bc) {
    for (uint32_t pc = 0; bc->nhandler && pc < bc->ncode; pc++) {
        BcFlow flow = bc_insn_flow(bc->code[pc], pc);
        if ((flow.jumps && is_handler(bc, flow.target)) || (flow.falls && is_handler(bc, pc + 1))) return false;
    }
    return true;
}

bool ssa_can_build(const BcProto *bc) { return bc->ncode > 0 && handlers_are_apart(bc); }

// Beyond this many keys a prototype only has the instance for any values.
enum { INSTANCES_MAX = 4 };

static bool key_is_general(const SsaType *key, uint32_t n) {
    for (uint32_t i = 0; i < n; i++)
        if (key[i] != SSA_TYPE_VALUE) return false;
    return true;
}

static bool key_matches(const SsaFunction *f, const SsaType *key) {
    for (uint32_t i = 0; i < f->nparams; i++)
        if (f->key[i] != key[i]) return false;
    return true;
}

// What an instance is for besides its key.
typedef struct {
    uint32_t self, closure;
    bool fresh;
} Purpose;

static bool serves(const SsaFunction *f, Purpose purpose) {
    return !f->regs && f->self == purpose.self && f->fresh == purpose.fresh && f->closure == purpose.closure;
}

static SsaFunction *instance_new(SsaModule *m, uint32_t proto, const SsaType *key, Purpose purpose) {
    SsaFunction *f = arena_new(m->arena, SsaFunction);
    f->module = m;
    f->bc = m->bc->protos[proto];
    f->proto = proto;
    f->nparams = f->bc->nparams;
    f->key = arena_new_array(m->arena, SsaType, f->nparams + 1);
    for (uint32_t i = 0; i < f->nparams; i++) f->key[i] = key[i];
    f->self = purpose.self;
    f->fresh = purpose.fresh;
    f->closure = purpose.closure;
    vec_push(&f->insns, {0});
    ssa_add_function(m, f);
    ssa_build(f);
    return f;
}

SsaFunction *ssa_function_model(SsaModule *m, uint32_t proto) {
    if (!ssa_can_build(m->bc->protos[proto])) return NULL;
    SsaFunction *f = arena_new(m->arena, SsaFunction);
    f->module = m;
    f->bc = m->bc->protos[proto];
    f->proto = proto;
    f->resumable = f->bc->flags & BC_GENERATOR;
    f->nparams = f->resumable ? 0 : f->bc->nparams;
    f->key = arena_new_array(m->arena, SsaType, f->nparams + 1);
    for (uint32_t i = 0; i < f->nparams; i++) f->key[i] = SSA_TYPE_VALUE;
    vec_push(&f->insns, {0});
    ssa_build(f);
    return f;
}

static void take_live_registers(SsaFunction *f, const SsaType *types, Arena *scratch) {
    BcLive live = bc_live_find(f->module->bc, f->bc, scratch);
    uint32_t *regs = arena_new_array(f->module->arena, uint32_t, f->bc->nregs);
    f->key = arena_new_array(f->module->arena, SsaType, f->bc->nregs);
    for (uint32_t reg = 0; reg < f->bc->nregs; reg++) {
        if (!bc_live_at(&live, f->start, reg)) continue;
        f->key[f->nparams] = types[reg];
        regs[f->nparams++] = reg;
    }
    f->regs = regs;
}

SsaFunction *ssa_function_midway(SsaModule *m, uint32_t proto, uint32_t start, const SsaType *types) {
    if (!ssa_can_build(m->bc->protos[proto])) return NULL;
    SsaFunction *f = arena_new(m->arena, SsaFunction);
    f->module = m;
    f->bc = m->bc->protos[proto];
    f->proto = proto;
    f->start = start;
    Arena scratch;
    arena_init(&scratch);
    take_live_registers(f, types, &scratch);
    arena_fini(&scratch);
    vec_push(&f->insns, {0});
    ssa_add_function(m, f);
    return ssa_build(f) ? f : NULL;
}

SsaFunction *ssa_function_resumable(SsaModule *m, uint32_t proto) {
    if (!ssa_can_build(m->bc->protos[proto])) return NULL;
    SsaFunction *f = arena_new(m->arena, SsaFunction);
    f->module = m;
    f->bc = m->bc->protos[proto];
    f->proto = proto;
    f->resumable = true;
    f->key = arena_new_array(m->arena, SsaType, 1);
    vec_push(&f->insns, {0});
    ssa_add_function(m, f);
    return ssa_build(f) ? f : NULL;
}

static SsaFunction *find_or_make(SsaModule *m, uint32_t proto, const SsaType *key, Purpose purpose) {
    if ((m->bc->protos[proto]->flags & BC_GENERATOR) || !ssa_can_build(m->bc->protos[proto])) return NULL;
    uint32_t instances = 0;
    for (SsaFunction *f = m->of_proto[proto]; f; f = f->next) {
        if (!serves(f, purpose)) continue;
        if (key_matches(f, key)) return f;
        instances++;
    }
    if (instances >= INSTANCES_MAX && !key_is_general(key, m->bc->protos[proto]->nparams)) return NULL;
    return instance_new(m, proto, key, purpose);
}

SsaFunction *ssa_function_method(SsaModule *m, uint32_t proto, const SsaType *key, uint32_t self, bool fresh) {
    return find_or_make(m, proto, key, (Purpose){.self = self, .fresh = fresh});
}

// A call of a generator function only makes the generator.
SsaFunction *ssa_function_instance(SsaModule *m, uint32_t proto, const SsaType *key) { return find_or_make(m, proto, key, (Purpose){0}); }

SsaFunction *ssa_function_closure(SsaModule *m, uint32_t constant, const SsaType *key) {
    const NativeConstant *c = &m->constants[constant];
    return find_or_make(m, c->proto, key, (Purpose){.closure = c->ncells ? c->same + 1 : 0});
}

const NativeConstant *ssa_constant(const SsaFunction *f, SsaRef r) {
    const SsaInsn *insn = ssa_at(f, r);
    if (insn->op == SSA_GUESS) insn = ssa_at(f, insn->args[0]);
    return insn->op == SSA_CONST_OBJECT && insn->imm < f->module->nconstant ? &f->module->constants[insn->imm] : NULL;
}

bool ssa_constant_text(const SsaFunction *f, SsaRef r, BcStr *text) {
    const SsaInsn *insn = ssa_at(f, r);
    const BcConst *k = insn->op == SSA_CONST_K ? &f->module->bc->protos[ssa_const_proto(f, insn)]->consts[insn->imm] : NULL;
    const NativeConstant *c = k ? NULL : ssa_constant(f, r);
    if (c && c->kind == NATIVE_CONSTANT_STR && c->length != NATIVE_TEXT_LONG) return *text = (BcStr){c->text, c->length}, true;
    if (k && k->kind == BC_CONST_STR) return *text = k->str, true;
    return false;
}

bool ssa_avoids(const SsaFunction *f, uint32_t pc) {
    const SsaSeen *seen = f->module->seen ? &f->module->seen[f->proto] : NULL;
    for (uint32_t i = 0; seen && i < seen->navoid; i++)
        if (seen->avoid[i] == pc) return true;
    return false;
}

bool ssa_may_guess(const SsaFunction *f, const SsaState *s) { return !ssa_avoids(f, s->pc); }

// --- instructions and blocks

SsaRef ssa_new_insn(SsaFunction *f, SsaOp op, const SsaRef *args, uint32_t nargs) {
    SsaInsn insn = {.op = (uint8_t)op, .nargs = nargs};
    SsaType type = op_infos[op].result;
    insn.type = (uint8_t)(type == SSA_TYPE_INFER ? SSA_TYPE_VALUE : type);
    insn.args = arena_new_array(f->module->arena, SsaRef, nargs);
    for (uint32_t i = 0; i < nargs; i++) insn.args[i] = args[i];
    vec_push(&f->insns, insn);
    return (SsaRef){f->insns.count - 1};
}

static bool begins_block(const SsaInsn *insn) { return insn->op == SSA_PHI || insn->op == SSA_PARAM; }

// A constant that is there may stand behind who wants it.
static uint32_t find_entry_int(SsaFunction *f, int64_t imm) {
    SsaRefVec *insns = &f->blocks.items[0].insns;
    for (uint32_t i = 0; i < insns->count; i++) {
        const SsaInsn *insn = ssa_at(f, insns->items[i]);
        if (insn->op == SSA_CONST_INT && insn->imm == imm) return i;
    }
    SsaRef r = ssa_new_insn(f, SSA_CONST_INT, NULL, 0);
    ssa_at(f, r)->imm = imm;
    vec_push(insns, r);
    return insns->count - 1;
}

SsaRef ssa_entry_int(SsaFunction *f, int64_t imm) {
    SsaRefVec *insns = &f->blocks.items[0].insns;
    uint32_t i = find_entry_int(f, imm);
    SsaRef r = insns->items[i];
    for (; i > 0 && !begins_block(ssa_at(f, insns->items[i - 1])); i--) insns->items[i] = insns->items[i - 1];
    insns->items[i] = r;
    return r;
}

uint32_t ssa_new_block(SsaFunction *f) {
    vec_push(&f->blocks, {0});
    return f->blocks.count - 1;
}

void ssa_add_edge(SsaFunction *f, uint32_t from, uint32_t to) {
    SsaBlock *block = &f->blocks.items[from];
    block->succ[block->nsucc++] = to;
    vec_push(&f->blocks.items[to].preds, from);
}

static void remove_pred(SsaFunction *f, uint32_t n, uint32_t pred) {
    SsaBlock *block = &f->blocks.items[n];
    uint32_t at = 0;
    while (block->preds.items[at] != pred) at++;
    for (uint32_t i = at + 1; i < block->preds.count; i++) block->preds.items[i - 1] = block->preds.items[i];
    block->preds.count--;
    for (uint32_t i = 0; i < block->insns.count; i++) {
        SsaInsn *phi = ssa_at(f, block->insns.items[i]);
        if (phi->op != SSA_PHI) break;
        for (uint32_t a = at + 1; a < phi->nargs; a++) phi->args[a - 1] = phi->args[a];
        phi->nargs--;
    }
}

void ssa_drop_second_edge(SsaFunction *f, uint32_t n, SsaOp op) {
    SsaBlock *block = &f->blocks.items[n];
    remove_pred(f, block->succ[1], n);
    block->nsucc = 1;
    ssa_at(f, vec_last(&block->insns))->op = (uint8_t)op;
}

void ssa_prune_blocks(SsaFunction *f) {
    bool changed = true;
    while (changed) {
        changed = false;
        for (uint32_t n = 1; n < f->blocks.count; n++) {
            SsaBlock *block = &f->blocks.items[n];
            if (block->preds.count || !block->insns.count) continue;
            for (uint32_t i = 0; i < block->nsucc; i++) remove_pred(f, block->succ[i], n);
            block->nsucc = 0;
            vec_clear(&block->insns);
            changed = true;
        }
    }
}

static SsaRef follow(const SsaRef *map, SsaRef r) {
    while (map[r.i].i) r = map[r.i];
    return r;
}

static void rename_state(const SsaRef *map, SsaState *s) {
    for (uint32_t i = 0; i < s->count; i++) s->slots[i].value = follow(map, s->slots[i].value);
}

void ssa_rename(SsaFunction *f, SsaRef *map) {
    for (uint32_t i = 1; i < f->insns.count; i++) {
        SsaInsn *insn = &f->insns.items[i];
        for (uint32_t a = 0; a < insn->nargs; a++) insn->args[a] = follow(map, insn->args[a]);
        if (insn->state) rename_state(map, insn->state);
    }
    for (uint32_t i = 1; i < f->frames.count; i++) {
        SsaFrame *frame = &f->frames.items[i];
        frame->callee = follow(map, frame->callee);
        frame->result = follow(map, frame->result);
        rename_state(map, frame->call);
    }
}

// --- PHIs of one value

static SsaRef only_operand(const SsaRef *map, const SsaInsn *phi, SsaRef self) {
    SsaRef only = {0};
    for (uint32_t i = 0; i < phi->nargs; i++) {
        SsaRef arg = follow(map, phi->args[i]);
        if (ssa_same(arg, self) || ssa_same(arg, only)) continue;
        if (!ssa_is_none(only)) return (SsaRef){0};
        only = arg;
    }
    return only;
}

static void drop_renamed(SsaFunction *f, const SsaRef *map) {
    for (uint32_t n = 0; n < f->blocks.count; n++) {
        SsaRefVec *insns = &f->blocks.items[n].insns;
        uint32_t kept = 0;
        for (uint32_t i = 0; i < insns->count; i++)
            if (ssa_is_none(map[insns->items[i].i])) insns->items[kept++] = insns->items[i];
        insns->count = kept;
    }
}

void ssa_drop_trivial_phis(SsaFunction *f, bool typed) {
    Arena scratch;
    arena_init(&scratch);
    SsaRef *map = arena_new_array(&scratch, SsaRef, f->insns.count);
    bool changed = true;
    while (changed) {
        changed = false;
        for (uint32_t i = 1; i < f->insns.count; i++) {
            if (f->insns.items[i].op != SSA_PHI || map[i].i) continue;
            SsaRef only = only_operand(map, &f->insns.items[i], (SsaRef){i});
            if (typed && !ssa_is_none(only) && ssa_at(f, only)->type != f->insns.items[i].type) continue;
            map[i] = only;
            changed |= map[i].i != 0;
        }
    }
    ssa_rename(f, map);
    drop_renamed(f, map);
    arena_fini(&scratch);
}
