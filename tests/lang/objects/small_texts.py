def show(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)
d = {i: i for i in range(10)}
def m3(d):
    for k in d:
        d[k + 1] = 0
show(lambda: m3({1:1,2:2,3:3}))
show(lambda: m3({i:1 for i in range(0,100,2)}))
show(lambda: enumerate())
show(lambda: enumerate(1, 2, 3))
show(lambda: enumerate(1))
show(lambda: enumerate([], 'a'))
show(lambda: list(enumerate(iterable=[1], start=5)))
show(lambda: enumerate(start=5))
class I:
    def __init__(self, n): self.n = n
    def __index__(self): return self.n
show(lambda: bytes(I(2)))
show(lambda: bytes(I(2**100)))
show(lambda: bytes(2**100))
show(lambda: bytes(-1))
show(lambda: bytes(I(-1)))
show(lambda: bytearray(I(2**100)))
show(lambda: bytes([I(2)]))
show(lambda: bytes([256]))
show(lambda: bytes([2**100]))
import typing, time
T = typing.TypeVar('T')
class G(typing.Generic[T]): pass
print(G.__parameters__, typing.Generic.__dict__.get('__parameters__', 'none'), G[int], G.__orig_bases__)
show(lambda: typing.Generic.__parameters__)
from json.decoder import scanstring
show(lambda: scanstring('"abc\\n" x', 1))
show(lambda: scanstring('"abc', 1))
show(lambda: scanstring('a\n"', 0, False))
show(lambda: scanstring('a\n"', 0, True))
t = time.gmtime(0)
print(t, t[0], t.tm_zone, len(t), tuple(t))
show(lambda: time.struct_time((1,2,3)))
show(lambda: time.struct_time(range(9)))
show(lambda: time.struct_time(range(11)))
show(lambda: time.struct_time(range(12)))
show(lambda: t.tm_foo)
show(lambda: t.__dict__)
print(t.n_fields, t.n_sequence_fields, t.n_unnamed_fields, t == tuple(t), t.__match_args__)
z = time.struct_time(range(9), {'tm_zone': 'UTC', 'tm_gmtoff': 5})
print(z, z.tm_zone, z.tm_gmtoff, time.struct_time(range(10)).tm_zone)
show(lambda: time.struct_time(range(9), 5))
