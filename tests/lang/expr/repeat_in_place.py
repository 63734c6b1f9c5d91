import collections
for d in (collections.OrderedDict(), {}, collections.OrderedDict(a=1), collections.Counter('a'), collections.defaultdict(int)):
    for f in (lambda: d.pop(None), lambda: d.pop(0), lambda:d.pop('')):
        try: f()
        except KeyError as e: print(type(d).__name__, str(e), e.args)
for n in (-1,0,1,255,128,-128,-129,256,2**64):
    for ln in range(3):
        for sg in (True,False):
            try: print(n.to_bytes(ln,'big',signed=sg))
            except OverflowError as e: print(n,ln,sg,e)
class X:
    def __index__(self): return 3
for a in ({},set(),range(2),None,1.5,X(),object(),frozenset(),{}.keys(),print):
  for b in ('ab',[1],(1,),b'x',bytearray(b'')):
    try:
        c=a; c*=b; print(c)
    except TypeError as e: print(e)
    try:
        c=b; c*=a; print(c)
    except TypeError as e: print(e)
    try: print(a*b)
    except TypeError as e: print(e)
