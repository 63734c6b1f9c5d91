# defaultdict as a dict: subclasses, merging, copies, refusals.
from collections import defaultdict
def a(f):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
class DD(defaultdict):
    x=5
    def __missing__(self,k): return k
d=defaultdict(list)
d['a'].append(1); d['a'].append(2); d['b']
for f in [lambda:d,lambda:defaultdict(int,{1:2},z=3),lambda:DD(int)[4],lambda:DD(int,a=1),lambda:d|{'q':1},lambda:{'q':1}|d,lambda:type(d|{}),lambda:type({}|d),lambda:d.copy(),lambda:defaultdict(5),lambda:defaultdict(int,5),lambda:defaultdict(int,{},{}),lambda:defaultdict(None)['x'],lambda:d==dict(d),lambda:d.default_factory,lambda:setattr(d,'default_factory',int) or d['z'],lambda:isinstance(d,dict),lambda:defaultdict(lambda:1/0)['q'],lambda:defaultdict.fromkeys('ab'),lambda:type(DD(int).copy()),lambda:defaultdict.__mro__,lambda:list(d.items()),lambda:d.pop('a'),lambda:{**d},lambda: dict(d), lambda: defaultdict(list, d), lambda: d.setdefault('n',4), lambda: d.get('nope'), lambda: 'nope' in d, lambda:DD(int).x]:
    a(f)
r=defaultdict(list); r[1]=r; print(r)
def dd(): return defaultdict(dd)
t=dd(); t[1][2][3]=4; print(t[1][2])  if 0 else print(len(t))
