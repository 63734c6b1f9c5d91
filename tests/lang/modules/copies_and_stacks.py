import contextlib, copy, array, collections.abc
def show(f):
    try: print(repr(f()))
    except Exception as e: print(type(e).__name__, e)
def f(w):
    match w:
        case [x, y, z]: return ('seq', x, y, z)
        case {'a': x}: return ('map', x)
print(f(array.array('b', b'abc')), f(collections.abc.Sequence))
class Seq(collections.abc.MutableSequence):
    def __init__(self): self.l = [1, 2, 3]
    def __getitem__(self, i): return self.l[i]
    def __len__(self): return len(self.l)
    def __setitem__(self, i, v): pass
    def __delitem__(self, i): pass
    def insert(self, i, v): pass
print(f(Seq()))
class H(set):
    def __hash__(self): return 7
h = H([1]); s = {h}
print(h in s, H() in s, {1} in {frozenset([1])}); s.discard(h); print(s)
class R:
    def __init__(self, a): self.a = a
    def __reduce__(self): return (R, (self.a + 1,))
class R2:
    def __reduce_ex__(self, p): return 'R2'
class R3:
    def __init__(self, x): self.x = x
    def __reduce__(self): return (R3, (1,), {'x': self.x, 'y': [2]}, iter([]), None)
print(copy.copy(R(1)).a, copy.deepcopy(R(1)).a); r = R2(); print(copy.copy(r) is r); r3 = copy.deepcopy(R3([5])); print(r3.x, r3.y)
class KD(dict):
    def __init__(self, d=None):
        self._keys = [] if not d else list(d.keys())
        super().__init__(d or ())
    def __setitem__(self, k, v):
        super().__setitem__(k, v)
        if k not in self._keys: self._keys.append(k)
k = KD({'a': [1]}); k2 = copy.deepcopy(k); print(k2, k2._keys, k2['a'] is k['a'], copy.copy(k), type(k2))
sl = slice([1], [2], [3]); print(copy.deepcopy(sl).start is sl.start, copy.copy(sl) is sl)
class L(list): pass
l = L([1, [2]]); l.x = [3]; l2 = copy.deepcopy(l); print(l2, l2.x, l2.x is l.x, type(l2))
# ExitStack
class M:
    def __init__(self, n, e=None, sup=False): self.n, self.e, self.sup = n, e, sup
    def __enter__(self): print('enter', self.n); return self
    def __exit__(self, *d):
        print('exit', self.n, d[0] and d[0].__name__, repr(d[1]))
        if self.e: raise self.e
        return self.sup
def chain(e):
    out = []
    while e: out.append(repr(e)); e = e.__context__
    return out
try:
    with contextlib.ExitStack() as st:
        st.enter_context(M(1)); st.enter_context(M(2, KeyError('k'))); st.enter_context(M(3, IndexError('i')))
        1 / 0
except Exception as e: print(chain(e))
with contextlib.ExitStack() as st:
    st.enter_context(M(1, sup=True)); st.push(M(2)); st.callback(print, 'cb', end='!\n'); st.push(lambda *d: print('pushed', d[0]))
    raise ValueError('x')
try:
    raise LookupError('outer')
except LookupError:
    try:
        with contextlib.ExitStack() as st:
            st.enter_context(M('a', TypeError('t')))
            raise ValueError('v')
    except Exception as e: print(chain(e))
show(lambda: contextlib.ExitStack().enter_context(5))
class NoExit:
    def __enter__(self): pass
show(lambda: contextlib.ExitStack().enter_context(NoExit()))
st = contextlib.ExitStack(); st.callback(print, 'later'); o = st.pop_all(); st.close(); o.close()
print(issubclass(M, contextlib.AbstractContextManager), isinstance(M(1), contextlib.AbstractContextManager), issubclass(NoExit, contextlib.AbstractContextManager))
class AC(contextlib.AbstractContextManager): pass
show(lambda: AC())
@contextlib.contextmanager
def cm():
    try: yield 5
    finally: print('done')
with cm() as v, contextlib.suppress(ValueError), contextlib.nullcontext(3) as n: print(v, n); raise ValueError
with contextlib.ExitStack() as st:
    files = [st.enter_context(cm()) for _ in range(2)]; print(files)
