#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef struct {
    char *word;
    long count;
} Entry;

typedef struct {
    Entry *entries;
    size_t capacity, count;
} Table;

typedef struct {
    char *bytes;
    size_t length, capacity;
} Buffer;

static void put(Buffer *buffer, const char *text) {
    size_t length = strlen(text);
    if (buffer->length + length + 1 > buffer->capacity) {
        buffer->capacity = 2 * (buffer->capacity + length + 1);
        buffer->bytes = realloc(buffer->bytes, buffer->capacity);
    }
    memcpy(buffer->bytes + buffer->length, text, length + 1);
    buffer->length += length;
}

static char *make_text(long words, long seed) {
    static const char *const syllables[] = {"ka", "lo", "mi", "ta", "ne", "ru", "so", "Vi", "en", "or"};
    Buffer text = {0};
    for (long i = 0; i < words; i++) {
        seed = seed * 16807 % 2147483647;
        long rank = seed % 64 * (seed / 64 % 64) / 16;
        put(&text, syllables[rank % 10]);
        put(&text, syllables[rank / 10 % 10]);
        if (rank > 99) put(&text, syllables[rank / 100 % 10]);
        put(&text, i % 11 == 10 ? "\n" : i % 7 == 3 ? ", " : " ");
    }
    return text.bytes;
}

static size_t hash(const char *word) {
    size_t h = 14695981039346656037u;
    for (; *word; word++) h = (h ^ (unsigned char)*word) * 1099511628211u;
    return h ^ h >> 32;
}

static Entry *find(Table *table, const char *word) {
    size_t at = hash(word) & (table->capacity - 1);
    while (table->entries[at].word && strcmp(table->entries[at].word, word) != 0) at = (at + 1) & (table->capacity - 1);
    return &table->entries[at];
}

static void grow(Table *table) {
    Table bigger = {calloc(2 * table->capacity, sizeof(Entry)), 2 * table->capacity, table->count};
    for (size_t i = 0; i < table->capacity; i++)
        if (table->entries[i].word) *find(&bigger, table->entries[i].word) = table->entries[i];
    free(table->entries);
    *table = bigger;
}

static void count_word(Table *table, char *word) {
    size_t length = strlen(word);
    while (length > 0 && strchr(",.", word[length - 1])) word[--length] = '\0';
    for (char *c = word; *c; c++) *c = (char)tolower(*c);
    Entry *entry = find(table, word);
    if (!entry->word) {
        entry->word = strdup(word);
        table->count++;
    }
    entry->count++;
    if (table->count * 2 > table->capacity) grow(table);
}

static int compare(const void *pa, const void *pb) {
    const Entry *a = pa, *b = pb;
    if (a->count != b->count) return a->count > b->count ? -1 : 1;
    return strcmp(a->word, b->word);
}

int main(int argc, char **argv) {
    if (argc < 2) return 2;
    char *text = make_text(atol(argv[1]), 3);
    Table table = {calloc(16, sizeof(Entry)), 16, 0};
    for (char *word = strtok(text, " \n"); word; word = strtok(NULL, " \n")) count_word(&table, word);
    Entry *ranked = malloc(table.count * sizeof *ranked);
    size_t n = 0;
    for (size_t i = 0; i < table.capacity; i++)
        if (table.entries[i].word) ranked[n++] = table.entries[i];
    qsort(ranked, n, sizeof *ranked, compare);
    for (size_t i = 0; i < 5 && i < n; i++) printf("%s %ld\n", ranked[i].word, ranked[i].count);
    printf("%zu\n", n);
    for (size_t i = 0; i < n; i++) free(ranked[i].word);
    free(ranked), free(table.entries), free(text);
}
