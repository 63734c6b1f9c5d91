// Functions, bound methods, cells and natives as objects: their memory, text and attributes.
#include "class_int.h"

#include <stdio.h>

#include "module.h"

// --- memory

static void function_trace(Object *o, Tracer *tracer) {
    Function *f = (Function *)o;
    tracer_object(tracer, f->defaults);
    tracer_object(tracer, f->kwdefaults);
    tracer_object(tracer, f->name);
    tracer_object(tracer, f->qualname);
    tracer_value(tracer, f->doc);
    tracer_value(tracer, f->module);
    tracer_object(tracer, f->annotations);
    tracer_object(tracer, f->attributes);
    for (uint32_t i = 0; i < f->ncells; i++) tracer_object(tracer, f->cells[i]);
    if (f->proto) tracer_value(tracer, f->proto->part->anchor);
}

static void method_trace(Object *o, Tracer *tracer) { tracer_values(tracer, &((Method *)o)->function, 2); }
static void cell_trace(Object *o, Tracer *tracer) { tracer_value(tracer, ((Cell *)o)->content); }

const Layout layout_function = {.name = "function", .kind = KIND_FUNCTION, .size = sizeof(Function), .trace = function_trace};
const Layout layout_method = {.name = "method", .kind = KIND_METHOD, .size = sizeof(Method), .trace = method_trace};
const Layout layout_cell = {.name = "cell", .kind = KIND_CELL, .size = sizeof(Cell), .trace = cell_trace};

static Str *text_of(const BcStr *s) { return str_intern(s->text, s->length); }

Function *function_new(Thread *t, Proto *p) {
    Function *f = heap_new(t, &shape_function, sizeof(Function) + p->bc->ncapture * sizeof(Cell *));
    if (!f) return NULL;
    if (!p->qualname) {
        p->name = text_of(&p->bc->name);
        p->qualname = text_of(&p->bc->qualname);
    }
    f->proto = p;
    f->name = p->name;
    f->qualname = p->qualname;
    f->doc = p->bc->doc.text ? value_from_object(text_of(&p->bc->doc)) : VALUE_NONE;
    f->module = value_from_object(p->module->name);
    f->ncells = p->bc->ncapture;
    return f;
}

Method *method_new(Thread *t, Value function, Value self) {
    Method *m = heap_new(t, &shape_method, sizeof(Method));
    if (!m) return NULL;
    m->function = function;
    m->self = self;
    return m;
}

Cell *cell_new(Thread *t, Value content) {
    Cell *c = heap_new(t, &shape_cell, sizeof(Cell));
    if (c) c->content = content;
    return c;
}

// --- functions

static Function *as_function(Value v) { return (Function *)value_object(v); }

static Value text_with_address(Thread *t, const char *before, const Str *name, const void *address) {
    char tail[40];
    StrBuilder b;
    snprintf(tail, sizeof tail, " at %p>", address);
    str_builder_init(&b, t);
    str_builder_add_c(&b, before);
    str_builder_add_str(&b, name);
    str_builder_add_c(&b, tail);
    return value_or_error(str_builder_take(&b));
}

static Value function_repr(Thread *t, Value *args, uint32_t nargs) {
    return text_with_address(t, "<function ", as_function(args[0])->qualname, value_object(args[0]));
}

static Value function_get_name(Thread *t, Value *args, uint32_t nargs) { return value_from_object(as_function(args[0])->name); }
static Value function_get_qualname(Thread *t, Value *args, uint32_t nargs) { return value_from_object(as_function(args[0])->qualname); }
static Value function_get_doc(Thread *t, Value *args, uint32_t nargs) { return as_function(args[0])->doc; }
static Value function_get_module(Thread *t, Value *args, uint32_t nargs) { return as_function(args[0])->module; }

static Value set_text(Thread *t, Value to, const char *what, Str **slot) {
    if (value_is_unbound(to) || !value_is_str(to)) return error_type(t, "%s must be set to a string object", what);
    *slot = value_str(to);
    return VALUE_NONE;
}

static Value function_set_name(Thread *t, Value *args, uint32_t nargs) { return set_text(t, args[1], "__name__", &as_function(args[0])->name); }
static Value function_set_qualname(Thread *t, Value *args, uint32_t nargs) {
    return set_text(t, args[1], "__qualname__", &as_function(args[0])->qualname);
}

static Value function_set_doc(Thread *t, Value *args, uint32_t nargs) {
    as_function(args[0])->doc = value_is_unbound(args[1]) ? VALUE_NONE : args[1];
    return VALUE_NONE;
}

static Value function_set_module(Thread *t, Value *args, uint32_t nargs) {
    as_function(args[0])->module = value_is_unbound(args[1]) ? VALUE_NONE : args[1];
    return VALUE_NONE;
}

static Value function_get_defaults(Thread *t, Value *args, uint32_t nargs) {
    Tuple *defaults = as_function(args[0])->defaults;
    return defaults ? value_from_object(defaults) : VALUE_NONE;
}

static Value function_set_defaults(Thread *t, Value *args, uint32_t nargs) {
    bool none = value_is_unbound(args[1]) || value_is_none(args[1]);
    if (!none && !value_is_tuple(args[1])) return error_type(t, "__defaults__ must be set to a tuple object");
    as_function(args[0])->defaults = none ? NULL : value_tuple(args[1]);
    return VALUE_NONE;
}

static Value function_get_kwdefaults(Thread *t, Value *args, uint32_t nargs) {
    Dict *defaults = as_function(args[0])->kwdefaults;
    return defaults ? value_from_object(defaults) : VALUE_NONE;
}

static Value function_set_kwdefaults(Thread *t, Value *args, uint32_t nargs) {
    bool none = value_is_unbound(args[1]) || value_is_none(args[1]);
    if (!none && !value_is_dict(args[1])) return error_type(t, "__kwdefaults__ must be set to a dict object");
    as_function(args[0])->kwdefaults = none ? NULL : value_dict(args[1]);
    return VALUE_NONE;
}

static Value own_dict(Thread *t, Dict **slot) {
    if (!*slot) *slot = dict_new(t);
    return value_or_error(*slot);
}

static Value set_dict(Thread *t, Value to, const char *what, Dict **slot) {
    if (value_is_unbound(to) || value_is_none(to)) *slot = NULL;
    else if (value_is_dict(to)) *slot = value_dict(to);
    else return error_type(t, "%s must be set to a dictionary", what);
    return VALUE_NONE;
}

static Value function_get_annotations(Thread *t, Value *args, uint32_t nargs) { return own_dict(t, &as_function(args[0])->annotations); }
static Value function_set_annotations(Thread *t, Value *args, uint32_t nargs) {
    return set_dict(t, args[1], "__annotations__", &as_function(args[0])->annotations);
}

static Value function_get_dict(Thread *t, Value *args, uint32_t nargs) { return own_dict(t, &as_function(args[0])->attributes); }

static Value function_set_dict(Thread *t, Value *args, uint32_t nargs) {
    if (value_is_unbound(args[1])) return error_type(t, "cannot delete __dict__");
    if (!value_is_dict(args[1])) return error_type(t, "__dict__ must be set to a dictionary, not a '%T'", args[1]);
    as_function(args[0])->attributes = value_dict(args[1]);
    return VALUE_NONE;
}
static Value function_get_globals(Thread *t, Value *args, uint32_t nargs) {
    return value_or_error(module_namespace(t, as_function(args[0])->proto->module));
}

static Value function_get_closure(Thread *t, Value *args, uint32_t nargs) {
    Function *f = as_function(args[0]);
    Tuple *cells = f->ncells ? tuple_new(t, f->ncells) : NULL;
    if (!f->ncells) return VALUE_NONE;
    for (uint32_t i = 0; cells && i < f->ncells; i++) cells->items[i] = value_from_object(f->cells[i]);
    return value_or_error(cells);
}

// f.__get__(instance, owner) and friends: binding by hand.
static Value bind_by_hand(Thread *t, Value *args, uint32_t nargs) {
    if (value_is_none(args[1])) return args[0];
    return attr_bind(t, args[0], args[1], value_class(args[1]));
}

static Value call_by_hand(Thread *t, Value *args, uint32_t nargs) { return call_with_dict(t, args[0], args[1], args[2]); }

static const NativeDef function_natives[] = {
    {"__repr__", function_repr, "self, /", 0},
    {"__call__", call_by_hand, "self, /, *args, **kwargs", 0},
    {"__get__", bind_by_hand, "self, instance, owner=None, /", 0},
    {"__name__", function_get_name, "self", NATIVE_GETTER},
    {"__name__", function_set_name, "self, value", NATIVE_SETTER},
    {"__qualname__", function_get_qualname, "self", NATIVE_GETTER},
    {"__qualname__", function_set_qualname, "self, value", NATIVE_SETTER},
    {"__doc__", function_get_doc, "self", NATIVE_GETTER},
    {"__doc__", function_set_doc, "self, value", NATIVE_SETTER},
    {"__module__", function_get_module, "self", NATIVE_GETTER},
    {"__module__", function_set_module, "self, value", NATIVE_SETTER},
    {"__defaults__", function_get_defaults, "self", NATIVE_GETTER},
    {"__defaults__", function_set_defaults, "self, value", NATIVE_SETTER},
    {"__kwdefaults__", function_get_kwdefaults, "self", NATIVE_GETTER},
    {"__kwdefaults__", function_set_kwdefaults, "self, value", NATIVE_SETTER},
    {"__annotations__", function_get_annotations, "self", NATIVE_GETTER},
    {"__annotations__", function_set_annotations, "self, value", NATIVE_SETTER},
    {"__dict__", function_get_dict, "self", NATIVE_GETTER},
    {"__dict__", function_set_dict, "self, value", NATIVE_SETTER},
    {"__globals__", function_get_globals, "self", NATIVE_GETTER | NATIVE_MEMBER},
    {"__closure__", function_get_closure, "self", NATIVE_GETTER | NATIVE_MEMBER},
    {0},
};

// --- bound methods

static Method *as_method(Value v) { return (Method *)value_object(v); }

static Value method_repr(Thread *t, Value *args, uint32_t nargs) {
    Method *m = as_method(args[0]);
    Value name = attr_find(t, m->function, names.__qualname__);
    if (value_is_error(name)) return name;
    StrBuilder b;
    str_builder_init(&b, t);
    str_builder_add_c(&b, "<bound method ");
    if (value_is_str(name)) str_builder_add_str(&b, value_str(name));
    else str_builder_add_c(&b, "?");
    str_builder_add_c(&b, " of ");
    str_builder_add_repr(&b, m->self);
    str_builder_add_c(&b, ">");
    return value_or_error(str_builder_take(&b));
}

static Value method_eq(Thread *t, Value *args, uint32_t nargs) {
    if (!value_is_kind(args[1], KIND_METHOD)) return VALUE_NOTIMPLEMENTED;
    Method *a = as_method(args[0]), *b = as_method(args[1]);
    return value_from_bool(value_same(a->self, b->self) && value_same(a->function, b->function));
}

static Value method_hash(Thread *t, Value *args, uint32_t nargs) {
    Method *m = as_method(args[0]);
    return value_from_small((int64_t)((m->self.bits >> 4 ^ m->function.bits >> 3) & 0xFFFFFFFFFFFFull));
}

static Value method_get_self(Thread *t, Value *args, uint32_t nargs) { return as_method(args[0])->self; }
static Value method_get_func(Thread *t, Value *args, uint32_t nargs) { return as_method(args[0])->function; }

// Other attributes are the function's.
static Value method_getattr(Thread *t, Value *args, uint32_t nargs) { return attr_get_named(t, as_method(args[0])->function, args[1]); }
static Value method_get_doc(Thread *t, Value *args, uint32_t nargs) { return attr_get(t, as_method(args[0])->function, names.__doc__); }

static Value method_new_native(Thread *t, Value *args, uint32_t nargs) {
    if (value_is_none(args[2])) return error_type(t, "self must not be None");
    return value_or_error(method_new(t, args[1], args[2]));
}

static const NativeDef method_natives[] = {
    {"__new__", method_new_native, "cls, function, instance, /", NATIVE_STATIC},
    {"__repr__", method_repr, "self, /", 0},
    {"__eq__", method_eq, "self, value, /", 0},
    {"__hash__", method_hash, "self, /", 0},
    {"__call__", call_by_hand, "self, /, *args, **kwargs", 0},
    {"__getattr__", method_getattr, "self, name, /", 0},
    {"__self__", method_get_self, "self", NATIVE_GETTER | NATIVE_MEMBER},
    {"__func__", method_get_func, "self", NATIVE_GETTER | NATIVE_MEMBER},
    {"__doc__", method_get_doc, "self", NATIVE_GETTER},
    {0},
};

// --- natives

static Native *as_native(Value v) { return (Native *)value_object(v); }

static bool is_dunder_method(const Native *n) { return n->owner && n->name->nbytes > 4 && !memcmp(n->name->text, "__", 2); }

static Value unbound_repr(Thread *t, const Native *n) {
    const char *kind = n->def->flags & NATIVE_GETTER ? "attribute" : is_dunder_method(n) ? "slot wrapper" : "method";
    return value_or_error(str_format_c(t, "<%s '%s' of '%s' objects>", kind, n->name->text, n->owner->name->text));
}

static Value native_repr(Thread *t, Value *args, uint32_t nargs) {
    Native *n = as_native(args[0]);
    bool is_static = n->def->flags & NATIVE_STATIC;
    if (!n->owner) return value_or_error(str_format_c(t, "<built-in function %s>", n->name->text));
    if (value_is_unbound(n->self) && !is_static) return unbound_repr(t, n);
    StrBuilder b;
    bool dunder = is_dunder_method(n) && !is_static;
    Value self = is_static ? value_from_object(n->owner) : n->self;
    str_builder_init(&b, t);
    str_builder_add_c(&b, dunder ? "<method-wrapper '" : "<built-in method ");
    str_builder_add_str(&b, n->name);
    str_builder_add_c(&b, dunder ? "' of " : " of ");
    str_builder_add_c(&b, value_type_name(self));
    str_builder_add_c(&b, " object");
    Str *text = str_builder_take(&b);
    return text ? text_with_address(t, "", text, value_is_object(self) ? (void *)value_object(self) : (void *)self.bits) : VALUE_ERROR;
}

static Value native_get_name(Thread *t, Value *args, uint32_t nargs) { return value_from_object(as_native(args[0])->name); }

static Value native_get_qualname(Thread *t, Value *args, uint32_t nargs) {
    Native *n = as_native(args[0]);
    if (!n->owner) return value_from_object(n->name);
    return value_or_error(str_format_c(t, "%s.%s", n->owner->qualname->text, n->name->text));
}

static Value native_get_module(Thread *t, Value *args, uint32_t nargs) { return as_native(args[0])->module; }
static Value native_get_doc(Thread *t, Value *args, uint32_t nargs) { return VALUE_NONE; }

static Value native_get_owner(Thread *t, Value *args, uint32_t nargs) {
    Class *owner = as_native(args[0])->owner;
    return owner ? value_from_object(owner) : attr_error(t, args[0], str_intern_c("__objclass__"));
}

static Value native_get_self(Thread *t, Value *args, uint32_t nargs) {
    Native *n = as_native(args[0]);
    if (!value_is_unbound(n->self)) return n->self;
    return n->owner ? attr_error(t, args[0], names.__self__) : VALUE_NONE;
}

static Value native_eq(Thread *t, Value *args, uint32_t nargs) {
    if (!value_is_native(args[1])) return VALUE_NOTIMPLEMENTED;
    Native *a = as_native(args[0]), *b = as_native(args[1]);
    return value_from_bool(a->fn == b->fn && a->def == b->def && value_same(a->self, b->self));
}

static Value native_hash(Thread *t, Value *args, uint32_t nargs) {
    Native *n = as_native(args[0]);
    return value_from_small((int64_t)(((uint64_t)n->def >> 4 ^ n->self.bits >> 3) & 0xFFFFFFFFFFFFull));
}

#define NATIVE_ATTRIBUTES                                                   \
    {"__repr__", native_repr, "self, /", 0},                                \
    {"__get__", bind_by_hand, "self, instance, owner=None, /", 0},          \
    {"__eq__", native_eq, "self, value, /", 0},                             \
    {"__hash__", native_hash, "self, /", 0},                                \
    {"__name__", native_get_name, "self", NATIVE_GETTER},                   \
    {"__qualname__", native_get_qualname, "self", NATIVE_GETTER},           \
    {"__objclass__", native_get_owner, "self", NATIVE_GETTER},              \
    {"__doc__", native_get_doc, "self", NATIVE_GETTER}

static const NativeDef getset_natives[] = {NATIVE_ATTRIBUTES, {0}};
static const NativeDef native_natives[] = {
    NATIVE_ATTRIBUTES,
    {"__call__", call_by_hand, "self, /, *args, **kwargs", 0},
    {"__module__", native_get_module, "self", NATIVE_GETTER},
    {"__self__", native_get_self, "self", NATIVE_GETTER},
    {0},
};

// --- cells

static Cell *as_cell(Value v) { return (Cell *)value_object(v); }

static Value cell_new_native(Thread *t, Value *args, uint32_t nargs) { return value_or_error(cell_new(t, args[1])); }

static Value cell_get(Thread *t, Value *args, uint32_t nargs) {
    Value content = as_cell(args[0])->content;
    return value_is_unbound(content) ? error_value(t, "Cell is empty") : content;
}

static Value cell_set(Thread *t, Value *args, uint32_t nargs) {
    as_cell(args[0])->content = args[1];
    return VALUE_NONE;
}

// By content, an empty cell before all others.
static Value cell_compare(Thread *t, Value *args, Dunder d) {
    if (!value_is_kind(args[1], KIND_CELL)) return VALUE_NOTIMPLEMENTED;
    Value a = as_cell(args[0])->content, b = as_cell(args[1])->content;
    bool both = !value_is_unbound(a) && !value_is_unbound(b);
    if (both) return op_compare(t, d, a, b);
    return op_compare(t, d, value_from_small(!value_is_unbound(a)), value_from_small(!value_is_unbound(b)));
}

static Value cell_eq(Thread *t, Value *args, uint32_t nargs) { return cell_compare(t, args, DUNDER_EQ); }
static Value cell_ne(Thread *t, Value *args, uint32_t nargs) { return cell_compare(t, args, DUNDER_NE); }
static Value cell_lt(Thread *t, Value *args, uint32_t nargs) { return cell_compare(t, args, DUNDER_LT); }
static Value cell_le(Thread *t, Value *args, uint32_t nargs) { return cell_compare(t, args, DUNDER_LE); }
static Value cell_gt(Thread *t, Value *args, uint32_t nargs) { return cell_compare(t, args, DUNDER_GT); }
static Value cell_ge(Thread *t, Value *args, uint32_t nargs) { return cell_compare(t, args, DUNDER_GE); }

static const NativeDef cell_natives[] = {
    {"__new__", cell_new_native, "cls, contents=?, /", NATIVE_STATIC},
    {"__eq__", cell_eq, "self, value, /", 0},
    {"__ne__", cell_ne, "self, value, /", 0},
    {"__lt__", cell_lt, "self, value, /", 0},
    {"__le__", cell_le, "self, value, /", 0},
    {"__gt__", cell_gt, "self, value, /", 0},
    {"__ge__", cell_ge, "self, value, /", 0},
    {"cell_contents", cell_get, "self", NATIVE_GETTER},
    {"cell_contents", cell_set, "self, value", NATIVE_SETTER},
    {0},
};

void function_init_classes(void) {
    class_add_natives(&class_function, function_natives);
    class_add_natives(&class_method, method_natives);
    class_add_natives(&class_native, native_natives);
    class_add_natives(&class_getset, getset_natives);
    class_add_natives(&class_cell, cell_natives);
}
