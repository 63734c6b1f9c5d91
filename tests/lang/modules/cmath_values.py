import cmath
def show(f, *a):
    try:
        print(repr(f(*a)), end=' ')
    except Exception as e:
        print(type(e).__name__, e, end=' ')
inf, nan = float('inf'), float('nan')
parts = [0.0, -0.0, 1.0, -2.5, 0.3, 1e-320, 1e200, -1e308, 710.0, inf, -inf, nan]
names = "acos acosh asin asinh atan atanh cos cosh exp log10 sin sinh sqrt tan tanh polar isfinite isnan isinf log".split()
for name in names:
    f = getattr(cmath, name)
    for x in parts:
        for y in parts:
            print(name, x, y, end=' ')
            show(f, complex(x, y))
            print()
for x in parts:
    for y in parts:
        print('rect', x, y, end=' '); show(cmath.rect, x, y); print()
        show(cmath.isclose, x, y); show(lambda: cmath.isclose(complex(x, y), complex(y, x), rel_tol=.5))
        show(cmath.log, x, y); print()
show(cmath.sqrt, "a"); show(cmath.sqrt, -1); show(cmath.sqrt, 10**400); show(cmath.log, 0); show(cmath.log, 2, 0); show(cmath.log, 2, 1); show(cmath.log, 2, 3j); show(cmath.sqrt); show(cmath.phase, None)
print(cmath.pi, cmath.e, cmath.tau, cmath.inf, cmath.nan, cmath.infj, cmath.nanj, cmath.isclose(1, 1+1e-10j))
for z in (1, -1, 1j, -1j, 3-4j, 0, -0.0, complex(-0.0, -0.0), complex(inf, -inf)):
    print(cmath.phase(z), cmath.polar(z))
