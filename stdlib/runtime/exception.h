// Exceptions and tracebacks. A function that fails sets Thread.pending (through error_*) and returns VALUE_ERROR / NULL / false.
#ifndef OTTER_EXCEPTION_H
#define OTTER_EXCEPTION_H

#include "class.h"
#include "code.h"
#include "thread.h"

typedef struct Traceback Traceback;
struct Traceback {
    Object header;
    Traceback *next;      // towards the place of the raise
    Proto *proto;
    uint32_t pc;          // of the instruction that raised
};

typedef struct Exception {
    Object header;
    Tuple *args;
    Value cause, context;   // exception or None
    bool suppress_context;
    Traceback *traceback;   // outermost frame first; NULL: none
    Value value;            // StopIteration.value, SystemExit.code; else None
    struct Buffer *details; // the other attributes of particular classes (exception_details.def); NULL: all None
} Exception;

// Raise: each returns VALUE_ERROR (so that `return error_raise(...)` reads well). The format knows printf's %s %d %ld %lld %zu
// %c %x and %%, and besides (all arguments by value): %R Value shown by repr(), %V Value by str(), %S Str *, %T Value's type name,
// %A the same but None for None, as CPython's argument parser has it.
Value error_raise(Thread *t, Class *cls, const char *format, ...);
#define error_type(t, ...) error_raise((t), &class_TypeError, __VA_ARGS__)
#define error_value(t, ...) error_raise((t), &class_ValueError, __VA_ARGS__)
Value error_raise_value(Thread *t, Value exception);          // an instance, or a class to be instantiated; TypeError otherwise
Value error_raise_from(Thread *t, Value exception, Value cause);
Value error_raise_args(Thread *t, Class *cls, const Value *args, uint32_t nargs);   // instance made with these args
Value error_key(Thread *t, Value key);                        // KeyError(key)
Value error_stop_iteration(Thread *t, Value result);          // StopIteration(result) or StopIteration()
Value error_out_of_memory(Thread *t);                         // a preallocated instance
Value error_recursion(Thread *t);
Value error_recursion_in(Thread *t, const char *where);       // the same, and one of:
#define RECURSION_COMPARING " in comparison"
#define RECURSION_SHOWING " while getting the repr of an object"
#define RECURSION_CALLING " while calling a Python object"
Value error_attribute(Thread *t, Value object, Str *name, const char *format, ...);  // AttributeError that knows both, for its suggestion
Value error_import(Thread *t, Class *cls, Str *name, const char *format, ...);       // ImportError or ModuleNotFoundError with its name
Value error_os(Thread *t, int errnum, Value filename_or_none);  // the right OSError subclass, "[Errno 2] No such file or directory: 'x'"
Value error_name(Thread *t, Str *name);                       // NameError: name 'x' is not defined
Value error_unbound_local(Thread *t, Str *name);              // UnboundLocalError: cannot access local variable ...
Value error_unbound_free(Thread *t, Str *name);               // NameError: cannot access free variable ...

static inline bool error_pending(const Thread *t) { return !value_is_unbound(t->pending); }
bool error_matches(const Thread *t, const Class *cls);        // the pending exception is an instance
Value error_take(Thread *t);                                  // the pending exception; nothing is pending afterwards
void error_restore(Thread *t, Value exception);               // pending again, as it was
int exception_matches(Thread *t, Value exception, Value class_or_tuple);   // 1, 0, -1: TypeError pending

// An instance of the class as raising it makes one: the class called without arguments, or itself when an instance.
// VALUE_ERROR: TypeError "exceptions must derive from BaseException" or what the call raised.
Value exception_instance(Thread *t, Value exception_or_class);

// Adds (proto, pc) to the pending exception's traceback.
void traceback_add(Thread *t, Proto *p, uint32_t pc);
// Unwinding passes a frame whose instruction pc raised: the same, unless that raised again what was in flight or handled.
void traceback_unwind(Thread *t, Proto *p, uint32_t pc);
// Text as CPython prints it for an uncaught exception, cause and context chains included, with source lines and carets.
void exception_print(Thread *t, Value exception);             // to stderr
Str *exception_format(Thread *t, Value exception);
// What main does with an uncaught exception: prints it, or for SystemExit gives its code. Returns the exit status.
int exception_exit_status(Thread *t);

void exception_init(Thread *t);                               // natives of the exception classes; after class_init

#endif
