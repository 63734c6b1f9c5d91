#include "build_jobs.h"

#include <errno.h>
#include <sched.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum { PATIENCE = 2 };  // seconds without a word

uint32_t build_processors(void) {
    cpu_set_t set;
    return sched_getaffinity(0, sizeof set, &set) == 0 ? (uint32_t)CPU_COUNT(&set) : 1;
}

static bool open_files(BuildJobs *jobs) {
    for (uint32_t i = 0; i < jobs->count; i++) jobs->files[i] = -1;
    for (uint32_t i = 0; i < jobs->count; i++) {
        jobs->files[i] = memfd_create("otter", 0);
        if (jobs->files[i] < 0) return fprintf(stderr, "otter: cannot keep an object: %s\n", strerror(errno)), false;
    }
    return true;
}

static double seconds(void) {
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return (double)t.tv_sec + (double)t.tv_nsec * 1e-9;
}

static void tell(const BuildJobs *jobs, uint32_t done, double start) {
    if (!isatty(STDERR_FILENO) || seconds() - start < PATIENCE) return;
    if (done < jobs->count) fprintf(stderr, "\rcompiling: %u of %u, %s\x1b[K", done, jobs->count, jobs->name(jobs->context, done));
    else fputs("\r\x1b[K", stderr);
}

static bool start_job(const BuildJobs *jobs, uint32_t job) {
    fflush(NULL);
    pid_t pid = fork();
    if (pid == 0) {
        bool ok = jobs->run(jobs->context, job, jobs->files[job]);
        fflush(NULL);
        _exit(ok ? 0 : 1);
    }
    if (pid < 0) fprintf(stderr, "otter: cannot start a process: %s\n", strerror(errno));
    return pid > 0;
}

static bool wait_for_one(void) {
    int status;
    pid_t pid = wait(&status);
    if (pid > 0 && WIFSIGNALED(status)) fprintf(stderr, "otter: the compiler was ended by signal %d\n", WTERMSIG(status));
    return pid > 0 && WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

// Jobs start as others end; after a failure none starts any more.
static bool run_in_turns(BuildJobs *jobs) {
    uint32_t most = build_processors(), started = 0, done = 0;
    double start = seconds();
    bool ok = true;
    while (done < started || (ok && started < jobs->count)) {
        if (ok && started < jobs->count && started - done < most) {
            ok = start_job(jobs, started++);
            continue;
        }
        ok = wait_for_one() && ok;
        tell(jobs, ++done, start);
    }
    return ok;
}

bool build_jobs_run(BuildJobs *jobs) {
    if (!open_files(jobs)) return false;
    return jobs->count == 1 ? jobs->run(jobs->context, 0, jobs->files[0]) : run_in_turns(jobs);
}
