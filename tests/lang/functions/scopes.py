# global, nonlocal, shadowing, builtins, del, class scope, exception names.
x = "global"


def read():
    return x


def write():
    global x
    x = "changed"


def shadow():
    x = "local"
    return x


print(read(), shadow(), read())
write()
print(x)


def create():
    global created, other
    created = 1
    other = created + 1


create()
print(created, other)


def nested():
    x = "enclosing"

    def use_global():
        global x
        return x

    def use_enclosing():
        return x
    return use_global(), use_enclosing()


print(nested())


class C:
    x = "class"
    y = x + "!"

    def method(self):
        return x

    def attr(self):
        return self.x


print(C().method(), C().attr(), C.y)
len_ = len


def len(v):
    return "mine"


print(len([1, 2]))
del len
print(len([1, 2]))
try:
    print(nowhere)
except NameError as e:
    print(e)
del x
try:
    read()
except NameError as e:
    print(e)
try:
    raise ValueError("v")
except ValueError as err:
    pass
try:
    print(err)
except NameError as e:
    print(e)


def f(n):
    if n:
        y = 1
    return y


print(f(1))
try:
    f(0)
except UnboundLocalError as e:
    print(e)
for loop in range(3):
    pass
print(loop)


def gl():
    global counter
    for counter in range(4):
        pass


gl()
print(counter)
if False:
    never = 1
try:
    never
except NameError as e:
    print(e)


def deep():
    def a():
        def b():
            def c():
                return v
            return c()
        return b()
    v = "deep"
    return a()


print(deep(), "x" in globals() if False else "x gone")
list = [1, 2]
print(list)
del list
print(list("ab"))


def rebind():
    print = str
    return print(5)


print(rebind())
try:
    del undefined_thing
except NameError as e:
    print(e)
