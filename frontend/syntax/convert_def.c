// Definitions: functions, classes, structs, enums, foreign functions; and decorators.
#include "frontend/syntax/convert.h"

static Span join_body(Span span, AstSeq body) {
  return body.count ? span_join(span, body.items[body.count - 1]->span) : span;
}

static const Atom *name_at(Convert *c, Kids kids) { return convert_name(c, convert_find(kids, FIELD_name)->node); }

static AstSeq type_parameters_at(Convert *c, Kids kids) {
  return convert_type_parameters(c, convert_find(kids, FIELD_type_parameters));
}

// ---- functions

static AstNode *convert_function(Convert *c, Kids kids, AstSeq decorators, Span span) {
  AstFunctionDef *function = AST_NEW(c->arena, FunctionDef, span);
  const Kid *name = convert_find(kids, FIELD_name), *parameters = convert_find(kids, FIELD_parameters);
  function->is_pub = convert_has(kids, FIELD_pub);
  function->is_async = convert_has(kids, FIELD_modifier);
  function->is_fn = convert_find(kids, FIELD_keyword)->symbol == SYM_W_fn;
  function->is_bare = !parameters;
  function->decorators = decorators;
  function->name = convert_name(c, name->node);
  function->type_params = type_parameters_at(c, kids);
  if (!parameters && !function->is_fn) {
    Span at = convert_span(name->node);
    convert_fail(c, (Span){at.end_line, at.end_col, at.end_line, at.end_col + 1}, DIAG_SYNTAX, "expected '('");
    diag_note(c->diag, "a function without parameters is written def %s():", function->name->text);
  }
  function->args = convert_parameters(c, parameters, convert_span(name->node));
  function->returns = convert_optional(c, convert_find(kids, FIELD_returns));
  function->body = convert_block(c, convert_find(kids, FIELD_body)->node);
  function->node.span = join_body(span, function->body);
  return &function->node;
}

static AstNode *convert_extern(Convert *c, Kids kids, AstSeq decorators, Span span) {
  AstExternDef *function = AST_NEW(c->arena, ExternDef, span);
  const Kid *library = convert_find(kids, FIELD_library);
  function->is_pub = convert_has(kids, FIELD_pub);
  function->decorators = decorators;
  function->abi = convert_plain_string(c, convert_find(kids, FIELD_abi)->node);
  if (library) function->library = convert_plain_string(c, library->node);
  function->name = name_at(c, kids);
  function->args = convert_parameters(c, convert_find(kids, FIELD_parameters), span);
  function->returns = convert_optional(c, convert_find(kids, FIELD_returns));
  return &function->node;
}

// ---- classes and structs

static AstNode *convert_class(Convert *c, Kids kids, AstSeq decorators, Span span) {
  AstClassDef *class = AST_NEW(c->arena, ClassDef, span);
  const Kid *arguments = convert_find(kids, FIELD_arguments);
  class->is_pub = convert_has(kids, FIELD_pub);
  class->decorators = decorators;
  class->name = name_at(c, kids);
  class->type_params = type_parameters_at(c, kids);
  if (arguments) convert_arguments(c, arguments->node, &class->bases, &class->keywords);
  class->body = convert_block(c, convert_find(kids, FIELD_body)->node);
  class->node.span = join_body(span, class->body);
  return &class->node;
}

static bool is_text_or_ellipsis(AstNode *node) {
  if (!AST_IS(Expr, node)) return false;
  AstNode *value = AST_AS(Expr, node)->value;
  if (!AST_IS(Constant, value)) return false;
  AstConstKind kind = AST_AS(Constant, value)->value.kind;
  return kind == CONST_STR || kind == CONST_ELLIPSIS;
}

static bool is_method(AstNode *node) { return AST_IS(FunctionDef, node); }

static void check_struct_item(Convert *c, AstNode *item) {
  if (is_method(item) || is_text_or_ellipsis(item) || AST_IS(Pass, item)) return;
  if (AST_IS(AnnAssign, item) && AST_AS(AnnAssign, item)->is_simple) return;
  convert_fail(c, item->span, DIAG_SYNTAX, "a struct's body holds typed fields and methods");
  if (AST_IS(Assign, item)) diag_note(c->diag, "give the field its type: name: int = value");
}

static AstNode *convert_struct(Convert *c, Kids kids, AstSeq decorators, Span span) {
  AstStructDef *type = AST_NEW(c->arena, StructDef, span);
  type->is_pub = convert_has(kids, FIELD_pub);
  type->decorators = decorators;
  type->name = name_at(c, kids);
  type->type_params = type_parameters_at(c, kids);
  type->body = convert_block(c, convert_find(kids, FIELD_body)->node);
  type->node.span = join_body(span, type->body);
  for (uint32_t i = 0; i < type->body.count; i++) check_struct_item(c, type->body.items[i]);
  return &type->node;
}

// ---- enums: their variants are read as statements

static const Atom *variant_name(Convert *c, TSNode node) {
  Symbol symbol = (Symbol)ts_node_symbol(node);
  if (symbol == SYM_identifier) return convert_name(c, node);
  if (symbol == SYM_none) return intern_put_text(c->intern, "None");
  return nullptr;
}

static AstNode *make_field(Convert *c, AstNode *annotation) {
  AstArg *field = AST_NEW(c->arena, Arg, annotation->span);
  field->annotation = annotation;
  return &field->node;
}

// `(A, B)` has two fields, `()` none, anything else one.
static AstSeq convert_variant_fields(Convert *c, TSNode type) {
  AstNode *node = convert_expr(c, type);
  AstSeq types = AST_IS(Tuple, node) ? AST_AS(Tuple, node)->elements : (AstSeq){&node, 1};
  uint32_t from = convert_begin(c);
  for (uint32_t i = 0; i < types.count; i++) convert_push(c, make_field(c, types.items[i]));
  return convert_end(c, from);
}

static AstNode *convert_variant(Convert *c, const Kid *kid) {
  Kids kids = convert_kids(c, kid->node);
  const Kid *type = convert_find(kids, FIELD_type), *value = convert_find(kids, FIELD_value);
  const Atom *name = variant_name(c, kids.items[0].node);
  if (!name) return nullptr;
  AstEnumVariant *variant = AST_NEW(c->arena, EnumVariant, convert_span(kid->node));
  variant->name = name;
  if (type) variant->fields = convert_variant_fields(c, type->node);
  variant->value = convert_optional(c, value);
  return &variant->node;
}

static bool may_be_variant(Symbol symbol) {
  return symbol == SYM_expression_statement || symbol == SYM_assignment || symbol == SYM_annotated_assignment;
}

static AstNode *convert_enum_item(Convert *c, const Kid *kid) {
  AstNode *item = may_be_variant(kid->symbol) ? convert_variant(c, kid) : nullptr;
  if (item) return item;
  item = convert_statement(c, kid->node, kid->symbol);
  if (!is_method(item) && !is_text_or_ellipsis(item) && !AST_IS(Pass, item)) {
    convert_fail(c, item->span, DIAG_SYNTAX, "an enum's body holds variants and methods");
    diag_note(c->diag, "a variant is a name, with the types of its fields if it has any: Some: (T)");
  }
  return item;
}

static AstNode *convert_enum(Convert *c, Kids kids, AstSeq decorators, Span span) {
  AstEnumDef *type = AST_NEW(c->arena, EnumDef, span);
  type->is_pub = convert_has(kids, FIELD_pub);
  type->decorators = decorators;
  type->name = name_at(c, kids);
  type->type_params = type_parameters_at(c, kids);
  Kids body = convert_kids(c, convert_find(kids, FIELD_body)->node);
  uint32_t from = convert_begin(c);
  for (uint32_t i = 0; i < body.count; i++)
    if (body.items[i].named) convert_push(c, convert_enum_item(c, &body.items[i]));
  type->body = convert_end(c, from);
  type->node.span = join_body(span, type->body);
  return &type->node;
}

// ---- all of them

static AstNode *convert_decorated(Convert *c, Kids kids) {
  uint32_t from = convert_begin(c);
  const Kid *definition = nullptr;
  for (uint32_t i = 0; i < kids.count; i++) {
    if (kids.items[i].symbol == SYM_decorator)
      convert_push(c, convert_expr(c, convert_kids(c, kids.items[i].node).items[1].node));
    else if (kids.items[i].named) definition = &kids.items[i];
  }
  AstSeq decorators = convert_end(c, from);
  return convert_definition(c, definition->node, definition->symbol, decorators);
}

AstNode *convert_definition(Convert *c, TSNode node, Symbol symbol, AstSeq decorators) {
  Span span = convert_span(node);
  Kids kids = convert_kids(c, node);
  switch (symbol) {
    case SYM_function_definition: return convert_function(c, kids, decorators, span);
    case SYM_class_definition: return convert_class(c, kids, decorators, span);
    case SYM_struct_definition: return convert_struct(c, kids, decorators, span);
    case SYM_enum_definition: return convert_enum(c, kids, decorators, span);
    case SYM_extern_statement: return convert_extern(c, kids, decorators, span);
    case SYM_decorated_definition: return convert_decorated(c, kids);
    default: return &AST_NEW(c->arena, Pass, span)->node;
  }
}
