#include "tier_options.h"

#include <string.h>

typedef enum { DEVELOPMENT, DEFAULT, PRODUCTION, PRESET_COUNT } Preset;

static const char *const names[PRESET_COUNT] = {"development", "default", "production"};

TierOptions tier_options = {
#define TIER_OPTION(field, name, development, usual, production, text) .field = usual,
#include "tier_options.def"
#undef TIER_OPTION
};

static const TierOptions presets[PRESET_COUNT] = {
    {
#define TIER_OPTION(field, name, development, usual, production, text) .field = development,
#include "tier_options.def"
#undef TIER_OPTION
    },
    {
#define TIER_OPTION(field, name, development, usual, production, text) .field = usual,
#include "tier_options.def"
#undef TIER_OPTION
    },
    {
#define TIER_OPTION(field, name, development, usual, production, text) .field = production,
#include "tier_options.def"
#undef TIER_OPTION
    },
};

bool tier_options_preset(const char *name) {
    for (int i = 0; i < PRESET_COUNT; i++) {
        if (strcmp(names[i], name) != 0) continue;
        tier_options = presets[i];
        return true;
    }
    return false;
}
