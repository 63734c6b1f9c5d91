#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef enum { NUL, BOOLEAN, NUMBER, STRING, ARRAY, OBJECT } Kind;

typedef struct Value Value;

typedef struct {
    Value *items;
    char **keys;  // OBJECT
    size_t count, capacity;
} Items;

struct Value {
    Kind kind;
    union {
        bool boolean;
        long number;
        char *string;
        Items items;
    };
};

typedef struct {
    char *bytes;
    size_t length, capacity;
} Text;

static void put(Text *text, char c) {
    if (text->length + 1 >= text->capacity) {
        text->capacity = text->capacity ? 2 * text->capacity : 64;
        text->bytes = realloc(text->bytes, text->capacity);
    }
    text->bytes[text->length++] = c;
    text->bytes[text->length] = '\0';
}

static void put_text(Text *text, const char *s) {
    while (*s) put(text, *s++);
}

static Value *add(Value *to, char *key) {
    Items *items = &to->items;
    if (items->count == items->capacity) {
        items->capacity = items->capacity ? 2 * items->capacity : 4;
        items->items = realloc(items->items, items->capacity * sizeof *items->items);
        if (to->kind == OBJECT) items->keys = realloc(items->keys, items->capacity * sizeof *items->keys);
    }
    if (to->kind == OBJECT) items->keys[items->count] = key;
    return &items->items[items->count++];
}

static const Value *get(const Value *object, const char *key) {
    for (size_t i = 0; i < object->items.count; i++)
        if (strcmp(object->items.keys[i], key) == 0) return &object->items.items[i];
    return NULL;
}

static void free_value(Value *value) {
    if (value->kind == STRING) free(value->string);
    if (value->kind < ARRAY) return;
    for (size_t i = 0; i < value->items.count; i++) {
        free_value(&value->items.items[i]);
        if (value->kind == OBJECT) free(value->items.keys[i]);
    }
    free(value->items.items), free(value->items.keys);
}

static void skip_space(const char **at) {
    while (**at == ' ' || **at == '\n' || **at == '\t') (*at)++;
}

static void expect(const char **at, char c) {
    if (**at != c) exit(3);
    (*at)++;
}

static char *parse_string(const char **at) {
    expect(at, '"');
    Text text = {0};
    for (;;) {
        char c = *(*at)++;
        if (c == '"') break;
        if (c == '\\') {
            c = *(*at)++;
            c = c == 'n' ? '\n' : c == 't' ? '\t' : c;
        }
        put(&text, c);
    }
    return text.bytes ? text.bytes : strdup("");
}

static Value parse(const char **at);

static Value parse_items(const char **at, Kind kind, char end) {
    (*at)++;
    Value value = {.kind = kind, .items = {0}};
    skip_space(at);
    if (**at == end) return (*at)++, value;
    for (;;) {
        char *key = NULL;
        skip_space(at);
        if (kind == OBJECT) {
            key = parse_string(at);
            skip_space(at);
            expect(at, ':');
        }
        Value item = parse(at);
        *add(&value, key) = item;
        skip_space(at);
        if (**at == end) return (*at)++, value;
        expect(at, ',');
    }
}

static Value parse_number(const char **at) {
    long sign = 1, value = 0;
    if (**at == '-') sign = -1, (*at)++;
    while (**at >= '0' && **at <= '9') value = value * 10 + *(*at)++ - '0';
    return (Value){.kind = NUMBER, .number = sign * value};
}

static Value parse(const char **at) {
    skip_space(at);
    switch (**at) {
        case '{': return parse_items(at, OBJECT, '}');
        case '[': return parse_items(at, ARRAY, ']');
        case '"': return (Value){.kind = STRING, .string = parse_string(at)};
        case 't': return *at += 4, (Value){.kind = BOOLEAN, .boolean = true};
        case 'f': return *at += 5, (Value){.kind = BOOLEAN, .boolean = false};
        case 'n': return *at += 4, (Value){.kind = NUL};
        default: return parse_number(at);
    }
}

static void write_string(const char *s, Text *out) {
    put(out, '"');
    for (; *s; s++) {
        if (*s == '"' || *s == '\\')
            put(out, '\\'), put(out, *s);
        else if (*s == '\n')
            put_text(out, "\\n");
        else if (*s == '\t')
            put_text(out, "\\t");
        else
            put(out, *s);
    }
    put(out, '"');
}

static void write_value(const Value *value, Text *out);

static void write_items(const Value *value, Text *out) {
    put(out, value->kind == OBJECT ? '{' : '[');
    for (size_t i = 0; i < value->items.count; i++) {
        if (i > 0) put(out, ',');
        if (value->kind == OBJECT) write_string(value->items.keys[i], out), put(out, ':');
        write_value(&value->items.items[i], out);
    }
    put(out, value->kind == OBJECT ? '}' : ']');
}

static void write_value(const Value *value, Text *out) {
    char digits[32];
    switch (value->kind) {
        case NUL: return put_text(out, "null");
        case BOOLEAN: return put_text(out, value->boolean ? "true" : "false");
        case NUMBER: snprintf(digits, sizeof digits, "%ld", value->number); return put_text(out, digits);
        case STRING: return write_string(value->string, out);
        default: return write_items(value, out);
    }
}

static Value number(long n) { return (Value){.kind = NUMBER, .number = n}; }
static void set(Value *object, const char *key, Value value) { *add(object, strdup(key)) = value; }

static Value make_record(long i) {
    char name[64];
    snprintf(name, sizeof name, "user \"%ld\"", i * 37 % 1000);
    Value record = {.kind = OBJECT, .items = {0}}, scores = {.kind = ARRAY, .items = {0}};
    *add(&scores, NULL) = number(i * 7 % 100 - 50);
    *add(&scores, NULL) = number(i * 13 % 100);
    *add(&scores, NULL) = number(i * 29 % 100);
    set(&record, "id", number(i));
    set(&record, "name", (Value){.kind = STRING, .string = strdup(name)});
    set(&record, "active", (Value){.kind = BOOLEAN, .boolean = i % 3 == 0});
    set(&record, "parent", i % 5 == 0 ? (Value){.kind = NUL} : number(i / 5));
    set(&record, "scores", scores);
    set(&record, "note", (Value){.kind = STRING, .string = strdup("line\n\ttwo \\ three")});
    return record;
}

static Value make_document(long records) {
    Value document = {.kind = OBJECT, .items = {0}}, items = {.kind = ARRAY, .items = {0}};
    for (long i = 0; i < records; i++) {
        Value record = make_record(i);
        *add(&items, NULL) = record;
    }
    set(&document, "version", number(1));
    set(&document, "items", items);
    return document;
}

int main(int argc, char **argv) {
    if (argc < 2) return 2;
    long rounds = atol(argv[1]), total = 0;
    for (long i = 0; i < rounds; i++) {
        Text out = {0}, again = {0};
        Value made = make_document(50 + i % 5);
        write_value(&made, &out);
        const char *at = out.bytes;
        Value document = parse(&at);
        write_value(&document, &again);
        if (strcmp(out.bytes, again.bytes) != 0) puts("different");
        const Value *items = get(&document, "items");
        for (size_t j = 0; j < items->items.count; j++) {
            const Value *item = &items->items.items[j];
            total += get(item, "scores")->items.items[0].number + (long)strlen(get(item, "name")->string) + get(item, "active")->boolean;
        }
        total += (long)out.length;
        free(out.bytes), free(again.bytes), free_value(&made), free_value(&document);
    }
    printf("%ld\n", total);
}
