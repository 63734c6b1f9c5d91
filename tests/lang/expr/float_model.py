# no-stress
# Text and arithmetic of doubles from all binades, against CPython.
state = 99991

def rnd(n):
    global state
    state = (state * 6364136223846793005 + 1442695040888963407) % (1 << 64)
    return (state >> 16) % n

def number():
    kind = rnd(9)
    if kind == 0: d = rnd(1000000) / 100
    elif kind == 1: d = float(rnd(10**9))
    elif kind == 2: d = rnd(2**40) * 2.0 ** (rnd(2000) - 1040)
    elif kind == 3: d = 2.0 ** (rnd(2097) - 1074)
    elif kind == 4: d = rnd(10**12) / 10 ** rnd(12)
    elif kind == 5: d = (rnd(2**27) * 2**26 + rnd(2**26)) * 2.0 ** (rnd(200) - 150)
    elif kind == 6: d = rnd(1000) + 0.5
    elif kind == 7: d = float("%de%d" % (rnd(10**15), rnd(600) - 310))
    else: d = (0.0, float("inf"), 5e-324, 1.7976931348623157e308, 2.2250738585072014e-308, 0.1, 1e22, 1e23)[rnd(8)]
    return -d if rnd(2) else d

def attempt(f, *a):
    try:
        return f(*a)
    except (ZeroDivisionError, ValueError, OverflowError) as e:
        return str(e)

for i in range(400):
    d = number()
    print(i, d, repr(d), float(repr(d)) == d, hash(d), d.hex(), float.fromhex(d.hex()) == d)
for spec in ("e", ".0e", ".20e", "f", ".0f", ".1f", ".2f", ".3f", ".17f", ".25f", "g", ".0g", ".1g", ".3g", ".17g", "#g", "%", ".1%", "", ".3", ".17", ",.3f", "012.4f", "+.2f"):
    print("==", spec)
    for i in range(40):
        d = number()
        print(i, format(d, spec))
for spec in ("%e", "%.3f", "%g", "%10.2f|", "%-12.4g|", "%+.1f", "%#.3g", "%s", "%r", "%012.3f"):
    print("==", spec)
    for i in range(30):
        print(i, spec % number())
for i in range(300):
    d = number()
    print(i, [attempt(round, d, n) for n in (-30, -3, -2, -1, 0, 1, 2, 3, 5, 10, 16, 30)], attempt(round, d), attempt(int, d), attempt(d.as_integer_ratio), d.is_integer())
for i in range(300):
    a, b = number(), number()
    print(i, [attempt(f, a, b) for f in (lambda a, b: a + b, lambda a, b: a - b, lambda a, b: a * b, lambda a, b: a / b, lambda a, b: a // b, lambda a, b: a % b, divmod, lambda a, b: (a < b, a <= b, a == b, a != b))])
for a in (0.0, -0.0, 1.0, -1.0, 2.5, -2.5, float("inf"), float("-inf"), float("nan")):
    for b in (0.0, -0.0, 1.0, -1.0, 2.0, 0.5, 3.0, -3.0, float("inf"), float("-inf"), float("nan")):
        if a < 0 and b in (0.5,): continue
        print(a, b, attempt(lambda: a ** b), attempt(lambda: a % b), attempt(lambda: a // b), attempt(lambda: a / b), a < b, a == b)
for s in ("1", "1.", ".1", "1e5", "1E+5", "1e-5", "  1  ", "1_000.5_0", "0x1", "1e", "e1", ".", "+", "-.5", "1__0", "_1", "1_", "1._5", "1_.5", "inf", "-Infinity", "nan", "+NAN", "infi", "1e400", "-1e400", "1e-400",
          "123456789012345678901234567890", "0.1234567890123456789012345678901234567890", "1e22", "1e23", "9007199254740993", "2.2250738585072011e-308", "4.9e-324", "2.4e-324", "\u0661\u0662.\u0663", "1\x00", "179769313486231580793728971405303415079934132710037826936173778980444968292764750946649017977587207096330286416692887910946555547851940402630657488671505820681908902000708383676273854845817711531764475730270069855571366959622842914819860834936475292719074168444365510704342711559699508093042880"):
    print(ascii(s), attempt(float, s))
for i in range(300):
    m, e = rnd(10**17), rnd(40) - 30
    print(i, float("%de%d" % (m, e)), float("%d.%d" % (m % 10**8, rnd(10**9))))
