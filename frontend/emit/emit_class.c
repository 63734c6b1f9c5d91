// Classes, structs and enums. A body is a function of one parameter, the namespace dict in R[0]; it returns the cell
// of __class__, or None.
#include "frontend/emit/emit_int.h"

// ---- bodies

static void class_store_doc(Fn *fn, AstSeq body) {
  const AstConst *doc = emit_docstring(body);
  if (!doc) return;
  uint32_t mark = fn->top;
  Reg row = fn_push(fn, 3);
  fn_at(fn, body.items[0]);
  fn_move(fn, row, 0);
  fn_load_str(fn, row + 1, "__doc__", 7);
  emit_constant(fn, doc, row + 2);
  fn_intrinsic(fn, INTRINSIC_store_name, row, 3);
  fn->top = mark;
  fn->proto->doc = emit_copy_str(fn->em, doc->text.bytes, doc->text.length);
}

static void class_return_cell(Fn *fn) {
  const Symbol *cell = scope_find(fn->scope, intern_put_text(fn->em->tree->intern, "__class__"));
  if (cell && cell->place == PLACE_CELL) fn_put(fn, OP_RET, cell->index, 0, 0);
  else fn_put(fn, OP_RETNONE, 0, 0, 0);
}

// Of a struct or enum: what belongs to its namespace.
static void class_member(Fn *fn, AstNode *member) {
  if (AST_IS(AnnAssign, member)) {
    AstAnnAssign *field = AST_AS(AnnAssign, member);
    uint32_t mark = fn->top;
    if (field->value) emit_store(fn, field->target, emit_any(fn, field->value));
    fn->top = mark;
  } else if (!AST_IS(EnumVariant, member)) {
    emit_stmt(fn, member);
  }
}

static uint32_t class_body(Fn *outer, AstNode *node, AstSeq body) {
  uint32_t index;
  Fn fn;
  const Scope *scope = scope_of_node(outer->em->tree, node);
  BcProto *proto = emit_new_proto(outer->em, outer, scope, &index);
  proto->flags |= BC_CLASS_BODY;
  if (AST_IS(ClassDef, node) && AST_AS(ClassDef, node)->type_params.count) proto->flags |= BC_GENERIC;
  proto->npos = proto->nparams = 1;
  proto->param_hints = arena_new_array(outer->em->arena, uint8_t, 1);
  fn_init(&fn, outer->em, outer, scope, proto);
  fn_at(&fn, node);
  class_store_doc(&fn, body);
  for (uint32_t i = 0; i < body.count && fn.is_reachable; i++) {
    if (AST_IS(ClassDef, node)) emit_stmt(&fn, body.items[i]);
    else class_member(&fn, body.items[i]);
  }
  class_return_cell(&fn);
  fn_finish(&fn);
  fn_fini(&fn);
  return index;
}

// ---- class

static void class_keywords(Fn *fn, AstSeq keywords, Reg dst) {
  if (!keywords.count) {
    fn_load_singleton(fn, dst, BC_SINGLETON_NONE);
    return;
  }
  uint32_t mark = fn->top;
  Reg row = fn->top;
  for (uint32_t i = 0; i < keywords.count; i++) {
    AstKeyword *keyword = AST_AS(Keyword, keywords.items[i]);
    Reg pair = fn_push(fn, 2);
    fn_load_atom(fn, pair, keyword->name);
    emit_to(fn, keyword->value, pair + 1);
  }
  fn_put(fn, OP_DICT, dst, row, keywords.count);
  fn->top = mark;
}

static bool class_is_spread(const AstClassDef *def) {
  for (uint32_t i = 0; i < def->bases.count; i++)
    if (AST_IS(Starred, def->bases.items[i])) return true;
  for (uint32_t i = 0; i < def->keywords.count; i++)
    if (!AST_AS(Keyword, def->keywords.items[i])->name) return true;
  return false;
}

// One after the other into a dict.
static void class_spread_keywords(Fn *fn, AstSeq keywords, Reg dst) {
  fn_put(fn, OP_DICT, dst, dst, 0);
  for (uint32_t i = 0; i < keywords.count; i++) {
    uint32_t mark = fn->top;
    AstKeyword *keyword = AST_AS(Keyword, keywords.items[i]);
    Reg row = fn_push(fn, 4);
    if (keyword->name) {
      fn_load_atom(fn, row + 2, keyword->name);
      emit_to(fn, keyword->value, row + 3);
      fn_put(fn, OP_DICT, row + 1, row + 2, 1);
    } else {
      emit_to(fn, keyword->value, row + 1);
    }
    fn_move(fn, row, dst);
    fn_at(fn, &keyword->node);
    fn_intrinsic(fn, INTRINSIC_dict_update, row, 2);
    fn->top = mark;
  }
}

static void class_spread_bases(Fn *fn, AstSeq bases, Reg dst) {
  fn_put(fn, OP_LIST, dst, dst, 0);
  for (uint32_t i = 0; i < bases.count; i++) {
    uint32_t mark = fn->top;
    bool is_star = AST_IS(Starred, bases.items[i]);
    Reg base = fn_push(fn, 1);
    if (is_star) emit_to(fn, AST_AS(Starred, bases.items[i])->value, base);
    else emit_base(fn, bases.items[i], base);
    fn_at(fn, bases.items[i]);
    fn_put(fn, is_star ? OP_EXTEND : OP_APPEND, dst, base, 0);
    fn->top = mark;
  }
}

static void class_bases(Fn *fn, AstSeq bases, Reg row) {
  for (uint32_t i = 0; i < bases.count; i++) emit_base(fn, bases.items[i], row + i);
}

void emit_class(Fn *fn, AstClassDef *def) {
  if (!fn->is_reachable) return;
  uint32_t mark = fn->top;
  Reg windows = emit_decorators(fn, def->decorators);
  bool is_spread = class_is_spread(def);
  Reg row = fn_push(fn, 4 + (is_spread ? 1 : def->bases.count));
  uint32_t index = class_body(fn, &def->node, def->body);
  const BcProto *proto = fn->em->protos.items[index];
  fn_at(fn, &def->node);
  emit_closure(fn, row, index, 0, 0);
  fn_load_atom(fn, row + 1, def->name);
  fn_load_str(fn, row + 3, proto->qualname.text, proto->qualname.length);
  fn->type_params = def->type_params;
  if (is_spread) class_spread_bases(fn, def->bases, row + 4);
  else class_bases(fn, def->bases, row + 4);
  fn->type_params = (AstSeq){0};
  if (is_spread) class_spread_keywords(fn, def->keywords, row + 2);
  else class_keywords(fn, def->keywords, row + 2);
  fn_at(fn, &def->node);
  if (is_spread) fn_intrinsic(fn, INTRINSIC_build_class_of, row, 5);
  else fn_intrinsic(fn, INTRINSIC_build_class, row, 4 + def->bases.count);
  fn->top = row + 1;
  emit_decorated(fn, def->decorators, windows, row);
  fn_at(fn, &def->node);
  emit_store_name(fn, def->name, def->decorators.count ? windows : row);
  fn->top = mark;
}

// ---- struct, enum

static bool class_is_field(const AstNode *member) {
  return AST_IS(AnnAssign, member) && AST_IS(Name, ((const AstAnnAssign *)member)->target);
}

static void class_field_names(Fn *fn, AstSeq body, Reg dst) {
  uint32_t *names = arena_new_array(&fn->scratch, uint32_t, body.count);
  uint32_t count = 0;
  for (uint32_t i = 0; i < body.count; i++)
    if (class_is_field(body.items[i]))
      names[count++] = fn_name(fn, AST_AS(Name, AST_AS(AnnAssign, body.items[i])->target)->id);
  fn_load_const(fn, dst, consts_put_tuple(&fn->consts, names, count));
}

static void class_push_type_text(Fn *fn, const AstNode *annotation) {
  StrBuf text = {0};
  emit_type_text(fn, annotation, &text);
  fn_load_str(fn, fn_push(fn, 1), strbuf_text(&text), text.length);
  strbuf_fini(&text);
}

static void class_field_types(Fn *fn, AstStructDef *def, Reg dst) {
  uint32_t mark = fn->top, count = 0;
  AstSeq body = def->body;
  Reg row = fn->top;
  fn->own_type = def->name;
  fn->type_params = def->type_params;
  for (uint32_t i = 0; i < body.count; i++) {
    if (!class_is_field(body.items[i])) continue;
    emit_type(fn, AST_AS(AnnAssign, body.items[i])->annotation, fn_push(fn, 1));
    count++;
  }
  for (uint32_t i = 0; i < body.count; i++)
    if (class_is_field(body.items[i])) class_push_type_text(fn, AST_AS(AnnAssign, body.items[i])->annotation);
  count *= 2;
  fn->own_type = nullptr;
  fn->type_params = (AstSeq){0};
  fn_put(fn, OP_TUPLE, dst, count ? row : dst, count);
  fn->top = mark;
}

static void class_finish(Fn *fn, AstNode *node, const Atom *name, AstSeq decorators, Reg windows, Reg value) {
  fn->top = value + 1;
  emit_decorated(fn, decorators, windows, value);
  fn_at(fn, node);
  emit_store_name(fn, name, decorators.count ? windows : value);
}

void emit_struct(Fn *fn, AstStructDef *def) {
  if (!fn->is_reachable) return;
  uint32_t mark = fn->top;
  Reg windows = emit_decorators(fn, def->decorators);
  Reg row = fn_push(fn, 4);
  fn_load_atom(fn, row, def->name);
  class_field_names(fn, def->body, row + 1);
  class_field_types(fn, def, row + 2);
  uint32_t index = class_body(fn, &def->node, def->body);
  fn_at(fn, &def->node);
  emit_closure(fn, row + 3, index, 0, 0);
  fn_intrinsic(fn, INTRINSIC_make_struct, row, 4);
  class_finish(fn, &def->node, def->name, def->decorators, windows, row);
  fn->top = mark;
}

// A variant's payload: the number of its fields, or their names when they have some.
static uint32_t class_variant_shape(Fn *fn, AstEnumVariant *variant) {
  AstSeq fields = variant->fields;
  if (!fields.count || !AST_AS(Arg, fields.items[0])->name) return consts_put_int(&fn->consts, fields.count);
  uint32_t *names = arena_new_array(&fn->scratch, uint32_t, fields.count);
  for (uint32_t i = 0; i < fields.count; i++) {
    const Atom *name = AST_AS(Arg, fields.items[i])->name;
    names[i] = consts_put_text(&fn->consts, BC_CONST_STR, name ? name->text : "", name ? name->length : 0);
  }
  return consts_put_tuple(&fn->consts, names, fields.count);
}

static void class_variants(Fn *fn, AstSeq body, Reg dst) {
  uint32_t *variants = arena_new_array(&fn->scratch, uint32_t, body.count);
  uint32_t count = 0;
  for (uint32_t i = 0; i < body.count; i++) {
    if (!AST_IS(EnumVariant, body.items[i])) continue;
    AstEnumVariant *variant = AST_AS(EnumVariant, body.items[i]);
    uint32_t pair[2] = {fn_name(fn, variant->name), class_variant_shape(fn, variant)};
    variants[count++] = consts_put_tuple(&fn->consts, pair, 2);
  }
  fn_load_const(fn, dst, consts_put_tuple(&fn->consts, variants, count));
}

static void class_payload_types(Fn *fn, AstSeq fields, Reg dst) {
  uint32_t mark = fn->top;
  Reg row = fn->top;
  for (uint32_t i = 0; i < fields.count; i++) emit_type(fn, AST_AS(Arg, fields.items[i])->annotation, fn_push(fn, 1));
  for (uint32_t i = 0; i < fields.count; i++) class_push_type_text(fn, AST_AS(Arg, fields.items[i])->annotation);
  fn_put(fn, OP_TUPLE, dst, fields.count ? row : dst, 2 * fields.count);
  fn->top = mark;
}

// A tuple of descriptors for each variant.
static void class_variant_types(Fn *fn, AstEnumDef *def, Reg dst) {
  uint32_t mark = fn->top, count = 0;
  Reg row = fn->top;
  fn->own_type = def->name;
  fn->type_params = def->type_params;
  for (uint32_t i = 0; i < def->body.count; i++) {
    if (!AST_IS(EnumVariant, def->body.items[i])) continue;
    class_payload_types(fn, AST_AS(EnumVariant, def->body.items[i])->fields, fn_push(fn, 1));
    count++;
  }
  fn->own_type = nullptr;
  fn->type_params = (AstSeq){0};
  fn_put(fn, OP_TUPLE, dst, count ? row : dst, count);
  fn->top = mark;
}

void emit_enum(Fn *fn, AstEnumDef *def) {
  if (!fn->is_reachable) return;
  uint32_t mark = fn->top;
  Reg windows = emit_decorators(fn, def->decorators);
  Reg row = fn_push(fn, 4);
  fn_load_atom(fn, row, def->name);
  class_variants(fn, def->body, row + 1);
  class_variant_types(fn, def, row + 2);
  uint32_t index = class_body(fn, &def->node, def->body);
  fn_at(fn, &def->node);
  emit_closure(fn, row + 3, index, 0, 0);
  fn_intrinsic(fn, INTRINSIC_make_enum, row, 4);
  class_finish(fn, &def->node, def->name, def->decorators, windows, row);
  fn->top = mark;
}
