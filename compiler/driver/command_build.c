// otter build: compile the file and all it imports, link the objects with the runtime.
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "backend_open.h"
#include "build_jobs.h"
#include "commands.h"
#include "compiler/base/vec.h"
#include "compiler/bytecode/serial.h"
#include "compiler/link/link.h"
#include "dumps.h"
#include "library.h"
#include "modules.h"
#include "stdlib/runtime/exports.h"
#include "world.h"

typedef struct {
    Options options;
    Arena arena;
    ModuleList modules;
    const char **names;  // [modules.count]
    LibraryExports exports;
    const BackendApi *backend;
} Build;

enum { BUILD_OK = 0, BUILD_FAILED = 1 };

static const struct {
    const char *name, *suffix;
    BackendFormat format;
} formats[] = {{"obj", ".o", BACKEND_OBJECT}, {"asm", ".s", BACKEND_ASM}, {"llvm", ".ll", BACKEND_LLVM}, {"bc", ".bc", BACKEND_BITCODE}};
enum { FORMAT_COUNT = sizeof formats / sizeof *formats };

static int format_index(const char *name) {
    for (int i = 0; i < FORMAT_COUNT; i++)
        if (strcmp(formats[i].name, name) == 0) return i;
    fprintf(stderr, "otter: --emit=%s: choose one of obj, asm, llvm, bc, lib\n", name);
    return -1;
}

// "dir/hello.ot" -> "hello" + suffix.
static const char *default_output(Build *b, const char *suffix) {
    const char *path = b->options.files[0], *slash = strrchr(path, '/'), *name = slash ? slash + 1 : path, *dot = strrchr(name, '.');
    size_t length = dot && dot > name ? (size_t)(dot - name) : strlen(name);
    StrBuf text = {0};
    strbuf_put_bytes(&text, name, length);
    strbuf_put_text(&text, suffix);
    const char *output = strbuf_copy(&text, &b->arena);
    strbuf_fini(&text);
    return output;
}

// A share of a module: part k of n, or of the nplain behind those.
typedef struct {
    uint32_t module, part, nparts, nplain;
} Share;

static bool emit_share(Build *b, Share share, BackendFormat format, BackendOutput *out) {
    uint32_t index = share.module;
    const BcModule *bc = b->modules.items[index];
    StrBuf image = {0};
    serial_write(&image, bc);
    BackendModule m = {.bc = bc, .bytecode = (const uint8_t *)image.bytes, .bytecode_size = image.length};
    if (index == 0) m.table = b->names, m.ntable = b->modules.count;
    BackendOptions options = backend_options(&b->options);
    options.part = share.part, options.nparts = share.nparts, options.nplain = share.nplain;
    options.position_independent = b->exports.count > 0;
    char error[512];
    bool ok = b->backend->emit(&m, &options, format, out, error, sizeof error);
    if (!ok) fprintf(stderr, "otter: module %s: %s\n", bc->name.text, error);
    strbuf_fini(&image);
    return ok;
}

static int write_file(const char *path, const BackendOutput *out) {
    FILE *file = fopen(path, "wb");
    bool ok = file && fwrite(out->bytes, 1, out->size, file) == out->size;
    if (file && fclose(file) != 0) ok = false;
    if (ok) return BUILD_OK;
    fprintf(stderr, "otter: cannot write %s: %s\n", path, strerror(errno));
    return BUILD_FAILED;
}

static int emit_to_file(Build *b) {
    int format = format_index(b->options.emit);
    if (format < 0) return STATUS_USAGE;
    const char *output = b->options.output ? b->options.output : default_output(b, formats[format].suffix);
    BackendOutput out;
    if (!emit_share(b, (Share){0}, formats[format].format, &out)) return BUILD_FAILED;
    int status = write_file(output, &out);
    free(out.bytes);
    return status;
}

typedef struct {
    Build *build;
    VEC(Share) shares;
    char **paths;  // [shares.count]
    BuildJobs jobs;
} Objects;

// A module this large is worth a second process, which builds the SSA of the whole of it again before it goes on with its share.
#ifdef OTTER_DEV
enum { SHARE_MIN = 100 };   // instructions; so that small tests have shares
#else
enum { SHARE_MIN = 6000 };
#endif

static uint32_t module_size(const BcModule *bc) {
    uint32_t size = 0;
    for (uint32_t i = 0; i < bc->nproto; i++) size += bc->protos[i]->ncode;
    return size;
}

static void plan_shares(Build *b, Objects *o) {
    uint32_t processors = build_processors();
    for (uint32_t i = 0; i < b->modules.count; i++) {
        uint32_t nparts = module_size(b->modules.items[i]) / SHARE_MIN + 1;
        if (nparts > processors) nparts = processors;
        uint32_t nplain = i == 0 && nparts > 1 && backend_optimises(&b->options) ? nparts : 0;
        for (uint32_t part = 0; part < nparts + nplain; part++) vec_push(&o->shares, {i, part, nparts, nplain});
    }
}

static bool make_object(void *context, uint32_t job, int file) {
    Objects *o = context;
    BackendOutput out;
    if (!emit_share(o->build, o->shares.items[job], BACKEND_OBJECT, &out)) return false;
    bool ok = link_write_object(file, out.bytes, out.size);
    if (!ok) fprintf(stderr, "otter: cannot keep an object: %s\n", strerror(errno));
    free(out.bytes);
    return ok;
}

static const char *object_name(void *context, uint32_t job) {
    const Objects *o = context;
    return o->build->modules.items[o->shares.items[job].module]->name.text;
}

static bool make_objects(Build *b, Objects *o) {
    o->build = b;
    plan_shares(b, o);
    o->jobs = (BuildJobs){.count = o->shares.count, .run = make_object, .name = object_name, .context = o};
    o->jobs.files = arena_new_array(&b->arena, int, o->shares.count);
    o->paths = arena_new_array(&b->arena, char *, o->shares.count);
    bool ok = build_jobs_run(&o->jobs);
    for (uint32_t i = 0; i < o->shares.count; i++) o->paths[i] = link_object_path(o->jobs.files[i]);
    return ok;
}

static void forget_objects(Objects *o) {
    for (uint32_t i = 0; i < o->shares.count; i++) {
        free(o->paths[i]);
        if (o->jobs.files[i] >= 0) close(o->jobs.files[i]);
    }
    vec_fini(&o->shares);
}

// What fills the native modules that the program imports (stdlib/native/native_modules.c).
static const char **native_symbols(Build *b) {
    const char **symbols = arena_new_array(&b->arena, const char *, b->modules.nnatives);
    for (uint32_t i = 0; i < b->modules.nnatives; i++) {
        StrBuf text = {0};
        strbuf_put_format(&text, "native_%s_fill", b->modules.natives[i]);
        symbols[i] = strbuf_copy(&text, &b->arena);
        strbuf_fini(&text);
    }
    return symbols;
}

static bool link_objects(Build *b, const Objects *objects) {
    char *archive = backend_find_file("libotter_rt.a"), error[256];
    if (!archive) return fputs("otter: libotter_rt.a is not beside this program\n", stderr), false;
    LinkJob job = {.objects = (const char *const *)objects->paths, .nobjects = objects->shares.count, .archive = archive, .fully_static = b->options.fully_static, .keep_symbols = b->options.names};
    job.symbols = native_symbols(b);
    job.nsymbols = b->modules.nnatives;
    job.output = b->options.output ? b->options.output : default_output(b, b->exports.count ? ".so" : "");
    job.exports = b->exports.symbols;
    job.nexports = b->exports.count;
    bool ok = link_executable(&job, error, sizeof error);
    if (!ok) fprintf(stderr, "otter: %s\n", error);
    free(archive);
    return ok;
}

// Beside the library: libcalc.so gets libcalc.h.
static bool write_header(Build *b) {
    const char *library = b->options.output ? b->options.output : default_output(b, ".so"), *dot = strrchr(library, '.'), *slash = strrchr(library, '/');
    size_t length = dot && (!slash || dot > slash) ? (size_t)(dot - library) : strlen(library);
    StrBuf path = {0}, text = {0};
    strbuf_put_bytes(&path, library, length);
    strbuf_put_text(&path, ".h");
    library_put_header(&b->exports, &text);
    bool ok = write_file(strbuf_text(&path), &(BackendOutput){.bytes = text.bytes, .size = text.length}) == BUILD_OK;
    strbuf_fini(&path);
    strbuf_fini(&text);
    return ok;
}

static int build_executable(Build *b) {
    Objects objects = {0};
    bool ok = make_objects(b, &objects) && link_objects(b, &objects) && (!b->exports.count || write_header(b));
    forget_objects(&objects);
    return ok ? BUILD_OK : BUILD_FAILED;
}

static int build_library(Build *b, const BcModule *main) {
    b->exports = library_exports(&b->arena, main);
    if (b->exports.count > EXPORT_MAX) {
        fprintf(stderr, "otter: --emit=lib: %u functions are exported, a library has room for %d; export fewer, or make two libraries\n", b->exports.count, EXPORT_MAX);
        return STATUS_USAGE;
    }
    if (b->exports.count) return build_executable(b);
    fputs("otter: --emit=lib: nothing is exported; write '@export' above a 'fn'\n", stderr);
    return STATUS_USAGE;
}

static void list_names(Build *b) {
    b->names = arena_new_array(&b->arena, const char *, b->modules.count);
    for (uint32_t i = 0; i < b->modules.count; i++) b->names[i] = b->modules.items[i]->name.text;
}

int command_build(int argc, char **argv) {
    static Build b;
    if (!options_parse(&b.options, 'b', argc, argv)) return STATUS_USAGE;
    arena_init(&b.arena);
    modules_init(&b.arena, b.options.files[0], &b.options);
    b.options.world = world_of_modules(&b.arena);
    bool stopped;
    const BcModule *main = compile_file(&b.arena, b.options.files[0], "__main__", COMPILE_ENTRY, &b.options, &stopped);
    if (!main) return stopped ? BUILD_OK : STATUS_USAGE;
    if (options_dump(&b.options)) return dump_module(main, &b.options);
    if (!modules_closure(&b.arena, main, &b.modules)) return STATUS_USAGE;
    list_names(&b);
    b.backend = backend_open();
    if (!b.backend) return BUILD_FAILED;
    if (b.options.emit && strcmp(b.options.emit, "lib") == 0) return build_library(&b, main);
    return b.options.emit ? emit_to_file(&b) : build_executable(&b);
}
