# control and exceptions
log = []
def t(x): log.append(x); return x
def order():
    d = {}
    d[t("k")] = t("v")
    t(d)[t("a")], t(log)[t(0)] = t(1), t("zz")
    x = y = t(3)
    d[t("q")] = 1
    d[t("q")] += t(5)
    print(t(1) < t(2) < t(0) < t(99))
    f = lambda *a, **k: t((a, k)) and None
    f(t(1), *[t(2)], b=t(3), **{"c": t(4)})
    {t("k1"): t("v1"), t("k2"): t("v2")}
    return [t(i) for i in (1, 2)]
order()
print([repr(x)[:30] for x in log])
def fin(kind):
    for i in range(3):
        try:
            try:
                if kind == "return": return "ret"
                if kind == "break": break
                if kind == "continue": continue
                if kind == "raise": raise KeyError(i)
                if kind == "none": pass
            finally:
                print("f1", i, end=" ")
                if kind == "override": return "over"
        except KeyError as e:
            print("caught", e, end=" ")
            continue
        finally:
            print("f2", i, end=" ")
    else:
        print("else", end=" ")
    return "end"
for k in ("return", "break", "continue", "raise", "none", "override"): print(k, fin(k))
def retval():
    x = 1
    try: return x
    finally: x = 2
print(retval())
def swallow():
    while True:
        try: raise ValueError
        finally: break
    return "swallowed"
print(swallow())
import sys
def chain():
    try:
        try: 1 / 0
        except ZeroDivisionError as e:
            raise ValueError("v") from e
    except ValueError as e:
        print(repr(e.__cause__), repr(e.__context__), e.__suppress_context__)
    try:
        try: 1 / 0
        finally: {}["k"]
    except KeyError as e: print(repr(e.__context__))
    print(sys.exc_info())
    try: raise IndexError
    except IndexError:
        try: raise
        except IndexError as e: print("again", repr(e), sys.exc_info()[0])
    print(sys.exc_info()[0])
    try: raise
    except RuntimeError as e: print(e)
chain()
class CM:
    def __init__(self, n, sw=False): self.n, self.sw = n, sw
    def __enter__(self): print("enter", self.n); return self
    def __exit__(self, *a): print("exit", self.n, a[0] and a[0].__name__); return self.sw
def withs():
    with CM(1) as a, CM(2, True) as b:
        print(a.n, b.n)
        raise KeyError
    print("after")
    for i in range(2):
        with CM(i):
            if i == 0: continue
            return "w"
print(withs())
def g():
    with CM("g"):
        yield 1
        yield 2
for x in g(): print(x)
def multi():
    try: raise TypeError("t")
    except (ValueError, KeyError): print("no")
    except TypeError as e: print("yes", e)
    else: print("no else")
    try: pass
    except: print("no")
    else: print("else")
    try:
        try: raise OSError("a")
        except ValueError: pass
    except OSError as e: print(e)
    try:
        raise ValueError
    except "notaclass" if False else ValueError: print("cond")
multi()
def loops():
    n = 0
    while n < 5:
        n += 1
        if n == 3: continue
        if n == 10: break
    else: print("while else", n)
    for a, (b, *c) in [(1, (2, 3, 4)), (5, "xyz")]: print(a, b, c)
    for i in range(3):
        for j in range(3):
            if j == 1: break
        else: print("never")
    else: print("outer else", i, j)
    i = 0
    while True:
        i += 1
        if i > 3: break
    print(i)
    while (line := i - 1) > 0: i = line
    print(i, line)
loops()
def cond(a, b, c):
    return (a and b or c, not a, a if b else c, a or b and c, not (a and b), (a or b) and (b or c))
for a in (0, 1):
    for b in (0, 2):
        for c in (0, 3): print(cond(a, b, c), end=" ")
print()
def chained(a, b, c): 
    if a < b < c: r = 1
    elif not a < b <= c: r = 2
    else: r = 3
    return r, a < b < c, a == b == c, (a < b) < c, a < b > c
print(chained(1, 2, 3), chained(3, 2, 1), chained(1, 2, 2))
x = [1, 2, 3, 4]
x[1:3], x[0] = "ab", x[3]
print(x)
a = b = []
a.append(1); print(b)
(a, b), c, *d = (1, 2), 3, 4, 5; print(a, b, c, d)
[a, b] = {1: 2, 3: 4}; print(a, b)
i = 0
i, x[i] = 2, "set"; print(i, x)
try: a, b = 1, 2, 3
except ValueError as e: print(e)
try: a, b, *c = [1]
except ValueError as e: print(e)
class Slots:
    def __iadd__(self, o): print("iadd", o); return self
s = Slots(); s += 1
l = [s]; l[0] += 2
assert True, "never"
try: assert 0, f"msg {1 + 1}"
except AssertionError as e: print(e)
try: assert []
except AssertionError as e: print(repr(e))
