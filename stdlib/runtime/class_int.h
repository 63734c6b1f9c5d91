// What the files about classes, attributes and calls share with each other and nobody else.
#ifndef OTTER_CLASS_INT_H
#define OTTER_CLASS_INT_H

#include "attr.h"
#include "call.h"
#include "class.h"
#include "dict.h"
#include "exception.h"
#include "function.h"
#include "heap.h"
#include "list.h"
#include "native.h"
#include "ops.h"
#include "str.h"
#include "tuple.h"

// Interned names that C code looks up: names.__init__ and so on.
#define CLASS_NAMES(N) \
    N(__name__) N(__qualname__) N(__module__) N(__doc__) N(__dict__) N(__class__) N(__slots__) N(__static__) N(__hash__) N(__eq__) N(__new__) \
    N(__init__) N(__call__) N(__get__) N(__set__) N(__delete__) N(__set_name__) N(__init_subclass__) N(__class_getitem__) \
    N(__match_args__) N(__annotations__) N(__mro_entries__) N(metaclass) N(__builtins__) N(__wrapped__) N(__orig_bases__) \
    N(__classcell__) N(__prepare__) \
    N(__abstractmethods__) N(__isabstractmethod__) N(__file__) N(__all__) N(write) N(flush) N(keys) N(get) N(__dir__) N(__self__) \
    N(__enter__) N(__exit__) N(value) N(sep) N(end) N(file) N(args) N(__weakref__) N(__bases__) N(__mro__) N(__getattr__)
typedef struct {
#define N(name) Str *name;
    CLASS_NAMES(N)
#undef N
} ClassNames;
extern ClassNames names;

int dunder_find(const Str *name);                       // Dunder, or -1
void class_touch(Class *cls);                           // new versions for it and its subclasses
uint32_t class_new_version(void);
bool class_add_subclass(Thread *t, Class *base, Class *sub);
void class_fill_dunders(Class *cls);                    // from its MRO
uint32_t class_instance_size(const Class *cls);
Value class_lookup_after(Class *cls, const Class *after, Str *name);   // along cls's MRO behind `after`; for super
extern const struct NativeDef object_own_dict[], object_own_weakref[];   // of classes that give their instances a __dict__
bool class_slot_allowed(Class *cls, Str *name);                        // __slots__ of the class or of a base names it
Value class_call(Thread *t, Class *cls, const Value *args, uint32_t nargs, Tuple *kwnames);
// callee(first, args...)
Value call_prefixed(Thread *t, Value callee, Value first, const Value *args, uint32_t nargs, Tuple *kwnames);
bool class_is_native(Value v, NativeFn fn);             // v is the native function made of fn
Value class_attr_get(Thread *t, Class *cls, Str *name); // VALUE_UNBOUND when absent
Str *class_full_name(Thread *t, const Class *cls);      // "module.qualname", without the module for builtins
Value mappingproxy_new(Thread *t, Value mapping);
Value super_method(Thread *t, Value super, Str *name, Value *self);   // attr_method of a super object
Value super_new(Thread *t, Class *start, Value self);   // super(start, self)

Value object_new(Thread *t, Value *args, uint32_t nargs);       // object.__new__
Value object_init(Thread *t, Value *args, uint32_t nargs);      // object.__init__
Value object_getattribute(Thread *t, Value *args, uint32_t nargs);
Value object_setattr(Thread *t, Value *args, uint32_t nargs);
Value object_delattr(Thread *t, Value *args, uint32_t nargs);
Value object_init_subclass(Thread *t, Value *args, uint32_t nargs);
bool shape_is_crowded(const Shape *s, Str *name);        // setting a new attribute should make the object keep a dict
Str *shape_field_name(const Shape *s, uint32_t field);
uint32_t object_field_offset(const Class *cls, uint32_t field);

// Binding a class attribute on reading: `found` as found on the MRO; `self` unbound when read from the class itself.
Value attr_bind(Thread *t, Value found, Value self, Class *cls);
Str *attr_name(Thread *t, Value v);                      // interned; NULL: TypeError, it is no string
static inline Value attr_get_named(Thread *t, Value v, Value name) {
    Str *interned = attr_name(t, name);
    return interned ? attr_get(t, v, interned) : VALUE_ERROR;
}
bool attr_is_data_descriptor(Value found);
Value attr_error(Thread *t, Value v, Str *name);        // AttributeError in CPython's words

// Start-up of each file's natives, in class_init's caller's order.
void object_init_class(void);
void type_init_class(void);
void function_init_classes(void);
void descriptor_init_classes(void);
void generic_init_classes(void);
void file_init_class(Thread *t);

static inline Value value_or_error(const void *o) { return o ? value_from_object(o) : VALUE_ERROR; }
static inline bool value_is_class(Value v) { return value_is_kind(v, KIND_CLASS); }
static inline Class *value_as_class(Value v) { return (Class *)value_object(v); }
static inline bool value_is_native(Value v) { return value_is_kind(v, KIND_NATIVE); }
static inline bool value_is_function(Value v) { return value_is_kind(v, KIND_FUNCTION); }
// Keeps v's object alive up to here although only memory the collector does not see refers to it.
static inline void value_keep(Value v) { __asm__ volatile("" : : "r"(v.bits)); }

#endif
