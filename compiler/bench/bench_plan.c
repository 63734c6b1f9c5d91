// Which programs, which contenders, and which argument.
//
// A file is one program. A folder whose own name is a program in it (nbody/nbody.py) is that program with its twins
// (nbody/nbody_typed.py). A folder of such folders is all of them; any other folder is the Otter files in it.
// A table of sizes (a file `sizes` beside those folders) has a row of arguments per folder; its last comment line names the columns.
#include <dirent.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "bench.h"

enum { MOST_PROGRAMS = 10000 };

static char *format(Bench *b, const char *pattern, const char *x, const char *y) {
    StrBuf text = {0};
#pragma clang diagnostic push
#pragma clang diagnostic ignored "-Wformat-nonliteral"
    strbuf_put_format(&text, pattern, x, y);
#pragma clang diagnostic pop
    char *copy = strbuf_copy(&text, b->arena);
    strbuf_fini(&text);
    return copy;
}

static bool is_folder(const char *path) {
    struct stat s;
    return stat(path, &s) == 0 && S_ISDIR(s.st_mode);
}

static bool is_file(const char *path) {
    struct stat s;
    return stat(path, &s) == 0 && S_ISREG(s.st_mode);
}

static bool is_program(const char *name) {
    const char *dot = strrchr(name, '.');
    return dot && dot > name && (strcmp(dot, ".py") == 0 || strcmp(dot, ".ot") == 0);
}

// The last part of a path, without slashes at its end.
static char *base_name(Bench *b, const char *path) {
    size_t end = strlen(path);
    while (end > 1 && path[end - 1] == '/') end--;
    size_t start = end;
    while (start > 0 && path[start - 1] != '/') start--;
    return arena_copy_bytes(b->arena, path + start, end - start);
}

// Fields of a table's line, at white space; how many.
static unsigned split_fields(char *line, char **fields, unsigned most) {
    unsigned n = 0;
    char *rest = NULL;
    for (char *field = strtok_r(line, " \t\n", &rest); field && n < most; field = strtok_r(NULL, " \t\n", &rest)) fields[n++] = field;
    return n;
}

enum { MOST_FIELDS = 16 };

// The argument for `name` in the open table's column; NULL: none.
static const char *find_size(Bench *b, FILE *table, const char *name, const char *column) {
    char *line = NULL, *fields[MOST_FIELDS];
    const char *found = NULL;
    size_t capacity = 0;
    unsigned at = 0;
    while (getline(&line, &capacity, table) >= 0 && !found) {
        unsigned n = split_fields(line, fields, MOST_FIELDS);
        if (n < 2) continue;
        if (strcmp(fields[0], "#") == 0) {
            at = 0;
            for (unsigned i = 2; i < n; i++)
                if (strcmp(fields[i], column) == 0) at = i - 1;
        } else if (strcmp(fields[0], name) == 0 && at > 0 && at < n) {
            found = arena_copy_bytes(b->arena, fields[at], strlen(fields[at]));
        }
    }
    free(line);
    return found;
}

static bool is_number(const char *text) { return *text && text[strspn(text, "0123456789")] == '\0'; }

// The size of a program in `folder`, whose parent may have a table.
static const char *size_of(Bench *b, const char *folder, const char *name) {
    const char *wanted = b->options.size ? b->options.size : "1s";
    if (is_number(wanted)) return wanted;
    FILE *table = fopen(format(b, "%s/../%s", folder, "sizes"), "r");
    if (!table) return NULL;
    const char *size = find_size(b, table, name, wanted);
    fclose(table);
    return size;
}

static bool add_program(Bench *b, const char *folder, const char *file) {
    const char *name = arena_copy_bytes(b->arena, file, (size_t)(strrchr(file, '.') - file));
    const char *path = format(b, strcmp(folder, ".") == 0 ? "%.0s%s" : "%s/%s", folder, file);
    const char *size = size_of(b, folder, base_name(b, folder));
    if (!size && b->options.size) return fprintf(stderr, "otter: %s: there is no size '%s' for it\n", path, b->options.size), false;
    vec_push(&b->programs, {.name = name, .path = path, .size = size, .counts = true});
    return true;
}

typedef struct {
    struct dirent **entries;
    int count;
} Listing;

static Listing list_folder(const char *folder) {
    Listing l = {0};
    l.count = scandir(folder, &l.entries, NULL, alphasort);
    return l;
}

static void free_listing(Listing *l) {
    for (int i = 0; i < l->count; i++) free(l->entries[i]);
    free(l->entries);
}

static bool starts_twin(const char *file, const char *name) {
    size_t n = strlen(name);
    return strncmp(file, name, n) == 0 && (file[n] == '.' || file[n] == '_');
}

// All Otter files of a folder whose names begin with `stem` (all, when NULL).
static bool add_files(Bench *b, const char *folder, const char *stem) {
    Listing l = list_folder(folder);
    bool ok = true;
    for (int i = 0; i < l.count && ok; i++) {
        const char *file = l.entries[i]->d_name;
        if (is_program(file) && (!stem || starts_twin(file, stem))) ok = add_program(b, folder, file);
    }
    free_listing(&l);
    return ok;
}

static bool is_named_folder(Bench *b, const char *folder) {
    const char *path = format(b, "%s/%s", folder, base_name(b, folder));
    return is_folder(folder) && (is_file(format(b, "%s%s", path, ".py")) || is_file(format(b, "%s%s", path, ".ot")));
}

static bool add_folder(Bench *b, const char *folder) {
    if (is_named_folder(b, folder)) return add_files(b, folder, base_name(b, folder));
    Listing l = list_folder(folder);
    uint32_t before = b->programs.count;
    bool ok = true;
    for (int i = 0; i < l.count && ok; i++) {
        const char *inner = format(b, "%s/%s", folder, l.entries[i]->d_name);
        if (l.entries[i]->d_name[0] != '.' && is_named_folder(b, inner)) ok = add_files(b, inner, base_name(b, inner));
    }
    free_listing(&l);
    if (ok && b->programs.count == before) ok = add_files(b, folder, NULL);
    if (ok && b->programs.count == before) return fprintf(stderr, "otter: %s: no programs in this folder\n", folder), false;
    return ok;
}

static bool add_path(Bench *b, const char *path) {
    if (is_folder(path)) return add_folder(b, path);
    const char *slash = strrchr(path, '/'), *file = slash ? slash + 1 : path;
    if (!is_file(path)) return fprintf(stderr, "otter: %s: no such file\n", path), false;
    if (!is_program(file)) return fprintf(stderr, "otter: %s: a program's name ends in .py or .ot\n", path), false;
    return add_program(b, slash ? arena_copy_bytes(b->arena, path, (size_t)(slash - path)) : ".", file);
}

static const char *find_mode(const char *name) {
#define MODE(mode, option, text) \
    if (strcmp(name, #mode) == 0) return #mode;
#include "bench_modes.def"
#undef MODE
    return NULL;
}

static bool add_modes(Bench *b) {
    char *list = arena_copy_bytes(b->arena, b->options.modes, strlen(b->options.modes)), *rest = NULL;
    for (char *name = strtok_r(list, ",", &rest); name; name = strtok_r(NULL, ",", &rest)) {
        const char *mode = find_mode(name);
        if (!mode) return fprintf(stderr, "otter: --modes: there is no mode '%s'; 'otter help bench' lists them\n", name), false;
        vec_push(&b->contenders, {.name = mode, .mode = mode});
    }
    return true;
}

// "node {js}" is called node, "{c}" c, "rust={rs}" rust.
static void add_rival(Bench *b, const char *command) {
    size_t plain = strspn(command, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_.+-");
    if (plain > 0 && command[plain] == '=') {
        vec_push(&b->contenders, {.name = arena_copy_bytes(b->arena, command, plain), .command = command + plain + 1});
        return;
    }
    char *name = base_name(b, arena_copy_bytes(b->arena, command, strcspn(command, " ")));
    if (name[0] == '{' && name[1] != '}') name = arena_copy_bytes(b->arena, name + 1, strcspn(name + 1, "}"));
    vec_push(&b->contenders, {.name = name, .command = command});
}

static bool add_contenders(Bench *b) {
    if (!add_modes(b)) return false;
    for (uint32_t i = 0; i < b->options.rivals.count; i++) add_rival(b, b->options.rivals.items[i]);
    if (b->contenders.count == 0) return fputs("otter: --modes is empty and there is no --vs: nothing to run\n", stderr), false;
    return true;
}

static const struct {
    const char *ending, *text;
} empty_programs[] = {{"py", ""}, {"js", ""}, {"lua", ""}, {"c", "int main(void) { return 0; }\n"}, {"rs", "fn main() {}\n"}};

// An empty program in every language: it shows what starting costs.
static bool add_empty(Bench *b) {
    for (size_t i = 0; i < sizeof empty_programs / sizeof *empty_programs; i++) {
        FILE *file = fopen(format(b, "%s/empty.%s", b->scratch, empty_programs[i].ending), "w");
        if (!file || fputs(empty_programs[i].text, file) < 0 || fclose(file) != 0) return fprintf(stderr, "otter: cannot write into %s\n", b->scratch), false;
    }
    vec_push(&b->programs, {.name = "(start-up)", .path = format(b, "%s/%s", b->scratch, "empty.py")});
    return true;
}

bool bench_make_plan(Bench *b) {
    if (!add_contenders(b) || !add_empty(b)) return false;
    for (uint32_t i = 0; i < b->options.paths.count; i++)
        if (!add_path(b, b->options.paths.items[i])) return false;
    if (b->programs.count > MOST_PROGRAMS) return fputs("otter: too many programs\n", stderr), false;
    for (uint32_t i = 0; i < b->programs.count; i++) b->programs.items[i].cells = arena_new_array(b->arena, BenchCell, b->contenders.count);
    return true;
}
