// A pipe carries stdout and is read until its end, so that the command never waits for a reader; stderr goes to a file
// in memory. The clock runs from before the fork to after the wait.
#include "bench_process.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "compiler/base/strbuf.h"

enum { CANNOT_START = 127, SIGNAL_STATUS = 128, CHUNK = 1 << 16 };

static double now(void) {
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec + (double)t.tv_nsec * 1e-9;
}

static double seconds(struct timeval t) { return (double)t.tv_sec + (double)t.tv_usec * 1e-6; }

[[noreturn]] static void become(const ProcessJob *job, int out, int err) {
    int in = open("/dev/null", O_RDONLY | O_CLOEXEC);
    if (in >= 0 && dup2(in, STDIN_FILENO) >= 0 && dup2(out, STDOUT_FILENO) >= 0 && dup2(err, STDERR_FILENO) >= 0) {
        if (job->environment) putenv((char *)job->environment);
        execvp(job->argv[0], job->argv);
        dprintf(STDERR_FILENO, "%s: %s\n", job->argv[0], strerror(errno));
    }
    _exit(CANNOT_START);
}

// Reads to the end or to `deadline`; false when that came first.
static bool read_all(int from, double deadline, StrBuf *text) {
    char chunk[CHUNK];
    for (;;) {
        double left = deadline - now();
        struct pollfd wait = {from, POLLIN, 0};
        int ready = left > 0 ? poll(&wait, 1, (int)(left * 1000) + 1) : 0;
        if (ready < 0 && errno == EINTR) continue;
        if (ready <= 0) return false;
        ssize_t n = read(from, chunk, sizeof chunk);
        if (n <= 0) return true;
        strbuf_put_bytes(text, chunk, (size_t)n);
    }
}

// Waits for its end or for `deadline`: a command may close its stdout long before it ends.
static bool wait_until(pid_t pid, double deadline, int *status, struct rusage *usage) {
    int handle = (int)syscall(SYS_pidfd_open, pid, 0);
    struct pollfd wait = {handle, POLLIN, 0};
    double left = deadline - now();
    bool ended = handle < 0 || poll(&wait, 1, left > 0 ? (int)(left * 1000) + 1 : 0) != 0;
    if (handle >= 0) close(handle);
    if (ended) wait4(pid, status, 0, usage);
    return ended;
}

static void read_complaint(int err, ProcessResult *result) {
    off_t size = lseek(err, 0, SEEK_END), most = (off_t)sizeof result->complaint - 1, start = size > most ? size - most : 0;
    ssize_t n = pread(err, result->complaint, (size_t)most, start);
    while (n > 0 && result->complaint[n - 1] == '\n') n--;
    result->complaint[n > 0 ? n : 0] = '\0';
}

static void supervise(pid_t pid, int from, double start, const ProcessJob *job, ProcessResult *result) {
    StrBuf text = {0};
    struct rusage usage = {0};
    int status = 0;
    double deadline = start + job->timeout;
    result->timed_out = !read_all(from, deadline, &text) || !wait_until(pid, deadline, &status, &usage);
    if (result->timed_out) {
        kill(pid, SIGKILL);
        wait4(pid, &status, 0, &usage);
    }
    result->wall = now() - start;
    result->cpu = seconds(usage.ru_utime) + seconds(usage.ru_stime);
    result->peak = (uint64_t)usage.ru_maxrss * 1024;
    result->status = WIFSIGNALED(status) ? SIGNAL_STATUS + WTERMSIG(status) : WEXITSTATUS(status);
    strbuf_put_text(&text, "");
    result->size = text.length;
    result->output = strbuf_take(&text);
}

void process_run(const ProcessJob *job, ProcessResult *result) {
    *result = (ProcessResult){.status = CANNOT_START};
    int pipes[2], err = memfd_create("stderr", MFD_CLOEXEC);
    if (err < 0) return;
    if (pipe2(pipes, O_CLOEXEC) == 0) {
        double start = now();
        pid_t pid = fork();
        if (pid == 0) become(job, pipes[1], err);
        close(pipes[1]);
        if (pid > 0) supervise(pid, pipes[0], start, job, result);
        close(pipes[0]);
    }
    read_complaint(err, result);
    close(err);
}

void process_fini(ProcessResult *result) {
    free(result->output);
    result->output = NULL;
}

// Copies one word to `to`, without its quotes; what follows the word.
static const char *copy_word(const char *from, char **to) {
    char quote = '\0';
    for (; *from && (quote || *from != ' '); from++) {
        if (*from == quote) quote = '\0';
        else if (!quote && (*from == '\'' || *from == '"')) quote = *from;
        else *(*to)++ = *from;
    }
    *(*to)++ = '\0';
    return from;
}

char **process_split(const char *command) {
    size_t length = strlen(command), most = length / 2 + 2;
    char **words = malloc(most * sizeof *words + length + 2);
    if (!words) base_fail_memory();
    char *text = (char *)(words + most);
    size_t n = 0;
    while (*command) {
        if (*command == ' ') {
            command++;
            continue;
        }
        words[n++] = text;
        command = copy_word(command, &text);
    }
    words[n] = NULL;
    return words;
}
