// Thread: what one native thread of the program carries; passed to everything. Field order is known to native code
// (checked by static asserts there): hot fields first.
#ifndef OTTER_THREAD_H
#define OTTER_THREAD_H

#include "heap.h"

struct Proto;
struct Exception;

struct Thread {
    Value pending;        // the exception in flight while a function returns VALUE_ERROR; else VALUE_UNBOUND
    Value *stack_limit;   // call windows above this overflow; set to NULL by another thread to make this one poll
    Value *base;          // R[0] of the innermost VM frame, published by the interpreter before it leaves for C
    HeapLocal heap;
    Value handled;        // the exception being handled (sys.exc_info), or VALUE_NONE
    char *native_limit;   // C recursion below this address overflows (stacks grow down)
    Value *call_limit;    // what the interpreter compares with: stack_limit, or NULL when another thread asks it to poll
    int32_t jumps_left;   // jumps back the interpreter makes before it asks for faster code (interp_warm_loop)
    Value *stack, *stack_end;   // the VM stack
    char *native_top;     // highest address of the native stack, for the collector
    void *parked;         // where the native stack's live part starts while the thread is out (threads.h); NULL: it runs
    uint32_t parallel;    // 1: there is or was another thread (threads_parallel, where native code finds it)
    uint32_t generators;        // generators running inside each other
    void *engine;         // jit/'s own
    struct Generator *generator;  // running generator, or NULL
    char *native_low;     // lowest address native_limit can have
    Value *driven;        // the frame whose compiled code the interpreter entered last: when it leaves that code it returns to where it was entered
    void *driven_by;      // that code's entry
    uint32_t exit_at;     // the instruction at which such a frame goes on
    const void *exit_from;  // on the way out of compiled code: data of the unit whose guard it was; NULL: its entry was
    Value *giving;        // the frame for which other compiled code is being tried, as that of its first choice declined; or NULL
    bool wants_poll;      // the next jump back in a frame that the interpreter runs is to poll, whoever polls before
    void *entering;       // the compiled code a poll chose
    struct ObjectLock *locks;   // held or suspended, innermost first (object_lock.h)
    struct Worker *worker;      // of the pool; NULL: none yet
    struct Task *task;          // running here, innermost; NULL: none
    struct TaskScope *scope;    // innermost `with tasks()` entered, which spawned tasks belong to; NULL: none
    struct Thread *next;        // of all that run the program's code
    uint32_t overdrawn;   // MemoryErrors that the next poll is to raise (heap_overdraw)
    Value *bind_top;      // end of the window whose arguments are being bound, for the collector; NULL: none
};

enum { THREAD_STACK_SLOTS = 1 << 21, THREAD_STACK_RESERVE = 4096 };  // slots; the reserve lets handlers of RecursionError run

bool thread_init(Thread *t);   // of a zeroed one: VM stack, heap region, bounds of the calling native thread; false: no memory
void thread_fini(Thread *t);

// How much of the native stack recursion may take follows sys.setrecursionlimit: 16 MB at least, and that for its usual 1000.
void thread_set_recursion_limit(Thread *t, int64_t limit);

// True when C code may recurse further; otherwise RecursionError is pending.
bool thread_check_native_in(Thread *t, const char *where);   // error_recursion_in
static inline bool thread_check_native(Thread *t) {
    return __builtin_expect((char *)__builtin_frame_address(0) > t->native_limit, 1) || thread_check_native_in(t, "");
}

#endif
