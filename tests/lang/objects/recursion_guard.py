# Special methods that call themselves end in RecursionError, whatever C code lies between.
# no-stress
# no-stress
def attempt(name, f):
    try:
        f(); print(name, "no error")
    except RecursionError as e: print(name, "RecursionError")
    except Exception as e: print(name, type(e).__name__, str(e)[:60])
class A:
    def __getattr__(self, n): return self.x
class B:
    @property
    def p(self): return self.p
class C:
    def __repr__(self): return repr(self)
    def __eq__(self, o): return self == o
    def __hash__(self): return hash(self)
    def __len__(self): return len(self)
    def __bool__(self): return bool(self)
    def __add__(self, o): return self + o
    def __getitem__(self, i): return self[i]
    def __iter__(self): return iter(self)
    def __call__(self): return self()
    def __contains__(self, x): return x in self
    def __str__(self): return str(self)
    def __format__(self, s): return format(self, s)
    def __lt__(self, o): return self < o
    def __setattr__(self, n, v): setattr(self, n, v)
    def __enter__(self):
        with self: pass
    def __exit__(self, *a): pass
    def __index__(self): return [1][self]
    def __int__(self): return int(self)
    def __float__(self): return float(self)
    def __new__(cls, x=None): return object.__new__(cls) if x is None else cls(x)
class D:
    def __init__(self): D()
class E:
    def __getattribute__(self, n): return self.x
class F:
    def __set_name__(self, o, n): pass
    def __init_subclass__(cls): type("X", (F,), {})
a, b, c = A(), B(), C()
attempt("getattr", lambda: a.q)
attempt("prop", lambda: b.p)
for n, f in [("repr", lambda: repr(c)), ("eq", lambda: c == 1), ("hash", lambda: hash(c)), ("len", lambda: len(c)), ("bool", lambda: bool(c)), ("add", lambda: c + 1), ("item", lambda: c[0]), ("iter", lambda: iter(c)), ("call", lambda: c()), ("in", lambda: 1 in c), ("str", lambda: str(c)), ("format", lambda: format(c, "x")), ("lt", lambda: c < 1), ("setattr", lambda: setattr(c, "x", 1)), ("index", lambda: [1][c]), ("int", lambda: int(c)), ("float", lambda: float(c)), ("new", lambda: C(1)), ("init", D), ("getattribute", lambda: E().x), ("subclass", lambda: type("Y", (F,), {})), ("sorted", lambda: sorted([c, c])), ("fstr", lambda: f"{c}"), ("dictkey", lambda: {c: 1}), ("print", lambda: print(c)), ("isinst", lambda: isinstance(1, c))]:
    attempt(n, f)
def enter():
    with c: pass
attempt("with", enter)
def f(n): return f(n + 1)
attempt("plain", lambda: f(0))
def g(n): return max(map(g, [n + 1]))
attempt("via native", lambda: g(0))
def h(n): return sorted([n, n], key=h)
attempt("via key", lambda: h(0))
t = ()
for i in range(100000): t = (t,)
attempt("hash nested", lambda: hash(t))
l = []
for i in range(100000): l = [l]
attempt("eq nested", lambda: l == l[0])
attempt("repr nested", lambda: repr(l))
