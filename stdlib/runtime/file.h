// File objects: text and binary files, and the standard streams. Buffered by us, UTF-8 text, universal newlines on reading.
#ifndef OTTER_FILE_H
#define OTTER_FILE_H

#include "thread.h"

bool file_init(Thread *t);                       // the classes and the three standard streams
// First thing in main: standard streams that are closed get the null device, so that no other file has their numbers.
void file_keep_standard(void);
Value file_standard(int fd);                     // 0 stdin, 1 stdout, 2 stderr: the original streams
Value file_standard_open(int fd);                // the same; None when it was closed at the start
Value file_open(Thread *t, Value *args, uint32_t nargs);   // open(), as a native: signature FILE_OPEN_SIGNATURE
#define FILE_OPEN_SIGNATURE "file, mode='r', buffering=-1, encoding=None, errors=None, newline=None, closefd=True, opener=None"
// Writes text to a file object: straight into the buffer of our own files, else by its write method.
bool file_write_text(Thread *t, Value file, const char *utf8, size_t nbytes);
bool file_is_text(Value file);                   // one of ours
bool file_flush(Thread *t, Value file);
bool file_flush_standard(Thread *t);             // stdout, then stderr; false: now or before, an error was reported on stderr

#endif
