// Builtin functions about objects of any kind: attributes, classes, identity, text.
#include "builtins.h"
#include "class_int.h"
#include "frame.h"
#include "int.h"

// --- attributes

static Value builtin_getattr(Thread *t, Value *args, uint32_t nargs) {
    Str *name = attr_name(t, args[1]);
    if (!name) return VALUE_ERROR;
    if (value_is_unbound(args[2])) return attr_get(t, args[0], name);
    Value v = attr_find(t, args[0], name);
    if (value_is_error(v) && error_matches(t, &class_AttributeError)) {
        error_take(t);
        return args[2];
    }
    return value_is_unbound(v) ? args[2] : v;
}

static Value builtin_hasattr(Thread *t, Value *args, uint32_t nargs) {
    Str *name = attr_name(t, args[1]);
    if (!name) return VALUE_ERROR;
    Value v = attr_find(t, args[0], name);
    if (value_is_error(v)) {
        if (!error_matches(t, &class_AttributeError)) return v;
        error_take(t);
        return VALUE_FALSE;
    }
    return value_from_bool(!value_is_unbound(v));
}

static Value builtin_setattr(Thread *t, Value *args, uint32_t nargs) {
    Str *name = attr_name(t, args[1]);
    return name && attr_set(t, args[0], name, args[2]) ? VALUE_NONE : VALUE_ERROR;
}

static Value builtin_delattr(Thread *t, Value *args, uint32_t nargs) {
    Str *name = attr_name(t, args[1]);
    return name && attr_delete(t, args[0], name) ? VALUE_NONE : VALUE_ERROR;
}

// --- names of the running code

static Proto *running_proto(Thread *t) {
    Value callee = t->base ? frame_callee(t->base) : VALUE_NONE;
    return value_is_function(callee) ? ((Function *)value_object(callee))->proto : NULL;
}

static Value builtin_globals(Thread *t, Value *args, uint32_t nargs) {
    Proto *p = running_proto(t);
    if (!p) return error_raise(t, &class_RuntimeError, "globals(): no running module");
    return value_or_error(module_namespace(t, p->module));
}

static Value builtin_locals(Thread *t, Value *args, uint32_t nargs) {
    Proto *p = running_proto(t);
    if (p && (p->bc->flags & BC_MODULE_BODY)) return builtin_globals(t, args, 0);
    return error_raise(t, &class_RuntimeError, "locals(), and vars() and dir() without an argument, must be called by these names inside functions: "
                                               "local variables live in registers");
}

static Value builtin_vars(Thread *t, Value *args, uint32_t nargs) {
    if (value_is_unbound(args[0])) return builtin_locals(t, args, 0);
    Value d = attr_find(t, args[0], names.__dict__);
    if (value_is_error(d) && error_matches(t, &class_AttributeError)) {
        error_take(t);
        d = VALUE_UNBOUND;
    }
    return value_is_unbound(d) ? error_type(t, "vars() argument must have __dict__ attribute") : d;
}

static Value names_of_module(Thread *t, Module *m) {
    Value own = module_get(m, names.__dir__);
    return value_is_unbound(own) ? value_or_error(module_dict(t, m)) : call0(t, own);
}

static Value builtin_dir(Thread *t, Value *args, uint32_t nargs) {
    Value source = VALUE_UNBOUND;
    if (value_is_unbound(args[0])) source = builtin_locals(t, args, 0);
    else if (value_is_kind(args[0], KIND_MODULE)) source = names_of_module(t, (Module *)value_object(args[0]));
    else source = call_dunder(t, args[0], DUNDER_DIR, NULL, 0);
    if (value_is_error(source)) return source;
    List *list = list_from_iterable(t, source);
    return list && list_sort(t, list, VALUE_NONE, false) ? value_from_object(list) : VALUE_ERROR;
}

// --- identity, hash, text

static Value builtin_callable(Thread *t, Value *args, uint32_t nargs) {
    return value_from_bool(!value_is_unbound(value_dunder(args[0], DUNDER_CALL)));
}

static Value builtin_id(Thread *t, Value *args, uint32_t nargs) {
    return value_is_object(args[0]) ? int_from_i64(t, (int64_t)(uintptr_t)value_object(args[0])) : int_from_u64(t, args[0].bits);
}

static Value builtin_hash(Thread *t, Value *args, uint32_t nargs) {
    uint64_t hash;
    return op_hash(t, args[0], &hash) ? int_from_i64(t, (int64_t)hash) : VALUE_ERROR;
}

static Value builtin_repr(Thread *t, Value *args, uint32_t nargs) { return value_or_error(op_repr(t, args[0])); }
static Value builtin_ascii(Thread *t, Value *args, uint32_t nargs) { return value_or_error(op_ascii(t, args[0])); }

static Value builtin_format(Thread *t, Value *args, uint32_t nargs) {
    if (!value_is_str(args[1])) return error_type(t, "format() argument 2 must be str, not %A", args[1]);
    return value_or_error(op_format(t, args[0], value_str(args[1])));
}

static Value builtin_import(Thread *t, Value *args, uint32_t nargs) {
    return module_import_call(t, args);
}

static Value builtin_exit(Thread *t, Value *args, uint32_t nargs) {
    return error_raise_args(t, &class_SystemExit, args, 1);
}

const NativeDef builtins_object[] = {
    {"getattr", builtin_getattr, "object, name, default=?, /", 0},
    {"hasattr", builtin_hasattr, "obj, name, /", 0},
    {"setattr", builtin_setattr, "obj, name, value, /", 0},
    {"delattr", builtin_delattr, "obj, name, /", 0},
    {"globals", builtin_globals, "", 0},
    {"locals", builtin_locals, "", 0},
    {"vars", builtin_vars, "object=?, /", 0},
    {"dir", builtin_dir, "object=?, /", 0},
    {"callable", builtin_callable, "obj, /", 0},
    {"id", builtin_id, "obj, /", 0},
    {"hash", builtin_hash, "obj, /", 0},
    {"repr", builtin_repr, "obj, /", 0},
    {"ascii", builtin_ascii, "obj, /", 0},
    {"format", builtin_format, "value, format_spec='', /", 0},
    {"__import__", builtin_import, "name, globals=None, locals=None, fromlist=None, level=0", 0},
    {"exit", builtin_exit, "code=None", 0},
    {"quit", builtin_exit, "code=None", 0},
    {0},
};
