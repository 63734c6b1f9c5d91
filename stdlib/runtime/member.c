// Member descriptors: what `__slots__` leaves in the class. Reading and writing a slot of an object goes through the fields of its
// shape like any attribute's (attr_describe_get); these functions serve what is not so simple.
#include "member.h"

#include "attr.h"
#include "class_int.h"
#include "exception.h"
#include "heap.h"
#include "native.h"

static void member_trace(Object *o, Tracer *tracer) {
    tracer_object(tracer, ((Member *)o)->name);
    tracer_object(tracer, ((Member *)o)->owner);
}

const Layout layout_member_descriptor = {.name = "member_descriptor", .kind = KIND_OTHER, .size = sizeof(Member), .trace = member_trace};

Value member_new(Thread *t, Class *owner, Str *name) {
    Member *m = heap_new(t, &shape_member_descriptor, sizeof *m);
    if (!m) return VALUE_ERROR;
    m->name = name;
    m->owner = owner;
    return value_from_object(m);
}

bool member_holds(Value found, const Class *cls, const Str *name) {
    return value_is_member(found) && value_member(found)->name == name && class_is_subclass(cls, value_member(found)->owner);
}

static bool applies(Thread *t, const Member *m, Value self) {
    if (value_is_instance(self, m->owner)) return true;
    error_type(t, "descriptor '%S' for '%S' objects doesn't apply to a '%T' object", m->name, m->owner->name, self);
    return false;
}

Value member_get(Thread *t, Value member, Value self) {
    const Member *m = value_member(member);
    if (!applies(t, m, self)) return VALUE_ERROR;
    Value v = object_get_slot(value_object(self), m->name);
    return value_is_unbound(v) ? error_attribute(t, self, m->name, "'%T' object has no attribute '%S'", self, m->name) : v;
}

bool member_set(Thread *t, Value member, Value self, Value to) {
    const Member *m = value_member(member);
    if (!applies(t, m, self)) return false;
    if (!value_is_unbound(to)) return object_set_slot(t, value_object(self), m->name, to);
    if (object_delete_slot(t, value_object(self), m->name)) return true;
    if (!error_pending(t)) error_attribute(t, self, m->name, "%S", m->name);
    return false;
}

static Value get(Thread *t, Value *args, uint32_t nargs) { return value_is_none(args[1]) ? args[0] : member_get(t, args[0], args[1]); }
static Value set(Thread *t, Value *args, uint32_t nargs) { return member_set(t, args[0], args[1], args[2]) ? VALUE_NONE : VALUE_ERROR; }
static Value delete(Thread *t, Value *args, uint32_t nargs) {
    return member_set(t, args[0], args[1], VALUE_UNBOUND) ? VALUE_NONE : VALUE_ERROR;
}

static Value repr(Thread *t, Value *args, uint32_t nargs) {
    const Member *m = value_member(args[0]);
    return value_or_error(str_format_c(t, "<member '%s' of '%s' objects>", m->name->text, m->owner->name->text));
}

static Value get_name(Thread *t, Value *args, uint32_t nargs) { return value_from_object(value_member(args[0])->name); }
static Value get_owner(Thread *t, Value *args, uint32_t nargs) { return value_from_object(value_member(args[0])->owner); }

static Value get_qualname(Thread *t, Value *args, uint32_t nargs) {
    const Member *m = value_member(args[0]);
    return value_or_error(str_format_c(t, "%s.%s", m->owner->qualname->text, m->name->text));
}

// A dict as __slots__ says what each slot is for.
static Value get_doc(Thread *t, Value *args, uint32_t nargs) {
    const Member *m = value_member(args[0]);
    Value slots = dict_get_str(m->owner->ns, names.__slots__), doc = VALUE_UNBOUND;
    if (value_is_dict(slots)) doc = dict_get(t, value_dict(slots), value_from_object(m->name));
    return value_is_unbound(doc) ? VALUE_NONE : doc;
}

static const NativeDef member_natives[] = {
    {"__repr__", repr, "self, /", 0},
    {"__get__", get, "self, instance, owner=None, /", 0},
    {"__set__", set, "self, instance, value, /", 0},
    {"__delete__", delete, "self, instance, /", 0},
    {"__name__", get_name, "self", NATIVE_GETTER},
    {"__qualname__", get_qualname, "self", NATIVE_GETTER},
    {"__objclass__", get_owner, "self", NATIVE_GETTER},
    {"__doc__", get_doc, "self", NATIVE_GETTER},
    {0},
};

void member_init_class(void) { class_add_natives(&class_member_descriptor, member_natives); }
