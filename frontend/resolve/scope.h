// Scopes and symbols: what every name of a module means, by Python's rules.
//
// resolve_module (resolve.h) fills a ScopeTree; the checker and the emitter read it. A scope belongs to the node
// that opens it: the module, a function, lambda, class, struct, enum, comprehension or `parallel for`. A symbol says where its name
// lives in that scope:
//   LOCAL      a register of the frame           index = register
//   CELL       a cell in a register, shared with inner functions
//   FREE       a cell captured from outside      index = place in Scope.captures
//   GLOBAL     a slot of the module              index = slot
//   NAMESPACE  an entry of the class body's dict (R[0])
// Memory: the arena given to resolve_module.
#ifndef OTTER_RESOLVE_SCOPE_H
#define OTTER_RESOLVE_SCOPE_H

#include "frontend/ast/ast.h"

typedef enum : uint8_t { SCOPE_MODULE, SCOPE_FUNCTION, SCOPE_LAMBDA, SCOPE_CLASS, SCOPE_COMPREHENSION, SCOPE_PARALLEL } ScopeKind;

typedef enum : uint8_t { PLACE_NONE, PLACE_LOCAL, PLACE_CELL, PLACE_FREE, PLACE_GLOBAL, PLACE_NAMESPACE } SymbolPlace;

enum {
  SYMBOL_PARAM = 1,
  SYMBOL_BOUND = 2,          // assigned, imported, defined, iterated over, ... in this scope
  SYMBOL_USED = 4,
  SYMBOL_GLOBAL = 8,         // `global` in this scope
  SYMBOL_NONLOCAL = 16,      // `nonlocal` in this scope, or a walrus inside a comprehension
  SYMBOL_DELETED = 32,       // `del`, or the name of an except clause: may become unbound again
  SYMBOL_ANNOTATED = 64,
  SYMBOL_ITERATED = 128,     // target of a comprehension's `for`
  SYMBOL_REBOUND = 256,      // bound more than once, or not by a class or plain def at the module's top level
  SYMBOL_WALRUS = 512,       // bound by a walrus in a comprehension
  SYMBOL_LET = 1024,         // declared by `let`
  SYMBOL_LET_MIXED = 2048,   // by several, of different types: each promises for itself only
  SYMBOL_PARAM_STORED = 4096,  // a parameter that the function assigns, too
  SYMBOL_EACH = 16384,         // target of a parallel loop: each iteration's own
  SYMBOL_EARLIER = 32768,      // of the module: bound by an earlier input of the prompt
  SYMBOL_SETTLED = 8192,     // `promise` and SYMBOL_LET_MIXED are known (frontend/check/static_type.h)
};

typedef struct Scope Scope;

// A `let` that declares a symbol.
typedef struct SymbolLet {
  AstNode *annotation, *value;  // each or NULL; the annotation of a literal is made up
  struct SymbolLet *next;
} SymbolLet;

typedef struct Symbol {
  const Atom *name;          // mangled
  struct Symbol *next;       // in order of first appearance
  Span span;                 // of the first appearance
  uint32_t flags;            // SYMBOL_*
  uint32_t index;
  AstNode *definition;       // the last def, fn, struct or enum statement that binds it, or NULL
  const Atom *imported;      // the module that it is, when imports of this one module are all that bind it, or NULL
  AstNode *promise;          // annotation that its values must keep, or NULL: ask static_promise
  SymbolLet *lets;           // all that declare it, the last first
  Span declared;             // of its global/nonlocal statement
  SymbolPlace place;
} Symbol;

// One captured variable of a scope: the enclosing scope's cell, or the enclosing scope's own capture.
typedef struct {
  const Atom *name;
  const Symbol *cell;  // of the parent scope; NULL: captured there too, at `outer`
  uint32_t outer;
} ScopeCapture;

struct Scope {
  ScopeKind kind;
  bool is_generator;
  bool may_rebind;           // an expression in it may assign a local (walrus, match expression)
  bool uses_super;           // names `super` or `__class__`
  bool has_star_import;
  bool has_exports;          // of the module: `pub` is used, and __all__ is the compiler's to bind
  bool has_text_annotations; // of the module: from __future__ import annotations
  AstNode *node;
  Scope *parent;
  Scope *next;               // all scopes in order of creation
  const Atom *name;          // as tracebacks show it
  const Atom *class_name;    // of the innermost class around, for private names; NULL outside
  Symbol *first, *last;
  Symbol **slots;            // hash of the symbols by name
  uint32_t count, capacity;
  ScopeCapture *captures;
  uint32_t ncapture, capture_capacity;
  uint32_t nlocal;           // registers taken by parameters and locals
};

typedef struct ScopeTree {
  Arena *arena;
  Intern *intern;
  Scope *module;
  struct ScopeTree *session; // of inputs at the prompt: its module scope has the globals of all of them, by slot; NULL: a file
  Scope *last;
  Scope **by_node;           // hash of the scopes by their node
  uint32_t count, capacity;
} ScopeTree;

// The scope that `node` opens. The node must have been resolved.
Scope *scope_of_node(const ScopeTree *tree, const AstNode *node);
// How many slots the module has, those of earlier inputs counted.
uint32_t scope_slot_count(const ScopeTree *tree);
// The symbol of the (mangled) name, or NULL.
Symbol *scope_find(const Scope *scope, const Atom *name);
// The symbol of an unmangled name as written in the scope; it must have been resolved there.
Symbol *scope_symbol(const ScopeTree *tree, const Scope *scope, const Atom *name);
// `__x` inside class C is `_C__x`; any other name is itself.
const Atom *scope_mangle(const ScopeTree *tree, const Scope *scope, const Atom *name);
// Does the name mean the builtin here: a global that the module binds nowhere?
bool scope_is_builtin(const ScopeTree *tree, const Scope *scope, const Atom *name);
// Is the scope a function's (def, lambda, comprehension, parallel loop), whose names live in a frame?
bool scope_is_function(const Scope *scope);

// A session of the prompt: inputs resolved with `tree->session` set to it (and its intern table) share one numbering of slots. All in `arena`.
void scope_open_session(ScopeTree *session, Arena *arena, Intern *intern);

// ---- for the resolver

Scope *scope_open(ScopeTree *tree, ScopeKind kind, AstNode *node, Scope *parent, const Atom *name);
Symbol *scope_put(ScopeTree *tree, Scope *scope, const Atom *name, Span span);

#endif
