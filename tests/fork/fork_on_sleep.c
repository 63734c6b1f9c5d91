// Preloaded into a program: each time.sleep forks instead. Parent and child both go on with the program; the child's output
// goes to the file $FORK_OUT.PID.
#define _GNU_SOURCE
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>
#include <unistd.h>

int clock_nanosleep(clockid_t clock, int flags, const struct timespec *wanted, struct timespec *left) {
    static int depth;
    char path[512];
    if (depth >= 2 || fork() != 0) return 0;
    depth++;
    snprintf(path, sizeof path, "%s.%d", getenv("FORK_OUT"), (int)getpid());
    dup2(open(path, O_WRONLY | O_CREAT | O_TRUNC, 0600), STDOUT_FILENO);
    return 0;
}
