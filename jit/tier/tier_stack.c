// What a sample says. The function that answers it is where time goes, but often not what is best compiled: code made for the loop
// that calls it takes in what it calls. So a sample looks down the stack for the outermost frame that has moved since the last
// one, the *pivot*: those below it stand still, those above come and go. From the pivot it climbs towards the function that answered
//
//   - while one that loops or recurses by itself takes most of the time: less code is sooner there,
//   - while the code that would be compiled together is too large,
//   - while there is nothing to be had for a frame: it rests, or cannot be compiled,
//
// and the frame where it stops is chosen: as a function when it has been seen to be called again and again, else for its loop.
//
// A frame has moved when the same function at the same place on the stack holds other values. What was seen is each thread's own.
#include <string.h>

#include "stdlib/runtime/frame.h"
#include "stdlib/runtime/function.h"
#include "stdlib/runtime/thread.h"
#include "tier_int.h"

enum { DEPTH_MAX = 16, CALLS_MIN = 2, STAY_MAX = 20, PATIENCE = 4 };

typedef struct {
    Value *base;
    Proto *proto;
    uint64_t trace;    // of what its registers hold
    uint32_t stays;    // samples since its caller moved
    bool known, moved; // seen by the last sample; and has other values since
} Frame;

static thread_local struct {
    Frame frames[DEPTH_MAX];
    uint32_t count;
} last;

static Proto *proto_of(const Value *base) { return ((Function *)value_object(frame_callee(base)))->proto; }

static uint64_t trace_words(const Value *from, const Value *to, uint64_t trace) {
    for (; from < to; from++) trace = (trace ^ from->bits) * 0x9E3779B97F4A7C15u, trace ^= trace >> 29;
    return trace;
}

// The caller's frame; NULL: it was called from C. A call that polls has not linked its frame yet.
static Value *caller_of(const Thread *t, const Value *base, bool linked) {
    if (!linked) return t->base;
    return frame_pc(base) ? frame_caller(base) : NULL;
}

static uint32_t walk(const Thread *t, Value *base, const BcInsn *pc, Frame *frames) {
    uint32_t n = 0;
    const Value *limit = base + proto_of(base)->nregs;
    bool linked = pc;
    for (; base && n < DEPTH_MAX; n++) {
        Proto *p = proto_of(base);
        const Value *end = base + p->nregs < limit ? base + p->nregs : limit;
        frames[n] = (Frame){.base = base, .proto = p, .trace = trace_words(base, end, (uint64_t)pc)};
        limit = base + FRAME_CALLEE;
        pc = linked ? frame_pc(base) : NULL;
        base = caller_of(t, base, linked);
        linked = true;
    }
    return n;
}

static void compare(Frame *frames, uint32_t n) {
    for (uint32_t i = 0; i < n; i++)
        for (uint32_t k = 0; k < last.count; k++) {
            const Frame *before = &last.frames[k];
            if (before->base != frames[i].base || before->proto != frames[i].proto) continue;
            frames[i].known = true;
            frames[i].moved = before->trace != frames[i].trace;
            frames[i].stays = before->stays + 1;
        }
}

// Who has been called since the last sample: whose caller has moved. Of a frame that C called, all there is to see is its call.
static void count_calls(Frame *frames, uint32_t n, bool calls) {
    for (uint32_t i = 0; i < n; i++) {
        TierProto *tier = tier_of(frames[i].proto);
        bool called = i + 1 < n ? frames[i + 1].moved : !frames[i].known || (calls && i == 0);
        if (!called) continue;
        frames[i].stays = 0;
        if (tier) tier->calls++;
    }
}

// A function has one sample's heat however often it is on the stack.
static void add_heat(const Frame *frames, uint32_t n) {
    static uint32_t sample;
    sample++;
    for (uint32_t i = 0; i < n; i++) {
        TierProto *tier = tier_of(frames[i].proto);
        if (tier && tier->sample == sample) tier->recurses = true;
        if (!tier || tier->sample == sample) continue;
        tier->sample = sample;
        tier->heat = tier_heat(tier) + 1;
    }
}

// --- choosing

static bool is_called_anew(const Frame *f, const TierProto *tier) {
    if (f->proto->bc->flags & (BC_MODULE_BODY | BC_CLASS_BODY)) return false;
    return f->proto->generator || (tier->calls >= CALLS_MIN && f->stays < STAY_MAX);
}

static bool takes_most(TierProto *callee, TierProto *caller) {
    return (callee->has_loop || callee->recurses) && 3 * tier_heat(callee) >= 2 * tier_heat(caller);
}

static bool can_be_had(const Frame *f, const TierProto *tier) {
    if (is_called_anew(f, tier)) return tier_is_open(&tier->function);
    return f->stays && tier->has_loop && tier_has_open_loop(tier);
}

static bool climbs(const Frame *frames, uint32_t i) {
    TierProto *tier = tier_of(frames[i].proto), *callee = tier_of(frames[i - 1].proto);
    if (!tier || !can_be_had(&frames[i], tier)) return true;
    return (callee && takes_most(callee, tier)) || tier_reach(frames[i].proto) > tier_options.scope;
}

// Code for a part of what the frame does is under way: it changes what is worth while.
static bool waits_for_callee(const Frame *frames, uint32_t i) {
    for (uint32_t k = 0; k < i; k++) {
        const TierProto *tier = frames[k].proto == frames[i].proto ? NULL : tier_of(frames[k].proto);
        if (tier && (tier->function.pending || tier_has_pending_loop(tier))) return true;
    }
    return false;
}

// What is too large by itself waits until it is hotter, and the compiler has nothing better to do.
static bool is_worth(const Frame *f, TierProto *tier) {
    double samples = (double)tier_options.samples - 0.5, heat = tier_heat(tier);
    if (!can_be_had(f, tier) || heat < samples) return false;
    return tier_reach(f->proto) <= tier_options.scope || (heat >= PATIENCE * samples && !worker_is_busy());
}

TierChoice stack_choose(Thread *t, Value *base, const BcInsn *pc) {
    Frame frames[DEPTH_MAX];
    uint32_t n = walk(t, base, pc, frames), i = n - 1;
    compare(frames, n);
    count_calls(frames, n, !pc);
    while (i > 0 && !frames[i].moved) i--;
    add_heat(frames, i + 1);
    while (i > 0 && climbs(frames, i)) i--;
    memcpy(last.frames, frames, n * sizeof *frames);
    last.count = n;
    TierProto *tier = tier_of(frames[i].proto);
    if (!tier || !is_worth(&frames[i], tier) || waits_for_callee(frames, i)) return (TierChoice){0};
    bool linked = i > 0 && (i > 1 || pc);
    return (TierChoice){frames[i].proto, frames[i].base, linked ? frames[i - 1].base : NULL, is_called_anew(&frames[i], tier)};
}
