// Type expressions at run time: C[int], int | str, type parameters.
#include "union.h"

#include "class_int.h"

typedef struct {
    Object header;
    Value origin;
    Tuple *args;
} GenericAlias;

typedef struct {
    Object header;
    Tuple *members;
} Union;

typedef struct {
    Object header;
    Str *name;
} TypeVar;

static void alias_trace(Object *o, Tracer *tracer) {
    tracer_value(tracer, ((GenericAlias *)o)->origin);
    tracer_object(tracer, ((GenericAlias *)o)->args);
}

static void union_trace(Object *o, Tracer *tracer) { tracer_object(tracer, ((Union *)o)->members); }
static void typevar_trace(Object *o, Tracer *tracer) { tracer_object(tracer, ((TypeVar *)o)->name); }

const Layout layout_generic_alias = {.name = "generic alias", .kind = KIND_OTHER, .size = sizeof(GenericAlias), .trace = alias_trace};
const Layout layout_union_type = {.name = "union type", .kind = KIND_OTHER, .size = sizeof(Union), .trace = union_trace};
const Layout layout_typevar = {.name = "type parameter", .kind = KIND_OTHER, .size = sizeof(TypeVar), .trace = typevar_trace};

// --- text of a type

static void show_type(Thread *t, StrBuilder *b, Value v, bool in_union) {
    if (value_is_class(v)) {
        Str *name = value_as_class(v) == &class_none && in_union ? str_intern_c("None") : class_full_name(t, value_as_class(v));
        if (name) str_builder_add_str(b, name);
    } else if (value_is_none(v)) {
        str_builder_add_c(b, "None");
    } else if (value_same(v, VALUE_ELLIPSIS)) {
        str_builder_add_c(b, "...");
    } else {
        str_builder_add_repr(b, v);
    }
}

static void show_types(Thread *t, StrBuilder *b, const Tuple *types, bool in_union) {
    for (uint64_t i = 0; i < types->length; i++) {
        if (i > 0) str_builder_add_c(b, in_union ? " | " : ", ");
        show_type(t, b, types->items[i], in_union);
    }
}

// --- C[args]

static GenericAlias *as_alias(Value v) { return (GenericAlias *)value_object(v); }
static bool is_alias(Value v) { return value_is_object(v) && value_is_instance(v, &class_generic_alias); }

Value generic_alias_new(Thread *t, Value origin, Value args) {
    Tuple *all = value_is_tuple(args) ? value_tuple(args) : tuple_from(t, &args, 1);
    GenericAlias *a = all ? heap_new(t, &shape_generic_alias, sizeof(GenericAlias)) : NULL;
    if (!a) return VALUE_ERROR;
    a->origin = origin;
    a->args = all;
    return value_from_object(a);
}


static Value alias_new(Thread *t, Value *args, uint32_t nargs) {
    Tuple *all = value_is_tuple(args[2]) ? value_tuple(args[2]) : tuple_from(t, &args[2], 1);
    GenericAlias *a = all ? (GenericAlias *)class_instantiate(t, value_as_class(args[0])) : NULL;
    if (!a) return VALUE_ERROR;
    a->origin = args[1];
    a->args = all;
    return value_from_object(a);
}

static Value class_getitem(Thread *t, Value *args, uint32_t nargs) { return generic_alias_new(t, args[0], args[1]); }
static Value alias_getitem(Thread *t, Value *args, uint32_t nargs) { return generic_alias_new(t, as_alias(args[0])->origin, args[1]); }
static Value alias_call(Thread *t, Value *args, uint32_t nargs) { return call_with_dict(t, as_alias(args[0])->origin, args[1], args[2]); }
static Value alias_origin(Thread *t, Value *args, uint32_t nargs) { return as_alias(args[0])->origin; }
static Value alias_args(Thread *t, Value *args, uint32_t nargs) { return value_from_object(as_alias(args[0])->args); }
static Value alias_mro_entries(Thread *t, Value *args, uint32_t nargs) { return value_or_error(tuple_from(t, &as_alias(args[0])->origin, 1)); }
static Value alias_getattr(Thread *t, Value *args, uint32_t nargs) { return attr_get_named(t, as_alias(args[0])->origin, args[1]); }

static Value alias_repr(Thread *t, Value *args, uint32_t nargs) {
    StrBuilder b;
    str_builder_init(&b, t);
    show_type(t, &b, as_alias(args[0])->origin, false);
    str_builder_add_c(&b, "[");
    if (as_alias(args[0])->args->length == 0) str_builder_add_c(&b, "()");
    show_types(t, &b, as_alias(args[0])->args, false);
    str_builder_add_c(&b, "]");
    return value_or_error(str_builder_take(&b));
}

static Value alias_eq(Thread *t, Value *args, uint32_t nargs) {
    if (!is_alias(args[1])) return VALUE_NOTIMPLEMENTED;
    if (!value_same(as_alias(args[0])->origin, as_alias(args[1])->origin)) return VALUE_FALSE;
    return op_compare(t, DUNDER_EQ, value_from_object(as_alias(args[0])->args), value_from_object(as_alias(args[1])->args));
}

static Value alias_hash(Thread *t, Value *args, uint32_t nargs) {
    uint64_t origin, inner;
    if (!op_hash(t, as_alias(args[0])->origin, &origin) || !op_hash(t, value_from_object(as_alias(args[0])->args), &inner)) return VALUE_ERROR;
    return value_from_small((int64_t)((origin ^ inner) & 0xFFFFFFFFFFFFull));
}

// --- a | b

static Union *as_union(Value v) { return (Union *)value_object(v); }
Tuple *union_members(Value v) { return value_has_shape(v, &shape_union_type) ? as_union(v)->members : NULL; }

static bool is_type(Value v) {
    return value_is_none(v) || value_is_class(v) || value_has_shape(v, &shape_union_type) || is_alias(v) ||
           value_has_shape(v, &shape_typevar);
}

static bool add_member(Thread *t, List *into, Value v) {
    const Tuple *members = union_members(v);
    for (uint64_t i = 0; members && i < members->length; i++)
        if (!add_member(t, into, members->items[i])) return false;
    if (members) return true;
    if (value_is_none(v)) v = value_from_object(&class_none);
    for (uint64_t i = 0; i < into->length; i++) {
        int equal = op_equal(t, into->buffer->values[i], v);
        if (equal != 0) return equal > 0;
    }
    return list_append(t, into, v);
}

Value union_new(Thread *t, Value a, Value b) {
    if (!is_type(a) || !is_type(b)) return VALUE_NOTIMPLEMENTED;
    List *all = list_new(t, 2);
    if (!all || !add_member(t, all, a) || !add_member(t, all, b)) return VALUE_ERROR;
    if (all->length == 1) return all->buffer->values[0];
    Tuple *members = tuple_from(t, all->buffer->values, all->length);
    Union *u = members ? heap_new(t, &shape_union_type, sizeof(Union)) : NULL;
    if (!u) return VALUE_ERROR;
    u->members = members;
    return value_from_object(u);
}

static Value type_or(Thread *t, Value *args, uint32_t nargs) { return union_new(t, args[0], args[1]); }
static Value type_ror(Thread *t, Value *args, uint32_t nargs) { return union_new(t, args[1], args[0]); }
static Value union_args(Thread *t, Value *args, uint32_t nargs) { return value_from_object(as_union(args[0])->members); }

static Value union_repr(Thread *t, Value *args, uint32_t nargs) {
    StrBuilder b;
    str_builder_init(&b, t);
    show_types(t, &b, as_union(args[0])->members, true);
    return value_or_error(str_builder_take(&b));
}

static bool has_all(Thread *t, const Tuple *of, const Tuple *in, int *result) {
    for (uint64_t i = 0; i < of->length; i++) {
        *result = op_contains(t, value_from_object(in), of->items[i]);
        if (*result != 1) return *result >= 0;
    }
    return true;
}

static Value union_eq(Thread *t, Value *args, uint32_t nargs) {
    const Tuple *a = as_union(args[0])->members, *b = union_members(args[1]);
    int result = a && b && a->length == b->length;
    if (!b) return VALUE_NOTIMPLEMENTED;
    return !result || has_all(t, a, b, &result) ? value_from_bool(result) : VALUE_ERROR;
}

static Value union_hash(Thread *t, Value *args, uint32_t nargs) {
    const Tuple *members = as_union(args[0])->members;
    uint64_t hash = 0, one;
    for (uint64_t i = 0; i < members->length; i++) {
        if (!op_hash(t, members->items[i], &one)) return VALUE_ERROR;
        hash ^= one;
    }
    return value_from_small((int64_t)(hash & 0xFFFFFFFFFFFFull));
}

// --- type parameters

Value typevar_new(Thread *t, Str *name) {
    TypeVar *v = heap_new(t, &shape_typevar, sizeof(TypeVar));
    if (!v) return VALUE_ERROR;
    v->name = name;
    return value_from_object(v);
}

static Value typevar_repr(Thread *t, Value *args, uint32_t nargs) { return value_from_object(((TypeVar *)value_object(args[0]))->name); }
static Value typevar_name(Thread *t, Value *args, uint32_t nargs) { return value_from_object(((TypeVar *)value_object(args[0]))->name); }

#define UNION_OPERATORS {"__or__", type_or, "self, value, /", 0}, {"__ror__", type_ror, "self, value, /", 0}

static const NativeDef alias_natives[] = {
    UNION_OPERATORS,
    {"__getitem__", alias_getitem, "self, key, /", 0},
    {"__call__", alias_call, "self, /, *args, **kwargs", 0},
    {"__new__", alias_new, "cls, origin, args, /", NATIVE_STATIC},
    {"__repr__", alias_repr, "self, /", 0},
    {"__eq__", alias_eq, "self, value, /", 0},
    {"__hash__", alias_hash, "self, /", 0},
    {"__mro_entries__", alias_mro_entries, "self, bases, /", 0},
    {"__getattr__", alias_getattr, "self, name, /", 0},
    {"__origin__", alias_origin, "self", NATIVE_GETTER},
    {"__args__", alias_args, "self", NATIVE_GETTER},
    {0},
};

static const NativeDef union_natives[] = {
    UNION_OPERATORS,
    {"__repr__", union_repr, "self, /", 0},
    {"__eq__", union_eq, "self, value, /", 0},
    {"__hash__", union_hash, "self, /", 0},
    {"__args__", union_args, "self", NATIVE_GETTER},
    {0},
};

static const NativeDef typevar_natives[] = {
    UNION_OPERATORS,
    {"__repr__", typevar_repr, "self, /", 0},
    {"__name__", typevar_name, "self", NATIVE_GETTER},
    {0},
};
static const NativeDef type_operators[] = {UNION_OPERATORS, {0}};
static const NativeDef subscription[] = {{"__class_getitem__", class_getitem, "cls, key, /", NATIVE_CLASS}, {0}};

void generic_init_classes(void) {
    static Class *const subscriptable[] = {&class_type, &class_list,      &class_tuple, &class_dict,
                                           &class_set,  &class_frozenset, &class_sum,   &class_struct};
    class_generic_alias.module = class_union_type.module = value_from_object(str_intern_c("types"));
    class_typevar.module = value_from_object(str_intern_c("typing"));
    class_add_natives(&class_generic_alias, alias_natives);
    class_add_natives(&class_union_type, union_natives);
    class_add_natives(&class_typevar, typevar_natives);
    class_add_natives(&class_type, type_operators);
    for (size_t i = 0; i < sizeof subscriptable / sizeof *subscriptable; i++) class_add_natives(subscriptable[i], subscription);
}
