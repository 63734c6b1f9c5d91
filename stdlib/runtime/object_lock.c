// The stripes. A lock asks for its stripes in ascending order; whoever has to wait holds nothing else, so nobody waits in a circle.
#include "object_lock.h"

#include "class.h"
#include "threads.h"

enum { STRIPES = 1024, SPINS = 200 };

typedef struct {
    alignas(64) Thread *owner;
} Stripe;
static Stripe stripes[STRIPES];

static uint16_t stripe_of(const void *object) { return (uint16_t)(((uintptr_t)object >> 4) * 0x9E3779B97F4A7C15ull >> 54); }
static_assert(STRIPES == 1 << 10);

static bool owns(const Thread *t, uint16_t stripe) { return __atomic_load_n(&stripes[stripe].owner, __ATOMIC_RELAXED) == t; }

static bool stripe_try(Thread *t, uint16_t stripe) {
    Thread *nobody = NULL;
    return !__atomic_load_n(&stripes[stripe].owner, __ATOMIC_RELAXED) &&
           __atomic_compare_exchange_n(&stripes[stripe].owner, &nobody, t, false, __ATOMIC_ACQUIRE, __ATOMIC_RELAXED);
}

static void stripe_give(uint16_t stripe) { __atomic_store_n(&stripes[stripe].owner, NULL, __ATOMIC_RELEASE); }

static void pause_briefly(void) {
#if defined(__x86_64__)
    __builtin_ia32_pause();
#endif
}

static void stripe_wait(Thread *t, uint16_t stripe) {
    for (uint32_t i = 0; i < SPINS; i++) {
        if (stripe_try(t, stripe)) return;
        pause_briefly();
    }
    Registers registers;
    registers_save(&registers);
    threads_step_out(t);
    for (uint32_t round = 0; !stripe_try(t, stripe); round++) threads_pass_time(round);
    threads_step_in(t);
    registers_keep(&registers);
}

// Takes those the thread does not have; false: one is another's, and none has been taken.
static bool lock_try(Thread *t, ObjectLock *lock) {
    lock->held = 0;
    for (uint32_t i = 0; i < lock->count; i++) {
        if (owns(t, lock->stripes[i])) continue;
        if (!stripe_try(t, lock->stripes[i])) {
            if (lock->held) stripe_give(lock->stripes[0]);
            lock->held = 0;
            return false;
        }
        lock->held |= 1 << i;
    }
    return true;
}

// The thread holds nothing.
static void lock_wait(Thread *t, ObjectLock *lock) {
    for (uint32_t i = 0; i < lock->count; i++) stripe_wait(t, lock->stripes[i]);
    lock->held = (uint8_t)((1 << lock->count) - 1);
    lock->suspended = false;
}

static void lock_give(ObjectLock *lock) {
    for (uint32_t i = 0; i < lock->count; i++)
        if (lock->held & 1 << i) stripe_give(lock->stripes[i]);
    lock->held = 0;
}

void object_lock_shared(Thread *t, ObjectLock *lock, const void *a, const void *b) {
    uint16_t first = stripe_of(a), second = b ? stripe_of(b) : first;
    *lock = (ObjectLock){.outer = t->locks, .stripes = {first < second ? first : second, first < second ? second : first}};
    lock->count = first == second ? 1 : 2;
    if (!lock_try(t, lock)) {
        object_locks_suspend(t);
        lock_wait(t, lock);
    }
    t->locks = lock;
}

void object_unlock_shared(Thread *t, ObjectLock *lock) {
    lock_give(lock);
    t->locks = lock->outer;
    object_locks_resume(t);
}

void object_locks_suspend_all(Thread *t) {
    for (ObjectLock *lock = t->locks; lock && !lock->suspended; lock = lock->outer) {
        lock_give(lock);
        lock->suspended = true;
    }
}

void object_locks_resume_last(Thread *t) {
    if (t->locks->suspended) lock_wait(t, t->locks);
}

bool object_is_locked_kind(const Object *o) {
    Kind kind = object_kind(o);
    return kind == KIND_LIST || kind == KIND_DICT || kind == KIND_BYTEARRAY || (kind == KIND_SET && o->shape->layout != &layout_frozenset) ||
           o->shape->layout == &layout_deque;
}
