// What the tier policy did, for people: --stats (a table per function at the end) and --explain-tier (a line per event).
// Plugs into the policy's events; the policy knows nothing of it.
#ifndef OTTER_PROFILER_H
#define OTTER_PROFILER_H

#include <stdio.h>

#include "jit/tier/tier.h"

// The events to give to tier_watch. `explain` not NULL: each event is also written there when it happens.
const TierEvents *profiler_events(FILE *explain);
// The table, functions with most samples first.
void profiler_print(FILE *to);
void profiler_print_json(FILE *to);

#endif
