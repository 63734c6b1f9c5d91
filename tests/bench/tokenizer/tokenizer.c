#include <ctype.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef enum { NUMBER, NAME, OPERATOR, END } Kind;

typedef struct {
    Kind kind;
    char *text;
} Token;

typedef struct {
    Token *items;
    size_t count, capacity;
} Tokens;

typedef struct {
    char *name;
    long value;
} Variable;

enum { BUCKETS = 256 };

typedef struct {
    const Token *tokens;
    size_t at;
    Variable variables[BUCKETS];
} Evaluator;

static void add(Tokens *tokens, Kind kind, const char *start, size_t length) {
    if (tokens->count == tokens->capacity) {
        tokens->capacity = tokens->capacity ? 2 * tokens->capacity : 16;
        tokens->items = realloc(tokens->items, tokens->capacity * sizeof *tokens->items);
    }
    tokens->items[tokens->count++] = (Token){kind, strndup(start, length)};
}

static Tokens tokenize(const char *source) {
    Tokens tokens = {0};
    const char *at = source;
    while (*at) {
        const char *start = at;
        if (*at == ' ' || *at == '\n') {
            at++;
        } else if (isdigit((unsigned char)*at)) {
            while (isdigit((unsigned char)*at)) at++;
            add(&tokens, NUMBER, start, (size_t)(at - start));
        } else if (isalpha((unsigned char)*at) || *at == '_') {
            while (isalnum((unsigned char)*at) || *at == '_') at++;
            add(&tokens, NAME, start, (size_t)(at - start));
        } else {
            add(&tokens, OPERATOR, at++, 1);
        }
    }
    add(&tokens, END, "", 0);
    return tokens;
}

static Variable *find(Evaluator *e, const char *name) {
    size_t h = 5381;
    for (const char *c = name; *c; c++) h = h * 33 + (unsigned char)*c;
    h %= BUCKETS;
    while (e->variables[h].name && strcmp(e->variables[h].name, name) != 0) h = (h + 1) % BUCKETS;
    return &e->variables[h];
}

static bool accept(Evaluator *e, const char *text) {
    const Token *token = &e->tokens[e->at];
    if (token->kind != OPERATOR || strcmp(token->text, text) != 0) return false;
    e->at++;
    return true;
}

static long modulo(long a, long m) { return (a % m + m) % m; }
static long expression(Evaluator *e);

static long factor(Evaluator *e) {
    if (accept(e, "(")) {
        long value = expression(e);
        accept(e, ")");
        return value;
    }
    const Token *token = &e->tokens[e->at++];
    if (token->kind == NUMBER) return atol(token->text);
    const Variable *variable = find(e, token->text);
    return variable->name ? variable->value : 1;
}

static long term(Evaluator *e) {
    long value = factor(e);
    while (accept(e, "*")) value = modulo(value * factor(e), 1000003);
    return value;
}

static long expression(Evaluator *e) {
    long value = term(e);
    for (;;) {
        if (accept(e, "+"))
            value += term(e);
        else if (accept(e, "-"))
            value -= term(e);
        else
            return value;
    }
}

static long run(Evaluator *e) {
    long last = 0;
    while (e->tokens[e->at].kind != END) {
        char *name = e->tokens[e->at++].text;
        accept(e, "=");
        last = modulo(expression(e), 1000003);
        Variable *variable = find(e, name);
        variable->name = name;
        variable->value = last;
        accept(e, ";");
    }
    return last;
}

static char *make_source(int statements, long seed) {
    size_t capacity = (size_t)statements * 200, length = 0;
    char *text = malloc(capacity), a[32], b[32];
    for (int i = 0; i < statements; i++) {
        seed = seed * 16807 % 2147483647;
        snprintf(a, sizeof a, "value_%ld", seed % 40);
        snprintf(b, sizeof b, "x%ld", seed / 40 % 40);
        length += (size_t)snprintf(text + length, capacity - length, "%s%s = (%s + %ld) * value_%ld - %d * (3 + %s);\n%s = %s - %ld;", i ? "\n" : "", a, b,
                                   seed % 1000, seed / 7 % 40, i, b, b, a, seed % 17);
    }
    return text;
}

int main(int argc, char **argv) {
    if (argc < 2) return 2;
    long rounds = atol(argv[1]), total = 0, count = 0;
    for (long i = 0; i < rounds; i++) {
        char *source = make_source(100, i + 1);
        Tokens tokens = tokenize(source);
        Evaluator evaluator = {.tokens = tokens.items};
        count += (long)tokens.count;
        total = (total * 31 + run(&evaluator)) % 1000003;
        for (size_t j = 0; j < tokens.count; j++) free(tokens.items[j].text);
        free(tokens.items), free(source);
    }
    printf("%ld %ld\n", count, total);
}
