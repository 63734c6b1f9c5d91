# rewriting globals, classes and functions under running code
def a(x): return x + 1
def b(x): return x * 2
fn = a
def call(n):
    t = 0
    for i in range(n):
        t += fn(i) % 100
    return t
class K:
    def m(self): return 1
def meth(o, n):
    t = 0
    for i in range(n):
        t += o.m()
    return t
out = []
for k in range(120):
    fn = a if k % 2 else b
    out.append(call(800))
    if k == 60: K.m = lambda self: 5
    o = K()
    if k % 7 == 0: o.m = lambda: 9
    out.append(meth(o, 300))
    if k == 90:
        def a(x): return x - 1
LIM = 10
def lim(n):
    t = 0
    for i in range(n):
        if i > LIM: t += 1
    return t
for k in range(200):
    LIM = k
    out.append(lim(400))
xs = list(range(50))
def mutate(n):
    t = 0
    for v in xs:
        t += v
        if v == 25 and len(xs) < n: xs.append(v * 1.5)
    return t
for k in range(100): out.append(mutate(60 + k))
def nested(n):
    def inner(m):
        nonlocal acc
        for j in range(m): acc += j % 3
    acc = 0
    for i in range(n): inner(50)
    return acc
for k in range(50): out.append(nested(40))
print(len(out), sum(out))
def unbound(n):
    for i in range(n):
        if i > 5000: del q
        q = i
    return q
for k in range(3):
    try: print(unbound(5000 + k * 2000))
    except UnboundLocalError as e: print(e)
