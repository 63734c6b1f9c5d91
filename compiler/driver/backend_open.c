#include "backend_open.h"

#include <dlfcn.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "compiler/base/strbuf.h"
#include "jit/native/native_attach.h"

// Beside the program in a build tree, under ../lib/otter when installed.
static const char *const places[] = {"", "../lib/otter/", "../lib/"};

char *backend_find_file(const char *name) {
    char self[PATH_MAX];
    ssize_t length = readlink("/proc/self/exe", self, sizeof self - 1);
    if (length <= 0) return NULL;
    self[length] = 0;
    *(strrchr(self, '/') + 1) = 0;
    StrBuf path = {0};
    for (size_t i = 0; i < sizeof places / sizeof *places; i++) {
        strbuf_clear(&path);
        strbuf_put_format(&path, "%s%s%s", self, places[i], name);
        if (access(strbuf_text(&path), R_OK) == 0) return strbuf_take(&path);
    }
    strbuf_fini(&path);
    return NULL;
}

// NULL: *why says why.
static const BackendApi *open_library(const char **why) {
    char *path = backend_find_file("libotter-llvm.so");
    void *library = path ? dlopen(path, RTLD_NOW | RTLD_LOCAL) : NULL;
    *why = path ? dlerror() : "it is not beside this program";
    free(path);
    if (!library) return NULL;
    *why = "it is of another version";
    const BackendApi *(*get)(uint32_t) = (const BackendApi *(*)(uint32_t))dlsym(library, BACKEND_ENTRY);
    return get ? get(BACKEND_VERSION) : NULL;
}

const BackendApi *backend_open(void) {
    static const BackendApi *api;
    const char *why;
    if (!api && !(api = open_library(&why))) fprintf(stderr, "otter: cannot open libotter-llvm.so: %s\n", why);
    return api;
}

static bool stress_exits;
void backend_stress_exits(void) { stress_exits = true; }
static bool wants_lines;
void backend_want_lines(bool wants) { wants_lines = wants; }

static const BackendApi *open_once(void) {
    static const BackendApi *api;
    static bool tried;
    const char *why;
    if (!tried) api = open_library(&why);
    tried = true;
    return api;
}

TierOutcome backend_compile_unit(const BcModule *bc, const NativeUnit *unit, int level, NativeCode *code) {
    const BackendApi *api = open_once();
    char error[256];
    BackendOutput out = {0};
    if (!api) return TIER_UNAVAILABLE;
    if (!api->unit(bc, unit, &(BackendOptions){.level = level, .stress_exits = stress_exits, .lines = wants_lines}, &out, error, sizeof error)) return TIER_REFUSED;
    *code = (NativeCode){out.bytes, out.size, out.by_sight};
    return TIER_COMPILED;
}

TierOutcome backend_compile_hot(const BcModule *bc, const NativeUnit *unit, NativeCode *code) { return backend_compile_unit(bc, unit, 1, code); }

bool backend_compile_module(const BcModule *bc, const NativeUnit *seen, uint32_t nseen, NativeCode *code) {
    const BackendApi *api = open_once();
    char error[256];
    BackendOutput out = {0};
    BackendModule m = {.bc = bc, .seen = seen, .nseen = nseen};
    if (!api || !api->emit(&m, &(BackendOptions){.level = 2, .stress_exits = stress_exits}, BACKEND_OBJECT, &out, error, sizeof error)) return false;
    *code = (NativeCode){out.bytes, out.size, false};
    return true;
}

static void print_dump(void *context, const char *text, size_t length) { fwrite(text, 1, length, context); }

static int level_of(const char *text) { return text && text[0] >= '0' && text[0] <= '3' && !text[1] ? text[0] - '0' : 2; }

bool backend_optimises(const Options *o) { return level_of(o->level) > 0 && level_of(o->level) < 3; }

BackendOptions backend_options(const Options *o) {
    return (BackendOptions){
        .level = level_of(o->level),
        .stress_exits = stress_exits,
        .lines = o->names,
        .dump_ssa = o->dump_ssa ? "" : NULL,
        .dump_llvm = o->dump_llvm,
        .dump_asm = o->dump_asm,
        .dump_function = o->dump_func,
        .dump = print_dump,
        .dump_context = stdout,
    };
}

static BackendOptions load_options;

static const NativeModule *compile_called(const BcModule *bc, const NativeUnit *unit) {
    char error[512] = "";
    const NativeModule *n = backend_open()->load(bc, unit, &load_options, native_symbol, error, sizeof error);
    if (n || !error[0]) return n;
    fprintf(stderr, "otter: module %s: %s\n", bc->name.text, error);
    exit(70);
}

static void compile_loaded(CodePart *part) { native_attach_lazily(part, compile_called); }

static void adopt_loaded(CodePart *part) {
    NativeCode code = {0};
    if (backend_compile_module(part->bc, NULL, 0, &code)) tier_adopt_module(part, code.bytes, code.size);
    free(code.bytes);
}

void backend_adopt_on_load(void) { code_attach_part = adopt_loaded; }

bool backend_compile_on_load(const Options *o) {
    if (!backend_open()) return false;
    load_options = backend_options(o);
    load_options.everything = true;
    load_options.level = 1;
    code_attach_part = compile_loaded;
    return true;
}
