class A:
    __slots__=('a','b')
a=A()
try: a.a
except AttributeError as e: print(e)
try: del a.a
except AttributeError as e: print(e)
try: a.c
except AttributeError as e: print(e)
try: a.c=1
except AttributeError as e: print(e)
try: A.zz
except AttributeError as e: print(e)
try: getattr(a,'a')
except AttributeError as e: print(e)
class B(A):
    def __getattr__(self,n): raise AttributeError('no '+n)
try: B().a
except AttributeError as e: print(e)
class C(A): pass
try: C().a
except AttributeError as e: print(e)
try: del C().a
except AttributeError as e: print(e)
d={}
import collections
o=collections.OrderedDict()
try: (1).to_bytes(0,'big')
except OverflowError as e: print(e)
print((0).to_bytes(0,'big'))
for f in (lambda:collections.OrderedDict().popitem(), lambda: collections.OrderedDict().pop('x'), lambda: collections.OrderedDict().move_to_end('q'),lambda: collections.defaultdict()['q'],lambda: collections.Counter().popitem()):
    try: f()
    except KeyError as e: print(repr(e))
