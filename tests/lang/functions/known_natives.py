import math
from math import sqrt, floor
def f(a, b, x, y, s, d, l):
    r = []
    for i in range(3):
        r.append(min(a, b) + max(a, b) + abs(a - b))
        r.append((min(x, y), max(x, y), abs(-x), min(a, x)))
        r.append((len(s), len(d), len(l), ord(s[i]), ord("é")))
        r.append((int(x), int(a), float(a), sqrt(x), math.sqrt(4), math.sin(x), math.floor(x), floor(-x), math.ceil(x), math.exp(y), math.fabs(-2)))
    return r
print(f(3, -7, 2.5, -1.25, "abc", {1:2}, [1,2]))
print(f(1 << 61, -(1 << 63), 1e300, 2.0, "xéz", {}, ()))
class L:
    def __len__(self): return 42
class Bad:
    def __len__(self): return -1
def lens(o): return len(o) + 1
print(lens(L()), lens("ab"), lens({1,2}), lens(range(10)))
for bad in (5, None, Bad()):
    try: print(lens(bad))
    except (TypeError, ValueError) as e: print(type(e).__name__, e)
def tr(f, *a):
    try: return f(*a)
    except Exception as e: return type(e).__name__, str(e)
def sq(x): return sqrt(x)
def ii(x): return int(x)
def oo(x): return ord(x)
def ex(x): return math.exp(x)
print(tr(sq, -1.0), tr(sq, float('nan')), tr(sq, 4.0), tr(sq, "a"))
print(tr(ii, float('inf')), tr(ii, 1e30), tr(ii, float('nan')), tr(ii, "12"), tr(ii, 2.9), tr(ii, -2.9))
print(tr(oo, "ab"), tr(oo, ""), tr(oo, b"a"), tr(oo, 5), tr(oo, "\U0001F600"))
print(tr(ex, 1000.0), tr(ex, float('inf')), tr(ex, -1000.0))
print(min(float('nan'), 1.0), min(1.0, float('nan')), max(0.0, -0.0), max(-0.0, 0.0), min(True, 0))
len = lambda x: 'mine'
def g(s): return len(s)
print(g("abc"))
def h(a):
    import builtins
    t = 0
    for i in range(5):
        t += abs(a)
    return t
print(h(-5), h(-2.5), h(True))
def mm(n):
    t = 0.0
    for i in range(n):
        t += math.sqrt(i) + math.pi
    return t
print(mm(10))
math.sqrt = lambda x: x * 100
print(mm(10))
del math.sqrt
try: print(mm(10))
except AttributeError as e: print(e)
math.sqrt = sqrt
print(mm(10))
