// `extern "C" fn`: what can be called is what fits in registers, each argument of a type that C knows.
#include "frontend/check/check_int.h"

enum { EXTERN_INTS = 6, EXTERN_REALS = 8 };  // as stdlib/runtime/extern.h

static void extern_note_types(Check *check, bool is_result) {
  diag_note(check->diag, is_result ? "C gives back numbers (i32, u64, f64, int, ...), bool, str, str | None, or nothing"
                                   : "C takes numbers (i32, u64, f64, int, ...), bool, str, bytes, bytearray; str | None for a pointer that may be null");
}

static void extern_param(Check *check, AstArg *param, const Place *place, uint32_t *ints, uint32_t *reals) {
  char letter = static_extern_letter(check->tree, place->scope, param->annotation, false);
  uint32_t before = diag_error_count(check->diag);
  if (param->annotation) check_promised_type(check, param->annotation, place);
  if (letter == 'd' || letter == 'f') ++*reals;
  else ++*ints;
  if (letter || diag_error_count(check->diag) != before) return;
  check_report(check, DIAG_TYPE, param->node.span, "parameter '%s' of an extern function needs a type of C", param->name->text);
  extern_note_types(check, false);
}

static bool extern_is_plain(const AstArguments *args) {
  return !args->posonly.count && !args->kwonly.count && !args->vararg && !args->kwarg && !args->defaults.count;
}

void check_extern(Check *check, AstExternDef *def, const Place *place) {
  AstArguments *args = AST_AS(Arguments, def->args);
  uint32_t ints = 0, reals = 0;
  if (def->abi.length != 1 || def->abi.bytes[0] != 'C') {
    check_report(check, DIAG_REFUSED, def->node.span, "extern \"%s\" is refused: the only language to call is \"C\"", def->abi.bytes);
    diag_note(check->diag, "write: extern \"C\" fn %s(...)", def->name->text);
    return;
  }
  if (!extern_is_plain(args)) {
    check_report(check, DIAG_SYNTAX, def->args->span, "an extern function has plain parameters only");
    diag_note(check->diag, "no defaults, '*', '/' or '**': write a 'fn' around it");
    return;
  }
  for (uint32_t i = 0; i < args->args.count; i++) extern_param(check, AST_AS(Arg, args->args.items[i]), place, &ints, &reals);
  if (ints > EXTERN_INTS || reals > EXTERN_REALS) {
    check_report(check, DIAG_REFUSED, def->args->span, "more than %d integer or %d float parameters of an extern function are not supported",
                 EXTERN_INTS, EXTERN_REALS);
    diag_note(check->diag, "pass a pointer to a struct, or write a C function around it");
  }
  if (static_extern_letter(check->tree, place->scope, def->returns, true)) return;
  check_report(check, DIAG_TYPE, def->returns->span, "an extern function cannot give back this type");
  extern_note_types(check, true);
}

// ---- @export

static bool export_is_passable(char letter) {
  return letter && letter != 'y' && letter != 'Z' && letter != 'Y';
}

static void export_refuse(Check *check, Span span, const char *what) {
  check_report(check, DIAG_TYPE, span, "%s of an exported function needs a type of C", what);
  diag_note(check->diag, "numbers (i32, u64, f64, int, ...), bool, str, str | None; no result for nothing");
}

void check_export(Check *check, AstFunctionDef *def) {
  const Scope *inside = scope_of_node(check->tree, &def->node);
  AstArguments *args = AST_AS(Arguments, def->args);
  uint32_t ints = 0, reals = 0;
  if (!def->is_fn || !extern_is_plain(args) || inside->is_generator || def->decorators.count > 1) {
    check_report(check, DIAG_SYNTAX, def->node.span, "an exported function is a plain 'fn', with plain parameters and no other decorator");
    diag_note(check->diag, "write a 'fn' around it, and export that");
    return;
  }
  for (uint32_t i = 0; i < args->args.count; i++) {
    const AstArg *param = (const AstArg *)args->args.items[i];
    char letter = static_extern_letter(check->tree, inside, param->annotation, false);
    if (!export_is_passable(letter)) export_refuse(check, param->node.span, "a parameter");
    if (letter == 'd' || letter == 'f') reals++;
    else ints++;
  }
  if (!static_extern_letter(check->tree, inside, def->returns, true)) export_refuse(check, def->returns->span, "the result");
  if (ints <= EXTERN_INTS && reals <= EXTERN_REALS) return;
  check_report(check, DIAG_REFUSED, def->args->span, "more than %d integer or %d float parameters of an exported function are not supported", EXTERN_INTS,
               EXTERN_REALS);
  diag_note(check->diag, "pass a pointer as int, and read it with functions of C");
}
