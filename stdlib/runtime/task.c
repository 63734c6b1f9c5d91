// Running and awaiting tasks, and the class Task.
//
// Whoever changes `state` from QUEUED runs the task: a worker that took it from a deque, the thread that awaits it, or nobody any more, when
// it was cancelled. The deques may go on holding it meanwhile.
#include "task.h"

#include <limits.h>
#include <linux/futex.h>
#include <pthread.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "call.h"
#include "class.h"
#include "exception.h"
#include "native.h"
#include "object_lock.h"
#include "pool.h"
#include "str.h"

enum { NATIVE_ROOM = 2 << 20, STACK_ROOM = 1 << 16 };  // bytes, slots: a task runs inside an await only with so much left

static void task_trace(Object *o, Tracer *tracer) {
    Task *task = (Task *)o;
    Value values[] = {task->callee, task->args, task->keywords, task->failure};
    tracer_values(tracer, values, 4);
    if (!value_is_error(task->result)) tracer_value(tracer, task->result);
    tracer_object(tracer, task->scope);
    tracer_object(tracer, task->next);
}
const Layout layout_task = {.name = "task", .kind = KIND_OTHER, .size = sizeof(Task), .trace = task_trace};

static struct {
    pthread_mutex_t lock;      // of `failed` and of scopes' lists; nothing collects under it
    Task *failed;              // and perhaps not awaited
    uint32_t pending;          // not done; waited for as a futex by the end of the program
    uint64_t spawned;
} tasks = {.lock = PTHREAD_MUTEX_INITIALIZER};

static void trace_tasks(Tracer *tracer) {
    for (Task *task = tasks.failed; task; task = task->next_failed) tracer_object(tracer, task);
    pool_trace(tracer);
}

static uint32_t load(const uint32_t *word) { return __atomic_load_n(word, __ATOMIC_SEQ_CST); }
static void sleep_on(uint32_t *word, uint32_t while_it_is) { syscall(SYS_futex, word, FUTEX_WAIT_PRIVATE, while_it_is, NULL, NULL, 0); }
static void wake_all(uint32_t *word) { syscall(SYS_futex, word, FUTEX_WAKE_PRIVATE, INT_MAX, NULL, NULL, 0); }

// --- ending

// Awaited ones are taken out whenever there are twice as many as after the last time.
static void note_failed(Task *task) {
    static uint32_t count, limit = 64;
    pthread_mutex_lock(&tasks.lock);
    task->next_failed = tasks.failed;
    tasks.failed = task;
    if (++count > limit) {
        count = 0;
        for (Task **at = &tasks.failed; *at;) {
            if ((*at)->awaited) *at = (*at)->next_failed;
            else at = &(*at)->next_failed, count++;
        }
        limit = count * 2 > 64 ? count * 2 : 64;
    }
    pthread_mutex_unlock(&tasks.lock);
}

static void finish(Task *task) {
    task->callee = task->args = task->keywords = VALUE_NONE;
    if (value_is_error(task->result) && !__atomic_load_n(&task->cancelled, __ATOMIC_RELAXED)) note_failed(task);
    __atomic_store_n(&task->state, TASK_DONE, __ATOMIC_SEQ_CST);
    if (load(&task->waiters)) wake_all(&task->state);
    if (__atomic_sub_fetch(&tasks.pending, 1, __ATOMIC_SEQ_CST) == 0) wake_all(&tasks.pending);
}

// --- running

static bool claim(Task *task) {
    uint32_t queued = TASK_QUEUED;
    return __atomic_compare_exchange_n(&task->state, &queued, TASK_RUNNING, false, __ATOMIC_ACQ_REL, __ATOMIC_RELAXED);
}

// The task sees nothing of what the thread does otherwise: it may run inside an await.
static void run_claimed(Thread *t, Task *task) {
    Task *outer = t->task;
    TaskScope *scope = t->scope;
    Value handled = t->handled;
    struct Generator *generator = t->generator;
    t->task = task;
    t->scope = task->scope;
    t->handled = VALUE_NONE;
    t->generator = NULL;
    Value result = call_with_dict(t, task->callee, task->args, task->keywords);
    if (value_is_error(result)) task->failure = error_take(t);
    task->result = result;
    t->task = outer;
    t->scope = scope;
    t->handled = handled;
    t->generator = generator;
    finish(task);
}

static void run_taken(Thread *t, Task *task) {
    if (claim(task)) run_claimed(t, task);
}

static TaskScope *scope_of(Thread *t, TaskScope *scope) { return scope ? scope : t->scope; }

static void scope_add(TaskScope *scope, Task *task) {
    pthread_mutex_lock(&tasks.lock);
    if (scope->last) scope->last->next = task;
    else scope->first = task;
    scope->last = task;
    pthread_mutex_unlock(&tasks.lock);
}

Task *task_spawn(Thread *t, TaskScope *scope, Value callee, Value args, Value keywords) {
    if (!task_check_cancelled(t)) return NULL;
    Task *task = heap_new(t, &shape_task, sizeof *task);
    if (!task) return NULL;
    task->callee = callee;
    task->args = args;
    task->keywords = keywords;
    task->result = task->failure = VALUE_NONE;
    task->number = __atomic_fetch_add(&tasks.spawned, 1, __ATOMIC_RELAXED);
    task->scope = scope_of(t, scope);
    if (task->scope) scope_add(task->scope, task);
    __atomic_fetch_add(&tasks.pending, 1, __ATOMIC_SEQ_CST);
    if (!pool_push(t, task)) run_taken(t, task);
    return task;
}

Value rt_intrinsic_spawn(Thread *t, Value *args, uint32_t nargs) {
    Task *task = task_spawn(t, NULL, args[0], args[1], args[2]);
    return task ? value_from_object(task) : VALUE_ERROR;
}

// --- waiting

static bool has_room(const Thread *t) {
    return (char *)__builtin_frame_address(0) - t->native_limit > NATIVE_ROOM && (!t->base || t->base + STACK_ROOM < t->stack_limit);
}

// Until it is done or this thread is interrupted.
static void wait_until_done(Thread *t, Task *task) {
    Registers registers;
    __atomic_fetch_add(&task->waiters, 1, __ATOMIC_SEQ_CST);
    threads_leave(t, &registers);
    for (uint32_t state; (state = load(&task->state)) != TASK_DONE && !interrupt_waits(t);) sleep_on(&task->state, state);
    threads_enter(t, &registers);
    __atomic_fetch_sub(&task->waiters, 1, __ATOMIC_SEQ_CST);
}

static void bring_to_end(Thread *t, Task *task) {
    if (load(&task->state) == TASK_DONE) return;
    object_locks_suspend(t);
    if (has_room(t) && claim(task)) {
        pool_drop(t, task);
        run_claimed(t, task);
    } else {
        wait_until_done(t, task);
    }
    object_locks_resume(t);
}

Value task_await(Thread *t, Task *task) {
    bring_to_end(t, task);
    task->awaited = true;
    if (!task_check_cancelled(t)) return VALUE_ERROR;
    if (!value_is_error(task->result)) return task->result;
    error_restore(t, task->failure);
    return VALUE_ERROR;
}

Value rt_intrinsic_await_task(Thread *t, Value *args, uint32_t nargs) {
    if (!value_has_shape(args[0], &shape_task)) return error_type(t, "await needs a task, which spawn gives, not '%T'", args[0]);
    return task_await(t, (Task *)value_object(args[0]));
}

// --- cancelling

static Value cancelled_error(Thread *t) {
    error_raise(t, &class_CancelledError, "the task was cancelled");
    return VALUE_ERROR;
}

bool task_check_cancelled(Thread *t) {
    if (__builtin_expect(!task_is_cancelled(t), 1)) return true;
    if (t->overdrawn) {
        t->overdrawn = 0;
        error_out_of_memory(t);
        return false;
    }
    if (!interrupt_check(t)) return false;
    t->task->told = true;
    cancelled_error(t);
    return false;
}

void task_cancel(Thread *t, Task *task) {
    if (load(&task->state) == TASK_DONE) return;
    __atomic_store_n(&task->cancelled, true, __ATOMIC_RELAXED);
    if (!claim(task)) return;
    cancelled_error(t);
    task->failure = error_take(t);
    task->result = VALUE_ERROR;
    finish(task);
}

bool task_poll(Thread *t, bool *sample) {
    *sample = threads_parallel ? !threads_poll(t) : true;
    return task_check_cancelled(t);
}

// --- scopes

void task_scope_cancel(Thread *t, TaskScope *scope) {
    for (Task *task = scope->first; task; task = task->next) task_cancel(t, task);
    if (threads_parallel) threads_ask_all();
}

static bool failed_unnoticed(const Task *task) { return value_is_error(task->result) && !task->awaited && !task->cancelled; }

bool task_scope_join(Thread *t, TaskScope *scope, bool raises) {
    Task *failed = NULL;
    Value interrupt = VALUE_UNBOUND;
    for (Task *task = scope->first; task; task = task->next) {
        while (bring_to_end(t, task), !interrupt_check(t)) {
            interrupt = error_take(t);
            task_scope_cancel(t, scope);
        }
        if (!failed_unnoticed(task)) continue;
        task->awaited = true;
        if (!failed) {
            failed = task;
            task_scope_cancel(t, scope);
        }
    }
    bool interrupted = !value_is_unbound(interrupt);
    if (!interrupted && (!failed || !raises)) return true;
    error_restore(t, interrupted ? interrupt : failed->failure);
    return false;
}

// --- the end of the program

static void run_all(Thread *t) {
    for (;;) {
        for (Task *task; (task = pool_take(t));) run_taken(t, task);
        uint32_t pending = load(&tasks.pending);
        if (pending == 0) return;
        Registers registers;
        threads_leave(t, &registers);
        sleep_on(&tasks.pending, pending);
        threads_enter(t, &registers);
    }
}

static Task *take_first_failed(void) {
    Task **first = NULL;
    for (Task **at = &tasks.failed; *at; at = &(*at)->next_failed)
        if (!first || (*at)->number < (*first)->number) first = at;
    Task *task = *first;
    *first = task->next_failed;
    return task;
}

bool task_join_all(Thread *t) {
    if (!threads_parallel) return true;
    bool ok = true;
    run_all(t);
    while (tasks.failed) {
        Task *task = take_first_failed();
        if (task->awaited) continue;
        exception_print(t, task->failure);
        ok = false;
    }
    return ok;
}

// --- the class

static Task *self_task(Value *args) { return (Task *)value_object(args[0]); }

static Value task_repr(Thread *t, Value *args, uint32_t nargs) {
    const Task *task = self_task(args);
    bool done = load(&task->state) == TASK_DONE, failed = done && value_is_error(task->result);
    Str *s = str_format_c(t, "<Task %s>", !done ? "running" : !failed ? "done" : task->cancelled ? "cancelled" : "failed");
    return s ? value_from_object(s) : VALUE_ERROR;
}

static Value task_is_done(Thread *t, Value *args, uint32_t nargs) { return value_from_bool(load(&self_task(args)->state) == TASK_DONE); }
static Value task_result(Thread *t, Value *args, uint32_t nargs) { return task_await(t, self_task(args)); }

static Value task_cancel_method(Thread *t, Value *args, uint32_t nargs) {
    task_cancel(t, self_task(args));
    if (threads_parallel) threads_ask_all();
    return VALUE_NONE;
}

static const NativeDef task_methods[] = {
    {"__repr__", task_repr, "self, /", 0},
    {"done", task_is_done, "self, /", 0},
    {"result", task_result, "self, /", 0},
    {"cancel", task_cancel_method, "self, /", 0},
    {0},
};

void task_init(Thread *t) {
    thread_current = t;
    pool_run = run_taken;
    class_add_natives(&class_task, task_methods);
    task_scope_init();
    heap_add_root_tracer(trace_tasks);
}
