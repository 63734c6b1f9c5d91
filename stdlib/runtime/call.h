// Calling values from C, and binding arguments to a function's parameters.
#ifndef OTTER_CALL_H
#define OTTER_CALL_H

#include "class.h"
#include "function.h"
#include "native.h"

// All give the result or VALUE_ERROR. args stay the caller's and are copied.
Value call_value(Thread *t, Value callee, const Value *args, uint32_t nargs);
// The last kwnames->length of nargs arguments are passed by the keywords in kwnames (NULL: none).
Value call_keywords(Thread *t, Value callee, const Value *args, uint32_t nargs, Tuple *kwnames);
Value call_with_dict(Thread *t, Value callee, Value args_sequence, Value kwargs_or_none);   // callee(*args, **kwargs)
static inline Value call0(Thread *t, Value callee) { return call_value(t, callee, NULL, 0); }
static inline Value call1(Thread *t, Value callee, Value a) { return call_value(t, callee, &a, 1); }
static inline Value call2(Thread *t, Value callee, Value a, Value b) { return call_value(t, callee, (Value[]){a, b}, 2); }
// getattr(self, name)(args...) without making the bound method; AttributeError when absent.
Value call_method(Thread *t, Value self, Str *name, const Value *args, uint32_t nargs);
// type(self).__dunder__(self, args...): VALUE_UNBOUND when the class has none.
Value call_dunder(Thread *t, Value self, Dunder d, const Value *args, uint32_t nargs);

// Binds the arguments at base[0 .. nargs) to f's parameters in place, at base[0 .. proto->nparams): positional, keywords,
// defaults, *args, **kwargs. base has room for proto->nregs slots. Also checks promises of `fn`. false: TypeError pending,
// with CPython's message.
bool call_bind(Thread *t, Function *f, Value *base, uint32_t nargs, Tuple *kwnames);
// Calls a native with arguments already laid out as for call_keywords (args may be overwritten).
Value call_native(Thread *t, Native *n, Value *args, uint32_t nargs, Tuple *kwnames);

// Resolves what a call window holds until it is a Function or done: the interpreter's slow path for CALL of anything but a
// plain Function or Native (classes, methods, objects with __call__). Same as call_keywords but args may be overwritten
// and one free slot below args[0] (args[-1]) may be used, to put self there.
Value call_object(Thread *t, Value callee, Value *args, uint32_t nargs, Tuple *kwnames);

// The engine runs a bytecode function whose bound parameters are at base[0..] (a window on the VM stack, header slots
// base[-4..-1] free to write). Set by jit/interp at start.
extern Value (*call_run_frame)(Thread *t, Function *f, Value *base);
// First free slot of the VM stack above the current frame, with room for `slots` more; NULL: RecursionError pending.
Value *call_window(Thread *t, uint32_t slots);

// Classes as most programs write them are made by object.__new__, then an __init__ that is a function: that function, or
// VALUE_UNBOUND for a class of another kind.
Value call_plain_init(const Class *cls);
// What calling the class gives when its __init__ has returned `result`.
Value call_init_returned(Thread *t, Value result, Value self);

#endif
