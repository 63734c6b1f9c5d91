// Locks of objects: one thread at a time inside the operations of a list, dict, set, bytearray or deque, and where an object gets or
// loses attributes. Free while the program has one thread.
//
//   ObjectLock lock;
//   object_lock(t, &lock, d, NULL);
//   ... look at d, change it ...
//   object_unlock(t, &lock);
//
// A lock is a stripe of a table, chosen by the object's address, so objects carry none. It is held by one thread, which may lock the
// same object again. A thread that waits for anything else, for another object's lock too, or runs the program's code, gives up
// all it holds until then (as critical sections of PEP 703 do): no lock is held for long and none can be part of a deadlock. So what was read
// before such a point must be read again after it, as after any call that may run the program.
#ifndef OTTER_OBJECT_LOCK_H
#define OTTER_OBJECT_LOCK_H

#include "thread.h"

extern bool threads_parallel;

typedef struct ObjectLock {
    struct ObjectLock *outer;
    uint16_t stripes[2];   // ascending; count of them
    uint8_t count, held;   // held: bits
    bool suspended;
} ObjectLock;

void object_lock_shared(Thread *t, ObjectLock *lock, const void *a, const void *b);
void object_unlock_shared(Thread *t, ObjectLock *lock);

// Locks one object, or two (b not NULL).
static inline void object_lock(Thread *t, ObjectLock *lock, const void *a, const void *b) {
    lock->count = 0;
    if (__builtin_expect(threads_parallel, 0)) object_lock_shared(t, lock, a, b);
}
static inline void object_unlock(Thread *t, ObjectLock *lock) {
    if (__builtin_expect(lock->count != 0, 0)) object_unlock_shared(t, lock);
}

// Gives up all this thread holds; takes the innermost up again.
void object_locks_suspend_all(Thread *t);
void object_locks_resume_last(Thread *t);
static inline void object_locks_suspend(Thread *t) {
    if (__builtin_expect(t->locks != NULL, 0)) object_locks_suspend_all(t);
}
static inline void object_locks_resume(Thread *t) {
    if (__builtin_expect(t->locks != NULL, 0)) object_locks_resume_last(t);
}

// Is this an object whose operations lock it?
bool object_is_locked_kind(const Object *o);

#endif
