#include "modules.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "compiler/base/strbuf.h"
#include "compiler/base/vec.h"
#include "embedded.h"
#include "stdlib/runtime/exception.h"
#include "stdlib/runtime/module.h"

static Arena *session;
static const Options *session_options;
static const char *folder;  // of the main file, with a closing slash; "" for the working directory

static const char *const suffixes[] = {".ot", ".py", "/__init__.ot", "/__init__.py"};

static void put_module_path(StrBuf *path, const char *dotted, const char *suffix) {
    strbuf_clear(path);
    strbuf_put_text(path, folder);
    for (const char *c = dotted; *c; c++) strbuf_put_char(path, *c == '.' ? '/' : *c);
    strbuf_put_text(path, suffix);
}

const char *modules_find_file(Arena *arena, const char *dotted) {
    StrBuf path = {0};
    const char *found = NULL;
    for (size_t i = 0; i < sizeof suffixes / sizeof *suffixes && !found; i++) {
        put_module_path(&path, dotted, suffixes[i]);
        if (access(strbuf_text(&path), R_OK) == 0) found = strbuf_copy(&path, arena);
    }
    strbuf_fini(&path);
    return found;
}

typedef enum { MODULE_FOUND, MODULE_ABSENT, MODULE_BAD } ModuleStatus;

// A folder of modules without an __init__ file: its path, or NULL.
const char *modules_find_folder(const char *dotted) {
    StrBuf path = {0};
    put_module_path(&path, dotted, "/");
    const char *found = access(strbuf_text(&path), X_OK) == 0 ? strbuf_copy(&path, session) : NULL;
    strbuf_fini(&path);
    return found;
}

// The program's own files come before the standard library's modules, and these before folders.
static ModuleStatus load_module(const char *dotted, const BcModule **bc) {
    const char *path = modules_find_file(session, dotted);
    if (!path) {
        *bc = embedded_find(session, dotted);
        const char *folder_path = *bc ? NULL : modules_find_folder(dotted);
        if (folder_path) *bc = compile_folder(session, folder_path, arena_copy_bytes(session, dotted, strlen(dotted)), session_options);
        return *bc ? MODULE_FOUND : MODULE_ABSENT;
    }
    bool stopped;
    *bc = compile_file(session, path, arena_copy_bytes(session, dotted, strlen(dotted)), COMPILE_IMPORTED, session_options, &stopped);
    return *bc ? MODULE_FOUND : MODULE_BAD;
}

// Mistakes in an imported module are shown at once; the program sees a SyntaxError.
static const BcModule *find_source(Thread *t, const char *name, const char *importer) {
    const BcModule *bc;
    if (load_module(name, &bc) == MODULE_BAD) error_raise(t, &class_SyntaxError, "module '%s' has mistakes", name);
    return bc;
}

void modules_init(Arena *arena, const char *main_path, const Options *options) {
    session = arena;
    session_options = options;
    const char *slash = strrchr(main_path, '/');
    folder = slash ? arena_copy_bytes(arena, main_path, (size_t)(slash + 1 - main_path)) : "";
    module_find_source = find_source;
}

// --- the closure of imports

typedef struct {
    VEC(const BcModule *) found;
    VEC(const char *) natives;
} Closure;

static bool is_listed(const Closure *c, const char *name, size_t length) {
    for (uint32_t i = 0; i < c->found.count; i++)
        if (c->found.items[i]->name.length == length && memcmp(c->found.items[i]->name.text, name, length) == 0) return true;
    return false;
}

static void add_native(Closure *c, const char *name) {
    for (uint32_t i = 0; i < c->natives.count; i++)
        if (strcmp(c->natives.items[i], name) == 0) return;
    vec_push(&c->natives, name);
}

static bool add_module(Closure *c, const char *name, size_t length) {
    char *dotted = arena_copy_bytes(session, name, length);
    if (is_listed(c, name, length)) return true;
    if (native_module_find(dotted)) return add_native(c, dotted), true;
    const BcModule *bc;
    ModuleStatus status = load_module(dotted, &bc);
    if (status == MODULE_FOUND) vec_push(&c->found, bc);
    return status != MODULE_BAD;
}

// A dotted name imports each of its prefixes.
static bool add_prefixes(Closure *c, const BcStr *name) {
    for (uint32_t end = 1; end <= name->length; end++)
        if ((end == name->length || name->text[end] == '.') && !add_module(c, name->text, end)) return false;
    return true;
}

static bool add_from(Closure *c, const BcStr *name, const BcProto *p, const BcConst *names) {
    for (uint32_t i = 0; names->kind == BC_CONST_TUPLE && i < names->tuple.count; i++) {
        const BcStr *item = &p->consts[names->tuple.items[i]].str;
        StrBuf full = {0};
        strbuf_put_format(&full, "%s.%s", name->text, item->text);
        bool ok = add_module(c, strbuf_text(&full), full.length);
        strbuf_fini(&full);
        if (!ok) return false;
    }
    return true;
}

// The constant last loaded into a register before instruction `at`, or NULL.
static const BcConst *constant_in(const BcProto *p, uint32_t at, uint32_t reg) {
    while (at--)
        if (bc_a(p->code[at]) == reg && bc_op(p->code[at]) == OP_LOADK) return &p->consts[bc_b(p->code[at])];
        else if (bc_a(p->code[at]) == reg) return NULL;
    return NULL;
}

// The number loaded into a register before instruction `at`.
static int64_t level_in(const BcProto *p, uint32_t at, uint32_t reg) {
    while (at--)
        if (bc_a(p->code[at]) == reg) return bc_op(p->code[at]) == OP_LOADI ? bc_sc(p->code[at]) : 0;
    return 0;
}

// The absolute name an import means, as the runtime will find it (stdlib/runtime/import.c).
static BcStr absolute_name(const BcModule *m, const BcStr *name, int64_t level) {
    if (level == 0) return *name;
    size_t package = module_package_length(m->name.text, m->path.text);
    for (int64_t i = 1; i < level; i++) {
        const char *dot = memrchr(m->name.text, '.', package);
        package = dot ? (size_t)(dot - m->name.text) : 0;
    }
    StrBuf full = {0};
    strbuf_put_format(&full, "%.*s%s%s", (int)package, m->name.text, package && name->length ? "." : "", name->text);
    BcStr result = {strbuf_copy(&full, session), (uint32_t)full.length};
    strbuf_fini(&full);
    return result;
}

static bool add_imports_of(Closure *c, const BcModule *m, const BcProto *p) {
    for (uint32_t i = 0; i < p->ncode; i++) {
        BcInsn insn = p->code[i];
        if (bc_op(insn) != OP_INTRINSIC || bc_b(insn) != INTRINSIC_import_name) continue;
        const BcConst *name = constant_in(p, i, bc_a(insn)), *from = constant_in(p, i, bc_a(insn) + 1);
        if (!name || name->kind != BC_CONST_STR) continue;
        BcStr absolute = absolute_name(m, &name->str, level_in(p, i, bc_a(insn) + 2));
        if (!add_prefixes(c, &absolute) || (from && !add_from(c, &absolute, p, from))) return false;
    }
    return true;
}

// A module that calls __import__ may ask for any of them.
static void add_all_natives(Closure *c, const BcModule *m) {
    static const char *const names[] = {
#define NATIVE_MODULE(name) #name,
#include "stdlib/native/native_modules.def"
#undef NATIVE_MODULE
    };
    static const char calls[] = "__import__";
    bool free = false;
    for (uint32_t i = 0; i < m->nglobal && !free; i++)
        free = m->globals[i].length == sizeof calls - 1 && memcmp(m->globals[i].text, calls, sizeof calls - 1) == 0;
    for (size_t i = 0; free && i < sizeof names / sizeof *names; i++) add_native(c, names[i]);
}

bool modules_closure(Arena *arena, const BcModule *main, ModuleList *list) {
    Closure c = {0};
    vec_push(&c.found, main);
    bool ok = true;
    for (uint32_t m = 0; ok && m < c.found.count; m++) {
        add_all_natives(&c, c.found.items[m]);
        for (uint32_t i = 0; ok && i < c.found.items[m]->nproto; i++) ok = add_imports_of(&c, c.found.items[m], c.found.items[m]->protos[i]);
    }
    *list = (ModuleList){vec_copy_items(&c.found, arena), c.found.count, vec_copy_items(&c.natives, arena), c.natives.count};
    vec_fini(&c.found);
    vec_fini(&c.natives);
    return ok;
}
