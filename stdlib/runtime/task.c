// A task beyond THREADS_MAX live ones runs at once, on the thread that spawns it: a legal schedule, and the bound.
#include "task.h"

#include <pthread.h>
#include <stdlib.h>
#include <time.h>

#include "call.h"
#include "class.h"
#include "dict.h"
#include "exception.h"
#include "list.h"
#include "native.h"
#include "str.h"
#include "tuple.h"

enum { THREADS_MAX = 200, SLICE_NS = 5000000 };

typedef struct Task {
    Object header;
    Value callee, args, keywords;  // until it starts
    Value result;                  // VALUE_ERROR: it failed with `failure`
    Value failure;
    bool done, awaited;
    struct Task *next;             // of all that have not been joined
} Task;

static void task_trace(Object *o, Tracer *tracer) {
    Task *task = (Task *)o;
    Value values[] = {task->callee, task->args, task->keywords, task->failure};
    tracer_values(tracer, values, 4);
    if (!value_is_error(task->result)) tracer_value(tracer, task->result);
    tracer_object(tracer, task->next);
}
const Layout layout_task = {.name = "task", .kind = KIND_OTHER, .size = sizeof(Task), .trace = task_trace};

// --- the world: who may run

static struct {
    pthread_mutex_t lock;
    pthread_cond_t free, finished;
    bool shared;           // there has been a second thread
    Thread *holder;        // NULL: nobody
    uint32_t waiting, live;
    Task *all;
} world = {.lock = PTHREAD_MUTEX_INITIALIZER, .free = PTHREAD_COND_INITIALIZER, .finished = PTHREAD_COND_INITIALIZER};

static void trace_tasks(Tracer *tracer) { tracer_object(tracer, world.all); }

// Under the lock. A holder that computes is asked to poll after a slice.
static void wait_for_world(Thread *t) {
    world.waiting++;
    while (world.holder) {
        struct timespec until;
        clock_gettime(CLOCK_REALTIME, &until);
        until.tv_nsec += SLICE_NS;
        if (until.tv_nsec >= 1000000000) until.tv_sec++, until.tv_nsec -= 1000000000;
        pthread_cond_timedwait(&world.free, &world.lock, &until);
        if (world.holder) __atomic_store_n(&world.holder->call_limit, NULL, __ATOMIC_RELAXED);
    }
    world.waiting--;
    world.holder = t;
    t->parked = NULL;
}

// The collector scans a waiting thread's stack from here on up: whoever waits keeps the registers in its frame.
[[gnu::noinline]] static void park(Thread *t) {
    t->parked = __builtin_frame_address(0);
    world.holder = NULL;
    pthread_cond_signal(&world.free);
}

void task_leave_saved(Thread *t) {
    if (!world.shared) return;
    pthread_mutex_lock(&world.lock);
    park(t);
    pthread_mutex_unlock(&world.lock);
}

void task_enter_saved(Thread *t, const Registers *registers) {
    if (!world.shared) return;
    pthread_mutex_lock(&world.lock);
    wait_for_world(t);
    pthread_mutex_unlock(&world.lock);
}

void task_poll(Thread *t) {
    if (!world.shared || !world.waiting) return;
    Registers registers;
    task_leave_world(t, &registers);
    sched_yield();
    task_enter_world(t, &registers);
}

// --- running

static void run_task(Thread *t, Task *task) {
    task->result = call_with_dict(t, task->callee, task->args, task->keywords);
    if (value_is_error(task->result)) task->failure = error_take(t);
    task->callee = task->args = task->keywords = VALUE_NONE;
    task->done = true;
}

static void *thread_main(void *task_pointer) {
    Task *task = task_pointer;  // reachable from world.all
    Thread *t = calloc(1, sizeof *t);
    if (!t) abort();
    task_enter_saved(t, NULL);
    if (thread_init(t)) {
        run_task(t, task);
        thread_fini(t);
    }
    pthread_mutex_lock(&world.lock);
    task->done = true;
    world.holder = NULL;
    world.live--;
    pthread_cond_broadcast(&world.finished);
    pthread_cond_signal(&world.free);
    pthread_mutex_unlock(&world.lock);
    free(t);
    return NULL;
}

static bool start_thread(Task *task) {
    pthread_attr_t attributes;
    pthread_t thread;
    if (pthread_attr_init(&attributes) != 0) return false;
    pthread_attr_setdetachstate(&attributes, PTHREAD_CREATE_DETACHED);
    pthread_attr_setstacksize(&attributes, 16 << 20);
    pthread_mutex_lock(&world.lock);
    world.shared = true;
    bool started = world.live < THREADS_MAX && pthread_create(&thread, &attributes, thread_main, task) == 0;
    world.live += started;
    pthread_mutex_unlock(&world.lock);
    pthread_attr_destroy(&attributes);
    return started;
}

Value rt_intrinsic_spawn(Thread *t, Value *args, uint32_t nargs) {
    Task *task = heap_new(t, &shape_task, sizeof *task);
    if (!task) return VALUE_ERROR;
    task->callee = args[0];
    task->args = args[1];
    task->keywords = args[2];
    task->result = task->failure = VALUE_NONE;
    task->next = world.all;
    world.all = task;
    if (!start_thread(task)) run_task(t, task);
    return value_from_object(task);
}

// --- waiting

static void wait_until_done(Thread *t, Task *task) {
    if (task->done) return;
    Registers registers;
    task_leave_world(t, &registers);
    pthread_mutex_lock(&world.lock);
    while (!task->done) pthread_cond_wait(&world.finished, &world.lock);
    pthread_mutex_unlock(&world.lock);
    task_enter_world(t, &registers);
}

static Value take_result(Thread *t, Task *task) {
    wait_until_done(t, task);
    task->awaited = true;
    if (!value_is_error(task->result)) return task->result;
    error_restore(t, task->failure);
    return VALUE_ERROR;
}

Value rt_intrinsic_await_task(Thread *t, Value *args, uint32_t nargs) {
    if (!value_has_shape(args[0], &shape_task)) return error_type(t, "await needs a task, which spawn gives, not '%T'", args[0]);
    return take_result(t, (Task *)value_object(args[0]));
}

bool task_join_all(Thread *t) {
    bool ok = true;
    while (world.all) {
        Task *task = world.all;
        wait_until_done(t, task);
        world.all = task->next;
        if (task->awaited || !value_is_error(task->result)) continue;
        exception_print(t, task->failure);
        ok = false;
    }
    return ok;
}

// --- the class

static Value task_repr(Thread *t, Value *args, uint32_t nargs) {
    const Task *task = (Task *)value_object(args[0]);
    const char *state = !task->done ? "running" : value_is_error(task->result) ? "failed" : "done";
    Str *s = str_format_c(t, "<Task %s>", state);
    return s ? value_from_object(s) : VALUE_ERROR;
}

static Value task_is_done(Thread *t, Value *args, uint32_t nargs) { return value_from_bool(((Task *)value_object(args[0]))->done); }
static Value task_result(Thread *t, Value *args, uint32_t nargs) { return take_result(t, (Task *)value_object(args[0])); }

static const NativeDef task_methods[] = {
    {"__repr__", task_repr, "self, /", 0},
    {"done", task_is_done, "self, /", 0},
    {"result", task_result, "self, /", 0},
    {0},
};

void task_init(Thread *t) {
    class_add_natives(&class_task, task_methods);
    heap_add_root_tracer(trace_tasks);
    world.holder = t;
}
