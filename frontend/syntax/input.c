// Where an input at the prompt ends: by its tokens, and for blocks by an empty line.
#include "frontend/syntax/explain.h"
#include "frontend/syntax/syntax.h"
#include "frontend/syntax/tokens.h"

#include <string.h>

static const Token *input_token(const Tokens *tokens, uint32_t at) { return &tokens->items.items[at]; }

static bool input_is_word(const Tokens *tokens, uint32_t at, const char *const *words, size_t count) {
  for (size_t i = 0; i < count; i++)
    if (tokens_is(tokens, at, words[i])) return true;
  return false;
}

// The statement's first line has a block behind it, or could have.
static bool input_is_block(const Tokens *tokens, uint32_t first) {
  static const char *const words[] = {"if", "while", "for", "try", "with", "def", "class", "async", "@"};
  static const char *const definitions[] = {"fn", "struct", "enum"};
  uint32_t end = first;
  while (input_token(tokens, end)->kind != TOKEN_NEWLINE && input_token(tokens, end)->kind != TOKEN_END) end++;
  bool is_pub = tokens_is(tokens, first, "pub") && input_token(tokens, first + 1)->kind == TOKEN_NAME;
  if (is_pub) first++;
  if (input_is_word(tokens, first, words, sizeof words / sizeof *words)) return true;
  bool names_something = input_token(tokens, first + 1)->kind == TOKEN_NAME;
  if (names_something && input_is_word(tokens, first, definitions, sizeof definitions / sizeof *definitions)) return true;
  return end > first && tokens_is(tokens, end - 1, ":");
}

static bool input_has_open_string(const Tokens *tokens) {
  uint32_t last = tokens->items.count - 1;
  const Token *token = last ? input_token(tokens, last - 1) : nullptr;
  if (!token || token->kind != TOKEN_OPEN_STRING) return false;
  size_t quote = token->start + strcspn(tokens->text + token->start, "\"'");
  return quote + 2 < tokens->length && tokens->text[quote + 1] == tokens->text[quote] && tokens->text[quote + 2] == tokens->text[quote];
}

static bool input_is_continued(const Tokens *tokens) {
  uint32_t last = tokens->items.count - 1;
  bool backslash = tokens->length > 1 && memcmp(tokens->text + tokens->length - 2, "\\\n", 2) == 0;
  return backslash && (last == 0 || input_token(tokens, last - 1)->kind != TOKEN_NEWLINE);
}

static bool input_ends_with_empty_line(const Tokens *tokens) {
  return tokens->length > 1 && memcmp(tokens->text + tokens->length - 2, "\n\n", 2) == 0;
}

static bool input_is_open(const Tokens *tokens) {
  uint32_t first = 0;
  while (input_token(tokens, first)->kind == TOKEN_NEWLINE) first++;
  if (input_has_open_string(tokens) || input_is_continued(tokens)) return true;
  if (input_token(tokens, first)->kind == TOKEN_END) return false;
  if (!tokens->open.count && (!input_is_block(tokens, first) || input_ends_with_empty_line(tokens))) return false;
  return !syntax_fails_early(tokens->text, tokens->length);
}

bool syntax_wants_more(const char *text, size_t length) {
  Tokens tokens = {0};
  tokens_read(&tokens, text, length);
  bool open = input_is_open(&tokens);
  tokens_fini(&tokens);
  return open;
}
