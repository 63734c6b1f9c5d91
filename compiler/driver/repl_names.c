// Completion as Python's rlcompleter does it: keywords, globals and builtins for a plain word; behind a dot what dir() tells of the
// object, names with underscores only when asked for; a parenthesis behind what can be called.
#include "repl_names.h"

#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "stdlib/runtime/attr.h"
#include "stdlib/runtime/call.h"
#include "stdlib/runtime/class_int.h"
#include "stdlib/runtime/dict.h"
#include "stdlib/runtime/exception.h"
#include "stdlib/runtime/list.h"
#include "stdlib/runtime/str.h"

static const char *const keywords[] = {
    "False", "None", "True", "and", "as", "assert", "await", "break", "case", "class", "continue", "def", "del", "elif", "else", "enum", "except",
    "extern", "finally", "fn", "for", "from", "global", "if", "import", "in", "is", "lambda", "let", "match", "nonlocal", "not", "or", "parallel",
    "pass", "pub", "raise", "return", "spawn", "struct", "try", "type", "use", "while", "with", "yield",
};

void repl_names_free(NameList *names) {
    for (uint32_t i = 0; i < names->count; i++) free(names->items[i]);
    vec_fini(names);
}

bool repl_names_blank(const char *text, size_t length) {
    for (size_t i = 0; i < length; i++)
        if (text[i] != ' ' && text[i] != '\t') return false;
    return true;
}

// --- collecting

typedef struct {
    Thread *t;
    const char *stem;      // what has been typed of the name
    size_t stem_length;
    NameList *names;
} Search;

static void add(const Search *s, const char *name, bool call) {
    if (strncmp(name, s->stem, s->stem_length) != 0) return;
    for (uint32_t i = 0; i < s->names->count; i++)
        if (strncmp(s->names->items[i], name, strlen(name)) == 0 && strchr("(", s->names->items[i][strlen(name)])) return;
    char *copy = NULL;
    if (asprintf(&copy, "%s%s", name, call ? "(" : "") >= 0) vec_push(s->names, copy);
}

static bool is_called(Value v) {
    return value_is_class(v) || value_is_kind(v, KIND_FUNCTION) || value_is_kind(v, KIND_NATIVE) || value_is_kind(v, KIND_METHOD);
}

static void add_module(const Search *s, Module *m) {
    Dict *names = module_dict(s->t, m);
    Value key, v;
    for (uint32_t at = 0; names && dict_next(names, &at, &key, &v);)
        if (value_is_str(key) && (s->stem_length || value_str(key)->text[0] != '_')) add(s, value_str(key)->text, is_called(v));
}

static void add_attributes(const Search *s, Value object) {
    Value list = module_get(module_builtins, str_intern_c("dir"));
    list = call1(s->t, list, object);
    for (uint64_t i = 0; value_is_list(list) && i < value_list(list)->length; i++) {
        Value name = value_list(list)->buffer->values[i];
        if (!value_is_str(name) || (!s->stem_length && value_str(name)->text[0] == '_')) continue;
        if (strncmp(value_str(name)->text, s->stem, s->stem_length) != 0) continue;
        Value v = attr_get(s->t, object, str_intern_str(value_str(name)));
        if (value_is_error(v)) error_take(s->t);
        add(s, value_str(name)->text, !value_is_error(v) && is_called(v));
    }
    if (error_pending(s->t)) error_take(s->t);
}

// --- the word

static bool is_name_byte(char c) { return isalnum((unsigned char)c) || c == '_' || (c & 0x80); }

static size_t word_start(const char *text, size_t length) {
    size_t at = length;
    while (at > 0 && (is_name_byte(text[at - 1]) || text[at - 1] == '.')) at--;
    return at;
}

// The object that `path`, names with dots between, means; VALUE_UNBOUND: none.
static Value object_at(Thread *t, Module *globals, const char *path, const char *end) {
    Value v = VALUE_UNBOUND;
    for (bool first = true; path <= end; first = false) {
        const char *dot = memchr(path, '.', (size_t)(end - path));
        const char *stop = dot ? dot : end;
        if (stop == path) return VALUE_UNBOUND;
        Str *name = str_intern(path, (size_t)(stop - path));
        if (first) v = module_get(globals, name);
        if (first && value_is_unbound(v)) v = module_get(module_builtins, name);
        if (!first) v = attr_get(t, v, name);
        if (value_is_error(v)) return error_take(t), VALUE_UNBOUND;
        if (value_is_unbound(v)) return v;
        path = stop + 1;
    }
    return v;
}

static int by_name(const void *a, const void *b) { return strcmp(*(char *const *)a, *(char *const *)b); }

static void put_common(const Search *s, StrBuf *more) {
    if (!s->names->count) return;
    const char *first = s->names->items[0];
    size_t common = strlen(first);
    for (uint32_t i = 1; i < s->names->count; i++) {
        size_t n = 0;
        while (n < common && s->names->items[i][n] == first[n]) n++;
        common = n;
    }
    strbuf_put_bytes(more, first + s->stem_length, common - s->stem_length);
}

void repl_names_complete(Thread *t, Module *globals, const char *text, size_t length, NameList *names, StrBuf *more) {
    const char *word = text + word_start(text, length), *end = text + length;
    const char *dot = memrchr(word, '.', (size_t)(end - word)), *stem = dot ? dot + 1 : word;
    char *copy = strndup(stem, (size_t)(end - stem));
    Search s = {t, copy, (size_t)(end - stem), names};
    if (dot) {
        Value object = object_at(t, globals, word, dot);
        if (!value_is_unbound(object)) add_attributes(&s, object);
    } else if (copy) {
        for (size_t i = 0; i < sizeof keywords / sizeof *keywords; i++) add(&s, keywords[i], false);
        add_module(&s, globals);
        add_module(&s, module_builtins);
    }
    if (names->count) qsort(names->items, names->count, sizeof *names->items, by_name);
    put_common(&s, more);
    free(copy);
}
