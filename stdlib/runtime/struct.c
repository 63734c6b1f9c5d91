// Structs.
#include "struct.h"

#include "class_int.h"
#include "struct_int.h"

static void info_trace(Object *o, Tracer *tracer) { tracer_words(tracer, (StructInfo *)o + 0, (StructInfo *)o + 1); }

static const Layout info_layout = {.name = "struct info", .kind = KIND_OTHER, .size = sizeof(StructInfo), .trace = info_trace};
alignas(16) static Shape info_shape = {.header = {&shape_shape}, .cls = &class_object, .layout = &info_layout, .kind = KIND_OTHER};

static StructInfo *info_of(const Class *cls) { return cls->extra; }

static inline Value *fields_of(const Object *o) { return (Value *)((char *)o + object_field_offset(o->shape->cls, 0)); }

Tuple *struct_values(Thread *t, const Object *o) { return tuple_from(t, fields_of(o), info_of(o->shape->cls)->fields->length); }

// --- making the class

static bool full_shape(Thread *t, Class *cls, const Tuple *fields) {
    Shape *s = cls->root;
    for (uint64_t i = 0; s && i < fields->length; i++) s = shape_with_field(t, s, value_str(fields->items[i]));
    if (s) cls->root = s;
    return s != NULL;
}

static Tuple *take_defaults(Thread *t, const Tuple *fields, Dict *ns) {
    Tuple *defaults = tuple_new(t, fields->length);
    for (uint64_t i = 0; defaults && i < fields->length; i++) defaults->items[i] = dict_pop_str(t, ns, value_str(fields->items[i]));
    return defaults;
}

static bool check_default_order(Thread *t, const Tuple *fields, const Tuple *defaults) {
    bool seen = false;
    for (uint64_t i = 0; i < fields->length; i++) {
        bool has = !value_is_unbound(defaults->items[i]);
        if (seen && !has) return error_type(t, "field without a default '%V' follows a field with one", fields->items[i]), false;
        seen |= has;
    }
    return true;
}

Class *struct_class_new(Thread *t, Str *name, Str *qualname, Class *base, Dict *ns, StructInfo *from) {
    StructInfo *info = heap_new(t, &info_shape, sizeof(StructInfo));
    Tuple *bases = tuple_from(t, (Value[]){value_from_object(base)}, 1);
    if (!info || !bases) return NULL;
    Object header = info->header;
    *info = *from;
    info->header = header;
    if (!dict_set_str(t, ns, names.__match_args__, value_from_object(info->fields))) return NULL;
    Class *cls = class_new(t, name, qualname, bases, ns, NULL);
    if (!cls) return NULL;
    cls->extra = info;
    cls->inline_fields = (uint32_t)info->fields->length;
    return full_shape(t, cls, info->fields) ? cls : NULL;
}

static void intern_fields(Tuple *fields) {
    for (uint64_t i = 0; i < fields->length; i++) fields->items[i] = value_from_object(str_intern_str(value_str(fields->items[i])));
}

Class *struct_new(Thread *t, Str *name, Tuple *fields, Tuple *types, Dict *ns, Str *module) {
    intern_fields(fields);
    StructInfo info = {.fields = fields, .types = types, .defaults = take_defaults(t, fields, ns), .named = true};
    if (!info.defaults || !check_default_order(t, fields, info.defaults)) return NULL;
    if (!dict_set_str(t, ns, names.__module__, value_from_object(module))) return NULL;
    Class *cls = struct_class_new(t, name, name, &class_struct, ns, &info);
    if (cls) cls->flags |= CLASS_STRUCT;
    return cls;
}

// --- instances

static Value count_error(Thread *t, const Class *cls, uint64_t fields, uint32_t given) {
    return error_type(t, "%S() takes %d positional argument%s but %d %s given", cls->qualname, (int)fields, fields == 1 ? "" : "s", (int)given,
                      given == 1 ? "was" : "were");
}

static int64_t field_index(const StructInfo *info, const Str *name) {
    for (uint64_t i = 0; i < info->fields->length; i++)
        if (str_equal(value_str(info->fields->items[i]), name)) return (int64_t)i;
    return -1;
}

static bool bind_keywords(Thread *t, Class *cls, Value *to, const Value *values, const Tuple *kwnames) {
    for (uint64_t i = 0; i < kwnames->length; i++) {
        int64_t at = field_index(info_of(cls), value_str(kwnames->items[i]));
        if (at < 0) return error_type(t, "%S() got an unexpected keyword argument '%V'", cls->qualname, kwnames->items[i]), false;
        if (!value_is_unbound(to[at])) return error_type(t, "%S() got multiple values for argument '%V'", cls->qualname, kwnames->items[i]), false;
        to[at] = values[i];
    }
    return true;
}

static bool check_type(Thread *t, const Class *cls, uint64_t i, Value *v) {
    const StructInfo *info = info_of(cls);
    if (!info->types || promise_accepts(t, v, info->types->items[i])) return true;
    if (error_pending(t)) return false;
    const char *type = value_str(info->types->items[info->fields->length + i])->text;
    Str *promise = info->named ? str_format_c(t, "field '%s' of %s must be %s", value_str(info->fields->items[i])->text, cls->name->text, type)
                               : str_format_c(t, "%s() argument %d must be %s", cls->qualname->text, (int)i + 1, type);
    if (promise) promise_broken(t, *v, info->types->items[i], promise);
    return false;
}

static Value missing(Thread *t, const Class *cls, uint64_t i) {
    const StructInfo *info = info_of(cls);
    if (!info->named) return count_error(t, cls, info->fields->length, (uint32_t)i);
    return error_type(t, "%S() missing required argument: '%V'", cls->qualname, info->fields->items[i]);
}

static bool complete(Thread *t, Class *cls, Value *fields) {
    const StructInfo *info = info_of(cls);
    for (uint64_t i = 0; i < info->fields->length; i++) {
        if (value_is_unbound(fields[i]) && info->defaults) fields[i] = info->defaults->items[i];
        if (value_is_unbound(fields[i])) return missing(t, cls, i), false;
        if (!check_type(t, cls, i, &fields[i])) return false;
    }
    return true;
}

Value struct_construct(Thread *t, Class *cls, const Value *args, uint32_t nargs, Tuple *kwnames) {
    uint32_t nkw = kwnames ? (uint32_t)kwnames->length : 0, npos = nargs - nkw;
    const StructInfo *info = info_of(cls);
    if (!info) return error_type(t, "enum %S has no constructor: use one of its variants", cls->name);
    if (npos > info->fields->length) return count_error(t, cls, info->fields->length, npos);
    Object *o = class_instantiate(t, cls);
    if (!o) return VALUE_ERROR;
    Value *fields = fields_of(o);
    for (uint64_t i = 0; i < info->fields->length; i++) fields[i] = i < npos ? args[i] : VALUE_UNBOUND;
    if (nkw && !bind_keywords(t, cls, fields, args + npos, kwnames)) return VALUE_ERROR;
    return complete(t, cls, fields) ? value_from_object(o) : VALUE_ERROR;
}

// --- methods

static bool is_struct(Value v) { return value_is_object(v) && (value_class(v)->flags & CLASS_STRUCT) && info_of(value_class(v)); }

static Value struct_eq(Thread *t, Value *args, uint32_t nargs) {
    if (!is_struct(args[1]) || value_class(args[0]) != value_class(args[1])) return VALUE_NOTIMPLEMENTED;
    const Value *a = fields_of(value_object(args[0])), *b = fields_of(value_object(args[1]));
    for (uint64_t i = 0; i < info_of(value_class(args[0]))->fields->length; i++) {
        int equal = op_equal(t, a[i], b[i]);
        if (equal <= 0) return equal < 0 ? VALUE_ERROR : VALUE_FALSE;
    }
    return VALUE_TRUE;
}

static Value struct_hash(Thread *t, Value *args, uint32_t nargs) {
    const Class *cls = value_class(args[0]);
    uint64_t hash = (uint64_t)(uintptr_t)cls >> 4, one;
    const Value *fields = fields_of(value_object(args[0]));
    for (uint64_t i = 0; i < info_of(cls)->fields->length; i++) {
        if (!op_hash(t, fields[i], &one)) return VALUE_ERROR;
        hash = (hash ^ one) * 0x9E3779B97F4A7C15u;
        hash ^= hash >> 29;
    }
    return value_from_small((int64_t)(hash & 0x0FFFFFFFFFFFFFFFu));
}

static Value struct_repr(Thread *t, Value *args, uint32_t nargs) {
    const Class *cls = value_class(args[0]);
    const StructInfo *info = info_of(cls);
    const Value *fields = fields_of(value_object(args[0]));
    StrBuilder b;
    str_builder_init(&b, t);
    str_builder_add_str(&b, cls->qualname);
    if (!info->unit) str_builder_add_c(&b, "(");
    for (uint64_t i = 0; i < info->fields->length; i++) {
        if (i > 0) str_builder_add_c(&b, ", ");
        if (info->named) {
            str_builder_add_str(&b, value_str(info->fields->items[i]));
            str_builder_add_c(&b, "=");
        }
        str_builder_add_repr(&b, fields[i]);
    }
    if (!info->unit) str_builder_add_c(&b, ")");
    return value_or_error(str_builder_take(&b));
}

// p.with_(x=...): a copy with some fields changed.
static Value struct_with(Thread *t, Value *args, uint32_t nargs) {
    const Object *from = value_object(args[0]);
    Class *cls = from->shape->cls;
    const Tuple *fields = info_of(cls)->fields;
    Object *o = class_instantiate(t, cls);
    if (!o) return VALUE_ERROR;
    memcpy(fields_of(o), fields_of(from), fields->length * sizeof(Value));
    uint32_t position = 0;
    Value key, v;
    while (dict_next(value_dict(args[1]), &position, &key, &v)) {
        int64_t at = field_index(info_of(cls), value_str(key));
        if (at < 0) return error_type(t, "%S has no field '%V'", cls->qualname, key);
        if (!check_type(t, cls, (uint64_t)at, &v)) return VALUE_ERROR;
        fields_of(o)[at] = v;
    }
    return value_from_object(o);
}

static Value struct_new_native(Thread *t, Value *args, uint32_t nargs) {
    return error_type(t, "structs are made by calling their class");
}

static const NativeDef struct_natives[] = {
    {"__new__", struct_new_native, "cls, /, *args, **kwargs", NATIVE_STATIC},
    {"__eq__", struct_eq, "self, value, /", 0},
    {"__hash__", struct_hash, "self, /", 0},
    {"__repr__", struct_repr, "self, /", 0},
    {"with_", struct_with, "self, /, **changes", 0},
    {0},
};

void struct_init_classes(void) {
    class_add_natives(&class_struct, struct_natives);
    class_add_natives(&class_sum, struct_natives);
    class_struct.flags |= CLASS_STRUCT;
    class_sum.flags |= CLASS_STRUCT;
}
