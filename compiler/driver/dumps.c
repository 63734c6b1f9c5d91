#include "dumps.h"

#include <stdlib.h>
#include <string.h>

#include "backend_open.h"
#include "compiler/bytecode/disasm.h"

static bool is_named(const BcStr *name, const char *wanted) {
    return strlen(wanted) == name->length && memcmp(wanted, name->text, name->length) == 0;
}

static void dump_bytecode(const BcModule *m, const char *function) {
    StrBuf text = {0};
    if (!function) disasm_module(&text, m, 0);
    for (uint32_t i = 0; function && i < m->nproto; i++)
        if (is_named(&m->protos[i]->name, function) || is_named(&m->protos[i]->qualname, function)) disasm_proto(&text, m, i);
    fwrite(strbuf_text(&text), 1, text.length, stdout);
    strbuf_fini(&text);
}

// Everything is compiled, and only the dumps are kept.
static int dump_compiled(const BcModule *m, const Options *o) {
    const BackendApi *backend = backend_open();
    if (!backend) return 1;
    BackendOptions options = backend_options(o);
    options.everything = true;
    BackendModule module = {.bc = m};
    BackendOutput out = {0};
    char error[512];
    bool ok = backend->emit(&module, &options, BACKEND_LLVM, &out, error, sizeof error);
    if (!ok) fprintf(stderr, "otter: %s\n", error);
    free(out.bytes);
    return ok ? 0 : 1;
}

static int dump_types(const BcModule *m, const Options *o) {
    const BackendApi *backend = backend_open();
    if (!backend) return 1;
    BackendOptions options = backend_options(o);
    backend->types(m, &options);
    return 0;
}

int dump_module(const BcModule *m, const Options *o) {
    if (o->dump_bytecode) dump_bytecode(m, o->dump_func);
    if (o->types) return dump_types(m, o);
    if (o->dump_ssa || o->dump_llvm || o->dump_asm) return dump_compiled(m, o);
    return 0;
}
