// One function per command: the arguments behind its name to the exit status.
#ifndef OTTER_COMMANDS_H
#define OTTER_COMMANDS_H

#include "options.h"

#define COMMAND(name, letter, arguments, text) int command_##name(int argc, char **argv);
#include "commands.def"
#undef COMMAND

int command_compile_server(int argc, char **argv);  // for ourselves only (compile_server.h)

// Exit statuses besides the program's own.
enum { STATUS_UNCAUGHT = 1, STATUS_USAGE = 2 };

#endif
