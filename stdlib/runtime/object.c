// What every object can do: the class of a value, and the methods of `object`.
#include "class_int.h"

#include <stdio.h>

Class *value_class(Value v) {
    if (value_is_int(v)) return &class_int;
    if (value_is_double(v)) return &class_float;
    if (value_is_object(v)) return value_object(v)->shape->cls;
    if (value_is_none(v)) return &class_none;
    if (value_is_bool(v)) return &class_bool;
    if (value_same(v, VALUE_ELLIPSIS)) return &class_ellipsis;
    return value_same(v, VALUE_NOTIMPLEMENTED) ? &class_notimplemented : &class_object;
}

const char *value_type_name(Value v) { return value_class(v)->name->text; }

// --- making instances

static Value excess_arguments(Thread *t, Class *cls) {
    if (!class_is_native(cls->dunders[DUNDER_NEW], object_new))
        return error_type(t, "object.__new__() takes exactly one argument (the type to instantiate)");
    if (class_is_native(cls->dunders[DUNDER_INIT], object_init)) return error_type(t, "%S() takes no arguments", cls->name);
    return VALUE_NONE;
}

// Abstract classes name what is missing.
static Value abstract_error(Thread *t, Class *cls) {
    Value missing = class_lookup(cls, names.__abstractmethods__);
    List *list = value_is_unbound(missing) ? NULL : list_from_iterable(t, missing);
    if (!list || !list_sort(t, list, VALUE_NONE, false)) return VALUE_ERROR;
    StrBuilder b;
    str_builder_init(&b, t);
    for (uint64_t i = 0; i < list->length; i++) {
        if (i > 0) str_builder_add_c(&b, ", ");
        str_builder_add_str(&b, value_str(list->buffer->values[i]));
    }
    Str *text = str_builder_take(&b);
    if (!text) return VALUE_ERROR;
    return error_type(t, "Can't instantiate abstract class %S with abstract method%s %S", cls->name, list->length == 1 ? "" : "s", text);
}

Value object_new(Thread *t, Value *args, uint32_t nargs) {
    if (!value_is_class(args[0])) return error_type(t, "object.__new__(X): X is not a type object (%T)", args[0]);
    Class *cls = value_as_class(args[0]), *solid = cls;
    bool excess = value_tuple(args[1])->length > 0 || value_dict(args[2])->live > 0;
    if (excess && value_is_error(excess_arguments(t, cls))) return VALUE_ERROR;
    while (!(solid->flags & CLASS_BUILTIN)) solid = solid->base;
    if (!class_is_native(solid->dunders[DUNDER_NEW], object_new))
        return error_type(t, "object.__new__(%S) is not safe, use %S.__new__()", cls->name, solid->name);
    if (solid->flags & CLASS_FINAL) return error_type(t, "cannot create '%S' instances", cls->name);
    if (cls->flags & CLASS_ABSTRACT) return abstract_error(t, cls);
    return value_or_error(class_instantiate(t, cls));
}

Value object_init(Thread *t, Value *args, uint32_t nargs) {
    Class *cls = value_class(args[0]);
    bool excess = value_tuple(args[1])->length > 0 || value_dict(args[2])->live > 0;
    if (!excess) return VALUE_NONE;
    if (!class_is_native(cls->dunders[DUNDER_INIT], object_init))
        return error_type(t, "object.__init__() takes exactly one argument (the instance to initialize)");
    if (class_is_native(cls->dunders[DUNDER_NEW], object_new))
        return error_type(t, "%S.__init__() takes exactly one argument (the instance to initialize)", cls->name);
    return VALUE_NONE;
}

Value object_init_subclass(Thread *t, Value *args, uint32_t nargs) {
    if (value_dict(args[1])->live == 0) return VALUE_NONE;
    return error_type(t, "%S.__init_subclass__() takes no keyword arguments", value_as_class(args[0])->qualname);
}

static Value object_subclasshook(Thread *t, Value *args, uint32_t nargs) { return VALUE_NOTIMPLEMENTED; }

// --- text

static Value object_repr(Thread *t, Value *args, uint32_t nargs) {
    Class *cls = value_class(args[0]);
    StrBuilder b;
    char address[32];
    snprintf(address, sizeof address, " object at %p>", value_is_object(args[0]) ? (void *)value_object(args[0]) : NULL);
    str_builder_init(&b, t);
    str_builder_add_c(&b, "<");
    if (value_is_str(cls->module) && !str_equal_c(value_str(cls->module), "builtins")) {
        str_builder_add_str(&b, value_str(cls->module));
        str_builder_add_c(&b, ".");
    }
    str_builder_add_str(&b, cls->qualname);
    str_builder_add_c(&b, address);
    return value_or_error(str_builder_take(&b));
}

// What __repr__ gives; str() itself checks that it is a string.
static Value object_str(Thread *t, Value *args, uint32_t nargs) { return call_dunder(t, args[0], DUNDER_REPR, NULL, 0); }

static Value object_format(Thread *t, Value *args, uint32_t nargs) {
    if (!value_is_str(args[1])) return error_type(t, "__format__() argument must be str, not %A", args[1]);
    if (value_str(args[1])->nbytes > 0) return error_type(t, "unsupported format string passed to %T.__format__", args[0]);
    return value_or_error(op_str(t, args[0]));
}

// --- comparison

static Value object_eq(Thread *t, Value *args, uint32_t nargs) { return value_same(args[0], args[1]) ? VALUE_TRUE : VALUE_NOTIMPLEMENTED; }

// Unless a class says otherwise, != is what == is not.
static Value object_ne(Thread *t, Value *args, uint32_t nargs) {
    Value equal = call_dunder(t, args[0], DUNDER_EQ, &args[1], 1);
    if (value_is_error(equal) || value_same(equal, VALUE_NOTIMPLEMENTED)) return equal;
    int truth = value_truth(t, equal);
    return truth < 0 ? VALUE_ERROR : value_from_bool(!truth);
}

static Value object_order(Thread *t, Value *args, uint32_t nargs) { return VALUE_NOTIMPLEMENTED; }

static Value object_hash(Thread *t, Value *args, uint32_t nargs) {
    uint64_t bits = args[0].bits >> 4;
    return value_from_small((int64_t)(bits & 0xFFFFFFFFFFFFull));
}

// --- attributes

static Value get_class(Thread *t, Value *args, uint32_t nargs) { return value_from_object(value_class(args[0])); }

static Value set_class(Thread *t, Value *args, uint32_t nargs) {
    if (value_is_unbound(args[1])) return error_type(t, "can't delete __class__ attribute");
    if (!value_is_class(args[1])) return error_type(t, "__class__ must be set to a class, not '%T' object", args[1]);
    return error_type(t, "__class__ assignment is not supported: an object keeps its class");
}

// A struct's fields, to look at only.
static Value struct_dict(Thread *t, Object *o) {
    Dict *d = object_fields_dict(t, o);
    return d ? mappingproxy_new(t, value_from_object(d)) : VALUE_ERROR;
}

static Value get_dict(Thread *t, Value *args, uint32_t nargs) {
    Value v = args[0];
    if (value_class(v)->flags & CLASS_STRUCT) return struct_dict(t, value_object(v));
    if (value_is_object(v) && value_object(v)->shape->has_fields && !(value_class(v)->flags & CLASS_SLOTS))
        return value_or_error(object_dict(t, value_object(v)));
    return attr_error(t, v, names.__dict__);
}

static Value set_dict(Thread *t, Value *args, uint32_t nargs) {
    if (value_is_unbound(args[1]) && (value_class(args[0])->flags & CLASS_QUALIFIED)) return error_type(t, "cannot delete __dict__");
    if (value_is_unbound(args[1])) args[1] = value_or_error(dict_new(t));   // deleting empties it
    if (value_is_error(args[1])) return VALUE_ERROR;
    if (!value_is_dict(args[1])) return error_type(t, "__dict__ must be set to a dictionary, not a '%T'", args[1]);
    bool closed = value_class(args[0])->flags & (CLASS_STRUCT | CLASS_SLOTS);
    if (closed || !value_is_object(args[0]) || !value_object(args[0])->shape->has_fields) return attr_error(t, args[0], names.__dict__);
    if ((value_class(args[0])->flags & CLASS_MEMBERS) && !object_dict(t, value_object(args[0]))) return VALUE_ERROR;   // keeps the slots
    return object_replace_dict(t, value_object(args[0]), value_dict(args[1])) ? VALUE_NONE : VALUE_ERROR;
}

static bool add_class_names(Thread *t, Class *cls, Dict *into) {
    for (uint64_t i = cls->mro->length; i-- > 0;) {
        uint32_t position = 0;
        Value key, v;
        while (dict_next(value_as_class(cls->mro->items[i])->ns, &position, &key, &v))
            if (!dict_set(t, into, key, VALUE_NONE)) return false;
    }
    return true;
}

static Value dir_list(Thread *t, Dict *all) {
    List *list = list_from_iterable(t, value_from_object(all));
    return list && list_sort(t, list, VALUE_NONE, false) ? value_from_object(list) : VALUE_ERROR;
}

static Value object_dir(Thread *t, Value *args, uint32_t nargs) {
    Value v = args[0];
    bool fields = value_is_object(v) && value_object(v)->shape->has_fields;
    Dict *attributes = value_is_function(v) ? ((Function *)value_object(v))->attributes : NULL;
    Dict *all = fields ? object_fields_dict(t, value_object(v)) : attributes ? dict_copy(t, attributes) : dict_new(t);
    if (!all || !add_class_names(t, value_is_class(v) ? value_as_class(v) : value_class(v), all)) return VALUE_ERROR;
    return dir_list(t, all);
}

static Value get_weakref(Thread *t, Value *args, uint32_t nargs) { return VALUE_NONE; }

const NativeDef object_own_dict[] = {
    {"__dict__", get_dict, "self", NATIVE_GETTER},
    {"__dict__", set_dict, "self, value", NATIVE_SETTER},
    {0},
};
const NativeDef object_own_weakref[] = {{"__weakref__", get_weakref, "self", NATIVE_GETTER}, {0}};

static const NativeDef object_natives[] = {
    {"__new__", object_new, "cls, /, *args, **kwargs", NATIVE_STATIC},
    {"__init__", object_init, "self, /, *args, **kwargs", 0},
    {"__init_subclass__", object_init_subclass, "cls, /, **kwargs", NATIVE_CLASS},
    {"__subclasshook__", object_subclasshook, "cls, subclass, /", NATIVE_CLASS},
    {"__repr__", object_repr, "self, /", 0},
    {"__str__", object_str, "self, /", 0},
    {"__format__", object_format, "self, format_spec, /", 0},
    {"__eq__", object_eq, "self, value, /", 0},
    {"__ne__", object_ne, "self, value, /", 0},
    {"__lt__", object_order, "self, value, /", 0},
    {"__le__", object_order, "self, value, /", 0},
    {"__gt__", object_order, "self, value, /", 0},
    {"__ge__", object_order, "self, value, /", 0},
    {"__hash__", object_hash, "self, /", 0},
    {"__getattribute__", object_getattribute, "self, name, /", 0},
    {"__setattr__", object_setattr, "self, name, value, /", 0},
    {"__delattr__", object_delattr, "self, name, /", 0},
    {"__dir__", object_dir, "self, /", 0},
    {"__class__", get_class, "self", NATIVE_GETTER},
    {"__class__", set_class, "self, value", NATIVE_SETTER},
    {"__dict__", get_dict, "self", NATIVE_GETTER},
    {"__dict__", set_dict, "self, value", NATIVE_SETTER},
    {0},
};

void object_init_class(void) {
    class_add_natives(&class_object, object_natives);
    dict_set_str(NULL, class_object.ns, names.__doc__, VALUE_NONE);
}
