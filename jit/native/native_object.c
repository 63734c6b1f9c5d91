// Sections that are loaded go into one piece of the code pool: code and constants first, then what is written to, then the
// addresses of symbols (GOT) that the code reads:
//
//   | .text .rodata ... | page | .data .bss .data.rel.ro ... | GOT |
//     executable, read-only      writable
//
// Method: the System V ABI for x86-64, chapter 4, as far as code of this compiler uses it.
#include "native_object.h"

#include <elf.h>
#include <stdlib.h>
#include <string.h>

#include "code_pool.h"
#include "native_names.h"

enum { PAGE = CODE_POOL_PAGE };

typedef struct {
    const uint8_t *bytes;
    size_t size;
    const Elf64_Shdr *sections;
    uint32_t nsection;
    const Elf64_Sym *symbols;
    uint32_t nsymbol;
    const char *names;
    size_t names_size;
    void *(*resolve)(const char *name);
    char **places;          // [nsection] where each is loaded; NULL: it is not
    uint64_t *got;          // [nsymbol] filled on demand
    uint64_t *addresses;    // [nsymbol] found once; 0: not yet, or unknown
    char *piece;
    size_t code_size, size_all;
} Object;

static bool within(const Object *o, uint64_t offset, uint64_t size) { return offset <= o->size && size <= o->size - offset; }

static bool read_header(Object *o) {
    const Elf64_Ehdr *h = (const Elf64_Ehdr *)o->bytes;
    if (o->size < sizeof *h || memcmp(h->e_ident, ELFMAG, SELFMAG) != 0 || h->e_ident[EI_CLASS] != ELFCLASS64) return false;
    if (h->e_type != ET_REL || h->e_machine != EM_X86_64 || h->e_shentsize != sizeof(Elf64_Shdr)) return false;
    if (h->e_shoff % 8 || !within(o, h->e_shoff, (uint64_t)h->e_shnum * sizeof(Elf64_Shdr))) return false;
    o->sections = (const Elf64_Shdr *)(o->bytes + h->e_shoff);
    o->nsection = h->e_shnum;
    return true;
}

static bool read_symbols(Object *o) {
    for (uint32_t i = 0; i < o->nsection; i++) {
        const Elf64_Shdr *s = &o->sections[i];
        if (s->sh_type != SHT_NOBITS && !within(o, s->sh_offset, s->sh_size)) return false;
        if (s->sh_type != SHT_SYMTAB) continue;
        if (s->sh_link >= o->nsection || s->sh_offset % 8) return false;
        const Elf64_Shdr *names = &o->sections[s->sh_link];
        if (!within(o, names->sh_offset, names->sh_size) || names->sh_size == 0 || o->bytes[names->sh_offset + names->sh_size - 1]) return false;
        o->symbols = (const Elf64_Sym *)(o->bytes + s->sh_offset);
        o->nsymbol = (uint32_t)(s->sh_size / sizeof(Elf64_Sym));
        o->names = (const char *)(o->bytes + names->sh_offset);
        o->names_size = names->sh_size;
    }
    return o->symbols != NULL;
}

// --- placing

static bool is_loaded(const Elf64_Shdr *s) {
    return (s->sh_flags & SHF_ALLOC) && s->sh_size && (s->sh_type == SHT_PROGBITS || s->sh_type == SHT_NOBITS);
}

// Offsets of the sections of one half, from `at` on; the end.
static size_t place_half(Object *o, size_t *offsets, bool writable, size_t at) {
    for (uint32_t i = 0; i < o->nsection; i++) {
        const Elf64_Shdr *s = &o->sections[i];
        if (!is_loaded(s) || writable != ((s->sh_flags & SHF_WRITE) != 0)) continue;
        size_t align = s->sh_addralign ? s->sh_addralign : 1;
        at = (at + align - 1) & ~(align - 1);
        offsets[i] = at;
        at += s->sh_size;
    }
    return at;
}

static bool load_sections(Object *o) {
    size_t *offsets = calloc(o->nsection, sizeof *offsets);
    o->places = calloc(o->nsection, sizeof *o->places);
    if (!offsets || !o->places) return free(offsets), false;
    o->code_size = (place_half(o, offsets, false, 0) + PAGE - 1) & ~(size_t)(PAGE - 1);
    size_t data_end = (place_half(o, offsets, true, o->code_size) + 7) & ~(size_t)7;
    o->size_all = data_end + o->nsymbol * sizeof *o->got;
    o->piece = code_pool_take(o->size_all);
    for (uint32_t i = 0; o->piece && i < o->nsection; i++) {
        if (!is_loaded(&o->sections[i])) continue;
        o->places[i] = o->piece + offsets[i];
        if (o->sections[i].sh_type == SHT_PROGBITS) memcpy(o->places[i], o->bytes + o->sections[i].sh_offset, o->sections[i].sh_size);
    }
    o->got = (uint64_t *)(o->piece + data_end);
    free(offsets);
    return o->piece != NULL;
}

// --- connecting

static const char *symbol_name(const Object *o, const Elf64_Sym *s) { return s->st_name < o->names_size ? o->names + s->st_name : ""; }

// 0: unknown.
static uint64_t symbol_address(const Object *o, uint32_t index) {
    const Elf64_Sym *s = &o->symbols[index];
    if (s->st_shndx == SHN_UNDEF) return (uint64_t)o->resolve(symbol_name(o, s));
    if (s->st_shndx >= o->nsection || !o->places[s->st_shndx] || s->st_value > o->sections[s->st_shndx].sh_size) return 0;
    return (uint64_t)o->places[s->st_shndx] + s->st_value;
}

static bool store32(char *at, int64_t value) {
    int32_t narrow = (int32_t)value;
    memcpy(at, &narrow, sizeof narrow);
    return narrow == value;
}

static bool relocate(const Object *o, const Elf64_Shdr *target, char *place, const Elf64_Rela *r) {
    uint32_t index = (uint32_t)ELF64_R_SYM(r->r_info), type = (uint32_t)ELF64_R_TYPE(r->r_info);
    uint64_t width = type == R_X86_64_64 ? 8 : 4;
    if (index >= o->nsymbol || target->sh_size < width || r->r_offset > target->sh_size - width) return false;
    uint64_t s = o->addresses[index] ? o->addresses[index] : (o->addresses[index] = symbol_address(o, index));
    if (!s) return false;
    char *at = place + r->r_offset;
    switch (type) {
    case R_X86_64_64:
        s += (uint64_t)r->r_addend;
        memcpy(at, &s, sizeof s);
        return true;
    case R_X86_64_PC32: case R_X86_64_PLT32: return store32(at, (int64_t)(s + (uint64_t)r->r_addend - (uint64_t)at));
    case R_X86_64_GOTPCREL: case R_X86_64_GOTPCRELX: case R_X86_64_REX_GOTPCRELX:
        o->got[index] = s;
        return store32(at, (int64_t)((uint64_t)&o->got[index] + (uint64_t)r->r_addend - (uint64_t)at));
    default: return false;
    }
}

static bool relocate_section(const Object *o, const Elf64_Shdr *s) {
    if (s->sh_type != SHT_RELA || s->sh_info >= o->nsection || !o->places[s->sh_info]) return true;
    if (s->sh_offset % 8) return false;
    const Elf64_Rela *entries = (const Elf64_Rela *)(o->bytes + s->sh_offset);
    for (uint64_t i = 0; i < s->sh_size / sizeof *entries; i++)
        if (!relocate(o, &o->sections[s->sh_info], o->places[s->sh_info], &entries[i])) return false;
    return true;
}

// The descriptor is the one global definition.
static const NativeModule *find_descriptor(const Object *o) {
    for (uint32_t i = 0; i < o->nsymbol; i++)
        if (ELF64_ST_BIND(o->symbols[i].st_info) == STB_GLOBAL && o->symbols[i].st_shndx != SHN_UNDEF) return (const NativeModule *)symbol_address(o, i);
    return NULL;
}

// --- names

static void name_functions(const Object *o) {
    for (uint32_t i = 0; i < o->nsymbol; i++) {
        const Elf64_Sym *s = &o->symbols[i];
        uint64_t start = ELF64_ST_TYPE(s->st_info) == STT_FUNC && s->st_shndx != SHN_UNDEF ? symbol_address(o, i) : 0;
        const char *name = symbol_name(o, s);
        if (start) native_names_add((void *)start, s->st_size, name, strlen(name));
    }
}

// The debugger's copy says where its sections are.
static void *name_object(const Object *o) {
    char *copy = malloc(o->size);
    if (!copy) return NULL;
    memcpy(copy, o->bytes, o->size);
    Elf64_Shdr *sections = (Elf64_Shdr *)(copy + ((const Elf64_Ehdr *)o->bytes)->e_shoff);
    for (uint32_t i = 0; i < o->nsection; i++) sections[i].sh_addr = (uint64_t)o->places[i];
    void *names = native_names_add_object(copy, o->size);
    free(copy);
    return names;
}

static void *tell_names(const Object *o) {
    if (!native_names_told) return NULL;
    name_functions(o);
    return name_object(o);
}

void native_object_unload(NativePiece *piece) {
    native_names_remove(piece->names);
    code_pool_give(piece->start, piece->size);
}

const NativeModule *native_object_load(const void *bytes, size_t size, void *(*resolve)(const char *name), NativePiece *piece) {
    Object o = {.bytes = bytes, .size = size, .resolve = resolve};
    bool ok = read_header(&o) && read_symbols(&o) && load_sections(&o) && (o.addresses = calloc(o.nsymbol + 1, sizeof *o.addresses));
    for (uint32_t i = 0; ok && i < o.nsection; i++) ok = relocate_section(&o, &o.sections[i]);
    const NativeModule *found = ok ? find_descriptor(&o) : NULL;
    ok = found && code_pool_seal(o.piece, o.code_size);
    if (!ok && o.piece) code_pool_give(o.piece, o.size_all);
    *piece = (NativePiece){o.piece, o.size_all, o.code_size, ok ? tell_names(&o) : NULL};
    free(o.addresses);
    free(o.places);
    return ok ? found : NULL;
}
