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


def nsmallest(n, iterable, key=None):
    if n == 1:
        none = object()
        best = min(iterable, default=none, key=key)
        return [] if best is none else [best]
    return sorted(iterable, key=key)[:max(n, 0)]


def nlargest(n, iterable, key=None):
    if n == 1:
        none = object()
        best = max(iterable, default=none, key=key)
        return [] if best is none else [best]
    return sorted(iterable, key=key, reverse=True)[:max(n, 0)]
