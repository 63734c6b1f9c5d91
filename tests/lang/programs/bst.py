# A self-balancing (AVL) tree map: insertion, deletion, iteration, ranges, invariants.
class Node:
    __slots__ = "key", "value", "left", "right", "height"

    def __init__(self, key, value):
        self.key, self.value = key, value
        self.left = self.right = None
        self.height = 1


def height(n):
    return n.height if n else 0


def update(n):
    n.height = 1 + max(height(n.left), height(n.right))
    return n


def rotate_right(n):
    l = n.left
    n.left, l.right = l.right, n
    update(n)
    return update(l)


def rotate_left(n):
    r = n.right
    n.right, r.left = r.left, n
    update(n)
    return update(r)


def balance(n):
    update(n)
    tilt = height(n.left) - height(n.right)
    if tilt > 1:
        if height(n.left.left) < height(n.left.right):
            n.left = rotate_left(n.left)
        return rotate_right(n)
    if tilt < -1:
        if height(n.right.right) < height(n.right.left):
            n.right = rotate_right(n.right)
        return rotate_left(n)
    return n


class TreeMap:
    def __init__(self, items=()):
        self.root, self.size = None, 0
        for k, v in items:
            self[k] = v

    def __setitem__(self, key, value):
        def insert(n):
            if n is None:
                self.size += 1
                return Node(key, value)
            if key == n.key:
                n.value = value
                return n
            if key < n.key:
                n.left = insert(n.left)
            else:
                n.right = insert(n.right)
            return balance(n)
        self.root = insert(self.root)

    def _find(self, key):
        n = self.root
        while n and n.key != key:
            n = n.left if key < n.key else n.right
        return n

    def __getitem__(self, key):
        n = self._find(key)
        if n is None:
            raise KeyError(key)
        return n.value

    def get(self, key, default=None):
        n = self._find(key)
        return n.value if n else default

    def __contains__(self, key):
        return self._find(key) is not None

    def __len__(self):
        return self.size

    def __delitem__(self, key):
        def remove(n, key):
            if n is None:
                raise KeyError(key)
            if key < n.key:
                n.left = remove(n.left, key)
            elif key > n.key:
                n.right = remove(n.right, key)
            elif n.left is None or n.right is None:
                return n.left or n.right
            else:
                m = n.right
                while m.left:
                    m = m.left
                n.key, n.value = m.key, m.value
                n.right = remove(n.right, m.key)
            return balance(n)
        self.root = remove(self.root, key)
        self.size -= 1

    def items(self, lo=None, hi=None):
        def walk(n):
            if n is None:
                return
            if lo is None or lo < n.key:
                yield from walk(n.left)
            if (lo is None or lo <= n.key) and (hi is None or n.key < hi):
                yield n.key, n.value
            if hi is None or n.key < hi:
                yield from walk(n.right)
        return walk(self.root)

    def __iter__(self):
        return (k for k, _ in self.items())

    def __reversed__(self):
        stack, n = [], self.root
        while stack or n:
            while n:
                stack.append(n)
                n = n.right
            n = stack.pop()
            yield n.key
            n = n.left

    def check(self):
        def go(n):
            if n is None:
                return 0
            a, b = go(n.left), go(n.right)
            assert abs(a - b) <= 1 and n.height == 1 + max(a, b)
            assert (not n.left or n.left.key < n.key) and (not n.right or n.right.key > n.key)
            return 1 + max(a, b)
        return go(self.root)


t = TreeMap((w, len(w)) for w in "the quick brown fox jumps over the lazy dog".split())
print(list(t), len(t), t["fox"], "cat" in t, t.get("cat"), list(t.items("e", "p")), list(reversed(t))[:3], t.check())
for k in ("fox", "the"):
    del t[k]
print(list(t), len(t), t.check())
for op in (lambda: t["fox"], lambda: t.__delitem__("nope")):
    try:
        op()
    except KeyError as e:
        print("KeyError", e)
n = TreeMap((i * 37 % 1009, i) for i in range(1009))
print(len(n), n.check(), list(n) == list(range(1009)), list(n.items(100, 104)))
for i in range(0, 1009, 2):
    del n[i]
print(len(n), n.check(), list(n)[:5], all(i % 2 for i in n))
s = TreeMap((i, i) for i in range(300))
print(s.check(), sum(s), max(s), [s[i] for i in (0, 150, 299)])
