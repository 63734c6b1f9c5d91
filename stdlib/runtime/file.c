// File objects.
//
// Text files decode UTF-8 and, unless newline= says otherwise, read \r\n and \r as \n. A text file's `buffer` is a second
// object over the same stream, which its owner keeps. Finishing a file closes it and frees the stream.
#include "file.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <sys/stat.h>
#include <strings.h>
#include <unistd.h>

#include "bytes.h"
#include "class_int.h"
#include "int.h"
#include "interrupt.h"
#include "iter.h"
#include "stream.h"
#include "threads.h"
#include "utf8.h"

typedef enum { NEWLINE_UNIVERSAL, NEWLINE_KEEP, NEWLINE_LF, NEWLINE_CR, NEWLINE_CRLF } Newline;

typedef struct File {
    Object header;
    Stream *stream;
    struct File *owner;   // whose stream this is; NULL: its own
    Value name;           // str or int
    Str *mode, *errors;   // errors: what to do about bytes that are no UTF-8; NULL: raise
    bool readable, writable, binary;
    bool after_cr;        // the last byte read was a \r: a \n that follows belongs to it
    Newline newline;
    ThreadLock lock;      // around every operation; not used when there is an owner, whose it is then
} File;

static void file_trace(Object *o, Tracer *tracer) {
    File *f = (File *)o;
    tracer_object(tracer, f->owner);
    tracer_value(tracer, f->name);
    tracer_object(tracer, f->mode);
    tracer_object(tracer, f->errors);
}

static void file_finish(Object *o) {
    File *f = (File *)o;
    if (!f->owner && f->stream) stream_free(f->stream);
    f->stream = NULL;
}

static Value file_next(Thread *t, Object *o);
const Layout layout_file = {
    .name = "file", .kind = KIND_OTHER, .size = sizeof(File), .trace = file_trace, .finish = file_finish, .next = file_next};

static Value standard[3];

static bool is_file(Value v) { return value_is_object(v) && value_object(v)->shape->layout == &layout_file; }
static File *as_file(Value v) { return (File *)value_object(v); }

static bool check_open(Thread *t, const File *f) {
    if (f->stream && f->stream->fd >= 0) return true;
    error_value(t, f->binary ? "I/O operation on closed file" : "I/O operation on closed file.");
    return false;
}

static bool check_readable(Thread *t, const File *f) {
    if (!check_open(t, f)) return false;
    if (!f->readable) error_raise(t, &class_UnsupportedOperation, f->binary ? "read" : "not readable");
    return f->readable;
}

static bool check_writable(Thread *t, const File *f) {
    if (!check_open(t, f)) return false;
    if (!f->writable) error_raise(t, &class_UnsupportedOperation, f->binary ? "write" : "not writable");
    return f->writable;
}

static ThreadLock *lock_of(Value file) {
    File *f = as_file(file);
    return f->owner ? &f->owner->lock : &f->lock;
}

// A method as the program calls it: one thread at a time in a file.
#define LOCKED(method)                                                       \
    static Value method##_locked(Thread *t, Value *args, uint32_t nargs) {   \
        thread_lock(t, lock_of(args[0]));                                    \
        Value v = method(t, args, nargs);                                    \
        thread_unlock(t, lock_of(args[0]));                                  \
        return v;                                                            \
    }

static bool succeeded(Thread *t, int error) {
    if (error) error_os(t, error, VALUE_NONE);
    return !error;
}

// --- making

static File *new_file(Thread *t, Class *cls, Stream *stream, Value name, Str *mode) {
    File *f = stream ? (File *)class_instantiate(t, cls) : NULL;
    if (!f) return NULL;
    f->stream = stream;
    f->name = name;
    f->mode = mode;
    return f;
}

typedef struct {
    bool read, write, append, create, update, binary, text;
} OpenMode;

static bool parse_mode(Thread *t, Str *mode, OpenMode *m) {
    *m = (OpenMode){0};
    for (const char *p = mode->text; *p; p++) {
        bool *flag = *p == 'r' ? &m->read : *p == 'w' ? &m->write : *p == 'a' ? &m->append : *p == 'x' ? &m->create : *p == '+' ? &m->update
                   : *p == 'b' ? &m->binary : *p == 't' ? &m->text : NULL;
        if (!flag || *flag) return error_value(t, "invalid mode: %R", value_from_object(mode)), false;
        *flag = true;
    }
    if (m->text && m->binary) return error_value(t, "can't have text and binary mode at once"), false;
    if (m->read + m->write + m->append + m->create == 1) return true;
    error_value(t, m->read + m->write + m->append + m->create > 1 ? "must have exactly one of create/read/write/append mode"
                                                                   : "Must have exactly one of create/read/write/append mode and at most one plus");
    return false;
}

static int open_flags(const OpenMode *m) {
    int flags = m->update ? O_RDWR : m->read ? O_RDONLY : O_WRONLY;
    if (m->write) flags |= O_CREAT | O_TRUNC;
    if (m->append) flags |= O_CREAT | O_APPEND;
    if (m->create) flags |= O_CREAT | O_EXCL;
    return flags | O_CLOEXEC;
}

// The file's name: a str, bytes or a path object (__fspath__). VALUE_ERROR: exception pending.
static Value path_of(Thread *t, Value file) {
    if (value_is_str(file) || value_is_integer(file)) return file;
    const uint8_t *data;
    size_t length;
    if (value_bytes_view(file, &data, &length)) return value_or_error(str_new(t, (const char *)data, length));
    Value path = attr_find(t, file, str_intern_c("__fspath__"));
    if (value_is_error(path)) return path;
    if (value_is_unbound(path)) return error_type(t, "expected str, bytes or os.PathLike object, not %T", file);
    return call0(t, path);
}

static int open_path(Thread *t, Value path, const OpenMode *m) {
    Str *name = value_str(path);
    if (strlen(name->text) != name->nbytes) {
        error_value(t, "embedded null byte");
        return -1;
    }
    stream_flush_all();
    int fd = open(name->text, open_flags(m), 0666), error = errno;
    struct stat info;
    if (fd >= 0 && fstat(fd, &info) == 0 && S_ISDIR(info.st_mode)) {
        close(fd);
        error = EISDIR;
        fd = -1;
    }
    if (fd < 0) error_os(t, error, path);
    return fd;
}

static bool parse_newline(Thread *t, Value v, Newline *newline) {
    static const char *const forms[] = {[NEWLINE_KEEP] = "", [NEWLINE_LF] = "\n", [NEWLINE_CR] = "\r", [NEWLINE_CRLF] = "\r\n"};
    *newline = NEWLINE_UNIVERSAL;
    if (value_is_none(v)) return true;
    if (!value_is_str(v)) return error_type(t, "open() argument 'newline' must be str or None, not %A", v), false;
    for (Newline n = NEWLINE_KEEP; n <= NEWLINE_CRLF; n++)
        if (str_equal_c(value_str(v), forms[n])) return *newline = n, true;
    return error_value(t, "illegal newline value: %V", v), false;
}

static bool utf8_encoding(Thread *t, Value v) {
    static const char *const known[] = {"utf-8", "utf8", "UTF-8", "UTF8", "utf_8", "ascii", "us-ascii", "ASCII", "locale"};
    if (value_is_none(v)) return true;
    if (!value_is_str(v)) return error_type(t, "open() argument 'encoding' must be str or None, not %A", v), false;
    for (size_t i = 0; i < sizeof known / sizeof *known; i++)
        if (str_equal_c(value_str(v), known[i])) return true;
    const char *name = value_str(v)->text;
    bool other = !strncasecmp(name, "latin", 5) || !strncasecmp(name, "utf", 3) || !strncasecmp(name, "cp", 2);
    const char *form = other ? "encoding %V is not supported for files: use utf-8, or read bytes and decode them" : "unknown encoding: %V";
    return error_raise(t, &class_LookupError, form, v), false;
}

static Class *class_for(const OpenMode *m) {
    if (!m->binary) return &class_file;
    return m->update ? &class_binary_random : m->read ? &class_binary_reader : &class_binary_writer;
}

Value file_open(Thread *t, Value *args, uint32_t nargs) {
    OpenMode m;
    Newline newline;
    if (!value_is_str(args[1])) return error_type(t, "open() argument 'mode' must be str, not %A", args[1]);
    if (!parse_mode(t, value_str(args[1]), &m)) return VALUE_ERROR;
    if (m.binary && !value_is_none(args[3])) return error_value(t, "binary mode doesn't take an encoding argument");
    if (m.binary && !value_is_none(args[4])) return error_value(t, "binary mode doesn't take an errors argument");
    if (m.binary && !value_is_none(args[5])) return error_value(t, "binary mode doesn't take a newline argument");
    if (!parse_newline(t, args[5], &newline) || !utf8_encoding(t, args[3])) return VALUE_ERROR;
    Value path = path_of(t, args[0]);
    if (value_is_error(path)) return path;
    int64_t fd = value_is_str(path) ? open_path(t, path, &m) : value_is_int(path) ? value_int(path) : -1;
    if (fd < 0) return error_pending(t) ? VALUE_ERROR : error_value(t, "negative file descriptor");
    Stream *stream = stream_new((int)fd, value_is_str(path) || value_truth(t, args[6]) == 1);
    File *f = new_file(t, class_for(&m), stream, path, value_str(args[1]));
    if (!f) return VALUE_ERROR;
    f->readable = m.read || m.update;
    f->writable = !m.read || m.update;
    f->binary = m.binary;
    f->newline = newline;
    f->errors = value_is_str(args[4]) ? value_str(args[4]) : NULL;
    stream->line_flush = value_is_int(args[2]) && value_int(args[2]) == 1;
    stream->always_flush = value_is_int(args[2]) && value_int(args[2]) == 0;
    return value_from_object(f);
}

// --- reading: bytes are gathered in a StrBuilder, which takes any, then made into an object

static void gather(StrBuilder *b, File *f, const char *from, size_t n) {
    if (f->binary || f->newline != NEWLINE_UNIVERSAL || (!f->after_cr && !memchr(from, '\r', n))) {
        str_builder_add(b, from, n);
        return;
    }
    for (size_t i = 0; i < n; i++) {
        bool skip = f->after_cr && from[i] == '\n';
        f->after_cr = from[i] == '\r';
        if (!skip) str_builder_add(b, f->after_cr ? "\n" : &from[i], 1);
    }
}

// How many of the n bytes are whole, valid UTF-8.
static size_t valid_prefix(const char *text, size_t n) {
    const unsigned char *p = (const unsigned char *)text;
    size_t i = 0;
    while (i < n) {
        unsigned char lead = p[i];
        size_t length = utf8_lead_length(lead);
        if (lead >= 0x80 && (lead < 0xC2 || lead > 0xF4 || i + length > n)) return i;
        for (size_t j = 1; j < length; j++)
            if (!utf8_is_tail((char)p[i + j])) return i;
        bool overlong = (lead == 0xE0 && p[i + 1] < 0xA0) || (lead == 0xF0 && p[i + 1] < 0x90);
        bool outside = (lead == 0xED && p[i + 1] >= 0xA0) || (lead == 0xF4 && p[i + 1] >= 0x90);
        if (overlong || outside) return i;
        i += length;
    }
    return n;
}

// As bytes.decode says: raises, or does what errors= asks for.
static Value invalid_utf8(Thread *t, const File *f, const char *text, size_t n) {
    Bytes *all = bytes_new(t, text, n);
    Value how[2] = {value_from_object(str_intern_c("utf-8")), value_from_object(f->errors ? f->errors : str_intern_c("strict"))};
    return all ? call_method(t, value_from_object(all), str_intern_c("decode"), how, 2) : VALUE_ERROR;
}

static Value finish_text(Thread *t, const File *f, StrBuilder *b) {
    if (b->failed) return VALUE_ERROR;
    const char *data = b->text;
    if (f->binary) return value_or_error(bytes_new(t, data, b->nbytes));
    if (valid_prefix(data, b->nbytes) < b->nbytes) return invalid_utf8(t, f, data, b->nbytes);
    return value_or_error(str_builder_take(b));
}

static bool fill(Thread *t, File *f, ssize_t *available) {
    *available = stream_fill(f->stream);
    if (*available == -EINTR && !interrupt_check(t)) return false;
    return *available >= 0 || (error_os(t, (int)-*available, VALUE_NONE), false);
}

// How many bytes of the n at `p` to take for at most `limit` characters (bytes when binary).
static size_t take_units(const File *f, const char *p, size_t n, int64_t limit, int64_t *units) {
    if (f->binary || limit < 0) {
        size_t taken = limit >= 0 && (uint64_t)limit < n ? (size_t)limit : n;
        *units = (int64_t)taken;
        return taken;
    }
    size_t i = 0;
    *units = 0;
    while (i < n && (*units < limit || utf8_is_tail(p[i]))) *units += !utf8_is_tail(p[i++]);
    return i;
}

// The length of the line at p, its end included; 0: no end among n bytes. `available` bytes may be looked at.
static size_t line_end(const File *f, const char *p, size_t n, size_t available) {
    const char *lf = f->newline == NEWLINE_CR ? NULL : memchr(p, '\n', n);
    if (f->newline == NEWLINE_CRLF)
        while (lf && (lf == p || lf[-1] != '\r')) lf = memchr(lf + 1, '\n', n - (size_t)(lf + 1 - p));
    bool alone = f->binary || f->newline == NEWLINE_LF || f->newline == NEWLINE_CRLF;
    const char *cr = alone ? NULL : memchr(p, '\r', lf ? (size_t)(lf - p) : n);
    if (!cr) return lf ? (size_t)(lf - p) + 1 : 0;
    size_t at = (size_t)(cr - p) + 1;
    return at + (f->newline != NEWLINE_CR && at < available && p[at] == '\n');
}

// A \n left over from a \r\n that the last read cut.
static bool skip_cut_newline(File *f) {
    Stream *s = f->stream;
    bool cut = f->after_cr && s->in[s->in_at] == '\n';
    f->after_cr = false;
    s->in_at += cut;
    return cut;
}

// Up to `limit` units (-1: no limit), ending after a newline if `line`. Characters cut by the buffer's end go on with
// the next fill, as tails do not count.
static Value read_units(Thread *t, File *f, int64_t limit, bool line) {
    StrBuilder b;
    str_builder_init(&b, t);
    ssize_t available;
    for (bool ended = false; !ended;) {
        if (!fill(t, f, &available)) return VALUE_ERROR;
        if (available == 0) break;
        if (skip_cut_newline(f)) continue;
        const char *p = f->stream->in + f->stream->in_at;
        int64_t units;
        size_t n = take_units(f, p, (size_t)available, limit, &units);
        size_t end = line ? line_end(f, p, n, (size_t)available) : 0;
        if (n == 0) break;
        ended = end > 0 || (limit >= 0 && (limit -= units) <= 0 && (f->binary || f->stream->in_at + n < f->stream->in_end));
        if (end > 0) n = end;
        gather(&b, f, p, n);
        f->stream->in_at += n;
    }
    return finish_text(t, f, &b);
}

static bool size_argument(Thread *t, Value v, int64_t *size) {
    *size = -1;
    return value_is_none(v) || int_index_i64(t, v, size, false);
}

static Value read_method(Thread *t, Value *args, uint32_t nargs) {
    int64_t size;
    if (!check_readable(t, as_file(args[0])) || !size_argument(t, args[1], &size)) return VALUE_ERROR;
    return read_units(t, as_file(args[0]), size, false);
}
LOCKED(read_method)

// readinto(bytearray): how many bytes came.
static Value readinto_method(Thread *t, Value *args, uint32_t nargs) {
    File *f = as_file(args[0]);
    if (!f->binary) return attr_error(t, args[0], str_intern_c("readinto"));
    if (!value_is_bytearray(args[1])) return error_type(t, "readinto() argument must be read-write bytes-like object, not %A", args[1]);
    if (!check_readable(t, f)) return VALUE_ERROR;
    Value data = read_units(t, f, (int64_t)value_bytearray(args[1])->length, false);
    if (value_is_error(data)) return data;
    const Bytes *b = value_bytes(data);
    Bytearray *into = value_bytearray(args[1]);
    memcpy(into->buffer->bytes, b->data, b->length < into->length ? b->length : into->length);
    return value_from_small((int64_t)b->length);
}
LOCKED(readinto_method)

static Value readline_method(Thread *t, Value *args, uint32_t nargs) {
    int64_t size;
    if (!check_readable(t, as_file(args[0])) || !size_argument(t, args[1], &size)) return VALUE_ERROR;
    return read_units(t, as_file(args[0]), size, true);
}
LOCKED(readline_method)

static bool is_empty(Value v) { return value_is_str(v) ? value_str(v)->nbytes == 0 : ((Bytes *)value_object(v))->length == 0; }

static Value file_next(Thread *t, Object *o) {
    File *f = (File *)o;
    if (!check_readable(t, f)) return VALUE_ERROR;
    thread_lock(t, lock_of(value_from_object(o)));
    Value line = read_units(t, f, -1, true);
    thread_unlock(t, lock_of(value_from_object(o)));
    return value_is_error(line) || !is_empty(line) ? line : VALUE_UNBOUND;
}

static Value readlines_method(Thread *t, Value *args, uint32_t nargs) {
    int64_t hint, total = 0;
    List *lines = list_new(t, 0);
    if (!lines || !check_readable(t, as_file(args[0])) || !size_argument(t, args[1], &hint)) return VALUE_ERROR;
    for (;;) {
        Value line = file_next(t, value_object(args[0]));
        if (value_is_error(line)) return line;
        if (value_is_unbound(line)) return value_from_object(lines);
        if (!list_append(t, lines, line)) return VALUE_ERROR;
        total += value_is_str(line) ? value_str(line)->nchars : (int64_t)((Bytes *)value_object(line))->length;
        if (hint > 0 && total >= hint) return value_from_object(lines);
    }
}

// --- writing

// Whether a lone surrogate is among the text, which UTF-8 has no form for.
static bool has_surrogate(const char *utf8, size_t nbytes) {
    const char *end = utf8 + nbytes;
    for (const char *p = utf8; (p = memchr(p, 0xED, (size_t)(end - p))) != NULL; p++)
        if (p + 2 < end && (unsigned char)p[1] >= 0xA0) return true;
    return false;
}

// As str.encode says: raises, or does what errors= asks for.
static bool write_encoded(Thread *t, File *f, const char *utf8, size_t nbytes) {
    Value text = value_or_error(str_new(t, utf8, nbytes));
    Value how[2] = {value_from_object(str_intern_c("utf-8")), value_from_object(f->errors ? f->errors : str_intern_c("strict"))};
    Value bytes = value_is_error(text) ? text : call_method(t, text, str_intern_c("encode"), how, 2);
    const uint8_t *data;
    size_t length;
    if (value_is_error(bytes) || !value_bytes_view(bytes, &data, &length)) return false;
    return succeeded(t, stream_write(f->stream, (const char *)data, length));
}

static bool write_text(Thread *t, File *f, const char *utf8, size_t nbytes) {
    if (has_surrogate(utf8, nbytes)) return write_encoded(t, f, utf8, nbytes);
    if (f->newline != NEWLINE_CR && f->newline != NEWLINE_CRLF) return succeeded(t, stream_write(f->stream, utf8, nbytes));
    const char *end = utf8 + nbytes, *newline = f->newline == NEWLINE_CR ? "\r" : "\r\n";
    int error = 0;
    while (utf8 < end && !error) {
        const char *stop = memchr(utf8, '\n', (size_t)(end - utf8));
        error = stream_write(f->stream, utf8, (size_t)((stop ? stop : end) - utf8));
        if (stop && !error) error = stream_write(f->stream, newline, strlen(newline));
        utf8 = stop ? stop + 1 : end;
    }
    return succeeded(t, error);
}

bool file_is_text(Value file) { return is_file(file) && !as_file(file)->binary; }

bool file_write_text(Thread *t, Value file, const char *utf8, size_t nbytes) {
    if (file_is_text(file)) {
        thread_lock(t, lock_of(file));
        bool ok = check_writable(t, as_file(file)) && write_text(t, as_file(file), utf8, nbytes);
        thread_unlock(t, lock_of(file));
        return ok;
    }
    Value text = value_or_error(str_new(t, utf8, nbytes));
    return !value_is_error(text) && !value_is_error(call_method(t, file, names.write, &text, 1));
}

static Value write_method(Thread *t, Value *args, uint32_t nargs) {
    File *f = as_file(args[0]);
    const uint8_t *data;
    size_t length;
    if (!f->binary) {
        if (!value_is_str(args[1])) return error_type(t, "write() argument must be str, not %A", args[1]);
        Str *text = value_str(args[1]);
        return check_writable(t, f) && write_text(t, f, text->text, text->nbytes) ? value_from_small(text->nchars) : VALUE_ERROR;
    }
    if (!value_bytes_view(args[1], &data, &length)) return error_type(t, "a bytes-like object is required, not '%T'", args[1]);
    bool ok = check_writable(t, f) && succeeded(t, stream_write(f->stream, (const char *)data, length));
    return ok ? value_from_small((int64_t)length) : VALUE_ERROR;
}
LOCKED(write_method)

static Value writelines_method(Thread *t, Value *args, uint32_t nargs) {
    IterCursor cursor;
    if (!iter_begin(t, &cursor, args[1])) return VALUE_ERROR;
    for (;;) {
        Value line = iter_step(t, &cursor);
        if (value_is_error(line)) return line;
        if (value_is_unbound(line)) return VALUE_NONE;
        Value written = write_method_locked(t, (Value[]){args[0], line}, 2);
        if (value_is_error(written)) return written;
    }
}

bool file_flush(Thread *t, Value file) {
    if (!is_file(file)) return !value_is_error(call_method(t, file, names.flush, NULL, 0));
    thread_lock(t, lock_of(file));
    bool ok = check_open(t, as_file(file)) && succeeded(t, stream_flush(as_file(file)->stream));
    thread_unlock(t, lock_of(file));
    return ok;
}

static Value flush_method(Thread *t, Value *args, uint32_t nargs) { return file_flush(t, args[0]) ? VALUE_NONE : VALUE_ERROR; }

static Value close_method(Thread *t, Value *args, uint32_t nargs) {
    File *f = as_file(args[0]);
    return !f->stream || succeeded(t, stream_close(f->stream)) ? VALUE_NONE : VALUE_ERROR;
}
LOCKED(close_method)

// --- position and facts

static Value seek_method(Thread *t, Value *args, uint32_t nargs) {
    int64_t offset, whence;
    off_t position;
    File *f = as_file(args[0]);
    if (!check_open(t, f) || !int_index_i64(t, args[1], &offset, false) || !int_index_i64(t, args[2], &whence, false)) return VALUE_ERROR;
    if (!f->binary && whence == 1 && offset != 0) return error_raise(t, &class_UnsupportedOperation, "can't do nonzero cur-relative seeks");
    if (!f->binary && whence == 2 && offset != 0) return error_raise(t, &class_UnsupportedOperation, "can't do nonzero end-relative seeks");
    if (whence == 0 && offset < 0) return error_value(t, "negative seek position %lld", (long long)offset);
    if (whence == 1 && offset == 0) return succeeded(t, stream_tell(f->stream, &position)) ? int_from_i64(t, position) : VALUE_ERROR;
    return succeeded(t, stream_seek(f->stream, offset, (int)whence, &position)) ? int_from_i64(t, position) : VALUE_ERROR;
}
LOCKED(seek_method)

static Value tell_method(Thread *t, Value *args, uint32_t nargs) {
    off_t position;
    File *f = as_file(args[0]);
    return check_open(t, f) && succeeded(t, stream_tell(f->stream, &position)) ? int_from_i64(t, position) : VALUE_ERROR;
}
LOCKED(tell_method)

static Value truncate_method(Thread *t, Value *args, uint32_t nargs) {
    File *f = as_file(args[0]);
    off_t position;
    int64_t size;
    if (!check_writable(t, f) || !succeeded(t, stream_tell(f->stream, &position))) return VALUE_ERROR;
    size = position;
    if (!value_is_none(args[1]) && !int_index_i64(t, args[1], &size, false)) return VALUE_ERROR;
    return succeeded(t, stream_truncate(f->stream, size)) ? int_from_i64(t, size) : VALUE_ERROR;
}
LOCKED(truncate_method)

static Value fileno_method(Thread *t, Value *args, uint32_t nargs) {
    return check_open(t, as_file(args[0])) ? value_from_small(as_file(args[0])->stream->fd) : VALUE_ERROR;
}

static Value isatty_method(Thread *t, Value *args, uint32_t nargs) {
    return check_open(t, as_file(args[0])) ? value_from_bool(isatty(as_file(args[0])->stream->fd)) : VALUE_ERROR;
}

static Value seekable_method(Thread *t, Value *args, uint32_t nargs) {
    return check_open(t, as_file(args[0])) ? value_from_bool(lseek(as_file(args[0])->stream->fd, 0, SEEK_CUR) >= 0) : VALUE_ERROR;
}

static Value readable_method(Thread *t, Value *args, uint32_t nargs) {
    return check_open(t, as_file(args[0])) ? value_from_bool(as_file(args[0])->readable) : VALUE_ERROR;
}

static Value writable_method(Thread *t, Value *args, uint32_t nargs) {
    return check_open(t, as_file(args[0])) ? value_from_bool(as_file(args[0])->writable) : VALUE_ERROR;
}

static Value enter_method(Thread *t, Value *args, uint32_t nargs) { return check_open(t, as_file(args[0])) ? args[0] : VALUE_ERROR; }
static Value exit_method(Thread *t, Value *args, uint32_t nargs) { return close_method(t, args, 1); }
static Value iter_method(Thread *t, Value *args, uint32_t nargs) { return check_open(t, as_file(args[0])) ? args[0] : VALUE_ERROR; }

static Value get_name(Thread *t, Value *args, uint32_t nargs) { return as_file(args[0])->name; }
static Value get_mode(Thread *t, Value *args, uint32_t nargs) { return value_from_object(as_file(args[0])->mode); }
static Value get_closed(Thread *t, Value *args, uint32_t nargs) {
    const Stream *stream = as_file(args[0])->stream;
    return value_from_bool(!stream || stream->fd < 0);
}

static Value get_encoding(Thread *t, Value *args, uint32_t nargs) { return value_from_object(str_intern_c("utf-8")); }
static Value get_errors(Thread *t, Value *args, uint32_t nargs) {
    Str *errors = as_file(args[0])->errors;
    return value_from_object(errors ? errors : str_intern_c("strict"));
}

static Value get_buffer(Thread *t, Value *args, uint32_t nargs) {
    File *f = as_file(args[0]);
    OpenMode m = {.binary = true, .read = f->readable, .update = f->readable && f->writable};
    File *twin = new_file(t, class_for(&m), f->stream, f->name, f->mode);
    if (!twin) return VALUE_ERROR;
    twin->owner = f;
    twin->binary = true;
    twin->readable = f->readable;
    twin->writable = f->writable;
    return value_from_object(twin);
}

static Value repr_method(Thread *t, Value *args, uint32_t nargs) {
    File *f = as_file(args[0]);
    StrBuilder b;
    str_builder_init(&b, t);
    str_builder_add_c(&b, "<_io.");
    str_builder_add_c(&b, value_type_name(args[0]));
    str_builder_add_c(&b, " name=");
    str_builder_add_repr(&b, f->name);
    if (!f->binary) {
        str_builder_add_c(&b, " mode=");
        str_builder_add_repr(&b, value_from_object(f->mode));
        str_builder_add_c(&b, " encoding='UTF-8'");
    }
    str_builder_add_c(&b, ">");
    return value_or_error(str_builder_take(&b));
}

static const NativeDef file_natives[] = {
    {"read", read_method_locked, "self, size=-1, /", 0},
    {"readinto", readinto_method_locked, "self, buffer, /", 0},
    {"readline", readline_method_locked, "self, size=-1, /", 0},
    {"readlines", readlines_method, "self, hint=-1, /", 0},
    {"write", write_method_locked, "self, text, /", 0},
    {"writelines", writelines_method, "self, lines, /", 0},
    {"flush", flush_method, "self, /", 0},
    {"close", close_method_locked, "self, /", 0},
    {"seek", seek_method_locked, "self, cookie, whence=0, /", 0},
    {"tell", tell_method_locked, "self, /", 0},
    {"truncate", truncate_method_locked, "self, pos=None, /", 0},
    {"fileno", fileno_method, "self, /", 0},
    {"isatty", isatty_method, "self, /", 0},
    {"seekable", seekable_method, "self, /", 0},
    {"readable", readable_method, "self, /", 0},
    {"writable", writable_method, "self, /", 0},
    {"__enter__", enter_method, "self, /", 0},
    {"__exit__", exit_method, "self, /, *args", 0},
    {"__iter__", iter_method, "self, /", 0},
    {"__next__", iter_next_method, "self, /", 0},
    {"__repr__", repr_method, "self, /", 0},
    {"name", get_name, "self", NATIVE_GETTER},
    {"mode", get_mode, "self", NATIVE_GETTER},
    {"closed", get_closed, "self", NATIVE_GETTER},
    {"encoding", get_encoding, "self", NATIVE_GETTER},
    {"errors", get_errors, "self", NATIVE_GETTER},
    {"buffer", get_buffer, "self", NATIVE_GETTER},
    {0},
};

// --- the standard streams

static bool was_closed[3];

void file_keep_standard(void) {
    for (int fd = 0; fd < 3; fd++)
        if (fcntl(fd, F_GETFD) < 0) was_closed[fd] = open("/dev/null", O_RDWR) == fd;
}

Value file_standard(int fd) { return standard[fd]; }
Value file_standard_open(int fd) { return was_closed[fd] ? VALUE_NONE : standard[fd]; }

static bool open_standard(Thread *t, int fd, const char *name) {
    File *f = new_file(t, &class_file, stream_new(fd, false), value_from_object(str_intern_c(name)), str_intern_c(fd == 0 ? "r" : "w"));
    if (!f) return false;
    f->readable = fd == 0;
    f->writable = fd != 0;
    f->stream->line_flush = fd == 1 && isatty(1);
    f->stream->always_flush = fd == 2;
    standard[fd] = value_from_object(f);
    return true;
}

bool file_init(Thread *t) {
    static Class *const classes[] = {&class_file, &class_binary_reader, &class_binary_writer, &class_binary_random};
    for (size_t i = 0; i < sizeof classes / sizeof *classes; i++) classes[i]->module = value_from_object(str_intern_c("_io"));
    class_add_natives(&class_file, file_natives);
    class_UnsupportedOperation.module = value_from_object(str_intern_c("io"));
    heap_add_root(standard, 3);
    signal(SIGPIPE, SIG_IGN);   // writing to a closed pipe raises BrokenPipeError
    return open_standard(t, 0, "<stdin>") && open_standard(t, 1, "<stdout>") && open_standard(t, 2, "<stderr>");
}

static void report_flush(int error) {
    const char *class_name = error == EPIPE ? "BrokenPipeError" : "OSError";
    dprintf(2, "Exception ignored in: <_io.TextIOWrapper name='<stdout>' mode='w' encoding='utf-8'>\n%s: [Errno %d] %s\n", class_name,
            error, strerror(error));
}

bool file_flush_standard(Thread *t) {
    static bool ok = true;   // what was lost stays lost
    for (int fd = 1; fd <= 2; fd++) {
        File *f = as_file(standard[fd]);
        if (!f->stream || f->stream->fd < 0) continue;
        int error = stream_flush(f->stream);
        if (error == 0) continue;
        ok = false;
        if (fd == 1) report_flush(error);
    }
    stream_flush_all();
    return ok;
}
