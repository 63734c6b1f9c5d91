// Notes events: one record per function, one edge per pair of caller and callee seen on the stack at a sample. Both are found by
// hash of the prototypes' addresses. Events come under the policy's lock.
#include "profiler.h"

#include <stdlib.h>
#include <time.h>

#include "profiler_int.h"
#include "stdlib/runtime/frame.h"
#include "stdlib/runtime/function.h"

enum { DEPTH_MAX = 24, INDEX_SIZE = 4096 };

Profile profile;
static FILE *explain_to;
static uint32_t record_index[INDEX_SIZE], edge_index[INDEX_SIZE];  // number + 1 of the first seen in a slot

static size_t slot_of(const void *a, const void *b) { return ((uintptr_t)a / 16 * 31 + (uintptr_t)b / 16) * 0x9E3779B97F4A7C15u >> 52; }

static void *grow(void *items, size_t count, size_t *capacity, size_t size) {
    if (count < *capacity) return items;
    size_t grown = *capacity * 2 + 64;
    void *moved = realloc(items, grown * size);
    if (moved) *capacity = grown;
    return moved;
}

static ProfileRecord *find_record(const Proto *p, size_t slot) {
    for (size_t i = record_index[slot] ? record_index[slot] - 1 : profile.nrecord; i < profile.nrecord; i++)
        if (profile.records[i].proto == p) return &profile.records[i];
    return NULL;
}

static ProfileRecord *record_of(const Proto *p) {
    static ProfileRecord scratch;
    size_t slot = slot_of(p, NULL);
    ProfileRecord *found = find_record(p, slot), *moved;
    if (found) return found;
    if (!(moved = grow(profile.records, profile.nrecord, &profile.record_capacity, sizeof *moved))) return &scratch;
    profile.records = moved;
    if (!record_index[slot]) record_index[slot] = (uint32_t)profile.nrecord + 1;
    profile.records[profile.nrecord] = (ProfileRecord){.proto = p};
    return &profile.records[profile.nrecord++];
}

static void count_edge(const Proto *caller, const Proto *callee) {
    size_t slot = slot_of(caller, callee);
    ProfileEdge *moved;
    for (size_t i = edge_index[slot] ? edge_index[slot] - 1 : profile.nedge; i < profile.nedge; i++) {
        if (profile.edges[i].caller != caller || profile.edges[i].callee != callee) continue;
        profile.edges[i].samples++;
        return;
    }
    if (!(moved = grow(profile.edges, profile.nedge, &profile.edge_capacity, sizeof *moved))) return;
    profile.edges = moved;
    if (!edge_index[slot]) edge_index[slot] = (uint32_t)profile.nedge + 1;
    profile.edges[profile.nedge++] = (ProfileEdge){caller, callee, 1};
}

uint32_t profile_line(const Proto *p, uint32_t pc) {
    const BcLine *line = bc_line_at(p->bc, pc);
    return line ? line->line : p->bc->line;
}

// --- the events

static void explain(const Proto *p, uint32_t pc, const char *what, const char *detail) {
    if (explain_to) fprintf(explain_to, "tier: %s:%u %s: %s%s\n", p->part->bc->path.text, profile_line(p, pc), p->bc->qualname.text, what, detail);
}

static const Proto *proto_of(const Value *base) { return ((const Function *)value_object(frame_callee(base)))->proto; }

// Processor time that the thread has taken since its last sample: who answers is given all of it, for polls may be far apart in helpers
// written in C, and nearer in bytecode.
static uint64_t time_passed(void) {
    static thread_local uint64_t before;
    struct timespec t;
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &t);
    uint64_t now = (uint64_t)t.tv_sec * 1000000 + (uint64_t)t.tv_nsec / 1000, passed = before ? now - before : 0;
    before = now;
    return passed;
}

// Frames that the interpreter called know their callers; the walk ends at the first that was called from C.
static void sampled(const Proto *p, const Value *caller, bool compiled) {
    ProfileRecord *r = record_of(p);
    uint64_t passed = time_passed();
    r->samples++;
    r->compiled += compiled;
    r->time_us += passed;
    profile.samples++;
    profile.time_us += passed;
    for (int depth = 0; depth < DEPTH_MAX && caller; depth++) {
        count_edge(proto_of(caller), p);
        p = proto_of(caller);
        caller = frame_pc(caller) ? frame_caller(caller) : NULL;
    }
}

static void requested(const Proto *p, const NativeUnit *unit, TierReason why) {
    char detail[96];
    snprintf(detail, sizeof detail, ": %s", tier_reason_text(why));
    explain(p, unit->start, unit->midway ? "loop to be compiled" : "function to be compiled", detail);
    StrBuf seen = {0};
    if (explain_to) profile_put_sights(&seen, p, unit);
    if (seen.length) explain(p, unit->start, "seen:", strbuf_text(&seen));
    strbuf_fini(&seen);
}

static void compiled(const Proto *p, const NativeUnit *unit, const TierCode *code) {
    ProfileRecord *r = record_of(p);
    char detail[64];
    if (code->outcome != TIER_COMPILED) {
        r->failed++;
        snprintf(detail, sizeof detail, ": %s", tier_outcome_text(code->outcome));
        return explain(p, unit->start, unit->midway ? "loop stays in bytecode" : "function stays in bytecode", detail);
    }
    if (unit->midway) r->loops++;
    else r->functions++;
    r->cached += code->from_cache;
    r->code_bytes += code->bytes;
    r->compile_us += code->microseconds;
    snprintf(detail, sizeof detail, ", %zu bytes in %.1f ms%s", code->bytes, (double)code->microseconds / 1000, code->from_cache ? ", from the cache" : "");
    explain(p, unit->start, unit->midway ? "loop compiled" : "function compiled", detail);
}

static void entered(const Proto *p, uint32_t start) {
    uint32_t times = ++record_of(p)->entered;
    if ((times & (times - 1)) == 0) explain(p, start, "running loop replaced", "");
}

// The first, the second, the fourth ... are told of.
static void left(const Proto *p, uint32_t at) {
    ProfileRecord *r = record_of(p);
    r->left++;
    for (size_t i = 0; i < sizeof r->exits / sizeof *r->exits; i++) {
        ProfileExit *e = &r->exits[i];
        if (e->count && e->at != at) continue;
        e->at = at;
        char detail[96];
        uint32_t times = ++e->count;
        snprintf(detail, sizeof detail, " at %u %s (%u)", at, bc_op_info(bc_op(p->bc->code[at]))->name, times);
        if ((times & (times - 1)) == 0) explain(p, at, "compiled code left", detail);
        return;
    }
}

static void dropped(const Proto *p, uint32_t start, bool midway, size_t bytes, TierReason why) {
    record_of(p)->dropped++;
    char detail[96];
    snprintf(detail, sizeof detail, ": %s", tier_reason_text(why));
    explain(p, start, midway ? "loop's code dropped" : "function's code dropped", detail);
}

static void freed(size_t bytes) { profile.freed_bytes += bytes; }

static const TierEvents events = {sampled, requested, compiled, entered, left, dropped, freed};

const TierEvents *profiler_events(FILE *explain) {
    explain_to = explain;
    return &events;
}

// --- order

static int more_time(const void *a, const void *b) {
    const ProfileRecord *x = a, *y = b;
    if (x->time_us != y->time_us) return (x->time_us < y->time_us) - (x->time_us > y->time_us);
    return (x->samples < y->samples) - (x->samples > y->samples);
}

static int more_travelled(const void *a, const void *b) {
    const ProfileEdge *x = a, *y = b;
    return (x->samples < y->samples) - (x->samples > y->samples);
}

void profile_sort(void) {
    if (profile.nrecord) qsort(profile.records, profile.nrecord, sizeof *profile.records, more_time);
    if (profile.nedge) qsort(profile.edges, profile.nedge, sizeof *profile.edges, more_travelled);
}
