// The program's side of the compiler process. What does not answer in time is ended; what has died is started again, until it
// has happened too often.
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
#include "compiler/base/vec.h"
#include "compiler/bytecode/serial.h"

enum { FAILURES_MAX = 5, START_MS = 5000, MODULES_MAX = 512 };  // then another process, for modules stay with one

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
static bool spawn(int theirs) {
    posix_spawn_file_actions_t actions;
    posix_spawnattr_t attributes;
    sigset_t none;
    pid_t pid;
    if (posix_spawn_file_actions_init(&actions) != 0 || posix_spawnattr_init(&attributes) != 0) return false;
    sigemptyset(&none);
    posix_spawnattr_setsigmask(&attributes, &none);
    posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETPGROUP);  // no Ctrl-C of the terminal's comes to it
    posix_spawn_file_actions_adddup2(&actions, theirs, WIRE_FD);
    char keep[24];
    snprintf(keep, sizeof keep, "%zu", client.keep);
    char *argv[] = {"otter", "compile-server", keep, NULL};
    bool ok = posix_spawn(&pid, "/proc/self/exe", &actions, &attributes, argv, environ) == 0;
    posix_spawn_file_actions_destroy(&actions);
    posix_spawnattr_destroy(&attributes);
    int status = 0;
    if (ok) waitpid(pid, &status, 0);  // fails where the program ignores its children, or has waited for this one
    return ok && status == 0;
}

static bool greet(void) {
    WireHello hello;
    if (client.greeted) return true;
    if (!wire_wait(client.fd, START_MS) || !wire_read(client.fd, &hello, sizeof hello) || hello.magic != WIRE_MAGIC) return false;
    client.pid = hello.pid;
    return client.greeted = true;
}

static bool start(void) {
    int ends[2];
    if (client.fd >= 0 && (!is_ours() || wire_is_gone(client.fd))) disconnect();  // it had nothing to do
    if (client.modules.count >= MODULES_MAX) disconnect();
    if (client.fd >= 0) return true;
    if (client.failures >= FAILURES_MAX || socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends) != 0) return false;
    struct stat info;
    client.fd = ends[0];
    client.inode = fstat(ends[0], &info) == 0 ? info.st_ino : 0;
    if (ends[1] == WIRE_FD) {  // dup2 onto itself would leave it to be closed
        int moved = dup(WIRE_FD);
        close(ends[1]);
        ends[1] = moved;
    }
    bool ok = spawn(ends[1]);
    close(ends[1]);
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

typedef bool (*WireWrite)(int fd, const void *bytes, size_t size);

static bool send_request(const BcModule *bc, const NativeUnit *unit, WireWrite write) {
    StrBuf image = {0};
    WireRequest r = {.magic = WIRE_MAGIC, .proto = unit->proto, .start = unit->start, .midway = unit->midway, .navoid = unit->navoid, .nsight = unit->nsight,
                     .nconstant = unit->nconstant, .nclosure = unit->nclosure};
    r.module = module_number(bc, &image);
    r.image_size = image.length;
    r.nregs = bc->protos[unit->proto]->nregs;
    r.timeout_ms = tier_options.timeout > UINT32_MAX / 2 ? UINT32_MAX / 2 : (uint32_t)tier_options.timeout;
    bool ok = write(client.fd, &r, sizeof r) && write(client.fd, image.bytes, image.length) && write(client.fd, unit->seen, r.nregs) &&
              write(client.fd, unit->avoid, unit->navoid * sizeof *unit->avoid) &&
              write(client.fd, unit->sights, unit->nsight * sizeof *unit->sights) &&
              write(client.fd, unit->constants, unit->nconstant * sizeof *unit->constants);
    strbuf_fini(&image);
    return ok;
}

static TierOutcome read_answer(const BcModule *bc, const NativeUnit *unit, NativeCode *code) {
    WireReply reply;
    bool ok = wire_read(client.fd, &reply, sizeof reply) && reply.magic == WIRE_MAGIC && wire_read(client.fd, unit->seen, bc->protos[unit->proto]->nregs);
    if (!ok) return failed(TIER_CRASHED);
    if (reply.outcome != TIER_COMPILED) return (TierOutcome)reply.outcome;
    *code = (NativeCode){malloc(reply.object_size + 1), reply.object_size};
    if (code->bytes && wire_read(client.fd, code->bytes, code->size)) return TIER_COMPILED;
    free(code->bytes);
    *code = (NativeCode){0};
    return failed(TIER_CRASHED);
}

void compile_client_leave(const BcModule *bc, const NativeUnit *unit) {
    if (!client.keep || pthread_mutex_trylock(&client.sending) != 0) return;
    if (is_ours() && !send_request(bc, unit, wire_write_at_once)) client.keep = 0;
    pthread_mutex_unlock(&client.sending);
}

TierOutcome compile_client_unit(const BcModule *bc, const NativeUnit *unit, NativeCode *code) {
    pthread_mutex_lock(&client.sending);
    bool started = start(), sent = started && send_request(bc, unit, wire_write);
    pthread_mutex_unlock(&client.sending);
    if (!started || !greet()) return failed(TIER_UNAVAILABLE);
    if (!sent) return failed(TIER_CRASHED);
    if (!wire_wait(client.fd, tier_options.timeout)) return failed(TIER_TIMED_OUT);
    return read_answer(bc, unit, code);
}
