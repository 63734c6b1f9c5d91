// Deques, workers, and how many of them there are.
//
// `active` counts threads that run or look for work; it may exceed `target` for a while, when threads that waited go on. A worker
// that finds it too high, or nothing to do, goes idle: it waits for `work`, and ends after IDLE_MAX_MS. Going idle and pushing
// agree on who sees whom by the order "push, then look at active" and "active--, then look at the deques".
#include "pool.h"

#include <errno.h>
#include <pthread.h>
#include <stdlib.h>
#include <time.h>
#include <unistd.h>

#include "compiler/base/arena.h"
#include "exception.h"
#include "threads.h"

enum { RING_FIRST = 256, STACK_BYTES = 16 << 20, IDLE_MAX_MS = 500, LOOKS = 4 };
enum { WATCH_MS = 10, PATIENCE_FIRST = 4, PATIENCE_MOST = 256 };

// Circular, of a power of two of tasks. A ring that was grown out of stays: a thief may still read it.
typedef struct Ring {
    struct Ring *smaller;
    int64_t mask;
    struct Task *tasks[];
} Ring;

typedef struct Worker {
    alignas(64) int64_t top;
    alignas(64) int64_t bottom;
    Ring *ring;
    struct Worker *next;     // of all, for ever
    struct Worker *next_free;
    uint32_t seed;           // whom to rob first
} Worker;

static struct {
    pthread_mutex_t lock;
    pthread_cond_t work, watch;
    Worker *all;             // grows at the front
    Worker *free;            // whose threads have ended; their deques are empty
    uint32_t target, threads, idle;
    int32_t active;
    uint64_t started;        // tasks taken so far
    uint32_t extra;          // idle workers that are wanted although enough threads run
    bool watched;
} pool = {.lock = PTHREAD_MUTEX_INITIALIZER, .work = PTHREAD_COND_INITIALIZER, .watch = PTHREAD_COND_INITIALIZER, .active = 1};

void (*pool_run)(Thread *t, struct Task *task);

void pool_set_threads(uint32_t n) { pool.target = n < POOL_THREADS_MAX ? n : POOL_THREADS_MAX; }

uint32_t pool_threads(void) {
    if (pool.target) return pool.target;
    const char *wanted = getenv("OTTER_THREADS");
    long n = wanted ? strtol(wanted, NULL, 10) : 0;
    if (n <= 0) n = sysconf(_SC_NPROCESSORS_ONLN);
    pool_set_threads(n > 0 ? (uint32_t)n : 1);
    return pool.target;
}

// --- the deque

static Ring *ring_new(int64_t capacity, Ring *smaller) {
    Ring *ring = calloc(1, sizeof *ring + (size_t)capacity * sizeof ring->tasks[0]);
    if (!ring) return NULL;
    ring->smaller = smaller;
    ring->mask = capacity - 1;
    return ring;
}

static struct Task **ring_at(Ring *ring, int64_t i) { return &ring->tasks[i & ring->mask]; }

static Ring *ring_grow(Worker *w, Ring *old, int64_t top, int64_t bottom) {
    Ring *ring = ring_new((old->mask + 1) * 2, old);
    if (!ring) return NULL;
    for (int64_t i = top; i < bottom; i++) __atomic_store_n(ring_at(ring, i), __atomic_load_n(ring_at(old, i), __ATOMIC_RELAXED), __ATOMIC_RELAXED);
    __atomic_store_n(&w->ring, ring, __ATOMIC_RELEASE);
    return ring;
}

static bool deque_push(Worker *w, struct Task *task) {
    int64_t bottom = __atomic_load_n(&w->bottom, __ATOMIC_RELAXED), top = __atomic_load_n(&w->top, __ATOMIC_ACQUIRE);
    Ring *ring = w->ring;
    if (bottom - top > ring->mask && !(ring = ring_grow(w, ring, top, bottom))) return false;
    __atomic_store_n(ring_at(ring, bottom), task, __ATOMIC_RELAXED);
    __atomic_store_n(&w->bottom, bottom + 1, __ATOMIC_RELEASE);
    return true;
}

static struct Task *deque_take(Worker *w) {
    int64_t bottom = __atomic_load_n(&w->bottom, __ATOMIC_RELAXED) - 1;
    __atomic_store_n(&w->bottom, bottom, __ATOMIC_SEQ_CST);
    int64_t top = __atomic_load_n(&w->top, __ATOMIC_SEQ_CST);
    struct Task *task = NULL;
    if (top <= bottom) {
        task = __atomic_load_n(ring_at(w->ring, bottom), __ATOMIC_RELAXED);
        if (top < bottom) return task;
        if (!__atomic_compare_exchange_n(&w->top, &top, top + 1, false, __ATOMIC_SEQ_CST, __ATOMIC_RELAXED)) task = NULL;
    }
    __atomic_store_n(&w->bottom, bottom + 1, __ATOMIC_RELAXED);
    return task;
}

// NULL: empty, or another thread was faster.
static struct Task *deque_steal(Worker *w) {
    int64_t top = __atomic_load_n(&w->top, __ATOMIC_SEQ_CST), bottom = __atomic_load_n(&w->bottom, __ATOMIC_SEQ_CST);
    if (top >= bottom) return NULL;
    struct Task *task = __atomic_load_n(ring_at(__atomic_load_n(&w->ring, __ATOMIC_ACQUIRE), top), __ATOMIC_RELAXED);
    return __atomic_compare_exchange_n(&w->top, &top, top + 1, false, __ATOMIC_SEQ_CST, __ATOMIC_RELAXED) ? task : NULL;
}

static bool deque_has_some(Worker *w) { return __atomic_load_n(&w->top, __ATOMIC_SEQ_CST) < __atomic_load_n(&w->bottom, __ATOMIC_SEQ_CST); }

static bool any_has_some(void) {
    for (Worker *w = __atomic_load_n(&pool.all, __ATOMIC_ACQUIRE); w; w = w->next)
        if (deque_has_some(w)) return true;
    return false;
}

void pool_trace(Tracer *tracer) {
    for (Worker *w = pool.all; w; w = w->next)
        for (int64_t i = w->top; i < w->bottom; i++) tracer_object(tracer, *ring_at(w->ring, i));
}

// --- workers. Under the lock where it says so.

static Worker *worker_new(void) {
    Worker *w = pool.free;
    if (w) {
        pool.free = w->next_free;
        return w;
    }
    w = aligned_alloc(64, sizeof *w);
    Ring *ring = ring_new(RING_FIRST, NULL);
    if (!w || !ring) return free(w), free(ring), NULL;
    *w = (Worker){.ring = ring, .next = pool.all, .seed = (uint32_t)(uintptr_t)w};
    __atomic_store_n(&pool.all, w, __ATOMIC_RELEASE);
    return w;
}

static struct Task *steal(Worker *thief) {
    for (uint32_t look = 0; look < LOOKS; look++)
        for (Worker *w = __atomic_load_n(&pool.all, __ATOMIC_ACQUIRE); w; w = w->next) {
            struct Task *task = w == thief ? NULL : deque_steal(w);
            if (task) return task;
        }
    return NULL;
}

static void count_taken(void) {
    __atomic_fetch_add(&pool.started, 1, __ATOMIC_RELAXED);
}

struct Task *pool_take(Thread *t) {
    struct Task *task = t->worker ? deque_take(t->worker) : NULL;
    if (!task) task = steal(t->worker);
    if (task) count_taken();
    return task;
}

void pool_drop(Thread *t, struct Task *task) {
    Worker *w = t->worker;
    if (!w) return;
    int64_t bottom = __atomic_load_n(&w->bottom, __ATOMIC_RELAXED);
    if (__atomic_load_n(&w->top, __ATOMIC_RELAXED) >= bottom) return;
    if (__atomic_load_n(ring_at(w->ring, bottom - 1), __ATOMIC_RELAXED) != task) return;
    struct Task *taken = deque_take(w);
    if (taken && taken != task) deque_push(w, taken);
}

static struct timespec in_ms(int64_t ms) {
    struct timespec at;
    clock_gettime(CLOCK_REALTIME, &at);
    at.tv_sec += ms / 1000;
    at.tv_nsec += ms % 1000 * 1000000;
    if (at.tv_nsec >= 1000000000) at.tv_sec++, at.tv_nsec -= 1000000000;
    return at;
}

static bool crowded(void) { return __atomic_load_n(&pool.active, __ATOMIC_SEQ_CST) > (int32_t)pool.target; }

// The thread is out. Under the lock: waits until there may be something to do; false: it should end.
static bool wait_for_work(void) {
    struct timespec until = in_ms(IDLE_MAX_MS);
    bool in_time = true;
    pool.idle++;
    __atomic_fetch_sub(&pool.active, 1, __ATOMIC_SEQ_CST);
    while (in_time && !pool.extra && (__atomic_load_n(&pool.active, __ATOMIC_SEQ_CST) >= (int32_t)pool.target || !any_has_some()))
        in_time = pthread_cond_timedwait(&pool.work, &pool.lock, &until) != ETIMEDOUT;
    pool.idle--;
    if (pool.extra) pool.extra--;
    __atomic_fetch_add(&pool.active, 1, __ATOMIC_SEQ_CST);
    return in_time;
}

static bool go_idle(Thread *t) {
    Registers registers;
    registers_save(&registers);
    threads_step_out(t);
    pthread_mutex_lock(&pool.lock);
    bool on = wait_for_work();
    pthread_mutex_unlock(&pool.lock);
    threads_step_in(t);
    registers_keep(&registers);
    return on;
}

static void work(Thread *t) {
    do {
        struct Task *task = pool_take(t);
        for (; task; task = crowded() ? NULL : pool_take(t)) pool_run(t, task);
    } while (go_idle(t));
}

static void retire(Worker *w) {
    pthread_mutex_lock(&pool.lock);
    w->next_free = pool.free;
    pool.free = w;
    pool.threads--;
    __atomic_fetch_sub(&pool.active, 1, __ATOMIC_SEQ_CST);
    pthread_mutex_unlock(&pool.lock);
}

static void *thread_main(void *worker) {
    Thread *t = calloc(1, sizeof *t);
    if (!t) base_fail_memory();
    threads_join(t);
    if (thread_init(t)) {
        t->worker = worker;
        work(t);
        thread_fini(t);
    }
    threads_quit(t);
    retire(worker);
    free(t);
    return NULL;
}

// Under the lock.
static bool start_thread(void) {
    if (pool.threads >= POOL_THREADS_MAX) return false;
    Worker *w = worker_new();
    pthread_attr_t attributes;
    pthread_t thread;
    if (!w || pthread_attr_init(&attributes) != 0) return false;
    pthread_attr_setdetachstate(&attributes, PTHREAD_CREATE_DETACHED);
    pthread_attr_setstacksize(&attributes, STACK_BYTES);
    bool started = pthread_create(&thread, &attributes, thread_main, w) == 0;
    pthread_attr_destroy(&attributes);
    if (started) {
        pool.threads++;
        __atomic_fetch_add(&pool.active, 1, __ATOMIC_SEQ_CST);
    } else {
        w->next_free = pool.free;
        pool.free = w;
    }
    return started;
}

// Someone for queued work, if fewer run than may.
static void call_worker(void) {
    if (__atomic_load_n(&pool.active, __ATOMIC_SEQ_CST) >= (int32_t)pool.target) return;
    pthread_mutex_lock(&pool.lock);
    if (pool.idle) pthread_cond_signal(&pool.work);
    else if (__atomic_load_n(&pool.active, __ATOMIC_SEQ_CST) < (int32_t)pool.target) start_thread();
    pthread_mutex_unlock(&pool.lock);
}

static void add_one(void) {
    pthread_mutex_lock(&pool.lock);
    if (pool.idle) {
        pool.extra++;
        pthread_cond_broadcast(&pool.work);
    } else {
        start_thread();
    }
    pthread_mutex_unlock(&pool.lock);
}

// Looks whether queued tasks wait for running ones that never end. That is more often long work than waiting in a circle, so
// after each thread made for it the next comes later.
static void *watch(void *unused) {
    uint64_t seen = 0;
    uint32_t quiet = 0, patience = PATIENCE_FIRST;   // looks
    for (;;) {
        nanosleep(&(struct timespec){0, WATCH_MS * 1000000}, NULL);
        uint64_t started = __atomic_load_n(&pool.started, __ATOMIC_RELAXED);
        bool waiting = any_has_some();
        quiet = waiting && started == seen ? quiet + 1 : 0;
        seen = started;
        if (!waiting) patience = PATIENCE_FIRST;
        if (quiet < patience) continue;
        add_one();
        quiet = 0;
        if (patience < PATIENCE_MOST) patience *= 2;
    }
    return unused;
}

static bool start_pool(Thread *t) {
    pool_threads();
    threads_go_parallel(t);
    pthread_t watcher;
    if (pthread_create(&watcher, NULL, watch, NULL) == 0) pthread_detach(watcher);
    pool.watched = true;
    return true;
}

bool pool_push(Thread *t, struct Task *task) {
    if (!pool.watched) start_pool(t);
    if (!t->worker) {
        pthread_mutex_lock(&pool.lock);
        t->worker = worker_new();
        pthread_mutex_unlock(&pool.lock);
    }
    if (!t->worker || !deque_push(t->worker, task)) return false;
    __atomic_thread_fence(__ATOMIC_SEQ_CST);
    call_worker();
    return true;
}

void pool_thread_waits(Thread *t) {
    __atomic_fetch_sub(&pool.active, 1, __ATOMIC_SEQ_CST);
    if (any_has_some()) call_worker();
}

void pool_thread_goes_on(Thread *t) { __atomic_fetch_add(&pool.active, 1, __ATOMIC_SEQ_CST); }
