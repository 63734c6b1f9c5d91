// bool and the other singletons: None, Ellipsis, NotImplemented.
#include "class.h"
#include "exception.h"
#include "int_int.h"
#include "native.h"
#include "ops.h"
#include "str.h"

static Value bool_new_method(Thread *t, Value *args, uint32_t nargs) {
    int truth = value_truth(t, args[1]);
    return truth < 0 ? VALUE_ERROR : value_from_bool(truth);
}

static Value bool_repr(Thread *t, Value *args, uint32_t nargs) {
    return value_from_object(str_intern_c(value_same(args[0], VALUE_TRUE) ? "True" : "False"));
}

static inline bool bool_both(const Value *args) { return value_is_bool(args[0]) && value_is_bool(args[1]); }
static inline bool bool_of(Value v) { return value_same(v, VALUE_TRUE); }

// Two bools give a bool; with an int it is int's operation.
#define BOOL_BINARY(name, operator)                                                                \
    static Value bool_##name(Thread *t, Value *args, uint32_t nargs) {                             \
        if (bool_both(args)) return value_from_bool(bool_of(args[0]) operator bool_of(args[1]));   \
        return value_is_integer(args[1]) ? int_##name(t, args[0], args[1]) : VALUE_NOTIMPLEMENTED; \
    }
BOOL_BINARY(and, &)
BOOL_BINARY(or, |)
BOOL_BINARY(xor, ^)
#undef BOOL_BINARY

static const NativeDef bool_methods[] = {
    {"__new__", bool_new_method, "cls, x=False, /", NATIVE_STATIC},
    {"__repr__", bool_repr, "self, /", 0},
    {"__and__", bool_and, "self, value, /", 0},
    {"__rand__", bool_and, "self, value, /", 0},
    {"__or__", bool_or, "self, value, /", 0},
    {"__ror__", bool_or, "self, value, /", 0},
    {"__xor__", bool_xor, "self, value, /", 0},
    {"__rxor__", bool_xor, "self, value, /", 0},
    {}};

// ---- the other singletons: type(None)() gives None again ----

static Value none_new(Thread *t, Value *args, uint32_t nargs) { return VALUE_NONE; }
static Value none_repr(Thread *t, Value *args, uint32_t nargs) { return value_from_object(str_intern_c("None")); }
static Value none_bool(Thread *t, Value *args, uint32_t nargs) { return VALUE_FALSE; }
static Value ellipsis_new(Thread *t, Value *args, uint32_t nargs) { return VALUE_ELLIPSIS; }
static Value ellipsis_repr(Thread *t, Value *args, uint32_t nargs) { return value_from_object(str_intern_c("Ellipsis")); }
static Value notimplemented_new(Thread *t, Value *args, uint32_t nargs) { return VALUE_NOTIMPLEMENTED; }
static Value notimplemented_repr(Thread *t, Value *args, uint32_t nargs) { return value_from_object(str_intern_c("NotImplemented")); }

static const NativeDef none_methods[] = {
    {"__new__", none_new, "cls, /", NATIVE_STATIC},
    {"__repr__", none_repr, "self, /", 0},
    {"__bool__", none_bool, "self, /", 0},
    {}};
static const NativeDef ellipsis_methods[] = {
    {"__new__", ellipsis_new, "cls, /", NATIVE_STATIC},
    {"__repr__", ellipsis_repr, "self, /", 0},
    {"__reduce__", ellipsis_repr, "self, /", 0},
    {}};
static const NativeDef notimplemented_methods[] = {
    {"__new__", notimplemented_new, "cls, /", NATIVE_STATIC},
    {"__repr__", notimplemented_repr, "self, /", 0},
    {}};

// bool(x)
static Value bool_construct(Thread *t, const Value *args, uint32_t nargs) {
    int truth = nargs == 1 ? value_truth(t, args[0]) : -2;
    return truth == -2 ? VALUE_UNBOUND : truth < 0 ? VALUE_ERROR : value_from_bool(truth);
}

void bool_init_class(void) {
    class_bool.construct = bool_construct;
    class_add_natives(&class_bool, bool_methods);
    class_add_natives(&class_none, none_methods);
    class_add_natives(&class_ellipsis, ellipsis_methods);
    class_add_natives(&class_notimplemented, notimplemented_methods);
}
