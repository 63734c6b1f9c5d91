# Comparison dunders, reflection, hash, eq without hash, total order by hand.
class Num:
    def __init__(self, n): self.n = n
    def __repr__(self): return f"N{self.n}"
    def __eq__(self, o):
        if not isinstance(o, Num): return NotImplemented
        return self.n == o.n
    def __lt__(self, o):
        if not isinstance(o, Num): return NotImplemented
        return self.n < o.n
    def __le__(self, o): return self < o or self == o
    def __hash__(self): return hash(self.n)


a, b, c = Num(1), Num(2), Num(1)
print(a == c, a != c, a == b, a != b, a < b, a > b, a <= c, a >= c, a == 1, a != 1, 1 == a, a in [c], [a] == [c], (a, b) < (c, Num(3)), {a: "x"}[c], len({a, b, c}), sorted([b, a]), max([a, b]), min(a, b), [b, a, c].index(a), [a, c, b].count(c))
for bad in (lambda: a < 1, lambda: 1 < a, lambda: a >= "x", lambda: sorted([a, 1])):
    try:
        print(bad())
    except TypeError as e:
        print(e)


class NoHash:
    def __eq__(self, o): return True


print(NoHash() == 5, 5 == NoHash(), NoHash() != 5, NoHash.__hash__)
try:
    hash(NoHash())
except TypeError as e:
    print(e)
try:
    {NoHash(): 1}
except TypeError as e:
    print(e)


class Inherit(Num):
    pass


print(Inherit(1) == Num(1), hash(Inherit(1)) == hash(1), Inherit(1) < Num(2))


class Log:
    def __init__(self, name): self.name = name
    def __eq__(self, o): print("eq", self.name); return NotImplemented
    def __ne__(self, o): print("ne", self.name); return NotImplemented
    def __lt__(self, o): print("lt", self.name); return NotImplemented
    def __gt__(self, o): print("gt", self.name); return NotImplemented
    def __le__(self, o): print("le", self.name); return NotImplemented
    def __ge__(self, o): print("ge", self.name); return NotImplemented
    __hash__ = None


x, y = Log("x"), Log("y")
print(x == y, x != y, x == x)
for op in (lambda: x < y, lambda: x > y, lambda: x <= y, lambda: x >= y):
    try:
        op()
    except TypeError as e:
        print(e)


class Sub(Log):
    def __gt__(self, o): return "sub gt first"
    def __eq__(self, o): return "sub eq first"


print(x < Sub("s"), x == Sub("s"), Sub("s") == x, x != Sub("s") if False else "-")


class Weird:
    def __eq__(self, o): return [1]
    def __lt__(self, o): return ""
    def __bool__(self): return False
    def __hash__(self): return 7


print(Weird() == 1, Weird() != 1, Weird() < 1, bool(Weird() == 1), not Weird(), Weird() in [0], hash(Weird()), 3 in [Weird()])


class Big:
    def __hash__(self): return 2 ** 70


print(hash(Big()) == hash(2 ** 70), object() == object(), object() != object(), (lambda o: o == o)(object()), None == None, None == 0, ... == ..., int == int, int != str)
class H:
    def __hash__(self): return "x"
try:
    hash(H())
except TypeError as e:
    print(e)
class Ident:
    def __eq__(self, o): raise RuntimeError("eq called")
    def __hash__(self): return 1
i = Ident()
print(i in [i], [i].index(i), {i: 5}[i], [i] == [i], (i,) == (i,))
