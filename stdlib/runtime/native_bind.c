// Calling natives: arguments to parameters, with the messages of CPython's argument helpers.
#include "native_int.h"

// --- messages. `skip` is 1 when the first parameter is self, which CPython does not count.

typedef struct {
    Native *native;
    const NativeSignature *sig;
    Str *name;
    uint32_t skip, min;      // min: how many positional arguments are required
    bool keywords_allowed;   // some parameter may be passed by name
} Callee;

// Errors of __new__ and __init__ speak of the class.
static bool is_constructor(const Native *n) { return n->owner && (n->name == names.__new__ || n->name == names.__init__); }

// Special methods, which CPython calls slot wrappers.
static bool is_slot(const Native *n) { return n->owner && !is_constructor(n) && n->name->nbytes > 4 && !memcmp(n->name->text, "__", 2); }

static Callee describe(Native *n) {
    const NativeSignature *sig = native_signature(n);
    bool constructs = is_constructor(n), method = constructs || (n->owner && !(n->def->flags & NATIVE_STATIC));
    bool named = sig->kwargs || sig->keyword_only || sig->positional > sig->positional_only;
    named = named && !(method && sig->positional == 1 && !sig->kwargs && !sig->keyword_only);
    uint32_t min = sig->positional_required > method ? sig->positional_required - method : 0;
    return (Callee){n, sig, constructs ? n->owner->name : n->name, method, min, named};
}

static Str *full_name(Thread *t, const Native *n) {
    bool qualified = !n->owner && value_is_str(n->module) && !str_equal_c(value_str(n->module), "builtins");
    if (qualified) return str_format_c(t, "%s.%s", value_str(n->module)->text, n->name->text);
    if (!n->owner) return n->name;
    if (is_constructor(n)) return n->owner->name;
    return str_format_c(t, "%s.%s", n->owner->name->text, n->name->text);
}

bool native_takes_keywords(Native *n) { return describe(n).keywords_allowed; }

static const char *plural(uint32_t n) { return n == 1 ? "" : "s"; }

// A callee whose parameters may be named: `total` arguments given, `given` of them by position.
static Value count_error_named(Thread *t, const Callee *c, uint32_t given, uint32_t total) {
    uint32_t max = c->sig->positional - c->skip, min = c->min, all = max + c->sig->keyword_only;
    if (total > all && !c->sig->kwargs) {
        const char *kind = given == 0 ? "keyword " : "";
        return error_type(t, "%S() takes %s %d %sargument%s (%d given)", c->name, min < all ? "at most" : "exactly", all, kind, plural(all), total);
    }
    if (max == 0) return error_type(t, "%S() takes no positional arguments", c->name);
    if (given > max)
        return error_type(t, "%S() takes %s %d positional argument%s (%d given)", c->name, min < max ? "at most" : "exactly", max,
                          plural(max), given);
    return error_type(t, "%S() takes %s %d positional argument%s (%d given)", c->name, min < max ? "at least" : "exactly", min, plural(min), given);
}

static Value count_error(Thread *t, const Callee *c, uint32_t given, uint32_t total) {
    if (c->keywords_allowed) return count_error_named(t, c, given, total);
    uint32_t max = c->sig->positional - c->skip, min = c->min, limit = given < min ? min : max;
    Str *full = full_name(t, c->native);
    if (!full) return VALUE_ERROR;
    const char *bound = min == max ? "" : given < min ? "at least " : "at most ";
    if (c->native->def->flags & NATIVE_COUNTED)
        return error_type(t, "%S() takes %s%d argument%s (%d given)", c->name, min == max ? "exactly " : bound, limit, plural(limit), given);
    if (is_slot(c->native)) return error_type(t, "expected %s%d argument%s, got %d", bound, limit, plural(limit), given);
    if (max == 0) return error_type(t, "%S() takes no arguments (%d given)", full, given);
    if (max == 1 && min == 1 && !is_constructor(c->native)) return error_type(t, "%S() takes exactly one argument (%d given)", full, given);
    return error_type(t, "%S expected %s%d argument%s, got %d", c->name, bound, limit, plural(limit), given);
}

static Value missing_error(Thread *t, const Callee *c, uint32_t index, uint32_t given) {
    const NativeParameter *p = &c->sig->parameters[index];
    if (index < c->skip) {
        bool method = c->native->checked && !is_slot(c->native) && !is_constructor(c->native);
        if (method) return error_type(t, "unbound method %S() needs an argument", full_name(t, c->native));
        return error_type(t, "descriptor '%S' of '%S' object needs an argument", c->native->name, c->native->owner->name);
    }
    if (!c->keywords_allowed || index < c->sig->positional_only) return count_error(t, c, given, given);
    return error_type(t, "%S() missing required argument '%S' (pos %d)", c->name, p->name, (int)(index + 1 - c->skip));
}

static Value keyword_error(Thread *t, const Callee *c, Value name) {
    return error_type(t, "'%V' is an invalid keyword argument for %S()", name, c->name);
}

// --- binding

static int find_parameter(const NativeSignature *sig, Str *name) {
    for (uint32_t i = 0; i < sig->count; i++) {
        const NativeParameter *p = &sig->parameters[i];
        bool nameable = p->kind == PARAMETER_KEYWORD || (p->kind == PARAMETER_POSITIONAL && i >= sig->positional_only);
        if (nameable && (p->name == name || str_equal(p->name, name))) return (int)i;
    }
    return -1;
}

static bool bind_keywords(Thread *t, const Callee *c, Value *bound, const Value *values, Tuple *kwnames, Dict *extra) {
    for (uint64_t i = 0; i < kwnames->length; i++) {
        int at = find_parameter(c->sig, value_str(kwnames->items[i]));
        if (at < 0 && extra) {
            if (!dict_set(t, extra, kwnames->items[i], values[i])) return false;
        } else if (at < 0) {
            keyword_error(t, c, kwnames->items[i]);
            return false;
        } else if (!value_is_unbound(bound[at])) {
            error_type(t, "argument for %S() given by name ('%V') and position (%d)", c->name, kwnames->items[i], at + 1 - (int)c->skip);
            return false;
        } else {
            bound[at] = values[i];
        }
    }
    return true;
}

// Positional arguments in order; what is over goes into the tuple of *args.
static bool bind_positional(Thread *t, const Callee *c, Value *bound, const Value *args, uint32_t nargs, uint32_t nkw) {
    uint32_t taken = 0;
    for (uint32_t i = 0; i < c->sig->count; i++) {
        bound[i] = VALUE_UNBOUND;
        ParameterKind kind = c->sig->parameters[i].kind;
        if (kind == PARAMETER_POSITIONAL && taken < nargs) bound[i] = args[taken++];
        if (kind == PARAMETER_VARARGS) {
            Tuple *rest = tuple_from(t, args + taken, nargs - taken);
            if (!rest) return false;
            bound[i] = value_from_object(rest);
            taken = nargs;
        }
    }
    if (taken == nargs) return true;
    count_error(t, c, nargs - c->skip, nargs - c->skip + nkw);
    return false;
}

static bool bind_rest(Thread *t, const Callee *c, Value *bound, Dict *extra, uint32_t nargs) {
    for (uint32_t i = 0; i < c->sig->count; i++) {
        const NativeParameter *p = &c->sig->parameters[i];
        if (!value_is_unbound(bound[i])) continue;
        if (p->kind == PARAMETER_KWARGS) {
            bound[i] = value_from_object(extra);
        } else if (p->required) {
            missing_error(t, c, i, nargs >= c->skip ? nargs - c->skip : 0);
            return false;
        } else {
            bound[i] = p->fallback;
        }
    }
    return true;
}

static bool check_self(Thread *t, const Native *n, const Value *args, uint32_t nargs) {
    if (nargs == 0 || !n->owner) return true;
    if (n->def->flags & NATIVE_STATIC) {
        if (n->name != names.__new__) return true;
        if (!value_is_class(args[0])) {
            error_type(t, "%S.__new__(X): X is not a type object (%T)", n->owner->name, args[0]);
            return false;
        }
        Class *cls = value_as_class(args[0]), *solid = cls;
        while (!(solid->flags & CLASS_BUILTIN)) solid = solid->base;
        if (class_is_subclass(cls, n->owner) && class_is_native(solid->dunders[DUNDER_NEW], n->fn)) return true;
        if (class_is_subclass(cls, n->owner)) error_type(t, "%S.__new__(%S) is not safe, use %S.__new__()", n->owner->name, cls->name, solid->name);
        else error_type(t, "%S.__new__(%S): %S is not a subtype of %S", n->owner->name, cls->name, cls->name, n->owner->name);
        return false;
    }
    if (value_is_instance(args[0], n->owner)) return true;
    bool slot = n->name->text[0] == '_' && n->name->text[1] == '_';
    const char *form = slot ? "descriptor '%S' requires a '%S' object but received a '%T'"
                            : "descriptor '%S' for '%S' objects doesn't apply to a '%T' object";
    error_type(t, form, n->name, n->owner->name, args[0]);
    return false;
}

// Positional arguments that suffice, and no parameters that collect: defaults are all there is to add.
static bool suffices(const Native *n, const NativeSignature *sig, uint32_t nargs) {
    return !n->checked && !sig->varargs && !sig->kwargs && sig->required_by_name == 0 && nargs >= sig->positional_required &&
           nargs <= sig->positional;
}

static Value call_completed(Thread *t, const Native *n, const NativeSignature *sig, const Value *args, uint32_t nargs) {
    Value all[NATIVE_PARAMETERS];
    for (uint32_t i = 0; i < sig->count; i++) all[i] = i < nargs ? args[i] : sig->parameters[i].fallback;
    return native_run(t, n->fn, all, sig->count);
}

static Value call_bound(Thread *t, Native *n, const Value *args, uint32_t nargs, Tuple *kwnames) {
    const NativeSignature *sig = native_signature(n);
    if (!kwnames && suffices(n, sig, nargs)) return call_completed(t, n, sig, args, nargs);
    Callee c = describe(n);
    Value bound[NATIVE_PARAMETERS];
    uint32_t nkw = kwnames ? (uint32_t)kwnames->length : 0, npos = nargs - nkw;
    if (nkw && !c.keywords_allowed && !value_is_unbound(n->self) + npos >= c.skip)
        return error_type(t, "%S() takes no keyword arguments", full_name(t, n));
    Dict *extra = c.sig->kwargs ? dict_new(t) : NULL;
    if (c.sig->kwargs && !extra) return VALUE_ERROR;
    if (n->checked && !check_self(t, n, args, npos)) return VALUE_ERROR;
    if (!bind_positional(t, &c, bound, args, npos, nkw)) return VALUE_ERROR;
    if (nkw && !bind_keywords(t, &c, bound, args + npos, kwnames, extra)) return VALUE_ERROR;
    if (!bind_rest(t, &c, bound, extra, npos)) return VALUE_ERROR;
    return native_run(t, n->fn, bound, c.sig->count);
}

// Bound methods: self goes before the arguments.
static Value call_with_self(Thread *t, Native *n, const Value *args, uint32_t nargs, Tuple *kwnames) {
    Value few[8], *all = few;
    Tuple *many = NULL;
    if (nargs + 1 > 8) {
        many = tuple_new(t, nargs + 1);
        if (!many) return VALUE_ERROR;
        all = many->items;
    }
    all[0] = n->self;
    for (uint32_t i = 0; i < nargs; i++) all[i + 1] = args[i];
    NativeFn fn = kwnames ? NULL : n->direct ? n->direct : n->plain && nargs + 1 == n->max_args ? n->fn : NULL;
    Value result = fn ? native_run(t, fn, all, nargs + 1) : call_bound(t, n, all, nargs + 1, kwnames);
    if (many) value_keep(value_from_object(many));
    return result;
}

Value call_native(Thread *t, Native *n, Value *args, uint32_t nargs, Tuple *kwnames) {
    if (kwnames && kwnames->length == 0) kwnames = NULL;
    if (n->simple && !kwnames && nargs == n->max_args) return native_run(t, n->fn, args, nargs);
    if (!value_is_unbound(n->self)) return call_with_self(t, n, args, nargs, kwnames);
    if (n->direct && !kwnames) return n->direct(t, args, nargs);
    return call_bound(t, n, args, nargs, kwnames);
}
