// Counting who runs, under one lock. The registers of whoever is out lie in the frame of the function that called
// threads_leave or threads_stop, above `parked`, so the collector reads a thread's native stack from there on.
#include "threads.h"

#include <pthread.h>
#include <sched.h>
#include <time.h>

#include "heap.h"
#include "object_lock.h"
#include "pool.h"

enum { ASK_AGAIN_NS = 1000000, SPINS = 100, YIELDS = 20, NAP_NS = 50000 };

bool threads_parallel;
__thread Thread *thread_current;

static struct {
    pthread_mutex_t lock;
    pthread_cond_t stopped, resumed;
    Thread *stopper;       // who collects, or waits to
    uint32_t running;
    Thread *all;
} world = {.lock = PTHREAD_MUTEX_INITIALIZER, .stopped = PTHREAD_COND_INITIALIZER, .resumed = PTHREAD_COND_INITIALIZER};

static void link_thread(Thread *t) {
    t->next = world.all;
    world.all = t;
    world.running++;
    t->parallel = true;
    t->parked = NULL;
}

void threads_go_parallel(Thread *t) {
    if (threads_parallel) return;
    thread_current = t;
    link_thread(t);
    threads_parallel = true;
}

void threads_ask(Thread *t) { __atomic_store_n(&t->call_limit, NULL, __ATOMIC_SEQ_CST); }

static void ask_others(const Thread *but) {
    for (Thread *t = world.all; t; t = t->next)
        if (t != but) threads_ask(t);
}

void threads_ask_all(void) {
    pthread_mutex_lock(&world.lock);
    ask_others(NULL);
    pthread_mutex_unlock(&world.lock);
}

// --- out and back; under the lock

static void go_out(Thread *t, void *frame) {
    t->parked = frame;
    if (--world.running <= 1 && world.stopper) pthread_cond_signal(&world.stopped);
}

static void come_back(Thread *t) {
    while (world.stopper) pthread_cond_wait(&world.resumed, &world.lock);
    world.running++;
    t->parked = NULL;
}

// Between two of these calls a frame may be gone: the collector reads from the frame of the caller, which stays.
[[gnu::noinline]] void threads_step_out(Thread *t) {
    pthread_mutex_lock(&world.lock);
    go_out(t, __builtin_frame_address(0));
    pthread_mutex_unlock(&world.lock);
}

void threads_step_in(Thread *t) {
    pthread_mutex_lock(&world.lock);
    come_back(t);
    pthread_mutex_unlock(&world.lock);
}

void threads_leave_saved(Thread *t) {
    object_locks_suspend(t);
    threads_step_out(t);
    pool_thread_waits(t);
}

void threads_enter_saved(Thread *t, const Registers *registers) {
    pool_thread_goes_on(t);
    threads_step_in(t);
    object_locks_resume(t);
}

void threads_join(Thread *t) {
    thread_current = t;
    pthread_mutex_lock(&world.lock);
    while (world.stopper) pthread_cond_wait(&world.resumed, &world.lock);
    link_thread(t);
    pthread_mutex_unlock(&world.lock);
}

void threads_quit(Thread *t) {
    pthread_mutex_lock(&world.lock);
    Thread **at = &world.all;
    while (*at != t) at = &(*at)->next;
    *at = t->next;
    if (--world.running <= 1 && world.stopper) pthread_cond_signal(&world.stopped);
    pthread_mutex_unlock(&world.lock);
}

// --- stopping

bool threads_poll(Thread *t) {
    if (!__atomic_load_n(&world.stopper, __ATOMIC_SEQ_CST)) return false;
    Registers registers;
    registers_save(&registers);
    threads_step_out(t);
    threads_step_in(t);
    registers_keep(&registers);
    return true;
}

static struct timespec soon(void) {
    struct timespec at;
    clock_gettime(CLOCK_REALTIME, &at);
    at.tv_nsec += ASK_AGAIN_NS;
    if (at.tv_nsec >= 1000000000) at.tv_sec++, at.tv_nsec -= 1000000000;
    return at;
}

// Under the lock: another thread stops the world just now, so this one stops for it.
[[gnu::noinline]] static void stop_for_other(Thread *t) {
    go_out(t, __builtin_frame_address(0));
    come_back(t);
}

static void await_others(Thread *t) {
    while (world.running > 1) {
        ask_others(t);
        struct timespec until = soon();
        pthread_cond_timedwait(&world.stopped, &world.lock, &until);
    }
}

bool threads_stop(Thread *t) {
    if (!threads_parallel) return true;
    Registers registers;
    registers_save(&registers);
    pthread_mutex_lock(&world.lock);
    bool first = !world.stopper;
    if (first) {
        __atomic_store_n(&world.stopper, t, __ATOMIC_SEQ_CST);
        await_others(t);
    } else {
        stop_for_other(t);
    }
    pthread_mutex_unlock(&world.lock);
    registers_keep(&registers);
    return first;
}

void threads_resume(Thread *t) {
    if (!threads_parallel) return;
    pthread_mutex_lock(&world.lock);
    __atomic_store_n(&world.stopper, NULL, __ATOMIC_SEQ_CST);
    pthread_cond_broadcast(&world.resumed);
    pthread_mutex_unlock(&world.lock);
}

// --- locks

static bool lock_try(Thread *t, ThreadLock *lock) {
    Thread *nobody = NULL;
    return !__atomic_load_n(&lock->owner, __ATOMIC_RELAXED) &&
           __atomic_compare_exchange_n(&lock->owner, &nobody, t, false, __ATOMIC_ACQUIRE, __ATOMIC_RELAXED);
}

void threads_pass_time(uint32_t round) {
    if (round < YIELDS) {
        sched_yield();
        return;
    }
    struct timespec nap = {0, NAP_NS};
    nanosleep(&nap, NULL);
}

static void lock_wait(Thread *t, ThreadLock *lock) {
    for (uint32_t i = 0; i < SPINS; i++)
        if (lock_try(t, lock)) return;
    Registers registers;
    threads_leave(t, &registers);
    for (uint32_t round = 0; !lock_try(t, lock); round++) threads_pass_time(round);
    threads_enter(t, &registers);
}

void thread_lock_taken(Thread *t, ThreadLock *lock) {
    if (__atomic_load_n(&lock->owner, __ATOMIC_RELAXED) != t) lock_wait(t, lock);
    lock->depth++;
}

// What began while there was one thread did not take it.
void thread_lock_given(Thread *t, ThreadLock *lock) {
    if (__atomic_load_n(&lock->owner, __ATOMIC_RELAXED) == t && --lock->depth == 0) __atomic_store_n(&lock->owner, NULL, __ATOMIC_RELEASE);
}
