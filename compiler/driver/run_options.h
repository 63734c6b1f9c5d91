// The options of `otter run` that say how the program is run: checked, and in numbers.
#ifndef OTTER_RUN_OPTIONS_H
#define OTTER_RUN_OPTIONS_H

#include <stdint.h>

#include "options.h"

typedef enum {
#define MODE(name, text, tier, meaning) MODE_##name,
#include "modes.def"
#undef MODE
    MODE_COUNT
} RunMode;

typedef struct {
    RunMode mode;
    int tier_max;              // of MODE_HYBRID
    bool stress_gc, stress_tier, stress_deopt, stress_cache;
    uint64_t failing_allocation;  // 0: none
    size_t heap_limit, cache_limit;
} RunOptions;

// Sets the tier policy's numbers (jit/tier/tier_options.def) as well, from the environment and then the command line. False:
// a message was written to stderr.
bool run_options_check(RunOptions *r, const Options *o);

#endif
