# property with getter, setter, deleter; class and static methods; computed attributes.
class Temp:
    def __init__(self, c):
        self._c = c

    @property
    def c(self):
        """Celsius."""
        return self._c

    @c.setter
    def c(self, v):
        if v < -273.15:
            raise ValueError("too cold")
        self._c = v

    @c.deleter
    def c(self):
        print("deleting")
        self._c = 0

    @property
    def f(self):
        return self._c * 9 / 5 + 32

    @staticmethod
    def from_f(f):
        return Temp((f - 32) * 5 / 9)

    @classmethod
    def zero(cls):
        return cls(0)

    def _get_k(self):
        return self._c + 273.15

    def _set_k(self, k):
        self._c = k - 273.15

    k = property(_get_k, _set_k, doc="Kelvin.")


t = Temp(100)
print(t.c, t.f, t.k, Temp.c.__doc__, Temp.k.__doc__)
t.c = 20
print(t.c, t.f)
t.k = 300.15
print(t.c)
del t.c
print(t.c, Temp.from_f(212).c, Temp.zero().c, t.zero().c, t.from_f(32).c)
for bad in (lambda: setattr(t, "c", -300), lambda: setattr(t, "f", 5), lambda: delattr(t, "f"), lambda: delattr(t, "k"), lambda: t.nope):
    try:
        bad()
    except (ValueError, AttributeError) as e:
        print(type(e).__name__, e)
t.c += 5
print(t.c, isinstance(Temp.__dict__["c"], property), type(Temp.c).__name__)


class Sub(Temp):
    @property
    def c(self):
        return -1

    @Temp.f.getter
    def f(self):
        return "sub f"


s = Sub(5)
print(s.c, s.f, s.k)


class Lazy:
    @property
    def value(self):
        if not hasattr(self, "_v"):
            print("computing")
            self._v = 42
        return self._v


z = Lazy()
print(z.value, z.value)


class Err:
    @property
    def broken(self):
        return self.not_there

    @property
    def raises(self):
        raise KeyError("inside")


try:
    Err().broken
except AttributeError as e:
    print(e)
try:
    Err().raises
except KeyError as e:
    print(e)
print(hasattr(Err(), "broken"), getattr(Err(), "broken", "default"))


class Static:
    n = 0

    @staticmethod
    def add(a, b=1):
        return a + b

    @classmethod
    def bump(cls, by=1):
        cls.n += by
        return cls.n


class Static2(Static):
    pass


print(Static.add(1), Static().add(1, 2), Static.bump(), Static2.bump(5), Static.n, Static2.n, Static.bump())
