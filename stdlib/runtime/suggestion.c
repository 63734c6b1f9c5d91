// "Did you mean": the name nearest to the one that was missed, by CPython's measure: an edit costs 2, a change of case
// only 1, and a third of the characters may differ at most.
#include "call.h"
#include "dict.h"
#include "exception_int.h"
#include "list.h"
#include "module.h"
#include "str.h"

enum { MOVE_COST = 2, CASE_COST = 1, NAME_MAX_BYTES = 40, CANDIDATES_MAX = 750 };

static char lower(char c) { return c >= 'A' && c <= 'Z' ? (char)(c + 32) : c; }

static uint32_t change_cost(char a, char b) {
    if (a == b) return 0;
    return lower(a) == lower(b) ? CASE_COST : MOVE_COST;
}

static uint32_t least(uint32_t a, uint32_t b) { return a < b ? a : b; }

typedef struct {
    const char *text;
    uint32_t length;
} Word;

// Common beginnings and ends cost nothing.
static void words_trim(Word *a, Word *b) {
    while (a->length > 0 && b->length > 0 && a->text[0] == b->text[0]) {
        *a = (Word){a->text + 1, a->length - 1};
        *b = (Word){b->text + 1, b->length - 1};
    }
    while (a->length > 0 && b->length > 0 && a->text[a->length - 1] == b->text[b->length - 1]) a->length--, b->length--;
}

// Levenshtein's distance, one row at a time; any number over `most` means more than that.
static uint32_t distance(Word a, Word b, uint32_t most) {
    words_trim(&a, &b);
    if (a.length == 0 || b.length == 0) return (a.length + b.length) * MOVE_COST;
    if (a.length > NAME_MAX_BYTES || b.length > NAME_MAX_BYTES) return most + 1;
    uint32_t row[NAME_MAX_BYTES + 1];
    for (uint32_t i = 0; i <= a.length; i++) row[i] = i * MOVE_COST;
    for (uint32_t j = 0; j < b.length; j++) {
        uint32_t diagonal = row[0], best = UINT32_MAX;
        row[0] = (j + 1) * MOVE_COST;
        for (uint32_t i = 1; i <= a.length; i++) {
            uint32_t cost = least(diagonal + change_cost(a.text[i - 1], b.text[j]), least(row[i - 1], row[i]) + MOVE_COST);
            diagonal = row[i];
            row[i] = cost;
            best = least(best, cost);
        }
        if (best > most) return most + 1;
    }
    return row[a.length];
}

typedef struct {
    const Str *wanted;
    Str *best;
    uint32_t distance;  // of best
} Search;

static void search_try(Search *s, Value candidate) {
    if (!value_is_str(candidate) || str_equal(value_str(candidate), s->wanted)) return;
    Str *name = value_str(candidate);
    uint32_t most = (s->wanted->nbytes + name->nbytes + 3) * MOVE_COST / 6;
    if (s->best != NULL && most >= s->distance) {
        if (s->distance == 0) return;
        most = s->distance - 1;
    }
    uint32_t d = distance((Word){s->wanted->text, s->wanted->nbytes}, (Word){name->text, name->nbytes}, most);
    if (d > most) return;
    s->best = name;
    s->distance = d;
}

static Str *search_list(const Str *wanted, const List *names) {
    Search s = {wanted, NULL, 0};
    if (names == NULL || names->length >= CANDIDATES_MAX) return NULL;
    for (size_t i = 0; i < names->length; i++) search_try(&s, names->buffer->values[i]);
    return s.best;
}

static Str *search_dict(const Str *wanted, const Dict *names) {
    Search s = {wanted, NULL, 0};
    if (names == NULL || names->live >= CANDIDATES_MAX) return NULL;
    Value key, v;
    for (uint32_t at = 0; dict_next(names, &at, &key, &v);) search_try(&s, key);
    return s.best;
}

static Str *search_locals(Thread *t, const Str *wanted, const BcProto *p) {
    Search s = {wanted, NULL, 0};
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
