# super().__init__(...) in its many places: first, late, twice, in a branch, in a try, with self escaping, with bases that change.


class Base:
    def __init__(self, a, b):
        self.a = a
        self.b = b

    def sum(self):
        return self.a + self.b


class First(Base):
    def __init__(self, a, b, c):
        super().__init__(a, b)
        self.c = c


class Second(First):
    def __init__(self, a):
        super().__init__(a, a + 1, a + 2)
        self.d = self.a + self.c


class Late(Base):
    def __init__(self, a):
        self.first = a
        super().__init__(a, 2)
        self.c = a


class Twice(Base):
    def __init__(self, a):
        super().__init__(a, 1)
        super().__init__(a, 2)
        self.c = a


class Branch(Base):
    def __init__(self, a):
        if a % 2:
            super().__init__(a, 1)
        else:
            super().__init__(1, a)
        self.c = self.a


class Chosen(Base):
    def __init__(self, a):
        super().__init__(a if a % 3 else -a, a and 7)
        self.c = self.b


class Tried(Base):
    def __init__(self, a):
        try:
            super().__init__(a, 1 // (a % 5))
        except ZeroDivisionError:
            super().__init__(a, 0)
        self.c = a


class Kept(Base):
    all = []

    def __init__(self, a):
        super().__init__(a, 1)
        Kept.all.append(self)
        self.c = a


class Teller(Base):
    def __init__(self, a):
        s = super()
        s.__init__(a, 3)
        self.c = s.sum()


class Empty:
    def __init__(self):
        pass


class Full(Empty):
    def __init__(self, a):
        super().__init__()
        self.a = a
        self.b = 1
        self.c = 2

    def sum(self):
        return self.a + self.b


class Middle(Base):
    pass


class Skips(Middle):
    def __init__(self, a):
        super().__init__(a, 9)
        self.c = 1


class Calls(Base):
    def __init__(self, a):
        super().__init__(twice(a), twice(1))
        self.c = twice(self.a)


class Wrong(Base):
    def __init__(self, a):
        super().__init__(a, "x" + a)
        self.c = a


def twice(x):
    return 2 * x


def make(i):
    return [First(i, 1, 2), Second(i), Late(i), Twice(i), Branch(i), Chosen(i), Tried(i), Kept(i), Teller(i), Full(i), Skips(i), Calls(i)]


def work(n):
    total = 0
    for i in range(n):
        for o in make(i):
            total += o.sum() + o.c
    return total


def direct(n):
    total = 0
    for i in range(n):
        total += Second(i).d + First(i, 2, 3).c + Calls(i).c + Skips(i).b + Full(i).a
    return total


def wrong(a):
    try:
        return Wrong(a).c
    except TypeError as e:
        return str(e)


print(work(200), direct(300))
for o in make(4):
    print(type(o).__name__, sorted(o.__dict__.items()), list(o.__dict__))
print(wrong("y"), wrong(1), len(Kept.all))
