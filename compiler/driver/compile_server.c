// The compiler process: `otter compile-server`, started by a program that has something to compile (compile_client.c). It shares
// nothing with the program but a socket: whatever happens in here - a crash, a loop without end, memory running out - costs the
// program the answer and nothing else. It lives until the program closes its end, and a little longer when the program left it
// work: what it compiles is kept in the store for the next run. After ten seconds without a request it ends by itself.
//
// Memory: modules stay; all else is freed after each request.
#include "compile_server.h"

#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/time.h>
#include <unistd.h>

#include "backend_open.h"
#include "commands.h"
#include "compile_again.h"
#include "compile_wire.h"
#include "compiler/base/vec.h"
#include "compiler/bytecode/serial.h"
#include "jit/tier/tier.h"
#include "warm.h"

typedef enum {
    FAULT_NONE,
#define FAULT(name, text, meaning) FAULT_##name,
#include "compile_faults.def"
#undef FAULT
} Fault;

static struct {
    Arena arena;
    VEC(const BcModule *) modules;
    Fault fault;
    uint32_t served;
    bool keeps, alone;      // the program has gone
} server;

enum { ALONE_SECONDS = 10, IDLE_MS = 10000 };  // for what is left to do; without a request it ends, to give back its memory

static Fault fault_asked_for(void) {
    const char *asked = getenv("OTTER_FAULT");
#define FAULT(name, text, meaning) \
    if (asked && strcmp(asked, text) == 0) return FAULT_##name;
#include "compile_faults.def"
#undef FAULT
    return FAULT_NONE;
}

// --- apart from the program

// Not its child, for it may wait for children; without its files, for others may wait for their end; not of its terminal.
static void detach(void) {
    signal(SIGINT, SIG_IGN);
    pid_t child = fork();
    if (child != 0) _exit(child < 0);
    setsid();
    prctl(PR_SET_NAME, "otter-compile");
    int nowhere = open("/dev/null", O_RDWR);
    for (int fd = 0; fd < WIRE_FD && nowhere >= 0; fd++) dup2(nowhere, fd);
    close_range(WIRE_FD + 1, ~0u, 0);
    signal(SIGPIPE, SIG_IGN);
    signal(SIGALRM, SIG_DFL);
    setrlimit(RLIMIT_CORE, &(struct rlimit){0, 0});
}

// --- a request

static bool read_module(const WireRequest *r) {
    char message[128];
    uint8_t *image = aligned_alloc(SERIAL_ALIGN, (r->image_size + SERIAL_ALIGN) & ~(uint64_t)(SERIAL_ALIGN - 1));
    if (!image || !wire_read(WIRE_FD, image, r->image_size)) return false;
    const BcModule *bc = serial_read(&server.arena, image, r->image_size, message, sizeof message);
    vec_push(&server.modules, bc);
    return true;
}

// NULL: malformed.
static const BcModule *find_module(const WireRequest *r) {
    const BcModule *bc = r->module < server.modules.count ? server.modules.items[r->module] : NULL;
    return bc && r->proto < bc->nproto && bc->protos[r->proto]->nregs == r->nregs ? bc : NULL;
}

static void misbehave(NativeCode *code) {
    uint32_t n = server.served++;
    if (server.fault == FAULT_CRASH) *(volatile int *)0 = 0;
    if (server.fault == FAULT_ABORT && n % 2) abort();
    if (server.fault == FAULT_SLOW) usleep(300000);
    while (server.fault == FAULT_HANG) pause();
    if (server.fault == FAULT_RUBBISH) memset(code->bytes, 0x5a, code->size);
}

static TierOutcome compile(const BcModule *bc, const NativeUnit *unit, NativeCode *code) {
    if (server.fault == FAULT_MISSING) return TIER_UNAVAILABLE;
    if (server.fault == FAULT_REFUSE) return TIER_REFUSED;
    TierOutcome outcome = backend_compile_hot(bc, unit, code);
    if (outcome == TIER_COMPILED) misbehave(code);
    return outcome;
}

// From now on only the store is served.
static void go_on_alone(void) {
    if (server.alone || !server.keeps) return;
    server.alone = true;
    if (nice(10) == -1) setrlimit(RLIMIT_CPU, &(struct rlimit){ALONE_SECONDS, ALONE_SECONDS});
    alarm(ALONE_SECONDS);
}

static bool answer(TierOutcome outcome, const NativeUnit *unit, uint32_t nregs, const NativeCode *code) {
    WireReply reply = {WIRE_MAGIC, outcome, outcome == TIER_COMPILED ? code->size : 0};
    if (!wire_write(WIRE_FD, &reply, sizeof reply) || !wire_write(WIRE_FD, unit->seen, nregs)) return false;
    if (server.fault == FAULT_SHORT) _exit(1);
    return wire_write(WIRE_FD, code->bytes, reply.object_size);
}

static void set_alarm(uint32_t ms) {
    setitimer(ITIMER_REAL, &(struct itimerval){.it_value = {ms / 1000, ms % 1000 * 1000}}, NULL);
}

// The alarm does not end us in the middle of writing.
static void keep(const BcModule *bc, const NativeUnit *unit, TierOutcome outcome, const NativeCode *code) {
    sigset_t alarm_only;
    sigemptyset(&alarm_only);
    sigaddset(&alarm_only, SIGALRM);
    sigprocmask(SIG_BLOCK, &alarm_only, NULL);
    warm_keep_unit(bc, unit, outcome, code);
    sigprocmask(SIG_UNBLOCK, &alarm_only, NULL);
}

static bool serve(const WireRequest *r) {
    if (r->magic != WIRE_MAGIC || (r->image_size && !read_module(r))) return false;
    uint8_t *tags = malloc(r->nregs + 1);
    NativeAvoid *avoid = malloc((r->navoid + 1) * sizeof *avoid);
    NativeSight *sights = malloc((r->nsight + 1) * sizeof *sights);
    NativeConstant *constants = malloc((r->nconstant + 1) * sizeof *constants);
    bool ok = tags && avoid && sights && constants && wire_read(WIRE_FD, tags, r->nregs) && wire_read(WIRE_FD, avoid, r->navoid * sizeof *avoid) &&
              wire_read(WIRE_FD, sights, r->nsight * sizeof *sights) && wire_read(WIRE_FD, constants, r->nconstant * sizeof *constants);
    const BcModule *bc = ok ? find_module(r) : NULL;
    NativeCode code = {0};
    NativeUnit unit = {r->proto, r->start, r->midway, tags, avoid, r->navoid, sights, r->nsight, constants, r->nconstant, r->nclosure};
    backend_want_lines(r->lines);
    if (!server.alone) set_alarm(r->timeout_ms + 1000);  // should nobody be left to end us
    TierOutcome outcome = bc ? compile(bc, &unit, &code) : TIER_REFUSED;
    if (!server.alone) set_alarm(0);
    if (ok && !server.alone && !answer(outcome, &unit, r->nregs, &code)) go_on_alone();
    if (ok && server.keeps && bc) keep(bc, &unit, outcome, &code);
    ok = ok && (server.keeps || !server.alone);
    free(code.bytes);
    free(constants);
    free(sights);
    free(avoid);
    free(tags);
    return ok;
}

// The store is opened anew, to see what has been kept meanwhile.
static void improve(size_t limit) {
    go_on_alone();
    warm_close();
    warm_open(NULL, limit);
    for (uint32_t i = 0; i < server.modules.count; i++)
        if (server.modules.items[i]) compile_again(server.modules.items[i]);
    warm_tidy();
}

int command_compile_server(int argc, char **argv) {
    detach();
    size_t limit = argc > 0 ? strtoull(argv[0], NULL, 10) : 0;
    server.keeps = limit > 0;
    if (limit) warm_open(NULL, limit);
    server.fault = fault_asked_for();
    arena_init(&server.arena);
    WireHello hello = {WIRE_MAGIC, getpid()};
    WireRequest request;
    bool ok = wire_write(WIRE_FD, &hello, sizeof hello) || server.keeps;  // the program may have left it something to do
    while (ok && wire_wait(WIRE_FD, IDLE_MS) && wire_read(WIRE_FD, &request, sizeof request)) ok = serve(&request);
    if (server.keeps && server.fault == FAULT_NONE) improve(limit);
    _exit(0);
}
