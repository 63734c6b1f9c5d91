def show(f):
    try: print(repr(f()))
    except Exception as e: print(type(e).__name__, e)
class B:
    y = 0
    __slots__ = ('z',)
def d1(): del B().y
def d2(): B().y = 0
def d3(): del B().x
def d4(): B().x = 0
def d5(): del B().z
class A:
    y = 0
def d6(): del A().y
class N:
    class C:
        @property
        def p(self): raise AttributeError('inner')
        q = property()
for f in (d1, d2, d3, d4, d5, d6, lambda: N.C().q, lambda: N.C().p): show(f)
def d7(): (5).real = 3
def d8(): del (5).real
def d9(): "a".upper = 3
def d10(): del "a".upper
def d11(): [].foo = 1
def d12(): del [].append
for f in (d7, d8, d9, d10, d11, d12): show(f)
