// Makes stencils of compiled operations: reads objects and writes a C file with their bytes and holes (../stencil.h).
//
//   extract_stencils TABLE.c OBJECT.o ...
//
// Every function stencil_NAME, quick_NAME, back_NAME (the form for jumps back) and more_NAME that ../stencils.def asks for is taken from the
// section of its own that the compiler put it into. A final jump to the next instruction is cut off. The build fails here, with the reason
// on stderr, for a stencil that is missing, saves registers, or needs a relocation that baseline.c could not make.
#include <elf.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "compiler/bytecode/bytecode.h"
#include "jit/baseline/stencil.h"

enum { SYMBOLS_MAX = 512, FIRST_QUICK = OP_COUNT };

typedef struct {
    const char *path;
    char *bytes;
    size_t size;
    const Elf64_Shdr *sections;
    uint32_t nsection;
    const Elf64_Sym *symbols;
    uint32_t nsymbol;
    const char *names;
} Object;

static const char *symbols[SYMBOLS_MAX];  // of the runtime, as stencil_symbols
static uint32_t nsymbols;

[[noreturn]] static void fail(const char *stencil, const char *why, const char *detail) {
    fprintf(stderr, "stencil %s: %s %s\n", stencil, why, detail);
    exit(1);
}

static uint16_t symbol_index(const char *name) {
    for (uint32_t i = 0; i < nsymbols; i++)
        if (strcmp(symbols[i], name) == 0) return (uint16_t)i;
    if (nsymbols == SYMBOLS_MAX) fail(name, "too many symbols", "");
    symbols[nsymbols] = name;
    return (uint16_t)nsymbols++;
}

// --- reading objects

static void read_object(Object *o, const char *path) {
    FILE *f = fopen(path, "rb");
    if (!f) fail(path, "cannot be read", "");
    fseek(f, 0, SEEK_END);
    *o = (Object){.path = path, .size = (size_t)ftell(f)};
    o->bytes = malloc(o->size);
    rewind(f);
    if (!o->bytes || fread(o->bytes, 1, o->size, f) != o->size) fail(path, "cannot be read", "");
    fclose(f);
    const Elf64_Ehdr *h = (const Elf64_Ehdr *)o->bytes;
    o->sections = (const Elf64_Shdr *)(o->bytes + h->e_shoff);
    o->nsection = h->e_shnum;
    for (uint32_t i = 0; i < o->nsection; i++) {
        if (o->sections[i].sh_type != SHT_SYMTAB) continue;
        o->symbols = (const Elf64_Sym *)(o->bytes + o->sections[i].sh_offset);
        o->nsymbol = (uint32_t)(o->sections[i].sh_size / sizeof(Elf64_Sym));
        o->names = o->bytes + o->sections[o->sections[i].sh_link].sh_offset;
    }
}

static const char *name_of(const Object *o, const Elf64_Sym *s) { return o->names + s->st_name; }

static const Elf64_Shdr *relocations_of(const Object *o, uint32_t section) {
    for (uint32_t i = 0; i < o->nsection; i++)
        if (o->sections[i].sh_type == SHT_RELA && o->sections[i].sh_info == section) return &o->sections[i];
    return NULL;
}

// --- one stencil

typedef struct {
    const char *name;
    const uint8_t *bytes;
    uint32_t size;
    StencilPatch patches[64];
    uint16_t which[64];           // of each patch: the number of the way out, or the index of the symbol
    uint32_t npatch;
    uint16_t outs[STENCIL_OUTS_MAX];
    uint32_t nout;
    bool resumes, has_aside;
} Extract;

static int hole_number(const char *name) {
    static const char *const names[] = {
#define HOLE(name, meaning) "hole_" #name,
#include "jit/baseline/holes.def"
#undef HOLE
    };
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++)
        if (strcmp(names[i], name) == 0) return (int)i;
    return -1;
}

// What is known of relocations, by machine: how they are made, and whether they go through a slot.
static const struct Known {
    uint32_t type;
    StencilPatchKind kind;
    bool slot;
} known_x86[] = {
    {R_X86_64_32, PATCH_ABS32, false},          {R_X86_64_32S, PATCH_ABS32, false},      {R_X86_64_64, PATCH_ABS64, false},
    {R_X86_64_PC32, PATCH_REL32, false},        {R_X86_64_PLT32, PATCH_REL32, false},    {R_X86_64_GOTPCREL, PATCH_REL32, true},
    {R_X86_64_GOTPCRELX, PATCH_REL32, true},    {R_X86_64_REX_GOTPCRELX, PATCH_REL32, true},
}, known_aarch64[] = {
    {R_AARCH64_JUMP26, PATCH_JUMP26, false},           {R_AARCH64_CALL26, PATCH_JUMP26, false},
    {R_AARCH64_MOVW_UABS_G0_NC, PATCH_MOVW0, false},   {R_AARCH64_MOVW_UABS_G1_NC, PATCH_MOVW1, false},
    {R_AARCH64_MOVW_UABS_G2_NC, PATCH_MOVW2, false},   {R_AARCH64_MOVW_UABS_G3, PATCH_MOVW3, false},
    {R_AARCH64_ADR_GOT_PAGE, PATCH_PAGE21, true},      {R_AARCH64_LD64_GOT_LO12_NC, PATCH_WORD12, true},
};

static const struct Known *known_relocation(const Object *o, uint32_t type) {
    bool arm = ((const Elf64_Ehdr *)o->bytes)->e_machine == EM_AARCH64;
    const struct Known *all = arm ? known_aarch64 : known_x86;
    size_t n = arm ? sizeof known_aarch64 / sizeof *all : sizeof known_x86 / sizeof *all;
    for (size_t i = 0; i < n; i++)
        if (all[i].type == type) return &all[i];
    return NULL;
}

static bool is_signed(int hole) { return hole == HOLE_INT_B || hole == HOLE_INT_C || hole == HOLE_INT_C16 || hole == HOLE_BACK; }

static uint16_t way_out(Extract *e, uint16_t handler) {
    for (uint32_t i = 0; i < e->nout; i++)
        if (e->outs[i] == handler) return (uint16_t)i;
    if (e->nout == STENCIL_OUTS_MAX) fail(e->name, "has too many ways out", "");
    e->outs[e->nout] = handler;
    return (uint16_t)e->nout++;
}

static void resolve(Extract *e, StencilPatch *p, uint16_t *which, const struct Known *known, const char *symbol) {
    int hole = hole_number(symbol);
    if (is_signed(hole) && known->kind == PATCH_ABS32 && known->type == R_X86_64_32) fail(e->name, "extends with zeros what may be negative:", symbol);
    if (hole == HOLE_FAIL || hole == HOLE_POLL) {
        p->hole = HOLE_OUT;
        *which = way_out(e, hole == HOLE_FAIL ? OUT_FAIL : OUT_POLL);
    } else if (hole >= 0) {
        p->hole = (uint8_t)hole;
        e->resumes |= hole == HOLE_CALL_SITE;
        e->has_aside |= hole == HOLE_ASIDE;
    } else if (strncmp(symbol, "slow_", 5) == 0 || strncmp(symbol, "baseline_", 9) == 0) {
        p->hole = HOLE_OUT;
        *which = way_out(e, symbol_index(symbol));
    } else {
        if (!known->slot) fail(e->name, "calls", symbol);
        p->hole = HOLE_SLOT;
        *which = symbol_index(symbol);
    }
}

static void read_patches(Extract *e, const Object *o, uint32_t section) {
    const Elf64_Shdr *s = relocations_of(o, section);
    if (!s) return;
    const Elf64_Rela *all = (const Elf64_Rela *)(o->bytes + s->sh_offset);
    for (uint32_t i = 0; i < s->sh_size / sizeof *all; i++) {
        const Elf64_Sym *symbol = &o->symbols[ELF64_R_SYM(all[i].r_info)];
        if (symbol->st_shndx != SHN_UNDEF) fail(e->name, "refers to what lies beside it:", name_of(o, symbol));
        if (e->npatch == sizeof e->patches / sizeof e->patches[0]) fail(e->name, "has too many holes", "");
        const struct Known *known = known_relocation(o, (uint32_t)ELF64_R_TYPE(all[i].r_info));
        if (!known) fail(e->name, "has a relocation of an unknown kind against", name_of(o, symbol));
        StencilPatch *p = &e->patches[e->npatch++];
        *p = (StencilPatch){.at = (uint16_t)all[i].r_offset, .kind = (uint8_t)known->kind, .addend = (int32_t)all[i].r_addend};
        resolve(e, p, &e->which[e->npatch - 1], known, name_of(o, symbol));
    }
}

static const char ASIDE[] = "aside_";

// x86-64: jmp rel32; push and push of r8 to r15. AArch64: b; stp and str that move the stack pointer.
enum { JUMP_SIZE = 5, JUMP_OPCODE = 0xE9, PUSH_FIRST = 0x50, PUSH_LAST = 0x57, REX_B = 0x41 };
enum { BRANCH_SIZE = 4, PAIR_MASK = 0xFFC003E0, PAIR_PUSH = 0xA98003E0, WORD_MASK = 0xFFE00FE0, WORD_PUSH = 0xF8000FE0 };

// The straight way ends in a jump to what follows: it can fall through instead.
static void cut_final_jump(Extract *e) {
    for (uint32_t i = 0; i < e->npatch; i++) {
        const StencilPatch *p = &e->patches[i];
        if (p->at + 4u != e->size || p->hole != HOLE_NEXT) continue;
        bool arm = p->kind == PATCH_JUMP26, jump = e->size >= JUMP_SIZE && e->bytes[e->size - JUMP_SIZE] == JUMP_OPCODE;
        if (!arm && !jump) continue;
        e->size -= arm ? BRANCH_SIZE : JUMP_SIZE;
        e->patches[i] = e->patches[--e->npatch];
        e->which[i] = e->which[e->npatch];
        return;
    }
}

static void check_prologue_aarch64(const Extract *e) {
    uint32_t first;
    memcpy(&first, e->bytes, sizeof first);
    if ((first & PAIR_MASK) == PAIR_PUSH || (first & WORD_MASK) == WORD_PUSH) fail(e->name, "saves registers", "");
}

static void check_prologue(const Object *o, const Extract *e) {
    if (((const Elf64_Ehdr *)o->bytes)->e_machine == EM_AARCH64) return check_prologue_aarch64(e);
    const uint8_t *b = e->bytes + (e->size > 1 && e->bytes[0] == REX_B);
    if (e->size && *b >= PUSH_FIRST && *b <= PUSH_LAST) fail(e->name, "saves registers", "");
}

static bool extract(Extract *e, const Object *o, const char *name) {
    for (uint32_t i = 0; i < o->nsymbol; i++) {
        const Elf64_Sym *s = &o->symbols[i];
        if (s->st_shndx == SHN_UNDEF || ELF64_ST_TYPE(s->st_info) != STT_FUNC || strcmp(name_of(o, s), name) != 0) continue;
        *e = (Extract){.name = name, .bytes = (const uint8_t *)o->bytes + o->sections[s->st_shndx].sh_offset, .size = (uint32_t)s->st_size};
        if (s->st_value != 0) fail(name, "does not have a section of its own", "");
        read_patches(e, o, s->st_shndx);
        check_prologue(o, e);
        if (strncmp(name, ASIDE, strlen(ASIDE)) != 0) cut_final_jump(e);
        return true;
    }
    return false;
}

enum { TABLE_MAX = 1024 };
static struct {
    Extract extract;
    char place[48];
} found[TABLE_MAX];
static uint32_t nfound;

// --- writing

// Between one way out and the next, one slot and the next.
static uint32_t distance(uint8_t hole) {
    if (hole == HOLE_SLOT) return sizeof(void *);
    for (uint32_t i = 0; hole == HOLE_OUT && i < nfound; i++)
        if (strcmp(found[i].extract.name, "more_LEAVE") == 0) return found[i].extract.size;
    return 0;
}

static void write_definition(const Extract *e) {
    printf("static const uint8_t bytes_%s[] = {", e->name);
    for (uint32_t i = 0; i < e->size; i++) printf("%u,", e->bytes[i]);
    printf("0};\nstatic const StencilPatch patches_%s[] = {", e->name);
    for (uint32_t i = 0; i < e->npatch; i++) {
        const StencilPatch *p = &e->patches[i];
        printf("{%u,%u,%u,%d},", p->at, p->kind, p->hole, p->addend + (int32_t)(e->which[i] * distance(p->hole)));
    }
    printf("{0}};\n");
}

static void write_stencil(const Extract *e) {
    printf("{bytes_%s, patches_%s, %u, %u, %u, %d, {", e->name, e->name, e->size, e->npatch, e->nout, e->resumes);
    for (uint32_t i = 0; i < e->nout; i++) printf("%u,", e->outs[i]);
    printf("0}, %s%s}", e->has_aside ? "&aside_" : "NULL", e->has_aside ? e->name : "");
}

typedef struct {
    const char *name;
    uint32_t op;
} Wanted;

static const Wanted plain[] = {
#define STENCIL(name) {#name, OP_##name},
#include "jit/baseline/stencils.def"
#undef STENCIL
};
enum {
    QUICK_BEFORE_FIRST = OP_COUNT - 1,
#define QUICK(name) QUICK_##name,
#include "jit/interp/quick.def"
#undef QUICK
};
static const Wanted quick[] = {
#define QUICK(name) {#name, QUICK_##name},
#include "jit/baseline/stencils.def"
#undef QUICK
};
static const Wanted more[] = {
#define MORE(name, meaning) {#name, STENCIL_##name},
#include "jit/baseline/stencils.def"
#undef MORE
};

static Object objects[64];
static int nobjects;

static bool find(const char *prefix, const char *name, const char *place, uint32_t number) {
    char *full = malloc(strlen(prefix) + strlen(name) + 1);
    strcat(strcpy(full, prefix), name);
    for (int i = 0; i < nobjects; i++) {
        if (!extract(&found[nfound].extract, &objects[i], full)) continue;
        snprintf(found[nfound].place, sizeof found[nfound].place, place, number);
        return nfound++, true;
    }
    return false;
}

static void need(const char *prefix, const char *name, const char *place, uint32_t number) {
    if (!find(prefix, name, place, number)) fail(name, "is not among the objects", "");
}

// The cases beside the straight line of what was found.
static void find_asides(void) {
    for (uint32_t i = 0, n = nfound; i < n; i++)
        if (found[i].extract.has_aside) need(ASIDE, found[i].extract.name, "", 0);
}

static bool is_aside(uint32_t i) { return strncmp(found[i].extract.name, ASIDE, strlen(ASIDE)) == 0; }
static bool is_more(uint32_t i) { return strncmp(found[i].extract.name, "more_", 5) == 0; }

static void find_all(void) {
    for (size_t i = 0; i < sizeof plain / sizeof plain[0]; i++) {
        need("stencil_", plain[i].name, "[0][%u]", plain[i].op);
        find("back_", plain[i].name, "[1][%u]", plain[i].op);
    }
    for (size_t i = 0; i < sizeof quick / sizeof quick[0]; i++) need("quick_", quick[i].name, "[0][%u]", quick[i].op);
    for (size_t i = 0; i < sizeof more / sizeof more[0]; i++) need("more_", more[i].name, "[%u]", more[i].op);
    find_asides();
}

static void write_asides(void) {
    for (uint32_t i = 0; i < nfound; i++) {
        if (!is_aside(i)) continue;
        printf("static const Stencil %s = ", found[i].extract.name);
        write_stencil(&found[i].extract);
        printf(";\n");
    }
}

static void write_entries(bool more_ones) {
    for (uint32_t i = 0; i < nfound; i++) {
        if (is_aside(i) || is_more(i) != more_ones) continue;
        printf("    %s = ", found[i].place);
        write_stencil(&found[i].extract);
        printf(",\n");
    }
}

int main(int argc, char **argv) {
    if (argc < 2) return 2;
    for (nobjects = 0; nobjects + 2 < argc && nobjects < 64; nobjects++) read_object(&objects[nobjects], argv[nobjects + 2]);
    find_all();
    if (!freopen(argv[1], "w", stdout)) fail(argv[1], "cannot be written", "");
    printf("// Made by jit/baseline/tool/extract_stencils.c.\n#include \"jit/baseline/stencil.h\"\n\n#include <stddef.h>\n\n");
    for (uint32_t i = 0; i < nfound; i++) write_definition(&found[i].extract);
    write_asides();
    printf("\nconst Stencil stencil_table[2][256] = {\n");
    write_entries(false);
    printf("};\n\nconst Stencil stencil_more[STENCIL_MORE_COUNT] = {\n");
    write_entries(true);
    printf("};\n\n");
    for (uint32_t i = 0; i < nsymbols; i++) printf("extern const char %s[];\n", symbols[i]);
    printf("const void *const stencil_symbols[] = {\n");
    for (uint32_t i = 0; i < nsymbols; i++) printf("    %s,\n", symbols[i]);
    printf("};\n");
    return fclose(stdout) ? 1 : 0;
}
