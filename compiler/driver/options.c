#include "options.h"

#include <string.h>

typedef enum { FORM_FLAG, FORM_TEXT } Form;

typedef struct {
    const char *name, *commands, *text;
    Form form;
    size_t offset;
} OptionInfo;

static const OptionInfo infos[] = {
#define OPTION(field, name, form, commands, text) {name, commands, text, FORM_##form, offsetof(Options, field)},
#include "options.def"
#undef OPTION
};
enum { INFO_COUNT = sizeof infos / sizeof *infos };

// What follows the option's name in `argument`: "" for a flag, "=..." or "3" (-O3) for a text; NULL: another option.
static const char *match(const OptionInfo *info, const char *argument) {
    size_t n = strlen(info->name);
    if (strncmp(argument, info->name, n) != 0) return NULL;
    const char *rest = argument + n;
    if (info->form == FORM_FLAG) return *rest ? NULL : rest;
    if (*rest == '=') return rest + 1;
    return info->name[1] != '-' && *rest ? rest : NULL;
}

static bool store(Options *o, const char *argument, char command) {
    for (int i = 0; i < INFO_COUNT; i++) {
        const char *rest = match(&infos[i], argument);
        if (!rest || !strchr(infos[i].commands, command)) continue;
        void *field = (char *)o + infos[i].offset;
        if (infos[i].form == FORM_FLAG) *(bool *)field = true;
        else *(const char **)field = rest;
        return true;
    }
    fprintf(stderr, "otter: unknown option '%s'; 'otter help' lists the options\n", argument);
    return false;
}

bool options_parse(Options *o, char command, int argc, char **argv) {
    bool ended = false;  // by "--"
    *o = (Options){.files = argv};
    for (int i = 0; i < argc; i++) {
        if (!ended && strcmp(argv[i], "--") == 0) {
            ended = true;
        } else if (!ended && strcmp(argv[i], "-o") == 0 && command == 'b') {
            if (i + 1 == argc) return fputs("otter: -o needs the name of a file\n", stderr), false;
            o->output = argv[++i];
        } else if (!ended && argv[i][0] == '-' && argv[i][1]) {
            if (!store(o, argv[i], command)) return false;
        } else if (command == 'r') {
            o->files = o->arguments = argv + i;
            o->argument_count = argc - i;
            o->file_count = 1;
            return true;
        } else {
            o->files[o->file_count++] = argv[i];  // argv is compacted in place: file_count <= i
        }
    }
    if (command == 'p') return o->file_count == 0 || (fputs("otter: the prompt takes no files\n", stderr), false);
    if (o->file_count == 0) fputs("otter: no file given; 'otter help' shows how\n", stderr);
    return o->file_count > 0;
}

void options_help(char command, FILE *to) {
    if (command == 'b') fprintf(to, "  %-18s %s\n", "-o OUT", "the file to write");
    for (int i = 0; i < INFO_COUNT; i++) {
        if (!strchr(infos[i].commands, command)) continue;
        bool glued = infos[i].form == FORM_TEXT;  // the text begins with the value's form
        const char *gap = glued ? strstr(infos[i].text, "  ") : NULL;
        int width = gap ? (int)(gap - infos[i].text) : 0;
        fprintf(to, "  %s%.*s%*s %s\n", infos[i].name, width, infos[i].text,
                18 - (int)strlen(infos[i].name) - width > 0 ? 18 - (int)strlen(infos[i].name) - width : 0, "",
                gap ? gap + 2 : infos[i].text);
    }
}
