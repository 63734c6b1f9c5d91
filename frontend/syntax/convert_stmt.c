// Statements and blocks.
#include "frontend/syntax/convert.h"

static AstNode *at_field(Convert *c, Kids kids, Field field) {
  return convert_expr(c, convert_find(kids, field)->node);
}

static Span join_body(Span span, AstSeq body) {
  return body.count ? span_join(span, body.items[body.count - 1]->span) : span;
}

AstSeq convert_block(Convert *c, TSNode block) {
  Kids kids = convert_kids(c, block);
  uint32_t from = convert_begin(c);
  for (uint32_t i = 0; i < kids.count; i++)
    if (kids.items[i].named) convert_push(c, convert_statement(c, kids.items[i].node, kids.items[i].symbol));
  return convert_end(c, from);
}

static AstSeq block_at(Convert *c, Kids kids, Field field) {
  const Kid *kid = convert_find(kids, field);
  return kid ? convert_block(c, kid->node) : (AstSeq){0};
}

// ---- simple statements

static AstNode *convert_expression_statement(Convert *c, Kids kids, Span span) {
  AstExpr *statement = AST_NEW(c->arena, Expr, span);
  statement->value = convert_expr(c, kids.items[0].node);
  return &statement->node;
}

// A block ends at the next line's start in the syntax tree; the statement ends with the block's last part.
static Span join_match(Span span, AstNode *value) {
  return value && AST_IS(MatchExpr, value) ? span_join(span, value->span) : span;
}

static AstNode *convert_assignment(Convert *c, Kids kids, Span span) {
  AstAssign *assign = AST_NEW(c->arena, Assign, span);
  uint32_t from = convert_begin(c);
  for (uint32_t i = 0; i < kids.count; i++) {
    if (kids.items[i].field != FIELD_target) continue;
    AstNode *target = convert_star_expr(c, kids.items[i].node);
    convert_check_target(c, target, TARGET_ASSIGN);
    convert_push(c, target);
  }
  assign->targets = convert_end(c, from);
  assign->value = at_field(c, kids, FIELD_value);
  assign->node.span = join_match(span, assign->value);
  return &assign->node;
}

static AstNode *convert_augmented(Convert *c, Kids kids, Span span) {
  AstAugAssign *assign = AST_NEW(c->arena, AugAssign, span);
  assign->target = convert_star_expr(c, convert_find(kids, FIELD_target)->node);
  convert_check_augmented(c, assign->target);
  assign->op = convert_operator(convert_find(kids, FIELD_operator)->symbol);
  assign->value = at_field(c, kids, FIELD_value);
  return &assign->node;
}

static AstNode *convert_annotated(Convert *c, Kids kids, Span span) {
  AstAnnAssign *assign = AST_NEW(c->arena, AnnAssign, span);
  const Kid *target = convert_find(kids, FIELD_target);
  assign->is_pub = convert_has(kids, FIELD_pub);
  assign->is_simple = target->symbol == SYM_identifier;
  assign->target = convert_star_expr(c, target->node);
  convert_check_annotated(c, assign->target);
  assign->annotation = at_field(c, kids, FIELD_type);
  assign->value = convert_optional(c, convert_find(kids, FIELD_value));
  assign->node.span = join_match(span, assign->value);
  return &assign->node;
}

static AstNode *convert_let(Convert *c, Kids kids, Span span) {
  AstLet *let = AST_NEW(c->arena, Let, span);
  let->is_pub = convert_has(kids, FIELD_pub);
  let->target = convert_star_expr(c, convert_find(kids, FIELD_target)->node);
  let->annotation = convert_optional(c, convert_find(kids, FIELD_type));
  let->value = convert_optional(c, convert_find(kids, FIELD_value));
  let->node.span = join_match(span, let->value);
  if (let->annotation) convert_check_annotated(c, let->target);
  else convert_check_target(c, let->target, TARGET_ASSIGN);
  return &let->node;
}

static AstNode *convert_return(Convert *c, Kids kids, Span span) {
  AstReturn *statement = AST_NEW(c->arena, Return, span);
  statement->value = convert_optional(c, convert_find(kids, FIELD_value));
  statement->node.span = join_match(span, statement->value);
  return &statement->node;
}

// `del a, b` has two targets, `del (a, b)` one.
static AstNode *convert_delete(Convert *c, Kids kids, Span span) {
  AstDelete *statement = AST_NEW(c->arena, Delete, span);
  AstNode *target = convert_star_expr(c, convert_find(kids, FIELD_target)->node);
  convert_check_target(c, target, TARGET_DELETE);
  bool several = AST_IS(Tuple, target) && !AST_AS(Tuple, target)->is_parenthesized;
  statement->targets = several ? AST_AS(Tuple, target)->elements : ast_copy_seq(c->arena, &target, 1);
  return &statement->node;
}

static AstNode *convert_raise(Convert *c, Kids kids, Span span) {
  AstRaise *statement = AST_NEW(c->arena, Raise, span);
  statement->exception = convert_optional(c, convert_find(kids, FIELD_exception));
  statement->cause = convert_optional(c, convert_find(kids, FIELD_cause));
  return &statement->node;
}

static AstNode *convert_assert(Convert *c, Kids kids, Span span) {
  AstAssert *statement = AST_NEW(c->arena, Assert, span);
  statement->test = at_field(c, kids, FIELD_test);
  statement->message = convert_optional(c, convert_find(kids, FIELD_message));
  return &statement->node;
}

static AstAtoms convert_names(Convert *c, Kids kids) {
  AstAtoms names = {.items = arena_new_array(c->arena, const Atom *, kids.count)};
  for (uint32_t i = 0; i < kids.count; i++)
    if (kids.items[i].named) names.items[names.count++] = convert_name(c, kids.items[i].node);
  return names;
}

static AstNode *convert_global(Convert *c, Kids kids, Span span) {
  AstGlobal *statement = AST_NEW(c->arena, Global, span);
  statement->names = convert_names(c, kids);
  return &statement->node;
}

static AstNode *convert_nonlocal(Convert *c, Kids kids, Span span) {
  AstNonlocal *statement = AST_NEW(c->arena, Nonlocal, span);
  statement->names = convert_names(c, kids);
  return &statement->node;
}

static AstNode *convert_type_alias(Convert *c, Kids kids, Span span) {
  AstTypeAlias *alias = AST_NEW(c->arena, TypeAlias, span);
  alias->is_pub = convert_has(kids, FIELD_pub);
  alias->name = at_field(c, kids, FIELD_name);
  alias->type_params = convert_type_parameters(c, convert_find(kids, FIELD_type_parameters));
  alias->value = at_field(c, kids, FIELD_value);
  return &alias->node;
}

// ---- compound statements

static AstNode *make_if(Convert *c, Kids kids, AstSeq orelse, Span span) {
  AstIf *statement = AST_NEW(c->arena, If, span);
  statement->test = at_field(c, kids, FIELD_test);
  statement->body = block_at(c, kids, FIELD_body);
  statement->orelse = orelse;
  return &statement->node;
}

// The clauses are joined from the last to the first, so that their number is not limited by the stack; each is
// converted in the order of the text, so that mistakes are found in that order.
static AstNode *convert_if(Convert *c, Kids kids, Span span) {
  AstNode *first = make_if(c, kids, (AstSeq){0}, span);
  uint32_t from = convert_begin(c);
  convert_push(c, first);
  for (uint32_t i = 0; i < kids.count; i++)
    if (kids.items[i].symbol == SYM_elif_clause)
      convert_push(c, make_if(c, convert_kids(c, kids.items[i].node), (AstSeq){0}, convert_span(kids.items[i].node)));
  AstSeq orelse = block_at(c, kids, FIELD_orelse);
  for (uint32_t i = c->nodes.count; i-- > from;) {
    AstIf *clause = AST_AS(If, c->nodes.items[i]);
    clause->orelse = orelse;
    clause->node.span = join_body(clause->node.span, orelse.count ? orelse : clause->body);
    orelse = ast_copy_seq(c->arena, &c->nodes.items[i], 1);
  }
  c->nodes.count = from;
  return first;
}

static AstNode *convert_while(Convert *c, Kids kids, Span span) {
  AstWhile *loop = AST_NEW(c->arena, While, span);
  loop->test = at_field(c, kids, FIELD_test);
  loop->body = block_at(c, kids, FIELD_body);
  loop->orelse = block_at(c, kids, FIELD_orelse);
  loop->node.span = join_body(span, loop->orelse.count ? loop->orelse : loop->body);
  return &loop->node;
}

static AstNode *convert_for(Convert *c, Kids kids, Span span) {
  AstFor *loop = AST_NEW(c->arena, For, span);
  const Kid *modifier = convert_find(kids, FIELD_modifier);
  loop->is_async = modifier && modifier->symbol == SYM_T_async;
  loop->is_parallel = modifier && modifier->symbol == SYM_W_parallel;
  loop->target = convert_star_expr(c, convert_find(kids, FIELD_target)->node);
  convert_check_target(c, loop->target, TARGET_FOR);
  loop->iter = at_field(c, kids, FIELD_iter);
  loop->body = block_at(c, kids, FIELD_body);
  loop->orelse = block_at(c, kids, FIELD_orelse);
  loop->node.span = join_body(span, loop->orelse.count ? loop->orelse : loop->body);
  return &loop->node;
}

static AstNode *convert_handler(Convert *c, Kids kids, Span span, bool last) {
  AstExceptHandler *handler = AST_NEW(c->arena, ExceptHandler, span);
  const Kid *name = convert_find(kids, FIELD_name);
  handler->type = convert_optional(c, convert_find(kids, FIELD_type));
  handler->name = name ? convert_name(c, name->node) : nullptr;
  if (!handler->type && convert_has(kids, FIELD_star))
    convert_fail(c, span, DIAG_SYNTAX, "expected one or more exception types");
  else if (!handler->type && !last) convert_fail(c, span, DIAG_SYNTAX, "default 'except:' must be last");
  handler->body = block_at(c, kids, FIELD_body);
  handler->node.span = join_body(span, handler->body);
  return &handler->node;
}

static AstSeq convert_handlers(Convert *c, Kids kids, bool *star) {
  uint32_t from = convert_begin(c);
  bool plain = false;
  for (uint32_t i = 0; i < kids.count; i++) {
    if (kids.items[i].symbol != SYM_except_clause) continue;
    bool last = i + 1 == kids.count || kids.items[i + 1].symbol != SYM_except_clause;
    Kids parts = convert_kids(c, kids.items[i].node);
    if (convert_has(parts, FIELD_star)) *star = true;
    else plain = true;
    if (*star && plain)
      convert_fail(c, convert_span(kids.items[i].node), DIAG_SYNTAX,
                   "cannot have both 'except' and 'except*' on the same 'try'");
    convert_push(c, convert_handler(c, parts, convert_span(kids.items[i].node), last));
  }
  return convert_end(c, from);
}

static AstNode *convert_try(Convert *c, Kids kids, Span span) {
  AstTry *statement = AST_NEW(c->arena, Try, span);
  statement->body = block_at(c, kids, FIELD_body);
  statement->handlers = convert_handlers(c, kids, &statement->is_star);
  statement->orelse = block_at(c, kids, FIELD_orelse);
  statement->finalbody = block_at(c, kids, FIELD_finally);
  AstSeq last = statement->finalbody.count ? statement->finalbody
                : statement->orelse.count  ? statement->orelse
                                           : statement->handlers;
  statement->node.span = join_body(span, last);
  return &statement->node;
}

// ---- with

static void push_with_item(Convert *c, const Kid *kid) {
  AstWithItem *item = AST_NEW(c->arena, WithItem, convert_span(kid->node));
  if (kid->symbol == SYM_as_item) {
    Kids parts = convert_kids(c, kid->node);
    item->context = at_field(c, parts, FIELD_value);
    item->target = convert_star_expr(c, convert_find(parts, FIELD_target)->node);
    convert_check_target(c, item->target, TARGET_WITH);
  } else {
    item->context = convert_expr(c, kid->node);
  }
  convert_push(c, &item->node);
}

// `with (a as b, c):` is read as a tuple, `with (a as b):` as an expression in parentheses.
static Kids parenthesized_items(Convert *c, Kids kids) {
  const Kid *only = nullptr;
  for (uint32_t i = 0; i < kids.count; i++) {
    if (kids.items[i].field != FIELD_item) continue;
    if (only) return kids;
    only = &kids.items[i];
  }
  if (only->symbol != SYM_tuple && only->symbol != SYM_parenthesized) return kids;
  Kids inner = convert_kids(c, only->node);
  if (inner.count <= 2) return kids;
  if (only->symbol == SYM_parenthesized && inner.items[1].symbol != SYM_as_item) return kids;
  for (uint32_t i = 0; i < inner.count; i++) {
    if (inner.items[i].symbol == SYM_starred || inner.items[i].symbol == SYM_named_expression) return kids;
    if (inner.items[i].named) inner.items[i].field = FIELD_item;
  }
  return inner;
}

static AstNode *convert_with(Convert *c, Kids kids, Span span) {
  AstWith *statement = AST_NEW(c->arena, With, span);
  statement->is_async = convert_has(kids, FIELD_modifier);
  Kids items = parenthesized_items(c, kids);
  uint32_t from = convert_begin(c);
  for (uint32_t i = 0; i < items.count; i++)
    if (items.items[i].field == FIELD_item) push_with_item(c, &items.items[i]);
  statement->items = convert_end(c, from);
  statement->body = block_at(c, kids, FIELD_body);
  statement->node.span = join_body(span, statement->body);
  return &statement->node;
}

// ---- all of them

AstNode *convert_statement(Convert *c, TSNode node, Symbol symbol) {
  Span span = convert_span(node);
  switch (symbol) {
    case SYM_pass_statement: return &AST_NEW(c->arena, Pass, span)->node;
    case SYM_break_statement: return &AST_NEW(c->arena, Break, span)->node;
    case SYM_continue_statement: return &AST_NEW(c->arena, Continue, span)->node;
    case SYM_match_statement: return convert_match(c, node, symbol);
    case SYM_import_statement:
    case SYM_import_from_statement:
    case SYM_use_statement: return convert_import(c, node, symbol);
    default: break;
  }
  Kids kids = convert_kids(c, node);
  switch (symbol) {
    case SYM_expression_statement: return convert_expression_statement(c, kids, span);
    case SYM_assignment: return convert_assignment(c, kids, span);
    case SYM_augmented_assignment: return convert_augmented(c, kids, span);
    case SYM_annotated_assignment: return convert_annotated(c, kids, span);
    case SYM_let_statement: return convert_let(c, kids, span);
    case SYM_return_statement: return convert_return(c, kids, span);
    case SYM_delete_statement: return convert_delete(c, kids, span);
    case SYM_raise_statement: return convert_raise(c, kids, span);
    case SYM_assert_statement: return convert_assert(c, kids, span);
    case SYM_global_statement: return convert_global(c, kids, span);
    case SYM_nonlocal_statement: return convert_nonlocal(c, kids, span);
    case SYM_type_statement: return convert_type_alias(c, kids, span);
    case SYM_if_statement: return convert_if(c, kids, span);
    case SYM_while_statement: return convert_while(c, kids, span);
    case SYM_for_statement: return convert_for(c, kids, span);
    case SYM_try_statement: return convert_try(c, kids, span);
    case SYM_with_statement: return convert_with(c, kids, span);
    default: return convert_definition(c, node, symbol, (AstSeq){0});
  }
}
