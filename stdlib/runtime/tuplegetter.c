// _tuplegetter: the descriptor behind a named tuple's field, which reads one item of the tuple.
#include "containers.h"
#include "exception.h"
#include "heap.h"
#include "int.h"
#include "native.h"
#include "str.h"
#include "tuple.h"

typedef struct {
    Object header;
    int64_t index;
    Value doc;
} TupleGetter;

static void getter_trace(Object *o, Tracer *tracer) { tracer_value(tracer, ((TupleGetter *)o)->doc); }

const Layout layout_tuplegetter = {.name = "_tuplegetter", .kind = KIND_OTHER, .size = sizeof(TupleGetter), .trace = getter_trace};

static Value getter_new(Thread *t, Value *args, uint32_t nargs) {
    int64_t index;
    if (!int_index_i64(t, args[1], &index, false)) return VALUE_ERROR;
    TupleGetter *g = heap_new(t, &shape_tuplegetter, sizeof *g);
    if (g == NULL) return VALUE_ERROR;
    g->index = index;
    g->doc = args[2];
    return value_from_object(g);
}

int64_t tuplegetter_index(Value v) { return value_has_shape(v, &shape_tuplegetter) ? ((TupleGetter *)value_object(v))->index : -1; }

static Value getter_get(Thread *t, Value *args, uint32_t nargs) {
    const TupleGetter *g = (TupleGetter *)value_object(args[0]);
    if (value_is_none(args[1])) return args[0];
    if (!value_is_tuple(args[1])) {
        return error_type(t, "descriptor for index '%lld' for tuple subclasses doesn't apply to '%T' object", (long long)g->index, args[1]);
    }
    Tuple *tuple = value_tuple(args[1]);
    return (uint64_t)g->index < tuple->length ? tuple->items[g->index] : error_raise(t, &class_IndexError, "tuple index out of range");
}

static Value getter_set(Thread *t, Value *args, uint32_t nargs) { return error_raise(t, &class_AttributeError, "can't set attribute"); }
static Value getter_delete(Thread *t, Value *args, uint32_t nargs) { return error_raise(t, &class_AttributeError, "can't delete attribute"); }
static Value getter_doc(Thread *t, Value *args, uint32_t nargs) { return ((TupleGetter *)value_object(args[0]))->doc; }

static Value getter_set_doc(Thread *t, Value *args, uint32_t nargs) {
    ((TupleGetter *)value_object(args[0]))->doc = value_is_unbound(args[1]) ? VALUE_NONE : args[1];
    return VALUE_NONE;
}

static const NativeDef getter_methods[] = {
    {"__new__", getter_new, "cls, index, doc, /", NATIVE_STATIC},
    {"__get__", getter_get, "self, instance, owner=None, /", 0},
    {"__set__", getter_set, "self, instance, value, /", 0},
    {"__delete__", getter_delete, "self, instance, /", 0},
    {"__doc__", getter_doc, "self, /", NATIVE_GETTER},
    {"__doc__", getter_set_doc, "self, value, /", NATIVE_SETTER},
    {},
};

void tuplegetter_init(void) {
    class_tuplegetter.module = value_from_object(str_intern_c("collections"));
    class_add_natives(&class_tuplegetter, getter_methods);
}
