// "Did you mean": the name nearest to the one that was missed (compiler/base/nearest.h).
#include "call.h"
#include "compiler/base/nearest.h"
#include "dict.h"
#include "exception_int.h"
#include "list.h"
#include "module.h"
#include "str.h"

enum { CANDIDATES_MAX = 750 };

typedef struct {
    Nearest nearest;
    Str *best;
} Search;

static Search search_start(const Str *wanted) { return (Search){{.wanted = {wanted->text, wanted->nbytes}}, NULL}; }

static void search_try(Search *s, Value candidate) {
    if (!value_is_str(candidate)) return;
    Str *name = value_str(candidate);
    if (nearest_offer(&s->nearest, name->text, name->nbytes)) s->best = name;
}

static Str *search_list(const Str *wanted, const List *names) {
    Search s = search_start(wanted);
    if (names == NULL || names->length >= CANDIDATES_MAX) return NULL;
    for (size_t i = 0; i < names->length; i++) search_try(&s, names->buffer->values[i]);
    return s.best;
}

static Str *search_dict(const Str *wanted, const Dict *names) {
    Search s = search_start(wanted);
    if (names == NULL || names->live >= CANDIDATES_MAX) return NULL;
    Value key, v;
    for (uint32_t at = 0; dict_next(names, &at, &key, &v);) search_try(&s, key);
    return s.best;
}

static Str *search_locals(Thread *t, const Str *wanted, const BcProto *p) {
    Search s = search_start(wanted);
    for (uint32_t i = 0; i < p->nvar && p->nvar < CANDIDATES_MAX; i++) {
        if (p->vars[i].length == 0) continue;
        Str *name = str_new(t, p->vars[i].text, p->vars[i].length);
        if (name != NULL) search_try(&s, value_from_object(name));
    }
    return s.best;
}

static Str *suggest_name(Thread *t, const Exception *e) {
    Value name = exception_detail(e, DETAIL_NameError_name);
    const Traceback *tb = e->traceback;
    if (!value_is_str(name) || tb == NULL) return NULL;
    while (tb->next != NULL) tb = tb->next;
    Str *found = search_locals(t, value_str(name), tb->proto->bc);
    if (found == NULL) found = search_dict(value_str(name), module_dict(t, tb->proto->module));
    if (found == NULL) found = search_dict(value_str(name), module_dict(t, module_builtins));
    return found;
}

static Str *suggest_attribute(Thread *t, const Exception *e) {
    Value name = exception_detail(e, DETAIL_AttributeError_name), object = exception_detail(e, DETAIL_AttributeError_obj);
    if (!value_is_str(name) || value_is_none(object)) return NULL;
    Value dir = module_get(module_builtins, str_intern_c("dir"));
    if (value_is_unbound(dir)) return NULL;
    Value names = call1(t, dir, object);
    return !value_is_error(names) && value_is_list(names) ? search_list(value_str(name), value_list(names)) : NULL;
}

Str *suggestion_for(Thread *t, const Exception *e) {
    Str *found = NULL;
    Value v = value_from_object(e);
    if (value_is_instance(v, &class_NameError)) found = suggest_name(t, e);
    else if (value_is_instance(v, &class_AttributeError)) found = suggest_attribute(t, e);
    t->pending = VALUE_UNBOUND;
    return found;
}
