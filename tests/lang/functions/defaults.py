# Default arguments are evaluated once, at definition; mutable ones are shared.
def f(a, b=2, *, c=3):
    return a, b, c


print(f(1), f(1, 5), f(1, c=9), f(a=0, b=1, c=2), f(b=7, a=8))


def shared(item, acc=[]):
    acc.append(item)
    return acc


print(shared(1), shared(2), shared(3, []), shared(4))


def show(name):
    print("default evaluated", name)
    return name


def late(a=show("a"), b=show("b"), *, k=show("k")):
    return a + b + k


print(late(), late("x"), late(k="z"))
x = 10


def bound(v=x):
    return v


x = 20
print(bound(), bound.__defaults__, f.__defaults__, f.__kwdefaults__, f.__name__, f.__doc__)


def doc():
    """The docstring."""
    return None


print(doc.__doc__, doc(), doc.__name__)
fs = []
for i in range(3):
    def g(i=i):
        return i
    fs.append(g)
print([g() for g in fs], [g(10) for g in fs])


class C:
    n = 5

    def m(self, v=n):
        return v


print(C().m(), C().m(1), (lambda a, b=3: a + b)(1), (lambda *a, k=1: (a, k))(1, 2))
