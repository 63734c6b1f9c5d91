# A doubly linked list with the container protocol, iterators, sorting by merging, and a deque on it.
class Node:
    __slots__ = ("value", "prev", "next")

    def __init__(self, value, prev=None, next=None):
        self.value, self.prev, self.next = value, prev, next


class LinkedList:
    def __init__(self, items=()):
        self.head = self.tail = None
        self._len = 0
        self.extend(items)

    def append(self, value):
        node = Node(value, self.tail)
        if self.tail is None:
            self.head = node
        else:
            self.tail.next = node
        self.tail = node
        self._len += 1
        return self

    def prepend(self, value):
        node = Node(value, None, self.head)
        if self.head is None:
            self.tail = node
        else:
            self.head.prev = node
        self.head = node
        self._len += 1
        return self

    def extend(self, items):
        for x in items:
            self.append(x)

    def _node(self, index):
        if not isinstance(index, int):
            raise TypeError(f"index must be int, not {type(index).__name__}")
        if index < 0:
            index += self._len
        if not 0 <= index < self._len:
            raise IndexError("index out of range")
        if index < self._len // 2:
            node = self.head
            for _ in range(index):
                node = node.next
        else:
            node = self.tail
            for _ in range(self._len - 1 - index):
                node = node.prev
        return node

    def _unlink(self, node):
        if node.prev: node.prev.next = node.next
        else: self.head = node.next
        if node.next: node.next.prev = node.prev
        else: self.tail = node.prev
        self._len -= 1
        return node.value

    def __getitem__(self, i):
        if isinstance(i, slice):
            return LinkedList([self[k] for k in range(*i.indices(len(self)))])
        return self._node(i).value

    def __setitem__(self, i, v): self._node(i).value = v
    def __delitem__(self, i): self._unlink(self._node(i))
    def __len__(self): return self._len

    def __iter__(self):
        node = self.head
        while node:
            yield node.value
            node = node.next

    def __reversed__(self):
        node = self.tail
        while node:
            yield node.value
            node = node.prev

    def __contains__(self, v): return any(x is v or x == v for x in self)
    def __eq__(self, o): return isinstance(o, LinkedList) and len(self) == len(o) and all(a == b for a, b in zip(self, o))
    def __add__(self, o): return LinkedList([*self, *o])
    def __repr__(self): return f"LinkedList({list(self)!r})"
    def pop(self): return self._unlink(self._node(-1))
    def pop_front(self): return self._unlink(self._node(0))

    def insert(self, i, v):
        if i >= len(self):
            return self.append(v)
        if i <= 0:
            return self.prepend(v)
        after = self._node(i)
        node = Node(v, after.prev, after)
        after.prev.next = after.prev = node
        self._len += 1
        return self

    def remove(self, v):
        node = self.head
        while node:
            if node.value == v:
                self._unlink(node)
                return
            node = node.next
        raise ValueError(f"{v!r} not in list")

    def reverse(self):
        node = self.head
        while node:
            node.prev, node.next = node.next, node.prev
            node = node.prev
        self.head, self.tail = self.tail, self.head
        return self

    def sort(self, key=lambda v: v):
        def merge(a, b):
            first = last = Node(None)
            while a and b:
                if key(b.value) < key(a.value):
                    last.next, b = b, b.next
                else:
                    last.next, a = a, a.next
                last = last.next
            last.next = a or b
            return first.next

        def split(node, n):
            if n == 1:
                node.next = None
                return node
            mid = node
            for _ in range(n // 2):
                mid = mid.next
            right = split(mid, n - n // 2)
            return merge(split_head(node, n // 2), right)

        def split_head(node, n):
            return split(node, n)

        if self._len > 1:
            self.head = split(self.head, self._len)
            prev, node = None, self.head
            while node:
                node.prev, prev, node = prev, node, node.next
            self.tail = prev
        return self

    def check(self):
        forward, backward = list(self), list(reversed(self))
        assert forward == backward[::-1] and len(forward) == self._len
        return self


l = LinkedList([3, 1, 2])
l.append(5).prepend(0)
print(l, len(l), l[0], l[-1], l[2], l[1:3], l[::-1], 2 in l, 9 in l, list(reversed(l)), l == LinkedList([0, 3, 1, 2, 5]), bool(LinkedList()), l + [7])
l[1] = 30
del l[-2]
l.insert(2, "new"); l.insert(0, "first"); l.insert(99, "last")
print(l.check(), l.pop(), l.pop_front(), l.check())
l.remove("new")
print(l.reverse().check(), l.sort().check(), LinkedList("sorting").sort().check(), LinkedList(range(50, 0, -7)).sort(key=lambda v: v % 10).check(), max(l), sum(l), sorted(l, reverse=True), "".join(LinkedList("abc")))
for bad in (lambda: l[10], lambda: l["x"], lambda: l.remove(99), lambda: LinkedList().pop(), lambda: LinkedList(5)):
    try:
        print(bad())
    except (IndexError, TypeError, ValueError) as e:
        print(type(e).__name__, e)
big = LinkedList((i * 7919) % 1009 for i in range(1009))
print(list(big.sort()) == list(range(1009)), big.check()[500], len(big))
a, b, *c = LinkedList([1, 2, 3, 4])
print(a, b, c, [x * y for x in LinkedList([1, 2]) for y in LinkedList([3, 4])], dict(enumerate(LinkedList("xy"))))
