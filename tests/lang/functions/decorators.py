# Decorators: plain, with arguments, stacked, classes as decorators, on methods and classes.
def trace(f):
    def wrapper(*args, **kwargs):
        print("enter", f.__name__, args, kwargs)
        result = f(*args, **kwargs)
        print("leave", f.__name__, result)
        return result
    return wrapper


@trace
def add(a, b=1):
    return a + b


print(add(1), add(2, b=3))


def repeat(n):
    print("repeat", n)

    def deco(f):
        print("deco", f.__name__)

        def wrapper(*a):
            return [f(*a) for _ in range(n)]
        return wrapper
    return deco


@repeat(2)
@repeat(3)
def hello(x):
    return x


print(hello("hi"))


class Count:
    def __init__(self, f):
        self.f, self.calls = f, 0

    def __call__(self, *a):
        self.calls += 1
        return self.f(*a)


@Count
def square(x):
    return x * x


print([square(i) for i in range(4)], square.calls)
registry = {}


def register(name):
    def deco(cls):
        registry[name] = cls
        cls.tag = name
        return cls
    return deco


@register("one")
class One:
    pass


@register("two")
class Two(One):
    @trace
    def method(self, x):
        return x + 1

    @staticmethod
    @repeat(2)
    def static(x):
        return -x


print(sorted(registry), One.tag, Two.tag, registry["one"] is One)
t = Two()
Two.__repr__ = lambda self: "<two>"
print(t.method(4), Two.static(3))
decos = [lambda f: lambda: f() + 1, lambda f: lambda: f() * 10]


@decos[0]
@decos[1]
def value():
    return 5


print(value())


@(lambda f: "replaced by " + f.__name__)
def gone():
    pass


print(gone)

