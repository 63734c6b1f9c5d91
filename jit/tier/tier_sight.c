// What registers, captured variables and globals hold when a unit is asked for, for the compiler to guess by.
//
// Registers of a frame may be left over from frames before it, and what they refer to may be gone: an address is followed only where the
// heap has an object, a shape only when it is one. What lives outside the heap stays unknown.
#include <stdlib.h>
#include <string.h>

#include "stdlib/runtime/bytes.h"
#include "stdlib/runtime/class.h"
#include "stdlib/runtime/dict.h"
#include "stdlib/runtime/frame.h"
#include "stdlib/runtime/function.h"
#include "stdlib/runtime/list.h"
#include "stdlib/runtime/module.h"
#include "stdlib/runtime/range.h"
#include "stdlib/runtime/set.h"
#include "stdlib/runtime/str.h"
#include "stdlib/runtime/threads.h"
#include "stdlib/runtime/tuple.h"
#include "tier_int.h"

enum { ITEMS_MAX = 8 };

static NativeKind builtin_kind(const Shape *shape) {
    if (shape == &shape_str || shape == &shape_str_shared) return NATIVE_KIND_STR;
    if (shape == &shape_list) return NATIVE_KIND_LIST;
    if (shape == &shape_tuple) return NATIVE_KIND_TUPLE;
    if (shape == &shape_dict) return NATIVE_KIND_DICT;
    if (shape == &shape_set) return NATIVE_KIND_SET;
    if (shape == &shape_bytes) return NATIVE_KIND_BYTES;
    if (shape == &shape_bytearray) return NATIVE_KIND_BYTEARRAY;
    if (shape == &shape_int) return NATIVE_KIND_WORD;
    return shape == &shape_range ? NATIVE_KIND_RANGE : NATIVE_KIND_INSTANCE;
}

static NativeKind kind_of(Value v) {
    if (value_is_int(v)) return NATIVE_KIND_INT;
    if (value_is_double(v)) return NATIVE_KIND_FLOAT;
    if (value_is_bool(v)) return NATIVE_KIND_BOOL;
    if (value_is_none(v)) return NATIVE_KIND_NONE;
    if (!value_is_object(v) || !heap_find_object((uintptr_t)value_object(v))) return NATIVE_KIND_UNKNOWN;
    return builtin_kind(value_object(v)->shape);
}

static bool is_in_heap(const void *object) { return heap_find_object((uintptr_t)object); }

// Of an instance: the global that names its class. UINT32_MAX: none.
static uint32_t class_slot(const Module *m, Value v) {
    const Shape *shape = value_object(v)->shape;
    if (!is_in_heap(shape) || ((const Object *)shape)->shape != &shape_shape) return UINT32_MAX;
    const Class *cls = shape->cls;
    for (uint32_t slot = 0; cls && slot < m->nslot; slot++)
        if (m->slots[slot].bits == value_from_object(cls).bits) return slot;
    return UINT32_MAX;
}

static void look(const Module *m, Value v, uint32_t depth, NativeSight *sight);

static void look_at_items(const Module *m, const Value *items, size_t n, uint32_t depth, NativeSight *sight) {
    NativeSight first = {0};
    for (size_t i = 0; i < n && i < ITEMS_MAX; i++) {
        NativeSight other = {0};
        look(m, items[i], depth, &other);
        if (i == 0) first = other;
        if (memcmp(&first, &other, sizeof first) != 0) return;
    }
    for (uint32_t d = depth; d < NATIVE_SIGHT_DEPTH; d++) sight->kinds[d] = first.kinds[d];
    sight->slot = first.slot;
}

static bool has_entries(const Dict *d) {
    return is_in_heap(d->entries) && buffer_holds_values(d->entries) && d->used <= d->entries->capacity * sizeof(Value) / sizeof(DictEntry);
}

// Another thread may change a dict meanwhile.
static void look_at_dict(const Module *m, const Dict *d, uint32_t depth, NativeSight *sight) {
    Value keys[ITEMS_MAX], values[ITEMS_MAX];
    uint32_t position = 0, n = 0;
    if (threads_parallel || !has_entries(d)) return;
    while (n < ITEMS_MAX && dict_next(d, &position, &keys[n], &values[n])) n++;
    look_at_items(m, values, n, depth, sight);
    NativeKind key = n ? kind_of(keys[0]) : NATIVE_KIND_UNKNOWN;
    for (uint32_t i = 1; i < n; i++)
        if (kind_of(keys[i]) != key) key = NATIVE_KIND_UNKNOWN;
    if (depth == 1 && key < NATIVE_KIND_LIST) sight->key = (uint8_t)key;
}

static void look(const Module *m, Value v, uint32_t depth, NativeSight *sight) {
    if (depth == NATIVE_SIGHT_DEPTH) return;
    NativeKind kind = kind_of(v);
    uint32_t slot = kind == NATIVE_KIND_INSTANCE ? class_slot(m, v) : 0;
    if (slot == UINT32_MAX) return;
    sight->kinds[depth] = (uint8_t)kind;
    sight->slot = slot;
    size_t n;
    if (kind == NATIVE_KIND_DICT) look_at_dict(m, value_dict(v), depth + 1, sight);
    if (kind == NATIVE_KIND_TUPLE) look_at_items(m, value_tuple(v)->items, value_tuple(v)->length, depth + 1, sight);
    if (kind == NATIVE_KIND_LIST) {
        const Value *items = is_in_heap(value_list(v)->buffer) ? list_items(value_list(v), &n) : NULL;
        if (items) look_at_items(m, items, n, depth + 1, sight);
    }
}

NativeSight *sight_take(const Proto *p, const Value *base, uint32_t nregs, uint32_t *count) {
    const Module *m = p->module;
    const Function *f = (Function *)value_object(frame_callee(base));
    *count = p->nregs + p->bc->ncapture + p->part->bc->nglobal;
    NativeSight *sights = calloc(*count + 1, sizeof *sights), *captures = sights + p->nregs, *globals = captures + p->bc->ncapture;
    if (!sights) return *count = 0, NULL;
    for (uint32_t i = 0; i < nregs; i++) look(m, base[i], 0, &sights[i]);
    for (uint32_t i = 0; i < f->ncells && i < p->bc->ncapture; i++) look(m, f->cells[i]->content, 0, &captures[i]);
    for (uint32_t i = 0; i < p->part->bc->nglobal; i++) look(m, m->slots[i], 0, &globals[i]);
    return sights;
}

NativeSight *sight_copy(const TierUnit *unit, uint32_t *count) {
    size_t size = unit->nsight * sizeof *unit->sights;
    NativeSight *copy = unit->sights ? malloc(size) : NULL;
    if (copy) memcpy(copy, unit->sights, size);
    *count = copy ? unit->nsight : 0;
    return copy;
}
