// types.SimpleNamespace: an object that is its attributes.
#include "attr.h"
#include "class_int.h"
#include "dict.h"
#include "exception.h"
#include "simple_namespace.h"

static Value attributes(Thread *t, Value v) { return attr_get(t, v, names.__dict__); }

Value simple_namespace_new(Thread *t, const char *const *keys, const Value *values) {
    Object *o = class_instantiate(t, &class_simple_namespace);
    for (size_t i = 0; o && keys[i]; i++)
        if (!attr_set(t, value_from_object(o), str_intern_c(keys[i]), values[i])) return VALUE_ERROR;
    return value_or_error(o);
}

static Value namespace_dunder_new(Thread *t, Value *args, uint32_t nargs) { return value_or_error(class_instantiate(t, value_as_class(args[0]))); }

static Value namespace_init_method(Thread *t, Value *args, uint32_t nargs) {
    uint32_t position = 0;
    Value key, v;
    while (dict_next(value_dict(args[1]), &position, &key, &v))
        if (!attr_set(t, args[0], str_intern_str(value_str(key)), v)) return VALUE_ERROR;
    return VALUE_NONE;
}

static void add_attributes(Thread *t, StrBuilder *b, const Dict *all) {
    uint32_t position = 0;
    Value key, v;
    for (bool first = true; !b->failed && dict_next(all, &position, &key, &v); first = false) {
        if (!first) str_builder_add_c(b, ", ");
        str_builder_add_str(b, value_str(key));
        str_builder_add_c(b, "=");
        str_builder_add_repr(b, v);
    }
}

static Value namespace_repr(Thread *t, Value *args, uint32_t nargs) {
    Value all = attributes(t, args[0]);
    Class *cls = value_class(args[0]);
    StrBuilder b;
    if (value_is_error(all)) return all;
    str_builder_init(&b, t);
    str_builder_add_c(&b, cls == &class_simple_namespace ? "namespace" : cls->name->text);
    str_builder_add_c(&b, "(");
    if (repr_enter(t, args[0])) {
        add_attributes(t, &b, value_dict(all));
        repr_leave(t, args[0]);
    } else {
        str_builder_add_c(&b, "...");
    }
    str_builder_add_c(&b, ")");
    return value_or_error(str_builder_take(&b));
}

static Value namespace_eq(Thread *t, Value *args, uint32_t nargs) {
    if (!value_is_instance(args[1], &class_simple_namespace)) return VALUE_NOTIMPLEMENTED;
    Value a = attributes(t, args[0]), b = value_is_error(a) ? a : attributes(t, args[1]);
    return value_is_error(b) ? b : op_compare(t, DUNDER_EQ, a, b);
}

static const NativeDef natives[] = {
    {"__new__", namespace_dunder_new, "cls, /, *args, **kwargs", NATIVE_STATIC},
    {"__init__", namespace_init_method, "self, /, **kwargs", 0},
    {"__repr__", namespace_repr, "self, /", 0},
    {"__eq__", namespace_eq, "self, value, /", 0},
    {"__hash__", NULL, NULL, 0},
    {0},
};

void simple_namespace_init(void) {
    class_add_natives(&class_simple_namespace, natives);
    class_simple_namespace.module = value_from_object(str_intern_c("types"));
}
