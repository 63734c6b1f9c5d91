// The side of a library that C sees: `otter build --emit=lib` gives each exported function's name to one of the trampolines here, which
// saves C's argument registers in a row and calls export_enter with its number.
//
// The program runs on a thread of its own with the stack it needs, started with the first call; calls from C are handed to it one
// at a time and waited for. Calls that come from that thread itself (C called by the program calls back) run at once.
// An exception that leaves an exported function ends the process, as it ends a program.
#include <pthread.h>
#include <stdlib.h>

#include "native_boot.h"
#include "stdlib/runtime/exception.h"
#include "stdlib/runtime/exports.h"
#include "stdlib/runtime/file.h"
#include "stdlib/runtime/module.h"
#include "stdlib/runtime/runtime.h"
#include "stdlib/runtime/threads.h"

typedef struct {
    uint64_t integer;
    double real;
} ExportResult;   // comes back in an integer and a float register

typedef struct {
    uint64_t ints[EXTERN_INTS];
    double reals[EXTERN_REALS];
} ExportRow;

static pthread_mutex_t mutex = PTHREAD_MUTEX_INITIALIZER;   // of all below
static pthread_cond_t asked = PTHREAD_COND_INITIALIZER, answered = PTHREAD_COND_INITIALIZER;
static enum { CALL_NONE, CALL_ASKED, CALL_DONE } state;
static uint32_t call_index;
static const ExportRow *call_row;
static ExportResult call_result;
static Thread thread;
static pthread_t service;
static bool is_ready;

static ExportResult run_call(uint32_t index, const ExportRow *row) {
    ExportResult result = {};
    if (!export_call(&thread, index, row->ints, row->reals, &result.integer, &result.real))
        exit(runtime_finish(&thread, exception_exit_status(&thread)));
    return result;
}

// Out of the world while it waits, so that tasks of the program may collect.
static void wait_for_call(void) {
    Registers registers;
    threads_leave(&thread, &registers);
    pthread_mutex_lock(&mutex);
    while (state != CALL_ASKED) pthread_cond_wait(&asked, &mutex);
    pthread_mutex_unlock(&mutex);
    threads_enter(&thread, &registers);
}

static void answer_call(ExportResult result) {
    pthread_mutex_lock(&mutex);
    call_result = result;
    state = CALL_DONE;
    pthread_cond_broadcast(&answered);
    pthread_mutex_unlock(&mutex);
}

static void say_ready(void) {
    pthread_mutex_lock(&mutex);
    service = pthread_self();
    is_ready = true;
    pthread_cond_broadcast(&answered);
    pthread_mutex_unlock(&mutex);
}

static int serve(void *unused) {
    static char *no_arguments[] = {"", NULL};
    if (!native_boot(&thread, 1, no_arguments)) exit(1);
    Value result = module_run_main(&thread, native_entry_module());
    if (value_is_error(result)) exit(runtime_finish(&thread, exception_exit_status(&thread)));
    say_ready();
    for (;;) {
        wait_for_call();
        ExportResult result = run_call(call_index, call_row);
        file_flush_standard(&thread);
        answer_call(result);
    }
}

static void *start(void *unused) {
    runtime_on_big_stack(serve, NULL);
    return NULL;
}

static void start_once(void) {
    pthread_t starter;
    if (pthread_create(&starter, NULL, start, NULL) != 0) abort();
    pthread_detach(starter);
    pthread_mutex_lock(&mutex);
    while (!is_ready) pthread_cond_wait(&answered, &mutex);
    pthread_mutex_unlock(&mutex);
}

ExportResult export_enter(uint64_t index, const ExportRow *row) __attribute__((used));
ExportResult export_enter(uint64_t index, const ExportRow *row) {
    static pthread_once_t once = PTHREAD_ONCE_INIT;
    static pthread_mutex_t turn = PTHREAD_MUTEX_INITIALIZER;
    if (is_ready && pthread_equal(pthread_self(), service)) return run_call((uint32_t)index, row);
    pthread_once(&once, start_once);
    pthread_mutex_lock(&turn);
    pthread_mutex_lock(&mutex);
    call_index = (uint32_t)index;
    call_row = row;
    state = CALL_ASKED;
    pthread_cond_signal(&asked);
    while (state != CALL_DONE) pthread_cond_wait(&answered, &mutex);
    ExportResult result = call_result;
    state = CALL_NONE;
    pthread_mutex_unlock(&mutex);
    pthread_mutex_unlock(&turn);
    return result;
}

// --- trampolines

#if defined(__x86_64__)
__asm__(".text\n"
        "otter_export_common:\n"   // the number was pushed above the return address
        "  subq $112, %rsp\n"
        "  movq %rdi, (%rsp)\n  movq %rsi, 8(%rsp)\n  movq %rdx, 16(%rsp)\n"
        "  movq %rcx, 24(%rsp)\n  movq %r8, 32(%rsp)\n  movq %r9, 40(%rsp)\n"
        "  movsd %xmm0, 48(%rsp)\n  movsd %xmm1, 56(%rsp)\n  movsd %xmm2, 64(%rsp)\n  movsd %xmm3, 72(%rsp)\n"
        "  movsd %xmm4, 80(%rsp)\n  movsd %xmm5, 88(%rsp)\n  movsd %xmm6, 96(%rsp)\n  movsd %xmm7, 104(%rsp)\n"
        "  movq 112(%rsp), %rdi\n  movq %rsp, %rsi\n"
        "  call export_enter\n"
        "  addq $120, %rsp\n"
        "  ret\n");
#define TRAMPOLINE(n) \
    __asm__(".globl otter_export_" #n "\n" \
            ".type otter_export_" #n ", @function\n" \
            "otter_export_" #n ":\n" \
            "  pushq $" #n "\n" \
            "  jmp otter_export_common\n");
#elif defined(__aarch64__)
__asm__(".text\n"
        "otter_export_common:\n"
        "  stp x29, x30, [sp, #-128]!\n  mov x29, sp\n"
        "  stp x0, x1, [sp, #16]\n  stp x2, x3, [sp, #32]\n  stp x4, x5, [sp, #48]\n"
        "  stp d0, d1, [sp, #64]\n  stp d2, d3, [sp, #80]\n  stp d4, d5, [sp, #96]\n  stp d6, d7, [sp, #112]\n"
        "  mov x0, x16\n  add x1, sp, #16\n"
        "  bl export_enter\n"
        "  fmov d0, x1\n"
        "  ldp x29, x30, [sp], #128\n"
        "  ret\n");
#define TRAMPOLINE(n) \
    __asm__(".globl otter_export_" #n "\n" \
            ".type otter_export_" #n ", %function\n" \
            "otter_export_" #n ":\n" \
            "  mov x16, #" #n "\n" \
            "  b otter_export_common\n");
#endif
#define FOUR(a, b, c, d) TRAMPOLINE(a) TRAMPOLINE(b) TRAMPOLINE(c) TRAMPOLINE(d)
#define TEN(a) FOUR(a##0, a##1, a##2, a##3) FOUR(a##4, a##5, a##6, a##7) TRAMPOLINE(a##8) TRAMPOLINE(a##9)
FOUR(0, 1, 2, 3) FOUR(4, 5, 6, 7) TRAMPOLINE(8) TRAMPOLINE(9)
TEN(1) TEN(2) TEN(3) TEN(4) TEN(5)
FOUR(60, 61, 62, 63)
static_assert(EXPORT_MAX == 64, "one trampoline for each");
