# Growth: many elements in each container, and operations over them.
n = 20000
l = []
for i in range(n):
    l.append(i * i % 1009)
print(len(l), sum(l), max(l), l.count(0), l.index(1000) if 1000 in l else None, l[-5:], len(set(l)))
l.sort()
print(l[:5], l[n // 2], all(a <= b for a, b in zip(l, l[1:])))
del l[::2]
print(len(l), sum(l))
l[1000:9000] = []
print(len(l), l[999:1003])
d = {str(i): i for i in range(n)}
print(len(d), d["19999"], sum(d.values()), len([k for k in d if k.endswith("7")]))
for i in range(0, n, 2):
    del d[str(i)]
print(len(d), next(iter(d)), "4" in d, "5" in d)
s = {i % 977 for i in range(n)}
print(len(s), sum(s), len(s & set(range(100))), len(s | {-1}), len(s ^ {0, -1}))
t = tuple(range(n))
print(len(t), t[-1], sum(t[::100]), t[5000:5003], hash(t) == hash(tuple(range(n))))
text = "".join(chr(97 + i % 26) for i in range(n))
print(len(text), text.count("abc"), text.rfind("z"), hash(text) == hash(text[:10] + text[10:]), len(text.split("m")))
b = bytes(i % 256 for i in range(n))
print(len(b), sum(b), b.count(b"\x00\x01"), b[1000:1005])
nested = None
for i in range(500):
    nested = (i, nested)
depth = 0
while nested is not None:
    depth, nested = depth + 1, nested[1]
print(depth)
m = [[i * j for j in range(60)] for i in range(60)]
print(sum(map(sum, m)), m[59][59], [sum(r[i] for i, r in enumerate(m))])
q = list(range(500))
moved = 0
while len(q) > 1:
    q.append(q.pop(0))
    q.pop(0)
    moved += 1
print(q, moved)
x = [0] * 1000
for i in range(1000):
    x[i * 17 % 1000] += i
print(sum(x), x[:5], x[-3:])
