// One record per function, found by its prototype. Events come on the program's thread only.
#include "profiler.h"

#include <stdlib.h>

typedef struct Record {
    const Proto *proto;
    uint32_t samples, functions, loops, failed, entered;
    uint64_t code_bytes, compile_us;
} Record;

static struct {
    Record *items;
    size_t count, capacity;
    FILE *explain;
} profile;

static Record *record_of(const Proto *p) {
    static Record scratch;
    for (size_t i = 0; i < profile.count; i++)
        if (profile.items[i].proto == p) return &profile.items[i];
    if (profile.count == profile.capacity) {
        size_t grown = profile.capacity * 2 + 64;
        Record *moved = realloc(profile.items, grown * sizeof *moved);
        if (!moved) return &scratch;
        profile.items = moved;
        profile.capacity = grown;
    }
    profile.items[profile.count] = (Record){.proto = p};
    return &profile.items[profile.count++];
}

static uint32_t line_of(const Proto *p, uint32_t pc) {
    const BcLine *line = bc_line_at(p->bc, pc);
    return line ? line->line : p->bc->line;
}

static void explain(const Proto *p, uint32_t pc, const char *what, const char *detail) {
    if (profile.explain) fprintf(profile.explain, "tier: %s:%u %s: %s%s\n", p->module->bc->path.text, line_of(p, pc), p->bc->qualname.text, what, detail);
}

static void sampled(const Proto *p) { record_of(p)->samples++; }

static void requested(const Proto *p, const NativeUnit *unit) {
    explain(p, unit->start, unit->midway ? "hot loop, to be compiled" : "hot function, to be compiled", "");
}

static void compiled(const Proto *p, const NativeUnit *unit, const TierCode *code) {
    Record *r = record_of(p);
    if (!code) {
        r->failed++;
        return explain(p, unit->start, "cannot be compiled, stays interpreted", "");
    }
    if (unit->midway) r->loops++;
    else r->functions++;
    r->code_bytes += code->bytes;
    r->compile_us += code->microseconds;
    char detail[64];
    snprintf(detail, sizeof detail, ", %zu bytes in %.1f ms%s", code->bytes, (double)code->microseconds / 1000, code->from_cache ? ", from the cache" : "");
    explain(p, unit->start, unit->midway ? "loop compiled" : "function compiled", detail);
}

static void entered(const Proto *p, uint32_t start) {
    record_of(p)->entered++;
    explain(p, start, "running loop replaced", "");
}

static const TierEvents events = {sampled, requested, compiled, entered};

const TierEvents *profiler_events(FILE *explain_to) {
    profile.explain = explain_to;
    return &events;
}

static int most_samples(const void *a, const void *b) {
    const Record *x = a, *y = b;
    return (x->samples < y->samples) - (x->samples > y->samples);
}

void profiler_print(FILE *to) {
    qsort(profile.items, profile.count, sizeof *profile.items, most_samples);
    fprintf(to, "%-32s %7s %9s %6s %8s %7s %10s\n", "function", "samples", "functions", "loops", "replaced", "bytes", "compile ms");
    for (size_t i = 0; i < profile.count; i++) {
        const Record *r = &profile.items[i];
        fprintf(to, "%-32.32s %7u %9u %6u %8u %7lu %10.1f%s\n", r->proto->bc->qualname.text, r->samples, r->functions, r->loops, r->entered,
                (unsigned long)r->code_bytes, (double)r->compile_us / 1000, r->failed ? "  (some could not be compiled)" : "");
    }
}

void profiler_print_json(FILE *to) {
    fputs("[", to);
    for (size_t i = 0; i < profile.count; i++) {
        const Record *r = &profile.items[i];
        fprintf(to, "%s\n  {\"function\": \"%s\", \"line\": %u, \"samples\": %u, \"functions\": %u, \"loops\": %u, \"replaced\": %u, \"failed\": %u, \"bytes\": %lu, \"compile_us\": %lu}",
                i ? "," : "", r->proto->bc->qualname.text, r->proto->bc->line, r->samples, r->functions, r->loops, r->entered, r->failed,
                (unsigned long)r->code_bytes, (unsigned long)r->compile_us);
    }
    fputs("\n]\n", to);
}
