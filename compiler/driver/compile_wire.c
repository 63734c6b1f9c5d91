#include "compile_wire.h"

#include <errno.h>
#include <sys/socket.h>

// Without SIGPIPE: the program's handlers are its own.
bool wire_write(int fd, const void *bytes, size_t size) {
    for (const char *at = bytes; size;) {
        ssize_t n = send(fd, at, size, MSG_NOSIGNAL);
        if (n < 0 && errno == EINTR) continue;
        if (n <= 0) return false;
        at += n;
        size -= (size_t)n;
    }
    return true;
}

bool wire_read(int fd, void *bytes, size_t size) {
    for (char *at = bytes; size;) {
        ssize_t n = recv(fd, at, size, 0);
        if (n < 0 && errno == EINTR) continue;
        if (n <= 0) return false;
        at += n;
        size -= (size_t)n;
    }
    return true;
}
