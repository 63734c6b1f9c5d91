# Containers that are changed by the comparisons, hashes and key functions that they call.
def attempt(f):
    try:
        print("no error", f())
    except Exception as e:
        print(type(e).__name__, e)


class Clearing:
    target = None

    def __init__(self, n):
        self.n = n

    def __hash__(self):
        return 7

    def __eq__(self, other):
        if Clearing.target is not None:
            t, Clearing.target = Clearing.target, None
            t.clear()
        return isinstance(other, Clearing) and self.n == other.n

    def __repr__(self):
        return "C%d" % self.n


def with_dict(n):
    d = {Clearing(i): i for i in range(n)}
    Clearing.target = d
    r = d.get(Clearing(n - 1), "gone")
    Clearing.target = None
    return r, d


def with_dict_store(n):
    d = {Clearing(i): i for i in range(n)}
    Clearing.target = d
    d[Clearing(n - 1)] = "new"
    Clearing.target = None
    return d


def with_set(n):
    s = {Clearing(i) for i in range(n)}
    Clearing.target = s
    s.add(Clearing(n - 1))
    Clearing.target = None
    return s


def with_list(n):
    x = [Clearing(i) for i in range(n)]
    Clearing.target = x
    found = Clearing(n - 1) in x
    Clearing.target = None
    return found, x


for n in (2, 5, 12, 40):
    attempt(lambda: with_dict(n))
    attempt(lambda: with_dict_store(n))
    attempt(lambda: with_set(n))
    attempt(lambda: with_list(n))


class Growing:
    target = None

    def __init__(self, n):
        self.n = n

    def __lt__(self, other):
        if Growing.target is not None:
            Growing.target.append(0)
        return self.n < other.n

    def __repr__(self):
        return "G%d" % self.n


x = [Growing(3), Growing(1), Growing(2)]
Growing.target = x
attempt(lambda: x.sort())
Growing.target = None
print(x)
x.sort()
print(x)


class Failing:
    def __init__(self, n):
        self.n = n

    def __lt__(self, other):
        if self.n == 13 or other.n == 13:
            raise ValueError("unlucky")
        return self.n < other.n


for size in (5, 20, 100):
    xs = [Failing((i * 37 + 5) % (size + 9)) for i in range(size)] + [Failing(13)]
    attempt(lambda: xs.sort())
    print(len(xs), sorted(x.n for x in xs) == sorted([(i * 37 + 5) % (size + 9) for i in range(size)] + [13]))

xs = [5, 3, 1]


def key(v):
    xs.append(v)
    return v


attempt(lambda: xs.sort(key=key))
print(xs)
xs = [3, 1, 2]
attempt(lambda: xs.sort(key=lambda v: (len(xs), v)))
print(xs)
attempt(lambda: xs.sort(key=lambda v: 1 // (v - 2)))
print(sorted(xs))

# Iterating while the list changes.
xs = [1, 2, 3]
seen = []
for v in xs:
    seen.append(v)
    if len(xs) < 8:
        xs.append(v * 10)
print(seen, xs)
xs = list(range(10))
for v in xs:
    xs.remove(v)
print(xs)
xs = [1, 2, 3]
it = iter(xs)
print(list(it))
xs.append(4)
print(list(it), next(it, "end"))
r = reversed(xs)
next(r)
del xs[1:]
print(list(r), list(r))


def over_set():
    s = {1, 2, 3}
    for v in s:
        s.add(v + 10)


attempt(over_set)


class Bad:
    def __hash__(self):
        raise RuntimeError("no hash")

    def __eq__(self, other):
        raise RuntimeError("no eq")


class Same(Bad):
    def __hash__(self):
        return 1


for f in (lambda: {Bad()}, lambda: {Bad(): 1}, lambda: Bad() in {}, lambda: Bad() in set(), lambda: {Same(), Same()}, lambda: {1: 0}.get(Same()),
          lambda: Same() in [1], lambda: [Same()] == [Same()], lambda: (Same(),) == (1,), lambda: [1].index(Same()), lambda: [1].count(Same()), lambda: [1].remove(Same()),
          lambda: {1: Same()} == {1: 2}, lambda: {Same()} == {1}, lambda: {1} & {Same()}, lambda: hash((1, Bad())), lambda: hash(frozenset([Same()])) and 1):
    attempt(f)
b = Same()
print(b in [b], [b] == [b], (b,) == (b,), {1: b} == {1: b}, [b].index(b), [b].count(b), b in {b: 1}, b in {b})
nan = float("nan")
print(nan in [nan], [nan] == [nan], nan == nan, {nan: 1}[nan])

me = [1]
me.append(me)
d = {"me": me}
me.append(d)
pair = (me, 2)
me.append(pair)
print(me, d, pair)
