// Lists: storage. Growth is by half, so appending costs amortised constant time; slots beyond the length hold 0, so that
// the collector never sees items that were removed; while several threads run they keep what they held, since a reader may
// just have found its index in range.
#include "list_int.h"

#include "class.h"
#include "exception.h"
#include "heap_inline.h"
#include "iter.h"
#include "seq.h"
#include "threads.h"
#include "str.h"
#include "tuple.h"
#include "utf8.h"

enum { TRIM_MIN = 1024 };  // items

static void list_trace(Object *o, Tracer *tracer) { tracer_object(tracer, ((List *)o)->buffer); }

const Layout layout_list = {.name = "list", .kind = KIND_LIST, .size = sizeof(List), .trace = list_trace};

static _Alignas(HEAP_GRANULE) Buffer no_items = {.header = {&shape_buffer}};

Buffer *list_no_items(void) { return &no_items; }

Buffer *list_buffer_new(Thread *t, size_t capacity) {
    if (capacity == 0) return &no_items;
    if (capacity <= SEQ_LENGTH_MAX) return heap_new_values(t, capacity);
    error_out_of_memory(t);
    return NULL;
}

List *list_new(Thread *t, size_t capacity) {
    Buffer *buffer = list_buffer_new(t, capacity);
    if (buffer == NULL) return NULL;
    List *l = heap_new_plain(t, &shape_list, sizeof(List));
    if (l != NULL) l->buffer = buffer;
    return l;
}

List *list_from(Thread *t, const Value *items, size_t n) {
    List *l = list_new(t, n);
    if (l == NULL) return NULL;
    if (n > 0) memcpy(l->buffer->values, items, n * sizeof(Value));
    l->length = n;
    return l;
}

bool list_reserve(Thread *t, List *l, size_t capacity) {
    Buffer *old = l->buffer;
    if (capacity <= old->capacity) return true;
    size_t grown = l->length + l->length / 2 + 4;
    if (capacity < grown) capacity = grown;
    if (capacity <= SEQ_LENGTH_MAX && buffer_extend(old, capacity)) return true;
    Buffer *buffer = list_buffer_new(t, capacity);
    if (buffer == NULL) return false;
    memcpy(buffer->values, old->values, l->length * sizeof(Value));
    __atomic_store_n(&l->buffer, buffer, __ATOMIC_RELEASE);
    return true;
}

[[gnu::noinline]] bool list_append_slow(Thread *t, List *l, Value v) {
    if (!list_reserve(t, l, l->length + 1)) return false;
    l->buffer->values[l->length] = v;
    __atomic_store_n(&l->length, l->length + 1, __ATOMIC_RELEASE);
    return true;
}

void list_shorten(List *l, size_t length) {
    if (!threads_parallel) memset(l->buffer->values + length, 0, (l->length - length) * sizeof(Value));
    l->length = length;
}

// Appends n items that may lie in the list's own buffer.
static bool list_append_items(Thread *t, List *l, const Value *items, size_t n) {
    if (n == 0) return true;
    size_t at = l->length;
    if (!list_reserve(t, l, at + n)) return false;
    memcpy(l->buffer->values + at, items, n * sizeof(Value));
    l->length = at + n;
    return true;
}

static bool list_append_chars(Thread *t, List *l, const Str *s) {
    if (!list_reserve(t, l, l->length + s->nchars)) return false;
    for (const char *p = s->text, *end = p + s->nbytes; p < end;) {
        Str *c = str_from_char(t, utf8_next(&p));
        if (c == NULL || !list_append(t, l, value_from_object(c))) return false;
    }
    return true;
}

static bool list_extend_cursor(Thread *t, List *l, IterCursor *c) {
    for (;;) {
        Value v = iter_step(t, c);
        if (value_is_unbound(v)) return true;
        if (value_is_error(v) || !list_append(t, l, v)) return false;
    }
}

// Gives back what a length hint promised too much.
static bool list_trim(Thread *t, List *l) {
    if (threads_parallel || l->buffer->capacity / 2 <= l->length || l->buffer->capacity <= TRIM_MIN) return true;
    Buffer *buffer = list_buffer_new(t, l->length);
    if (buffer == NULL) return false;
    memcpy(buffer->values, l->buffer->values, l->length * sizeof(Value));
    l->buffer = buffer;
    return true;
}

bool list_extend(Thread *t, List *l, Value iterable) {
    if (value_has_shape(iterable, &shape_list)) {
        size_t n;
        const Value *items = list_items(value_list(iterable), &n);
        return list_append_items(t, l, items, n);
    }
    if (value_has_shape(iterable, &shape_tuple)) return list_append_items(t, l, value_tuple(iterable)->items, value_tuple(iterable)->length);
    if (value_is_plain_str(iterable)) return list_append_chars(t, l, value_str(iterable));
    IterCursor c;
    if (!iter_begin(t, &c, iterable)) return false;
    int64_t hint = iter_length_hint(t, iterable, 8);
    if (hint < 0) return false;
    if (!list_reserve(t, l, l->length + (size_t)hint)) return false;
    return list_extend_cursor(t, l, &c) && list_trim(t, l);
}

bool list_extend_star(Thread *t, List *l, Value iterable) {
    if (list_extend(t, l, iterable)) return true;
    bool iterable_class = !value_is_unbound(value_dunder(iterable, DUNDER_ITER)) || !value_is_unbound(value_dunder(iterable, DUNDER_GETITEM));
    if (iterable_class || !error_matches(t, &class_TypeError)) return false;
    error_take(t);
    error_type(t, "Value after * must be an iterable, not %T", iterable);
    return false;
}

List *list_from_iterable(Thread *t, Value iterable) {
    List *l = list_new(t, 0);
    return l != NULL && list_extend(t, l, iterable) ? l : NULL;
}

bool list_insert(Thread *t, List *l, int64_t index, Value v) {
    if (!list_reserve(t, l, l->length + 1)) return false;
    int64_t length = (int64_t)l->length;
    if (index < 0) index += length;
    size_t at = index < 0 ? 0 : index > length ? (size_t)length : (size_t)index;
    Value *items = l->buffer->values;
    memmove(items + at + 1, items + at, (l->length - at) * sizeof(Value));
    items[at] = v;
    l->length++;
    return true;
}

// Replaces l[from .. to) by n items, which must not lie in l's buffer.
bool list_splice(Thread *t, List *l, size_t from, size_t to, const Value *items, size_t n) {
    size_t removed = to - from, length = l->length;
    if (n > removed && !list_reserve(t, l, length - removed + n)) return false;
    Value *at = l->buffer->values + from;
    memmove(at + n, at + removed, (length - to) * sizeof(Value));
    if (n > 0) memcpy(at, items, n * sizeof(Value));
    if (n >= removed) l->length = length - removed + n;
    else list_shorten(l, length - removed + n);
    return true;
}

// Keeps every item but the `count` ones at start, start + step, ...; step > 0.
void list_delete_strided(List *l, size_t start, size_t step, size_t count) {
    if (count == 0) return;
    Value *items = l->buffer->values;
    size_t to = start, skip = start, left = count;
    for (size_t i = start; i < l->length; i++) {
        if (left > 0 && i == skip) {
            skip += step;
            left--;
        } else {
            items[to++] = items[i];
        }
    }
    list_shorten(l, to);
}
