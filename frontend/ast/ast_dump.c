// ast_dump: the tree as stable text, straight from the field tables.
//
// Method: an explicit stack of pending lines instead of recursion, so that a chain of any depth can be dumped.
// Children are pushed last first. Indentation stops growing at DUMP_INDENT levels; deeper lines carry their
// level as a number.
#include "frontend/ast/ast.h"
#include "compiler/base/vec.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

enum { DUMP_INDENT = 60 };

typedef struct {
  const AstNode *node;  // NULL: print "none"
  const AstField *field;
  int32_t index;        // place in a list, -1 for a single child
  uint32_t level;
} DumpItem;

typedef struct {
  StrBuf *out;
  VEC(DumpItem) pending;
} Dump;

static void dump_indent(Dump *dump, uint32_t level) {
  for (uint32_t i = 0; i < level && i < DUMP_INDENT; i++) strbuf_put_text(dump->out, "  ");
  if (level > DUMP_INDENT) strbuf_put_format(dump->out, "[%u] ", level);
}

static void dump_real(StrBuf *out, double real) {
  char text[40];
  int digits = 1;
  double back;
  do snprintf(text, sizeof text, "%.*g", digits++, real);
  while (digits < 18 && (sscanf(text, "%lf", &back) != 1 || back != real));
  strbuf_put_text(out, text);
  if (!strpbrk(text, ".enia")) strbuf_put_text(out, ".0");
}

static void dump_const(StrBuf *out, const AstConst *value) {
  static const char *const words[] = {"None", "True", "False", "Ellipsis"};
  switch (value->kind) {
    case CONST_INT: strbuf_put_format(out, "%" PRId64, value->integer); return;
    case CONST_BIGINT: strbuf_put_bytes(out, value->text.bytes, value->text.length); return;
    case CONST_COMPLEX:
    case CONST_FLOAT: dump_real(out, value->real); break;
    case CONST_BYTES: strbuf_put_char(out, 'b'); [[fallthrough]];
    case CONST_STR: strbuf_put_quoted(out, value->text.bytes, value->text.length); return;
    default: strbuf_put_text(out, words[value->kind]);
  }
  if (value->kind == CONST_COMPLEX) strbuf_put_char(out, 'j');
}

static void dump_atom(StrBuf *out, const Atom *atom) {
  strbuf_put_text(out, atom ? atom->text : "none");
}

static void dump_atoms(StrBuf *out, const AstAtoms *atoms) {
  for (uint32_t i = 0; i < atoms->count; i++) {
    if (i) strbuf_put_text(out, ", ");
    dump_atom(out, atoms->items[i]);
  }
}

static void dump_ops(StrBuf *out, const AstOps *ops) {
  for (uint32_t i = 0; i < ops->count; i++) strbuf_put_format(out, i ? ", %s" : "%s", ast_op_name(ops->items[i]));
}

static void dump_text(StrBuf *out, const AstText *text) {
  if (text->bytes) strbuf_put_quoted(out, text->bytes, text->length);
  else strbuf_put_text(out, "none");
}

static void dump_scalar(StrBuf *out, const AstNode *node, const AstField *field) {
  switch (field->type) {
    case AST_FIELD_ATOM: dump_atom(out, *ast_field_at(Atom *, node, field)); break;
    case AST_FIELD_ATOMS: dump_atoms(out, ast_field_at(AstAtoms, node, field)); break;
    case AST_FIELD_TEXT: dump_text(out, ast_field_at(AstText, node, field)); break;
    case AST_FIELD_FLAG: strbuf_put_text(out, "yes"); break;
    case AST_FIELD_INT: strbuf_put_format(out, "%" PRId32, *ast_field_at(int32_t, node, field)); break;
    case AST_FIELD_OP: strbuf_put_text(out, ast_op_name(*ast_field_at(AstOp, node, field))); break;
    case AST_FIELD_OPS: dump_ops(out, ast_field_at(AstOps, node, field)); break;
    case AST_FIELD_CONST: dump_const(out, ast_field_at(AstConst, node, field)); break;
    case AST_FIELD_NODE:
    case AST_FIELD_LIST: break;
  }
}

// An unset flag, name or child is left out: the common case stays short.
static bool dump_field_is_set(const AstNode *node, const AstField *field) {
  switch (field->type) {
    case AST_FIELD_FLAG: return *ast_field_at(bool, node, field);
    case AST_FIELD_ATOM: return *ast_field_at(Atom *, node, field) != nullptr;
    case AST_FIELD_ATOMS: return ast_field_at(AstAtoms, node, field)->count != 0;
    case AST_FIELD_TEXT: return ast_field_at(AstText, node, field)->bytes != nullptr;
    case AST_FIELD_NODE:
    case AST_FIELD_LIST: return false;
    default: return true;
  }
}

static void dump_push_list(Dump *dump, const AstSeq *seq, const AstField *field, uint32_t level) {
  for (uint32_t i = seq->count; i-- > 0;) vec_push(&dump->pending, {seq->items[i], field, (int32_t)i, level});
}

static void dump_push_children(Dump *dump, const AstNode *node, AstFields fields, uint32_t level) {
  for (uint32_t i = fields.count; i-- > 0;) {
    const AstField *field = &fields.items[i];
    if (field->type == AST_FIELD_LIST) dump_push_list(dump, ast_field_at(AstSeq, node, field), field, level);
    if (field->type != AST_FIELD_NODE) continue;
    const AstNode *child = *ast_field_at(AstNode *, node, field);
    if (child) vec_push(&dump->pending, {child, field, -1, level});
  }
}

static void dump_head(Dump *dump, const DumpItem *item) {
  dump_indent(dump, item->level);
  if (item->field) strbuf_put_text(dump->out, item->field->name);
  if (item->index >= 0) strbuf_put_format(dump->out, "[%d]", item->index);
  if (item->field) strbuf_put_text(dump->out, ": ");
  if (!item->node) {
    strbuf_put_text(dump->out, "none\n");
    return;
  }
  Span at = item->node->span;
  strbuf_put_format(dump->out, "%s %u:%u-%u:%u\n", ast_kind_name(item->node->kind), at.line, at.col, at.end_line,
                    at.end_col);
}

static void dump_item(Dump *dump, const DumpItem *item) {
  dump_head(dump, item);
  if (!item->node) return;
  AstFields fields = ast_kind_fields(item->node->kind);
  for (uint32_t i = 0; i < fields.count; i++) {
    if (!dump_field_is_set(item->node, &fields.items[i])) continue;
    dump_indent(dump, item->level + 1);
    strbuf_put_format(dump->out, "%s: ", fields.items[i].name);
    dump_scalar(dump->out, item->node, &fields.items[i]);
    strbuf_put_char(dump->out, '\n');
  }
  dump_push_children(dump, item->node, fields, item->level + 1);
}

void ast_dump(const AstNode *root, StrBuf *out) {
  Dump dump = {.out = out};
  vec_push(&dump.pending, {root, nullptr, -1, 0});
  while (dump.pending.count) {
    DumpItem item = vec_take_last(&dump.pending);
    dump_item(&dump, &item);
  }
  vec_fini(&dump.pending);
}
