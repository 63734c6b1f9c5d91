import sys, types
def show(f):
    try: print(repr(f()))
    except Exception as e: print(type(e).__name__, e)
def f2():
    (no_such_global): int
    print(no_such_global)
show(f2)
def f3():
    y: int
    print(y)
show(f3)
class M(types.ModuleType): pass
m = M('m'); m.b = 2; m.a = 1
print([x for x in dir(m) if not x.startswith('__')], m.__dict__['a'])
class I:
    def booh(self): raise AttributeError('booh')
    __len__ = property(booh)
show(lambda: len(I()))
class C:
    x: int
print(C.__annotations__)
del C.__annotations__
show(lambda: C.__annotations__)
C.__annotations__ = {'a': 1}; print(C.__annotations__)
def fn(): pass
fn.known = 1
print('known' in dir(fn))
show(lambda: fn.__setattr__('__dict__', 5))
class D:
    def m(self): pass
D.m.attr = 5
print(D().m.attr)
import typing
show(lambda: isinstance([], typing.List)); show(lambda: isinstance({}, typing.Mapping)); show(lambda: issubclass(list, typing.Sequence)); show(lambda: isinstance(3, typing.SupportsInt)); show(lambda: isinstance('a', typing.SupportsInt)); show(lambda: isinstance(3.5, typing.SupportsFloat)); show(lambda: isinstance(1, typing.Hashable)); show(lambda: isinstance([], typing.List[int])); show(lambda: isinstance(1, typing.Union[int, str])); show(lambda: isinstance(1, typing.Optional[int])); show(lambda: isinstance(1, int | None)); show(lambda: isinstance(print, typing.Callable)); show(lambda: isinstance([], typing.List | typing.Tuple))
show(lambda: sys.gettrace())
class S(set): pass
show(lambda: S(sequence=()))
show(lambda: set(iterable=[]))
show(lambda: list(sequence=[])); show(lambda: tuple(sequence=())); show(lambda: dict(a=1)); show(lambda: str(object=5)); show(lambda: int(x=5)); show(lambda: float(x=1)); show(lambda: bool(x=1)); show(lambda: frozenset(iterable=()))
class A:
    @classmethod
    @property
    def p(cls): return cls.__name__
    @classmethod
    @classmethod
    def q(cls): return cls
show(lambda: A.p); show(lambda: A.q())
a = [1, 2, 3]
import operator
it = iter(a); next(it); print(operator.length_hint(it))
import struct
show(lambda: struct.pack('1000p', b'x' * 999)[:3])
show(lambda: "abc".encode(None)); show(lambda: "abc".encode('latin-1', None))
class W:
    __slots__ = ['__weakref__']
show(lambda: W().__weakref__); show(lambda: hasattr(W(), '__dict__')); show(lambda: setattr(W(), 'a', 1))
class V: __slots__ = ['__dict__']
v = V(); v.a = 1; print(v.__dict__, hasattr(v, '__weakref__'))
show(lambda: type('X', (), {'__slots__': [chr(128)]}))
print("%s" % 'x', '%c' % 'é', '%-5d|' % 3, '%+.3e' % 12345.678, '%#x %#o' % (255, 8), '%05.1f' % 3.14159, '%(a)s %(b)r' % {'a': 1, 'b': 'x'}, '%%', '%5s|%-5s|' % ('a', 'b'))
