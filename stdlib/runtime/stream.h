// Streams: a file descriptor with one buffer each way. Bytes only; text is file.c's business.
// Owned by the File made with it; malloc'ed. Reading and writing may alternate: each flushes or drops the other's buffer.
#ifndef OTTER_STREAM_H
#define OTTER_STREAM_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>

enum { STREAM_BUFFER = 1 << 16 };  // bytes

typedef struct Stream {
    struct Stream *next, *previous;   // all streams
    int fd;               // -1: closed
    bool owns;            // close() closes the descriptor
    bool line_flush;      // flush when a newline is written (terminals)
    bool always_flush;    // stderr
    char *in, *out;       // buffers, allocated at first use
    size_t in_at, in_end, out_end;
} Stream;

Stream *stream_new(int fd, bool owns);
// 0, or an errno value.
int stream_write(Stream *s, const char *data, size_t n);
int stream_flush(Stream *s);
int stream_close(Stream *s);
// Makes unread bytes available at in + in_at; 0 at the end of the file, -errno on error, else how many there are.
ssize_t stream_fill(Stream *s);
int stream_seek(Stream *s, off_t offset, int whence, off_t *position);
int stream_tell(Stream *s, off_t *position);
int stream_truncate(Stream *s, off_t size);
void stream_free(Stream *s);
// Writes out what all streams hold: when the program ends, and before a file is opened, which may be one that the program
// has dropped without closing it. Errors are the later close's.
void stream_flush_all(void);

#endif
