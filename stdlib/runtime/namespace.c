// The dict that globals() and module.__dict__ give: a dict whose contents are a module's names.
//
// A module keeps its names in slots that code addresses directly, so this dict is a copy of them: every method first brings the
// copy up to date, and one that may change it carries the changes over to the module afterwards. One per module, so that
// globals() is always the same object. The class is dict to the program.
#include "class_int.h"
#include "containers.h"
#include "dict_int.h"
#include "exception.h"
#include "module.h"
#include "native.h"
#include "object_lock.h"
#include "str.h"

typedef struct {
    Dict dict;
    Module *module;
} Namespace;

static void namespace_trace(Object *o, Tracer *tracer) {
    layout_dict.trace(o, tracer);
    tracer_object(tracer, ((Namespace *)o)->module);
}

const Layout layout_namespace = {.name = "namespace", .kind = KIND_DICT, .size = sizeof(Namespace), .trace = namespace_trace};

// Takes out of `d` what `wanted` does not have.
static void drop_others(Dict *d, const Dict *wanted) {
    for (uint32_t i = 0; i < d->used; i++) {
        Value key = dict_entries(d->entries)[i].key;
        if (value_is_unbound(key) || !value_is_str(key)) continue;
        if (value_is_unbound(dict_get_str(wanted, str_intern_str(value_str(key))))) dict_delete_entry(d, i);
    }
}

static bool refresh_locked(Thread *t, Namespace *n) {
    Dict *now = module_dict(t, n->module);
    uint32_t position = 0;
    Value key, v;
    while (now && dict_next(now, &position, &key, &v)) {
        if (value_is_str(key) && value_same(dict_get_str(&n->dict, value_str(key)), v)) continue;
        if (!dict_set(t, &n->dict, key, v)) return false;
    }
    if (now && now->live < n->dict.live) drop_others(&n->dict, now);
    return now != NULL;
}

static bool refresh(Thread *t, Namespace *n) {
    ObjectLock lock;
    object_lock(t, &lock, n, NULL);
    bool ok = refresh_locked(t, n);
    object_unlock(t, &lock);
    return ok;
}

// Carries the copy over to the module, which had the names of `before`.
static bool carry_over(Thread *t, Namespace *n, const Dict *before) {
    uint32_t position = 0;
    Value key, v;
    while (dict_next(&n->dict, &position, &key, &v)) {
        if (!value_is_str(key)) continue;
        Str *name = str_intern_str(value_str(key));
        if (!value_same(dict_get_str(before, name), v) && !module_set(t, n->module, name, v)) return false;
    }
    for (position = 0; dict_next(before, &position, &key, &v);)
        if (value_is_str(key) && value_is_unbound(dict_get_str(&n->dict, value_str(key))) && !module_delete(t, n->module, value_str(key)) && error_pending(t))
            return false;
    return true;
}

Dict *module_namespace(Thread *t, Module *m) {
    Namespace *n = (Namespace *)m->namespace;
    if (!n) {
        n = heap_new(t, &shape_namespace, sizeof(Namespace));
        if (!n) return NULL;
        n->module = m;
        m->namespace = &n->dict;
    }
    return refresh(t, n) ? &n->dict : NULL;
}

static Value call_dict(Thread *t, const char *name, Value *args, uint32_t nargs) {
    return ((Native *)value_object(class_lookup(&class_dict, str_intern_c(name))))->fn(t, args, nargs);
}

static Value read_names(Thread *t, const char *name, Value *args, uint32_t nargs) {
    return refresh(t, (Namespace *)value_object(args[0])) ? call_dict(t, name, args, nargs) : VALUE_ERROR;
}

static Value change_names(Thread *t, const char *name, Value *args, uint32_t nargs) {
    Namespace *n = (Namespace *)value_object(args[0]);
    Dict *before = refresh(t, n) ? dict_copy(t, &n->dict) : NULL;
    Value result = before ? call_dict(t, name, args, nargs) : VALUE_ERROR;
    if (value_is_error(result)) return result;
    return carry_over(t, n, before) ? result : VALUE_ERROR;
}

// The methods of dict: METHOD(how, ident, "name", "signature").
#define NAMESPACE_METHODS(METHOD)                                                \
    METHOD(read, repr, "__repr__", "self, /")                                    \
    METHOD(read, length, "__len__", "self, /")                                   \
    METHOD(read, getitem, "__getitem__", "self, key, /")                         \
    METHOD(read, contains, "__contains__", "self, key, /")                       \
    METHOD(read, iter, "__iter__", "self, /")                                    \
    METHOD(read, reversed, "__reversed__", "self, /")                            \
    METHOD(read, or, "__or__", "self, value, /")                                 \
    METHOD(read, ror, "__ror__", "self, value, /")                               \
    METHOD(read, eq, "__eq__", "self, value, /")                                 \
    METHOD(read, ne, "__ne__", "self, value, /")                                 \
    METHOD(read, copy, "copy", "self, /")                                        \
    METHOD(read, get, "get", "self, key, default=None, /")                       \
    METHOD(read, items, "items", "self, /")                                      \
    METHOD(read, keys, "keys", "self, /")                                        \
    METHOD(read, values, "values", "self, /")                                    \
    METHOD(change, setitem, "__setitem__", "self, key, value, /")                \
    METHOD(change, delitem, "__delitem__", "self, key, /")                       \
    METHOD(change, ior, "__ior__", "self, value, /")                             \
    METHOD(change, clear, "clear", "self, /")                                    \
    METHOD(change, pop, "pop", "self, key, default=?, /")                        \
    METHOD(change, popitem, "popitem", "self, /")                                \
    METHOD(change, setdefault, "setdefault", "self, key, default=None, /")       \
    METHOD(change, update, "update", "self, /, *args, **kwargs")

#define DEFINE(how, ident, name, signature)                                              \
    static Value namespace_##ident(Thread *t, Value *args, uint32_t nargs) {             \
        return how##_names(t, name, args, nargs);                                        \
    }
NAMESPACE_METHODS(DEFINE)
#undef DEFINE

#define ROW(how, ident, name, signature) {name, namespace_##ident, signature, 0},
static const NativeDef namespace_methods[] = {NAMESPACE_METHODS(ROW){"__hash__", NULL, NULL, 0}, {0}};
#undef ROW

void namespace_init(void) { class_add_natives(&class_namespace, namespace_methods); }
