// Leaving compiled code: the frame's registers become values, and the bytecode goes on. Ints and doubles that have no immediate form
// need objects, and allocating may collect: until all of them are made, their registers hold 0.
#include <stdlib.h>

#include "compiler/base/arena.h"
#include "compiler/native/native_exit.h"
#include "jit/interp/interp.h"
#include "native_helpers.h"
#include "stdlib/runtime/frame.h"

typedef struct {
    const uint32_t *at, *end;
} Entries;

static NativeExitKind kind_of(uint32_t entry) { return (NativeExitKind)(entry & 0xFF); }

static const uint32_t *after(const uint32_t *entry) {
    NativeExitKind kind = kind_of(*entry);
    return entry + (kind == NATIVE_EXIT_IMMEDIATE ? 3 : kind == NATIVE_EXIT_CONSTANT ? 2 : 1);
}

// The error value when it takes an object.
static Value immediate(const Value *base, const uint32_t *entry, uint64_t bits) {
    switch (kind_of(*entry)) {
    case NATIVE_EXIT_INT: return value_int_fits((int64_t)bits) ? value_from_small((int64_t)bits) : VALUE_ERROR;
    case NATIVE_EXIT_WORD: return bits <= (uint64_t)VALUE_INT_MAX ? value_from_small((int64_t)bits) : VALUE_ERROR;
    case NATIVE_EXIT_FLOAT: return value_from_double_immediate(__builtin_bit_cast(double, bits));
    case NATIVE_EXIT_BOOL: return value_from_bool(bits != 0);
    case NATIVE_EXIT_IMMEDIATE: return VALUE_BITS(entry[1] | (uint64_t)entry[2] << 32);
    case NATIVE_EXIT_RESULT: return VALUE_BITS(bits);
    default: return ((Function *)value_object(frame_callee(base)))->proto->consts[entry[1]];
    }
}

static Value object(Thread *t, NativeExitKind kind, uint64_t bits) {
    switch (kind) {
    case NATIVE_EXIT_INT: return native_box_int(t, (int64_t)bits);
    case NATIVE_EXIT_WORD: return native_box_word(t, bits);
    default: return native_box_float(t, __builtin_bit_cast(double, bits));
    }
}

static uint32_t reg_of(const uint32_t *entry) { return *entry >> 8; }

static uint32_t count_objects(const Value *base, Entries e) {
    uint32_t count = 0;
    for (const uint32_t *at = e.at; at < e.end; at = after(at)) count += value_is_error(immediate(base, at, base[reg_of(at)].bits));
    return count;
}

static void make_objects(Thread *t, Value *base, Entries e, uint32_t count) {
    struct {
        uint32_t entry;
        uint64_t bits;
    } *wanted = malloc(count * sizeof *wanted);
    if (!wanted) base_fail_memory();
    uint32_t n = 0;
    for (const uint32_t *at = e.at; at < e.end; at = after(at)) {
        Value *slot = &base[reg_of(at)], v = immediate(base, at, slot->bits);
        if (value_is_error(v)) wanted[n].entry = *at, wanted[n++].bits = slot->bits;
        *slot = value_is_error(v) ? value_from_small(0) : v;
    }
    for (uint32_t i = 0; i < n; i++) base[reg_of(&wanted[i].entry)] = object(t, kind_of(wanted[i].entry), wanted[i].bits);
    free(wanted);
}

// Whether the call raised; its register then holds a value all the same.
static bool take_error(Value *base, Entries e) {
    for (const uint32_t *at = e.at; at < e.end; at = after(at)) {
        if (kind_of(*at) != NATIVE_EXIT_RESULT || !value_is_error(base[reg_of(at)])) continue;
        base[reg_of(at)] = value_from_small(0);
        return true;
    }
    return false;
}

Value native_leave(Thread *t, Value *base, const uint32_t *exit) {
    Entries e = {exit + 2, exit + 2 + exit[1]};
    bool raised = take_error(base, e);
    uint32_t count = count_objects(base, e);
    if (count) make_objects(t, base, e, count);
    else
        for (const uint32_t *at = e.at; at < e.end; at = after(at)) base[reg_of(at)] = immediate(base, at, base[reg_of(at)].bits);
    if (raised) return native_raised(t, base, exit[0] - 1);
    t->exit_from = exit;
    return interp_continue(t, base, exit[0]);
}
