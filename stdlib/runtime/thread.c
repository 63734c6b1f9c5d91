// Threads of the program: the VM stack and the bounds of the native one.
//
// The VM stack is address space that gets memory when touched, with a page on either side that never does. A program
// runs on a native stack of its own, made large for those that raise the recursion limit: recursion in C (nested
// containers, calls from C back into bytecode) is bounded by thread_check_native only. Without that not all of it may be used, since
// what endless recursion builds up at each level (longer and longer names, say) would take the machine's memory first.
#include "thread.h"

#include <pthread.h>
#include <stdio.h>
#include <sys/mman.h>
#include <sys/resource.h>

#include "attr.h"
#include "exception.h"

enum { RECURSION_LIMIT_USUAL = 1000, NATIVE_BYTES_PER_LEVEL = 16 << 10 };
enum { PAGE = 4096, STACK_BYTES = THREAD_STACK_SLOTS * sizeof(Value) };

static const size_t native_stack_bytes = (size_t)512 << 20;
static const size_t native_reserve_bytes = 256 << 10;  // for the C code between two checks, and for making the error

// Memory on demand between two guard pages; NULL: no address space.
static char *stack_map(size_t bytes) {
    char *p = mmap(NULL, bytes + 2 * PAGE, PROT_NONE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
    if (p == MAP_FAILED) return NULL;
    if (mprotect(p + PAGE, bytes, PROT_READ | PROT_WRITE) == 0) return p + PAGE;
    munmap(p, bytes + 2 * PAGE);
    return NULL;
}

static void stack_unmap(void *stack, size_t bytes) { munmap((char *)stack - PAGE, bytes + 2 * PAGE); }

static bool native_bounds(Thread *t) {
    pthread_attr_t attributes;
    void *low;
    size_t bytes;
    if (pthread_getattr_np(pthread_self(), &attributes) != 0) return false;
    int status = pthread_attr_getstack(&attributes, &low, &bytes);
    pthread_attr_destroy(&attributes);
    t->native_top = (char *)low + bytes;
    t->native_low = (char *)low + (bytes > 4 * native_reserve_bytes ? native_reserve_bytes : bytes / 4);
    thread_set_recursion_limit(t, RECURSION_LIMIT_USUAL);
    return status == 0;
}

void thread_set_recursion_limit(Thread *t, int64_t limit) {
    int64_t steps = limit < RECURSION_LIMIT_USUAL ? RECURSION_LIMIT_USUAL : limit;
    size_t most = (size_t)(t->native_top - t->native_low);
    size_t bytes = steps > (int64_t)(most / NATIVE_BYTES_PER_LEVEL) ? most : (size_t)steps * NATIVE_BYTES_PER_LEVEL;
    t->native_limit = t->native_top - (bytes < most ? bytes : most);
}

bool thread_init(Thread *t) {
    t->pending = VALUE_UNBOUND;
    t->handled = VALUE_NONE;
    t->stack = (Value *)stack_map(STACK_BYTES);
    if (t->stack == NULL) return false;
    t->stack_end = t->stack + THREAD_STACK_SLOTS;
    t->stack_limit = t->call_limit = t->stack_end - THREAD_STACK_RESERVE;
    if (native_bounds(t) && (!t->parallel || lookup_caches_init()) && heap_attach(t)) return true;
    stack_unmap(t->stack, STACK_BYTES);
    return false;
}

void thread_fini(Thread *t) {
    heap_detach(t);
    lookup_caches_fini();
    stack_unmap(t->stack, STACK_BYTES);
    t->stack = NULL;
}

bool thread_check_native_in(Thread *t, const char *where) {
    if ((char *)__builtin_frame_address(0) > t->native_limit) return true;
    error_recursion_in(t, where);
    return false;
}

typedef struct {
    int (*main)(void *);
    void *argument;
    int result;
} BigStackCall;

static void *big_stack_run(void *call_pointer) {
    BigStackCall *call = call_pointer;
    call->result = call->main(call->argument);
    return NULL;
}

static bool big_stack_start(pthread_t *thread, char *stack, size_t bytes, BigStackCall *call) {
    pthread_attr_t attributes;
    if (pthread_attr_init(&attributes) != 0) return false;
    bool ok = pthread_attr_setstack(&attributes, stack, bytes) == 0 && pthread_create(thread, &attributes, big_stack_run, call) == 0;
    pthread_attr_destroy(&attributes);
    return ok;
}

// A process whose address space is limited needs it for the heap first.
static size_t big_stack_bytes(void) {
    struct rlimit space;
    if (getrlimit(RLIMIT_AS, &space) != 0 || space.rlim_cur / 8 >= native_stack_bytes) return native_stack_bytes;
    return (size_t)(space.rlim_cur / 8) & ~(size_t)(PAGE - 1);
}

int runtime_on_big_stack(int (*main)(void *), void *argument) {
    BigStackCall call = {main, argument, 70};
    size_t bytes = big_stack_bytes();
    char *stack = stack_map(bytes);
    while (stack == NULL && bytes > native_reserve_bytes * 16) stack = stack_map(bytes /= 2);
    pthread_t thread;
    if (stack == NULL || !big_stack_start(&thread, stack, bytes, &call)) return main(argument);
    pthread_join(thread, NULL);
    stack_unmap(stack, bytes);
    return call.result;
}
