# Slices of lists, tuples and strings: get, set, del, extended, negative.
a = list(range(10))
for s in (slice(None), slice(2, 5), slice(None, None, 2), slice(None, None, -1), slice(8, 2, -2), slice(-3, None), slice(None, -3), slice(5, 2), slice(-100, 100), slice(100, -100, -3), slice(3, 3), slice(1, 9, 3)):
    print(s, a[s], tuple(a)[s], "0123456789"[s], list(range(10)[s]), s.indices(10))
a[2:4] = ["x"]; print(a)
a[2:3] = ["y", "z", "w"]; print(a)
a[:0] = [-1]; print(a)
a[len(a):] = [99]; print(a)
a[::2] = [0] * len(a[::2]); print(a)
a[5:2] = ["in"]; print(a)
del a[1:3]; print(a)
del a[::3]; print(a)
del a[-1]; print(a)
a[:] = range(6); print(a)
a[::-1] = "abcdef"; print(a)
a[1:4] = (); print(a)
a[0:0] = a; print(a)
del a[:]; print(a)
a[:] = {"k": 1, "l": 2}; print(a)
b = [1, 2, 3]
try:
    b[::2] = [1]
except ValueError as e:
    print(e)
try:
    b[1:2] = 5
except TypeError as e:
    print(e)
try:
    b[::0]
except ValueError as e:
    print(e)
try:
    b["a":]
except TypeError as e:
    print(e)
try:
    b[1.0]
except TypeError as e:
    print(e)
b[1:1] = [9, 9]; print(b, b[-2:], b[:-1], b[-1:0:-1])


class Probe:
    def __getitem__(self, key):
        return key

    def __setitem__(self, key, value):
        print("set", key, value)

    def __delitem__(self, key):
        print("del", key)


p = Probe()
print(p[1:2], p[1:2, 3], p[::], p[:], p[..., 1:], p[()], p[1,], p[-1], p["a":"b":None])
p[1:2] = 5
p[1, 2] = 6
del p[::2]
s = slice(1, 10, 2)
print(s.start, s.stop, s.step, s == slice(1, 10, 2), slice(5), slice(1, None), repr(slice(None, None, -1)))
x = [0, 1, 2, 3]
x[1:3], y = "ab", x[1:3]
print(x, y)
x[0], x[-1] = x[-1], x[0]
print(x)
big = [0] * 5
big[1:4:2] = 7, 8
print(big, big[10 ** 20:], big[-10 ** 20:2])
