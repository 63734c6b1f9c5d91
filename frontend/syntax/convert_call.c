// Arguments of calls, parameters of functions, and type parameters.
#include "frontend/syntax/convert.h"

// ---- arguments

typedef struct {
  NodeVec args, keywords;
  bool seen_keyword, seen_unpacking;
} ArgList;

static AstNode *make_keyword(Convert *c, const Atom *name, AstNode *value, Span span) {
  AstKeyword *keyword = AST_NEW(c->arena, Keyword, span);
  keyword->name = name;
  keyword->value = value;
  return &keyword->node;
}

static void check_repeated(Convert *c, const ArgList *list, const Atom *name, Span span) {
  for (uint32_t i = 0; i < list->keywords.count; i++)
    if (AST_AS(Keyword, list->keywords.items[i])->name == name)
      convert_fail(c, span, DIAG_SYNTAX, "keyword argument repeated: %s", name->text);
}

static void add_keyword(Convert *c, ArgList *list, const Kid *kid) {
  Kids kids = convert_kids(c, kid->node);
  Span span = convert_span(kid->node);
  const Atom *name = convert_name(c, convert_find(kids, FIELD_name)->node);
  check_repeated(c, list, name, span);
  AstNode *value = convert_expr(c, convert_find(kids, FIELD_value)->node);
  vec_push(&list->keywords, make_keyword(c, name, value, span));
  list->seen_keyword = true;
}

static void add_unpacking(Convert *c, ArgList *list, const Kid *kid) {
  Kids kids = convert_kids(c, kid->node);
  AstNode *value = convert_expr(c, kids.items[1].node);
  vec_push(&list->keywords, make_keyword(c, nullptr, value, convert_span(kid->node)));
  list->seen_unpacking = true;
}

static void add_positional(Convert *c, ArgList *list, const Kid *kid) {
  AstNode *arg = convert_star_expr(c, kid->node);
  bool starred = AST_IS(Starred, arg);
  if (list->seen_unpacking && starred)
    convert_fail(c, arg->span, DIAG_SYNTAX, "iterable argument unpacking follows keyword argument unpacking");
  else if (list->seen_unpacking)
    convert_fail(c, arg->span, DIAG_SYNTAX, "positional argument follows keyword argument unpacking");
  else if (list->seen_keyword && !starred)
    convert_fail(c, arg->span, DIAG_SYNTAX, "positional argument follows keyword argument");
  vec_push(&list->args, arg);
}

void convert_arguments(Convert *c, TSNode node, AstSeq *args, AstSeq *keywords) {
  if (ts_node_symbol(node) == SYM_generator) {
    AstNode *generator = convert_expr(c, node);
    *args = ast_copy_seq(c->arena, &generator, 1);
    return;
  }
  ArgList list = {0};
  Kids kids = convert_kids(c, node);
  for (uint32_t i = 0; i < kids.count; i++) {
    if (!kids.items[i].named) continue;
    if (kids.items[i].symbol == SYM_keyword_argument) add_keyword(c, &list, &kids.items[i]);
    else if (kids.items[i].symbol == SYM_double_starred) add_unpacking(c, &list, &kids.items[i]);
    else add_positional(c, &list, &kids.items[i]);
  }
  *args = ast_copy_seq(c->arena, list.args.items, list.args.count);
  *keywords = ast_copy_seq(c->arena, list.keywords.items, list.keywords.count);
  vec_fini(&list.args);
  vec_fini(&list.keywords);
}

// ---- parameters

typedef struct {
  NodeVec posonly, args, kwonly, defaults, kw_defaults, all;
  AstNode *vararg, *kwarg;
  bool seen_slash, seen_star, bare_star;
} ParamList;

static void check_duplicate(Convert *c, ParamList *list, AstNode *arg) {
  const Atom *name = AST_AS(Arg, arg)->name;
  for (uint32_t i = 0; i < list->all.count; i++)
    if (AST_AS(Arg, list->all.items[i])->name == name) {
      convert_fail(c, arg->span, DIAG_SYNTAX, "duplicate argument '%s' in function definition", name->text);
      return;
    }
  vec_push(&list->all, arg);
}

static void add_slash(Convert *c, ParamList *list, Span span) {
  if (list->seen_slash) convert_fail(c, span, DIAG_SYNTAX, "/ may appear only once");
  else if (list->seen_star) convert_fail(c, span, DIAG_SYNTAX, "/ must be ahead of *");
  else if (list->args.count == 0) convert_fail(c, span, DIAG_SYNTAX, "at least one argument must precede /");
  list->seen_slash = true;
  for (uint32_t i = 0; i < list->args.count; i++) vec_push(&list->posonly, list->args.items[i]);
  vec_clear(&list->args);
}

static void add_star(Convert *c, ParamList *list, Span span) {
  if (list->seen_star) convert_fail(c, span, DIAG_SYNTAX, "* argument may appear only once");
  list->seen_star = true;
}

static void add_starred(Convert *c, ParamList *list, AstNode *arg, int stars, const Kid *value) {
  if (value)
    convert_fail(c, convert_span(value->node), DIAG_SYNTAX, "var-%s argument cannot have default value",
                 stars == 1 ? "positional" : "keyword");
  if (stars == 2) list->kwarg = arg;
  else add_star(c, list, arg->span), list->vararg = arg;
}

static void add_plain(Convert *c, ParamList *list, AstNode *arg, const Kid *value) {
  AstNode *initial = convert_optional(c, value);
  list->bare_star = false;
  if (list->seen_star) {
    vec_push(&list->kwonly, arg);
    vec_push(&list->kw_defaults, initial);
    return;
  }
  if (initial) vec_push(&list->defaults, initial);
  else if (list->defaults.count) {
    convert_fail(c, arg->span, DIAG_SYNTAX, "non-default argument follows default argument");
    vec_push(&list->defaults, convert_placeholder(c, arg->span));
  }
  vec_push(&list->args, arg);
}

static void add_parameter(Convert *c, ParamList *list, const Kid *kid) {
  Kids kids = convert_kids(c, kid->node);
  const Kid *stars = convert_find(kids, FIELD_stars), *type = convert_find(kids, FIELD_type);
  const Kid *value = convert_find(kids, FIELD_default), *name = convert_find(kids, FIELD_name);
  AstArg *arg = AST_NEW(c->arena, Arg, convert_span(name->node));
  arg->name = convert_name(c, name->node);
  if (type) {
    arg->annotation =
        stars && stars->symbol == SYM_T_STAR ? convert_star_expr(c, type->node) : convert_expr(c, type->node);
    arg->node.span = span_join(arg->node.span, convert_span(type->node));
  }
  check_duplicate(c, list, &arg->node);
  if (list->kwarg) convert_fail(c, arg->node.span, DIAG_SYNTAX, "arguments cannot follow var-keyword argument");
  if (stars) add_starred(c, list, &arg->node, stars->symbol == SYM_T_STAR ? 1 : 2, value);
  else add_plain(c, list, &arg->node, value);
}

static void add_item(Convert *c, ParamList *list, const Kid *kid) {
  Span span = convert_span(kid->node);
  if (kid->symbol == SYM_parameter) {
    bool bare = list->bare_star;
    add_parameter(c, list, kid);
    if (bare && list->bare_star) convert_fail(c, span, DIAG_SYNTAX, "named arguments must follow bare *");
    list->bare_star = false;
  } else if (kid->symbol == SYM_T_SLASH) {
    add_slash(c, list, span);
  } else if (kid->symbol == SYM_T_STAR) {
    add_star(c, list, span);
    list->bare_star = true;
  }
}

static AstSeq finish(Convert *c, NodeVec *vec) {
  AstSeq seq = ast_copy_seq(c->arena, vec->items, vec->count);
  vec_fini(vec);
  return seq;
}

AstNode *convert_parameters(Convert *c, const Kid *node, Span at) {
  AstArguments *arguments = AST_NEW(c->arena, Arguments, node ? convert_span(node->node) : at);
  if (!node) return &arguments->node;
  ParamList list = {0};
  Kids kids = convert_kids(c, node->node);
  for (uint32_t i = 0; i < kids.count; i++) add_item(c, &list, &kids.items[i]);
  if (list.bare_star)
    convert_fail(c, arguments->node.span, DIAG_SYNTAX, "named arguments must follow bare *");
  arguments->posonly = finish(c, &list.posonly);
  arguments->args = finish(c, &list.args);
  arguments->kwonly = finish(c, &list.kwonly);
  arguments->defaults = finish(c, &list.defaults);
  arguments->kw_defaults = finish(c, &list.kw_defaults);
  arguments->vararg = list.vararg;
  arguments->kwarg = list.kwarg;
  vec_fini(&list.all);
  return &arguments->node;
}

// ---- type parameters

static AstNode *convert_type_parameter(Convert *c, const Kid *kid) {
  Kids kids = convert_kids(c, kid->node);
  const Kid *stars = convert_find(kids, FIELD_stars);
  AstTypeParam *param = AST_NEW(c->arena, TypeParam, convert_span(kid->node));
  param->name = convert_name(c, convert_find(kids, FIELD_name)->node);
  param->bound = convert_optional(c, convert_find(kids, FIELD_bound));
  param->stars = !stars ? 0 : stars->symbol == SYM_T_STAR ? 1 : 2;
  return &param->node;
}

AstSeq convert_type_parameters(Convert *c, const Kid *list) {
  if (!list) return (AstSeq){0};
  Kids kids = convert_kids(c, list->node);
  uint32_t from = convert_begin(c);
  for (uint32_t i = 0; i < kids.count; i++)
    if (kids.items[i].named) convert_push(c, convert_type_parameter(c, &kids.items[i]));
  return convert_end(c, from);
}
