// The builtins module is put together here.
#include "builtins.h"

#include "class_int.h"
#include "native_known.h"
#include "struct.h"

static Class *const builtin_classes[] = {
    &class_object, &class_type,  &class_int,   &class_bool,     &class_float,        &class_complex,     &class_str,         &class_bytes, &class_bytearray,
    &class_list,   &class_tuple, &class_dict,  &class_set,      &class_frozenset,    &class_range,       &class_slice, &class_property,
    &class_super,  &class_zip,   &class_map,   &class_filter,   &class_staticmethod, &class_classmethod, &class_reversed, &class_enumerate,
#define SIZED(name, kind, bits) &class_##name,
#include "compiler/bytecode/sized.def"
#undef SIZED
    &class_tasks,
#define EXCEPTION(name, base) &class_##name,
#include "exceptions.def"
#undef EXCEPTION
};

static Value builtins_root;

static void add_classes(Thread *t) {
    for (size_t i = 0; i < sizeof builtin_classes / sizeof *builtin_classes; i++)
        module_set(t, module_builtins, builtin_classes[i]->name, value_from_object(builtin_classes[i]));
    native_known_add(module_builtins, "int", value_from_object(&class_int));
    native_known_add(module_builtins, "float", value_from_object(&class_float));
    module_add_value(t, module_builtins, "f64", value_from_object(&class_float));
    module_add_value(t, module_builtins, "EnvironmentError", value_from_object(&class_OSError));
    module_add_value(t, module_builtins, "IOError", value_from_object(&class_OSError));
}

static void set_direct(const char *name, NativeFn fn) {
    ((Native *)value_object(module_get(module_builtins, str_intern_c(name))))->direct = fn;
}

bool builtins_init(Thread *t) {
    native_known_init();
    module_builtins = module_new_native(t, "builtins");
    if (!module_builtins) return false;
    builtins_root = value_from_object(module_builtins);
    heap_add_root(&builtins_root, 1);
    if (!dict_set_str(t, module_table(), module_builtins->name, builtins_root)) return false;
    module_add_natives(t, module_builtins, builtins_output);
    module_add_natives(t, module_builtins, builtins_object);
    module_add_natives(t, module_builtins, builtins_class);
    module_add_natives(t, module_builtins, builtins_number);
    module_add_natives(t, module_builtins, builtins_iter);
    set_direct("print", builtin_print_direct);
    set_direct("sorted", builtin_sorted_direct);
    set_direct("min", builtin_min_direct);
    set_direct("max", builtin_max_direct);
    module_add_value(t, module_builtins, "NotImplemented", VALUE_NOTIMPLEMENTED);
    module_add_value(t, module_builtins, "Ellipsis", VALUE_ELLIPSIS);
    module_add_value(t, module_builtins, "None", VALUE_NONE);
    module_add_value(t, module_builtins, "True", VALUE_TRUE);
    module_add_value(t, module_builtins, "False", VALUE_FALSE);
    module_add_value(t, module_builtins, "__debug__", VALUE_TRUE);
    module_add_value(t, module_builtins, "__builtins__", builtins_root);
    add_classes(t);
    return enum_prelude(t);
}
