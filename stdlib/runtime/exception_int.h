// Exception objects among exception*.c and traceback*.c.
#ifndef OTTER_EXCEPTION_INT_H
#define OTTER_EXCEPTION_INT_H

#include "compiler/base/strbuf.h"
#include "exception.h"

enum { EXCEPTION_DETAILS = 8 };

enum {
#define DETAIL(cls, attribute, number) DETAIL_##cls##_##attribute = number,
#include "exception_details.def"
#undef DETAIL
};

static inline Exception *value_exception(Value v) { return (Exception *)value_object(v); }
static inline bool value_is_exception(Value v) { return value_is_kind(v, KIND_EXCEPTION); }
Exception *exception_new(Thread *t, Class *cls, Tuple *args);                 // cls builtin; NULL: exception pending
Value exception_detail(const Exception *e, uint32_t number);                  // None: not set
bool exception_set_detail(Thread *t, Exception *e, uint32_t number, Value v);

// exception_class.c
void exception_class_init(void);
// What __init__ does with the arguments of builtin classes; false: exception pending.
bool exception_fill(Thread *t, Exception *e, Class *cls, Tuple *args);
Class *exception_os_class(int errnum);
// exception_details.c
void exception_details_init(void);
Value exception_os_str(Thread *t, Value *args, uint32_t nargs);

// exception_format.c: printf and the conversions of error_raise. false: one of them raised.
bool error_format(Thread *t, StrBuf *to, const char *format, va_list args);

// traceback.c
void traceback_init(void);
void traceback_write(Thread *t, StrBuf *to, const Traceback *tb);
Value traceback_check(Thread *t, Value v);   // a traceback or None: v; else TypeError

// traceback_anchor.c: where the operator of a binary operation, or the brackets of a subscript, stand within the
// expression text[0 .. length). Offsets in bytes. false: the expression is of another kind.
bool traceback_anchor(const char *text, size_t length, size_t *from, size_t *to);

// suggestion.c: a name like the one the NameError or AttributeError missed; NULL: none.
Str *suggestion_for(Thread *t, const Exception *e);

#endif
