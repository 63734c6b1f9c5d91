// Interval analysis: where every INT lies, and what follows from it. Arithmetic that cannot overflow, division by what is
// not 0, shifts within the word lose their checks; comparisons that are decided become constants; a BOX that fits an immediate
// needs no big int.
//
// Method: intervals grow from nothing until they hold (a PHI that keeps growing is widened to the end of its type), then
// shrink for two rounds. A value has the interval of its definition, cut down where it is used by the conditions of the
// branches that dominate the use. The numbers of a counted loop lie between its start and its end. Compiled functions that are called
// come first, for where their results lie; those that call each other in a circle may give anything.
//
// Needs SSA_HAS_EXITS. Makes nothing. Breaks SSA_HAS_LEAN.
#include "compiler/ssa/ssa_flow.h"
#include "pass.h"

typedef struct {
    int64_t lo, hi;  // lo > hi: no value yet
} Range;

typedef struct {
    SsaFunction *f;
    SsaFlow flow;
    uint32_t *block_of;  // by value
    Range *ranges;       // by value
    uint8_t *grown;      // by value: how often it grew
    uint32_t *count_of;  // by value: for the number of a counted loop, the PHI of how many are left; 0: none
    bool narrowing;
} Ranges;

enum { GROWN_MAX = 3, CONDITIONS_MAX = 48 };

static const Range all = {INT64_MIN, INT64_MAX};
static const Range none = {INT64_MAX, INT64_MIN};
static const Range immediate = {-(1ll << 61), (1ll << 61) - 1};

static const SsaInsn *at(const Ranges *s, SsaRef r) { return ssa_at(s->f, r); }
static bool is_none(Range r) { return r.lo > r.hi; }
static bool within(Range r, int64_t lo, int64_t hi) { return r.lo >= lo && r.hi <= hi; }
static bool is_all(Range r) { return r.lo == INT64_MIN && r.hi == INT64_MAX; }
static bool is_constant(Range r) { return r.lo == r.hi; }
static int64_t least(int64_t a, int64_t b) { return a < b ? a : b; }
static int64_t most(int64_t a, int64_t b) { return a > b ? a : b; }

static Range join(Range a, Range b) {
    if (is_none(a)) return b;
    return is_none(b) ? a : (Range){least(a.lo, b.lo), most(a.hi, b.hi)};
}

static Range meet(Range a, Range b) { return (Range){most(a.lo, b.lo), least(a.hi, b.hi)}; }

// --- arithmetic: the exact interval in 128 bits

typedef struct {
    __int128 lo, hi;
} Wide;

static bool fits(Wide w) { return w.lo >= INT64_MIN && w.hi <= INT64_MAX; }

// What remains when values that do not fit have left.
static Range clamp(Wide w) {
    return (Range){w.lo < INT64_MIN ? INT64_MIN : w.lo > INT64_MAX ? INT64_MAX : (int64_t)w.lo,
                   w.hi > INT64_MAX ? INT64_MAX : w.hi < INT64_MIN ? INT64_MIN : (int64_t)w.hi};
}

static Wide product(Range a, Range b) {
    __int128 corners[4] = {(__int128)a.lo * b.lo, (__int128)a.lo * b.hi, (__int128)a.hi * b.lo, (__int128)a.hi * b.hi};
    Wide w = {corners[0], corners[0]};
    for (int i = 1; i < 4; i++) {
        if (corners[i] < w.lo) w.lo = corners[i];
        if (corners[i] > w.hi) w.hi = corners[i];
    }
    return w;
}

static bool shifts_within(Range by) { return within(by, 0, 62); }

// ADD to SHL in any of their forms.
static Wide arithmetic(SsaOp op, Range a, Range b) {
    switch (op) {
    case SSA_INT_ADD: case SSA_INT_FIT_ADD: case SSA_INT_WRAP_ADD: return (Wide){(__int128)a.lo + b.lo, (__int128)a.hi + b.hi};
    case SSA_INT_SUB: case SSA_INT_FIT_SUB: case SSA_INT_WRAP_SUB: return (Wide){(__int128)a.lo - b.hi, (__int128)a.hi - b.lo};
    case SSA_INT_MUL: case SSA_INT_FIT_MUL: case SSA_INT_WRAP_MUL: return product(a, b);
    case SSA_INT_NEG: case SSA_INT_FIT_NEG: case SSA_INT_WRAP_NEG: return (Wide){-(__int128)a.hi, -(__int128)a.lo};
    default: return shifts_within(b) ? product(a, (Range){1ll << b.lo, 1ll << b.hi}) : (Wide){INT64_MIN, (__int128)INT64_MAX + 1};
    }
}

static bool is_wrapping(SsaOp op) { return op >= SSA_INT_LOW_SHL && op <= SSA_INT_WRAP_NEG; }

static Range arithmetic_range(SsaOp op, Range a, Range b) {
    Wide w = arithmetic(op, a, b);
    return is_wrapping(op) && !fits(w) ? all : clamp(w);
}

// --- bits and division

// All ones up to the highest bit of either.
static int64_t ones(int64_t a, int64_t b) {
    uint64_t bits = (uint64_t)a | (uint64_t)b;
    return bits ? (int64_t)(UINT64_MAX >> __builtin_clzll(bits)) : 0;
}

// What the bits of both can make at most, sign included.
static Range bits_range(Range a, Range b) {
    int64_t positive = ones(most(a.hi, 0), most(b.hi, 0)), negative = ones(~least(a.lo, -1), ~least(b.lo, -1)), bits = ones(positive, negative);
    return (Range){a.lo >= 0 && b.lo >= 0 ? 0 : ~bits, bits};
}

static Range and_range(Range a, Range b) {
    if (a.lo >= 0 && b.lo >= 0) return (Range){0, least(a.hi, b.hi)};
    if (a.lo >= 0) return (Range){0, a.hi};
    return b.lo >= 0 ? (Range){0, b.hi} : bits_range(a, b);
}

static Range shift_right_range(Range a, Range by) {
    int64_t near = most(least(by.lo, 63), 0), far = most(least(by.hi, 63), 0);
    return (Range){least(a.lo >> near, a.lo >> far), most(a.hi >> near, a.hi >> far)};
}

static int64_t floor_divide(int64_t a, int64_t b) { return a / b - (a % b != 0 && a < 0); }  // b > 0

static Range quotient_range(Range a, Range b) {
    if (b.lo < 1) return all;
    int64_t lo = least(floor_divide(a.lo, b.lo), floor_divide(a.lo, b.hi)), hi = most(floor_divide(a.hi, b.lo), floor_divide(a.hi, b.hi));
    return (Range){lo, hi};
}

static Range remainder_range(Range a, Range b) {
    if (b.lo >= 1) return (Range){0, a.lo >= 0 ? least(a.hi, b.hi - 1) : b.hi - 1};
    return b.hi <= -1 && b.lo > INT64_MIN ? (Range){b.lo + 1, 0} : all;
}

// --- counted loops

// The RANGE_COUNT a PHI of how many are left starts with; none: 0.
static SsaRef range_of_loop(const Ranges *s, uint32_t left) {
    const SsaInsn *phi = at(s, (SsaRef){left});
    SsaRef found = {0};
    for (uint32_t i = 0; i < phi->nargs; i++) {
        const SsaInsn *arg = at(s, phi->args[i]);
        if (arg->op == SSA_INT_FIT_ADD && ssa_same(arg->args[0], (SsaRef){left})) continue;
        if (arg->op != SSA_RANGE_COUNT || !ssa_is_none(found)) return (SsaRef){0};
        found = phi->args[i];
    }
    return found;
}

// Where the numbers of the loop lie; `after`: the one after the last, too.
static Range numbers(const Ranges *s, uint32_t left, bool after) {
    SsaRef count = range_of_loop(s, left);
    if (ssa_is_none(count)) return immediate;
    const SsaRef *args = at(s, count)->args;
    const Range limit = {-(1ll << 59), 1ll << 59};
    Range start = meet(s->ranges[args[0].i], limit), stop = meet(s->ranges[args[1].i], limit), step = meet(s->ranges[args[2].i], limit);
    if (is_none(start) || is_none(stop) || is_none(step)) return none;
    Range up = {start.lo, after ? most(start.hi, stop.hi - 1 + step.hi) : stop.hi - 1};
    Range down = {after ? least(start.lo, stop.lo + 1 + step.lo) : stop.lo + 1, start.hi};
    if (step.lo > 0) return up;
    return step.hi < 0 ? down : join(up, down);
}

static bool steps_on(const Ranges *s, SsaRef phi) {
    const SsaInsn *insn = at(s, phi);
    for (uint32_t i = 0; i < insn->nargs; i++) {
        const SsaInsn *arg = at(s, insn->args[i]);
        if (arg->op == SSA_INT_FIT_ADD && ssa_same(arg->args[0], phi)) return true;
    }
    return false;
}

// The loop's number is the PHI beside that of how many are left which also steps on by an addition that is known to fit.
static void find_counted(Ranges *s, uint32_t n) {
    const SsaRefVec *insns = &s->f->blocks.items[n].insns;
    SsaRef left = {0};
    for (uint32_t i = 0; i < insns->count; i++)
        if (at(s, insns->items[i])->op == SSA_IN_RANGE) left = at(s, insns->items[i])->args[0];
    if (ssa_is_none(left) || at(s, left)->op != SSA_PHI || s->block_of[left.i] != n) return;
    s->count_of[left.i] = left.i;
    for (uint32_t i = 0; i < insns->count && at(s, insns->items[i])->op == SSA_PHI; i++)
        if (!ssa_same(insns->items[i], left) && steps_on(s, insns->items[i])) s->count_of[insns->items[i].i] = left.i;
}

// --- conditions

// What `v op limit` says of v.
static Range below(SsaOp op, Range limit) {
    switch (op) {
    case SSA_INT_LT: return (Range){INT64_MIN, limit.hi == INT64_MIN ? limit.hi : limit.hi - 1};
    case SSA_INT_LE: return (Range){INT64_MIN, limit.hi};
    case SSA_INT_GT: return (Range){limit.lo == INT64_MAX ? limit.lo : limit.lo + 1, INT64_MAX};
    case SSA_INT_GE: return (Range){limit.lo, INT64_MAX};
    case SSA_INT_EQ: return limit;
    default: return all;
    }
}

static const SsaOp negated[] = {SSA_INT_GE, SSA_INT_GT, SSA_INT_NE, SSA_INT_EQ, SSA_INT_LE, SSA_INT_LT};
static const SsaOp swapped[] = {SSA_INT_GT, SSA_INT_GE, SSA_INT_EQ, SSA_INT_NE, SSA_INT_LT, SSA_INT_LE};

static bool is_comparison(SsaOp op) { return op >= SSA_INT_LT && op <= SSA_INT_GE; }

// A value that is not 0 and at least 0 is at least 1.
static Range unless_zero(Range r) {
    if (r.lo == 0) r.lo = 1;
    if (r.hi == 0) r.hi = -1;
    return r;
}

// r, the range of v, given that the condition came out as `holds`.
static Range given(const Ranges *s, Range r, SsaRef v, SsaRef condition, bool holds) {
    const SsaInsn *insn = at(s, condition);
    while (insn->op == SSA_NOT) {
        insn = at(s, insn->args[0]);
        holds = !holds;
    }
    if (insn->op == SSA_IN_RANGE && holds && s->count_of[v.i] == insn->args[0].i)
        return meet(r, v.i == insn->args[0].i ? (Range){1, INT64_MAX} : numbers(s, s->count_of[v.i], false));
    if (insn->op == SSA_INT_TRUTH && ssa_same(insn->args[0], v)) return holds ? unless_zero(r) : meet(r, (Range){0, 0});
    if (!is_comparison((SsaOp)insn->op)) return r;
    SsaOp op = holds ? (SsaOp)insn->op : negated[insn->op - SSA_INT_LT];
    for (uint32_t side = 0; side < 2; side++) {
        Range other = s->ranges[insn->args[1 - side].i];
        if (!ssa_same(insn->args[side], v) || is_none(other)) continue;
        r = meet(r, below(side ? swapped[op - SSA_INT_LT] : op, other));
        if (op == SSA_INT_NE && other.lo == 0 && other.hi == 0) r = unless_zero(r);
    }
    return r;
}

// The range of v where block n uses it.
static Range range_in(const Ranges *s, SsaRef v, uint32_t n) {
    Range r = s->ranges[v.i];
    uint32_t defined = s->block_of[v.i];
    for (uint32_t i = 0; i < CONDITIONS_MAX && n != defined && n != 0; i++, n = s->flow.idom[n]) {
        const SsaBlock *block = &s->f->blocks.items[n];
        if (block->preds.count != 1) continue;
        const SsaBlock *pred = &s->f->blocks.items[block->preds.items[0]];
        const SsaInsn *end = at(s, vec_last(&pred->insns));
        if (end->op == SSA_BRANCH && pred->succ[0] != pred->succ[1]) r = given(s, r, v, end->args[0], pred->succ[0] == n);
    }
    return r;
}

// --- one value

static Range phi_range(const Ranges *s, SsaRef r, uint32_t n) {
    const SsaInsn *phi = at(s, r);
    const SsaBlock *block = &s->f->blocks.items[n];
    if (s->count_of[r.i]) return s->count_of[r.i] == r.i ? (Range){0, 1ll << 60} : numbers(s, s->count_of[r.i], true);
    Range joined = none;
    for (uint32_t p = 0; p < phi->nargs; p++) {
        if (s->flow.order[block->preds.items[p]] == SSA_NO_BLOCK) continue;
        joined = join(joined, range_in(s, phi->args[p], block->preds.items[p]));
    }
    return joined;
}

// What a type holds; of u64, what an INT can.
static Range sized_range(BcSized type) {
    uint32_t bits = bc_sized[type].bits;
    if (bc_sized[type].kind == BC_SIGNED) return bits == 64 ? all : (Range){-(1ll << (bits - 1)), (1ll << (bits - 1)) - 1};
    return (Range){0, bits == 64 ? INT64_MAX : (1ll << bits) - 1};
}

static Range wrap_range(BcSized type, Range a) {
    Range held = sized_range(type);
    return within(a, held.lo, held.hi) ? a : held;
}

static bool holds(const SsaInsn *insn, Range a) {
    Range held = sized_range((BcSized)insn->imm);
    return within(a, held.lo, held.hi);
}

static Range operation_range(const SsaInsn *insn, Range a, Range b) {
    SsaOp op = (SsaOp)insn->op;
    switch (op) {
    case SSA_INT_ADD: case SSA_INT_FIT_ADD: case SSA_INT_WRAP_ADD: case SSA_INT_SUB: case SSA_INT_FIT_SUB: case SSA_INT_WRAP_SUB:
    case SSA_INT_MUL: case SSA_INT_FIT_MUL: case SSA_INT_WRAP_MUL: case SSA_INT_SHL: case SSA_INT_FIT_SHL: case SSA_INT_WRAP_SHL:
    case SSA_INT_LOW_SHL: case SSA_INT_NEG: case SSA_INT_FIT_NEG: case SSA_INT_WRAP_NEG: return arithmetic_range(op, a, b);
    case SSA_WRAP: return wrap_range((BcSized)insn->imm, a);
    case SSA_INT_HOLDS: return meet(a, sized_range((BcSized)insn->imm));
    case SSA_INT_MIN: return (Range){a.lo < b.lo ? a.lo : b.lo, a.hi < b.hi ? a.hi : b.hi};
    case SSA_INT_MAX: return (Range){a.lo > b.lo ? a.lo : b.lo, a.hi > b.hi ? a.hi : b.hi};
    case SSA_INT_AND: return and_range(a, b);
    case SSA_INT_OR: case SSA_INT_XOR: return bits_range(a, b);
    case SSA_INT_INVERT: return (Range){~a.hi, ~a.lo};
    case SSA_INT_SHR: case SSA_INT_FIT_SHR: return shift_right_range(a, b);
    case SSA_WORD_SHR: case SSA_WORD_SHIFT: return b.lo >= 1 && b.lo <= 63 && b.hi <= 63 ? (Range){0, (int64_t)(UINT64_MAX >> b.lo)} : all;
    case SSA_WORD_MOD: return b.lo >= 1 ? (Range){0, b.hi - 1} : all;
    case SSA_WORD_DIV: return b.lo >= 2 ? (Range){0, (int64_t)(UINT64_MAX / (uint64_t)b.lo)} : all;
    case SSA_INT_FLOORDIV: case SSA_INT_FIT_FLOORDIV: return quotient_range(a, b);
    case SSA_INT_MOD: case SSA_INT_FIT_MOD: return remainder_range(a, b);
    default: return all;
    }
}

static Range call_range(const SsaInsn *call) {
    const SsaFunction *callee = call->callee;
    return callee && callee->ranged && callee->result == SSA_TYPE_INT ? (Range){callee->least, callee->most} : all;
}

static Range value_range(const Ranges *s, SsaRef r, uint32_t n) {
    const SsaInsn *insn = at(s, r);
    switch ((SsaOp)insn->op) {
    case SSA_CALL_DIRECT: case SSA_CALL_KNOWN: return call_range(insn);
    case SSA_CONST_INT: return (Range){insn->imm, insn->imm};
    case SSA_UNBOX_INT: return immediate;
    case SSA_RANGE_COUNT: return (Range){0, 1ll << 60};
    case SSA_LEN: return (Range){0, INT64_MAX};  // of a range, or whatever __len__ says
    case SSA_LENGTH: case SSA_COUNT: return (Range){0, 1ll << 56};
    case SSA_BOOL_TO_INT: return (Range){0, 1};
    case SSA_BYTE: return (Range){0, 255};
    case SSA_CHAR_AT: case SSA_ORD: return (Range){0, 0x10FFFF};
    case SSA_PHI: return phi_range(s, r, n);
    default: break;
    }
    if (!insn->nargs || at(s, insn->args[0])->type != SSA_TYPE_INT) return all;
    Range a = range_in(s, insn->args[0], n), b = insn->nargs > 1 ? range_in(s, insn->args[1], n) : a;
    return is_none(a) || is_none(b) ? none : operation_range(insn, a, b);
}

static Range widened(Ranges *s, SsaRef r, Range old, Range now) {
    if (at(s, r)->op != SSA_PHI || s->grown[r.i]++ < GROWN_MAX) return now;
    s->grown[r.i] = GROWN_MAX;
    if (now.lo < old.lo) now.lo = INT64_MIN;
    if (now.hi > old.hi) now.hi = INT64_MAX;
    return now;
}

static bool update(Ranges *s, SsaRef r, uint32_t n) {
    if (at(s, r)->type != SSA_TYPE_INT) return false;
    Range old = s->ranges[r.i], now = value_range(s, r, n);
    if (s->narrowing) now = meet(old, now);
    else now = join(old, now);
    if (now.lo == old.lo && now.hi == old.hi) return false;
    s->ranges[r.i] = s->narrowing ? now : widened(s, r, old, now);
    return true;
}

static bool update_round(Ranges *s) {
    bool changed = false;
    for (uint32_t i = s->flow.count; i-- > 0;) {
        const SsaRefVec *insns = &s->f->blocks.items[s->flow.sequence[i]].insns;
        for (uint32_t k = 0; k < insns->count; k++) changed |= update(s, insns->items[k], s->flow.sequence[i]);
    }
    return changed;
}

// --- what follows

static void become(SsaInsn *insn, SsaOp op) {
    insn->op = (uint8_t)op;
    insn->state = NULL;
}

// What it holds anyway needs no check; of i64 nothing is wrapped.
static void become_wrap(SsaInsn *insn) {
    if (insn->imm == BC_SIZED_u64) insn->imm = BC_SIZED_i64;
    become(insn, SSA_WRAP);
}

static SsaOp fitting(SsaOp op) {
    switch (op) {
    case SSA_INT_ADD: case SSA_INT_WRAP_ADD: return SSA_INT_FIT_ADD;
    case SSA_INT_SUB: case SSA_INT_WRAP_SUB: return SSA_INT_FIT_SUB;
    case SSA_INT_MUL: case SSA_INT_WRAP_MUL: return SSA_INT_FIT_MUL;
    case SSA_INT_SHL: case SSA_INT_WRAP_SHL: case SSA_INT_LOW_SHL: return SSA_INT_FIT_SHL;
    case SSA_INT_NEG: case SSA_INT_WRAP_NEG: return SSA_INT_FIT_NEG;
    default: return SSA_OP_COUNT;
    }
}

// An operand that is not exact itself (passes/mask.c) can be anything: of such, frame states go on meaning what is exact.
static void become_fitting(SsaInsn *insn, Range a, Range b) {
    if (insn->imm && (is_all(a) || is_all(b))) return;
    become(insn, fitting((SsaOp)insn->op));
    insn->imm = 0;
}

static void drop_divisor_check(SsaInsn *insn, Range a, Range b) {
    bool nonzero = b.lo > 0 || b.hi < 0, positive = a.lo >= 0 && b.lo > 0;
    bool exact = within(a, -(1ll << 53), 1ll << 53) && within(b, -(1ll << 53), 1ll << 53);
    if (insn->op == SSA_INT_DIV) {
        if (nonzero && exact) become(insn, SSA_INT_FIT_DIV);
        return;
    }
    if (b.lo < 1 && b.hi > -2) return;
    become(insn, insn->op == SSA_INT_MOD ? SSA_INT_FIT_MOD : SSA_INT_FIT_FLOORDIV);
    insn->imm = positive;
}

// Does the comparison come out the same for all values?
static bool decided(SsaOp op, Range a, Range b, bool *result) {
    bool equal = is_constant(a) && is_constant(b) && a.lo == b.lo, apart = a.hi < b.lo || a.lo > b.hi;
    switch (op) {
    case SSA_INT_LT: *result = a.hi < b.lo; return *result || a.lo >= b.hi;
    case SSA_INT_LE: *result = a.hi <= b.lo; return *result || a.lo > b.hi;
    case SSA_INT_GT: *result = a.lo > b.hi; return *result || a.hi <= b.lo;
    case SSA_INT_GE: *result = a.lo >= b.hi; return *result || a.hi < b.lo;
    case SSA_INT_EQ: *result = equal; break;
    default: *result = apart; break;
    }
    return equal || apart;
}

static void decide(SsaInsn *insn, Range a, Range b) {
    bool result;
    if (!decided((SsaOp)insn->op, a, b, &result)) return;
    become(insn, SSA_CONST_BOOL);
    insn->imm = result;
    insn->nargs = 0;
}

// Do start, stop and step surely lie where the count of numbers is exact?
static bool counts_surely(const Ranges *s, const SsaInsn *insn, uint32_t n) {
    for (uint32_t i = 0; i < 3; i++)
        if (!within(range_in(s, insn->args[i], n), -(1ll << 59), 1ll << 59)) return false;
    Range step = range_in(s, insn->args[2], n);
    return step.lo > 0 || step.hi < 0;
}

static void rewrite(Ranges *s, SsaRef r, uint32_t n) {
    SsaInsn *insn = ssa_at(s->f, r);
    SsaOp op = (SsaOp)insn->op;
    if (op == SSA_RANGE_COUNT) insn->imm = counts_surely(s, insn, n);
    if (op == SSA_ITEM || op == SSA_BYTE || op == SSA_CHAR_AT || op == SSA_PUT_ITEM || op == SSA_PUT_BYTE) insn->imm = range_in(s, insn->args[1], n).lo >= 0;
    if (!insn->nargs || at(s, insn->args[0])->type != SSA_TYPE_INT || op == SSA_PHI) return;
    Range a = range_in(s, insn->args[0], n), b = insn->nargs > 1 ? range_in(s, insn->args[1], n) : a;
    if (is_none(a) || is_none(b)) return;
    if (op == SSA_BOX) insn->imm = within(a, immediate.lo, immediate.hi);
    else if (fitting(op) != SSA_OP_COUNT && fits(arithmetic(op, a, b))) become_fitting(insn, a, b);
    else if (op == SSA_INT_LOW_SHL && within(b, 0, 63)) become(insn, SSA_INT_WRAP_SHL);
    else if (op == SSA_INT_HOLDS && holds(insn, a)) become_wrap(insn);
    else if (op == SSA_WORD_SHIFT && within(b, 0, 63)) become(insn, SSA_WORD_SHR);
    else if (op == SSA_INT_SHR && within(b, 0, 63)) become(insn, SSA_INT_FIT_SHR);
    else if (op == SSA_INT_MOD || op == SSA_INT_FLOORDIV || op == SSA_INT_DIV) drop_divisor_check(insn, a, b);
    else if (is_comparison(op)) decide(insn, a, b);
}

static void rewrite_all(Ranges *s) {
    for (uint32_t i = s->flow.count; i-- > 0;) {
        const SsaRefVec *insns = &s->f->blocks.items[s->flow.sequence[i]].insns;
        for (uint32_t k = 0; k < insns->count; k++) rewrite(s, insns->items[k], s->flow.sequence[i]);
    }
}

// --- functions

static Range result_range(const Ranges *s) {
    Range joined = none;
    for (uint32_t i = 0; i < s->flow.count; i++) {
        const SsaInsn *end = at(s, vec_last(&s->f->blocks.items[s->flow.sequence[i]].insns));
        if (end->op == SSA_RETURN) joined = join(joined, range_in(s, end->args[0], s->flow.sequence[i]));
    }
    return is_none(joined) ? all : joined;
}

static void look_at_callees(const SsaFunction *f) {
    for (uint32_t i = 1; i < f->insns.count; i++)
        if (f->insns.items[i].callee) pass_interval(f->insns.items[i].callee);
}

void pass_interval(SsaFunction *f) {
    if (f->ranged) return;
    f->ranged = true;
    f->least = all.lo;
    f->most = all.hi;
    look_at_callees(f);
    Arena scratch;
    arena_init(&scratch);
    Ranges s = {.f = f, .flow = ssa_flow_find(f, &scratch), .block_of = ssa_blocks_of_values(f, &scratch)};
    s.ranges = arena_new_array(&scratch, Range, f->insns.count);
    s.grown = arena_new_array(&scratch, uint8_t, f->insns.count);
    s.count_of = arena_new_array(&scratch, uint32_t, f->insns.count);
    for (uint32_t i = 0; i < f->insns.count; i++) s.ranges[i] = none;
    for (uint32_t i = 0; i < s.flow.count; i++) find_counted(&s, s.flow.sequence[i]);
    while (update_round(&s)) continue;
    s.narrowing = true;
    update_round(&s);
    update_round(&s);
    if (f->result == SSA_TYPE_INT) {
        Range result = result_range(&s);
        f->least = result.lo;
        f->most = result.hi;
    }
    rewrite_all(&s);
    arena_fini(&scratch);
}
