// The checker: what is wrong with a resolved program beyond its names. It reports statements out of place, patterns
// that cannot work, values that surely have the wrong type, and the constructs that Otter refuses, each by name and
// with a way out. It changes nothing.
#ifndef OTTER_CHECK_H
#define OTTER_CHECK_H

#include "frontend/diag/diag.h"
#include "frontend/resolve/scope.h"

// What exists around a program, for warnings of what is not there.
typedef struct {
  const char *const *items;
  uint32_t count;
} CheckNames;

typedef struct CheckWorld {
  // The names that a module written in C has; NULL: not such a module. A NULL module is the builtins. Borrowed.
  const CheckNames *(*names)(const char *module);
  bool (*has_module)(const char *dotted);
  bool advises;   // else it has no names, and only missing modules are asked for
} CheckWorld;

// False when an error was reported. A module of the language's own library (is_library) may do what a program may not:
// make metaclasses. With a `world`, what surely fails when it runs, though Python would run it, is warned of too.
bool check_module(const ScopeTree *tree, AstModule *module, bool is_library, const CheckWorld *world, DiagSink *diag);

#endif
