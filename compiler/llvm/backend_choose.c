// What of a module is compiled: for an executable, for one unit, or for the next runs of a program.
#include "backend_int.h"
#include "compiler/bytecode/captures.h"
#include "compiler/passes/predict.h"

#include <string.h>

static bool has_back_jump(const BcProto *p) {
    for (uint32_t pc = 0; pc < p->ncode; pc++) {
        BcFlow flow = bc_insn_flow(p->code[pc], pc);
        if (flow.jumps && flow.target <= pc) return true;
    }
    return false;
}

// Longer functions stay in bytecode: the time that optimising takes grows faster than its input.
// Even longer ones are not looked at for what they call.
enum { COMPILED_MAX = 4000, SEED_MAX = 20000 };  // instructions

// Code that runs once and straight through costs more to compile than to interpret.
static bool worth_compiling(const BcProto *p, bool everything) {
    if (p->ncode > COMPILED_MAX) return false;
    return everything || !(p->flags & (BC_MODULE_BODY | BC_CLASS_BODY)) || has_back_jump(p);
}

static SsaType seen_type(uint8_t seen) {
    return seen == NATIVE_SEEN_INT ? SSA_TYPE_INT : seen == NATIVE_SEEN_FLOAT ? SSA_TYPE_FLOAT : SSA_TYPE_VALUE;
}

static void forget_dead(const SsaFunction *f, const NativeUnit *unit) {
    uint32_t next = 0;
    for (uint32_t reg = 0; reg < f->bc->nregs; reg++) {
        if (next < f->nparams && ssa_param_reg(f, next) == reg) next++;
        else unit->seen[reg] = NATIVE_SEEN_OTHER;
    }
}

// A variable of a 64-bit sized type is one whether its number of the moment is an immediate or not.
static void hold_wide(const BcProto *bc, SsaType *types, uint8_t *seen) {
    for (uint32_t reg = 0; reg < bc->nvar; reg++) {
        int type = bc_wide_register(bc, reg);
        if (type < 0) continue;
        types[reg] = type == BC_SIZED_u64 ? SSA_TYPE_WORD : SSA_TYPE_INT;
        seen[reg] = NATIVE_SEEN_OTHER;
    }
}

// --- what running it told

static uint32_t nsights(const SsaModule *ssa, uint32_t proto) {
    const BcProto *bc = ssa->bc->protos[proto];
    return bc->nregs + bc->ncapture + ssa->bc->nglobal;
}

// A unit tells of what it calls, too.
static void add_avoided(const SsaModule *ssa, SsaSeen *seen, NativeAvoid avoid) {
    if (avoid.proto >= ssa->bc->nproto) return;
    SsaSeen *of = &seen[avoid.proto];
    uint32_t *all = arena_new_array(ssa->arena, uint32_t, of->navoid + 1);
    for (uint32_t i = 0; i < of->navoid; i++) all[i] = of->avoid[i];
    all[of->navoid++] = avoid.at;
    of->avoid = all;
}

// Sights of registers are of the place where the unit begins: `here` says whether that is where the function compiled does.
static void add_sights(SsaModule *ssa, SsaSeen *seen, const NativeUnit *unit, bool here) {
    uint32_t nregs = ssa->bc->protos[unit->proto]->nregs, count = nsights(ssa, unit->proto);
    if (unit->nsight != count || (seen->sights && !here)) return;
    NativeSight *sights = arena_new_array(ssa->arena, NativeSight, count);
    memcpy(sights, unit->sights, count * sizeof *sights);
    if (!here) memset(sights, 0, nregs * sizeof *sights);
    seen->sights = sights;
    ssa->seen_globals = sights + (count - ssa->bc->nglobal);
}

static void learn(SsaModule *ssa, const NativeUnit *units, uint32_t n) {
    SsaSeen *seen = arena_new_array(ssa->arena, SsaSeen, ssa->bc->nproto);
    for (uint32_t i = 0; i < n; i++) {
        for (uint32_t a = 0; a < units[i].navoid; a++) add_avoided(ssa, seen, units[i].avoid[a]);
        add_sights(ssa, &seen[units[i].proto], &units[i], !units[i].midway || n == 1);
    }
    ssa->seen = seen;
}

// --- a module

// For the next runs, a large module is compiled as far as its hot functions reach.
enum { KEPT_MAX = 10000 };  // instructions

static bool is_large(const BcModule *bc) {
    uint32_t size = 0;
    for (uint32_t i = 0; i < bc->nproto; i++) size += bc->protos[i]->ncode;
    return size > KEPT_MAX;
}

static bool *find_hot(SsaModule *ssa, const BackendModule *m) {
    bool all = !m->nseen || !is_large(ssa->bc), *hot = arena_new_array(ssa->arena, bool, ssa->bc->nproto);
    for (uint32_t i = 0; i < ssa->bc->nproto; i++) hot[i] = all;
    for (uint32_t i = 0; i < m->nseen; i++) hot[m->seen[i].proto] = true;
    return hot;
}

// Functions were called with values of these types; entries try the instances for them first.
static void want_seen_instances(SsaModule *ssa, const BackendModule *m, const bool *compiled) {
    for (uint32_t i = 0; i < m->nseen; i++) {
        const NativeUnit *unit = &m->seen[i];
        const BcProto *bc = ssa->bc->protos[unit->proto];
        if (unit->midway || !compiled[unit->proto] || (bc->flags & BC_GENERATOR)) continue;
        SsaType *types = arena_new_array(ssa->arena, SsaType, bc->nparams + 1);
        for (uint32_t p = 0; p < bc->nparams; p++) types[p] = seen_type(unit->seen[p]);
        SsaFunction *f = ssa_function_instance(ssa, unit->proto, types);
        if (f) f->wanted = true;
    }
}

bool *backend_choose(SsaModule *ssa, const BackendModule *m, const BackendOptions *o) {
    ssa->predict = predict_module(ssa->bc);
    if (m->nseen) learn(ssa, m->seen, m->nseen);
    bool *hot = find_hot(ssa, m), *compiled = arena_new_array(ssa->arena, bool, ssa->bc->nproto);
    for (uint32_t i = 0; i < ssa->bc->nproto; i++) {
        SsaFunction *f = ssa->bc->protos[i]->ncode > SEED_MAX ? NULL : lower_entry_instance(ssa, i);
        if (!f) continue;
        compiled[i] = hot[i] && worth_compiling(ssa->bc->protos[i], o->everything);
        f->wanted = compiled[i];
        f->seed = !compiled[i];
    }
    want_seen_instances(ssa, m, compiled);
    return compiled;
}

// --- a unit

// Captured variables that may change are no constants.
static const NativeConstant *keep_constants(const SsaModule *ssa, const NativeUnit *unit) {
    NativeConstant *kept = arena_new_array(ssa->arena, NativeConstant, unit->nconstant + 1);
    for (uint32_t i = 0; i < unit->nconstant; i++) kept[i] = unit->constants[i];
    for (uint32_t i = 0; i < unit->nconstant; i++)
        for (uint32_t c = 0; kept[i].first && c < kept[i].ncells; c++)
            if (!bc_capture_stays(ssa->bc, kept[i].proto, c)) kept[kept[i].first + c].kind = NATIVE_CONSTANT_UNKNOWN;
    return kept;
}

// Code for each of the closures that calls were seen to reach, besides that for all.
static void choose_closures(SsaModule *ssa, const NativeUnit *unit, const SsaType *types) {
    for (uint32_t i = 0; i < unit->nclosure; i++) {
        SsaFunction *f = ssa_function_closure(ssa, i, types);
        if (f && f->closure) f->wanted = f->root = true;
    }
}

// The instance a unit asks for becomes the only one with an entry. NULL: there is none.
bool *backend_choose_unit(SsaModule *ssa, const NativeUnit *unit) {
    const BcProto *bc = ssa->bc->protos[unit->proto];
    if (!worth_compiling(bc, true)) return NULL;
    ssa->constants = keep_constants(ssa, unit);
    ssa->nconstant = unit->nconstant;
    SsaType *types = arena_new_array(ssa->arena, SsaType, bc->nregs + 1);
    for (uint32_t reg = 0; reg < bc->nregs; reg++) types[reg] = seen_type(unit->seen[reg]);
    if (unit->midway) hold_wide(bc, types, unit->seen);
    learn(ssa, unit, 1);
    SsaFunction *f = unit->midway ? ssa_function_midway(ssa, unit->proto, unit->start, types)
                     : bc->flags & BC_GENERATOR ? ssa_function_resumable(ssa, unit->proto)
                                                : ssa_function_instance(ssa, unit->proto, types);
    if (!f || f->nparams > 250) return NULL;
    f->wanted = true;
    ssa->unit = f;
    if (!unit->midway && !f->resumable) choose_closures(ssa, unit, types);
    forget_dead(f, unit);
    bool *compiled = arena_new_array(ssa->arena, bool, ssa->bc->nproto);
    compiled[unit->proto] = true;
    return compiled;
}
