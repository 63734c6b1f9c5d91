# Class bodies, private names, super, class scope and comprehensions in it, annotations.
import a.b.c
import a.b as ab
from .m import x as y, z


class A(Base, metaclass=ABCMeta, k=1):
    """doc"""
    n: int = 1
    __p = n + y
    t = [n for _ in range(n)]

    def __init__(self, __q):
        super().__init__()
        self.__p = __q

    @property
    def p(self):
        return self.__p, __class__


del z
