// itertools: iterators made of iterators. The classes are in itertools_*.c; this file puts the module together.
#include "itertools_int.h"
#include "stdlib/runtime/module.h"
#include "stdlib/runtime/str.h"

bool native_itertools_fill(Thread *t, Module *m);

void itertools_add_class(Class *cls, const NativeDef *methods) {
    cls->module = value_from_object(str_intern_c("itertools"));
    class_add_natives(cls, methods);
}

static void add_classes(Thread *t, Module *m) {
    static Class *const classes[] = {
        &class_itertools_accumulate, &class_itertools_chain,        &class_itertools_combinations, &class_itertools_combinations_with_replacement,
        &class_itertools_compress,   &class_itertools_count,        &class_itertools_cycle,        &class_itertools_dropwhile,
        &class_itertools_filterfalse, &class_itertools_groupby,     &class_itertools_islice,       &class_itertools_pairwise,
        &class_itertools_permutations, &class_itertools_product,    &class_itertools_repeat,       &class_itertools_starmap,
        &class_itertools_takewhile,  &class_itertools_zip_longest,
    };
    for (size_t i = 0; i < sizeof classes / sizeof *classes; i++) module_add_value(t, m, classes[i]->name->text, value_from_object(classes[i]));
}

bool native_itertools_fill(Thread *t, Module *m) {
    itertools_init_endless();
    itertools_init_chosen();
    itertools_init_joined();
    itertools_init_groups();
    itertools_init_tee();
    itertools_init_arranged();
    add_classes(t, m);
    module_add_natives(t, m, itertools_tee_def);
    return true;
}
