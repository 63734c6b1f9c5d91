// _traceback: tracebacks as text, for the traceback module.
#include "stdlib/runtime/exception.h"
#include "stdlib/runtime/module.h"
#include "stdlib/runtime/native.h"
#include "stdlib/runtime/str.h"

bool native__traceback_fill(Thread *t, Module *m);

// text(exception): what is printed for it when nobody catches it.
static Value traceback_text(Thread *t, Value *args, uint32_t nargs) {
    if (!value_is_instance(args[0], &class_BaseException)) return error_type(t, "text() takes an exception, not %T", args[0]);
    Str *text = exception_format(t, args[0]);
    return text ? value_from_object(text) : VALUE_ERROR;
}

static const NativeDef functions[] = {
    {"text", traceback_text, "exception, /", 0},
    {},
};

bool native__traceback_fill(Thread *t, Module *m) {
    module_add_natives(t, m, functions);
    return true;
}
