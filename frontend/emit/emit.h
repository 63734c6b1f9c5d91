// The emitter: a resolved and checked module becomes bytecode.
#ifndef OTTER_EMIT_H
#define OTTER_EMIT_H

#include "compiler/bytecode/bytecode.h"
#include "frontend/diag/diag.h"
#include "frontend/resolve/scope.h"

// What the inputs of a prompt share besides the scopes' session: the names of their slots, in an array of which each module has
// the beginning.
typedef struct {
  Arena *arena;
  BcStr *names;
  uint32_t count, capacity;
} EmitSession;

typedef struct {
  const char *module_name;  // dotted; "__main__" for the entry
  const char *path;         // as the user gave it
  const char *source;       // whole text; kept in the module for tracebacks and for annotation texts
  size_t source_length;
  bool is_entry;            // the entry rule applies: declarations only and a `main`: call it at the end
  EmitSession *session;     // an input at the prompt: expression statements at the top level are echoed; NULL: a file
} EmitOptions;

// The module's bytecode in `arena` (texts are copied there), or NULL when an error was reported.
// `tree` must come from resolve_module without errors.
const BcModule *emit_module(const ScopeTree *tree, AstModule *module, const EmitOptions *options, Arena *arena,
                            DiagSink *diag);

#endif
