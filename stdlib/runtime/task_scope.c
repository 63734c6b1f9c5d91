// `with tasks()`, and `parallel for`, which is a scope of tasks that each run a part of the loop.
#include "class.h"
#include "exception.h"
#include "int.h"
#include "iter.h"
#include "list.h"
#include "native.h"
#include "pool.h"
#include "range.h"
#include "task.h"
#include "tuple.h"

static void scope_trace(Object *o, Tracer *tracer) {
    tracer_object(tracer, ((TaskScope *)o)->first);
    tracer_object(tracer, ((TaskScope *)o)->last);
    tracer_object(tracer, ((TaskScope *)o)->outer);
}
const Layout layout_tasks = {.name = "tasks", .kind = KIND_OTHER, .size = sizeof(TaskScope), .trace = scope_trace};

TaskScope *task_scope_new(Thread *t) { return heap_new(t, &shape_tasks, sizeof(TaskScope)); }

static TaskScope *self_scope(Value *args) { return (TaskScope *)value_object(args[0]); }

static Value scope_dunder_new(Thread *t, Value *args, uint32_t nargs) {
    TaskScope *scope = task_scope_new(t);
    return scope ? value_from_object(scope) : VALUE_ERROR;
}

static Value scope_enter(Thread *t, Value *args, uint32_t nargs) {
    TaskScope *scope = self_scope(args);
    if (scope->entered) return error_raise(t, &class_RuntimeError, "this scope of tasks has been entered before; call tasks() again");
    scope->entered = true;
    scope->outer = t->scope;
    t->scope = scope;
    return args[0];
}

static Value scope_exit(Thread *t, Value *args, uint32_t nargs) {
    TaskScope *scope = self_scope(args);
    bool failed = !value_is_none(args[2]);
    t->scope = scope->outer;
    if (failed) task_scope_cancel(t, scope);
    return task_scope_join(t, scope, !failed) ? VALUE_FALSE : VALUE_ERROR;
}

static Value scope_cancel(Thread *t, Value *args, uint32_t nargs) {
    task_scope_cancel(t, self_scope(args));
    return VALUE_NONE;
}

static const NativeDef scope_methods[] = {
    {"__new__", scope_dunder_new, "cls, /", NATIVE_STATIC},
    {"__enter__", scope_enter, "self, /", 0},
    {"__exit__", scope_exit, "self, type, value, traceback, /", 0},
    {"cancel", scope_cancel, "self, /", 0},
    {0},
};

void task_scope_init(void) { class_add_natives(&class_tasks, scope_methods); }

// --- parallel for

enum { PARTS_PER_THREAD = 8 };

// What the loop runs over, as something of known length that parts can be taken of: a range of small ints, or a tuple.
static Value divisible(Thread *t, Value iterable) {
    int64_t start, stop, step;
    if (value_has_shape(iterable, &shape_range) && range_is_small((Range *)value_object(iterable), &start, &stop, &step)) return iterable;
    Tuple *items = tuple_from_iterable(t, iterable);
    return items ? value_from_object(items) : VALUE_ERROR;
}

static int64_t length_of(Value whole) {
    return value_has_shape(whole, &shape_range) ? value_int(((Range *)value_object(whole))->length) : (int64_t)value_tuple(whole)->length;
}

static Value part_of(Thread *t, Value whole, int64_t from, int64_t to) {
    if (value_has_shape(whole, &shape_tuple)) {
        Tuple *part = tuple_from(t, value_tuple(whole)->items + from, (size_t)(to - from));
        return part ? value_from_object(part) : VALUE_ERROR;
    }
    int64_t start, stop, step;
    range_is_small((Range *)value_object(whole), &start, &stop, &step);
    return range_new(t, value_from_small(start + from * step), value_from_small(start + to * step), value_from_small(step));
}

static bool spawn_part(Thread *t, TaskScope *scope, Value function, Value whole, int64_t from, int64_t to) {
    Value part = part_of(t, whole, from, to);
    Tuple *args = value_is_error(part) ? NULL : tuple_from(t, &part, 1);
    return args && task_spawn(t, scope, function, value_from_object(args), VALUE_NONE);
}

// parallel_for(iterable, body): body runs the loop over the part it is given.
Value rt_intrinsic_parallel_for(Thread *t, Value *args, uint32_t nargs) {
    Value whole = divisible(t, args[0]);
    TaskScope *scope = value_is_error(whole) ? NULL : task_scope_new(t);
    if (!scope) return VALUE_ERROR;
    int64_t length = length_of(whole), parts = (int64_t)pool_threads() * PARTS_PER_THREAD;
    if (parts > length) parts = length;
    bool ok = true;
    for (int64_t i = 0; ok && i < parts; i++) ok = spawn_part(t, scope, args[1], whole, length * i / parts, length * (i + 1) / parts);
    if (!ok) {
        Value failure = error_take(t);
        task_scope_cancel(t, scope);
        task_scope_join(t, scope, false);
        error_restore(t, failure);
        return VALUE_ERROR;
    }
    return task_scope_join(t, scope, true) ? VALUE_NONE : VALUE_ERROR;
}
