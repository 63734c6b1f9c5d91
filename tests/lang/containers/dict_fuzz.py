# A dict beside a list of pairs: random operations, the same answers; order is order of insertion.
# no-stress
seed = 1


def random(n):
    global seed
    seed = (seed * 1103515245 + 12345) % 2147483648
    return seed // 65536 % n


class Model:
    def __init__(self):
        self.pairs = []

    def at(self, key):
        for i, (k, _) in enumerate(self.pairs):
            if k == key:
                return i
        return -1

    def set(self, key, value):
        i = self.at(key)
        if i < 0:
            self.pairs.append((key, value))
        else:
            self.pairs[i] = (self.pairs[i][0], value)

    def pop(self, key):
        i = self.at(key)
        return self.pairs.pop(i)[1] if i >= 0 else None


def key_of(kind):
    n = random(40)
    if kind == 0:
        return n
    if kind == 1:
        return "k" + str(n)
    if kind == 2:
        return (n, n % 3)
    return [n, "k" + str(n), (n,), float(n), None, n - 20, n + 0.5, -n][random(8)]


def run(kind, steps):
    d = {}
    m = Model()
    for step in range(steps):
        op = random(10)
        key = key_of(kind)
        if op < 5:
            d[key] = step
            m.set(key, step)
        elif op < 7:
            assert d.pop(key, None) == m.pop(key), step
        elif op == 7:
            if d:
                k, v = d.popitem()
                assert (k, v) == m.pairs.pop(), step
        elif op == 8:
            i = m.at(key)
            assert (key in d) == (i >= 0), step
            assert d.get(key, "no") == (m.pairs[i][1] if i >= 0 else "no"), step
        else:
            i = m.at(key)
            assert d.setdefault(key, step) == (m.pairs[i][1] if i >= 0 else step)
            if i < 0:
                m.set(key, step)
        assert len(d) == len(m.pairs)
        if step % 16 == 0:
            assert list(d.items()) == m.pairs, step
            assert list(reversed(d)) == [k for k, _ in reversed(m.pairs)]
            assert d == dict(m.pairs) and d.copy() == d
    print(kind, d)


for kind in range(4):
    run(kind, 600)

big = {}
for i in range(3000):
    big[i * 7 % 3001] = i
    big[str(i)] = i
for i in range(0, 3000, 3):
    del big[str(i)]
print(len(big), sum(v for v in big.values()), list(big)[:12], list(big)[-3:])
queue = {}
for i in range(5000):
    queue[i] = i
    if len(queue) > 5:
        del queue[next(iter(queue))]
print(queue)
stack = {}
for i in range(2000):
    stack[i] = i
    if i % 3:
        stack.popitem()
print(len(stack), list(stack)[-5:])
print({1: "a", True: "b", 1.0: "c"}, {0: 1, False: 2, -0.0: 3}, {2 ** 70: 1}[2 ** 70], {"a": 1}["a"])
