# The descriptor protocol: data and non-data descriptors, __set_name__, __get__ on classes.
class Typed:
    def __init__(self, kind):
        self.kind = kind

    def __set_name__(self, owner, name):
        print("set_name", owner.__name__, name)
        self.name = "_" + name

    def __get__(self, obj, owner=None):
        if obj is None:
            return self
        return getattr(obj, self.name, None)

    def __set__(self, obj, value):
        if not isinstance(value, self.kind):
            raise TypeError(f"{self.name[1:]} must be {self.kind.__name__}")
        setattr(obj, self.name, value)


class Person:
    name = Typed(str)
    age = Typed(int)

    def __init__(self, name, age):
        self.name, self.age = name, age


p = Person("Ann", 30)
print(p.name, p.age, sorted(p.__dict__), type(Person.name).__name__)
try:
    p.age = "old"
except TypeError as e:
    print(e)
p.age = 31
print(p.age)


class Cached:
    def __init__(self, f):
        self.f = f

    def __get__(self, obj, owner):
        if obj is None:
            return self
        value = self.f(obj)
        obj.__dict__[self.f.__name__] = value
        return value


class Data:
    @Cached
    def total(self):
        print("computing")
        return 42


d = Data()
print(d.total, d.total, d.__dict__)


class NonData:
    def __get__(self, obj, owner):
        return "from descriptor"


class Holder:
    x = NonData()


h = Holder()
print(h.x, Holder.x)
h.x = "own"
print(h.x, Holder().x)


class ReadOnly:
    def __get__(self, obj, owner):
        return 7

    def __set__(self, obj, value):
        raise AttributeError("read only")


class R:
    x = ReadOnly()


r = R()
try:
    r.x = 1
except AttributeError as e:
    print(e)
r.__dict__["x"] = 100
print(r.x)
