// What there is around a program that `otter check` looks at: asked of the runtime, which is started for it once.
#include "world.h"

#include <stdlib.h>
#include <string.h>

#include "compiler/base/vec.h"
#include "embedded.h"
#include "modules.h"
#include "stdlib/runtime/dict.h"
#include "stdlib/runtime/module.h"
#include "stdlib/runtime/runtime.h"
#include "stdlib/runtime/str.h"

typedef struct {
    const char *module;  // NULL: the builtins
    CheckNames names;
} Known;

static Arena *world_arena;
static VEC(Known *) world_known;

static Thread *start_runtime(void) {
    static Thread thread;
    static bool started, ok;
    static char *no_arguments[] = {NULL};
    if (!started) ok = runtime_init(&thread, 0, no_arguments, 0);
    started = true;
    return ok ? &thread : NULL;
}

static CheckNames list_names(Thread *t, Module *m) {
    VEC(const char *) names = {0};
    Dict *dict = m ? module_dict(t, m) : NULL;
    Value key, v;
    for (uint32_t at = 0; dict && dict_next(dict, &at, &key, &v);)
        if (value_is_str(key)) vec_push(&names, arena_copy_bytes(world_arena, value_str(key)->text, value_str(key)->nbytes));
    CheckNames result = {vec_copy_items(&names, world_arena), names.count};
    vec_fini(&names);
    return result;
}

static Module *find_module(Thread *t, const char *name) {
    if (!name) return module_builtins;
    Value m = module_import(t, str_intern_c(name));
    return value_is_error(m) ? NULL : (Module *)value_object(m);
}

static const CheckNames *world_names(const char *module) {
    for (uint32_t i = 0; i < world_known.count; i++) {
        const Known *known = world_known.items[i];
        if (module == known->module || (module && known->module && strcmp(module, known->module) == 0)) return &known->names;
    }
    if (module && (!native_module_find(module) || modules_find_file(world_arena, module))) return NULL;
    Thread *t = start_runtime();
    Known *known = arena_new(world_arena, Known);
    known->module = module ? arena_copy_bytes(world_arena, module, strlen(module)) : NULL;
    if (t) known->names = list_names(t, find_module(t, module));
    vec_push(&world_known, known);
    return &known->names;
}

static bool world_has_module(const char *dotted) {
    return native_module_find(dotted) || modules_find_file(world_arena, dotted) || embedded_find(world_arena, dotted) || modules_find_folder(dotted);
}

const CheckWorld *world_open(Arena *arena) {
    static const CheckWorld world = {world_names, world_has_module, true};
    world_arena = arena;
    return &world;
}

const CheckWorld *world_of_modules(Arena *arena) {
    static const CheckWorld world = {NULL, world_has_module, false};
    world_arena = arena;
    return &world;
}
