// Warnings of calls that cannot succeed: a function of the module, bound once and undecorated, with arguments that do not
// fit its parameters. The words are CPython's.
#include "compiler/base/nearest.h"
#include "frontend/check/check_int.h"

typedef VEC(const AstAnnAssign *) FieldVec;

typedef struct {
  const AstFunctionDef *def;
  const AstArguments *params;
  const AstCall *call;
  uint32_t npositional;  // parameters that take positional arguments
} Fit;

static const AstArg *fit_param(const Fit *fit, uint32_t i) {
  uint32_t nposonly = fit->params->posonly.count;
  return (const AstArg *)(i < nposonly ? fit->params->posonly.items[i] : fit->params->args.items[i - nposonly]);
}

static const AstKeyword *fit_keyword(const Fit *fit, const Atom *name) {
  for (uint32_t i = 0; i < fit->call->keywords.count; i++) {
    const AstKeyword *keyword = (const AstKeyword *)fit->call->keywords.items[i];
    if (keyword->name == name) return keyword;
  }
  return nullptr;
}

// What `*list` and `**dict` bring is not known.
static bool fit_is_open(const AstCall *call) {
  for (uint32_t i = 0; i < call->args.count; i++)
    if (AST_IS(Starred, call->args.items[i])) return true;
  for (uint32_t i = 0; i < call->keywords.count; i++)
    if (!((const AstKeyword *)call->keywords.items[i])->name) return true;
  return false;
}

static bool fit_too_many(Check *check, const Fit *fit) {
  uint32_t given = fit->call->args.count, most = fit->npositional, least = most - fit->params->defaults.count;
  if (given <= most || fit->params->vararg) return false;
  StrBuf takes = {0};
  if (least < most) strbuf_put_format(&takes, "from %u to %u", least, most);
  else strbuf_put_format(&takes, "%u", most);
  diag_warning(check->diag, fit->call->args.items[most]->span, DIAG_ARGUMENTS,
               "%s() takes %s positional argument%s but %u %s given", fit->def->name->text, strbuf_text(&takes),
               most == 1 && least == most ? "" : "s", given, given == 1 ? "was" : "were");
  strbuf_fini(&takes);
  diag_note(check->diag, "%s is defined in line %u", fit->def->name->text, fit->def->node.span.line);
  return true;
}

static bool fit_takes_keyword(const Fit *fit, const Atom *name) {
  for (uint32_t i = fit->params->posonly.count; i < fit->npositional; i++)
    if (fit_param(fit, i)->name == name) return true;
  for (uint32_t i = 0; i < fit->params->kwonly.count; i++)
    if (((const AstArg *)fit->params->kwonly.items[i])->name == name) return true;
  return fit->params->kwarg != nullptr;
}

static void fit_note_keyword(Check *check, const Fit *fit, const Atom *name) {
  Nearest nearest = {.wanted = {name->text, name->length}};
  for (uint32_t i = fit->params->posonly.count; i < fit->npositional; i++)
    nearest_offer(&nearest, fit_param(fit, i)->name->text, fit_param(fit, i)->name->length);
  for (uint32_t i = 0; i < fit->params->kwonly.count; i++) {
    const Atom *param = ((const AstArg *)fit->params->kwonly.items[i])->name;
    nearest_offer(&nearest, param->text, param->length);
  }
  if (nearest.best.text) diag_note(check->diag, "did you mean '%.*s'?", (int)nearest.best.length, nearest.best.text);
  else diag_note(check->diag, "%s is defined in line %u", fit->def->name->text, fit->def->node.span.line);
}

static bool fit_unknown_keyword(Check *check, const Fit *fit) {
  for (uint32_t i = 0; i < fit->call->keywords.count; i++) {
    const AstKeyword *keyword = (const AstKeyword *)fit->call->keywords.items[i];
    if (fit_takes_keyword(fit, keyword->name)) continue;
    diag_warning(check->diag, keyword->node.span, DIAG_ARGUMENTS, "%s() got an unexpected keyword argument '%s'",
                 fit->def->name->text, keyword->name->text);
    fit_note_keyword(check, fit, keyword->name);
    return true;
  }
  return false;
}

static bool fit_twice(Check *check, const Fit *fit) {
  for (uint32_t i = fit->params->posonly.count; i < fit->npositional && i < fit->call->args.count; i++) {
    const AstKeyword *keyword = fit_keyword(fit, fit_param(fit, i)->name);
    if (!keyword) continue;
    diag_warning(check->diag, keyword->node.span, DIAG_ARGUMENTS, "%s() got multiple values for argument '%s'",
                 fit->def->name->text, keyword->name->text);
    diag_note(check->diag, "argument %u, given by position, is '%s' too", i + 1, keyword->name->text);
    return true;
  }
  return false;
}

static void fit_missing(Check *check, const Fit *fit, const char *kind, const Atom *name) {
  diag_warning(check->diag, fit->call->node.span, DIAG_ARGUMENTS, "%s() is missing its required %s argument '%s'",
               fit->def->name->text, kind, name->text);
  diag_note(check->diag, "%s is defined in line %u", fit->def->name->text, fit->def->node.span.line);
}

static void fit_too_few(Check *check, const Fit *fit) {
  uint32_t required = fit->npositional - fit->params->defaults.count;
  for (uint32_t i = fit->call->args.count; i < required; i++) {
    const Atom *name = fit_param(fit, i)->name;
    if (i >= fit->params->posonly.count && fit_keyword(fit, name)) continue;
    fit_missing(check, fit, "positional", name);
    return;
  }
  for (uint32_t i = 0; i < fit->params->kwonly.count; i++) {
    const Atom *name = ((const AstArg *)fit->params->kwonly.items[i])->name;
    if (fit->params->kw_defaults.items[i] || fit_keyword(fit, name)) continue;
    fit_missing(check, fit, "keyword-only", name);
    return;
  }
}

// ---- structs: their fields are the parameters

static bool struct_has_own_init(const AstStructDef *def) {
  for (uint32_t i = 0; i < def->body.count; i++)
    if (AST_IS(FunctionDef, def->body.items[i]) && atom_is(AST_AS(FunctionDef, def->body.items[i])->name, "__init__")) return true;
  return def->decorators.count > 0;
}

static void struct_fields(const AstStructDef *def, FieldVec *fields) {
  for (uint32_t i = 0; i < def->body.count; i++) {
    if (!AST_IS(AnnAssign, def->body.items[i])) continue;
    const AstAnnAssign *field = AST_AS(AnnAssign, def->body.items[i]);
    if (AST_IS(Name, field->target)) vec_push(fields, field);
  }
}

static const Atom *struct_field_name(const AstAnnAssign *field) { return ((const AstName *)field->target)->id; }

static bool struct_unknown_keyword(Check *check, const AstStructDef *def, const AstKeyword *keyword, const FieldVec *fields) {
  Nearest nearest = {.wanted = {keyword->name->text, keyword->name->length}};
  for (uint32_t i = 0; i < fields->count; i++) {
    const Atom *name = struct_field_name(fields->items[i]);
    if (name == keyword->name) return false;
    nearest_offer(&nearest, name->text, name->length);
  }
  diag_warning(check->diag, keyword->node.span, DIAG_ARGUMENTS, "struct %s has no field '%s'", def->name->text, keyword->name->text);
  if (nearest.best.text) diag_note(check->diag, "did you mean '%.*s'?", (int)nearest.best.length, nearest.best.text);
  return true;
}

static bool struct_is_given(const AstCall *call, uint32_t i, const Atom *name) {
  for (uint32_t k = 0; k < call->keywords.count; k++)
    if (AST_AS(Keyword, call->keywords.items[k])->name == name) return true;
  return i < call->args.count;
}

static void struct_call(Check *check, const AstStructDef *def, const AstCall *call, const FieldVec *fields) {
  for (uint32_t i = 0; i < call->keywords.count; i++)
    if (struct_unknown_keyword(check, def, AST_AS(Keyword, call->keywords.items[i]), fields)) return;
  if (call->args.count > fields->count) {
    diag_warning(check->diag, call->args.items[fields->count]->span, DIAG_ARGUMENTS, "struct %s has %u field%s, and %u values are given",
                 def->name->text, fields->count, fields->count == 1 ? "" : "s", call->args.count);
    diag_note(check->diag, "%s is defined in line %u", def->name->text, def->node.span.line);
    return;
  }
  for (uint32_t i = 0; i < fields->count; i++) {
    const Atom *name = struct_field_name(fields->items[i]);
    if (fields->items[i]->value || struct_is_given(call, i, name)) continue;
    diag_warning(check->diag, call->node.span, DIAG_ARGUMENTS, "field '%s' of struct %s gets no value", name->text, def->name->text);
    diag_note(check->diag, "give it, or a default in line %u", fields->items[i]->node.span.line);
    return;
  }
}

static void advise_struct(Check *check, const AstStructDef *def, const AstCall *call) {
  if (struct_has_own_init(def)) return;
  FieldVec fields = {0};
  struct_fields(def, &fields);
  struct_call(check, def, call, &fields);
  vec_fini(&fields);
}

static void advise_uncallable(Check *check, const AstCall *call, const Place *place) {
  if (place->is_guarded || !AST_IS(Constant, call->func)) return;
  diag_warning(check->diag, call->func->span, DIAG_HINT, "a literal is called, and cannot be");
  diag_note(check->diag, "perhaps a comma or an operator is missing before '('");
}

void advise_call(Check *check, const AstCall *call, const Place *place) {
  if (place->scope->kind == SCOPE_LAMBDA) return;
  advise_uncallable(check, call, place);
  const AstNode *found = place->is_guarded || check->is_dynamic ? nullptr : check_find_definition(check, call->func, place);
  if (!found || fit_is_open(call)) return;
  if (AST_IS(StructDef, found)) advise_struct(check, (const AstStructDef *)found, call);
  if (!AST_IS(FunctionDef, found)) return;
  const AstFunctionDef *def = (const AstFunctionDef *)found;
  const AstArguments *params = (const AstArguments *)def->args;
  advise_hinted_call(check, def, call, place);
  Fit fit = {def, params, call, params->posonly.count + params->args.count};
  if (!fit_too_many(check, &fit) && !fit_unknown_keyword(check, &fit) && !fit_twice(check, &fit)) fit_too_few(check, &fit);
}
