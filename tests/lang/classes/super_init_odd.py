# Classes whose super() is not what it seems: bound again, given another __init__, made in a function.
class A:
    def __init__(self, n):
        self.n = n


class B(A):
    def __init__(self, n):
        super().__init__(n + 1)
        self.m = n


class C(A):
    __init__ = B.__init__


class Registry:
    def __init__(self):
        self.seen = []


registry = Registry()


class Listed(A):
    def __init__(self, n):
        registry.seen.append(self)
        super().__init__(n)
        self.late = len(registry.seen)


class Helped(A):
    def __init__(self, n):
        super().__init__(self.help(n))
        self.k = n

    def help(self, n):
        self.helped = n
        return n


class Returns(A):
    def __init__(self, n):
        self.got = super().__init__(n)


class Loop(A):
    def __init__(self, n):
        for i in range(n):
            super().__init__(i)
            self.i = i


class Raises(A):
    def __init__(self, n):
        super().__init__(n)
        if n == 150:
            raise ValueError(n)
        self.rest = n


class Key(A):
    def __init__(self, n):
        super().__init__(n=n)
        self.k = n


def local(n):
    class Inner(A):
        def __init__(self, n):
            super().__init__(n)
            self.inner = n
    return Inner(n)


def tell(make):
    try:
        return make()
    except TypeError as e:
        return str(e)
    except ValueError as e:
        return "value " + str(e)


total = 0
for i in range(200):
    b = B(i)
    total += b.n + b.m + Helped(i).helped + Helped(i).n + Listed(i).late + Key(i).k + local(i).inner + Loop(3).i
    total += Returns(i).got is None
    r = tell(lambda: Raises(i))
    total += r.rest if isinstance(r, Raises) else len(r)
print(total)
print(tell(lambda: C(1)))
print(list(Helped(1).__dict__), list(Listed(2).__dict__), list(Loop(2).__dict__), list(Returns(3).__dict__))
