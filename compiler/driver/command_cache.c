// otter cache: what the persistent store holds, whether it is sound, and clearing it.
#include <stdlib.h>
#include <string.h>

#include "cache/store.h"
#include "commands.h"

static int report(const char *folder, bool list) {
    CacheStats s;
    if (!cache_stats(folder, list ? stdout : NULL, &s)) return printf("%s: empty\n", folder), 0;
    printf("folder    %s\narenas    %u\nentries   %u\nbytes     %lu (%lu of them replaced or damaged)\ndamaged   %u\n", folder, s.arenas, s.entries,
           (unsigned long)s.bytes, (unsigned long)s.dead_bytes, s.damaged);
    return 0;
}

static int verify(const char *folder) {
    CacheStats s;
    if (!cache_stats(folder, NULL, &s)) return printf("%s: empty\n", folder), 0;
    printf("%u entries checked, %u damaged%s\n", s.entries, s.damaged, s.damaged ? "; they are never used, and 'otter cache clear' removes them" : "");
    return s.damaged ? 1 : 0;
}

static int clear(const char *folder) {
    if (cache_clear(folder)) return 0;
    fprintf(stderr, "otter: %s: not everything could be removed\n", folder);
    return 1;
}

int command_cache(int argc, char **argv) {
    char *folder = cache_default_folder();
    const char *what = argc == 1 ? argv[0] : "";
    int status = STATUS_USAGE;
    if (!folder) fputs("otter: there is no cache: neither OTTER_CACHE_DIR, XDG_CACHE_HOME nor HOME is set\n", stderr);
    else if (strcmp(what, "stats") == 0) status = report(folder, false);
    else if (strcmp(what, "list") == 0) status = report(folder, true);
    else if (strcmp(what, "verify") == 0) status = verify(folder);
    else if (strcmp(what, "clear") == 0) status = clear(folder);
    else fputs("usage: otter cache stats|list|verify|clear\n", stderr);
    free(folder);
    return status;
}
