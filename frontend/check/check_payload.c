// Patterns that take more of a variant's payload than there is: they can never match, and raise when they are tried.
#include "frontend/check/check_int.h"

static const AstEnumDef *payload_enum(const Check *check, const AstNode *name, const Place *place) {
  const AstNode *def = check_find_definition(check, name, place);
  return def && AST_IS(EnumDef, def) ? (const AstEnumDef *)def : nullptr;
}

static int payload_of_prelude(const Check *check, const AstNode *owner, const Atom *variant, const Place *place) {
  if (!AST_IS(Name, owner) || !scope_is_builtin(check->tree, place->scope, ((const AstName *)owner)->id)) return -1;
  const Atom *name = ((const AstName *)owner)->id;
  if (atom_is(name, "Option")) return atom_is(variant, "Some") ? 1 : atom_is(variant, "None") ? 0 : -1;
  return atom_is(name, "Result") && (atom_is(variant, "Ok") || atom_is(variant, "Err")) ? 1 : -1;
}

// The number of fields of the variant; -1: not known.
static int payload_size(const Check *check, const AstAttribute *named, const Place *place) {
  const AstEnumDef *def = payload_enum(check, named->value, place);
  for (uint32_t i = 0; def && i < def->body.count; i++) {
    const AstNode *member = def->body.items[i];
    if (!AST_IS(EnumVariant, member) || ((const AstEnumVariant *)member)->name != named->attr) continue;
    return (int)((const AstEnumVariant *)member)->fields.count;
  }
  return def ? -1 : payload_of_prelude(check, named->value, named->attr, place);
}

static void payload_class(Check *check, const AstMatchClass *pattern, const Place *place) {
  if (!AST_IS(Attribute, pattern->cls)) return;
  const AstAttribute *named = (const AstAttribute *)pattern->cls;
  int size = payload_size(check, named, place);
  if (size < 0 || pattern->patterns.count <= (uint32_t)size) return;
  const char *variant = named->attr->text;
  check_report(check, DIAG_MATCH, pattern->node.span, "%s() accepts %d positional sub-pattern%s (%u given)", variant, size,
               size == 1 ? "" : "s", pattern->patterns.count);
  if (size) diag_note(check->diag, "the variant is declared with %d field%s", size, size == 1 ? "" : "s");
  else diag_note(check->diag, "the variant has no fields: write it without parentheses");
}

static void payload_all(Check *check, AstSeq patterns, const Place *place) {
  for (uint32_t i = 0; i < patterns.count; i++) check_payload(check, patterns.items[i], place);
}

void check_payload(Check *check, const AstNode *pattern, const Place *place) {
  switch (pattern->kind) {
    case AST_MatchSequence: payload_all(check, ((const AstMatchSequence *)pattern)->patterns, place); break;
    case AST_MatchMapping: payload_all(check, ((const AstMatchMapping *)pattern)->patterns, place); break;
    case AST_MatchOr: payload_all(check, ((const AstMatchOr *)pattern)->patterns, place); break;
    case AST_MatchAs:
      if (((const AstMatchAs *)pattern)->pattern) check_payload(check, ((const AstMatchAs *)pattern)->pattern, place);
      break;
    case AST_MatchClass:
      payload_class(check, (const AstMatchClass *)pattern, place);
      payload_all(check, ((const AstMatchClass *)pattern)->patterns, place);
      payload_all(check, ((const AstMatchClass *)pattern)->kwd_patterns, place);
      break;
    default: break;
  }
}
