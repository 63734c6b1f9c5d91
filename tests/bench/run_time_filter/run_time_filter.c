#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char *const queries[] = {
    "age > 30 and city = 3 sum pay",
    "pay > 5000 and age < 50 and rank != 2 sum age",
    "city = 1 or city = 4 or rank = 0 sum pay",
    "age > 20 and pay < 7000 and city != 2 and rank > 1 sum rank",
};
enum { QUERIES = sizeof queries / sizeof *queries, ROWS = 2000 };

typedef struct {
    long age, pay, city, rank;
} Row;

typedef long (*Column)(const Row *);

typedef struct Predicate Predicate;

struct Predicate {
    bool (*holds)(const Predicate *, const Row *);
    Column column;
    long limit;
    const Predicate *a, *b;
};

static long get_age(const Row *row) { return row->age; }
static long get_pay(const Row *row) { return row->pay; }
static long get_city(const Row *row) { return row->city; }
static long get_rank(const Row *row) { return row->rank; }

static bool above(const Predicate *p, const Row *row) { return p->column(row) > p->limit; }
static bool below(const Predicate *p, const Row *row) { return p->column(row) < p->limit; }
static bool equal(const Predicate *p, const Row *row) { return p->column(row) == p->limit; }
static bool different(const Predicate *p, const Row *row) { return p->column(row) != p->limit; }
static bool both(const Predicate *p, const Row *row) { return p->a->holds(p->a, row) && p->b->holds(p->b, row); }
static bool either(const Predicate *p, const Row *row) { return p->a->holds(p->a, row) || p->b->holds(p->b, row); }

static Column find_column(const char *name) {
    static const struct {
        const char *name;
        Column column;
    } columns[] = {{"age", get_age}, {"pay", get_pay}, {"city", get_city}, {"rank", get_rank}};
    for (int i = 0; i < 4; i++)
        if (strcmp(columns[i].name, name) == 0) return columns[i].column;
    exit(3);
}

static const Predicate *new_predicate(Predicate p) {
    Predicate *out = malloc(sizeof *out);
    *out = p;
    return out;
}

static const Predicate *condition(const char *column, const char *operator, long limit) {
    Predicate p = {.column = find_column(column), .limit = limit};
    p.holds = strcmp(operator, ">") == 0 ? above : strcmp(operator, "<") == 0 ? below : strcmp(operator, "=") == 0 ? equal : different;
    return new_predicate(p);
}

static const Predicate *parse(const char *query, Column *sum) {
    char word[8], column[8], operator[4];
    long limit;
    int used;
    sscanf(query, "%7s %3s %ld%n", column, operator, &limit, &used);
    const Predicate *p = condition(column, operator, limit);
    for (query += used; sscanf(query, "%7s %7s%n", word, column, &used) == 2 && strcmp(word, "sum") != 0;) {
        query += used;
        sscanf(query, "%3s %ld%n", operator, &limit, &used);
        query += used;
        p = new_predicate((Predicate){.holds = strcmp(word, "and") == 0 ? both : either, .a = p, .b = condition(column, operator, limit)});
    }
    *sum = find_column(column);
    return p;
}

static long run(const Row *rows, const Predicate *predicate, Column column) {
    long total = 0, count = 0;
    for (int i = 0; i < ROWS; i++) {
        if (!predicate->holds(predicate, &rows[i])) continue;
        total += column(&rows[i]);
        count++;
    }
    return total + count;
}

int main(int argc, char **argv) {
    if (argc < 2) return 2;
    static Row rows[ROWS];
    long rounds = atol(argv[1]), seed = 13, total = 0;
    for (int i = 0; i < ROWS; i++) {
        seed = seed * 16807 % 2147483647;
        rows[i] = (Row){18 + seed % 50, 1000 + seed / 50 % 9000, seed / 7 % 6, seed / 11 % 4};
    }
    const Predicate *predicates[QUERIES];
    Column columns[QUERIES];
    for (int i = 0; i < QUERIES; i++) predicates[i] = parse(queries[i], &columns[i]);
    for (long round = 0; round < rounds; round++)
        for (int i = 0; i < QUERIES; i++) total = (total * 3 + run(rows, predicates[i], columns[i])) % 1000003;
    printf("%ld\n", total);
}
