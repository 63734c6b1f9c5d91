// Roots: registered slots and tracers, builtin classes, threads' fields and their two stacks; and the list of objects
// with finishers, which is the one weak list.
//
// Both stacks are read conservatively: any word in them that is an address inside an object, tagged or not, keeps it.
#include <stdlib.h>

#include "class.h"
#include "compiler/base/arena.h"
#include "compiler/base/vec.h"
#include "frame.h"
#include "function.h"
#include "heap_int.h"
#include "registers.h"

typedef struct {
    Value *slots;
    size_t count;
} RootSlots;

typedef void (*RootTracer)(Tracer *tracer);

static VEC(RootSlots) root_slots;
static VEC(RootTracer) root_tracers;
static VEC(Object *) finishing;

void heap_add_root(Value *slots, size_t count) {
    heap_lock();
    vec_push(&root_slots, {slots, count});
    heap_unlock();
}

void heap_remove_root(const Value *slots) {
    heap_lock();
    for (uint32_t i = 0; i < root_slots.count; i++)
        if (root_slots.items[i].slots == slots) root_slots.items[i--] = vec_take_last(&root_slots);
    heap_unlock();
}

void heap_add_root_tracer(void (*trace)(Tracer *tracer)) {
    heap_lock();
    vec_reserve(&root_tracers, root_tracers.count + 1);
    root_tracers.items[root_tracers.count++] = trace;
    heap_unlock();
}

static void trace_builtins(Tracer *m) {
    static Class *const classes[] = {
#define BUILTIN_CLASS(ident, name, base, kind, flags) &class_##ident,
#include "builtin_classes.def"
#undef BUILTIN_CLASS
    };
    for (size_t i = 0; i < sizeof classes / sizeof *classes; i++) {
        tracer_static(m, &classes[i]->header);
        if (classes[i]->root != NULL) tracer_static(m, &classes[i]->root->header);
    }
}

void (*heap_watch_native_words)(const uintptr_t *from, const uintptr_t *to);

static void trace_native_words(Tracer *m, const void *from, const void *to) {
    tracer_words(m, from, to);
    if (heap_watch_native_words) heap_watch_native_words(from, to);
}

[[gnu::noinline]] static void trace_native_stack(Tracer *m, Thread *t) {
    Registers registers;
    registers_save(&registers);
    trace_native_words(m, &registers, &registers + 1);
    trace_native_words(m, __builtin_frame_address(0), t->native_top);
}

// The innermost frame's registers end there, or the window being bound above them. What lies beyond is left over from
// frames that are gone: it must not keep anything alive.
static const Value *vm_stack_top(const Thread *t) {
    const Value *top = t->stack;
    if (t->base != NULL) {
        Object *callee = t->base - t->stack < BC_WINDOW_HEADER ? NULL : object_containing(frame_callee(t->base).bits);
        bool known = callee != NULL && callee->shape->kind == KIND_FUNCTION;
        top = t->base + (known ? ((Function *)callee)->proto->nregs : THREAD_STACK_RESERVE);
    }
    if (t->bind_top != NULL && t->bind_top > top) top = t->bind_top;
    return top < t->stack_end ? top : t->stack_end;
}

static void trace_thread(Tracer *m, Thread *t) {
    tracer_value(m, t->pending);
    tracer_value(m, t->handled);
    tracer_object(m, t->generator);
    tracer_words(m, t->stack, vm_stack_top(t));
    tracer_object(m, t->task);
    tracer_object(m, t->scope);
    if (t->parked) trace_native_words(m, t->parked, t->native_top);
}

void roots_trace(Tracer *m, Thread *t) {
    trace_builtins(m);
    for (uint32_t i = 0; i < root_slots.count; i++) tracer_values(m, root_slots.items[i].slots, root_slots.items[i].count);
    for (uint32_t i = 0; i < root_tracers.count; i++) root_tracers.items[i](m);
    for (HeapThread *h = heap.threads; h != NULL; h = h->next) trace_thread(m, h->thread);
    trace_native_stack(m, t);
}

void finish_register(Object *o) {
    heap_lock();
    vec_push(&finishing, o);
    heap_unlock();
}

bool heap_found_alive(const Object *o) { return object_is_marked(o); }

void finish_dead(void) {
    uint32_t kept = 0;
    for (uint32_t i = 0; i < finishing.count; i++) {
        Object *o = finishing.items[i];
        if (object_is_marked(o)) finishing.items[kept++] = o;
        else o->shape->layout->finish(o);
    }
    finishing.count = kept;
}
