#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>

typedef enum { ARRIVE, SERVED, LEAVE } Kind;

typedef struct {
    long time;
    Kind kind;
    long customer;
} Event;

typedef struct {
    Event **items;
    long count, capacity;
} EventQueue;

typedef struct {
    EventQueue queue;
    long free, *line, head, tail, seed, checksum, longest;
} Shop;

static Event *new_event(long time, Kind kind, long customer) {
    Event *event = malloc(sizeof *event);
    *event = (Event){time, kind, customer};
    return event;
}

static bool before(const Event *a, const Event *b) { return a->time != b->time ? a->time < b->time : a->customer < b->customer; }

static void push(EventQueue *queue, Event *event) {
    if (queue->count == queue->capacity) {
        queue->capacity = queue->capacity ? 2 * queue->capacity : 16;
        queue->items = realloc(queue->items, (size_t)queue->capacity * sizeof *queue->items);
    }
    Event **items = queue->items;
    long at = queue->count++;
    while (at > 0) {
        long parent = (at - 1) >> 1;
        if (!before(event, items[parent])) break;
        items[at] = items[parent];
        at = parent;
    }
    items[at] = event;
}

static Event *pop(EventQueue *queue) {
    Event **items = queue->items, *top = items[0], *last = items[--queue->count];
    long size = queue->count, at = 0;
    if (size == 0) return top;
    for (long child; (child = 2 * at + 1) < size; at = child) {
        if (child + 1 < size && before(items[child + 1], items[child])) child++;
        if (!before(items[child], last)) break;
        items[at] = items[child];
    }
    items[at] = last;
    return top;
}

static long random_below(Shop *shop, long limit) {
    shop->seed = shop->seed * 16807 % 2147483647;
    return shop->seed % limit;
}

static void serve(Shop *shop, long customer, long time) {
    shop->free--;
    push(&shop->queue, new_event(time + 20 + random_below(shop, 200), SERVED, customer));
}

static void handle(Shop *shop, const Event *event) {
    long time = event->time, customer = event->customer;
    if (event->kind == ARRIVE) {
        if (shop->free > 0) {
            serve(shop, customer, time);
        } else {
            shop->line[shop->tail++] = customer;
            if (shop->tail - shop->head > shop->longest) shop->longest = shop->tail - shop->head;
        }
    } else if (event->kind == SERVED) {
        shop->free++;
        push(&shop->queue, new_event(time + random_below(shop, 500), LEAVE, customer));
        if (shop->head < shop->tail) serve(shop, shop->line[shop->head++], time);
    }
    shop->checksum = (shop->checksum * 7 + time + event->kind + customer) % 1000003;
}

int main(int argc, char **argv) {
    if (argc < 2) return 2;
    long customers = atol(argv[1]), time = 0, handled = 0;
    Shop shop = {.free = 8, .seed = 99, .line = malloc((size_t)customers * sizeof(long))};
    for (long customer = 0; customer < customers; customer++) {
        time += random_below(&shop, 30);
        push(&shop.queue, new_event(time, ARRIVE, customer));
    }
    for (; shop.queue.count > 0; handled++) {
        Event *event = pop(&shop.queue);
        handle(&shop, event);
        free(event);
    }
    printf("%ld %ld %ld\n", handled, shop.longest, shop.checksum);
    free(shop.line), free(shop.queue.items);
}
