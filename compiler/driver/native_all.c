// Makes the linker take every native module into `otter`.
#include "stdlib/runtime/module.h"

#define NATIVE_MODULE(name) bool native_##name##_fill(Thread *t, Module *m);
#include "stdlib/native/native_modules.def"
#undef NATIVE_MODULE

[[gnu::used]] static bool (*const native_all[])(Thread *, Module *) = {
#define NATIVE_MODULE(name) native_##name##_fill,
#include "stdlib/native/native_modules.def"
#undef NATIVE_MODULE
};
