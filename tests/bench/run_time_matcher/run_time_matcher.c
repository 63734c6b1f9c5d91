#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef struct Node Node;

struct Node {
    bool (*match)(const Node *, const char *text, size_t length, size_t at);
    bool (*accepts)(const Node *, char c);
    char chars[8];
    const Node *following;
};

static bool follow(const Node *node, const char *text, size_t length, size_t at) { return node->following->match(node->following, text, length, at); }

static bool match_one(const Node *node, const char *text, size_t length, size_t at) {
    return at < length && node->accepts(node, text[at]) && follow(node, text, length, at + 1);
}

static bool match_star(const Node *node, const char *text, size_t length, size_t at) {
    size_t end = at;
    while (end < length && node->accepts(node, text[end])) end++;
    for (;; end--) {
        if (follow(node, text, length, end)) return true;
        if (end == at) return false;
    }
}

static bool match_end(const Node *node, const char *text, size_t length, size_t at) { return (void)node, (void)text, at == length; }
static bool accepts_one(const Node *node, char c) { return c == node->chars[0]; }
static bool accepts_any(const Node *node, char c) { return (void)node, (void)c, true; }
static bool accepts_set(const Node *node, char c) { return strchr(node->chars, c) != NULL; }

static const Node *build(const char *pattern) {
    Node *node = calloc(1, sizeof *node);
    if (!*pattern) {
        node->match = match_end;
        return node;
    }
    if (*pattern == '[') {
        const char *end = strchr(pattern, ']');
        memcpy(node->chars, pattern + 1, (size_t)(end - pattern - 1));
        node->accepts = accepts_set;
        pattern = end;
    } else {
        node->chars[0] = *pattern;
        node->accepts = *pattern == '.' ? accepts_any : accepts_one;
    }
    bool starred = pattern[1] == '*';
    node->match = starred ? match_star : match_one;
    node->following = build(pattern + (starred ? 2 : 1));
    return node;
}

int main(int argc, char **argv) {
    if (argc < 2) return 2;
    enum { WORDS = 2000 };
    static char words[WORDS][16];
    long rounds = atol(argv[1]), seed = 9, found = 0;
    for (int i = 0; i < WORDS; i++) {
        seed = seed * 16807 % 2147483647;
        long rest = seed;
        for (long j = 0; j < 4 + seed % 7; j++, rest /= 5) words[i][j] = "abcde"[rest % 5];
    }
    static const char *const patterns[] = {"a*b[cd]*.*e", ".*ab.*", "[abc]*d[^e]*.*a", "c.a.*", ".*a.*b.*c.*"};
    enum { PATTERNS = sizeof patterns / sizeof *patterns };
    const Node *matchers[PATTERNS];
    for (int i = 0; i < PATTERNS; i++) matchers[i] = build(patterns[i]);
    for (long round = 0; round < rounds; round++)
        for (int place = 0; place < PATTERNS; place++)
            for (int i = 0; i < WORDS; i++)
                if (matchers[place]->match(matchers[place], words[i], strlen(words[i]), 0)) found += place + 1;
    printf("%ld\n", found);
}
