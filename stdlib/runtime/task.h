// Tasks: `spawn f(x)` runs the call on a native thread of its own, `await t` waits for its value.
//
// One thread runs the program's code at a time: it holds the lock `world`. It lets go where it waits (await, sleep, reading) and,
// when others are waiting, at the interpreter's polls. So no runtime structure needs locks of its own yet, and tasks that
// compute do not run in parallel.
#ifndef OTTER_TASK_H
#define OTTER_TASK_H

#include "registers.h"
#include "thread.h"

// Around a wait that needs nothing of the heap: other tasks run meanwhile. Cheap while there is one thread. Both calls belong
// into one function, whose frame keeps what its callers had in registers where a collection by another task finds it.
void task_leave_saved(Thread *t);
void task_enter_saved(Thread *t, const Registers *registers);
static inline __attribute__((always_inline)) void task_leave_world(Thread *t, Registers *registers) {
    registers_save(registers);
    task_leave_saved(t);
}
static inline void task_enter_world(Thread *t, const Registers *registers) { task_enter_saved(t, registers); }
// At a poll: lets others run when some are waiting.
void task_poll(Thread *t);

void task_init(Thread *t);                 // the class Task; the calling thread holds the world
bool task_join_all(Thread *t);             // at exit; false: a task that nobody awaited failed (its traceback was printed)

#endif
