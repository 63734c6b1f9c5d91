// Jobs of a build, each in a process of its own, as many at once as the machine has processors.
#ifndef OTTER_BUILD_JOBS_H
#define OTTER_BUILD_JOBS_H

#include <stdint.h>

typedef struct {
    uint32_t count;
    // Does one job and writes what it makes to `file`. false: it has said why. Runs in a child, but for a single job.
    bool (*run)(void *context, uint32_t job, int file);
    const char *(*name)(void *context, uint32_t job);
    void *context;
    int *files;  // [count] filled by build_jobs_run: each job's own file in memory, the caller closes them; -1: none
} BuildJobs;

// Tells its progress on stderr when that is a terminal and the build lasts. false: a job failed, the others are finished or stopped.
bool build_jobs_run(BuildJobs *jobs);
uint32_t build_processors(void);

#endif
