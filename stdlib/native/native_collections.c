// _collections: what the collections module takes from C.
#include "stdlib/runtime/class_int.h"
#include "stdlib/runtime/containers.h"
#include "stdlib/runtime/dict.h"
#include "stdlib/runtime/int.h"
#include "stdlib/runtime/iter.h"
#include "stdlib/runtime/module.h"
#include "stdlib/runtime/native.h"

bool native__collections_fill(Thread *t, Module *m);

static Value one_more(Thread *t, Value n) {
    if (value_is_unbound(n)) return value_from_small(1);
    return value_is_int(n) && value_int(n) < VALUE_INT_MAX ? value_from_small(value_int(n) + 1) : op_add(t, n, value_from_small(1));
}

static bool count_item(Thread *t, Dict *d, Value key) {
    Value n = dict_get(t, d, key);
    if (value_is_error(n)) return false;
    n = one_more(t, n);
    return !value_is_error(n) && dict_set(t, d, key, n);
}

// Counter.update of an iterable: counts go straight into the dict.
static Value count_elements(Thread *t, Value *args, uint32_t nargs) {
    if (!value_is_dict(args[0])) return error_type(t, "_count_elements() argument 1 must be dict, not %A", args[0]);
    IterCursor c;
    if (!iter_begin(t, &c, args[1])) return VALUE_ERROR;
    for (;;) {
        Value key = iter_step(t, &c);
        if (value_is_unbound(key)) return VALUE_NONE;
        if (value_is_error(key) || !count_item(t, value_dict(args[0]), key)) return VALUE_ERROR;
    }
}

// Patterns take the instances of a class as they take those of another: list and dict, or a class that counts as one.
static Value match_as(Thread *t, Value *args, uint32_t nargs) {
    if (!value_is_class(args[0]) || !value_is_class(args[1])) return error_type(t, "_match_as() takes classes");
    Class *cls = value_as_class(args[0]), *like = value_as_class(args[1]);
    uint32_t flags = like == &class_list ? CLASS_SEQUENCE : like == &class_dict ? CLASS_MAPPING : like->flags & (CLASS_SEQUENCE | CLASS_MAPPING);
    if (!(cls->flags & CLASS_BUILTIN)) cls->flags |= flags;
    return VALUE_NONE;
}

static const NativeDef functions[] = {
    {"_count_elements", count_elements, "mapping, iterable, /", 0},
    {"_move_last", ordered_dict_move_last, "mapping, key, /", 0},
    {"_take_end", ordered_dict_take_end, "mapping, last, /", 0},
    {"_match_as", match_as, "cls, like, /", 0},
    {},
};

bool native__collections_fill(Thread *t, Module *m) {
    defaultdict_init();
    deque_init();
    tuplegetter_init();
    module_add_natives(t, m, functions);
    module_add_value(t, m, "deque", value_from_object(&class_deque));
    module_add_value(t, m, "defaultdict", value_from_object(&class_defaultdict));
    module_add_value(t, m, "_tuplegetter", value_from_object(&class_tuplegetter));
    return true;
}
