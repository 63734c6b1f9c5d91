# repr, str, format and their fallbacks, of objects, functions, classes, methods.

def attempt(f):
    try:
        print("ok", f())
    except Exception as e:
        print(type(e).__name__, e)


def hide(s): return "".join(mask(s))


def mask(s):
    i = 0
    while i < len(s):
        if s.startswith("0x", i):
            j = i + 2
            while j < len(s) and s[j] in "0123456789abcdef": j += 1
            yield "0x*"
            i = j
        else:
            yield s[i]
            i += 1


class C:
    def m(self): pass
    @classmethod
    def cm(cls): pass
    @staticmethod
    def sm(): pass
    @property
    def p(self): return 1
    class In: pass
class R:
    def __repr__(self): return "<R>"
class S:
    def __str__(self): return "<S>"
class RS(R, S): pass
class BadR:
    def __repr__(self): return 5
class BadS:
    def __str__(self): return 5
class Fm:
    def __format__(self, spec): return f"[{spec}]"
class BadF:
    def __format__(self, spec): return 5


def f(): pass
def gen(): yield
lam = lambda: 0
c = C()
for v in (c, C, C.In, C.In(), f, lam, C.m, c.m, C.cm, c.cm, C.sm, c.sm, C.p, len, print, [].append, list.append, "".join, str.join, dict.fromkeys, int.__add__, (5).__add__,
          object, type, int, gen(), None, NotImplemented, ..., range(3), range(1, 5, 2), slice(1, None), iter([]), iter({}), {}.keys(), {1: 2}.items(), super(C, c), ValueError, ValueError("x"), type(None), type(f), type(c.m), type(len)):
    print(hide(repr(v)))
print(R(), str(R()), repr(R()), f"{R()}", S(), hide(repr(S())), RS(), repr(RS()), [R(), S()] == 0, str([R()]), {R(): R()}, (R(),), f"{R()!s:>5}|{S()!s:<5}|{S()!r:.2}")
attempt(lambda: repr(BadR()))
attempt(lambda: str(BadR()))
attempt(lambda: str(BadS()))
attempt(lambda: f"{BadF()}")
attempt(lambda: format(c, "x"))
attempt(lambda: f"{[]:5}")
attempt(lambda: f"{None:5}")
attempt(lambda: format(5, 5))
attempt(lambda: format(5, "zz"))
attempt(lambda: f"{'a':d}")
print(f"{Fm()}", f"{Fm():abc}", format(Fm()), format(Fm(), "q"), f"{5:{3}}|", f"{Fm():{'x'}y}")
print(ascii("é\n☃😀'"), ascii([("é",)]), repr("é\x00\x7f\u200b\ud800'\""))
x = []
x.append(x)
d = {}
d["d"] = d
t = ([],)
t[0].append(t)
print(x, d, t)
print(C.__name__, C.__qualname__, C.In.__qualname__, f.__name__, lam.__name__, lam.__qualname__, C.m.__name__, C.m.__qualname__, c.m.__name__, c.m.__qualname__, len.__name__, [].append.__name__, [].append.__qualname__, list.append.__qualname__, C.p.fget.__qualname__)
print(f.__module__, C.__module__, c.m.__module__, len.__module__, int.__module__, f.__doc__, f.__defaults__, f.__kwdefaults__)


def g(a, b=1, *args, c, d=2, **kw): "docs"


print(g.__defaults__, g.__kwdefaults__, g.__doc__, g.__annotations__)
g.__defaults__ = (7,)
g.__name__ = "renamed"
g.__qualname__ = "q.renamed"
g.__doc__ = "new"
g.extra = 1
print(g.__name__, hide(repr(g)), g.__doc__, g.__dict__, g.extra)
attempt(lambda: g(c=1))
attempt(lambda: setattr(g, "__name__", 5))
attempt(lambda: setattr(g, "__defaults__", 5))
print(c.m == c.m, c.m is c.m, c.m == C().m, hash(c.m) == hash(c.m), c.m.__self__ is c, c.m.__func__ is C.m, {c.m: 1}[c.m], [].append == [].append)
attempt(lambda: setattr(c.m, "x", 1))
print(bool(f), bool(C), bool(c.m), f == f, f != g, callable(c.m))
print(type(c.m).__name__, type(C.cm).__name__, type(C.sm).__name__, type(C.__dict__["cm"]).__name__, type(C.__dict__["sm"]).__name__)
