#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>

enum { REQUIRED, STRONG, MEDIUM, WEAK };
typedef enum { BACKWARD = -1, NONE, FORWARD } Direction;
typedef struct Constraint Constraint;

typedef struct {
    Constraint **items;
    int count, capacity;
} List;

typedef struct {
    long value;
    List constraints;
    Constraint *determined_by;
    int strength, mark;
    bool stay;
} Variable;

typedef struct {
    bool unary, input;
    void (*execute)(Constraint *);
} Kind;

struct Constraint {
    const Kind *kind;
    int strength;
    Variable *first, *second, *scale, *offset;
    Direction direction;
};

typedef struct {
    int mark;
} Planner;

static void push(List *list, Constraint *c) {
    if (list->count == list->capacity) {
        list->capacity = list->capacity ? 2 * list->capacity : 4;
        list->items = realloc(list->items, (size_t)list->capacity * sizeof *list->items);
    }
    list->items[list->count++] = c;
}

static void drop(List *list, const Constraint *c) {
    int at = 0;
    while (list->items[at] != c) at++;
    for (list->count--; at < list->count; at++) list->items[at] = list->items[at + 1];
}

static Variable *source(const Constraint *c) { return c->direction == FORWARD ? c->first : c->second; }
static Variable *target(const Constraint *c) { return c->kind->unary || c->direction == BACKWARD ? c->first : c->second; }

static void execute_nothing(Constraint *c) { (void)c; }
static void execute_equal(Constraint *c) { target(c)->value = source(c)->value; }

static void execute_scale(Constraint *c) {
    if (c->direction == FORWARD)
        c->second->value = c->first->value * c->scale->value + c->offset->value;
    else
        c->first->value = (c->second->value - c->offset->value) / c->scale->value;
}

static const Kind stay_kind = {true, false, execute_nothing}, edit_kind = {true, true, execute_nothing},
                  equal_kind = {false, false, execute_equal}, scale_kind = {false, false, execute_scale};

static void choose_unary(Constraint *c, int mark) { c->direction = c->first->mark != mark && c->strength < c->first->strength ? FORWARD : NONE; }

static void choose(Constraint *c, int mark) {
    if (c->kind->unary)
        choose_unary(c, mark);
    else if (c->first->mark == mark)
        c->direction = c->second->mark != mark && c->strength < c->second->strength ? FORWARD : NONE;
    else if (c->second->mark == mark || c->first->strength > c->second->strength)
        c->direction = c->strength < c->first->strength ? BACKWARD : NONE;
    else
        c->direction = c->strength < c->second->strength ? FORWARD : NONE;
}

static void mark_inputs(Constraint *c, int mark) {
    if (!c->kind->unary) source(c)->mark = mark;
    if (c->scale) c->scale->mark = c->offset->mark = mark;
}

static bool inputs_known(const Constraint *c, int mark) {
    return c->kind->unary || source(c)->mark == mark || source(c)->stay || !source(c)->determined_by;
}

static void recalculate(Constraint *c) {
    Variable *out = target(c);
    if (c->kind->unary) {
        out->strength = c->strength;
        out->stay = !c->kind->input;
    } else {
        out->strength = c->strength > source(c)->strength ? c->strength : source(c)->strength;
        out->stay = source(c)->stay;
    }
    if (out->stay) c->kind->execute(c);
}

static List consumers(const Variable *variable) {
    List found = {0};
    for (int i = 0; i < variable->constraints.count; i++) {
        Constraint *c = variable->constraints.items[i];
        if (c != variable->determined_by && c->direction != NONE && target(c) != variable) push(&found, c);
    }
    return found;
}

static void propagate(Constraint *c, int mark) {
    List waiting = {0};
    push(&waiting, c);
    while (waiting.count) {
        c = waiting.items[--waiting.count];
        recalculate(c);
        List followers = consumers(target(c));
        for (int i = 0; i < followers.count; i++)
            if (target(followers.items[i])->mark != mark) push(&waiting, followers.items[i]);
        free(followers.items);
    }
    free(waiting.items);
}

static Constraint *satisfy(Constraint *c, int mark) {
    choose(c, mark);
    if (c->direction == NONE) return NULL;
    mark_inputs(c, mark);
    Variable *out = target(c);
    Constraint *overridden = out->determined_by;
    if (overridden) overridden->direction = NONE;
    out->determined_by = c;
    propagate(c, mark);
    out->mark = mark;
    return overridden;
}

static void incremental_add(Planner *planner, Constraint *c) {
    int mark = ++planner->mark;
    while (c) c = satisfy(c, mark);
}

static void incremental_remove(Planner *planner, Constraint *c) {
    if (c->direction == NONE) return;
    Variable *out = target(c);
    c->direction = NONE;
    out->determined_by = NULL;
    out->strength = WEAK + 1;
    out->stay = true;
    List unsatisfied = {0}, followers;
    Variable *waiting[256];
    int count = 0;
    waiting[count++] = out;
    while (count) {
        Variable *variable = waiting[--count];
        for (int i = 0; i < variable->constraints.count; i++)
            if (variable->constraints.items[i]->direction == NONE) push(&unsatisfied, variable->constraints.items[i]);
        followers = consumers(variable);
        for (int i = 0; i < followers.count; i++) {
            recalculate(followers.items[i]);
            waiting[count++] = target(followers.items[i]);
        }
        free(followers.items);
    }
    for (int strength = REQUIRED; strength <= WEAK; strength++)
        for (int i = 0; i < unsatisfied.count; i++)
            if (unsatisfied.items[i]->strength == strength) incremental_add(planner, unsatisfied.items[i]);
    free(unsatisfied.items);
}

static List make_plan(Planner *planner, Constraint *first) {
    int mark = ++planner->mark;
    List plan = {0}, waiting = {0};
    push(&waiting, first);
    while (waiting.count) {
        Constraint *c = waiting.items[--waiting.count];
        Variable *out = target(c);
        if (out->mark == mark || !inputs_known(c, mark)) continue;
        push(&plan, c);
        out->mark = mark;
        List followers = consumers(out);
        for (int i = 0; i < followers.count; i++) push(&waiting, followers.items[i]);
        free(followers.items);
    }
    free(waiting.items);
    return plan;
}

static void add(Planner *planner, Constraint *c) {
    push(&c->first->constraints, c);
    if (c->second) push(&c->second->constraints, c);
    if (c->scale) push(&c->scale->constraints, c), push(&c->offset->constraints, c);
    incremental_add(planner, c);
}

static long change(Planner *planner, Variable *variable, const long *values, int count) {
    Constraint edit = {.kind = &edit_kind, .strength = STRONG, .first = variable};
    add(planner, &edit);
    List plan = make_plan(planner, &edit);
    for (int i = 0; i < count; i++) {
        variable->value = values[i];
        for (int j = 0; j < plan.count; j++) plan.items[j]->kind->execute(plan.items[j]);
    }
    incremental_remove(planner, &edit);
    drop(&variable->constraints, &edit);
    free(plan.items);
    return plan.count;
}

static Variable *new_variables(int count) {
    Variable *variables = calloc((size_t)count, sizeof *variables);
    for (int i = 0; i < count; i++) variables[i].strength = WEAK + 1, variables[i].stay = true;
    return variables;
}

static void free_variables(Variable *variables, int count) {
    for (int i = 0; i < count; i++) free(variables[i].constraints.items);
    free(variables);
}

static long chain(int length) {
    Planner planner = {0};
    Variable *v = new_variables(length + 1);
    Constraint *equal = calloc((size_t)length + 1, sizeof *equal);
    for (int i = 0; i < length; i++) {
        equal[i] = (Constraint){.kind = &equal_kind, .strength = REQUIRED, .first = &v[i], .second = &v[i + 1]};
        add(&planner, &equal[i]);
    }
    equal[length] = (Constraint){.kind = &stay_kind, .strength = MEDIUM, .first = &v[length]};
    add(&planner, &equal[length]);
    long values[100];
    for (int i = 0; i < 100; i++) values[i] = i;
    long result = change(&planner, &v[0], values, 100) * 1000 + v[length].value;
    free_variables(v, length + 1);
    free(equal);
    return result;
}

static long projection(int count) {
    Planner planner = {0};
    Variable *v = new_variables(2 * count + 2), *scale = &v[2 * count], *offset = scale + 1, *sources = v, *targets = v + count;
    Constraint *constraints = calloc(2 * (size_t)count, sizeof *constraints);
    scale->value = 10;
    offset->value = 1000;
    for (int i = 0; i < count; i++) {
        sources[i].value = targets[i].value = i;
        Constraint *stay = &constraints[2 * i], *project = stay + 1;
        *stay = (Constraint){.kind = &stay_kind, .strength = WEAK, .first = &sources[i]};
        add(&planner, stay);
        *project = (Constraint){.kind = &scale_kind, .strength = REQUIRED, .first = &sources[i], .second = &targets[i], .scale = scale, .offset = offset};
        add(&planner, project);
    }
    long total = change(&planner, &sources[count / 2], (long[]){17}, 1);
    total += targets[count / 2].value;
    total += change(&planner, &targets[count / 3], (long[]){1050}, 1);
    total += sources[count / 3].value;
    for (int i = 0; i < count; i++) total += targets[i].value;
    free_variables(v, 2 * count + 2);
    free(constraints);
    return total;
}

int main(int argc, char **argv) {
    if (argc < 2) return 2;
    long rounds = atol(argv[1]), total = 0;
    for (int i = 0; i < rounds; i++) {
        total = (total * 31 + chain(60 + i % 10)) % 1000003;
        total = (total * 31 + projection(60 + i % 7)) % 1000003;
    }
    printf("%ld\n", total);
}
