#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>

enum { DEGREE = 4 };

typedef struct {
    long node, weight;
} Edge;

typedef struct {
    long nodes;
    Edge (*edges)[DEGREE];
} Graph;

typedef struct {
    long distance, node;
} Item;

typedef struct {
    Item *items;
    long count, capacity;
} Heap;

static Graph make_graph(long nodes, long seed) {
    Graph graph = {nodes, malloc((size_t)nodes * sizeof *graph.edges)};
    for (long i = 0; i < nodes; i++) {
        for (int j = 0; j < DEGREE; j++) {
            seed = seed * 16807 % 2147483647;
            long other = ((i + seed % 300 - 150) % nodes + nodes) % nodes;
            graph.edges[i][j] = (Edge){other, seed / 300 % 50 + 1};
        }
    }
    return graph;
}

static bool before(Item a, Item b) { return a.distance != b.distance ? a.distance < b.distance : a.node < b.node; }

static void push(Heap *heap, Item item) {
    if (heap->count == heap->capacity) {
        heap->capacity = heap->capacity ? 2 * heap->capacity : 64;
        heap->items = realloc(heap->items, (size_t)heap->capacity * sizeof *heap->items);
    }
    long at = heap->count++;
    while (at > 0 && before(item, heap->items[(at - 1) / 2])) {
        heap->items[at] = heap->items[(at - 1) / 2];
        at = (at - 1) / 2;
    }
    heap->items[at] = item;
}

static Item pop(Heap *heap) {
    Item top = heap->items[0], last = heap->items[--heap->count];
    long at = 0;
    for (long child; (child = 2 * at + 1) < heap->count; at = child) {
        if (child + 1 < heap->count && before(heap->items[child + 1], heap->items[child])) child++;
        if (!before(heap->items[child], last)) break;
        heap->items[at] = heap->items[child];
    }
    heap->items[at] = last;
    return top;
}

static long *dijkstra(const Graph *graph, long start) {
    long *distances = malloc((size_t)graph->nodes * sizeof *distances);
    for (long i = 0; i < graph->nodes; i++) distances[i] = -1;
    Heap heap = {0};
    push(&heap, (Item){0, start});
    while (heap.count > 0) {
        Item item = pop(&heap);
        if (distances[item.node] >= 0) continue;
        distances[item.node] = item.distance;
        for (int j = 0; j < DEGREE; j++) {
            Edge edge = graph->edges[item.node][j];
            if (distances[edge.node] < 0) push(&heap, (Item){item.distance + edge.weight, edge.node});
        }
    }
    free(heap.items);
    return distances;
}

static void breadth_first(const Graph *graph, long start, long *deepest, long *reached) {
    long *depths = malloc((size_t)graph->nodes * sizeof *depths), *queue = malloc((size_t)graph->nodes * sizeof *queue), head = 0, tail = 0;
    for (long i = 0; i < graph->nodes; i++) depths[i] = -1;
    depths[start] = 0;
    queue[tail++] = start;
    *deepest = 0;
    while (head < tail) {
        long node = queue[head++];
        if (depths[node] > *deepest) *deepest = depths[node];
        for (int j = 0; j < DEGREE; j++) {
            long other = graph->edges[node][j].node;
            if (depths[other] >= 0) continue;
            depths[other] = depths[node] + 1;
            queue[tail++] = other;
        }
    }
    *reached = tail;
    free(depths), free(queue);
}

static long find_root(long *parents, long node) {
    while (parents[node] != node) {
        parents[node] = parents[parents[node]];
        node = parents[node];
    }
    return node;
}

static long components(const Graph *graph, long limit) {
    long *parents = malloc((size_t)graph->nodes * sizeof *parents), count = graph->nodes;
    for (long i = 0; i < graph->nodes; i++) parents[i] = i;
    for (long i = 0; i < graph->nodes; i++) {
        for (int j = 0; j < DEGREE; j++) {
            if (graph->edges[i][j].weight > limit) continue;
            long a = find_root(parents, i), b = find_root(parents, graph->edges[i][j].node);
            if (a == b) continue;
            parents[a] = b;
            count--;
        }
    }
    free(parents);
    return count;
}

int main(int argc, char **argv) {
    if (argc < 2) return 2;
    Graph graph = make_graph(atol(argv[1]), 17);
    long *distances = dijkstra(&graph, 0), most = -1, sum = 0, deepest, reached;
    for (long i = 0; i < graph.nodes; i++) {
        if (distances[i] > most) most = distances[i];
        sum += distances[i];
    }
    breadth_first(&graph, 0, &deepest, &reached);
    printf("%ld %ld %ld %ld %ld\n", most, sum, deepest, reached, components(&graph, 12));
    free(distances), free(graph.edges);
}
