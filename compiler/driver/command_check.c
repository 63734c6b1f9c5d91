// otter check: report the mistakes of files without running them.
#include "commands.h"
#include "modules.h"
#include "dumps.h"
#include "world.h"

static Arena session;  // what the checked programs share

static bool check_file(const char *path, const Options *options) {
    Arena arena;
    arena_init(&arena);
    bool stopped;
    modules_init(&session, path, options);
    const BcModule *bc = compile_file(&arena, path, "__main__", COMPILE_ENTRY, options, &stopped);
    if (bc && options_dump(options)) dump_module(bc, options);
    arena_fini(&arena);
    return bc || stopped;
}

int command_check(int argc, char **argv) {
    Options options;
    if (!options_parse(&options, 'c', argc, argv)) return STATUS_USAGE;
    arena_init(&session);
    options.world = world_open(&session);
    int bad = 0;
    for (int i = 0; i < options.file_count; i++) bad += !check_file(options.files[i], &options);
    if (bad && options.file_count > 1) fprintf(stderr, "otter: %d of %d files have mistakes\n", bad, options.file_count);
    return bad ? STATUS_USAGE : 0;
}
