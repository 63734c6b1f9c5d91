// Loops that take their items apart at once, `for k, v in d.items()`: the parts of the next item come without the item.
//
//   before                                after
//   H: x = fornext #s                     H: more = next_parts #s r n
//      end = is_unbound x                    end = not more
//      branch end X E                        branch end X E
//   E: guard_fact x                       E: jump B
//      jump B
//   B: unpack #r n x                      B: loadreg #r ...
//      loadreg #r ...
//
// Where the item itself is wanted, if only by the frame state of something between, the loop is left alone; so it is under a
// handler. An iterator that cannot give parts gives its item to the runtime, which takes it apart and says where that failed.
//
// Needs SSA_HAS_KINDS. Makes nothing. Breaks SSA_HAS_LEAN.
#include "compiler/ssa/bc_flow.h"
#include "compiler/ssa/ssa_flow.h"
#include "pass.h"

typedef struct {
    SsaFunction *f;
    uint32_t *uses;      // by value: as an operand, or in the frame state of what is not a guard of the value itself
    uint32_t *block_of;  // by value
} Parts;

typedef struct {
    SsaRef next, test, guard, unpack;  // guard: may be none
    uint32_t guarded, body;            // blocks of guard and unpack
} Loop;

enum { PARTS_MAX = 255 };

static SsaInsn *at(const Parts *s, SsaRef r) { return ssa_at(s->f, r); }
static SsaBlock *block(const Parts *s, uint32_t n) { return &s->f->blocks.items[n]; }
static bool is_on(const SsaInsn *insn, SsaOp op, SsaRef v) { return insn->op == op && ssa_same(insn->args[0], v); }

static void count_uses(Parts *s) {
    for (uint32_t n = 0; n < s->f->blocks.count; n++)
        for (uint32_t i = 0; i < block(s, n)->insns.count; i++) {
            const SsaInsn *insn = at(s, block(s, n)->insns.items[i]);
            for (uint32_t a = 0; a < insn->nargs; a++) s->uses[insn->args[a].i]++;
            for (uint32_t k = 0; insn->state && k < insn->state->count; k++) {
                SsaRef v = insn->state->slots[k].value;
                if (!is_on(insn, SSA_GUARD_FACT, v) && !is_on(insn, SSA_UNPACK, v)) s->uses[v.i]++;
            }
        }
}

// The block behind n, when that only goes on there.
static uint32_t only_next(const Parts *s, uint32_t n) {
    const SsaBlock *b = block(s, n);
    return b->nsucc == 1 && block(s, b->succ[0])->preds.count == 1 ? b->succ[0] : SSA_NO_BLOCK;
}

// The UNPACK of v at the start of block n, or of the next ones when there is nothing else here.
static bool find_unpack(const Parts *s, uint32_t n, SsaRef v, Loop *l) {
    for (uint32_t i = 0; n != SSA_NO_BLOCK; i++) {
        SsaRef r = block(s, n)->insns.items[i];
        const SsaInsn *insn = at(s, r);
        if (is_on(insn, SSA_GUARD_FACT, v) && ssa_is_none(l->guard) && insn->imm == SSA_FACT_TUPLE) {
            l->guard = v = r;
            l->guarded = n;
        } else if (is_on(insn, SSA_UNPACK, v)) {
            l->unpack = r;
            l->body = n;
            return s->uses[v.i] == 1 + ssa_is_none(l->guard);
        } else if (insn->op == SSA_JUMP) {
            n = only_next(s, n);
            i = UINT32_MAX;
        } else
            return false;
    }
    return false;
}

static bool find_loop(const Parts *s, SsaRef next, Loop *l) {
    const SsaBlock *head = block(s, s->block_of[next.i]);
    const SsaInsn *end = at(s, vec_last(&head->insns));
    *l = (Loop){.next = next};
    if (s->uses[next.i] != 2 || end->op != SSA_BRANCH || !is_on(at(s, end->args[0]), SSA_IS_UNBOUND, next)) return false;
    l->test = end->args[0];
    if (s->block_of[l->test.i] != s->block_of[next.i] || block(s, head->succ[1])->preds.count != 1 || !find_unpack(s, head->succ[1], next, l)) return false;
    const BcProto *bc = s->f->bc;
    const SsaInsn *unpack = at(s, l->unpack);
    uint32_t pc = at(s, next)->pc, start = bc_insn_flow(bc->code[pc], pc).target;
    return unpack->pc == start && unpack->aux <= PARTS_MAX && !bc_handler_at(bc, pc) && !bc_handler_at(bc, start);
}

static void drop(const Parts *s, uint32_t n, SsaRef r) {
    SsaRefVec *insns = &block(s, n)->insns;
    uint32_t kept = 0;
    for (uint32_t i = 0; i < insns->count; i++)
        if (!ssa_same(insns->items[i], r)) insns->items[kept++] = insns->items[i];
    insns->count = kept;
}

static void rewrite(const Parts *s, const Loop *l) {
    SsaInsn *next = at(s, l->next);
    const SsaInsn *unpack = at(s, l->unpack);
    next->op = SSA_NEXT_PARTS;
    next->type = SSA_TYPE_BOOL;
    next->aux = (uint32_t)unpack->imm << 8 | unpack->aux;
    at(s, l->test)->op = SSA_NOT;
    if (!ssa_is_none(l->guard)) drop(s, l->guarded, l->guard);
    drop(s, l->body, l->unpack);
}

void pass_parts(SsaFunction *f) {
    Arena scratch;
    arena_init(&scratch);
    Parts s = {.f = f, .uses = arena_new_array(&scratch, uint32_t, f->insns.count), .block_of = ssa_blocks_of_values(f, &scratch)};
    count_uses(&s);
    for (uint32_t i = 1; i < f->insns.count; i++) {
        Loop l;
        if (f->insns.items[i].op == SSA_FORNEXT && s.block_of[i] != SSA_NO_BLOCK && find_loop(&s, (SsaRef){i}, &l)) rewrite(&s, &l);
    }
    arena_fini(&scratch);
}
