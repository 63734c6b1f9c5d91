// import, from ... import, use.
#include "frontend/emit/emit_int.h"

#include <string.h>

// R[row] = the module; `row` is the first of three temporaries, R[row + 1] already holds the names wanted.
static void import_name(Fn *fn, Reg row, const char *name, size_t length, int64_t level) {
  fn_load_str(fn, row, name, length);
  fn_load_int(fn, row + 2, level);
  fn_intrinsic(fn, INTRINSIC_import_name, row, 3);
}

static void import_whole(Fn *fn, Reg row, const char *name, size_t length, int64_t level) {
  fn_load_singleton(fn, row + 1, BC_SINGLETON_NONE);
  import_name(fn, row, name, length, level);
}

// R[row] = R[row].part for every part of a dotted name behind its first; `row` has two temporaries.
static void import_descend(Fn *fn, Reg row, const char *name) {
  for (const char *dot = strchr(name, '.'); dot; dot = strchr(dot + 1, '.')) {
    fn_load_str(fn, row + 1, dot + 1, strcspn(dot + 1, "."));
    fn_intrinsic(fn, INTRINSIC_import_from, row, 2);
  }
}

static void import_alias(Fn *fn, AstAlias *alias) {
  uint32_t mark = fn->top;
  Reg row = fn_push(fn, 3);
  const char *name = alias->name->text;
  import_whole(fn, row, name, alias->name->length, 0);
  if (alias->asname) import_descend(fn, row, name);
  const Atom *top = intern_put(fn->em->tree->intern, name, strcspn(name, "."));
  emit_store_name(fn, alias->asname ? alias->asname : top, row);
  fn->top = mark;
}

void emit_import(Fn *fn, AstImport *import) {
  for (uint32_t i = 0; i < import->names.count; i++) import_alias(fn, AST_AS(Alias, import->names.items[i]));
}

static void import_one_from(Fn *fn, Reg module, AstAlias *alias) {
  uint32_t mark = fn->top;
  Reg row = fn_push(fn, 2);
  fn_move(fn, row, module);
  if (atom_is(alias->name, "*")) {
    fn_intrinsic(fn, INTRINSIC_import_star, row, 1);
  } else {
    fn_load_atom(fn, row + 1, alias->name);
    fn_intrinsic(fn, INTRINSIC_import_from, row, 2);
    emit_store_name(fn, alias->asname ? alias->asname : alias->name, row);
  }
  fn->top = mark;
}

static uint32_t import_names_tuple(Fn *fn, AstSeq names) {
  uint32_t *items = arena_new_array(&fn->scratch, uint32_t, names.count);
  for (uint32_t i = 0; i < names.count; i++) items[i] = fn_name(fn, AST_AS(Alias, names.items[i])->name);
  return consts_put_tuple(&fn->consts, items, names.count);
}

void emit_import_from(Fn *fn, AstImportFrom *import) {
  if (import->module && atom_is(import->module, "__future__")) return;
  uint32_t mark = fn->top;
  Reg row = fn_push(fn, 3);
  fn_load_const(fn, row + 1, import_names_tuple(fn, import->names));
  const char *name = import->module ? import->module->text : "";
  import_name(fn, row, name, strlen(name), import->level);
  fn->top = row + 1;
  for (uint32_t i = 0; i < import->names.count; i++)
    import_one_from(fn, row, AST_AS(Alias, import->names.items[i]));
  fn->top = mark;
}

// ---- use

// "./a/b" is the module a.b beside the one that uses it; "m.f" the attribute or submodule f of m.
static int64_t use_level(const AstUseItem *item) { return strncmp(item->path->text, "./", 2) ? 0 : -1; }

static void use_module_name(const AstUseItem *item, StrBuf *out) {
  const char *path = item->path->text;
  if (!strncmp(path, "./", 2)) path += 2;
  for (; *path; path++) strbuf_put_char(out, *path == '/' ? '.' : *path);
}

static void use_item(Fn *fn, AstUseItem *item) {
  uint32_t mark = fn->top;
  Reg row = fn_push(fn, 3);
  StrBuf name = {0};
  use_module_name(item, &name);
  const char *text = strbuf_text(&name);
  const char *last = strrchr(text, '.');
  const char *bound = last ? last + 1 : text;
  fn_at(fn, &item->node);
  if (last) {
    uint32_t wanted = consts_put_text(&fn->consts, BC_CONST_STR, bound, strlen(bound));
    fn_load_const(fn, row + 1, consts_put_tuple(&fn->consts, &wanted, 1));
    import_name(fn, row, text, (size_t)(last - text), use_level(item));
    fn_load_str(fn, row + 1, bound, strlen(bound));
    fn_intrinsic(fn, INTRINSIC_import_from, row, 2);
  } else {
    import_whole(fn, row, text, name.length, use_level(item));
  }
  emit_store_name(fn, ast_use_name(item, fn->em->tree->intern), row);
  strbuf_fini(&name);
  fn->top = mark;
}

void emit_use(Fn *fn, AstUse *use) {
  for (uint32_t i = 0; i < use->items.count; i++) use_item(fn, AST_AS(UseItem, use->items.items[i]));
}
