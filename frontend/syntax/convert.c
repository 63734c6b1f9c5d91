#include "frontend/syntax/convert.h"

#include "compiler/base/strbuf.h"
#include "frontend/syntax/names.h"
#include "frontend/syntax/syntax.h"

#include <string.h>

// ---- nodes of the syntax tree

Kids convert_kids(Convert *c, TSNode node) {
  uint32_t limit = ts_node_child_count(node);
  Kids kids = {.items = arena_new_array(&c->scratch, Kid, limit)};
  ts_tree_cursor_reset(&c->cursor, node);
  if (!ts_tree_cursor_goto_first_child(&c->cursor)) return kids;
  do {
    TSNode kid = ts_tree_cursor_current_node(&c->cursor);
    Symbol symbol = (Symbol)ts_node_symbol(kid);
    if (symbol == SYM_comment) continue;
    Field field = (Field)ts_tree_cursor_current_field_id(&c->cursor);
    kids.items[kids.count++] = (Kid){kid, symbol, field, ts_node_is_named(kid)};
  } while (ts_tree_cursor_goto_next_sibling(&c->cursor));
  return kids;
}

const Kid *convert_find(Kids kids, Field field) {
  for (uint32_t i = 0; i < kids.count; i++)
    if (kids.items[i].field == field) return &kids.items[i];
  return nullptr;
}

bool convert_has(Kids kids, Field field) { return convert_find(kids, field) != nullptr; }

Span convert_span(TSNode node) {
  TSPoint start = ts_node_start_point(node), end = ts_node_end_point(node);
  return (Span){start.row + 1, start.column, end.row + 1, end.column};
}

const char *convert_text(Convert *c, TSNode node, size_t *length) {
  uint32_t start = ts_node_start_byte(node);
  *length = ts_node_end_byte(node) - start;
  return c->source->text + start;
}

// ---- building

uint32_t convert_begin(Convert *c) { return c->nodes.count; }

void convert_push(Convert *c, AstNode *node) { vec_push(&c->nodes, node); }

AstSeq convert_end(Convert *c, uint32_t from) {
  AstSeq seq = ast_copy_seq(c->arena, c->nodes.items + from, c->nodes.count - from);
  c->nodes.count = from;
  return seq;
}

const Atom *convert_name(Convert *c, TSNode node) {
  size_t length;
  const char *text = convert_text(c, node, &length);
  if (names_is_reserved(text, length))
    convert_fail(c, convert_span(node), DIAG_SYNTAX, "'%.*s' is a keyword and cannot be used as a name", (int)length,
                 text);
  if (names_is_ascii(text, length)) return intern_put(c->intern, text, length);
  StrBuf normal = {0};
  uint32_t bad = names_normalise(text, length, &normal);
  if (bad) {
    StrBuf shown = {0};
    strbuf_put_rune(&shown, bad);
    convert_fail(c, convert_span(node), DIAG_SYNTAX, "invalid character '%s' (U+%04X)", strbuf_text(&shown), bad);
    strbuf_fini(&shown);
  }
  const Atom *atom = intern_put(c->intern, strbuf_text(&normal), normal.length);
  strbuf_fini(&normal);
  return atom;
}

const Atom *convert_dotted(Convert *c, TSNode node) {
  Kids kids = convert_kids(c, node);
  if (kids.count == 1) return convert_name(c, kids.items[0].node);
  StrBuf text = {0};
  for (uint32_t i = 0; i < kids.count; i++) {
    if (kids.items[i].named) strbuf_put_text(&text, convert_name(c, kids.items[i].node)->text);
    else strbuf_put_char(&text, '.');
  }
  const Atom *atom = intern_put(c->intern, strbuf_text(&text), text.length);
  strbuf_fini(&text);
  return atom;
}

AstNode *convert_constant(Convert *c, AstConst value, Span span) {
  AstConstant *constant = AST_NEW(c->arena, Constant, span);
  constant->value = value;
  return &constant->node;
}

AstNode *convert_placeholder(Convert *c, Span span) {
  return convert_constant(c, (AstConst){.kind = CONST_ELLIPSIS}, span);
}

void convert_fail(Convert *c, Span span, DiagCode code, const char *format, ...) {
  va_list args;
  va_start(args, format);
  diag_error_v(c->diag, span, code, format, args);
  va_end(args);
}

bool convert_enter(Convert *c, TSNode node) {
  if (++c->depth <= SYNTAX_MAX_DEPTH) return true;
  if (!c->too_deep) {
    convert_fail(c, convert_span(node), DIAG_LIMIT, "too many nested expressions");
    diag_note(c->diag, "at most %d may nest; give parts of it names", SYNTAX_MAX_DEPTH);
  }
  c->too_deep = true;
  return false;
}
