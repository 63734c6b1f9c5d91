// What compiled code does by calling C: the generic operations in the shape that suits a call from machine code.
#include "native_helpers.h"
#include "native_attach.h"

#include "jit/interp/interp.h"
#include "jit/interp/interp_ops.h"
#include "stdlib/runtime/attr.h"
#include "stdlib/runtime/bytes.h"
#include "stdlib/runtime/call.h"
#include "stdlib/runtime/dict.h"
#include "stdlib/runtime/exception.h"
#include "stdlib/runtime/float.h"
#include "stdlib/runtime/frame.h"
#include "stdlib/runtime/generator.h"
#include "stdlib/runtime/list.h"
#include "stdlib/runtime/module.h"
#include "stdlib/runtime/object_lock.h"
#include "stdlib/runtime/ops.h"
#include "stdlib/runtime/promise.h"
#include "stdlib/runtime/range.h"
#include "stdlib/runtime/runtime.h"
#include "stdlib/runtime/set.h"
#include "stdlib/runtime/sized.h"
#include "stdlib/runtime/str.h"
#include "stdlib/runtime/task.h"
#include "stdlib/runtime/tuple.h"

static Function *frame_function(const Value *base) { return (Function *)value_object(frame_callee(base)); }
static Value object_or_error(const void *object) { return object ? value_from_object(object) : VALUE_ERROR; }

// --- operators

Value native_inplace(Thread *t, uint32_t dunder, Value a, Value b) { return op_inplace(t, (Dunder)dunder, a, b); }

static_assert(DUNDER_GE - DUNDER_LT == 5 && DUNDER_EQ - DUNDER_LT == 2, "comparisons are numbered as in bytecode");
Value native_compare(Thread *t, uint32_t which, Value a, Value b) { return op_compare(t, (Dunder)(DUNDER_LT + which), a, b); }
int native_compare_bool(Thread *t, uint32_t which, Value a, Value b) { return op_compare_bool(t, (Dunder)(DUNDER_LT + which), a, b); }
Value native_declined(Thread *t, uint32_t which, Value a, Value b) {
    static const uint8_t arithmetic[] = {DUNDER_ADD, DUNDER_SUB, DUNDER_MUL, DUNDER_TRUEDIV, DUNDER_FLOORDIV, DUNDER_MOD, DUNDER_POW,
                                         DUNDER_MATMUL, DUNDER_LSHIFT, DUNDER_RSHIFT, DUNDER_AND, DUNDER_OR, DUNDER_XOR};
    enum { ARITHMETIC = 8, LAST = 64 };
    if ((which & ~(uint32_t)LAST) >= ARITHMETIC) return op_binary_declined(t, (Dunder)arithmetic[which - ARITHMETIC], a, b);
    return op_compare_declined(t, (Dunder)(DUNDER_LT + (which & ~(uint32_t)LAST)), a, b, which & LAST);
}

int native_truth(Thread *t, Value v) { return value_truth(t, v); }

// Boxing cannot fail where it stands: the MemoryError comes with the next poll, and what was pending stays so.
#define BOX(make) \
    Value before = t->pending, v; \
    while (value_is_error(v = (make))) { \
        t->pending = before; \
        heap_overdraw(t); \
    } \
    return v;
Value native_box_float(Thread *t, double d) { BOX(float_from_double(t, d)) }
Value native_box_int(Thread *t, int64_t n) { BOX(int_from_i64(t, n)) }
Value native_box_word(Thread *t, uint64_t n) { BOX(int_from_u64(t, n)) }
#undef BOX

int native_low_bits(Value v, uint32_t converts, uint64_t *bits) {
    if (converts == 2) return int_plain_to_u64(v, bits);
    if (!converts || !value_is_float(v)) return sized_low_bits(v, bits);
    double d = value_float(v);
    *bits = (uint64_t)(int64_t)d;
    return d > -0x1p63 && d < 0x1p63;
}

// --- variables

Value native_unbound_local(Thread *t, const Value *base, uint32_t reg) {
    const BcProto *bc = frame_function(base)->proto->bc;
    const BcStr *name = reg < bc->nvar ? &bc->vars[reg] : &(BcStr){"?", 1};
    return error_unbound_local(t, str_intern(name->text, name->length));
}

Value native_unbound_free(Thread *t, const Value *base, uint32_t index) {
    const BcStr *name = &frame_function(base)->proto->bc->capture_names[index];
    return error_unbound_free(t, str_intern(name->text, name->length));
}

Value native_global_missing(Thread *t, const Value *base, uint32_t slot) {
    return module_global_missing(t, frame_function(base)->proto->module, slot);
}

int native_delete_global(Thread *t, const Value *base, uint32_t slot) {
    return module_delete_slot(t, frame_function(base)->proto->module, slot);
}

Value native_new_cell(Thread *t, Value content) { return object_or_error(cell_new(t, content)); }

// --- iteration

int native_for_prepare(Thread *t, Value *state, Value iterable) { return interp_loop_prepare(t, state, iterable); }
int native_unpack(Thread *t, Value v, Value *out, uint32_t n) { return op_unpack(t, v, out, n); }
int native_unpack_star(Thread *t, Value v, Value *out, uint32_t counts) { return op_unpack_star(t, v, out, counts & 0xFFFF, counts >> 16); }
int native_code_point(Value v) {
    if (!value_is_plain_str(v) || value_str(v)->nchars != 1) return -1;
    return (int)str_char_at(value_str(v), 0);
}
int native_is_range(Value v) { return value_same(v, value_from_object(&class_range)); }

// --- calls

static bool has_room(const Thread *t, const Value *base, const Proto *p) { return base + p->nregs <= t->stack_limit; }

static Value call_function(Thread *t, Function *f, Value *args, uint32_t nargs, Tuple *names) {
    Proto *p = f->proto;
    if (!has_room(t, args, p)) return error_recursion(t);
    bool bound = p->simple && p->npos == nargs && !names;
    if (!bound && !call_bind(t, f, args, nargs, names)) return VALUE_ERROR;
    void *code = __atomic_load_n(&p->native, __ATOMIC_ACQUIRE);
    if (!code) return call_run_frame(t, f, args);
    args[FRAME_CALLEE] = value_from_object(f);
    args[FRAME_CALLER] = VALUE_BITS((uint64_t)t->base);
    p->native_used = native_clock;
    return VALUE_BITS(((uint64_t (*)(void *, Value *))code)(t, args));
}

Value native_call(Thread *t, Value *window, uint32_t nargs, Value names) {
    Tuple *tuple = value_is_int(names) ? NULL : value_tuple(names);
    Value *args = window + BC_WINDOW_HEADER;
    Value callee = window[0];
    if (__builtin_expect(!t->call_limit, 0) && !task_check_cancelled(t)) return VALUE_ERROR;
    if (value_has_shape(callee, &shape_function)) return call_function(t, (Function *)value_object(callee), args, nargs, tuple);
    if (value_has_shape(callee, &shape_native)) {
        Native *n = (Native *)value_object(callee);
        if (!tuple && n->simple && n->max_args == nargs && value_is_unbound(n->self)) return native_run(t, n->fn, args, nargs);
        return call_native(t, n, args, nargs, tuple);
    }
    return call_object(t, callee, args, nargs, tuple);
}

Value native_call_method(Thread *t, Value *window, uint32_t nargs, Value names) {
    Value *args = window + BC_WINDOW_HEADER;
    if (value_is_unbound(args[0])) {
        nargs--;
        memmove(args, args + 1, nargs * sizeof(Value));
    }
    return native_call(t, window, nargs, names);
}

Value native_method(Thread *t, Value v, Value name, Value *window) {
    return attr_method(t, v, value_str(name), &window[BC_WINDOW_HEADER]);
}

int native_check_callee(Thread *t, Value callee, const Value *base, uint32_t proto, Value *seen) {
    if (!value_has_shape(callee, &shape_function)) return 0;
    if (((Function *)value_object(callee))->proto != code_proto(frame_function(base)->proto->part, proto)) return 0;
    *seen = callee;
    return 1;
}

Value native_closure(Thread *t, Value *base, uint32_t proto, uint32_t which) {
    Proto *p = code_proto(frame_function(base)->proto->part, proto);
    return interp_make_closure(t, base, p, &base[which >> 8], which & 0xFF);
}

// In a loop inside `try` an exception has nowhere to go: a cancelled task is told at its next call.
static void polled_nothing(Thread *t) {}
void (*native_polled)(Thread *t) = polled_nothing;

int native_poll(Thread *t, int raises) {
    if (t->call_limit) return 1;
    __atomic_exchange_n(&t->call_limit, t->stack_limit, __ATOMIC_SEQ_CST);
    if (threads_parallel) threads_poll(t);
    if (raises && !task_check_cancelled(t)) return 0;
    if (task_is_cancelled(t)) threads_ask(t);
    native_polled(t);
    return 1;
}

int native_stress_exit(Thread *t) {
    static uint32_t state = 1;
    state = state * 1664525 + 1013904223;
    return state >> 26 == 0;
}

int native_stack_room(Thread *t, const Value *base, uint32_t nregs) {
    native_poll(t, false);
    if (!task_check_cancelled(t) || !thread_check_native(t)) return 0;
    if (base + nregs <= t->stack_limit) return 1;
    error_recursion(t);
    return 0;
}

// --- attributes, items, containers

Value native_get_attr(Thread *t, Value v, Value name) { return attr_get(t, v, value_str(name)); }
int native_set_attr(Thread *t, Value v, Value name, Value to) { return attr_set(t, v, value_str(name), to); }
int native_delete_attr(Thread *t, Value v, Value name) { return attr_delete(t, v, value_str(name)); }
int native_set_item(Thread *t, Value container, Value key, Value v) { return op_setitem(t, container, key, v); }
int native_delete_item(Thread *t, Value container, Value key) { return op_delitem(t, container, key); }
// Beside other threads, by way of a slice object and the operations that lock.
static Value slice_shared(Thread *t, Value sequence, const Slice *s) {
    Value slice = slice_new(t, s->start, s->stop, s->step);
    return value_is_error(slice) ? slice : op_getitem(t, sequence, slice);
}

static bool set_slice_shared(Thread *t, Value list, const Slice *s, Value v) {
    Value slice = slice_new(t, s->start, s->stop, s->step);
    return !value_is_error(slice) && op_setitem(t, list, slice, v);
}

Value native_get_slice(Thread *t, Value sequence, Value start, Value stop, Value step) {
    const Slice slice = {{&shape_slice}, start, stop, step};
    if (value_is_str(sequence)) return str_get_slice(t, value_str(sequence), &slice);
    return threads_parallel ? slice_shared(t, sequence, &slice) : list_get_slice(t, value_list(sequence), &slice);
}

int native_set_slice(Thread *t, Value list, Value start, Value stop, Value step, Value v) {
    const Slice slice = {{&shape_slice}, start, stop, step};
    return threads_parallel ? set_slice_shared(t, list, &slice, v) : list_set_slice(t, value_list(list), &slice, v);
}

Value native_iter_at(Thread *t, Value sequence, int64_t index) {
    return value_is_str(sequence) ? str_iter_at(t, value_str(sequence), (size_t)index) : bytes_iter_at(t, sequence, (size_t)index);
}
Value native_char(Thread *t, int64_t code_point) { return object_or_error(str_from_char(t, (uint32_t)code_point)); }
int64_t native_char_at(Value s, int64_t index) { return str_char_at(value_str(s), (size_t)index); }
Value native_list(Thread *t, const Value *items, uint32_t n) { return object_or_error(list_from(t, items, n)); }
Value native_tuple(Thread *t, const Value *items, uint32_t n) { return object_or_error(tuple_from(t, items, n)); }
Value native_dict(Thread *t, const Value *pairs, uint32_t nwords) { return interp_build_dict(t, pairs, nwords / 2); }

enum { RESERVE_MAX = 1 << 16 };   // items: further ones may not come after all

// When there is no memory, those who append say so.
void native_reserve(Thread *t, Value list, int64_t n) {
    List *l = value_list(list);
    if (n <= 0 || t->parallel) return;
    if (!list_reserve(t, l, l->length + (uint64_t)(n < RESERVE_MAX ? n : RESERVE_MAX))) error_take(t);
}

int native_append(Thread *t, Value list, Value v) {
    ObjectLock lock;
    object_lock(t, &lock, value_list(list), NULL);
    bool ok = list_append(t, value_list(list), v);
    object_unlock(t, &lock);
    return ok;
}

Value native_dict_get_or(Thread *t, Value dict, Value key, Value otherwise) {
    Value v = dict_get(t, value_dict(dict), key);
    return value_is_unbound(v) ? otherwise : v;
}

int native_append_byte(Thread *t, Value array, Value v) {
    ObjectLock lock;
    object_lock(t, &lock, value_bytearray(array), NULL);
    bool ok = bytearray_append(t, value_bytearray(array), v);
    object_unlock(t, &lock);
    return ok;
}

// VALUE_UNBOUND: it is empty.
Value native_pop(Thread *t, Value list) {
    List *l = value_list(list);
    ObjectLock lock;
    object_lock(t, &lock, l, NULL);
    Value v = l->length ? l->buffer->values[l->length - 1] : VALUE_UNBOUND;
    if (l->length) list_shorten(l, l->length - 1);
    object_unlock(t, &lock);
    return v;
}

int native_extend(Thread *t, Value list, Value iterable) { return list_extend_star(t, value_list(list), iterable); }
int native_set_add(Thread *t, Value set, Value v) { return set_add(t, value_set(set), v); }
int native_map_add(Thread *t, Value dict, Value key, Value v) { return dict_set(t, value_dict(dict), key, v); }

Value native_format(Thread *t, Value v, uint32_t conversion, Value spec) {
    return object_or_error(op_format_conv(t, v, conversion, value_is_unbound(spec) ? NULL : value_str(spec)));
}

Value native_intrinsic(Thread *t, uint32_t id, Value *args, uint32_t n) { return runtime_intrinsics[id](t, args, n); }
Value native_promise(Thread *t, Value v, uint32_t hint, Value what) { return promise_check(t, v, (BcHint)hint, value_str(what)); }

// --- exceptions

Value native_catch(Thread *t) { return error_take(t); }

Value native_reraise(Thread *t, Value exception) {
    error_restore(t, exception);
    return VALUE_ERROR;
}

Value native_enter_handler(Thread *t, Value exception) {
    Value before = t->handled;
    t->handled = exception;
    return before;
}

void native_leave_handler(Thread *t, Value exception) { t->handled = exception; }

void native_suspend(Thread *t, const Value *base, uint32_t at) { generator_suspend(t, base, frame_function(base)->proto->code + at + 1); }

Value native_raised(Thread *t, const Value *base, uint32_t at) {
    traceback_unwind(t, frame_function(base)->proto, at);
    return VALUE_ERROR;
}
