// Runs one command and measures it from the outside.
#ifndef OTTER_BENCH_PROCESS_H
#define OTTER_BENCH_PROCESS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef struct {
    char *const *argv;        // NULL-terminated; argv[0] is looked up in PATH
    const char *environment;  // "NAME=VALUE" to add, or NULL
    double timeout;           // seconds
} ProcessJob;

typedef struct {
    int status;         // of the exit; 128 + the signal's number; 127: could not be started
    bool timed_out;
    double wall, cpu;   // seconds; cpu is of all its processes
    uint64_t peak;      // greatest resident size in bytes; not below what this process had when it started the command
    char *output;       // what it wrote to stdout, NUL-terminated (not counted)
    size_t size;
    char complaint[400];  // the end of what it wrote to stderr
} ProcessResult;

// Runs the command to its end, without standard input. The result is released with process_fini.
void process_run(const ProcessJob *job, ProcessResult *result);
void process_fini(ProcessResult *result);
// Splits a command line at spaces; 'single' and "double" quotes hold words together. The array, NULL-terminated, is one
// block with its texts: free() releases it.
char **process_split(const char *command);

#endif
