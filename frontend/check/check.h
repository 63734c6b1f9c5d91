// The checker: what is wrong with a resolved program beyond its names. It reports statements out of place, patterns
// that cannot work, values that surely have the wrong type, and the constructs that Otter refuses, each by name and
// with a way out. It changes nothing.
#ifndef OTTER_CHECK_H
#define OTTER_CHECK_H

#include "frontend/diag/diag.h"
#include "frontend/resolve/scope.h"

// False when an error was reported. A module of the language's own library (is_library) may do what a program may not:
// make metaclasses.
bool check_module(const ScopeTree *tree, AstModule *module, bool is_library, DiagSink *diag);

#endif
