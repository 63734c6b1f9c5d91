// collections.defaultdict: a dict whose __missing__ asks a factory.
#include "call.h"
#include "containers.h"
#include "dict_views.h"
#include "exception.h"
#include "iter.h"
#include "native.h"
#include "ops.h"
#include "str.h"
#include "tuple.h"

typedef struct {
    Dict dict;
    Value factory;   // callable or None
} DefaultDict;

static void defaultdict_trace(Object *o, Tracer *tracer) {
    layout_dict.trace(o, tracer);
    tracer_value(tracer, ((DefaultDict *)o)->factory);
}

const Layout layout_defaultdict = {.name = "defaultdict", .kind = KIND_DICT, .size = sizeof(DefaultDict), .trace = defaultdict_trace};

static DefaultDict *as_defaultdict(Value v) { return (DefaultDict *)value_object(v); }

static Value defaultdict_new(Thread *t, Value *args, uint32_t nargs) {
    DefaultDict *d = (DefaultDict *)class_instantiate(t, (Class *)value_object(args[0]));
    if (d == NULL) return VALUE_ERROR;
    d->factory = VALUE_NONE;
    return value_from_object(d);
}

static Value defaultdict_init_method(Thread *t, Value *args, uint32_t nargs) {
    Tuple *given = value_tuple(args[1]);
    Value factory = given->length > 0 ? given->items[0] : VALUE_NONE;
    if (!value_is_none(factory) && value_is_unbound(value_dunder(factory, DUNDER_CALL))) return error_type(t, "first argument must be callable or None");
    as_defaultdict(args[0])->factory = factory;
    Tuple *rest = given->length < 2 ? tuple_empty() : tuple_from(t, given->items + 1, given->length - 1);
    if (rest == NULL) return VALUE_ERROR;
    return dict_init_method(t, (Value[]){args[0], value_from_object(rest), args[2]}, 3);
}

static Value defaultdict_missing(Thread *t, Value *args, uint32_t nargs) {
    Value factory = as_defaultdict(args[0])->factory;
    if (value_is_none(factory)) return error_key(t, args[1]);
    Value v = call0(t, factory);
    if (value_is_error(v)) return v;
    return op_setitem(t, args[0], args[1], v) ? v : VALUE_ERROR;
}

static Value defaultdict_repr(Thread *t, Value *args, uint32_t nargs) {
    bool entered = repr_enter(t, as_defaultdict(args[0])->factory);
    Str *factory = entered ? op_repr(t, as_defaultdict(args[0])->factory) : str_from_c(t, "...");
    if (entered) repr_leave(t, as_defaultdict(args[0])->factory);
    Value items = factory == NULL ? VALUE_ERROR : dict_repr(t, args, 1);
    if (value_is_error(items)) return items;
    Str *text = str_format_c(t, "%s(%s, %s)", value_type_name(args[0]), factory->text, value_str(items)->text);
    return text == NULL ? VALUE_ERROR : value_from_object(text);
}

// type(self)(self.default_factory, items)
static Value remake(Thread *t, Value self, Value items) {
    return call2(t, value_from_object(value_class(self)), as_defaultdict(self)->factory, items);
}

static Value defaultdict_copy(Thread *t, Value *args, uint32_t nargs) { return remake(t, args[0], args[0]); }

static Value joined(Thread *t, Value self, Value first, Value second) {
    Value result = remake(t, self, first);
    return !value_is_error(result) && dict_update(t, value_dict(result), second) ? result : VALUE_ERROR;
}

static Value defaultdict_or(Thread *t, Value *args, uint32_t nargs) {
    return value_is_dict(args[1]) ? joined(t, args[0], args[0], args[1]) : VALUE_NOTIMPLEMENTED;
}

static Value defaultdict_ror(Thread *t, Value *args, uint32_t nargs) {
    return value_is_dict(args[1]) ? joined(t, args[0], args[1], args[0]) : VALUE_NOTIMPLEMENTED;
}

static Value defaultdict_factory(Thread *t, Value *args, uint32_t nargs) { return as_defaultdict(args[0])->factory; }

static Value defaultdict_set_factory(Thread *t, Value *args, uint32_t nargs) {
    as_defaultdict(args[0])->factory = args[1];
    return VALUE_NONE;
}

static const NativeDef defaultdict_methods[] = {
    {"__new__", defaultdict_new, "cls, /, *args, **kwargs", NATIVE_STATIC},
    {"__init__", defaultdict_init_method, "self, /, *args, **kwargs", 0},
    {"__missing__", defaultdict_missing, "self, key, /", 0},
    {"__repr__", defaultdict_repr, "self, /", 0},
    {"__copy__", defaultdict_copy, "self, /", 0},
    {"__or__", defaultdict_or, "self, value, /", 0},
    {"__ror__", defaultdict_ror, "self, value, /", 0},
    {"copy", defaultdict_copy, "self, /", 0},
    {"default_factory", defaultdict_factory, "self, /", NATIVE_GETTER},
    {"default_factory", defaultdict_set_factory, "self, value, /", NATIVE_SETTER},
    {},
};

void defaultdict_init(void) {
    class_defaultdict.module = value_from_object(str_intern_c("collections"));
    class_add_natives(&class_defaultdict, defaultdict_methods);
}
