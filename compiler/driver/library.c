// An exported function shows in the module's body: number, name and letters are loaded right before the intrinsic `export`.
#include "library.h"

static bool is_export(const BcProto *body, uint32_t pc) {
    BcInsn insn = body->code[pc];
    return pc >= 3 && bc_op(insn) == OP_INTRINSIC && bc_b(insn) == INTRINSIC_export;
}

static const char *loaded_text(const BcProto *body, uint32_t pc) { return body->consts[bc_b(body->code[pc])].str.text; }

static const char *symbol_text(Arena *arena, const char *name, uint32_t number) {
    StrBuf text = {0};
    strbuf_put_format(&text, "%s=otter_export_%u", name, number);
    const char *symbol = strbuf_copy(&text, arena);
    strbuf_fini(&text);
    return symbol;
}

LibraryExports library_exports(Arena *arena, const BcModule *entry) {
    const BcProto *body = entry->protos[0];
    LibraryExports e = {0};
    for (uint32_t pc = 0; pc < body->ncode; pc++) e.count += is_export(body, pc);
    e.names = arena_new_array(arena, const char *, e.count);
    e.letters = arena_new_array(arena, const char *, e.count);
    e.symbols = arena_new_array(arena, const char *, e.count);
    for (uint32_t pc = 0, i = 0; pc < body->ncode; pc++) {
        if (!is_export(body, pc)) continue;
        e.names[i] = loaded_text(body, pc - 2);
        e.letters[i] = loaded_text(body, pc - 1);
        e.symbols[i] = symbol_text(arena, e.names[i], i);
        i++;
    }
    return e;
}

static const char *c_type(char letter, bool is_result) {
    switch (letter) {
    case 'b': return "int8_t";
    case 'h': return "int16_t";
    case 'i': return "int32_t";
    case 'l': case 'q': return "int64_t";
    case 'B': return "uint8_t";
    case 'H': return "uint16_t";
    case 'I': return "uint32_t";
    case 'L': return "uint64_t";
    case 'f': return "float";
    case 'd': return "double";
    case '?': return "bool";
    case 'v': return "void";
    default: return is_result ? "char *" : "const char *";
    }
}

void library_put_header(const LibraryExports *e, StrBuf *out) {
    strbuf_put_text(out, "// Made by otter build --emit=lib. Texts that functions give back are the caller's to free().\n#pragma once\n\n"
                         "#include <stdbool.h>\n#include <stdint.h>\n\n#ifdef __cplusplus\nextern \"C\" {\n#endif\n\n");
    for (uint32_t i = 0; i < e->count; i++) {
        strbuf_put_format(out, "%s %s(", c_type(e->letters[i][0], true), e->names[i]);
        for (const char *letter = e->letters[i] + 1; *letter; letter++)
            strbuf_put_format(out, "%s%s", letter > e->letters[i] + 1 ? ", " : "", c_type(*letter, false));
        strbuf_put_text(out, e->letters[i][1] ? ");\n" : "void);\n");
    }
    strbuf_put_text(out, "\n#ifdef __cplusplus\n}\n#endif\n");
}
