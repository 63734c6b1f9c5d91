# Functions that often end with their first tests: recursions, guards at the top, and what happens when the quick answer is no machine word.
# no-stress gc


def fib(n):
    if n < 2:
        return n
    return fib(n - 1) + fib(n - 2)


def tak(x, y, z):
    if y >= x:
        return z
    return tak(tak(x - 1, y, z), tak(y - 1, z, x), tak(z - 1, x, y))


def ackermann(m, n):
    if m == 0:
        return n + 1
    if n == 0:
        return ackermann(m - 1, 1)
    return ackermann(m - 1, ackermann(m, n - 1))


def power(base, n):
    if n == 0:
        return 1
    if n == 1:
        return base
    half = power(base, n // 2)
    return half * half * (base if n % 2 else 1)


def square_or_descend(n, k):
    if k <= 0:
        return n * n
    return square_or_descend(n + 1, k - 1) - 1


class Node:
    def __init__(self, key):
        self.key = key
        self.left = None
        self.right = None


def insert(node, key):
    if node is None:
        return Node(key)
    if key < node.key:
        node.left = insert(node.left, key)
    elif key > node.key:
        node.right = insert(node.right, key)
    return node


def height(node):
    if node is None:
        return 0
    return 1 + max(height(node.left), height(node.right))


def contains(node, key):
    if node is None:
        return False
    if node.key == key:
        return True
    return contains(node.left, key) if key < node.key else contains(node.right, key)


def flood(grid, x, y, seen):
    if x < 0 or y < 0:
        return 0
    if x >= len(grid[0]) or y >= len(grid):
        return 0
    if grid[y][x] or seen[y][x]:
        return 0
    seen[y][x] = True
    return 1 + flood(grid, x + 1, y, seen) + flood(grid, x - 1, y, seen) + flood(grid, x, y + 1, seen) + flood(grid, x, y - 1, seen)


def clamp(x, lo, hi):
    if x < lo:
        return lo
    if x > hi:
        return hi
    return int(str(x)) + fib(3)


def halves(x):
    if x < 1e-9:
        return x
    return halves(x / 2.0) + x


def counted(n, log):
    if n == 0:
        return "done"
    log.append(n)
    return counted(n - 1, log)


def endless(n):
    if n < 0:
        return 0
    return endless(n + 1) + 1


def failing(n):
    if n == 0:
        return 1 // n
    return failing(n - 1) + 1


def empty(items):
    if not items:
        return 0
    return items[0] + empty(items[1:])


def is_even(n):
    if n == 0:
        return True
    return is_odd(n - 1)


def is_odd(n):
    if n == 0:
        return False
    return is_even(n - 1)


def rebound(n):
    if n <= 0:
        return 0
    return rebound(n - 1) + 1


for _ in range(3):
    print(fib(15), fib(1), fib(True), fib(1.5), fib(-5), fib(2**70 - 2**70))
    print(tak(8, 4, 2), ackermann(2, 9), power(3, 200), power(1.5, 9), power(2, 1), power("x", 1))
    print(square_or_descend(5, 3), square_or_descend(3037000499, 3), square_or_descend(2**40, 0), square_or_descend(2**61, 1), square_or_descend(0.5, 2))
    root = None
    for i in range(200):
        root = insert(root, i * 7919 % 211)
    print(height(root), height(None), contains(root, 17), contains(root, 1000), contains(None, 1))
    grid = [[(x * y) % 5 == 4 for x in range(12)] for y in range(9)]
    print(flood(grid, 0, 0, [[False] * 12 for _ in range(9)]), flood(grid, -1, 3, []), flood(grid, 99, 3, []))
    print([clamp(v, 0, 10) for v in (-5, 3, 20, 7)], halves(1.0), halves(0.0))
    log = []
    print(counted(5, log), log, counted(0, None))
    try:
        endless(0)
    except RecursionError as error:
        print(type(error).__name__)
    try:
        failing(3)
    except ZeroDivisionError as error:
        tb, lines = error.__traceback__, []
        while tb:
            lines.append((tb.tb_frame.f_code.co_name, tb.tb_lineno))
            tb = tb.tb_next
        print(error, lines)
    print(empty([1, 2, 3]), empty(()), empty([]), is_even(10), is_odd(10))
    try:
        fib("a")
    except TypeError as error:
        print(error)
    print(rebound(4))


def other(n):
    return -100


kept = rebound
rebound = other
print(kept(3), kept(0), rebound(1))
