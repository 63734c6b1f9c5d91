// The policy. It runs on the program's threads, when they poll and when compiled code leaves for bytecode; whoever finds the lock
// taken does without.
//
// A function or loop is compiled for the values it was seen with. Values that no variant takes (misfits) make another one, up to
// the option `variants`; after that comes one for any values. Code whose guards keep failing is dropped and compiled again knowing
// which; when there is nothing left to learn, the place is left to bytecode for a while, each time twice as long.
#include "tier.h"

#include <math.h>
#include <pthread.h>
#include <stdlib.h>
#include <time.h>

#include "jit/baseline/baseline.h"
#include "jit/baseline/handlers.h"
#include "jit/interp/interp.h"
#include "jit/native/native_attach.h"
#include "jit/native/native_helpers.h"
#include "jit/native/native_object.h"
#include "stdlib/runtime/frame.h"
#include "stdlib/runtime/heap.h"
#include "stdlib/runtime/threads.h"
#include "tier_int.h"

enum { REST_MAX = 10000, WINDOW_MS = 4, GENERAL_PATIENCE = 2, EXITS_TO_AVOID = 50 };

static void ignore_sample(const Proto *p, const Value *caller, bool compiled) {}
static void ignore_request(const Proto *p, const NativeUnit *unit, TierReason why) {}
static void ignore_code(const Proto *p, const NativeUnit *unit, const TierCode *code) {}
static void ignore_place(const Proto *p, uint32_t at) {}
static void ignore_drop(const Proto *p, uint32_t start, bool midway, size_t bytes, TierReason why) {}
static void ignore_bytes(size_t bytes) {}
TierEvents tier_events = {ignore_sample, ignore_request, ignore_code, ignore_place, ignore_place, ignore_drop, ignore_bytes};
void tier_watch(const TierEvents *watcher) { tier_events = *watcher; }

const char *tier_outcome_text(TierOutcome outcome) {
    static const char *const texts[] = {
#define TIER_OUTCOME(name, text) text,
#include "tier_outcomes.def"
#undef TIER_OUTCOME
    };
    return texts[outcome];
}

const char *tier_reason_text(TierReason reason) {
    static const char *const texts[] = {
#define TIER_REASON(name, text) text,
#include "tier_reasons.def"
#undef TIER_REASON
    };
    return texts[reason];
}

// A program may end before anything was hot for long enough. For its next run's sake one function is asked for then: the last sampled of a
// module that nothing is kept of.
static struct {
    Proto *sampled;
    uint32_t samples;
    bool asked;              // something was asked for in time
} brief;
enum { BRIEF_SAMPLES = 2 };

static pthread_mutex_t tier_lock = PTHREAD_MUTEX_INITIALIZER;
static TierCompile stress_compile;  // --stress=tier; NULL: not asked for

uint64_t tier_now_ms(void) {
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC_COARSE, &now);
    return (uint64_t)now.tv_sec * 1000 + (uint64_t)now.tv_nsec / 1000000;
}

uint64_t tier_longer(uint64_t ms) {
    if (!ms) return tier_options.rest;
    return ms * 2 > REST_MAX ? REST_MAX : ms * 2;
}

// --- prototypes and places

static void find_jumps(TierProto *tier, const BcProto *bc) {
    for (uint32_t pc = 0; pc < bc->ncode; pc++) {
        BcFormat format = bc_op_info(bc_op(bc->code[pc]))->format;
        bool jumps = format == FMT_J || format == FMT_AJ || format == FMT_ABJ || format == FMT_AIJ;
        if (!jumps || bc_sc(bc->code[pc]) >= 0) continue;
        tier->has_loop = true;
        tier->start_is_loop |= (int64_t)pc + 1 + bc_sc(bc->code[pc]) == 0;
    }
    for (uint32_t i = 0; i < bc->nhandler; i++) tier->start_is_loop |= bc->handlers[i].target == 0;
}

TierProto *tier_of(Proto *p) {
    if (p->tier) return p->tier;
    TierProto *tier = p->index == UINT32_MAX ? NULL : calloc(1, sizeof *tier);
    if (!tier) return NULL;
    tier->function.proto = p;
    find_jumps(tier, p->bc);
    return p->tier = tier;
}

static TierPlace *find_loop(const TierProto *tier, uint32_t start) {
    for (TierPlace *place = tier->loops; place; place = place->next)
        if (place->start == start) return place;
    return NULL;
}

static TierPlace *loop_at(TierProto *tier, Proto *p, uint32_t start) {
    TierPlace *place = find_loop(tier, start);
    if (place || !(place = calloc(1, sizeof *place))) return place;
    *place = (TierPlace){.next = tier->loops, .proto = p, .start = start, .midway = true};
    return tier->loops = place;
}

double tier_heat(TierProto *tier) {
    uint64_t now = tier_now_ms(), passed = now - tier->sampled_at;
    if (passed) tier->heat *= exp2(-(double)passed / (double)tier_options.half_life);
    tier->sampled_at = now;
    return tier->heat;
}

// --- what registers hold

static uint8_t tag_of(Value v) {
    if (value_is_int(v)) return NATIVE_SEEN_INT;
    return value_is_common_double(v) ? NATIVE_SEEN_FLOAT : NATIVE_SEEN_OTHER;
}

void tier_read_tags(const Proto *p, const Value *base, uint32_t count, uint8_t *tags) {
    memset(tags, NATIVE_SEEN_OTHER, p->nregs);
    for (uint32_t i = 0; i < count; i++) tags[i] = tag_of(base[i]);
}

// The compiler has struck out the registers that do not matter.
bool tier_tags_fit(const Proto *p, const Value *base, const uint8_t *tags) {
    for (uint32_t i = 0; i < p->nregs; i++)
        if (tags[i] != NATIVE_SEEN_OTHER && tags[i] != tag_of(base[i])) return false;
    return true;
}

// --- asking the compiler

static void take(TierJob *job);

static void note_exits(TierJob *job, const Proto *p) {
    const TierProto *tier = p->tier;
    for (uint32_t i = 0; tier && i < tier->nexit && job->unit.navoid < TIER_AVOID_MAX; i++)
        if (tier->exits[i].count >= EXITS_TO_AVOID) job->avoid[job->unit.navoid++] = (NativeAvoid){p->index, tier->exits[i].at};
}

// Where code has left so often that guessing there is no use: in the prototype itself, and in what may be compiled with it.
static void note_failures(TierJob *job) {
    const Proto *own = job->place->proto;
    note_exits(job, own);
    CODE_EACH_PROTO(own->part, p) if (p != own) note_exits(job, p);
    job->unit.avoid = job->avoid;
}

static void send(TierPlace *place, TierJob *job, TierReason why) {
    Proto *p = place->proto;
    place->asked++;
    place->misfits = 0;
    job->general = place->asked > tier_options.variants;
    if (job->general) memset(job->tags, NATIVE_SEEN_OTHER, p->nregs), job->nsight = 0;
    job->place = place;
    job->unit = (NativeUnit){.proto = p->index, .start = place->start, .midway = place->midway, .seen = job->tags, .sights = job->sights, .nsight = job->nsight};
    if (!place->midway) constants_take(p->tier, job);
    note_failures(job);
    place->pending = true;
    brief.asked = true;
    place->job = job;
    place->wanted = 0;
    tier_events.requested(p, &job->unit, job->general ? TIER_GENERAL : why);
    if (!stress_compile) return worker_put(job);
    worker_compile(job, stress_compile);
    take(job);
}

static bool may_ask(const TierPlace *place) {
    if (place->pending || place->hopeless || place->asked > tier_options.variants) return false;
    return !place->ask_after || tier_now_ms() >= place->ask_after;
}

// For the values the frame holds.
static void request(TierPlace *place, const Value *base, TierReason why) {
    Proto *p = place->proto;
    TierJob *job = calloc(1, sizeof *job + p->nregs);
    if (!job) return;
    uint32_t count = place->midway ? p->nregs : p->nparams;
    tier_read_tags(p, base, count, job->tags);
    job->sights = sight_take(p, base, count, &job->nsight);
    send(place, job, why);
}

// For what the unit was made for, which is given up: it need not know any longer what was seen then.
static void request_again(TierPlace *place, TierUnit *unit, TierReason why) {
    TierJob *job = calloc(1, sizeof *job + place->proto->nregs);
    if (!job) return;
    memcpy(job->tags, unit->tags, place->proto->nregs);
    job->sights = unit->sights;
    job->nsight = unit->nsight;
    unit->sights = NULL;
    send(place, job, why);
}

// For the closures that samples were spent in, and for all others as before.
static void request_constants(TierProto *tier) {
    TierPlace *place = &tier->function;
    TierUnit *unit = place->units;
    TierJob *job = calloc(1, sizeof *job + place->proto->nregs);
    if (!job) return;
    memcpy(job->tags, unit->tags, place->proto->nregs);
    job->sights = sight_copy(unit, &job->nsight);
    place->asked--;  // it takes the place of one that there is
    send(place, job, TIER_CONSTANT);
}

// --- taking over what was compiled

static void take(TierJob *job) {
    TierPlace *place = job->place;
    place->pending = false;
    place->job = NULL;
    tier_events.compiled(place->proto, &job->unit, &job->code);
    bool compiled = job->code.outcome == TIER_COMPILED;
    TierUnit *unit = compiled ? units_add(place, job->result, job->piece, job->tags, job->general, job->objects) : NULL;
    place->hopeless |= !compiled && !job->unit.nconstant;
    if (unit) {
        unit->sights = job->sights;
        unit->nsight = job->nsight;
    } else {
        free(job->sights);
    }
    free(job->constants);
    free(job);
}

static void consider_constants(const Value *base, const Value *caller) {
    TierProto *tier = worker_is_full() ? NULL : constants_sample(base, caller, stress_compile);
    if (tier) request_constants(tier);
}

static void take_finished(void) {
    for (TierJob *job; (job = worker_take());) take(job);
}

static bool is_general(const uint8_t *tags, uint32_t n) {
    for (uint32_t i = 0; i < n; i++)
        if (tags[i] != NATIVE_SEEN_OTHER) return false;
    return true;
}

static void adopt_unit(TierPlace *place, const NativeUnit *unit, const void *object, size_t size) {
    Proto *p = place->proto;
    NativePiece piece;
    if (size == 0) {
        place->hopeless = true;
        return;
    }
    const NativeModule *n = native_object_load(object, size, native_symbol, &piece);
    if (!n || n->nproto != p->part->bc->nproto) return;
    place->asked++;
    tier_events.compiled(p, unit, &(TierCode){TIER_COMPILED, size, 0, true});
    units_add(place, n, piece, unit->seen, is_general(unit->seen, p->nregs), NULL);
}

// Who has the lock may be about to collect, and waits for us then.
static void lock_from_outside(void) {
    Registers registers;
    threads_leave(thread_current, &registers);
    pthread_mutex_lock(&tier_lock);
    threads_enter(thread_current, &registers);
}

void tier_adopt(CodePart *part, const NativeUnit *unit, uint32_t nregs, const void *object, size_t size) {
    if (unit->proto >= part->bc->nproto || nregs != part->bc->protos[unit->proto]->nregs) return;
    Proto *p = code_proto(part, unit->proto);
    TierProto *tier = unit->start < p->bc->ncode ? tier_of(p) : NULL;
    TierPlace *place = !tier ? NULL : unit->midway ? loop_at(tier, p, unit->start) : &tier->function;
    lock_from_outside();
    if (place) adopt_unit(place, unit, object, size);
    pthread_mutex_unlock(&tier_lock);
}

static void tell_adopted(CodePart *part, const NativeModule *n, size_t size) {
    CODE_EACH_PROTO(part, p) {
        if (!n->entries[p->index]) continue;
        tier_events.compiled(p, &(NativeUnit){.proto = p->index}, &(TierCode){TIER_COMPILED, size, 0, true});
        size = 0;
    }
}

void tier_adopt_module(CodePart *part, const void *object, size_t size) {
    NativePiece piece;
    const NativeModule *n = native_object_load(object, size, native_symbol, &piece);
    if (!n || n->nproto != part->bc->nproto) return;
    lock_from_outside();
    modules_add(part, n, piece);
    tell_adopted(part, n, size);
    pthread_mutex_unlock(&tier_lock);
}

// --- polls: deciding what to compile, and entering loops

static bool rests(const TierPlace *place) { return place->rest_until && tier_now_ms() < place->rest_until; }

bool tier_is_open(const TierPlace *place) { return !rests(place) && (place->units || place->pending || may_ask(place)); }

bool tier_has_open_loop(const TierProto *tier) {
    for (const TierPlace *place = tier->loops; place; place = place->next)
        if (tier_is_open(place)) return true;
    return !tier->loops;
}

static void consider_function(TierPlace *place, const Value *base) {
    Proto *p = place->proto;
    if (place->rest_until && !rests(place)) {
        place->rest_until = 0;
        if (place->units && !native_entered_by(p)) native_enter_by(p, place->units->entry);
    }
    if (place->pending) __atomic_fetch_add(&place->wanted, 1, __ATOMIC_RELAXED);
    if (!place->units && !rests(place) && may_ask(place) && !worker_is_full()) request(place, base, TIER_HOT);
}

bool tier_has_pending_loop(const TierProto *tier) {
    for (TierPlace *place = tier->loops; place; place = place->next)
        if (place->pending) return true;
    return false;
}

static void consider_loop(TierPlace *place, const Value *base) {
    if (place->units && ++place->misfits < GENERAL_PATIENCE) return;
    if (may_ask(place) && !worker_is_full()) request(place, base, place->units ? TIER_MISFIT : TIER_HOT);
}

// Runs the frame on in the code the poll chose.
static INTERP_CALLCONV Value enter_loop(INTERP_PARAMS) {
    ret = VALUE_BITS((uint64_t)t->entering);
    [[clang::musttail]] return interp_run_native(t, pc, base, k, insn, ret);
}

static InterpFn choose_loop(Thread *t, TierPlace *place, const Value *base, bool hot) {
    if (!place || rests(place)) return NULL;
    if (hot && !units_fitting(place, base)) consider_loop(place, base);
    TierUnit *unit = units_fitting(place, base);
    if (!unit) return NULL;
    unit->used = native_clock;
    t->entering = (void *)unit->entry;
    tier_events.entered(place->proto, place->start);
    return enter_loop;
}

// The frame whose next jump back is awaited, to compile its loop or to enter it. Its callee returns by way of a poll; a call that is
// not linked yet polls again, now and then.
enum { TRIES_MAX = 64 };
static thread_local struct {
    Value *base;
    Proto *proto;
    uint32_t tries;
} awaited;

static INTERP_CALLCONV Value resume_polling(INTERP_PARAMS) {
    t->call_limit = NULL;
    bool stencils = ((Function *)value_object(frame_callee(frame_caller(base))))->proto->baseline;
    InterpFn resume = stencils ? baseline_resume : interp_resume;
    [[clang::musttail]] return resume(t, pc, base, k, insn, ret);
}

// What constructs an object has its frame further up, and goes on elsewhere.
static bool is_plain_call(const Value *callee) {
    return frame_caller(callee) + bc_a(frame_pc(callee)[-1]) + BC_WINDOW_HEADER == callee;
}

static void await_jump(Thread *t, const TierChoice *choice) {
    awaited.base = choice->base;
    awaited.proto = choice->proto;
    awaited.tries = 0;
    if (!choice->callee) t->call_limit = NULL;
    else if (is_plain_call(choice->callee)) choice->callee[FRAME_RESUME] = VALUE_BITS((uint64_t)resume_polling);
}

static void await_further(Thread *t, const Value *base, const BcInsn *pc) {
    if (!pc && t->base == awaited.base && awaited.tries++ < TRIES_MAX) t->call_limit = NULL;
}

static bool is_awaited(const Value *base, const Proto *p) { return base == awaited.base && p == awaited.proto; }

// --stress=tier: now and then code is dropped, to be made again.
static void demote_by_chance(TierProto *tier) {
    static uint32_t state = 1;
    state = state * 1664525 + 1013904223;
    TierPlace *place = state >> 31 && tier->loops ? tier->loops : &tier->function;
    if (!stress_compile || state % 4096 >= 64 || !place->units) return;
    units_retire(place->units, TIER_STRESS);
    place->asked = 0;
}

// What the sample chose: a function is asked for, a loop at its next jump back. One loop of a function at a time is enough, since code that
// is entered in one goes on in those around it.
static bool consider(Thread *t, const TierChoice *choice, const Value *base, const BcInsn *pc) {
    TierProto *tier = choice->proto ? tier_of(choice->proto) : NULL;
    if (!tier) return false;
    if (choice->anew) return consider_function(&tier->function, choice->base), false;
    bool here = pc && base == choice->base;
    if (!here && !tier_has_pending_loop(tier)) await_jump(t, choice);
    return here;
}

static InterpFn sample(Thread *t, Value *base, const BcInsn *pc) {
    native_clock++;
    worker_revive();
    take_finished();
    Proto *p = ((Function *)value_object(frame_callee(base)))->proto;
    TierProto *tier = tier_of(p);
    if (!tier) return NULL;
    demote_by_chance(tier);
    bool hot = stress_compile;
    if (stress_compile || worker_ticked()) {
        TierChoice choice = stack_choose(t, base, pc);
        tier_events.sampled(p, !pc ? t->base : frame_pc(base) ? frame_caller(base) : NULL, false);  // a call that polls is not linked yet
        hot |= consider(t, &choice, base, pc);
        if (!modules_have(p->part)) brief.sampled = p, brief.samples++;
        consider_constants(base, pc ? frame_caller(base) : t->base);
    } else {
        await_further(t, base, pc);
    }
    if (pc && is_awaited(base, p)) awaited.base = NULL, hot = true;
    uint32_t start = pc ? (uint32_t)(pc - p->code) : 0;
    TierPlace *loop = pc ? find_loop(tier, start) : NULL;
    if (loop && loop->pending && hot) __atomic_fetch_add(&loop->wanted, 1, __ATOMIC_RELAXED);
    if (pc && !loop && hot && (stress_compile || !tier_has_pending_loop(tier))) loop = loop_at(tier, p, start);
    InterpFn instead = choose_loop(t, loop, base, hot || (loop && loop->units));
    if (stress_compile && !(p->bc->flags & (BC_MODULE_BODY | BC_CLASS_BODY))) {
        if (!tier->function.units) constants_note(base);
        consider_function(&tier->function, base);
    }
    return instead;
}

static InterpFn poll(Thread *t, Value *base, const BcInsn *pc) {
    if (pthread_mutex_trylock(&tier_lock) != 0) return NULL;
    if (pc) t->wants_poll = false;
    InterpFn instead = sample(t, base, pc);
    bool collects = units_sweep();
    pthread_mutex_unlock(&tier_lock);  // others wait for it without polling, and a collection waits for them
    if (!collects) return instead;
    heap_collect(t);
    return NULL;  // what was chosen may be gone by now
}

// Compiled code answers: there is nothing to enter, but what is ready is taken over for the next call.
static void polled(Thread *t) {
    if (pthread_mutex_trylock(&tier_lock) != 0) return;
    native_clock++;
    worker_revive();
    take_finished();
    Value callee = frame_callee(t->base);
    bool sampled = worker_ticked() && value_has_shape(callee, &shape_function);
    if (sampled) {
        tier_events.sampled(((Function *)value_object(callee))->proto, NULL, true);
        consider_constants(t->base, frame_caller(t->base));
    }
    bool collects = units_sweep();
    pthread_mutex_unlock(&tier_lock);
    if (collects) heap_collect(t);
}

// --- calls of bytecode by compiled code and by C

enum { CALLED_MS = 40 };

// Samples meet short callees of compiled code hardly ever, but getting to their bytecode and back takes longer than what they do.
static void considered_called(Value *base) {
    Proto *p = ((Function *)value_object(frame_callee(base)))->proto;
    TierProto *tier = p->generator ? NULL : tier_of(p);
    if (!tier) return;
    uint64_t now = tier_now_ms(), passed = now - tier->called_at;
    tier->called_at = now;
    if (passed <= CALLED_MS) consider_function(&tier->function, base);
}

static void called(Thread *t, Value *base) {
    if (pthread_mutex_trylock(&tier_lock) != 0) return;
    considered_called(base);
    pthread_mutex_unlock(&tier_lock);
}

// --- exits

static void count_exit(TierProto *tier, uint32_t at) {
    for (uint32_t i = 0; i < tier->nexit; i++)
        if (tier->exits[i].at == at) {
            tier->exits[i].count++;
            return;
        }
    if (tier->nexit == TIER_AVOID_MAX) return;
    if (!tier->exits) tier->exits = calloc(TIER_AVOID_MAX, sizeof *tier->exits);
    if (tier->exits) tier->exits[tier->nexit++] = (TierExit){at, 1};
}

static TierUnit *find_unit(TierPlace *place, const void *entry) {
    for (TierUnit *u = place->units; u; u = u->next)
        if ((const void *)u->entry == entry) return u;
    return NULL;
}

// The code that was left, by its entry or by a guard, in a frame of whatever function; NULL: it was dropped meanwhile.
static TierUnit *unit_left(TierProto *tier, const Thread *t, const Value *base) {
    if (t->exit_from) return units_with(t->exit_from);
    const void *entry = t->driven == base ? t->driven_by : (void *)native_entered_by(tier->function.proto);
    TierUnit *unit = find_unit(&tier->function, entry);
    for (TierPlace *place = tier->loops; place && !unit; place = place->next) unit = find_unit(place, entry);
    return unit;
}

static void leave_alone(TierPlace *place) {
    place->rest = tier_longer(place->rest);
    place->rest_until = tier_now_ms() + place->rest;
    if (!place->midway) native_leave_to_bytecode(place->proto);
    if (place->units) tier_events.dropped(place->proto, place->start, place->midway, 0, TIER_RESTING);
}

// A loop is asked for again by its next poll, for what it holds then; a function at once.
static void give_up_on(TierUnit *unit) {
    TierPlace *place = unit->place;
    place->exits = 0;
    if (place->pending) return;
    if (unit->general || !may_ask(place)) return leave_alone(place);
    if (!place->midway) request_again(place, unit, TIER_FAILING);
    if (unit->place) units_retire(unit, TIER_FAILING);
}

static void count_failure(TierUnit *unit) {
    TierPlace *place = unit->place;
    uint64_t window = tier_now_ms() / WINDOW_MS;
    if (place->window != window) place->exits = 0;
    place->window = window;
    if (++place->exits > tier_options.exits) give_up_on(unit);
}

// The code a call entered does not take its arguments: other code that does, or NULL.
static InterpNative other_variant(TierPlace *place, const Value *base) {
    TierUnit *other = units_fitting(place, base);
    if (other) {
        other->used = native_clock;
        return (InterpNative)other->entry;
    }
    if (++place->misfits >= tier_options.misfits && may_ask(place)) request(place, base, TIER_MISFIT);
    return NULL;
}

// Code of the whole module stays; this function is entered by it no more.
static void count_module_failure(TierPlace *place) {
    uint64_t window = tier_now_ms() / WINDOW_MS;
    if (place->window != window) place->exits = 0;
    place->window = window;
    if (++place->exits > tier_options.exits && modules_enter(place->proto)) native_leave_to_bytecode(place->proto);
}

static InterpNative left(Thread *t, Value *base, uint32_t at) {
    Proto *p = ((Function *)value_object(frame_callee(base)))->proto;
    bool whole = modules_have(p->part);
    TierProto *tier = whole ? tier_of(p) : p->tier;
    if (!tier) return NULL;
    tier_events.left(p, at);
    TierUnit *unit = unit_left(tier, t, base);
    bool function = (!unit || !unit->place->midway) && !p->generator;
    if (at == 0 && !t->exit_from && function && !tier->start_is_loop && (!unit || !tier_tags_fit(p, base, unit->tags))) return other_variant(&tier->function, base);
    count_exit(tier, at);
    if (unit) count_failure(unit);
    else if (whole) count_module_failure(&tier->function);
    if (tier->loops) t->wants_poll = true, t->call_limit = NULL;  // the next jump back may enter again
    return NULL;
}

static InterpNative exited(Thread *t, Value *base, uint32_t at) {
    if (pthread_mutex_trylock(&tier_lock) != 0) return NULL;
    InterpNative other = left(t, base, at);
    pthread_mutex_unlock(&tier_lock);
    return other;
}

// --- prototypes that nothing refers to

static bool is_waited_for(const TierProto *tier) {
    bool waits = tier && tier->function.pending;
    for (const TierPlace *place = tier ? tier->loops : NULL; place; place = place->next) waits |= place->pending;
    return waits;
}

static bool is_busy(const CodePart *part) {
    bool busy = false;
    lock_from_outside();
    take_finished();
    CODE_EACH_PROTO(part, p) busy |= is_waited_for(p->tier);
    pthread_mutex_unlock(&tier_lock);
    return busy;
}

static void free_tier(TierProto *tier) {
    if (!tier) return;
    for (TierPlace *place = tier->loops, *next; place; place = next) {
        next = place->next;
        free(place);
    }
    free(tier->exits);
    free(tier->closures);
    free(tier);
}

static void forget(CodePart *part) {
    lock_from_outside();
    if (brief.sampled && brief.sampled->part == part) brief.sampled = NULL;
    units_forget(part);
    modules_forget(part);
    CODE_EACH_PROTO(part, p) free_tier(p->tier);
    for (const Proto *p = part->made; p; p = p->next) free_tier(p->tier);
    pthread_mutex_unlock(&tier_lock);
}

static void trace(const CodePart *part, Tracer *tracer) {
    if (part->protos) CODE_EACH_PROTO(part, p) if (p->tier) constants_trace(p->tier, tracer);
}

static CodeKeeper keeper = {.trace = trace, .is_busy = is_busy, .forget = forget};

static void lock_all(void) { pthread_mutex_lock(&tier_lock); }
static void unlock_all(void) { pthread_mutex_unlock(&tier_lock); }

void tier_start(Thread *t, TierCompile compile, void (*forked)(void)) {
    interp_poll = poll;
    interp_exited = exited;
    interp_called = called;
    native_polled = polled;
    code_add_keeper(&keeper);
    worker_start(t, compile, forked);
    pthread_atfork(lock_all, unlock_all, unlock_all);  // after the worker's: taken first
}

static void leave_sampled(const Proto *p, void (*leave)(const BcModule *bc, const NativeUnit *unit)) {
    uint8_t *tags = calloc(p->nregs + 1, 1);
    if (tags) leave(p->part->bc, &(NativeUnit){.proto = p->index, .seen = tags});
    free(tags);
}

void tier_finish(void (*leave)(const BcModule *bc, const NativeUnit *unit)) {
    worker_finish(leave);
    if (brief.sampled && !brief.asked && brief.samples >= BRIEF_SAMPLES) leave_sampled(brief.sampled, leave);
}

// --- stress

// Polls come again after a varying number of calls and jumps, so that code is entered and left at ever other places.
static InterpFn stress_poll(Thread *t, Value *base, const BcInsn *pc) {
    static uint32_t state = 1, skipped;
    t->wants_poll = true;
    t->call_limit = NULL;
    state = state * 1664525 + 1013904223;
    if (++skipped < state >> 28) return NULL;
    skipped = 0;
    uint32_t random = state >> 16;
    InterpFn instead = random & 4 ? baseline_change_over(t, base, pc, random) : poll(t, base, pc);
    t->wants_poll = true;
    return instead;
}

void tier_start_stress(Thread *t, TierCompile compile) {
    stress_compile = compile;
    code_add_keeper(&keeper);
    interp_poll = stress_poll;
    interp_exited = exited;
    t->call_limit = NULL;
}
