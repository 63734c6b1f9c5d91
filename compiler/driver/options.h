// The command line: options by name (options.def), the file, and the program's own arguments.
#ifndef OTTER_OPTIONS_H
#define OTTER_OPTIONS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>

typedef const char *OptionTEXT;  // NULL: not given
typedef bool OptionFLAG;

typedef struct {
#define OPTION(field, name, form, commands, text) Option##form field;
#include "options.def"
#undef OPTION
    const char *output;  // -o
    char **files;        // run, build: one; check: all
    int file_count;
    char **arguments;    // run: the file and what follows it
    int argument_count;
    const struct CheckWorld *world;    // what there is around the entry: for warnings, or of modules alone; NULL: none
    const struct CompileCache *cache;  // of bytecode; NULL: none
} Options;

// Reads the arguments behind a command whose letter is `command` ('r', 'b', 'c', 'p'). False: a message was written to stderr.
bool options_parse(Options *o, char command, int argc, char **argv);
// Any dump asked for?
static inline bool options_dump(const Options *o) {
    return o->dump_ast || o->dump_bytecode || o->dump_ssa || o->dump_llvm || o->dump_asm || o->types;
}
void options_help(char command, FILE *to);

#endif
