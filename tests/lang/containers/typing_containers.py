from typing import *
import typing
print(isinstance([], Iterable), isinstance({}, Mapping), issubclass(list, Sequence), isinstance(print, Callable))
class A(Mapping[str, int]):
    def __getitem__(self, k): return 1
    def __iter__(self): return iter('a')
    def __len__(self): return 1
print(list(A().items()), A.__mro__[1:3], A().get('q'))
print(Iterable[int], Mapping[str, int], Callable[[int], str], Callable[..., int], Deque[int], get_origin(List[int]), get_origin(Iterable[int]), get_args(Dict[str, int]))
print(DefaultDict(int)['a'])
