// `import`, `from ... import ...` and `use`.
#include "frontend/syntax/convert.h"

#include <string.h>

static const Atom *alias_at(Convert *c, Kids kids) {
  const Kid *alias = convert_find(kids, FIELD_alias);
  return alias ? convert_name(c, alias->node) : nullptr;
}

static AstNode *convert_alias(Convert *c, const Kid *kid, bool dotted) {
  Kids kids = convert_kids(c, kid->node);
  AstAlias *alias = AST_NEW(c->arena, Alias, convert_span(kid->node));
  alias->name = convert_dotted(c, convert_find(kids, FIELD_name)->node);
  alias->asname = alias_at(c, kids);
  if (!dotted && strchr(alias->name->text, '.'))
    convert_fail(c, alias->node.span, DIAG_SYNTAX, "a dotted name cannot be imported with 'from'");
  return &alias->node;
}

static AstSeq convert_aliases(Convert *c, Kids kids, bool dotted) {
  uint32_t from = convert_begin(c);
  for (uint32_t i = 0; i < kids.count; i++)
    if (kids.items[i].symbol == SYM_import_item) convert_push(c, convert_alias(c, &kids.items[i], dotted));
  return convert_end(c, from);
}

static int32_t count_dots(Convert *c, const Kid *dots) {
  int32_t level = 0;
  if (!dots) return 0;
  Kids kids = convert_kids(c, dots->node);
  for (uint32_t i = 0; i < kids.count; i++)
    level += kids.items[i].symbol == SYM_T_DOT ? 1 : kids.items[i].symbol == SYM_T_DOT_DOT ? 2 : 3;
  return level;
}

static AstNode *convert_from(Convert *c, Kids kids, Span span) {
  AstImportFrom *import = AST_NEW(c->arena, ImportFrom, span);
  const Kid *module = convert_find(kids, FIELD_module), *star = convert_find(kids, FIELD_star);
  import->level = count_dots(c, convert_find(kids, FIELD_dots));
  import->module = module ? convert_dotted(c, module->node) : nullptr;
  import->names = convert_aliases(c, kids, false);
  if (star) {
    AstAlias *all = AST_NEW(c->arena, Alias, convert_span(star->node));
    all->name = intern_put_text(c->intern, "*");
    import->names = ast_copy_seq(c->arena, (AstNode *[]){&all->node}, 1);
  }
  return &import->node;
}

static AstNode *convert_use_item(Convert *c, const Kid *kid) {
  Kids kids = convert_kids(c, kid->node);
  const Kid *scheme = convert_find(kids, FIELD_scheme), *path = convert_find(kids, FIELD_path);
  AstUseItem *item = AST_NEW(c->arena, UseItem, convert_span(kid->node));
  item->scheme = scheme ? convert_name(c, scheme->node) : nullptr;
  if (path->symbol != SYM_dotted_name) {
    size_t length;
    const char *text = convert_text(c, path->node, &length);
    if (length > 4 && !memcmp(text, "std/", 4)) text += 4, length -= 4;  // the library has no folder of that name
    item->path = intern_put(c->intern, text, length);
  } else {
    item->path = convert_dotted(c, path->node);
  }
  item->asname = alias_at(c, kids);
  return &item->node;
}

static AstNode *convert_use(Convert *c, Kids kids, Span span) {
  AstUse *use = AST_NEW(c->arena, Use, span);
  use->is_pub = convert_has(kids, FIELD_pub);
  uint32_t from = convert_begin(c);
  for (uint32_t i = 0; i < kids.count; i++)
    if (kids.items[i].symbol == SYM_use_item) convert_push(c, convert_use_item(c, &kids.items[i]));
  use->items = convert_end(c, from);
  return &use->node;
}

AstNode *convert_import(Convert *c, TSNode node, Symbol symbol) {
  Kids kids = convert_kids(c, node);
  Span span = convert_span(node);
  if (symbol == SYM_use_statement) return convert_use(c, kids, span);
  if (symbol == SYM_import_from_statement) return convert_from(c, kids, span);
  AstImport *import = AST_NEW(c->arena, Import, span);
  import->names = convert_aliases(c, kids, true);
  return &import->node;
}
