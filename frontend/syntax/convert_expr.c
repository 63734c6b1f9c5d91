// Expressions.
#include "frontend/syntax/convert.h"

#include <string.h>

AstNode *convert_optional(Convert *c, const Kid *kid) { return kid ? convert_expr(c, kid->node) : nullptr; }

static AstNode *at_field(Convert *c, Kids kids, Field field) {
  return convert_expr(c, convert_find(kids, field)->node);
}

// ---- operators

AstOp convert_operator(Symbol symbol) {
  switch (symbol) {
    case SYM_T_PLUS: case SYM_T_PLUS_EQ: return AOP_Add;
    case SYM_T_DASH: case SYM_T_DASH_EQ: return AOP_Sub;
    case SYM_T_STAR: case SYM_T_STAR_EQ: return AOP_Mult;
    case SYM_T_AT: case SYM_T_AT_EQ: return AOP_MatMult;
    case SYM_T_SLASH: case SYM_T_SLASH_EQ: return AOP_Div;
    case SYM_T_SLASH_SLASH: case SYM_T_SLASH_SLASH_EQ: return AOP_FloorDiv;
    case SYM_T_PERCENT: case SYM_T_PERCENT_EQ: return AOP_Mod;
    case SYM_T_STAR_STAR: case SYM_T_STAR_STAR_EQ: return AOP_Pow;
    case SYM_T_LT_LT: case SYM_T_LT_LT_EQ: return AOP_LShift;
    case SYM_T_GT_GT: case SYM_T_GT_GT_EQ: return AOP_RShift;
    case SYM_T_PIPE: case SYM_T_PIPE_EQ: return AOP_BitOr;
    case SYM_T_CARET: case SYM_T_CARET_EQ: return AOP_BitXor;
    case SYM_T_AMP: case SYM_T_AMP_EQ: return AOP_BitAnd;
    case SYM_T_EQ_EQ: return AOP_Eq;
    case SYM_T_BANG_EQ: return AOP_NotEq;
    case SYM_T_LT: return AOP_Lt;
    case SYM_T_LT_EQ: return AOP_LtE;
    case SYM_T_GT: return AOP_Gt;
    case SYM_T_GT_EQ: return AOP_GtE;
    case SYM_T_is: return AOP_Is;
    case SYM_T_in: return AOP_In;
    default: return AOP_COUNT;
  }
}

static AstNode *make_unary(Convert *c, AstOp op, AstNode *operand, Span span) {
  AstUnaryOp *unary = AST_NEW(c->arena, UnaryOp, span);
  unary->op = op;
  unary->operand = operand;
  return &unary->node;
}

static AstNode *convert_unary(Convert *c, Kids kids, Span span) {
  Symbol symbol = convert_find(kids, FIELD_operator)->symbol;
  AstOp op = symbol == SYM_T_DASH ? AOP_USub : symbol == SYM_T_PLUS ? AOP_UAdd : symbol == SYM_T_TILDE ? AOP_Invert
                                                                                                      : AOP_Not;
  return make_unary(c, op, at_field(c, kids, FIELD_operand), span);
}

static AstNode *fold_binary(Convert *c, AstNode *left, Kids kids, Span span) {
  AstBinOp *binary = AST_NEW(c->arena, BinOp, span);
  binary->left = left;
  binary->op = convert_operator(convert_find(kids, FIELD_operator)->symbol);
  binary->right = at_field(c, kids, FIELD_right);
  return &binary->node;
}

// The comparison operator at kids[*at], one token or two; *at moves behind it.
static AstOp take_comparison(Kids kids, uint32_t *at) {
  Symbol first = kids.items[(*at)++].symbol;
  bool two = !kids.items[*at].named;
  if (two) ++*at;
  if (first == SYM_T_not) return AOP_NotIn;
  return first == SYM_T_is && two ? AOP_IsNot : convert_operator(first);
}

static AstNode *fold_comparison(Convert *c, AstNode *left, Kids kids, Span span) {
  AstCompare *compare = AST_NEW(c->arena, Compare, span);
  uint32_t from = convert_begin(c);
  compare->left = left;
  compare->ops.items = arena_new_array(c->arena, AstOp, kids.count / 2);
  for (uint32_t at = 1; at < kids.count;) {
    compare->ops.items[compare->ops.count++] = take_comparison(kids, &at);
    convert_push(c, convert_expr(c, kids.items[at++].node));
  }
  compare->comparators = convert_end(c, from);
  return &compare->node;
}

// ---- chains: nodes whose first child may be a node of the same kind, and so on for long

static bool is_chain(Symbol symbol) {
  switch (symbol) {
    case SYM_binary:
    case SYM_boolean:
    case SYM_comparison:
    case SYM_range:
    case SYM_attribute:
    case SYM_call:
    case SYM_subscript:
    case SYM_propagate:
    case SYM_generic:
    case SYM_brace_pattern: return true;
    default: return false;
  }
}

// `Option.None` is a name of Otter.
static const Atom *convert_attribute_name(Convert *c, TSNode node) {
  size_t length;
  const char *text = convert_text(c, node, &length);
  return length == 4 && memcmp(text, "None", 4) == 0 ? intern_put_text(c->intern, "None") : convert_name(c, node);
}

static AstNode *fold_attribute(Convert *c, AstNode *value, Kids kids, Span span) {
  AstAttribute *attribute = AST_NEW(c->arena, Attribute, span);
  attribute->value = value;
  attribute->attr = convert_attribute_name(c, convert_find(kids, FIELD_name)->node);
  return &attribute->node;
}

static AstNode *fold_call(Convert *c, AstNode *function, Kids kids, Span span) {
  AstCall *call = AST_NEW(c->arena, Call, span);
  call->func = function;
  convert_arguments(c, convert_find(kids, FIELD_arguments)->node, &call->args, &call->keywords);
  return &call->node;
}

static AstNode *make_subscript(Convert *c, AstNode *value, AstNode *index, Span span) {
  AstSubscript *subscript = AST_NEW(c->arena, Subscript, span);
  subscript->value = value;
  subscript->index = index;
  return &subscript->node;
}

static AstNode *make_tuple(Convert *c, AstSeq elements, bool parenthesized, Span span) {
  AstTuple *tuple = AST_NEW(c->arena, Tuple, span);
  tuple->elements = elements;
  tuple->is_parenthesized = parenthesized;
  return &tuple->node;
}

// `a[*b]` is `a[(*b,)]`.
static AstNode *fold_subscript(Convert *c, AstNode *value, Kids kids, Span span) {
  const Kid *kid = convert_find(kids, FIELD_index);
  AstNode *index = convert_star_expr(c, kid->node);
  if (AST_IS(Starred, index)) index = make_tuple(c, ast_copy_seq(c->arena, &index, 1), false, index->span);
  return make_subscript(c, value, index, span);
}

// `list<int>` is `list[int]`.
static AstNode *fold_generic(Convert *c, AstNode *value, Kids kids, Span span) {
  uint32_t from = convert_begin(c);
  for (uint32_t i = 1; i < kids.count; i++)
    if (kids.items[i].named) convert_push(c, convert_expr(c, kids.items[i].node));
  AstSeq args = convert_end(c, from);
  AstNode *index = args.items[0];
  if (args.count > 1) index = make_tuple(c, args, false, span_join(index->span, args.items[args.count - 1]->span));
  return make_subscript(c, value, index, span);
}

// `[a, b]..rest`: the list with what rest holds behind it.
static AstNode *fold_spread(Convert *c, AstList *start, AstNode *rest, Span span) {
  AstStarred *starred = AST_NEW(c->arena, Starred, rest->span);
  starred->value = rest;
  AstList *list = AST_NEW(c->arena, List, span);
  list->elements = ast_new_seq(c->arena, start->elements.count + 1);
  for (uint32_t i = 0; i < start->elements.count; i++) list->elements.items[i] = start->elements.items[i];
  list->elements.items[start->elements.count] = &starred->node;
  return &list->node;
}

static AstNode *fold_range(Convert *c, AstNode *start, Kids kids, Span span) {
  if (AST_IS(List, start)) return fold_spread(c, AST_AS(List, start), at_field(c, kids, FIELD_stop), span);
  AstRange *range = AST_NEW(c->arena, Range, span);
  range->start = start;
  range->stop = at_field(c, kids, FIELD_stop);
  return &range->node;
}

static AstNode *fold_propagate(Convert *c, AstNode *value, Span span) {
  AstPropagate *propagate = AST_NEW(c->arena, Propagate, span);
  propagate->value = value;
  return &propagate->node;
}

static AstNode *fold_link(Convert *c, AstNode *left, ChainLink link) {
  Span span = convert_span(link.node);
  switch (link.symbol) {
    case SYM_binary: return fold_binary(c, left, link.kids, span);
    case SYM_comparison: return fold_comparison(c, left, link.kids, span);
    case SYM_range: return fold_range(c, left, link.kids, span);
    case SYM_attribute: return fold_attribute(c, left, link.kids, span);
    case SYM_call: return fold_call(c, left, link.kids, span);
    case SYM_subscript: return fold_subscript(c, left, link.kids, span);
    case SYM_generic: return fold_generic(c, left, link.kids, span);
    case SYM_propagate: return fold_propagate(c, left, span);
    default:
      convert_fail(c, span, DIAG_SYNTAX, "a pattern in braces can only stand after 'case'");
      diag_note(c->diag, "to construct a value, write the fields in parentheses: Point(x=1, y=2)");
      return left;
  }
}

static Symbol boolean_operator(ChainLink link) { return convert_find(link.kids, FIELD_operator)->symbol; }

// `a or b or c` is one BoolOp. Takes the links from `*next` outwards that have the same operator.
static AstNode *fold_boolean(Convert *c, AstNode *left, uint32_t base, uint32_t *next) {
  Symbol operator = boolean_operator(c->chain.items[*next]);
  uint32_t from = convert_begin(c), last;
  convert_push(c, left);
  do {
    last = (*next)--;
    convert_push(c, convert_expr(c, convert_find(c->chain.items[last].kids, FIELD_right)->node));
  } while (*next + 1 > base && c->chain.items[*next].symbol == SYM_boolean &&
           boolean_operator(c->chain.items[*next]) == operator);
  AstBoolOp *boolean = AST_NEW(c->arena, BoolOp, convert_span(c->chain.items[last].node));
  boolean->op = operator == SYM_T_or ? AOP_Or : AOP_And;
  boolean->values = convert_end(c, from);
  return &boolean->node;
}

static AstNode *convert_chain(Convert *c, TSNode node, Symbol symbol) {
  uint32_t base = c->chain.count;
  while (is_chain(symbol)) {
    Kids kids = convert_kids(c, node);
    vec_push(&c->chain, (ChainLink){node, symbol, kids});
    node = kids.items[0].node;
    symbol = kids.items[0].symbol;
  }
  AstNode *result = convert_expr(c, node);
  for (uint32_t next = c->chain.count - 1; next + 1 > base;) {
    if (c->chain.items[next].symbol == SYM_boolean) result = fold_boolean(c, result, base, &next);
    else result = fold_link(c, result, c->chain.items[next--]);
  }
  c->chain.count = base;
  return result;
}

// ---- displays

static AstSeq convert_elements(Convert *c, Kids kids) {
  uint32_t from = convert_begin(c);
  for (uint32_t i = 0; i < kids.count; i++)
    if (kids.items[i].named) convert_push(c, convert_star_expr(c, kids.items[i].node));
  return convert_end(c, from);
}

static AstNode *convert_list(Convert *c, Kids kids, Span span) {
  AstList *list = AST_NEW(c->arena, List, span);
  list->elements = convert_elements(c, kids);
  return &list->node;
}

static AstNode *convert_set(Convert *c, Kids kids, Span span) {
  AstSet *set = AST_NEW(c->arena, Set, span);
  set->elements = convert_elements(c, kids);
  return &set->node;
}

static AstNode *convert_dictionary(Convert *c, Kids kids, Span span) {
  AstDict *dict = AST_NEW(c->arena, Dict, span);
  uint32_t from = convert_begin(c);
  for (uint32_t i = 0; i < kids.count; i++) {
    if (!kids.items[i].named) continue;
    Kids parts = convert_kids(c, kids.items[i].node);
    bool unpacked = kids.items[i].symbol == SYM_double_starred;
    convert_push(c, unpacked ? nullptr : at_field(c, parts, FIELD_key));
    convert_push(c, unpacked ? convert_expr(c, parts.items[1].node) : at_field(c, parts, FIELD_value));
  }
  AstSeq both = convert_end(c, from);
  dict->keys = ast_new_seq(c->arena, both.count / 2);
  dict->values = ast_new_seq(c->arena, both.count / 2);
  for (uint32_t i = 0; i < both.count; i++) (i % 2 ? dict->values : dict->keys).items[i / 2] = both.items[i];
  return &dict->node;
}

static AstNode *convert_parenthesized(Convert *c, Kids kids) {
  const Kid *inner = &kids.items[1];
  if (inner->symbol != SYM_starred) return convert_expr(c, inner->node);
  convert_fail(c, convert_span(inner->node), DIAG_SYNTAX, "cannot use starred expression here");
  diag_note(c->diag, "a tuple of one needs a comma: (*x,)");
  return convert_placeholder(c, convert_span(inner->node));
}

// ---- the other kinds

static AstNode *convert_conditional(Convert *c, Kids kids, Span span) {
  AstIfExp *conditional = AST_NEW(c->arena, IfExp, span);
  conditional->body = at_field(c, kids, FIELD_body);
  conditional->test = at_field(c, kids, FIELD_test);
  conditional->orelse = at_field(c, kids, FIELD_orelse);
  return &conditional->node;
}

static AstNode *convert_lambda(Convert *c, Kids kids, Span span) {
  AstLambda *lambda = AST_NEW(c->arena, Lambda, span);
  lambda->args = convert_parameters(c, convert_find(kids, FIELD_parameters), span);
  lambda->body = at_field(c, kids, FIELD_body);
  return &lambda->node;
}

static AstNode *convert_named(Convert *c, Kids kids, Span span) {
  AstNamedExpr *named = AST_NEW(c->arena, NamedExpr, span);
  named->target = convert_expr(c, convert_find(kids, FIELD_name)->node);
  named->value = at_field(c, kids, FIELD_value);
  return &named->node;
}

static AstNode *convert_yield(Convert *c, Kids kids, Span span) {
  const Kid *value = convert_find(kids, FIELD_value);
  if (convert_has(kids, FIELD_from)) {
    AstYieldFrom *yield = AST_NEW(c->arena, YieldFrom, span);
    yield->value = convert_expr(c, value->node);
    return &yield->node;
  }
  AstYield *yield = AST_NEW(c->arena, Yield, span);
  yield->value = convert_optional(c, value);
  return &yield->node;
}

static AstNode *convert_slice(Convert *c, Kids kids, Span span) {
  AstSlice *slice = AST_NEW(c->arena, Slice, span);
  slice->lower = convert_optional(c, convert_find(kids, FIELD_lower));
  slice->upper = convert_optional(c, convert_find(kids, FIELD_upper));
  slice->step = convert_optional(c, convert_find(kids, FIELD_step));
  return &slice->node;
}

static AstNode *convert_await(Convert *c, Kids kids, Span span) {
  AstAwait *await = AST_NEW(c->arena, Await, span);
  await->value = at_field(c, kids, FIELD_value);
  return &await->node;
}

static AstNode *convert_spawn(Convert *c, Kids kids, Span span) {
  AstSpawn *spawn = AST_NEW(c->arena, Spawn, span);
  spawn->value = at_field(c, kids, FIELD_value);
  return &spawn->node;
}

static AstNode *convert_starred(Convert *c, Kids kids, Span span) {
  AstStarred *starred = AST_NEW(c->arena, Starred, span);
  starred->value = convert_expr(c, kids.items[1].node);
  return &starred->node;
}

static AstNode *convert_name_expr(Convert *c, TSNode node, Span span) {
  AstName *name = AST_NEW(c->arena, Name, span);
  name->id = convert_name(c, node);
  return &name->node;
}

static AstNode *refuse_as(Convert *c, Kids kids, Span span) {
  convert_fail(c, span, DIAG_SYNTAX, "'as' can give a name only in 'with', 'except', 'import' and patterns");
  diag_note(c->diag, "in an expression a name is given with ':=': (name := value)");
  return convert_placeholder(c, span);
}

static AstNode *convert_atom(Convert *c, TSNode node, Symbol symbol) {
  Span span = convert_span(node);
  switch (symbol) {
    case SYM_identifier: return convert_name_expr(c, node, span);
    case SYM_integer: return convert_integer(c, node);
    case SYM_float: return convert_float(c, node);
    case SYM_string:
    case SYM_fstring:
    case SYM_concatenation: return convert_string(c, node);
    case SYM_none: return convert_constant(c, (AstConst){.kind = CONST_NONE}, span);
    case SYM_true: return convert_constant(c, (AstConst){.kind = CONST_TRUE}, span);
    case SYM_false: return convert_constant(c, (AstConst){.kind = CONST_FALSE}, span);
    case SYM_ellipsis: return convert_constant(c, (AstConst){.kind = CONST_ELLIPSIS}, span);
    case SYM_list_comprehension:
    case SYM_set_comprehension:
    case SYM_dictionary_comprehension:
    case SYM_generator: return convert_comprehension(c, node, symbol);
    case SYM_match_expression: return convert_match(c, node, symbol);
    default: break;
  }
  Kids kids = convert_kids(c, node);
  switch (symbol) {
    case SYM_parenthesized: return convert_parenthesized(c, kids);
    case SYM_tuple: return make_tuple(c, convert_elements(c, kids), true, span);
    case SYM_open_tuple: return make_tuple(c, convert_elements(c, kids), false, span);
    case SYM_list: return convert_list(c, kids, span);
    case SYM_set: return convert_set(c, kids, span);
    case SYM_dictionary: return convert_dictionary(c, kids, span);
    case SYM_conditional: return convert_conditional(c, kids, span);
    case SYM_lambda: return convert_lambda(c, kids, span);
    case SYM_not: return make_unary(c, AOP_Not, at_field(c, kids, FIELD_operand), span);
    case SYM_unary: return convert_unary(c, kids, span);
    case SYM_named_expression: return convert_named(c, kids, span);
    case SYM_yield: return convert_yield(c, kids, span);
    case SYM_slice: return convert_slice(c, kids, span);
    case SYM_await: return convert_await(c, kids, span);
    case SYM_spawn: return convert_spawn(c, kids, span);
    case SYM_starred: return convert_starred(c, kids, span);
    case SYM_as_item: return refuse_as(c, kids, span);
    default: return convert_placeholder(c, span);
  }
}

AstNode *convert_star_expr(Convert *c, TSNode node) {
  Symbol symbol = (Symbol)ts_node_symbol(node);
  AstNode *result = nullptr;
  if (convert_enter(c, node))
    result = is_chain(symbol) ? convert_chain(c, node, symbol) : convert_atom(c, node, symbol);
  convert_leave(c);
  return result ? result : convert_placeholder(c, convert_span(node));
}

AstNode *convert_expr(Convert *c, TSNode node) {
  AstNode *result = convert_star_expr(c, node);
  if (!AST_IS(Starred, result)) return result;
  convert_fail(c, result->span, DIAG_SYNTAX, "can't use starred expression here");
  return result;
}

// ---- comprehensions

static AstNode *convert_for_clause(Convert *c, Kids kids, Span span) {
  AstComprehension *clause = AST_NEW(c->arena, Comprehension, span);
  clause->is_async = convert_has(kids, FIELD_modifier);
  clause->target = convert_star_expr(c, convert_find(kids, FIELD_target)->node);
  convert_check_target(c, clause->target, TARGET_FOR);
  clause->iter = at_field(c, kids, FIELD_iter);
  return &clause->node;
}

// `for` clauses, each with the `if` clauses behind it.
static AstSeq convert_clauses(Convert *c, Kids kids) {
  uint32_t from = convert_begin(c);
  for (uint32_t i = 0; i < kids.count;) {
    const Kid *kid = &kids.items[i++];
    if (kid->symbol != SYM_for_clause) continue;
    AstNode *clause = convert_for_clause(c, convert_kids(c, kid->node), convert_span(kid->node));
    uint32_t ifs = convert_begin(c);
    for (; i < kids.count && kids.items[i].symbol == SYM_if_clause; i++)
      convert_push(c, at_field(c, convert_kids(c, kids.items[i].node), FIELD_test));
    AST_AS(Comprehension, clause)->ifs = convert_end(c, ifs);
    convert_push(c, clause);
  }
  return convert_end(c, from);
}

static AstNode *convert_dict_comprehension(Convert *c, Kids kids, Kids pair, Span span) {
  AstDictComp *comp = AST_NEW(c->arena, DictComp, span);
  comp->key = at_field(c, pair, FIELD_key);
  comp->value = at_field(c, pair, FIELD_value);
  comp->generators = convert_clauses(c, kids);
  return &comp->node;
}

// ListComp, SetComp and GeneratorExp have the same fields.
static_assert(sizeof(AstListComp) == sizeof(AstGeneratorExp) && sizeof(AstSetComp) == sizeof(AstGeneratorExp), "");

AstNode *convert_comprehension(Convert *c, TSNode node, Symbol symbol) {
  Kids kids = convert_kids(c, node);
  Span span = convert_span(node);
  TSNode element = convert_find(kids, FIELD_element)->node;
  if (symbol == SYM_dictionary_comprehension)
    return convert_dict_comprehension(c, kids, convert_kids(c, element), span);
  AstListComp *comp = AST_NEW(c->arena, ListComp, span);
  comp->node.kind = symbol == SYM_list_comprehension  ? AST_ListComp
                    : symbol == SYM_set_comprehension ? AST_SetComp
                                                      : AST_GeneratorExp;
  comp->element = convert_star_expr(c, element);
  if (AST_IS(Starred, comp->element))
    convert_fail(c, comp->element->span, DIAG_SYNTAX, "iterable unpacking cannot be used in comprehension");
  comp->generators = convert_clauses(c, kids);
  return &comp->node;
}
