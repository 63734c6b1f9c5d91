// Promises that are surely broken: arguments of a `fn` or struct and results of a `fn` whose type shows, as errors; and,
// as warnings, defaults and Python's hints that contradict themselves, since these fail only when they are used.
#include "frontend/check/check_int.h"

// ---- arguments

// What a call's arguments are promised to: a `fn` or an `extern`.
typedef struct {
  const Atom *name;
  const AstArguments *args;
  const Scope *scope;      // of the annotations
  const char *word;        // that declares it
} Promiser;

static void promise_argument(Check *check, const Promiser *def, const AstArg *param, AstNode *value, const Place *place) {
  if (!param->annotation) return;
  check_contents(check, param->annotation, value, place);
  StaticType wanted = static_type_named(check->tree, def->scope, param->annotation);
  StaticType given = static_type_of(check->tree, place->scope, value);
  if (static_fits(given, value, wanted)) return;
  check_report(check, DIAG_TYPE, value->span, "argument '%s' of %s() must be %s, and this is %s", param->name->text,
               def->name->text, check_type_text(check, param->annotation), check_given(check, given, value, wanted));
  if (check_note_sized(check, given, value, wanted)) return;
  diag_note(check->diag, "%s is declared with '%s', whose annotations are promises", def->name->text, def->word);
}

static const AstArg *promise_param_at(const AstArguments *args, uint32_t i) {
  if (i < args->posonly.count) return (const AstArg *)args->posonly.items[i];
  i -= args->posonly.count;
  return i < args->args.count ? (const AstArg *)args->args.items[i] : nullptr;
}

static const AstArg *promise_find(AstSeq params, const Atom *name) {
  for (uint32_t i = 0; i < params.count; i++)
    if (((const AstArg *)params.items[i])->name == name) return (const AstArg *)params.items[i];
  return nullptr;
}

static void promise_call(Check *check, const Promiser *def, const AstCall *call, const Place *place) {
  const AstArguments *args = def->args;
  for (uint32_t i = 0; i < call->args.count && !AST_IS(Starred, call->args.items[i]); i++) {
    const AstArg *param = promise_param_at(args, i);
    if (param) promise_argument(check, def, param, call->args.items[i], place);
  }
  for (uint32_t i = 0; i < call->keywords.count; i++) {
    const AstKeyword *keyword = AST_AS(Keyword, call->keywords.items[i]);
    const AstArg *param = keyword->name ? promise_find(args->args, keyword->name) : nullptr;
    if (!param && keyword->name) param = promise_find(args->kwonly, keyword->name);
    if (param) promise_argument(check, def, param, keyword->value, place);
  }
}

static void promise_fn_call(Check *check, const AstFunctionDef *def, const AstCall *call, const Place *place) {
  Promiser promiser = {def->name, (const AstArguments *)def->args, scope_of_node(check->tree, &def->node), "fn"};
  if (def->type_params.count) check_generic_fn(check, def, call, place);
  promise_call(check, &promiser, call, place);
}

static void promise_extern_call(Check *check, const AstExternDef *def, const AstCall *call, const Place *place) {
  promise_call(check, &(Promiser){def->name, (const AstArguments *)def->args, check->tree->module, "extern"}, call, place);
}

static const AstAnnAssign *promise_field(const AstStructDef *def, uint32_t wanted, const Atom *name) {
  for (uint32_t i = 0; i < def->body.count; i++) {
    if (!AST_IS(AnnAssign, def->body.items[i])) continue;
    const AstAnnAssign *field = (const AstAnnAssign *)def->body.items[i];
    if (!AST_IS(Name, field->target)) return nullptr;
    if (name ? ((const AstName *)field->target)->id == name : wanted-- == 0) return field;
  }
  return nullptr;
}

static void promise_field_value(Check *check, const AstStructDef *def, const AstAnnAssign *field, AstNode *value,
                                const Place *place) {
  if (!field) return;
  StaticType wanted = static_type_of_field(check->tree, &def->node, &field->node);
  StaticType given = static_type_of(check->tree, place->scope, value);
  if (static_fits(given, value, wanted)) return;
  const char *name = ((const AstName *)field->target)->id->text;
  check_report(check, DIAG_TYPE, value->span, "field '%s' of %s must be %s, and this is %s", name, def->name->text,
               check_type_text(check, field->annotation), check_given(check, given, value, wanted));
  if (check_note_sized(check, given, value, wanted)) return;
  diag_note(check->diag, "the field is declared in line %u", field->node.span.line);
}

static void promise_struct_call(Check *check, const AstStructDef *def, const AstCall *call, const Place *place) {
  if (def->type_params.count) check_generic_struct(check, def, call, place);
  for (uint32_t i = 0; i < call->args.count && !AST_IS(Starred, call->args.items[i]); i++)
    promise_field_value(check, def, promise_field(def, i, nullptr), call->args.items[i], place);
  for (uint32_t i = 0; i < call->keywords.count; i++) {
    const AstKeyword *keyword = AST_AS(Keyword, call->keywords.items[i]);
    if (keyword->name) promise_field_value(check, def, promise_field(def, 0, keyword->name), keyword->value, place);
  }
}

void check_call(Check *check, const AstCall *call, const Place *place) {
  const AstNode *callee = AST_IS(Subscript, call->func) ? ((const AstSubscript *)call->func)->value : call->func;
  const AstNode *found = check_find_definition(check, callee, place);
  if (!found || place->scope->kind == SCOPE_LAMBDA) return;  // a lambda may be there to be seen failing
  if (AST_IS(ExternDef, found)) promise_extern_call(check, (const AstExternDef *)found, call, place);
  if (AST_IS(StructDef, found)) promise_struct_call(check, (const AstStructDef *)found, call, place);
  if (!AST_IS(FunctionDef, found) || !((const AstFunctionDef *)found)->is_fn) return;
  promise_fn_call(check, (const AstFunctionDef *)found, call, place);
}

// ---- results

void check_return(Check *check, const AstReturn *node, const Place *place) {
  const AstNode *owner = place->scope->node;
  if (place->scope->kind != SCOPE_FUNCTION || place->scope->is_generator || !AST_IS(FunctionDef, owner)) return;
  const AstFunctionDef *def = (const AstFunctionDef *)owner;
  if (!def->is_fn || !def->returns) return;
  if (node->value) check_contents(check, def->returns, node->value, place);
  StaticType wanted = static_type_named(check->tree, place->scope, def->returns);
  StaticType given = node->value ? static_type_of(check->tree, place->scope, node->value) : (StaticType){.kind = STATIC_NONE};
  if (static_fits(given, node->value, wanted)) return;
  check_report(check, DIAG_TYPE, node->value ? node->value->span : node->node.span, "%s() must return %s, and this is %s",
               def->name->text, check_type_text(check, def->returns), check_given(check, given, node->value, wanted));
  if (check_note_sized(check, given, node->value, wanted)) return;
  diag_note(check->diag, "it is declared '-> %s' in line %u", check_type_text(check, def->returns), def->node.span.line);
}

// ---- warnings

// The type of a literal or display; UNKNOWN for anything else.
static StaticType type_of_literal(const AstNode *value) {
  bool is_signed = AST_IS(UnaryOp, value) && ((const AstUnaryOp *)value)->op == AOP_USub;
  return static_type_of_literal(is_signed ? ((const AstUnaryOp *)value)->operand : value);
}

// None is let pass: for a hint it is a habit of Python's.
static void advise_value(Check *check, AstNode *annotation, AstNode *value, const char *what, const Atom *name, const Place *place) {
  if (!annotation || !value) return;
  StaticType wanted = static_type_named(check->tree, place->scope, annotation), given = type_of_literal(value);
  if (static_fits(given, value, wanted)) return;
  if (AST_IS(Constant, value) && ((const AstConstant *)value)->value.kind == CONST_NONE) return;
  diag_warning(check->diag, value->span, DIAG_HINT, "%s '%s' is declared %s, and this is %s", what, name->text,
               check_type_text(check, annotation), static_type_name(given));
  diag_note(check->diag, "a hint is not enforced, but whoever reads it believes it");
}

void advise_defaults(Check *check, const AstFunctionDef *def, const Place *place) {
  if (def->is_fn) return;
  const AstArguments *args = (const AstArguments *)def->args;
  uint32_t npositional = args->posonly.count + args->args.count, first = npositional - args->defaults.count;
  for (uint32_t i = first; i < npositional; i++) {
    const AstArg *param = promise_param_at(args, i);
    advise_value(check, param->annotation, args->defaults.items[i - first], "parameter", param->name, place);
  }
  for (uint32_t i = 0; i < args->kwonly.count; i++) {
    const AstArg *param = (const AstArg *)args->kwonly.items[i];
    advise_value(check, param->annotation, args->kw_defaults.items[i], "parameter", param->name, place);
  }
}

static bool advise_is_number(StaticType type) {
  return type.kind == STATIC_INT || type.kind == STATIC_FLOAT || type.kind == STATIC_BOOL || type.kind == STATIC_SIZED;
}

static const char *advise_operator_sign(AstOp op) {
  switch (op) {
    case AOP_Add: return "+";
    case AOP_Sub: return "-";
    case AOP_Div: return "/";
    case AOP_FloorDiv: return "//";
    default: return nullptr;
  }
}

// `1 + "a"`, `len(x) - "a"`: text and numbers do not mix.
void advise_operator(Check *check, const AstBinOp *node, const Place *place) {
  const char *sign = advise_operator_sign(node->op);
  if (!sign || place->is_guarded || place->scope->kind == SCOPE_LAMBDA) return;
  StaticType left = static_type_of(check->tree, place->scope, node->left);
  if (left.kind != STATIC_STR && !advise_is_number(left)) return;
  StaticType right = static_type_of(check->tree, place->scope, node->right);
  bool is_text_first = left.kind == STATIC_STR && advise_is_number(right);
  if (!is_text_first && !(advise_is_number(left) && right.kind == STATIC_STR)) return;
  diag_warning(check->diag, node->node.span, DIAG_HINT, "unsupported operand types for %s: '%s' and '%s'", sign, static_type_name(left),
               static_type_name(right));
  diag_note(check->diag, "convert one of them: str(...) for text, int(...) or float(...) for a %s", node->op == AOP_Add ? "sum" : "number");
}

// ---- hints of `def` that a call or a return surely goes against; None is let pass

static bool advise_contradicts(StaticType given, const AstNode *value, StaticType wanted) {
  return given.kind != STATIC_NONE && wanted.kind != STATIC_SIZED && !static_fits(given, value, wanted);
}

static void advise_hinted_argument(Check *check, const AstFunctionDef *def, const AstArg *param, AstNode *value, const Place *place) {
  const Scope *around = scope_of_node(check->tree, &def->node)->parent;
  if (!param || !param->annotation || static_is_type_param(scope_of_node(check->tree, &def->node), param->name)) return;
  StaticType wanted = static_type_named(check->tree, around, param->annotation);
  StaticType given = static_type_of(check->tree, place->scope, value);
  if (!advise_contradicts(given, value, wanted)) return;
  diag_warning(check->diag, value->span, DIAG_HINT, "argument '%s' of %s() is hinted %s, and this is %s", param->name->text, def->name->text,
               static_type_name(wanted), static_type_name(given));
  diag_note(check->diag, "a hint is not enforced; with 'fn' instead of 'def' it is");
}

void advise_hinted_call(Check *check, const AstFunctionDef *def, const AstCall *call, const Place *place) {
  const AstArguments *args = (const AstArguments *)def->args;
  if (def->is_fn || def->type_params.count) return;
  for (uint32_t i = 0; i < call->args.count && !AST_IS(Starred, call->args.items[i]); i++)
    advise_hinted_argument(check, def, promise_param_at(args, i), call->args.items[i], place);
  for (uint32_t i = 0; i < call->keywords.count; i++) {
    const AstKeyword *keyword = AST_AS(Keyword, call->keywords.items[i]);
    if (keyword->name) advise_hinted_argument(check, def, promise_find(args->args, keyword->name), keyword->value, place);
  }
}

void advise_return(Check *check, const AstReturn *node, const Place *place) {
  const AstNode *owner = place->scope->node;
  if (!node->value || place->scope->kind != SCOPE_FUNCTION || place->scope->is_generator || !AST_IS(FunctionDef, owner)) return;
  const AstFunctionDef *def = (const AstFunctionDef *)owner;
  if (def->is_fn || !def->returns || def->type_params.count) return;
  StaticType wanted = static_type_named(check->tree, place->scope->parent, def->returns);
  StaticType given = static_type_of(check->tree, place->scope, node->value);
  if (!advise_contradicts(given, node->value, wanted)) return;
  diag_warning(check->diag, node->value->span, DIAG_HINT, "%s() is hinted to return %s, and this is %s", def->name->text,
               static_type_name(wanted), static_type_name(given));
  diag_note(check->diag, "the hint is in line %u", def->returns->span.line);
}

void advise_hint(Check *check, const AstAnnAssign *assign, const Place *place) {
  if (!AST_IS(Name, assign->target)) return;
  advise_value(check, assign->annotation, assign->value, "variable", ((const AstName *)assign->target)->id, place);
}
