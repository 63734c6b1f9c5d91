# Shortest paths by Dijkstra with heapq, breadth-first search with a deque, and components by union-find.
import heapq
import sys
from collections import deque


def make_graph(nodes, seed):
    neighbours = [[] for _ in range(nodes)]
    for i in range(nodes):
        for _ in range(4):
            seed = seed * 16807 % 2147483647
            other = (i + seed % 300 - 150) % nodes
            neighbours[i].append((other, seed // 300 % 50 + 1))
    return neighbours


def dijkstra(neighbours, start):
    distances = [-1] * len(neighbours)
    heap = [(0, start)]
    while heap:
        distance, node = heapq.heappop(heap)
        if distances[node] >= 0:
            continue
        distances[node] = distance
        for other, weight in neighbours[node]:
            if distances[other] < 0:
                heapq.heappush(heap, (distance + weight, other))
    return distances


def breadth_first(neighbours, start):
    depths = {start: 0}
    queue = deque([start])
    while queue:
        node = queue.popleft()
        for other, _ in neighbours[node]:
            if other not in depths:
                depths[other] = depths[node] + 1
                queue.append(other)
    return max(depths.values()), len(depths)


def find_root(parents, node):
    while parents[node] != node:
        parents[node] = parents[parents[node]]
        node = parents[node]
    return node


def components(neighbours, limit):
    parents = list(range(len(neighbours)))
    count = len(parents)
    for node, edges in enumerate(neighbours):
        for other, weight in edges:
            if weight <= limit:
                a = find_root(parents, node)
                b = find_root(parents, other)
                if a != b:
                    parents[a] = b
                    count -= 1
    return count


def main():
    nodes = int(sys.argv[1]) if len(sys.argv) > 1 else 270000
    neighbours = make_graph(nodes, 17)
    distances = dijkstra(neighbours, 0)
    deepest, reached = breadth_first(neighbours, 0)
    print(max(distances), sum(distances), deepest, reached, components(neighbours, 12))


main()
