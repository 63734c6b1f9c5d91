// Finding the syntax errors of a text, one after the other.
//
// The parser is run with a log until it does not go on (Stop). The rules (explain_rules.c) report why; then the
// statement is replaced by a harmless one of the same shape, without moving any other line, and the parser runs
// again, so that every report is as good as the first. The rounds end when no progress is possible, when the sink is
// full, or when the text read in all rounds exceeds WORK_MAX.
#include "frontend/syntax/explain.h"

#include "frontend/grammar/symbols.h"
#include "frontend/syntax/explain_int.h"
#include "frontend/syntax/names.h"

#include <stdio.h>
#include <string.h>
#include <tree_sitter/api.h>

enum { WORK_MAX = 8 << 20 };

// ---- where the parser stops

typedef struct {
  uint32_t row, col;  // of the parser's last step: where the next token was looked for
  StopKind kind;
  bool stopped;
  size_t cancel;
} StopLog;

static void read_log(void *payload, TSLogType type, const char *message) {
  StopLog *log = payload;
  if (log->stopped || type != TSLogTypeParse) return;
  static const char lexed[] = "lexed_lookahead sym:";
  if (strncmp(message, "process", 7) == 0) {
    sscanf(message, "process version:%*d, version_count:%*d, state:%*d, row:%u, col:%u", &log->row, &log->col);
  } else if (strncmp(message, lexed, sizeof lexed - 1) == 0) {
    const char *symbol = message + sizeof lexed - 1;
    log->kind = strncmp(symbol, "_indent,", 8) == 0    ? STOP_INDENT
                : strncmp(symbol, "_dedent,", 8) == 0  ? STOP_DEDENT
                : strncmp(symbol, "_refused,", 9) == 0 ? STOP_REFUSED
                                                       : STOP_TOKEN;
  } else if (strncmp(message, "detect_error", 12) == 0) {
    log->stopped = true;
    log->cancel = 1;
  }
}

static bool find_stop(const char *text, size_t length, StopLog *log) {
  *log = (StopLog){0};
  TSParser *parser = ts_parser_new();
  ts_parser_set_language(parser, tree_sitter_otter());
  ts_parser_set_logger(parser, (TSLogger){log, read_log});
  ts_parser_set_cancellation_flag(parser, &log->cancel);
  TSTree *tree = ts_parser_parse_string(parser, nullptr, text, (uint32_t)length);
  if (tree) ts_tree_delete(tree);
  ts_parser_delete(parser);
  return log->stopped;
}

// ---- the scene

static size_t find_line(const char *text, size_t length, uint32_t line) {
  size_t at = 0;
  for (uint32_t i = 1; i < line && at < length; i++) {
    const char *newline = memchr(text + at, '\n', length - at);
    at = newline ? (size_t)(newline - text) + 1 : length;
  }
  return at;
}

static uint32_t statement_start(const Tokens *tokens, uint32_t at) {
  while (at > 0 && tokens->items.items[at - 1].kind != TOKEN_NEWLINE) at--;
  return at;
}

static void note_open_brackets(Scene *s) {
  for (uint32_t i = s->first; i < s->at; i++) {
    char c = s->tokens.text[s->tokens.items.items[i].start];
    if (s->tokens.items.items[i].kind != TOKEN_OPERATOR) continue;
    if (c == '(' || c == '[' || c == '{') vec_push(&s->open, i);
    if ((c == ')' || c == ']' || c == '}') && s->open.count) s->open.count--;
  }
}

static void set_scene(Scene *s, const char *text, size_t length, const StopLog *log) {
  tokens_read(&s->tokens, text, length);
  s->stop = log->kind;
  s->offset = (uint32_t)(find_line(text, length, log->row + 1) + log->col);
  uint32_t last = s->tokens.items.count - 1;
  while (s->at < last && s->tokens.items.items[s->at].end <= s->offset) s->at++;
  bool at_line_start = log->col == 0 && s->at < last && s->tokens.items.items[s->at].kind == TOKEN_NEWLINE;
  if (at_line_start && s->stop != STOP_TOKEN) s->at++;
  s->first = statement_start(&s->tokens, s->at);
  note_open_brackets(s);
  s->patch_from = s->tokens.items.items[s->first].line;
  s->patch_to = s->tokens.items.items[s->at].line;
}

static void fini_scene(Scene *s) {
  tokens_fini(&s->tokens);
  vec_fini(&s->open);
}

// ---- going on behind an error

static uint32_t indentation(const char *line) { return (uint32_t)strspn(line, " \t\f"); }

// The next line at or behind `at` that has code, or NULL.
static const char *next_code_line(const char *text, size_t length, size_t at) {
  while (at < length) {
    const char *line = text + at, *first = line + indentation(line);
    if (*first && *first != '\n' && *first != '#') return line;
    const char *newline = memchr(line, '\n', length - at);
    if (!newline) break;
    at = (size_t)(newline - text) + 1;
  }
  return nullptr;
}

// A statement of the same shape without the error: with `block`, one that has a block behind it.
static void put_harmless(const Scene *s, bool block, StrBuf *out) {
  static const struct {
    const char *word, *header;
  } headers[] = {
      {"elif", "elif 0:"}, {"else", "else:"},     {"except", "except:"},  {"finally", "finally:"},
      {"try", "try:"},     {"case", "case 0:"},   {"match", "match 0:"},  {"def", "def f():"},
      {"fn", "def f():"},  {"class", "class f:"}, {"struct", "class f:"}, {"enum", "class f:"},
  };
  const char *header = nullptr;
  uint32_t word = s->first;
  while (tokens_is(&s->tokens, word, "pub") || tokens_is(&s->tokens, word, "async")) word++;
  for (size_t i = 0; i < sizeof headers / sizeof *headers && !s->orphan; i++)
    if (tokens_is(&s->tokens, word, headers[i].word)) header = headers[i].header;
  if (header && strcmp(header, "match 0:") == 0 && !block) header = nullptr;
  if (header || block) strbuf_put_text(out, header ? header : "if 0:");
  if (!block) strbuf_put_text(out, header ? " 0" : "0");
}

// Replaces the lines patch_from..patch_to; the number of lines stays.
static void patch(const Scene *s, StrBuf *out) {
  const char *text = s->tokens.text;
  size_t length = s->tokens.length;
  size_t from = find_line(text, length, s->patch_from), to = find_line(text, length, s->patch_to + 1);
  uint32_t margin = indentation(text + from);
  const char *next = next_code_line(text, length, to);
  strbuf_put_bytes(out, text, from + margin);
  put_harmless(s, next && indentation(next) > margin, out);
  for (uint32_t i = s->patch_from; i <= s->patch_to; i++) strbuf_put_char(out, '\n');
  strbuf_put_bytes(out, text + to, length - to);
}

// An unexpectedly deep block is dropped as a whole.
static void extend_over_block(Scene *s) {
  const char *text = s->tokens.text;
  size_t length = s->tokens.length, at = find_line(text, length, s->patch_from);
  uint32_t deep = indentation(text + at);
  for (uint32_t line = s->patch_from; at < length; line++) {
    const char *newline = memchr(text + at, '\n', length - at);
    bool blank = text[at + indentation(text + at)] == '\n';
    if (!blank && indentation(text + at) < deep) break;
    if (!blank) s->patch_to = line;
    at = newline ? (size_t)(newline - text) + 1 : length;
  }
}

static void patch_block(Scene *s, StrBuf *out) {
  extend_over_block(s);
  const char *text = s->tokens.text;
  size_t length = s->tokens.length;
  size_t from = find_line(text, length, s->patch_from), to = find_line(text, length, s->patch_to + 1);
  strbuf_put_bytes(out, text, from);
  for (uint32_t i = s->patch_from; i <= s->patch_to; i++) strbuf_put_char(out, '\n');
  strbuf_put_bytes(out, text + to, length - to);
}

// The whole of the statement, when it goes on behind the error.
static void extend_over_statement(Scene *s) {
  if (s->open.count == 0 || s->patch_fixed) return;
  for (uint32_t i = s->at; i < s->tokens.items.count; i++) {
    if (s->tokens.items.items[i].kind == TOKEN_END) return;
    if (s->tokens.items.items[i].kind != TOKEN_NEWLINE) continue;
    s->patch_to = s->tokens.items.items[i].line;
    return;
  }
}

// ---- rounds

// Reports the first error of the text. True when `out` holds a text to go on with.
static bool explain_first(const char *text, size_t length, DiagSink *diag, uint32_t *line, StrBuf *out) {
  StopLog log;
  if (!find_stop(text, length, &log)) return false;
  Scene s = {.diag = diag};
  set_scene(&s, text, length, &log);
  bool go_on = s.tokens.items.items[s.at].line > *line || *line == 0;
  if (go_on) {
    explain_scene(&s);
    *line = s.tokens.items.items[s.at].line;
    extend_over_statement(&s);
    if (s.stop == STOP_INDENT) patch_block(&s, out);
    else patch(&s, out);
    if (s.patch_to > *line) *line = s.patch_to;
  }
  go_on = go_on && !s.hopeless;
  fini_scene(&s);
  return go_on;
}

void syntax_explain(const Source *source, DiagSink *diag) {
  StrBuf text = {0}, next = {0};
  strbuf_put_bytes(&text, source->text, source->length);
  uint32_t line = 0, errors = diag_error_count(diag);
  for (size_t work = 0; work < WORK_MAX && diag_error_count(diag) - errors < DIAG_MAX; work += text.length) {
    if (!explain_first(strbuf_text(&text), text.length, diag, &line, &next)) break;
    StrBuf swap = text;
    text = next;
    next = swap;
    strbuf_clear(&next);
  }
  if (diag_error_count(diag) == errors) diag_error(diag, (Span){1, 0, 1, 1}, DIAG_SYNTAX, "invalid syntax");
  strbuf_fini(&text);
  strbuf_fini(&next);
}

bool syntax_precheck(const Source *source, DiagSink *diag) {
  const char *line = next_code_line(source->text, source->length, 0);
  if (!line || indentation(line) == 0 || *line == '\f') return true;
  uint32_t number = 1, width = indentation(line);
  for (const char *at = source->text; at < line; at++) number += *at == '\n';
  diag_error(diag, (Span){number, width, number, width + 1}, DIAG_INDENTATION, "unexpected indent");
  diag_note(diag, "the first statement begins at the left margin");
  return false;
}

// ---- for texts that may not be complete

bool syntax_fails_early(const char *text, size_t length) {
  StopLog log;
  if (!find_stop(text, length, &log)) return false;
  Scene s = {0};
  set_scene(&s, text, length, &log);
  bool early = s.tokens.items.items[s.at].kind != TOKEN_END;
  fini_scene(&s);
  return early;
}
