// Generic operations on known types become typed ones, and values change representation where a border is crossed: BOX before
// a generic use, at the end of a PHI's predecessor, at a return; guards before an argument that a callee's key wants typed.
//
// Needs SSA_HAS_TYPES. Makes SSA_HAS_KINDS: afterwards operands have the types their operations take. Breaks SSA_HAS_LEAN.
#include "predict.h"
#include "specialise_int.h"

static SsaInsn *at(const Special *s, SsaRef r) { return ssa_at(s->f, r); }

static void *grow(Special *s, const void *old, size_t item, uint32_t wanted) {
    char *moved = arena_alloc_array(&s->scratch, wanted, item);
    for (size_t i = 0; i < s->capacity * item; i++) moved[i] = ((const char *)old)[i];
    return moved;
}

static void reserve(Special *s) {
    if (s->f->insns.count < s->capacity) return;
    uint32_t wanted = s->f->insns.count * 2 + 64;
    s->map = grow(s, s->map, sizeof *s->map, wanted);
    s->boxed = grow(s, s->boxed, sizeof *s->boxed, wanted);
    s->boxed_in = grow(s, s->boxed_in, sizeof *s->boxed_in, wanted);
    s->capacity = wanted;
}

static SsaRef follow(const Special *s, SsaRef r) {
    while (s->map[r.i].i) r = s->map[r.i];
    return r;
}

static SsaType type_of(const Special *s, SsaRef r) { return (SsaType)at(s, r)->type; }

static SsaRef make(Special *s, SsaOp op, const SsaRef *args, uint32_t nargs, uint32_t pc) {
    SsaRef r = ssa_new_insn(s->f, op, args, nargs);
    at(s, r)->pc = pc;
    reserve(s);
    return r;
}

static SsaRef add(Special *s, SsaOp op, const SsaRef *args, uint32_t nargs, uint32_t pc) {
    SsaRef r = make(s, op, args, nargs, pc);
    vec_push(&s->out, r);
    return r;
}

SsaRef special_add(Special *s, SsaOp op, const SsaRef *args, uint32_t nargs, uint32_t pc) { return add(s, op, args, nargs, pc); }

// --- representations

static bool was_unboxed(const Special *s, SsaRef v) { return at(s, v)->op == SSA_UNBOX_INT || at(s, v)->op == SSA_UNBOX_FLOAT; }

static SsaRef box(Special *s, SsaRef v, uint32_t pc) {
    if (type_of(s, v) == SSA_TYPE_VALUE) return v;
    if (was_unboxed(s, v)) return at(s, v)->args[0];
    if (!ssa_is_none(s->boxed[v.i]) && s->boxed_in[v.i] == s->block) return s->boxed[v.i];
    SsaRef boxed = add(s, SSA_BOX, &v, 1, pc);
    s->boxed[v.i] = boxed;
    s->boxed_in[v.i] = s->block;
    return boxed;
}

static SsaRef to_float(Special *s, SsaRef v, uint32_t pc) {
    SsaInsn *insn = at(s, v);
    if (insn->type == SSA_TYPE_FLOAT) return v;
    if (insn->op != SSA_CONST_INT) return add(s, SSA_INT_TO_FLOAT, &v, 1, pc);
    double real = (double)insn->imm;
    SsaRef c = add(s, SSA_CONST_FLOAT, NULL, 0, pc);
    at(s, c)->imm = (int64_t)__builtin_bit_cast(uint64_t, real);
    return c;
}

SsaRef special_box(Special *s, SsaRef v, uint32_t pc) { return box(s, v, pc); }
SsaRef special_to_float(Special *s, SsaRef v, uint32_t pc) { return to_float(s, v, pc); }

void special_box_operands(Special *s, SsaRef r) {
    for (uint32_t i = 0; i < at(s, r)->nargs; i++) {
        SsaRef boxed = box(s, at(s, r)->args[i], at(s, r)->pc);
        at(s, r)->args[i] = boxed;
    }
}

static void float_operands(Special *s, SsaRef r) {
    for (uint32_t i = 0; i < at(s, r)->nargs; i++) {
        SsaRef real = to_float(s, at(s, r)->args[i], at(s, r)->pc);
        at(s, r)->args[i] = real;
    }
}

// --- operators

// The typed operation for a generic one on INTs or FLOATs; SSA_OP_COUNT: none.
static SsaOp typed_op(SsaOp op, bool integer) {
    switch (op) {
#define BOTH(name) case SSA_##name: return integer ? SSA_INT_##name : SSA_FLOAT_##name;
#define INTEGER(name) case SSA_##name: return integer ? SSA_INT_##name : SSA_OP_COUNT;
#define TEST(name) case SSA_TEST_##name: case SSA_##name: return integer ? SSA_INT_##name : SSA_FLOAT_##name;
    BOTH(ADD) BOTH(SUB) BOTH(MUL) BOTH(DIV) BOTH(NEG) BOTH(TRUTH)
    INTEGER(FLOORDIV) INTEGER(MOD) INTEGER(SHL) INTEGER(SHR) INTEGER(AND) INTEGER(OR) INTEGER(XOR) INTEGER(INVERT)
    TEST(LT) TEST(LE) TEST(EQ) TEST(NE) TEST(GT) TEST(GE)
    default: return SSA_OP_COUNT;
    }
}

static bool is_comparison(SsaOp op) { return (op >= SSA_TEST_LT && op <= SSA_TEST_GE) || (op >= SSA_LT && op <= SSA_GE); }

static bool exact_as_float(const Special *s, SsaRef v) {
    const SsaInsn *insn = at(s, v);
    return insn->type == SSA_TYPE_FLOAT || (insn->op == SSA_CONST_INT && insn->imm >= -(1ll << 53) && insn->imm <= 1ll << 53);
}

static void operand_types(const Special *s, const SsaInsn *insn, bool *ints, bool *numbers, bool *exact) {
    *ints = *numbers = *exact = true;
    for (uint32_t i = 0; i < insn->nargs; i++) {
        SsaType t = type_of(s, insn->args[i]);
        *ints &= t == SSA_TYPE_INT;
        *numbers &= t == SSA_TYPE_INT || t == SSA_TYPE_FLOAT;
        *exact &= exact_as_float(s, insn->args[i]);
    }
}

// Numbers of both kinds compare exactly, so only by way of their values; the result is a bool all the same.
static void compare_mixed(Special *s, SsaRef r) {
    SsaInsn *insn = at(s, r);
    if (insn->op >= SSA_LT && insn->op <= SSA_GE) insn->op = (uint8_t)(insn->op - SSA_LT + SSA_TEST_LT);
    special_box_operands(s, r);
}

static void count_bools(Special *s, SsaRef r) {
    for (uint32_t i = 0; i < at(s, r)->nargs; i++) {
        if (type_of(s, at(s, r)->args[i]) != SSA_TYPE_BOOL) continue;
        SsaRef count = add(s, SSA_BOOL_TO_INT, &at(s, r)->args[i], 1, at(s, r)->pc);
        at(s, r)->args[i] = count;
    }
}

// An operand that infer took for an int or a float.
static void unbox_number(Special *s, SsaRef r) {
    for (uint32_t i = 0; i < at(s, r)->nargs; i++) {
        SsaRef v = at(s, r)->args[i];
        if (type_of(s, v) != SSA_TYPE_VALUE) continue;
        SsaRef number = add(s, SSA_UNBOX_NUMBER, &v, 1, at(s, r)->pc);
        at(s, number)->state = at(s, r)->state;
        at(s, r)->args[i] = number;
    }
}

static void rewrite_operator(Special *s, SsaRef r) {
    if (special_compare_words(s, r)) return;
    SsaType result = (SsaType)at(s, r)->type;
    if (at(s, r)->op >= SSA_ADD && at(s, r)->op <= SSA_INVERT && (result == SSA_TYPE_INT || result == SSA_TYPE_FLOAT)) count_bools(s, r);
    if (result == SSA_TYPE_FLOAT && at(s, r)->op >= SSA_ADD && at(s, r)->op <= SSA_DIV) unbox_number(s, r);
    SsaInsn *insn = at(s, r);
    bool ints, numbers, exact;
    operand_types(s, insn, &ints, &numbers, &exact);
    SsaOp typed = numbers ? typed_op((SsaOp)insn->op, ints) : SSA_OP_COUNT;
    if (typed == SSA_OP_COUNT || ssa_op_info(typed)->result != (SsaType)insn->type) return special_box_operands(s, r);
    if (!ints && is_comparison((SsaOp)insn->op) && !exact) return compare_mixed(s, r);
    if (!ints) float_operands(s, r);
    insn = at(s, r);
    insn->op = (uint8_t)typed;
    insn->imm = 0;
}

// --- what needs more than its operands' types

static bool replace(Special *s, SsaRef r, SsaRef by) { return special_replace(s, r, by); }

static bool rewrite_unbox(Special *s, SsaRef r) {
    SsaRef v = at(s, r)->args[0];
    if (type_of(s, v) == type_of(s, r)) return replace(s, r, v);
    special_box_operands(s, r);
    return false;
}

// The class of what is probably a container of one kind.
static SsaFact guessed_fact(const Special *s, SsaRef r) {
    switch (predict_of(s->f, r).kinds) {
    case GUESS_LIST: return SSA_FACT_LIST;
    case GUESS_DICT: return SSA_FACT_DICT;
    case GUESS_SET: return SSA_FACT_SET;
    case GUESS_TUPLE: return SSA_FACT_TUPLE;
    case GUESS_BYTES: return SSA_FACT_BYTES;
    case GUESS_BYTEARRAY: return SSA_FACT_BYTEARRAY;
    case GUESS_STR: return SSA_FACT_STR;
    case GUESS_RANGE: return SSA_FACT_RANGE;
    default: return SSA_FACT_NONE;
    }
}

static void guard_fact(Special *s, SsaRef r, SsaFact fact) {
    SsaInsn *insn = at(s, r);
    insn->op = SSA_GUARD_FACT;
    insn->imm = fact;
    insn->fact = (uint8_t)fact;
}

static SsaOp unboxing(SsaType type) { return type == SSA_TYPE_INT ? SSA_UNBOX_INT : type == SSA_TYPE_WORD ? SSA_UNBOX_WORD : SSA_UNBOX_FLOAT; }

static bool rewrite_guess(Special *s, SsaRef r) {
    SsaRef v = at(s, r)->args[0];
    SsaType to = type_of(s, r);
    SsaFact fact = s->container[r.i] && type_of(s, v) == SSA_TYPE_VALUE ? guessed_fact(s, r) : SSA_FACT_NONE;
    if (fact) return guard_fact(s, r, fact), false;
    if (type_of(s, v) == to) return replace(s, r, v);
    if (at(s, v)->op == SSA_BOX && type_of(s, at(s, v)->args[0]) == to) return replace(s, r, at(s, v)->args[0]);
    if (to == SSA_TYPE_VALUE) return replace(s, r, box(s, v, at(s, r)->pc));
    if (type_of(s, v) != SSA_TYPE_VALUE) return replace(s, r, to_float(s, v, at(s, r)->pc));
    at(s, r)->op = (uint8_t)unboxing(to);
    if (to == SSA_TYPE_WORD) at(s, r)->imm = 2;
    return false;
}

static bool rewrite_promise(Special *s, SsaRef r) {
    SsaRef v = at(s, r)->args[0];
    SsaType from = type_of(s, v), to = type_of(s, r);
    if (at(s, r)->imm >= BC_HINT_SIZED && to != SSA_TYPE_VALUE) return special_promise(s, r);
    if (to == SSA_TYPE_INT) return replace(s, r, v);
    if (to == SSA_TYPE_FLOAT) return replace(s, r, to_float(s, v, at(s, r)->pc));
    if (from == SSA_TYPE_BOOL && at(s, r)->imm == BC_HINT_BOOL) return replace(s, r, box(s, v, at(s, r)->pc));
    special_box_operands(s, r);
    return false;
}

static bool rewrite_truth(Special *s, SsaRef r) {
    SsaRef v = at(s, r)->args[0];
    if (type_of(s, v) == SSA_TYPE_BOOL) return replace(s, r, v);
    if (type_of(s, v) == SSA_TYPE_WORD) at(s, r)->args[0] = special_word_bits(s, v, at(s, r)->pc);
    rewrite_operator(s, r);
    return false;
}

static bool rewrite_positive(Special *s, SsaRef r) {
    SsaRef v = at(s, r)->args[0];
    if (type_of(s, r) != SSA_TYPE_VALUE) return replace(s, r, v);
    special_box_operands(s, r);
    return false;
}

static void direct_arguments(Special *s, SsaRef r) {
    SsaFunction *callee = at(s, r)->callee;
    for (uint32_t i = 1; i < at(s, r)->nargs; i++) {
        SsaRef v = at(s, r)->args[i];
        SsaType want = callee->key[i - 1];
        if (want != SSA_TYPE_VALUE && type_of(s, v) == SSA_TYPE_VALUE) {
            SsaRef guard = add(s, unboxing(want), &v, 1, at(s, r)->pc);
            at(s, guard)->state = at(s, r)->state;
            v = guard;
        } else if (want == SSA_TYPE_VALUE) v = box(s, v, at(s, r)->pc);
        at(s, r)->args[i] = v;
    }
}

// The users of the result were inferred for the type it has here; the callee's can be narrower.
static bool rewrite_call(Special *s, SsaRef r) {
    SsaFunction *callee = at(s, r)->callee;
    if (!callee) return special_known(s, r);
    direct_arguments(s, r);
    const NativeConstant *certain = ssa_constant(s->f, at(s, r)->args[0]);
    bool is_certain = certain && certain->kind == NATIVE_CONSTANT_FUNCTION;
    SsaRef call = add(s, is_certain ? SSA_CALL_KNOWN : SSA_CALL_DIRECT, at(s, r)->args, at(s, r)->nargs, at(s, r)->pc);
    SsaInsn *insn = at(s, call);
    insn->imm = at(s, r)->imm;
    insn->aux = callee->proto;
    insn->callee = callee;
    insn->state = at(s, r)->state;
    insn->type = (uint8_t)callee->result;
    return replace(s, r, type_of(s, r) == SSA_TYPE_VALUE ? box(s, call, insn->pc) : call);
}

static bool rewrite_known_call(Special *s, SsaRef r) {
    direct_arguments(s, r);
    return false;
}

static bool rewrite_check(Special *s, SsaRef r) {
    SsaRef v = at(s, r)->args[0];
    if (type_of(s, v) != SSA_TYPE_VALUE || !s->unbound[v.i]) return true;  // dropped: it has no value to replace
    return false;
}

// Items take an index as it is.
static void rewrite_item(Special *s, SsaRef r) {
    SsaRef key = at(s, r)->args[1];
    bool index = type_of(s, key) == SSA_TYPE_INT;
    if (index) at(s, r)->args[1] = at(s, r)->args[0];
    special_box_operands(s, r);
    if (index) at(s, r)->args[1] = key;
}

static bool rewrite_return(Special *s, SsaRef r) {
    if (s->f->result == SSA_TYPE_VALUE) special_box_operands(s, r);
    return false;
}

// true: the instruction is gone.
static bool rewrite(Special *s, SsaRef r) {
    for (uint32_t i = 0; i < at(s, r)->nargs; i++) at(s, r)->args[i] = follow(s, at(s, r)->args[i]);
    SsaOp op = (SsaOp)at(s, r)->op;
    switch (op) {
    case SSA_PHI: case SSA_NOT: case SSA_BRANCH: case SSA_INT_FIT_ADD: case SSA_IN_RANGE: case SSA_RANGE_COUNT: case SSA_BOX:
        return false;
    case SSA_UNBOX_INT: case SSA_UNBOX_FLOAT: return rewrite_unbox(s, r);
    case SSA_GUESS: return rewrite_guess(s, r);
    case SSA_UNBOX_WORD: return special_word(s, r) || rewrite_unbox(s, r);
    case SSA_WORD_BITS: return special_word(s, r);
    case SSA_SIZED: return special_sized(s, r);
    case SSA_PROMISE: return rewrite_promise(s, r);
    case SSA_TRUTH: return rewrite_truth(s, r);
    case SSA_POW: return special_power(s, r);
    case SSA_POS: return rewrite_positive(s, r);
    case SSA_CALL: return rewrite_call(s, r);
    case SSA_CALLM: return special_known(s, r);
    case SSA_METHOD: return special_known_method(s, r);
    case SSA_LOADREG: return special_known_self(s, r);
    case SSA_CALL_KNOWN: return rewrite_known_call(s, r);
    case SSA_CHECK_LOCAL: return rewrite_check(s, r);
    case SSA_RETURN: return rewrite_return(s, r);
    case SSA_GETITEM: case SSA_SETITEM: return rewrite_item(s, r), false;
    case SSA_ADD: case SSA_SUB: case SSA_MUL: case SSA_DIV: case SSA_FLOORDIV: case SSA_MOD: case SSA_SHL: case SSA_SHR: case SSA_AND: case SSA_OR:
    case SSA_XOR: case SSA_NEG: case SSA_INVERT:
        if (special_words(s, r)) return true;
        [[fallthrough]];
    default: return rewrite_operator(s, r), false;
    }
}

static void rewrite_block(Special *s, uint32_t n) {
    SsaBlock *block = &s->f->blocks.items[n];
    vec_clear(&s->out);
    s->block = n;
    for (uint32_t i = 0; i < block->insns.count; i++) {
        SsaRef r = block->insns.items[i];
        if (!rewrite(s, r)) vec_push(&s->out, r);
    }
    vec_clear(&block->insns);
    for (uint32_t i = 0; i < s->out.count; i++) vec_push(&block->insns, s->out.items[i]);
}

// --- PHIs

// Puts the BOX of v at the end of block n, before its END.
static SsaRef box_at_end(Special *s, uint32_t n, SsaRef v) {
    if (was_unboxed(s, v)) return at(s, v)->args[0];
    SsaRef boxed = make(s, SSA_BOX, &v, 1, 0);
    SsaRefVec *insns = &s->f->blocks.items[n].insns;
    SsaRef end = vec_last(insns);
    insns->items[insns->count - 1] = boxed;
    vec_push(insns, end);
    return boxed;
}

static bool is_handler_edge(const Special *s, uint32_t from, uint32_t to) {
    const SsaBlock *block = &s->f->blocks.items[from];
    return at(s, vec_last(&block->insns))->op == SSA_TRY && block->succ[1] == to;
}

static void box_phi(Special *s, uint32_t n, SsaRef phi) {
    for (uint32_t p = 0; p < at(s, phi)->nargs; p++) {
        SsaRef v = follow(s, at(s, phi)->args[p]);
        uint32_t pred = s->f->blocks.items[n].preds.items[p];
        SsaType to = (SsaType)at(s, phi)->type;
        if (to == SSA_TYPE_VALUE && type_of(s, v) != SSA_TYPE_VALUE && !is_handler_edge(s, pred, n)) v = box_at_end(s, pred, v);
        if (to == SSA_TYPE_WORD && type_of(s, v) == SSA_TYPE_INT) v = special_join_word(s, pred, v, s->surely[at(s, phi)->args[p].i]);
        at(s, phi)->args[p] = v;
    }
}

static void box_phis(Special *s) {
    for (uint32_t n = 0; n < s->f->blocks.count; n++) {
        for (uint32_t i = 0; i < s->f->blocks.items[n].insns.count; i++) {
            SsaRef r = s->f->blocks.items[n].insns.items[i];
            if (at(s, r)->op != SSA_PHI) break;
            box_phi(s, n, r);
        }
    }
}

// --- containers

static bool takes_container(SsaOp op) { return op == SSA_GETITEM || op == SSA_SETITEM || op == SSA_METHOD || op == SSA_FORPREP || op == SSA_UNPACK; }

static bool measures_container(const SsaFunction *f, const SsaInsn *insn) {
    return (insn->op == SSA_CALL || insn->op == SSA_CALLM) && pass_known_call(f, insn) == PASS_KNOWN_LEN;
}

// A value is one where it is used as one, or a PHI or guess of it is.
static bool container_round(Special *s) {
    bool changed = false;
    for (uint32_t i = s->f->insns.count; i-- > 1;) {
        const SsaInsn *insn = &s->f->insns.items[i];
        bool passes = (insn->op == SSA_PHI || insn->op == SSA_GUESS) && s->container[i];
        uint32_t operands = passes ? insn->nargs : takes_container((SsaOp)insn->op) ? 1 : insn->op == SSA_IN ? 2 : 0;
        for (uint32_t a = insn->op == SSA_IN; a < operands; a++) {
            changed |= !s->container[insn->args[a].i];
            s->container[insn->args[a].i] = true;
        }
        if (!measures_container(s->f, insn)) continue;
        SsaRef measured = insn->args[pass_known_first(insn)];
        changed |= !s->container[measured.i];
        s->container[measured.i] = true;
    }
    return changed;
}

// --- unbound names

static bool unbound_round(Special *s) {
    bool changed = false;
    for (uint32_t i = 1; i < s->f->insns.count; i++) {
        const SsaInsn *insn = &s->f->insns.items[i];
        bool now = insn->op == SSA_CONST_S && insn->imm == BC_SINGLETON_UNBOUND;
        now |= insn->op == SSA_PARAM && s->f->regs && insn->type == SSA_TYPE_VALUE;
        now |= insn->op == SSA_SAVED;
        if (insn->op == SSA_PHI || insn->op == SSA_GUESS)
            for (uint32_t a = 0; a < insn->nargs; a++) now |= s->unbound[insn->args[a].i];
        changed |= now && !s->unbound[i];
        s->unbound[i] |= now;
    }
    return changed;
}

// --- signs

// While types and operands are those that infer saw.
static void look_at_words(Special *s) {
    SsaFunction *f = s->f;
    s->nknown = f->insns.count;
    s->surely = arena_new_array(&s->scratch, bool, s->nknown);
    s->low = arena_new_array(&s->scratch, bool, s->nknown);
    s->signs = arena_new_array(&s->scratch, uint8_t, s->nknown);
    for (uint32_t i = 1; i < s->nknown; i++) {
        s->surely[i] = pass_is_nonnegative(f, (SsaRef){i});
        s->low[i] = pass_is_low(f, i);
    }
    for (uint32_t i = 1; i < s->nknown; i++)
        for (uint32_t a = 0; a < f->insns.items[i].nargs && a < 2; a++) s->signs[i] |= (uint8_t)(s->surely[f->insns.items[i].args[a].i] << a);
}

void pass_specialise(SsaFunction *f) {
    Special s = {.f = f};
    arena_init(&s.scratch);
    reserve(&s);
    s.unbound = arena_new_array(&s.scratch, bool, f->insns.count);
    s.container = arena_new_array(&s.scratch, bool, f->insns.count);
    look_at_words(&s);
    while (unbound_round(&s)) continue;
    while (container_round(&s)) continue;
    for (uint32_t n = 0; n < f->blocks.count; n++) rewrite_block(&s, n);
    box_phis(&s);
    reserve(&s);
    ssa_rename(f, s.map);
    vec_fini(&s.out);
    arena_fini(&s.scratch);
}
