# Augmented assignment: in place where the type can, evaluated once.
a = b = [1, 2]
a += [3]
print(a, b, a is b)
a = a + [4]
print(a, b, a is b)
t = u = (1,)
t += (2,)
print(t, u)
s = "x"
s += "y"
s *= 3
print(s)
n = 10
n -= 3; n *= 4; n //= 3; n **= 2; n %= 50; n <<= 2; n >>= 1; n |= 1; n &= 0xFF; n ^= 3
print(n)
f = 7
f /= 2
print(f)
x = {1, 2, 3}
y = x
x |= {4}
x &= {1, 4, 5}
x ^= {1, 9}
x -= {9}
print(x, y is x)
d = {"a": 1}
d |= {"b": 2}
print(d)
lst = [[0] * 2] * 2
lst[0][0] += 5
print(lst)
calls = []


def index():
    calls.append("index")
    return 0


values = [10]
values[index()] += 5
print(values, calls)


class Acc:
    def __init__(self):
        self.items = []
        self.n = 0

    def __iadd__(self, other):
        self.items.append(other)
        return self

    def __isub__(self, other):
        return f"replaced by {other}"


acc = Acc()
acc += 1
acc += 2
acc.n += 5
print(acc.items, acc.n)
acc -= 3
print(acc)
e = [1]
e += "ab"
e += (x for x in range(2))
e *= 2
print(e)
t = ([1],)
try:
    t[0] += [2]
except TypeError as err:
    print(err, t)
m = {}
m["k"] = m.get("k", 0) + 1
m["k"] += 1
print(m)
