// The numbers of the tier policy (tier_options.def), by preset and by name.
#ifndef OTTER_TIER_OPTIONS_H
#define OTTER_TIER_OPTIONS_H

#include <stdint.h>

typedef struct {
#define TIER_OPTION(field, name, development, usual, production, text) uint64_t field;
#include "jit/tier/tier_options.def"
#undef TIER_OPTION
} TierOptions;

extern TierOptions tier_options;  // the default preset, until set

// "development", "default" or "production"; false: no such preset.
bool tier_options_preset(const char *name);

#endif
