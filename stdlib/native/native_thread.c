// _thread: a lock in four bytes, and who runs. A lock is a bytearray of the Python side; its first word is 0 when it is free, 1 when
// it is held and 2 when it is held and somebody waits for it, which is a futex.
#include <errno.h>
#include <linux/futex.h>
#include <math.h>
#include <sys/syscall.h>
#include <time.h>
#include <unistd.h>

#include "stdlib/runtime/bytes.h"
#include "stdlib/runtime/exception.h"
#include "stdlib/runtime/float.h"
#include "stdlib/runtime/int.h"
#include "stdlib/runtime/module.h"
#include "stdlib/runtime/native.h"
#include "stdlib/runtime/task.h"

bool native__thread_fill(Thread *t, Module *m);

enum { LOCK_FREE, LOCK_HELD, LOCK_WAITED_FOR };

// NULL: TypeError pending.
static uint32_t *thread_word(Thread *t, Value v) {
    if (value_is_bytearray(v) && value_bytearray(v)->length == sizeof(uint32_t)) return (uint32_t *)value_bytearray(v)->buffer->bytes;
    error_type(t, "a lock is a bytearray of four bytes");
    return NULL;
}

static bool thread_try(uint32_t *word) {
    uint32_t free = LOCK_FREE;
    return __atomic_compare_exchange_n(word, &free, LOCK_HELD, false, __ATOMIC_ACQUIRE, __ATOMIC_RELAXED);
}

static uint32_t thread_give(uint32_t *word) {
    uint32_t was = __atomic_exchange_n(word, LOCK_FREE, __ATOMIC_RELEASE);
    if (was == LOCK_WAITED_FOR) syscall(SYS_futex, word, FUTEX_WAKE_PRIVATE, 1, NULL, NULL, 0);
    return was;
}

static double thread_now(void) {
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)now.tv_sec + (double)now.tv_nsec * 1e-9;
}

// false: the time was over before it was free. seconds < 0: for ever.
static bool thread_wait(Thread *t, uint32_t *word, double seconds) {
    double end = thread_now() + seconds;
    while (__atomic_exchange_n(word, LOCK_WAITED_FOR, __ATOMIC_ACQUIRE) != LOCK_FREE) {
        double rest = seconds < 0 ? 1e6 : end - thread_now();
        if (rest <= 0 || interrupt_waits(t)) return false;
        struct timespec wait = {.tv_sec = (time_t)rest, .tv_nsec = (long)((rest - floor(rest)) * 1e9)};
        syscall(SYS_futex, word, FUTEX_WAIT_PRIVATE, LOCK_WAITED_FOR, &wait, NULL, 0);
    }
    return true;
}

// acquire(word, seconds): whether it was had in time.
static Value thread_acquire(Thread *t, Value *args, uint32_t nargs) {
    double seconds;
    uint32_t *word = thread_word(t, args[0]);
    if (!word || !value_to_double(t, args[1], &seconds)) return VALUE_ERROR;
    if (thread_try(word)) return VALUE_TRUE;
    if (seconds == 0) return VALUE_FALSE;
    Registers registers;
    threads_leave(t, &registers);
    bool got = thread_wait(t, word, seconds);
    threads_enter(t, &registers);
    if (task_check_cancelled(t)) return value_from_bool(got);
    if (got) thread_give(word);
    return VALUE_ERROR;
}

// release(word): whether it was held.
static Value thread_release(Thread *t, Value *args, uint32_t nargs) {
    uint32_t *word = thread_word(t, args[0]);
    return word ? value_from_bool(thread_give(word) != LOCK_FREE) : VALUE_ERROR;
}

// Who runs: a number per task, 0 for the main program.
static Value thread_ident(Thread *t, Value *args, uint32_t nargs) { return int_from_u64(t, (uint64_t)(uintptr_t)t->task); }
static Value thread_native(Thread *t, Value *args, uint32_t nargs) { return value_from_small(syscall(SYS_gettid)); }

static const NativeDef functions[] = {
    {"acquire", thread_acquire, "word, seconds, /", 0},
    {"release", thread_release, "word, /", 0},
    {"ident", thread_ident, "", 0},
    {"native_ident", thread_native, "", 0},
    {},
};

bool native__thread_fill(Thread *t, Module *m) {
    module_add_natives(t, m, functions);
    return true;
}
