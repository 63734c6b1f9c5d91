// _traceback: tracebacks as text, for the traceback module.
#include "stdlib/runtime/exception.h"
#include "stdlib/runtime/heap.h"
#include "stdlib/runtime/int.h"
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

// cut(traceback, limit): its first entries, or with a negative limit its last ones, as a traceback; None: no entries.
static Value traceback_cut(Thread *t, Value *args, uint32_t nargs) {
    int64_t limit, depth = 0;
    if (!value_has_shape(args[0], &shape_traceback)) return error_type(t, "cut() takes a traceback, not %T", args[0]);
    if (!int_index_i64(t, args[1], &limit, true)) return VALUE_ERROR;
    const Traceback *from = (Traceback *)value_object(args[0]);
    for (const Traceback *e = from; e; e = e->next) depth++;
    if (limit < 0) {
        for (int64_t skip = depth + limit; skip > 0; skip--) from = from->next;
        return from ? value_from_object(from) : VALUE_NONE;
    }
    Traceback *first = NULL, *last = NULL;
    for (; from && limit-- > 0; from = from->next) {
        Traceback *e = heap_new(t, &shape_traceback, sizeof *e);
        if (!e) return VALUE_ERROR;
        e->proto = from->proto;
        e->pc = from->pc;
        if (last) last->next = e;
        else first = e;
        last = e;
    }
    return first ? value_from_object(first) : VALUE_NONE;
}

static const NativeDef functions[] = {
    {"cut", traceback_cut, "traceback, limit, /", 0},
    {"text", traceback_text, "exception, /", 0},
    {},
};

bool native__traceback_fill(Thread *t, Module *m) {
    module_add_natives(t, m, functions);
    return true;
}
