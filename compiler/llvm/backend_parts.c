// One of several objects of a module. Every object is made from the whole module's SSA, of which it lowers its share of the functions and
// declares the others. The first also has the variables and the descriptor. What would be internal is hidden, under a name that no other
// module has (lower_share).
//
// Shares are runs of functions, for neighbours often call each other and can be inlined. Functions that run a few times have shares of
// their own behind the others, so that LLVM compiles them without its slower passes.
#include "backend_int.h"

static uint64_t size_of(const SsaFunction *f) { return f->insns.count + 1; }

// The functions of one kind, cut into n runs of about the same size; those of run k.
static void take_run(const LowerModule *m, const bool *plain, bool wants_plain, uint32_t k, uint32_t n, bool *mine) {
    uint64_t total = 0, before = 0;
    for (int round = 0; round < 2; round++) {
        for (uint32_t i = 0; i < m->ssa->functions.count; i++) {
            const SsaFunction *f = m->ssa->functions.items[i];
            if (!f->wanted || (plain && plain[f->proto]) != wants_plain) continue;
            if (round == 0) total += size_of(f);
            else mine[i] = before * n / total == k, before += size_of(f);
        }
    }
}

const bool *backend_share(const LowerModule *m, const BackendOptions *o) {
    if (!backend_is_share(o)) return NULL;
    bool *mine = arena_new_array(m->ssa->arena, bool, m->ssa->functions.count + 1);
    bool plain = o->part >= o->nparts;
    take_run(m, o->nplain ? m->rare : NULL, plain, plain ? o->part - o->nparts : o->part, plain ? o->nplain : o->nparts, mine);
    return mine;
}
