// The world: the native threads that run the program's code, all at once, and stopping them for a collection.
//
// A thread *runs* or is *out*: it waits (await, sleep, reading, a lock) and touches no object meanwhile. The collector's
// thread asks the running ones to poll and goes on when all others are out. Polls are calls and jumps back, which compare with
// Thread.call_limit anyway; a thread that is out may not run again before the collection is over.
// Until a program starts its first task there is one thread, `threads_parallel` is false, and all of this costs one branch.
#ifndef OTTER_THREADS_H
#define OTTER_THREADS_H

#include "registers.h"
#include "thread.h"

extern bool threads_parallel;              // there is or was a second thread; never goes back

void threads_go_parallel(Thread *t);       // before the program's only thread starts another
void threads_join(Thread *t);              // a new native thread, before it touches anything of the program's; then it runs
void threads_quit(Thread *t);              // its last act

// Out and back. Both calls belong into one function, whose frame keeps what its callers had in registers where a collection
// finds it. While out a thread holds no object locks.
void threads_leave_saved(Thread *t);
void threads_enter_saved(Thread *t, const Registers *registers);
static inline __attribute__((always_inline)) void threads_leave(Thread *t, Registers *registers) {
    if (!threads_parallel) return;
    registers_save(registers);
    threads_leave_saved(t);
}
static inline void threads_enter(Thread *t, const Registers *registers) {
    if (threads_parallel) threads_enter_saved(t, registers);
}
// The same for waits that are short and end by themselves (another thread's critical section): object locks are kept.
void threads_step_out(Thread *t);
void threads_step_in(Thread *t);

// At a poll (Thread.call_limit was found NULL and has been restored): stops when asked. True: it did, and nothing else was asked.
bool threads_poll(Thread *t);
void threads_ask(Thread *t);               // makes another thread poll soon
void threads_ask_all(void);

// Every other thread is out until threads_resume. false: another thread has stopped the world meanwhile, and resumed it.
bool threads_stop(Thread *t);
void threads_resume(Thread *t);

// A lock of the runtime around what may allocate, collect or wait; waiting for it is being out. Recursive. Free while the program
// has one thread.
typedef struct {
    Thread *owner;
    uint32_t depth;        // of its owner's
} ThreadLock;
void thread_lock_taken(Thread *t, ThreadLock *lock);
void thread_lock_given(Thread *t, ThreadLock *lock);
static inline void thread_lock(Thread *t, ThreadLock *lock) {
    if (threads_parallel) thread_lock_taken(t, lock);
}
static inline void thread_unlock(Thread *t, ThreadLock *lock) {
    if (threads_parallel) thread_lock_given(t, lock);
}

void threads_pass_time(uint32_t round);    // between two tries of something another thread is about to finish; while out

// The thread that runs here.
extern __thread Thread *thread_current;

#endif
