// libedit is opened by name when the first prompt is wanted: nobody else pays for it, and without it lines are read as they come.
//
// Reading a key is ours (read_key): a Ctrl-C ends the line there, and other threads' collections do not wait for somebody who is
// thinking. The history is libedit's file, for the owner only.
#include "repl_lines.h"

#include <dlfcn.h>
#include <errno.h>
#include <histedit.h>
#include <locale.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>
#include <wchar.h>

#include "repl_names.h"
#include "stdlib/runtime/call.h"
#include "stdlib/runtime/exception.h"
#include "stdlib/runtime/file.h"
#include "stdlib/runtime/interrupt.h"
#include "stdlib/runtime/str.h"
#include "stdlib/runtime/threads.h"

enum { HISTORY_SIZE = 2000 };

#define EDIT_FUNCTIONS(F) \
    F(el_init) F(el_set) F(el_gets) F(el_end) F(el_line) F(el_insertstr) F(el_resize) F(el_source) F(history_init) F(history) F(history_end)

static struct {
#define DECLARE(name) typeof(&name) name;
    EDIT_FUNCTIONS(DECLARE)
#undef DECLARE
} edit;

static struct {
    EditLine *line;
    History *history;
    char *history_path;
    const char *prompt;
    Thread *thread;
    Module *globals;
    bool shown, interrupted;
} lines;

// --- the history's file

static void make_folders(char *path) {
    for (char *slash = strchr(path + 1, '/'); slash; slash = strchr(slash + 1, '/')) {
        *slash = 0;
        mkdir(path, 0700);
        *slash = '/';
    }
}

static char *history_path(void) {
    const char *state = getenv("XDG_STATE_HOME"), *home = getenv("HOME");
    char *path = NULL;
    int length = -1;
    if (state && state[0] == '/') length = asprintf(&path, "%s/otter/history", state);
    else if (home && home[0] == '/') length = asprintf(&path, "%s/.local/state/otter/history", home);
    return length < 0 ? NULL : path;
}

static void open_history(void) {
    HistEvent event;
    lines.history = edit.history_init();
    if (!lines.history) return;
    edit.history(lines.history, &event, H_SETSIZE, HISTORY_SIZE);
    edit.history(lines.history, &event, H_SETUNIQUE, 1);
    lines.history_path = history_path();
    if (lines.history_path) edit.history(lines.history, &event, H_LOAD, lines.history_path);
    edit.el_set(lines.line, EL_HIST, edit.history, lines.history);
}

static void keep_history(void) {
    HistEvent event;
    if (!lines.history || !lines.history_path) return;
    mode_t before = umask(0077);
    make_folders(lines.history_path);
    edit.history(lines.history, &event, H_SAVE, lines.history_path);
    umask(before);
}

// --- keys

static char *prompt_of(EditLine *line) { return (char *)lines.prompt; }

static ssize_t read_byte(char *byte) {
    Registers registers;
    ssize_t n;
    threads_leave(lines.thread, &registers);
    do n = read(STDIN_FILENO, byte, 1);
    while (n < 0 && errno == EINTR && !interrupt_waits(lines.thread));
    threads_enter(lines.thread, &registers);
    return n;
}

static int read_key(EditLine *line, wchar_t *key) {
    mbstate_t state = {0};
    for (;;) {
        char byte;
        ssize_t n = read_byte(&byte);
        lines.interrupted = n < 0 && errno == EINTR;
        if (n <= 0) return (int)n;
        size_t used = mbrtowc(key, &byte, 1, &state);
        if (used == (size_t)-1) memset(&state, 0, sizeof state);
        else if (used != (size_t)-2) return 1;
    }
}

// --- completion

static void put_candidates(const NameList *names) {
    size_t width = 0, columns = 80;
    for (uint32_t i = 0; i < names->count; i++) {
        size_t length = strlen(names->items[i]);
        if (length > width) width = length;
    }
    columns = columns / (width + 2) ? columns / (width + 2) : 1;
    putchar('\n');
    for (uint32_t i = 0; i < names->count; i++)
        printf("%-*s%s", (int)width + 2, names->items[i], (i + 1) % columns == 0 || i + 1 == names->count ? "\n" : "");
}

static unsigned char complete(EditLine *line, int key) {
    const LineInfo *info = edit.el_line(line);
    NameList names = {0};
    StrBuf more = {0};
    unsigned char result = CC_REFRESH_BEEP;
    size_t length = (size_t)(info->cursor - info->buffer);
    if (repl_names_blank(info->buffer, length)) strbuf_put_text(&more, "    ");
    else repl_names_complete(lines.thread, lines.globals, info->buffer, length, &names, &more);
    if (more.length) {
        result = edit.el_insertstr(line, strbuf_text(&more)) == 0 ? CC_REFRESH : CC_ERROR;
    } else if (names.count > 1) {
        put_candidates(&names);
        fflush(stdout);
        result = CC_REDISPLAY;
    }
    repl_names_free(&names);
    strbuf_fini(&more);
    return result;
}

// --- opening and closing

static bool load_library(void) {
    void *library = dlopen("libedit.so.2", RTLD_NOW | RTLD_LOCAL);
    bool ok = library != NULL;
#define LOAD(name) ok = ok && (edit.name = (typeof(edit.name))dlsym(library, #name));
    EDIT_FUNCTIONS(LOAD)
#undef LOAD
    return ok;
}

static void bind_keys(EditLine *line) {
    static const char *const keys[][2] = {
        {"^I", "otter-complete"},   {"^R", "em-inc-search-prev"},  {"\\e[3~", "ed-delete-next-char"}, {"\\e[H", "ed-move-to-beg"},
        {"\\e[F", "ed-move-to-end"}, {"\\e[1~", "ed-move-to-beg"}, {"\\e[4~", "ed-move-to-end"},     {"\\e[1;5C", "em-next-word"},
        {"\\e[1;5D", "ed-prev-word"},
    };
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++) edit.el_set(line, EL_BIND, keys[i][0], keys[i][1], NULL);
}

void repl_lines_open(Thread *t, Module *globals) {
    lines.thread = t;
    lines.globals = globals;
    lines.shown = isatty(STDIN_FILENO) && isatty(STDOUT_FILENO);
    if (!lines.shown || !load_library()) return;
    setlocale(LC_CTYPE, "C.UTF-8");
    lines.line = edit.el_init("otter", stdin, stdout, stderr);
    if (!lines.line) return;
    edit.el_set(lines.line, EL_PROMPT, prompt_of);
    edit.el_set(lines.line, EL_EDITOR, "emacs");
    edit.el_set(lines.line, EL_SIGNAL, 0);
    edit.el_set(lines.line, EL_GETCFN, read_key);
    edit.el_set(lines.line, EL_ADDFN, "otter-complete", "complete a name", complete);
    bind_keys(lines.line);
    edit.el_source(lines.line, NULL);
    open_history();
}

void repl_lines_close(void) {
    keep_history();
    if (lines.history) edit.history_end(lines.history);
    if (lines.line) edit.el_end(lines.line);
    free(lines.history_path);
    memset(&lines, 0, sizeof lines);
}

bool repl_lines_are_shown(void) { return lines.shown; }

// --- reading

static LineStatus read_edited(StrBuf *to) {
    int length = 0;
    lines.interrupted = false;
    edit.el_resize(lines.line);
    const char *text = edit.el_gets(lines.line, &length);
    if (lines.interrupted) return LINE_INTERRUPTED;
    if (!text || length <= 0) return LINE_END;
    HistEvent event;
    if (lines.history && text[strspn(text, " \t\n")]) edit.history(lines.history, &event, H_ENTER, text);
    strbuf_put_bytes(to, text, (size_t)length);
    return LINE_READ;
}

static LineStatus read_plain(Thread *t, StrBuf *to) {
    Value line = call_method(t, file_standard(STDIN_FILENO), str_intern_c("readline"), NULL, 0);
    if (value_is_error(line)) {
        if (error_matches(t, &class_KeyboardInterrupt)) error_take(t);
        else exception_print(t, error_take(t));
        return LINE_INTERRUPTED;
    }
    if (value_str(line)->nbytes == 0) return LINE_END;
    strbuf_put_bytes(to, value_str(line)->text, value_str(line)->nbytes);
    return LINE_READ;
}

LineStatus repl_lines_read(Thread *t, const char *prompt, StrBuf *to) {
    lines.prompt = prompt;
    if (lines.line) {
        LineStatus status = read_edited(to);
        if (status == LINE_INTERRUPTED && !interrupt_check(t)) error_take(t);
        return status;
    }
    if (lines.shown) fputs(prompt, stdout), fflush(stdout);
    return read_plain(t, to);
}
