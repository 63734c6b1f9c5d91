from collections import ChainMap, OrderedDict, defaultdict, Counter
import collections.abc
def show(f):
    try: print(repr(f()))
    except Exception as e: print(type(e).__name__, e)
c = ChainMap({'a': 1}, {'a': 2, 'b': 3})
print(c, c['a'], c['b'], len(c), list(c), dict(c), list(c.items()), list(c.keys()), list(c.values()), 'b' in c, c.get('z', 9), c == {'a': 1, 'b': 3}, c != {}, bool(ChainMap()))
c['b'] = 5; del c['b']; print(c.maps, c.parents, c.new_child({'q': 1}), c.new_child(x=2), c | {'c': 1}, {'c': 1, 'a': 7} | c, ChainMap(c) | ChainMap({'k': 1}))
show(lambda: c.pop('b')); show(lambda: c.__delitem__('zz')); show(lambda: ChainMap().popitem()); print(c.popitem(), c.setdefault('n', 4), c.copy(), c.fromkeys('ab', 1))
c |= {'m': 1}; c.update(z=3); print(c, isinstance(c, collections.abc.MutableMapping), sorted(c, reverse=True))
class D(ChainMap):
    def __missing__(self, k): return 999
d = D({'a': 1}); print(d['x'], d.get('x', 77), d.pop('x', 1001), 'x' in d)
dd = ChainMap(defaultdict(int)); print(dd['new'], dd.maps)
show(lambda: ChainMap({1: 2})[3]); show(lambda: hash(c)); show(lambda: c | 5)
class Seek(ChainMap):
    def __setitem__(self, key, value):
        for m in self.maps:
            if key in m: m[key] = value; return
        self.maps[0][key] = value
s = Seek({'a': 1}, {'b': 2}); s['b'] = 9; s['n'] = 1; print(s, ChainMap.__module__, ChainMap)
match s:
    case {'b': v}: print(v)
print("{a} {b}".format_map(s), "%(a)s" % s, {**s})
