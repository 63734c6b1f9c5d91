// Patterns: CPython's rules, and whether a match over an enum covers its variants.
#include "frontend/check/check_int.h"

#include <string.h>

typedef VEC(const Atom *) NameVec;

// ---- names bound by a pattern

static bool names_have(const NameVec *names, uint32_t from, const Atom *name) {
  for (uint32_t i = from; i < names->count; i++)
    if (names->items[i] == name) return true;
  return false;
}

static void match_bind(Check *check, NameVec *names, const Atom *name, Span span) {
  if (!name) return;
  if (names_have(names, 0, name))
    check_report(check, DIAG_NAME, span, "multiple assignments to name '%s' in pattern", name->text);
  vec_push(names, (name));
}

static void match_names(Check *check, NameVec *names, AstNode *pattern);

static void match_names_seq(Check *check, NameVec *names, AstSeq patterns) {
  for (uint32_t i = 0; i < patterns.count; i++) match_names(check, names, patterns.items[i]);
}

static bool names_equal(const NameVec *a, const NameVec *b) {
  if (a->count != b->count) return false;
  for (uint32_t i = 0; i < a->count; i++)
    if (!names_have(b, 0, a->items[i])) return false;
  return true;
}

static AstNode *match_last(const AstMatchOr *pattern) {
  return pattern->patterns.items[pattern->patterns.count - 1];
}

static bool match_is_irrefutable(const AstNode *pattern);

// Each alternative binds the same names; none but the last takes everything.
static void match_or_names(Check *check, NameVec *names, AstMatchOr *pattern) {
  NameVec first = {0};
  match_names(check, &first, pattern->patterns.items[0]);
  for (uint32_t i = 1; i < pattern->patterns.count; i++) {
    NameVec other = {0};
    match_names(check, &other, pattern->patterns.items[i]);
    if (!names_equal(&first, &other))
      check_report(check, DIAG_NAME, pattern->node.span, "alternative patterns bind different names");
    vec_fini(&other);
  }
  for (uint32_t i = 0; i < first.count; i++) match_bind(check, names, first.items[i], pattern->node.span);
  vec_fini(&first);
}

static void match_unreachable(Check *check, const AstNode *pattern) {
  while (AST_IS(MatchOr, pattern)) pattern = match_last((const AstMatchOr *)pattern);
  const AstMatchAs *as = (const AstMatchAs *)pattern;
  if (as->name)
    check_report(check, DIAG_SYNTAX, pattern->span, "name capture '%s' makes remaining patterns unreachable",
                 as->name->text);
  else check_report(check, DIAG_SYNTAX, pattern->span, "wildcard makes remaining patterns unreachable");
}

static void match_sequence_stars(Check *check, AstSeq patterns) {
  uint32_t stars = 0;
  for (uint32_t i = 0; i < patterns.count; i++)
    if (AST_IS(MatchStar, patterns.items[i]) && ++stars == 2)
      check_report(check, DIAG_SYNTAX, patterns.items[i]->span, "multiple starred names in sequence pattern");
}

static void match_class_attrs(Check *check, AstMatchClass *pattern) {
  for (uint32_t i = 1; i < pattern->kwd_attrs.count; i++)
    for (uint32_t j = 0; j < i; j++)
      if (pattern->kwd_attrs.items[i] == pattern->kwd_attrs.items[j])
        check_report(check, DIAG_SYNTAX, pattern->node.span, "attribute name repeated in class pattern: %s",
                     pattern->kwd_attrs.items[i]->text);
}

// A key as an error message shows it.
static void match_put_key(const AstConst *key, StrBuf *out) {
  static const char *const words[] = {"None", "True", "False"};
  if (key->kind <= CONST_FALSE) strbuf_put_text(out, words[key->kind]);
  else if (key->kind == CONST_INT) strbuf_put_format(out, "%lld", (long long)key->integer);
  else if (key->kind == CONST_FLOAT) strbuf_put_format(out, "%g", key->real);
  else strbuf_put_format(out, "'%s'", key->text.bytes ? key->text.bytes : "...");
}

// The number that a key counts as: True is 1 and 1.0 is 1.
static bool match_key_number(const AstConst *key, double *out) {
  *out = key->kind == CONST_INT ? (double)key->integer : key->kind == CONST_FLOAT ? key->real : key->kind == CONST_TRUE;
  return key->kind == CONST_INT || key->kind == CONST_FLOAT || key->kind == CONST_TRUE || key->kind == CONST_FALSE;
}

static bool match_keys_equal(const AstConst *a, const AstConst *b) {
  double x, y;
  bool is_number = match_key_number(a, &x);
  if (is_number != match_key_number(b, &y)) return false;
  if (is_number) return x == y;
  bool is_text = a->kind == CONST_STR || a->kind == CONST_BYTES;
  if (a->kind != b->kind || !is_text) return a->kind == b->kind && a->kind == CONST_NONE;
  return a->text.length == b->text.length && !memcmp(a->text.bytes, b->text.bytes, a->text.length);
}

static const AstConst *match_literal_key(const AstNode *key) {
  return AST_IS(Constant, key) ? &((const AstConstant *)key)->value : nullptr;
}

static void match_duplicate_key(Check *check, const AstNode *at, const AstConst *key) {
  StrBuf text = {0};
  match_put_key(key, &text);
  check_report(check, DIAG_SYNTAX, at->span, "mapping pattern checks duplicate key (%s)", strbuf_text(&text));
  strbuf_fini(&text);
}

// a + b in a pattern can only be a complex number.
static void match_value_rule(Check *check, const AstNode *value) {
  if (!AST_IS(BinOp, value)) return;
  const AstConst *right = match_literal_key(((const AstBinOp *)value)->right);
  if (right && right->kind != CONST_COMPLEX)
    check_report(check, DIAG_SYNTAX, value->span, "imaginary number required in complex literal");
}

static void match_mapping_keys(Check *check, const AstMatchMapping *pattern) {
  if (pattern->rest && atom_is(pattern->rest, "_")) {
    check_report(check, DIAG_SYNTAX, pattern->node.span, "invalid syntax: '**_' in a mapping pattern");
    diag_note(check->diag, "a mapping pattern ignores other keys anyway: leave '**_' out");
  }
  for (uint32_t i = 0; i < pattern->keys.count; i++) match_value_rule(check, pattern->keys.items[i]);
  for (uint32_t i = 1; i < pattern->keys.count && i < 256; i++) {
    const AstConst *key = match_literal_key(pattern->keys.items[i]);
    for (uint32_t j = 0; key && j < i; j++) {
      const AstConst *earlier = match_literal_key(pattern->keys.items[j]);
      if (!earlier || !match_keys_equal(key, earlier)) continue;
      match_duplicate_key(check, &pattern->node, key);
      break;
    }
  }
}

static void match_names(Check *check, NameVec *names, AstNode *pattern) {
  switch (pattern->kind) {
    case AST_MatchSequence:
      match_sequence_stars(check, AST_AS(MatchSequence, pattern)->patterns);
      match_names_seq(check, names, AST_AS(MatchSequence, pattern)->patterns);
      break;
    case AST_MatchMapping:
      match_mapping_keys(check, AST_AS(MatchMapping, pattern));
      match_names_seq(check, names, AST_AS(MatchMapping, pattern)->patterns);
      match_bind(check, names, AST_AS(MatchMapping, pattern)->rest, pattern->span);
      break;
    case AST_MatchClass:
      match_class_attrs(check, AST_AS(MatchClass, pattern));
      match_names_seq(check, names, AST_AS(MatchClass, pattern)->patterns);
      match_names_seq(check, names, AST_AS(MatchClass, pattern)->kwd_patterns);
      break;
    case AST_MatchValue: match_value_rule(check, AST_AS(MatchValue, pattern)->value); break;
    case AST_MatchStar: match_bind(check, names, AST_AS(MatchStar, pattern)->name, pattern->span); break;
    case AST_MatchAs:
      if (AST_AS(MatchAs, pattern)->pattern) match_names(check, names, AST_AS(MatchAs, pattern)->pattern);
      match_bind(check, names, AST_AS(MatchAs, pattern)->name, pattern->span);
      break;
    case AST_MatchOr: {
      AstSeq patterns = AST_AS(MatchOr, pattern)->patterns;
      for (uint32_t i = 0; i + 1 < patterns.count; i++)
        if (match_is_irrefutable(patterns.items[i])) match_unreachable(check, patterns.items[i]);
      match_or_names(check, names, AST_AS(MatchOr, pattern));
      break;
    }
    default: break;
  }
}

static bool match_is_irrefutable(const AstNode *pattern) {
  if (AST_IS(MatchOr, pattern)) return match_is_irrefutable(match_last((const AstMatchOr *)pattern));
  if (!AST_IS(MatchAs, pattern)) return false;
  const AstNode *inner = ((const AstMatchAs *)pattern)->pattern;
  return !inner || match_is_irrefutable(inner);
}

// ---- exhaustiveness

// The `Enum.Variant` that a pattern names, or NULL.
static const AstAttribute *match_variant_of(const AstNode *pattern) {
  const AstNode *named = AST_IS(MatchValue, pattern)   ? ((const AstMatchValue *)pattern)->value
                         : AST_IS(MatchClass, pattern) ? ((const AstMatchClass *)pattern)->cls
                                                       : nullptr;
  if (!named || !AST_IS(Attribute, named)) return nullptr;
  const AstAttribute *attribute = (const AstAttribute *)named;
  return AST_IS(Name, attribute->value) ? attribute : nullptr;
}

// A variant is covered by a pattern that takes any payload.
static bool match_takes_payload(const AstNode *pattern) {
  if (!AST_IS(MatchClass, pattern)) return true;
  const AstMatchClass *class = (const AstMatchClass *)pattern;
  for (uint32_t i = 0; i < class->patterns.count; i++)
    if (!match_is_irrefutable(class->patterns.items[i])) return false;
  for (uint32_t i = 0; i < class->kwd_patterns.count; i++)
    if (!match_is_irrefutable(class->kwd_patterns.items[i])) return false;
  return true;
}

static bool match_pattern_covers(const AstNode *pattern, const Atom *variant) {
  if (AST_IS(MatchAs, pattern)) {
    const AstNode *inner = ((const AstMatchAs *)pattern)->pattern;
    return !inner || match_pattern_covers(inner, variant);
  }
  if (AST_IS(MatchOr, pattern)) {
    AstSeq patterns = ((const AstMatchOr *)pattern)->patterns;
    for (uint32_t i = 0; i < patterns.count; i++)
      if (match_pattern_covers(patterns.items[i], variant)) return true;
    return false;
  }
  const AstAttribute *named = match_variant_of(pattern);
  return named && named->attr == variant && match_takes_payload(pattern);
}

static bool match_covers(AstSeq cases, const Atom *variant) {
  for (uint32_t i = 0; i < cases.count; i++) {
    const AstMatchCase *arm = AST_AS(MatchCase, cases.items[i]);
    if (!arm->guard && match_pattern_covers(arm->pattern, variant)) return true;
  }
  return false;
}

// The name left of the dot in the first case.
static const AstName *match_enum_name(AstSeq cases) {
  const AstNode *pattern = cases.count ? AST_AS(MatchCase, cases.items[0])->pattern : nullptr;
  if (pattern && AST_IS(MatchOr, pattern)) pattern = ((const AstMatchOr *)pattern)->patterns.items[0];
  const AstAttribute *named = pattern ? match_variant_of(pattern) : nullptr;
  return named ? (const AstName *)named->value : nullptr;
}

// Payload patterns split a variant over several cases: what they leave is found at run time, so only a variant that
// no case names is reported.
static bool match_names_variant(AstSeq cases, const Atom *variant) {
  for (uint32_t i = 0; i < cases.count; i++) {
    const AstAttribute *named = match_variant_of(AST_AS(MatchCase, cases.items[i])->pattern);
    if (named && named->attr == variant) return true;
  }
  return false;
}

typedef VEC(const Atom *) VariantVec;

static void match_declared(const Check *check, const Atom *name, VariantVec *variants) {
  for (uint32_t i = 0; i < check->module->body.count; i++) {
    const AstNode *node = check->module->body.items[i];
    if (!AST_IS(EnumDef, node) || ((const AstEnumDef *)node)->name != name) continue;
    AstSeq body = ((const AstEnumDef *)node)->body;
    for (uint32_t j = 0; j < body.count; j++)
      if (AST_IS(EnumVariant, body.items[j])) vec_push(variants, AST_AS(EnumVariant, body.items[j])->name);
    return;
  }
}

// The two enums of the prelude.
static void match_prelude(const Check *check, const Atom *name, VariantVec *variants) {
  bool is_option = atom_is(name, "Option");
  if (!is_option && !atom_is(name, "Result")) return;
  vec_push(variants, intern_put_text(check->tree->intern, is_option ? "Some" : "Ok"));
  vec_push(variants, intern_put_text(check->tree->intern, is_option ? "None" : "Err"));
}

static void match_report(Check *check, const AstNode *match, const Atom *name, const VariantVec *missing) {
  StrBuf list = {0};
  for (uint32_t i = 0; i < missing->count; i++)
    strbuf_put_format(&list, "%s'%s.%s'", !i ? "" : i + 1 < missing->count ? ", " : " and ", name->text, missing->items[i]->text);
  check_report(check, DIAG_MATCH, match->span, "this match does not cover %s", strbuf_text(&list));
  strbuf_fini(&list);
  diag_note(check->diag, "add 'case %s.%s', or 'case _' for all others", name->text, missing->items[0]->text);
}

// A case of another kind, such as None, may stand for what no variant names: nothing is said then.
static bool match_is_plain(AstSeq cases) {
  for (uint32_t i = 0; i < cases.count; i++)
    if (!match_variant_of(AST_AS(MatchCase, cases.items[i])->pattern)) return false;
  return true;
}

static void match_exhaustive(Check *check, const AstNode *match, AstSeq cases, const Place *place) {
  const AstName *named = match_enum_name(cases);
  if (!named) return;
  VariantVec variants = {0}, missing = {0};
  if (!scope_is_builtin(check->tree, place->scope, named->id)) match_declared(check, named->id, &variants);
  else if (match_is_plain(cases)) match_prelude(check, named->id, &variants);
  for (uint32_t i = 0; i < variants.count; i++)
    if (!match_covers(cases, variants.items[i]) && !match_names_variant(cases, variants.items[i]))
      vec_push(&missing, variants.items[i]);
  if (missing.count) match_report(check, match, named->id, &missing);
  vec_fini(&variants);
  vec_fini(&missing);
}

void check_match_cases(Check *check, AstNode *match, AstSeq cases, const Place *place) {
  for (uint32_t i = 0; i < cases.count; i++) {
    AstMatchCase *arm = AST_AS(MatchCase, cases.items[i]);
    NameVec names = {0};
    match_names(check, &names, arm->pattern);
    vec_fini(&names);
    check_payload(check, arm->pattern, place);
    if (i + 1 < cases.count && !arm->guard && match_is_irrefutable(arm->pattern)) match_unreachable(check, arm->pattern);
  }
  match_exhaustive(check, match, cases, place);
}
