// property, staticmethod, classmethod and super.
#include "class_int.h"

static void property_trace(Object *o, Tracer *tracer) {
    Property *p = (Property *)o;
    tracer_values(tracer, &p->get, 4);
    tracer_object(tracer, p->name);
}

static void wrapper_trace(Object *o, Tracer *tracer) { tracer_value(tracer, ((Wrapper *)o)->function); }

const Layout layout_property = {.name = "property", .kind = KIND_PROPERTY, .size = sizeof(Property), .trace = property_trace};
const Layout layout_staticmethod = {.name = "staticmethod", .kind = KIND_STATICMETHOD, .size = sizeof(Wrapper), .trace = wrapper_trace};
const Layout layout_classmethod = {.name = "classmethod", .kind = KIND_CLASSMETHOD, .size = sizeof(Wrapper), .trace = wrapper_trace};

// --- property

static Property *as_property(Value v) { return (Property *)value_object(v); }

static Value property_new(Thread *t, Value *args, uint32_t nargs) {
    Property *p = (Property *)class_instantiate(t, value_as_class(args[0]));
    if (!p) return VALUE_ERROR;
    p->get = p->set = p->del = p->doc = VALUE_NONE;
    return value_from_object(p);
}

static Value doc_of(Thread *t, Value f) {
    if (value_is_none(f)) return VALUE_NONE;
    Value doc = attr_find(t, f, names.__doc__);
    return value_is_unbound(doc) ? VALUE_NONE : doc;
}

// Instances of subclasses carry their text themselves: their class's own __doc__ would hide the attribute.
static bool own_doc(Thread *t, Property *p) {
    const Class *cls = p->header.shape->cls;
    if (cls == &class_property || value_is_none(p->doc)) return true;
    if (!(cls->flags & CLASS_SLOTS)) return object_set_field(t, &p->header, names.__doc__, p->doc);
    error_raise(t, &class_AttributeError, "'%S' object attribute '__doc__' is read-only", cls->name);
    return false;
}

static Value property_init(Thread *t, Value *args, uint32_t nargs) {
    Property *p = as_property(args[0]);
    p->get = args[1];
    p->set = args[2];
    p->del = args[3];
    p->own_doc = !value_is_none(args[4]);
    p->doc = p->own_doc ? args[4] : doc_of(t, args[1]);
    return value_is_error(p->doc) || !own_doc(t, p) ? VALUE_ERROR : VALUE_NONE;
}

static Value property_with(Thread *t, const Property *old, Value get, Value set, Value del) {
    Property *p = (Property *)class_instantiate(t, old->header.shape->cls);
    if (!p) return VALUE_ERROR;
    p->get = get;
    p->set = set;
    p->del = del;
    p->own_doc = old->own_doc;
    p->doc = old->own_doc || value_is_none(get) ? old->doc : doc_of(t, get);
    p->name = old->name;
    return value_is_error(p->doc) || !own_doc(t, p) ? VALUE_ERROR : value_from_object(p);
}

static Value property_getter(Thread *t, Value *args, uint32_t nargs) {
    Property *p = as_property(args[0]);
    return property_with(t, p, args[1], p->set, p->del);
}

static Value property_setter(Thread *t, Value *args, uint32_t nargs) {
    Property *p = as_property(args[0]);
    return property_with(t, p, p->get, args[1], p->del);
}

static Value property_deleter(Thread *t, Value *args, uint32_t nargs) {
    Property *p = as_property(args[0]);
    return property_with(t, p, p->get, p->set, args[1]);
}

static Value property_set_name(Thread *t, Value *args, uint32_t nargs) {
    if (value_is_str(args[2])) as_property(args[0])->name = value_str(args[2]);
    return VALUE_NONE;
}

static Value property_bind(Thread *t, Value *args, uint32_t nargs) {
    if (value_is_none(args[1])) return args[0];
    return attr_bind(t, args[0], args[1], value_class(args[1]));
}

static Value property_lacks(Thread *t, const Property *p, const char *what, Value object) {
    if (!p->name) return error_raise(t, &class_AttributeError, "property of '%T' object has no %s", object, what);
    return error_raise(t, &class_AttributeError, "property '%S' of '%T' object has no %s", p->name, object, what);
}

static Value property_assign(Thread *t, Value *args, uint32_t nargs) {
    Property *p = as_property(args[0]);
    if (value_is_none(p->set)) return property_lacks(t, p, "setter", args[1]);
    Value result = call2(t, p->set, args[1], args[2]);
    return value_is_error(result) ? result : VALUE_NONE;
}

static Value property_erase(Thread *t, Value *args, uint32_t nargs) {
    Property *p = as_property(args[0]);
    if (value_is_none(p->del)) return property_lacks(t, p, "deleter", args[1]);
    Value result = call1(t, p->del, args[1]);
    return value_is_error(result) ? result : VALUE_NONE;
}

static Value property_fget(Thread *t, Value *args, uint32_t nargs) { return as_property(args[0])->get; }
static Value property_fset(Thread *t, Value *args, uint32_t nargs) { return as_property(args[0])->set; }
static Value property_fdel(Thread *t, Value *args, uint32_t nargs) { return as_property(args[0])->del; }
static Value property_doc(Thread *t, Value *args, uint32_t nargs) { return as_property(args[0])->doc; }

static Value property_set_doc(Thread *t, Value *args, uint32_t nargs) {
    as_property(args[0])->doc = value_is_unbound(args[1]) ? VALUE_NONE : args[1];
    return VALUE_NONE;
}

static Value is_abstract(Thread *t, Value f) {
    Value flag = value_is_none(f) ? VALUE_FALSE : attr_find(t, f, names.__isabstractmethod__);
    if (value_is_error(flag)) return flag;
    int truth = value_is_unbound(flag) ? 0 : value_truth(t, flag);
    return truth < 0 ? VALUE_ERROR : value_from_bool(truth);
}

static Value property_is_abstract(Thread *t, Value *args, uint32_t nargs) {
    Property *p = as_property(args[0]);
    Value parts[3] = {p->get, p->set, p->del};
    for (uint32_t i = 0; i < 3; i++) {
        Value flag = is_abstract(t, parts[i]);
        if (!value_same(flag, VALUE_FALSE)) return flag;
    }
    return VALUE_FALSE;
}

static const NativeDef property_natives[] = {
    {"__new__", property_new, "cls, /, *args, **kwargs", NATIVE_STATIC},
    {"__init__", property_init, "self, /, fget=None, fset=None, fdel=None, doc=None", 0},
    {"getter", property_getter, "self, function, /", 0},
    {"setter", property_setter, "self, function, /", 0},
    {"deleter", property_deleter, "self, function, /", 0},
    {"__set_name__", property_set_name, "self, owner, name, /", 0},
    {"__get__", property_bind, "self, instance, owner=None, /", 0},
    {"__set__", property_assign, "self, instance, value, /", 0},
    {"__delete__", property_erase, "self, instance, /", 0},
    {"fget", property_fget, "self", NATIVE_GETTER | NATIVE_MEMBER},
    {"fset", property_fset, "self", NATIVE_GETTER | NATIVE_MEMBER},
    {"fdel", property_fdel, "self", NATIVE_GETTER | NATIVE_MEMBER},
    {"__doc__", property_doc, "self", NATIVE_GETTER},
    {"__doc__", property_set_doc, "self, value", NATIVE_SETTER},
    {"__isabstractmethod__", property_is_abstract, "self", NATIVE_GETTER},
    {0},
};

// --- staticmethod, classmethod

static Value wrapped(Value v) { return ((Wrapper *)value_object(v))->function; }

static Value wrapper_new(Thread *t, Value *args, uint32_t nargs) {
    Wrapper *w = (Wrapper *)class_instantiate(t, value_as_class(args[0]));
    if (!w) return VALUE_ERROR;
    w->function = args[1];
    return value_from_object(w);
}

static Value wrapper_get_func(Thread *t, Value *args, uint32_t nargs) { return wrapped(args[0]); }

static Value wrapper_bind(Thread *t, Value *args, uint32_t nargs) {
    Class *cls = value_is_class(args[2]) ? value_as_class(args[2]) : value_class(args[1]);
    return attr_bind(t, args[0], args[1], cls);
}

static Value wrapper_repr(Thread *t, Value *args, uint32_t nargs) {
    StrBuilder b;
    str_builder_init(&b, t);
    str_builder_add_c(&b, "<");
    str_builder_add_c(&b, value_type_name(args[0]));
    str_builder_add_c(&b, "(");
    str_builder_add_repr(&b, wrapped(args[0]));
    str_builder_add_c(&b, ")>");
    return value_or_error(str_builder_take(&b));
}

static Value wrapper_call(Thread *t, Value *args, uint32_t nargs) { return call_with_dict(t, wrapped(args[0]), args[1], args[2]); }
static Value wrapper_getattr(Thread *t, Value *args, uint32_t nargs) { return attr_get_named(t, wrapped(args[0]), args[1]); }
static Value wrapper_is_abstract(Thread *t, Value *args, uint32_t nargs) { return is_abstract(t, wrapped(args[0])); }
static Value wrapper_doc(Thread *t, Value *args, uint32_t nargs) { return attr_get(t, wrapped(args[0]), names.__doc__); }

#define WRAPPER_NATIVES                                                             \
    {"__new__", wrapper_new, "cls, function, /", NATIVE_STATIC},                    \
    {"__repr__", wrapper_repr, "self, /", 0},                                       \
    {"__get__", wrapper_bind, "self, instance, owner=None, /", 0},                  \
    {"__getattr__", wrapper_getattr, "self, name, /", 0},                           \
    {"__func__", wrapper_get_func, "self", NATIVE_GETTER | NATIVE_MEMBER},                          \
    {"__wrapped__", wrapper_get_func, "self", NATIVE_GETTER},                       \
    {"__doc__", wrapper_doc, "self", NATIVE_GETTER},                                \
    {"__isabstractmethod__", wrapper_is_abstract, "self", NATIVE_GETTER}

static const NativeDef staticmethod_natives[] = {WRAPPER_NATIVES, {"__call__", wrapper_call, "self, /, *args, **kwargs", 0}, {0}};
static const NativeDef classmethod_natives[] = {WRAPPER_NATIVES, {0}};

// --- super

typedef struct {
    Object header;
    Class *start;     // look-up begins behind it ...
    Class *along;     // ... in this class's MRO
    Value self;       // what is found binds to it: an instance of `along`, or `along` itself. VALUE_UNBOUND: not bound yet
} Super;

static void super_trace(Object *o, Tracer *tracer) {
    Super *s = (Super *)o;
    tracer_object(tracer, s->start);
    tracer_object(tracer, s->along);
    tracer_value(tracer, s->self);
}

const Layout layout_super = {.name = "super", .kind = KIND_OTHER, .size = sizeof(Super), .trace = super_trace};

// Whose MRO a super object of `self` follows; NULL: none (or an exception is pending).
static Class *super_class(Thread *t, Class *start, Value self) {
    if (value_is_class(self) && class_is_subclass(value_as_class(self), start)) return value_as_class(self);
    if (value_is_instance(self, start)) return value_class(self);
    Value claimed = attr_find(t, self, names.__class__);
    if (value_is_error(claimed)) return NULL;
    bool fits = value_is_class(claimed) && class_is_subclass(value_as_class(claimed), start);
    return fits ? value_as_class(claimed) : NULL;
}

static bool super_fill(Thread *t, Super *s, Class *start, Value self) {
    if (value_is_none(self)) self = VALUE_UNBOUND;
    Class *along = value_is_unbound(self) ? NULL : super_class(t, start, self);
    if (!along && !value_is_unbound(self)) {
        if (!error_pending(t)) error_type(t, "super(type, obj): obj must be an instance or subtype of type");
        return false;
    }
    s->start = start;
    s->along = along;
    s->self = self;
    return true;
}

Value super_new(Thread *t, Class *start, Value self) {
    Super *s = heap_new(t, &shape_super, sizeof(Super));
    return s && super_fill(t, s, start, self) ? value_from_object(s) : VALUE_ERROR;
}

// The plain calls super(C) and super(C, obj); the compiler writes super() as the latter, or as the intrinsic.
static Value super_construct(Thread *t, const Value *args, uint32_t nargs) {
    if (nargs < 1 || nargs > 2 || !value_is_class(args[0])) return VALUE_UNBOUND;
    return super_new(t, value_as_class(args[0]), nargs == 2 ? args[1] : VALUE_UNBOUND);
}

Value rt_intrinsic_super_of(Thread *t, Value *args, uint32_t nargs) {
    Value self = value_has_shape(args[1], &shape_cell) ? ((Cell *)value_object(args[1]))->content : args[1];
    if (value_is_unbound(self)) return error_raise(t, &class_RuntimeError, "super(): arg[0] deleted");
    if (value_is_none(args[0])) return error_raise(t, &class_RuntimeError, "super(): __class__ cell not found");
    return super_new(t, value_as_class(args[0]), self);
}

static Value super_dunder_new(Thread *t, Value *args, uint32_t nargs) {
    Super *s = (Super *)class_instantiate(t, value_as_class(args[0]));
    if (!s) return VALUE_ERROR;
    s->start = &class_object;
    s->self = VALUE_UNBOUND;
    return value_from_object(s);
}

static Value super_dunder_init(Thread *t, Value *args, uint32_t nargs) {
    if (value_is_unbound(args[1])) return error_raise(t, &class_RuntimeError, "super(): no arguments");
    if (!value_is_class(args[1])) return error_type(t, "super() argument 1 must be a type, not %T", args[1]);
    return super_fill(t, (Super *)value_object(args[0]), value_as_class(args[1]), args[2]) ? VALUE_NONE : VALUE_ERROR;
}

// VALUE_UNBOUND: as for other objects.
static Value super_find(Thread *t, Super *s, Str *name) {
    if (name == names.__class__ || !s->along) return VALUE_UNBOUND;
    return class_lookup_after(s->along, s->start, name);
}

static Value super_getattribute(Thread *t, Value *args, uint32_t nargs) {
    Super *s = (Super *)value_object(args[0]);
    Str *name = attr_name(t, args[1]);
    if (!name) return VALUE_ERROR;
    Value found = super_find(t, s, name);
    if (value_is_unbound(found)) return object_getattribute(t, args, 2);
    bool on_class = value_is_class(s->self) && value_as_class(s->self) == s->along;
    return attr_bind(t, found, on_class ? VALUE_UNBOUND : s->self, s->along);
}

// super().f(...): without a bound method in between.
Value super_method(Thread *t, Value super, Str *name, Value *self) {
    Super *s = (Super *)value_object(super);
    Value found = super_find(t, s, name);
    *self = VALUE_UNBOUND;
    if (value_is_function(found) && !value_is_class(s->self) && s->along) {
        *self = s->self;
        return found;
    }
    Value args[2] = {super, value_from_object(name)};
    return super_getattribute(t, args, 2);
}

static Value super_repr(Thread *t, Value *args, uint32_t nargs) {
    Super *s = (Super *)value_object(args[0]);
    if (!s->along) return value_or_error(str_format_c(t, "<super: <class '%s'>, NULL>", s->start->name->text));
    return value_or_error(str_format_c(t, "<super: <class '%s'>, <%s object>>", s->start->name->text, s->along->name->text));
}

// super(C) as a class attribute binds when it is read.
static Value super_bind(Thread *t, Value *args, uint32_t nargs) {
    Super *s = (Super *)value_object(args[0]);
    if (value_is_none(args[1]) || s->along) return args[0];
    Class *cls = s->header.shape->cls;
    return cls == &class_super ? super_new(t, s->start, args[1]) : call2(t, value_from_object(cls), value_from_object(s->start), args[1]);
}

static Value super_get_self(Thread *t, Value *args, uint32_t nargs) {
    Value self = ((Super *)value_object(args[0]))->self;
    return value_is_unbound(self) ? VALUE_NONE : self;
}

static Value super_get_start(Thread *t, Value *args, uint32_t nargs) { return value_from_object(((Super *)value_object(args[0]))->start); }

static Value super_get_along(Thread *t, Value *args, uint32_t nargs) {
    Class *along = ((Super *)value_object(args[0]))->along;
    return along ? value_from_object(along) : VALUE_NONE;
}

static const NativeDef super_natives[] = {
    {"__new__", super_dunder_new, "cls, /, *args, **kwargs", NATIVE_STATIC},
    {"__init__", super_dunder_init, "self, type=?, object=?, /", 0},
    {"__getattribute__", super_getattribute, "self, name, /", 0},
    {"__repr__", super_repr, "self, /", 0},
    {"__get__", super_bind, "self, instance, owner=None, /", 0},
    {"__self__", super_get_self, "self", NATIVE_GETTER},
    {"__thisclass__", super_get_start, "self", NATIVE_GETTER},
    {"__self_class__", super_get_along, "self", NATIVE_GETTER},
    {0},
};

void descriptor_init_classes(void) {
    class_add_natives(&class_property, property_natives);
    class_add_natives(&class_staticmethod, staticmethod_natives);
    class_add_natives(&class_classmethod, classmethod_natives);
    class_add_natives(&class_super, super_natives);
    class_super.construct = super_construct;
}
