// Writing JSON for the module json: any value as text, with the encoder's options.
//
// Containers being written are a chain on the native stack, which is how a circle is found. `default` may run the program, and that
// may change containers being written: every step looks at them anew.
#include "native_json.h"

#include "stdlib/runtime/call.h"
#include "stdlib/runtime/dict.h"
#include "stdlib/runtime/float.h"
#include "stdlib/runtime/float_text.h"
#include "stdlib/runtime/int.h"
#include "stdlib/runtime/list.h"
#include "stdlib/runtime/seq.h"
#include "stdlib/runtime/tuple.h"
#include "stdlib/runtime/utf8.h"

enum { CIRCLE_MAX = 1000 };   // containers

typedef struct Open {
    Value container;
    const struct Open *outer;
} Open;

typedef struct {
    Thread *t;
    StrBuilder out;
    Value otherwise;          // the encoder's `default`
    bool skip_keys, ascii, circles, nan, sorted;
    const Str *indent;        // NULL: all on one line
    const Str *item, *key;    // separators
    size_t depth;
} Writer;

static bool write_value(Writer *w, Value v, const Open *open);

// ---- strings

static bool is_plain(const Writer *w, unsigned char c) {
    if (c >= 0x7F) return !w->ascii;
    return c >= ' ' && c != '"' && c != '\\';
}

static char short_escape(uint32_t c) {
    switch (c) {
    case '"': return '"';
    case '\\': return '\\';
    case '\n': return 'n';
    case '\r': return 'r';
    case '\t': return 't';
    case '\f': return 'f';
    case '\b': return 'b';
    default: return 0;
    }
}

static void add_unit(StrBuilder *b, uint32_t unit) {
    static const char digits[] = "0123456789abcdef";
    char text[6] = {'\\', 'u', digits[unit >> 12 & 15], digits[unit >> 8 & 15], digits[unit >> 4 & 15], digits[unit & 15]};
    str_builder_add(b, text, sizeof text);
}

static void add_escape(StrBuilder *b, uint32_t c) {
    char short_form[2] = {'\\', short_escape(c)};
    if (short_form[1] != 0) str_builder_add(b, short_form, 2);
    else if (c < 0x10000) add_unit(b, c);
    else {
        add_unit(b, 0xD800 | (c - 0x10000) >> 10);
        add_unit(b, 0xDC00 | ((c - 0x10000) & 0x3FF));
    }
}

static void write_string(Writer *w, const Str *s) {
    str_builder_add(&w->out, "\"", 1);
    for (const char *p = s->text, *end = p + s->nbytes; p < end;) {
        const char *from = p;
        while (p < end && is_plain(w, (unsigned char)*p)) p++;
        str_builder_add(&w->out, from, (size_t)(p - from));
        if (p < end) add_escape(&w->out, utf8_next(&p));
    }
    str_builder_add(&w->out, "\"", 1);
}

// ---- numbers and names

static bool write_int(Writer *w, Value v) {
    v = int_plain(v);
    if (value_is_int(v)) return str_builder_add_int(&w->out, value_int(v)), true;
    Str *text = int_to_str(w->t, v, 10);
    if (text != NULL) str_builder_add_str(&w->out, text);
    return text != NULL;
}

static bool write_float(Writer *w, Value v) {
    double d = value_float(v);
    if (__builtin_isfinite(d)) return float_add_text(&w->out, d, 'r', 0, false), true;
    if (!w->nan && w->indent == NULL) return error_value(w->t, "Out of range float values are not JSON compliant"), false;
    if (!w->nan) return error_value(w->t, "Out of range float values are not JSON compliant: %R", v), false;
    str_builder_add_c(&w->out, d != d ? "NaN" : d > 0 ? "Infinity" : "-Infinity");
    return true;
}

// None, truths and numbers. 0: v is none of them, -1: exception pending.
static int write_plain(Writer *w, Value v) {
    if (value_is_none(v) || value_is_bool(v)) {
        str_builder_add_c(&w->out, value_is_none(v) ? "null" : value_same(v, VALUE_TRUE) ? "true" : "false");
        return 1;
    }
    if (value_is_integer(v)) return write_int(w, v) ? 1 : -1;
    if (value_is_float(v)) return write_float(w, v) ? 1 : -1;
    return 0;
}

// ---- containers

static void new_line(Writer *w) {
    if (w->indent == NULL) return;
    str_builder_add(&w->out, "\n", 1);
    for (size_t i = 0; i < w->depth; i++) str_builder_add_str(&w->out, w->indent);
}

static void before_item(Writer *w, bool first, const char *bracket) {
    if (first) {
        str_builder_add(&w->out, bracket, 1);
        w->depth++;
    } else {
        str_builder_add_str(&w->out, w->item);
    }
    new_line(w);
}

static void after_items(Writer *w, const char *bracket) {
    w->depth--;
    new_line(w);
    str_builder_add(&w->out, bracket, 1);
}

static Value item_at(Value sequence, uint64_t i) {
    if (value_is_list(sequence)) return list_item_at(value_list(sequence), i);
    return i < value_tuple(sequence)->length ? value_tuple(sequence)->items[i] : VALUE_UNBOUND;
}

static bool write_items(Writer *w, Value sequence, const Open *open) {
    Value v = item_at(sequence, 0);
    if (value_is_unbound(v)) return str_builder_add_c(&w->out, "[]"), true;
    for (uint64_t i = 0; !value_is_unbound(v); v = item_at(sequence, ++i)) {
        before_item(w, i == 0, "[");
        if (!write_value(w, v, open)) return false;
    }
    after_items(w, "]");
    return true;
}

// Keys are strings in JSON, whatever they are here. 0: left out, -1: exception pending.
static int write_key(Writer *w, Value key, bool *first) {
    bool is_str = value_is_str(key), known = is_str || value_is_none(key) || value_is_bool(key) || value_is_integer(key) || value_is_float(key);
    if (!known && w->skip_keys) return 0;
    if (!known) return error_type(w->t, "keys must be str, int, float, bool or None, not %T", key), -1;
    before_item(w, *first, "{");
    *first = false;
    if (is_str) {
        write_string(w, value_str(key));
    } else {
        str_builder_add(&w->out, "\"", 1);
        if (write_plain(w, key) < 0) return -1;
        str_builder_add(&w->out, "\"", 1);
    }
    str_builder_add_str(&w->out, w->key);
    return 1;
}

static bool write_pair(Writer *w, Value key, Value v, bool *first, const Open *open) {
    int wanted = write_key(w, key, first);
    return wanted == 0 || (wanted > 0 && write_value(w, v, open));
}

// A dict of its own kind, or to be sorted, says itself what its items are.
static List *items_of(Writer *w, Value dict) {
    Value view = call_method(w->t, dict, str_intern_c("items"), NULL, 0);
    List *items = value_is_error(view) ? NULL : list_from_iterable(w->t, view);
    return items != NULL && (!w->sorted || list_sort(w->t, items, VALUE_NONE, false)) ? items : NULL;
}

static bool write_listed_pairs(Writer *w, Value dict, bool *first, const Open *open) {
    List *items = items_of(w, dict);
    if (items == NULL) return false;
    for (uint64_t i = 0; i < items->length; i++) {
        Value pair[2];
        if (!op_unpack(w->t, items->buffer->values[i], pair, 2) || !write_pair(w, pair[0], pair[1], first, open)) return false;
    }
    return true;
}

static bool write_pairs(Writer *w, Value dict, const Open *open) {
    bool first = true;
    if (w->sorted || !value_has_shape(dict, &shape_dict)) {
        if (!write_listed_pairs(w, dict, &first, open)) return false;
    } else {
        uint32_t position = 0;
        Value key, v;
        while (dict_next(value_dict(dict), &position, &key, &v)) {
            if (!write_pair(w, key, v, &first, open)) return false;
        }
    }
    if (!first) return after_items(w, "}"), true;
    str_builder_add_c(&w->out, "{}");
    return true;
}

// A longer circle ends when the native stack does, so that deep nesting costs no more than it must.
static bool is_open(const Open *open, Value v) {
    for (uint32_t i = 0; open != NULL && i < CIRCLE_MAX; i++, open = open->outer) {
        if (value_same(open->container, v)) return true;
    }
    return false;
}

static bool write_container(Writer *w, Value v, const Open *outer) {
    if (w->circles && is_open(outer, v)) return error_value(w->t, "Circular reference detected"), false;
    if (!seq_may_recurse(w->t, " while encoding a JSON object")) return false;
    Open open = {v, outer};
    if (value_is_list(v) || value_is_tuple(v)) return write_items(w, v, &open);
    if (value_is_dict(v)) return write_pairs(w, v, &open);
    Value other = call1(w->t, w->otherwise, v);
    return !value_is_error(other) && write_value(w, other, &open);
}

static bool write_value(Writer *w, Value v, const Open *open) {
    if (value_is_str(v)) return write_string(w, value_str(v)), true;
    int written = write_plain(w, v);
    return written != 0 ? written > 0 : write_container(w, v, open);
}

// ---- the function

static bool read_flag(Thread *t, Value v, bool *flag) {
    int truth = value_truth(t, v);
    *flag = truth == 1;
    return truth >= 0;
}

static const Str *read_text(Thread *t, Value v, const char *name) {
    if (value_is_str(v)) return value_str(v);
    error_type(t, "%s must be str, not %A", name, v);
    return NULL;
}

static bool read_options(Writer *w, const Value *args) {
    Thread *t = w->t;
    if (!read_flag(t, args[2], &w->skip_keys) || !read_flag(t, args[3], &w->ascii) || !read_flag(t, args[4], &w->circles) ||
        !read_flag(t, args[5], &w->nan) || !read_flag(t, args[6], &w->sorted))
        return false;
    w->indent = value_is_none(args[7]) ? NULL : read_text(t, args[7], "indent");
    w->item = read_text(t, args[8], "item separator");
    w->key = read_text(t, args[9], "key separator");
    return !error_pending(t);
}

Value json_write(Thread *t, Value *args, uint32_t nargs) {
    Writer w = {.t = t, .otherwise = args[1]};
    str_builder_init(&w.out, t);
    if (!read_options(&w, args) || !write_value(&w, args[0], NULL)) return VALUE_ERROR;
    Str *text = str_builder_take(&w.out);
    return text != NULL ? value_from_object(text) : VALUE_ERROR;
}
