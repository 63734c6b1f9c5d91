// A subclass of tuple with one computed attribute per item; the names are found again in __match_args__.
#include "struct_sequence.h"

#include <stdlib.h>

#include "stdlib/runtime/class.h"
#include "stdlib/runtime/dict.h"
#include "stdlib/runtime/exception.h"
#include "stdlib/runtime/native.h"
#include "stdlib/runtime/str.h"
#include "stdlib/runtime/tuple.h"

#define INDICES(F) F(0) F(1) F(2) F(3) F(4) F(5) F(6) F(7) F(8) F(9) F(10) F(11) F(12) F(13) F(14) F(15)

#define F(i) \
    static Value sequence_item_##i(Thread *t, Value *args, uint32_t nargs) { return value_tuple(args[0])->items[i]; }
INDICES(F)
#undef F

static const NativeFn sequence_items[STRUCT_SEQUENCE_MAX] = {
#define F(i) sequence_item_##i,
    INDICES(F)
#undef F
};

static Value sequence_repr(Thread *t, Value *args, uint32_t nargs) {
    Class *cls = value_class(args[0]);
    const Tuple *names = value_tuple(class_lookup(cls, str_intern_c("__match_args__"))), *items = value_tuple(args[0]);
    StrBuilder b;
    str_builder_init(&b, t);
    str_builder_add_str(&b, value_str(cls->module));
    str_builder_add_c(&b, ".");
    str_builder_add_str(&b, cls->name);
    for (size_t i = 0; i < items->length; i++) {
        str_builder_add_c(&b, i ? ", " : "(");
        str_builder_add_str(&b, value_str(names->items[i]));
        str_builder_add_c(&b, "=");
        str_builder_add_repr(&b, items->items[i]);
    }
    str_builder_add_c(&b, ")");
    Str *s = str_builder_take(&b);
    return s ? value_from_object(s) : VALUE_ERROR;
}

static Tuple *sequence_names(Thread *t, const char *const *names, size_t n) {
    Tuple *tuple = tuple_new(t, n);
    for (size_t i = 0; tuple && i < n; i++) tuple->items[i] = value_from_object(str_intern_c(names[i]));
    return tuple;
}

bool struct_sequence_describe(Thread *t, Dict *ns, const char *const *names, size_t n, size_t fields) {
    Tuple *match = sequence_names(t, names, n);
    return match && dict_set_str(t, ns, str_intern_c("__match_args__"), value_from_object(match)) &&
           dict_set_str(t, ns, str_intern_c("__slots__"), value_from_object(tuple_empty())) &&
           dict_set_str(t, ns, str_intern_c("n_sequence_fields"), value_from_small((int64_t)n)) &&
           dict_set_str(t, ns, str_intern_c("n_fields"), value_from_small((int64_t)fields)) &&
           dict_set_str(t, ns, str_intern_c("n_unnamed_fields"), value_from_small(0));
}

static Class *sequence_class(Thread *t, const char *qualified, const char *const *names, size_t n) {
    const char *dot = strchr(qualified, '.');
    Str *name = str_intern_c(dot + 1), *module = str_intern(qualified, (size_t)(dot - qualified));
    Tuple *bases = tuple_from(t, (Value[]){value_from_object(&class_tuple)}, 1);
    Dict *ns = bases ? dict_new(t) : NULL;
    if (!ns || !dict_set_str(t, ns, str_intern_c("__module__"), value_from_object(module))) return NULL;
    if (!struct_sequence_describe(t, ns, names, n, n)) return NULL;
    Class *cls = class_new(t, name, name, bases, ns, NULL);
    if (cls) cls->flags |= CLASS_QUALIFIED;
    return cls;
}

Value struct_sequence_new(Thread *t, const char *qualified, const char *const *names, const Value *items) {
    size_t n = 0;
    while (names[n]) n++;
    Class *cls = sequence_class(t, qualified, names, n);
    NativeDef *defs = cls ? calloc(n + 2, sizeof *defs) : NULL;  // kept by the class
    if (!defs) return cls ? error_out_of_memory(t) : VALUE_ERROR;
    defs[0] = (NativeDef){"__repr__", sequence_repr, "self, /", 0};
    for (size_t i = 0; i < n; i++) defs[i + 1] = (NativeDef){names[i], sequence_items[i], "self, /", NATIVE_GETTER};
    class_add_natives(cls, defs);
    Tuple *o = (Tuple *)class_instantiate_sized(t, cls, n * sizeof(Value));
    if (!o) return VALUE_ERROR;
    o->length = n;
    memcpy(o->items, items, n * sizeof(Value));
    return value_from_object(o);
}
