// The reports: a table, the exits, the hottest path through the call graph; or all of it as JSON.
#include "profiler_int.h"

enum { EDGES_SHOWN = 10, PATH_MAX_LENGTH = 12 };

static double share(uint32_t samples) { return profile.samples ? 100.0 * samples / (double)profile.samples : 0; }
static double share_of_time(const ProfileRecord *r) { return profile.time_us ? 100.0 * (double)r->time_us / (double)profile.time_us : 0; }
static const char *name_of(const Proto *p) { return p->bc->qualname.text; }

// The highest tier the function reached.
static const char *tier_name(const ProfileRecord *r) {
    return r->functions ? "T3" : r->loops ? "T3 loop" : r->proto->baseline ? "T2" : "T1";
}

static void print_table(FILE *to) {
    fprintf(to, "%-32s %-7s %6s %7s %6s %9s %6s %8s %6s %7s %7s %10s\n", "function", "tier", "time", "samples", "in T3", "functions", "loops", "replaced", "exits",
            "dropped", "bytes", "compile ms");
    for (size_t i = 0; i < profile.nrecord; i++) {
        const ProfileRecord *r = &profile.records[i];
        fprintf(to, "%-32.32s %-7s %5.1f%% %7u %6u %9u %6u %8u %6u %7u %7lu %10.1f%s%s\n", name_of(r->proto), tier_name(r), share_of_time(r), r->samples, r->compiled,
                r->functions, r->loops, r->entered, r->left, r->dropped, (unsigned long)r->code_bytes, (double)r->compile_us / 1000,
                r->cached ? "  (from the cache)" : "", r->failed ? "  (some could not be compiled)" : "");
    }
}

static void print_exits(FILE *to) {
    bool first = true;
    for (size_t i = 0; i < profile.nrecord; i++) {
        const ProfileRecord *r = &profile.records[i];
        for (size_t e = 0; e < sizeof r->exits / sizeof *r->exits && r->exits[e].count; e++) {
            if (first) fputs("\nexits from compiled code\n", to);
            first = false;
            fprintf(to, "  %8u  %s:%u  %s\n", r->exits[e].count, name_of(r->proto), profile_line(r->proto, r->exits[e].at),
                    bc_op_info(bc_op(r->proto->bc->code[r->exits[e].at]))->name);
        }
    }
}

static const ProfileEdge *hottest_from(const Proto *caller) {
    for (size_t i = 0; i < profile.nedge; i++)
        if (profile.edges[i].caller == caller && profile.edges[i].callee != caller) return &profile.edges[i];
    return NULL;
}

static bool is_called(const Proto *p) {
    for (size_t i = 0; i < profile.nedge; i++)
        if (profile.edges[i].callee == p && profile.edges[i].caller != p) return true;
    return false;
}

// From the outermost caller with most samples down, always along the heaviest call.
static void print_hot_path(FILE *to) {
    const Proto *p = NULL;
    for (size_t i = 0; i < profile.nedge && !p; i++)
        if (!is_called(profile.edges[i].caller)) p = profile.edges[i].caller;
    if (!p) return;
    fprintf(to, "\nhot path\n  %s", name_of(p));
    for (int length = 0; p && length < PATH_MAX_LENGTH; length++) {
        const ProfileEdge *e = hottest_from(p);
        if (e) fprintf(to, " -> %s (%.0f%%)", name_of(e->callee), share(e->samples));
        p = e ? e->callee : NULL;
    }
    fputc('\n', to);
}

static void print_calls(FILE *to) {
    if (profile.nedge) fputs("\ncalls by samples\n", to);
    for (size_t i = 0; i < profile.nedge && i < EDGES_SHOWN; i++)
        fprintf(to, "  %5.1f%%  %s -> %s\n", share(profile.edges[i].samples), name_of(profile.edges[i].caller), name_of(profile.edges[i].callee));
}

void profiler_print(FILE *to) {
    profile_sort();
    print_table(to);
    print_exits(to);
    print_hot_path(to);
    print_calls(to);
    if (profile.freed_bytes) fprintf(to, "\n%lu bytes of code given back\n", (unsigned long)profile.freed_bytes);
}

// --- JSON

static void print_json_exits(FILE *to, const ProfileRecord *r) {
    for (size_t e = 0; e < sizeof r->exits / sizeof *r->exits && r->exits[e].count; e++)
        fprintf(to, "%s{\"line\": %u, \"op\": \"%s\", \"count\": %u}", e ? ", " : "", profile_line(r->proto, r->exits[e].at),
                bc_op_info(bc_op(r->proto->bc->code[r->exits[e].at]))->name, r->exits[e].count);
}

static void print_json_record(FILE *to, const ProfileRecord *r) {
    fprintf(to, "{\"function\": \"%s\", \"line\": %u, \"tier\": \"%s\", \"share\": %.4f, \"samples\": %u, \"compiled\": %u, ", name_of(r->proto), r->proto->bc->line,
            tier_name(r), share_of_time(r) / 100, r->samples, r->compiled);
    fprintf(to, "\"functions\": %u, \"loops\": %u, \"replaced\": %u, \"failed\": %u, \"dropped\": %u, \"cached\": %u, \"bytes\": %lu, \"compile_us\": %lu, \"exits\": [",
            r->functions, r->loops, r->entered, r->failed, r->dropped, r->cached, (unsigned long)r->code_bytes, (unsigned long)r->compile_us);
    print_json_exits(to, r);
    fputs("]}", to);
}

void profiler_print_json(FILE *to) {
    profile_sort();
    fprintf(to, "{\"samples\": %lu, \"freed_bytes\": %lu, \"functions\": [", (unsigned long)profile.samples, (unsigned long)profile.freed_bytes);
    for (size_t i = 0; i < profile.nrecord; i++) {
        fputs(i ? ",\n  " : "\n  ", to);
        print_json_record(to, &profile.records[i]);
    }
    fputs("\n], \"calls\": [", to);
    for (size_t i = 0; i < profile.nedge; i++)
        fprintf(to, "%s\n  {\"caller\": \"%s\", \"callee\": \"%s\", \"samples\": %u}", i ? "," : "", name_of(profile.edges[i].caller),
                name_of(profile.edges[i].callee), profile.edges[i].samples);
    fputs("\n]}\n", to);
}
