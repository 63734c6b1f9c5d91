import copy, math
def show(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__, e)
a = 3j
print(a, -a, 1+2j, 1-2j, -0j, 0j, -(0j), 1e16+1e-5j, (1j).real, a.imag, complex(), complex(1), complex(1,2), complex("1+2j"), 1.5J, 1_0j, 0x10 + 1j)
vals = [0, 1, -1, 2, 2.5, -0.5, True, 0.0, -0.0, 1j, 1+1j, -2-3j, 2.5-0.5j, complex('inf'), complex('nan'), complex(float('inf'), float('-inf')), 10**20, 1e308, 1e308+1e308j]
import operator
for op in (operator.add, operator.sub, operator.mul, operator.truediv, operator.pow, operator.eq, operator.ne, operator.lt, operator.floordiv, operator.mod, divmod):
    for x in vals:
        for y in vals:
            if isinstance(x, complex) or isinstance(y, complex):
                print(op.__name__, x, y, end=' ')
                show(lambda: op(x, y))
for v in vals:
    if v == v: print(hash(v), bool(v))
    show(lambda: abs(v))
    show(lambda: +v)
    show(lambda: -v)
for s in ["1", "1j", "j", "-j", "+j", " ( 1+2j ) ", "(1+2j", "1+2", "1 + 2j", "1+j", "1-J", "inf", "nanj", "-inf+nanj", "infinityj", "1_0+2_0j", "1__0j", "", "()", "1e5j", "1e5+1e-5j", "1e+5", ".5j", "5.j", ".", ".j", "e5", "1ej", "++1j", "1++2j", "1j+2", "1+2j3", "j1", "0x1j", "١+٢j", "1+2j\n", "\t1", "1\x00"]:
    print(repr(s), end=' '); show(lambda: complex(s))
for args in [(1, 2), (1.5,), (1j, 2), (1, 2j), (1j, 2j), ("1", 2), (1, "2"), ([],), (1, []), (None,), (True, False), (b"1",), (10**400,), (1, 10**400), ("1", "2"), (1,2,3)]:
    show(lambda: complex(*args))
show(lambda: complex(real=1, imag=2)); show(lambda: complex(imag=2)); show(lambda: complex(foo=2))
class C:
    def __complex__(self): return 3+4j
class D:
    def __complex__(self): return 3
class F:
    def __float__(self): return 2.5
class I:
    def __index__(self): return 7
class S(complex):
    def __repr__(self): return "S(" + super().__repr__() + ")"
    @property
    def norm(self): return self.real ** 2 + self.imag ** 2
for o in (C(), D(), F(), I(), S(1, 2), S("3j")):
    show(lambda: complex(o)); show(lambda: complex(o, 1)); show(lambda: complex(1, o))
s = S(3, 4); s.x = 5
print(s, s.norm, s.x, s + 1, type(s + 1), abs(s), s == 3+4j, hash(s) == hash(3+4j), isinstance(s, complex), +s, -s, str(s), f"{s}", f"{s!r:>20}", copy.copy(s), copy.deepcopy([s, 1j]))
d = {1: 'a', 2.5: 'b', 1j: 'c'}
print(d[1+0j], d[2.5+0j], d[0+1j], {1, 1.0, 1+0j}, 1 == 1+0j, 1+0j == True, 10**17 == 1e17+0j, (10**17+1) == 1e17+0j, {1j, 1j, 2j} == {2j, 1j})
for spec in ["", ".2f", "e", "g", "G", "n", ".3", "+", " ", "+.1f", ">20", "<20", "^20", "*^30.2f", ",", ",.2f", "_.1e", "#", "#g", "z.0f", "020", "=20", "d", "x", "s", "%", "é", "10.3e", "F", "E", ".0f", "#.0f"]:
    for v in (1+2j, -1.5-2.5j, 3j, -0.0+1j, 1234567.891-98765.4321j, complex('nan'), complex('inf'), -0.001-0.001j):
        print(spec, end=' '); show(lambda: format(v, spec))
show(lambda: "%s %r" % (1j, 2j)); show(lambda: "%d" % 1j); show(lambda: "%f" % 1j); show(lambda: "%x" % 1j)
show(lambda: int(1j)); show(lambda: float(1j)); show(lambda: round(1j)); show(lambda: math.sqrt(1j)); index = 1j; show(lambda: [1][index]); show(lambda: range(1j)); show(lambda: math.floor(1j))
show(lambda: sum([1j, 2, 3.5])); show(lambda: sum([1, 2], 1j)); show(lambda: max(1j, 2)); show(lambda: sorted([1j, 2j])); show(lambda: pow(1j, 2, 3)); show(lambda: pow(2, 1j, 3)); show(lambda: pow(1j, 2))
show(lambda: (-8) ** (1/3)); show(lambda: (-8.0) ** 0.5); show(lambda: pow(-2, -0.5)); show(lambda: (-1e300) ** 1.5); show(lambda: 0j ** 0); show(lambda: 0j ** -1); show(lambda: 0 ** 1j); show(lambda: 0j ** 2)
def setreal(): (1j).real = 3
show(setreal)
def setattr_(): (1j).foo = 3
show(setattr_)
def delreal():
    z = 1j
    del z.real
show(delreal)
z = 1+2j
z += 1; print(z); z -= 2j; print(z); z *= 1j; print(z); z /= 2; print(z); z **= 2; print(z)
match 1j:
    case 2j: print("no")
    case 1j: print("yes")
for v in (1+2j, 1-2j, -1+2j, -3j, {1j: 4}, {2+1j: 5}, 5, complex(7)):
    match v:
        case 1+2j: print("1+2j")
        case 1-2j: print("1-2j")
        case -1+2j: print("-1+2j")
        case -3j: print("-3j")
        case {1j: x}: print("key", x)
        case {2+1j: x}: print("key2", x)
        case complex(real=r, imag=0): print("real", r)
        case int(): print("int")
def f(x=1j, *, y=2+3j, t=(1j, 2)): return x, y, t
print(f(), f.__defaults__, f.__kwdefaults__)
print([1j, 2j], (1j,), {1j}, {1j: 2}, [1j] * 2, 1j in [1, 1j], 2j in (1j, 2j), 3j in {1j, 2j, 3j})
print("yes" if 1j else "no", "yes" if 0j else "no", not 0j, 1j and 2, 0j or 3)
def mandel(c):
    z = 0
    for n in range(50):
        if abs(z) > 2: return n
        z = z * z + c
    return 50
for y in range(-10, 11, 4):
    print("".join(" .:-=+*#%@"[mandel(complex(x / 12, y / 8)) // 6] for x in range(-28, 10)))
def fft(x):
    n = len(x)
    if n <= 1: return x
    e, o = fft(x[0::2]), fft(x[1::2])
    t = [2.718281828459045 ** (-2j * math.pi * k / n) * o[k] for k in range(n // 2)]
    return [e[k] + t[k] for k in range(n // 2)] + [e[k] - t[k] for k in range(n // 2)]
print(' '.join("%5.3f" % abs(v) for v in fft([1.0, 1.0, 1.0, 1.0, 0.0, 0.0, 0.0, 0.0])))
for n in range(200): fft([complex(i) for i in range(8)])
print(complex.__name__, type(1j), complex.__mro__, (1j).__getnewargs__(), (1+2j).conjugate(), (5).conjugate(), 1j.__complex__(), complex.__add__(1j, 2), (1j).__add__("x"), (1j).__lt__(2), (1j).__eq__("a"))
import numbers
print(isinstance(1j, numbers.Complex), isinstance(1j, numbers.Real), isinstance(1j, numbers.Number))
print(hash(1j), hash(2+3j), hash(-1j), hash(0.5+0.25j), hash(complex(-1)), hash(complex(0, -1)))
def g(x: complex = 1j) -> complex: return x
print(g.__annotations__, ascii(1j), str(1j), repr(-1.0+0j), [-0.0-0j], 1e100j, 1e-7j, 123456789012345678j)
def root(x): return x ** 0.5 + 1
total = 0
for i in range(3000): total += root(i)
print("%.6f" % total, root(-4), root(-4.0), root(-2 ** 70))
def poly(z):
    for i in range(500): z = z * z * 0.5 + (0.1 + 0.2j)
    return z
print(poly(0.1), poly(1j), poly(0))
