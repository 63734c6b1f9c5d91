// otter repl: each input is a module body of its own that shares its globals with the others (compile_input, module_grow) and lives as
// long as something of it is in use (CodePart).
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "build_id.h"
#include "commands.h"
#include "compile.h"
#include "compile_server.h"
#include "frontend/syntax/syntax.h"
#include "modules.h"
#include "repl_lines.h"
#include "run.h"
#include "stdlib/runtime/call.h"
#include "stdlib/runtime/dict.h"
#include "stdlib/runtime/exception.h"
#include "stdlib/runtime/file.h"
#include "stdlib/runtime/function.h"
#include "stdlib/runtime/heap.h"
#include "stdlib/runtime/interrupt.h"
#include "stdlib/runtime/runtime.h"
#include "stdlib/runtime/str.h"

typedef struct {
    Run run;
    CompileSession session;
    Module *globals;
    StrBuf text;            // the input being read
    uint32_t ninputs;       // that are not given back
    uint32_t many;          // so many that a collection, which finds those that may be, is worth while
} Repl;

// --- running an input

typedef struct {
    Arena arena;
    const BcModule *bc;
    uint32_t *counted;      // Repl.ninputs
} Input;

enum { INPUTS_MANY = 1000 };

static void free_input(void *owner) {
    Input *input = owner;
    if (input->bc) compile_client_forget_module(input->bc);
    --*input->counted;
    arena_fini(&input->arena);
    free(input);
}

// Reports name prototypes to the end, and code that --mode=jit made is not given back: inputs stay then.
static bool keeps_inputs(const Repl *r) { return r->run.options.stats || r->run.options.stats_form || r->run.how.mode == MODE_JIT; }

static Value run_input(Thread *t, Repl *r, Input *input) {
    const BcModule *bc = input->bc;
    CodePart *part = module_grow(t, r->globals, bc->globals, bc->nglobal) ? code_load_part(t, r->globals, bc) : NULL;
    Function *body = part ? function_new(t, code_proto(part, 0)) : NULL;
    if (part && !keeps_inputs(r)) code_let_go(part, free_input, input);
    return body ? call0(t, value_from_object(body)) : VALUE_ERROR;
}

static bool set_last(Thread *t, Value exception) {
    Value sys = module_import(t, str_intern_c("sys"));
    if (value_is_error(sys)) return false;
    const Exception *e = (const Exception *)value_object(exception);
    Module *m = (Module *)value_object(sys);
    return module_set(t, m, str_intern_c("last_type"), value_from_object(value_class(exception))) && module_set(t, m, str_intern_c("last_value"), exception) &&
           module_set(t, m, str_intern_c("last_traceback"), e->traceback ? value_from_object(e->traceback) : VALUE_NONE);
}

// SystemExit ends the session, anything else is shown.
static bool ends_session(Thread *t, int *status) {
    if (error_matches(t, &class_SystemExit)) {
        *status = exception_exit_status(t);
        return true;
    }
    Value exception = error_take(t);
    if (!set_last(t, exception)) error_take(t);
    exception_print(t, exception);
    return false;
}

// Inputs are not on the collector's account, so it is called when there are many, and then when there are twice as many as remained.
static void give_back(Thread *t, Repl *r) {
    code_reap();
    if (r->ninputs < r->many || keeps_inputs(r)) return;
    heap_collect(t);
    code_reap();
    r->many = r->ninputs * 2 > INPUTS_MANY ? r->ninputs * 2 : INPUTS_MANY;
}

static bool do_input(Thread *t, Repl *r, int *status) {
    Input *input = calloc(1, sizeof *input);
    if (!input) base_fail_memory();
    arena_init(&input->arena);
    input->counted = &r->ninputs;
    r->ninputs++;
    input->bc = compile_input(&r->session, &input->arena, strbuf_text(&r->text), r->text.length, &r->run.options);
    if (!input->bc) return free_input(input), false;
    bool ends = value_is_error(run_input(t, r, input)) && ends_session(t, status);
    file_flush_standard(t);
    give_back(t, r);
    return ends;
}

// --- reading one

static LineStatus read_input(Thread *t, Repl *r) {
    strbuf_clear(&r->text);
    do {
        LineStatus status = repl_lines_read(t, r->text.length ? "... " : ">>> ", &r->text);
        if (status == LINE_INTERRUPTED) return status;
        if (status == LINE_END) return r->text.length ? LINE_READ : LINE_END;
    } while (syntax_wants_more(strbuf_text(&r->text), r->text.length));
    return LINE_READ;
}

static int converse(Thread *t, Repl *r) {
    int status = 0;
    for (;;) {
        LineStatus read = read_input(t, r);
        if (read == LINE_INTERRUPTED && repl_lines_are_shown()) fputs("\nKeyboardInterrupt\n", stderr);
        if (read == LINE_END) return repl_lines_are_shown() ? putchar('\n'), 0 : 0;
        if (read == LINE_READ && do_input(t, r, &status)) return status;
    }
}

static int run_repl(void *argument) {
    Repl *r = argument;
    static Thread thread;
    Thread *t = &thread;
    run_start(&r->run, t);
    interrupt_start(t);
    r->globals = module_new_growing(t);
    if (!r->globals) run_end(&r->run, exception_exit_status(t));
    repl_lines_open(t, r->globals);
    if (repl_lines_are_shown()) puts("Otter " OTTER_VERSION ", the language of Python 3.11; exit() or Ctrl-D ends");
    int status = converse(t, r);
    repl_lines_close();
    run_end(&r->run, runtime_finish(t, status));
}

static bool is_usable(const Run *run) {
    if (run->how.mode != MODE_STATIC) return true;
    fputs("otter: --mode=static needs a file\n", stderr);
    return false;
}

int command_repl(int argc, char **argv) {
    static Repl repl;
    static char *no_arguments[] = {"", NULL};
    Run *run = &repl.run;
    if (!options_parse(&run->options, 'p', argc, argv)) return STATUS_USAGE;
    if (!run_options_check(&run->how, &run->options) || !is_usable(run)) return STATUS_USAGE;
    run->options.arguments = no_arguments;
    run->options.argument_count = 1;
    arena_init(&run->arena);
    run_open_cache(run);
    modules_init(&run->arena, "", &run->options);
    compile_session_init(&repl.session);
    repl.many = INPUTS_MANY;
    return runtime_on_big_stack(run_repl, &repl);
}
