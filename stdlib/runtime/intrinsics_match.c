// Patterns of match statements.
#include "class_int.h"
#include "struct.h"

Value rt_intrinsic_match_sequence(Thread *t, Value *args, uint32_t nargs) {
    Value v = args[0];
    int64_t wanted = value_int(args[1]);
    bool exact = value_same(args[2], VALUE_TRUE);
    if (!value_is_object(v)) return VALUE_FALSE;
    Kind kind = object_kind(value_object(v));
    if (kind != KIND_LIST && kind != KIND_TUPLE && kind != KIND_RANGE && !(value_class(v)->flags & CLASS_SEQUENCE)) return VALUE_FALSE;
    if (!exact && wanted == 0) return VALUE_TRUE;   // nobody asks how long it is
    int64_t length = op_length(t, v);
    if (length < 0) return VALUE_ERROR;
    return value_from_bool(exact ? length == wanted : length >= wanted);
}

static bool is_mapping(Value v) {
    return value_is_dict(v) || value_has_shape(v, &shape_mappingproxy) || (value_is_object(v) && (value_class(v)->flags & CLASS_MAPPING));
}

Value rt_intrinsic_match_mapping(Thread *t, Value *args, uint32_t nargs) {
    if (!is_mapping(args[0])) return VALUE_FALSE;
    if (value_int(args[1]) == 0) return VALUE_TRUE;
    int64_t length = op_length(t, args[0]);
    return length < 0 ? VALUE_ERROR : value_from_bool(length >= value_int(args[1]));
}

// subject.get(key, absent): does not run __missing__.
static Value look_up(Thread *t, Value subject, Value key) {
    if (value_has_shape(subject, &shape_dict)) return dict_get(t, value_dict(subject), key);
    return call_method(t, subject, names.get, (Value[]){key, VALUE_UNBOUND}, 2);
}

Value rt_intrinsic_match_keys(Thread *t, Value *args, uint32_t nargs) {
    const Tuple *keys = value_tuple(args[1]);
    Tuple *values = tuple_new(t, keys->length);
    for (uint64_t i = 0; values && i < keys->length; i++) {
        for (uint64_t j = 0; j < i; j++) {
            int equal = op_equal(t, keys->items[i], keys->items[j]);
            if (equal < 0) return VALUE_ERROR;
            if (equal) return error_value(t, "mapping pattern checks duplicate key (%R)", keys->items[i]);
        }
        Value v = look_up(t, args[0], keys->items[i]);
        if (value_is_error(v)) return v;
        if (value_is_unbound(v)) return VALUE_NONE;
        values->items[i] = v;
    }
    return value_or_error(values);
}

Value rt_intrinsic_match_rest(Thread *t, Value *args, uint32_t nargs) {
    Dict *rest = dict_new(t);
    const Tuple *keys = value_tuple(args[1]);
    if (!rest || !dict_update(t, rest, args[0])) return VALUE_ERROR;
    for (uint64_t i = 0; i < keys->length; i++)
        if (value_is_error(dict_pop(t, rest, keys->items[i]))) return VALUE_ERROR;
    return value_from_object(rest);
}

// --- class patterns

// Builtin classes whose one positional sub-pattern is the subject itself.
static bool matches_self(const Class *cls) {
    static const Class *const classes[] = {&class_bool, &class_bytearray, &class_bytes, &class_dict, &class_float, &class_frozenset,
                                           &class_int,  &class_list,      &class_set,   &class_str,  &class_tuple};
    for (size_t i = 0; i < sizeof classes / sizeof *classes; i++)
        if (class_is_subclass(cls, classes[i])) return true;
    return false;
}

static bool too_many(Thread *t, const Class *cls, uint64_t allowed, uint64_t given) {
    error_type(t, "%S() accepts %d positional sub-pattern%s (%d given)", cls->name, (int)allowed, allowed == 1 ? "" : "s", (int)given);
    return false;
}

// The names of positional sub-patterns: false: TypeError pending. *match_args NULL: the subject itself.
static bool match_names(Thread *t, Class *cls, uint64_t given, Tuple **match_args) {
    Value declared = class_attr_get(t, cls, names.__match_args__);
    *match_args = NULL;
    if (value_is_error(declared)) return false;
    if (value_is_unbound(declared)) {
        bool self = matches_self(cls);
        return given <= self || too_many(t, cls, self, given);
    }
    if (!value_is_tuple(declared)) {
        error_type(t, "%S.__match_args__ must be a tuple (got %T)", cls->name, declared);
        return false;
    }
    *match_args = value_tuple(declared);
    if (given > (*match_args)->length) return too_many(t, cls, (*match_args)->length, given);
    for (uint64_t i = 0; i < given; i++)
        if (!value_is_str((*match_args)->items[i])) {
            error_type(t, "__match_args__ elements must be strings (got %T)", (*match_args)->items[i]);
            return false;
        }
    return true;
}

// Attribute `name` into *to: 1, 0 when absent, -1.
static int take_attribute(Thread *t, Value subject, Value name, Value *to) {
    *to = attr_find(t, subject, str_intern_str(value_str(name)));
    if (value_is_error(*to)) {
        if (!error_matches(t, &class_AttributeError)) return -1;
        error_take(t);
        return 0;
    }
    return !value_is_unbound(*to);
}

static bool repeats(Thread *t, const Class *cls, Value name, const Value *among, uint64_t n) {
    for (uint64_t i = 0; i < n; i++) {
        if (!str_equal(value_str(among[i]), value_str(name))) continue;
        error_type(t, "%S() got multiple sub-patterns for attribute %R", cls->name, name);
        return true;
    }
    return false;
}

static bool repeated_name(Thread *t, const Class *cls, const Tuple *positional, uint64_t given, const Tuple *keywords) {
    for (uint64_t i = 1; i < given; i++)
        if (repeats(t, cls, positional->items[i], positional->items, i)) return true;
    for (uint64_t i = 0; i < keywords->length; i++)
        if (repeats(t, cls, keywords->items[i], positional->items, given)) return true;
    return false;
}

Value rt_intrinsic_match_class(Thread *t, Value *args, uint32_t nargs) {
    const Tuple *keywords = value_tuple(args[3]);
    uint64_t given = (uint64_t)value_int(args[2]);
    Tuple *positional;
    if (!value_is_class(args[1])) return error_type(t, "called match pattern must be a type");
    Class *cls = value_as_class(args[1]);
    if (!value_is_instance(args[0], cls)) return VALUE_NONE;
    if (given > 0 && !match_names(t, cls, given, &positional)) return VALUE_ERROR;
    if (given > 0 && positional && repeated_name(t, cls, positional, given, keywords)) return VALUE_ERROR;
    Tuple *values = tuple_new(t, given + keywords->length);
    for (uint64_t i = 0; values && i < values->length; i++) {
        if (i < given && !positional) {
            values->items[i] = args[0];
            continue;
        }
        int found = take_attribute(t, args[0], i < given ? positional->items[i] : keywords->items[i - given], &values->items[i]);
        if (found < 0) return VALUE_ERROR;
        if (found == 0) return VALUE_NONE;
    }
    return value_or_error(values);
}

Value rt_intrinsic_match_variant(Thread *t, Value *args, uint32_t nargs) {
    Class *cls = value_class(args[0]);
    bool of_enum = value_is_none(args[1]) || class_is_subclass(cls, value_as_class(args[1]));
    if (!of_enum || !(cls->flags & CLASS_ENUM) || !str_equal(cls->name, value_str(args[2]))) return VALUE_NONE;
    return value_or_error(struct_values(t, value_object(args[0])));
}

Value rt_intrinsic_match_fail(Thread *t, Value *args, uint32_t nargs) {
    return error_value(t, "no arm of the match expression takes %R", args[0]);
}
