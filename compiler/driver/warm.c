// Keys. The arena's: this build of Otter and this processor, so that code of another build or machine is never seen. A
// module's (the group): its name, path and role and the hash of its source. A unit's (the name): prototype, start,
// kind and the tags it was compiled for, so that variants live side by side and the code compiled last stands for its variant. What a unit assumes about globals and values its code checks when it runs.
#include "warm.h"

#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#if defined(__x86_64__)
#include <cpuid.h>
#else
#include <sys/auxv.h>
#endif

#include "backend_open.h"
#include "build_id.h"
#include "cache/store.h"
#include "compiler/bytecode/serial.h"
#include "jit/tier/tier.h"

static CacheStore *store;

// --- keys

static CacheKey file_key(const char *path) {
    struct stat s = {0};
    struct {
        uint64_t size, inode, seconds, nanoseconds;
    } identity = {0};
    if (path && stat(path, &s) == 0) {
        identity.size = (uint64_t)s.st_size;
        identity.inode = s.st_ino;
        identity.seconds = (uint64_t)s.st_mtim.tv_sec;
        identity.nanoseconds = (uint64_t)s.st_mtim.tv_nsec;
    }
    return cache_key(&identity, sizeof identity);
}

static CacheKey build_key(void) {
    static const char version[] = OTTER_VERSION " " OTTER_BUILD_ID " " OTTER_BUILD_TYPE;
    char *library = backend_find_file("libotter-llvm.so");
    CacheKey key = cache_key_join(cache_key(version, sizeof version), file_key("/proc/self/exe"));
    key = cache_key_join(key, file_key(library));
    free(library);
    return key;
}

#if defined(__x86_64__)
static CacheKey processor_key(void) {
    uint32_t leaves[12] = {0};
    __get_cpuid(1, &leaves[0], &leaves[1], &leaves[2], &leaves[3]);
    leaves[1] &= 0x0000FFFF;  // without the number of the core we happen to run on
    __get_cpuid_count(7, 0, &leaves[4], &leaves[5], &leaves[6], &leaves[7]);
    __get_cpuid(0x80000001, &leaves[8], &leaves[9], &leaves[10], &leaves[11]);
    return cache_key(leaves, sizeof leaves);
}
#else
static CacheKey processor_key(void) {
    unsigned long features[] = {getauxval(AT_HWCAP), getauxval(AT_HWCAP2)};
    return cache_key(features, sizeof features);
}
#endif

static CacheKey text_key(const char *text, size_t length) { return cache_key(text, length); }

static CacheKey module_key(const BcModule *bc) {
    CacheKey key = cache_key_join(text_key(bc->name.text, bc->name.length), text_key(bc->path.text, bc->path.length));
    return cache_key_join(key, cache_key(bc->source_hash, sizeof bc->source_hash));
}

// --- opening

void warm_open(const char *folder, size_t limit_bytes) {
    char *usual = folder ? NULL : cache_default_folder();
    if (folder || usual) store = cache_open(folder ? folder : usual, cache_key_join(build_key(), processor_key()), limit_bytes);
    free(usual);
}

void warm_report(FILE *to) {
    if (!store) return;
    CacheCounts c = cache_counts(store);
    fprintf(to, "\ncache: %u entries used, %u looked for in vain, %u damaged\n", c.found, c.missed, c.damaged);
}

void warm_close(void) {
    if (store) cache_close(store);
    store = NULL;
}

// --- bytecode

static CacheKey source_key(const CompileInput *in) {
    uint32_t role = in->role;
    CacheKey key = cache_key_join(text_key(in->name, strlen(in->name)), text_key(in->path, strlen(in->path)));
    key = cache_key_join(key, cache_key(&role, sizeof role));
    return cache_key_join(key, cache_key(in->text, in->length));
}

typedef struct {
    Arena *arena;
    const BcModule *found;
} Search;

static void read_module(void *context, const CacheEntry *entry) {
    Search *search = context;
    char message[128];
    if (!search->found) search->found = serial_read(search->arena, entry->bytes, entry->size, message, sizeof message);
}

static const BcModule *find_bytecode(Arena *arena, const CompileInput *in) {
    Search search = {arena, NULL};
    if (store) cache_find(store, source_key(in), CACHE_BYTECODE, read_module, &search);
    return search.found;
}

static void keep_bytecode(const CompileInput *in, const BcModule *bc) {
    if (!store) return;
    StrBuf image = {0};
    serial_write(&image, bc);
    CacheKey key = source_key(in);
    cache_put(store, key, &(CacheEntry){CACHE_BYTECODE, key, (const uint8_t *)image.bytes, image.length});
    strbuf_fini(&image);
}

const CompileCache warm_bytecode = {find_bytecode, keep_bytecode};

// --- native code

static void adopt(void *context, const CacheEntry *entry) {
    CodePart *part = context;
    KeptUnit kept;
    if (!kept_read(entry, NULL, &kept) || kept.state == KEPT_WITHIN) return;
    if (kept.unit.proto == KEPT_MODULE) tier_adopt_module(part, kept.object, kept.size);
    else tier_adopt(part, &kept.unit, kept.nregs, kept.object, kept.state == KEPT_CODE ? kept.size : 0);
}

static void attach(CodePart *part) { cache_find(store, module_key(part->bc), CACHE_UNIT, adopt, part); }

void warm_attach_on_load(void) {
    if (store) code_attach_part = attach;
}

static void label_unit(const BcModule *bc, const NativeUnit *unit, StrBuf *label) {
    if (unit->proto != KEPT_MODULE) strbuf_put_bytes(label, bc->protos[unit->proto]->qualname.text, bc->protos[unit->proto]->qualname.length);
    strbuf_put_char(label, 0);
    strbuf_put_bytes(label, bc->path.text, bc->path.length + 1);
}

void warm_keep(const BcModule *bc, const KeptUnit *kept) {
    StrBuf label = {0}, bytes = {0};
    KeptUnit named = *kept;
    label_unit(bc, &kept->unit, &label);
    named.label = label.bytes;
    named.nlabel = (uint32_t)label.length;
    const BcLine *line = kept->unit.midway ? bc_line_at(bc->protos[kept->unit.proto], kept->unit.start) : NULL;
    named.line = line ? line->line : 0;
    kept_write(&bytes, &named);
    cache_put(store, module_key(bc), &(CacheEntry){CACHE_UNIT, kept_name(&named), (const uint8_t *)bytes.bytes, bytes.length});
    strbuf_fini(&bytes);
    strbuf_fini(&label);
}

void warm_keep_unit(const BcModule *bc, const NativeUnit *unit, TierOutcome outcome, const NativeCode *code) {
    if (unit->nconstant) return;  // the objects are this run's
    if (!store || (outcome != TIER_COMPILED && outcome != TIER_REFUSED)) return;
    KeptUnit kept = {.unit = *unit, .nregs = bc->protos[unit->proto]->nregs, .state = outcome == TIER_COMPILED ? KEPT_CODE : KEPT_REFUSED, .generation = 1};
    kept.by_sight = code->by_sight;
    kept.object = (const uint8_t *)code->bytes;
    kept.size = outcome == TIER_COMPILED ? code->size : 0;
    warm_keep(bc, &kept);
}

// --- all of a module

typedef struct {
    const BcModule *bc;
    Arena *arena;
    KeptUnits *found;
} Collection;

static bool fits_module(const BcModule *bc, const KeptUnit *kept) {
    if (kept->unit.proto == KEPT_MODULE) return kept->nregs == 0;
    const BcProto *p = kept->unit.proto < bc->nproto ? bc->protos[kept->unit.proto] : NULL;
    return p && p->nregs == kept->nregs && kept->unit.start < p->ncode;
}

static void collect(void *context, const CacheEntry *entry) {
    Collection *c = context;
    KeptUnit kept;
    if (kept_read(entry, c->arena, &kept) && fits_module(c->bc, &kept)) vec_push(c->found, kept);
}

void warm_read_units(const BcModule *bc, Arena *arena, KeptUnits *found) {
    if (store) cache_find(store, module_key(bc), CACHE_UNIT, collect, &(Collection){bc, arena, found});
}

void warm_tidy(void) {
    if (store) cache_tidy(store);
}
