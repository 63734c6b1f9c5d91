// The heap by itself: allocation patterns, conservative and precise references, large objects, graphs, limits, stress.
// Objects here are of the test's own layouts; no class is involved.
#include <string.h>

#include "check.h"
#include "stdlib/runtime/heap.h"
#include "stdlib/runtime/thread.h"

typedef struct Node {
    Object header;
    struct Node *left, *right;
    Value number;
} Node;

static void node_trace(Object *o, Tracer *tracer) {
    tracer_object(tracer, ((Node *)o)->left);
    tracer_object(tracer, ((Node *)o)->right);
    tracer_value(tracer, ((Node *)o)->number);
}

static uint64_t finished;
static void node_finish(Object *o) { finished += (uint64_t)value_int(((Node *)o)->number); }

static const Layout layout_node = {.name = "node", .kind = KIND_OTHER, .size = sizeof(Node), .trace = node_trace};
static const Layout layout_closing = {.name = "closing", .kind = KIND_OTHER, .size = sizeof(Node), .trace = node_trace, .finish = node_finish};
static Shape shape_node = {.layout = &layout_node, .kind = KIND_OTHER};
static Shape shape_closing = {.layout = &layout_closing, .kind = KIND_OTHER};

static Thread thread;
static Value root = VALUE_NONE;

static Node *node_new(int64_t number, Node *left, Node *right) {
    Node *n = heap_new(&thread, &shape_node, sizeof *n);
    CHECK(n != NULL && n->left == NULL && n->right == NULL && n->number.bits == 0);
    n->number = value_from_small(number);
    n->left = left;
    n->right = right;
    return n;
}

static uint64_t random_state = 88172645463325252u;
static uint64_t random_next(void) {
    random_state ^= random_state << 13;
    random_state ^= random_state >> 7;
    return random_state ^= random_state << 17;
}

// Overwrites what earlier calls left on the stack, so that stale words keep nothing alive.
[[gnu::noinline]] static void clear_stack(void) {
    volatile char junk[16384];
    memset((void *)junk, 0, sizeof junk);
}

static void test_short_lived(void) {
    for (int i = 0; i < 10000000; i++) node_new(i, NULL, NULL);
    CHECK(heap_collections() > 2);
    CHECK(heap_resident_bytes() < (uint64_t)96 << 20);
}

static Node *tree_new(int depth) {
    if (depth == 0) return node_new(1, NULL, NULL);
    Node *left = tree_new(depth - 1);
    return node_new(1, left, tree_new(depth - 1));
}

static uint64_t tree_sum(const Node *n) { return n == NULL ? 0 : (uint64_t)value_int(n->number) + tree_sum(n->left) + tree_sum(n->right); }

static void test_live_graph(void) {
    root = value_from_object(tree_new(19));
    for (int i = 0; i < 3000000; i++) node_new(i, NULL, NULL);
    CHECK(tree_sum((Node *)value_object(root)) == (1 << 20) - 1);
    CHECK(heap_resident_bytes() < 4ull * sizeof(Node) * (1 << 20) + (64 << 20));
    root = VALUE_NONE;
}

// A list a million long needs an explicit mark stack, not recursion.
static void test_long_list(void) {
    Node *head = NULL;
    for (int i = 0; i < 1000000; i++) {
        head = node_new(i, head, NULL);
        root = value_from_object(head);
    }
    head = NULL;
    heap_collect(&thread);
    int64_t expected = 999999;
    for (Node *n = (Node *)value_object(root); n != NULL; n = n->left) CHECK(value_int(n->number) == expected--);
    CHECK(expected == -1);
    root = VALUE_NONE;
}

[[gnu::noinline]] static uintptr_t hidden_new(size_t offset, size_t size) {
    Buffer *b = heap_new_raw(&thread, size);
    memset(b->bytes, 0x5A, size);
    return (uintptr_t)b + offset;
}

static void test_interior_pointers(void) {
    for (size_t size = 16; size < (32u << 20); size = size * 3 + 16) {
        volatile uintptr_t inside = hidden_new(size / 2 + 8, size);
        volatile uintptr_t tagged = hidden_new(1, size);
        clear_stack();
        heap_collect(&thread);
        for (int i = 0; i < 1000; i++) memset(heap_new_raw(&thread, size < 4096 ? size : 64)->bytes, 0xA5, 16);
        CHECK(((Buffer *)(inside - size / 2 - 8))->bytes[size - 1] == 0x5A);
        CHECK(((Buffer *)(tagged - 1))->bytes[0] == 0x5A);
    }
}

[[gnu::noinline]] static void fill_large(void) {
    Buffer *kept = heap_new_values(&thread, 200);
    root = value_from_object(kept);
    for (int i = 0; i < 3000; i++) {
        uint64_t count = random_next() % (i % 50 == 0 ? 2000000 : 20000);
        Buffer *b = heap_new_values(&thread, count);
        CHECK(b != NULL && b->capacity >= count);
        for (uint64_t j = 0; j < count; j += 500) {
            CHECK(b->values[j].bits == 0);
            b->values[j] = value_from_small(i);
        }
        if (count > 0) b->values[0] = value_from_object(node_new(i, NULL, NULL));
        kept->values[i % 200] = count > 0 ? value_from_object(b) : VALUE_NONE;
    }
    for (int i = 2800; i < 3000; i++) {
        Value v = kept->values[i % 200];
        if (value_is_none(v)) continue;
        Buffer *b = (Buffer *)value_object(v);
        CHECK(value_int(((Node *)value_object(b->values[0]))->number) == i);
        if (b->capacity > 600) CHECK(value_int(b->values[500]) == i);
    }
}

static void test_large(void) {
    fill_large();
    root = VALUE_NONE;
    clear_stack();
    heap_collect(&thread);
    heap_collect(&thread);
    CHECK(heap_resident_bytes() < (uint64_t)128 << 20);
}

// Buffers that grow in turn, beside others that come and go: where they lie they keep what they have, and get zeros.
static Buffer *grow(Buffer *b, uint64_t capacity, uint64_t *in_place) {
    uint64_t old = b->capacity;
    bool longer = buffer_extend(b, capacity);
    if (longer) {
        ++*in_place;
    } else {
        Buffer *other = heap_new_values(&thread, capacity);
        memcpy(other->values, b->values, old * sizeof(Value));
        b = other;
    }
    CHECK(b->capacity >= capacity);
    for (uint64_t i = old; i < b->capacity; i++) {
        CHECK(b->values[i].bits == 0);
        b->values[i] = value_from_small((int64_t)i);
    }
    return b;
}

static void test_growing(void) {
    enum { GROWING = 4 };
    Buffer *kept = heap_new_values(&thread, GROWING);
    uint64_t in_place = 0;
    root = value_from_object(kept);
    for (int i = 0; i < GROWING; i++) kept->values[i] = value_from_object(grow(heap_new_values(&thread, 0), 1000, &in_place));
    for (uint64_t step = 0; step < 300; step++) {
        Buffer *b = (Buffer *)value_object(kept->values[step % GROWING]);
        uint64_t wanted = b->capacity + b->capacity / 8 + random_next() % 3000;
        if (wanted < 1500000) kept->values[step % GROWING] = value_from_object(grow(b, wanted, &in_place));
        memset(heap_new_raw(&thread, random_next() % 200000)->bytes, 0xA5, 1);
        if (step % 16 == 0) heap_collect(&thread);
    }
    CHECK(in_place > 20);
    for (int i = 0; i < GROWING; i++) {
        Buffer *b = (Buffer *)value_object(kept->values[i]);
        for (uint64_t j = 1000; j < b->capacity; j++) CHECK(value_int(b->values[j]) == (int64_t)j);
    }
    root = VALUE_NONE;
}

// A table of objects of all sizes, replaced at random; each is full of its own number.
static void test_mixed(int rounds) {
    enum { SLOTS = 5000 };
    Buffer *table = heap_new_values(&thread, SLOTS);
    root = value_from_object(table);
    for (int i = 0; i < SLOTS; i++) table->values[i] = VALUE_NONE;
    for (int i = 0; i < rounds; i++) {
        uint64_t r = random_next(), slot = r % SLOTS;
        size_t size = (r >> 32) % ((r & 0xF0000) == 0 ? 40000 : 300);
        Value old = table->values[slot];
        if (!value_is_none(old)) {
            Buffer *b = (Buffer *)value_object(old);
            for (uint64_t j = 0; j < b->capacity; j++) CHECK(b->bytes[j] == (uint8_t)slot);
        }
        Buffer *b = heap_new_raw(&thread, size);
        for (uint64_t j = 0; j < b->capacity; j++) CHECK(b->bytes[j] == 0);
        memset(b->bytes, (uint8_t)slot, b->capacity);
        table->values[slot] = value_from_object(b);
    }
    root = VALUE_NONE;
}

static void test_finish(void) {
    finished = 0;
    for (int i = 0; i < 1000; i++) {
        Node *n = heap_new(&thread, &shape_closing, sizeof *n);
        n->number = value_from_small(1);
        if (i == 500) root = value_from_object(n);
    }
    clear_stack();
    heap_collect(&thread);
    CHECK(finished > 900 && finished < 1000);
    CHECK(value_int(((Node *)value_object(root))->number) == 1);
    root = VALUE_NONE;
}

static void test_stress(void) {
    heap_set_stress(true);
    uint64_t before = heap_collections();
    root = value_from_object(tree_new(6));
    CHECK(heap_collections() - before >= 127);
    CHECK(tree_sum((Node *)value_object(root)) == 127);
    test_mixed(300);
    heap_set_stress(false);
    root = VALUE_NONE;
}

int main(void) {
    heap_init(0);
    CHECK(thread_init(&thread));
    heap_add_root(&root, 1);
    test_short_lived();
    test_live_graph();
    test_long_list();
    test_interior_pointers();
    test_large();
    test_growing();
    test_mixed(1000000);
    test_finish();
    test_stress();
    thread_fini(&thread);
    return 0;
}
