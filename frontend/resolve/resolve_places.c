// Second pass of the resolver: where each symbol lives.
//
// Scopes are placed in order of creation, so a parent before its children; a child that needs a parent's variable
// turns it into a cell and threads a capture through every scope between. Registers and slots are numbered last,
// when it is known which names there are.
#include "frontend/resolve/resolve_int.h"

static bool place_is_bound(const Symbol *symbol) {
  return (symbol->flags & (SYMBOL_BOUND | SYMBOL_PARAM)) && !(symbol->flags & (SYMBOL_GLOBAL | SYMBOL_NONLOCAL));
}

// The function-like scope around `scope` that owns the variable; NULL when the name is global.
static Scope *place_find_owner(const Scope *scope, const Atom *name) {
  for (Scope *outer = scope->parent; outer && outer->kind != SCOPE_MODULE; outer = outer->parent) {
    const Symbol *symbol = scope_find(outer, name);
    if (outer->kind == SCOPE_CLASS || !symbol) continue;
    if (symbol->flags & SYMBOL_GLOBAL) return nullptr;
    if (place_is_bound(symbol)) return outer;
  }
  return nullptr;
}

static uint32_t place_add_capture(Resolver *r, Scope *scope, ScopeCapture capture) {
  if (scope->ncapture == scope->capture_capacity) {
    uint32_t grown = scope->capture_capacity ? scope->capture_capacity * 2 : 4;
    ScopeCapture *captures = arena_new_array(r->tree->arena, ScopeCapture, grown);
    for (uint32_t i = 0; i < scope->ncapture; i++) captures[i] = scope->captures[i];
    scope->captures = captures;
    scope->capture_capacity = grown;
  }
  scope->captures[scope->ncapture] = capture;
  return scope->ncapture++;
}

// The capture's number in `scope`, threaded from `owner` through every scope between.
static uint32_t place_capture(Resolver *r, Scope *scope, const Atom *name, Scope *owner, const Symbol *cell) {
  for (uint32_t i = 0; i < scope->ncapture; i++)
    if (scope->captures[i].name == name) return i;
  ScopeCapture capture = {.name = name};
  if (scope->parent == owner) capture.cell = cell;
  else capture.outer = place_capture(r, scope->parent, name, owner, cell);
  return place_add_capture(r, scope, capture);
}

static void place_free(Resolver *r, Scope *scope, Symbol *symbol, Scope *owner) {
  Symbol *cell = scope_find(owner, symbol->name);
  cell->place = PLACE_CELL;
  symbol->place = PLACE_FREE;
  symbol->index = place_capture(r, scope, symbol->name, owner, cell);
}

// What an earlier input of the prompt bound may be anything by now, unless this one binds it anew.
static void place_earlier(const ScopeTree *tree, Symbol *symbol) {
  const Symbol *earlier = tree->session ? scope_find(tree->session->module, symbol->name) : nullptr;
  if (!earlier || !(earlier->flags & SYMBOL_BOUND)) return;
  symbol->flags |= symbol->flags & SYMBOL_BOUND ? SYMBOL_EARLIER : SYMBOL_EARLIER | SYMBOL_BOUND | SYMBOL_REBOUND;
}

static void place_global(Resolver *r, const Scope *scope, Symbol *symbol) {
  symbol->place = PLACE_GLOBAL;
  if (scope == r->tree->module) return;
  Symbol *global = scope_put(r->tree, r->tree->module, symbol->name, symbol->span);
  if (global->place == PLACE_NONE) place_earlier(r->tree, global);
  global->place = PLACE_GLOBAL;
  if (!(symbol->flags & SYMBOL_BOUND)) return;
  global->flags |= SYMBOL_BOUND | SYMBOL_REBOUND;
  global->imported = nullptr;
}

// The innermost class around, or NULL.
static Scope *place_find_class(const Scope *scope) {
  Scope *owner = scope->parent;
  while (owner && owner->kind != SCOPE_CLASS) owner = owner->parent;
  return owner;
}

// What a parallel loop's body assigns is the variable of the function or module around if that binds it outside the loop, else each
// iteration's own.
static void place_parallel(const ScopeTree *tree, const Scope *scope, Symbol *symbol) {
  if (symbol->flags & (SYMBOL_PARAM | SYMBOL_EACH | SYMBOL_GLOBAL | SYMBOL_NONLOCAL)) return;
  for (const Scope *outer = scope->parent; outer; outer = outer->parent) {
    const Symbol *around = scope_find(outer, symbol->name);
    if (!around && outer->kind == SCOPE_MODULE && tree->session) around = scope_find(tree->session->module, symbol->name);
    if (around && around->flags & (SYMBOL_BOUND | SYMBOL_PARAM | SYMBOL_GLOBAL | SYMBOL_NONLOCAL)) {
      bool is_global = outer->kind == SCOPE_MODULE || around->flags & SYMBOL_GLOBAL;
      if (outer->kind != SCOPE_CLASS) symbol->flags |= is_global ? SYMBOL_GLOBAL : SYMBOL_NONLOCAL;
      return;
    }
    if (outer->kind != SCOPE_PARALLEL) return;
  }
}

static void place_symbol(Resolver *r, Scope *scope, Symbol *symbol) {
  if (symbol->place == PLACE_CELL) return;
  if (scope->kind == SCOPE_PARALLEL && symbol->flags & SYMBOL_BOUND) place_parallel(r->tree, scope, symbol);
  if (scope->kind == SCOPE_MODULE || symbol->flags & SYMBOL_GLOBAL) {
    place_global(r, scope, symbol);
    return;
  }
  if (place_is_bound(symbol)) {
    symbol->place = scope->kind == SCOPE_CLASS ? PLACE_NAMESPACE : PLACE_LOCAL;
    return;
  }
  Scope *owner = place_find_owner(scope, symbol->name);
  if (owner) place_free(r, scope, symbol, owner);
  else if (scope->uses_super && atom_is(symbol->name, "__class__") && place_find_class(scope)) return;  // place_class_cell
  else if (symbol->flags & SYMBOL_NONLOCAL && !(symbol->flags & SYMBOL_WALRUS))
    resolve_report(r, symbol->declared, "no binding for nonlocal '%s' found", symbol->name->text);
  else place_global(r, scope, symbol);
}

// `super()` and `__class__` in a method: a cell of the innermost class around, filled when the class is made.
static void place_class_cell(Resolver *r, Scope *scope) {
  Scope *owner = place_find_class(scope);
  if (!owner) return;
  const Atom *name = intern_put_text(r->tree->intern, "__class__");
  Symbol *own = scope_put(r->tree, scope, name, scope->node->span);
  if (place_is_bound(own)) return;
  scope_put(r->tree, owner, name, owner->node->span);
  place_free(r, scope, own, owner);
}

static void place_scope(Resolver *r, Scope *scope) {
  for (Symbol *symbol = scope->first; symbol; symbol = symbol->next) place_symbol(r, scope, symbol);
  if (scope->uses_super) place_class_cell(r, scope);
}

static void place_number_locals(Scope *scope) {
  uint32_t next = scope->kind == SCOPE_CLASS ? 1 : 0;  // a class body's R[0] is its namespace
  for (Symbol *symbol = scope->first; symbol; symbol = symbol->next)
    if (symbol->place == PLACE_LOCAL || symbol->place == PLACE_CELL) symbol->index = next++;
  scope->nlocal = next;
}

// A name of the session keeps its slot.
static uint32_t place_in_session(ScopeTree *session, const Symbol *symbol) {
  Symbol *kept = scope_put(session, session->module, symbol->name, symbol->span);
  if (kept->place == PLACE_NONE) kept->index = session->module->count - 1;
  kept->place = PLACE_GLOBAL;
  kept->flags |= symbol->flags & SYMBOL_BOUND;
  return kept->index;
}

static void place_number_globals(ScopeTree *tree) {
  uint32_t slot = 0;
  for (Symbol *symbol = tree->module->first; symbol; symbol = symbol->next)
    symbol->index = tree->session ? place_in_session(tree->session, symbol) : slot++;
  for (Scope *scope = tree->module->next; scope; scope = scope->next)
    for (Symbol *symbol = scope->first; symbol; symbol = symbol->next)
      if (symbol->place == PLACE_GLOBAL) symbol->index = scope_find(tree->module, symbol->name)->index;
}

void resolve_places(Resolver *r) {
  for (Symbol *symbol = r->tree->module->first; symbol; symbol = symbol->next) place_earlier(r->tree, symbol);
  for (Scope *scope = r->tree->module; scope; scope = scope->next) place_scope(r, scope);
  for (Scope *scope = r->tree->module->next; scope; scope = scope->next) place_number_locals(scope);
  place_number_globals(r->tree);
}
