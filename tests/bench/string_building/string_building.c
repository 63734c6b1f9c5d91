#include <ctype.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef struct {
    char *bytes;
    size_t length, capacity;
} Text;

static void reserve(Text *text, size_t more) {
    if (text->length + more + 1 <= text->capacity) return;
    text->capacity = 2 * (text->length + more + 1);
    text->bytes = realloc(text->bytes, text->capacity);
}

static void put_bytes(Text *text, const char *bytes, size_t length) {
    reserve(text, length);
    memcpy(text->bytes + text->length, bytes, length);
    text->length += length;
    text->bytes[text->length] = '\0';
}

static void put_char(Text *text, char c) { put_bytes(text, &c, 1); }

static Text make_rows(long count) {
    Text text = {0};
    for (long i = 0; i < count; i++) {
        char name[32], line[96];
        snprintf(name, sizeof name, "item%ld", i % 97);
        int length = snprintf(line, sizeof line, "%-8s|%6ld|%03ld|%.2f", name, i, i * 7 % 101, (double)i / 7);
        if (i > 0) put_char(&text, '\n');
        put_bytes(&text, line, (size_t)length);
    }
    return text;
}

static Text caesar(const Text *text, long shift) {
    Text out = {0};
    for (size_t i = 0; i < text->length; i++) {
        char c = text->bytes[i];
        put_char(&out, c >= 'a' && c <= 'z' ? (char)((c - 97 + shift) % 26 + 97) : c);
    }
    return out;
}

static Text replace(const Text *text, const char *old, const char *new) {
    Text out = {0};
    const char *at = text->bytes, *found;
    while ((found = strstr(at, old))) {
        put_bytes(&out, at, (size_t)(found - at));
        put_bytes(&out, new, strlen(new));
        at = found + strlen(old);
    }
    put_bytes(&out, at, strlen(at));
    return out;
}

static long count_overlapping(const Text *text, const char *needle) {
    long found = 0;
    for (const char *at = strstr(text->bytes, needle); at; at = strstr(at + 1, needle)) found++;
    return found;
}

static long checksum(const Text *text) {
    long total = 0;
    for (size_t i = 0; i < text->length; i++) total = (total * 31 + (unsigned char)text->bytes[i]) % 1000003;
    return total;
}

static Text reverse_fields(const Text *text) {
    Text out = {0};
    size_t end = text->length;
    for (size_t i = text->length; i-- > 0;) {
        if (text->bytes[i] != ';') continue;
        put_bytes(&out, text->bytes + i + 1, end - i - 1);
        put_char(&out, ';');
        end = i;
    }
    put_bytes(&out, text->bytes, end);
    return out;
}

static Text turn(const Text *text) {
    Text out = {0};
    put_bytes(&out, text->bytes + 10, text->length - 20);
    for (int i = 0; i < 10; i++) put_char(&out, (char)toupper(text->bytes[i]));
    return out;
}

int main(int argc, char **argv) {
    if (argc < 2) return 2;
    long rounds = atol(argv[1]), total = 0;
    for (long i = 0; i < rounds; i++) {
        Text rows = make_rows(100 + i % 10), moved = caesar(&rows, i % 26), first = replace(&moved, "|0", "|-"), text = replace(&first, "\n", ";");
        Text turned = turn(&text), reversed = reverse_fields(&text);
        total += count_overlapping(&text, "1") + checksum(&turned) + (long)reversed.length;
        free(rows.bytes), free(moved.bytes), free(first.bytes), free(text.bytes), free(turned.bytes), free(reversed.bytes);
    }
    printf("%ld\n", total);
}
