# time and math: what is deterministic about them.
import math
import time
t0 = time.time()
p0 = time.perf_counter()
m0 = time.monotonic()
time.sleep(0.002)
print(time.time() >= t0, time.perf_counter() - p0 >= 0.002, time.monotonic() >= m0, type(time.time()).__name__, isinstance(time.time_ns(), int), t0 > 1.6e9, isinstance(time.perf_counter_ns(), int))
print(math.pi, math.e, math.tau, math.inf, math.nan)
print(math.sqrt(2), math.sqrt(16), math.isqrt(17), math.isqrt(10 ** 40), math.cbrt(27))
print(math.floor(2.7), math.floor(-2.7), math.ceil(2.1), math.ceil(-2.1), math.trunc(-2.7), math.floor(5), math.ceil(10 ** 20), math.floor(1e20))
print(math.sin(1), math.cos(1), math.tan(1), math.asin(1), math.acos(0), math.atan(1), math.atan2(1, -1), math.sinh(1), math.cosh(1), math.tanh(1), math.asinh(1), math.acosh(2), math.atanh(0.5))
print(math.exp(1), math.expm1(1e-10), math.log(10), math.log(8, 2), math.log2(8), math.log10(1000), math.log1p(1e-10), math.log(10 ** 400), math.log2(2 ** 2000), math.exp2(3))
print(math.pow(2, 0.5), math.hypot(3, 4), math.hypot(1, 2, 3), math.fabs(-2), math.fmod(-7, 3), math.copysign(3, -0.0), math.degrees(math.pi), math.radians(180), math.dist([0, 0], [3, 4]))
print(math.gcd(12, 18), math.gcd(), math.gcd(10 ** 30, 6), math.gcd(-4, 6, 8), math.lcm(4, 6), math.lcm(), math.factorial(20), math.factorial(30), math.comb(10, 3), math.perm(5, 2), math.perm(4), math.comb(5, 9))
print(math.isnan(math.nan), math.isinf(-math.inf), math.isfinite(1.0), math.isclose(0.1 + 0.2, 0.3), math.isclose(1, 1.1), math.isclose(1, 1.05, rel_tol=0.1), math.isclose(0, 1e-10, abs_tol=1e-9))
print(math.modf(3.25), math.modf(-3.25), math.frexp(8.0), math.ldexp(0.5, 4), math.fsum([0.1] * 10), math.prod([1, 2, 3, 4]), math.prod([]), math.prod([0.5, 4], start=2), math.ulp(1.0), math.nextafter(1.0, 2.0), math.remainder(7, 4))
print(math.erf(0.5), math.erfc(0.5), math.gamma(5), math.lgamma(10))
for bad in (lambda: math.sqrt(-1), lambda: math.log(0), lambda: math.log(-1), lambda: math.factorial(-1), lambda: math.factorial(1.5), lambda: math.acos(2), lambda: math.exp(1000), lambda: math.floor(math.inf), lambda: math.floor(math.nan), lambda: math.sqrt("a"), lambda: math.isqrt(-1), lambda: math.pow(-1, 0.5), lambda: math.fmod(1, 0), lambda: math.comb(-1, 2), lambda: math.nope, lambda: math.sqrt(), lambda: math.gcd(1.5), lambda: math.cosh(1000), lambda: math.ceil("a"), lambda: math.sqrt(10 ** 400)):
    try:
        print(bad())
    except Exception as e:
        print(type(e).__name__, e)
class F:
    def __float__(self): return 4.0
    def __floor__(self): return "floor"
    def __ceil__(self): return "ceil"
    def __trunc__(self): return "trunc"
print(math.sqrt(F()), math.floor(F()), math.ceil(F()), math.trunc(F()))
