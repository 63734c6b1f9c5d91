// _os: the system calls of the os module. Paths arrive as str; errors are OSErrors that name the path.
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <sys/random.h>
#include <sys/stat.h>
#include <sys/utsname.h>
#include <unistd.h>

#include "stdlib/runtime/bytes.h"
#include "stdlib/runtime/codec.h"
#include "stdlib/runtime/dict.h"
#include "stdlib/runtime/exception.h"
#include "stdlib/runtime/float.h"
#include "stdlib/runtime/int.h"
#include "stdlib/runtime/list.h"
#include "stdlib/runtime/module.h"
#include "stdlib/runtime/native.h"
#include "stdlib/runtime/str.h"
#include "stdlib/runtime/task.h"
#include "stdlib/runtime/tuple.h"

bool native__os_fill(Thread *t, Module *m);

extern char **environ;

// The text of a path, or NULL: exception pending.
static const char *os_path(Thread *t, Value v) {
    if (!value_is_str(v)) return error_type(t, "expected str, bytes or os.PathLike object, not %T", v), NULL;
    const Str *s = value_str(v);
    if (memchr(s->text, 0, s->nbytes)) return error_value(t, "embedded null byte"), NULL;
    return s->text;
}

static Value os_done(Thread *t, int result, Value path) { return result < 0 ? error_os(t, errno, path) : VALUE_NONE; }

// Text of the system's: bytes that are no UTF-8 become lone surrogates, as in CPython.
static Value os_text_of(Thread *t, const char *text, size_t n) {
    Bytes *raw = bytes_new(t, text, n);
    return raw ? codec_decode(t, value_from_object(raw), raw->data, n, NULL, str_intern_c("surrogateescape")) : VALUE_ERROR;
}

static Value os_text(Thread *t, const char *text) { return os_text_of(t, text, strlen(text)); }

#define OS_PATH_CALLS(F)                                                                                   \
    F(unlink, unlink(path)) F(rmdir, rmdir(path)) F(chdir, chdir(path)) F(mkdir, mkdir(path, (mode_t)number)) \
    F(chmod, chmod(path, (mode_t)number))

#define F(name, call)                                                   \
    static Value os_##name(Thread *t, Value *args, uint32_t nargs) {    \
        int64_t number = 0;                                             \
        const char *path = os_path(t, args[0]);                         \
        if (!path || (nargs > 1 && !int_index_i64(t, args[1], &number, false))) return VALUE_ERROR; \
        return os_done(t, call, args[0]);                               \
    }
OS_PATH_CALLS(F)
#undef F

#define OS_TWO_PATH_CALLS(F) F(rename, rename(from, to)) F(symlink, symlink(from, to)) F(link, link(from, to))

#define F(name, call)                                                   \
    static Value os_##name(Thread *t, Value *args, uint32_t nargs) {    \
        const char *from = os_path(t, args[0]), *to = from ? os_path(t, args[1]) : NULL; \
        return to ? os_done(t, call, args[0]) : VALUE_ERROR;            \
    }
OS_TWO_PATH_CALLS(F)
#undef F

static Value os_getcwd(Thread *t, Value *args, uint32_t nargs) {
    char *here = getcwd(NULL, 0);
    if (!here) return error_os(t, errno, VALUE_NONE);
    Value v = os_text(t, here);
    free(here);
    return v;
}

static Value os_listdir(Thread *t, Value *args, uint32_t nargs) {
    const char *path = os_path(t, args[0]);
    List *names = path ? list_new(t, 8) : NULL;
    DIR *dir = names ? opendir(path) : NULL;
    if (!dir) return names ? error_os(t, errno, args[0]) : VALUE_ERROR;
    bool ok = true;
    for (struct dirent *entry; ok && (entry = readdir(dir));) {
        if (strcmp(entry->d_name, ".") == 0 || strcmp(entry->d_name, "..") == 0) continue;
        Value name = os_text(t, entry->d_name);
        ok = !value_is_error(name) && list_append(t, names, name);
    }
    closedir(dir);
    return ok ? value_from_object(names) : VALUE_ERROR;
}

static Value os_time(Thread *t, struct timespec moment) {
    return int_from_i64(t, (int64_t)moment.tv_sec * 1000000000 + moment.tv_nsec);
}

// The numbers of os.stat_result: ten fields, then the three times in nanoseconds.
static Value os_stat_tuple(Thread *t, const struct stat *s) {
    Value items[] = {value_from_small(s->st_mode), int_from_u64(t, s->st_ino), int_from_u64(t, s->st_dev), int_from_u64(t, s->st_nlink),
                     value_from_small(s->st_uid), value_from_small(s->st_gid), int_from_i64(t, s->st_size), int_from_i64(t, s->st_atim.tv_sec),
                     int_from_i64(t, s->st_mtim.tv_sec), int_from_i64(t, s->st_ctim.tv_sec), os_time(t, s->st_atim), os_time(t, s->st_mtim), os_time(t, s->st_ctim)};
    Tuple *tuple = tuple_from(t, items, sizeof items / sizeof *items);
    return tuple ? value_from_object(tuple) : VALUE_ERROR;
}

// stat(path or descriptor, follow)
static Value os_stat(Thread *t, Value *args, uint32_t nargs) {
    struct stat s;
    int result;
    if (value_is_int(args[0])) {
        result = fstat((int)value_int(args[0]), &s);
    } else {
        const char *path = os_path(t, args[0]);
        if (!path) return VALUE_ERROR;
        result = value_same(args[1], VALUE_FALSE) ? lstat(path, &s) : stat(path, &s);
    }
    return result < 0 ? error_os(t, errno, args[0]) : os_stat_tuple(t, &s);
}

static Value os_readlink(Thread *t, Value *args, uint32_t nargs) {
    const char *path = os_path(t, args[0]);
    char text[4096];
    ssize_t n = path ? readlink(path, text, sizeof text - 1) : -1;
    if (n < 0) return path ? error_os(t, errno, args[0]) : VALUE_ERROR;
    text[n] = 0;
    return os_text(t, text);
}

static Value os_access(Thread *t, Value *args, uint32_t nargs) {
    const char *path = os_path(t, args[0]);
    int64_t mode;
    if (!path || !int_index_i64(t, args[1], &mode, false)) return VALUE_ERROR;
    return value_from_bool(access(path, (int)mode) == 0);
}

// ---- environment, process

static Value os_environ(Thread *t, Value *args, uint32_t nargs) {
    Dict *d = dict_new(t);
    for (char **at = environ; d && *at; at++) {
        const char *equals = strchr(*at, '=');
        if (!equals) continue;
        Value name = os_text_of(t, *at, (size_t)(equals - *at)), value = os_text(t, equals + 1);
        if (value_is_error(name) || value_is_error(value) || !dict_set(t, d, name, value)) return VALUE_ERROR;
    }
    return d ? value_from_object(d) : VALUE_ERROR;
}

static Value os_putenv(Thread *t, Value *args, uint32_t nargs) {
    const char *name = os_path(t, args[0]), *value = name && !value_is_none(args[1]) ? os_path(t, args[1]) : "";
    if (!name || !value) return VALUE_ERROR;
    return os_done(t, value_is_none(args[1]) ? unsetenv(name) : setenv(name, value, 1), VALUE_NONE);
}

static Value os_getpid(Thread *t, Value *args, uint32_t nargs) { return value_from_small(getpid()); }
static Value os_getppid(Thread *t, Value *args, uint32_t nargs) { return value_from_small(getppid()); }
static Value os_getuid(Thread *t, Value *args, uint32_t nargs) { return value_from_small(getuid()); }

static Value os_cpu_count(Thread *t, Value *args, uint32_t nargs) {
    long n = sysconf(_SC_NPROCESSORS_ONLN);
    return n < 1 ? VALUE_NONE : value_from_small(n);
}

static Value os_exit_now(Thread *t, Value *args, uint32_t nargs) {
    int64_t code;
    if (!int_index_i64(t, args[0], &code, false)) return VALUE_ERROR;
    _exit((int)code);
}

static Value os_system(Thread *t, Value *args, uint32_t nargs) {
    const char *command = os_path(t, args[0]);
    if (!command) return VALUE_ERROR;
    Registers registers;
    threads_leave(t, &registers);
    int status = system(command);
    threads_enter(t, &registers);
    return value_from_small(status);
}

static Value os_urandom(Thread *t, Value *args, uint32_t nargs) {
    int64_t n;
    if (!int_index_i64(t, args[0], &n, false)) return VALUE_ERROR;
    if (n < 0) return error_value(t, "negative argument not allowed");
    Bytes *b = bytes_alloc(t, (size_t)n);
    for (int64_t at = 0; b && at < n;) {
        ssize_t got = getrandom(b->data + at, (size_t)(n - at), 0);
        if (got < 0 && errno != EINTR) return error_os(t, errno, VALUE_NONE);
        if (got > 0) at += got;
    }
    return b ? value_from_object(b) : VALUE_ERROR;
}

static Value os_strerror(Thread *t, Value *args, uint32_t nargs) {
    int64_t code;
    return int_index_i64(t, args[0], &code, false) ? os_text(t, strerror((int)code)) : VALUE_ERROR;
}

// ---- descriptors

static Value os_open(Thread *t, Value *args, uint32_t nargs) {
    const char *path = os_path(t, args[0]);
    int64_t flags, mode;
    if (!path || !int_index_i64(t, args[1], &flags, false) || !int_index_i64(t, args[2], &mode, false)) return VALUE_ERROR;
    int fd = open(path, (int)flags | O_CLOEXEC, (mode_t)mode);
    return fd < 0 ? error_os(t, errno, args[0]) : value_from_small(fd);
}

static Value os_read(Thread *t, Value *args, uint32_t nargs) {
    int64_t fd, n;
    if (!int_index_i64(t, args[0], &fd, false) || !int_index_i64(t, args[1], &n, false)) return VALUE_ERROR;
    if (n < 0) return error_os(t, EINVAL, VALUE_NONE);
    Bytes *room = bytes_alloc(t, (size_t)n);
    if (!room) return VALUE_ERROR;
    Registers registers;
    threads_leave(t, &registers);
    ssize_t got = read((int)fd, room->data, (size_t)n);
    int error = errno;
    threads_enter(t, &registers);
    if (got < 0) return error_os(t, error, VALUE_NONE);
    Bytes *b = got == n ? room : bytes_new(t, room->data, (size_t)got);
    return b ? value_from_object(b) : VALUE_ERROR;
}

static Value os_write(Thread *t, Value *args, uint32_t nargs) {
    int64_t fd;
    const uint8_t *data;
    size_t length;
    if (!int_index_i64(t, args[0], &fd, false)) return VALUE_ERROR;
    if (!value_bytes_view(args[1], &data, &length)) return error_type(t, "a bytes-like object is required, not '%T'", args[1]);
    ssize_t n = write((int)fd, data, length);
    return n < 0 ? error_os(t, errno, VALUE_NONE) : value_from_small(n);
}

static Value os_close(Thread *t, Value *args, uint32_t nargs) {
    int64_t fd;
    return int_index_i64(t, args[0], &fd, false) ? os_done(t, close((int)fd), VALUE_NONE) : VALUE_ERROR;
}

static Value os_isatty(Thread *t, Value *args, uint32_t nargs) {
    int64_t fd;
    return int_index_i64(t, args[0], &fd, false) ? value_from_bool(isatty((int)fd)) : VALUE_ERROR;
}

static Value os_pipe(Thread *t, Value *args, uint32_t nargs) {
    int fds[2];
    if (pipe2(fds, O_CLOEXEC) < 0) return error_os(t, errno, VALUE_NONE);
    Tuple *pair = tuple_from(t, (Value[]){value_from_small(fds[0]), value_from_small(fds[1])}, 2);
    return pair ? value_from_object(pair) : VALUE_ERROR;
}

static Value os_uname(Thread *t, Value *args, uint32_t nargs) {
    struct utsname u;
    if (uname(&u) < 0) return error_os(t, errno, VALUE_NONE);
    Value items[] = {os_text(t, u.sysname), os_text(t, u.nodename), os_text(t, u.release), os_text(t, u.version), os_text(t, u.machine)};
    Tuple *tuple = error_pending(t) ? NULL : tuple_from(t, items, 5);
    return tuple ? value_from_object(tuple) : VALUE_ERROR;
}

static const NativeDef functions[] = {
    {"uname", os_uname, "", 0},
    {"unlink", os_unlink, "path, /", 0},          {"rmdir", os_rmdir, "path, /", 0},
    {"chdir", os_chdir, "path, /", 0},            {"mkdir", os_mkdir, "path, mode, /", 0},
    {"chmod", os_chmod, "path, mode, /", 0},      {"rename", os_rename, "src, dst, /", 0},
    {"symlink", os_symlink, "src, dst, /", 0},    {"link", os_link, "src, dst, /", 0},
    {"getcwd", os_getcwd, "", 0},                 {"listdir", os_listdir, "path, /", 0},
    {"stat", os_stat, "path, follow, /", 0},      {"readlink", os_readlink, "path, /", 0},
    {"access", os_access, "path, mode, /", 0},    {"environ", os_environ, "", 0},
    {"putenv", os_putenv, "name, value, /", 0},   {"getpid", os_getpid, "", 0},
    {"getppid", os_getppid, "", 0},               {"getuid", os_getuid, "", 0},
    {"cpu_count", os_cpu_count, "", 0},           {"_exit", os_exit_now, "status", 0},
    {"system", os_system, "command", 0},          {"urandom", os_urandom, "size, /", 0},
    {"strerror", os_strerror, "code, /", 0},      {"open", os_open, "path, flags, mode, /", 0},
    {"read", os_read, "fd, length, /", 0},        {"write", os_write, "fd, data, /", 0},
    {"close", os_close, "fd", 0},                 {"isatty", os_isatty, "fd, /", 0},
    {"pipe", os_pipe, "", 0},                     {},
};

bool native__os_fill(Thread *t, Module *m) {
    module_add_natives(t, m, functions);
    return true;
}
