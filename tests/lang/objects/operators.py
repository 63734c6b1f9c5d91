# Operator dispatch: reflected and in-place methods, priority of subclasses, comparison fallbacks, hash and truth rules.
def attempt(f):
    try:
        print("ok", f())
    except Exception as e:
        print(type(e).__name__, e)


class N:
    def __init__(self, v): self.v = v
    def __repr__(self): return f"N({self.v})"
    def __add__(self, o):
        if isinstance(o, N): return N(self.v + o.v)
        if isinstance(o, int): return N(self.v + o)
        return NotImplemented
    def __radd__(self, o): return N(("r", o, self.v))
    def __iadd__(self, o):
        self.v = (self.v, "+=", o)
        return self
    def __eq__(self, o): return self.v == o.v if isinstance(o, N) else NotImplemented
    def __hash__(self): return hash(self.v)
    def __lt__(self, o): return self.v < o.v if isinstance(o, N) else NotImplemented


a, b = N(1), N(2)
print(a + b, a + 5, 5 + a, [] + N(3), "s" + N(4), (1,) + N(5))
attempt(lambda: a + "x")
attempt(lambda: a - 1)
attempt(lambda: 1 - a)
a += 3
print(a)
print(b < N(5), b > N(1), N(3) == N(3), N(3) != N(3), N(3) == 3, N(3) != 3)
attempt(lambda: b < 3)
attempt(lambda: b <= N(3))
attempt(lambda: 3 > b)
print(sorted([N(3), N(1), N(2)]), max(N(1), N(9)), {N(1): 2}[N(1)], N(1) in [N(1)])


class Base:
    def __add__(self, o): return "base add"
    def __radd__(self, o): return "base radd"
    def __lt__(self, o): return "base lt"
    def __gt__(self, o): return "base gt"
class Derived(Base):
    def __radd__(self, o): return "derived radd"
    def __gt__(self, o): return "derived gt"
class Plain(Base): pass


print(Base() + Derived(), Derived() + Base(), Base() + Plain(), Plain() + Base(), Base() < Derived(), Base() > Derived(), Base() < Plain())


class MyInt(int):
    def __radd__(self, o): return "myint radd"
    def __rsub__(self, o): return "myint rsub"
print(1 + MyInt(2), MyInt(2) + 1, 1 - MyInt(1), 1.5 + MyInt(1))


class OnlyR:
    def __rmul__(self, o): return ("rmul", o)
    def __rsub__(self, o): return ("rsub", o)
print(3 * OnlyR(), [1] * OnlyR(), "s" * OnlyR(), 2.5 - OnlyR(), None.__class__.__name__)
attempt(lambda: OnlyR() * 3)
attempt(lambda: OnlyR() * OnlyR())

for f in (lambda: 1 + "a", lambda: "a" + 1, lambda: [1] + (2,), lambda: (1,) + [2], lambda: b"a" + "a", lambda: "a" * "b", lambda: [1] * 1.5,
          lambda: 1.5 * [1], lambda: {} + {}, lambda: {1} + {2}, lambda: None + 1, lambda: 1 - None, lambda: 1 / "a", lambda: 1 // [], lambda: 1 % {},
          lambda: 2 ** "a", lambda: "a" @ "b", lambda: 1 << 1.5, lambda: 1 & 1.5, lambda: 1 | "a", lambda: 1 ^ None, lambda: divmod(1, "a"),
          lambda: -"a", lambda: +[], lambda: ~1.5, lambda: 1 < "a", lambda: [] < (), lambda: {} < {}, lambda: None >= None, lambda: object() < object(),
          lambda: [1] > [None], lambda: (1, "a") < (1, 2), lambda: 5[0], lambda: len(5), lambda: 1 in 5, lambda: iter(5), lambda: {}[[]], lambda: {[]: 1},
          lambda: hash({}), lambda: hash([]), lambda: pow(2, "a"), lambda: pow("a", 2, 3), lambda: print >> 5, lambda: abs("a"), lambda: round("a"), lambda: int(None), lambda: len(print)):
    attempt(f)


def inplace(x, y):
    def run():
        z = x
        z += y
        return z
    return run
attempt(inplace([1], (2, 3)))
attempt(inplace([1], "ab"))
attempt(inplace([1], 5))
attempt(inplace((1,), [2]))
attempt(inplace(1, "a"))
attempt(inplace("a", 1))
attempt(inplace({1}, {2}))


def many():
    x = 5
    try: x -= "a"
    except TypeError as e: print(e)
    try: x *= None
    except TypeError as e: print(e)
    try: x **= "a"
    except TypeError as e: print(e)
    try: x //= []
    except TypeError as e: print(e)
    try: x >>= 1.0
    except TypeError as e: print(e)
    try: x @= 1
    except TypeError as e: print(e)
    try: x |= None
    except TypeError as e: print(e)
    x = {1, 2}
    x |= {3}
    x &= {2, 3}
    x -= {3}
    x ^= {7}
    print(x)
many()


class Truth:
    def __init__(self, r): self.r = r
    def __bool__(self): return self.r
class Len:
    def __init__(self, n): self.n = n
    def __len__(self): return self.n
attempt(lambda: (bool(Truth(True)), bool(Truth(False)), bool(Len(0)), bool(Len(2)), not Len(0)))
attempt(lambda: bool(Truth(1)))
attempt(lambda: bool(Len(-1)))
attempt(lambda: bool(Len("a")))
attempt(lambda: len(Len(2.0)))
attempt(lambda: len(Len(2 ** 70)))
attempt(lambda: len(Len(True)))


class NoHash:
    def __eq__(self, o): return True
class BadHash:
    def __hash__(self): return "a"
class BigHash:
    def __hash__(self): return 2 ** 100
class NegHash:
    def __hash__(self): return -1
attempt(lambda: hash(NoHash()))
attempt(lambda: {NoHash(): 1})
attempt(lambda: hash(BadHash()))
attempt(lambda: hash(BigHash()))
attempt(lambda: hash(NegHash()))
print(NoHash.__hash__, hash(N(5)) == hash(5), hash(True), hash(1.0), hash(2**61 - 1), hash(-1), hash(None) == hash(None))
o = object()
print(o == o, o != o, o == object(), hash(o) == hash(o), o in [o], {o: 1}[o])


class Cmp:
    def __eq__(self, o): return "eq result"
    def __lt__(self, o): return []
    def __contains__(self, x): return x
c = Cmp()
print(c == 1, c != 1, 1 == c, c < 1, 1 > c, 5 in c, 0 in c, not (c < 1))


class Idx:
    def __index__(self): return 2
print([1, 2, 3][Idx()], "abc"[Idx()], range(Idx()), hex(Idx()), 2 ** Idx() if False else bin(Idx()), [0] * Idx(), chr(Idx() if False else 65))
class Seq:
    def __getitem__(self, i):
        if i > 3: raise IndexError
        return i * 10
print(list(Seq()), 20 in Seq(), 25 in Seq(), [x for x in Seq()], max(Seq()), sum(Seq()), dict(enumerate(Seq())), tuple(zip(Seq(), "ab")), *Seq())
attempt(lambda: len(Seq()))
attempt(lambda: reversed(Seq()))
class NoIter:
    __iter__ = None
    def __getitem__(self, i): return i
attempt(lambda: list(NoIter()))
class BadIter:
    def __iter__(self): return 5
attempt(lambda: list(BadIter()))
class NoContains:
    __contains__ = None
    def __iter__(self): return iter([1])
attempt(lambda: 1 in NoContains())
print(1 < 2 < 3, 1 < 3 < 2, 1 == 1.0 == True, "a" < "b" <= "b" != "c", [1, 2] < [1, 3], (1,) < (1, 0), {1} < {1, 2}, {1, 2} >= {1})
