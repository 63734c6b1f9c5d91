# Calls: every kind of callee and every binding error.
def attempt(f):
    try:
        print("ok", f())
    except Exception as e:
        print(type(e).__name__, e)


def f0(): return "f0"
def f1(a): return a
def f2(a, b): return a, b
def d(a, b=2, c=3): return a, b, c
def k(a, *, b, c=3): return a, b, c
def k2(*, x, y): return x, y
def k3(*, x, y, z): return x, y, z
def po(a, b, /, c): return a, b, c
def pod(a, b=5, /): return a, b
def va(*args): return args
def vk(**kw): return kw
def both(a, *args, b=1, **kw): return a, args, b, kw
def pk(a, /, **kw): return a, kw
class K:
    def m(self, a): return a
    def nm(): return 1
    def __call__(self, x, *, y=2): return x, y
    @classmethod
    def c(cls, a): return a
    @staticmethod
    def s(a): return a
o = K()
tests = [
    lambda: f0(), lambda: f0(1), lambda: f0(1, 2), lambda: f0(a=1), lambda: f0(1, a=1), lambda: f1(), lambda: f1(1), lambda: f1(1, 2), lambda: f1(a=1), lambda: f1(b=1), lambda: f1(1, a=1), lambda: f1(1, b=1),
    lambda: f2(), lambda: f2(1), lambda: f2(b=1), lambda: f2(1, 2, 3), lambda: f2(1, 2, 3, 4), lambda: f2(b=1, a=2), lambda: f2(1, 2, c=3),
    lambda: d(), lambda: d(1), lambda: d(1, c=9), lambda: d(1, 2, 3, 4), lambda: d(b=1), lambda: d(1, 2, b=3), lambda: d(*[1, 2], **{"c": 5}),
    lambda: k(), lambda: k(1), lambda: k(1, b=2), lambda: k(1, 2), lambda: k(1, 2, b=3), lambda: k(1, 2, 3, b=3, c=4), lambda: k(b=1), lambda: k(1, b=1, z=2), lambda: k2(), lambda: k2(x=1), lambda: k2(1), lambda: k3(), lambda: k3(y=1),
    lambda: po(1, 2, 3), lambda: po(1, 2, c=3), lambda: po(1, b=2, c=3), lambda: po(a=1, b=2, c=3), lambda: po(1, 2), lambda: pod(), lambda: pod(1), lambda: pod(1, b=2), lambda: pod(1, 2, 3),
    lambda: va(), lambda: va(1, 2), lambda: va(a=1), lambda: vk(), lambda: vk(a=1, b=2), lambda: vk(1), lambda: vk(1, 2, a=1), lambda: both(1, 2, 3, b=4, c=5), lambda: both(), lambda: both(b=2), lambda: both(1, a=2), lambda: pk(1, a=2), lambda: pk(),
    lambda: o.m(1), lambda: o.m(), lambda: o.m(1, 2), lambda: K.m(1), lambda: K.m(o, 1), lambda: K.m(), lambda: o.nm(), lambda: K.nm(), lambda: o.m(b=1), lambda: o(1), lambda: o(1, 2), lambda: o(1, y=3), lambda: o(), lambda: K.c(1), lambda: K.c(), lambda: o.c(1, 2), lambda: K.s(), lambda: o.s(1),
    lambda: (lambda x: x)(), lambda: (lambda x, y=1: x)(1, 2, 3), lambda: (lambda: 0)(1),
    lambda: va(*range(40)), lambda: vk(**{f"k{i}": i for i in range(12)}), lambda: va(*"ab", *[1], 2, *()), lambda: vk(**{"a": 1}, **{"b": 2}), lambda: f1(*[]), lambda: f2(*(1,), **{"b": 3}),
    lambda: vk(**{"a": 1}, **{"a": 2}), lambda: vk(a=1, **{"a": 2}), lambda: f1(*5), lambda: vk(**5), lambda: vk(**{1: 2}), lambda: va(*None), lambda: f1(**None), lambda: f1(1, *[2], **{"c": 3}), lambda: o.m(*5), lambda: o.m(**[]), lambda: len(*5), lambda: print(**5), lambda: len(**{"a": 1}),
    lambda: 5(), lambda: None(1), lambda: "abc"(), lambda: [](), lambda: f0()(), lambda: K()(1)(2),
    lambda: len(), lambda: len(1, 2), lambda: len(x=1), lambda: [].append(), lambda: [].append(1, 2), lambda: [].append(x=1), lambda: [].pop(1, 2), lambda: [].insert(1), lambda: [].clear(1), lambda: {}.get(), lambda: {}.get(1, 2, 3), lambda: {}.update(1, 2), lambda: isinstance(1), lambda: abs(), lambda: abs(1, 2), lambda: chr(), lambda: getattr(1), lambda: getattr(1, 2, 3, 4), lambda: hasattr(1), lambda: setattr(1, 2),
    lambda: print(sepp=1), lambda: print(1, sep=5), lambda: print(1, end=b""), lambda: sorted([2, 1], reverse=True, key=lambda v: v), lambda: max(), lambda: max(1), lambda: min([]), lambda: max([], default=3), lambda: max(1, 2, default=3), lambda: sum(), lambda: sum(1, 2, 3), lambda: round(), lambda: round(1.5, 2, 3), lambda: round(number=2.567, ndigits=1), lambda: pow(), lambda: pow(2), lambda: pow(2, 3, 5), lambda: pow(base=2, exp=3), lambda: divmod(1), lambda: int("5", bas=3), lambda: int(1, 2, 3), lambda: int("z", base=36), lambda: "a".split(sep=None, maxsplit=1), lambda: "a".split(1), lambda: "a".split(maxsplits=1), lambda: "a".replace("a"), lambda: "abc".find(), lambda: "a".join(), lambda: "a".upper(1), lambda: "a".startswith(), lambda: iter(), lambda: next(), lambda: id(), lambda: hash(), lambda: repr(), lambda: input(1, 2), lambda: type(), lambda: type(1, 2), lambda: bool(1, 2), lambda: float(1, 2), lambda: str(1, 2, 3, 4), lambda: list(1, 2), lambda: dict(1), lambda: dict([1]), lambda: tuple(1), lambda: set(1), lambda: range(), lambda: range("a"), lambda: zip(1), lambda: map(), lambda: map(1), lambda: filter(), lambda: reversed(), lambda: reversed(5), lambda: slice(), lambda: super(), lambda: property(1, 2, 3, 4, 5), lambda: staticmethod(), lambda: classmethod(1, 2),
    lambda: list.append(), lambda: list.append([]), lambda: list.append(5, 1), lambda: list.append((), 1), lambda: str.upper(5), lambda: dict.get(), lambda: dict.get([], 1), lambda: int.__add__("a", 1), lambda: int.__add__(1), lambda: (1).__add__(2, 3), lambda: object.__repr__(), lambda: str.join(",", ["a", "b"]), lambda: dict.fromkeys("ab", 0), lambda: dict.fromkeys(),
]
for i, t in enumerate(tests):
    print(i, end=" ")
    attempt(t)


def defaults(x, acc=[]):
    acc.append(x)
    return acc
print(defaults(1), defaults(2), defaults(3, []), defaults.__defaults__)
print((lambda *a, **k: (a, k))(1, *[2, 3], x=4, **{"y": 5}))
def order(*args, **kw): return args, list(kw)
print(order(1, *[2], 3, *(4,), z=1, **{"y": 2}, x=3))
print(list(map(lambda a, b: a + b, [1, 2], [3, 4])), sorted("bca", key=str.upper, reverse=True), [*map(K().m, [1])], list(map(K(), [1])), list(map(K.s, [2])))
