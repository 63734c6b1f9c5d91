# What super().__init__ reaches changes while the program runs: on the class, on its base, in the middle of an __init__.
class Base:
    def __init__(self, a):
        self.a = act(a)
        self.b = 2


class Derived(Base):
    def __init__(self, a):
        super().__init__(act(a))
        self.c = act(a) + 1
        self.d = self.b


class Own:
    def __init__(self, a):
        self.x = a
        self.y = act(a)
        self.z = 3


when = {}


def act(a):
    todo = when.pop(a, None)
    if todo:
        todo()
    return a


def run(n):
    total = 0
    for i in range(n):
        o = Derived(i)
        p = Own(i)
        total += o.a + o.b + o.c + o.d + p.x + p.y + p.z
    return total


def new_init(self, a):
    self.b = 5
    self.a = a
    self.extra = 1


def change_init():
    Base.__init__ = new_init


def add_property():
    Derived.c = property(lambda self: 100, lambda self, v: None)


def own_property():
    Own.z = property(lambda self: 50, lambda self, v: None)


print(run(300))
when[250] = own_property
print(run(300))
print(sorted(Own(1).__dict__))
when[120] = change_init
print(run(300))
print(list(Derived(1).__dict__))
when[77] = add_property
print(run(300))
print(list(Derived(1).__dict__))
