// Closures that the program spends its time in, and what they have captured: code made for one closure takes captured variables that are
// set once for constants, and goes straight into the closures they hold.
//
// A sample speaks for the closure through which control came in from outside: the one whose caller does not hold it in a captured
// variable itself. What is compiled has an entry that looks for these, and goes into general code for all others, so that nothing is lost
// where they come and go; how often it is asked for is bounded.
#include <stdlib.h>
#include <string.h>

#include "stdlib/runtime/class.h"
#include "stdlib/runtime/float.h"
#include "stdlib/runtime/frame.h"
#include "stdlib/runtime/function.h"
#include "stdlib/runtime/str.h"
#include "stdlib/runtime/thread.h"
#include "tier_int.h"

enum { DEPTH_MAX = 16, ASKED_MAX = 4, SAMPLES_MIN = 12, SEEN_MIN = 2 };

// --- which closure

static Function *function_of(const Value *base) {
    Value callee = base ? frame_callee(base) : VALUE_NONE;
    return value_has_shape(callee, &shape_function) ? (Function *)value_object(callee) : NULL;
}

static bool holds(const Function *f, const Function *other) {
    for (uint32_t i = 0; i < f->ncells; i++)
        if (value_same(f->cells[i]->content, value_from_object(other))) return true;
    return false;
}

// Methods that capture the class for super() are no closures to speak of.
static bool captures_variables(const BcProto *bc) {
    return bc->ncapture > 1 || (bc->ncapture && strcmp(bc->capture_names[0].text, "__class__") != 0);
}

static bool may_be_compiled_for(const Function *f) {
    const Proto *p = f->proto;
    return captures_variables(p->bc) && p->tier && !p->generator && !(p->bc->flags & (BC_MODULE_BODY | BC_CLASS_BODY));
}

static Function *find_outermost(const Value *base, const Value *caller) {
    Function *f = function_of(base);
    for (uint32_t depth = 0; f && depth < DEPTH_MAX; depth++) {
        Function *outer = caller < base ? function_of(caller) : NULL;
        if (!outer || !holds(outer, f)) return may_be_compiled_for(f) ? f : NULL;
        f = outer;
        base = caller;
        caller = frame_caller(base);
    }
    return NULL;
}

// The slot of the closure, or that of one that was seen once.
static TierClosure *slot_for(TierProto *tier, Value function) {
    TierClosure *rare = NULL;
    for (TierClosure *c = tier->closures; c < tier->closures + TIER_CLOSURES_MAX; c++) {
        if (value_same(c->function, function)) return c;
        if (!rare && c->seen < SEEN_MIN && !c->compiled) rare = c;
    }
    if (rare) *rare = (TierClosure){.function = function};
    return rare;
}

static bool make_slots(TierProto *tier) {
    if (tier->closures) return true;
    tier->closures = calloc(TIER_CLOSURES_MAX, sizeof *tier->closures);
    for (uint32_t i = 0; tier->closures && i < TIER_CLOSURES_MAX; i++) tier->closures[i].function = VALUE_UNBOUND;
    return tier->closures;
}

// Each time four times as many samples as the last time.
static bool is_worth(const TierProto *tier, bool eager) {
    uint32_t samples = 0;
    bool fresh = false;
    for (const TierClosure *c = tier->closures; c < tier->closures + TIER_CLOSURES_MAX; c++) {
        samples += c->seen;
        fresh |= c->seen >= SEEN_MIN && !c->compiled;
    }
    const TierPlace *place = &tier->function;
    if (!fresh || !place->units || place->pending || place->hopeless || tier->made_for == ASKED_MAX) return false;
    return eager || samples >= (uint32_t)SAMPLES_MIN << 2 * tier->made_for;
}

void constants_note(const Value *base) {
    const Function *f = function_of(base);
    TierProto *tier = f && may_be_compiled_for(f) ? f->proto->tier : NULL;
    TierClosure *c = tier && make_slots(tier) ? slot_for(tier, value_from_object(f)) : NULL;
    if (c) c->seen = SEEN_MIN;
}

TierProto *constants_sample(const Value *base, const Value *caller, bool eager) {
    const Function *f = find_outermost(base, caller);
    TierProto *tier = f ? f->proto->tier : NULL;
    TierClosure *c = tier && make_slots(tier) ? slot_for(tier, value_from_object(f)) : NULL;
    if (!c) return NULL;
    c->seen++;
    return is_worth(tier, eager) ? tier : NULL;
}

void constants_trace(const TierProto *tier, Tracer *tracer) {
    for (uint32_t i = 0; tier->closures && i < TIER_CLOSURES_MAX; i++) tracer_value(tracer, tier->closures[i].function);
    const TierJob *job = tier->function.job;
    if (job && job->constants) tracer_values(tracer, job->objects, job->unit.nconstant);
}

// --- what it has captured

typedef struct {
    const CodePart *part;
    NativeConstant *constants;
    Value *objects;
    uint32_t count;
} Graph;

static void describe_text(NativeConstant *c, const Str *s) {
    c->kind = NATIVE_CONSTANT_STR;
    c->length = s->nbytes <= NATIVE_TEXT_MAX ? (uint8_t)s->nbytes : NATIVE_TEXT_LONG;
    if (c->length != NATIVE_TEXT_LONG) memcpy(c->text, s->text, s->nbytes);
}

static void describe_function(const Graph *g, NativeConstant *c, const Function *f) {
    if (f->proto->part != g->part || f->proto->index == UINT32_MAX) return;
    c->kind = NATIVE_CONSTANT_FUNCTION;
    c->proto = f->proto->index;
    c->ncells = (uint16_t)f->ncells;
}

static void describe_object(const Graph *g, NativeConstant *c, Value v) {
    c->kind = NATIVE_CONSTANT_OBJECT;
    if (value_has_shape(v, &shape_str)) describe_text(c, value_str(v));
    if (value_has_shape(v, &shape_function)) describe_function(g, c, (Function *)value_object(v));
}

static uint32_t first_same(const Graph *g, Value v) {
    uint32_t i = 0;
    while (i < g->count && !value_same(g->objects[i], v)) i++;
    return i;
}

static void add(Graph *g, Value v) {
    NativeConstant *c = &g->constants[g->count];
    *c = (NativeConstant){.same = first_same(g, v)};
    if (value_is_int(v)) c->kind = NATIVE_CONSTANT_INT, c->bits = (uint64_t)value_int(v);
    else if (value_is_double(v)) c->kind = NATIVE_CONSTANT_FLOAT, c->bits = __builtin_bit_cast(uint64_t, value_float(v));
    else if (value_is_bool(v)) c->kind = NATIVE_CONSTANT_BOOL, c->bits = value_same(v, value_from_bool(true));
    else if (value_is_none(v)) c->kind = NATIVE_CONSTANT_NONE;
    else if (value_is_object(v) && heap_find_object((uintptr_t)value_object(v))) describe_object(g, c, v);
    g->objects[g->count++] = v;
}

// A function for whose captured variables there is no room is one that is known by its prototype alone.
static void add_captured(Graph *g, uint32_t constant) {
    NativeConstant *c = &g->constants[constant];
    if (c->kind != NATIVE_CONSTANT_FUNCTION || c->same != constant) return;
    const Function *f = (Function *)value_object(g->objects[constant]);
    if (f->ncells > TIER_CONSTANTS_MAX - g->count) {
        c->ncells = 0;
        return;
    }
    c->first = g->count;
    for (uint32_t i = 0; i < f->ncells; i++) add(g, f->cells[i]->content);
}

static uint32_t add_closures(Graph *g, TierProto *tier) {
    for (TierClosure *c = tier->closures; c < tier->closures + TIER_CLOSURES_MAX; c++) {
        if (c->seen < SEEN_MIN) continue;
        c->compiled = true;
        add(g, c->function);
    }
    return g->count;
}

void constants_take(TierProto *tier, TierJob *job) {
    Graph g = {.part = tier->function.proto->part, .objects = job->objects};
    g.constants = tier->closures ? calloc(TIER_CONSTANTS_MAX, sizeof *g.constants) : NULL;
    if (!g.constants) return;
    job->constants = g.constants;
    job->unit.constants = g.constants;
    job->unit.nclosure = add_closures(&g, tier);
    for (uint32_t i = 0; i < g.count; i++) add_captured(&g, i);
    job->unit.nconstant = g.count;
    tier->made_for += g.count > 0;
}
