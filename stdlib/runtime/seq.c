// Index arithmetic and text shared by the sequence classes.
#include "seq.h"

#include "bytes.h"
#include "int.h"

bool seq_has_index(Value v) { return value_is_integer(v) || !value_is_unbound(value_dunder(v, DUNDER_INDEX)); }

bool seq_integer(Thread *t, Value v, int64_t *out) {
    if (value_is_int(v)) {
        *out = value_int(v);
        return true;
    }
    Value i = int_index(t, v);
    if (value_is_error(i)) return false;
    if (int_to_i64(i, out)) return true;
    error_raise(t, &class_OverflowError, "Python int too large to convert to C ssize_t");
    return false;
}

bool seq_index(Thread *t, Value key, const char *what, int64_t *index) {
    if (value_is_int(key)) {
        *index = value_int(key);
        return true;
    }
    if (seq_has_index(key)) return int_index_i64(t, key, index, false);
    error_type(t, "%s indices must be integers or slices, not %T", what, key);
    return false;
}

bool seq_index_in(Thread *t, Value key, const char *what, size_t length, const char *message, size_t *at) {
    int64_t i;
    if (!seq_index(t, key, what, &i)) return false;
    if (i < 0) i += (int64_t)length;
    *at = (size_t)i;
    if (*at < length) return true;
    error_raise(t, &class_IndexError, "%s", message);
    return false;
}

bool seq_bound(Thread *t, Value v, size_t length, size_t *bound) {
    int64_t i;
    if (!seq_has_index(v)) {
        error_type(t, "slice indices must be integers or have an __index__ method");
        return false;
    }
    if (!int_index_i64(t, v, &i, true)) return false;
    if (i < 0) i += (int64_t)length;
    *bound = i < 0 ? 0 : (size_t)i > length ? length : (size_t)i;
    return true;
}

// "too long" is what no address space could hold, by CPython's count of items.
static bool too_long(Thread *t, Value sequence, size_t count, size_t items) {
    if (items == 0 || count <= (size_t)INT64_MAX / items) return false;
    const char *what = value_is_str(sequence) ? "repeated string is too long" : value_is_bytes(sequence) ? "repeated bytes are too long" : NULL;
    if (what) error_raise(t, &class_OverflowError, "%s", what);
    return what != NULL;
}

bool seq_repeat_count(Thread *t, Value sequence, Value v, size_t length, size_t *count) {
    int64_t n;
    if (!int_index_i64(t, v, &n, false)) {
        if (!error_matches(t, &class_IndexError)) return false;
        error_take(t);
        error_raise(t, &class_OverflowError, "cannot fit '%T' into an index-sized integer", v);
        return false;
    }
    *count = n < 0 ? 0 : (size_t)n;
    if (length == 0 || *count <= SEQ_LENGTH_MAX / length) return true;
    size_t items = value_is_str(sequence) ? value_str(sequence)->nchars : length;
    if (!too_long(t, sequence, *count, items)) error_out_of_memory(t);
    return false;
}

static bool add_items(Thread *t, StrBuilder *b, Value sequence, SeqItem item) {
    for (size_t i = 0; !b->failed; i++) {
        Value v = item(sequence, i);
        if (value_is_unbound(v)) return true;
        if (i > 0) str_builder_add_c(b, ", ");
        str_builder_add_repr(b, v);
    }
    return false;
}

Value seq_repr(Thread *t, Value sequence, SeqItem item, const char *open, const char *close, const char *seen) {
    if (!seq_may_recurse(t, RECURSION_SHOWING)) return VALUE_ERROR;
    StrBuilder b;
    str_builder_init(&b, t);
    if (!repr_enter(t, sequence)) {
        str_builder_add_c(&b, seen);
    } else {
        str_builder_add_c(&b, open);
        add_items(t, &b, sequence, item);
        str_builder_add_c(&b, close);
        repr_leave(t, sequence);
    }
    Str *text = str_builder_take(&b);
    return text == NULL ? VALUE_ERROR : value_from_object(text);
}
