// The policy. All of it runs on the program's thread, when it polls: there is nothing to lock.
//
// A function that is sampled while compiled code for it exists runs values that code does not take. It is compiled again for
// those, up to VARIANTS_MAX times; after that for any values.
#include "tier.h"

#include <stdlib.h>

#include "jit/interp/interp.h"
#include "jit/native/native_attach.h"
#include "jit/native/native_object.h"
#include "stdlib/runtime/frame.h"
#include "tier_int.h"

enum {
    SAMPLES_TO_COMPILE = 2,
    SAMPLES_TO_REPEAT = 8,   // as often seen interpreted although compiled
    VARIANTS_MAX = 3,
    ENTRIES_MAX = 64,        // so often is one loop entered; a loop that keeps falling back is left alone
};

static void ignore_proto(const Proto *p) {}
static void ignore_unit(const Proto *p, const NativeUnit *unit) {}
static void ignore_code(const Proto *p, const NativeUnit *unit, const TierCode *code) {}
static void ignore_loop(const Proto *p, uint32_t start) {}
static TierEvents events = {ignore_proto, ignore_unit, ignore_code, ignore_loop};
void tier_watch(const TierEvents *watcher) { events = *watcher; }

static TierCompile stress_compile;  // --stress=tier; NULL: not asked for

// A loop to which a frame can be replaced: code from `start` on.
typedef struct Osr {
    struct Osr *next;
    uint32_t start, entered;
    NativeEntry entry;       // NULL: being compiled, or failed
    uint8_t *tags;           // [nregs] the values it was compiled for
    bool failed;
} Osr;

typedef struct {
    uint32_t samples, since_compiled;
    uint32_t variants;       // compiled as a whole
    bool pending, hopeless;
    Osr *loops;
} TierProto;

static TierProto *tier_of(Proto *p) {
    if (!p->tier) p->tier = calloc(1, sizeof(TierProto));
    return p->tier;
}

// --- what registers hold

static uint8_t tag_of(Value v) {
    if (value_is_int(v)) return NATIVE_SEEN_INT;
    return value_is_common_double(v) ? NATIVE_SEEN_FLOAT : NATIVE_SEEN_OTHER;
}

static void read_tags(const Proto *p, const Value *base, uint32_t count, uint8_t *tags) {
    memset(tags, NATIVE_SEEN_OTHER, p->nregs);
    for (uint32_t i = 0; i < count; i++) tags[i] = tag_of(base[i]);
}

// The compiler has struck out the registers that do not matter.
static bool tags_fit(const Proto *p, const Value *base, const uint8_t *tags) {
    for (uint32_t i = 0; i < p->nregs; i++)
        if (tags[i] != NATIVE_SEEN_OTHER && tags[i] != tag_of(base[i])) return false;
    return true;
}

static void take(TierJob *job);

static void request(Proto *p, const Value *base, uint32_t start, bool midway, bool general) {
    TierJob *job = calloc(1, sizeof *job + p->nregs);
    if (!job) return;
    job->proto = p;
    read_tags(p, base, general ? 0 : midway ? p->nregs : p->nparams, job->tags);
    job->unit = (NativeUnit){p->index, start, midway, job->tags};
    events.requested(p, &job->unit);
    if (!stress_compile) return worker_put(job);
    worker_compile(job, stress_compile);
    take(job);
}

// --- taking over what was compiled

static Osr *find_loop(TierProto *tier, uint32_t start) {
    for (Osr *osr = tier->loops; osr; osr = osr->next)
        if (osr->start == start) return osr;
    return NULL;
}

static void take_loop(TierProto *tier, const TierJob *job, NativeEntry entry) {
    Osr *osr = find_loop(tier, job->unit.start);
    osr->entry = entry;
    osr->failed = !entry;
    osr->entered = 0;
    memcpy(osr->tags, job->tags, job->proto->nregs);
}

static void take_function(TierProto *tier, Proto *p, NativeEntry entry) {
    tier->pending = false;
    tier->since_compiled = 0;
    if (entry) native_enter_by(p, entry);
    else tier->hopeless = true;
}

static void take(TierJob *job) {
    Proto *p = job->proto;
    NativeEntry entry = job->result ? native_attach_unit(p->module, job->result, p->index) : NULL;
    events.compiled(p, &job->unit, entry ? &job->code : NULL);
    if (job->unit.midway) take_loop(p->tier, job, entry);
    else take_function(p->tier, p, entry);
    free(job);
}

static void take_finished(void) {
    for (TierJob *job; (job = worker_take());) take(job);
}

// --- code of earlier runs

static Osr *new_loop(TierProto *tier, const Proto *p, uint32_t start) {
    Osr *osr = calloc(1, sizeof *osr);
    osr->tags = calloc(1, p->nregs + 1);
    osr->start = start;
    osr->next = tier->loops;
    tier->loops = osr;
    return osr;
}

void tier_adopt(Module *m, const NativeUnit *unit, uint32_t nregs, const void *object, size_t size) {
    if (unit->proto >= m->bc->nproto || nregs != m->bc->protos[unit->proto]->nregs) return;
    Proto *p = code_proto(m, unit->proto);
    const NativeModule *n = unit->start < p->bc->ncode ? native_object_load(object, size, native_symbol) : NULL;
    if (!n || n->nproto != m->bc->nproto) return;
    NativeEntry entry = native_attach_unit(m, n, unit->proto);
    events.compiled(p, unit, &(TierCode){size, 0, true});
    TierProto *tier = tier_of(p);
    if (!unit->midway) {
        tier->variants++;
        native_enter_by(p, entry);
        return;
    }
    Osr *osr = new_loop(tier, p, unit->start);
    osr->entry = entry;
    memcpy(osr->tags, unit->seen, nregs);
}

// --- deciding

static void consider_function(TierProto *tier, Proto *p, const Value *base) {
    if (tier->pending || tier->hopeless || tier->variants > VARIANTS_MAX) return;
    if (p->resume) return;  // one code for all values
    if (p->native && ++tier->since_compiled < SAMPLES_TO_REPEAT) return;
    tier->pending = true;
    request(p, base, 0, false, ++tier->variants > VARIANTS_MAX);
}

static void consider_loop(TierProto *tier, Proto *p, const Value *base, uint32_t start) {
    Osr *osr = find_loop(tier, start);
    if (osr && (!osr->entry || osr->failed || osr->entered >= ENTRIES_MAX || tags_fit(p, base, osr->tags))) return;
    if (!osr) osr = new_loop(tier, p, start);
    osr->entry = NULL;
    request(p, base, start, true, false);
}

// Runs the frame on in compiled code and returns what it returns.
static INTERP_CALLCONV Value enter_loop(INTERP_PARAMS) {
    Proto *p = ((Function *)value_object(frame_callee(base)))->proto;
    Osr *osr = find_loop(p->tier, (uint32_t)(pc - p->code));
    InterpFn resume = (InterpFn)base[FRAME_RESUME].bits;
    const BcInsn *caller_pc = frame_pc(base);
    Value *caller = frame_caller(base);
    osr->entered++;
    events.entered(p, osr->start);
    ret = VALUE_BITS(osr->entry(t, (uint64_t *)base));
    pc = caller_pc;
    base = caller;
    [[clang::musttail]] return resume(t, pc, base, k, insn, ret);
}

static InterpFn loop_entry(TierProto *tier, const Proto *p, const Value *base, uint32_t start) {
    Osr *osr = find_loop(tier, start);
    if (!osr || !osr->entry || osr->entered >= ENTRIES_MAX || !tags_fit(p, base, osr->tags)) return NULL;
    return enter_loop;
}

static InterpFn poll(Thread *t, Value *base, const BcInsn *pc) {
    take_finished();
    Proto *p = ((Function *)value_object(frame_callee(base)))->proto;
    if (p->index == UINT32_MAX) return NULL;
    TierProto *tier = tier_of(p);
    uint32_t start = pc ? (uint32_t)(pc - p->code) : 0;
    events.sampled(p);
    if (!tier || ++tier->samples < SAMPLES_TO_COMPILE) return tier && pc ? loop_entry(tier, p, base, start) : NULL;
    if (pc) consider_loop(tier, p, base, start);
    if (!(p->bc->flags & (BC_MODULE_BODY | BC_CLASS_BODY))) consider_function(tier, p, base);
    return pc ? loop_entry(tier, p, base, start) : NULL;
}

void tier_start(Thread *t, TierCompile compile) {
    interp_poll = poll;
    worker_start(t, compile);
}

// --- stress

// Polls come again after a varying number of calls and jumps, so that code is entered and left at ever other places.
static InterpFn stress_poll(Thread *t, Value *base, const BcInsn *pc) {
    static uint32_t state = 1, skipped;
    t->call_limit = NULL;
    state = state * 1664525 + 1013904223;
    if (++skipped < state >> 28) return NULL;
    skipped = 0;
    Proto *p = ((Function *)value_object(frame_callee(base)))->proto;
    if (p->index == UINT32_MAX) return NULL;
    tier_of(p)->samples = SAMPLES_TO_COMPILE;
    return poll(t, base, pc);
}

void tier_start_stress(Thread *t, TierCompile compile) {
    stress_compile = compile;
    interp_poll = stress_poll;
    t->call_limit = NULL;
}
