# Dynamic programming: knapsack, LCS, edit distance, coin change, LIS, partitions, matrix chain, memo and tables.
def knapsack(items, capacity):
    table = [[0] * (capacity + 1)]
    for weight, value in items:
        prev = table[-1]
        table.append([max(prev[c], prev[c - weight] + value if c >= weight else 0) for c in range(capacity + 1)])
    chosen, c = [], capacity
    for i in range(len(items), 0, -1):
        if table[i][c] != table[i - 1][c]:
            chosen.append(i - 1)
            c -= items[i - 1][0]
    return table[-1][-1], chosen[::-1]


def lcs(a, b):
    t = [[0] * (len(b) + 1) for _ in range(len(a) + 1)]
    for i, x in enumerate(a):
        for j, y in enumerate(b):
            t[i + 1][j + 1] = t[i][j] + 1 if x == y else max(t[i][j + 1], t[i + 1][j])
    out, i, j = [], len(a), len(b)
    while i and j:
        if a[i - 1] == b[j - 1]:
            out.append(a[i - 1])
            i, j = i - 1, j - 1
        elif t[i - 1][j] >= t[i][j - 1]:
            i -= 1
        else:
            j -= 1
    return "".join(reversed(out))


def edit(a, b):
    row = list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        prev, row[0] = row[0], i
        for j, y in enumerate(b, 1):
            prev, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, prev + (x != y))
    return row[-1]


def coins(total, kinds):
    best, last = [0] + [None] * total, [0] * (total + 1)
    for t in range(1, total + 1):
        for k in kinds:
            if k <= t and best[t - k] is not None and (best[t] is None or best[t - k] + 1 < best[t]):
                best[t], last[t] = best[t - k] + 1, k
    if best[total] is None:
        return None
    out = []
    while total:
        out.append(last[total])
        total -= last[total]
    return out


def ways(total, kinds):
    w = [1] + [0] * total
    for k in kinds:
        for t in range(k, total + 1):
            w[t] += w[t - k]
    return w[total]


def lis(xs):
    best = []
    for i, x in enumerate(xs):
        before = max((b for b, y in zip(best, xs) if y < x), key=len, default=[])
        best.append(before + [x])
    return max(best, key=len, default=[])


def memo(f):
    cache = {}
    def g(*a):
        if a not in cache:
            cache[a] = f(*a)
        return cache[a]
    return g


@memo
def partitions(n, largest):
    return 1 if n == 0 else 0 if n < 0 or largest == 0 else partitions(n - largest, largest) + partitions(n, largest - 1)


def matrix_chain(dims):
    @memo
    def cost(i, j):
        if i == j:
            return 0, f"A{i}"
        return min((cost(i, k)[0] + cost(k + 1, j)[0] + dims[i] * dims[k + 1] * dims[j + 1], f"({cost(i, k)[1]}{cost(k + 1, j)[1]})") for k in range(i, j))
    return cost(0, len(dims) - 2)


def subset_sum(xs, target):
    reach = {0: ()}
    for x in xs:
        for s, used in list(reach.items()):
            reach.setdefault(s + x, used + (x,))
    return reach.get(target)


def max_subarray(xs):
    best = (xs[0], 0, 1)
    total, start = 0, 0
    for i, x in enumerate(xs):
        if total <= 0:
            total, start = 0, i
        total += x
        best = max(best, (total, start, i + 1), key=lambda b: b[0])
    return best


print(knapsack([(12, 4), (2, 2), (1, 1), (1, 2), (4, 10)], 15), knapsack([(5, 10), (4, 40), (6, 30), (3, 50)], 10), knapsack([], 5))
for a, b in (("kitten", "sitting"), ("AGGTAB", "GXTXAYB"), ("", "abc"), ("otter", "otter"), ("été", "ete")):
    print(a, b, repr(lcs(a, b)), edit(a, b), edit(b, a))
print(coins(63, [1, 5, 10, 21, 25]), coins(11, [2, 5]), coins(3, [2]), coins(0, [1]), ways(100, [1, 5, 10, 25, 50]), ways(10 ** 3, [1, 2, 5, 10, 20, 50, 100, 200]))
print(lis([10, 9, 2, 5, 3, 7, 101, 18]), lis([]), lis([3, 3, 3]), partitions(50, 50), partitions(100, 100), matrix_chain([40, 20, 30, 10, 30]), matrix_chain([10, 20, 30, 40, 50, 60]))
print(subset_sum([3, 34, 4, 12, 5, 2], 9), subset_sum([1, 2], 10), max_subarray([-2, 1, -3, 4, -1, 2, 1, -5, 4]), max_subarray([-3, -1, -2]))
cat = [1]
for n in range(30):
    cat.append(sum(cat[i] * cat[n - i] for i in range(n + 1)))
print(cat[:10], cat[30])
tri = [[1]]
for _ in range(10):
    tri.append([a + b for a, b in zip([0] + tri[-1], tri[-1] + [0])])
print(*(" ".join(map(str, r)).center(40).rstrip() for r in tri[:7]), sep="\n")
grid = [[(i * 7 + j * 13) % 10 for j in range(12)] for i in range(12)]
cost = [[0] * 12 for _ in range(12)]
for i in range(12):
    for j in range(12):
        cost[i][j] = grid[i][j] + min([cost[i - 1][j]] * (i > 0) + [cost[i][j - 1]] * (j > 0), default=0)
print(cost[-1][-1], [c[-1] for c in cost])
