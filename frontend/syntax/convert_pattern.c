// Patterns of `case`, which the grammar reads as expressions.
#include "frontend/syntax/convert.h"

#include <string.h>

static AstNode *refuse(Convert *c, Span span) {
  convert_fail(c, span, DIAG_SYNTAX, "patterns may only match literals and attribute lookups");
  diag_note(c->diag, "to compare with another value, name it in a guard: case x if x == value:");
  AstMatchAs *any = AST_NEW(c->arena, MatchAs, span);
  return &any->node;
}

static AstNode *make_capture(Convert *c, AstNode *pattern, const Atom *name, Span span) {
  AstMatchAs *as = AST_NEW(c->arena, MatchAs, span);
  as->pattern = pattern;
  as->name = name;
  return &as->node;
}

static AstNode *make_singleton(Convert *c, AstNode *value) {
  AstMatchSingleton *singleton = AST_NEW(c->arena, MatchSingleton, value->span);
  singleton->value = value;
  return &singleton->node;
}

static AstNode *make_value(Convert *c, AstNode *value) {
  AstMatchValue *match = AST_NEW(c->arena, MatchValue, value->span);
  match->value = value;
  return &match->node;
}

// A name captures; `_` takes anything; Otter's names of constants are those constants.
static AstNode *convert_capture(Convert *c, TSNode node) {
  Span span = convert_span(node);
  const Atom *name = convert_name(c, node);
  if (atom_is(name, "_")) return make_capture(c, nullptr, nullptr, span);
  static const struct {
    const char *name;
    AstConstKind kind;
  } constants[] = {{"true", CONST_TRUE}, {"false", CONST_FALSE}, {"none", CONST_NONE}};
  for (size_t i = 0; i < sizeof constants / sizeof *constants; i++)
    if (atom_is(name, constants[i].name))
      return make_singleton(c, convert_constant(c, (AstConst){.kind = constants[i].kind}, span));
  return make_capture(c, nullptr, name, span);
}

static bool is_dotted(AstNode *node) {
  while (AST_IS(Attribute, node)) node = AST_AS(Attribute, node)->value;
  return AST_IS(Name, node);
}

static bool is_number(AstNode *node) {
  if (AST_IS(UnaryOp, node) && AST_AS(UnaryOp, node)->op == AOP_USub) node = AST_AS(UnaryOp, node)->operand;
  if (!AST_IS(Constant, node)) return false;
  AstConstKind kind = AST_AS(Constant, node)->value.kind;
  return kind == CONST_INT || kind == CONST_BIGINT || kind == CONST_FLOAT || kind == CONST_COMPLEX;
}

// `1 + 2j`
static bool is_complex(AstNode *node) {
  if (!AST_IS(BinOp, node)) return false;
  AstBinOp *sum = AST_AS(BinOp, node);
  return (sum->op == AOP_Add || sum->op == AOP_Sub) && is_number(sum->left) && is_number(sum->right);
}

static bool is_text(AstNode *node) {
  if (!AST_IS(Constant, node)) return false;
  AstConstKind kind = AST_AS(Constant, node)->value.kind;
  return kind == CONST_STR || kind == CONST_BYTES;
}

static AstNode *convert_value(Convert *c, TSNode node) {
  AstNode *value = convert_expr(c, node);
  bool ok = is_text(value) || is_number(value) || is_complex(value) || (AST_IS(Attribute, value) && is_dotted(value));
  return ok ? make_value(c, value) : refuse(c, value->span);
}

static AstNode *convert_star(Convert *c, TSNode node) {
  const Kid inner = convert_kids(c, node).items[1];
  AstMatchStar *star = AST_NEW(c->arena, MatchStar, convert_span(node));
  if (inner.symbol != SYM_identifier) {
    convert_fail(c, convert_span(inner.node), DIAG_SYNTAX, "a starred pattern is a name: *rest");
    return &star->node;
  }
  const Atom *name = convert_name(c, inner.node);
  star->name = atom_is(name, "_") ? nullptr : name;
  return &star->node;
}

static AstNode *convert_sequence(Convert *c, TSNode node) {
  Kids kids = convert_kids(c, node);
  AstMatchSequence *sequence = AST_NEW(c->arena, MatchSequence, convert_span(node));
  uint32_t from = convert_begin(c), stars = 0;
  for (uint32_t i = 0; i < kids.count; i++) {
    if (!kids.items[i].named) continue;
    bool starred = kids.items[i].symbol == SYM_starred;
    if (starred && ++stars == 2)
      convert_fail(c, convert_span(kids.items[i].node), DIAG_SYNTAX, "multiple starred names in sequence pattern");
    convert_push(c, starred ? convert_star(c, kids.items[i].node) : convert_pattern(c, kids.items[i].node));
  }
  sequence->patterns = convert_end(c, from);
  return &sequence->node;
}

// `[a, b]..rest`: as [a, b, *rest].
static AstNode *convert_spread(Convert *c, TSNode node) {
  Kids kids = convert_kids(c, node);
  const Kid *start = convert_find(kids, FIELD_start), *stop = convert_find(kids, FIELD_stop);
  if (start->symbol != SYM_list || stop->symbol != SYM_identifier) return refuse(c, convert_span(node));
  AstMatchSequence *sequence = (AstMatchSequence *)convert_sequence(c, start->node);
  for (uint32_t i = 0; i < sequence->patterns.count; i++)
    if (AST_IS(MatchStar, sequence->patterns.items[i]))
      convert_fail(c, convert_span(stop->node), DIAG_SYNTAX, "multiple starred names in sequence pattern");
  AstMatchStar *star = AST_NEW(c->arena, MatchStar, convert_span(stop->node));
  const Atom *name = convert_name(c, stop->node);
  star->name = atom_is(name, "_") ? nullptr : name;
  AstSeq grown = ast_new_seq(c->arena, sequence->patterns.count + 1);
  for (uint32_t i = 0; i < sequence->patterns.count; i++) grown.items[i] = sequence->patterns.items[i];
  grown.items[sequence->patterns.count] = &star->node;
  sequence->patterns = grown;
  sequence->node.span = convert_span(node);
  return &sequence->node;
}

static AstNode *convert_key(Convert *c, TSNode node) {
  AstNode *key = convert_expr(c, node);
  bool ok = is_text(key) || is_number(key) || is_complex(key) || (AST_IS(Attribute, key) && is_dotted(key)) ||
            (AST_IS(Constant, key) && AST_AS(Constant, key)->value.kind <= CONST_FALSE);
  if (!ok)
    convert_fail(c, key->span, DIAG_SYNTAX, "mapping pattern keys may only match literals and attribute lookups");
  return key;
}

static AstNode *convert_mapping(Convert *c, TSNode node) {
  Kids kids = convert_kids(c, node);
  AstMatchMapping *mapping = AST_NEW(c->arena, MatchMapping, convert_span(node));
  NodeVec keys = {0};
  uint32_t from = convert_begin(c);
  for (uint32_t i = 0; i < kids.count; i++) {
    if (!kids.items[i].named) continue;
    Kids parts = convert_kids(c, kids.items[i].node);
    Span span = convert_span(kids.items[i].node);
    if (mapping->rest)
      convert_fail(c, span, DIAG_SYNTAX, "'**%s' must be last in a mapping pattern", mapping->rest->text);
    if (kids.items[i].symbol == SYM_double_starred) {
      if (parts.items[1].symbol == SYM_identifier) mapping->rest = convert_name(c, parts.items[1].node);
      else convert_fail(c, span, DIAG_SYNTAX, "what follows '**' in a pattern is a name");
      continue;
    }
    vec_push(&keys, convert_key(c, convert_find(parts, FIELD_key)->node));
    convert_push(c, convert_pattern(c, convert_find(parts, FIELD_value)->node));
  }
  mapping->keys = ast_copy_seq(c->arena, keys.items, keys.count);
  mapping->patterns = convert_end(c, from);
  vec_fini(&keys);
  return &mapping->node;
}

// ---- classes

static AstNode *convert_class_name(Convert *c, TSNode node) {
  AstNode *cls = convert_expr(c, node);
  if (!is_dotted(cls)) convert_fail(c, cls->span, DIAG_SYNTAX, "a class pattern begins with the name of a class");
  return cls;
}

static AstMatchClass *make_class(Convert *c, TSNode node, AstNode *cls, uint32_t limit) {
  AstMatchClass *match = AST_NEW(c->arena, MatchClass, convert_span(node));
  match->cls = cls;
  match->kwd_attrs.items = arena_new_array(c->arena, const Atom *, limit);
  match->kwd_patterns.items = arena_new_array(c->arena, AstNode *, limit);
  match->patterns.items = arena_new_array(c->arena, AstNode *, limit);
  return match;
}

static void add_field(Convert *c, AstMatchClass *match, const Atom *name, AstNode *pattern, Span span) {
  for (uint32_t i = 0; i < match->kwd_attrs.count; i++)
    if (match->kwd_attrs.items[i] == name)
      convert_fail(c, span, DIAG_SYNTAX, "attribute name repeated in class pattern: %s", name->text);
  match->kwd_attrs.items[match->kwd_attrs.count++] = name;
  match->kwd_patterns.items[match->kwd_patterns.count++] = pattern;
}

static void add_argument(Convert *c, AstMatchClass *match, const Kid *kid) {
  Span span = convert_span(kid->node);
  if (kid->symbol == SYM_keyword_argument) {
    Kids parts = convert_kids(c, kid->node);
    const Atom *name = convert_name(c, convert_find(parts, FIELD_name)->node);
    add_field(c, match, name, convert_pattern(c, convert_find(parts, FIELD_value)->node), span);
    return;
  }
  if (match->kwd_attrs.count)
    convert_fail(c, span, DIAG_SYNTAX, "positional patterns follow keyword patterns");
  match->patterns.items[match->patterns.count++] = convert_pattern(c, kid->node);
}

static AstNode *convert_class(Convert *c, TSNode node) {
  Kids kids = convert_kids(c, node);
  const Kid *list = convert_find(kids, FIELD_arguments);
  AstNode *cls = convert_class_name(c, convert_find(kids, FIELD_function)->node);
  if (list->symbol != SYM_argument_list) return refuse(c, convert_span(node));
  Kids args = convert_kids(c, list->node);
  AstMatchClass *match = make_class(c, node, cls, args.count);
  for (uint32_t i = 0; i < args.count; i++)
    if (args.items[i].named) add_argument(c, match, &args.items[i]);
  return &match->node;
}

// `Point{x, y: p}`: `x` alone captures the field under its own name.
static AstNode *convert_brace(Convert *c, TSNode node) {
  Kids kids = convert_kids(c, node);
  AstMatchClass *match = make_class(c, node, convert_class_name(c, kids.items[0].node), kids.count);
  match->is_brace = true;
  for (uint32_t i = 0; i < kids.count; i++) {
    if (kids.items[i].symbol != SYM_brace_field) continue;
    Kids parts = convert_kids(c, kids.items[i].node);
    const Kid *pattern = convert_find(parts, FIELD_pattern);
    Span span = convert_span(kids.items[i].node);
    const Atom *name = convert_name(c, convert_find(parts, FIELD_name)->node);
    add_field(c, match, name, pattern ? convert_pattern(c, pattern->node) : make_capture(c, nullptr, name, span), span);
  }
  return &match->node;
}

// ---- alternatives and names

static bool is_alternative(Convert *c, TSNode node, Kids *kids) {
  if (ts_node_symbol(node) != SYM_binary) return false;
  *kids = convert_kids(c, node);
  return convert_find(*kids, FIELD_operator)->symbol == SYM_T_PIPE;
}

// `a | b | c` is one MatchOr.
static AstNode *convert_alternatives(Convert *c, TSNode node) {
  VEC(TSNode) right = {0};
  TSNode left = node;
  for (Kids kids; is_alternative(c, left, &kids); left = convert_find(kids, FIELD_left)->node)
    vec_push(&right, convert_find(kids, FIELD_right)->node);
  uint32_t from = convert_begin(c);
  convert_push(c, convert_pattern(c, left));
  while (right.count) convert_push(c, convert_pattern(c, vec_take_last(&right)));
  vec_fini(&right);
  AstMatchOr *match = AST_NEW(c->arena, MatchOr, convert_span(node));
  match->patterns = convert_end(c, from);
  return &match->node;
}

static AstNode *convert_as(Convert *c, TSNode node) {
  Kids kids = convert_kids(c, node);
  const Kid *target = convert_find(kids, FIELD_target);
  AstNode *pattern = convert_pattern(c, convert_find(kids, FIELD_value)->node);
  if (target->symbol != SYM_identifier) {
    convert_fail(c, convert_span(target->node), DIAG_TARGET, "invalid pattern target");
    return pattern;
  }
  const Atom *name = convert_name(c, target->node);
  if (atom_is(name, "_")) convert_fail(c, convert_span(target->node), DIAG_TARGET, "cannot use '_' as a target");
  return make_capture(c, pattern, name, convert_span(node));
}

static AstNode *convert_inner(Convert *c, TSNode node, Symbol symbol) {
  Kids kids;
  switch (symbol) {
    case SYM_identifier: return convert_capture(c, node);
    case SYM_none:
    case SYM_true:
    case SYM_false: return make_singleton(c, convert_expr(c, node));
    case SYM_tuple:
    case SYM_list:
    case SYM_open_tuple: return convert_sequence(c, node);
    case SYM_dictionary: return convert_mapping(c, node);
    case SYM_call: return convert_class(c, node);
    case SYM_brace_pattern: return convert_brace(c, node);
    case SYM_as_item: return convert_as(c, node);
    case SYM_starred:
      convert_fail(c, convert_span(node), DIAG_SYNTAX, "a starred pattern can stand only in a sequence");
      return convert_star(c, node);
    case SYM_parenthesized: return convert_pattern(c, convert_kids(c, node).items[1].node);
    case SYM_range: return convert_spread(c, node);
    case SYM_binary: return is_alternative(c, node, &kids) ? convert_alternatives(c, node) : convert_value(c, node);
    default: return convert_value(c, node);
  }
}

AstNode *convert_pattern(Convert *c, TSNode node) {
  AstNode *pattern = nullptr;
  if (convert_enter(c, node)) pattern = convert_inner(c, node, (Symbol)ts_node_symbol(node));
  convert_leave(c);
  return pattern ? pattern : make_capture(c, nullptr, nullptr, convert_span(node));
}

// ---- match

static AstNode *convert_case(Convert *c, const Kid *kid) {
  Kids kids = convert_kids(c, kid->node);
  AstMatchCase *match_case = AST_NEW(c->arena, MatchCase, convert_span(kid->node));
  const Kid *pattern = convert_find(kids, FIELD_pattern);
  match_case->pattern = convert_pattern(c, pattern->node);
  match_case->guard = convert_optional(c, convert_find(kids, FIELD_guard));
  match_case->body = convert_block(c, convert_find(kids, FIELD_body)->node);
  match_case->node.span = span_join(match_case->node.span, match_case->body.items[match_case->body.count - 1]->span);
  return &match_case->node;
}

// Match and MatchExpr have the same fields.
static_assert(sizeof(AstMatch) == sizeof(AstMatchExpr), "");

AstNode *convert_match(Convert *c, TSNode node, Symbol symbol) {
  Kids kids = convert_kids(c, node);
  AstMatch *match = AST_NEW(c->arena, Match, convert_span(node));
  if (symbol == SYM_match_expression) match->node.kind = AST_MatchExpr;
  match->subject = convert_star_expr(c, convert_find(kids, FIELD_subject)->node);
  uint32_t from = convert_begin(c);
  for (uint32_t i = 0; i < kids.count; i++)
    if (kids.items[i].symbol == SYM_case_clause) convert_push(c, convert_case(c, &kids.items[i]));
  match->cases = convert_end(c, from);
  match->node.span = span_join(match->node.span, match->cases.items[match->cases.count - 1]->span);
  return &match->node;
}
