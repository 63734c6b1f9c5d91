"""Heaps in lists: the smallest item is heap[0]."""

from _heapq import heapify, heappop, heappush, heappushpop, heapreplace

__all__ = ['heappush', 'heappop', 'heapify', 'heapreplace', 'merge', 'nlargest', 'nsmallest', 'heappushpop']


class _Head:
    """The next item of one of the iterables that are merged."""

    __slots__ = ('key', 'value', 'order', 'iterator')

    def __init__(self, iterator, order, key, value):
        self.iterator = iterator
        self.order = order
        self.set(key, value)

    def set(self, key, value):
        self.value = value
        self.key = value if key is None else key(value)

    def __lt__(self, other):
        if self.key < other.key:
            return True
        if other.key < self.key:
            return False
        return self.order < other.order


class _ReverseHead(_Head):
    __slots__ = ()

    def __lt__(self, other):
        if other.key < self.key:
            return True
        if self.key < other.key:
            return False
        return self.order < other.order


def merge(*iterables, key=None, reverse=False):
    heap = []
    kind = _ReverseHead if reverse else _Head
    for order, iterable in enumerate(iterables):
        iterator = iter(iterable)
        for value in iterator:
            heap.append(kind(iterator, order, key, value))
            break
    heapify(heap)
    while heap:
        head = heap[0]
        yield head.value
        for value in head.iterator:
            head.set(key, value)
            heapreplace(heap, head)
            break
        else:
            heappop(heap)


def _sink_max(heap, at):
    """Restores the order of a heap whose largest item is heap[0], below `at`: down to a leaf, then up to where it belongs."""
    start, end = at, len(heap)
    while 2 * at + 1 < end:
        child = 2 * at + 1
        if child + 1 < end and not heap[child + 1] < heap[child]:
            child += 1
        heap[at], heap[child] = heap[child], heap[at]
        at = child
    while at > start:
        parent = (at - 1) >> 1
        if not heap[parent] < heap[at]:
            break
        heap[at], heap[parent] = heap[parent], heap[at]
        at = parent


def _is_all(n, iterable):
    try:
        return n >= len(iterable)
    except (TypeError, AttributeError):
        return False


def nsmallest(n, iterable, key=None):
    if n == 1:
        none = object()
        best = min(iterable, default=none, key=key)
        return [] if best is none else [best]
    if _is_all(n, iterable):
        return sorted(iterable, key=key)[:n]
    items = iter(iterable)
    kept = [(item if key is None else key(item), order, item) for order, item in zip(range(n), items)]
    if not kept:
        return []
    for at in range(len(kept) // 2 - 1, -1, -1):
        _sink_max(kept, at)
    for order, item in enumerate(items, n):
        rank = item if key is None else key(item)
        if rank < kept[0][0]:
            kept[0] = (rank, order, item)
            _sink_max(kept, 0)
    kept.sort()
    return [item for rank, order, item in kept]


def nlargest(n, iterable, key=None):
    if n == 1:
        none = object()
        best = max(iterable, default=none, key=key)
        return [] if best is none else [best]
    if _is_all(n, iterable):
        return sorted(iterable, key=key, reverse=True)[:n]
    items = iter(iterable)
    kept = [(item if key is None else key(item), order, item) for order, item in zip(range(0, -n, -1), items)]
    if not kept:
        return []
    heapify(kept)
    order = -n
    for item in items:
        rank = item if key is None else key(item)
        if kept[0][0] < rank:
            heapreplace(kept, (rank, order, item))
            order -= 1
    kept.sort(reverse=True)
    return [item for rank, order, item in kept]
