// --dump-asm of --mode=baseline: the straight line of every function, under the bytecode that each stretch stands for. Numbers of more
// than 32 bits are addresses, which differ from run to run: they are left out.
#include <ctype.h>
#include <string.h>

#include "backend_open.h"
#include "compiler/bytecode/disasm.h"
#include "dumps.h"
#include "jit/baseline/baseline.h"
#include "stdlib/runtime/module.h"

enum { ADDRESS_DIGITS = 9 };

static void put_instruction(const char *text) {
    fputs("     ", stdout);
    for (const char *at = text; *at;) {
        size_t digits = 0;
        if (strncmp(at, "0x", 2) == 0) digits = strspn(at + 2, "0123456789abcdef");
        if (digits >= ADDRESS_DIGITS) fputs("...", stdout), at += 2 + digits;
        else putchar(*at == '\t' ? ' ' : *at), at++;
    }
    putchar('\n');
}

static void dump_code(const BackendApi *backend, const uint8_t *from, const uint8_t *to) {
    char text[128];
    while (from < to) {
        size_t size = backend->disassemble(from, (size_t)(to - from), text, sizeof text);
        if (size) put_instruction(text);
        from += size ? size : 1;
    }
}

static void dump_proto(const BackendApi *backend, Proto *p) {
    printf("%s:\n", p->bc->qualname.text);
    if (!baseline_compile(p)) return;
    for (uint32_t pc = 0; pc < p->bc->ncode; pc++) {
        StrBuf line = {0};
        disasm_insn(&line, pc, p->bc->code[pc]);
        printf("  %u %s\n", pc, strbuf_text(&line));
        strbuf_fini(&line);
        dump_code(backend, (uint8_t *)baseline_at(p, &p->code[pc]), (uint8_t *)baseline_at(p, &p->code[pc + 1]));
    }
}

int dump_stencils(Thread *t, const BcModule *bc, const Options *o) {
    const BackendApi *backend = backend_open();
    Module *m = backend ? code_load(t, bc) : NULL;
    for (uint32_t i = 0; m && i < bc->nproto; i++) {
        const BcProto *p = bc->protos[i];
        if (!o->dump_func || strcmp(o->dump_func, p->name.text) == 0 || strcmp(o->dump_func, p->qualname.text) == 0) dump_proto(backend, code_proto(m->part, i));
    }
    return m ? 0 : 1;
}
