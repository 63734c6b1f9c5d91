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

OPERATION(SET) { RESULT(interp_build_set(t, &R(B), C)); }

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

OPERATION(CONCAT) { RESULT(interp_concat(t, &R(B), C)); }

// --- functions

OPERATION(CLOSURE) { RESULT(interp_make_closure(t, base, code_proto(PROTO->part, B), &R(C16), K)); }

// --- the rest

OPERATION(INTRINSIC) { RESULT(runtime_intrinsics[B](t, &R(A), C)); }

OPERATION(PROMISE) { RESULT(promise_check(t, R(A), (BcHint)B, const_name(k, C))); }
