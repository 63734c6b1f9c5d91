# lambda with every kind of parameter, nesting, immediate calls, as values.
print((lambda: 1)(), (lambda x: x)(2), (lambda x, y=3: x + y)(1), (lambda *a: a)(1, 2), (lambda **k: k)(a=1), (lambda a, /, b, *, c: (a, b, c))(1, 2, c=3))
print((lambda x: lambda y: lambda z: x + y * z)(1)(2)(3), (lambda f, x: f(f(x)))(lambda v: v * 3, 2))
compose = lambda *fs: (lambda x: x) if not fs else (lambda x: fs[0](compose(*fs[1:])(x)))
print(compose(str, lambda x: x + 1, abs)(-5))
ops = {"+": lambda a, b: a + b, "-": lambda a, b: a - b, "*": lambda a, b: a * b, "max": max}
print([ops[k](7, 3) for k in ops], sorted([3, -1, 2], key=lambda v: -v), list(map(lambda a, b: a * b, [1, 2], [3, 4])), list(filter(lambda v: v > 1, [1, 2, 3])))
print((lambda x: (yield_ := x * 2, yield_ + 1))(4), (lambda: (1, 2))(), (lambda: [i for i in range(3)])(), (lambda s: s[::-1])("abc"), (lambda x: x if x > 0 else -x)(-3))
f = lambda: None
f.attr = 5
print(f.attr, f.__name__, f(), callable(f), type(f).__name__, (lambda x, *y: [x, *y])(*"abc"))
fact = lambda n: 1 if n == 0 else n * fact(n - 1)
print(fact(10), [g(2) for g in [lambda x: x + 1, lambda x: x ** 2]], (lambda a=(lambda: 7): a())())
from_dict = sorted({"b": 2, "a": 3, "c": 1}.items(), key=lambda kv: (kv[1], kv[0]))
print(from_dict, min("abc", key=lambda c: -ord(c)), max([[1, 2], [3]], key=lambda v: len(v)), (lambda x: {"k": x})(1), (lambda x: {x})(1), not (lambda: 0)())
class C:
    double = lambda self, x: x * 2
    const = staticmethod(lambda: 42)
print(C().double(4), C.const(), C().const())
if (lambda: True)():
    print("called in condition")
