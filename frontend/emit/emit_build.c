// Displays and f-strings. A long display is built in chunks, so that a literal of any length needs few registers.
#include "frontend/emit/emit_int.h"

enum { BUILD_CHUNK = 48, BUILD_CONST_MIN = 3, BUILD_CONST_MAX = 4096 };

// ---- lists, tuples, sets

static bool build_has_star(AstSeq elements) {
  for (uint32_t i = 0; i < elements.count; i++)
    if (AST_IS(Starred, elements.items[i])) return true;
  return false;
}

// The elements, without stars and at most a chunk of them, into a row; gives the row.
static Reg build_row(Fn *fn, AstSeq elements, Reg row) {
  for (uint32_t i = 0; i < elements.count; i++) emit_to(fn, elements.items[i], fn_push(fn, 1));
  return row;
}

// One element into the collection in R[into]; `add` adds a value. Errors point to the whole display.
static void build_add(Fn *fn, Span span, AstNode *element, Reg into, BcOp add) {
  uint32_t mark = fn->top;
  bool is_star = AST_IS(Starred, element);
  if (is_star && add == OP_SETADD) {
    Reg row = fn_push(fn, 2);
    fn_move(fn, row, into);
    emit_to(fn, AST_AS(Starred, element)->value, row + 1);
    fn->span = span;
    fn_intrinsic(fn, INTRINSIC_set_update, row, 2);
  } else {
    Reg value = emit_any(fn, is_star ? AST_AS(Starred, element)->value : element);
    fn->span = span;
    fn_put(fn, is_star ? OP_EXTEND : add, into, value, 0);
  }
  fn->top = mark;
}

// The leading elements that need no care go in at once, the rest one by one.
static void build_chunked(Fn *fn, AstSeq elements, Reg into, BcOp make, BcOp add) {
  uint32_t mark = fn->top, first = 0;
  Span span = fn->span;
  while (first < elements.count && first < BUILD_CHUNK && !AST_IS(Starred, elements.items[first])) first++;
  Reg row = build_row(fn, (AstSeq){elements.items, first}, fn->top);
  fn->span = span;
  fn_put(fn, make, into, row, first);
  fn->top = mark;
  for (uint32_t i = first; i < elements.count; i++) build_add(fn, span, elements.items[i], into, add);
}

// [1, 2, 3]: a constant tuple or frozenset, copied into a new list or set.
static bool build_constants(Fn *fn, AstSeq elements, Reg into, BcOp make) {
  if (elements.count < BUILD_CONST_MIN || elements.count > BUILD_CONST_MAX || make == OP_DICT) return false;
  uint32_t index, mark = fn->top;
  if (!emit_constant_items(fn, elements, make == OP_SET, &index)) return false;
  Reg items = fn_push(fn, 1);
  fn_load_const(fn, items, index);
  if (make == OP_SET) {
    fn_intrinsic(fn, INTRINSIC_constant_set, items, 1);
    fn_move(fn, into, items);
  } else {
    fn_put(fn, OP_LIST, into, items, 0);
    fn_put(fn, OP_EXTEND, into, items, 0);
  }
  fn->top = mark;
  return true;
}

static bool build_is_simple(AstSeq elements) {
  return elements.count <= BUILD_CHUNK && !build_has_star(elements);
}

// Few elements and no stars: one instruction over a row, which may start at dst.
static void build_simple(Fn *fn, const AstNode *at, AstSeq elements, Reg dst, BcOp make) {
  uint32_t mark = fn->top;
  Reg row = fn_open_row(fn, dst);
  build_row(fn, elements, row);
  if (!elements.count) row = dst;
  fn_at(fn, at);
  fn_put(fn, make, dst, row, elements.count);
  fn->top = mark;
}

static void build_collection(Fn *fn, const AstNode *at, AstSeq elements, Reg dst, BcOp make, BcOp add) {
  uint32_t mark = fn->top;
  if (build_is_simple(elements) && elements.count < BUILD_CONST_MIN) {
    build_simple(fn, at, elements, dst, make);
    return;
  }
  Reg into = fn_is_temp(fn, dst) ? dst : fn_push(fn, 1);
  fn_at(fn, at);
  if (!build_constants(fn, elements, into, make)) {
    if (build_is_simple(elements)) build_simple(fn, at, elements, into, make);
    else build_chunked(fn, elements, into, make, add);
  }
  fn_move(fn, dst, into);
  fn->top = mark;
}

static void build_tuple(Fn *fn, AstTuple *tuple, Reg dst) {
  uint32_t index, mark = fn->top;
  if (tuple->elements.count <= BUILD_CONST_MAX && emit_constant_index(fn, &tuple->node, &index)) {
    fn_load_const(fn, dst, index);
  } else if (build_is_simple(tuple->elements)) {
    build_simple(fn, &tuple->node, tuple->elements, dst, OP_TUPLE);
  } else {
    Reg row = fn_open_row(fn, dst);
    fn_push(fn, 1);
    build_chunked(fn, tuple->elements, row, OP_LIST, OP_APPEND);
    fn_at(fn, &tuple->node);
    fn_intrinsic(fn, INTRINSIC_list_to_tuple, row, 1);
    fn_close_row(fn, row, dst, mark);
  }
}

// ---- dicts

static void build_pair(Fn *fn, AstDict *dict, uint32_t i, Reg row) {
  emit_to(fn, dict->keys.items[i], row);
  emit_to(fn, dict->values.items[i], row + 1);
}

static void build_add_pair(Fn *fn, AstDict *dict, uint32_t i, Reg into) {
  uint32_t mark = fn->top;
  Reg row = fn_push(fn, 2);
  if (dict->keys.items[i]) {
    build_pair(fn, dict, i, row);
    fn_at(fn, &dict->node);
    fn_put(fn, OP_MAPADD, into, row, row + 1);
  } else {
    fn_move(fn, row, into);
    emit_to(fn, dict->values.items[i], row + 1);
    fn_at(fn, &dict->node);
    fn_intrinsic(fn, INTRINSIC_dict_update, row, 2);
  }
  fn->top = mark;
}

static void build_dict(Fn *fn, AstDict *dict, Reg dst) {
  uint32_t mark = fn->top, first = 0;
  while (first < dict->keys.count && first < BUILD_CHUNK / 2 && dict->keys.items[first]) first++;
  bool is_whole = first == dict->keys.count;
  Reg into = is_whole || fn_is_temp(fn, dst) ? dst : fn_push(fn, 1);
  uint32_t rest = fn->top;
  Reg row = is_whole ? fn_open_row(fn, dst) : fn->top;
  for (uint32_t i = 0; i < first; i++) build_pair(fn, dict, i, fn_push(fn, 2));
  fn_at(fn, &dict->node);
  fn_put(fn, OP_DICT, into, first ? row : into, first);
  fn->top = rest;
  for (uint32_t i = first; i < dict->keys.count; i++) build_add_pair(fn, dict, i, into);
  fn_move(fn, dst, into);
  fn->top = mark;
}

// ---- f-strings

static uint32_t formatted_conversion(const AstFormattedValue *value) {
  return value->conversion < 0 ? 0 : (uint32_t)value->conversion;
}

// Errors point to the whole f-string.
static void build_formatted(Fn *fn, const AstNode *at, AstFormattedValue *value, Reg dst) {
  uint32_t mark = fn->top;
  Reg operand = emit_operand(fn, value->value, value->format_spec);
  Reg spec = value->format_spec ? emit_temp(fn, value->format_spec) : BC_NO_REG;
  fn_at(fn, at);
  fn_put_k(fn, OP_FORMAT, dst, operand, spec, formatted_conversion(value));
  fn->top = mark;
}

static void build_part(Fn *fn, const AstNode *at, AstNode *part, Reg dst) {
  if (AST_IS(FormattedValue, part)) build_formatted(fn, at, AST_AS(FormattedValue, part), dst);
  else emit_to(fn, part, dst);
}

// Parts into a row; a full chunk is joined into its first register and goes on from there.
static void build_joined(Fn *fn, AstJoinedStr *joined, Reg dst) {
  uint32_t mark = fn->top;
  AstSeq parts = joined->values;
  if (parts.count == 0) {
    fn_load_str(fn, dst, "", 0);
    return;
  }
  if (parts.count == 1) {
    build_part(fn, &joined->node, parts.items[0], dst);
    return;
  }
  Reg row = fn_open_row(fn, dst);
  for (uint32_t i = 0; i < parts.count; i++) {
    if (fn->top - row == BUILD_CHUNK) {
      fn_put(fn, OP_CONCAT, row, row, BUILD_CHUNK);
      fn->top = row + 1;
    }
    build_part(fn, &joined->node, parts.items[i], fn_push(fn, 1));
  }
  fn_at(fn, &joined->node);
  fn_put(fn, OP_CONCAT, dst, row, fn->top - row);
  fn->top = mark;
}

void emit_display(Fn *fn, AstNode *node, Reg dst) {
  switch (node->kind) {
    case AST_Tuple: build_tuple(fn, AST_AS(Tuple, node), dst); break;
    case AST_List: build_collection(fn, node, AST_AS(List, node)->elements, dst, OP_LIST, OP_APPEND); break;
    case AST_Set: build_collection(fn, node, AST_AS(Set, node)->elements, dst, OP_SET, OP_SETADD); break;
    case AST_Dict: build_dict(fn, AST_AS(Dict, node), dst); break;
    case AST_JoinedStr: build_joined(fn, AST_AS(JoinedStr, node), dst); break;
    default: break;  // the checker lets nothing else through
  }
}
