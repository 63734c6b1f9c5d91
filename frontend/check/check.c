// The walk: every node once, with the scope, function, loop and struct it stands in.
#include "frontend/check/check_int.h"

void check_report(Check *check, DiagCode code, Span span, const char *format, ...) {
  va_list args;
  va_start(args, format);
  diag_error_v(check->diag, span, code, format, args);
  va_end(args);
  check->failed = true;
}

void check_refuse(Check *check, Span span, const char *what, const char *advice) {
  check_report(check, DIAG_REFUSED, span, "%s is not supported", what);
  diag_note(check->diag, "%s", advice);
}

static void check_push(Check *check, AstNode *node, Place place) {
  if (node) vec_push(&check->pending, {node, place});
}

static void check_push_seq(Check *check, AstSeq seq, Place place) {
  for (uint32_t i = seq.count; i-- > 0;) check_push(check, seq.items[i], place);
}

static void check_push_children(Check *check, AstNode *node, Place place) {
  AstFields fields = ast_kind_fields(node->kind);
  for (uint32_t i = 0; i < fields.count; i++) {
    const AstField *field = &fields.items[i];
    if (field->type == AST_FIELD_NODE) check_push(check, *ast_field_at(AstNode *, node, field), place);
    if (field->type == AST_FIELD_LIST) check_push_seq(check, *ast_field_at(AstSeq, node, field), place);
  }
}

static Place check_inside(const Check *check, const AstNode *node, const AstStructDef *structure, bool is_function) {
  return (Place){.scope = scope_of_node(check->tree, node), .structure = structure, .is_in_function = is_function};
}

static void check_push_defaults(Check *check, AstNode *arguments, Place place) {
  check_push_seq(check, AST_AS(Arguments, arguments)->defaults, place);
  check_push_seq(check, AST_AS(Arguments, arguments)->kw_defaults, place);
}

static void check_push_promises(Check *check, AstSeq params, const Place *place) {
  for (uint32_t i = 0; i < params.count; i++) {
    AstNode *annotation = AST_AS(Arg, params.items[i])->annotation;
    if (annotation) check_promised_type(check, annotation, place);
  }
}

static void check_push_annotations(Check *check, AstSeq params, Place place) {
  for (uint32_t i = 0; i < params.count; i++) check_push(check, AST_AS(Arg, params.items[i])->annotation, place);
}

// The annotations of a def are evaluated where it stands.
static void check_annotations(Check *check, const AstFunctionDef *def, Place place) {
  const AstArguments *args = (const AstArguments *)def->args;
  check_push_annotations(check, args->posonly, place);
  check_push_annotations(check, args->args, place);
  check_push_annotations(check, args->kwonly, place);
  if (args->vararg) check_push(check, AST_AS(Arg, args->vararg)->annotation, place);
  if (args->kwarg) check_push(check, AST_AS(Arg, args->kwarg)->annotation, place);
  check_push(check, def->returns, place);
}

static void check_function(Check *check, AstFunctionDef *def, Place place) {
  Place inside = check_inside(check, &def->node, place.structure, true);
  AstArguments *args = AST_AS(Arguments, def->args);
  check_push_seq(check, def->decorators, place);
  check_push_defaults(check, def->args, place);
  check_push_seq(check, def->body, inside);
  if (!def->is_fn) {
    check_annotations(check, def, place);
    return;
  }
  check_push_promises(check, args->posonly, &inside);
  check_push_promises(check, args->args, &inside);
  check_push_promises(check, args->kwonly, &inside);
  if (!check->is_advising) check_defaults(check, def, &inside);
  if (def->returns) check_promised_type(check, def->returns, &inside);
}

static void check_lambda(Check *check, AstLambda *lambda, Place place) {
  check_push_defaults(check, lambda->args, place);
  check_push(check, lambda->body, check_inside(check, &lambda->node, place.structure, true));
}

static void check_class(Check *check, AstClassDef *def, Place place) {
  check_push_seq(check, def->decorators, place);
  check_push_seq(check, def->bases, place);
  check_push_seq(check, def->keywords, place);
  check_push_seq(check, def->body, check_inside(check, &def->node, nullptr, false));
}

// Members of a struct or enum; field types are promises, looked up outside.
static void check_members(Check *check, AstSeq members, Place place, Place inside) {
  for (uint32_t i = 0; i < members.count; i++) {
    if (AST_IS(EnumVariant, members.items[i])) {
      check_push_promises(check, AST_AS(EnumVariant, members.items[i])->fields, &inside);
      continue;
    }
    if (!AST_IS(AnnAssign, members.items[i])) {
      check_push(check, members.items[i], inside);
      continue;
    }
    check_promised_type(check, AST_AS(AnnAssign, members.items[i])->annotation, &place);
    check_push(check, AST_AS(AnnAssign, members.items[i])->value, inside);
  }
}

static void check_struct(Check *check, AstStructDef *def, Place place) {
  check_push_seq(check, def->decorators, place);
  if (!check->is_advising) check_struct_members(check, def, &place);
  check_members(check, def->body, place, check_inside(check, &def->node, def, false));
}

static void check_enum(Check *check, AstEnumDef *def, Place place) {
  check_push_seq(check, def->decorators, place);
  if (!check->is_advising) check_enum_members(check, def);
  check_members(check, def->body, place, check_inside(check, &def->node, nullptr, false));
}

static void check_loop(Check *check, AstNode *node, AstSeq body, AstSeq orelse, Place place) {
  Place inside = place;
  inside.is_in_loop = true;
  inside.is_loop_parallel = AST_IS(For, node) && AST_AS(For, node)->is_parallel;
  if (inside.is_loop_parallel) {
    inside.is_in_parallel = true;
    inside.scope = scope_of_node(check->tree, node);
  }
  check_push_seq(check, body, inside);
  check_push_seq(check, orelse, place);
  if (AST_IS(While, node)) {
    check_push(check, AST_AS(While, node)->test, place);
  } else {
    check_push(check, AST_AS(For, node)->target, inside.is_loop_parallel ? inside : place);
    check_push(check, AST_AS(For, node)->iter, place);
  }
}

// All but the outermost iterable belongs to the comprehension's own scope.
static void check_comprehension(Check *check, AstNode *node, AstSeq generators, Place place) {
  Place inside = place;
  inside.scope = scope_of_node(check->tree, node);
  for (uint32_t i = 0; i < generators.count; i++) {
    AstComprehension *generator = AST_AS(Comprehension, generators.items[i]);
    check_rules(check, &generator->node, &place);
    check_push(check, generator->target, inside);
    check_push(check, generator->iter, i ? inside : place);
    check_push_seq(check, generator->ifs, inside);
  }
  AstFields fields = ast_kind_fields(node->kind);
  for (uint32_t i = 0; i < fields.count; i++)
    if (fields.items[i].type == AST_FIELD_NODE)
      check_push(check, *ast_field_at(AstNode *, node, &fields.items[i]), inside);
}

static void check_ann_assign(Check *check, AstAnnAssign *assign, Place place) {
  check_push(check, assign->target, place);
  check_push(check, assign->value, place);
  if (!scope_is_function(place.scope)) check_push(check, assign->annotation, place);
}

static bool check_push_definition(Check *check, AstNode *node, Place place) {
  switch (node->kind) {
    case AST_FunctionDef: check_function(check, AST_AS(FunctionDef, node), place); return true;
    case AST_Lambda: check_lambda(check, AST_AS(Lambda, node), place); return true;
    case AST_ClassDef: check_class(check, AST_AS(ClassDef, node), place); return true;
    case AST_StructDef: check_struct(check, AST_AS(StructDef, node), place); return true;
    case AST_EnumDef: check_enum(check, AST_AS(EnumDef, node), place); return true;
    case AST_AnnAssign: check_ann_assign(check, AST_AS(AnnAssign, node), place); return true;
    case AST_TypeAlias:
    case AST_ExternDef: return true;
    default: return false;
  }
}

static void check_push_guarded(Check *check, AstNode *node, Place place) {
  place.is_guarded = place.is_guarded || advise_is_guard(node);
  check_push_children(check, node, place);
}

// What a handler catches is looked up in earnest; its body may be there for what is missing.
static void check_push_try(Check *check, AstTry *stmt, Place place) {
  Place guarded = place;
  guarded.is_guarded = place.is_guarded || advise_is_guard(&stmt->node);
  check_push_seq(check, stmt->finalbody, place);
  check_push_seq(check, stmt->orelse, guarded);
  for (uint32_t i = 0; i < stmt->handlers.count; i++) {
    AstExceptHandler *handler = AST_AS(ExceptHandler, stmt->handlers.items[i]);
    check_push(check, handler->type, place);
    check_push_seq(check, handler->body, guarded);
  }
  check_push_seq(check, stmt->body, guarded);
}

static void check_push_inner(Check *check, AstNode *node, Place place) {
  if (check_push_definition(check, node, place)) return;
  switch (node->kind) {
    case AST_For: check_loop(check, node, AST_AS(For, node)->body, AST_AS(For, node)->orelse, place); break;
    case AST_While: check_loop(check, node, AST_AS(While, node)->body, AST_AS(While, node)->orelse, place); break;
    case AST_ListComp: check_comprehension(check, node, AST_AS(ListComp, node)->generators, place); break;
    case AST_SetComp: check_comprehension(check, node, AST_AS(SetComp, node)->generators, place); break;
    case AST_DictComp: check_comprehension(check, node, AST_AS(DictComp, node)->generators, place); break;
    case AST_GeneratorExp: check_comprehension(check, node, AST_AS(GeneratorExp, node)->generators, place); break;
    case AST_Try: check_push_try(check, AST_AS(Try, node), place); break;
    case AST_With:
    case AST_If:
    case AST_IfExp:
    case AST_BoolOp: check_push_guarded(check, node, place); break;
    default: check_push_children(check, node, place);
  }
}

static void check_walk(Check *check) {
  check_push_seq(check, check->module->body, (Place){.scope = check->tree->module});
  while (check->pending.count) {
    CheckItem item = vec_take_last(&check->pending);
    if (check->is_advising) advise_rules(check, item.node, &item.place);
    else check_rules(check, item.node, &item.place);
    check_push_inner(check, item.node, item.place);
  }
}

bool check_module(const ScopeTree *tree, AstModule *module, bool is_library, const CheckWorld *world, DiagSink *diag) {
  Check check = {.tree = tree, .module = module, .diag = diag, .is_library = is_library, .has_sized = static_has_sized(tree), .world = world};
  check_walk(&check);
  check_leading_imports(&check);
  if (world && world->advises) {
    advise_begin(&check);
    check_walk(&check);
  }
  vec_fini(&check.pending);
  vec_fini(&check.known);
  vec_fini(&check.targets);
  vec_fini(&check.aliases);
  return !check.failed;
}
