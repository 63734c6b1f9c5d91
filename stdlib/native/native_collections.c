// _collections: what the collections module takes from C.
#include "stdlib/runtime/class.h"
#include "stdlib/runtime/module.h"
#include "stdlib/runtime/native.h"

bool native__collections_fill(Thread *t, Module *m);

bool native__collections_fill(Thread *t, Module *m) {
    module_add_value(t, m, "deque", value_from_object(&class_deque));
    module_add_value(t, m, "_tuplegetter", value_from_object(&class_tuplegetter));
    return true;
}
