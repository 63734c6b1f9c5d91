// The table of native_known.h. Its entries are roots.
#include "native_known.h"

#include <string.h>

#include "heap.h"

Value native_known[NATIVE_KNOWN_COUNT];

static const char *const names[NATIVE_KNOWN_COUNT] = {
#define KNOWN(name, text) text,
#include "compiler/native/native_known.def"
#undef KNOWN
};

void native_known_init(void) {
    for (uint32_t i = 0; i < NATIVE_KNOWN_COUNT; i++) native_known[i] = VALUE_UNBOUND;
    heap_add_root(native_known, NATIVE_KNOWN_COUNT);
}

// Builtins have no prefix.
static bool is_name(const char *known, const char *module, const char *name) {
    size_t prefix = strlen(module);
    if (strcmp(module, "builtins") == 0) return strcmp(known, name) == 0;
    return strncmp(known, module, prefix) == 0 && known[prefix] == '.' && strcmp(known + prefix + 1, name) == 0;
}

void native_known_add(const char *module, const char *name, Value v) {
    for (uint32_t i = 0; i < NATIVE_KNOWN_COUNT; i++)
        if (is_name(names[i], module, name)) native_known[i] = v;
}
