// Comparison, truth, hashes.
#include "class_int.h"

#include "containers.h"
#include "float.h"
#include "int.h"
#include "order.h"

// --- rich comparison

static Dunder mirrored(Dunder d) {
    switch (d) {
    case DUNDER_LT: return DUNDER_GT;
    case DUNDER_LE: return DUNDER_GE;
    case DUNDER_GT: return DUNDER_LT;
    case DUNDER_GE: return DUNDER_LE;
    default: return d;
    }
}

static Value compare_doubles(Dunder d, double a, double b) {
    if (a != a || b != b) return value_from_bool(d == DUNDER_NE);
    return ops_from_order(d, a < b ? -1 : a > b);
}

static inline bool plain_integer(Value v) { return value_is_int(v) || value_is_bool(v) || value_has_shape(v, &shape_int); }
static inline bool plain_float(Value v) { return value_is_double(v) || value_has_shape(v, &shape_float); }

// VALUE_UNBOUND: not two builtin numbers or strings.
static Value compare_plain(Dunder d, Value a, Value b) {
    bool int_a = plain_integer(a), int_b = plain_integer(b);
    if (int_a && int_b) return ops_from_order(d, int_compare(a, b));
    bool float_a = !int_a && plain_float(a), float_b = !int_b && plain_float(b);
    if (float_a && float_b) return compare_doubles(d, value_float(a), value_float(b));
    if ((int_a && float_b) || (float_a && int_b)) {
        double f = value_float(float_a ? a : b);
        if (f != f) return value_from_bool(d == DUNDER_NE);
        return ops_from_order(d, float_b ? int_compare_double(a, f) : -int_compare_double(b, f));
    }
    if (!value_is_plain_str(a) || !value_is_plain_str(b)) return VALUE_UNBOUND;
    return ops_from_order(d, str_compare(value_str(a), value_str(b)));
}

static Value ask(Thread *t, Dunder d, Value self, Value other) {
    Value result = call_dunder(t, self, d, &other, 1);
    return value_is_unbound(result) ? VALUE_NOTIMPLEMENTED : result;
}

static Value not_comparable(Thread *t, Dunder d, Value a, Value b) {
    static const char *const signs[] = {"<", "<=", "==", "!=", ">", ">="};
    return error_type(t, "'%s' not supported between instances of '%T' and '%T'", signs[d - DUNDER_LT], a, b);
}

static Value compare_slow(Thread *t, Dunder d, Value a, Value b) {
    const Class *ca = value_class(a), *cb = value_class(b);
    Value result = VALUE_NOTIMPLEMENTED;
    bool b_first = ca != cb && class_is_subclass(cb, ca);
    if (!thread_check_native_in(t, RECURSION_COMPARING)) return VALUE_ERROR;
    if (b_first) result = ask(t, mirrored(d), b, a);
    if (value_same(result, VALUE_NOTIMPLEMENTED)) result = ask(t, d, a, b);
    return value_same(result, VALUE_NOTIMPLEMENTED) ? op_compare_declined(t, d, a, b, b_first) : result;
}

Value op_compare_declined(Thread *t, Dunder d, Value a, Value b, bool last) {
    Value result = last ? VALUE_NOTIMPLEMENTED : ask(t, mirrored(d), b, a);
    if (!value_same(result, VALUE_NOTIMPLEMENTED)) return result;
    if (d == DUNDER_EQ) return value_from_bool(value_same(a, b));
    if (d == DUNDER_NE) return value_from_bool(!value_same(a, b));
    return not_comparable(t, d, a, b);
}

// <, <=, > and >= of what order.h knows, which has no NaN among it; -1: something else.
static inline int compare_quickly(Dunder d, Value a, Value b) {
    if (d == DUNDER_EQ || d == DUNDER_NE) return -1;
    int quick = d == DUNDER_LT || d == DUNDER_GE ? order_less(a, b) : order_less(b, a);
    return quick < 0 || d == DUNDER_LT || d == DUNDER_GT ? quick : !quick;
}

Value op_compare(Thread *t, Dunder d, Value a, Value b) {
    static_assert(DUNDER_LE == DUNDER_LT + 1 && DUNDER_EQ == DUNDER_LT + 2 && DUNDER_NE == DUNDER_LT + 3 && DUNDER_GT == DUNDER_LT + 4 &&
                  DUNDER_GE == DUNDER_LT + 5);
    if ((d == DUNDER_EQ || d == DUNDER_NE) && value_is_plain_str(a) && value_is_plain_str(b))
        return value_from_bool(str_equal(value_str(a), value_str(b)) == (d == DUNDER_EQ));
    int quick = compare_quickly(d, a, b);
    if (quick >= 0) return value_from_bool(quick);
    if (value_has_shape(a, &shape_tuple) && value_has_shape(b, &shape_tuple)) return tuple_compare(t, d, a, b);
    Value result = compare_plain(d, a, b);
    return value_is_unbound(result) ? compare_slow(t, d, a, b) : result;
}

int op_compare_bool(Thread *t, Dunder d, Value a, Value b) {
    if ((d == DUNDER_EQ || d == DUNDER_NE) && value_is_plain_str(a) && value_is_plain_str(b))
        return str_equal(value_str(a), value_str(b)) == (d == DUNDER_EQ);
    int quick = compare_quickly(d, a, b);
    if (quick >= 0) return quick;
    Value result = op_compare(t, d, a, b);
    return value_is_error(result) ? -1 : value_truth(t, result);
}

int op_equal(Thread *t, Value a, Value b) { return value_same(a, b) ? 1 : op_compare_bool(t, DUNDER_EQ, a, b); }

// --- truth

int op_truth(Thread *t, Value v) {
    if (value_is_bool(v)) return value_same(v, VALUE_TRUE);
    if (value_is_none(v)) return 0;
    if (value_is_int(v)) return v.bits != 0;
    if (plain_float(v)) return value_float(v) != 0;
    if (value_is_plain_str(v)) return value_str(v)->nbytes != 0;
    if (value_has_shape(v, &shape_list)) return value_list(v)->length != 0;
    Value result = call_dunder(t, v, DUNDER_BOOL, NULL, 0);
    if (value_is_error(result)) return -1;
    if (value_is_bool(result)) return value_same(result, VALUE_TRUE);
    if (!value_is_unbound(result)) {
        error_type(t, "__bool__ should return bool, returned %T", result);
        return -1;
    }
    if (value_is_unbound(value_dunder(v, DUNDER_LEN))) return 1;
    int64_t length = op_length(t, v);
    return length < 0 ? -1 : length != 0;
}

// --- hash

static bool unhashable(Thread *t, Value v) {
    error_type(t, "unhashable type: '%T'", v);
    return false;
}

static bool hash_by_method(Thread *t, Value v, uint64_t *hash) {
    Value method = value_dunder(v, DUNDER_HASH);
    if (value_is_none(method) || value_is_unbound(method)) return unhashable(t, v);
    Value result = call_dunder(t, v, DUNDER_HASH, NULL, 0);
    if (value_is_error(result)) return false;
    if (!value_is_integer(result)) {
        error_type(t, "__hash__ method should return an integer");
        return false;
    }
    int64_t small;
    bool fits = int_to_i64(result, &small);
    *hash = fits ? (uint64_t)(small == -1 ? -2 : small) : int_hash(result);
    return true;
}

bool op_hash(Thread *t, Value v, uint64_t *hash) {
    if (plain_integer(v)) *hash = int_hash(v);
    else if (value_is_plain_str(v)) *hash = str_hash(value_str(v));
    else if (value_is_double(v) && value_double(v) == value_double(v)) *hash = float_hash(value_double(v));
    else if (value_is_none(v)) *hash = 0xFCA86420;
    else return hash_by_method(t, v, hash);
    return true;
}
