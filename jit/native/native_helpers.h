// The helpers that exist for compiled code only; the others are the runtime's own (compiler/native/native_helpers.def).
// `base` is the frame, `window` a call window in it: callee, three header slots, arguments.
#ifndef OTTER_NATIVE_HELPERS_H
#define OTTER_NATIVE_HELPERS_H

#include "compiler/native/native_layout.h"
#include "compiler/native/native_module.h"
#include "stdlib/runtime/ops.h"
#include "stdlib/runtime/thread.h"

Value native_inplace(Thread *t, uint32_t dunder, Value a, Value b);
Value native_compare(Thread *t, uint32_t which, Value a, Value b);    // which: 0 < 1 <= 2 == 3 != 4 > 5 >=
// What an operator gives whose method has declined; which: the number of an ANSWER (compiler/passes/pass.h).
Value native_declined(Thread *t, uint32_t which, Value a, Value b);
int native_compare_bool(Thread *t, uint32_t which, Value a, Value b);
int native_truth(Thread *t, Value v);
Value native_box_float(Thread *t, double d);
Value native_box_int(Thread *t, int64_t n);
Value native_box_word(Thread *t, uint64_t n);
int native_low_bits(Value v, uint32_t converts, uint64_t *bits);   // of an int, of a float too when it converts; 0: none

Value native_unbound_local(Thread *t, const Value *base, uint32_t reg);    // raises
Value native_unbound_free(Thread *t, const Value *base, uint32_t index);   // raises
Value native_global_missing(Thread *t, const Value *base, uint32_t slot);
int native_delete_global(Thread *t, const Value *base, uint32_t slot);
Value native_new_cell(Thread *t, Value content);

int native_for_prepare(Thread *t, Value *state, Value iterable);
int native_unpack(Thread *t, Value v, Value *out, uint32_t n);
int native_unpack_star(Thread *t, Value v, Value *out, uint32_t counts);   // first | last << 16
int native_is_range(Value v);
// The code point of a string of one character; -1: v is something else.
int native_code_point(Value v);

Value native_call(Thread *t, Value *window, uint32_t nargs, Value names);         // names: tuple, or int 0 for none
Value native_call_method(Thread *t, Value *window, uint32_t nargs, Value names);  // after native_method; counts self
Value native_method(Thread *t, Value v, Value name, Value *window);               // callable; window[4] = self or unbound
// Is the callee a function that runs prototype `proto` of this frame's module? Then it is noted in *seen.
int native_check_callee(Thread *t, Value callee, const Value *base, uint32_t proto, Value *seen);
Value native_leave(Thread *t, Value *base, const uint32_t *exit);                 // goes on in the bytecode (compiler/native/native_exit.h)
Value native_closure(Thread *t, Value *base, uint32_t proto, uint32_t which);     // BC_K_* | first extra register << 8
// A frame of `nregs` at base does not fit, or somebody wants this thread's attention: 1 go on, 0 RecursionError.
int native_stack_room(Thread *t, const Value *base, uint32_t nregs);
// Somebody wants this thread's attention in a loop.
int native_poll(Thread *t, int raises);  // 0: an exception is pending, which only a caller that raises is told
// Called when compiled code answers a poll, its frame published in t->base. The tier policy installs itself here.
extern void (*native_polled)(Thread *t);
// For --stress=deopt: 1 now and then.
int native_stress_exit(Thread *t);

// native_class.c. Has the object the shape in one of the packed cells? Classes not looked at yet are.
int native_fits_shape(Thread *t, Value v, const Value *base, const NativeClass *classes, uint64_t cells);
// A new object of class `number` without fields; VALUE_UNBOUND: the class is not as predicted.
// An object of the class as compiled code left it, for a place that leaves; compiled code made one of the class before.
Value native_object_at(Thread *t, const NativeClass *classes, uint32_t number, const Value *fields);
Value native_new_object(Thread *t, const Value *base, const NativeClass *classes, uint32_t number);
Value native_get_attr(Thread *t, Value v, Value name);
int native_set_attr(Thread *t, Value v, Value name, Value to);
// The same when an inline cache missed; it is filled in, unless it keeps missing.
Value native_get_attr_cached(Thread *t, Value v, Value name, NativeCache *cache);
int native_set_attr_cached(Thread *t, Value v, Value name, Value to, NativeCache *cache);
Value native_method_cached(Thread *t, Value v, Value name, Value *window, NativeCache *cache);
int native_delete_attr(Thread *t, Value v, Value name);
int native_set_item(Thread *t, Value container, Value key, Value v);
int native_delete_item(Thread *t, Value container, Value key);
// sequence[start:stop:step] of a list or string, and list[start:stop:step] = v.
Value native_get_slice(Thread *t, Value sequence, Value start, Value stop, Value step);
int native_set_slice(Thread *t, Value list, Value start, Value stop, Value step, Value v);
// An iterator over a string or bytes that has given `index` items.
Value native_iter_at(Thread *t, Value sequence, int64_t index);
Value native_char(Thread *t, int64_t code_point);
int64_t native_char_at(Value s, int64_t index);
Value native_list(Thread *t, const Value *items, uint32_t n);
Value native_tuple(Thread *t, const Value *items, uint32_t n);
Value native_dict(Thread *t, const Value *pairs, uint32_t nwords);
void native_reserve(Thread *t, Value list, int64_t n);
int native_append(Thread *t, Value list, Value v);
Value native_dict_get_or(Thread *t, Value dict, Value key, Value otherwise);
int native_append_byte(Thread *t, Value array, Value v);
Value native_pop(Thread *t, Value list);   // VALUE_UNBOUND: it is empty
int native_extend(Thread *t, Value list, Value iterable);
int native_set_add(Thread *t, Value set, Value v);
int native_map_add(Thread *t, Value dict, Value key, Value v);
Value native_format(Thread *t, Value v, uint32_t conversion, Value spec);         // spec unbound: none
Value native_intrinsic(Thread *t, uint32_t id, Value *args, uint32_t n);
Value native_promise(Thread *t, Value v, uint32_t hint, Value what);

Value native_catch(Thread *t);                             // the pending exception, pending no more
Value native_reraise(Thread *t, Value exception);
Value native_enter_handler(Thread *t, Value exception);   // the one handled so far
void native_leave_handler(Thread *t, Value exception);
// The instruction `at` of the frame raised and has no handler there: its line joins the traceback. VALUE_ERROR.
Value native_raised(Thread *t, const Value *base, uint32_t at);
// YIELD at instruction `at`, the live registers being in the frame.
void native_suspend(Thread *t, const Value *base, uint32_t at);

#endif
