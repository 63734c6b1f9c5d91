// Running passes.
#include "pass.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef struct {
    const char *name;
    void (*run)(SsaFunction *f);
    uint32_t needs, makes, breaks;
} Pass;

static const Pass passes[] = {
#define PASS(name, needs, makes, breaks, meaning) {#name, pass_##name, needs, makes, breaks},
#include "passes.def"
#undef PASS
};

enum { PASS_COUNT = sizeof passes / sizeof passes[0] };

// In builds with assertions every pass leaves a well-formed function.
static void check(const Pass *pass, const SsaFunction *f) {
#ifdef OTTER_DEV
    const char *wrong = ssa_verify_function(f);
    if (!wrong) return;
    fprintf(stderr, "otter: internal error: after pass %s, %.*s: %s\n", pass->name, (int)f->bc->qualname.length, f->bc->qualname.text, wrong);
    abort();
#else
    (void)pass, (void)f;
#endif
}

// --- which instances are reached

static void want(SsaFunction *f);

static void want_targets(SsaFunction *f, const SsaInsn *call) {
    PassTargets targets;
    if (!call->nargs || !pass_call_targets(f, call, &targets)) return;
    for (uint32_t i = 0; i < targets.count; i++) {
        bool known = true;
        SsaFunction *callee = pass_call_instance(f, call, &targets, i, &known);
        if (callee) want(callee);
    }
}

static void want_callees(SsaFunction *f) {
    for (uint32_t n = 0; n < f->blocks.count; n++)
        for (uint32_t i = 0; i < f->blocks.items[n].insns.count; i++) {
            SsaInsn *insn = ssa_at(f, f->blocks.items[n].insns.items[i]);
            if (insn->callee) want(insn->callee);
            else want_targets(f, insn);
        }
}

static void want(SsaFunction *f) {
    if (f->wanted) return;
    f->wanted = true;
    want_callees(f);
}

static void spread_wants(SsaModule *m) {
    for (uint32_t i = 0; i < m->functions.count; i++) {
        SsaFunction *f = m->functions.items[i];
        if (f->wanted || f->seed) want_callees(f);
    }
}

// --- which bodies are left

static void keep_callees(const SsaFunction *f) {
    for (uint32_t n = 0; n < f->blocks.count; n++)
        for (uint32_t i = 0; i < f->blocks.items[n].insns.count; i++) {
            SsaFunction *callee = ssa_at(f, f->blocks.items[n].insns.items[i])->callee;
            if (!callee || callee->wanted) continue;
            callee->wanted = true;
            keep_callees(callee);
        }
}

// Methods that are part of all their callers. Entries call no instance for a certain class.
static void drop_taken_over(SsaModule *m) {
    for (uint32_t i = 0; i < m->functions.count; i++) m->functions.items[i]->wanted &= !m->functions.items[i]->self;
    for (uint32_t i = 0; i < m->functions.count; i++)
        if (m->functions.items[i]->wanted) keep_callees(m->functions.items[i]);
}

// --- running

static void run_over_module(const Pass *pass, SsaModule *m, uint32_t *has) {
    if ((pass->needs & *has) != pass->needs) abort();
    if (pass->run == pass_infer) {
        if (m->functions.count) pass_infer(m->functions.items[0]);
        spread_wants(m);
    } else
        for (uint32_t i = 0; i < m->functions.count; i++)
            if (m->functions.items[i]->wanted) pass->run(m->functions.items[i]);
    if (pass->run == pass_inline) drop_taken_over(m);
    *has = (*has & ~pass->breaks) | pass->makes;
    for (uint32_t i = 0; i < m->functions.count; i++)
        if (m->functions.items[i]->wanted) check(pass, m->functions.items[i]);
}

static void dump_after(const SsaModule *m, const PassDump *dump, const char *pass) {
    if (!dump || strcmp(dump->after ? dump->after : passes[PASS_COUNT - 1].name, pass) != 0) return;
    for (uint32_t i = 0; i < m->functions.count; i++) {
        const SsaFunction *f = m->functions.items[i];
        if (f->wanted && dump->wants(dump->options, f)) ssa_dump_function(f, dump->out);
    }
}

void pass_run_module(SsaModule *m, const PassDump *dump) {
    uint32_t has = SSA_HAS_NOTHING;
    dump_after(m, dump, "build");
    for (uint32_t i = 0; i < PASS_COUNT; i++) {
        run_over_module(&passes[i], m, &has);
        dump_after(m, dump, passes[i].name);
    }
}

bool pass_run_named(SsaFunction *f, const char *name) {
    for (uint32_t i = 0; i < PASS_COUNT; i++) {
        if (strcmp(passes[i].name, name) != 0) continue;
        passes[i].run(f);
        return true;
    }
    return false;
}
