// Streams over read and write. Interrupted calls are taken up again; a failed write loses what was buffered.
#include "stream.h"

#include <errno.h>
#include <pthread.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "interrupt.h"
#include "threads.h"

static Stream streams = {.next = &streams, .previous = &streams};   // the list's head

static pthread_mutex_t listing = PTHREAD_MUTEX_INITIALIZER;   // of the list

Stream *stream_new(int fd, bool owns) {
    Stream *s = calloc(1, sizeof *s);
    if (!s) return NULL;
    pthread_mutex_lock(&listing);
    *s = (Stream){.fd = fd, .owns = owns, .next = streams.next, .previous = &streams};
    streams.next->previous = s;
    streams.next = s;
    pthread_mutex_unlock(&listing);
    return s;
}

void stream_flush_all(void) {
    for (Stream *s = streams.next; s != &streams; s = s->next)
        if (s->fd >= 0) stream_flush(s);
}

// Other threads run, and may collect, while this one waits for the system.
static ssize_t write_some(int fd, const char *data, size_t n) {
    Thread *t = thread_current;
    Registers registers;
    threads_leave(t, &registers);
    ssize_t done = write(fd, data, n);
    int error = errno;
    threads_enter(t, &registers);
    errno = error;
    return done;
}

static ssize_t read_some(int fd, char *data, size_t n) {
    Thread *t = thread_current;
    Registers registers;
    threads_leave(t, &registers);
    ssize_t done = read(fd, data, n);
    int error = errno;
    threads_enter(t, &registers);
    errno = error;
    return done;
}

static int write_all(int fd, const char *data, size_t n) {
    while (n > 0) {
        ssize_t done = write_some(fd, data, n);
        if (done < 0 && errno == EINTR) continue;
        if (done < 0) return errno;
        data += done;
        n -= (size_t)done;
    }
    return 0;
}

// The file position goes back over what was read ahead.
static void drop_input(Stream *s) {
    if (s->in_at < s->in_end) lseek(s->fd, -(off_t)(s->in_end - s->in_at), SEEK_CUR);
    s->in_at = s->in_end = 0;
}

int stream_flush(Stream *s) {
    size_t n = s->out_end;
    s->out_end = 0;
    return n > 0 ? write_all(s->fd, s->out, n) : 0;
}

static int buffer_bytes(Stream *s, const char *data, size_t n) {
    if (!s->out) s->out = malloc(STREAM_BUFFER);
    if (!s->out) return ENOMEM;
    if (s->out_end + n > STREAM_BUFFER) {
        int error = stream_flush(s);
        if (error) return error;
        if (n >= STREAM_BUFFER) return write_all(s->fd, data, n);
    }
    memcpy(s->out + s->out_end, data, n);
    s->out_end += n;
    return 0;
}

int stream_write(Stream *s, const char *data, size_t n) {
    if (s->in_end) drop_input(s);
    int error = buffer_bytes(s, data, n);
    if (error) return error;
    return s->always_flush || (s->line_flush && memchr(data, '\n', n)) ? stream_flush(s) : 0;
}

ssize_t stream_fill(Stream *s) {
    if (s->in_at < s->in_end) return (ssize_t)(s->in_end - s->in_at);
    int error = stream_flush(s);
    if (error) return -error;
    if (!s->in) s->in = malloc(STREAM_BUFFER);
    if (!s->in) return -ENOMEM;
    ssize_t n;
    do n = read_some(s->fd, s->in, STREAM_BUFFER);
    while (n < 0 && errno == EINTR && !interrupt_waits(thread_current));
    if (n < 0) return -errno;
    s->in_at = 0;
    s->in_end = (size_t)n;
    return n;
}

int stream_tell(Stream *s, off_t *position) {
    off_t at = lseek(s->fd, 0, SEEK_CUR);
    if (at < 0) return errno;
    *position = at - (off_t)(s->in_end - s->in_at) + (off_t)s->out_end;
    return 0;
}

int stream_seek(Stream *s, off_t offset, int whence, off_t *position) {
    int error = stream_flush(s);
    if (error) return error;
    drop_input(s);
    off_t at = lseek(s->fd, offset, whence);
    if (at < 0) return errno;
    *position = at;
    return 0;
}

int stream_truncate(Stream *s, off_t size) {
    int error = stream_flush(s);
    return error ? error : ftruncate(s->fd, size) < 0 ? errno : 0;
}

int stream_close(Stream *s) {
    if (s->fd < 0) return 0;
    int error = stream_flush(s);
    if (s->owns && close(s->fd) < 0 && !error) error = errno;
    s->fd = -1;
    s->in_at = s->in_end = 0;
    return error;
}

void stream_free(Stream *s) {
    stream_close(s);
    pthread_mutex_lock(&listing);
    s->next->previous = s->previous;
    s->previous->next = s->next;
    pthread_mutex_unlock(&listing);
    free(s->in);
    free(s->out);
    free(s);
}
