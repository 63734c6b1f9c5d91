"use strict";

function makeGraph(nodes, seed) {
    const neighbours = [];
    for (let i = 0; i < nodes; i++) {
        const edges = [];
        for (let j = 0; j < 4; j++) {
            seed = seed * 16807 % 2147483647;
            const other = ((i + seed % 300 - 150) % nodes + nodes) % nodes;
            edges.push([other, Math.floor(seed / 300) % 50 + 1]);
        }
        neighbours.push(edges);
    }
    return neighbours;
}

const before = (a, b) => a[0] < b[0] || (a[0] === b[0] && a[1] < b[1]);

function push(heap, item) {
    heap.push(item);
    let at = heap.length - 1;
    while (at > 0) {
        const parent = (at - 1) >> 1;
        if (!before(item, heap[parent])) break;
        heap[at] = heap[parent];
        at = parent;
    }
    heap[at] = item;
}

function pop(heap) {
    const top = heap[0], last = heap.pop(), size = heap.length;
    if (size === 0) return top;
    let at = 0;
    for (let child; (child = 2 * at + 1) < size; at = child) {
        if (child + 1 < size && before(heap[child + 1], heap[child])) child++;
        if (!before(heap[child], last)) break;
        heap[at] = heap[child];
    }
    heap[at] = last;
    return top;
}

function dijkstra(neighbours, start) {
    const distances = new Array(neighbours.length).fill(-1), heap = [[0, start]];
    while (heap.length > 0) {
        const [distance, node] = pop(heap);
        if (distances[node] >= 0) continue;
        distances[node] = distance;
        for (const [other, weight] of neighbours[node]) if (distances[other] < 0) push(heap, [distance + weight, other]);
    }
    return distances;
}

function breadthFirst(neighbours, start) {
    const depths = new Map([[start, 0]]), queue = [start];
    let deepest = 0;
    for (let head = 0; head < queue.length; head++) {
        const node = queue[head], depth = depths.get(node);
        if (depth > deepest) deepest = depth;
        for (const [other] of neighbours[node]) {
            if (depths.has(other)) continue;
            depths.set(other, depth + 1);
            queue.push(other);
        }
    }
    return [deepest, depths.size];
}

function findRoot(parents, node) {
    while (parents[node] !== node) {
        parents[node] = parents[parents[node]];
        node = parents[node];
    }
    return node;
}

function components(neighbours, limit) {
    const parents = neighbours.map((_, i) => i);
    let count = parents.length;
    neighbours.forEach((edges, node) => {
        for (const [other, weight] of edges) {
            if (weight > limit) continue;
            const a = findRoot(parents, node), b = findRoot(parents, other);
            if (a === b) continue;
            parents[a] = b;
            count--;
        }
    });
    return count;
}

const neighbours = makeGraph(Number(process.argv[2]), 17), distances = dijkstra(neighbours, 0);
const [deepest, reached] = breadthFirst(neighbours, 0);
let most = -1, sum = 0;
for (const distance of distances) {
    if (distance > most) most = distance;
    sum += distance;
}
console.log(`${most} ${sum} ${deepest} ${reached} ${components(neighbours, 12)}`);
