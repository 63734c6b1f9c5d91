// The pool: native threads that run tasks.
//
// Every thread that spawns has a deque (Chase, Lev 2005, in the form of Le, Pop, Cohen, Nardelli 2013): it pushes and takes at the bottom,
// idle workers steal at the top. As many threads run as pool_set_threads says, the program's main thread being one of them. A thread
// that waits lets another run in its place, so waiting tasks make the pool grow (up to POOL_THREADS_MAX native threads). When
// tasks are queued and none has been started for a while, one more is added: a task that spins waits for nobody forever.
#ifndef OTTER_POOL_H
#define OTTER_POOL_H

#include "heap.h"

struct Task;

enum { POOL_THREADS_MAX = 1000 };

void pool_set_threads(uint32_t n);               // 0: as many as there are processors
uint32_t pool_threads(void);

// Queues a task on the calling thread's deque. false: no memory.
bool pool_push(Thread *t, struct Task *task);
// A task of the calling thread's deque, or a stolen one; NULL: none found. The deques may hold tasks that run already.
struct Task *pool_take(Thread *t);
// Takes `task` off the bottom of the calling thread's deque, if it lies there.
void pool_drop(Thread *t, struct Task *task);

// Called by threads_leave and threads_enter.
void pool_thread_waits(Thread *t);
void pool_thread_goes_on(Thread *t);

void pool_trace(Tracer *tracer);                 // queued tasks

// Runs one task to its end; tasks.c's.
extern void (*pool_run)(Thread *t, struct Task *task);

#endif
