// Functions written in C. A table of NativeDef describes the methods of a class or the functions of a module:
//
//   static Value str_find(Thread *t, Value *args, uint32_t nargs);
//   static const NativeDef str_methods[] = {
//       {"find", str_find, "self, sub, start=None, end=None, /", 0},
//       {NULL}};
//
// The signature is Python's parameter list; defaults are ints, None, True, False, '' strings or `?` (absent: the argument is
// VALUE_UNBOUND). The caller binds arguments by it, with CPython's error messages, so fn always gets exactly one value per
// parameter, in order: nargs is their number; `*args` arrives as a tuple, `**kwargs` as a dict. fn gives VALUE_ERROR after
// raising. A NULL fn makes the attribute None (__hash__ of unhashable classes). The args array belongs to the caller and may be written to.
#ifndef OTTER_NATIVE_H
#define OTTER_NATIVE_H

#include "thread.h"

typedef Value (*NativeFn)(Thread *t, Value *args, uint32_t nargs);

enum {
    NATIVE_STATIC = 1,    // staticmethod
    NATIVE_CLASS = 2,     // classmethod: args[0] is the class
    NATIVE_GETTER = 4,    // computed attribute: fn(self)
    NATIVE_MEMBER = 32,   // a getter that CPython has as a plain field: setting it is refused as "readonly attribute"
    NATIVE_COUNTED = 16,  // wrong counts are worded "find() takes at least 1 argument (0 given)", as CPython's tuple parser does
    NATIVE_SETTER = 8,    // how to set the getter of the same name before it in the table: fn(self, value), VALUE_UNBOUND to delete
};

typedef struct NativeDef {
    const char *name;
    NativeFn fn;
    const char *signature;
    uint32_t flags;
} NativeDef;

typedef struct {
    Object header;
    const NativeDef *def;
    NativeFn fn;
    NativeFn set;         // of a getter; NULL: read-only
    NativeFn direct;      // takes the positional arguments of a call without keywords as they are, any number; NULL mostly
    Str *name;
    Value self;           // bound to it, or VALUE_UNBOUND; a method found on a class is unbound and takes self first
    Class *owner;         // class it is a method of, or NULL: then it does not bind when read from an instance
    Value module;         // str or None
    uint16_t min_args, max_args;  // positional; when a call has no keywords and nargs within, only defaults need filling
    bool simple;          // only plain positional parameters and not bound: nargs == max_args goes straight to fn
    bool plain;           // only plain positional parameters
    bool checked;         // called with a first argument of the program's choice: its class is checked (never simple)
    struct NativeSignature *signature;  // parsed at the first call that needs it
    Object *unbound;      // the checked twin, which reading the method from its class gives; NULL: not asked for yet
} Native;

// Every call of a native goes through here: while other threads may run, the mutable containers among its arguments are locked
// (object_lock.h).
Value native_run_locked(Thread *t, NativeFn fn, Value *args, uint32_t nargs);
static inline Value native_run(Thread *t, NativeFn fn, Value *args, uint32_t nargs) {
    return __builtin_expect(t->parallel, 0) ? native_run_locked(t, fn, args, nargs) : fn(t, args, nargs);
}

// A method taken from its class's MRO for an object of the class may be called as it is; natives the program holds check self.
Native *native_new(Thread *t, const NativeDef *def, Class *owner);
Native *native_bind(Thread *t, Native *n, Value self);   // the bound method; NULL: no memory
Native *native_unbound(Thread *t, Native *n);            // the checked twin
bool native_takes_keywords(Native *n);                   // some parameter may be passed by name
void module_add_natives(Thread *t, Module *m, const NativeDef *defs);
void module_add_value(Thread *t, Module *m, const char *name, Value v);

#endif
