// Modules that are not there are refused before the program runs, where it begins by importing them: in front of anything else
// that could make them, change where they are looked for, or catch the ImportError. All others are left to the import.
#include "compiler/base/nearest.h"
#include "frontend/check/check_int.h"

#include <string.h>

void check_note_module(Check *check, const Atom *name) {
  static const char *const usual[] = {"abc", "bisect", "collections", "contextlib", "copy", "dataclasses", "enum",
                                      "functools", "heapq", "itertools", "math", "operator", "random", "string", "sys",
                                      "time", "types", "typing"};
  Nearest nearest = {.wanted = {name->text, name->length}};
  for (uint32_t i = 0; i < sizeof usual / sizeof *usual; i++)
    if (check->world->has_module(usual[i])) nearest_offer(&nearest, usual[i], strlen(usual[i]));
  if (nearest.best.text) diag_note(check->diag, "did you mean '%s'?", nearest.best.text);
  else diag_note(check->diag, "a module is a file '%s.ot' or '%s.py' beside the program, or one of the library's", name->text, name->text);
}

static void import_missing(Check *check, const Atom *module, Span span) {
  if (check->world->has_module(module->text)) return;
  check_report(check, DIAG_REFUSED, span, "there is no module '%s'", module->text);
  check_note_module(check, module);
  vec_push(&check->known, module);
}

static void import_names(Check *check, const AstImport *import) {
  for (uint32_t i = 0; i < import->names.count; i++) {
    const AstAlias *alias = AST_AS(Alias, import->names.items[i]);
    import_missing(check, alias->name, alias->node.span);
  }
}

// One step of the program's beginning: false ends it.
static bool import_step(Check *check, const AstNode *node) {
  switch (node->kind) {
    case AST_Import: import_names(check, (const AstImport *)node); return true;
    case AST_ImportFrom: {
      const AstImportFrom *import = (const AstImportFrom *)node;
      bool is_named = !import->level && import->module && !atom_is(import->module, "__future__");
      if (is_named) import_missing(check, import->module, node->span);
      return true;
    }
    case AST_Expr: return AST_IS(Constant, ((const AstExpr *)node)->value);
    case AST_FunctionDef: return !((const AstFunctionDef *)node)->decorators.count;
    default: return false;
  }
}

void check_leading_imports(Check *check) {
  if (!check->world || check->is_library) return;
  for (uint32_t i = 0; i < check->module->body.count; i++)
    if (!import_step(check, check->module->body.items[i])) return;
}
