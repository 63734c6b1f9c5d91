import collections, collections.abc
from collections import UserDict, UserList, UserString
class L(UserDict):
    def __setitem__(self, k, v): super().__setitem__(k.lower(), v)
    def __missing__(self, k): return 'none'
d = L({'A': 1}, B=2)
d.update({'C': 3}); d |= {'D': 4}; d.setdefault('E', 5)
print(d, d['a'], d['zz'], len(d), 'A' in d, d.get('q'), d.pop('b'), sorted(d.keys()), d == {'a': 1}, isinstance(d, dict), d.copy(), type(d.copy()))
print(isinstance(d, collections.abc.MutableMapping), collections.abc.Sequence.__name__, d | {'X': 1}, {'X': 2} | d, L.fromkeys('Ab', 0), dict(d), {**d}, UserDict(a=1))
u = UserList([3, 1, 2])
u.append(5); u += (1,); print(u, u[1:], type(u[1:]), u + [9], [9] + u, u * 2, sorted(u), u.index(5), u == [3, 1, 2, 5, 1], u[0], len(u), 5 in u, list(reversed(u)))
u.sort(); u.reverse(); del u[0]; u[0:2] = 'ab'; u.extend(UserList([1])); u.insert(0, 'z'); print(u, u.count(1), u.pop(), u.copy(), type(u.copy()), u < ['zz'])
s = UserString('Hello')
print(s, s.upper(), type(s.upper()), s + ' w', 'x' + s, s * 2, s[1], type(s[1:3]), len(s), 'ell' in s, s.split('l'), s.find('l'), s == 'Hello', hash(s) == hash('Hello'), s.replace('l', UserString('L')), repr(s), s.join(['a', 'b']), f"{s}", '%s!' % s, s.center(11, '*'), s.isalpha(), int(UserString('5')), s.encode())
import copy
print(copy.copy(u), copy.deepcopy(d), copy.copy(s), type(copy.copy(d)))
print(UserDict.__module__, UserList, bool(UserList()), bool(UserDict()), UserDict().__class__)
match u:
    case [a, *r]: print(a, r)
match d:
    case {'a': x}: print(x)
for e in (lambda: UserDict()['x'], lambda: UserList()[0], lambda: collections.nothing):
    try: e()
    except Exception as ex: print(type(ex).__name__, ex)
import collections.abc as cabc
print(cabc.Iterable)
