#include "compile_wire.h"

#include <errno.h>
#include <poll.h>
#include <sys/socket.h>

// Without SIGPIPE: the program's handlers are its own.
static size_t write_with(int fd, const char *bytes, size_t size, int flags) {
    size_t done = 0;
    while (done < size) {
        ssize_t n = send(fd, bytes + done, size - done, MSG_NOSIGNAL | flags);
        if (n < 0 && errno == EINTR) continue;
        if (n <= 0) break;
        done += (size_t)n;
    }
    return done;
}

bool wire_write(int fd, const void *bytes, size_t size) { return write_with(fd, bytes, size, 0) == size; }
size_t wire_write_some(int fd, const void *bytes, size_t size) { return write_with(fd, bytes, size, MSG_DONTWAIT); }

// A peer that went without reading everything is told of once; what it sent before is still to be read.
bool wire_read(int fd, void *bytes, size_t size) {
    for (char *at = bytes; size;) {
        ssize_t n = recv(fd, at, size, 0);
        if (n < 0 && (errno == EINTR || errno == ECONNRESET)) continue;
        if (n <= 0) return false;
        at += n;
        size -= (size_t)n;
    }
    return true;
}

bool wire_wait(int fd, uint64_t ms) {
    struct pollfd p = {fd, POLLIN, 0};
    return poll(&p, 1, ms > INT32_MAX ? -1 : (int)ms) == 1;
}

bool wire_is_gone(int fd) {
    char byte;
    return recv(fd, &byte, 1, MSG_PEEK | MSG_DONTWAIT) == 0;
}
