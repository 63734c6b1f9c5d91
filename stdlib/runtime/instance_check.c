// isinstance and issubclass, whole: classes, tuples, unions, classes with a check of their own, objects that only claim a
// class (__class__) or act as one (__bases__).
#include "builtins.h"
#include "class_int.h"
#include "union.h"

static const char instance_words[] = "isinstance() arg 2 must be a type, a tuple of types, or a union";
static const char subclass_words[] = "issubclass() arg 2 must be a class, a tuple of classes, or a union";

// Classes of a metaclass, and objects of a class, with a check of its own (d: its dunder) decide for themselves.
static bool asks_itself(Value of, Dunder d) {
    if (value_is_class(of) && value_class(of) == &class_type) return false;
    Value check = value_dunder(of, d);
    return !value_is_unbound(check) && !value_same(check, class_type.dunders[d]);
}

static bool ask(Thread *t, Value of, Dunder d, Value about, int *result) {
    Value answer = call_dunder(t, of, d, &about, 1);
    *result = value_is_error(answer) ? -1 : value_truth(t, answer);
    return *result >= 0;
}

// --- whatever has __bases__ acts as a class. NULL: it has none, or an exception is pending.

static Tuple *bases_of(Thread *t, Value cls) {
    Value bases = attr_find(t, cls, names.__bases__);
    if (value_is_error(bases) && error_matches(t, &class_AttributeError)) {
        error_take(t);
        return NULL;
    }
    return !value_is_error(bases) && value_is_tuple(bases) ? value_tuple(bases) : NULL;
}

static bool check_class(Thread *t, Value cls, const char *words) {
    if (value_is_class(cls) || bases_of(t, cls)) return true;
    if (!error_pending(t)) error_type(t, "%s", words);
    return false;
}

static bool abstract_subclass(Thread *t, Value derived, Value of, int *result) {
    *result = 0;
    for (;;) {
        if (value_same(derived, of)) return *result = 1;
        Tuple *bases = bases_of(t, derived);
        if (!bases || bases->length == 0) return !error_pending(t);
        if (bases->length > 1) {
            if (!thread_check_native(t)) return false;
            for (uint64_t i = 0; i < bases->length && !*result; i++)
                if (!abstract_subclass(t, bases->items[i], of, result)) return false;
            return true;
        }
        derived = bases->items[0];
    }
}

// --- issubclass

static bool any_part(Thread *t, Value v, const Tuple *parts, int *result, bool (*check)(Thread *, Value, Value, int *)) {
    if (!thread_check_native(t)) return false;
    *result = 0;
    for (uint64_t i = 0; i < parts->length && !*result; i++) {
        Value part = value_is_none(parts->items[i]) ? value_from_object(&class_none) : parts->items[i];
        if (!check(t, v, part, result)) return false;
    }
    return true;
}

static bool refuse_alias(Thread *t, Value of, const char *function) {
    if (!(value_is_object(of) && value_is_instance(of, &class_generic_alias))) return false;
    error_type(t, "%s() argument 2 cannot be a parameterized generic", function);
    return true;
}

static bool check_subclass(Thread *t, Value derived, Value of, int *result) {
    bool plain = value_is_class(of) && value_is_class(derived);
    const Tuple *parts = value_is_tuple(of) ? value_tuple(of) : union_members(of);
    if (parts) return any_part(t, derived, parts, result, check_subclass);
    if (asks_itself(of, DUNDER_SUBCLASSCHECK)) return ask(t, of, DUNDER_SUBCLASSCHECK, derived, result);
    if (plain) {
        *result = class_is_subclass(value_as_class(derived), value_as_class(of));
        return true;
    }
    if (refuse_alias(t, of, "issubclass")) return false;
    if (!check_class(t, derived, "issubclass() arg 1 must be a class") || !check_class(t, of, subclass_words)) return false;
    return abstract_subclass(t, derived, of, result);
}

bool object_is_subclass(Thread *t, Class *cls, Value of, int *result) { return check_subclass(t, value_from_object(cls), of, result); }

// --- isinstance

// The class v claims by an attribute __class__ of its own; VALUE_UNBOUND: none but its type.
static Value claimed_class(Thread *t, Value v) {
    Class *cls = value_class(v);
    if (cls->flags & CLASS_BUILTIN) return VALUE_UNBOUND;
    if (value_same(class_lookup(cls, names.__class__), class_lookup(&class_object, names.__class__)) &&
        value_same(cls->dunders[DUNDER_GETATTRIBUTE], class_object.dunders[DUNDER_GETATTRIBUTE]))
        return VALUE_UNBOUND;
    Value claimed = attr_find(t, v, names.__class__);
    if (value_is_error(claimed) && error_matches(t, &class_AttributeError)) {
        error_take(t);
        return VALUE_UNBOUND;
    }
    return claimed;
}

static bool plain_instance(Thread *t, Value v, Value of, int *result) {
    if (value_is_class(of)) {
        *result = value_is_instance(v, value_as_class(of));
        if (*result) return true;
        Value claimed = claimed_class(t, v);
        if (!value_is_error(claimed) && value_is_class(claimed)) *result = class_is_subclass(value_as_class(claimed), value_as_class(of));
        return !value_is_error(claimed);
    }
    if (refuse_alias(t, of, "isinstance") || !check_class(t, of, instance_words)) return false;
    Value claimed = claimed_class(t, v);
    if (value_is_error(claimed)) return false;
    return abstract_subclass(t, value_is_unbound(claimed) ? value_from_object(value_class(v)) : claimed, of, result);
}

bool object_is_instance(Thread *t, Value v, Value of, int *result) {
    if (value_same(of, value_from_object(value_class(v)))) return *result = 1;
    const Tuple *parts = value_is_tuple(of) ? value_tuple(of) : union_members(of);
    if (parts) return any_part(t, v, parts, result, object_is_instance);
    if (asks_itself(of, DUNDER_INSTANCECHECK)) return ask(t, of, DUNDER_INSTANCECHECK, v, result);
    return plain_instance(t, v, of, result);
}

// --- the builtins

static Value builtin_isinstance(Thread *t, Value *args, uint32_t nargs) {
    int result;
    return object_is_instance(t, args[0], args[1], &result) ? value_from_bool(result) : VALUE_ERROR;
}

static Value builtin_issubclass(Thread *t, Value *args, uint32_t nargs) {
    int result;
    return check_subclass(t, args[0], args[1], &result) ? value_from_bool(result) : VALUE_ERROR;
}

const NativeDef builtins_class[] = {
    {"isinstance", builtin_isinstance, "obj, class_or_tuple, /", 0},
    {"issubclass", builtin_issubclass, "cls, class_or_tuple, /", 0},
    {0},
};
