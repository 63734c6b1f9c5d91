# Stars in class headers.
class A: pass
class B: pass
bases = (A, B)
class C(*bases): pass
print(C.__mro__ == (C, A, B, object), [c.__name__ for c in C.__bases__])
class D(*[], **{}): pass
print(D.__bases__)
class Base:
    def __init_subclass__(cls, **options):
        cls.options = options
options = {"x": 1}
class E(Base, **options): pass
class F(*(Base,), y=2, **options, z=3): pass
print(E.options, F.options, options)
class G(A, *(b for b in (B,))): pass
print([c.__name__ for c in G.__bases__])
try:
    class H(*3): pass
except TypeError as error:
    print(type(error).__name__)
from abc import ABC, ABCMeta, abstractmethod
class I(**{"metaclass": ABCMeta}):
    @abstractmethod
    def f(self): pass
try:
    I()
except TypeError as error:
    print(error)
