// One bytecode instruction to SSA: registers become values, everything else is written down as it is.
#include <stdlib.h>

#include "ssa_build_int.h"

static SsaRef reg(const Builder *b, uint32_t r) { return b->regs[r]; }
static void set(Builder *b, uint32_t r, SsaRef v) { b->regs[r] = v; }

static SsaRef emit1(Builder *b, SsaOp op, SsaRef x) { return build_emit(b, op, &x, 1); }
static SsaRef emit2(Builder *b, SsaOp op, SsaRef x, SsaRef y) { return build_emit(b, op, (SsaRef[]){x, y}, 2); }
static SsaRef emit3(Builder *b, SsaOp op, SsaRef x, SsaRef y, SsaRef z) { return build_emit(b, op, (SsaRef[]){x, y, z}, 3); }
static SsaRef const_int(Builder *b, int64_t i) { return build_emit_imm(b, SSA_CONST_INT, i); }

static SsaRef with(Builder *b, SsaRef r, int64_t imm, uint32_t aux) {
    ssa_at(b->f, r)->imm = imm;
    ssa_at(b->f, r)->aux = aux;
    return r;
}

// An operation over consecutive registers, kept in memory for its helper.
static SsaRef emit_window(Builder *b, SsaOp op, uint32_t first, uint32_t count) {
    SsaRef r = build_emit(b, op, &b->regs[first], count);
    return with(b, r, first, 0);
}

static void load_registers(Builder *b, uint32_t first, uint32_t count) {
    for (uint32_t i = 0; i < count; i++) set(b, first + i, build_emit_imm(b, SSA_LOADREG, first + i));
}

// Register `r` gets a value from memory or a call.
static void set_guessed(Builder *b, uint32_t r, SsaRef v) {
    set(b, r, v);
    build_guess(b, r, b->pc + 1);
}

// --- constants

static SsaRef constant(Builder *b, uint32_t k) {
    const BcConst *c = &b->p->consts[k];
    if (c->kind == BC_CONST_INT) return const_int(b, c->integer);
    if (c->kind == BC_CONST_BIGINT && ssa_bigint_is_word(c->str)) {
        SsaRef word = build_emit_imm(b, SSA_CONST_WORD, (int64_t)strtoull(c->str.text, NULL, 16));
        ssa_at(b->f, word)->aux = k;
        return word;
    }
    if (c->kind == BC_CONST_FLOAT) return build_emit_imm(b, SSA_CONST_FLOAT, (int64_t)__builtin_bit_cast(uint64_t, c->real));
    return build_emit_imm(b, SSA_CONST_K, k);
}

static SsaRef singleton(Builder *b, uint32_t which) {
    if (which == BC_SINGLETON_UNBOUND) return b->unbound;
    if (which == BC_SINGLETON_FALSE || which == BC_SINGLETON_TRUE) return build_emit_imm(b, SSA_CONST_BOOL, which == BC_SINGLETON_TRUE);
    return build_emit_imm(b, SSA_CONST_S, which);
}

// --- operators

static void binary(Builder *b, SsaOp op, BcInsn i, bool immediate) {
    SsaRef right = immediate ? const_int(b, bc_sc16(i)) : reg(b, bc_c16(i));
    SsaRef r = emit2(b, op, reg(b, bc_b(i)), right);
    set(b, bc_a(i), with(b, r, bc_k(i) & BC_K_INPLACE, 0));
}

static SsaRef truth(Builder *b, SsaRef v) { return emit1(b, SSA_TRUTH, v); }

static void branch_on(Builder *b, SsaRef cond, BcInsn i, bool jump_when) {
    uint32_t taken = build_block_at(b, (uint32_t)((int64_t)b->pc + 1 + bc_sc(i))), next = build_block_at(b, b->pc + 1);
    build_branch(b, cond, jump_when ? taken : next, jump_when ? next : taken);
}

static_assert(OP_JGE - OP_JLT == 5 && OP_JNGE - OP_JNLT == 5 && OP_JGEI - OP_JLTI == 5 && OP_JNGEI - OP_JNLTI == 5);
static_assert(SSA_TEST_GE - SSA_TEST_LT == 5 && SSA_GE - SSA_LT == 5 && OP_GE - OP_LT == 5);

static void compare_jump(Builder *b, BcInsn i, uint32_t which, bool immediate, bool when) {
    SsaRef right = immediate ? const_int(b, bc_sb(i)) : reg(b, bc_b(i));
    branch_on(b, emit2(b, (SsaOp)(SSA_TEST_LT + which), reg(b, bc_a(i)), right), i, when);
}

static bool build_jump_op(Builder *b, BcInsn i) {
    BcOp op = bc_op(i);
    switch (op) {
    case OP_JMP: build_jump(b, build_block_at(b, (uint32_t)((int64_t)b->pc + 1 + bc_sc(i)))); return true;
    case OP_JT: branch_on(b, truth(b, reg(b, bc_a(i))), i, true); return true;
    case OP_JF: branch_on(b, truth(b, reg(b, bc_a(i))), i, false); return true;
    case OP_JIS: branch_on(b, emit2(b, SSA_IS, reg(b, bc_a(i)), reg(b, bc_b(i))), i, true); return true;
    case OP_JNIS: branch_on(b, emit2(b, SSA_IS, reg(b, bc_a(i)), reg(b, bc_b(i))), i, false); return true;
    default: break;
    }
    if (op >= OP_JLT && op <= OP_JGE) return compare_jump(b, i, op - OP_JLT, false, true), true;
    if (op >= OP_JNLT && op <= OP_JNGE) return compare_jump(b, i, op - OP_JNLT, false, false), true;
    if (op >= OP_JLTI && op <= OP_JGEI) return compare_jump(b, i, op - OP_JLTI, true, true), true;
    if (op >= OP_JNLTI && op <= OP_JNGEI) return compare_jump(b, i, op - OP_JNLTI, true, false), true;
    return false;
}

static bool build_operator(Builder *b, BcInsn i) {
    switch (bc_op(i)) {
#define BINARY(name) case OP_##name: binary(b, SSA_##name, i, false); return true;
#define BINARY_IMMEDIATE(name) case OP_##name##I: binary(b, SSA_##name, i, true); return true;
    BINARY(ADD) BINARY(SUB) BINARY(MUL) BINARY(DIV) BINARY(FLOORDIV) BINARY(MOD) BINARY(POW) BINARY(MATMUL)
    BINARY(SHL) BINARY(SHR) BINARY(AND) BINARY(OR) BINARY(XOR)
    BINARY(LT) BINARY(LE) BINARY(EQ) BINARY(NE) BINARY(GT) BINARY(GE) BINARY(IS) BINARY(IN)
    BINARY_IMMEDIATE(ADD) BINARY_IMMEDIATE(SUB) BINARY_IMMEDIATE(MUL) BINARY_IMMEDIATE(FLOORDIV) BINARY_IMMEDIATE(MOD)
    BINARY_IMMEDIATE(AND) BINARY_IMMEDIATE(SHL) BINARY_IMMEDIATE(SHR)
    case OP_ISNOT: set(b, bc_a(i), emit1(b, SSA_NOT, emit2(b, SSA_IS, reg(b, bc_b(i)), reg(b, bc_c16(i))))); return true;
    case OP_NOTIN: set(b, bc_a(i), emit1(b, SSA_NOT, emit2(b, SSA_IN, reg(b, bc_b(i)), reg(b, bc_c16(i))))); return true;
    case OP_NEG: set(b, bc_a(i), emit1(b, SSA_NEG, reg(b, bc_b(i)))); return true;
    case OP_POS: set(b, bc_a(i), emit1(b, SSA_POS, reg(b, bc_b(i)))); return true;
    case OP_INVERT: set(b, bc_a(i), emit1(b, SSA_INVERT, reg(b, bc_b(i)))); return true;
    case OP_SIZED: set(b, bc_a(i), with(b, emit2(b, SSA_SIZED, reg(b, bc_b(i)), reg(b, bc_c16(i))), 0, bc_k(i))); return true;
    case OP_NOT: set(b, bc_a(i), emit1(b, SSA_NOT, truth(b, reg(b, bc_b(i))))); return true;
    default: return false;
    }
}

// --- variables

static bool may_be_unbound(const Builder *b, SsaRef v) {
    SsaOp op = (SsaOp)ssa_at(b->f, v)->op;
    if (op == SSA_GUESS) return may_be_unbound(b, ssa_at(b->f, v)->args[0]);
    if (op == SSA_PARAM) return b->f->regs != NULL;  // what a register holds midway
    return op == SSA_PHI || op == SSA_CONST_S || op == SSA_HOME || op == SSA_LOADREG || op == SSA_SAVED;
}

static void check_local(Builder *b, BcInsn i) {
    SsaRef v = reg(b, bc_a(i));
    if (may_be_unbound(b, v)) with(b, emit1(b, SSA_CHECK_LOCAL, v), bc_a(i), 0);
}

// What the module's text binds to one number is that number, behind a test.
static bool get_constant(Builder *b, uint32_t a, uint32_t slot) {
    const SsaGlobal *g = &b->f->module->numbers[slot];
    if (g->op == SSA_OP_COUNT || b->f->proto == 0) return false;
    SsaState here = {.pc = b->pc};
    if (!ssa_may_guess(b->f, &here)) return false;
    SsaRef test = emit1(b, SSA_GUARD_CONST, build_emit_imm(b, SSA_GETGLOBAL, slot));
    with(b, test, g->constant < 0 ? g->imm : g->constant, g->constant < 0);
    SsaRef number = build_emit_imm(b, g->op, g->imm);
    if (g->op == SSA_CONST_WORD) ssa_at(b->f, number)->aux = SSA_NO_CONSTANT;
    set(b, a, number);
    return true;
}

// Only what the program assigns more than once, or not by a def or class statement, can be a number.
static void get_global(Builder *b, BcInsn i) {
    if (get_constant(b, bc_a(i), bc_b(i))) return;
    uint8_t flags = b->f->module->bc->global_flags[bc_b(i)];
    SsaRef v = build_emit_imm(b, SSA_GETGLOBAL, bc_b(i));
    set(b, bc_a(i), v);
    if (flags & BC_GLOBAL_ASSIGNED && !(flags & BC_GLOBAL_ONCE)) build_guess(b, bc_a(i), b->pc + 1);
}

// What the captured variable of the one closure this is for holds for good; NULL: it may change.
static const NativeConstant *captured(const Builder *b, uint32_t capture) {
    const SsaModule *m = b->f->module;
    const NativeConstant *closure = b->f->closure ? &m->constants[b->f->closure - 1] : NULL;
    const NativeConstant *c = closure && capture < closure->ncells ? &m->constants[closure->first + capture] : NULL;
    return c && c->kind != NATIVE_CONSTANT_UNKNOWN ? c : NULL;
}

static SsaRef captured_constant(Builder *b, const NativeConstant *c, uint32_t capture) {
    switch ((NativeConstantKind)c->kind) {
    case NATIVE_CONSTANT_INT: return const_int(b, (int64_t)c->bits);
    case NATIVE_CONSTANT_FLOAT: return build_emit_imm(b, SSA_CONST_FLOAT, (int64_t)c->bits);
    case NATIVE_CONSTANT_BOOL: return build_emit_imm(b, SSA_CONST_BOOL, c->bits != 0);
    case NATIVE_CONSTANT_NONE: return build_emit_imm(b, SSA_CONST_S, BC_SINGLETON_NONE);
    default: return with(b, build_emit_imm(b, SSA_CONST_OBJECT, c->same), c->same, capture + 1);
    }
}

static void get_free(Builder *b, BcInsn i) {
    const NativeConstant *c = captured(b, bc_b(i));
    if (!c) return set_guessed(b, bc_a(i), build_emit_imm(b, SSA_GETFREE, bc_b(i)));
    set(b, bc_a(i), captured_constant(b, c, bc_b(i)));
    if (c->kind == NATIVE_CONSTANT_OBJECT) build_guess(b, bc_a(i), b->pc + 1);
}

static bool build_variable(Builder *b, BcInsn i) {
    uint32_t a = bc_a(i);
    switch (bc_op(i)) {
    case OP_NOP: return true;
    case OP_LOADK: set(b, a, constant(b, bc_b(i))); return true;
    case OP_LOADI: set(b, a, const_int(b, bc_sc(i))); return true;
    case OP_LOADS: set(b, a, singleton(b, bc_b(i))); return true;
    case OP_MOVE: set(b, a, reg(b, bc_b(i))); return true;
    case OP_CHECK: check_local(b, i); return true;
    case OP_GETGLOBAL: get_global(b, i); return true;
    case OP_SETGLOBAL: with(b, emit1(b, SSA_SETGLOBAL, reg(b, a)), bc_b(i), 0); return true;
    case OP_DELGLOBAL: build_emit_imm(b, SSA_DELGLOBAL, bc_b(i)); return true;
    case OP_NEWCELL: set(b, a, emit1(b, SSA_NEWCELL, reg(b, a))); return true;
    case OP_GETCELL: set_guessed(b, a, with(b, emit1(b, SSA_GETCELL, reg(b, bc_b(i))), bc_b(i), 0)); return true;
    case OP_SETCELL: emit2(b, SSA_SETCELL, reg(b, a), reg(b, bc_b(i))); return true;
    case OP_DELCELL: with(b, emit1(b, SSA_DELCELL, reg(b, a)), a, 0); return true;
    case OP_GETFREE: get_free(b, i); return true;
    case OP_SETFREE: with(b, emit1(b, SSA_SETFREE, reg(b, a)), bc_b(i), 0); return true;
    case OP_DELFREE: build_emit_imm(b, SSA_DELFREE, bc_b(i)); return true;
    default: return false;
    }
}

// --- calls

typedef VEC(SsaRef) RefVec;

static void call(Builder *b, SsaOp op, BcInsn i) {
    uint32_t a = bc_a(i);
    RefVec args = {0};
    vec_push(&args, reg(b, a));
    for (uint32_t n = 0; n < bc_b(i); n++) vec_push(&args, reg(b, a + BC_WINDOW_HEADER + n));
    SsaRef r = build_emit(b, op, args.items, args.count);
    vec_fini(&args);
    set_guessed(b, a, with(b, r, a, bc_c(i)));
}

static void closure(Builder *b, BcInsn i) {
    const BcProto *inner = b->f->module->bc->protos[bc_b(i)];
    RefVec args = {0};
    for (uint32_t n = 0; n < (uint32_t)__builtin_popcount(bc_k(i)); n++) vec_push(&args, reg(b, bc_c16(i) + n));
    for (uint32_t n = 0; n < inner->ncapture; n++)
        if (inner->captures[n].from_parent_reg) vec_push(&args, reg(b, inner->captures[n].index));
    SsaRef r = build_emit(b, SSA_CLOSURE, args.items, args.count);
    vec_fini(&args);
    set(b, bc_a(i), with(b, r, bc_b(i), bc_k(i) | bc_c16(i) << 8));
}

static void method(Builder *b, BcInsn i) {
    uint32_t a = bc_a(i);
    SsaRef callable = with(b, emit1(b, SSA_METHOD, reg(b, bc_b(i))), a, bc_c16(i));
    load_registers(b, a + BC_WINDOW_HEADER, 1);
    set(b, a, callable);
}

static void intrinsic(Builder *b, BcInsn i) {
    SsaRef r = emit_window(b, SSA_INTRINSIC, bc_a(i), bc_c(i));
    ssa_at(b->f, r)->aux = bc_b(i);
    set(b, bc_a(i), r);
}

// How a value that was promised to be of the type is unboxed; SSA_OP_COUNT: not at all.
static SsaOp promised_unbox(BcHint hint) {
    if (hint == BC_HINT_INT) return SSA_UNBOX_INT;
    if (hint == BC_HINT_FLOAT) return SSA_UNBOX_FLOAT;
    if (hint < BC_HINT_SIZED) return SSA_OP_COUNT;
    const BcSizedInfo *info = &bc_sized[hint - BC_HINT_SIZED];
    return info->kind == BC_REAL ? SSA_UNBOX_FLOAT : info->bits == 64 ? SSA_UNBOX_WORD : SSA_UNBOX_INT;
}

// A value that was promised to be a number is unboxed at once.
static void promise(Builder *b, BcInsn i) {
    uint32_t a = bc_a(i), hint = bc_b(i);
    set(b, a, with(b, emit1(b, SSA_PROMISE, reg(b, a)), hint, bc_c(i)));
    SsaOp unbox = promised_unbox((BcHint)hint);
    if (unbox == SSA_OP_COUNT) return;
    SsaRef typed = emit1(b, unbox, reg(b, a));
    SsaState *after = build_state(b, b->pc + 1);
    ssa_at(b->f, typed)->state = after;
    set(b, a, hint == BC_HINT_SIZED + BC_SIZED_i64 ? emit1(b, SSA_WORD_BITS, typed) : typed);
}

static void return_value(Builder *b, SsaRef v) {
    emit1(b, SSA_RETURN, v);
    b->ended = true;
}

static bool build_call(Builder *b, BcInsn i) {
    uint32_t a = bc_a(i);
    switch (bc_op(i)) {
    case OP_CALL:
        if (!build_counted_call(b, i)) call(b, SSA_CALL, i);
        return true;
    case OP_CALLM: call(b, SSA_CALLM, i); return true;
    case OP_METHOD: method(b, i); return true;
    case OP_CALLEX: {
        SsaRef r = emit3(b, SSA_CALLEX, reg(b, a), reg(b, a + BC_WINDOW_HEADER), reg(b, a + BC_WINDOW_HEADER + 1));
        set(b, a, with(b, r, a, 0));
        return true;
    }
    case OP_RET: return_value(b, reg(b, a)); return true;
    case OP_RETNONE: return_value(b, singleton(b, BC_SINGLETON_NONE)); return true;
    case OP_CLOSURE: closure(b, i); return true;
    case OP_INTRINSIC: intrinsic(b, i); return true;
    case OP_PROMISE: promise(b, i); return true;
    default: return false;
    }
}

// --- attributes, items, containers

static void format(Builder *b, BcInsn i) {
    SsaRef spec = bc_c16(i) == BC_NO_REG ? b->unbound : reg(b, bc_c16(i));
    set(b, bc_a(i), with(b, emit2(b, SSA_FORMAT, reg(b, bc_b(i)), spec), 0, bc_k(i)));
}

static bool build_access(Builder *b, BcInsn i) {
    uint32_t a = bc_a(i);
    SsaRef x = reg(b, bc_b(i));
    switch (bc_op(i)) {
    case OP_GETATTR: set_guessed(b, a, with(b, emit1(b, SSA_GETATTR, x), 0, bc_c16(i))); return true;
    case OP_SETATTR: with(b, emit2(b, SSA_SETATTR, reg(b, a), x), 0, bc_c16(i)); return true;
    case OP_DELATTR: with(b, emit1(b, SSA_DELATTR, reg(b, a)), 0, bc_c(i)); return true;
    case OP_GETITEM: set_guessed(b, a, emit2(b, SSA_GETITEM, x, reg(b, bc_c16(i)))); return true;
    case OP_GETITEMI: set_guessed(b, a, emit2(b, SSA_GETITEM, x, const_int(b, bc_sc16(i)))); return true;
    case OP_SETITEM: emit3(b, SSA_SETITEM, reg(b, a), x, reg(b, bc_c16(i))); return true;
    case OP_DELITEM: emit2(b, SSA_DELITEM, reg(b, a), x); return true;
    case OP_SLICE: set(b, a, emit3(b, SSA_SLICE, x, reg(b, bc_b(i) + 1), reg(b, bc_b(i) + 2))); return true;
    case OP_APPEND: emit2(b, SSA_APPEND, reg(b, a), x); return true;
    case OP_EXTEND: emit2(b, SSA_EXTEND, reg(b, a), x); return true;
    case OP_SETADD: emit2(b, SSA_SETADD, reg(b, a), x); return true;
    case OP_MAPADD: emit3(b, SSA_MAPADD, reg(b, a), x, reg(b, bc_c16(i))); return true;
    case OP_FORMAT: format(b, i); return true;
    default: return false;
    }
}

static bool build_display(Builder *b, BcInsn i) {
    uint32_t a = bc_a(i), first = bc_b(i), count = bc_c(i);
    switch (bc_op(i)) {
    case OP_LIST: set(b, a, emit_window(b, SSA_LIST, first, count)); return true;
    case OP_TUPLE: set(b, a, emit_window(b, SSA_TUPLE, first, count)); return true;
    case OP_SET: set(b, a, emit_window(b, SSA_SET, first, count)); return true;
    case OP_DICT: set(b, a, emit_window(b, SSA_DICT, first, 2 * count)); return true;
    case OP_CONCAT: set(b, a, emit_window(b, SSA_CONCAT, first, count)); return true;
    case OP_ITER: case OP_ITERABLE:
        set(b, a, emit1(b, SSA_ITER, reg(b, first)));
        ssa_at(b->f, b->regs[a])->imm = bc_op(i) == OP_ITERABLE;
        return true;
    case OP_UNPACK:
        with(b, emit1(b, SSA_UNPACK, reg(b, first)), a, count);
        load_registers(b, a, count);
        for (uint32_t r = 0; r < count; r++) build_guess(b, a + r, b->pc + 1);
        return true;
    case OP_UNPACKEX:
        with(b, emit1(b, SSA_UNPACKEX, reg(b, first)), a, bc_c16(i) | bc_k(i) << 16);
        load_registers(b, a, bc_c16(i) + 1 + bc_k(i));
        return true;
    default: return false;
    }
}

// --- exceptions

static void raise_op(Builder *b, SsaOp op, const SsaRef *args, uint32_t nargs) {
    build_emit(b, op, args, nargs);
    build_emit(b, SSA_UNREACHED, NULL, 0);
    b->ended = true;
}

static bool build_exception(Builder *b, BcInsn i) {
    SsaRef a = reg(b, bc_a(i));
    switch (bc_op(i)) {
    case OP_RAISE: raise_op(b, SSA_RAISEVAL, &a, 1); return true;
    case OP_RAISEFROM: raise_op(b, SSA_RAISEFROM, (SsaRef[]){a, reg(b, bc_b(i))}, 2); return true;
    case OP_RERAISE: raise_op(b, SSA_RERAISE, &a, 1); return true;
    case OP_EXCENTER: set(b, bc_a(i) + 1, emit1(b, SSA_EXCENTER, a)); return true;
    case OP_EXCLEAVE: emit1(b, SSA_EXCLEAVE, reg(b, bc_a(i) + 1)); return true;
    case OP_MATCHEXC: set(b, bc_a(i), emit2(b, SSA_MATCHEXC, reg(b, bc_b(i)), reg(b, bc_c16(i)))); return true;
    default: return false;
    }
}

void build_insn(Builder *b, BcInsn i) {
    if (bc_op(i) == OP_FORPREP) return build_forprep(b, i);
    if (bc_op(i) == OP_FORLOOP) return build_forloop(b, i);
    if (build_jump_op(b, i) || build_operator(b, i) || build_variable(b, i) || build_call(b, i) || build_access(b, i) ||
        build_display(b, i) || build_exception(b, i))
        return;
    if (bc_op(i) == OP_YIELD) emit1(b, SSA_YIELD, reg(b, bc_b(i)));
    else build_emit(b, SSA_LEAVE, NULL, 0);
    b->ended = true;
}
