// Lines from whoever types them: a terminal, with editing, history and completion by libedit, or anything else, through sys.stdin.
#ifndef OTTER_REPL_LINES_H
#define OTTER_REPL_LINES_H

#include "compiler/base/strbuf.h"
#include "stdlib/runtime/module.h"

typedef enum { LINE_READ, LINE_END, LINE_INTERRUPTED } LineStatus;

// Opens libedit when both standard streams are a terminal and it is there. `globals`: for completion.
void repl_lines_open(Thread *t, Module *globals);
// Appends a line with its end. The prompt is shown on terminals only. LINE_INTERRUPTED: by Ctrl-C, or reading failed and the exception was shown.
LineStatus repl_lines_read(Thread *t, const char *prompt, StrBuf *to);
bool repl_lines_are_shown(void);   // there are prompts
void repl_lines_close(void);       // keeps the history

#endif
