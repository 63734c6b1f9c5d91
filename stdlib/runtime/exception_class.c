// BaseException's methods, and what the constructors of builtin exception classes make of their arguments.
//
// __new__ keeps the arguments, __init__ keeps them again and sets the attributes a class derives from them. Errors raised
// by the runtime go straight to exception_fill.
#include "dict.h"
#include "exception_int.h"
#include "list.h"
#include "native.h"
#include "attr.h"
#include "ops.h"
#include "str.h"
#include "tuple.h"

static Tuple *args_of(const Exception *e) { return e->args == NULL ? tuple_empty() : e->args; }

static Value base_new(Thread *t, Value *args, uint32_t nargs) {
    if (!value_is_kind(args[0], KIND_CLASS)) return error_type(t, "BaseException.__new__(X): X is not a type object (%T)", args[0]);
    Class *cls = (Class *)value_object(args[0]);
    if (!class_is_subclass(cls, &class_BaseException)) {
        return error_type(t, "BaseException.__new__(%S): %S is not a subtype of BaseException", cls->name, cls->name);
    }
    Exception *e = exception_new(t, cls, value_tuple(args[1]));
    return e == NULL ? VALUE_ERROR : value_from_object(e);
}

// OSError(2, ...) makes a FileNotFoundError. A class that has its own __init__ gets its arguments there.
static Value os_new(Thread *t, Value *args, uint32_t nargs) {
    Tuple *given = value_tuple(args[1]);
    if (value_same(args[0], value_from_object(&class_OSError)) && given->length >= 2 && value_is_int(given->items[0])) {
        args[0] = value_from_object(exception_os_class((int)value_int(given->items[0])));
    }
    Value made = base_new(t, args, nargs);
    if (value_is_error(made)) return made;
    Value init = value_dunder(made, DUNDER_INIT);
    if (value_is_kind(init, KIND_NATIVE) && !exception_fill(t, value_exception(made), value_class(made), given)) return VALUE_ERROR;
    return made;
}

static bool fill_os(Thread *t, Exception *e, Tuple *args) {
    if (args->length < 2 || args->length > 5) return true;
    static const uint32_t numbers[] = {DETAIL_OSError_errno, DETAIL_OSError_strerror, DETAIL_OSError_filename, EXCEPTION_DETAILS, DETAIL_OSError_filename2};
    for (size_t i = 0; i < args->length; i++) {
        if (numbers[i] < EXCEPTION_DETAILS && !exception_set_detail(t, e, numbers[i], args->items[i])) return false;
    }
    if (args->length > 2 && !value_is_none(args->items[2])) e->args = tuple_from(t, args->items, 2);
    return e->args != NULL;
}

static bool fill_stop(Thread *t, Exception *e, Tuple *args) {
    e->value = args->length > 0 ? args->items[0] : VALUE_NONE;
    return true;
}

static bool fill_exit(Thread *t, Exception *e, Tuple *args) {
    e->value = args->length == 0 ? VALUE_NONE : args->length == 1 ? args->items[0] : value_from_object(args);
    return true;
}

static bool fill_import(Thread *t, Exception *e, Tuple *args) {
    return args->length != 1 || exception_set_detail(t, e, DETAIL_ImportError_msg, args->items[0]);
}

static bool fill_syntax(Thread *t, Exception *e, Tuple *args) {
    if (args->length == 0) return true;
    if (!exception_set_detail(t, e, DETAIL_SyntaxError_msg, args->items[0])) return false;
    if (args->length != 2) return true;
    Tuple *where = tuple_from_iterable(t, args->items[1]);
    if (where == NULL) return false;
    if (where->length != 4 && where->length != 6) {
        error_type(t, "function takes %s 4 arguments (%zu given)", where->length < 4 ? "at least" : "exactly", (size_t)where->length);
        return false;
    }
    for (uint32_t i = 0; i < where->length; i++) {
        if (!exception_set_detail(t, e, DETAIL_SyntaxError_filename + i, where->items[i])) return false;
    }
    return true;
}

static bool set_all(Thread *t, Exception *e, Tuple *args, const uint32_t *numbers, uint32_t count) {
    if (args->length != count) {
        error_type(t, "function takes exactly %u arguments (%zu given)", count, (size_t)args->length);
        return false;
    }
    for (uint32_t i = 0; i < count; i++) {
        if (!exception_set_detail(t, e, numbers[i], args->items[i])) return false;
    }
    return true;
}

static bool argument_is(Thread *t, Tuple *args, uint32_t i, bool ok, const char *type) {
    if (!ok) error_type(t, "argument %u must be %s, not %A", i + 1, type, args->items[i]);
    return ok;
}

static bool fill_unicode(Thread *t, Exception *e, Tuple *args, bool decode) {
    static const uint32_t numbers[] = {DETAIL_UnicodeDecodeError_encoding, DETAIL_UnicodeDecodeError_object, DETAIL_UnicodeDecodeError_start,
                                       DETAIL_UnicodeDecodeError_end, DETAIL_UnicodeDecodeError_reason};
    if (!set_all(t, e, args, numbers, 5)) return false;
    Value object = args->items[1];
    if (!argument_is(t, args, 0, value_is_str(args->items[0]), "str")) return false;
    if (!decode && !argument_is(t, args, 1, value_is_str(object), "str")) return false;
    if (decode && !value_is_kind(object, KIND_BYTES) && !value_is_kind(object, KIND_BYTEARRAY)) {
        error_type(t, "a bytes-like object is required, not '%T'", object);
        return false;
    }
    for (uint32_t i = 2; i < 4; i++) {
        if (value_is_int(args->items[i])) continue;
        error_type(t, "'%T' object cannot be interpreted as an integer", args->items[i]);
        return false;
    }
    return argument_is(t, args, 4, value_is_str(args->items[4]), "str");
}

static bool fill_decode(Thread *t, Exception *e, Tuple *args) { return fill_unicode(t, e, args, true); }
static bool fill_encode(Thread *t, Exception *e, Tuple *args) { return fill_unicode(t, e, args, false); }

static bool fill_translate(Thread *t, Exception *e, Tuple *args) {
    static const uint32_t numbers[] = {DETAIL_UnicodeTranslateError_object, DETAIL_UnicodeTranslateError_start, DETAIL_UnicodeTranslateError_end,
                                       DETAIL_UnicodeTranslateError_reason};
    return set_all(t, e, args, numbers, 4);
}

static const struct {
    Class *cls;
    bool (*fill)(Thread *t, Exception *e, Tuple *args);
} fillers[] = {
    {&class_OSError, fill_os},
    {&class_StopIteration, fill_stop},
    {&class_SystemExit, fill_exit},
    {&class_ImportError, fill_import},
    {&class_SyntaxError, fill_syntax},
    {&class_UnicodeDecodeError, fill_decode},
    {&class_UnicodeEncodeError, fill_encode},
    {&class_UnicodeTranslateError, fill_translate},
};

bool exception_fill(Thread *t, Exception *e, Class *cls, Tuple *args) {
    for (; cls != NULL && cls != &class_Exception; cls = cls->base) {
        for (size_t i = 0; i < sizeof fillers / sizeof *fillers; i++) {
            if (cls == fillers[i].cls) return fillers[i].fill(t, e, args);
        }
    }
    return true;
}

// Keyword arguments of constructors: which class takes which as details.
static const struct {
    Class *cls;
    const char *name;
    uint32_t number;
} keywords[] = {
    {&class_ImportError, "name", DETAIL_ImportError_name},
    {&class_ImportError, "path", DETAIL_ImportError_path},
    {&class_NameError, "name", DETAIL_NameError_name},
    {&class_AttributeError, "name", DETAIL_AttributeError_name},
    {&class_AttributeError, "obj", DETAIL_AttributeError_obj},
};

static bool set_keyword(Thread *t, Exception *e, Str *name, Value v) {
    const Class *owner = NULL;
    for (size_t i = 0; i < sizeof keywords / sizeof *keywords; i++) {
        if (!value_is_instance(value_from_object(e), keywords[i].cls)) continue;
        owner = keywords[i].cls;
        if (str_equal_c(name, keywords[i].name)) return exception_set_detail(t, e, keywords[i].number, v);
    }
    if (owner != NULL) error_type(t, "'%S' is an invalid keyword argument for %S()", name, owner->name);
    else error_type(t, "%T() takes no keyword arguments", value_from_object(e));
    return false;
}

static Value base_init(Thread *t, Value *args, uint32_t nargs) {
    Exception *e = value_exception(args[0]);
    const Dict *named = value_dict(args[2]);
    Value key, v;
    for (uint32_t at = 0; dict_next(named, &at, &key, &v);) {
        if (!set_keyword(t, e, value_str(key), v)) return VALUE_ERROR;
    }
    e->args = value_tuple(args[1]);
    return exception_fill(t, e, value_class(args[0]), e->args) ? VALUE_NONE : VALUE_ERROR;
}

static Value str_or_error(Str *s) { return s == NULL ? VALUE_ERROR : value_from_object(s); }

static Value base_str(Thread *t, Value *args, uint32_t nargs) {
    Tuple *given = args_of(value_exception(args[0]));
    if (given->length == 0) return str_or_error(str_new(t, "", 0));
    return str_or_error(op_str(t, given->length == 1 ? given->items[0] : value_from_object(given)));
}

static Value base_repr(Thread *t, Value *args, uint32_t nargs) {
    Tuple *given = args_of(value_exception(args[0]));
    Str *shown = op_repr(t, given->length == 1 ? given->items[0] : value_from_object(given));
    if (shown == NULL) return VALUE_ERROR;
    const char *name = value_type_name(args[0]);
    return str_or_error(given->length == 1 ? str_format_c(t, "%s(%s)", name, shown->text) : str_format_c(t, "%s%s", name, shown->text));
}

static Value key_str(Thread *t, Value *args, uint32_t nargs) {
    Tuple *given = args_of(value_exception(args[0]));
    return given->length == 1 ? str_or_error(op_repr(t, given->items[0])) : base_str(t, args, nargs);
}

static Value import_str(Thread *t, Value *args, uint32_t nargs) {
    Value msg = exception_detail(value_exception(args[0]), DETAIL_ImportError_msg);
    return value_is_str(msg) ? msg : base_str(t, args, nargs);
}

static Value get_args(Thread *t, Value *args, uint32_t nargs) { return value_from_object(args_of(value_exception(args[0]))); }

static Value set_args(Thread *t, Value *args, uint32_t nargs) {
    if (value_is_unbound(args[1])) return error_type(t, "args may not be deleted");
    Tuple *given = tuple_from_iterable(t, args[1]);
    if (given == NULL) return VALUE_ERROR;
    value_exception(args[0])->args = given;
    return VALUE_NONE;
}

static Value get_cause(Thread *t, Value *args, uint32_t nargs) { return value_exception(args[0])->cause; }
static Value get_context(Thread *t, Value *args, uint32_t nargs) { return value_exception(args[0])->context; }
static Value get_suppress(Thread *t, Value *args, uint32_t nargs) { return value_from_bool(value_exception(args[0])->suppress_context); }

static Value get_traceback(Thread *t, Value *args, uint32_t nargs) {
    const Traceback *tb = value_exception(args[0])->traceback;
    return tb == NULL ? VALUE_NONE : value_from_object(tb);
}

// false: TypeError pending. `what`: cause or context.
static bool check_link(Thread *t, Value v, const char *what) {
    if (value_is_unbound(v)) error_type(t, "__%s__ may not be deleted", what);
    else if (value_is_none(v) || value_is_exception(v)) return true;
    else error_type(t, "exception %s must be None or derive from BaseException", what);
    return false;
}

static Value set_cause(Thread *t, Value *args, uint32_t nargs) {
    if (!check_link(t, args[1], "cause")) return VALUE_ERROR;
    value_exception(args[0])->cause = args[1];
    value_exception(args[0])->suppress_context = true;
    return VALUE_NONE;
}

static Value set_context(Thread *t, Value *args, uint32_t nargs) {
    if (!check_link(t, args[1], "context")) return VALUE_ERROR;
    value_exception(args[0])->context = args[1];
    return VALUE_NONE;
}

static Value set_suppress(Thread *t, Value *args, uint32_t nargs) {
    if (value_is_unbound(args[1])) return error_type(t, "can't delete numeric/char attribute");
    if (!value_is_bool(args[1])) return error_type(t, "attribute value type must be bool");
    value_exception(args[0])->suppress_context = value_same(args[1], VALUE_TRUE);
    return VALUE_NONE;
}

static Value set_traceback(Thread *t, Value *args, uint32_t nargs) {
    if (value_is_unbound(args[1])) return error_type(t, "__traceback__ may not be deleted");
    Value v = traceback_check(t, args[1]);
    if (value_is_error(v)) return v;
    value_exception(args[0])->traceback = value_is_none(v) ? NULL : (Traceback *)value_object(v);
    return VALUE_NONE;
}

static Value with_traceback(Thread *t, Value *args, uint32_t nargs) {
    return value_is_error(set_traceback(t, args, nargs)) ? VALUE_ERROR : args[0];
}

static Value add_note(Thread *t, Value *args, uint32_t nargs) {
    if (!value_is_str(args[1])) return error_type(t, "note must be a str, not '%T'", args[1]);
    Str *name = str_intern_c("__notes__");
    Value notes = attr_find(t, args[0], name);
    if (value_is_error(notes)) return notes;
    if (value_is_unbound(notes)) {
        List *fresh = list_new(t, 1);
        if (fresh == NULL) return VALUE_ERROR;
        notes = value_from_object(fresh);
        if (!attr_set(t, args[0], name, notes)) return VALUE_ERROR;
    }
    if (!value_is_list(notes)) return error_type(t, "Cannot add note: __notes__ is not a list");
    return list_append(t, value_list(notes), args[1]) ? VALUE_NONE : VALUE_ERROR;
}

static Value get_value(Thread *t, Value *args, uint32_t nargs) { return value_exception(args[0])->value; }

static Value set_value(Thread *t, Value *args, uint32_t nargs) {
    value_exception(args[0])->value = value_is_unbound(args[1]) ? VALUE_NONE : args[1];
    return VALUE_NONE;
}

#define ATTRIBUTE(name, getter, setter) {name, getter, "self, /", NATIVE_GETTER}, {name, setter, "self, value, /", NATIVE_SETTER}

// The two of a call without keywords, which needs no dict of them.
static Value base_new_direct(Thread *t, Value *args, uint32_t nargs) {
    if (nargs == 0) return error_type(t, "BaseException.__new__(): not enough arguments");
    Tuple *given = tuple_from(t, args + 1, nargs - 1);
    return given == NULL ? VALUE_ERROR : base_new(t, (Value[]){args[0], value_from_object(given)}, 2);
}

static Value base_init_direct(Thread *t, Value *args, uint32_t nargs) {
    if (nargs == 0) return error_type(t, "descriptor '__init__' of 'BaseException' object needs an argument");
    Exception *e = value_exception(args[0]);
    Tuple *given = tuple_from(t, args + 1, nargs - 1);
    if (given == NULL) return VALUE_ERROR;
    e->args = given;
    return exception_fill(t, e, value_class(args[0]), given) ? VALUE_NONE : VALUE_ERROR;
}

static void set_direct(Dunder d, NativeFn fn) { ((Native *)value_object(class_BaseException.dunders[d]))->direct = fn; }

static const NativeDef base_natives[] = {
    {"__new__", base_new, "cls, /, *args, **kwargs", NATIVE_STATIC},
    {"__init__", base_init, "self, /, *args, **kwargs", 0},
    {"__str__", base_str, "self, /", 0},
    {"__repr__", base_repr, "self, /", 0},
    {"with_traceback", with_traceback, "self, tb, /", 0},
    {"add_note", add_note, "self, note, /", 0},
    ATTRIBUTE("args", get_args, set_args),
    ATTRIBUTE("__cause__", get_cause, set_cause),
    ATTRIBUTE("__context__", get_context, set_context),
    ATTRIBUTE("__suppress_context__", get_suppress, set_suppress),
    ATTRIBUTE("__traceback__", get_traceback, set_traceback),
    {},
};
static const NativeDef os_natives[] = {
    {"__new__", os_new, "cls, /, *args, **kwargs", NATIVE_STATIC},
    {"__init__", base_init, "self, /, *args, **kwargs", 0},
    {"__str__", exception_os_str, "self, /", 0},
    {},
};
static const NativeDef key_natives[] = {{"__str__", key_str, "self, /", 0}, {}};
static const NativeDef import_natives[] = {{"__str__", import_str, "self, /", 0}, {}};
static const NativeDef stop_natives[] = {ATTRIBUTE("value", get_value, set_value), {}};
static const NativeDef exit_natives[] = {ATTRIBUTE("code", get_value, set_value), {}};

static void exception_trace(Object *o, Tracer *tracer) {
    const Exception *e = (Exception *)o;
    tracer_object(tracer, e->args);
    tracer_value(tracer, e->cause);
    tracer_value(tracer, e->context);
    tracer_object(tracer, e->traceback);
    tracer_value(tracer, e->value);
    tracer_object(tracer, e->details);
}

const Layout layout_BaseException = {.name = "exception", .kind = KIND_EXCEPTION, .size = sizeof(Exception), .trace = exception_trace};

void exception_class_init(void) {
    class_add_natives(&class_BaseException, base_natives);
    set_direct(DUNDER_NEW, base_new_direct);
    set_direct(DUNDER_INIT, base_init_direct);
    class_add_natives(&class_OSError, os_natives);
    class_add_natives(&class_KeyError, key_natives);
    class_add_natives(&class_ImportError, import_natives);
    class_add_natives(&class_StopIteration, stop_natives);
    class_add_natives(&class_SystemExit, exit_natives);
}
