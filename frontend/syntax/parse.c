// syntax_parse: runs the parser, then converts its tree; with a syntax error, finds and explains the errors instead.
//
// The parser is told to stop at the first error (otter_grammar_error_seen), because its recovery takes long and its
// result is not used: syntax_explain parses again, more slowly, and knows where each error is.
#include "frontend/syntax/convert.h"
#include "frontend/syntax/explain.h"
#include "frontend/syntax/syntax.h"

#include <string.h>

static bool parse_tree(const Source *source, TSTree **tree) {
  TSParser *parser = ts_parser_new();
  ts_parser_set_language(parser, tree_sitter_otter());
  otter_grammar_error_seen = 0;
  ts_parser_set_cancellation_flag(parser, &otter_grammar_error_seen);
  *tree = ts_parser_parse_string(parser, nullptr, source->text, (uint32_t)source->length);
  ts_parser_delete(parser);
  if (*tree && !ts_node_has_error(ts_tree_root_node(*tree))) return true;
  if (*tree) ts_tree_delete(*tree);
  return false;
}

static AstModule *convert_module(Convert *c, TSNode root) {
  AstModule *module = AST_NEW(c->arena, Module, convert_span(root));
  module->node.span = (Span){1, 0, module->node.span.end_line, module->node.span.end_col};
  module->body = convert_block(c, root);
  return module;
}

static AstModule *convert_tree(Convert *c, TSTree *tree) {
  uint32_t errors = diag_error_count(c->diag);
  TSNode root = ts_tree_root_node(tree);
  arena_init(&c->scratch);
  c->cursor = ts_tree_cursor_new(root);
  AstModule *module = convert_module(c, root);
  ts_tree_cursor_delete(&c->cursor);
  vec_fini(&c->chain);
  vec_fini(&c->nodes);
  arena_fini(&c->scratch);
  return diag_error_count(c->diag) == errors ? module : nullptr;
}

static AstModule *parse(Convert *c) {
  TSTree *tree;
  if (!syntax_precheck(c->source, c->diag)) return nullptr;
  if (!parse_tree(c->source, &tree)) {
    syntax_explain(c->source, c->diag);
    return nullptr;
  }
  AstModule *module = convert_tree(c, tree);
  ts_tree_delete(tree);
  return module;
}

AstModule *syntax_parse(const Source *source, Arena *arena, Intern *intern, DiagSink *diag) {
  Convert c = {.source = source, .arena = arena, .intern = intern, .diag = diag};
  return parse(&c);
}

bool syntax_check(const Source *source, DiagSink *diag) {
  Arena arena;
  Intern intern;
  arena_init(&arena);
  intern_init(&intern, &arena);
  Convert c = {.source = source, .arena = &arena, .intern = &intern, .diag = diag, .syntax_only = true};
  bool ok = parse(&c) != nullptr;
  intern_fini(&intern);
  arena_fini(&arena);
  return ok;
}
