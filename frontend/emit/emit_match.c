// match: patterns as tests that jump to the next case when they fail.
//
// Captures of a pattern are held in temporaries, one per name, and bound only when the whole pattern has matched, so
// that a failed case changes nothing and alternatives can share their names. A flat pattern, whose parts are names and
// wildcards, cannot fail once it captures: it binds at once.
#include "frontend/emit/emit_int.h"

typedef struct {
  Fn *fn;
  VEC(const Atom *) names;
  Reg first;               // register of names.items[0]
  bool is_flat;            // captures are bound at once
} Captures;

static void match_pattern(Captures *captures, AstNode *pattern, Reg subject, Label *fail);

// ---- captures

static void captures_add(Captures *captures, const Atom *name) {
  if (!name) return;
  for (uint32_t i = 0; i < captures->names.count; i++)
    if (captures->names.items[i] == name) return;
  vec_push(&captures->names, (name));
}

static void captures_collect(Captures *captures, const AstNode *pattern);

static void captures_collect_seq(Captures *captures, AstSeq patterns) {
  for (uint32_t i = 0; i < patterns.count; i++) captures_collect(captures, patterns.items[i]);
}

static void captures_collect(Captures *captures, const AstNode *pattern) {
  switch (pattern->kind) {
    case AST_MatchSequence: captures_collect_seq(captures, ((const AstMatchSequence *)pattern)->patterns); break;
    case AST_MatchOr: captures_collect_seq(captures, ((const AstMatchOr *)pattern)->patterns); break;
    case AST_MatchMapping:
      captures_collect_seq(captures, ((const AstMatchMapping *)pattern)->patterns);
      captures_add(captures, ((const AstMatchMapping *)pattern)->rest);
      break;
    case AST_MatchClass:
      captures_collect_seq(captures, ((const AstMatchClass *)pattern)->patterns);
      captures_collect_seq(captures, ((const AstMatchClass *)pattern)->kwd_patterns);
      break;
    case AST_MatchStar: captures_add(captures, ((const AstMatchStar *)pattern)->name); break;
    case AST_MatchAs:
      if (((const AstMatchAs *)pattern)->pattern) captures_collect(captures, ((const AstMatchAs *)pattern)->pattern);
      captures_add(captures, ((const AstMatchAs *)pattern)->name);
      break;
    default: break;
  }
}

static void captures_set(Captures *captures, const Atom *name, Reg value) {
  if (captures->is_flat) {
    emit_store_name(captures->fn, name, value);
    return;
  }
  uint32_t i = 0;
  while (captures->names.items[i] != name) i++;
  fn_move(captures->fn, captures->first + i, value);
}

static void captures_bind(Captures *captures) {
  for (uint32_t i = 0; i < captures->names.count; i++)
    emit_store_name(captures->fn, captures->names.items[i], captures->first + i);
}

// ---- patterns

static bool match_is_wildcard(const AstNode *pattern) {
  if (AST_IS(MatchStar, pattern)) return !((const AstMatchStar *)pattern)->name;
  const AstMatchAs *as = (const AstMatchAs *)pattern;
  return AST_IS(MatchAs, pattern) && !as->name && !as->pattern;
}

static bool match_are_wildcards(AstSeq patterns) {
  for (uint32_t i = 0; i < patterns.count; i++)
    if (!match_is_wildcard(patterns.items[i])) return false;
  return true;
}

static void match_value(Fn *fn, AstMatchValue *pattern, Reg subject, Label *fail) {
  int32_t small;
  if (fold_int16(pattern->value, &small)) {
    fn_jump(fn, OP_JNEQI, subject, (uint32_t)small & 0xFFFF, fail);
  } else {
    Reg value = emit_any(fn, pattern->value);
    fn_at(fn, &pattern->node);
    fn_jump(fn, OP_JNEQ, subject, value, fail);
  }
}

static void match_singleton(Fn *fn, AstMatchSingleton *pattern, Reg subject, Label *fail) {
  Reg value = emit_temp(fn, pattern->value);
  fn_at(fn, &pattern->node);
  fn_jump(fn, OP_JNIS, subject, value, fail);
}

static void match_items(Captures *captures, AstSeq patterns, Reg items, Label *fail) {
  for (uint32_t i = 0; i < patterns.count; i++) {
    AstNode *pattern = patterns.items[i];
    const Atom *star = AST_IS(MatchStar, pattern) ? AST_AS(MatchStar, pattern)->name : nullptr;
    if (star) captures_set(captures, star, items + i);
    else if (!match_is_wildcard(pattern)) match_pattern(captures, pattern, items + i, fail);
  }
}

static uint32_t match_find_star(AstSeq patterns) {
  for (uint32_t i = 0; i < patterns.count; i++)
    if (AST_IS(MatchStar, patterns.items[i])) return i;
  return patterns.count;
}

// The items before and behind a star that takes the rest without a name: one by one, as the rest may be long.
static void match_around_star(Fn *fn, AstSeq patterns, uint32_t star, Reg subject, Reg items) {
  for (uint32_t i = 0; i < patterns.count; i++) {
    uint32_t index = i < star ? i : i - patterns.count;
    if (!match_is_wildcard(patterns.items[i])) fn_put_k(fn, OP_GETITEMI, items + i, subject, index & 0xFFFF, 0);
  }
}

static void match_sequence(Captures *captures, AstMatchSequence *pattern, Reg subject, Label *fail) {
  Fn *fn = captures->fn;
  AstSeq patterns = pattern->patterns;
  uint32_t star = match_find_star(patterns);
  bool is_exact = star == patterns.count;
  Reg row = fn_push(fn, 3);
  fn_move(fn, row, subject);
  fn_load_int(fn, row + 1, is_exact ? patterns.count : patterns.count - 1);
  fn_load_singleton(fn, row + 2, is_exact ? BC_SINGLETON_TRUE : BC_SINGLETON_FALSE);
  fn_intrinsic(fn, INTRINSIC_match_sequence, row, 3);
  fn_jump(fn, OP_JF, row, 0, fail);
  fn->top = row;
  if (match_are_wildcards(patterns)) return;
  Reg items = fn_push(fn, patterns.count);
  if (is_exact) fn_put(fn, OP_UNPACK, items, subject, patterns.count);
  else if (match_is_wildcard(patterns.items[star])) match_around_star(fn, patterns, star, subject, items);
  else fn_put_k(fn, OP_UNPACKEX, items, subject, star, patterns.count - star - 1);
  match_items(captures, patterns, items, fail);
}

// R[tuple] is a tuple of values, or None: then the pattern fails.
static void match_values(Captures *captures, Reg tuple, AstSeq first, AstSeq second, Label *fail) {
  Fn *fn = captures->fn;
  Reg none = fn_push(fn, 1);
  fn_load_singleton(fn, none, BC_SINGLETON_NONE);
  fn_jump(fn, OP_JIS, tuple, none, fail);
  uint32_t count = first.count + second.count;
  if (!count) return;
  Reg items = fn_push(fn, count);
  fn_put(fn, OP_UNPACK, items, tuple, count);
  match_items(captures, first, items, fail);
  match_items(captures, second, items + first.count, fail);
}

static void match_rest(Captures *captures, const Atom *rest, Reg subject, Reg keys) {
  Fn *fn = captures->fn;
  Reg row = fn_push(fn, 2);
  fn_move(fn, row, subject);
  fn_move(fn, row + 1, keys);
  fn_intrinsic(fn, INTRINSIC_match_rest, row, 2);
  captures_set(captures, rest, row);
}

static void match_mapping(Captures *captures, AstMatchMapping *pattern, Reg subject, Label *fail) {
  Fn *fn = captures->fn;
  Reg keys = fn_push(fn, 1), row = fn_push(fn, 2);
  fn_move(fn, row, subject);
  fn_load_int(fn, row + 1, pattern->keys.count);
  fn_intrinsic(fn, INTRINSIC_match_mapping, row, 2);
  fn_jump(fn, OP_JF, row, 0, fail);
  if (!pattern->keys.count && !pattern->rest) return;
  AstTuple tuple = {.node = {AST_Tuple, pattern->node.span}, .elements = pattern->keys};
  emit_to(fn, &tuple.node, keys);
  if (pattern->keys.count) {
    fn_move(fn, row, subject);
    fn_move(fn, row + 1, keys);
    fn_intrinsic(fn, INTRINSIC_match_keys, row, 2);
    fn->top = row + 1;
    match_values(captures, row, pattern->patterns, (AstSeq){0}, fail);
  }
  if (pattern->rest) match_rest(captures, pattern->rest, subject, keys);
}

static void match_class(Captures *captures, AstMatchClass *pattern, Reg subject, Label *fail) {
  Fn *fn = captures->fn;
  Reg row = fn_push(fn, 4);
  uint32_t *names = arena_new_array(&fn->scratch, uint32_t, pattern->kwd_attrs.count);
  for (uint32_t i = 0; i < pattern->kwd_attrs.count; i++) names[i] = fn_name(fn, pattern->kwd_attrs.items[i]);
  fn_move(fn, row, subject);
  emit_to(fn, pattern->cls, row + 1);
  fn_load_int(fn, row + 2, pattern->patterns.count);
  fn_load_const(fn, row + 3, consts_put_tuple(&fn->consts, names, pattern->kwd_attrs.count));
  fn_at(fn, &pattern->node);
  fn_intrinsic(fn, INTRINSIC_match_class, row, 4);
  fn->top = row + 1;
  match_values(captures, row, pattern->patterns, pattern->kwd_patterns, fail);
}

static void match_or(Captures *captures, AstMatchOr *pattern, Reg subject, Label *fail) {
  Fn *fn = captures->fn;
  uint32_t last = pattern->patterns.count - 1;
  Label matched;
  label_init(&matched);
  for (uint32_t i = 0; i < last; i++) {
    Label next;
    label_init(&next);
    match_pattern(captures, pattern->patterns.items[i], subject, &next);
    fn_jump(fn, OP_JMP, 0, 0, &matched);
    fn_place(fn, &next);
  }
  match_pattern(captures, pattern->patterns.items[last], subject, fail);
  fn_place(fn, &matched);
}

static void match_as(Captures *captures, AstMatchAs *pattern, Reg subject, Label *fail) {
  if (pattern->pattern) match_pattern(captures, pattern->pattern, subject, fail);
  if (pattern->name) captures_set(captures, pattern->name, subject);
}

static void match_pattern(Captures *captures, AstNode *pattern, Reg subject, Label *fail) {
  uint32_t mark = captures->fn->top;
  fn_at(captures->fn, pattern);
  switch (pattern->kind) {
    case AST_MatchValue: match_value(captures->fn, AST_AS(MatchValue, pattern), subject, fail); break;
    case AST_MatchSingleton: match_singleton(captures->fn, AST_AS(MatchSingleton, pattern), subject, fail); break;
    case AST_MatchSequence: match_sequence(captures, AST_AS(MatchSequence, pattern), subject, fail); break;
    case AST_MatchMapping: match_mapping(captures, AST_AS(MatchMapping, pattern), subject, fail); break;
    case AST_MatchClass: match_class(captures, AST_AS(MatchClass, pattern), subject, fail); break;
    case AST_MatchOr: match_or(captures, AST_AS(MatchOr, pattern), subject, fail); break;
    case AST_MatchAs: match_as(captures, AST_AS(MatchAs, pattern), subject, fail); break;
    default: break;
  }
  captures->fn->top = mark;
}

// ---- cases

static bool match_is_name(const AstNode *pattern) {
  return AST_IS(MatchStar, pattern) || (AST_IS(MatchAs, pattern) && !((const AstMatchAs *)pattern)->pattern);
}

static bool match_are_names(AstSeq patterns) {
  for (uint32_t i = 0; i < patterns.count; i++)
    if (!match_is_name(patterns.items[i])) return false;
  return true;
}

static bool match_is_flat(const AstNode *pattern) {
  switch (pattern->kind) {
    case AST_MatchSequence: return match_are_names(((const AstMatchSequence *)pattern)->patterns);
    case AST_MatchMapping:
      return !((const AstMatchMapping *)pattern)->rest && match_are_names(((const AstMatchMapping *)pattern)->patterns);
    case AST_MatchClass:
      return match_are_names(((const AstMatchClass *)pattern)->patterns) &&
             match_are_names(((const AstMatchClass *)pattern)->kwd_patterns);
    default: return match_is_name(pattern);
  }
}

// Tests the case and binds its captures; falls into its body, or jumps to `fail`.
static void match_case_head(Fn *fn, AstMatchCase *arm, Reg subject, Label *fail) {
  uint32_t mark = fn->top;
  Captures captures = {.fn = fn, .is_flat = match_is_flat(arm->pattern)};
  if (!captures.is_flat) captures_collect(&captures, arm->pattern);
  captures.first = fn_push(fn, captures.names.count);
  match_pattern(&captures, arm->pattern, subject, fail);
  fn_at(fn, arm->pattern);
  if (fn->is_reachable) captures_bind(&captures);
  vec_fini(&captures.names);
  fn->top = mark;
  if (arm->guard) emit_cond(fn, arm->guard, fail, false);
}

void emit_match(Fn *fn, AstMatch *match) {
  uint32_t mark = fn->top;
  Reg subject = emit_temp(fn, match->subject);
  Label end;
  label_init(&end);
  for (uint32_t i = 0; i < match->cases.count && fn->is_reachable; i++) {
    AstMatchCase *arm = AST_AS(MatchCase, match->cases.items[i]);
    Label next;
    label_init(&next);
    match_case_head(fn, arm, subject, &next);
    emit_body(fn, arm->body);
    fn_jump(fn, OP_JMP, 0, 0, &end);
    fn_place(fn, &next);
  }
  fn_place(fn, &end);
  fn->top = mark;
}

// ---- match as an expression

static void match_value_of(Fn *fn, AstSeq body, Reg dst);

static void match_value_of_if(Fn *fn, AstIf *branch, Reg dst) {
  Label orelse, end;
  label_init(&orelse);
  label_init(&end);
  emit_cond(fn, branch->test, &orelse, false);
  match_value_of(fn, branch->body, dst);
  fn_jump(fn, OP_JMP, 0, 0, &end);
  fn_place(fn, &orelse);
  match_value_of(fn, branch->orelse, dst);
  fn_place(fn, &end);
}

static void match_arms(Fn *fn, const AstNode *at, AstNode *matched, AstSeq cases, Reg dst) {
  uint32_t mark = fn->top;
  Reg subject = emit_temp(fn, matched);
  Label end;
  label_init(&end);
  for (uint32_t i = 0; i < cases.count && fn->is_reachable; i++) {
    AstMatchCase *arm = AST_AS(MatchCase, cases.items[i]);
    Label next;
    label_init(&next);
    match_case_head(fn, arm, subject, &next);
    match_value_of(fn, arm->body, dst);
    fn_jump(fn, OP_JMP, 0, 0, &end);
    fn_place(fn, &next);
  }
  fn_at(fn, at);
  fn_intrinsic_raising(fn, INTRINSIC_match_fail, subject, 1);
  fn_place(fn, &end);
  fn->top = mark;
}

// The value of an arm: its last expression, also that of both branches of an `if`; None when it ends in no value.
static void match_value_of(Fn *fn, AstSeq body, Reg dst) {
  if (body.count) emit_body(fn, (AstSeq){body.items, body.count - 1});
  if (!fn->is_reachable) return;
  AstNode *last = body.count ? body.items[body.count - 1] : nullptr;
  if (last && AST_IS(Expr, last)) {
    emit_to(fn, AST_AS(Expr, last)->value, dst);
  } else if (last && AST_IS(If, last)) {
    match_value_of_if(fn, AST_AS(If, last), dst);
  } else if (last && AST_IS(Match, last)) {
    match_arms(fn, last, AST_AS(Match, last)->subject, AST_AS(Match, last)->cases, dst);
  } else {
    if (last) emit_stmt(fn, last);
    fn_load_singleton(fn, dst, BC_SINGLETON_NONE);
  }
}

void emit_match_expr(Fn *fn, AstMatchExpr *match, Reg dst) {
  match_arms(fn, &match->node, match->subject, match->cases, dst);
}
