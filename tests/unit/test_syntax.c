// The front end's tests.
//
//   test_syntax                    everything below tests/syntax, and the limits
//   test_syntax --bless            writes the expected outputs anew
//   test_syntax --check FILE...    syntax only, as `otter check --syntax`; exit status 1 if any is wrong
//   test_syntax --dump FILE        the tree of one file
//
// tests/syntax/*.ot have their trees, or their diagnostics, in a file of the same name and ".expect". A line "#----"
// begins a new text, whose lines count from 1: many small programs fit in one file.
#include "check.h"
#include "frontend/grammar/symbols.h"
#include "frontend/syntax/syntax.h"

#include <dirent.h>
#include <string.h>
#include <tree_sitter/api.h>

static char *read_text(const char *path, size_t *length) {
  FILE *file = fopen(path, "rb");
  if (!file) return nullptr;
  StrBuf text = {0};
  char buffer[4096];
  for (size_t n; (n = fread(buffer, 1, sizeof buffer, file)) > 0;) strbuf_put_bytes(&text, buffer, n);
  fclose(file);
  *length = text.length;
  strbuf_text(&text);
  return text.length ? strbuf_take(&text) : calloc(1, 1);
}

static void put_diagnostics(const DiagSink *diag, StrBuf *out) {
  char *text = nullptr;
  size_t length = 0;
  FILE *stream = open_memstream(&text, &length);
  diag_print(diag, stream, DIAG_PLAIN);
  fclose(stream);
  strbuf_put_bytes(out, text, length);
  free(text);
}

// The tree, or the diagnostics. False when there is no tree.
static bool put_result(const char *name, const char *text, size_t length, StrBuf *out) {
  Arena arena;
  Intern intern;
  arena_init(&arena);
  intern_init(&intern, &arena);
  DiagSink *diag = diag_new(&arena, name, nullptr, 0);
  Source source;
  AstModule *module = nullptr;
  if (source_from_text(&source, &arena, name, text, length, diag))
    module = syntax_parse(&source, &arena, &intern, diag);
  if (module && out) ast_dump(&module->node, out);
  if (out) put_diagnostics(diag, out);
  intern_fini(&intern);
  arena_fini(&arena);
  return module != nullptr;
}

// ---- expected outputs

static const char separator[] = "#----\n";

static void put_sections(const char *name, const char *text, size_t length, StrBuf *out) {
  const char *end = text + length;
  while (text < end) {
    const char *next = strstr(text, separator);
    size_t size = (size_t)((next ? next : end) - text);
    put_result(name, text, size, out);
    if (next) strbuf_put_text(out, separator);
    text += size + (next ? sizeof separator - 1 : 0);
  }
}

static bool test_file(const char *folder, const char *name, bool bless) {
  char path[512], expected_path[600];
  snprintf(path, sizeof path, "%s/%s", folder, name);
  snprintf(expected_path, sizeof expected_path, "%s.expect", path);
  size_t length, expected_length;
  char *text = read_text(path, &length), *expected = read_text(expected_path, &expected_length);
  StrBuf out = {0};
  put_sections(name, text, length, &out);
  bool same = expected && expected_length == out.length && memcmp(expected, strbuf_text(&out), out.length) == 0;
  if (!same && bless) {
    FILE *file = fopen(expected_path, "wb");
    fwrite(strbuf_text(&out), 1, out.length, file);
    fclose(file);
  } else if (!same) {
    char actual_path[] = P_tmpdir "/otter-syntax-XXXXXX";
    FILE *file = fdopen(mkstemp(actual_path), "wb");
    fwrite(strbuf_text(&out), 1, out.length, file);
    fclose(file);
    fprintf(stderr, "%s: not as expected; see diff %s %s\n", path, expected_path, actual_path);
  }
  free(text);
  free(expected);
  strbuf_fini(&out);
  return same || bless;
}

static void test_files(bool bless) {
  const char *folder = "tests/syntax";
  struct dirent **entries;
  int count = scandir(folder, &entries, nullptr, alphasort), bad = 0, seen = 0;
  CHECK(count > 0);
  for (int i = 0; i < count; i++) {
    const char *dot = strrchr(entries[i]->d_name, '.');
    if (dot && strcmp(dot, ".ot") == 0) seen++, bad += !test_file(folder, entries[i]->d_name, bless);
    free(entries[i]);
  }
  free(entries);
  CHECK(seen > 0);
  CHECK(bad == 0);
}

// ---- the numbers in symbols.def are the parser's

static void test_symbols(void) {
  const TSLanguage *language = tree_sitter_otter();
#define SYMBOL(name, number, text) CHECK(strcmp(ts_language_symbol_name(language, number), text) == 0);
#define FIELD(name, number, text) CHECK(strcmp(ts_language_field_name_for_id(language, number), text) == 0);
#include "frontend/grammar/symbols.def"
}

// ---- the highlight queries name only what the grammar has

static void test_highlights(void) {
  size_t length;
  char *text = read_text("frontend/grammar/highlights.scm", &length);
  CHECK(text);
  uint32_t offset;
  TSQueryError error;
  TSQuery *query = ts_query_new(tree_sitter_otter(), text, (uint32_t)length, &offset, &error);
  if (!query) fprintf(stderr, "highlights.scm: error %d at byte %u: %.40s\n", (int)error, offset, text + offset);
  CHECK(query);
  ts_query_delete(query);
  free(text);
}

// ---- limits: long chains pass, deep nesting is refused, and neither needs stack

static bool parses(const char *head, const char *repeated, int times, const char *middle, const char *closing,
                   const char *tail) {
  StrBuf text = {0};
  strbuf_put_text(&text, head);
  for (int i = 0; i < times; i++) strbuf_put_text(&text, repeated);
  strbuf_put_text(&text, middle);
  for (int i = 0; i < times; i++) strbuf_put_text(&text, closing);
  strbuf_put_text(&text, tail);
  bool ok = put_result("limit.ot", strbuf_text(&text), text.length, nullptr);
  strbuf_fini(&text);
  return ok;
}

static void test_limits(void) {
  enum { LONG = 10000 };
  CHECK(parses("x = ", "a + ", LONG, "a", "", "\n"));
  CHECK(parses("x = ", "a or ", LONG, "a", "", "\n"));
  CHECK(parses("x = a", ".a", LONG, "", "", "\n"));
  CHECK(parses("x = a", "(1)", LONG, "", "", "\n"));
  CHECK(parses("x = ", "a < ", LONG, "a", "", "\n"));
  CHECK(parses("if a: b\n", "elif a: b\n", LONG, "", "", ""));
  CHECK(parses("match a:\n case ", "1 | ", LONG, "1: b", "", "\n"));
  CHECK(parses("x = [", "1, ", LONG, "", "", "]\n"));
  CHECK(parses("x = ", "(", 199, "1", ")", "\n"));
  CHECK(!parses("x = ", "(", LONG, "1", ")", "\n"));
  CHECK(!parses("x = ", "[", LONG, "", "", "\n"));
  CHECK(!parses("x = ", "not ", LONG, "a", "", "\n"));
  CHECK(!parses("x = ", "-", LONG, "a", "", "\n"));
  CHECK(!parses("x = ", "lambda: ", LONG, "a", "", "\n"));
  CHECK(!parses("x = ", "a if b else ", LONG, "a", "", "\n"));
  CHECK(!parses("x = ", "a ** ", LONG, "a", "", "\n"));
  CHECK(!parses("match a:\n case ", "[", LONG, "a", "]", ": b\n"));
  CHECK(!parses("", "x = = 1\n", LONG, "", "", ""));
}

// ---- the command line

static bool check_file(const char *path) {
  Arena arena;
  arena_init(&arena);
  DiagSink *diag = diag_new(&arena, path, nullptr, 0);
  Source source;
  bool ok = source_load(&source, &arena, path, diag) && syntax_check(&source, diag);
  diag_print(diag, stdout, DIAG_PLAIN);
  arena_fini(&arena);
  return ok;
}

static int dump_file(const char *path) {
  size_t length;
  char *text = read_text(path, &length);
  if (!text) return 2;
  StrBuf out = {0};
  bool ok = put_result(path, text, length, &out);
  fwrite(strbuf_text(&out), 1, out.length, stdout);
  strbuf_fini(&out);
  free(text);
  return !ok;
}

int main(int argc, char **argv) {
  if (argc > 2 && strcmp(argv[1], "--dump") == 0) return dump_file(argv[2]);
  if (argc > 2 && strcmp(argv[1], "--check") == 0) {
    int bad = 0;
    for (int i = 2; i < argc; i++) bad += !check_file(argv[i]);
    return bad > 0;
  }
  test_symbols();
  test_highlights();
  test_files(argc > 1 && strcmp(argv[1], "--bless") == 0);
  test_limits();
  return 0;
}
