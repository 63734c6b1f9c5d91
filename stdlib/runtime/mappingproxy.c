// mappingproxy: a read-only window on a mapping; every operation goes to the mapping.
#include "attr.h"
#include "call.h"
#include "containers.h"
#include "dict_int.h"
#include "dict_views.h"
#include "exception.h"
#include "int.h"
#include "iter.h"
#include "list.h"
#include "native.h"
#include "seq.h"

typedef struct {
    Object header;
    Value mapping;
} MappingProxy;

static void proxy_trace(Object *o, Tracer *tracer) { tracer_value(tracer, ((MappingProxy *)o)->mapping); }

const Layout layout_mappingproxy = {.name = "mappingproxy", .kind = KIND_OTHER, .size = sizeof(MappingProxy), .trace = proxy_trace};

Value mappingproxy_new(Thread *t, Value mapping) {
    MappingProxy *proxy = heap_new(t, &shape_mappingproxy, sizeof *proxy);
    if (proxy == NULL) return VALUE_ERROR;
    proxy->mapping = mapping;
    return value_from_object(proxy);
}

static Value target(Value v) { return value_has_shape(v, &shape_mappingproxy) ? ((MappingProxy *)value_object(v))->mapping : v; }
static Value from_str(Str *s) { return s == NULL ? VALUE_ERROR : value_from_object(s); }

static Value proxy_dunder_new(Thread *t, Value *args, uint32_t nargs) {
    Value mapping = args[1];
    bool fits = !value_is_unbound(value_dunder(mapping, DUNDER_GETITEM)) && !value_is_list(mapping) && !value_is_kind(mapping, KIND_TUPLE);
    return fits ? mappingproxy_new(t, mapping) : error_type(t, "mappingproxy() argument must be a mapping, not %T", mapping);
}

static Value proxy_getitem(Thread *t, Value *args, uint32_t nargs) { return op_getitem(t, target(args[0]), args[1]); }
static Value proxy_iter(Thread *t, Value *args, uint32_t nargs) { return op_iter(t, target(args[0])); }
static Value proxy_str(Thread *t, Value *args, uint32_t nargs) { return from_str(op_str(t, target(args[0]))); }
static Value proxy_or(Thread *t, Value *args, uint32_t nargs) { return op_or(t, target(args[0]), target(args[1])); }
static Value proxy_ror(Thread *t, Value *args, uint32_t nargs) { return op_or(t, target(args[1]), target(args[0])); }

static Value proxy_contains(Thread *t, Value *args, uint32_t nargs) {
    int has = op_contains(t, target(args[0]), args[1]);
    return has < 0 ? VALUE_ERROR : value_from_bool(has);
}

static Value proxy_length(Thread *t, Value *args, uint32_t nargs) {
    int64_t n = op_length(t, target(args[0]));
    return n < 0 ? VALUE_ERROR : value_from_small(n);
}

static Value proxy_hash(Thread *t, Value *args, uint32_t nargs) {
    uint64_t hash;
    return op_hash(t, target(args[0]), &hash) ? int_from_i64(t, (int64_t)hash) : VALUE_ERROR;
}

static Value proxy_reversed(Thread *t, Value *args, uint32_t nargs) { return call_method(t, target(args[0]), str_intern_c("__reversed__"), NULL, 0); }

static Value proxy_repr(Thread *t, Value *args, uint32_t nargs) {
    StrBuilder b;
    str_builder_init(&b, t);
    str_builder_add_c(&b, "mappingproxy(");
    str_builder_add_repr(&b, target(args[0]));
    str_builder_add_c(&b, ")");
    return from_str(str_builder_take(&b));
}

static Value proxy_compare(Thread *t, Dunder d, Value a, Value b) { return op_compare(t, d, target(a), target(b)); }
SEQ_COMPARISONS(proxy)

#define PROXY_CALL(name)                                                     \
    static Value proxy_##name(Thread *t, Value *args, uint32_t nargs) {      \
        return call_method(t, target(args[0]), str_intern_c(#name), NULL, 0); \
    }
PROXY_CALL(keys)
PROXY_CALL(values)
PROXY_CALL(items)
PROXY_CALL(copy)

static Value proxy_get(Thread *t, Value *args, uint32_t nargs) { return call_method(t, target(args[0]), str_intern_c("get"), args + 1, 2); }

static const NativeDef proxy_methods[] = {
    {"__new__", proxy_dunder_new, "cls, mapping", NATIVE_STATIC},
    {"__repr__", proxy_repr, "self, /", 0},
    {"__str__", proxy_str, "self, /", 0},
    {"__hash__", proxy_hash, "self, /", 0},
    {"__len__", proxy_length, "self, /", 0},
    {"__getitem__", proxy_getitem, "self, key, /", 0},
    {"__contains__", proxy_contains, "self, key, /", 0},
    {"__iter__", proxy_iter, "self, /", 0},
    {"__reversed__", proxy_reversed, "self, /", 0},
    {"__or__", proxy_or, "self, value, /", 0},
    {"__ror__", proxy_ror, "self, value, /", 0},
    SEQ_COMPARISON_METHODS(proxy),
    {"keys", proxy_keys, "self, /", 0},
    {"values", proxy_values, "self, /", 0},
    {"items", proxy_items, "self, /", 0},
    {"copy", proxy_copy, "self, /", 0},
    {"get", proxy_get, "self, key, default=None, /", 0},
    {},
};

void mappingproxy_init(void) { class_add_natives(&class_mappingproxy, proxy_methods); }
