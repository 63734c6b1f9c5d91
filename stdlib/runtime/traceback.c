// Tracebacks and the text of uncaught exceptions, byte for byte CPython 3.11's: chains of causes and contexts, the source
// line of each entry, and marks under the part of it that failed (traceback_anchor.c).
#include <stdio.h>
#include <unistd.h>

#include "attr.h"
#include "dict.h"
#include "exception_int.h"
#include "file.h"
#include "int.h"
#include "interrupt.h"
#include "list.h"
#include "module.h"
#include "native.h"
#include "ops.h"
#include "simple_namespace.h"
#include "str.h"
#include "tuple.h"

enum { REPEAT_CUTOFF = 3, ENTRIES_MAX = 1000, LEAD_IN_MAX = 100, SOURCE_INDENT = 4 };

static const BcModule *module_of(const Traceback *tb) { return tb->proto->part->bc; }

static uint32_t line_of(const Traceback *tb) {
    const BcLine *line = bc_line_at(tb->proto->bc, tb->pc);
    return line == NULL ? tb->proto->bc->line : line->line;
}

// Line `number` of the source, without its end; false: it has no such line.
static bool source_line(const BcStr *source, uint32_t number, const char **text, size_t *length) {
    const char *at = source->text, *end = source->text + source->length;
    for (; number > 1 && at < end; number--) {
        const char *stop = memchr(at, '\n', (size_t)(end - at));
        if (stop == NULL) return false;
        at = stop + 1;
    }
    if (number != 1 || at >= end) return false;
    const char *stop = memchr(at, '\n', (size_t)(end - at));
    *text = at;
    *length = (size_t)((stop == NULL ? end : stop) - at);
    if (*length > 0 && at[*length - 1] == '\r') --*length;
    return true;
}

static size_t count_characters(const char *text, size_t bytes) {
    size_t n = 0;
    for (size_t i = 0; i < bytes; i++) n += ((uint8_t)text[i] & 0xC0) != 0x80;
    return n;
}

static void put_repeated(StrBuf *to, char c, size_t from, size_t end) {
    for (size_t i = from; i < end; i++) strbuf_put_char(to, c);
}

static bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\f'; }

// The marks under columns start .. end (bytes) of the line, whose first `indent` bytes are not shown.
static void put_marks(StrBuf *to, const char *text, size_t length, size_t indent, const BcLine *where) {
    size_t start = where->col, end = where->end_col, from = 0, stop = 0;
    bool anchored = false;
    if (where->line != where->end_line) {
        for (end = length; end > 0 && is_blank(text[end - 1]);) end--;
    } else {
        if (end > length || start > end) return;
        anchored = traceback_anchor(text + start, end - start, &from, &stop);
    }
    if (start > length) return;
    size_t chars = count_characters(text + start, end > start ? end - start : 0);
    if (!anchored && chars == count_characters(text + indent, length - indent)) return;
    put_repeated(to, ' ', 0, SOURCE_INDENT);
    put_repeated(to, ' ', indent, count_characters(text, start));
    if (anchored) {
        size_t left = count_characters(text + start, from), right = count_characters(text + start, stop);
        put_repeated(to, '~', 0, left);
        put_repeated(to, '^', left, right < chars ? right : chars);
        put_repeated(to, '~', right, chars);
    } else {
        put_repeated(to, '^', 0, chars);
    }
    strbuf_put_char(to, '\n');
}

static void put_entry(StrBuf *to, const Traceback *tb) {
    const BcModule *m = module_of(tb);
    strbuf_put_format(to, "  File \"%s\", line %u, in %s\n", m->path.text, line_of(tb), tb->proto->bc->name.text);
    const char *text;
    size_t length, indent = 0;
    if (!source_line(&m->source, line_of(tb), &text, &length)) return;
    while (indent < length && is_blank(text[indent])) indent++;
    put_repeated(to, ' ', 0, SOURCE_INDENT);
    strbuf_put_bytes(to, text + indent, length - indent);
    strbuf_put_char(to, '\n');
    const BcLine *where = bc_line_at(tb->proto->bc, tb->pc);
    if (where != NULL && where->col != 0xFFFF && where->end_col != 0xFFFF) put_marks(to, text, length, indent, where);
}

static bool same_place(const Traceback *a, const Traceback *b) { return a->proto == b->proto && line_of(a) == line_of(b); }

static void put_repetition(StrBuf *to, uint32_t count) {
    if (count <= REPEAT_CUTOFF) return;
    uint32_t more = count - REPEAT_CUTOFF;
    strbuf_put_format(to, "  [Previous line repeated %u more time%s]\n", more, more > 1 ? "s" : "");
}

// How many entries come before the first that its next repeats. 0: none repeats soon.
static size_t lead_in(const Traceback *tb) {
    size_t n = 0;
    for (; n < LEAD_IN_MAX && tb->next != NULL; n++, tb = tb->next)
        if (same_place(tb, tb->next)) return n;
    return 0;
}

// Of more entries than are shown, those that led into the recursion and the last ones: CPython, whose recursion ends at that number,
// shows them all.
void traceback_write(Thread *t, StrBuf *to, const Traceback *tb) {
    size_t depth = 0, skipped = 0;
    for (const Traceback *e = tb; e != NULL; e = e->next) depth++;
    if (depth > ENTRIES_MAX) skipped = depth - ENTRIES_MAX;
    size_t lead = skipped ? lead_in(tb) : 0;
    uint32_t count = 0;
    for (const Traceback *last = NULL; tb != NULL; last = tb, tb = tb->next) {
        if (lead-- == 0)
            for (; skipped; skipped--) tb = tb->next;
        if (last == NULL || !same_place(last, tb)) {
            put_repetition(to, count);
            count = 0;
        }
        if (++count <= REPEAT_CUTOFF) put_entry(to, tb);
    }
    put_repetition(to, count);
}

static void put_str(StrBuf *to, const Str *s) { strbuf_put_bytes(to, s->text, s->nbytes); }

static void put_type(StrBuf *to, const Class *cls) {
    if (value_is_str(cls->module) && !str_equal_c(value_str(cls->module), "builtins") && !str_equal_c(value_str(cls->module), "__main__")) {
        put_str(to, value_str(cls->module));
        strbuf_put_char(to, '.');
    }
    put_str(to, cls->qualname != NULL ? cls->qualname : cls->name);
}

// The file and text a SyntaxError is about, as far as it knows them.
static void put_syntax_place(StrBuf *to, const Exception *e) {
    Value file = exception_detail(e, DETAIL_SyntaxError_filename), line = exception_detail(e, DETAIL_SyntaxError_lineno);
    Value text = exception_detail(e, DETAIL_SyntaxError_text), offset = exception_detail(e, DETAIL_SyntaxError_offset);
    if (!value_is_int(line)) return;
    strbuf_put_format(to, "  File \"%s\", line %lld\n", value_is_str(file) ? value_str(file)->text : "<string>", (long long)value_int(line));
    if (!value_is_str(text)) return;
    const char *shown = value_str(text)->text;
    size_t indent = strspn(shown, " \t\f"), length = strcspn(shown + indent, "\r\n");
    strbuf_put_format(to, "    %.*s\n", (int)length, shown + indent);
    if (!value_is_int(offset) || value_int(offset) < 1) return;
    Value stop = exception_detail(e, DETAIL_SyntaxError_end_offset);
    size_t from = (size_t)value_int(offset) - 1, to_col = value_is_int(stop) && value_int(stop) > value_int(offset) ? (size_t)value_int(stop) - 1 : from + 1;
    put_repeated(to, ' ', 0, SOURCE_INDENT);
    put_repeated(to, ' ', indent, from);
    put_repeated(to, '^', from, to_col);
    strbuf_put_char(to, '\n');
}

static void put_notes(Thread *t, StrBuf *to, Value exception) {
    Value notes = attr_find(t, exception, str_intern_c("__notes__"));
    if (value_is_list(notes)) {
        List *list = value_list(notes);
        for (size_t i = 0; i < list->length; i++) {
            Str *note = op_str(t, list->buffer->values[i]);
            if (note == NULL) strbuf_put_text(to, "<note str() failed>");
            else put_str(to, note);
            strbuf_put_char(to, '\n');
        }
    }
    t->pending = VALUE_UNBOUND;
}

static Str *message_of(Thread *t, Value exception) {
    if (!value_is_instance(exception, &class_SyntaxError)) return op_str(t, exception);
    Value msg = exception_detail(value_exception(exception), DETAIL_SyntaxError_msg);
    return op_str(t, msg);
}

static void put_message(Thread *t, StrBuf *to, Value exception) {
    put_type(to, value_class(exception));
    Str *message = message_of(t, exception);
    t->pending = VALUE_UNBOUND;
    if (message == NULL) {
        strbuf_put_text(to, ": <exception str() failed>");
    } else if (message->nbytes > 0) {
        strbuf_put_text(to, ": ");
        put_str(to, message);
    }
    Str *suggestion = suggestion_for(t, value_exception(exception));
    if (suggestion != NULL) strbuf_put_format(to, ". Did you mean: '%s'?", suggestion->text);
    strbuf_put_char(to, '\n');
}

static void put_one(Thread *t, StrBuf *to, Value exception) {
    const Exception *e = value_exception(exception);
    if (e->traceback != NULL) {
        strbuf_put_text(to, "Traceback (most recent call last):\n");
        traceback_write(t, to, e->traceback);
    }
    if (value_is_instance(exception, &class_SyntaxError)) put_syntax_place(to, e);
    put_message(t, to, exception);
    put_notes(t, to, exception);
}

// What led to e and is shown before it; None: nothing.
static Value predecessor(const Exception *e) {
    if (value_is_exception(e->cause)) return e->cause;
    return e->suppress_context || !value_is_exception(e->context) ? VALUE_NONE : e->context;
}

static Value predecessor_of(Value e) { return value_is_none(e) ? VALUE_NONE : predecessor(value_exception(e)); }

// How many exceptions the chain from `e` has before it ends or comes back to one of them (Brent's way of finding a cycle).
static size_t chain_length(Value e) {
    Value slow = e, fast = predecessor_of(e);
    size_t turn = 1, cycle = 1, length = 0;
    for (; !value_is_none(fast) && !value_same(slow, fast); fast = predecessor_of(fast), cycle++) {
        if (cycle != turn) continue;
        slow = fast;
        turn *= 2;
        cycle = 0;
    }
    if (value_is_none(fast)) cycle = 0;
    Value ahead = e;
    for (size_t i = 0; i < cycle; i++) ahead = predecessor_of(ahead);
    for (Value at = e; cycle == 0 ? !value_is_none(at) : !value_same(at, ahead); at = predecessor_of(at)) {
        if (cycle != 0) ahead = predecessor_of(ahead);
        length++;
    }
    return length + cycle;
}

static List *chain_of(Thread *t, Value exception) {
    size_t length = chain_length(exception);
    List *chain = list_new(t, length);
    for (size_t i = 0; chain != NULL && i < length; i++, exception = predecessor_of(exception)) {
        if (!list_append(t, chain, exception)) return NULL;
    }
    return chain;
}

static void put_chain(Thread *t, StrBuf *to, const List *chain) {
    for (size_t i = chain->length; i-- > 0;) {
        Value e = chain->buffer->values[i];
        put_one(t, to, e);
        if (i == 0) return;
        const Exception *next = value_exception(chain->buffer->values[i - 1]);
        strbuf_put_text(to, value_same(next->cause, e) ? "\nThe above exception was the direct cause of the following exception:\n\n"
                                                       : "\nDuring handling of the above exception, another exception occurred:\n\n");
    }
}

Str *exception_format(Thread *t, Value exception) {
    List *chain = chain_of(t, exception);
    if (chain == NULL) return NULL;
    StrBuf buf = {0};
    put_chain(t, &buf, chain);
    Str *text = str_new(t, strbuf_text(&buf), buf.length);
    strbuf_fini(&buf);
    return text;
}

static void write_all(const char *text, size_t length) {
    while (length > 0) {
        ssize_t n = write(STDERR_FILENO, text, length);
        if (n <= 0) return;
        text += n;
        length -= (size_t)n;
    }
}

// To sys.stderr, whatever the program made of it; to the process's own when that fails.
static void write_error(Thread *t, const char *text, size_t length) {
    Value sys = dict_get_str(module_table(), str_intern_c("sys"));
    Value file = value_is_kind(sys, KIND_MODULE) ? module_get((Module *)value_object(sys), str_intern_c("stderr")) : VALUE_UNBOUND;
    if (value_is_none(file)) return;
    bool written = !value_is_unbound(file) && file_write_text(t, file, text, length) && file_flush(t, file);
    t->pending = VALUE_UNBOUND;
    if (!written) write_all(text, length);
}

void exception_print(Thread *t, Value exception) {
    file_flush_standard(t);
    t->pending = VALUE_UNBOUND;
    Str *text = exception_format(t, exception);
    t->pending = VALUE_UNBOUND;
    if (text != NULL) write_error(t, text->text, text->nbytes);
}

static int exit_code(Thread *t, Value code) {
    if (value_is_none(code)) return 0;
    if (value_is_integer(code)) {
        int64_t number;
        return int_to_i64(code, &number) ? (int)(number & 0xFF) : 0xFF;
    }
    Str *text = op_str(t, code);
    t->pending = VALUE_UNBOUND;
    if (text != NULL) write_error(t, text->text, text->nbytes);
    write_error(t, "\n", 1);
    return 1;
}

int exception_exit_status(Thread *t) {
    Value exception = error_take(t);
    if (value_is_instance(exception, &class_SystemExit)) return exit_code(t, value_exception(exception)->value);
    exception_print(t, exception);
    if (value_class(exception) != &class_KeyboardInterrupt) return 1;
    interrupt_is_uncaught();
    return 130;
}

Value traceback_check(Thread *t, Value v) {
    if (value_is_none(v) || value_is_instance(v, &class_traceback)) return v;
    return error_type(t, "__traceback__ must be a traceback or None");
}

static Value get_line(Thread *t, Value *args, uint32_t nargs) { return value_from_small(line_of((Traceback *)value_object(args[0]))); }

static Value get_next(Thread *t, Value *args, uint32_t nargs) {
    const Traceback *next = ((Traceback *)value_object(args[0]))->next;
    return next == NULL ? VALUE_NONE : value_from_object(next);
}

// The frame, as far as tools that print tracebacks look at it: a namespace made when asked for.
static Value get_frame(Thread *t, Value *args, uint32_t nargs) {
    static const char *const code_keys[] = {"co_name", "co_filename", "co_firstlineno", NULL};
    static const char *const frame_keys[] = {"f_code", "f_lineno", "f_globals", "f_back", NULL};
    Traceback *tb = (Traceback *)value_object(args[0]);
    Module *m = tb->proto->module;
    const BcProto *bc = tb->proto->bc;
    const BcStr *path = &module_of(tb)->path;
    Dict *globals = module_namespace(t, m);
    Value names[] = {value_from_object(str_intern(bc->name.text, bc->name.length)), value_from_object(str_intern(path->text, path->length)),
                     value_from_small(bc->line)};
    Value code = globals ? simple_namespace_new(t, code_keys, names) : VALUE_ERROR;
    if (value_is_error(code)) return code;
    return simple_namespace_new(t, frame_keys, (Value[]){code, value_from_small(line_of(tb)), value_from_object(globals), VALUE_NONE});
}

static const NativeDef traceback_natives[] = {
    {"tb_frame", get_frame, "self, /", NATIVE_GETTER},
    {"tb_lineno", get_line, "self, /", NATIVE_GETTER},
    {"tb_next", get_next, "self, /", NATIVE_GETTER},
    {},
};

void traceback_init(void) { class_add_natives(&class_traceback, traceback_natives); }

static void traceback_trace(Object *o, Tracer *tracer) {
    const Traceback *tb = (Traceback *)o;
    tracer_object(tracer, tb->next);
    if (tb->proto) tracer_value(tracer, tb->proto->part->anchor);
}

const Layout layout_traceback = {.name = "traceback", .kind = KIND_OTHER, .size = sizeof(Traceback), .trace = traceback_trace};
