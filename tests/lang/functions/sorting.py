# sorted and list.sort: stability, keys, reverse, comparison protocol, partial orders.
people = [("Bob", 25), ("alice", 30), ("Carl", 25), ("dave", 30), ("Eve", 25)]
print(sorted(people, key=lambda p: p[1]), sorted(people, key=lambda p: p[1], reverse=True), sorted(people, key=lambda p: (-p[1], p[0].lower())), sorted(people), sep="\n")
data = [(i * 7919) % 1000 for i in range(300)]
s = sorted(data)
print(all(a <= b for a, b in zip(s, s[1:])), s[:10], s[-5:], sorted(data, reverse=True)[:5], data[:5])
print(sorted(s) == s, sorted(reversed(s)) == s, sorted(s + s[::-1])[:6], sorted([1.5, 1, True, 0, 0.5, -1]), sorted(["b", "B", "a", "A"]), sorted([[2], [1, 5], []]), sorted([(1, "b"), (1, "a"), (0, "z")]))
class V:
    compared = 0
    def __init__(self, n, tag):
        self.n, self.tag = n, tag
    def __lt__(self, other):
        V.compared += 1
        return self.n < other.n
    def __repr__(self):
        return f"{self.n}{self.tag}"
vs = [V(n % 5, t) for n, t in zip(range(3, 30, 4), "abcdefg")]
print(vs, sorted(vs), sorted(vs, reverse=True), max(vs, key=lambda v: v.n), min(vs), V.compared > 0)
calls = []
def key(x):
    calls.append(x)
    return -x
print(sorted([3, 1, 2], key=key), calls)
x = [3, 2, 1]
print(x.sort(), x, sorted(x, key=None, reverse=False))
words = "the quick brown fox jumps over the lazy dog".split()
print(sorted(words, key=len), sorted(words, key=lambda w: (len(w), w)), sorted(set(words)), sorted(words, key=words.count), sorted(enumerate(words), key=lambda p: p[1])[:3])
try:
    sorted([3, "a", 1])
except TypeError as e:
    print(e)
try:
    [1, None].sort()
except TypeError as e:
    print(e)
def failing(v):
    if v == 2:
        raise ValueError("bad key")
    return v
y = [3, 2, 1]
try:
    y.sort(key=failing)
except ValueError as e:
    print(e, y)
r = []
state = 12345
for _ in range(2000):
    state = (state * 1103515245 + 12345) % 2 ** 31
    r.append(state % 500)
idx = sorted(range(2000), key=lambda i: r[i])
print(all(r[a] < r[b] or (r[a] == r[b] and a < b) for a, b in zip(idx, idx[1:])), idx[:5])
idx = sorted(range(2000), key=lambda i: r[i], reverse=True)
print(all(r[a] > r[b] or (r[a] == r[b] and a < b) for a, b in zip(idx, idx[1:])), idx[:5], sorted(r)[::400])
