# Sorting algorithms against sorted(): bubble, insertion, selection, merge, quick, heap, shell, counting, radix.
def bubble(a):
    n = len(a)
    for i in range(n):
        swapped = False
        for j in range(n - 1 - i):
            if a[j] > a[j + 1]:
                a[j], a[j + 1] = a[j + 1], a[j]
                swapped = True
        if not swapped:
            break
    return a


def insertion(a):
    for i in range(1, len(a)):
        x, j = a[i], i - 1
        while j >= 0 and a[j] > x:
            a[j + 1] = a[j]
            j -= 1
        a[j + 1] = x
    return a


def selection(a):
    for i in range(len(a)):
        m = min(range(i, len(a)), key=a.__getitem__)
        a[i], a[m] = a[m], a[i]
    return a


def merge(a):
    if len(a) < 2:
        return a
    mid = len(a) // 2
    left, right = merge(a[:mid]), merge(a[mid:])
    out, i, j = [], 0, 0
    while i < len(left) and j < len(right):
        if right[j] < left[i]:
            out.append(right[j])
            j += 1
        else:
            out.append(left[i])
            i += 1
    return out + left[i:] + right[j:]


def quick(a):
    def go(lo, hi):
        if lo >= hi:
            return
        pivot, i = a[(lo + hi) // 2], lo
        j = hi
        while i <= j:
            while a[i] < pivot:
                i += 1
            while a[j] > pivot:
                j -= 1
            if i <= j:
                a[i], a[j] = a[j], a[i]
                i, j = i + 1, j - 1
        go(lo, j)
        go(i, hi)
    go(0, len(a) - 1)
    return a


def functional(a):
    return a if len(a) < 2 else functional([x for x in a[1:] if x < a[0]]) + [a[0]] + functional([x for x in a[1:] if not x < a[0]])


def heap(a):
    def sift(i, n):
        while (c := 2 * i + 1) < n:
            if c + 1 < n and a[c] < a[c + 1]:
                c += 1
            if not a[i] < a[c]:
                return
            a[i], a[c] = a[c], a[i]
            i = c
    for i in range(len(a) // 2 - 1, -1, -1):
        sift(i, len(a))
    for end in range(len(a) - 1, 0, -1):
        a[0], a[end] = a[end], a[0]
        sift(0, end)
    return a


def shell(a):
    gap = len(a) // 2
    while gap:
        for i in range(gap, len(a)):
            x, j = a[i], i
            while j >= gap and a[j - gap] > x:
                a[j] = a[j - gap]
                j -= gap
            a[j] = x
        gap //= 2
    return a


def counting(a):
    if not a:
        return a
    lo = min(a)
    counts = [0] * (max(a) - lo + 1)
    for x in a:
        counts[x - lo] += 1
    return [lo + i for i, n in enumerate(counts) for _ in range(n)]


def radix(a):
    neg, pos = [-x for x in a if x < 0], [x for x in a if x >= 0]

    def go(xs):
        base = 1
        while xs and base <= max(xs):
            buckets = [[] for _ in range(10)]
            for x in xs:
                buckets[x // base % 10].append(x)
            xs = [x for b in buckets for x in b]
            base *= 10
        return xs
    return [-x for x in reversed(go(neg))] + go(pos)


def numbers(n, seed, span):
    for _ in range(n):
        seed = (seed * 1103515245 + 12345) & 0x7FFFFFFF
        yield (seed >> 8) % span - span // 2


ALGORITHMS = [bubble, insertion, selection, merge, quick, functional, heap, shell, counting, radix]
inputs = {"empty": [], "one": [5], "two": [2, 1], "sorted": list(range(40)), "reversed": list(range(40, 0, -1)), "equal": [3] * 20,
          "random": list(numbers(120, 42, 1000)), "few": list(numbers(100, 7, 5)), "negative": [-5, 3, -1, 0, 2, -9]}
for f in ALGORITHMS:
    results = {name: f(list(data)) == sorted(data) for name, data in inputs.items()}
    print(f.__name__, all(results.values()), [n for n, ok in results.items() if not ok])
print(merge(list("sorting words")), quick([2.5, 1.5, -1.0, 0.0]), heap(["pear", "fig", "apple"]), functional([(2, "b"), (1, "z"), (2, "a")]))
for bad in (quick, merge, heap):
    try:
        print(bad([1, "a", 2]))
    except TypeError as e:
        print(bad.__name__, e)
print(insertion(list(numbers(10, 1, 100))), inputs["random"][:5])
