// Otter's enums (sum types), and the two of the prelude.
#include "class_int.h"

#include <stdio.h>

#include "module.h"
#include "struct.h"
#include "struct_int.h"

// _0, _1, ... for payloads without names.
static Tuple *numbered_fields(Thread *t, int64_t n) {
    Tuple *fields = tuple_new(t, (size_t)n);
    for (int64_t i = 0; fields && i < n; i++) {
        char text[24];
        snprintf(text, sizeof text, "_%d", (int)i);
        fields->items[i] = value_from_object(str_intern_c(text));
    }
    return fields;
}

static Class *variant_class(Thread *t, Class *cls, Str *name, Value shape, Tuple *types) {
    bool named = value_is_tuple(shape);
    StructInfo info = {.fields = named ? value_tuple(shape) : numbered_fields(t, value_int(shape)), .types = types, .named = named};
    info.unit = !named && value_int(shape) == 0;
    Str *qualname = str_format_c(t, "%s.%s", cls->qualname->text, name->text);
    Dict *ns = dict_new(t);
    if (!info.fields || !qualname || !ns || !dict_set_str(t, ns, names.__module__, cls->module)) return NULL;
    Class *variant = struct_class_new(t, name, qualname, cls, ns, &info);
    if (variant) variant->flags |= CLASS_STRUCT | CLASS_ENUM;
    return variant;
}

static bool add_variant(Thread *t, Class *cls, Str *name, Value shape, Tuple *types) {
    Class *variant = variant_class(t, cls, name, shape, types);
    if (!variant) return false;
    bool unit = value_is_int(shape) && value_int(shape) == 0;
    Value v = unit ? struct_construct(t, variant, NULL, 0, NULL) : value_from_object(variant);
    return !value_is_error(v) && class_set_attr(t, cls, name, v);
}

Class *enum_new(Thread *t, Str *name, Tuple *variants, Tuple *types, Dict *ns, Str *module) {
    Tuple *bases = tuple_from(t, (Value[]){value_from_object(&class_sum)}, 1);
    if (!bases || !dict_set_str(t, ns, names.__module__, value_from_object(module))) return NULL;
    Class *cls = class_new(t, name, name, bases, ns, NULL);
    for (uint64_t i = 0; cls && i < variants->length; i++) {
        const Tuple *variant = value_tuple(variants->items[i]);
        Tuple *own = types && value_is_tuple(types->items[i]) ? value_tuple(types->items[i]) : NULL;
        if (!add_variant(t, cls, str_intern_str(value_str(variant->items[0])), variant->items[1], own)) return NULL;
    }
    if (cls) cls->flags |= CLASS_STRUCT | CLASS_FINAL;
    return cls;
}

// --- Option and Result

static Class *option, *result;
static Class *some, *ok, *err;
static Value none;

static Value payload(Value v) { return object_get_field(value_object(v), str_intern_c("_0")); }
static bool is_of(Value v, const Class *variant) { return value_is_object(v) && value_class(v) == variant; }
static bool is_success(Value v) { return is_of(v, some) || is_of(v, ok); }

Value enum_try_unwrap(Thread *t, Value v) {
    bool success = is_success(v);
    if (!success && !value_same(v, none) && !is_of(v, err)) return error_type(t, "'?' needs an Option or a Result, not '%T'", v);
    return value_or_error(tuple_from(t, (Value[]){value_from_bool(!success), success ? payload(v) : v}, 2));
}

static Value has_value(Thread *t, Value *args, uint32_t nargs) { return value_from_bool(is_success(args[0])); }
static Value has_no_value(Thread *t, Value *args, uint32_t nargs) { return value_from_bool(!is_success(args[0])); }

static Value unwrap(Thread *t, Value *args, uint32_t nargs) {
    if (is_success(args[0])) return payload(args[0]);
    return error_raise(t, &class_RuntimeError, "called unwrap() on %R", args[0]);
}

static Value expect(Thread *t, Value *args, uint32_t nargs) {
    if (is_success(args[0])) return payload(args[0]);
    return error_raise(t, &class_RuntimeError, "%V: %R", args[1], args[0]);
}

static Value unwrap_or(Thread *t, Value *args, uint32_t nargs) { return is_success(args[0]) ? payload(args[0]) : args[1]; }

static Value unwrap_err(Thread *t, Value *args, uint32_t nargs) {
    if (is_of(args[0], err)) return payload(args[0]);
    return error_raise(t, &class_RuntimeError, "called unwrap_err() on %R", args[0]);
}

static const NativeDef option_natives[] = {
    {"is_some", has_value, "self, /", 0},
    {"is_none", has_no_value, "self, /", 0},
    {"unwrap", unwrap, "self, /", 0},
    {"expect", expect, "self, message, /", 0},
    {"unwrap_or", unwrap_or, "self, default, /", 0},
    {0},
};

static const NativeDef result_natives[] = {
    {"is_ok", has_value, "self, /", 0},
    {"is_err", has_no_value, "self, /", 0},
    {"unwrap", unwrap, "self, /", 0},
    {"expect", expect, "self, message, /", 0},
    {"unwrap_or", unwrap_or, "self, default, /", 0},
    {"unwrap_err", unwrap_err, "self, /", 0},
    {0},
};

static Value variant(Thread *t, const char *name, int64_t arity) {
    return value_or_error(tuple_from(t, (Value[]){value_from_object(str_intern_c(name)), value_from_small(arity)}, 2));
}

static Class *prelude_enum(Thread *t, const char *name, const char *first, const char *second, int64_t second_arity, const NativeDef *natives) {
    Tuple *variants = tuple_from(t, (Value[]){variant(t, first, 1), variant(t, second, second_arity)}, 2);
    Dict *ns = dict_new(t);
    for (; ns && natives->name; natives++) {
        Native *n = native_new(t, natives, &class_sum);
        if (!n || !dict_set_str(t, ns, n->name, value_from_object(n))) return NULL;
    }
    Class *cls = ns && variants ? enum_new(t, str_intern_c(name), variants, NULL, ns, str_intern_c("builtins")) : NULL;
    if (cls) module_add_value(t, module_builtins, name, value_from_object(cls));
    return cls;
}

static Class *variant_of(Class *cls, const char *name) { return value_as_class(class_lookup(cls, str_intern_c(name))); }

bool enum_prelude(Thread *t) {
    option = prelude_enum(t, "Option", "Some", "None", 0, option_natives);
    result = prelude_enum(t, "Result", "Ok", "Err", 1, result_natives);
    if (!option || !result) return false;
    some = variant_of(option, "Some");
    ok = variant_of(result, "Ok");
    err = variant_of(result, "Err");
    none = class_lookup(option, str_intern_c("None"));
    heap_add_root(&none, 1);
    return true;
}
