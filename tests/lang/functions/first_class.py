# Functions as values: attributes, equality, in containers, bound methods, callable, introspection.
def f(a, b=2, *args, c, d=4, **kw):
    """doc of f"""
    return a


g = f
print(g is f, f == g, f.__name__, f.__qualname__, f.__doc__, callable(f), callable(5), f.__module__)
f.tag = "t"
f.count = 0
f.count += 1
print(g.tag, f.count, hasattr(f, "nope"), getattr(f, "tag"), f.__dict__)
table = {f: 1, len: 2, str: 3, print: 4}
print(table[g], table[len], table[str], len in table)


class C:
    def __init__(self, n):
        self.n = n

    def m(self, x):
        return self.n + x

    def __call__(self, x):
        return self.n * x


c = C(10)
bound = c.m
print(bound(5), C.m(c, 6), bound.__self__ is c, bound.__func__ is C.m, c.m == c.m, c.m is c.m, bound.__name__, c(3), callable(c), [c.m, c](1) if False else c.m(1))
print(list(map(c.m, [1, 2])), list(map(c, [1, 2])), sorted([3, 1], key=c.m), [h("x") for h in (str.upper, str.isalpha, ord, repr)])


def apply(fn, *args, **kw):
    return fn(*args, **kw)


print(apply(max, 1, 5, 3), apply(sorted, [2, 1], reverse=True), apply(apply, len, "abc"), apply(lambda: 7), apply("{}-{}".format, 1, 2), apply([1, 2].index, 2), apply(dict, a=1), apply(C, 4).n)
def outer():
    def inner():
        pass
    return inner
print(outer().__qualname__, C.m.__qualname__, outer.__name__, (lambda: 0).__qualname__)
def compose(*fns):
    def run(x):
        for fn in reversed(fns):
            x = fn(x)
        return x
    return run
print(compose(str, abs, int)("-5"), compose()(3))
def partial(fn, *first, **named):
    return lambda *rest, **more: fn(*first, *rest, **{**named, **more})
print(partial(pow, 2)(10), partial(sorted, reverse=True)([1, 3, 2]), partial(print, "a", sep="-")("b"))
print(type(f).__name__, type(len).__name__, type(c.m).__name__, type(C).__name__, type("".join).__name__, type(C.m).__name__)
def annotated(x: int, y: "str" = "a", *z: float) -> list[int]:
    v: int = 5
    w: "anything at all"
    return [x, v]
print(annotated(1), annotated("not an int"), annotated.__annotations__["x"], annotated.__annotations__["return"], sorted(annotated.__annotations__))
