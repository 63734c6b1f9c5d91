#include "compile.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "compiler/bytecode/verify.h"
#include "frontend/ast/ast.h"
#include "frontend/check/check.h"
#include "frontend/diag/diag.h"
#include "frontend/emit/emit.h"
#include "frontend/resolve/resolve.h"
#include "frontend/syntax/syntax.h"

static DiagStyle diag_style(const Options *o) {
    if (o->diagnostics && strcmp(o->diagnostics, "json") == 0) return DIAG_JSON;
    return isatty(STDERR_FILENO) ? DIAG_COLOUR : DIAG_PLAIN;
}

typedef struct {
    Arena *arena;
    const char *path, *name;  // path: as the user gave it
    const char *shown_path;
    CompileRole role;
    const Options *options;
    Source source;
    Intern intern;
    DiagSink *diag;
} Compilation;

static bool has_suffix(const char *text, const char *suffix) {
    size_t length = strlen(text), tail = strlen(suffix);
    return length >= tail && strcmp(text + length - tail, suffix) == 0;
}

static const BcModule *emit(Compilation *c, AstModule *tree) {
    ScopeTree scopes = {.arena = c->arena, .intern = &c->intern};
    if (!resolve_module(&scopes, tree, c->diag)) return NULL;
    const CheckWorld *world = c->role == COMPILE_ENTRY && !options_dump(c->options) ? c->options->world : NULL;
    if (!check_module(&scopes, tree, c->role == COMPILE_LIBRARY, world, c->diag)) return NULL;
    bool is_library = c->options->emit && strcmp(c->options->emit, "lib") == 0;  // its functions are called from outside
    bool calls_main = c->role == COMPILE_ENTRY && !is_library && !has_suffix(c->path, ".py");  // a Python program keeps Python's meaning
    EmitOptions how = {c->name, c->shown_path, c->source.text, c->source.length, calls_main, NULL};
    return emit_module(&scopes, tree, &how, c->arena, c->diag);
}

// A module the emitter made and the verifier refuses is our mistake: say so, never run it.
static const BcModule *verified(const BcModule *bc, const char *path) {
    char message[256];
    if (!bc || bc_verify(bc, message, sizeof message)) return bc;
    fprintf(stderr, "%s: internal error: bad bytecode: %s; please report it\n", path, message);
    exit(70);
}

static void dump_tree(const AstModule *tree) {
    StrBuf text = {0};
    ast_dump((const AstNode *)tree, &text);
    fwrite(strbuf_text(&text), 1, text.length, stdout);
    strbuf_fini(&text);
}

static const BcModule *compile_source(Compilation *c, bool *stopped) {
    if (c->options->syntax) {
        *stopped = syntax_check(&c->source, c->diag);
        return NULL;
    }
    const CompileCache *cache = c->options->cache;
    CompileInput in = {c->name, c->shown_path, c->source.text, c->source.length, c->role};
    const BcModule *bc = cache ? cache->find(c->arena, &in) : NULL;
    if (bc) return bc;
    AstModule *tree = syntax_parse(&c->source, c->arena, &c->intern, c->diag);
    if (!tree || diag_error_count(c->diag)) return NULL;
    *stopped = c->options->dump_ast;
    if (c->options->dump_ast) dump_tree(tree);
    bc = *stopped ? NULL : verified(emit(c, tree), c->path);
    if (bc && cache && diag_is_empty(c->diag)) cache->keep(&in, bc);
    return bc;
}

static bool is_standard_input(const char *path) { return strcmp(path, "-") == 0; }

// Tracebacks show where a module is whatever the working directory was, as CPython does. Dumps show the path as it was given.
static const char *absolute_path(Arena *arena, const char *path) {
    char *here = path[0] == '/' ? NULL : getcwd(NULL, 0);
    if (!here) return path;
    while (path[0] == '.' && path[1] == '/') path += 2;
    StrBuf full = {0};
    strbuf_put_format(&full, "%s/%s", strcmp(here, "/") == 0 ? "" : here, path);
    const char *text = strbuf_copy(&full, arena);
    strbuf_fini(&full);
    free(here);
    return text;
}

static Compilation begin(Arena *arena, const char *path, const char *name, CompileRole role, const Options *options) {
    Compilation c = {.arena = arena, .path = path, .name = name, .role = role, .options = options};
    const char *whole = is_standard_input(path) ? "<stdin>" : absolute_path(arena, path);
    c.shown_path = options_dump(options) ? path : whole;
    intern_init(&c.intern, arena);
    c.diag = diag_new(arena, is_standard_input(path) ? whole : path, NULL, 0);
    return c;
}

static void end(Compilation *c) {
    diag_print(c->diag, stderr, diag_style(c->options));
    intern_fini(&c->intern);
}

const BcModule *compile_file(Arena *arena, const char *path, const char *name, CompileRole role, const Options *options, bool *stopped) {
    Compilation c = begin(arena, path, name, role, options);
    const BcModule *bc = NULL;
    *stopped = false;
    if (source_load(&c.source, arena, path, c.diag)) bc = compile_source(&c, stopped);
    end(&c);
    return bc;
}

const BcModule *compile_folder(Arena *arena, const char *path, const char *name, const Options *options) {
    Compilation c = begin(arena, path, name, COMPILE_IMPORTED, options);
    const BcModule *bc = NULL;
    bool stopped;
    if (source_from_text(&c.source, arena, path, "", 0, c.diag)) bc = compile_source(&c, &stopped);
    end(&c);
    return bc;
}

// --- inputs at the prompt

static const char input_name[] = "<stdin>";

void compile_session_init(CompileSession *session) {
    *session = (CompileSession){0};
    arena_init(&session->arena);
    intern_init(&session->intern, &session->arena);
    scope_open_session(&session->scopes, &session->arena, &session->intern);
    session->emit.arena = &session->arena;
}

static const BcModule *emit_input(CompileSession *session, Arena *scratch, Arena *arena, const Source *source, DiagSink *diag) {
    AstModule *tree = syntax_parse(source, scratch, &session->intern, diag);
    if (!tree || diag_error_count(diag)) return NULL;
    ScopeTree scopes = {.arena = scratch, .intern = &session->intern, .session = &session->scopes};
    if (!resolve_module(&scopes, tree, diag) || !check_module(&scopes, tree, false, NULL, diag)) return NULL;
    EmitOptions how = {"__main__", input_name, source->text, source->length, false, &session->emit};
    return verified(emit_module(&scopes, tree, &how, arena, diag), input_name);
}

const BcModule *compile_input(CompileSession *session, Arena *arena, const char *text, size_t length, const Options *options) {
    Arena scratch;
    arena_init(&scratch);
    DiagSink *diag = diag_new(&scratch, input_name, NULL, 0);
    Source source;
    const BcModule *bc = NULL;
    if (source_from_text(&source, &scratch, input_name, text, length, diag)) bc = emit_input(session, &scratch, arena, &source, diag);
    diag_print(diag, stderr, diag_style(options));
    arena_fini(&scratch);
    return bc;
}
