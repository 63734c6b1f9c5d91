// Global value numbering: what was computed, tested or read on every path here is not done again, and what was stored is known
// when it is read.
//
// Method: blocks in reverse postorder; an operation is looked up by operator, operands and, where it reads memory, the version
// of that memory: a number that changes wherever the memory may. Fields by their place, items, lengths, globals, cells and the
// contents of modules are memories of their own, since stores to one leave the others alone; so are cells that only this function changes
// (own_cells.c), which unknown code leaves alone, too. Where paths with different versions meet a new
// one begins; so it does at the head of a loop that changes the memory, and for all memory at the head of a loop that may wait for
// another thread. Stores stay, so that whoever leaves finds memory as the bytecode would have it.
//
// An operation that raised into a handler gave nothing there: in blocks that end so, what may raise is looked up and not entered.
//
// Needs SSA_HAS_KINDS. Makes nothing. Breaks SSA_HAS_LEAN.
#include "pass.h"

enum { FIELD_MEMORIES = 16 };

typedef enum { MEMORY_ITEMS = FIELD_MEMORIES, MEMORY_LENGTHS, MEMORY_GLOBALS, MEMORY_CELLS, MEMORY_MODULES, MEMORY_OWN_CELLS, MEMORY_COUNT, MEMORY_NONE } Memory;

typedef struct {
    uint32_t of[MEMORY_COUNT];
} Versions;

// What is looked up: an operation that could give the value.
typedef struct {
    uint32_t op, type, nargs, aux, version;
    int64_t imm;
    SsaRef args[3];
} Key;

typedef struct {
    Key key;
    SsaRef value;
    uint32_t block, next;  // next: entry of the same bucket + 1
} Entry;

enum { BUCKETS = 256 };

typedef struct {
    SsaFunction *f;
    Arena scratch;
    SsaFlow flow;
    SsaRef *map;          // values that others stand for
    bool *own;            // by value: a cell only this function changes
    Versions *out;        // by block, at its end
    Versions now;
    uint32_t versions;    // given so far
    uint32_t block;
    bool raises_here;     // the block ends in a TRY
    VEC(Entry) entries;
    uint32_t buckets[BUCKETS];
} Gvn;

static SsaInsn *at(const Gvn *s, SsaRef r) { return ssa_at(s->f, r); }
static SsaEffect effect_of(const SsaInsn *insn) { return ssa_op_info((SsaOp)insn->op)->effect; }

static SsaRef now_for(const Gvn *s, SsaRef r) {
    while (s->map[r.i].i) r = s->map[r.i];
    return r;
}

// --- memory

static Memory field_memory(const SsaInsn *insn) { return (Memory)(insn->imm % FIELD_MEMORIES); }

static void change(Gvn *s, Memory memory) { s->now.of[memory] = ++s->versions; }

static void change_all(Gvn *s) {
    for (uint32_t i = 0; i < MEMORY_COUNT; i++) change(s, (Memory)i);
}

enum { ALL_MEMORY = (1u << MEMORY_COUNT) - 1, SHARED_MEMORY = ALL_MEMORY & ~(1u << MEMORY_OWN_CELLS) };

// Which memories the instruction changes, one bit each.
static uint32_t changes(const SsaInsn *insn) {
    switch ((SsaOp)insn->op) {
    case SSA_SETFIELD: return 1u << field_memory(insn);
    case SSA_PUT_ITEM: return 1u << MEMORY_ITEMS;
    case SSA_APPEND: case SSA_POP_ITEM: return 1u << MEMORY_ITEMS | 1u << MEMORY_LENGTHS;
    case SSA_SETGLOBAL: case SSA_DELGLOBAL: return 1u << MEMORY_GLOBALS;
    case SSA_SETCELL: case SSA_DELCELL: return 1u << MEMORY_CELLS | 1u << MEMORY_OWN_CELLS;
    case SSA_SETFREE: case SSA_DELFREE: return 1u << MEMORY_CELLS;
    case SSA_YIELD: return ALL_MEMORY;
    default: return pass_runs_code(insn) ? SHARED_MEMORY : 0;
    }
}

static void apply_changes(Gvn *s, const SsaInsn *insn) {
    uint32_t set = changes(insn);
    for (uint32_t i = 0; set >> i; i++)
        if (set >> i & 1) change(s, (Memory)i);
}

static uint32_t loop_changes(const Gvn *s, uint32_t head) {
    uint32_t set = 0;
    for (uint32_t i = 0; i < s->flow.count; i++) {
        uint32_t n = s->flow.sequence[i];
        if (!ssa_in_loop(&s->flow, n, head)) continue;
        const SsaRefVec *insns = &s->f->blocks.items[n].insns;
        for (uint32_t k = 0; k < insns->count; k++) set |= changes(at(s, insns->items[k]));
    }
    return set;
}

// The memory at the start of block n. Edges back come from blocks not seen yet.
static void enter_block(Gvn *s, uint32_t n) {
    const SsaBlockVec *preds = &s->f->blocks.items[n].preds;
    uint32_t changed = 0, seen = 0;
    bool any_back = false, natural = s->flow.loop[n] == n;
    for (uint32_t p = 0; p < preds->count; p++) {
        uint32_t pred = preds->items[p];
        if (s->flow.order[pred] == SSA_NO_BLOCK) continue;
        if (s->flow.order[pred] <= s->flow.order[n]) {
            any_back = true;
            natural &= ssa_in_loop(&s->flow, pred, n);
            continue;
        }
        if (!seen++) s->now = s->out[pred];
        for (uint32_t i = 0; i < MEMORY_COUNT; i++)
            if (s->now.of[i] != s->out[pred].of[i]) changed |= 1u << i;
    }
    if (any_back) changed |= natural && !pass_loop_waits(s->f, &s->flow, n) ? loop_changes(s, n) : ALL_MEMORY;
    for (uint32_t i = 0; i < MEMORY_COUNT; i++)
        if (changed >> i & 1) change(s, (Memory)i);
}

// --- keys

static bool is_fixed(SsaFact fact) { return fact == SSA_FACT_TUPLE || fact == SSA_FACT_STR || fact == SSA_FACT_BYTES; }

static bool reads(SsaOp op) { return op == SSA_ITEM || op == SSA_LENGTH || op == SSA_COUNT || op == SSA_BYTE || op == SSA_CHAR_AT || op == SSA_FIELD; }

static bool is_pure_enough(const SsaInsn *insn) {
    switch ((SsaOp)insn->op) {
    case SSA_PHI: case SSA_PARAM: case SSA_ITER_AT: case SSA_OBJECT_AT: case SSA_METHOD_OF: case SSA_RESUMED_AT: case SSA_FUNCTION_OF: return false;
    case SSA_KNOWN: return true;
    case SSA_INT_ADD: case SSA_INT_SUB: case SSA_INT_MUL: case SSA_INT_NEG: case SSA_INT_FLOORDIV: case SSA_INT_MOD: case SSA_INT_DIV:
    case SSA_INT_SHL: case SSA_INT_SHR: case SSA_INT_HOLDS: case SSA_WORD_SHIFT: case SSA_WORD_DIV: case SSA_WORD_MOD: case SSA_FLOAT_DIV: case SSA_FLOAT_SQRT:
    case SSA_FLOAT_CALL: case SSA_FLOAT_POW: case SSA_FLOAT_TO_INT: case SSA_UNBOX_INT: case SSA_UNBOX_FLOAT: case SSA_UNBOX_NUMBER: case SSA_UNBOX_WORD: case SSA_GUARD_FACT:
    case SSA_KNOWN_GUARD: case SSA_GUARD_CONST: case SSA_RANGE_GUARD: case SSA_RANGE_COUNT: case SSA_ORD: return true;
    default: return effect_of(insn) == SSA_EFFECT_PURE;
    }
}

static Memory cell_memory(const Gvn *s, SsaRef cell) { return s->own[now_for(s, cell).i] ? MEMORY_OWN_CELLS : MEMORY_CELLS; }

// Does it surely hold something? A variable without a value is a cell with the unbound marker.
static bool is_bound(const Gvn *s, SsaRef r) {
    const SsaInsn *insn = at(s, r);
    if (insn->op == SSA_PARAM) return !s->f->regs && !s->f->resumable;
    return insn->op == SSA_GUARD_FACT || insn->op == SSA_BOX || insn->op == SSA_CONST_K;
}

// The memory it reads; MEMORY_COUNT: what is not looked up.
static Memory memory_read(const Gvn *s, const SsaInsn *insn) {
    SsaFact fact = insn->nargs ? ssa_fact(s->f, insn->args[0]) : SSA_FACT_NONE;
    switch ((SsaOp)insn->op) {
    case SSA_FIELD: return field_memory(insn);
    case SSA_ITEM: case SSA_CHAR_AT: case SSA_BYTE: return is_fixed(fact) ? MEMORY_NONE : insn->op == SSA_ITEM ? MEMORY_ITEMS : MEMORY_COUNT;
    case SSA_LENGTH: case SSA_COUNT: return is_fixed(fact) ? MEMORY_NONE : fact == SSA_FACT_LIST ? MEMORY_LENGTHS : MEMORY_COUNT;
    case SSA_GETGLOBAL: return MEMORY_GLOBALS;
    case SSA_GETCELL: return cell_memory(s, insn->args[0]);
    case SSA_GETFREE: return MEMORY_CELLS;
    case SSA_HOME_GUARD: case SSA_GUARD_CLASS: return MEMORY_MODULES;
    default: return is_pure_enough(insn) ? MEMORY_NONE : MEMORY_COUNT;
    }
}

// A tested container is the container.
static SsaRef untested(const Gvn *s, SsaRef r) {
    while (at(s, r)->op == SSA_GUARD_FACT) r = now_for(s, at(s, r)->args[0]);
    return r;
}

static Key make_key(const Gvn *s, SsaOp op, Memory memory, const SsaInsn *insn, uint32_t nargs) {
    Key key = {.op = op, .nargs = nargs, .type = SSA_TYPE_VALUE, .version = memory < MEMORY_COUNT ? s->now.of[memory] : 0};
    for (uint32_t i = 0; i < nargs; i++) key.args[i] = now_for(s, insn->args[i]);
    if (nargs && reads(op)) key.args[0] = untested(s, key.args[0]);
    return key;
}

// False: it is not looked up.
static bool key_of(const Gvn *s, const SsaInsn *insn, Key *key) {
    Memory memory = memory_read(s, insn);
    if (memory == MEMORY_COUNT || insn->nargs > 3) return false;
    *key = make_key(s, (SsaOp)insn->op, memory, insn, insn->nargs);
    key->type = insn->type;
    key->imm = insn->op == SSA_GETCELL ? 0 : insn->imm;
    key->aux = insn->aux;
    return true;
}

// What will read what the instruction stores; false: nothing that is looked up.
static bool key_stored(const Gvn *s, const SsaInsn *insn, Key *key, SsaRef *value) {
    switch ((SsaOp)insn->op) {
    case SSA_SETFIELD: *key = make_key(s, SSA_FIELD, field_memory(insn), insn, 1); break;
    case SSA_PUT_ITEM: *key = make_key(s, SSA_ITEM, MEMORY_ITEMS, insn, 2); break;
    case SSA_SETGLOBAL: *key = make_key(s, SSA_GETGLOBAL, MEMORY_GLOBALS, insn, 0); break;
    case SSA_SETCELL: *key = make_key(s, SSA_GETCELL, cell_memory(s, insn->args[0]), insn, 1); break;
    case SSA_SETFREE: *key = make_key(s, SSA_GETFREE, MEMORY_CELLS, insn, 0); break;
    default: return false;
    }
    if (insn->op != SSA_PUT_ITEM && insn->op != SSA_SETCELL) key->imm = insn->imm;
    *value = now_for(s, insn->args[insn->nargs - 1]);
    return at(s, *value)->type == SSA_TYPE_VALUE;
}

static uint64_t hash_of(const Key *key) {
    uint64_t h = key->op * 31u + key->type;
    const uint64_t parts[] = {key->nargs, key->aux, key->version, (uint64_t)key->imm, key->args[0].i, key->args[1].i, key->args[2].i};
    for (uint32_t i = 0; i < sizeof parts / sizeof parts[0]; i++) h = (h ^ parts[i]) * 0x9E3779B97F4A7C15ull;
    return h >> 32;
}

static bool same_key(const Key *a, const Key *b) {
    bool same = a->op == b->op && a->type == b->type && a->nargs == b->nargs && a->aux == b->aux && a->version == b->version && a->imm == b->imm;
    for (uint32_t i = 0; same && i < a->nargs; i++) same = ssa_same(a->args[i], b->args[i]);
    return same;
}

static SsaRef find(const Gvn *s, const Key *key) {
    for (uint32_t i = s->buckets[hash_of(key) % BUCKETS]; i; i = s->entries.items[i - 1].next) {
        const Entry *e = &s->entries.items[i - 1];
        if (same_key(&e->key, key) && ssa_dominates(&s->flow, e->block, s->block)) return e->value;
    }
    return (SsaRef){0};
}

static void enter(Gvn *s, const Key *key, SsaRef value) {
    uint32_t *bucket = &s->buckets[hash_of(key) % BUCKETS];
    vec_push(&s->entries, {*key, value, s->block, *bucket});
    *bucket = s->entries.count;
}

// --- one instruction

static bool unboxes(const SsaInsn *insn) { return insn->op == SSA_UNBOX_INT || insn->op == SSA_UNBOX_FLOAT; }

// The operand, when all the operation does is undo the one before or repeat what is known. A number has one form as a value.
static SsaRef simpler(const Gvn *s, const SsaInsn *insn) {
    if (insn->nargs != 1) return (SsaRef){0};
    SsaRef a = now_for(s, insn->args[0]);
    if (insn->op == SSA_GUARD_FACT && ssa_fact(s->f, a) == (SsaFact)insn->imm) return a;
    if (!(unboxes(insn) && at(s, a)->op == SSA_BOX) && !(insn->op == SSA_BOX && unboxes(at(s, a)))) return (SsaRef){0};
    SsaRef inner = now_for(s, at(s, a)->args[0]);
    return at(s, inner)->type == insn->type ? inner : (SsaRef){0};
}

// What stands for r; none: itself.
static SsaRef number(Gvn *s, SsaRef r) {
    const SsaInsn *insn = at(s, r);
    Key key;
    SsaRef same = simpler(s, insn);
    if (!ssa_is_none(same)) return same;
    if (!key_of(s, insn, &key)) return same;
    same = find(s, &key);
    if (!ssa_is_none(same) && (insn->fact == SSA_FACT_NONE || at(s, same)->fact == insn->fact)) return same;
    if (!s->raises_here || effect_of(insn) != SSA_EFFECT_RAISE) enter(s, &key, r);
    return (SsaRef){0};
}

// What a new cell holds from the start.
static void enter_content(Gvn *s, SsaRef cell) {
    SsaRef value = now_for(s, at(s, cell)->args[0]);
    Key key = {.op = SSA_GETCELL, .nargs = 1, .type = SSA_TYPE_VALUE, .version = s->now.of[MEMORY_OWN_CELLS], .args = {cell}};
    if (at(s, value)->type == SSA_TYPE_VALUE && is_bound(s, value)) enter(s, &key, value);
}

static void store(Gvn *s, SsaRef r) {
    Key key;
    SsaRef value;
    apply_changes(s, at(s, r));
    if (key_stored(s, at(s, r), &key, &value)) enter(s, &key, value);
    if (at(s, r)->op == SSA_NEWCELL && s->own[r.i]) enter_content(s, r);
}

static void number_block(Gvn *s, uint32_t n) {
    SsaRefVec *insns = &s->f->blocks.items[n].insns;
    uint32_t kept = 0;
    s->block = n;
    s->raises_here = insns->count && at(s, vec_last(insns))->op == SSA_TRY;
    for (uint32_t i = 0; i < insns->count; i++) {
        SsaRef r = insns->items[i];
        s->map[r.i] = number(s, r);
        if (!ssa_is_none(s->map[r.i])) continue;
        store(s, r);
        insns->items[kept++] = r;
    }
    insns->count = kept;
    s->out[n] = s->now;
}

void pass_gvn(SsaFunction *f) {
    Gvn s = {.f = f};
    arena_init(&s.scratch);
    s.flow = ssa_flow_find(f, &s.scratch);
    s.map = arena_new_array(&s.scratch, SsaRef, f->insns.count);
    s.out = arena_new_array(&s.scratch, Versions, f->blocks.count);
    s.own = pass_own_cells(f, &s.scratch);
    change_all(&s);
    for (uint32_t i = s.flow.count; i-- > 0;) {
        enter_block(&s, s.flow.sequence[i]);
        number_block(&s, s.flow.sequence[i]);
    }
    ssa_rename(f, s.map);
    vec_fini(&s.entries);
    arena_fini(&s.scratch);
}
