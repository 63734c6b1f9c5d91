// The table of native modules. It refers to them weakly: an executable carries those that its program imports, which the
// linker is told by name (compiler/driver/command_build.c); `otter` itself asks for all (compiler/driver/native_all.c).
#include "stdlib/runtime/module.h"

#define NATIVE_MODULE(name) [[gnu::weak]] bool native_##name##_fill(Thread *t, Module *m);
#include "native_modules.def"
#undef NATIVE_MODULE

static const NativeModuleDef native_modules[] = {
#define NATIVE_MODULE(name) {#name, native_##name##_fill},
#include "native_modules.def"
#undef NATIVE_MODULE
};

const NativeModuleDef *native_module_find(const char *name) {
    for (size_t i = 0; i < sizeof native_modules / sizeof *native_modules; i++)
        if (native_modules[i].fill && strcmp(native_modules[i].name, name) == 0) return &native_modules[i];
    return NULL;
}

// `import builtins` gives the module every global name falls back to; it exists from the start.
bool native_builtins_fill(Thread *t, Module *m) { return true; }
