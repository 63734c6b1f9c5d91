// Tasks: `spawn f(x)` queues the call for the pool (pool.h), `await t` waits for its value. They run in parallel, on native threads.
//
// A task that is awaited before it began runs on the thread that awaits it. Tasks spawned in `with tasks()` belong to that scope, and so do
// those that they spawn; leaving it joins them. A cancelled task that has not begun never will; a running one gets a CancelledError at
// its next call, wait or jump back; in optimised code inside `try` a loop that calls nothing is not left.
#ifndef OTTER_TASK_H
#define OTTER_TASK_H

#include "interrupt.h"
#include "threads.h"

typedef enum { TASK_QUEUED, TASK_RUNNING, TASK_DONE } TaskState;

typedef struct Task {
    Object header;
    Value callee, args, keywords;  // until it starts
    Value result;                  // VALUE_ERROR: it failed with `failure`
    Value failure;
    uint32_t state;                // TaskState; waited for as a futex
    uint32_t waiters;
    uint64_t number;               // in order of spawning
    struct TaskScope *scope;       // NULL: none
    struct Task *next;             // in its scope, in order of spawning
    struct Task *next_failed;
    bool awaited;                  // somebody has its value or its failure
    bool cancelled, told;          // told: the error for it has been raised
} Task;

typedef struct TaskScope {
    Object header;
    Task *first, *last;
    struct TaskScope *outer;       // the thread's before it was entered
    bool entered;
} TaskScope;

// The caller gives a new task to the pool. NULL: MemoryError pending.
Task *task_spawn(Thread *t, TaskScope *scope, Value callee, Value args, Value keywords);
// Its value, once it has one; VALUE_ERROR: what it raised is pending.
Value task_await(Thread *t, Task *task);
void task_cancel(Thread *t, Task *task);   // running ones see it when they are asked to poll

TaskScope *task_scope_new(Thread *t);
void task_scope_cancel(Thread *t, TaskScope *scope);
// Waits for all its tasks. A failure that nobody awaited cancels the rest and, if `raises`, is raised: the first in order of spawning.
bool task_scope_join(Thread *t, TaskScope *scope, bool raises);

// The task that runs here is cancelled, or the program interrupted (interrupt.h), or short of memory, and has not been told.
static inline bool task_is_cancelled(const Thread *t) {
    return t->overdrawn || (t->task && __atomic_load_n(&t->task->cancelled, __ATOMIC_RELAXED) && !t->task->told) || interrupt_waits(t);
}
// false: it is, and the error for that is pending.
bool task_check_cancelled(Thread *t);
// At a poll. False with an error pending: the running task is cancelled, the program interrupted or short of memory. *sample: nothing else was asked for.
bool task_poll(Thread *t, bool *sample);

void task_init(Thread *t);                 // the classes
void task_scope_init(void);
bool task_join_all(Thread *t);             // at exit; false: a task that nobody awaited failed (its traceback was printed)

#endif
