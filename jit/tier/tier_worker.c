// Two threads: one ticks, asking the program's thread to poll; the other compiles what is waiting, and asks for a poll when it is
// done, so that the code is taken over soon. Both block all signals, which are the program's.
//
// A forked child has neither thread. It starts them anew at its first poll; what the parent was compiling is compiled again.
#include <pthread.h>
#include <signal.h>
#include <stdlib.h>
#include <time.h>

#include "jit/native/native_attach.h"
#include "jit/native/native_object.h"
#include "stdlib/runtime/threads.h"
#include "tier_int.h"

enum {
    PATIENCE = 16,    // a program that does not answer is asked less and less often, down to a 16th
    WAITING_MAX = 2,  // what waits longer is better chosen again, knowing more
};

static struct {
    pthread_mutex_t lock;
    pthread_cond_t wake;
    TierJob *waiting, **waiting_end;  // the most wanted first, then as they came
    TierJob *current;                 // being compiled
    TierJob *done;
    Thread *program;
    TierCompile compile;
    void (*forked)(void);
    bool orphaned;                    // by fork: the threads are the parent's
    bool compiling;                   // there is a compiling thread
    uint32_t ticks;
} worker = {.lock = PTHREAD_MUTEX_INITIALIZER, .wake = PTHREAD_COND_INITIALIZER, .waiting_end = &worker.waiting};

static void ask_for_poll(void) {
    if (threads_parallel) threads_ask_all();
    else __atomic_store_n(&worker.program->call_limit, NULL, __ATOMIC_RELAXED);
}

// --- ticking

static void *tick(void *unused) {
    long factor = 1;
    for (;;) {
        long ns = (long)tier_options.interval * 1000 * factor;
        nanosleep(&(struct timespec){ns / 1000000000, ns % 1000000000}, NULL);
        bool unanswered = !threads_parallel && __atomic_load_n(&worker.program->call_limit, __ATOMIC_RELAXED) == NULL;
        factor = !unanswered ? 1 : factor < PATIENCE ? factor * 2 : factor;
        __atomic_fetch_add(&worker.ticks, 1, __ATOMIC_RELAXED);
        ask_for_poll();
    }
    return unused;
}

bool worker_ticked(void) {
    static thread_local uint32_t before;
    uint32_t ticks = __atomic_load_n(&worker.ticks, __ATOMIC_RELAXED);
    bool ticked = ticks != before;
    before = ticks;
    return ticked;
}

// --- compiling

static uint64_t now_us(void) {
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (uint64_t)now.tv_sec * 1000000 + (uint64_t)now.tv_nsec / 1000;
}

void worker_compile(TierJob *job, TierCompile compile) {
    NativeCode code = {0};
    uint64_t start = now_us();
    TierOutcome outcome = compile(job->place->proto->part->bc, &job->unit, &code);
    if (outcome == TIER_COMPILED) job->result = native_object_load(code.bytes, code.size, native_symbol, &job->piece);
    if (outcome == TIER_COMPILED && !job->result) outcome = TIER_UNLOADABLE;
    job->code = (TierCode){outcome, code.size, now_us() - start, false};
    free(code.bytes);
}

static uint32_t wanted(const TierJob *job) { return __atomic_load_n(&job->place->wanted, __ATOMIC_RELAXED); }

static TierJob *take_most_wanted(void) {
    TierJob **most = &worker.waiting;
    for (TierJob **link = most; *link; link = &(*link)->next)
        if (wanted(*link) > wanted(*most)) most = link;
    TierJob *job = *most;
    *most = job->next;
    if (worker.waiting_end == &job->next) worker.waiting_end = most;
    return job;
}

// The next job. Called and returns with the lock held.
static TierJob *await_job(void) {
    while (!worker.waiting) pthread_cond_wait(&worker.wake, &worker.lock);
    return take_most_wanted();
}

static void *work(void *unused) {
    pthread_mutex_lock(&worker.lock);
    for (;;) {
        worker.current = await_job();
        pthread_mutex_unlock(&worker.lock);
        worker_compile(worker.current, worker.compile);
        pthread_mutex_lock(&worker.lock);
        worker.current->next = worker.done;
        worker.done = worker.current;
        worker.current = NULL;
        ask_for_poll();
    }
    return unused;
}

// --- starting

static bool start_thread(void *(*run)(void *)) {
    sigset_t all, before;
    pthread_t thread;
    sigfillset(&all);
    pthread_sigmask(SIG_SETMASK, &all, &before);
    bool started = pthread_create(&thread, NULL, run, NULL) == 0;
    if (started) pthread_detach(thread);
    pthread_sigmask(SIG_SETMASK, &before, NULL);
    return started;
}

static void before_fork(void) { pthread_mutex_lock(&worker.lock); }
static void after_fork(void) { pthread_mutex_unlock(&worker.lock); }

static void after_fork_in_child(void) {
    if (worker.current) {
        worker.current->next = worker.waiting;
        if (!worker.waiting) worker.waiting_end = &worker.current->next;
        worker.waiting = worker.current;
        worker.current = NULL;
    }
    worker.compiling = false;
    worker.orphaned = true;
    pthread_cond_init(&worker.wake, NULL);  // the parent's thread may have been waiting there
    pthread_mutex_unlock(&worker.lock);
    ask_for_poll();
}

void worker_start(Thread *t, TierCompile compile, void (*forked)(void)) {
    worker.program = t;
    worker.compile = compile;
    worker.forked = forked;
    pthread_atfork(before_fork, after_fork, after_fork_in_child);
    start_thread(tick);
}

void worker_revive(void) {
    if (!worker.orphaned) return;
    worker.orphaned = false;
    worker.forked();
    start_thread(tick);
    pthread_mutex_lock(&worker.lock);
    if (worker.waiting) worker.compiling = start_thread(work);
    pthread_mutex_unlock(&worker.lock);
}

void worker_put(TierJob *job) {
    pthread_mutex_lock(&worker.lock);
    job->next = NULL;
    *worker.waiting_end = job;
    worker.waiting_end = &job->next;
    if (!worker.compiling) worker.compiling = start_thread(work);
    pthread_cond_signal(&worker.wake);
    pthread_mutex_unlock(&worker.lock);
}

static uint32_t count_jobs(void) {
    uint32_t n = worker.current != NULL;
    for (const TierJob *job = worker.waiting; job; job = job->next) n++;
    return n;
}

static bool has_more_than(uint32_t n) {
    pthread_mutex_lock(&worker.lock);
    bool more = count_jobs() > n;
    pthread_mutex_unlock(&worker.lock);
    return more;
}

bool worker_is_busy(void) { return has_more_than(0); }
bool worker_is_full(void) { return has_more_than(WAITING_MAX); }

void worker_finish(void (*leave)(const BcModule *bc, const NativeUnit *unit)) {
    pthread_mutex_lock(&worker.lock);
    for (const TierJob *job = worker.waiting; job; job = job->next) leave(job->place->proto->part->bc, &job->unit);
    pthread_mutex_unlock(&worker.lock);
}

TierJob *worker_take(void) {
    pthread_mutex_lock(&worker.lock);
    TierJob *job = worker.done;
    if (job) worker.done = job->next;
    pthread_mutex_unlock(&worker.lock);
    return job;
}
