// Scope tables: symbols by name (open addressing over atoms' hashes) and scopes by node.
#include "frontend/resolve/scope.h"

#include "compiler/base/hash.h"

#include <string.h>

bool scope_is_function(const Scope *scope) {
  return scope->kind == SCOPE_FUNCTION || scope->kind == SCOPE_LAMBDA || scope->kind == SCOPE_COMPREHENSION ||
         scope->kind == SCOPE_PARALLEL;
}

// ---- scopes by node

static Scope **scope_node_slot(Scope **slots, uint32_t capacity, const AstNode *node) {
  uint32_t i = (uint32_t)hash_mix((uintptr_t)node, 1) & (capacity - 1);
  while (slots[i] && slots[i]->node != node) i = (i + 1) & (capacity - 1);
  return &slots[i];
}

static void scope_grow_tree(ScopeTree *tree) {
  uint32_t capacity = tree->capacity ? tree->capacity * 2 : 32;
  Scope **slots = arena_new_array(tree->arena, Scope *, capacity);
  for (Scope *scope = tree->module; scope; scope = scope->next) *scope_node_slot(slots, capacity, scope->node) = scope;
  tree->by_node = slots;
  tree->capacity = capacity;
}

Scope *scope_of_node(const ScopeTree *tree, const AstNode *node) {
  return *scope_node_slot(tree->by_node, tree->capacity, node);
}

Scope *scope_open(ScopeTree *tree, ScopeKind kind, AstNode *node, Scope *parent, const Atom *name) {
  if (tree->count * 2 >= tree->capacity) scope_grow_tree(tree);
  Scope *scope = arena_new(tree->arena, Scope);
  scope->kind = kind;
  scope->node = node;
  scope->parent = parent;
  scope->name = name;
  scope->class_name = kind == SCOPE_CLASS ? name : parent ? parent->class_name : nullptr;
  if (tree->last) tree->last->next = scope;
  else tree->module = scope;
  tree->last = scope;
  tree->count++;
  *scope_node_slot(tree->by_node, tree->capacity, node) = scope;
  return scope;
}

// The module scope of a session belongs to no syntax tree.
void scope_open_session(ScopeTree *session, Arena *arena, Intern *intern) {
  *session = (ScopeTree){.arena = arena, .intern = intern};
  scope_open(session, SCOPE_MODULE, nullptr, nullptr, intern_put_text(intern, "<module>"));
}

uint32_t scope_slot_count(const ScopeTree *tree) { return tree->session ? tree->session->module->count : tree->module->count; }

// ---- symbols by name

static Symbol **scope_symbol_slot(Symbol **slots, uint32_t capacity, const Atom *name) {
  uint32_t i = (uint32_t)name->hash & (capacity - 1);
  while (slots[i] && slots[i]->name != name) i = (i + 1) & (capacity - 1);
  return &slots[i];
}

Symbol *scope_find(const Scope *scope, const Atom *name) {
  return scope->capacity ? *scope_symbol_slot(scope->slots, scope->capacity, name) : nullptr;
}

static void scope_grow_symbols(ScopeTree *tree, Scope *scope) {
  uint32_t capacity = scope->capacity ? scope->capacity * 2 : 8;
  Symbol **slots = arena_new_array(tree->arena, Symbol *, capacity);
  for (Symbol *symbol = scope->first; symbol; symbol = symbol->next)
    *scope_symbol_slot(slots, capacity, symbol->name) = symbol;
  scope->slots = slots;
  scope->capacity = capacity;
}

Symbol *scope_put(ScopeTree *tree, Scope *scope, const Atom *name, Span span) {
  if (scope->count * 2 >= scope->capacity) scope_grow_symbols(tree, scope);
  Symbol **slot = scope_symbol_slot(scope->slots, scope->capacity, name);
  if (*slot) return *slot;
  Symbol *symbol = arena_new(tree->arena, Symbol);
  symbol->name = name;
  symbol->span = span;
  if (scope->last) scope->last->next = symbol;
  else scope->first = symbol;
  scope->last = symbol;
  scope->count++;
  return *slot = symbol;
}

// ---- names

static bool scope_name_is_private(const Atom *name) {
  if (name->length < 3 || memcmp(name->text, "__", 2)) return false;
  return memcmp(name->text + name->length - 2, "__", 2) && !memchr(name->text, '.', name->length);
}

const Atom *scope_mangle(const ScopeTree *tree, const Scope *scope, const Atom *name) {
  if (!scope->class_name || !scope_name_is_private(name)) return name;
  const char *owner = scope->class_name->text;
  while (*owner == '_') owner++;
  if (!*owner) return name;
  StrBuf text = {0};
  strbuf_put_format(&text, "_%s%s", owner, name->text);
  const Atom *mangled = intern_put(tree->intern, text.bytes, text.length);
  strbuf_fini(&text);
  return mangled;
}

Symbol *scope_symbol(const ScopeTree *tree, const Scope *scope, const Atom *name) {
  return scope_find(scope, scope_mangle(tree, scope, name));
}

bool scope_is_builtin(const ScopeTree *tree, const Scope *scope, const Atom *name) {
  const Symbol *symbol = scope_symbol(tree, scope, name);
  if (!symbol || symbol->place != PLACE_GLOBAL) return false;
  const Symbol *global = scope_find(tree->module, symbol->name);
  return !tree->module->has_star_import && !(global->flags & SYMBOL_BOUND);
}
