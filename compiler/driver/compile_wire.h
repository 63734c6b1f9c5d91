// Between a program and its compiler process: messages over a socket, in the machine's own byte order, since both ends are
// the same executable.
//
//   program                                   compiler process
//      |  <-- WireHello                              when it is ready
//      |  WireRequest, module image (the first time), tags, avoid, sights, constants -->
//      |  <-- WireReply, tags, object                each request, in order
//
// A program that ends sends what is still waiting and goes; the process compiles it for the next run's sake, briefly.
#ifndef OTTER_COMPILE_WIRE_H
#define OTTER_COMPILE_WIRE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>

enum { WIRE_FD = 3, WIRE_MAGIC = 0x6f747463 };

typedef struct {
    uint32_t magic;
    pid_t pid;
} WireHello;

typedef struct {
    uint32_t magic, module;        // modules are numbered as they are first sent
    uint64_t image_size;           // 0: it has been sent
    uint32_t proto, start, midway, nregs, navoid, nsight, nconstant, nclosure, timeout_ms;
    uint32_t lines;                // for debuggers, in the object
} WireRequest;

typedef struct {
    uint32_t magic, outcome;       // TierOutcome
    uint64_t object_size;
} WireReply;

bool wire_write(int fd, const void *bytes, size_t size);
size_t wire_write_some(int fd, const void *bytes, size_t size);  // as much as there is room for at once
bool wire_read(int fd, void *bytes, size_t size);   // false: the other end is gone
bool wire_wait(int fd, uint64_t ms);                // true: there is something to read, or the other end is gone
bool wire_is_gone(int fd);                          // the other end; when nothing is left to read from it

#endif
