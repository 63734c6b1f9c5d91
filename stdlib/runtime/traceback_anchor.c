// Which part of an expression's text an error mark underlines with ^: CPython marks the operator of a binary operation and
// the brackets of a subscript, and knows them by parsing the text again. Here a scan of the tokens outside all brackets
// is enough: the operator that binds last, or else the last trailer, decides the kind of the expression.
//
// CPython's positions leave out parentheses around an operand, so the mark may cover a parenthesis; that is kept.
#include <string.h>

#include "compiler/base/vec.h"
#include "exception_int.h"

typedef enum { TOKEN_END, TOKEN_NAME, TOKEN_KEYWORD, TOKEN_NUMBER, TOKEN_STRING, TOKEN_OPERATOR, TOKEN_GROUP, TOKEN_OTHER } TokenKind;

// A token of the text, or a whole bracketed group.
typedef struct {
    TokenKind kind;
    uint32_t start, end;
} Token;

typedef VEC(Token) TokenVec;

static bool is_digit(char c) { return c >= '0' && c <= '9'; }
static bool is_name_byte(char c) { return c == '_' || ((c | 32) >= 'a' && (c | 32) <= 'z') || is_digit(c) || (c & 0x80); }

static uint32_t skip_name(const char *text, uint32_t at, uint32_t end) {
    while (at < end && is_name_byte(text[at])) at++;
    return at;
}

static uint32_t skip_string(const char *text, uint32_t at, uint32_t end) {
    char quote = text[at];
    bool triple = end - at >= 3 && text[at + 1] == quote && text[at + 2] == quote;
    for (at += triple ? 3 : 1; at < end; at++) {
        if (text[at] == '\\') at++;
        else if (text[at] == quote && (!triple || (end - at >= 3 && text[at + 1] == quote && text[at + 2] == quote))) return at + (triple ? 3 : 1);
    }
    return end;
}

static bool is_exponent_sign(const char *text, uint32_t at) {
    return (text[at] == '+' || text[at] == '-') && (text[at - 1] | 32) == 'e' && is_digit(text[at - 2]);
}

static uint32_t skip_number(const char *text, uint32_t at, uint32_t end) {
    while (at < end && (is_name_byte(text[at]) || text[at] == '.' || is_exponent_sign(text, at))) at++;
    return at;
}

// Past the bracket that closes the one at `at`; 0: there is none.
static uint32_t skip_group(const char *text, uint32_t at, uint32_t end) {
    uint32_t depth = 0;
    while (at < end) {
        char c = text[at];
        if (c == '"' || c == '\'') {
            at = skip_string(text, at, end);
            continue;
        }
        depth += c == '(' || c == '[' || c == '{';
        depth -= c == ')' || c == ']' || c == '}';
        at++;
        if (depth == 0) return at;
    }
    return 0;
}

static bool is_keyword(const char *text, uint32_t length) {
    static const char *const words[] = {"and", "as", "assert", "async", "break", "class", "continue", "def", "del", "elif", "else", "except", "finally", "for", "from", "global", "if", "import", "in", "is", "lambda", "nonlocal", "not", "or", "pass", "raise", "return", "try", "while", "with", "yield"};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        if (strlen(words[i]) == length && memcmp(words[i], text, length) == 0) return true;
    }
    return false;
}

static Token scan_word(const char *text, uint32_t at, uint32_t end) {
    uint32_t stop = skip_name(text, at, end);
    if (stop < end && stop - at <= 2 && (text[stop] == '"' || text[stop] == '\'')) return (Token){TOKEN_STRING, at, skip_string(text, stop, end)};
    return (Token){is_keyword(text + at, stop - at) ? TOKEN_KEYWORD : TOKEN_NAME, at, stop};
}

static Token scan_operator(const char *text, uint32_t at, uint32_t end) {
    char c = text[at], next = at + 1 < end ? text[at + 1] : 0;
    if (strchr("+-*/%@&|^~<>", c) == NULL) return (Token){TOKEN_OTHER, at, at + 1};
    bool twice = next == c && strchr("*/<>", c) != NULL;
    uint32_t stop = at + (twice ? 2 : 1);
    bool compares = (c == '<' || c == '>') && !twice;
    return (Token){compares || (stop < end && text[stop] == '=') ? TOKEN_OTHER : TOKEN_OPERATOR, at, stop};
}

static Token scan_token(const char *text, uint32_t at, uint32_t end) {
    while (at < end && strchr(" \t\f", text[at]) != NULL) at++;
    if (at >= end) return (Token){TOKEN_END, end, end};
    char c = text[at], next = at + 1 < end ? text[at + 1] : 0;
    if (c == '"' || c == '\'') return (Token){TOKEN_STRING, at, skip_string(text, at, end)};
    if (is_digit(c) || (c == '.' && is_digit(next))) return (Token){TOKEN_NUMBER, at, skip_number(text, at + 1, end)};
    if (is_name_byte(c)) return scan_word(text, at, end);
    if (c == '(' || c == '[' || c == '{') {
        uint32_t stop = skip_group(text, at, end);
        return stop == 0 ? (Token){TOKEN_OTHER, at, end} : (Token){TOKEN_GROUP, at, stop};
    }
    if (c == '.') return (Token){TOKEN_OPERATOR, at, at + 1};
    return scan_operator(text, at, end);
}

static void scan_all(TokenVec *tokens, const char *text, uint32_t at, uint32_t end) {
    for (;;) {
        Token token = scan_token(text, at, end);
        if (token.kind == TOKEN_END) return;
        vec_push(tokens, {token.kind, token.start, token.end});
        at = token.end;
    }
}

// 1 binds last, 7 first; 0: not a binary operator.
static int precedence(const char *text, Token token) {
    if (token.kind != TOKEN_OPERATOR) return 0;
    bool twice = token.end - token.start == 2;
    switch (text[token.start]) {
        case '|': return 1;
        case '^': return 2;
        case '&': return 3;
        case '<': case '>': return 4;
        case '+': case '-': return 5;
        case '*': return twice ? 7 : 6;
        case '/': case '%': case '@': return 6;
        default: return 0;
    }
}

typedef struct {
    uint32_t root;     // index of the operator that binds last, if `precedence` > 0
    int precedence;
    bool prefixed;     // starts with a unary operator
    bool awaits;
    uint32_t trailer;  // without binary operators: index of the last trailer's token; 0: none
} Expression;

static bool is_await(const char *text, Token t) { return t.kind == TOKEN_NAME && t.end - t.start == 5 && memcmp(text + t.start, "await", 5) == 0; }

// Reads a prefix or an operand at i; the index after it, 0 when there is none.
static uint32_t read_operand(const char *text, const TokenVec *v, uint32_t i, Expression *e) {
    for (;; i++) {
        if (i >= v->count) return 0;
        Token token = v->items[i];
        bool unary = token.kind == TOKEN_OPERATOR && strchr("+-~", text[token.start]) != NULL;
        if (!unary && !is_await(text, token)) break;
        if (i == 0) e->prefixed = unary;
        if (i == 0) e->awaits = !unary;
    }
    TokenKind kind = v->items[i].kind;
    if (kind != TOKEN_NAME && kind != TOKEN_NUMBER && kind != TOKEN_STRING && kind != TOKEN_GROUP) return 0;
    for (i++; kind == TOKEN_STRING && i < v->count && v->items[i].kind == TOKEN_STRING;) i++;
    return i;
}

static uint32_t read_trailers(const char *text, const TokenVec *v, uint32_t i, Expression *e) {
    for (; i < v->count; i++) {
        Token token = v->items[i];
        bool dot = token.kind == TOKEN_OPERATOR && text[token.start] == '.';
        if (!dot && (token.kind != TOKEN_GROUP || text[token.start] == '{')) return i;
        e->trailer = i;
        if (dot) i++;
    }
    return i;
}

// false: not made of operands, trailers and binary operators alone.
static bool read_expression(const char *text, const TokenVec *v, Expression *e) {
    *e = (Expression){0};
    for (uint32_t i = 0;;) {
        i = read_operand(text, v, i, e);
        if (i == 0) return false;
        i = read_trailers(text, v, i, e);
        if (i >= v->count) return true;
        int p = precedence(text, v->items[i]);
        if (p == 0) return false;
        if (e->precedence == 0 || p < e->precedence || (p == e->precedence && p < 7)) {
            e->root = i;
            e->precedence = p;
        }
        i++;
    }
}

// Does the parenthesis pair around text[start .. end) belong to what it holds (tuple, generator, empty)?
static bool group_is_display(const char *text, uint32_t start, uint32_t end) {
    TokenVec inner = {0};
    scan_all(&inner, text, start + 1, end - 1);
    bool display = inner.count == 0;
    for (uint32_t i = 0; i < inner.count; i++) {
        Token token = inner.items[i];
        display |= text[token.start] == ',' && token.kind == TOKEN_OTHER;
        display |= token.kind == TOKEN_KEYWORD && token.end - token.start == 3 && memcmp(text + token.start, "for", 3) == 0;
    }
    vec_fini(&inner);
    return display;
}

// The operand's own extent: without parentheses that only group.
static Token operand_extent(const char *text, Token from, Token last) {
    uint32_t start = from.start, end = last.end;
    bool group = from.start == last.start && from.kind == TOKEN_GROUP;
    while (group && text[start] == '(' && !group_is_display(text, start, end)) {
        TokenVec inner = {0};
        scan_all(&inner, text, start + 1, end - 1);
        start = inner.items[0].start;
        end = inner.items[inner.count - 1].end;
        group = inner.count == 1 && inner.items[0].kind == TOKEN_GROUP;
        vec_fini(&inner);
    }
    return (Token){TOKEN_OTHER, start, end};
}

static bool is_space(char c) { return c == ' ' || c == '\t' || c == '\f'; }

static bool anchor_operator(const char *text, const TokenVec *v, uint32_t root, size_t *from, size_t *to) {
    uint32_t at = operand_extent(text, v->items[0], v->items[root - 1]).end;
    uint32_t right = operand_extent(text, v->items[root + 1], v->items[v->count - 1]).start;
    while (at < right && is_space(text[at])) at++;
    if (at >= right) return false;
    *from = at;
    *to = at + 1 + (at + 1 < right && !is_space(text[at + 1]) ? 1 : 0);
    return true;
}

static bool anchor_subscript(const char *text, const TokenVec *v, size_t *from, size_t *to) {
    Token brackets = v->items[v->count - 1];
    TokenVec inner = {0};
    scan_all(&inner, text, brackets.start + 1, brackets.end - 1);
    bool found = inner.count > 0;
    if (found) {
        *from = operand_extent(text, v->items[0], v->items[v->count - 2]).end;
        *to = operand_extent(text, inner.items[0], inner.items[inner.count - 1]).end + 1;
    }
    vec_fini(&inner);
    return found;
}

static bool anchor_tokens(const char *text, const TokenVec *v, size_t *from, size_t *to) {
    Expression e;
    if (v->count == 0 || !read_expression(text, v, &e)) return false;
    if (e.precedence == 7 && e.prefixed) return false;
    if (e.precedence > 0) return anchor_operator(text, v, e.root, from, to);
    if (e.prefixed || e.awaits) return false;
    if (v->count == 1 && v->items[0].kind == TOKEN_GROUP && text[v->items[0].start] == '(') {
        TokenVec inner = {0};
        scan_all(&inner, text, v->items[0].start + 1, v->items[0].end - 1);
        bool found = anchor_tokens(text, &inner, from, to);
        vec_fini(&inner);
        return found;
    }
    if (e.trailer == 0 || e.trailer != v->count - 1 || text[v->items[e.trailer].start] != '[') return false;
    return anchor_subscript(text, v, from, to);
}

bool traceback_anchor(const char *text, size_t length, size_t *from, size_t *to) {
    enum { LENGTH_MAX = 4096 };  // brackets nest no deeper than this lets them
    if (length > LENGTH_MAX) return false;
    TokenVec tokens = {0};
    scan_all(&tokens, text, 0, (uint32_t)length);
    bool found = anchor_tokens(text, &tokens, from, to);
    vec_fini(&tokens);
    return found;
}
