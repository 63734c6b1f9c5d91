// What has been noted, for the reports.
#ifndef OTTER_PROFILER_INT_H
#define OTTER_PROFILER_INT_H

#include "compiler/base/strbuf.h"
#include "profiler.h"

typedef struct {
    uint32_t at, count;
} ProfileExit;

typedef struct ProfileRecord {
    const Proto *proto;
    uint32_t samples, compiled, functions, loops, failed, entered, dropped, cached, left;
    uint64_t code_bytes, compile_us, time_us;
    ProfileExit exits[8];   // the first instructions at which compiled code was left; zero counts behind the last
} ProfileRecord;

// A call seen on the stack at a sample: `caller` was running `callee`.
typedef struct {
    const Proto *caller, *callee;
    uint32_t samples;
} ProfileEdge;

typedef struct {
    ProfileRecord *records;
    size_t nrecord, record_capacity;
    ProfileEdge *edges;
    size_t nedge, edge_capacity;
    uint64_t samples, time_us, freed_bytes;
} Profile;

extern Profile profile;

// profiler_sights.c: what a request tells the compiler; nothing where it tells nothing.
void profile_put_sights(StrBuf *out, const Proto *p, const NativeUnit *unit);
uint32_t profile_line(const Proto *p, uint32_t pc);
// The record with most time first; edges with most samples.
void profile_sort(void);

#endif
