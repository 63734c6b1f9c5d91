# Single inheritance: override, super, isinstance, attribute lookup, init chains.
class Animal:
    sound = "..."
    kinds = []

    def __init__(self, name):
        self.name = name
        self.log = ["Animal"]

    def speak(self):
        return f"{self.name} says {self.sound}"

    def describe(self):
        return f"{type(self).__name__}: {self.speak()}"

    def __init_subclass__(cls, **kw):
        super().__init_subclass__(**kw)
        Animal.kinds.append(cls.__name__)


class Dog(Animal):
    sound = "woof"

    def __init__(self, name, age):
        super().__init__(name)
        self.age = age
        self.log.append("Dog")

    def speak(self):
        return super().speak().upper() + "!"


class Puppy(Dog):
    def __init__(self, name):
        super().__init__(name, 0)
        self.log.append("Puppy")

    def speak(self):
        return "tiny " + super().speak()


class Fish(Animal):
    pass


p = Puppy("Rex")
print(p.describe(), p.log, p.age, p.sound, Fish("Nemo").describe(), Animal.kinds)
print(isinstance(p, Dog), isinstance(p, Animal), isinstance(p, object), isinstance(p, Fish), issubclass(Puppy, Animal), issubclass(Animal, Puppy), issubclass(Dog, (Fish, Animal)), Dog.__bases__, [c.__name__ for c in Puppy.__mro__], Puppy.__base__.__name__)
print(Animal.speak(p), Dog.speak(p), super(Dog, p).speak(), super(Puppy, p).describe())
Animal.sound = "changed"
print(Fish("x").speak(), Dog("d", 1).speak())
Dog.extra = lambda self: self.age + 1
print(p.extra(), hasattr(Fish, "extra"))


class A:
    def f(self): return "A.f", self.g()
    def g(self): return "A.g"
    @classmethod
    def make(cls, *a): return cls(*a)
    @classmethod
    def who(cls): return cls.__name__
    @property
    def prop(self): return "A.prop"


class B(A):
    def g(self): return "B.g", super().g()
    @classmethod
    def who(cls): return "B:" + super().who()
    @property
    def prop(self): return "B+" + super().prop


print(B().f(), type(B.make()).__name__, B.who(), A.who(), B().prop, B().who())


class Stack(list):
    def push(self, x):
        self.append(x)

    def peek(self):
        return self[-1]


s = Stack([1])
s.push(2)
print(s, len(s), s.peek(), isinstance(s, list), s + [3], type(s + [3]).__name__, s == [1, 2], sorted(Stack([3, 1])))


class Upper(str):
    def __new__(cls, v):
        return super().__new__(cls, v.upper())

    def shout(self):
        return self + "!"


u = Upper("abc")
print(u, u.shout(), len(u), u == "ABC", isinstance(u, str), type(u).__name__, {u: 1}["ABC"], type(u.lower()).__name__)


class Meters(int):
    def __repr__(self):
        return f"{int(self)}m"
    def __add__(self, o):
        return Meters(int(self) + int(o))


print(Meters(5) + 3, [Meters(2)], Meters(4) * 2, sum([Meters(1), Meters(2)], Meters(0)), int(Meters(7)), Meters(3) < 4)


class D(dict):
    def __missing__(self, k):
        self[k] = k * 2
        return self[k]


d = D(a=1)
print(d["a"], d["bb"], d, d.get("zz"), "zz" in d, len(d))
try:
    class Bad(5): pass
except TypeError as e:
    print("bad base")
