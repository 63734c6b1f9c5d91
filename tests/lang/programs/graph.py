# Graph algorithms: BFS, DFS, topological order, Dijkstra, components, cycles, spanning tree.
class Graph:
    def __init__(self, directed=False):
        self.directed, self.edges = directed, {}

    def add(self, a, b, weight=1):
        self.edges.setdefault(a, {})[b] = weight
        self.edges.setdefault(b, {})
        if not self.directed:
            self.edges[b][a] = weight
        return self

    def __iter__(self):
        return iter(sorted(self.edges))

    def neighbours(self, v):
        return sorted(self.edges[v].items())

    def bfs(self, start):
        seen, queue, order = {start}, [start], []
        for v in queue:
            order.append(v)
            for w, _ in self.neighbours(v):
                if w not in seen:
                    seen.add(w)
                    queue.append(w)
        return order

    def dfs(self, start, seen=None):
        seen = seen if seen is not None else set()
        if start in seen:
            return
        seen.add(start)
        yield start
        for w, _ in self.neighbours(start):
            yield from self.dfs(w, seen)

    def path(self, a, b):
        before, queue = {a: None}, [a]
        while queue:
            v = queue.pop(0)
            if v == b:
                out = []
                while v is not None:
                    out.append(v)
                    v = before[v]
                return out[::-1]
            for w, _ in self.neighbours(v):
                if w not in before:
                    before[w] = v
                    queue.append(w)
        return None

    def dijkstra(self, start):
        dist, done = {start: 0}, set()
        while len(done) < len(dist):
            v = min((d, n) for n, d in dist.items() if n not in done)[1]
            done.add(v)
            for w, cost in self.neighbours(v):
                if w not in dist or dist[v] + cost < dist[w]:
                    dist[w] = dist[v] + cost
        return dist

    def components(self):
        seen, result = set(), []
        for v in self:
            if v not in seen:
                part = list(self.dfs(v))
                seen.update(part)
                result.append(sorted(part))
        return result

    def topological(self):
        indegree = {v: 0 for v in self}
        for v in self:
            for w, _ in self.neighbours(v):
                indegree[w] += 1
        ready, order = [v for v in self if not indegree[v]], []
        while ready:
            v = ready.pop(0)
            order.append(v)
            for w, _ in self.neighbours(v):
                indegree[w] -= 1
                if not indegree[w]:
                    ready.append(w)
        if len(order) < len(indegree):
            raise ValueError(f"cycle among {sorted(v for v in indegree if indegree[v])}")
        return order

    def spanning_tree(self):
        parent = {v: v for v in self}

        def root(v):
            while parent[v] != v:
                parent[v] = parent[parent[v]]
                v = parent[v]
            return v

        chosen = []
        for cost, a, b in sorted((c, a, b) for a in self for b, c in self.neighbours(a) if a < b):
            if root(a) != root(b):
                parent[root(a)] = root(b)
                chosen.append((a, b, cost))
        return chosen, sum(c for *_, c in chosen)


def scc(graph):
    """Tarjan's strongly connected components."""
    index, low, stack, on, result = {}, {}, [], set(), []

    def visit(v):
        index[v] = low[v] = len(index)
        stack.append(v)
        on.add(v)
        for w, _ in graph.neighbours(v):
            if w not in index:
                visit(w)
                low[v] = min(low[v], low[w])
            elif w in on:
                low[v] = min(low[v], index[w])
        if low[v] == index[v]:
            part = []
            while True:
                w = stack.pop()
                on.discard(w)
                part.append(w)
                if w == v:
                    break
            result.append(sorted(part))

    for v in graph:
        if v not in index:
            visit(v)
    return result


g = Graph()
for a, b, w in [("a", "b", 4), ("a", "c", 1), ("c", "b", 2), ("b", "d", 5), ("c", "d", 8), ("d", "e", 3), ("x", "y", 1)]:
    g.add(a, b, w)
print(g.bfs("a"), list(g.dfs("a")), g.path("a", "e"), g.path("a", "x"))
print(g.dijkstra("a"), g.components(), g.spanning_tree())
d = Graph(directed=True)
for line in "shirt>tie tie>jacket pants>shoes pants>belt belt>jacket socks>shoes".split():
    d.add(*line.split(">"))
print(d.topological())
d.add("jacket", "pants")
try:
    d.topological()
except ValueError as e:
    print(e)
print(scc(d))
grid = Graph()
for i in range(8):
    for j in range(8):
        if (i * 3 + j * 5) % 7 != 0:
            for di, dj in ((0, 1), (1, 0)):
                if i + di < 8 and j + dj < 8 and ((i + di) * 3 + (j + dj) * 5) % 7 != 0:
                    grid.add((i, j), (i + di, j + dj), (i * j) % 5 + 1)
print(len(grid.edges), len(grid.components()), grid.path((0, 1), (7, 6)), sum(grid.dijkstra((0, 1)).values()), grid.spanning_tree()[1])
