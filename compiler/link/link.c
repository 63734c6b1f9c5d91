// One command line for ld.lld. Position-dependent output: fewer relocations, so a faster start.
#include "link.h"

#include <errno.h>
#include <glob.h>
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#include "compiler/base/strbuf.h"
#include "compiler/base/vec.h"

extern char **environ;

static const char *const linkers[] = {"ld.lld-22", "ld.lld", NULL};

#if defined(__x86_64__)
static const char *const library_folders[] = {"/usr/lib/x86_64-linux-gnu", "/usr/lib64", "/usr/lib", NULL};
static const char interpreter[] = "/lib64/ld-linux-x86-64.so.2";
#elif defined(__aarch64__)
static const char *const library_folders[] = {"/usr/lib/aarch64-linux-gnu", "/usr/lib64", "/usr/lib", NULL};
static const char interpreter[] = "/lib/ld-linux-aarch64.so.1";
#endif

typedef struct {
    Arena arena;
    VEC(char *) words;
} Command;

static void add(Command *c, const char *word) { vec_push(&c->words, (char *)word); }

[[gnu::format(printf, 2, 3)]] static void add_format(Command *c, const char *format, ...) {
    StrBuf text = {0};
    va_list args;
    va_start(args, format);
    strbuf_put_vformat(&text, format, args);
    va_end(args);
    add(c, strbuf_copy(&text, &c->arena));
    strbuf_fini(&text);
}

static bool has_file(const char *folder, const char *name) {
    StrBuf path = {0};
    strbuf_put_format(&path, "%s/%s", folder, name);
    bool found = access(strbuf_text(&path), R_OK) == 0;
    strbuf_fini(&path);
    return found;
}

static const char *find_libc(void) {
    for (const char *const *folder = library_folders; *folder; folder++)
        if (has_file(*folder, "crt1.o")) return *folder;
    return NULL;
}

// The compiler's support library, of the newest GCC there is. Only a few programs need it.
static void add_support_folder(Command *c) {
    glob_t found;
    if (glob("/usr/lib/gcc/*-linux-gnu/*/libgcc.a", 0, NULL, &found) == 0 && found.gl_pathc) {
        const char *path = found.gl_pathv[found.gl_pathc - 1];
        add_format(c, "-L%.*s", (int)(strlen(path) - strlen("/libgcc.a")), path);
        add(c, "-lgcc");
    }
    globfree(&found);
}

// The runtime's own symbols stay inside.
static void add_exports(Command *c, const LinkJob *job) {
    add(c, "-shared");
    add(c, "-Bsymbolic");
    for (uint32_t i = 0; i < job->nexports; i++) {
        add_format(c, "--defsym=%s", job->exports[i]);
        add_format(c, "-u%s", strchr(job->exports[i], '=') + 1);
    }
}

static void add_options(Command *c, const LinkJob *job) {
    add_format(c, "-o%s", job->output);
    add(c, "--gc-sections");
    add(c, "--build-id=none");
    add(c, "-O1");
    add(c, "--icf=safe");
    add(c, "--hash-style=gnu");
    add(c, "-znow");
    if (!job->keep_symbols) add(c, "-s");
    if (job->exports) return add_exports(c, job);
    if (job->fully_static) return add(c, "-static");
    add(c, "-dynamic-linker");
    add(c, interpreter);
}

static void add_inputs(Command *c, const LinkJob *job, const char *libc) {
    if (!job->exports) add_format(c, "%s/crt1.o", libc);
    add_format(c, "%s/crti.o", libc);
    for (uint32_t i = 0; i < job->nobjects; i++) add(c, job->objects[i]);
    for (uint32_t i = 0; i < job->nsymbols; i++) add_format(c, "-u%s", job->symbols[i]);
    add(c, "--start-group");
    add(c, job->archive);
    add_format(c, "-L%s", libc);
    add(c, "-lm");
    add(c, "-lc");
    add_support_folder(c);
    if (job->fully_static) add(c, "-lgcc_eh");
    add(c, "--end-group");
    add_format(c, "%s/crtn.o", libc);
}

static bool run(char **words, char *error, size_t error_size) {
    pid_t pid;
    int failed = ENOENT;
    for (const char *const *linker = linkers; *linker && failed == ENOENT; linker++) {
        words[0] = (char *)*linker;
        failed = posix_spawnp(&pid, *linker, NULL, NULL, words, environ);
    }
    if (failed) return snprintf(error, error_size, "cannot start ld.lld-22: %s (package lld-22)", strerror(failed)), false;
    int status;
    while (waitpid(pid, &status, 0) < 0)
        if (errno != EINTR) return snprintf(error, error_size, "lost the linker: %s", strerror(errno)), false;
    if (WIFEXITED(status) && WEXITSTATUS(status) == 0) return true;
    return snprintf(error, error_size, "the linker failed"), false;
}

bool link_executable(const LinkJob *job, char *error, size_t error_size) {
    const char *libc = find_libc();
    if (!libc) return snprintf(error, error_size, "no C library to link with (package libc6-dev)"), false;
    Command c = {0};
    arena_init(&c.arena);
    add(&c, linkers[0]);
    add_options(&c, job);
    add_inputs(&c, job, libc);
    add(&c, NULL);
    bool ok = run(c.words.items, error, error_size);
    vec_fini(&c.words);
    arena_fini(&c.arena);
    return ok;
}

static bool write_all(int file, const char *bytes, size_t size) {
    while (size) {
        ssize_t n = write(file, bytes, size);
        if (n < 0 && errno != EINTR) return false;
        if (n > 0) bytes += n, size -= (size_t)n;
    }
    return true;
}

bool link_write_object(int file, const void *bytes, size_t size) { return write_all(file, bytes, size); }

char *link_object_path(int file) {
    StrBuf path = {0};
    strbuf_put_format(&path, "/proc/self/fd/%d", file);
    return strbuf_take(&path);
}
