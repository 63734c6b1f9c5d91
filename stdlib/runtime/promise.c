#include "promise.h"

#include "class.h"
#include "exception.h"
#include "float.h"
#include "int.h"
#include "sized.h"

static Class *const hint_classes[] = {
    [BC_HINT_INT] = &class_int,   [BC_HINT_FLOAT] = &class_float, [BC_HINT_BOOL] = &class_bool,   [BC_HINT_STR] = &class_str, [BC_HINT_NONE] = &class_none,
    [BC_HINT_LIST] = &class_list, [BC_HINT_DICT] = &class_dict,   [BC_HINT_TUPLE] = &class_tuple, [BC_HINT_SET] = &class_set, [BC_HINT_BYTES] = &class_bytes,
};

static Value sized_check(Thread *t, Value v, BcSized type, Str *promise) {
    return sized_accepts(t, type, &v) ? v : sized_broken(t, v, promise);
}

Value promise_check(Thread *t, Value v, BcHint hint, Str *promise) {
    if (hint >= BC_HINT_SIZED) return sized_check(t, v, (BcSized)(hint - BC_HINT_SIZED), promise);
    if (hint == BC_HINT_ANY) return v;
    if (hint == BC_HINT_INT && value_is_int(v)) return v;
    if (hint == BC_HINT_FLOAT && value_is_double(v)) return v;
    if (value_is_instance(v, hint_classes[hint])) return v;
    if (hint == BC_HINT_FLOAT && value_is_integer(v)) {
        bool ok;
        double d = int_to_double(t, v, &ok);
        return ok ? float_from_double(t, d) : VALUE_ERROR;
    }
    return error_type(t, "%S, not %T", promise, v);
}
