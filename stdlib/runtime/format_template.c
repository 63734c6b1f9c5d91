// str.format and str.format_map: replacement fields with names, indices, attributes, conversions and nested specs.
#include "attr.h"
#include "dict.h"
#include "exception.h"
#include "format.h"
#include "int.h"
#include "ops.h"
#include "tuple.h"
#include "utf8.h"

typedef enum { NUMBERING_NONE, NUMBERING_AUTOMATIC, NUMBERING_MANUAL } Numbering;

typedef struct {
    Thread *t;
    const Tuple *args;   // NULL: format_map
    Value mapping;       // names
    Numbering numbering;
    size_t next;         // automatic index
} Template;

typedef struct {
    const char *p, *end;
} Text;

typedef struct {
    Text name, spec;
    uint32_t conversion;   // 0: none
    bool nested;           // the spec holds fields itself
} Field;

enum { TEMPLATE_DEPTH = 2 };

static bool template_fail(Thread *t, const char *message) {
    error_value(t, "%s", message);
    return false;
}

// ---- parsing ----

// The field name: up to '}', ':' or '!' outside brackets, which is given back; 0: the end.
static char template_take_name(Thread *t, Text *in, Field *field, bool *ok) {
    field->name.p = in->p;
    *ok = true;
    while (in->p < in->end) {
        char c = *in->p++;
        field->name.end = in->p - 1;
        if (c == '{') *ok = template_fail(t, "unexpected '{' in field name");
        if (c == '{' || c == '}' || c == ':' || c == '!') return c;
        if (c == '[')
            while (in->p < in->end && *in->p != ']') in->p++;
    }
    return 0;
}

static bool template_take_spec(Thread *t, Text *in, Field *field) {
    field->spec.p = in->p;
    for (int depth = 1; in->p < in->end;) {
        char c = *in->p++;
        if (c == '{') {
            field->nested = true;
            depth++;
        } else if (c == '}' && --depth == 0) {
            field->spec.end = in->p - 1;
            return true;
        }
    }
    return template_fail(t, "unmatched '{' in format spec");
}

// in stands behind the '{'.
static bool template_take_field(Thread *t, Text *in, Field *field) {
    bool ok;
    *field = (Field){0};
    char c = template_take_name(t, in, field, &ok);
    if (!ok) return false;
    if (c == '!') {
        if (in->p == in->end) return template_fail(t, "end of string while looking for conversion specifier");
        field->conversion = utf8_next(&in->p);
        if (in->p < in->end) {
            c = *in->p++;
            if (c == '}') return true;
            if (c != ':') return template_fail(t, "expected ':' after conversion specifier");
        }
        return template_take_spec(t, in, field);
    }
    if (c == ':') return template_take_spec(t, in, field);
    return c == '}' || template_fail(t, "expected '}' before end of string");
}

// ---- looking fields up ----

// The number that text is, -1: it is none, -2: ValueError pending.
static int64_t template_number(Thread *t, Text text) {
    if (text.p == text.end) return -1;
    int64_t n = 0;
    for (const char *p = text.p; p < text.end; p++) {
        if (*p < '0' || *p > '9') return -1;
        if (__builtin_mul_overflow(n, 10, &n) || __builtin_add_overflow(n, *p - '0', &n)) {
            template_fail(t, "Too many decimal digits in format string");
            return -2;
        }
    }
    return n;
}

static Str *template_str(Thread *t, Text text) {
    return str_new(t, text.p, (size_t)(text.end - text.p));
}

static bool template_set_numbering(Template *f, Numbering wanted) {
    if (f->numbering == NUMBERING_NONE) f->numbering = wanted;
    if (f->numbering == wanted) return true;
    if (wanted == NUMBERING_AUTOMATIC)
        return template_fail(f->t, "cannot switch from manual field specification to automatic field numbering");
    return template_fail(f->t, "cannot switch from automatic field numbering to manual field specification");
}

static Value template_get_named(Template *f, Text name) {
    Str *key = template_str(f->t, name);
    if (!key) return VALUE_ERROR;
    if (!f->args) return op_getitem(f->t, f->mapping, value_from_object(key));
    Value v = dict_get(f->t, value_dict(f->mapping), value_from_object(key));
    return value_is_unbound(v) ? error_key(f->t, value_from_object(key)) : v;
}

static Value template_get_first(Template *f, Text name) {
    int64_t index = template_number(f->t, name);
    bool automatic = name.p == name.end;
    if (index == -2) return VALUE_ERROR;
    if (!automatic && index < 0) return template_get_named(f, name);
    if (!template_set_numbering(f, automatic ? NUMBERING_AUTOMATIC : NUMBERING_MANUAL)) return VALUE_ERROR;
    if (automatic) index = (int64_t)f->next++;
    if (!f->args) return error_value(f->t, "Format string contains positional fields");
    if ((uint64_t)index < f->args->length) return f->args->items[index];
    return error_raise(f->t, &class_IndexError, "Replacement index %lld out of range for positional args tuple", (long long)index);
}

// One .name or [item] at *p.
static Value template_get_part(Template *f, Value v, Text *in) {
    char kind = *in->p++;
    Text part = {in->p, in->end};
    if (kind == '.') {
        while (in->p < in->end && *in->p != '.' && *in->p != '[') in->p++;
        part.end = in->p;
    } else if (kind == '[') {
        part.end = memchr(in->p, ']', (size_t)(in->end - in->p));
        if (!part.end) return error_value(f->t, "Missing ']' in format string");
        in->p = part.end + 1;
    } else {
        return error_value(f->t, "Only '.' or '[' may follow ']' in format field specifier");
    }
    if (part.p == part.end) return error_value(f->t, "Empty attribute in format string");
    if (kind == '.') return attr_get(f->t, v, str_intern(part.p, (size_t)(part.end - part.p)));
    int64_t index = template_number(f->t, part);
    if (index == -2) return VALUE_ERROR;
    if (index >= 0) return op_getitem(f->t, v, int_from_i64(f->t, index));
    Str *key = template_str(f->t, part);
    return key ? op_getitem(f->t, v, value_from_object(key)) : VALUE_ERROR;
}

static Value template_get(Template *f, Text name) {
    Text first = {name.p, name.p};
    while (first.end < name.end && *first.end != '.' && *first.end != '[') first.end++;
    Value v = template_get_first(f, first);
    for (Text rest = {first.end, name.end}; rest.p < rest.end && !value_is_error(v);) v = template_get_part(f, v, &rest);
    return v;
}

// ---- rendering ----

static bool template_render(Template *f, StrBuilder *b, Text in, int depth);

static Str *template_expand(Template *f, const Field *field, int depth) {
    if (!field->nested) return template_str(f->t, field->spec);
    StrBuilder b;
    str_builder_init(&b, f->t);
    return template_render(f, &b, field->spec, depth - 1) ? str_builder_take(&b) : NULL;
}

static bool template_render_field(Template *f, StrBuilder *b, const Field *field, int depth) {
    Value v = template_get(f, field->name);
    uint32_t c = field->conversion;
    if (value_is_error(v)) return false;
    if (c && c != 'r' && c != 's' && c != 'a') {
        if (c > 32 && c < 127) error_value(f->t, "Unknown conversion specifier %c", (int)c);
        else error_value(f->t, "Unknown conversion specifier \\x%x", c);
        return false;
    }
    bool plain = c == 0 && field->spec.p == field->spec.end;
    if (plain && value_is_int(v)) {
        str_builder_add_int(b, value_int(v));
        return !b->failed;
    }
    if (plain && value_is_plain_str(v)) {
        str_builder_add_str(b, value_str(v));
        return !b->failed;
    }
    Str *spec = template_expand(f, field, depth);
    Str *text = spec ? op_format_conv(f->t, v, c, spec) : NULL;
    if (text) str_builder_add_str(b, text);
    return text != NULL && !b->failed;
}

// Adds literal text up to the next field; *found: there is one, and in->p stands behind its '{'.
static bool template_take_literal(Template *f, StrBuilder *b, Text *in, bool *found) {
    const char *from = in->p;
    char c = 0;
    *found = false;
    while (in->p < in->end && c != '{' && c != '}') c = *in->p++;
    if (c != '{' && c != '}') {
        str_builder_add(b, from, (size_t)(in->p - from));
        return true;
    }
    bool doubled = in->p < in->end && *in->p == c;
    if (c == '}' && !doubled) return template_fail(f->t, "Single '}' encountered in format string");
    if (in->p == in->end) return template_fail(f->t, "Single '{' encountered in format string");
    str_builder_add(b, from, (size_t)(in->p - from) - !doubled);
    in->p += doubled;
    *found = !doubled;
    return true;
}

static bool template_render(Template *f, StrBuilder *b, Text in, int depth) {
    if (depth <= 0) return template_fail(f->t, "Max string recursion exceeded");
    while (in.p < in.end) {
        bool found;
        Field field;
        if (!template_take_literal(f, b, &in, &found)) return false;
        if (!found) continue;
        if (!template_take_field(f->t, &in, &field) || !template_render_field(f, b, &field, depth)) return false;
    }
    return !b->failed;
}

Value format_template(Thread *t, const Str *template, const Tuple *args, Value kwargs) {
    Template f = {.t = t, .args = args, .mapping = kwargs};
    StrBuilder b;
    str_builder_init(&b, t);
    Text in = {template->text, template->text + template->nbytes};
    if (!template_render(&f, &b, in, TEMPLATE_DEPTH)) return VALUE_ERROR;
    Str *s = str_builder_take(&b);
    return s ? value_from_object(s) : VALUE_ERROR;
}
