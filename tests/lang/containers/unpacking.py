# Unpacking in every place it can stand.
a, b = 1, 2
a, b = b, a
(c, d), e = (3, 4), 5
[f, g] = "xy"
h, *i = [1, 2, 3]
*j, k = "abc"
l, *m, n = range(2)
(o, (p, *q)), r = (1, (2, 3, 4)), 5
print(a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, q, r)
x = y = [1]
x.append(2)
print(y, x is y)
for (u, v), w in [((1, 2), 3), ((4, 5), 6)]:
    print(u, v, w, end=" ")
for first, *others in ["abc", (1,), [1, 2]]:
    print(first, others, end=" ")
print()
d = {}
d["a"], d["b"] = 1, 2
class O: pass
O.x, O.y = lst = [7, 8]
lst[0], lst[1:] = 5, [6, 7]
print(d, O.x, O.y, lst)
print([*range(2), *"ab", *{"k": 1}], (*[1], 2), {*[1], *[1]}, {**{"a": 1}, **{"a": 2, "b": 3}}, *[1, 2], *(3,))
def fn(*args, **kwargs):
    return args, kwargs
print(fn(*[1, 2], 3, *"a", k=1, **{"m": 2}), fn(*()), fn(**{}), fn(*{"x": 1}), fn(*range(2), **dict(z=1), y=2))
for bad in ((lambda: exec_unpack([1, 2, 3])), (lambda: exec_unpack([1])), (lambda: exec_unpack(5)), (lambda: exec_star([])), (lambda: exec_star([1])), (lambda: exec_unpack(None)), (lambda: exec_unpack({1: 2}))):
    def exec_unpack(v):
        s, t = v
        return s, t
    def exec_star(v):
        s, *t, z = v
        return s, t, z
    try:
        print(bad())
    except (ValueError, TypeError) as e:
        print(type(e).__name__, e)
try:
    fn(**{"a": 1}, a=2)
except TypeError as e:
    print(e)
try:
    fn(**{1: 2})
except TypeError as e:
    print(e)
def gen():
    yield 1
    yield 2
one, two = gen()
print(one, two, *gen(), [*gen()])
i = 0
i, arr = 1, [10, 20]
arr[i], i = i, 0
print(arr, i)
a = b = c = 0
a, b, c = c, a, 5
[a, [b, *c]] = [1, [2, 3, 4]]
print(a, b, c)
(a) = 3
(a), b = 4, (5)
print(a, b)
_, _, z = 1, 2, 3
print(z, _)
