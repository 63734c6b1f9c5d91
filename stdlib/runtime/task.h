// Tasks: `spawn f(x)` runs the call on a native thread of its own, `await t` waits for its value.
//
// One thread runs the program's code at a time: it holds the lock `world`. It lets go where it waits (await, sleep, reading) and,
// when others are waiting, at the interpreter's polls. So no runtime structure needs locks of its own yet, and tasks that
// compute do not run in parallel.
#ifndef OTTER_TASK_H
#define OTTER_TASK_H

#include "thread.h"

// Around a wait that needs nothing of the heap: other tasks run meanwhile. Cheap while there is one thread.
void task_leave_world(Thread *t);
void task_enter_world(Thread *t);
// At a poll: lets others run when some are waiting.
void task_poll(Thread *t);

void task_init(Thread *t);                 // the class Task; the calling thread holds the world
bool task_join_all(Thread *t);             // at exit; false: a task that nobody awaited failed (its traceback was printed)

#endif
