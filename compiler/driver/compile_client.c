// The program's side of the compiler process. What does not answer in time is ended; what has died is started again, until it
// has happened too often.
#include <fcntl.h>
#include <pthread.h>
#include <signal.h>
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "compile_server.h"
#include "compile_wire.h"
#include "jit/native/native_names.h"
#include "compiler/base/vec.h"
#include "compiler/bytecode/serial.h"

enum { FAILURES_MAX = 5, START_MS = 5000, MODULES_MAX = 512, LEAVE_MS = 20 };  // then another process, for modules stay with one

extern char **environ;

static struct {
    int fd;                          // -1: not started
    ino_t inode;                     // of the socket
    pid_t pid;
    uint32_t failures;
    bool greeted;
    size_t keep;
    pthread_mutex_t sending;
    VEC(const BcModule *) modules;   // that the process has; NULL: freed by the program
} client = {.fd = -1, .sending = PTHREAD_MUTEX_INITIALIZER};

void compile_client_keep(size_t limit_bytes) { client.keep = limit_bytes; }

// --- starting and ending

// A program that closes files it never opened closes this one, too, and may have another by its number.
static bool is_ours(void) {
    struct stat s;
    return client.fd >= 0 && fstat(client.fd, &s) == 0 && S_ISSOCK(s.st_mode) && s.st_ino == client.inode;
}

static void disconnect(void) {
    if (is_ours()) close(client.fd);
    client.fd = -1;
    client.greeted = false;
    vec_clear(&client.modules);
}

void compile_client_forget(void) {
    disconnect();
    pthread_mutex_init(&client.sending, NULL);  // the parent may have been sending
}

// The socket becomes WIRE_FD in the new process. That one forks and leaves at once, so that the program has no child.
static bool spawn(int theirs, pid_t *pid) {
    posix_spawn_file_actions_t actions;
    posix_spawnattr_t attributes;
    sigset_t none;
    if (posix_spawn_file_actions_init(&actions) != 0 || posix_spawnattr_init(&attributes) != 0) return false;
    sigemptyset(&none);
    posix_spawnattr_setsigmask(&attributes, &none);
    posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETPGROUP);  // no Ctrl-C of the terminal's comes to it
    posix_spawn_file_actions_adddup2(&actions, theirs, WIRE_FD);
    char keep[24];
    snprintf(keep, sizeof keep, "%zu", client.keep);
    char *argv[] = {"otter", "compile-server", keep, NULL};
    bool ok = posix_spawn(pid, "/proc/self/exe", &actions, &attributes, argv, environ) == 0;
    posix_spawn_file_actions_destroy(&actions);
    posix_spawnattr_destroy(&attributes);
    return ok;
}

static bool greet(void) {
    WireHello hello;
    if (client.greeted) return true;
    if (!wire_wait(client.fd, START_MS) || !wire_read(client.fd, &hello, sizeof hello) || hello.magic != WIRE_MAGIC) return false;
    client.pid = hello.pid;
    return client.greeted = true;
}

// There is a connection from now on. *theirs: the end for a process to be started; -1: there is one.
static bool connect_process(int *theirs) {
    int ends[2];
    *theirs = -1;
    if (client.fd >= 0 && (!is_ours() || wire_is_gone(client.fd))) disconnect();  // it had nothing to do
    if (client.modules.count >= MODULES_MAX) disconnect();
    if (client.fd >= 0) return true;
    if (client.failures >= FAILURES_MAX || socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends) != 0) return false;
    struct stat info;
    client.fd = ends[0];
    client.inode = fstat(ends[0], &info) == 0 ? info.st_ino : 0;
    if (ends[1] == WIRE_FD) {  // dup2 onto itself would leave it to be closed
        int moved = fcntl(WIRE_FD, F_DUPFD_CLOEXEC, WIRE_FD + 1);
        close(ends[1]);
        ends[1] = moved;
    }
    *theirs = ends[1];
    return true;
}

static bool start(int theirs, pid_t *pid) {
    bool ok = spawn(theirs, pid);
    close(theirs);
    if (ok) return true;
    disconnect();
    client.failures = FAILURES_MAX;
    return false;
}

static TierOutcome failed(TierOutcome outcome) {
    if (client.greeted) kill(client.pid, SIGKILL);
    client.failures++;
    disconnect();
    return outcome;
}

void compile_client_forget_module(const BcModule *bc) {
    pthread_mutex_lock(&client.sending);
    for (uint32_t i = 0; i < client.modules.count; i++)
        if (client.modules.items[i] == bc) client.modules.items[i] = NULL;
    pthread_mutex_unlock(&client.sending);
}

// --- asking

// The module's number; its image, when the process does not have it yet, is appended to `image`.
static uint32_t module_number(const BcModule *bc, StrBuf *image) {
    for (uint32_t i = 0; i < client.modules.count; i++)
        if (client.modules.items[i] == bc) return i;
    serial_write(image, bc);
    vec_push(&client.modules, bc);
    return client.modules.count - 1;
}

static void put_request(StrBuf *out, const BcModule *bc, const NativeUnit *unit) {
    StrBuf image = {0};
    WireRequest r = {.magic = WIRE_MAGIC, .proto = unit->proto, .start = unit->start, .midway = unit->midway, .navoid = unit->navoid, .nsight = unit->nsight,
                     .lines = native_names_told, .nconstant = unit->nconstant, .nclosure = unit->nclosure};
    r.module = module_number(bc, &image);
    r.image_size = image.length;
    r.nregs = bc->protos[unit->proto]->nregs;
    r.timeout_ms = tier_options.timeout > UINT32_MAX / 2 ? UINT32_MAX / 2 : (uint32_t)tier_options.timeout;
    strbuf_put_bytes(out, &r, sizeof r);
    strbuf_put_bytes(out, image.bytes, image.length);
    strbuf_put_bytes(out, unit->seen, r.nregs);
    strbuf_put_bytes(out, unit->avoid, unit->navoid * sizeof *unit->avoid);
    strbuf_put_bytes(out, unit->sights, unit->nsight * sizeof *unit->sights);
    strbuf_put_bytes(out, unit->constants, unit->nconstant * sizeof *unit->constants);
    strbuf_fini(&image);
}

static TierOutcome read_answer(const BcModule *bc, const NativeUnit *unit, NativeCode *code) {
    WireReply reply;
    bool ok = wire_read(client.fd, &reply, sizeof reply) && reply.magic == WIRE_MAGIC && wire_read(client.fd, unit->seen, bc->protos[unit->proto]->nregs);
    if (!ok) return failed(TIER_CRASHED);
    if (reply.outcome != TIER_COMPILED) return (TierOutcome)reply.outcome;
    *code = (NativeCode){.bytes = malloc(reply.object_size + 1), .size = reply.object_size};
    if (code->bytes && wire_read(client.fd, code->bytes, code->size)) return TIER_COMPILED;
    free(code->bytes);
    *code = (NativeCode){0};
    return failed(TIER_CRASHED);
}

// A process may just be being started.
static bool lock_soon(void) {
    struct timespec until;
    clock_gettime(CLOCK_REALTIME, &until);
    until.tv_nsec += LEAVE_MS * 1000000L;
    if (until.tv_nsec >= 1000000000) until.tv_sec++, until.tv_nsec -= 1000000000;
    return pthread_mutex_timedlock(&client.sending, &until) == 0;
}

void compile_client_leave(const BcModule *bc, const NativeUnit *unit) {
    StrBuf request = {0};
    int theirs;
    pid_t pid;
    if (!client.keep || !lock_soon()) return;
    bool connected = connect_process(&theirs);
    if (connected) put_request(&request, bc, unit);
    if (connected && wire_write_some(client.fd, request.bytes, request.length) < request.length) client.keep = 0;
    if (connected && theirs >= 0) start(theirs, &pid);
    pthread_mutex_unlock(&client.sending);
    strbuf_fini(&request);
}

// The request is in the socket before the process is there to read it: should the program end meanwhile, it is not lost.
static TierOutcome send_request(const BcModule *bc, const NativeUnit *unit, pid_t *pid) {
    StrBuf request = {0};
    int theirs;
    if (!connect_process(&theirs)) return TIER_UNAVAILABLE;
    put_request(&request, bc, unit);
    size_t sent = wire_write_some(client.fd, request.bytes, request.length);
    bool started = theirs < 0 || start(theirs, pid);
    bool ok = started && wire_write(client.fd, request.bytes + sent, request.length - sent);
    strbuf_fini(&request);
    return ok ? TIER_COMPILED : started ? TIER_CRASHED : TIER_UNAVAILABLE;
}

TierOutcome compile_client_unit(const BcModule *bc, const NativeUnit *unit, NativeCode *code) {
    pid_t pid = 0;
    int status = 0;
    pthread_mutex_lock(&client.sending);
    TierOutcome sent = send_request(bc, unit, &pid);
    pthread_mutex_unlock(&client.sending);
    if (pid) waitpid(pid, &status, 0);  // fails where the program ignores its children, or has waited for this one
    if (sent == TIER_UNAVAILABLE || status != 0 || !greet()) return failed(TIER_UNAVAILABLE);
    if (sent != TIER_COMPILED) return failed(sent);
    if (!wire_wait(client.fd, tier_options.timeout)) return failed(TIER_TIMED_OUT);
    return read_answer(bc, unit, code);
}
