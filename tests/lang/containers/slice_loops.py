# Slices of lists and strings in loops: read and assigned, backwards, beyond the ends, with steps, with what is no index.
def reversals(n):
    p = list(range(n))
    out = []
    for k in range(n):
        p[:k + 1] = p[k::-1]
        out.append(p[:])
    return out


def windows(s, n):
    out = []
    for i in range(-2, len(s)):
        out.append((s[i:i + n], s[i:], s[:i], s[::-1], s[i::2], s[-n:i]))
    return out


def assign(n):
    a = []
    for i in range(n):
        a[i:i] = [i, i * i]
        a[len(a):] = (i,)
        a[::2] = a[::-2] if len(a) % 2 else a[::2]
        a[1:2] = []
    return a


def failing(a, step, v):
    try:
        a[::step] = v
    except ValueError as e:
        return str(e)
    except TypeError as e:
        return str(e)
    return a


def kept(a):
    s = slice(1, 3)
    return a[s], a[s], s


class I:
    def __init__(self, i):
        self.i = i

    def __index__(self):
        return self.i


def odd(a, x):
    try:
        return a[x:]
    except TypeError as e:
        return str(e)


def own(a):
    b = a[:]
    b[0:1] = a
    a[:] = a
    return a, b


print(reversals(5))
print(windows("héllo", 2), windows([1, 2, 3], 2), windows("abc", 0))
print(assign(6))
for v in ([1, 2], "ab", 5, (7, 8, 9)):
    print(failing([1, 2, 3, 4, 5, 6], 2, v), failing([1, 2, 3], 0, v), failing([1, 2], 1, v))
print(kept([1, 2, 3, 4]), kept("abcd"), odd([1, 2, 3], I(1)), odd("abc", I(-2)), odd([1], "a"), odd("a", 1.5), odd((1, 2, 3), 1))
print(own([1, 2, 3]), [1, 2, 3][2 ** 70:], "abc"[:-2 ** 70], [1, 2, 3][-2 ** 70:2 ** 70])
