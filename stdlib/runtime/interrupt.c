// SIGINT may come to any of the process's threads; the handler passes it on to the program's, so that what that one waits for is
// interrupted. There it asks for a poll. Everything the handler does may be done in one.
#include "interrupt.h"

#include <errno.h>
#include <pthread.h>
#include <signal.h>
#include <time.h>
#include <unistd.h>

#include "exception.h"
#include "threads.h"

enum { PATIENCE_NS = 1000000000 };

Thread *interrupt_for;

static struct {
    Thread *program;
    pthread_t native;
    int64_t since;      // when interrupt_for was set
    bool uncaught;
} state;

static int64_t now_ns(void) {
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (int64_t)now.tv_sec * 1000000000 + now.tv_nsec;
}

static void note(void) {
    if (!__atomic_load_n(&interrupt_for, __ATOMIC_RELAXED)) state.since = now_ns();
    else if (now_ns() - state.since > PATIENCE_NS) interrupt_stop(), raise(SIGINT);
    __atomic_store_n(&interrupt_for, state.program, __ATOMIC_SEQ_CST);
    threads_ask(state.program);
}

static void handle(int signal_number) {
    int error = errno;
    if (pthread_equal(pthread_self(), state.native)) note();
    else pthread_kill(state.native, signal_number);
    errno = error;
}

void interrupt_start(Thread *t) {
    struct sigaction was, action = {.sa_handler = handle};
    if (sigaction(SIGINT, NULL, &was) != 0 || was.sa_handler != SIG_DFL) return;
    state.program = t;
    state.native = pthread_self();
    sigemptyset(&action.sa_mask);
    sigaction(SIGINT, &action, NULL);
}

void interrupt_stop(void) {
    if (state.program) signal(SIGINT, SIG_DFL);
}

void interrupt_is_uncaught(void) { state.uncaught = true; }

void interrupt_end(void) {
    if (!state.uncaught) return;
    signal(SIGINT, SIG_DFL);
    kill(getpid(), SIGINT);
}

bool interrupt_check(Thread *t) {
    if (!interrupt_waits(t)) return true;
    __atomic_store_n(&interrupt_for, NULL, __ATOMIC_SEQ_CST);
    error_raise_args(t, &class_KeyboardInterrupt, NULL, 0);
    return false;
}
