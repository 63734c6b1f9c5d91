// The worker thread: ticks, and compiles. While it compiles it does not tick; when it is done it asks for a poll, so that the
// code is taken over soon.
#include <pthread.h>
#include <stdlib.h>
#include <time.h>

#include "jit/native/native_attach.h"
#include "jit/native/native_object.h"
#include "stdlib/runtime/thread.h"
#include "tier_int.h"

enum { TICK_NS = 1000000, TICK_MAX_NS = 16000000 };  // a program that does not answer is asked less and less often

static struct {
    pthread_mutex_t lock;
    pthread_cond_t wake;
    TierJob *waiting, **waiting_end;  // first come, first served
    TierJob *done;
    Thread *program;
    TierCompile compile;
} worker = {.lock = PTHREAD_MUTEX_INITIALIZER, .wake = PTHREAD_COND_INITIALIZER, .waiting_end = &worker.waiting};

static void ask_for_poll(void) { __atomic_store_n(&worker.program->call_limit, NULL, __ATOMIC_RELAXED); }

static struct timespec next_tick(void) {
    static long interval = TICK_NS;
    bool unanswered = __atomic_load_n(&worker.program->call_limit, __ATOMIC_RELAXED) == NULL;
    interval = !unanswered ? TICK_NS : interval < TICK_MAX_NS ? interval * 2 : interval;
    struct timespec at;
    clock_gettime(CLOCK_REALTIME, &at);
    at.tv_nsec += interval;
    if (at.tv_nsec >= 1000000000) {
        at.tv_nsec -= 1000000000;
        at.tv_sec++;
    }
    return at;
}

// The next job, ticking until there is one. Called and returns with the lock held.
static TierJob *await_job(void) {
    while (!worker.waiting) {
        struct timespec at = next_tick();
        pthread_cond_timedwait(&worker.wake, &worker.lock, &at);
        ask_for_poll();
    }
    TierJob *job = worker.waiting;
    worker.waiting = job->next;
    if (!worker.waiting) worker.waiting_end = &worker.waiting;
    return job;
}

static uint64_t now_us(void) {
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (uint64_t)now.tv_sec * 1000000 + (uint64_t)now.tv_nsec / 1000;
}

void worker_compile(TierJob *job, TierCompile compile) {
    NativeCode code;
    uint64_t start = now_us();
    if (!compile(job->place->proto->module->bc, &job->unit, &code)) return;
    job->result = native_object_load(code.bytes, code.size, native_symbol, &job->piece);
    job->code = (TierCode){code.size, now_us() - start, false};
    free(code.bytes);
}

static void *work(void *unused) {
    pthread_mutex_lock(&worker.lock);
    for (;;) {
        TierJob *job = await_job();
        pthread_mutex_unlock(&worker.lock);
        worker_compile(job, worker.compile);
        pthread_mutex_lock(&worker.lock);
        job->next = worker.done;
        worker.done = job;
        ask_for_poll();
    }
    return unused;
}

void worker_start(Thread *t, TierCompile compile) {
    worker.program = t;
    worker.compile = compile;
    pthread_t thread;
    if (pthread_create(&thread, NULL, work, NULL) == 0) pthread_detach(thread);
}

void worker_put(TierJob *job) {
    pthread_mutex_lock(&worker.lock);
    job->next = NULL;
    *worker.waiting_end = job;
    worker.waiting_end = &job->next;
    pthread_cond_signal(&worker.wake);
    pthread_mutex_unlock(&worker.lock);
}

TierJob *worker_take(void) {
    pthread_mutex_lock(&worker.lock);
    TierJob *job = worker.done;
    if (job) worker.done = job->next;
    pthread_mutex_unlock(&worker.lock);
    return job;
}
