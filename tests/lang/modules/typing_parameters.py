import json, typing
from typing import *
def show(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)
data = [[], {}, [1, [2, {'a': 3, 'b': [None, True]}], 'x'], {'k': {}, 1: 2.5, None: [], True: 'é', 1.5: ()}, 'str', 5, [[[]]], {'a': [1, {'b': []}]}, 1e400]
for d in data:
    for kw in ({}, {'indent': 2}, {'indent': 0}, {'indent': '\t', 'separators': (',', ':')}, {'ensure_ascii': False}):
        print(list(json.JSONEncoder(**kw).iterencode(d)))
        assert ''.join(json.JSONEncoder(**kw).iterencode(d)) == json.dumps(d, **kw)
class E(json.JSONEncoder):
    def default(self, o):
        if isinstance(o, complex): return [o.real, o.imag]
        return super().default(o)
print(list(E().iterencode(2 + 1j)), E().encode({'z': 1j}))
show(lambda: list(E().iterencode(object)))
show(lambda: list(E().iterencode({(1, 2): 3})))
show(lambda: list(E(skipkeys=True).iterencode({(1, 2): 3, 'a': 1})))
l = []; l.append(l)
show(lambda: list(E().iterencode(l)))
T = TypeVar('T'); K = TypeVar('K'); V = TypeVar('V')
class A(Generic[T]): pass
class B(A[T], Generic[K, T]): pass
class C(A[int]): pass
class D(Dict[K, V]): pass
class F(A[V]): pass
print(A.__parameters__, B.__parameters__, C.__parameters__, D.__parameters__, F.__parameters__)
print(A[int], B[int, str], A[T][int], A[A[T]][str], Dict[K, V][int, str], A[List[T]].__parameters__, Dict[K, List[V]].__parameters__)
show(lambda: A[int, str]); show(lambda: B[int]); show(lambda: C[int]); show(lambda: Generic[int]); show(lambda: Generic[T, T])
show(lambda: List[int][str]); show(lambda: Dict[K, V][int])
def bad():
    class X(Generic): pass
show(bad)
print(Callable[[T], V].__parameters__, Optional[T].__parameters__, Union[T, V].__parameters__ , Callable[[T], V][int, str], Optional[T][int])
class P(Protocol[T]):
    def f(self) -> T: ...
print(P.__parameters__, P[int], issubclass(A, Generic), A[int]().__class__)
import sys, time
print(sys.version_info.n_fields, time.gmtime(0).n_fields)
match time.gmtime(0):
    case time.struct_time(y, m, d): print(y, m, d)
