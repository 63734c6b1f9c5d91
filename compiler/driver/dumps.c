#include "dumps.h"

#include <string.h>

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

int dump_module(const BcModule *m, const Options *o) {
    if (o->dump_bytecode) dump_bytecode(m, o->dump_func);
    return 0;
}
