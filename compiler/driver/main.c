// otter: the command line.
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "build_id.h"
#include "commands.h"
#include "compiler/bench/bench.h"
#include "stdlib/runtime/file.h"

typedef int (*CommandFn)(int argc, char **argv);

static const struct {
    const char *name;
    char letter;
    const char *arguments, *text;
    CommandFn run;
} commands[] = {
#define COMMAND(name, letter, arguments, text) {#name, letter, arguments, text, command_##name},
#include "commands.def"
#undef COMMAND
};
enum { COMMAND_COUNT = sizeof commands / sizeof *commands };

static void print_usage(FILE *to) {
    fputs("usage: otter COMMAND [OPTIONS] ...\n\n", to);
    for (int i = 0; i < COMMAND_COUNT; i++) fprintf(to, "  otter %-6s %-20s %s\n", commands[i].name, commands[i].arguments, commands[i].text);
    fputs("\n'otter help COMMAND' lists its options; 'otter --version' tells the version.\n", to);
}

int command_help(int argc, char **argv) {
    if (argc == 0) return print_usage(stdout), 0;
    for (int i = 0; i < COMMAND_COUNT; i++) {
        if (strcmp(commands[i].name, argv[0]) != 0) continue;
        printf("otter %s %s\n  %s\n\n", commands[i].name, commands[i].arguments, commands[i].text);
        options_help(commands[i].letter, stdout);
        if (commands[i].run == command_bench) bench_print_help(stdout);
        return 0;
    }
    fprintf(stderr, "otter: no command '%s'\n", argv[0]);
    return STATUS_USAGE;
}

static bool looks_like_file(const char *name) { return strchr(name, '.') || strchr(name, '/') || strcmp(name, "-") == 0 || access(name, F_OK) == 0; }

int main(int argc, char **argv) {
    file_keep_standard();
    if (argc < 2) return isatty(STDIN_FILENO) ? command_repl(0, argv + 1) : command_run(1, (char *[]){"-", NULL});
    if (strcmp(argv[1], "--version") == 0) return puts("otter " OTTER_VERSION " (" OTTER_BUILD_ID ", " OTTER_BUILD_TYPE ")"), 0;
    if (strcmp(argv[1], "--help") == 0 || strcmp(argv[1], "-h") == 0) return print_usage(stdout), 0;
    if (strcmp(argv[1], "compile-server") == 0) return command_compile_server(argc - 2, argv + 2);  // started by ourselves
    for (int i = 0; i < COMMAND_COUNT; i++)
        if (strcmp(commands[i].name, argv[1]) == 0) return commands[i].run(argc - 2, argv + 2);
    if (looks_like_file(argv[1])) return command_run(argc - 1, argv + 1);
    fprintf(stderr, "otter: no command '%s'\n", argv[1]);
    print_usage(stderr);
    return STATUS_USAGE;
}
