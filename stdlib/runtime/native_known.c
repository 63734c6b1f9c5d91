// The table of native_known.h. Its entries are roots.
#include "native_known.h"

#include <string.h>

#include "heap.h"
#include "str.h"

Value native_known[NATIVE_KNOWN_COUNT], native_known_home[NATIVE_KNOWN_COUNT];

static const char *const names[NATIVE_KNOWN_COUNT] = {
#define KNOWN(name, text) text,
#include "compiler/native/native_known.def"
#undef KNOWN
};

void native_known_init(void) {
    for (uint32_t i = 0; i < NATIVE_KNOWN_COUNT; i++) native_known[i] = native_known_home[i] = VALUE_UNBOUND;
    heap_add_root(native_known, NATIVE_KNOWN_COUNT);
    heap_add_root(native_known_home, NATIVE_KNOWN_COUNT);
}

// Builtins have no prefix.
static bool is_name(const char *known, const char *module, const char *name) {
    size_t prefix = strlen(module);
    if (strcmp(module, "builtins") == 0) return strcmp(known, name) == 0;
    return strncmp(known, module, prefix) == 0 && known[prefix] == '.' && strcmp(known + prefix + 1, name) == 0;
}

void native_known_add(const Module *m, const char *name, Value v) {
    for (uint32_t i = 0; i < NATIVE_KNOWN_COUNT; i++) {
        if (!is_name(names[i], m->name->text, name)) continue;
        native_known[i] = v;
        native_known_home[i] = value_from_object(m);
    }
}

void native_known_forget(const Module *m, const Str *name) {
    for (uint32_t i = 0; i < NATIVE_KNOWN_COUNT; i++)
        if (value_same(native_known_home[i], value_from_object(m)) && is_name(names[i], m->name->text, name->text)) native_known_home[i] = VALUE_UNBOUND;
}
