from collections.abc import *
import collections.abc as c
print(isinstance([], Iterable), isinstance(3, Hashable), isinstance([], Hashable), isinstance(iter([]), Iterator), isinstance((i for i in ()), Generator))
print(isinstance({}, Mapping), isinstance({}, MutableMapping), isinstance((), Sequence), isinstance((), MutableSequence), isinstance('', Sequence), isinstance(len, Callable))
class M(Mapping):
    def __init__(self, **k): self.d = k
    def __getitem__(self, k): return self.d[k]
    def __iter__(self): return iter(self.d)
    def __len__(self): return len(self.d)
m = M(a=1, b=2)
print(list(m.items()), m.get('z', 5), 'a' in m, m == {'a': 1, 'b': 2}, dict(m), {**m})
try:
    class N(Mapping): pass
    N()
except TypeError as e: print(e)
class S(MutableSequence):
    def __init__(self, *a): self.l = list(a)
    def __getitem__(self, i): return self.l[i]
    def __setitem__(self, i, v): self.l[i] = v
    def __delitem__(self, i): del self.l[i]
    def __len__(self): return len(self.l)
    def insert(self, i, v): self.l.insert(i, v)
s = S(1, 2, 3)
s.append(4); s += [5]; s.reverse(); print(s.l, s.pop(), s.index(4), s.count(2), list(reversed(s)), 3 in s); s.remove(3); print(s.l)
class T(Set):
    def __init__(self, a): self.l = list(dict.fromkeys(a))
    def __contains__(self, x): return x in self.l
    def __iter__(self): return iter(self.l)
    def __len__(self): return len(self.l)
t = T([1, 2, 3]) & T([2, 3, 4]); print(t.l, T([1]) | T([2]) == T([1, 2]), T([1]) < T([1, 2]), (T([1,2])-[1]).l, (T([1,2]) ^ T([2,5])).l)
print(Iterable[int], Callable[[int, str], bool], Callable[..., int], Mapping[str, int])
def f(x: Callable[[int], str]) -> Iterator[int]: ...
class R:
    def __len__(self): return 1
print(isinstance(R(), Sized), issubclass(R, Sized), issubclass(R, Container), Sized, c.Iterable.__module__)
@Sequence.register
class Q:
    def __len__(self): return 2
    def __getitem__(self, i): return [1, 2][i]
print(isinstance(Q(), Sequence), issubclass(Q, Reversible), issubclass(list, Collection), issubclass(dict, Reversible), issubclass(int, Reversible))
match Q():
    case [*a]: print('seq')
    case _: print('no')
class H:
    __hash__ = None
print(issubclass(H, Hashable))
