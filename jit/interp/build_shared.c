// Making containers, strings and functions, for every tier.
#include "interp_int.h"
#include "interp_ops.h"
#include "stdlib/runtime/dict.h"
#include "stdlib/runtime/set.h"

static inline Value object_or_error(const void *object) { return object ? value_from_object(object) : VALUE_ERROR; }

Value interp_build_set(Thread *t, const Value *items, uint32_t n) {
    Set *set = set_new(t, &class_set);
    if (!set) return VALUE_ERROR;
    for (uint32_t i = 0; i < n; i++)
        if (!set_add(t, set, items[i])) return VALUE_ERROR;
    return value_from_object(set);
}

Value interp_build_dict(Thread *t, const Value *pairs, uint32_t n) {
    Dict *dict = dict_new(t);
    if (!dict) return VALUE_ERROR;
    for (uint32_t i = 0; i < n; i++)
        if (!dict_set(t, dict, pairs[2 * i], pairs[2 * i + 1])) return VALUE_ERROR;
    return value_from_object(dict);
}

Value interp_concat(Thread *t, const Value *parts, uint32_t n) {
    StrBuilder b;
    str_builder_init(&b, t);
    for (uint32_t i = 0; i < n; i++) str_builder_add_str(&b, value_str(parts[i]));
    return object_or_error(str_builder_take(&b));
}

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
