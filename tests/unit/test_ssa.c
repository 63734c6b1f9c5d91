// SSA: built from bytecode it verifies after every pass, its text reads back to the same text, passes do what they promise on
// functions given as text, and the verifier and the reader refuse what is wrong.
#include <string.h>

#include "check.h"
#include "compiler/bytecode/text_read.h"
#include "compiler/passes/pass.h"

static const char sample[] =
    "module \"__main__\" \"a.py\"\n"
    "hash x000102030405060708090a0b0c0d0e0f\n"
    "global g0 \"range\"\n"
    "global g1 \"fib\" assigned once\n"
    "proto p0 \"<module>\" \"<module>\"\n"
    "  params 0 posonly 0 pos 0 kwonly 0\n"
    "  regs 2 line 0 result any flags module_body\n"
    "  0 CLOSURE r0 p1 r0\n"
    "  1 SETGLOBAL r0 g1\n"
    "  2 RETNONE\n"
    "end\n"
    "proto p1 \"fib\" \"fib\"\n"
    "  params 1 posonly 0 pos 1 kwonly 0\n"
    "  regs 9 line 1 result any flags\n"
    "  var r0 \"n\" int\n"
    "  0 JNLTI r0 #2 ->2\n"
    "  1 RET r0\n"
    "  2 GETGLOBAL r1 g1\n"
    "  3 SUBI r5 r0 #1\n"
    "  4 CALL r1 x1\n"
    "  5 GETGLOBAL r2 g1\n"
    "  6 SUBI r6 r0 #2\n"
    "  7 CALL r2 x1\n"
    "  8 ADD r1 r1 r2\n"
    "  9 RET r1\n"
    "end\n"
    "proto p2 \"total\" \"total\"\n"
    "  params 1 posonly 0 pos 1 kwonly 0\n"
    "  regs 12 line 1 result any flags\n"
    "  var r0 \"n\" any\n"
    "  0 LOADI r1 #0\n"
    "  1 GETGLOBAL r4 g0\n"
    "  2 MOVE r8 r0\n"
    "  3 CALL r4 x1\n"
    "  4 FORPREP r4 r4 ->6\n"
    "  5 ADD r1 r1 r2 !1\n"
    "  6 FORLOOP r2 r4 ->5\n"
    "  7 RET r1\n"
    "end\n";

static const char fib_text[] =
    "func 1 \"fib\" (int) -> int\n"
    "b0:\n"
    "  v1 = param : int\n"
    "  jump b1\n"
    "b1: ; preds b0\n"
    "  v2 = const_int #2 : int\n"
    "  v3 = int_lt v1 v2 : bool\n"
    "  branch v3 b3 b2\n"
    "b2: ; preds b1\n"
    "  v4 = getglobal #1 : value @2\n"
    "  v5 = const_int #1 : int @3\n"
    "  v6 = int_fit_sub v1 v5 : int @3\n"
    "  v7 = call_direct #1 &1 v4 v6 : int @4 [pc 4: r0=v1 r1=v4 r5=v6]\n"
    "  v8 = getglobal #1 : value @5\n"
    "  v9 = int_fit_sub v1 v2 : int @6\n"
    "  v10 = call_direct #2 &1 v8 v9 : int @7 [pc 7: r1=v7 r2=v8 r6=v9]\n"
    "  v11 = int_add v7 v10 : int @8 [pc 8: r1=v7 r2=v10]\n"
    "  return v11 @9\n"
    "b3: ; preds b1\n"
    "  return v1 @1\n";

typedef struct {
    Arena arena;
    SsaModule *ssa;
} Test;

static void test_open(Test *t) {
    char message[200];
    arena_init(&t->arena);
    const BcModule *bc = text_read_module(&t->arena, sample, strlen(sample), message, sizeof message);
    if (!bc) fprintf(stderr, "%s\n", message);
    CHECK(bc != NULL);
    t->ssa = ssa_module_new(&t->arena, bc);
}

static void test_close(Test *t) {
    ssa_module_fini(t->ssa);
    arena_fini(&t->arena);
}

static SsaFunction *compile(Test *t, uint32_t proto, SsaType key) {
    SsaFunction *f = ssa_function_instance(t->ssa, proto, &key);
    CHECK(f && !ssa_verify_function(f));
    f->wanted = true;
    pass_run_module(t->ssa, NULL);
    CHECK(!ssa_verify_function(f));
    return f;
}

static char *text_of(const SsaFunction *f) {
    StrBuf out = {0};
    ssa_dump_function(f, &out);
    return strbuf_take(&out);
}

static void test_recursion_is_typed(void) {
    Test t;
    test_open(&t);
    char *text = text_of(compile(&t, 1, SSA_TYPE_INT));
    if (strcmp(text, fib_text) != 0) fputs(text, stderr);
    CHECK(strcmp(text, fib_text) == 0);
    free(text);
    test_close(&t);
}

static void test_counted_loop(void) {
    Test t;
    test_open(&t);
    SsaFunction *f = compile(&t, 2, SSA_TYPE_VALUE);
    char *text = text_of(f);
    CHECK(f->result == SSA_TYPE_INT);
    CHECK(strstr(text, "range_count") && strstr(text, "int_add") && !strstr(text, "forprep") && !strstr(text, "forloop"));
    free(text);
    test_close(&t);
}

static void test_text_reads_back(uint32_t proto, SsaType key) {
    Test t;
    char error[200];
    test_open(&t);
    char *first = text_of(compile(&t, proto, key));
    SsaFunction *again = ssa_read_function(t.ssa, first, error, sizeof error);
    if (!again) fprintf(stderr, "%s\n", error);
    CHECK(again && !ssa_verify_function(again));
    char *second = text_of(again);
    CHECK(strcmp(first, second) == 0);
    free(first);
    free(second);
    test_close(&t);
}

// Passes over functions written by hand.
static void pass_makes(const char *pass, const char *before, const char *after) {
    Test t;
    char error[200];
    test_open(&t);
    SsaFunction *f = ssa_read_function(t.ssa, before, error, sizeof error);
    if (!f) fprintf(stderr, "%s\n", error);
    CHECK(f && !ssa_verify_function(f) && pass_run_named(f, pass) && !ssa_verify_function(f));
    char *text = text_of(f);
    if (strcmp(text, after) != 0) fprintf(stderr, "%s gave:\n%s", pass, text);
    CHECK(strcmp(text, after) == 0);
    free(text);
    test_close(&t);
}

static void test_clean(void) {
    pass_makes("clean",
               "func 1 \"fib\" (int) -> int\nb0:\n  v1 = param : int\n  v2 = const_int #3 : int\n  v3 = int_and v1 v2 : int\n  return v1\n",
               "func 1 \"fib\" (int) -> int\nb0:\n  v1 = param : int\n  return v1\n");
}

static void test_facts(void) {
    pass_makes("facts",
               "func 1 \"fib\" (value) -> value\n"
               "b0:\n  v1 = param : value\n  v2 = list : value\n  jump b1\n"
               "b1: ; preds b0 b3\n  v3 = phi v2 v4 : value\n  v5 = truth v1 : bool\n  branch v5 b2 b4\n"
               "b2: ; preds b1\n  v4 = guard_fact #1 v1 : value{list} @3 [pc 3: r0=v1]\n  v6 = truth v4 : bool\n  branch v6 b3 b4\n"
               "b3: ; preds b2\n  jump b1\n"
               "b4: ; preds b1 b2\n  v7 = phi v3 v1 : value\n  v8 = tuple v7 v3 : value\n  return v8\n",
               "func 1 \"fib\" (value) -> value\n"
               "b0:\n  v1 = param : value\n  v2 = list : value{list}\n  jump b1\n"
               "b1: ; preds b0 b3\n  v3 = phi v2 v5 : value{list}\n  v4 = truth v1 : bool\n  branch v4 b2 b4\n"
               "b2: ; preds b1\n  v5 = guard_fact #1 v1 : value{list} @3 [pc 3: r0=v1]\n  v6 = truth v5 : bool\n  branch v6 b3 b4\n"
               "b3: ; preds b2\n  jump b1\n"
               "b4: ; preds b1 b2\n  v7 = phi v3 v1 : value\n  v8 = tuple v7 v3 : value{tuple}\n  return v8\n");
}

static void refuse(const char *body, const char *why) {
    Test t;
    char error[200] = "", text[400];
    test_open(&t);
    snprintf(text, sizeof text, "func 1 \"fib\" (int) -> int\nb0:\n%s", body);
    SsaFunction *f = ssa_read_function(t.ssa, text, error, sizeof error);
    const char *wrong = f ? ssa_verify_function(f) : error;
    if (!wrong || !strstr(wrong, why)) fprintf(stderr, "for %s: %s\n", body, wrong ? wrong : "accepted");
    CHECK(wrong && strstr(wrong, why));
    test_close(&t);
}

static void test_refusals(void) {
    refuse("  v1 = param : int\n", "none at the end");
    refuse("  v1 = int_neg v2 : int @1 [pc 1:]\n  v2 = param : int\n  return v1\n", "before its definition");
    refuse("  return v9\n", "nowhere");
    refuse("  v1 = param : int\n  v2 = int_add v1 v1 : int\n  return v2\n", "no frame state");
    refuse("  v1 = param : int\n  v2 = int_and v1 : int\n  return v2\n", "operands");
    refuse("  v1 = param : int{list}\n  return v1\n", "a fact but is no value");
    refuse("  v1 = frobnicate : int\n", "unknown operation");
    refuse("  v1 = param : int\n  jump b1\nb1: ; preds b0\n  v2 = phi v1 v1 : int\n  return v2\n", "predecessors");
}

int main(void) {
    test_recursion_is_typed();
    test_counted_loop();
    test_text_reads_back(1, SSA_TYPE_INT);
    test_text_reads_back(1, SSA_TYPE_VALUE);
    test_text_reads_back(2, SSA_TYPE_VALUE);
    test_clean();
    test_facts();
    test_refusals();
    return 0;
}
