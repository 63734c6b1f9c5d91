// The verifier's second part: what registers hold, followed along every path.
//
// For each place where paths meet, a register has the set of kinds of things it may hold there; an instruction's operands
// must be within what it may read. So no path reads a register before something was written to it, takes a plain value for
// a cell or a loop's state, or appends to what is not a list: all that the engines do not check. Sets only grow, so the
// work ends; a prototype whose tables would be out of all proportion is taken on trust of the first part alone.
#include <stdio.h>
#include <string.h>

#include "compiler/base/arena.h"
#include "compiler/bytecode/verify.h"

typedef uint32_t Kinds;
enum : uint32_t {
    DEAD = 1,       // nothing that may be read
    UNBOUND = 2,    // a name without a value
    VALUE = 4,      // any value of the program
    CELL = 8,
    LOOP = 16,      // part of a loop's state
    CAUGHT = 32,    // an exception caught here
    HANDLED = 64,   // what was being handled before
    LIST = 128,
    TUPLE = 256,
    DICT = 512,
    SET = 1024,
    STR = 2048,
    NONE = 4096,
    INT = 8192,     // an immediate one
    BOOL = 16384,
    BODY = 32768,   // function of a class body, which takes for granted how it is called
    BOUND = VALUE | CAUGHT | LIST | TUPLE | DICT | SET | STR | NONE | INT | BOOL,
    ANY = BOUND | UNBOUND,
    MOVABLE = ANY | CELL | HANDLED | BODY,
};
enum : uint32_t { NO_BLOCK = 0xFFFFFFFF };
static const uint64_t states_max = 1u << 24;

typedef struct {
    const BcProto *p;
    uint32_t index, pc;
    uint32_t *block_at;      // [ncode] number of the block that starts there
    uint32_t *handler_at;    // [ncode] its handler's number
    uint32_t *block_start;   // [nblock]
    Kinds *states;           // [nblock][nregs], 0 where no path has come
    bool *waiting;           // [nblock]
    uint32_t *work, nblock, nwork;
    Kinds *now;              // [nregs] at pc
    bool failed;
    char *message;
    size_t size;
} Flow;

static const char *kind_name(Kinds k) {
    if (k & DEAD) return "not written on every path";
    if (k & UNBOUND) return "possibly unbound";
    if (k & CELL) return "a cell";
    if (k & LOOP) return "a loop's state";
    return "of the wrong kind";
}

static void need(Flow *f, uint32_t reg, Kinds allowed) {
    Kinds wrong = f->now[reg] & (Kinds)~allowed;
    if ((wrong == 0 && f->now[reg] != 0) || f->failed) return;
    f->failed = true;
    snprintf(f->message, f->size, "prototype %u: instruction %u (%s): register %u is %s", f->index, f->pc,
             bc_op_info(bc_op(f->p->code[f->pc]))->name, reg, kind_name(wrong == 0 ? DEAD : wrong));
}

static void need_all(Flow *f, uint32_t first, uint32_t count, Kinds allowed) {
    for (uint32_t i = 0; i < count; i++) need(f, first + i, allowed);
}

static void write(Flow *f, uint32_t reg, Kinds k) { f->now[reg] = k; }

static void write_all(Flow *f, uint32_t first, uint32_t count, Kinds k) {
    for (uint32_t i = 0; i < count; i++) f->now[first + i] = k;
}

// A block can be reached with `state`.
static void flow_into(Flow *f, uint32_t pc, const Kinds *state) {
    uint32_t block = f->block_at[pc];
    Kinds *into = &f->states[(size_t)block * f->p->nregs];
    bool grown = f->p->nregs == 0 && !f->waiting[block];
    for (uint32_t i = 0; i < f->p->nregs; i++) {
        grown |= (into[i] | state[i]) != into[i];
        into[i] |= state[i];
    }
    if (!grown || f->waiting[block]) return;
    f->waiting[block] = true;
    f->work[f->nwork++] = block;
}

static uint32_t jump_target(const Flow *f) { return (uint32_t)((int64_t)f->pc + 1 + bc_sc(f->p->code[f->pc])); }

// The instruction may raise: its handler sees the registers as they are now.
static void flow_raise(Flow *f) {
    uint32_t number = f->handler_at[f->pc];
    if (number == NO_BLOCK) return;
    const BcHandler *h = &f->p->handlers[number];
    Kinds old = f->now[h->reg];
    f->now[h->reg] = CAUGHT;
    flow_into(f, h->target, f->now);
    f->now[h->reg] = old;
}

static Kinds singleton_kind(uint32_t which) {
    switch (which) {
        case BC_SINGLETON_NONE: return NONE;
        case BC_SINGLETON_FALSE: case BC_SINGLETON_TRUE: return BOOL;
        case BC_SINGLETON_UNBOUND: return UNBOUND;
        default: return VALUE;
    }
}

static Kinds const_kind(const BcConst *c) {
    switch (c->kind) {
        case BC_CONST_INT: return INT;
        case BC_CONST_STR: return STR;
        case BC_CONST_TUPLE: return TUPLE;
        case BC_CONST_SINGLETON: return singleton_kind((uint32_t)c->integer);
        default: return VALUE;
    }
}

// What intrinsics take, as far as they do not look for themselves: v any value, u even unbound or a cell, e a caught exception,
// s t d l S i b str, tuple, dict, list, set, immediate int, bool, a list or tuple, c cell, B class body; ? or None;
// * the last for all that follow.
static const char *const intrinsic_arguments[INTRINSIC_COUNT] = {
    [INTRINSIC_import_name] = "st?i",
    [INTRINSIC_import_from] = "vs",
    [INTRINSIC_build_class_of] = "Bsdsl",
    [INTRINSIC_build_class] = "Bsd?s?v*",
    [INTRINSIC_load_name] = "ds",
    [INTRINSIC_load_classderef] = "dsc",
    [INTRINSIC_store_name] = "dsv",
    [INTRINSIC_delete_name] = "ds",
    [INTRINSIC_with_exit] = "ve?",
    [INTRINSIC_list_to_tuple] = "l",
    [INTRINSIC_dict_merge] = "dvv",
    [INTRINSIC_dict_update] = "dv",
    [INTRINSIC_set_update] = "Sv",
    [INTRINSIC_star_args] = "lvv",
    [INTRINSIC_match_sequence] = "vib",
    [INTRINSIC_match_mapping] = "vi",
    [INTRINSIC_match_keys] = "vt",
    [INTRINSIC_match_rest] = "vt",
    [INTRINSIC_match_class] = "vvit",
    [INTRINSIC_check_promise] = "vvs",
    [INTRINSIC_make_struct] = "sttB",
    [INTRINSIC_check_promises] = "vvs",
    [INTRINSIC_export] = "viss",
    [INTRINSIC_make_extern] = "svst",
    [INTRINSIC_make_enum] = "sttB",
    [INTRINSIC_match_variant] = "vvs",
    [INTRINSIC_set_annotation] = "d?sv",
    [INTRINSIC_local_names] = "stu*",
    [INTRINSIC_spawn] = "vad?",
    [INTRINSIC_super_of] = "vu",
    [INTRINSIC_make_typevar] = "s",
};

static Kinds letter_kinds(char letter) {
    switch (letter) {
        case 'u': return ANY | CELL;
        case 'e': return CAUGHT;
        case 's': return STR;
        case 't': return TUPLE;
        case 'd': return DICT;
        case 'l': return LIST;
        case 'S': return SET;
        case 'i': return INT;
        case 'b': return BOOL;
        case 'a': return LIST | TUPLE;
        case 'c': return CELL;
        case 'B': return BODY;
        default: return BOUND;
    }
}

static Kinds intrinsic_kind(uint32_t id) {
    switch (id) {
        case INTRINSIC_list_to_tuple: return TUPLE;
        case INTRINSIC_star_args: return LIST;
        case INTRINSIC_dict_merge: case INTRINSIC_dict_update: return DICT;
        case INTRINSIC_set_update: case INTRINSIC_constant_set: return SET;
        default: return VALUE;
    }
}

// A call's window from its first register on is the callee's.
static void step_call(Flow *f, uint32_t a, uint32_t nargs) {
    need(f, a, BOUND);
    need_all(f, a + BC_WINDOW_HEADER, nargs, BOUND);
    write_all(f, a, f->p->nregs - a, DEAD);
    flow_raise(f);
    write(f, a, VALUE);
}

static void step_intrinsic(Flow *f, BcInsn i) {
    const char *at = intrinsic_arguments[bc_b(i)];
    Kinds allowed = BOUND;
    for (uint32_t j = 0; j < bc_c(i); j++) {
        if (at != NULL && *at != 0 && *at != '*') {
            allowed = letter_kinds(*at++);
            if (*at == '?') allowed |= NONE, at++;
        }
        need(f, bc_a(i) + j, allowed);
    }
    flow_raise(f);
    write(f, bc_a(i), intrinsic_kind(bc_b(i)));
}

static void step_closure(Flow *f, const BcModule *m, BcInsn i) {
    static const Kinds extras[] = {TUPLE, DICT, DICT};
    const BcProto *inner = m->protos[bc_b(i)];
    for (uint32_t j = 0; j < inner->ncapture; j++) {
        if (inner->captures[j].from_parent_reg) need(f, inner->captures[j].index, CELL);
    }
    uint32_t reg = bc_c16(i);
    for (uint32_t j = 0; j < 3; j++) {
        if (bc_k(i) >> j & 1) need(f, reg++, extras[j]);
    }
    flow_raise(f);
    write(f, bc_a(i), inner->flags & BC_CLASS_BODY ? BODY : VALUE);
}

static void step_format(Flow *f, BcInsn i) {
    need(f, bc_b(i), BOUND);
    if (bc_c16(i) != BC_NO_REG) need(f, bc_c16(i), STR);
    flow_raise(f);
    write(f, bc_a(i), STR);
}

static void step_build(Flow *f, BcInsn i, uint32_t count, Kinds items, Kinds result) {
    need_all(f, bc_b(i), count, items);
    flow_raise(f);
    write(f, bc_a(i), result);
}

// Reads R[a], R[b] and R[c16] as given, writes nothing.
static void step_use(Flow *f, BcInsn i, Kinds a, Kinds b, Kinds c) {
    if (a != 0) need(f, bc_a(i), a);
    if (b != 0) need(f, bc_b(i), b);
    if (c != 0) need(f, bc_c16(i), c);
    flow_raise(f);
}

// Operations whose effect their format tells: false when this is not one.
static bool step_by_format(Flow *f, BcInsn i) {
    switch (bc_op_info(bc_op(i))->format) {
        case FMT_NONE: return true;
        case FMT_ABC: case FMT_ABCS: step_use(f, i, 0, BOUND, BOUND); break;
        case FMT_AB: case FMT_ABI: case FMT_ABKN: step_use(f, i, 0, BOUND, 0); break;
        case FMT_AF: case FMT_AG: case FMT_AI: case FMT_AS: step_use(f, i, 0, 0, 0); break;
        case FMT_AJ: case FMT_AIJ: step_use(f, i, BOUND, 0, 0); return true;
        case FMT_ABJ: step_use(f, i, BOUND, BOUND, 0); return true;
        case FMT_J: return true;
        default: return false;
    }
    write(f, bc_a(i), VALUE);
    return true;
}

// What the operation reads and writes. Instructions that cannot raise do not show their handler anything.
static void step(Flow *f, const BcModule *m, BcInsn i) {
    uint32_t a = bc_a(i), b = bc_b(i);
    switch (bc_op(i)) {
        case OP_LOADK: write(f, a, const_kind(&f->p->consts[b])); return;
        case OP_LOADI: write(f, a, INT); return;
        case OP_LOADS: write(f, a, singleton_kind(b)); return;
        case OP_MOVE:
            need(f, b, MOVABLE);
            write(f, a, f->now[b]);
            return;
        case OP_CHECK:
            step_use(f, i, ANY, 0, 0);
            f->now[a] &= (Kinds)~UNBOUND;
            if (f->now[a] == 0) write(f, a, VALUE);
            return;
        case OP_SETGLOBAL: case OP_SETFREE: case OP_RAISE: step_use(f, i, BOUND, 0, 0); return;
        case OP_RET: step_use(f, i, f->p->flags & BC_CLASS_BODY ? BOUND | CELL : BOUND, 0, 0); return;
        case OP_DELGLOBAL: case OP_DELFREE: step_use(f, i, 0, 0, 0); return;
        case OP_NEWCELL:
            step_use(f, i, ANY, 0, 0);
            write(f, a, CELL);
            return;
        case OP_GETCELL:
            step_use(f, i, 0, CELL, 0);
            write(f, a, VALUE);
            return;
        case OP_SETCELL: step_use(f, i, CELL, ANY, 0); return;
        case OP_DELCELL: step_use(f, i, CELL, 0, 0); return;
        case OP_FORPREP:
            need(f, b, BOUND);
            flow_raise(f);
            write_all(f, a, 3, LOOP);
            return;
        case OP_FORLOOP:
            need_all(f, b, 3, LOOP);
            flow_raise(f);
            write_all(f, b, 3, LOOP);
            return;
        case OP_UNPACK:
            need(f, b, BOUND);
            flow_raise(f);
            write_all(f, a, bc_c(i), VALUE);
            return;
        case OP_UNPACKEX:
            need(f, b, BOUND);
            flow_raise(f);
            write_all(f, a, bc_c16(i) + bc_k(i) + 1, VALUE);
            write(f, a + bc_c16(i), LIST);
            return;
        case OP_CALL: step_call(f, a, b); return;
        case OP_METHOD:
            step_use(f, i, 0, BOUND, 0);
            write(f, a, VALUE);
            write_all(f, a + 1, BC_WINDOW_HEADER - 1, DEAD);
            write(f, a + BC_WINDOW_HEADER, VALUE);
            return;
        case OP_CALLM: step_call(f, a, b); return;
        case OP_CALLEX:
            need(f, a + BC_WINDOW_HEADER, TUPLE | LIST);
            need(f, a + BC_WINDOW_HEADER + 1, DICT | NONE);
            step_call(f, a, 2);
            return;
        case OP_CLOSURE: step_closure(f, m, i); return;
        case OP_SETATTR: step_use(f, i, BOUND, BOUND, 0); return;
        case OP_DELATTR: step_use(f, i, BOUND, 0, 0); return;
        case OP_SETITEM: step_use(f, i, BOUND, BOUND, BOUND); return;
        case OP_DELITEM: step_use(f, i, BOUND, BOUND, 0); return;
        case OP_LIST: step_build(f, i, bc_c(i), BOUND, LIST); return;
        case OP_TUPLE: step_build(f, i, bc_c(i), BOUND, TUPLE); return;
        case OP_SET: step_build(f, i, bc_c(i), BOUND, SET); return;
        case OP_DICT: step_build(f, i, bc_c(i) * 2, BOUND, DICT); return;
        case OP_SLICE: step_build(f, i, 3, BOUND, VALUE); return;
        case OP_CONCAT: step_build(f, i, bc_c(i), STR, STR); return;
        case OP_APPEND: case OP_EXTEND: step_use(f, i, LIST, BOUND, 0); return;
        case OP_SETADD: step_use(f, i, SET, BOUND, 0); return;
        case OP_MAPADD: step_use(f, i, DICT, BOUND, BOUND); return;
        case OP_FORMAT: step_format(f, i); return;
        case OP_RAISEFROM: step_use(f, i, BOUND, BOUND, 0); return;
        case OP_RERAISE: step_use(f, i, CAUGHT, 0, 0); return;
        case OP_EXCENTER:
            need(f, a, CAUGHT);
            write(f, a + 1, HANDLED);
            return;
        case OP_EXCLEAVE: need(f, a + 1, HANDLED); return;
        case OP_YIELD:
            step_use(f, i, 0, BOUND, 0);
            write(f, a, VALUE);
            flow_raise(f);
            return;
        case OP_SEND:
            step_use(f, i, BOUND, BOUND, 0);
            write(f, a, VALUE);
            flow_raise(f);
            return;
        case OP_INTRINSIC: step_intrinsic(f, i); return;
        case OP_PROMISE: step_use(f, i, BOUND, 0, 0); return;
        default: break;
    }
    if (!step_by_format(f, i)) need(f, a, 0);
}

static bool op_jumps(BcOp op) {
    BcFormat format = bc_op_info(op)->format;
    return format == FMT_J || format == FMT_AJ || format == FMT_ABJ || format == FMT_AIJ;
}

static bool op_goes_on(BcOp op) {
    return op != OP_JMP && op != OP_FORPREP && op != OP_SEND && op != OP_RET && op != OP_RETNONE && op != OP_RAISE && op != OP_RAISEFROM && op != OP_RERAISE;
}

// Along the jump. Only there FORLOOP has written its item.
static void flow_jump(Flow *f, BcInsn i) {
    Kinds *item = bc_op(i) == OP_FORLOOP ? &f->now[bc_a(i)] : NULL;
    Kinds old = item == NULL ? 0 : *item;
    if (item != NULL) *item = VALUE;
    flow_into(f, jump_target(f), f->now);
    if (item != NULL) *item = old;
}

static void flow_block(Flow *f, const BcModule *m, uint32_t block) {
    memcpy(f->now, &f->states[(size_t)block * f->p->nregs], f->p->nregs * sizeof(Kinds));
    for (f->pc = f->block_start[block]; !f->failed; f->pc++) {
        BcInsn i = f->p->code[f->pc];
        step(f, m, i);
        if (op_jumps(bc_op(i))) flow_jump(f, i);
        if (!op_goes_on(bc_op(i))) return;
        if (f->block_at[f->pc + 1] == NO_BLOCK) continue;
        flow_into(f, f->pc + 1, f->now);
        return;
    }
}

static void add_block(Flow *f, uint32_t pc) {
    if (f->block_at[pc] != NO_BLOCK) return;
    f->block_start[f->nblock] = pc;
    f->block_at[pc] = f->nblock++;
}

static void find_blocks(Flow *f) {
    memset(f->block_at, 0xFF, f->p->ncode * sizeof(uint32_t));
    memset(f->handler_at, 0xFF, f->p->ncode * sizeof(uint32_t));
    add_block(f, 0);
    for (f->pc = 0; f->pc < f->p->ncode; f->pc++) {
        if (op_jumps(bc_op(f->p->code[f->pc]))) add_block(f, jump_target(f));
    }
    for (uint32_t h = f->p->nhandler; h-- > 0;) {
        add_block(f, f->p->handlers[h].target);
        for (uint32_t pc = f->p->handlers[h].start; pc < f->p->handlers[h].end; pc++) f->handler_at[pc] = h;
    }
}

static void flow_all(Flow *f, const BcModule *m) {
    for (uint32_t i = 0; i < f->p->nregs; i++) f->now[i] = i < f->p->nparams ? VALUE : DEAD;
    if (f->p->flags & BC_CLASS_BODY) f->now[0] = DICT;
    flow_into(f, 0, f->now);
    while (f->nwork > 0 && !f->failed) {
        uint32_t block = f->work[--f->nwork];
        f->waiting[block] = false;
        flow_block(f, m, block);
    }
}

// Handlers that all cover everything would make the tables' setting up quadratic.
static bool is_out_of_proportion(const BcProto *p, uint32_t nblock) {
    return (uint64_t)nblock * p->nregs > states_max || (uint64_t)p->nhandler * p->ncode > states_max * 16;
}

bool bc_verify_flow(const BcModule *m, uint32_t index, char *message, size_t size) {
    const BcProto *p = m->protos[index];
    Flow f = {.p = p, .index = index, .message = message, .size = size};
    if (is_out_of_proportion(p, 0)) return true;
    Arena arena;
    arena_init(&arena);
    f.block_at = arena_new_array(&arena, uint32_t, p->ncode);
    f.handler_at = arena_new_array(&arena, uint32_t, p->ncode);
    f.block_start = arena_new_array(&arena, uint32_t, p->ncode);
    find_blocks(&f);
    if (!is_out_of_proportion(p, f.nblock)) {
        f.states = arena_new_array(&arena, Kinds, (size_t)f.nblock * p->nregs);
        f.waiting = arena_new_array(&arena, bool, f.nblock);
        f.work = arena_new_array(&arena, uint32_t, f.nblock);
        f.now = arena_new_array(&arena, Kinds, p->nregs);
        flow_all(&f, m);
    }
    arena_fini(&arena);
    return !f.failed;
}
