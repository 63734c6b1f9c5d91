// Native code made of stencils: that entries lie in order, that frames change over at any of them, and what compiling costs per
// operation (printed; how fast is for a person to judge on an idle machine).
#include <string.h>
#include <time.h>

#include "check.h"
#include "compiler/base/strbuf.h"
#include "compiler/bytecode/text_read.h"
#include "jit/baseline/baseline.h"
#include "stdlib/runtime/module.h"
#include "stdlib/runtime/call.h"
#include "stdlib/runtime/code.h"
#include "stdlib/runtime/int.h"
#include "stdlib/runtime/runtime.h"

static Thread thread;
static Thread *const t = &thread;
static Arena arena;

enum { REPEATS = 2000, OPS_EACH = 7, LOADS = 10 };

// f(a, b): adds b to a in every repeat, in a body of calls, jumps, moves and arithmetic.
static const BcModule *make_module(void) {
    StrBuf text = {0};
    strbuf_put_format(&text, "module \"m\" \"m.py\"\nhash x00000000000000000000000000000000\nglobal g0 \"f\"\nproto p0 \"<module>\" \"<module>\"\n  params 0 posonly 0 pos 0 kwonly 0\n"
                         "  regs 1 line 1 result any flags module_body\n  @ 1:0 1:1\n  0 CLOSURE r0 p1 r0\n  1 SETGLOBAL r0 g0\n  2 RETNONE\nend\n"
                         "proto p1 \"f\" \"f\"\n  params 2 posonly 0 pos 2 kwonly 0\n  regs 8 line 1 result any flags\n"
                         "  var r0 \"a\" any\n  var r1 \"b\" any\n  @ 1:0 1:1\n");
    for (int i = 0; i < REPEATS; i++) {
        int pc = i * OPS_EACH;
        strbuf_put_format(&text, "  %d ADD r0 r0 r1\n  %d MOVE r2 r0\n  %d LOADI r3 #%d\n  %d ADDI r4 r3 #1\n  %d JLT r4 r3 ->%d\n  %d SETGLOBAL r0 g0\n  %d JNLTI r0 #0 ->%d\n",
                      pc, pc + 1, pc + 2, i, pc + 3, pc + 4, pc + OPS_EACH, pc + 5, pc + 6, pc + OPS_EACH);
    }
    strbuf_put_format(&text, "  %d RET r0\nend\n", REPEATS * OPS_EACH);
    char message[256] = "";
    const BcModule *bc = text_read_module(&arena, strbuf_text(&text), text.length, message, sizeof message);
    if (!bc) fprintf(stderr, "%s\n", message);
    CHECK(bc);
    strbuf_fini(&text);
    return bc;
}

static double now(void) {
    struct timespec at;
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &at);
    return (double)at.tv_sec + (double)at.tv_nsec * 1e-9;
}

static void check_entries(const Proto *p) {
    for (uint32_t pc = 1; pc < p->bc->ncode; pc++) CHECK((uint64_t)baseline_at(p, &p->code[pc]) > (uint64_t)baseline_at(p, &p->code[pc - 1]));
}

// Whatever the entry, the same result; ints that outgrow a word too.
static void check_runs(Proto *p) {
    Function *f = function_new(t, p);
    Value args[2] = {value_from_small(5), value_from_small(3)};
    int64_t in_interpreter = value_int(call_value(t, value_from_object(f), args, 2));
    CHECK(in_interpreter == 5 + 3 * (int64_t)REPEATS);
    baseline_enter_by(p);
    CHECK(value_int(call_value(t, value_from_object(f), args, 2)) == in_interpreter);
    args[1] = value_from_small(VALUE_INT_MAX);
    CHECK(!value_is_int(call_value(t, value_from_object(f), args, 2)));
}

int main(int argc, char **argv) {
    arena_init(&arena);
    CHECK(runtime_init(t, argc, argv, 0));
    interp_init();
    const BcModule *bc = make_module();
    double spent = 0;
    for (int i = 0; i < LOADS; i++) {
        Proto *p = code_proto(code_load(t, bc)->part, 1);
        double start = now();
        CHECK(baseline_compile(p));
        spent += now() - start;
        check_entries(p);
        if (i == 0) check_runs(p);
    }
    printf("%.1f ns per operation\n", spent * 1e9 / (LOADS * (double)REPEATS * OPS_EACH));
    return 0;
}
