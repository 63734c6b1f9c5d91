// Comprehensions. Each is a function of one parameter `.0`, the iterator over its outermost iterable, which is
// evaluated outside: so its names have a scope of their own and tracebacks show it.
#include "frontend/emit/emit_int.h"

typedef struct {
  AstNode *node;
  AstSeq generators;
  AstNode *element, *value;  // value: of a dict
  Reg result;                // collection under construction; unused by a generator
} Comp;

static Comp comp_of(AstNode *node) {
  switch (node->kind) {
    case AST_ListComp: {
      AstListComp *comp = AST_AS(ListComp, node);
      return (Comp){node, comp->generators, comp->element, nullptr, 0};
    }
    case AST_SetComp: {
      AstSetComp *comp = AST_AS(SetComp, node);
      return (Comp){node, comp->generators, comp->element, nullptr, 0};
    }
    case AST_DictComp: {
      AstDictComp *comp = AST_AS(DictComp, node);
      return (Comp){node, comp->generators, comp->key, comp->value, 0};
    }
    default: {
      AstGeneratorExp *comp = AST_AS(GeneratorExp, node);
      return (Comp){node, comp->generators, comp->element, nullptr, 0};
    }
  }
}

static void comp_element(Fn *fn, const Comp *comp) {
  uint32_t mark = fn->top;
  Reg element = comp->value ? emit_operand(fn, comp->element, comp->value) : emit_any(fn, comp->element);
  Reg value = comp->value ? emit_any(fn, comp->value) : 0;
  fn_at(fn, comp->element);
  switch (comp->node->kind) {
    case AST_ListComp: fn_put(fn, OP_APPEND, comp->result, element, 0); break;
    case AST_SetComp: fn_put(fn, OP_SETADD, comp->result, element, 0); break;
    case AST_DictComp: fn_put(fn, OP_MAPADD, comp->result, element, value); break;
    default: fn_put(fn, OP_YIELD, fn_push(fn, 1), element, 0);
  }
  fn->top = mark;
}

static void comp_generator(Fn *fn, const Comp *comp, uint32_t i) {
  if (i == comp->generators.count) {
    comp_element(fn, comp);
    return;
  }
  uint32_t mark = fn->top;
  AstComprehension *generator = AST_AS(Comprehension, comp->generators.items[i]);
  Label body, next;
  label_init(&body);
  label_init(&next);
  Reg direct = emit_target_reg(fn, generator->target);
  Reg state = fn_push(fn, 3);
  Reg item = direct != FN_NO_PC ? direct : fn_push(fn, 1);
  uint32_t inside = fn->top;
  Reg iterable = i ? emit_view(fn, generator->iter) : 0;
  fn->top = inside;
  fn_at(fn, comp->node);
  fn_jump(fn, OP_FORPREP, state, iterable, &next);
  fn_place_back(fn, &body);
  if (direct != FN_NO_PC) fn_set_assigned(fn, direct);
  else emit_store(fn, generator->target, item);
  for (uint32_t j = 0; j < generator->ifs.count; j++) emit_cond(fn, generator->ifs.items[j], &next, false);
  comp_generator(fn, comp, i + 1);
  fn_place(fn, &next);
  fn_at(fn, comp->node);
  fn_jump(fn, OP_FORLOOP, item, state, &body);
  fn->top = mark;
}

static void comp_open_result(Fn *fn, Comp *comp) {
  comp->result = fn_push(fn, 1);
  BcOp make = AST_IS(ListComp, comp->node) ? OP_LIST : AST_IS(SetComp, comp->node) ? OP_SET : OP_DICT;
  fn_put(fn, make, comp->result, comp->result, 0);
}

static uint32_t comp_body(Fn *outer, Comp *comp) {
  uint32_t index;
  Fn fn;
  const Scope *scope = scope_of_node(outer->em->tree, comp->node);
  BcProto *proto = emit_new_proto(outer->em, outer, scope, &index);
  proto->npos = proto->nposonly = proto->nparams = 1;
  proto->param_hints = arena_new_array(outer->em->arena, uint8_t, 1);
  bool is_generator = AST_IS(GeneratorExp, comp->node);
  fn_init(&fn, outer->em, outer, scope, proto);
  fn_at(&fn, comp->node);
  if (!is_generator) comp_open_result(&fn, comp);
  comp_generator(&fn, comp, 0);
  fn_at(&fn, comp->node);
  if (is_generator) fn_put(&fn, OP_RETNONE, 0, 0, 0);
  else fn_put(&fn, OP_RET, comp->result, 0, 0);
  fn_finish(&fn);
  fn_fini(&fn);
  return index;
}

void emit_comprehension(Fn *fn, AstNode *node, Reg dst) {
  if (!fn->is_reachable) return;
  uint32_t mark = fn->top;
  Comp comp = comp_of(node);
  Reg window = fn_open_row(fn, dst);
  Reg arg = fn_push(fn, BC_WINDOW_HEADER + 1) + BC_WINDOW_HEADER;
  emit_closure(fn, window, comp_body(fn, &comp), 0, 0);
  AstNode *iter = AST_AS(Comprehension, comp.generators.items[0])->iter;
  Reg iterable = emit_view(fn, iter);
  fn_at(fn, node);
  fn_put(fn, OP_ITERABLE, arg, iterable, 0);
  fn->top = arg + 1;
  fn_at(fn, node);
  fn_put(fn, OP_CALL, window, 1, 0);
  fn_close_row(fn, window, dst, mark);
}
