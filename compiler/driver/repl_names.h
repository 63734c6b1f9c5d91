// What could be meant at the end of a line that is being typed.
#ifndef OTTER_REPL_NAMES_H
#define OTTER_REPL_NAMES_H

#include "compiler/base/strbuf.h"
#include "compiler/base/vec.h"
#include "stdlib/runtime/module.h"

typedef VEC(char *) NameList;   // malloc'ed, sorted
void repl_names_free(NameList *names);

// Nothing but blanks: Tab indents.
bool repl_names_blank(const char *text, size_t length);
// The names that the word at the end of the text may become, `name` or `name.name...`, and what all of them go on with. Looks attributes up
// (which may run the program's code, for properties), calls nothing else.
void repl_names_complete(Thread *t, Module *globals, const char *text, size_t length, NameList *names, StrBuf *more);

#endif
