// Binding a call's arguments to the parameters of a function written in Otter, in its frame, with CPython's messages.
#include "class_int.h"

#include <stdlib.h>

#include "compiler/base/arena.h"
#include "compiler/bytecode/bytecode.h"

enum { FEW = 8 };  // keyword values moved to the native stack rather than the heap

static void read_names(Proto *p) {
    uint32_t n = (uint32_t)p->bc->npos + p->bc->nkwonly;
    Str **names = malloc((n + 1) * sizeof *names);
    if (!names) base_fail_memory();
    for (uint32_t i = 0; i < n; i++) names[i] = str_intern(p->bc->vars[i].text, p->bc->vars[i].length);
    __atomic_store_n(&p->parameters, names, __ATOMIC_RELEASE);  // another thread's are the same
}

static inline Str *parameter_name(Proto *p, uint32_t i) {
    if (!p->parameters) read_names(p);
    return p->parameters[i];
}

// --- messages

static Value too_many(Thread *t, const Function *f, const Value *base, uint32_t given) {
    const BcProto *bc = f->proto->bc;
    uint32_t defaults = f->defaults ? (uint32_t)f->defaults->length : 0, keyword_given = 0;
    for (uint32_t i = 0; i < bc->nkwonly; i++) keyword_given += !value_is_unbound(base[bc->npos + i]);
    Str *takes = defaults ? str_format_c(t, "from %d to %d", bc->npos - (int)defaults, bc->npos) : str_format_c(t, "%d", bc->npos);
    bool plural = defaults || bc->npos != 1;
    Str *extra = keyword_given ? str_format_c(t, " positional argument%s (and %d keyword-only argument%s)", given != 1 ? "s" : "",
                                              (int)keyword_given, keyword_given != 1 ? "s" : "")
                               : str_from_c(t, "");
    if (!takes || !extra) return VALUE_ERROR;
    return error_type(t, "%S() takes %S positional argument%s but %d%S %s given", f->qualname, takes, plural ? "s" : "", (int)given, extra,
                      given == 1 && !keyword_given ? "was" : "were");
}

// 'a', 'b', and 'c' of the unbound parameters from .. from+n-1.
static Value missing(Thread *t, const Function *f, const Value *base, uint32_t from, uint32_t n, const char *kind) {
    uint32_t count = 0, seen = 0;
    for (uint32_t i = 0; i < n; i++) count += value_is_unbound(base[from + i]);
    StrBuilder list;
    str_builder_init(&list, t);
    for (uint32_t i = 0; i < n; i++) {
        if (!value_is_unbound(base[from + i])) continue;
        if (seen > 0) str_builder_add_c(&list, count == 2 ? " and " : seen + 1 == count ? ", and " : ", ");
        str_builder_add_c(&list, "'");
        str_builder_add_str(&list, parameter_name(f->proto, from + i));
        str_builder_add_c(&list, "'");
        seen++;
    }
    Str *text = str_builder_take(&list);
    if (!text) return VALUE_ERROR;
    return error_type(t, "%S() missing %d required %s argument%s: %S", f->qualname, (int)count, kind, count == 1 ? "" : "s", text);
}

static Value positional_only_given(Thread *t, const Function *f, const Tuple *kwnames) {
    StrBuilder list;
    str_builder_init(&list, t);
    bool first = true;
    for (uint32_t p = 0; p < f->proto->bc->nposonly; p++)
        for (uint64_t i = 0; i < kwnames->length; i++) {
            if (!str_equal(parameter_name(f->proto, p), value_str(kwnames->items[i]))) continue;
            if (!first) str_builder_add_c(&list, ", ");
            str_builder_add_str(&list, value_str(kwnames->items[i]));
            first = false;
        }
    Str *text = str_builder_take(&list);
    if (!text) return VALUE_ERROR;
    return error_type(t, "%S() got some positional-only arguments passed as keyword arguments: '%S'", f->qualname, text);
}

static bool is_positional_only(const Proto *p, const Str *name) {
    for (uint32_t i = 0; i < p->bc->nposonly; i++)
        if (str_equal_c(name, p->bc->vars[i].text)) return true;
    return false;
}

// --- binding

static int find_parameter(Proto *p, Str *name) {
    const BcProto *bc = p->bc;
    if (!name->interned) name = str_intern_str(name);
    for (uint32_t i = bc->nposonly; i < (uint32_t)bc->npos + bc->nkwonly; i++)
        if (parameter_name(p, i) == name) return (int)i;
    return -1;
}

static bool unknown_keyword(Thread *t, Function *f, const Tuple *kwnames, Value name) {
    bool positional = false;
    for (uint64_t i = 0; i < kwnames->length; i++) positional |= is_positional_only(f->proto, value_str(kwnames->items[i]));
    if (positional) positional_only_given(t, f, kwnames);
    else error_type(t, "%S() got an unexpected keyword argument '%V'", f->qualname, name);
    return false;
}

static bool bind_keywords(Thread *t, Function *f, Value *base, const Value *values, const Tuple *kwnames, Dict *extra) {
    for (uint64_t i = 0; i < kwnames->length; i++) {
        Value name = kwnames->items[i];
        int at = find_parameter(f->proto, value_str(name));
        if (at < 0) {
            if (!extra) return unknown_keyword(t, f, kwnames, name);
            if (!dict_set(t, extra, name, values[i])) return false;
        } else if (!value_is_unbound(base[at])) {
            error_type(t, "%S() got multiple values for argument '%V'", f->qualname, name);
            return false;
        } else {
            base[at] = values[i];
        }
    }
    return true;
}

static bool bind_defaults(Thread *t, Function *f, Value *base, uint32_t given) {
    const BcProto *bc = f->proto->bc;
    uint32_t defaults = f->defaults ? (uint32_t)f->defaults->length : 0;
    if (defaults > bc->npos) defaults = bc->npos;
    uint32_t required = bc->npos - defaults;
    for (uint32_t i = given; i < required; i++)
        if (value_is_unbound(base[i])) {
            missing(t, f, base, 0, required, "positional");
            return false;
        }
    for (uint32_t i = given > required ? given : required; i < bc->npos; i++)
        if (value_is_unbound(base[i])) base[i] = f->defaults->items[i - required];
    return true;
}

static bool bind_keyword_only(Thread *t, Function *f, Value *base) {
    const BcProto *bc = f->proto->bc;
    bool lacking = false;
    for (uint32_t i = bc->npos; i < (uint32_t)bc->npos + bc->nkwonly; i++) {
        if (!value_is_unbound(base[i])) continue;
        if (f->kwdefaults) base[i] = dict_get_str(f->kwdefaults, parameter_name(f->proto, i));
        lacking |= value_is_unbound(base[i]);
    }
    if (lacking) missing(t, f, base, bc->npos, bc->nkwonly, "keyword-only");
    return !lacking;
}

// The general case. The keyword values are moved away first: parameters take their place.
static bool bind_general(Thread *t, Function *f, Value *base, uint32_t nargs, Tuple *kwnames) {
    const BcProto *bc = f->proto->bc;
    uint32_t nkw = kwnames ? (uint32_t)kwnames->length : 0, npos = nargs - nkw, named = bc->npos + bc->nkwonly;
    Value few[FEW], *values = few;
    Tuple *many = nkw > FEW ? tuple_from(t, base + npos, nkw) : NULL;
    Tuple *rest = NULL;
    Dict *extra = NULL;
    if (nkw > FEW && !many) return false;
    if (many) values = many->items;
    else memcpy(few, base + npos, nkw * sizeof(Value));
    if (bc->flags & BC_VARARGS) {
        rest = npos > bc->npos ? tuple_from(t, base + bc->npos, npos - bc->npos) : tuple_empty();
        if (!rest) return false;
    }
    if (bc->flags & BC_VARKW) {
        extra = dict_new(t);
        if (!extra) return false;
    }
    uint32_t taken = npos < bc->npos ? npos : bc->npos;
    for (uint32_t i = taken; i < named; i++) base[i] = VALUE_UNBOUND;
    if (nkw && !bind_keywords(t, f, base, values, kwnames, extra)) return false;
    if (many) value_keep(value_from_object(many));
    if (npos > bc->npos && !rest) {
        too_many(t, f, base, npos);
        return false;
    }
    if (!bind_defaults(t, f, base, taken) || !bind_keyword_only(t, f, base)) return false;
    if (rest) base[named] = value_from_object(rest);
    if (extra) base[named + !!rest] = value_from_object(extra);
    return true;
}

// The window may lie above the innermost frame, where the collector looks only as far as it is told.
static bool bind_visibly(Thread *t, Function *f, Value *base, uint32_t nargs, Tuple *kwnames) {
    Value *outer = t->bind_top;
    t->bind_top = base + (nargs > f->proto->nparams ? nargs : f->proto->nparams);
    bool ok = bind_general(t, f, base, nargs, kwnames);
    t->bind_top = outer;
    return ok;
}

bool call_bind(Thread *t, Function *f, Value *base, uint32_t nargs, Tuple *kwnames) {
    Proto *p = f->proto;
    if (kwnames && kwnames->length == 0) kwnames = NULL;
    if (!p->simple || kwnames || nargs > p->npos) return bind_visibly(t, f, base, nargs, kwnames);
    uint32_t missing_count = p->npos - nargs;
    if (missing_count == 0) return true;
    if (!f->defaults || f->defaults->length < missing_count) return bind_visibly(t, f, base, nargs, NULL);
    const Value *from = f->defaults->items + f->defaults->length - missing_count;
    for (uint32_t i = 0; i < missing_count; i++) base[nargs + i] = from[i];
    return true;
}
