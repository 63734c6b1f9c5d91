# An LRU cache on a doubly linked list, and a decorator that uses it.
class Node:
    __slots__ = ("key", "value", "prev", "next")

    def __init__(self, key=None, value=None):
        self.key, self.value = key, value
        self.prev = self.next = self


class LRU:
    def __init__(self, capacity):
        if capacity < 1:
            raise ValueError("capacity must be positive")
        self.capacity = capacity
        self.map = {}
        self.root = Node()
        self.hits = self.misses = self.evicted = 0

    def _unlink(self, node):
        node.prev.next, node.next.prev = node.next, node.prev

    def _front(self, node):
        node.prev, node.next = self.root, self.root.next
        self.root.next.prev = node
        self.root.next = node

    def get(self, key, default=None):
        node = self.map.get(key)
        if node is None:
            self.misses += 1
            return default
        self.hits += 1
        self._unlink(node)
        self._front(node)
        return node.value

    def put(self, key, value):
        if key in self.map:
            node = self.map[key]
            node.value = value
            self._unlink(node)
        else:
            if len(self.map) >= self.capacity:
                last = self.root.prev
                self._unlink(last)
                del self.map[last.key]
                self.evicted += 1
            node = self.map[key] = Node(key, value)
        self._front(node)

    def __len__(self):
        return len(self.map)

    def __contains__(self, key):
        return key in self.map

    def __iter__(self):
        node = self.root.next
        while node is not self.root:
            yield node.key
            node = node.next

    def __repr__(self):
        return f"LRU({', '.join(f'{k!r}: {self.map[k].value!r}' for k in self)})"


def cached(capacity):
    def decorate(f):
        cache = LRU(capacity)
        missing = object()

        def wrapper(*args):
            result = cache.get(args, missing)
            if result is missing:
                result = f(*args)
                cache.put(args, result)
            return result
        wrapper.cache = cache
        wrapper.__name__ = f.__name__
        return wrapper
    return decorate


c = LRU(3)
for k in "abc":
    c.put(k, k.upper())
print(c, len(c))
print(c.get("a"), c.get("zz", "none"), c)
c.put("d", "D")
print(c, "b" in c, "a" in c)
c.put("a", "AA")
print(c, c.hits, c.misses, c.evicted)
try:
    LRU(0)
except ValueError as e:
    print(e)


@cached(50)
def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


@cached(2)
def slow(a, b):
    print("computing", a, b)
    return a * b


print(fib(80), fib.cache.hits, fib.cache.misses, len(fib.cache), fib.cache.evicted, fib.__name__)
print([slow(a, b) for a, b in [(1, 2), (1, 2), (3, 4), (5, 6), (1, 2)]])
seed = 7
sim = LRU(20)
for _ in range(3000):
    seed = (seed * 1103515245 + 12345) % 2 ** 31
    key = seed // 65536 % 40
    key = key * key // 40
    if sim.get(key) is None:
        sim.put(key, -key)
print(sim.hits, sim.misses, sim.evicted, list(sim))
