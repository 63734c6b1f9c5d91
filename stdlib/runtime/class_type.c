// The class `type`: calling classes, and the attributes and methods classes have.
#include "class_int.h"
#include "frame.h"
#include "module.h"
#include "object_lock.h"

#include "struct.h"

// --- construction: __new__, then __init__ when it gave an instance

bool class_is_native(Value v, NativeFn fn) { return value_is_native(v) && ((Native *)value_object(v))->fn == fn; }

static bool run_init(Thread *t, Value self, Value init, const Value *args, uint32_t nargs, Tuple *kwnames) {
    Value result;
    if (value_is_function(init) || value_is_native(init)) {
        result = call_prefixed(t, init, self, args, nargs, kwnames);
    } else {
        init = attr_bind(t, init, self, value_class(self));
        result = value_is_error(init) ? init : call_keywords(t, init, args, nargs, kwnames);
    }
    if (value_is_error(result)) return false;
    if (value_is_none(result)) return true;
    error_type(t, "__init__() should return None, not '%T'", result);
    return false;
}

static Value call_new(Thread *t, Class *cls, Value new, const Value *args, uint32_t nargs, Tuple *kwnames) {
    new = attr_bind(t, value_is_native(new) ? VALUE_UNBOUND : new, VALUE_UNBOUND, cls);
    if (value_is_unbound(new)) new = cls->dunders[DUNDER_NEW];
    return value_is_error(new) ? new : call_prefixed(t, new, value_from_object(cls), args, nargs, kwnames);
}

static Value class_construct(Thread *t, Class *cls, const Value *args, uint32_t nargs, Tuple *kwnames);
static Value type_call(Thread *t, Value *args, uint32_t nargs);

Value class_call(Thread *t, Class *cls, const Value *args, uint32_t nargs, Tuple *kwnames) {
    if (cls == &class_type && nargs == 1 && !kwnames) return value_from_object(value_class(args[0]));
    if (cls == &class_type && nargs - (kwnames ? kwnames->length : 0) != 3) return error_type(t, "type() takes 1 or 3 arguments");
    Value meta_call = value_class(value_from_object(cls))->dunders[DUNDER_CALL];
    if (!class_is_native(meta_call, type_call)) return call_prefixed(t, meta_call, value_from_object(cls), args, nargs, kwnames);
    return class_construct(t, cls, args, nargs, kwnames);
}

static Value construct(Thread *t, Class *cls, const Value *args, uint32_t nargs) {
    const Object *source = nargs == 1 && value_is_object(args[0]) ? value_object(args[0]) : NULL;
    if (!t->parallel || !source || !object_is_locked_kind(source)) return cls->construct(t, args, nargs);
    ObjectLock lock;
    object_lock(t, &lock, source, NULL);
    Value v = cls->construct(t, args, nargs);
    object_unlock(t, &lock);
    return v;
}

// What type.__call__ does: __new__, then __init__.
static Value class_construct(Thread *t, Class *cls, const Value *args, uint32_t nargs, Tuple *kwnames) {
    Value new = cls->dunders[DUNDER_NEW], init = cls->dunders[DUNDER_INIT];
    bool plain_init = class_is_native(init, object_init);
    if (cls->construct && !kwnames) {
        Value v = construct(t, cls, args, nargs);
        if (!value_is_unbound(v)) return v;
    }
    if (cls->flags & CLASS_STRUCT) return struct_construct(t, cls, args, nargs, kwnames);
    if (class_is_native(new, object_new) && !(cls->flags & CLASS_ABSTRACT)) {
        if ((cls->flags & CLASS_BUILTIN) && cls != &class_object) return error_type(t, "cannot create '%S' instances", cls->name);
        if (plain_init && nargs) return error_type(t, "%S() takes no arguments", cls->name);
        Value self = value_or_error(class_instantiate(t, cls));
        if (value_is_error(self) || plain_init) return self;
        return run_init(t, self, init, args, nargs, kwnames) ? self : VALUE_ERROR;
    }
    // Keywords of a subclass's own __init__ are not for a builtin __new__ that takes none; nor the other way round.
    bool for_init = kwnames && value_is_function(init) && value_is_native(new) && !native_takes_keywords((Native *)value_object(new));
    Value self = for_init ? call_new(t, cls, new, args, nargs - (uint32_t)kwnames->length, NULL) : call_new(t, cls, new, args, nargs, kwnames);
    if (value_is_error(self) || !value_is_instance(self, cls)) return self;
    init = value_dunder(self, DUNDER_INIT);
    if (class_is_native(init, object_init)) return self;
    bool for_new = kwnames && !value_is_native(new) && value_is_native(init) && !native_takes_keywords((Native *)value_object(init));
    if (for_new) nargs -= (uint32_t)kwnames->length;
    if (for_new) kwnames = NULL;
    return run_init(t, self, init, args, nargs, kwnames) ? self : VALUE_ERROR;
}

static Value type_call(Thread *t, Value *args, uint32_t nargs) {
    Tuple *positional = value_tuple(args[1]), *kwnames = NULL;
    Dict *keywords = value_dict(args[2]);
    Value *all = positional->items;
    if (keywords->live) {
        kwnames = tuple_new(t, keywords->live);
        Tuple *both = kwnames ? tuple_new(t, positional->length + keywords->live) : NULL;
        if (!both) return VALUE_ERROR;
        all = both->items;
        memcpy(all, positional->items, positional->length * sizeof(Value));
        uint32_t at = 0, n = 0;
        for (Value key, v; dict_next(keywords, &at, &key, &v); n++) kwnames->items[n] = key, all[positional->length + n] = v;
    }
    return class_construct(t, value_as_class(args[0]), all, (uint32_t)(positional->length + keywords->live), kwnames);
}

// A plain dict of what a namespace holds, which may be an instance of a subclass.
static Dict *namespace_of(Thread *t, const Dict *given) {
    Dict *ns = dict_new(t);
    Value key, v;
    for (uint32_t at = 0; ns && dict_next(given, &at, &key, &v);)
        if (!dict_set(t, ns, value_is_str(key) ? value_from_object(str_intern_str(value_str(key))) : key, v)) return NULL;
    return ns;
}

// The module on whose behalf a class is made: that of the innermost function which is not the library's.
static Str *asking_module(const Thread *t) {
    for (const Value *base = t->base; base && value_is_function(frame_callee(base)); base = frame_caller(base)) {
        const Module *m = ((Function *)value_object(frame_callee(base)))->proto->module;
        if (!m->path || strncmp(m->path->text, "<otter>", 7) != 0) return m->name;
    }
    return str_intern_c("__main__");
}

// type(name, bases, namespace, **keywords); type(x) is answered by class_call.
static Value type_new(Thread *t, Value *args, uint32_t nargs) {
    if (value_is_unbound(args[2]) && value_is_unbound(args[3])) return value_from_object(value_class(args[1]));
    if (value_is_unbound(args[3])) return error_type(t, "type() takes 1 or 3 arguments");
    if (!value_is_str(args[1])) return error_type(t, "type.__new__() argument 1 must be str, not %A", args[1]);
    if (!value_is_tuple(args[2])) return error_type(t, "type.__new__() argument 2 must be tuple, not %A", args[2]);
    if (!value_is_dict(args[3])) return error_type(t, "type.__new__() argument 3 must be dict, not %A", args[3]);
    if (memchr(value_str(args[1])->text, 0, value_str(args[1])->nbytes)) return error_value(t, "type name must not contain null characters");
    Dict *ns = namespace_of(t, value_dict(args[3])), *keywords = value_dict(args[4]);
    Str *name = value_str(args[1]);
    if (!ns) return VALUE_ERROR;
    Value cell = dict_pop_str(t, ns, names.__classcell__);
    if (value_is_unbound(dict_get_str(ns, names.__module__))) {
        Value module = value_from_object(asking_module(t));
        if (!dict_set_str(t, ns, names.__module__, module)) return VALUE_ERROR;
    }
    return value_or_error(class_new_of(t, value_as_class(args[0]), name, name, value_tuple(args[2]), ns, keywords,
                                       value_is_unbound(cell) ? NULL : (Cell *)value_object(cell)));
}

// --- text

Str *class_full_name(Thread *t, const Class *cls) {
    if (!value_is_str(cls->module) || str_equal_c(value_str(cls->module), "builtins")) return cls->qualname;
    StrBuilder b;
    str_builder_init(&b, t);
    str_builder_add_str(&b, value_str(cls->module));
    str_builder_add_c(&b, ".");
    str_builder_add_str(&b, cls->qualname);
    return str_builder_take(&b);
}

static Value type_repr(Thread *t, Value *args, uint32_t nargs) {
    Str *full = class_full_name(t, value_as_class(args[0]));
    StrBuilder b;
    if (!full) return VALUE_ERROR;
    str_builder_init(&b, t);
    str_builder_add_c(&b, "<class '");
    str_builder_add_str(&b, full);
    str_builder_add_c(&b, "'>");
    return value_or_error(str_builder_take(&b));
}

// --- attributes

static Value get_name(Thread *t, Value *args, uint32_t nargs) { return value_from_object(value_as_class(args[0])->name); }
static Value get_qualname(Thread *t, Value *args, uint32_t nargs) { return value_from_object(value_as_class(args[0])->qualname); }
static Value get_bases(Thread *t, Value *args, uint32_t nargs) { return value_from_object(value_as_class(args[0])->bases); }
static Value get_mro(Thread *t, Value *args, uint32_t nargs) { return value_from_object(value_as_class(args[0])->mro); }

static Value get_base(Thread *t, Value *args, uint32_t nargs) {
    Class *base = value_as_class(args[0])->base;
    return base ? value_from_object(base) : VALUE_NONE;
}

static Value get_module(Thread *t, Value *args, uint32_t nargs) {
    Value own = dict_get_str(value_as_class(args[0])->ns, names.__module__);
    return value_is_unbound(own) ? value_as_class(args[0])->module : own;
}

static Value get_doc(Thread *t, Value *args, uint32_t nargs) {
    Class *cls = value_as_class(args[0]);
    Value doc = dict_get_str(cls->ns, names.__doc__);
    return value_is_unbound(doc) ? VALUE_NONE : attr_bind(t, doc, VALUE_UNBOUND, cls);
}

static bool mutable_class(Thread *t, Class *cls, Value name, Value to) {
    if (cls->flags & CLASS_BUILTIN) error_type(t, "cannot set %R attribute of immutable type '%S'", name, cls->name);
    else if (value_is_unbound(to)) error_type(t, "cannot delete %R attribute of immutable type '%S'", name, cls->name);
    else return true;
    return false;
}

static Value set_name(Thread *t, Value *args, uint32_t nargs) {
    Class *cls = value_as_class(args[0]);
    if (!mutable_class(t, cls, value_from_object(names.__name__), args[1])) return VALUE_ERROR;
    if (!value_is_str(args[1])) return error_type(t, "can only assign string to %S.__name__, not '%T'", cls->name, args[1]);
    if (memchr(value_str(args[1])->text, 0, value_str(args[1])->nbytes)) return error_value(t, "type name must not contain null characters");
    cls->name = value_str(args[1]);
    return VALUE_NONE;
}

static Value set_qualname(Thread *t, Value *args, uint32_t nargs) {
    Class *cls = value_as_class(args[0]);
    if (!mutable_class(t, cls, value_from_object(names.__qualname__), args[1])) return VALUE_ERROR;
    if (!value_is_str(args[1])) return error_type(t, "can only assign string to %S.__qualname__, not '%T'", cls->name, args[1]);
    cls->qualname = value_str(args[1]);
    return VALUE_NONE;
}

static Value set_in_namespace(Thread *t, Value *args, Str *name) {
    Class *cls = value_as_class(args[0]);
    if (!mutable_class(t, cls, value_from_object(name), args[1])) return VALUE_ERROR;
    if (name == names.__module__) cls->module = args[1];
    return class_set_attr(t, cls, name, args[1]) ? VALUE_NONE : VALUE_ERROR;
}

static Value set_module(Thread *t, Value *args, uint32_t nargs) { return set_in_namespace(t, args, names.__module__); }
static Value set_doc(Thread *t, Value *args, uint32_t nargs) { return set_in_namespace(t, args, names.__doc__); }

static Value get_annotations(Thread *t, Value *args, uint32_t nargs) {
    Class *cls = value_as_class(args[0]);
    Value own = dict_get_str(cls->ns, names.__annotations__);
    if (!value_is_unbound(own)) return own;
    if (cls->flags & CLASS_BUILTIN) return error_raise(t, &class_AttributeError, "type object '%S' has no attribute '__annotations__'", cls->name);
    own = value_or_error(dict_new(t));
    if (value_is_error(own) || !class_set_attr(t, cls, names.__annotations__, own)) return VALUE_ERROR;
    return own;
}

static Value set_annotations(Thread *t, Value *args, uint32_t nargs) {
    Class *cls = value_as_class(args[0]);
    if (!value_is_unbound(args[1]) || cls->flags & CLASS_BUILTIN) return set_in_namespace(t, args, names.__annotations__);
    if (value_is_unbound(dict_get_str(cls->ns, names.__annotations__))) return error_raise(t, &class_AttributeError, "__annotations__");
    return class_delete_attr(t, cls, names.__annotations__) ? VALUE_NONE : VALUE_ERROR;
}

// The namespace of a class made here, its methods as the program may have them (native.h).
static Value builtin_dict(Thread *t, const Class *cls) {
    Dict *copy = dict_new(t);
    uint32_t position = 0;
    Value key, v;
    while (copy && dict_next(cls->ns, &position, &key, &v)) {
        bool method = value_is_native(v) && ((Native *)value_object(v))->owner && !(((Native *)value_object(v))->def->flags & NATIVE_GETTER);
        if (method) v = value_or_error(native_unbound(t, (Native *)value_object(v)));
        if (value_is_error(v) || !dict_set(t, copy, key, v)) return VALUE_ERROR;
    }
    return copy ? mappingproxy_new(t, value_from_object(copy)) : VALUE_ERROR;
}

static Value get_dict(Thread *t, Value *args, uint32_t nargs) {
    if (value_as_class(args[0])->flags & (CLASS_BUILTIN | CLASS_ENUM | CLASS_STRUCT)) return builtin_dict(t, value_as_class(args[0]));
    return mappingproxy_new(t, value_from_object(value_as_class(args[0])->ns));
}

// --- methods

static Value type_mro(Thread *t, Value *args, uint32_t nargs) {
    return value_or_error(list_from(t, value_as_class(args[0])->mro->items, value_as_class(args[0])->mro->length));
}

static Value type_subclasses(Thread *t, Value *args, uint32_t nargs) {
    List *list = list_new(t, 0);
    const Class *cls = value_as_class(args[0]);
    for (uint32_t i = 0; list && i < cls->subclass_count; i++)
        if (!list_append(t, list, cls->subclasses->values[i])) return VALUE_ERROR;
    return value_or_error(list);
}

// CPython's refusals, and ours for what it would do.
static Value set_bases(Thread *t, Value *args, uint32_t nargs) {
    const Class *cls = value_as_class(args[0]);
    if (cls->flags & CLASS_BUILTIN) return error_type(t, "cannot set '__bases__' attribute of immutable type '%S'", cls->name);
    if (value_is_unbound(args[1])) return error_type(t, "cannot delete '__bases__' attribute of immutable type '%S'", cls->name);
    if (!value_is_tuple(args[1])) return error_type(t, "can only assign tuple to %S.__bases__, not %T", cls->name, args[1]);
    return error_type(t, "__bases__ assignment is not supported: a class keeps its bases");
}

static Value type_instancecheck(Thread *t, Value *args, uint32_t nargs) {
    return value_from_bool(value_is_instance(args[1], value_as_class(args[0])));
}

static Value type_subclasscheck(Thread *t, Value *args, uint32_t nargs) {
    if (!value_is_class(args[1])) return error_type(t, "issubclass() arg 1 must be a class");
    return value_from_bool(class_is_subclass(value_as_class(args[1]), value_as_class(args[0])));
}

static const NativeDef type_natives[] = {
    {"__new__", type_new, "cls, object_or_name, bases=?, dict=?, /, **kwds", NATIVE_STATIC},
    {"__call__", type_call, "self, /, *args, **kwargs", 0},
    {"__repr__", type_repr, "self, /", 0},
    {"__name__", get_name, "self", NATIVE_GETTER},
    {"__name__", set_name, "self, value", NATIVE_SETTER},
    {"__qualname__", get_qualname, "self", NATIVE_GETTER},
    {"__qualname__", set_qualname, "self, value", NATIVE_SETTER},
    {"__module__", get_module, "self", NATIVE_GETTER},
    {"__module__", set_module, "self, value", NATIVE_SETTER},
    {"__doc__", get_doc, "self", NATIVE_GETTER},
    {"__doc__", set_doc, "self, value", NATIVE_SETTER},
    {"__annotations__", get_annotations, "self", NATIVE_GETTER},
    {"__annotations__", set_annotations, "self, value", NATIVE_SETTER},
    {"__bases__", get_bases, "self", NATIVE_GETTER},
    {"__bases__", set_bases, "self, value", NATIVE_SETTER},
    {"__base__", get_base, "self", NATIVE_GETTER},
    {"__mro__", get_mro, "self", NATIVE_GETTER},
    {"__dict__", get_dict, "self", NATIVE_GETTER},
    {"mro", type_mro, "self, /", 0},
    {"__subclasses__", type_subclasses, "self, /", 0},
    {"__instancecheck__", type_instancecheck, "self, instance, /", 0},
    {"__subclasscheck__", type_subclasscheck, "self, subclass, /", 0},
    {0},
};

void type_init_class(void) { class_add_natives(&class_type, type_natives); }
