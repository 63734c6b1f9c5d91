// Declarations that can never work: members of structs and enums that are there twice or in an impossible order, and defaults that
// break the promise they stand beside.
#include "frontend/check/check_int.h"

static const AstName *member_field(const AstNode *member) {
  if (!AST_IS(AnnAssign, member) || !AST_IS(Name, ((const AstAnnAssign *)member)->target)) return nullptr;
  return (const AstName *)((const AstAnnAssign *)member)->target;
}

static const Atom *member_name(const AstNode *member) {
  if (AST_IS(EnumVariant, member)) return ((const AstEnumVariant *)member)->name;
  const AstName *field = member_field(member);
  return field ? field->id : nullptr;
}

static const AstNode *member_earlier(AstSeq members, uint32_t at, const Atom *name) {
  for (uint32_t i = 0; i < at; i++)
    if (member_name(members.items[i]) == name) return members.items[i];
  return nullptr;
}

static void member_twice(Check *check, AstSeq members, uint32_t at, const char *what) {
  const Atom *name = member_name(members.items[at]);
  const AstNode *earlier = name ? member_earlier(members, at, name) : nullptr;
  if (!earlier) return;
  check_report(check, DIAG_NAME, members.items[at]->span, "%s '%s' is declared twice", what, name->text);
  diag_note(check->diag, "the first time in line %u", earlier->span.line);
}

static void check_default(Check *check, const AstNode *annotation, AstNode *value, const char *what, const Atom *name, const Place *place) {
  if (!annotation || !value) return;
  check_contents(check, annotation, value, place);
  StaticType wanted = static_type_named(check->tree, place->scope, annotation);
  StaticType given = static_type_of(check->tree, place->scope, value);
  if (static_fits(given, value, wanted)) return;
  check_report(check, DIAG_TYPE, value->span, "%s '%s' is declared %s, and its default is %s", what, name->text,
               check_type_text(check, annotation), check_given(check, given, value, wanted));
  if (check_note_sized(check, given, value, wanted)) return;
  if (given.kind == STATIC_NONE) diag_note(check->diag, "write '%s | None' when it may be None", check_type_text(check, annotation));
  else diag_note(check->diag, "using this default would be a TypeError");
}

void check_struct_members(Check *check, const AstStructDef *def, const Place *place) {
  const AstName *with_default = nullptr;
  for (uint32_t i = 0; i < def->body.count; i++) {
    const AstName *field = member_field(def->body.items[i]);
    if (!field) continue;
    const AstAnnAssign *member = (const AstAnnAssign *)def->body.items[i];
    member_twice(check, def->body, i, "field");
    if (member->value) with_default = field;
    else if (with_default) {
      check_report(check, DIAG_SYNTAX, member->node.span, "field '%s' without a default follows '%s', which has one", field->id->text,
                   with_default->id->text);
      diag_note(check->diag, "put it before, or give it a default");
    }
    check_default(check, member->annotation, member->value, "field", field->id, place);
  }
}

void check_enum_members(Check *check, const AstEnumDef *def) {
  for (uint32_t i = 0; i < def->body.count; i++) member_twice(check, def->body, i, "variant");
}

void check_defaults(Check *check, const AstFunctionDef *def, const Place *place) {
  const AstArguments *args = (const AstArguments *)def->args;
  uint32_t npositional = args->posonly.count + args->args.count, first = npositional - args->defaults.count;
  for (uint32_t i = first; i < npositional; i++) {
    uint32_t at = i - args->posonly.count;
    const AstArg *param = i < args->posonly.count ? AST_AS(Arg, args->posonly.items[i]) : AST_AS(Arg, args->args.items[at]);
    check_default(check, param->annotation, args->defaults.items[i - first], "parameter", param->name, place);
  }
  for (uint32_t i = 0; i < args->kwonly.count; i++) {
    const AstArg *param = AST_AS(Arg, args->kwonly.items[i]);
    check_default(check, param->annotation, args->kw_defaults.items[i], "parameter", param->name, place);
  }
}
