// Making containers, strings and functions.
#include "interp_int.h"
#include "interp_ops.h"
#include "stdlib/runtime/dict.h"
#include "stdlib/runtime/promise.h"
#include "stdlib/runtime/range.h"
#include "stdlib/runtime/runtime.h"
#include "stdlib/runtime/set.h"

static inline Value object_or_error(const void *object) { return object ? value_from_object(object) : VALUE_ERROR; }

OPERATION(LIST) { RESULT(object_or_error(list_from(t, &R(B), C))); }
OPERATION(TUPLE) { RESULT(object_or_error(tuple_from(t, &R(B), C))); }

Value interp_build_set(Thread *t, const Value *items, uint32_t n) {
    Set *set = set_new(t, &class_set);
    if (!set) return VALUE_ERROR;
    for (uint32_t i = 0; i < n; i++)
        if (!set_add(t, set, items[i])) return VALUE_ERROR;
    return value_from_object(set);
}
OPERATION(SET) { RESULT(interp_build_set(t, &R(B), C)); }

Value interp_build_dict(Thread *t, const Value *pairs, uint32_t n) {
    Dict *dict = dict_new(t);
    if (!dict) return VALUE_ERROR;
    for (uint32_t i = 0; i < n; i++)
        if (!dict_set(t, dict, pairs[2 * i], pairs[2 * i + 1])) return VALUE_ERROR;
    return value_from_object(dict);
}
OPERATION(DICT) { RESULT(interp_build_dict(t, &R(B), C)); }

OPERATION(SLICE) { RESULT(slice_new(t, R(B), R(B + 1), R(B + 2))); }

OPERATION(APPEND) { REQUIRE(list_append(t, value_list(R(A)), R(B))); }
OPERATION(EXTEND) { REQUIRE(list_extend_star(t, value_list(R(A)), R(B))); }
OPERATION(SETADD) { REQUIRE(set_add(t, value_set(R(A)), R(B))); }
OPERATION(MAPADD) { REQUIRE(dict_set(t, value_dict(R(A)), R(B), R(C16))); }

OPERATION(FORMAT) {
    Str *spec = C16 == BC_NO_REG ? NULL : value_str(R(C16));
    RESULT(object_or_error(op_format_conv(t, R(B), K, spec)));
}

Value interp_concat(Thread *t, const Value *parts, uint32_t n) {
    StrBuilder b;
    str_builder_init(&b, t);
    for (uint32_t i = 0; i < n; i++) str_builder_add_str(&b, value_str(parts[i]));
    return object_or_error(str_builder_take(&b));
}
OPERATION(CONCAT) { RESULT(interp_concat(t, &R(B), C)); }

// --- functions

static void capture_cells(Function *f, const Value *base) {
    const BcProto *bc = f->proto->bc;
    for (uint32_t i = 0; i < bc->ncapture; i++) {
        BcCapture c = bc->captures[i];
        f->cells[i] = c.from_parent_reg ? (Cell *)value_object(base[c.index]) : frame_function(base)->cells[c.index];
    }
}

Value interp_make_closure(Thread *t, const Value *base, Proto *p, const Value *extra, uint32_t which) {
    Function *f = function_new(t, p);
    if (!f) return VALUE_ERROR;
    capture_cells(f, base);
    if (which & BC_K_DEFAULTS) f->defaults = value_tuple(*extra++);
    if (which & BC_K_KWDEFAULTS) f->kwdefaults = value_dict(*extra++);
    if (which & BC_K_ANNOTATIONS) f->annotations = value_dict(*extra);
    return value_from_object(f);
}
OPERATION(CLOSURE) { RESULT(interp_make_closure(t, base, code_proto(frame_function(base)->proto->module, B), &R(C16), K)); }

// --- the rest

OPERATION(INTRINSIC) { RESULT(runtime_intrinsics[B](t, &R(A), C)); }

OPERATION(PROMISE) { RESULT(promise_check(t, R(A), (BcHint)B, const_name(k, C))); }
